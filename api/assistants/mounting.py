"""``/mcp``: the server of tools as a part of the HTTP service (Streamable HTTP, stateless).

Its library takes a second to import, so it is made when the first assistant asks.  A task keeps
its session manager running, because that wants to end in the task in which it began.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from api.assistants.server import EXTRA, server_for
from api.assistants.tools import Tools
from graph.exports.extras import ExtraMissing, needed

PATH = "/mcp"


class AssistantsApp:
    """An ASGI application that answers at one path; `close` ends what it began."""

    def __init__(self, tools: Callable[[], Tools]) -> None:
        self._tools = tools
        self._app: ASGIApp | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self._ended = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, the first one after beginning."""
        if self._keeper is None:
            try:
                server = server_for(self._tools())
            except ExtraMissing as error:
                body = {"title": "Not installed", "status": 501, "detail": str(error)}
                problem = JSONResponse(body, 501, media_type="application/problem+json")
                await problem(scope, receive, send)
                return
            self._keeper = asyncio.create_task(self._keep(server))
        await self._ready.wait()
        assert self._app is not None
        await self._app(scope, receive, send)

    async def close(self) -> None:
        """End the session manager; nothing happens where nobody asked."""
        self._ended.set()
        if self._keeper is not None:
            await self._keeper

    async def _keep(self, server: Any) -> None:  # an MCPServer
        security = needed("mcp.server.transport_security", EXTRA).TransportSecuritySettings(
            enable_dns_rebinding_protection=False  # anybody may read, from any page
        )
        self._app = server.streamable_http_app(
            streamable_http_path=PATH,
            json_response=True,
            stateless_http=True,
            transport_security=security,
        )
        async with server.session_manager.run():
            self._ready.set()
            await self._ended.wait()
