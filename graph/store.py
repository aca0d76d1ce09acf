"""How a store is opened; and, for those who use one, the names of `graph.contract`."""

from __future__ import annotations

from pathlib import Path

from graph.contract import (
    EVERYTHING,
    MEMORY,
    Bindings,
    Matches,
    RemoteAddress,
    Row,
    Scope,
    Solutions,
    Store,
    StoreOptions,
    Term,
    Transaction,
    refuse_protected,
)
from ontology.iris import DEFAULT_BASE, Iris

__all__ = [
    "EVERYTHING",
    "MEMORY",
    "Bindings",
    "Matches",
    "RemoteAddress",
    "Row",
    "Scope",
    "Solutions",
    "Store",
    "StoreOptions",
    "Term",
    "Transaction",
    "open_store",
    "refuse_protected",
]


def open_store(
    location: str | Path,
    read_only: bool = False,
    base: str = DEFAULT_BASE,
    options: StoreOptions | None = None,
) -> Store:
    """Open the store at ``location``: a directory (made where absent), `MEMORY`, or the
    http(s) address at which a server takes queries.

    One process at a time may write; any number may read, also meanwhile.  What is written is
    seen by readers once it is published, which closing the store does.  A reader follows: each
    of its operations reads the generation that is the newest when it starts.  Opening to write
    refreshes the reference graph where the vocabularies have changed.  Raises StoreInUse,
    StoreMissing (nothing there to read) and StoreUnusable.
    """
    options = options or StoreOptions()
    if str(location).startswith(("http://", "https://")):
        from graph.remote import RemoteStore  # httpx takes 60 ms to import

        address = options.remote or RemoteAddress(str(location))
        remote = RemoteStore(address, Iris(base), read_only)
        if options.with_reference and not read_only:
            remote.refresh_reference()
        return remote
    from graph.embedded import open_embedded  # the engine takes 20 ms to import

    return open_embedded(location, read_only, Iris(base), options)
