"""What every answer carries, in one pass: safety headers, a strong ETag, what other sites may
read, and the answers to HEAD and OPTIONS.

Plain ASGI on the headers as bytes, because the framework's own helpers would hold up streamed
answers, and each of them would go through all headers again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'"
)

RawHeaders = list[tuple[bytes, bytes]]

_SAFETY = (
    (b"content-security-policy", CONTENT_SECURITY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
)
_SAFETY_AND_CACHING = (*_SAFETY, (b"cache-control", b"public, max-age=300"))
_OF_A_BODY = (b"content-length", b"content-type")
_WRITING = {"/sparql": ", POST", "/rdf-graph-store": ", PUT, POST, DELETE"}


class AnswerMiddleware:
    """Gives every answer what it needs, and answers HEAD and OPTIONS from what GET would say.

    An answer of one piece gets a strong ETag, one of its bytes unless the route knows a cheaper
    one, and who has it already gets a 304.  Scripts of all other sites may read every answer,
    with the headers that are ``exposed``.
    """

    def __init__(self, app: ASGIApp, exposed: Sequence[str]) -> None:
        self.app = app
        self._preflight = CORSMiddleware(
            app,
            allow_origins=["*"],
            allow_methods=["GET", "HEAD", "OPTIONS", "POST"],
            allow_headers=["*"],
        ).preflight_response
        self._shared = (
            (b"access-control-allow-origin", b"*"),
            (b"access-control-expose-headers", ", ".join(exposed).encode()),
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with what it leaves to us.

        RFC 9110, sections 9.3.2 and 9.3.7: a HEAD is answered by what GET would say, with its
        Content-Length and no content.
        """
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        method = scope["method"]
        asked = dict(scope["headers"])
        shared = self._shared if b"origin" in asked else ()
        if method == "OPTIONS":
            await self._options(scope, shared)(scope, receive, send)
        elif method in ("GET", "HEAD"):
            wanted = asked.get(b"if-none-match", b"").decode("latin-1")
            answer = _Answer(send, shared, wanted, has_body=method == "GET")
            if method == "HEAD":
                scope = {**scope, "method": "GET"}
            await self.app(scope, receive, answer.send)
        else:

            async def send_furnished(message: Message) -> None:
                if message["type"] == "http.response.start":
                    message["headers"] = _furnished(message, shared, _SAFETY)
                await send(message)

            await self.app(scope, receive, send_furnished)

    def _options(self, scope: Scope, shared: Sequence[tuple[bytes, bytes]]) -> Response:
        headers = Headers(scope=scope)
        if shared and "access-control-request-method" in headers:
            return self._preflight(headers)
        allowed = "GET, HEAD, OPTIONS" + _WRITING.get(scope["path"], "")
        answer = Response(status_code=204, headers={"Allow": allowed, "Vary": "Origin"})
        answer.raw_headers += shared
        return answer


class _Answer:
    """The answer to one GET or HEAD: its start waits for the first piece, which may be the only."""

    def __init__(
        self, send: Send, shared: Sequence[tuple[bytes, bytes]], wanted: str, has_body: bool
    ) -> None:
        self._send = send
        self._shared = shared
        self._wanted = wanted
        self._has_body = has_body
        self._start: Message | None = None

    async def send(self, message: Message) -> None:
        """Send a message on, when and as it has to be."""
        kind = message["type"]
        if kind == "http.response.start":
            self._start = message
            return
        start, self._start = self._start, None
        if start is not None:
            status = start["status"]
            defaults = _SAFETY_AND_CACHING if status == 200 else _SAFETY
            headers = _furnished(start, self._shared, defaults)
            is_whole = kind == "http.response.body" and not message.get("more_body")
            if status == 200 and is_whole:
                status, message = self._tagged(headers, message)
            await self._send({**start, "status": status, "headers": headers})
        if not self._has_body and kind == "http.response.body":
            message = {**message, "body": b""}
        await self._send(message)

    def _tagged(self, headers: RawHeaders, message: Message) -> tuple[int, Message]:
        """Give a whole answer its ETag; return its status and body, 304 where it is known."""
        tag = dict(headers).get(b"etag", b"").decode("latin-1")
        if not tag:
            tag = '"' + hashlib.sha256(message.get("body", b"")).hexdigest()[:32] + '"'
            headers.append((b"etag", tag.encode()))
        if not self._wanted or not etag_matches(tag, self._wanted):
            return 200, message
        headers[:] = [header for header in headers if header[0] not in _OF_A_BODY]
        return 304, {**message, "body": b""}


def _furnished(
    start: Message,
    shared: Sequence[tuple[bytes, bytes]],
    defaults: Sequence[tuple[bytes, bytes]],
) -> RawHeaders:
    """Return the headers of an answer with those of the ``defaults`` that a route left out."""
    headers: RawHeaders = [*start.get("headers", ()), *shared]
    told = dict(headers)
    headers += [header for header in defaults if header[0] not in told]
    varies = [value for name, value in headers if name == b"vary"]
    if varies:
        headers = [header for header in headers if header[0] != b"vary"]
    headers.append((b"vary", b", ".join((*varies, b"Accept", b"Origin"))))
    return headers


def etag_matches(tag: str, wanted: str) -> bool:
    """Whether an If-None-Match field names ``tag`` (RFC 9110, section 13.1.2)."""
    names = {name.strip().removeprefix("W/") for name in wanted.split(",")}
    return tag in names or "*" in names
