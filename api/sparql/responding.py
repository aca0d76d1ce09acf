"""Answers on the wire: whole, or in pieces of which the last is missing when something failed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from starlette.types import Receive, Scope, Send

from api.errors import RequestError
from graph.errors import GraphError
from graph.workers import Reply

PATIENCE_SECONDS = 0.05


class ReplyResponse(Response):
    """What a worker replied, of one piece or in many.  Where it breaks off, so does the
    connection: no client can take what it has got for the whole."""

    def __init__(self, reply: Reply, media_type: str, headers: Mapping[str, str]) -> None:
        charset = "; charset=utf-8" if media_type.startswith("text/") else ""
        told = {"Content-Type": media_type + charset, **headers}
        if reply.rest is None:
            told["Content-Length"] = str(len(reply.start))
        self.status_code = 200
        self.background = None
        self.body = reply.start
        self.raw_headers = [(name.lower().encode(), told[name].encode()) for name in told]
        self._reply = reply

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the pieces as they come."""
        del scope, receive
        start = {"type": "http.response.start", "status": 200, "headers": self.raw_headers}
        rest = self._reply.rest
        if rest is None:
            await send(start)
            await send({"type": "http.response.body", "body": self._reply.start})
            return
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


class UnlessGone:
    """A block whose work is cancelled when the client goes away meanwhile; raises ClientGone.

    Only work that takes longer than PATIENCE_SECONDS is watched: for a task of its own costs
    more than a light query.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self._watch: asyncio.Task[None] | None = None
        self._is_gone = False

    def __enter__(self) -> None:
        """Begin to wait."""
        task = asyncio.current_task()
        assert task is not None
        self._task = task
        self._cancelled_before = task.cancelling()
        self._timer = asyncio.get_running_loop().call_later(PATIENCE_SECONDS, self._begin_watch)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End the watch; what was cancelled for a client that is gone is told as ClientGone."""
        self._timer.cancel()
        if self._watch:
            self._watch.cancel()
        is_ours = self._is_gone and self._task.uncancel() <= self._cancelled_before
        if is_ours and kind is asyncio.CancelledError:
            raise ClientGone("the client has gone away") from None

    def _begin_watch(self) -> None:
        self._watch = asyncio.get_running_loop().create_task(self._cancel_when_gone())

    async def _cancel_when_gone(self) -> None:
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
        self._is_gone = True
        self._task.cancel()


def _piece(body: bytes) -> dict[str, Any]:
    return {"type": "http.response.body", "body": body, "more_body": True}
