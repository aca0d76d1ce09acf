"""What ``answerable load`` does while its workers start: it takes in, links, and tells of it."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager

from api.cli.opening import opened
from api.cli.orphans import tell_orphans
from api.cli.output import print_rows, progress
from api.loading.loader import STATUSES, Crew, Entry, Loader
from api.queries import query_text
from api.resources.names import local_name
from api.rows import table_of
from api.settings import Settings
from api.texts import Texts
from graph.links import LinkReport
from graph.store import Store
from loaders.sources import find_sources

TOLD = ("passed over", "refused")
PLURALS = {
    "Document": "documents",
    "Inspection": "inspections",
    "Judgement": "judgements",
    "Recommendation": "recommendations",
    "Reference": "references to earlier ones",
    "ProgressAssessment": "assessments of progress",
    "Obligation": "obligations",
    "Responsibility": "responsibilities",
    "Person": "people",
    "Passage": "quoted passages",
    "Recurrence": "recurrences",
}


def take_in(settings: Settings, paths: Sequence[str], unchecked: bool) -> None:
    """Read what the paths hold into the store of the settings, link it, and print what came of it.

    Leaves with exit status 1 where a source was refused.
    """
    storing = opened(settings, writing=True, with_reference=not unchecked)
    with storing as open_store, crew_of(settings) as crew:
        loader = Loader(open_store, Texts.beside(settings.store), now)
        entries = _load(loader, paths, crew, unchecked)
        if unchecked and loader.has_changed:
            open_store.refresh_reference()
        report = loader.link() if loader.has_changed else None
        held = [*_held(open_store), *_linked(report)]
    # printed when all is published: whoever stops reading the output stops no load
    _tell(entries, held)
    tell_orphans(loader.reviews)
    if any(entry.status == "refused" for entry in entries):
        sys.exit(1)


def now() -> datetime.datetime:
    """Return the present moment, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def _load(loader: Loader, paths: Sequence[str], crew: Crew, unchecked: bool) -> list[Entry]:
    entries = []
    with progress("Reading", lambda: count_sources(paths)) as advance:
        for entry in loader.load(paths, crew, unchecked):
            advance(entry.name)
            entries.append(entry)
    return entries


def count_sources(paths: Sequence[str]) -> int:
    """Return how many sources the paths hold, without reading them."""
    return sum(1 for _ in find_sources(paths))


@contextmanager
def crew_of(settings: Settings) -> Iterator[Crew]:
    """Return who reads documents: this machine's processes, or a Dask cluster's workers."""
    if settings.cluster is None:
        yield Crew(settings.workers)
        return
    from distributed import Client

    with Client(settings.cluster) as client:
        executor: Executor = client.get_executor()
        yield Crew(settings.workers, executor)


def _tell(entries: Sequence[Entry], held: Sequence[tuple[str, object]]) -> None:
    """Print how many sources came to what, those that were not loaded, and what is there now."""
    counted = Counter(entry.status for entry in entries)
    rows: list[tuple[object, ...]] = [(status, counted[status], "", "") for status in STATUSES]
    rows += [
        (status, "", entry.name, entry.reason)
        for status in TOLD
        for entry in entries
        if entry.status == status
    ]
    print_rows(("status", "number", "source", "reason"), rows)
    sys.stdout.write("\n")
    print_rows(("the graph now holds", "number"), held)


def _held(store: Store) -> Iterator[tuple[str, int]]:
    counted = table_of(store.select(query_text("counts"))).rows
    counts = {local_name(row["class"].text): row["count"].text for row in counted}
    for name, plural in PLURALS.items():
        yield plural, int(counts.get(name, 0))
    yield "triples", store.count()


def _linked(report: LinkReport | None) -> Iterator[tuple[str, object]]:
    if report is None:
        return
    yield "restatements found in their original", f"{report.resolved} of {report.restatements}"
    yield (
        "computed themes that agree with the printed ones",
        (f"{report.themes.agreeing} of {report.themes.printed}"),
    )
