"""Who waits for whom: places in a lane, a queue for each client, and an end to waiting.

A lane has so many places.  One client gets at most so many of them, and free places go to the
waiting clients in turn, so that who sends two hundred queries waits for himself.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from dataclasses import dataclass

from graph.errors import ServiceBusy


@dataclass(frozen=True, slots=True)
class LaneSize:
    """Places of a lane, those that one client may hold, and how many queries may wait."""

    places: int
    places_per_client: int
    waiting: int


class Lane:
    """Places for queries; used from one event loop."""

    def __init__(self, size: LaneSize) -> None:
        self._size = size
        self._taken = 0
        self._held: dict[str, int] = {}
        self._queues: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @property
    def taken(self) -> int:
        """How many places are taken."""
        return self._taken

    @property
    def waiting(self) -> int:
        """How many queries wait for a place."""
        return sum(len(queue) for queue in self._queues.values())

    def try_enter(self, client: str) -> bool:
        """Take a place for ``client`` if one is free for him; return whether it was."""
        if not self._has_place(client):
            return False
        self._take(client)
        return True

    async def enter(self, client: str, deadline: float) -> None:
        """Take a place, waiting for one until ``deadline`` (time of the event loop).

        Raises ServiceBusy where too many wait already, or the wait was in vain.
        """
        if self.try_enter(client):
            return
        if self.waiting >= self._size.waiting:
            raise ServiceBusy("too many queries are waiting", retry_seconds=5)
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[None] = loop.create_future()
        queue = self._queues.setdefault(client, deque())
        queue.append(turn)
        try:
            async with asyncio.timeout_at(deadline):
                await turn
        except (TimeoutError, asyncio.CancelledError) as error:
            if turn.done() and not turn.cancelled():
                self.leave(client)  # the place came in the moment of giving up
            if isinstance(error, TimeoutError):
                raise ServiceBusy("the query waited too long for its turn", 5) from None
            raise
        finally:
            self._forget(client, turn)

    def force(self, client: str) -> None:
        """Take a place beyond the number of places, for a query that cannot be put back."""
        self._take(client)

    def leave(self, client: str) -> None:
        """Give a place back; the next in turn gets it."""
        self._taken -= 1
        self._held[client] -= 1
        if not self._held[client]:
            del self._held[client]
        if self._queues:
            self._call_next()

    def _take(self, client: str) -> None:
        self._taken += 1
        self._held[client] = self._held.get(client, 0) + 1

    def _has_place(self, client: str) -> bool:
        is_free = self._taken < self._size.places
        return is_free and self._held.get(client, 0) < self._size.places_per_client

    def _call_next(self) -> None:
        for client in list(self._queues):
            if not self._has_place(client):
                continue
            self._queues.move_to_end(client)
            turn = self._next_turn(client)
            if turn:
                self._take(client)
                turn.set_result(None)

    def _next_turn(self, client: str) -> asyncio.Future[None] | None:
        queue = self._queues[client]
        while queue:
            turn = queue.popleft()
            if not turn.done():
                return turn
        return None

    def _forget(self, client: str, turn: asyncio.Future[None]) -> None:
        queue = self._queues.get(client)
        if queue is None:
            return
        if turn in queue:
            queue.remove(turn)
        if not queue:
            del self._queues[client]
