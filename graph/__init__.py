"""The store, its questions, the links across documents, measures and exports.

For a notebook: ``graph.open_store`` opens a store, ``graph.frame`` asks it a named question,
``graph.table`` reads one of its tables, ``graph.project_things`` and ``graph.project_actors``
are its graphs for networkx.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from graph.frames import frame, table
    from graph.projections import project_things
    from graph.questions import ask
    from graph.ties import project_actors

__all__ = [
    "MEMORY",
    "Matches",
    "Scope",
    "Solutions",
    "Store",
    "StoreOptions",
    "Transaction",
    "ask",
    "frame",
    "open_store",
    "project_actors",
    "project_things",
    "table",
]

_LATER = {
    "ask": "graph.questions",
    "frame": "graph.frames",
    "table": "graph.frames",
    "project_actors": "graph.ties",
    "project_things": "graph.projections",
}
"""Names whose modules are imported when they are first used: commands do not wait for them."""


def __getattr__(name: str) -> Any:  # whatever the modules of `_LATER` define
    if name not in _LATER:
        raise AttributeError(f"module 'graph' has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)
