"""``/api/v1``: lists and single things of every collection, as JSON, CSV and RDF."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import JSONResponse, Response

from api.context import LibraryDep, SettingsDep
from api.errors import BadParameter, NotFound
from api.library import Library
from api.resources.collections import (
    MAX_LIMIT,
    Collection,
    Extract,
    collection_named,
    extract_of,
)
from api.resources.forms import (
    CSV_SUFFIX as CSV_SUFFIX,
)
from api.resources.forms import (
    FACETS,
    RDF_SUFFIXES,
    SUFFIXES,
    as_bytes,
    count_facets,
    read_shape,
    sparse,
    told,
)
from api.resources.forms import (
    split_suffix as split_suffix,
)
from api.resources.history import ASPECTS, elsewhere_as_json
from api.resources.jsonld import described
from api.resources.stories import story_as_json
from api.rows import Value
from api.settings import Settings
from graph.elsewhere import elsewhere_of_body
from graph.exports.csv_archive import escaped
from graph.stories import story_of

router = APIRouter(prefix="/api/v1", tags=["things"])

CollectionPath = Annotated[
    str,
    Path(
        description="Name of the list, with or without a suffix.",
        examples=["recommendations", "inspections.csv", "documents.ttl"],
    ),
]
SlugPath = Annotated[
    str,
    Path(
        description="Slug of the thing, with or without a suffix.",
        examples=["exampleshire-2019-03-22-inspection-report-1"],
    ),
]
FieldsQuery = Annotated[
    str | None,
    Query(
        max_length=1_000,
        description="Names of properties to keep, with commas between.",
        examples=["text,page"],
    ),
]


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
        fields: FieldsQuery = None,
        facets: Annotated[
            str | None,
            Query(
                max_length=200,
                description=f"Facets to count, with commas between: {', '.join(FACETS)}.",
                examples=["kind,theme"],
            ),
        ] = None,
    ) -> None:
        del body, theme, inspection, kind, addressed_to, progress, q, cursor  # declared for OpenAPI
        self.given = dict(request.query_params)
        self.limit = limit
        self.shape = read_shape(fields, facets)


ListDep = Annotated[ListParameters, Depends()]


@router.get("/{collection}", summary="List things", response_class=JSONResponse)
def list_things(
    request: Request,
    collection: CollectionPath,
    parameters: ListDep,
    library: LibraryDep,
    settings: SettingsDep,
) -> Response:
    """Return one page: ``items``, ``total``, and ``next``, the address of the page after it.

    The suffixes .json, .csv, .jsonld, .ttl and .nt choose the form.  ``fields`` keeps only the
    properties that are named, ``facets`` counts what all the things found have.
    """
    name, suffix = split_suffix(collection, SUFFIXES)
    kind = collection_named(name)
    refuse_unknown(kind, parameters.given)
    page = extract_of(library, kind, parameters.given, parameters.limit or settings.page_size)
    following = next_address(f"/api/v1/{collection}", parameters.given, page)
    headers = {"X-Total-Count": str(page.total), **_tag(request, library, settings)}
    if following:
        headers["Link"] = f'<{following}>; rel="next"'
    if suffix in RDF_SUFFIXES:
        return as_rdf(library, page.iris, suffix, headers)
    things = told(library, page.iris)
    shape = parameters.shape
    if suffix == CSV_SUFFIX:
        items = [sparse(json.loads(item), shape.fields) for item in things]
        return Response(as_csv(items), media_type="text/csv", headers=headers)
    if shape.fields:
        things = [as_bytes(sparse(json.loads(item), shape.fields)) for item in things]
    rest: dict[str, object] = {"total": page.total, "next": following}
    if shape.facets:
        rest["facets"] = count_facets(library, shape.facets, page.found)
    return Response(_joined(things, rest), media_type="application/json", headers=headers)


def _tag(request: Request, library: Library, settings: Settings) -> dict[str, str]:
    """Return the ETag of a list: its state of the graph, and all that was asked of it."""
    if not library.store.generation:
        return {}
    asked = (request.app.version, library.store.generation, settings.page_size, request.url)
    return {
        "ETag": '"' + hashlib.sha256("\0".join(map(str, asked)).encode()).hexdigest()[:32] + '"'
    }


def _joined(things: Sequence[bytes], rest: Mapping[str, object]) -> bytes:
    """Return the JSON of a page; made at one stroke, since megabytes are dear to copy."""
    between = (b"," if number else b"" for number in range(len(things)))
    pieces = (piece for pair in zip(between, things, strict=True) for piece in pair)
    return b"".join((b'{"items":[', *pieces, b"],", as_bytes(rest)[1:]))


@router.get("/{collection}/{slug}", summary="One thing with its evidence")
def one_thing(
    collection: CollectionPath,
    slug: SlugPath,
    library: LibraryDep,
    fields: FieldsQuery = None,
) -> Response:
    """Return a thing with its properties and the words on which it rests; suffixes as for lists."""
    bare, suffix = split_suffix(slug, SUFFIXES)
    thing = thing_told(library, collection_named(collection), bare)
    if suffix in RDF_SUFFIXES:
        iri = str(library.iris.thing(collection_named(collection).type, bare))
        return as_rdf(library, [iri], suffix, {})
    if fields or suffix == CSV_SUFFIX:
        body = sparse(json.loads(thing), read_shape(fields, None).fields)
        if suffix == CSV_SUFFIX:
            return Response(as_csv([body]), media_type="text/csv")
        return JSONResponse(body)
    return Response(thing, media_type="application/json")


def as_rdf(
    library: Library, things: Sequence[str], suffix: str, headers: Mapping[str, str]
) -> Response:
    """Return what the graph says of things, with their evidence, in the RDF of a suffix."""
    media_type = RDF_SUFFIXES[suffix]
    if suffix == ".jsonld":
        return JSONResponse(described(library, things), headers=headers, media_type=media_type)
    named = [Value(iri) for iri in things]
    triples = library.triples("description", suffix[1:], named) if named else b""
    return Response(triples, media_type=media_type, headers=headers)


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
    body: dict[str, object] = json.loads(thing_told(library, collection, slug))
    return body


def thing_told(library: Library, collection: Collection, slug: str) -> bytes:
    """Return the JSON of a thing of a collection as bytes; raises NotFound."""
    found = told(library, [str(library.iris.thing(collection.type, slug))])
    if not found:
        raise NotFound(f"no {collection.type} has the slug {slug!r}")
    return found[0]


def refuse_unknown(collection: Collection, given: dict[str, str]) -> None:
    """Raise BadParameter for a filter that the collection does not have."""
    known = (*collection.filters, "limit", "cursor", "fields", "facets")
    for name in given:
        if name not in known:
            raise BadParameter(
                f"{collection.name} have no filter {name!r}; there are {', '.join(known)}"
            )


def next_address(path: str, given: dict[str, str], page: Extract) -> str | None:
    """Return the address of the next page with the same filters, None at the end."""
    return f"{path}?{urlencode({**given, 'cursor': page.next})}" if page.next else None


def as_csv(items: list[dict[str, object]], columns: Sequence[str] = ()) -> str:
    """Return items as CSV; without ``columns`` these come in order of first appearance.

    A thing that is named stands by its name, several values are joined by semicolons; no cell
    can be taken for a formula.
    """
    columns = columns or list(dict.fromkeys(name for item in items for name in item))
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(columns)
    writer.writerows([[_cell(item.get(name)) for name in columns] for item in items])
    return written.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, int | float):  # a minus before a number is no formula
        return json.dumps(value)
    return str(escaped(_words(value)))


def _words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(_words(part) for part in value)
    if isinstance(value, dict):
        return str(value.get("text") or value.get("name") or value.get("@id"))
    if isinstance(value, bool):
        return json.dumps(value)
    return "" if value is None else str(value)
