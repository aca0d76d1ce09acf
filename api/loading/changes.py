"""Changes to a store, kept back and made some documents at a time: one bulk load is much
faster than many, and a document is stored with its record and text or not at all."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from api.loading.records import change_triples
from api.loading.shelf import Placement
from api.texts import Texts
from graph.links import expect_changes
from graph.store import Store
from loaders.triples import renamed

DOCUMENTS_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as the store keeps it: its triples, its record of loading, its text."""

    triples: bytes
    load: bytes
    text: str | None


class Changes:
    """What is to be removed from a store and put into it; ``now`` gives the present moment."""

    def __init__(self, store: Store, texts: Texts, now: Callable[[], datetime.datetime]) -> None:
        self._now = now
        self._store = store
        self._texts = texts
        self._removed: set[str] = set()
        self._added: dict[str, Stored] = {}
        self._noted: list[bytes] = []

    def put(self, placement: Placement, document: Stored) -> None:
        """Put a document where it goes; the changes are made once there are enough of them."""
        self.move(placement)
        self._added[placement.slug] = document
        if len(self._added) >= DOCUMENTS_AT_ONCE:
            self.make()

    def move(self, placement: Placement) -> None:
        """Remove and rename what a placement says."""
        for slug in placement.removed:
            self._take(slug, wanted=False)
        moved = {new: self._renamed(old, new) for old, new in placement.renamed}
        self._added.update(moved)

    def note(self, load: bytes) -> None:
        """Add statements to the graph of loads."""
        self._noted.append(load)

    def make(self) -> None:
        """Make all changes at one stroke."""
        iris = self._store.iris
        loads = [*(document.load for document in self._added.values()), *self._noted]
        if not (loads or self._removed):
            return
        loads += self._told()
        expect_changes(self._store, {*self._removed, *self._added})
        with self._store.transaction() as transaction:
            for slug in self._removed:
                transaction.remove(str(iris.document_graph(slug)))
            for slug, document in self._added.items():
                transaction.add(str(iris.document_graph(slug)), document.triples)
            if self._removed:
                kept = self._loads_without(self._removed)
                transaction.replace(str(iris.loads_graph), b"".join([kept, *loads]))
            else:
                transaction.add(str(iris.loads_graph), b"".join(loads))
        self._write_texts()
        self._removed, self._added, self._noted = set(), {}, []

    def _told(self) -> Iterator[bytes]:
        """Yield the record of each document's coming, replacement or removal."""
        moment = self._now()
        for slug in sorted(self._removed | self._added.keys()):
            gone = "removed" if slug not in self._added else "updated"
            kind = gone if slug in self._removed else "created"
            yield change_triples(self._store.iris, slug, kind, moment)

    def _write_texts(self) -> None:
        for slug in self._removed:
            self._texts.remove(slug)
        for slug, document in self._added.items():
            if document.text is not None:
                self._texts.write(slug, document.text)

    def _renamed(self, old: str, new: str) -> Stored:
        document = self._take(old, wanted=True)
        iris = self._store.iris
        return replace(
            document,
            triples=renamed(document.triples, old, new, iris),
            load=renamed(document.load, old, new, iris),
        )

    def _take(self, slug: str, *, wanted: bool) -> Stored:
        """Take a document out; what it holds is read from the store only where ``wanted``."""
        if slug in self._added:
            return self._added.pop(slug)
        self._removed.add(slug)
        if not wanted:
            return Stored(b"", b"", None)
        graph = str(self._store.iris.document_graph(slug))
        load = b"".join(line for line in self._loads() if self._is_about(line, [slug]))
        return Stored(self._dump(graph), load, self._texts.kept(slug))

    def _loads_without(self, slugs: Iterable[str]) -> bytes:
        return b"".join(line for line in self._loads() if not self._is_about(line, slugs))

    def _is_about(self, line: bytes, slugs: Iterable[str]) -> bool:
        iris = self._store.iris
        subjects = {str(name) for slug in slugs for name in (iris.load(slug), iris.document(slug))}
        return line.partition(b"> ")[0].decode().removeprefix("<") in subjects

    def _loads(self) -> list[bytes]:
        return self._dump(str(self._store.iris.loads_graph)).splitlines(keepends=True)

    def _dump(self, graph: str) -> bytes:
        out = io.BytesIO()
        self._store.dump(out, "nt", graph)
        return out.getvalue()
