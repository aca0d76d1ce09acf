"""The formats of answers: media type, suffix and what they can carry, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from api.sparql.lexer import Form

Shape = Literal["rows", "truth", "triples"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of answers: ``name`` is what the store calls it, and its suffix in addresses."""

    name: str
    media_type: str
    shapes: frozenset[Shape]


_ROWS_AND_TRUTH: frozenset[Shape] = frozenset({"rows", "truth"})
_ROWS: frozenset[Shape] = frozenset({"rows"})
_TRIPLES: frozenset[Shape] = frozenset({"triples"})

FORMATS = (
    Format("json", "application/sparql-results+json", _ROWS_AND_TRUTH),
    Format("xml", "application/sparql-results+xml", _ROWS_AND_TRUTH),
    Format("csv", "text/csv", _ROWS),
    Format("tsv", "text/tab-separated-values", _ROWS),
    Format("ttl", "text/turtle", _TRIPLES),
    Format("nt", "application/n-triples", _TRIPLES),
    Format("jsonld", "application/ld+json", _TRIPLES),
    Format("rdf", "application/rdf+xml", _TRIPLES),
    Format("nq", "application/n-quads", _TRIPLES),
    Format("trig", "application/trig", _TRIPLES),
)

ALIASES = {
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "application/x-turtle": "text/turtle",
}
"""Types that clients ask for and that are answered with a format of the table."""


def shape_of(form: Form) -> Shape:
    """Return what the answer to a query of this form is made of."""
    match form:
        case "select":
            return "rows"
        case "ask":
            return "truth"
        case _:
            return "triples"


def formats_for(shape: Shape) -> tuple[Format, ...]:
    """Return the formats that can carry ``shape``, the one we like best first."""
    return tuple(entry for entry in FORMATS if shape in entry.shapes)


def format_named(name: str) -> Format | None:
    """Return the format of a suffix (``ttl``) or a media type, None where there is none."""
    return next((entry for entry in FORMATS if name in (entry.name, entry.media_type)), None)
