"""Every IRI of an instance or a graph, minted in one place; and slugs, their readable ends.

``{base}/id/{type}/{slug}`` names a thing, ``{base}/graph/…`` a named graph.  Slugs are lower
case ASCII words with hyphens, so that an IRI can be read, typed and never needs escaping.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from rdflib import URIRef

from ontology.errors import AnswerableError

CONCEPT_SCHEMES: Final = frozenset(
    {
        "area",
        "body-type",
        "framework",
        "genre",
        "grade",
        "inspection-type",
        "kind",
        "modality",
        "position",
        "progress",
        "relation",
        "role",
        "theme",
    }
)
DEFAULT_BASE: Final = "http://localhost:8000"
UNREADABLE_PREFIX: Final = "x-"

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`\u00b4]")
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`?#]+")


class BadIriError(AnswerableError):
    """A base, scheme or slug from which no IRI may be made; ``value`` is what was given."""

    def __init__(self, what: str, value: str, wanted: str) -> None:
        super().__init__(f"{what} {value!r}: {wanted}")
        self.value = value


def slugify(text: str) -> str:
    """Return ``text`` as lower case ASCII words joined by hyphens ("director-of-…").

    Accents and apostrophes go, "&" becomes "and".  Idempotent.  A text without a Latin letter
    or digit gives ``x-`` and 8 hex digits of its sha256, so that two of them stay apart.
    """
    spaced = _APOSTROPHES.sub("", text).replace("&", " and ")
    letters = unicodedata.normalize("NFKD", spaced.casefold()).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    slug = _BETWEEN_WORDS.sub("-", plain).strip("-")
    return slug or UNREADABLE_PREFIX + hashlib.sha256(text.encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Iris:
    """The IRIs of one installation; ``base`` is its address, without a slash at the end.

    Every method takes slugs and raises `BadIriError` for anything that is none.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        """Drop the base's last slash and refuse what is no address."""
        object.__setattr__(self, "base", self.base.rstrip("/"))
        if not _BASE.fullmatch(self.base):
            raise BadIriError("base", self.base, "must be an http(s) address without ? or #")

    def document(self, slug: str) -> URIRef:
        """Return the IRI of a document ("tameside-2016-12-09-inspection-report")."""
        return self._thing("document", slug)

    def inspection(self, slug: str) -> URIRef:
        """Return the IRI of an inspection: council and first fieldwork day."""
        return self._thing("inspection", slug)

    def judgement(self, slug: str) -> URIRef:
        """Return the IRI of a judgement."""
        return self._thing("judgement", slug)

    def recommendation(self, slug: str) -> URIRef:
        """Return the IRI of a recommendation: document and ordinal."""
        return self._thing("recommendation", slug)

    def part(self, slug: str) -> URIRef:
        """Return the IRI of a sub-item: that of its item, and its ordinal in it."""
        return self._thing("part", slug)

    def reference(self, slug: str) -> URIRef:
        """Return the IRI of a reference or restatement: document and ordinal."""
        return self._thing("reference", slug)

    def assessment(self, slug: str) -> URIRef:
        """Return the IRI of a progress assessment."""
        return self._thing("assessment", slug)

    def response(self, slug: str) -> URIRef:
        """Return the IRI of a response."""
        return self._thing("response", slug)

    def obligation(self, slug: str) -> URIRef:
        """Return the IRI of an obligation."""
        return self._thing("obligation", slug)

    def responsibility(self, slug: str) -> URIRef:
        """Return the IRI of a standing responsibility."""
        return self._thing("responsibility", slug)

    def escalation_option(self, slug: str) -> URIRef:
        """Return the IRI of an escalation option."""
        return self._thing("escalation-option", slug)

    def passage(self, document_slug: str, start: int, end: int) -> URIRef:
        """Return the IRI of the stretch ``[start:end]`` of a document's normalised text."""
        return self._thing("passage", f"{document_slug}-{start}-{end}")

    def recurrence(self, slug: str) -> URIRef:
        """Return the IRI of a recurrence, or of a likeness elsewhere."""
        return self._thing("recurrence", slug)

    def conflict(self, slug: str) -> URIRef:
        """Return the IRI of a conflict between two statements."""
        return self._thing("conflict", slug)

    def theme(self, slug: str) -> URIRef:
        """Return the IRI of a theme or of an issue below one."""
        return self._thing("theme", slug)

    def body(self, slug: str) -> URIRef:
        """Return the IRI of a body ("tameside", "ofsted")."""
        return self._thing("body", slug)

    def role(self, slug: str) -> URIRef:
        """Return the IRI of a role ("director-of-childrens-services")."""
        return self._thing("role", slug)

    def scheme(self, slug: str) -> URIRef:
        """Return the IRI of a vocabulary ("role")."""
        return self._thing("scheme", slug)

    def post(self, body_slug: str, role_slug: str) -> URIRef:
        """Return the IRI of a role at a body."""
        return self._thing("post", f"{body_slug}-{role_slug}")

    def person(self, slug: str) -> URIRef:
        """Return the IRI of a person: name and body ("andy-waugh-ofsted")."""
        return self._thing("person", slug)

    def tenure(self, slug: str) -> URIRef:
        """Return the IRI of somebody's time in a post."""
        return self._thing("tenure", slug)

    def figure(self, slug: str) -> URIRef:
        """Return the IRI of a printed number."""
        return self._thing("figure", slug)

    def event(self, slug: str) -> URIRef:
        """Return the IRI of an event, also of a reorganisation of bodies."""
        return self._thing("event", slug)

    def focus_area(self, slug: str) -> URIRef:
        """Return the IRI of what a visit looked at."""
        return self._thing("focus-area", slug)

    def extraction(self, slug: str) -> URIRef:
        """Return the IRI of the reading of a document."""
        return self._thing("extraction", slug)

    def load(self, slug: str) -> URIRef:
        """Return the IRI of a loading of a document."""
        return self._thing("load", slug)

    def change(self, slug: str) -> URIRef:
        """Return the IRI of a document's coming, replacement or removal: document and moment."""
        return self._thing("change", slug)

    def review(self, slug: str) -> URIRef:
        """Return the IRI of a person's decision on something that software concluded."""
        return self._thing("review", slug)

    def concept(self, scheme: str, slug: str) -> URIRef:
        """Return the IRI of a concept of one of the `CONCEPT_SCHEMES` ("grade", "good")."""
        if scheme not in CONCEPT_SCHEMES:
            raise BadIriError("scheme", scheme, f"must be one of {sorted(CONCEPT_SCHEMES)}")
        return self._thing(scheme, slug)

    def document_graph(self, slug: str) -> URIRef:
        """Return the name of the graph that holds what one document says."""
        return URIRef(f"{self.base}/graph/document/{_checked(slug)}")

    @property
    def reference_graph(self) -> URIRef:
        """The graph of vocabularies and of the register of bodies."""
        return URIRef(f"{self.base}/graph/reference")

    @property
    def loads_graph(self) -> URIRef:
        """The graph of what was loaded when, from where."""
        return URIRef(f"{self.base}/graph/loads")

    @property
    def links_graph(self) -> URIRef:
        """The graph of what software concludes across documents."""
        return URIRef(f"{self.base}/graph/links")

    @property
    def reviews_graph(self) -> URIRef:
        """The graph of people's decisions."""
        return URIRef(f"{self.base}/graph/reviews")

    def thing(self, kind: str, slug: str) -> URIRef:
        """Return the IRI of a thing of any type ("body", "tameside"), as an address names it."""
        return self._thing(_checked(kind), slug)

    def type_and_slug(self, iri: str) -> tuple[str, str] | None:
        """Return ("body", "tameside") for the IRI of that body; None for what is not ours."""
        prefix = f"{self.base}/id/"
        kind, _, slug = iri.removeprefix(prefix).partition("/")
        return (kind, slug) if iri.startswith(prefix) and _SLUG.fullmatch(slug) else None

    def _thing(self, kind: str, slug: str) -> URIRef:
        return URIRef(f"{self.base}/id/{kind}/{_checked(slug)}")


def _checked(slug: str) -> str:
    if not _SLUG.fullmatch(slug):
        raise BadIriError("slug", slug, "must be lower case ASCII words joined by hyphens")
    return slug
