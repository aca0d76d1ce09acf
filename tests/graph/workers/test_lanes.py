"""Places go round among clients, and waiting has an end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from graph.errors import ServiceBusy
from graph.workers.lanes import Lane, LaneSize


def soon(seconds: float = 5.0) -> float:
    return asyncio.get_running_loop().time() + seconds


def run(test: Callable[[], Awaitable[None]]) -> None:
    async def main() -> None:
        await test()

    asyncio.run(main())


def test_one_client_leaves_a_place_to_others() -> None:
    async def case() -> None:
        lane = Lane(LaneSize(places=2, places_per_client=1, waiting=1))
        assert lane.try_enter("greedy")
        assert not lane.try_enter("greedy")
        assert lane.try_enter("other")

    run(case)


def test_waiting_clients_take_turns() -> None:
    async def case() -> None:
        lane = Lane(LaneSize(places=1, places_per_client=1, waiting=9))
        order: list[str] = []

        async def visit(client: str) -> None:
            await lane.enter(client, soon())
            order.append(client)
            lane.leave(client)

        assert lane.try_enter("first")
        visits = [asyncio.ensure_future(visit(name)) for name in ("a", "a", "a", "b")]
        await asyncio.sleep(0)
        lane.leave("first")
        await asyncio.gather(*visits)
        assert order == ["a", "b", "a", "a"]

    run(case)


def test_full_queue_refuses_at_once() -> None:
    async def case() -> None:
        lane = Lane(LaneSize(places=1, places_per_client=1, waiting=0))
        lane.try_enter("a")
        with pytest.raises(ServiceBusy):
            await lane.enter("b", soon())

    run(case)


def test_waiting_ends_at_the_deadline() -> None:
    async def case() -> None:
        lane = Lane(LaneSize(places=1, places_per_client=1, waiting=5))
        lane.try_enter("a")
        with pytest.raises(ServiceBusy) as busy:
            await lane.enter("b", soon(0.05))
        assert busy.value.retry_seconds > 0
        assert lane.waiting == 0

    run(case)


def test_who_gives_up_loses_no_place() -> None:
    async def case() -> None:
        lane = Lane(LaneSize(places=1, places_per_client=1, waiting=5))
        lane.try_enter("a")
        waiting = asyncio.ensure_future(lane.enter("b", soon()))
        await asyncio.sleep(0)
        lane.leave("a")
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
        assert lane.taken == 0

    run(case)
