"""``/sparql``: the SPARQL 1.1 Protocol for programs, a form and a table of results for people."""

from __future__ import annotations

from urllib.parse import quote

import anyio.to_thread
from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.masking import mask
from api.middleware import etag_matches
from api.negotiation import choose
from api.pages.links import show_table
from api.rows import parse_table
from api.sparql.answering import HTML, Prepared, evaluate, prepare, whole
from api.sparql.dataset_routes import described
from api.sparql.formats import formats_for
from api.sparql.request import QueryRequest, read_query
from api.sparql.responding import ReplyResponse, UnlessGone
from api.sparql.service import Service
from graph.search import MOST_MATCHES
from graph.workers import Reply

HEADERS = ("X-Generation", "X-Search-Cut")
"""Headers of ours that scripts of other sites may read."""
MOST_BYTES_OF_PAGE = 2_000_000

router = APIRouter(tags=["sparql"])

EXAMPLE = """PREFIX ans: <https://w3id.org/answerable/ns#>

SELECT ?recommendation ?recommendation_label ?date WHERE {
  ?recommendation a ans:Recommendation ;
    ans:text ?recommendation_label ;
    ans:sortDate ?date .
}
ORDER BY DESC(?date)
LIMIT 20"""

QUERY_PARAMETERS = {
    "parameters": [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": description,
            "schema": {"type": "string"},
        }
        for name, description in (
            ("query", "SPARQL 1.1 query; without it a form is shown."),
            ("default-graph-uri", "Graph to read as default graph; may be repeated."),
            ("named-graph-uri", "Graph to read as named graph; may be repeated."),
            ("generation", "State of the graph to ask, as X-Generation named it; else the newest."),
            ("format", "json, xml, csv, tsv, ttl, nt, jsonld, rdf, nq or trig; wins over Accept."),
        )
    ]
}


@router.get("/sparql", summary="Answer a SPARQL query", openapi_extra=QUERY_PARAMETERS)
@router.post("/sparql", summary="Answer a posted SPARQL query")
async def sparql(request: Request) -> Response:
    """Answer a query; without one show the form, or describe the service to a program."""
    service: Service = request.app.state.service
    query = await read_query(request, service.settings.query_bytes)
    accept = request.headers.get("accept")
    if query is None:
        return await _without_query(request, service, accept)
    service.turns.take(query.client)
    prepared = await prepare(query, accept, service.library.store, service.evaluator)
    headers = _headers(prepared)
    if prepared.tag and etag_matches(prepared.tag, request.headers.get("if-none-match", "")):
        return Response(status_code=304, headers=headers)
    reply = await _reply(request, service, prepared)
    if prepared.media_type == HTML:
        return await _page(request, service, query, prepared, reply)
    return ReplyResponse(reply, prepared.media_type, headers)


async def _reply(request: Request, service: Service, prepared: Prepared) -> Reply:
    """Return the answer that was given before to the same query, else the worker's."""
    kept = service.kept.get(prepared.tag)
    if kept is not None:
        return Reply(kept)
    with UnlessGone(request):
        reply = await evaluate(service.evaluator, prepared.asked, service.settings.slow_seconds)
    if reply.rest is None:
        service.kept.keep(prepared.tag, reply.start)
    return reply


async def _without_query(request: Request, service: Service, accept: str | None) -> Response:
    offered = [entry.media_type for entry in formats_for("triples")]
    media_type = choose(accept, [*offered, HTML])
    if media_type != HTML:
        return await described(service.description, media_type)
    return service.pages.render("sparql.html", request, title="SPARQL", query=EXAMPLE)


async def _page(
    request: Request, service: Service, query: QueryRequest, prepared: Prepared, reply: Reply
) -> Response:
    """Return the page with the answer: a table, text as it is, or that it is too long for one."""
    shown: dict[str, object] = {"query": query.text}
    body = await whole(reply, MOST_BYTES_OF_PAGE)
    if body is None:
        shown["text"] = "The answer is too long for a page: LIMIT it, or ask for it as a file."
    elif prepared.shape == "rows":
        base = service.library.iris.base
        table = await anyio.to_thread.run_sync(lambda: show_table(parse_table(body), base))
        shown["table"] = table
    else:
        shown["text"] = mask(body.decode())
    return service.pages.render("sparql.html", request, title="SPARQL", **shown)


def _headers(prepared: Prepared) -> dict[str, str]:
    headers = {}
    if prepared.asked.generation:
        headers["X-Generation"] = prepared.asked.generation
    if prepared.tag:
        headers["ETag"] = prepared.tag
    else:
        headers["Cache-Control"] = "no-store"
    if prepared.cut_searches:
        cut = ", ".join(quote(words) for words in prepared.cut_searches)
        headers["X-Search-Cut"] = f"more than {MOST_MATCHES} things match: {cut}"
    return headers
