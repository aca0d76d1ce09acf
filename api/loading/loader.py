"""Loading: sources through the pipeline into a store, and every source told what became of it."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from api.loading.changes import Changes, Stored
from api.loading.data import DataFile, load_data
from api.loading.holdings import read_holdings
from api.loading.records import Arrival, load_triples, source_triple
from api.loading.shelf import Shelf
from api.queries import query_text
from api.texts import Texts
from graph.links import LinkReport
from graph.reviews import ReviewReport, link_with_reviews
from graph.store import Store
from loaders.crew import process
from loaders.errors import UnreadableDocument
from loaders.outcomes import Outcome, Wanted
from loaders.sources import Source, find_sources
from loaders.triples import renamed

Status = Literal["loaded", "unchanged", "replaced", "passed over", "refused"]
FOLDER_DIGITS = 16  # enough that no two folders of a machine are taken for one
STATUSES: tuple[Status, ...] = ("loaded", "unchanged", "replaced", "passed over", "refused")


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one source; ``counts`` are numbers of things found, by their plural."""

    name: str
    status: Status
    reason: str = ""
    slug: str = ""
    counts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Crew:
    """Who reads documents: an executor, else so many processes (0: one a core)."""

    workers: int = 0
    executor: Executor | None = None


class Loader:
    """Loads sources into one store that is open for writing.

    ``now`` gives the present moment, ``place_of`` the place to record for a source's name.
    """

    def __init__(
        self,
        store: Store,
        texts: Texts,
        now: Callable[[], datetime.datetime],
        place_of: Callable[[str], str] | None = None,
    ) -> None:
        self._store = store
        self._now = now
        self._place_of = place_of or place_of_source
        self._changes = Changes(store, texts, now)
        self._shelf = Shelf(read_holdings(store))
        self._data: list[Source] = []
        self._data_digests = {digest for (digest,) in store.rows(query_text("data-loads"))}
        self.has_changed = False
        self._has_taken_data = False
        self.reviews = ReviewReport(0, ())

    def load(self, paths: Iterable[str], crew: Crew, unchecked: bool = False) -> Iterator[Entry]:
        """Yield what became of each source; all that went before is stored when it ends.

        ``unchecked`` concerns files of RDF only: they are not held to the shapes, and no record
        of their loading is made.
        """
        outcomes = process(
            self._documents(find_sources(paths)),
            Wanted(self._store.iris),
            workers=crew.workers,
            executor=crew.executor,
            is_known=self._shelf.is_known,
        )
        for outcome in outcomes:
            yield self._take_in(outcome)
        self._changes.make()
        for source in self._data:
            yield self._take_data(source, unchecked)

    def remove(self, slug: str) -> None:
        """Remove a document; raises KeyError where there is none of this slug."""
        self._changes.move(self._shelf.remove(slug))
        self._changes.make()
        self.has_changed = True

    def link(self) -> LinkReport:
        """Apply what people decided, and link what follows from the changes of this loader."""
        report, self.reviews = link_with_reviews(self._store, anew=self._has_taken_data)
        return report

    def _documents(self, sources: Iterable[Source]) -> Iterator[Source]:
        for source in sources:
            if source.is_rdf and not source.problem:
                self._data.append(source)
            else:
                yield source

    def _take_in(self, outcome: Outcome) -> Entry:
        if outcome.status == "passed-over":
            return Entry(outcome.name, "passed over", outcome.reason)
        if outcome.status == "refused":
            return Entry(outcome.name, "refused", outcome.reason)
        arrival = self._arrival(outcome)
        if self._shelf.is_known(outcome.sha256):
            slug = self._shelf.slug_of(outcome.sha256)
            if self._shelf.add_source(outcome.sha256, arrival.place):
                self._changes.note(source_triple(self._store.iris, slug, arrival.place))
            return Entry(outcome.name, "unchanged", slug=slug)
        return self._store_document(outcome, arrival)

    def _arrival(self, outcome: Outcome) -> Arrival:
        file_name = outcome.name.rpartition("!")[2].rpartition("/")[2]
        return Arrival(self._place_of(outcome.name), file_name, outcome.sha256, outcome.note)

    def _store_document(self, outcome: Outcome, arrival: Arrival) -> Entry:
        iris = self._store.iris
        placement = self._shelf.place(outcome.slug, outcome.sha256, arrival.place)
        triples = outcome.ntriples
        if placement.slug != outcome.slug:
            triples = renamed(triples, outcome.slug, placement.slug, iris)
        load = load_triples(iris, placement.slug, arrival, self._now())
        self._changes.put(placement, Stored(triples, load, outcome.text))
        self.has_changed = True
        status: Status = "replaced" if placement.removed else "loaded"
        return Entry(outcome.name, status, slug=placement.slug, counts=outcome.counts)

    def _take_data(self, source: Source, unchecked: bool) -> Entry:
        try:
            data = source.load()
        except UnreadableDocument as error:
            return Entry(source.name, "refused", error.reason)
        digest = hashlib.sha256(data).hexdigest()
        if digest in self._data_digests:
            return Entry(source.name, "unchanged")
        arrival = Arrival(self._place_of(source.name), source.file_name, digest, source.note)
        file = DataFile(data, _suffix(source), arrival, self._now())
        refusal = load_data(self._store, file, unchecked)
        if refusal:
            return Entry(source.name, "refused", refusal)
        self._data_digests.add(digest)
        self._has_taken_data = True
        self.has_changed = self.has_changed or not unchecked
        return Entry(source.name, "loaded")


def _suffix(source: Source) -> str:
    return PurePosixPath(source.file_name).suffix.casefold().removeprefix(".")


def place_of_source(name: str) -> str:
    """Return a source's address, or its file's name behind a digest of its folder.

    The same file has the same place from any working folder, and strangers who query the graph
    learn nothing of this machine's folders.
    """
    if name.startswith(("http://", "https://")):
        return name
    folder, file_name = os.path.split(os.path.abspath(name))  # noqa: PTH100, resolves ".." alone
    return f"{hashlib.sha256(folder.encode()).hexdigest()[:FOLDER_DIGITS]}/{file_name}"
