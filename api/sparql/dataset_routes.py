"""``/dataset`` and ``/.well-known/void``: what the data set is, for programs that look for it."""

from __future__ import annotations

import anyio.to_thread
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from api.context import DescriptionDep
from api.negotiation import choose
from api.sparql.description import Description
from api.sparql.formats import format_named, formats_for

router = APIRouter(tags=["sparql"])


@router.get("/.well-known/void", summary="Where the data set is described", status_code=303)
def well_known() -> Response:
    """Lead to the description of the data set (VoID, section 7.2)."""
    return RedirectResponse("/dataset", status_code=303)


@router.get("/dataset", summary="VoID and the description of the SPARQL service")
async def dataset(request: Request, description: DescriptionDep) -> Response:
    """Describe the data set and its service in the format that the client likes best."""
    offered = [entry.media_type for entry in formats_for("triples")]
    return await described(description, choose(request.headers.get("accept"), offered))


async def described(description: Description, media_type: str) -> Response:
    """Return the description of the data set and its service in a format."""
    chosen = format_named(media_type)
    assert chosen is not None
    body = await anyio.to_thread.run_sync(description.serialised, chosen.name)
    return Response(body, media_type=media_type)
