"""Many documents on an executor, in bounded memory, in the order of their sources.

No document stops the others, not even when it brings a worker process down.  What reads one
(`pipeline`, with all genres) is imported where reading is done: a process that only hands the
work out starts in half the time.
"""

from __future__ import annotations

import gc
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
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import ensure_running
from typing import Any, Final, TypeVar

from loaders.errors import UnreadableDocument
from loaders.outcomes import Outcome, Wanted, without_triples
from loaders.sources import Source
from ontology.errors import AnswerableError

T = TypeVar("T")
GARBAGE_LOOKED_FOR = 20_000  # new objects; at Python's 700 the looking takes 4 % of the time
FORKSERVER: Final = "forkserver"
IN_FLIGHT_PER_WORKER = 4  # enough that no worker waits, few enough that memory stays small


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


def _read(source: Source, wanted: Wanted) -> Outcome:
    from loaders.pipeline import outcome_of

    return outcome_of(source, wanted)


def _read_confined(source: Source, wanted: Wanted) -> Outcome:
    from loaders.pipeline import confined_outcome_of

    return confined_outcome_of(source, wanted)


def _warm_up() -> None:
    from loaders.pipeline import warm_up

    warm_up()
    gc.freeze()  # vocabularies and patterns stay: a walk over them would find no garbage
    gc.set_threshold(GARBAGE_LOOKED_FOR)  # records of documents hardly ever hold cycles


class _Crew:
    """An executor with a bounded number of sources in flight, raised anew when it breaks."""

    def __init__(self, wanted: Wanted, workers: int, executor: Executor | None) -> None:
        self._wanted = wanted
        self._workers = workers
        self._given = executor
        self._executor = executor or self._new(workers)
        is_own = isinstance(self._executor, ProcessPoolExecutor) and executor is None
        self._read = _read_confined if is_own else _read
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
                return _done(without_triples(source, "unchanged", "", sha256))
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
        if isinstance(error, AnswerableError):  # of the vocabulary, which people may extend
            return without_triples(source, "refused", str(error))
        if error is not None:  # a fault of ours must not take the other documents with it
            reason = f"a fault of the program, please report it: {type(error).__name__}: {error}"
            return without_triples(source, "refused", reason)
        return future.result()

    def _alone(self, source: Source) -> Outcome:
        """Read again, in a process of its own, a source that was in flight at a breakdown."""
        self._raise_anew()
        with _processes(1) as executor:
            future = executor.submit(_read_confined, source, self._wanted)
            error = future.exception()
            if error is None:
                return future.result()
        return without_triples(source, "refused", "reading it brings the reader down")

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


def make_ready(workers: int) -> None:
    """Let the process from which workers are forked start now, while other things are opened.

    ``workers`` as for `process`.  Nothing is done where there will be no such process.
    """
    if (workers or os.cpu_count()) != 1 and FORKSERVER in multiprocessing.get_all_start_methods():
        _fork_context()
        ensure_running()


def _fork_context() -> ForkServerContext:
    """Return the context whose processes are forked from one that has imported what they need."""
    context = multiprocessing.get_context(FORKSERVER)
    context.set_forkserver_preload(["loaders.pipeline"])
    return context


def _processes(workers: int) -> ProcessPoolExecutor:
    """Return a pool of processes that inherit no threads, locks or store handles of this one."""
    forked = FORKSERVER in multiprocessing.get_all_start_methods()
    context = _fork_context() if forked else multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_warm_up)


def _digest(source: Source) -> str:
    try:
        return hashlib.sha256(source.load()).hexdigest()
    except UnreadableDocument:
        return ""  # the worker meets the same problem and tells it


def _done(outcome: Outcome) -> Future[Outcome]:
    future: Future[Outcome] = Future()
    future.set_result(outcome)
    return future
