"""``answerable mcp``: the tools for language models, over standard input and output."""

from __future__ import annotations

import asyncio

from api.assistants.server import server_for
from api.assistants.tools import Tools
from api.cli.options import BaseOption, StoreOption
from api.library import open_library
from api.settings import Settings, read_settings
from api.sparql.evaluating import evaluator_for


def mcp(store: StoreOption = None, base: BaseOption = None) -> None:
    """Offer read-only tools to an assistant that starts this command (needs the extra mcp)."""
    asyncio.run(_serve(read_settings(store=store, base=base)))


async def _serve(settings: Settings) -> None:
    library = open_library(settings)
    evaluator = evaluator_for(library.store, settings)
    server = server_for(Tools(library, evaluator))
    await evaluator.start()
    try:
        await server.run_stdio_async()
    finally:
        await evaluator.close()
        library.store.close()
