"""``/api/v1/bodies/{slug}/briefing.{html,docx,md}``: a report for a board."""

from __future__ import annotations

import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from api.briefing import FORMS
from api.context import LibraryDep
from api.errors import NotFound
from graph.briefing import build_briefing

router = APIRouter(prefix="/api/v1/bodies", tags=["briefing"])

CONTENT_SECURITY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"
"""The page is complete in itself: its own style, no script, nothing fetched."""


@router.get("/{slug}/briefing.{suffix}", summary="A briefing about a body, for a board")
def briefing(
    slug: str,
    suffix: str,
    library: LibraryDep,
    on: Annotated[
        datetime.date | None, Query(description="Day that it is about; today by default.")
    ] = None,
) -> Response:
    """Return history, open asks, recurrences, progress, duties and deadlines, with sources."""
    if suffix not in FORMS:
        raise NotFound(f"no briefing.{suffix}; there are {', '.join(FORMS)}")
    if not library.store.holds(str(library.iris.body(slug))):
        raise NotFound(f"no body has the slug {slug!r}")
    form = FORMS[suffix]
    content = form.render(build_briefing(library.store, slug, on or datetime.date.today()))
    headers = {"Content-Security-Policy": CONTENT_SECURITY}
    if suffix != "html":
        headers["Content-Disposition"] = f'attachment; filename="{slug}-briefing.{suffix}"'
    return Response(content, media_type=form.media_type, headers=headers)
