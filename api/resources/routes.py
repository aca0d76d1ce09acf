"""``/api/v1``: lists and single things of every collection, as JSON and CSV."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from api.context import LibraryDep, SettingsDep
from api.errors import BadParameter, NotFound
from api.library import Library
from api.resources.collections import MAX_LIMIT, Collection, Page, collection_named, page_of
from api.resources.history import ASPECTS, elsewhere_as_json
from api.resources.stories import story_as_json
from api.resources.things import as_json, describe
from graph.elsewhere import elsewhere_of_body
from graph.stories import story_of

router = APIRouter(prefix="/api/v1", tags=["things"])
JSON_SUFFIX, CSV_SUFFIX = ".json", ".csv"


class ListParameters:
    """The filters, the limit and the cursor of a list; a filter takes a slug or an IRI."""

    def __init__(
        self,
        request: Request,
        body: Annotated[str | None, Query(description="Body that it is about.")] = None,
        theme: Annotated[str | None, Query(description="Theme or issue.")] = None,
        inspection: Annotated[str | None, Query(description="Inspection.")] = None,
        kind: Annotated[str | None, Query(description="Kind, genre or type.")] = None,
        addressed_to: Annotated[str | None, Query(description="Who has to act.")] = None,
        progress: Annotated[str | None, Query(description="Progress ever found.")] = None,
        q: Annotated[str | None, Query(max_length=500, description="Words in the text.")] = None,
        limit: Annotated[int | None, Query(ge=1, le=MAX_LIMIT)] = None,
        cursor: Annotated[str | None, Query(max_length=200)] = None,
    ) -> None:
        del body, theme, inspection, kind, addressed_to, progress, q, cursor  # declared for OpenAPI
        self.given = dict(request.query_params)
        self.limit = limit


ListDep = Annotated[ListParameters, Depends()]


@router.get("/{collection}", summary="List things")
def list_things(
    collection: str, parameters: ListDep, library: LibraryDep, settings: SettingsDep
) -> Response:
    """Return one page: ``items``, ``total``, and ``next``, the address of the page after it."""
    name, suffix = split_suffix(collection)
    kind = collection_named(name)
    refuse_unknown(kind, parameters.given)
    page = page_of(library, kind, parameters.given, parameters.limit or settings.page_size)
    following = next_address(f"/api/v1/{collection}", parameters.given, page)
    items = [as_json(thing) for thing in page.items]
    headers = {"Link": f'<{following}>; rel="next"'} if following else {}
    if suffix == CSV_SUFFIX:
        headers["X-Total-Count"] = str(page.total)
        return Response(as_csv(items), media_type="text/csv", headers=headers)
    return JSONResponse({"items": items, "total": page.total, "next": following}, headers=headers)


@router.get("/{collection}/{slug}", summary="One thing with its evidence")
def one_thing(collection: str, slug: str, library: LibraryDep) -> Response:
    """Return a thing with its properties and the words on which it rests."""
    bare, suffix = split_suffix(slug)
    body = thing_body(library, collection_named(collection), bare)
    if suffix == CSV_SUFFIX:
        return Response(as_csv([body]), media_type="text/csv")
    return JSONResponse(body)


@router.get("/recommendations/{slug}/{aspect}", summary="The life of a recommendation")
def recommendation_aspect(slug: str, aspect: str, library: LibraryDep) -> Response:
    """Return what became of it (``history``), or who else was told the same (``elsewhere``)."""
    if aspect not in ASPECTS:
        raise NotFound(f"a recommendation has no {aspect!r}; it has {', '.join(ASPECTS)}")
    iri = thing_iri(library, collection_named("recommendations"), slug)
    return JSONResponse(ASPECTS[aspect](library, iri))


@router.get("/bodies/{slug}/story", summary="The story of a body")
def body_story(
    slug: str,
    library: LibraryDep,
    day: Annotated[
        datetime.date | None, Query(description="Day on which to tell what is overdue; today.")
    ] = None,
) -> Response:
    """Return its inspections, themes, asks, deadlines, post-holders and overseers."""
    iri = thing_iri(library, collection_named("bodies"), slug)
    today = datetime.datetime.now(datetime.UTC).date()
    return JSONResponse(story_as_json(story_of(library.store, iri, day or today)))


@router.get("/bodies/{slug}/elsewhere", summary="Who else was told what a council was told")
def body_elsewhere(slug: str, library: LibraryDep) -> Response:
    """Return other councils that were told the same, and their grades before and after."""
    iri = thing_iri(library, collection_named("bodies"), slug)
    return JSONResponse(elsewhere_as_json(iri, elsewhere_of_body(library.store, iri)))


def thing_iri(library: Library, collection: Collection, slug: str) -> str:
    """Return the IRI of a thing of a collection that the graph has; raises NotFound."""
    return str(thing_body(library, collection, slug)["@id"])


def thing_body(library: Library, collection: Collection, slug: str) -> dict[str, object]:
    """Return the JSON of a thing of a collection; raises NotFound where there is none."""
    found = describe(library, [str(library.iris.thing(collection.type, slug))])
    if not found:
        raise NotFound(f"no {collection.type} has the slug {slug!r}")
    return as_json(found[0])


def split_suffix(name: str) -> tuple[str, str]:
    """Return a name without its suffix, and the suffix: ``.csv`` or ``.json``."""
    if name.endswith(CSV_SUFFIX):
        return name.removesuffix(CSV_SUFFIX), CSV_SUFFIX
    return name.removesuffix(JSON_SUFFIX), JSON_SUFFIX


def refuse_unknown(collection: Collection, given: dict[str, str]) -> None:
    """Raise BadParameter for a filter that the collection does not have."""
    known = (*collection.filters, "limit", "cursor")
    for name in given:
        if name not in known:
            raise BadParameter(
                f"{collection.name} have no filter {name!r}; there are {', '.join(known)}"
            )


def next_address(path: str, given: dict[str, str], page: Page) -> str | None:
    """Return the address of the next page with the same filters, None at the end."""
    return f"{path}?{urlencode({**given, 'cursor': page.next})}" if page.next else None


def as_csv(items: list[dict[str, object]], columns: Sequence[str] = ()) -> str:
    """Return items as CSV; without ``columns`` these come in order of first appearance.

    A thing that is named stands by its name, several values are joined by semicolons.
    """
    columns = columns or list(dict.fromkeys(name for item in items for name in item))
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([[_cell(item.get(name)) for name in columns] for item in items])
    return written.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_cell(part) for part in value)
    if isinstance(value, dict):
        return str(value.get("text") or value.get("name") or value.get("@id"))
    if isinstance(value, bool):
        return json.dumps(value)
    return "" if value is None else str(value)
