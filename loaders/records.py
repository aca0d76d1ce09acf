"""What one document says: frozen records, made by genres, turned into RDF by `loaders.triples`.

Every fact carries the stretches of text that state it, the rule that found it and, where the
rule was unsure, the doubt in words.  Absent in the document is None or empty here: no defaults.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from loaders.page import Quote, SourceText

Evidence = tuple[Quote, ...]


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exact as printed: a day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """``2024-07-03``, ``2024-07`` or ``2024``."""
        parts = [f"{self.year:04d}"]
        if self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def earliest(self) -> datetime.date:
        """The first day of the printed period (``ans:sortDate``)."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def exact(self) -> datetime.date | None:
        """The day, where a day is printed."""
        return datetime.date(self.year, self.month, self.day) if self.month and self.day else None

    @classmethod
    def of(cls, day: datetime.date) -> PartialDate:
        """Return the exact date of ``day``."""
        return cls(day.year, day.month, day.day)


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """Somebody who asks, acts or answers, resolved as far as the document allows.

    ``kind`` body: ``body`` is the body's slug ("tameside", "ofsted",
    "tameside-safeguarding-children-partnership").  ``kind`` role: ``role`` is the role's slug.
    ``kind`` post: both (a role at a body).  ``label`` is the name to show (the official name of
    a body in the register, "Director of Children's Services" for a post).  A local body that the
    register does not hold has ``body_type`` (slug of the vocabulary) and ``serves`` (slug of
    its council); a collective without a name ("schools") has body_type "group".
    """

    kind: Literal["body", "role", "post"]
    label: str
    body: str | None = None
    role: str | None = None
    body_type: str | None = None
    serves: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The base of everything extracted: where it stands, which rule found it, and any doubt."""

    evidence: Evidence
    rule: str
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who has what part in a sentence or item that asks for something.

    ``bearers`` must act; empty where the text names nobody.  ``modality`` holds must, should,
    will, may, recommended, in the order of the text; ``action`` is what is to be done, in the
    words of the text; ``printed`` are the words that name an actor there, where they name one.
    """

    bearers: tuple[Actor, ...] = ()
    agreed_by: tuple[Actor, ...] = ()
    supported_by: tuple[Actor, ...] = ()
    overseen_by: tuple[Actor, ...] = ()
    consults: tuple[Actor, ...] = ()
    reports_to: tuple[Actor, ...] = ()
    modality: tuple[str, ...] = ()
    condition: str | None = None
    action: str | None = None
    printed: tuple[tuple[Actor, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AskingSentence:
    """One sentence of an item that asks for something, with who has what part in it."""

    text: str
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sub-item of a recommendation."""

    order: int
    text: str
    evidence: Evidence
    duty: Duty | None = None


ItemRole = Literal["made", "restated", "put-to-council"]
ItemKind = Literal["recommendation", "area for improvement", "priority action", "requirement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedInspection:
    """An inspection as one document speaks of it: date as exact as printed, type, outcome.

    Of a printed period ``date`` is the first day and ``end`` the last.  ``grade`` is that of the
    judgement area ``area`` (slug of the vocabulary), where the words give one for an area alone.
    """

    date: PartialDate | None = None
    end: PartialDate | None = None
    inspection_type: str | None = None  # slug of the vocabulary
    grade: str | None = None  # slug of the vocabulary
    area: str | None = None
    outcome: str | None = None  # words, where no grade
    ordinal: int | None = None
    label: str | None = None  # "2016 Full Inspection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """An item of a list (or table) that asks for something.

    ``role`` "made": asked in this document; "restated": of an earlier one, repeated here
    (``origin`` says whose, where the document does); "put-to-council": a resolution.
    ``in_theme_table`` marks the rows of a Commissioner's table of earlier recommendations.
    Genres leave ``duty``, ``themes`` and ``issues`` to `loaders.extractors.enrich` unless the
    layout itself states them (a table's "responsible body" column gives ``duty.bearers``).
    ``sentences`` are those of its sentences that ask, one by one; ``duty`` sums them up.
    ``default_addressee`` is the body that the list itself is about (council, board, area
    partnership), used with basis "implied" where the text names nobody.
    ``themes`` are slugs of top themes ("permanence", "education"), first = primary, computed;
    ``made_with`` are the other inspectorates of a joint inspection, who ask it too.
    ``printed_theme`` is the slug under which the document itself puts the item.
    """

    order: int
    kind: ItemKind
    text: str
    role: ItemRole = "made"
    number: str | None = None
    list_heading: str | None = None
    parts: tuple[Part, ...] = ()
    lead_in: str | None = None
    made_by: Actor | None = None
    made_with: tuple[Actor, ...] = ()
    default_addressee: Actor | None = None
    duty: Duty | None = None
    sentences: tuple[AskingSentence, ...] = ()
    addressee_basis: Literal["printed", "implied"] | None = None
    themes: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    printed_theme: str | None = None
    printed_theme_label: str | None = None
    due: datetime.date | None = None
    due_as_printed: str | None = None
    legal_basis: str | None = None
    origin: StatedInspection | None = None
    in_theme_table: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Fact):
    """A grade given in an area.  ``area`` and ``grade`` are slugs of the vocabularies."""

    area: str
    area_as_printed: str
    grade: str
    grade_as_printed: str
    body: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspector(Fact):
    """A member of an inspection team; ``role`` as printed, ``body`` the inspectorate's slug."""

    name: str
    role: str | None
    lead: bool
    body: str = "ofsted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection(Fact):
    """The inspection or visit on which a document reports.

    ``inspection_type`` and ``framework`` are slugs of the vocabularies; the type is None where the
    document does not print it and nothing settles it.  ``windows`` are the fieldwork periods.
    """

    inspection_type: str | None
    framework: str
    windows: tuple[tuple[datetime.date, datetime.date], ...] = ()
    stated_date: PartialDate | None = None
    ordinal: int | None = None
    inspects: tuple[Actor, ...] = ()
    inspected_by: tuple[str, ...] = ()
    outcome_as_printed: str | None = None

    @property
    def start(self) -> datetime.date | None:
        """First fieldwork day."""
        return self.windows[0][0] if self.windows else None

    @property
    def end(self) -> datetime.date | None:
        """Last fieldwork day."""
        return self.windows[-1][1] if self.windows else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Fact):
    """What a document says has become of an earlier recommendation, or of an area of work.

    ``item`` is the ``order`` of a restated Recommendation of the same document, or None; then
    ``area`` is what is assessed, in the document's words, and ``judgement_area`` the slug of an
    area of the vocabulary where those words name one.  ``reported_from`` is the index in
    ``document_references`` of the document from which the statement is taken over (news).
    ``assessed_with`` are the other inspectorates of a joint inspection, whose finding it is too.
    """

    progress: str
    sentences: tuple[str, ...]
    item: int | None = None
    area: str | None = None
    judgement_area: str | None = None
    assessed_by: Actor | None = None
    assessed_with: tuple[Actor, ...] = ()
    reported_from: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Obligation(Fact):
    """A binding or urging sentence that is no item of a list."""

    sentence: str
    duty: Duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Fact):
    """Something that must be sent or done by a day: a written statement, a direction.

    ``made_by`` are those who ask for it, where it is not the publisher alone.
    """

    text: str
    responsible: Actor | None
    deadline: datetime.date | None
    made_by: tuple[Actor, ...] = ()
    due_as_printed: str | None = None
    legal_basis: str | None = None
    sentences: tuple[AskingSentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility(Fact):
    """A standing duty in a table or list of roles, responsibilities or terms of reference.

    ``towards`` are all others that it names, ``duty`` says what part each has, where that is clear.
    """

    held_by: Actor
    text: str
    towards: tuple[Actor, ...] = ()
    duty: Duty | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationOption(Fact):
    """What may follow if progress fails; ``status`` is available, considered-and-rejected, …"""

    label: str
    text: str
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionReference(Fact):
    """A mention of another inspection, with what is said of it."""

    text: str
    stated: StatedInspection


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReference(Fact):
    """A mention of a letter, report or plan; ``genre`` is a genre slug where the words tell."""

    text: str
    title: str | None = None
    genre: str | None = None
    date: PartialDate | None = None
    relation: Literal["discusses", "replies-to", "mentions"] = "mentions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Fact):
    """A reply to recommendations: ``position`` is accepted, accepted-in-part, …; ``to_document``
    is the index in ``document_references`` of what is answered, where named."""

    position: str
    responder: Actor
    to_document: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusArea(Fact):
    """What a visit looks at that is no recommendation."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """A printed number with its label; ``value`` parsed, ``as_printed`` as it stands."""

    label: str
    value: Decimal
    as_printed: str
    unit: str | None = None
    period: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """What happened or is planned and is neither inspection nor document."""

    label: str
    date: PartialDate | None = None
    planned: bool = False
    bodies: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHolding(Fact):
    """Somebody in a post, as a document shows it; ``name`` is None where nobody is named.

    ``in_post_on`` is the day that the document shows; ``start`` and ``end`` as printed.
    """

    post: Actor
    name: str | None = None
    post_as_printed: str | None = None
    in_post_on: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    appointment: Literal["interim", "permanent"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed(Fact):
    """A printed fact about the document itself: title, date, addressee."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that one document says, as its genre found it."""

    genre: str  # slug of the genre vocabulary
    framework: str | None  # slug of the framework vocabulary
    concerns: Actor | None  # the council (or other body) whose services it is about
    concerns_evidence: Evidence = ()
    title: Printed | None = None
    publisher: Actor | None = None
    author: Printed | None = None
    published: PartialDate | None = None
    published_evidence: Evidence = ()
    addressee: Printed | None = None
    addressees: tuple[PostHolding, ...] = ()
    inspection: Inspection | None = None
    judgements: tuple[Judgement, ...] = ()
    inspectors: tuple[Inspector, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    escalation_options: tuple[EscalationOption, ...] = ()
    inspection_references: tuple[InspectionReference, ...] = ()
    document_references: tuple[DocumentReference, ...] = ()
    responses: tuple[Response, ...] = ()
    focus_areas: tuple[FocusArea, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    post_holdings: tuple[PostHolding, ...] = ()
    bodies: tuple[Actor, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One document: the text as read and what it says."""

    source: SourceText
    findings: Findings
