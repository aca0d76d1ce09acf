"""The store, its questions, the links across documents, measures and exports."""

from graph.store import (
    MEMORY,
    Matches,
    Scope,
    Solutions,
    Store,
    StoreOptions,
    Transaction,
    open_store,
)

__all__ = [
    "MEMORY",
    "Matches",
    "Scope",
    "Solutions",
    "Store",
    "StoreOptions",
    "Transaction",
    "open_store",
]
