"""The yardstick: the same engine in a plain FastAPI thread pool, without limits or checks.

Run as ``python -m tests.benchmarks.endpoints.plain GENERATION PORT``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import Response
from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, Store


def plain_app(directory: Path) -> FastAPI:
    """Return an application that answers GET /sparql in JSON or N-Triples."""
    app = FastAPI()
    engine = Store.read_only(str(directory))

    @app.get("/sparql")
    def sparql(request: Request, query: str) -> Response:
        del request
        answer = engine.query(
            query, base_iri="http://localhost:8000/", use_default_graph_as_union=True
        )
        if isinstance(answer, QueryTriples):
            body = answer.serialize(format=RdfFormat.N_TRIPLES)
            return Response(body, media_type="application/n-triples")
        body = answer.serialize(format=QueryResultsFormat.JSON)
        return Response(body, media_type="application/sparql-results+json")

    return app


if __name__ == "__main__":
    uvicorn.run(
        plain_app(Path(sys.argv[1])), host="127.0.0.1", port=int(sys.argv[2]), log_level="warning"
    )
