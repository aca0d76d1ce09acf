"""``answerable outliers``: what is unusual in documents and worth a person's look."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from api.cli.options import PathsArgument, WorkersOption
from api.cli.output import print_rows, progress, say
from api.settings import read_settings
from loaders.errors import UnknownGenre, UnreadableDocument
from loaders.outcomes import Status
from loaders.outliers import Outlier, outliers_of
from loaders.pipeline import read_document
from loaders.sources import Source, find_sources

COLUMNS = ("document", "page", "rule", "what")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is unusual in one source, or why it was passed over or refused."""

    found: tuple[Outlier, ...]
    status: Status = "loaded"
    reason: str = ""


def outliers(paths: PathsArgument, workers: WorkersOption = None) -> None:
    """List what is unusual in documents, to be read beside `answerable explain`."""
    settings = read_settings(workers=workers)
    sources = [source for source in find_sources(paths) if not source.is_rdf]
    refused = 0
    with progress("Reading", lambda: len(sources)) as advance:
        rows = []
        for source, reading in _read(sources, settings.workers):
            advance(source.name)
            if reading.reason:
                say(f"{reading.status.replace('-', ' ')}: {source.name}: {reading.reason}")
            refused += reading.status == "refused"
            rows += [(source.name, each.page, each.rule, each.words) for each in reading.found]
    print_rows(COLUMNS, rows)
    say(f"{len(rows)} outliers in {len({row[0] for row in rows})} of {len(sources)} sources")
    sys.exit(1 if refused else 0)


def _read(sources: list[Source], workers: int) -> Iterator[tuple[Source, Reading]]:
    if workers == 1 or len(sources) <= 1:
        yield from ((source, outliers_in(source)) for source in sources)
        return
    context = multiprocessing.get_context("spawn")  # a progress bar's thread must not be forked
    with ProcessPoolExecutor(workers or None, mp_context=context) as executor:
        yield from zip(sources, executor.map(outliers_in, sources, chunksize=2), strict=True)


def outliers_in(source: Source) -> Reading:
    """Return what is unusual in one source, or why it was not read, told as `extract` tells it."""
    try:
        return Reading(outliers_of(read_document(source.load(), source.file_name)))
    except UnknownGenre as error:
        return Reading((), "passed-over", error.reason)
    except UnreadableDocument as error:
        return Reading((), "refused", error.reason)
