"""The three forms in which the SPARQL 1.1 Protocol (section 2.1) puts a query."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs

from fastapi import Request

from api.errors import BadParameter, BadQuery, QueryTooLong, SlowRequest, UnsupportedType

FORM_TYPE = "application/x-www-form-urlencoded"
QUERY_TYPE = "application/sparql-query"
BODY_SECONDS = 10
_SHORT = 4000
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|\\^`\x00-\x20]*")


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query with the dataset that the protocol names, and who asks.

    ``format`` is a suffix and ``generation`` the name of a state of the graph, where given.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str | None = None
    generation: str | None = None
    client: str = ""


async def read_query(request: Request, max_bytes: int) -> QueryRequest | None:
    """Return the query of a request, None for a GET that asks nothing.

    Raises UnsupportedType for a body of another type, QueryTooLong, SlowRequest, BadQuery and
    BadParameter.
    """
    parameters = _values(request.scope["query_string"].decode(errors="replace"), max_bytes)
    if request.method == "POST":
        body = await _read_body(request, max_bytes)
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if len(body) > max_bytes and media_type == QUERY_TYPE:
            raise QueryTooLong(f"a query may have {max_bytes} bytes")
        if media_type == QUERY_TYPE:
            queries = [*parameters.get("query", ()), _decoded(body)]
            parameters = {**parameters, "query": queries}
        elif media_type == FORM_TYPE:
            parameters = _values(_decoded(body), max_bytes)
        else:
            raise UnsupportedType(
                f"{media_type!r}: a query is posted as {FORM_TYPE} or {QUERY_TYPE}",
            )
    elif "query" not in parameters:
        return None
    return _request_from(parameters, client=request.client.host if request.client else "")


async def _read_body(request: Request, max_bytes: int) -> bytes:
    """Return the body, read no further than three times ``max_bytes`` (a form escapes bytes)."""
    too_long = QueryTooLong(f"a query may have {max_bytes} bytes")
    if int(request.headers.get("content-length", "0")) > 3 * max_bytes:
        raise too_long
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > 3 * max_bytes:
                    raise too_long
    except TimeoutError:
        raise SlowRequest(f"the body did not come within {BODY_SECONDS} seconds") from None
    return bytes(body)


def _values(encoded: str, max_bytes: int) -> Mapping[str, Sequence[str]]:
    if len(encoded) <= min(_SHORT, max_bytes // 4):  # a character has four bytes at most
        return _short_values(encoded)
    values = _decoded_values(encoded)
    if any(len(value.encode()) > max_bytes for each in values.values() for value in each):
        raise QueryTooLong(f"a query may have {max_bytes} bytes")
    return values


def _decoded_values(encoded: str) -> Mapping[str, Sequence[str]]:
    return parse_qs(encoded, keep_blank_values=True, max_num_fields=1000)


_short_values = lru_cache(maxsize=256)(_decoded_values)


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise BadQuery(f"the query is not UTF-8 at byte {error.start}") from error


def _request_from(parameters: Mapping[str, Sequence[str]], client: str) -> QueryRequest:
    queries = parameters.get("query", ())
    if "update" in parameters:
        raise BadQuery("updates are not answered here; put a query as the parameter `query`")
    if len(queries) != 1:
        raise BadQuery(f"one `query` is needed, {len(queries)} are there")
    return QueryRequest(
        text=queries[0],
        default_graphs=_iris("default-graph-uri", parameters),
        named_graphs=_iris("named-graph-uri", parameters),
        format=_single("format", parameters),
        generation=_single("generation", parameters),
        client=client,
    )


def _single(wanted: str, parameters: Mapping[str, Sequence[str]]) -> str | None:
    return next(filter(None, parameters.get(wanted, ())), None)


def _iris(wanted: str, parameters: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(check_iri(wanted, value) for value in parameters.get(wanted, ()))


def check_iri(parameter: str, value: str) -> str:
    """Return a parameter that has to be an absolute IRI; raises BadParameter for another."""
    if not _ABSOLUTE.fullmatch(value):
        raise BadParameter(f"{parameter} is {value!r}: an absolute IRI is needed")
    return value
