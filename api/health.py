"""Whether the service lives and whether it can answer."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from api.context import LibraryDep

router = APIRouter(tags=["service"])


@router.get("/healthz", summary="Whether the process lives")
async def healthz() -> dict[str, str]:
    """Answer at once, without touching the store."""
    return {"status": "alive"}


@router.get("/readyz", summary="Whether the store answers")
def readyz(library: LibraryDep) -> JSONResponse:
    """Answer when the store does, with the number of documents that it holds."""
    counted = {
        row["class"].text.rpartition("#")[2]: row["count"].plain for row in library.rows("counts")
    }
    return JSONResponse({"status": "ready", "documents": counted.get("Document", 0)})
