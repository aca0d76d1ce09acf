"""``/def``: the ontology, its shapes and its JSON-LD context, as files and as a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyoxigraph
from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.context import PagesDep
from api.negotiation import choose
from api.resources.names import local_name, words

router = APIRouter(tags=["ontology"])

HEADINGS = {
    "altLabel": "other names",
    "prefLabel": "name",
    "isDefinedBy": "defined in",
    "startDate": "first day",
    "endDate": "last day",
}
"""Names of properties that other vocabularies define."""

TURTLE, JSON_LD, HTML = "text/turtle", "application/ld+json", "text/html"


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property as the page explains it; ``above`` are its parents' local names."""

    name: str
    kind: str
    label: str = ""
    definition: str = ""
    example: str = ""
    above: tuple[str, ...] = ()


@router.get("/def/", summary="The ontology")
def ontology(request: Request, pages: PagesDep) -> Response:
    """Return the ontology as a page, or as Turtle."""
    if choose(request.headers.get("accept"), [HTML, TURTLE]) == TURTLE:
        return ontology_file()
    return pages.render("ontology.html", request, title="Ontology", terms=terms())


@router.get("/def/ontology.ttl", summary="The ontology as Turtle")
def ontology_file() -> Response:
    """Return the ontology's own file."""
    return Response(_data("answerable.ttl"), media_type=TURTLE)


@router.get("/def/shapes", summary="The SHACL shapes as Turtle")
def shapes() -> Response:
    """Return what every class must conform to."""
    return Response(_data("shapes.ttl"), media_type=TURTLE)


@router.get("/def/context.jsonld", summary="The JSON-LD context")
def context() -> Response:
    """Return the context that gives JSON names to the terms."""
    return Response(_data("context.jsonld"), media_type=JSON_LD)


def _data(name: str) -> bytes:
    return (files("ontology") / name).read_bytes()


@cache
def terms() -> tuple[Term, ...]:
    """Return the classes, then the properties of the ontology, each by name."""
    described: dict[str, dict[str, list[str]]] = {}
    for quad in pyoxigraph.parse(_data("answerable.ttl"), pyoxigraph.RdfFormat.TURTLE):
        if isinstance(quad.subject, pyoxigraph.NamedNode) and not isinstance(
            quad.object, pyoxigraph.BlankNode | pyoxigraph.Triple
        ):
            properties = described.setdefault(quad.subject.value, {})
            properties.setdefault(local_name(quad.predicate.value), []).append(quad.object.value)
    found = [_term(iri, properties) for iri, properties in described.items()]
    return tuple(sorted((term for term in found if term.kind), key=lambda t: (t.kind, t.name)))


@cache
def _labels() -> dict[str, str]:
    return {term.name: term.label for term in terms()}


def heading_of(iri: str) -> str:
    """Return the name of a property or class for people: its label in the ontology, if any."""
    name = local_name(iri)
    label = HEADINGS.get(name) or _labels().get(name) or words(name)
    return label[:1].upper() + label[1:]


def _term(iri: str, properties: dict[str, list[str]]) -> Term:
    types = {local_name(value) for value in properties.get("type", ())}
    kind = "Class" if "Class" in types else "Property" if types & _PROPERTIES else ""
    parents = (*properties.get("subClassOf", ()), *properties.get("subPropertyOf", ()))
    return Term(
        local_name(iri),
        kind,
        "".join(properties.get("label", [])[:1]),
        "".join(properties.get("definition", [])[:1]),
        "".join(properties.get("example", [])[:1]),
        tuple(local_name(parent) for parent in parents),
    )


_PROPERTIES = {"ObjectProperty", "DatatypeProperty", "Property", "AnnotationProperty"}
