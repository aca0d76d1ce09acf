"""``answerable serve``: the HTTP service and its pages."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.options import BaseOption, StoreOption
from api.settings import read_settings


def serve(
    store: StoreOption = None,
    base: BaseOption = None,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="TCP port to listen on.")] = None,
    default_graph: Annotated[
        str | None, typer.Option(help="union of the named graphs, or strict.")
    ] = None,
) -> None:
    """Serve the graph over HTTP until stopped; by default on http://localhost:8000."""
    settings = read_settings(
        store=store, base=base, host=host, port=port, default_graph=default_graph
    )
    import uvicorn

    from api.app import create_app

    app = create_app(settings)
    name = "localhost" if settings.host == "127.0.0.1" else settings.host
    sys.stdout.write(f"Open http://{name}:{settings.port} (Ctrl-C stops the server)\n")
    sys.stdout.flush()
    uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning")
