"""``/rdf-graph-store``: the SPARQL 1.1 Graph Store Protocol, indirect identification.

Reading is open and passes the same workers and limits as a query.  Writing needs the token; what
is written is held to the shapes, and the program's own graphs cannot be written.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pyoxigraph import NamedNode, Triple, parse

from api.errors import BadParameter, NotAllowed, NotFound, QueryTooLong, Unreadable, UnsupportedType
from api.middleware import etag_matches
from api.negotiation import choose
from api.sparql.answering import evaluate
from api.sparql.evaluating import Asked
from api.sparql.formats import FORMATS, format_named, formats_for
from api.sparql.request import check_iri
from api.sparql.responding import ReplyResponse, UnlessGone
from api.sparql.service import Service, ServiceDep
from api.writing import check_token, writable
from graph.errors import DataError
from graph.formats import in_format, rdf_format
from graph.store import Store, refuse_protected
from ontology.validation import violations_of_ntriples

router = APIRouter(prefix="/rdf-graph-store", tags=["sparql"])

MOST_BYTES = 64 * 1024 * 1024
GraphParameter = Annotated[list[str] | None, Query(description="IRI of a named graph.")]
DefaultParameter = Annotated[str | None, Query(description="Given without a value: that graph.")]


def graph_of(graph: GraphParameter = None, default: DefaultParameter = None) -> str | None:
    """Return the graph that a request names, None for the default graph.

    Raises BadParameter where it names none, two, or a relative IRI.
    """
    named = graph or []
    if len(named) + (default is not None) != 1:
        raise BadParameter("name one graph: ?graph=IRI, or ?default")
    return check_iri("graph", named[0]) if named else None


GraphDep = Annotated[str | None, Depends(graph_of)]


@router.get("", summary="A graph's triples")
async def read_graph(request: Request, graph: GraphDep, service: ServiceDep) -> Response:
    """Answer with the triples of one graph; 404 for one that is not there."""
    offered = [entry.media_type for entry in formats_for("triples")]
    media_type = choose(request.headers.get("accept"), offered)
    if graph is not None and not service.library.store.has_graph(graph):
        raise NotFound(f"there is no graph <{graph}>")
    asked = _asked(service, graph, media_type)
    asked = replace(asked, client=request.client.host if request.client else "")
    tag = f'W/"{asked.generation}-{asked.format_name}"'
    headers = {"X-Generation": asked.generation, "ETag": tag}
    if etag_matches(tag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    service.turns.take(asked.client)
    with UnlessGone(request):
        reply = await evaluate(service.evaluator, asked, service.settings.slow_seconds)
    return ReplyResponse(reply, media_type, headers)


@router.put("", summary="Replace a graph", dependencies=[Depends(check_token)])
async def put_graph(request: Request, graph: GraphDep, service: ServiceDep) -> Response:
    """Make the triples that were sent the whole content of a graph; 201 where it is new."""
    return await _write(request, graph, service, replaces=True)


@router.post("", summary="Add to a graph", dependencies=[Depends(check_token)])
async def post_graph(request: Request, graph: GraphDep, service: ServiceDep) -> Response:
    """Add the triples that were sent to a graph; 201 where it is new."""
    return await _write(request, graph, service, replaces=False)


@router.delete("", summary="Remove a graph", dependencies=[Depends(check_token)])
async def delete_graph(graph: GraphDep, service: ServiceDep) -> Response:
    """Remove a graph; 404 for one that is not there."""

    def remove() -> bool:
        name = _writable_name(graph, service)
        with writable(service.library, service.settings) as store:
            return store.remove(name)

    if not await anyio.to_thread.run_sync(remove):
        raise NotFound(f"there is no graph <{graph}>")
    return Response(status_code=204)


def _asked(service: Service, graph: str | None, media_type: str) -> Asked:
    chosen = format_named(media_type)
    assert chosen is not None
    pattern = f"GRAPH {NamedNode(graph)} {{ ?s ?p ?o }}" if graph else "?s ?p ?o"
    text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}"
    return Asked(text, chosen.name, service.evaluator.generation(None), shape=text)


async def _write(
    request: Request, graph: str | None, service: Service, *, replaces: bool
) -> Response:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    sent = next((entry for entry in FORMATS if entry.media_type == media_type), None)
    if sent is None or "triples" not in sent.shapes:
        types = ", ".join(entry.media_type for entry in formats_for("triples"))
        raise UnsupportedType(f"{media_type!r}: triples are sent as one of {types}")
    data = await _body(request)

    def write() -> bool:
        name = _writable_name(graph, service)
        with writable(service.library, service.settings) as store:
            is_new = not store.has_graph(name)
            triples = _checked_triples(store, data, sent.name)
            with store.transaction() as changes:
                (changes.replace if replaces else changes.add)(name, triples)
            return is_new

    is_new = await anyio.to_thread.run_sync(write)
    return Response(status_code=201 if is_new else 204)


async def _body(request: Request) -> bytes:
    too_long = QueryTooLong(f"a graph may be sent with {MOST_BYTES} bytes; load a file instead")
    if int(request.headers.get("content-length", "0")) > MOST_BYTES:
        raise too_long
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise too_long
    return bytes(body)


def _writable_name(graph: str | None, service: Service) -> str:
    if graph is None:
        raise NotAllowed("the default graph is made of the others; name a graph to write")
    refuse_protected(service.library.iris, graph)
    return graph


def _checked_triples(store: Store, data: bytes, format_name: str) -> bytes:
    """Return triples that were sent as N-Triples.  Raises DataError and Unreadable.

    Entities of RDF/XML are refused: a thousand bytes of them can stand for gigabytes.
    """
    if format_name == "rdf" and b"<!ENTITY" in data:
        raise DataError("cannot be read as rdf: write the values of its <!ENTITY …> out")
    try:
        quads = parse(data, rdf_format(format_name), base_iri=f"{store.iris.base}/")
        triples = [Triple(quad.subject, quad.predicate, quad.object) for quad in quads]
    except (SyntaxError, ValueError) as error:
        raise DataError(f"cannot be read as {format_name}: {error}") from error
    ntriples = in_format(triples, "nt")
    breaches = violations_of_ntriples(ntriples)
    if breaches:
        raise Unreadable(f"its triples break {len(breaches)} constraints: {breaches[0].message}")
    return ntriples
