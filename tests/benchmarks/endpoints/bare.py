"""The yardstick of the REST interface: a FastAPI route that returns the bytes of a file.

Run as ``python -m tests.benchmarks.endpoints.bare FILE PORT``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi.responses import Response


def bare_app(body: bytes) -> FastAPI:
    """Return an application that always answers with these bytes of JSON."""
    app = FastAPI()

    @app.get("/")
    def answer() -> Response:
        return Response(body, media_type="application/json")

    return app


if __name__ == "__main__":
    uvicorn.run(
        bare_app(Path(sys.argv[1]).read_bytes()),
        host="127.0.0.1",
        port=int(sys.argv[2]),
        log_level="warning",
    )
