"""``/feeds``: Atom feeds of changes and of recommendations."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from api.context import LibraryDep
from api.errors import BadParameter
from api.feeds import entries
from api.feeds.atom import MEDIA_TYPE, Entry, Feed, as_atom
from api.library import Library, Parameter
from api.resources.collections import iri_of, read_cursor, write_cursor
from api.rows import XSD, Value

router = APIRouter(prefix="/feeds", tags=["feeds"])

ENTRIES = 100
"""Entries of one page of a feed; ``rel="next"`` leads to those before them."""

BodyQuery = Annotated[str | None, Query(description="Slug or IRI of a body.")]
ThemeQuery = Annotated[str | None, Query(description="Slug or IRI of a theme or issue.")]
SinceQuery = Annotated[
    str | None, Query(description="Only what was loaded or changed from this moment or day on.")
]
CursorQuery = Annotated[str | None, Query(max_length=200)]


@router.get("/changes.atom", summary="What came, was replaced or went", response_class=Response)
def changes_feed(
    request: Request,
    library: LibraryDep,
    body: BodyQuery = None,
    since: SinceQuery = None,
    cursor: CursorQuery = None,
) -> Response:
    """Return the latest changes of documents; a removed one is about no body any more."""
    wanted = _wanted(library, since, body=body)
    found = entries.changes(library, **wanted)
    return _feed(request, "Answerable: documents loaded, updated and removed", found, cursor)


@router.get("/recommendations.atom", summary="What was asked", response_class=Response)
def recommendations_feed(
    request: Request,
    library: LibraryDep,
    body: BodyQuery = None,
    theme: ThemeQuery = None,
    since: SinceQuery = None,
    cursor: CursorQuery = None,
) -> Response:
    """Return the recommendations that were loaded last."""
    wanted = _wanted(library, since, body=body, theme=theme)
    found = entries.recommendations(library, **wanted)
    return _feed(request, "Answerable: recommendations", found, cursor)


def _wanted(library: Library, since: str | None, **things: str | None) -> dict[str, Parameter]:
    wanted: dict[str, Parameter] = {
        kind: Value(iri_of(library, kind, text)) for kind, text in things.items() if text
    }
    if since:
        wanted["since"] = Value(moment(since), XSD + "dateTime")
    return wanted


def moment(text: str) -> str:
    """Return an ISO day or moment as a moment of UTC; raises BadParameter for what is none."""
    try:
        found = datetime.datetime.fromisoformat(text.strip().replace(" ", "+"))
    except ValueError:
        raise BadParameter(
            f"since is {text!r}: a day or moment such as 2026-01-05T10:00:00Z is needed"
        ) from None
    aware = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
    try:
        return aware.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        raise BadParameter(f"since is {text!r}: there is no such moment") from None


def _feed(request: Request, title: str, found: Sequence[Entry], cursor: str | None) -> Response:
    first = read_cursor(cursor)
    after = first + ENTRIES
    address = _addresses(request)
    links = {"self": address(cursor), "alternate": str(request.base_url)}
    if after < len(found):
        links["next"] = address(write_cursor(after))
    feed = Feed(address(None), title, found[first:after], links)
    return Response(as_atom(feed), media_type=MEDIA_TYPE)


def _addresses(request: Request) -> Callable[[str | None], str]:
    """Return a function from a cursor to the address of that page of the feed."""
    given = [(name, value) for name, value in request.query_params.items() if name != "cursor"]

    def address(cursor: str | None) -> str:
        query = urlencode([*given, *([("cursor", cursor)] if cursor else [])])
        return f"{request.url.replace(query='')}".rstrip("?") + (f"?{query}" if query else "")

    return address
