"""``/id``, ``/doc`` and ``/def``: every thing by its own name, in the form that a client takes."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response

from api.context import LibraryDep, PagesDep
from api.errors import NotFound
from api.library import Library
from api.masking import mask
from api.negotiation import choose
from api.pages.rendering import Pages
from api.pages.things import thing_page
from api.resources.things import Thing, as_json, describe
from api.rows import Value

router = APIRouter(tags=["linked data"])

HTML = "text/html"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a description: media type, suffix of its address, and name for people."""

    media_type: str
    suffix: str
    name: str


FORMS = (
    Form(HTML, ".html", "Page"),
    Form("text/turtle", ".ttl", "Turtle"),
    Form("application/ld+json", ".jsonld", "JSON-LD"),
    Form("application/n-triples", ".nt", "N-Triples"),
    Form("application/rdf+xml", ".rdf", "RDF/XML"),
    Form("application/json", ".json", "JSON"),
)
TEXT_SUFFIX = ".txt"


@router.get("/id/{kind}/{slug}", summary="Lead from a thing to its description", status_code=303)
def lead_to_description(kind: str, slug: str) -> Response:
    """Redirect to the description, which chooses the form by Accept."""
    return RedirectResponse(f"/doc/{kind}/{slug}", status_code=303)


@router.get("/doc/{kind}/{name}", summary="Describe a thing")
def description(
    kind: str, name: str, request: Request, library: LibraryDep, pages: PagesDep
) -> Response:
    """Return the description of a thing: by the suffix of the address, else by Accept."""
    if name.endswith(TEXT_SUFFIX) and kind == "document":
        return PlainTextResponse(document_text(library, name.removesuffix(TEXT_SUFFIX)))
    slug, form = form_named(name)
    thing = thing_at(library, kind, slug)
    media_type = form or choose(request.headers.get("accept"), [f.media_type for f in FORMS])
    if media_type == HTML:
        return _page(request, library, pages, kind, thing)
    if media_type == "application/json":
        return JSONResponse(as_json(thing))
    suffix = next(form.suffix for form in FORMS if form.media_type == media_type)
    triples = library.triples("description", suffix[1:], thing=Value(thing.iri))
    return Response(triples, media_type=media_type)


def form_named(name: str) -> tuple[str, str | None]:
    """Return the slug of a name and the media type of its suffix, None without a suffix."""
    for form in FORMS:
        if name.endswith(form.suffix):
            return name.removesuffix(form.suffix), form.media_type
    return name, None


def thing_at(library: Library, kind: str, slug: str) -> Thing:
    """Return the thing that an address names; raises NotFound where the graph lacks it."""
    found = describe(library, [str(library.iris.thing(kind, slug))])
    if not found:
        raise NotFound(f"the graph has no {kind} {slug!r}")
    return found[0]


def document_text(library: Library, slug: str) -> str:
    """Return the normalised text of a document, masked; raises NotFound where it may not be had."""
    thing_at(library, "document", slug)
    return mask(library.text(slug))


def _page(request: Request, library: Library, pages: Pages, kind: str, thing: Thing) -> Response:
    return pages.render(
        "thing.html",
        request,
        title=thing.label,
        page=thing_page(library, kind, thing),
        address=f"/doc/{kind}/{thing.slug}",
        alternates=[(form.media_type, form.suffix, form.name) for form in FORMS],
    )
