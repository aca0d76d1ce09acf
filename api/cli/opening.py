"""Opening the store of the settings for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from api.settings import Settings
from graph.store import Store, open_store


@contextmanager
def opened(settings: Settings, *, writing: bool = False) -> Iterator[Store]:
    """Open the store of the settings, and close it at the end of the block."""
    store = open_store(
        settings.store,
        read_only=not writing,
        base=settings.base,
        union_default=settings.default_graph == "union",
    )
    try:
        yield store
    finally:
        store.close()
