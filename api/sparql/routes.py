"""``/sparql``: the SPARQL 1.1 Protocol for programs, a form and a table of results for people."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.context import LibraryDep, PagesDep, SettingsDep
from api.library import Library
from api.masking import mask
from api.negotiation import choose
from api.pages.links import show_table
from api.rows import parse_table
from api.sparql.answering import HTML, Answer, answer
from api.sparql.request import QueryRequest, read_query

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
            ("format", "json, xml, csv, tsv, ttl, nt, jsonld or rdf; wins over Accept."),
        )
    ]
}


@router.get("/sparql", summary="Answer a SPARQL query", openapi_extra=QUERY_PARAMETERS)
@router.post("/sparql", summary="Answer a posted SPARQL query")
async def sparql(
    request: Request, library: LibraryDep, settings: SettingsDep, pages: PagesDep
) -> Response:
    """Answer a query, or show the form for one."""
    query = await read_query(request, settings.query_bytes)
    accept = request.headers.get("accept")
    if query is None:
        choose(accept, [HTML])
        return pages.render("sparql.html", request, title="SPARQL", query=EXAMPLE)
    found = await answer(library, query, accept, settings.query_seconds)
    if found.media_type == HTML:
        return pages.render("sparql.html", request, title="SPARQL", **_shown(query, found, library))
    return Response(found.body, media_type=found.media_type)


def _shown(query: QueryRequest, found: Answer, library: Library) -> dict[str, object]:
    """Return what the page shows of an answer: a table, or text as it is."""
    if found.shape == "rows":
        return {
            "query": query.text,
            "table": show_table(parse_table(found.body), library.iris.base),
        }
    return {"query": query.text, "text": mask(found.body.decode())}
