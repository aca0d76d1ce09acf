"""The store, its questions, the links across documents, measures and exports."""

from graph.store import MEMORY, Scope, Solutions, Store, Transaction, open_store

__all__ = ["MEMORY", "Scope", "Solutions", "Store", "Transaction", "open_store"]
