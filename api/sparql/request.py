"""The three forms in which the SPARQL 1.1 Protocol (section 2.1) puts a query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from fastapi import Request

from api.errors import BadParameter, BadQuery, QueryTooLong, UnsupportedType

FORM_TYPE = "application/x-www-form-urlencoded"
QUERY_TYPE = "application/sparql-query"


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query with the dataset that the protocol names; ``format`` is a suffix, where given."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None


async def read_query(request: Request, max_bytes: int) -> QueryRequest | None:
    """Return the query of a request, None for a GET that asks nothing.

    Raises UnsupportedType for a body of another type, QueryTooLong, BadQuery and BadParameter.
    """
    parameters = _pairs(request.url.query, max_bytes)
    if request.method == "POST":
        body = await _read_body(request, max_bytes)
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type == QUERY_TYPE:
            parameters = [*parameters, ("query", _decoded(body))]
        elif media_type == FORM_TYPE:
            parameters = _pairs(_decoded(body), max_bytes)
        else:
            raise UnsupportedType(
                f"{media_type!r}: a query is posted as {FORM_TYPE} or {QUERY_TYPE}",
            )
    elif not any(name == "query" for name, _ in parameters):
        return None
    return _request_from(parameters)


async def _read_body(request: Request, max_bytes: int) -> bytes:
    """Return the body, read no further than three times ``max_bytes`` (a form escapes bytes)."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > 3 * max_bytes:
            raise QueryTooLong(f"a query may have {max_bytes} bytes")
    return body


def _pairs(encoded: str, max_bytes: int) -> list[tuple[str, str]]:
    pairs = parse_qsl(encoded, keep_blank_values=True, max_num_fields=1000)
    if any(len(value.encode()) > max_bytes for _, value in pairs):
        raise QueryTooLong(f"a query may have {max_bytes} bytes")
    return pairs


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadQuery(f"the query is not UTF-8 at byte {error.start}") from error


def _request_from(parameters: Sequence[tuple[str, str]]) -> QueryRequest:
    queries = [value for name, value in parameters if name == "query"]
    if any(name == "update" for name, _ in parameters):
        raise BadQuery("updates are not answered here; put a query as the parameter `query`")
    if len(queries) != 1:
        raise BadQuery(f"one `query` is needed, {len(queries)} are there")
    return QueryRequest(
        text=queries[0],
        default_graphs=_iris("default-graph-uri", parameters),
        named_graphs=_iris("named-graph-uri", parameters),
        format=next((value for name, value in parameters if name == "format" and value), None),
    )


def _iris(wanted: str, parameters: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    values = tuple(value for name, value in parameters if name == wanted)
    for value in values:
        if ":" not in value or any(mark in value for mark in '<>"{}|\\^` '):
            raise BadParameter(f"{wanted} is {value!r}: an absolute IRI is needed")
    return values
