"""How HTTP tells what went wrong: the one table from exception type to status, and its answers.

Every answer is `application/problem+json` (RFC 9457), but that a browser which asks for a page
of ours gets one.  Nothing below `api` knows a status.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.errors import (
    BadParameter,
    BadQuery,
    NotAcceptable,
    NotAllowed,
    NotFound,
    QueryTooLong,
    RequestError,
    SlowRequest,
    TokenNeeded,
    TooManyRequests,
    Unreadable,
    UnsupportedType,
)
from graph.errors import (
    AnswerTooLong,
    DataError,
    ParameterError,
    ProtectedGraph,
    QueryError,
    QueryStopped,
    ServiceBusy,
    StoreError,
    UnknownName,
)
from graph.exports.extras import ExtraMissing
from loaders.errors import DocumentError, UnknownGenre, UnreadableDocument
from ontology.errors import AnswerableError
from ontology.iris import BadIriError

PROBLEM_TYPE = "application/problem+json"

STATUSES: dict[type[AnswerableError], HTTPStatus] = {
    BadParameter: HTTPStatus.BAD_REQUEST,
    BadQuery: HTTPStatus.BAD_REQUEST,
    BadIriError: HTTPStatus.BAD_REQUEST,
    NotFound: HTTPStatus.NOT_FOUND,
    NotAcceptable: HTTPStatus.NOT_ACCEPTABLE,
    QueryTooLong: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnsupportedType: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    Unreadable: HTTPStatus.UNPROCESSABLE_ENTITY,
    TokenNeeded: HTTPStatus.UNAUTHORIZED,
    NotAllowed: HTTPStatus.FORBIDDEN,
    SlowRequest: HTTPStatus.REQUEST_TIMEOUT,
    TooManyRequests: HTTPStatus.TOO_MANY_REQUESTS,
    QueryStopped: HTTPStatus.SERVICE_UNAVAILABLE,
    ServiceBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    AnswerTooLong: HTTPStatus.BAD_REQUEST,
    DataError: HTTPStatus.BAD_REQUEST,
    ProtectedGraph: HTTPStatus.FORBIDDEN,
    QueryError: HTTPStatus.BAD_REQUEST,
    UnknownName: HTTPStatus.NOT_FOUND,
    ParameterError: HTTPStatus.BAD_REQUEST,
    StoreError: HTTPStatus.SERVICE_UNAVAILABLE,
    UnknownGenre: HTTPStatus.UNPROCESSABLE_ENTITY,
    UnreadableDocument: HTTPStatus.UNPROCESSABLE_ENTITY,
    DocumentError: HTTPStatus.UNPROCESSABLE_ENTITY,
    ExtraMissing: HTTPStatus.NOT_IMPLEMENTED,
    AnswerableError: HTTPStatus.INTERNAL_SERVER_ERROR,
}

TITLES = {
    HTTPStatus.BAD_REQUEST: "The request cannot be understood",
    HTTPStatus.UNAUTHORIZED: "The token is needed",
    HTTPStatus.FORBIDDEN: "This is not allowed here",
    HTTPStatus.NOT_FOUND: "There is no such thing here",
    HTTPStatus.NOT_ACCEPTABLE: "None of the formats asked for can be made",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The request is too long",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "The body has a type that is not read here",
    HTTPStatus.UNPROCESSABLE_ENTITY: "A value in the request cannot be used",
    HTTPStatus.REQUEST_TIMEOUT: "The request came too slowly",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests from one client",
    HTTPStatus.SERVICE_UNAVAILABLE: "The query was not answered",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The service failed",
    HTTPStatus.NOT_IMPLEMENTED: "A library for this is not installed",
}


def problem(status: int, detail: str, request: Request, **facts: object) -> Response:
    """Return a problem+json answer, or a page to a browser; a ``type`` of its own adds nothing."""
    meaning = HTTPStatus(status)
    title = TITLES.get(meaning, meaning.phrase)
    if _wants_page(request):
        page: Response = request.app.state.pages.render(
            "problem.html", request, title=title, detail=detail
        )
        page.status_code = status
        return page
    body: dict[str, object] = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    return JSONResponse(body | facts, status_code=status, media_type=PROBLEM_TYPE)


def _wants_page(request: Request) -> bool:
    """Whether a person asks, on a page: programs name no text/html, or ask the interfaces."""
    if request.url.path.startswith(("/api/", "/sparql", "/exports/")):
        return False
    ranges = [
        entry.partition(";")[0].strip() for entry in request.headers.get("accept", "").split(",")
    ]
    return ranges[0].lower() in ("text/html", "application/xhtml+xml")


def status_of(error: AnswerableError) -> HTTPStatus:
    """Return the status of the nearest class of ``error`` that the table holds."""
    return next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)


def _facts_of(error: AnswerableError) -> dict[str, Any]:
    if isinstance(error, RequestError):
        return dict(error.facts)
    if isinstance(error, QueryError) and error.line:
        return {"line": error.line, "column": error.column}
    return {}


def _retry_seconds(error: AnswerableError) -> int:
    if isinstance(error, ServiceBusy):
        return error.retry_seconds
    return int(_facts_of(error).get("retry_seconds", 60))


async def answer_known(request: Request, error: Exception) -> Response:
    """Answer an error of ours with its status and its facts."""
    assert isinstance(error, AnswerableError)
    answer = problem(status_of(error), str(error), request, **_facts_of(error))
    if answer.status_code in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS):
        answer.headers["Retry-After"] = str(_retry_seconds(error))
    if isinstance(error, TokenNeeded):
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


async def answer_http(request: Request, error: Exception) -> Response:
    """Answer what the framework itself refuses: unknown address, wrong method."""
    assert isinstance(error, HTTPException)
    answer = problem(error.status_code, str(error.detail), request)
    answer.headers.update(error.headers or {})
    return answer


async def answer_invalid(request: Request, error: Exception) -> Response:
    """Answer a parameter that fails its check with the list of what is wrong."""
    assert isinstance(error, RequestValidationError)
    wrong = jsonable_encoder(error.errors(), exclude={"ctx"})
    detail = "; ".join(f"{item['loc'][-1]}: {item['msg']}" for item in wrong)
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, request, errors=wrong)


async def answer_unknown(request: Request, _error: Exception) -> Response:
    """Answer a fault of the program without telling its insides; the log has them."""
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR, "An unforeseen fault; it has been logged.", request
    )


def install_error_answers(app: FastAPI) -> None:
    """Make ``app`` answer every error as a problem."""
    app.add_exception_handler(AnswerableError, answer_known)
    app.add_exception_handler(HTTPException, answer_http)
    app.add_exception_handler(RequestValidationError, answer_invalid)
    app.add_exception_handler(Exception, answer_unknown)
