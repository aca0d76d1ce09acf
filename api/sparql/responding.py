"""Answers on the wire: whole, or in pieces of which the last is missing when something failed."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import Response
from starlette.types import Receive, Scope, Send

from api.errors import RequestError
from graph.errors import GraphError
from graph.workers import Reply

PATIENCE_SECONDS = 0.05
Result = TypeVar("Result")


class PiecewiseResponse(Response):
    """An answer in pieces.  Where it breaks off, so does the connection: no client can take what
    it has got for the whole."""

    def __init__(self, reply: Reply, media_type: str, headers: Mapping[str, str]) -> None:
        super().__init__(status_code=200, headers=headers, media_type=media_type)
        del self.headers["content-length"]
        self._reply = reply

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the pieces as they come."""
        del scope, receive
        rest = self._reply.rest
        assert rest is not None
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        try:
            await send(start)
            await send(_piece(self._reply.start))
            async for piece in rest:
                await send(_piece(piece))
        except GraphError:
            return  # without the last piece the server has to break the connection
        finally:
            await rest.aclose()
        await send({"type": "http.response.body", "body": b"", "more_body": False})


class ClientGone(RequestError):
    """The client did not wait for its answer; nobody will read what is said of it."""


async def unless_gone(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """Return the result of ``work``, which is cancelled when the client goes away meanwhile."""
    task = asyncio.ensure_future(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=PATIENCE_SECONDS)
        if not done:
            await _first_of(task, asyncio.ensure_future(_disconnected(request)))
        return task.result()
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})


async def _first_of(task: asyncio.Task[Result], watch: asyncio.Task[None]) -> None:
    try:
        await asyncio.wait({task, watch}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise ClientGone("the client has gone away")
    finally:
        watch.cancel()


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _piece(body: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": True}
