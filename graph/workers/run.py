"""One query on its way through the pool: its place, its worker, and what is still to come."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncGenerator, Callable

from graph.errors import AnswerTooLong, QueryError, QueryStopped, StoreUnusable
from graph.workers.crew import Crew
from graph.workers.evaluation import Evaluation, Reply, message
from graph.workers.frames import END, FAILURE, WHOLE, Frame
from graph.workers.process import Worker, WorkerDied

_FAULTS = {"QueryError": QueryError, "AnswerTooLong": AnswerTooLong}


class Run:
    """A query that is being evaluated; ends by `begin` returning, by its rest, or abandoned."""

    def __init__(self, crew: Crew, query: Evaluation, ended: Callable[[Run], None]) -> None:
        self._crew = crew
        self._query = query
        self._ended = ended
        self._is_long = crew.is_long(query.shape)
        self._has_place = False
        self._worker: Worker | None = None
        self._loop = asyncio.get_running_loop()
        self._started = self._loop.time()
        self._deadline = self._started + crew.limits.seconds

    async def begin(self) -> Reply:
        """Return the answer or its beginning; see `WorkerPool.evaluate`."""
        frame = await self._first_frame()
        if frame.kind == WHOLE:
            self._finish()
            return Reply(frame.payload)
        if frame.kind == FAILURE:
            self._finish()
            raise self._fault(frame)
        return Reply(frame.payload, self._rest())

    def abandon(self) -> None:
        """End the query; its worker is killed if it is still at it."""
        if self._worker:
            self._crew.end(self._worker)
            if not self._is_long:
                self._crew.replenish()
            self._worker = None
        self._leave_lane()
        self._ended(self)

    async def _first_frame(self) -> Frame:
        lives_left = 1
        while True:
            worker = await self._ready(fresh=not lives_left)
            try:
                frame = await self._frame_in_time(worker)
            except WorkerDied:
                status = await self._crew.ending_of(worker)
                self._drop_worker()
                if self._crew.is_crash(status) or not lives_left:
                    raise QueryStopped(_crash_told(status)) from None
                lives_left -= 1
                continue
            if frame:
                return frame
            self._drop_worker()  # it had to leave the short lane, and the long one is full
            self._leave_lane()
            self._is_long = True

    async def _ready(self, fresh: bool) -> Worker:
        """Return the worker that has been given the query, in the lane that it is for."""
        if not self._has_place:
            await self._enter_lane()
            if not self._is_long and self._crew.is_long(self._query.shape):
                self._leave_lane()  # others of its shape turned out long while it waited
                self._is_long = True
                await self._enter_lane()
            self._started = self._loop.time()
        self._worker = await self._crew.take(self._is_long, fresh)
        self._worker.send(message(self._query, self._crew.limits.answer_bytes))
        return self._worker

    async def _frame_in_time(self, worker: Worker) -> Frame | None:
        """Return the next frame; None where the query has to give up its place.

        Raises QueryStopped at the deadline and WorkerDied.
        """
        if not self._is_long:
            soon = self._started + self._crew.limits.short_seconds
            frame = await worker.next_frame(min(soon, self._deadline))
            if frame:
                return frame
            self._crew.note_long(self._query.shape)
            if not self._move(worker):
                return None
        frame = await worker.next_frame(self._deadline)
        if frame is None:
            raise QueryStopped(
                f"the query took more than {self._crew.limits.seconds:g} seconds; "
                "ask for less, or LIMIT it"
            )
        return frame

    def _move(self, worker: Worker, by_force: bool = False) -> bool:
        """Move a running query to the long lane; return whether there was a place."""
        client, lane = self._query.client, self._crew.long
        if by_force:
            lane.force(client)
        elif not lane.try_enter(client):
            return False
        self._crew.short.leave(client)
        self._is_long = True
        worker.slow_down()
        self._crew.replenish()
        return True

    async def _rest(self) -> AsyncGenerator[bytes, None]:
        worker = self._worker
        assert worker is not None
        try:
            while True:
                frame = await self._next_piece(worker)
                if frame.kind == END:
                    self._finish()
                    return
                if frame.kind == FAILURE:
                    raise self._fault(frame)
                yield frame.payload
        except WorkerDied:
            raise QueryStopped("the answer broke off: its worker died") from None
        finally:
            self.abandon()

    async def _next_piece(self, worker: Worker) -> Frame:
        """Return the next frame of a long answer, which stays in the short lane only so long."""
        if not self._is_long and self._loop.time() > self._started + self._short_seconds:
            self._move(worker, by_force=True)
        frame = await worker.next_frame(self._deadline)
        if frame is None:
            raise QueryStopped(f"the answer broke off after {self._crew.limits.seconds:g} seconds")
        return frame

    @property
    def _short_seconds(self) -> float:
        return self._crew.limits.short_seconds

    def _finish(self) -> None:
        """The worker has done with the query: it is free for another."""
        if self._is_long and self._loop.time() - self._started < self._short_seconds:
            self._crew.note_short(self._query.shape)
        if self._worker:
            self._crew.give_back(self._worker)
            self._worker = None
        self._leave_lane()
        self._ended(self)

    def _drop_worker(self) -> None:
        if self._worker:
            self._crew.end(self._worker)
            self._worker = None
            if not self._is_long:
                self._crew.replenish()

    async def _enter_lane(self) -> None:
        lane = self._crew.long if self._is_long else self._crew.short
        await lane.enter(self._query.client, self._deadline)
        self._has_place = True

    def _leave_lane(self) -> None:
        if self._has_place:
            lane = self._crew.long if self._is_long else self._crew.short
            self._has_place = False
            lane.leave(self._query.client)

    def _fault(self, frame: Frame) -> Exception:
        told = json.loads(frame.payload)
        if told["kind"] in _FAULTS:
            return _FAULTS[told["kind"]](told["message"], told["line"], told["column"])
        if told["kind"] == "MemoryError":
            return QueryStopped("the query needs more memory than one may have; ask for less")
        return StoreUnusable(str(self._query.directory), told["message"])


def _crash_told(status: int) -> str:
    if status == -signal.SIGABRT:
        return "the query needs more memory than one may have; ask for less, or LIMIT it"
    return "the query could not be evaluated: its worker died of it"
