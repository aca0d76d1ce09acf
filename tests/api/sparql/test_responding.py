"""Work for a client that goes away is given up, and no other work is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from fastapi import Request

from api.sparql.responding import PATIENCE_SECONDS, ClientGone, UnlessGone


def request_of(receive: Callable[[], Awaitable[dict[str, object]]]) -> Request:
    return Request({"type": "http", "method": "GET", "headers": []}, receive)


async def gone() -> dict[str, object]:
    return {"type": "http.disconnect"}


async def staying() -> dict[str, object]:
    await asyncio.Event().wait()
    raise AssertionError


def test_work_ends_when_its_client_goes_away() -> None:
    async def main() -> None:
        with pytest.raises(ClientGone), UnlessGone(request_of(gone)):
            await asyncio.sleep(30)
        await asyncio.sleep(0)  # the request's own task lives on

    asyncio.run(main())


def test_work_for_a_client_who_waits_is_done() -> None:
    async def main() -> str:
        with UnlessGone(request_of(staying)):
            await asyncio.sleep(2 * PATIENCE_SECONDS)
        return "done"

    assert asyncio.run(main()) == "done"


def test_short_work_asks_nothing_of_its_client() -> None:
    async def main() -> str:
        with UnlessGone(request_of(gone)):
            await asyncio.sleep(0)
        await asyncio.sleep(2 * PATIENCE_SECONDS)
        return "done"

    assert asyncio.run(main()) == "done"


def test_cancelled_request_stays_cancelled() -> None:
    async def work() -> None:
        with UnlessGone(request_of(staying)):
            await asyncio.sleep(30)

    async def main() -> None:
        task = asyncio.create_task(work())
        await asyncio.sleep(2 * PATIENCE_SECONDS)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
