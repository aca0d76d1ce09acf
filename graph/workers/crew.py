"""The workers of a pool: forked, lent to queries, taken back, ended, and made anew in time.

The crew knows its two lanes and which shapes of query have turned out long; how a query makes
its way through it is told in `run`.
"""

from __future__ import annotations

import asyncio
import signal
from collections import OrderedDict
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.errors import QueryStopped
from graph.workers.evaluation import Evaluation, Limits, message
from graph.workers.lanes import Lane, LaneSize
from graph.workers.process import NurseryProcess, Worker, WorkerDied

CRASHES = frozenset(
    -number for number in (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGILL)
)
_SHAPES_KNOWN = 10_000


class Crew:
    """Workers for one event loop, the lanes that lead to them, and which queries are long."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        places = limits.short_workers
        self.short = Lane(LaneSize(places, max(1, places - 1), limits.waiting))
        places = limits.long_workers
        self.long = Lane(LaneSize(places, max(1, places - 1), limits.waiting))
        self._idle: dict[bool, list[Worker]] = {False: [], True: []}
        self._nursery: NurseryProcess | None = None
        self._long_shapes: OrderedDict[str, None] = OrderedDict()
        self.asked_last: Evaluation | None = None
        self._errands: set[asyncio.Task[None]] = set()
        self._retired: list[NurseryProcess] = []
        self._held: Path | None = None
        self._wanted: Path | None = None

    def variant(self, directory: Path) -> str:
        """Return how queries of a generation are answered; the order of rows may depend on it."""
        return "memory" if directory == self._held else "directory"

    def hold(self, directory: Path) -> None:
        """Take a generation into memory, meanwhile, where it is small enough."""
        if self.limits.held_quads and directory != self._wanted:
            self._wanted = directory
            self._run_errand(self._take_into_memory(directory))

    async def start(self) -> None:
        """Start the nursery and the workers of the short lane."""
        self._begin_nursery()
        for _ in range(self.limits.short_workers):
            self._idle[False].append(await self._fork())

    async def close(self) -> None:
        """End every worker."""
        for errand in list(self._errands):
            errand.cancel()
        for worker in self.idle_workers():
            worker.kill()
        for nursery in (self._nursery, *self._retired):
            if nursery:
                await nursery.close()

    def idle_workers(self) -> tuple[Worker, ...]:
        """Return the workers that have nothing to do."""
        return (*self._idle[False], *self._idle[True])

    def errands(self) -> tuple[asyncio.Task[None], ...]:
        """Return what the pool is doing beside the queries."""
        return tuple(self._errands)

    async def take(self, is_long: bool, fresh: bool = False) -> Worker:
        """Return a worker that has nothing to do, a new one where there is none or ``fresh``."""
        idle = self._idle[is_long]
        while idle and not fresh:
            worker = idle.pop()
            if not worker.has_died:
                return worker
            self._bury(worker)
        worker = await self._fork()
        if is_long:
            worker.slow_down()
        return worker

    def give_back(self, worker: Worker) -> None:
        """Keep a worker for the next query, or end it where there are enough."""
        wanted = self.limits.long_workers if worker.is_slow else self.limits.short_workers
        idle = self._idle[worker.is_slow]
        is_outdated = worker.nursery is not self._nursery
        if worker.has_died or is_outdated or len(idle) >= wanted:
            self.end(worker)
        else:
            idle.append(worker)

    def end(self, worker: Worker) -> None:
        """Kill a worker and forget it."""
        worker.kill()
        self._bury(worker)

    def is_crash(self, status: int) -> bool:
        """Whether a worker's end is the fault of its query, by its exit status."""
        return status in CRASHES

    async def ending_of(self, worker: Worker) -> int:
        """Return the exit status of a worker that has died; -9 where nobody tells in time."""
        try:
            async with asyncio.timeout(1):
                return await asyncio.shield(worker.nursery.ending_of(worker.pid))
        except TimeoutError:
            return -signal.SIGKILL

    def is_long(self, shape: str) -> bool:
        """Whether queries of this shape are known to be long."""
        return shape in self._long_shapes

    def note_long(self, shape: str) -> None:
        """Remember that queries of this shape are long."""
        if shape:
            self._long_shapes[shape] = None
            self._long_shapes.move_to_end(shape)
            if len(self._long_shapes) > _SHAPES_KNOWN:
                self._long_shapes.popitem(last=False)

    def note_short(self, shape: str) -> None:
        """Forget that queries of this shape were long."""
        self._long_shapes.pop(shape, None)

    def replenish(self) -> None:
        """Fork, meanwhile, a worker for one that has left the short lane."""
        self._run_errand(self._add_worker())

    def _run_errand(self, work: Coroutine[Any, Any, None]) -> None:
        errand = asyncio.get_running_loop().create_task(work)
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)

    async def _take_into_memory(self, directory: Path) -> None:
        """Start a nursery that holds a generation; once it does, its workers take over."""
        arriving = NurseryProcess(self.limits.memory_mib, (directory, self.limits.held_quads))
        arriving.start()
        self._retired.append(arriving)  # so that it is closed with the pool, whatever happens
        if not await arriving.holds() or directory != self._wanted:
            self._retired.remove(arriving)
            await arriving.close()
            return
        workers = [await arriving.fork() for _ in range(self.limits.short_workers)]
        self._retired.remove(arriving)
        if self._nursery:
            self._retired.append(self._nursery)
        self._nursery, self._held = arriving, directory
        for worker in self.idle_workers():
            self.end(worker)
        self._idle = {False: workers, True: []}
        await self._close_empty()

    async def _close_empty(self) -> None:
        """Close nurseries of former generations that have no worker left."""
        for nursery in [each for each in self._retired if not each.workers]:
            self._retired.remove(nursery)
            await nursery.close()

    async def _add_worker(self) -> None:
        with suppress(QueryStopped, WorkerDied):
            worker = await self._fork()
            if self.asked_last:
                await self._warm(worker, self.asked_last)
            self._idle[False].insert(0, worker)

    async def _warm(self, worker: Worker, like: Evaluation) -> None:
        """Let a new worker open the store, so that it has when it is needed."""
        query = replace(like, text="ASK {}", format_name="json")
        worker.send(message(query, self.limits.answer_bytes))
        deadline = asyncio.get_running_loop().time() + self.limits.seconds
        if await worker.next_frame(deadline) is None:
            self.end(worker)
            raise WorkerDied

    async def _fork(self) -> Worker:
        if self._nursery is None or self._nursery.has_ended:
            self._held = self._wanted = None
            self._begin_nursery()
        assert self._nursery is not None
        return await self._nursery.fork()

    def _begin_nursery(self) -> None:
        self._nursery = NurseryProcess(self.limits.memory_mib)
        self._nursery.start()

    def _bury(self, worker: Worker) -> None:
        worker.nursery.forget(worker.pid)
        if worker.nursery in self._retired and not worker.nursery.workers:
            self._run_errand(self._close_empty())
