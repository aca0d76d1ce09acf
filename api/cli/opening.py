"""Opening the store of the settings for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from api.settings import Settings, store_options
from graph.store import Store, open_store


@contextmanager
def opened(
    settings: Settings, *, writing: bool = False, with_reference: bool = True
) -> Iterator[Store]:
    """Open the store of the settings, and close it at the end of the block.

    What a block wrote is published, unless it raised: then it waits for the next writer.
    ``with_reference=False`` leaves the reference graph as it is.
    """
    store = open_store(
        settings.store,
        read_only=not writing,
        base=settings.base,
        options=replace(store_options(settings), with_reference=with_reference),
    )
    with store:
        yield store
