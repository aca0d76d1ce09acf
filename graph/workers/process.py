"""One worker as its pool sees it, and the nursery that the pool forks them from."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import cast

from graph.errors import QueryStopped
from graph.workers.confinement import quiet_environment
from graph.workers.frames import QUERY, Frame, FrameBuffer, pack

SLOW_NICENESS = 15
_MOST_HELD = 8


class WorkerDied(Exception):
    """The other end of a worker's socket was closed."""


class Worker(asyncio.Protocol):
    """The pool's end of a worker's socket: queries out, frames in, one at a time."""

    def __init__(self, pid: int, nursery: NurseryProcess) -> None:
        self.pid = pid
        self.is_slow = False
        self.has_died = False
        self._is_paused = False
        self.nursery = nursery
        self._buffer = FrameBuffer()
        self._frames: deque[Frame] = deque()
        self._waiter: asyncio.Future[Frame | None] | None = None
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's is none by class

    def data_received(self, data: bytes) -> None:
        """Hand a frame to who waits for one, or keep it."""
        self._frames.extend(self._buffer.feed(data))
        if self._frames and self._waiter and not self._waiter.done():
            self._waiter.set_result(self._frames.popleft())
        if len(self._frames) > _MOST_HELD and self._transport and not self._is_paused:
            self._is_paused = True
            self._transport.pause_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        """Tell who waits that nothing will come."""
        del exc
        self.has_died = True
        if self._waiter and not self._waiter.done():
            self._waiter.set_exception(WorkerDied())

    def send(self, query: bytes) -> None:
        """Give the worker a query, as `graph.workers.evaluation.message` writes it."""
        if self._transport:
            self._transport.write(pack(QUERY, query))

    async def next_frame(self, until: float) -> Frame | None:
        """Return the next frame; None where none comes ``until`` then (time of the event loop).

        Raises WorkerDied where none will come.
        """
        if self._is_paused and self._transport and not self.has_died:
            self._is_paused = False
            self._transport.resume_reading()
        if self._frames:
            return self._frames.popleft()
        if self.has_died:
            raise WorkerDied
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[Frame | None] = loop.create_future()
        self._waiter = waiter
        timer = loop.call_at(until, _give_up, waiter)
        try:
            return await waiter
        finally:
            timer.cancel()

    def slow_down(self) -> None:
        """Let other processes go before this one, for good."""
        self.is_slow = True
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, SLOW_NICENESS)

    def kill(self) -> None:
        """End the worker, whatever it does."""
        if self._waiter:
            self._waiter.cancel()
        if self._transport:
            self._transport.abort()
        self.nursery.kill(self.pid)


class NurseryProcess:
    """The running nursery: forks workers, kills them and knows how they ended."""

    def __init__(self, memory_mib: int, hold: tuple[Path, int] | None = None) -> None:
        self.workers = 0
        self._holds: asyncio.Future[bool] | None = None
        wanted = [str(memory_mib), *(map(str, hold) if hold else ())]
        self._control, theirs = socket.socketpair()
        self._control.setblocking(False)
        path = os.pathsep.join(entry or str(Path.cwd()) for entry in sys.path)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "graph.workers.nursery", str(theirs.fileno()), *wanted],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the server, which then ends us
            env=quiet_environment(os.environ) | {"PYTHONPATH": path},
        )
        theirs.close()
        self.has_ended = False
        self._born: deque[asyncio.Future[tuple[int, socket.socket]]] = deque()
        self._ends: dict[int, asyncio.Future[int]] = {}
        self._descriptors: deque[int] = deque()
        self._rest = b""

    def start(self) -> None:
        """Listen to the nursery, from the running event loop on."""
        loop = asyncio.get_running_loop()
        self._holds = loop.create_future()
        loop.add_reader(self._control, self._hear)

    async def holds(self) -> bool:
        """Return, once the nursery knows, whether it holds the graph that it was told to."""
        assert self._holds is not None
        return await self._holds

    async def close(self) -> None:
        """End the nursery, and with it every worker."""
        asyncio.get_running_loop().remove_reader(self._control)
        self._control.close()
        while self._descriptors:
            os.close(self._descriptors.popleft())
        await asyncio.to_thread(self._wait_for_end)

    def _wait_for_end(self) -> None:
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    async def fork(self) -> Worker:
        """Return a new worker.  Raises QueryStopped where none can be had."""
        loop = asyncio.get_running_loop()
        arrival: asyncio.Future[tuple[int, socket.socket]] = loop.create_future()
        self._born.append(arrival)
        self._say(b"fork\n")
        try:
            pid, connection = await asyncio.shield(arrival)
        except asyncio.CancelledError:
            arrival.add_done_callback(_close_unwanted)
            raise
        self.workers += 1
        _, worker = await loop.create_unix_connection(lambda: Worker(pid, self), sock=connection)
        return worker

    def kill(self, pid: int) -> None:
        """Kill a worker, if it is still one."""
        with suppress(QueryStopped):
            self._say(b"kill %d\n" % pid)

    async def ending_of(self, pid: int) -> int:
        """Return the exit status of a worker that has died; negative for a signal."""
        ending = self._ends.get(pid)
        return await ending if ending else 0

    def forget(self, pid: int) -> None:
        """Forget how a worker ended."""
        if self._ends.pop(pid, None) is not None:
            self.workers -= 1

    def _say(self, line: bytes) -> None:
        try:
            self._control.send(line)
        except OSError as error:
            raise QueryStopped("the processes that answer queries have ended") from error

    def _hear(self) -> None:
        try:
            data, descriptors, _, _ = socket.recv_fds(self._control, 4096, 16)
        except BlockingIOError:
            return
        self._descriptors.extend(descriptors)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._learn(line.split())
        if not data:
            self._lose()

    def _learn(self, words: list[bytes]) -> None:
        pid = int(words[1])
        if words[0] == b"holds":
            if self._holds and not self._holds.done():
                self._holds.set_result(words[1] == b"1")
        elif words[0] == b"born":
            connection = socket.socket(fileno=self._descriptors.popleft())
            connection.setblocking(False)
            self._ends[pid] = asyncio.get_running_loop().create_future()
            self._born.popleft().set_result((pid, connection))
        elif (ending := self._ends.get(pid)) and not ending.done():
            ending.set_result(int(words[2]))

    def _lose(self) -> None:
        """The nursery is gone: nobody will be born any more."""
        self.has_ended = True
        if self._holds and not self._holds.done():
            self._holds.set_result(False)
        asyncio.get_running_loop().remove_reader(self._control)
        while self._born:
            gone = QueryStopped("the processes that answer queries have ended")
            self._born.popleft().set_exception(gone)


def _give_up(waiter: asyncio.Future[Frame | None]) -> None:
    if not waiter.done():
        waiter.set_result(None)


def _close_unwanted(arrival: asyncio.Future[tuple[int, socket.socket]]) -> None:
    """Close the socket of a worker that nobody waits for any more, which ends it."""
    if not arrival.cancelled() and arrival.exception() is None:
        arrival.result()[1].close()
