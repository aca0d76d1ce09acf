"""One document from bytes to triples; many documents on an executor, in bounded memory.

A document that cannot be read, or whose triples break a shape, is an outcome with its reason and
never stops the others, not even when it brings a worker process down.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import (
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
)
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Literal, TypeVar

from loaders.errors import UnknownGenre, UnreadableDocument
from loaders.extractors.enrich import enrich
from loaders.genres.registry import genre_of
from loaders.limits import deadly_time_limit, processor_time_limit
from loaders.notes import SourceNote
from loaders.readers import read_source
from loaders.record_form import as_json
from loaders.records import DocumentRecord, Findings
from loaders.sources import Source
from loaders.triples import document_triples
from ontology.iris import Iris
from ontology.validation import violations_of_ntriples
from ontology.vocabulary import vocabulary

T = TypeVar("T")
Status = Literal["loaded", "unchanged", "passed-over", "refused"]
IN_FLIGHT_PER_WORKER = 4  # enough that no worker waits, few enough that memory stays small
MAX_VIOLATIONS_TOLD = 3
PAGED_SUFFIXES = frozenset({".pdf", ".docx", ".doc"})
HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source.

    ``ntriples`` are the sorted triples of the document's own graph and ``text`` its normalised
    text; ``record`` is the record form, where asked for.  ``reason`` says why there are none.
    ``counts`` are numbers of things by their plural ("recommendations", "judgements", …).
    """

    name: str
    status: Status
    reason: str = ""
    slug: str = ""
    sha256: str = ""
    genre: str = ""
    ntriples: bytes = b""
    text: str = ""
    record: dict[str, Any] | None = None  # JSON: see loaders.record_form
    counts: dict[str, int] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    note: SourceNote = field(default_factory=SourceNote)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make of each document: triples named under ``iris``, or the record form."""

    iris: Iris = field(default_factory=Iris)
    triples: bool = True
    record: bool = False


def read_document(data: bytes, name: str = "") -> DocumentRecord:
    """Return what a document says, its format and genre told by its content.

    ``name`` only serves to refuse a web page that was saved in place of a file.  Raises
    UnreadableDocument and UnknownGenre with the reason.
    """
    source = read_source(data)
    suffix = PurePath(name).suffix.casefold()
    if source.media_type == HTML and suffix in PAGED_SUFFIXES:
        heading = " ".join(source.lines[0].text.split())
        raise UnreadableDocument(
            f"not what it says it is: an HTML page (“{heading}”) under a name in {suffix}", name
        )
    findings = genre_of(source).read(source)
    return DocumentRecord(source, enrich(findings, source))


def outcome_of(source: Source, wanted: Wanted) -> Outcome:
    """Return what becomes of one source; never raises for what is wrong with the source."""
    sha256 = ""
    try:
        data = source.load()
        sha256 = hashlib.sha256(data).hexdigest()
        with processor_time_limit():
            record = read_document(data, source.file_name)
            return outcome_of_record(source, record, wanted)
    except UnknownGenre as error:
        return _without_triples(source, "passed-over", error.reason, sha256)
    except UnreadableDocument as error:
        return _without_triples(source, "refused", error.reason, sha256)


def confined_outcome_of(source: Source, wanted: Wanted) -> Outcome:
    """Return what `outcome_of` does, in a process that is ended if it never comes back."""
    with deadly_time_limit():
        return outcome_of(source, wanted)


def outcome_of_record(source: Source, record: DocumentRecord, wanted: Wanted) -> Outcome:
    """Return the outcome of a document that was read; refused where it breaks a shape."""
    slug, ntriples = "", b""
    if wanted.triples:
        slug, triples = document_triples(record, wanted.iris)
        ntriples = triples.ntriples()
        breaches = violations_of_ntriples(ntriples)
        if breaches:
            told = "; ".join(breach.message for breach in breaches[:MAX_VIOLATIONS_TOLD])
            reason = f"its triples break {len(breaches)} constraints: {told}"
            return _without_triples(source, "refused", reason, record.source.sha256)
    return Outcome(
        name=source.name,
        status="loaded",
        slug=slug,
        sha256=record.source.sha256,
        genre=record.findings.genre,
        ntriples=ntriples,
        text=record.source.text,
        record=as_json(record, source.name) if wanted.record else None,
        counts=_counts(record.findings),
        doubts=(*record.source.doubts, *record.findings.doubts),
        note=source.note,
    )


def process(
    sources: Iterable[Source],
    wanted: Wanted | None = None,
    *,
    workers: int = 1,
    executor: Executor | None = None,
    is_known: Callable[[str], bool] | None = None,
) -> Iterator[Outcome]:
    """Yield the outcome of every source, in the order of the sources.

    Work runs on ``executor`` (a Dask cluster's, say), else on ``workers`` processes of this
    machine (0: one a core), else, with one worker, here: but never in a thread of a server, which
    a document could bring down.  ``is_known`` tells by the sha256 of the
    bytes which sources are loaded already and are not read again.
    """
    crew = _Crew(wanted or Wanted(), workers or os.cpu_count() or 1, executor)
    try:
        yield from crew.outcomes(sources, is_known)
    finally:
        crew.close()


def warm_up() -> None:
    """Read vocabularies, shapes and matchers once in a new worker process."""
    vocabulary()
    violations_of_ntriples(b"")


class _Crew:
    """An executor with a bounded number of sources in flight, raised anew when it breaks."""

    def __init__(self, wanted: Wanted, workers: int, executor: Executor | None) -> None:
        self._wanted = wanted
        self._workers = workers
        self._given = executor
        self._executor = executor or self._new(workers)
        is_own = isinstance(self._executor, ProcessPoolExecutor) and executor is None
        self._read = confined_outcome_of if is_own else outcome_of
        self._waiting: deque[tuple[Source, Future[Outcome]]] = deque()

    def outcomes(
        self, sources: Iterable[Source], is_known: Callable[[str], bool] | None
    ) -> Iterator[Outcome]:
        for source in sources:
            self._waiting.append((source, self._start(source, is_known)))
            if len(self._waiting) >= IN_FLIGHT_PER_WORKER * self._workers:
                yield self._next()
        while self._waiting:
            yield self._next()

    def close(self) -> None:
        if self._given is None:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _start(self, source: Source, is_known: Callable[[str], bool] | None) -> Future[Outcome]:
        if is_known is not None and source.origin != "url" and not source.problem:
            sha256 = _digest(source)
            if sha256 and is_known(sha256):
                return _done(_without_triples(source, "unchanged", "", sha256))
        return self._submit(source)

    def _submit(self, source: Source) -> Future[Outcome]:
        try:
            return self._executor.submit(self._read, source, self._wanted)
        except BrokenExecutor:
            self._raise_anew()
            return self._executor.submit(self._read, source, self._wanted)

    def _next(self) -> Outcome:
        source, future = self._waiting.popleft()
        error = future.exception()
        if isinstance(error, BrokenExecutor):
            return self._alone(source)
        if error is not None:  # a fault of ours must not take the other documents with it
            reason = f"a fault of the program, please report it: {type(error).__name__}: {error}"
            return _without_triples(source, "refused", reason)
        return future.result()

    def _alone(self, source: Source) -> Outcome:
        """Read again, in a process of its own, a source that was in flight at a breakdown."""
        self._raise_anew()
        with _processes(1) as executor:
            future = executor.submit(confined_outcome_of, source, self._wanted)
            error = future.exception()
            if error is None:
                return future.result()
        return _without_triples(source, "refused", "reading it brings the reader down")

    def _raise_anew(self) -> None:
        if self._given is None:
            self._executor.shutdown(wait=False, cancel_futures=False)
            self._executor = self._new(self._workers)

    @staticmethod
    def _new(workers: int) -> Executor:
        is_main = threading.current_thread() is threading.main_thread()
        return _Here() if workers == 1 and is_main else _processes(workers)


class _Here(Executor):
    """Reads each source at once, in the thread that asks: there a limit of time has effect."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Return a future that is done."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # as other executors do: it is told when asked for
            future.set_exception(error)
        return future


def _processes(workers: int) -> ProcessPoolExecutor:
    """Return a pool of processes that inherit no threads, locks or store handles of this one."""
    forkserver = "forkserver" in multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if forkserver else "spawn")
    if forkserver:
        context.set_forkserver_preload(["loaders.pipeline"])
    return ProcessPoolExecutor(workers, mp_context=context, initializer=warm_up)


def _counts(findings: Findings) -> dict[str, int]:
    roles = [item.role for item in findings.recommendations]
    return {
        "recommendations": len(roles) - roles.count("restated") + len(findings.requirements),
        "restatements": roles.count("restated"),
        "judgements": len(findings.judgements),
        "assessments": len(findings.assessments),
        "obligations": len(findings.obligations),
    }


def _without_triples(source: Source, status: Status, reason: str, sha256: str = "") -> Outcome:
    return Outcome(source.name, status, reason, sha256=sha256, note=source.note)


def _digest(source: Source) -> str:
    try:
        return hashlib.sha256(source.load()).hexdigest()
    except UnreadableDocument:
        return ""  # the worker meets the same problem and tells it


def _done(outcome: Outcome) -> Future[Outcome]:
    future: Future[Outcome] = Future()
    future.set_result(outcome)
    return future
