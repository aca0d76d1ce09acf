"""What linking needs to know of the documents: frozen facts, read from a store or built in a test.

Things are named by their IRIs; concepts (themes, issues, types, grades, genres) by their slugs.
Dates are ISO text.  Nothing here is a conclusion: those are in `graph.links.conclusions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.links.periods import Period


def slug_of(iri: str) -> str:
    """Return the last step of an IRI's path: the slug of a thing or of a concept."""
    return iri.rstrip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFact:
    """A loaded document; ``issued`` as exact as printed or as its source says, else None.

    ``council`` is the IRI of the council whose services it is about: of the body that it
    concerns, or of the one that this body serves.  ``reports_on`` are inspections.
    """

    iri: str
    genre: str
    date: str
    council: str | None = None
    issued: str | None = None
    title: str | None = None
    reports_on: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The document's slug."""
        return slug_of(self.iri)

    @property
    def place_in_time(self) -> tuple[str, str]:
        """What documents are ordered by: date, then slug."""
        return self.date, self.slug


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionFact:
    """An inspection on which a loaded document reports.

    ``fieldwork`` is from the first to the last day; ``issued`` when its reports came out.
    ``is_full`` marks inspections of all services, whose report is an inspection report.
    """

    iri: str
    council: str
    date: str
    inspection_type: str | None = None
    fieldwork: Period | None = None
    issued: tuple[Period, ...] = ()
    ordinal: int | None = None
    grade: str | None = None
    is_full: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a document says of something that another document establishes."""

    date: str | None = None
    inspection_type: str | None = None
    grade: str | None = None
    ordinal: int | None = None
    title: str | None = None
    genre: str | None = None
    relation: str | None = None

    @property
    def period(self) -> Period | None:
        """The days of the stated date."""
        return Period.of(self.date) if self.date else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A reference to an inspection or a document, or where a restatement comes from."""

    iri: str
    document: DocumentFact
    stated: Stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A recommendation as a document makes it, or as another restates it (then ``stated``).

    ``parts`` are the texts of its sub-items.  ``themes`` are the computed ones, the primary first.
    ``arises_from`` is the inspection, where the document itself says so.  ``evidence`` are
    passages; ``addressees`` and ``made_by`` are IRIs.
    """

    iri: str
    document: DocumentFact
    text: str
    date: str
    parts: tuple[str, ...] = ()
    number: str | None = None
    kind: str | None = None
    issues: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    printed_themes: tuple[str, ...] = ()
    arises_from: str | None = None
    evidence: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    made_by: tuple[str, ...] = ()
    stated: Stated = Stated()

    @property
    def wording(self) -> str:
        """The text with that of its sub-items: what two items are compared by."""
        return " ".join((self.text, *self.parts))

    @property
    def council(self) -> str | None:
        """The council whose services the item is about."""
        return self.document.council

    @property
    def slug(self) -> str:
        """The item's slug."""
        return slug_of(self.iri)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentFact:
    """A progress assessment and what it assesses in its own document."""

    iri: str
    assesses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementFact:
    """A grade that a document gives: of which inspection, for which area of which body."""

    iri: str
    inspection: str
    area: str
    body: str
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFact:
    """A person or body that documents name, and the bodies that place it.

    For a person those for which it works, for a body the council that it serves.
    """

    iri: str
    name: str
    bodies: frozenset[str] = frozenset()
    is_person: bool = True


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided of conclusions (the reviews graph); things are named by their IRIs.

    ``rejected`` are links that are wrong as a whole.  ``wrong`` are values that are not those of a
    property of a thing (none named: whatever software finds is wrong), ``right`` those that are;
    keys are the thing and the local name of the property.
    """

    rejected: frozenset[str] = frozenset()
    wrong: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    right: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def settle(self, thing: str, name: str, found: str | None) -> str | None:
        """Return the value that holds where software found ``found``; None where none does."""
        if (thing, name) in self.right:
            return self.right[thing, name]
        wrong = self.wrong.get((thing, name))
        is_wrong = wrong is not None and (not wrong or found in wrong)
        return None if is_wrong else found


UNDECIDED = Decisions()


@dataclass(frozen=True, slots=True)
class Facts:
    """What documents say and links are drawn from: all of a store, or all of one council.

    ``reported`` pairs a statement with the reference that names where it is taken from.
    """

    documents: tuple[DocumentFact, ...] = ()
    inspections: tuple[InspectionFact, ...] = ()
    items: tuple[Item, ...] = ()
    restatements: tuple[Item, ...] = ()
    inspection_mentions: tuple[Mention, ...] = ()
    document_mentions: tuple[Mention, ...] = ()
    assessments: tuple[AssessmentFact, ...] = ()
    judgements: tuple[JudgementFact, ...] = ()
    reported: tuple[tuple[str, str], ...] = ()
    decisions: Decisions = UNDECIDED
