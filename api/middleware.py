"""What every answer carries: safety headers, a strong ETag, and answers to HEAD and OPTIONS.

Plain ASGI, because the framework's own helper would hold up streamed answers.
"""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'"
)


_WRITING = {"/sparql": ", POST", "/rdf-graph-store": ", PUT, POST, DELETE"}


class HeaderMiddleware:
    """Adds the headers that every answer needs and that a route has not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers added."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", CONTENT_SECURITY)
                headers.setdefault("X-Content-Type-Options", "nosniff")
                headers.setdefault("Referrer-Policy", "same-origin")
                headers.add_vary_header("Accept")
                if scope.get("method") in ("GET", "HEAD") and message["status"] == 200:
                    headers.setdefault("Cache-Control", "public, max-age=300")
            await send(message)

        await self.app(scope, receive, send_with_headers)


class MethodMiddleware:
    """Answers HEAD as GET without the body, and OPTIONS (RFC 9110, sections 9.3.2 and 9.3.7)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a HEAD by what GET would say, with its Content-Length and no content.

        An OPTIONS that asks for CORS was answered before it comes here.
        """
        if scope["type"] == "http" and scope["method"] == "OPTIONS":
            allowed = {"Allow": "GET, HEAD, OPTIONS" + _WRITING.get(scope["path"], "")}
            await Response(status_code=204, headers=allowed)(scope, receive, send)
            return
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, send_without_body)


class EtagMiddleware:
    """Gives each answer of one piece a strong ETag, and 304 to who has it.

    The tag is one of its bytes, unless the route knows a cheaper one.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, or with 304 where the client's copy is the same."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        wanted = Headers(scope=scope).get("if-none-match", "")
        held: list[Message] = []

        async def send_tagged(message: Message) -> None:
            if message["type"] == "http.response.start":
                held.append(message)
                return
            if not held:
                await send(message)
                return
            start = held.pop()
            whole = message["type"] == "http.response.body" and not message.get("more_body")
            if whole and start["status"] == 200:
                start, message = _tagged(start, message, wanted)
            await send(start)
            await send(message)

        await self.app(scope, receive, send_tagged)


def _tagged(start: Message, body: Message, wanted: str) -> tuple[Message, Message]:
    headers = MutableHeaders(scope=start)
    tag = headers.get("etag")
    if not tag:
        tag = '"' + hashlib.sha256(body.get("body", b"")).hexdigest()[:32] + '"'
        headers["ETag"] = tag
    if not etag_matches(tag, wanted):
        return start, body
    for name in ("content-length", "content-type"):
        del headers[name]
    return {**start, "status": 304}, {**body, "body": b""}


def etag_matches(tag: str, wanted: str) -> bool:
    """Whether an If-None-Match field names ``tag`` (RFC 9110, section 13.1.2)."""
    names = {name.strip().removeprefix("W/") for name in wanted.split(",")}
    return tag in names or "*" in names
