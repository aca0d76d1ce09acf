"""``/reconcile``: the service's manifest, queries, suggestions, previews and data extension."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from api.context import LibraryDep, PagesDep
from api.errors import NotFound
from api.reconcile import forms
from graph.reconciliation import Catalogue, candidates, suggestions
from graph.reconciliation.catalogue import PROPERTIES, TYPES
from graph.store import Store

router = APIRouter(prefix="/reconcile", tags=["reconciliation"])

Text = Annotated[str | None, Query(max_length=1_000_000)]
FormText = Annotated[str | None, Form(max_length=1_000_000)]
Prefix = Annotated[str, Query(max_length=500, description="What somebody began to write.")]
SUGGESTED = 20


@dataclass(slots=True)
class Catalogues:
    """The catalogue of the state of the graph that is served now; read once for each state."""

    store: Store
    _known: tuple[str, Catalogue] | None = field(default=None)

    def current(self) -> Catalogue:
        """Return the catalogue of the newest generation."""
        generation = self.store.generation
        if self._known is None or self._known[0] != generation or not generation:
            self._known = generation, Catalogue(self.store)
        return self._known[1]


def catalogue_of(request: Request) -> Catalogue:
    """Return the catalogue of the application that answers."""
    catalogues: Catalogues = request.app.state.catalogues
    return catalogues.current()


CatalogueDep = Annotated[Catalogue, Depends(catalogue_of)]


@router.get("", summary="The manifest, or the answer to queries")
def reconcile(
    request: Request,
    library: LibraryDep,
    catalogue: CatalogueDep,
    queries: Text = None,
    query: Text = None,
    extend: Text = None,
) -> Response:
    """Return what the service can do; with ``queries`` the candidates for each of them."""
    answer = _answer(catalogue, queries, query, extend)
    if answer is None:
        address = f"{str(request.base_url).rstrip('/')}/reconcile"
        answer = forms.manifest(library.iris.base, address, version("answerable"))
    return JSONResponse(answer)


@router.post("", summary="Answer queries that are too long for an address")
def reconcile_posted(
    catalogue: CatalogueDep,
    queries: FormText = None,
    query: FormText = None,
    extend: FormText = None,
) -> Response:
    """Return the candidates for each of the ``queries``, or the values that ``extend`` wants."""
    return JSONResponse(_answer(catalogue, queries, query, extend) or {})


def _answer(
    catalogue: Catalogue, queries: str | None, query: str | None, extend: str | None
) -> forms.Json | None:
    if queries is not None:
        batch = forms.read_queries(queries)
        return {
            name: forms.results(candidates(catalogue, wanted)) for name, wanted in batch.items()
        }
    if query is not None:
        is_object = query.lstrip().startswith("{")
        asked = forms.read_object(query, "query") if is_object else {"query": query}
        return forms.results(candidates(catalogue, forms.read_query(asked)))
    if extend is not None:
        return forms.extended(catalogue, forms.read_object(extend, "extend"))
    return None


@router.get("/suggest/entity", summary="Entities whose names begin so")
def suggest_entity(
    catalogue: CatalogueDep,
    prefix: Prefix = "",
    cursor: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Response:
    """Return entities of which a name, or a word of one, begins with the prefix."""
    found = suggestions(catalogue, prefix)[cursor : cursor + SUGGESTED]
    return JSONResponse({"result": [forms.suggested(entity) for entity in found]})


@router.get("/suggest/type", summary="Types whose names begin so")
def suggest_type(prefix: Prefix = "") -> Response:
    """Return the types."""
    return _named(TYPES, prefix)


@router.get("/suggest/property", summary="Properties whose names begin so")
def suggest_property(prefix: Prefix = "") -> Response:
    """Return the properties by which a query can be narrowed and a table extended."""
    return _named(PROPERTIES, prefix)


def _named(known: object, prefix: str) -> Response:
    names = cast("dict[str, str]", known)
    start = prefix.casefold()
    found = [
        {"id": name, "name": label}
        for name, label in names.items()
        if name.casefold().startswith(start) or start in label.casefold()
    ]
    return JSONResponse({"result": found})


@router.get("/properties", summary="Properties that a table can be extended by")
def properties(
    catalogue: CatalogueDep,
    type_name: Annotated[str, Query(alias="type", max_length=100)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 100,
) -> Response:
    """Return the properties of a type."""
    found = forms.proposed(catalogue, type_name)[:limit]
    return JSONResponse({"type": type_name, "limit": limit, "properties": found})


@router.get("/preview", summary="A small page about an entity", response_class=HTMLResponse)
def preview(
    catalogue: CatalogueDep,
    request: Request,
    pages: PagesDep,
    identifier: Annotated[str, Query(alias="id", max_length=500)],
) -> Response:
    """Return a page for a small frame in another program's window."""
    entity = catalogue.get(identifier)
    if entity is None:
        raise NotFound(f"there is no entity {identifier!r}")
    page = pages.render("preview.html", request, entity=forms.suggested(entity))
    page.headers["Content-Security-Policy"] = "default-src 'none'; base-uri 'none'"
    return page
