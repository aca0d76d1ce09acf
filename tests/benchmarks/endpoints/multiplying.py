"""A big graph with the structure of a real one: its documents, things and bodies copied.

Copy number k renames every thing of a document and every body, so that each copy is a world of
councils with documents of their own; themes, roles and grades are shared, as they are in truth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from graph.engines import CHANGED, WORKING
from graph.generations import Generations
from graph.store import StoreOptions, open_store

SHARED_TYPES = (
    "theme|role|kind|grade|area|framework|inspection-type|genre|progress|position|modality|"
    "body-type|relation|scheme"
)
_COPIED = re.compile(
    rb"<(http://localhost:8000/(?:id|graph)/(?!(?:%s)/)[^>]*/[^>]*)>" % SHARED_TYPES.encode()
)


def multiply(store: Path, triples: int, out: Path) -> int:
    """Write at least so many quads as N-Quads; return how many copies that took."""
    quads = _quads(store)
    lines = quads.splitlines(keepends=True)
    with out.open("wb") as written:
        written.write(quads)
        count, copy = len(lines), 0
        while count < triples:
            copy += 1
            for line in _copied(quads, lines, copy):
                written.write(line)
                count += 1
                if count >= triples:
                    break
    return copy


def fill(store: Path, nquads: Path) -> None:
    """Make a store of a file of N-Quads, without the checks and records of loading."""
    store.mkdir(parents=True)
    engine = Store(str(store / WORKING))
    engine.bulk_load(path=str(nquads), format=RdfFormat.N_QUADS)
    del engine
    (store / CHANGED).touch()
    open_store(store, options=StoreOptions(with_reference=False)).close()


def _quads(store: Path) -> bytes:
    opened = Generations(store).open()
    dumped = opened.engine.dump(format=RdfFormat.N_QUADS)
    opened.close()
    return dumped or b""


def _copied(quads: bytes, lines: list[bytes], copy: int) -> Iterator[bytes]:
    """Yield the lines in which something is renamed; what is shared is there already."""
    renamed = _COPIED.sub(rb"<\1-copy%d>" % copy, quads).splitlines(keepends=True)
    return (new for old, new in zip(lines, renamed, strict=True) if new != old)
