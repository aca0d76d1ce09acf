"""The application, some of whose addresses are answered before the framework.

The framework's way to an endpoint (its stack, its routing, what it injects) takes longer than a
light query.  The routes stay declared: the description of the interface is made of them, and
they answer every other method.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.middleware import AnswerMiddleware
from api.problems import answer_known, answer_unknown
from ontology.errors import AnswerableError

_METHODS = ("GET", "HEAD", "POST")

Endpoint = Callable[[Request], Awaitable[Response]]


class DirectApp(FastAPI):
    """An application of the framework with `answer_directly`."""

    def __init__(self, **options: Any) -> None:  # Any: they are the framework's to check
        super().__init__(**options)
        self._direct: dict[str, ASGIApp] = {}
        self._exposed: tuple[str, ...] = ()

    def furnish_answers(self, *exposed: str) -> None:
        """Give every answer what `AnswerMiddleware` gives; other sites may read these headers."""
        self._exposed = exposed
        self.add_middleware(AnswerMiddleware, exposed=exposed)

    def answer_directly(self, path: str, endpoint: Endpoint) -> None:
        """Let ``endpoint`` answer GET, HEAD and POST of ``path``, with errors told as ever."""
        furnished = AnswerMiddleware(_telling_errors(endpoint), self._exposed)
        self._direct[path] = ServerErrorMiddleware(furnished, handler=answer_unknown)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer directly what can be, the rest as the framework does."""
        direct = self._direct.get(scope["path"]) if scope["type"] == "http" else None
        if direct is None or scope["method"] not in _METHODS:
            await super().__call__(scope, receive, send)
            return
        scope["app"] = self
        await direct(scope, receive, send)


def _telling_errors(endpoint: Endpoint) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        try:
            response = await endpoint(request)
        except AnswerableError as error:
            response = await answer_known(request, error)
        await response(scope, receive, send)

    return app
