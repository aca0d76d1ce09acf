"""All statements of a store, as its engine serialises them."""

from __future__ import annotations

from typing import BinaryIO

from graph.store import Store


def write(store: Store, out: BinaryIO, format_name: str) -> None:
    """Write every statement; only "nq" and "trig" say in which graph each stands."""
    store.dump(out, format_name)
