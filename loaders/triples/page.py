"""What every writer of a document's triples shares: its names, dates, evidence and actors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from rdflib import RDFS, Literal, URIRef

from loaders.extractors.actors import local_body
from loaders.extractors.groups import GROUP
from loaders.page import Quote, SourceText
from loaders.records import Actor, Duty, Evidence, Fact, Findings, PartialDate, PostHolding
from loaders.triples.collected import Triples, day, integer, text
from loaders.triples.slugs import council_of, full_name, inspection_slug, person_slug
from ontology.iris import Iris, slugify
from ontology.terms import ANS, FOAF, ORG, SKOS
from ontology.vocabulary import vocabulary


@dataclass(frozen=True)
class DocumentPage:
    """One document while its triples are written."""

    slug: str
    iris: Iris
    source: SourceText
    findings: Findings
    date: PartialDate | None
    triples: Triples = field(default_factory=Triples)
    bodies: dict[str, Actor] = field(default_factory=dict)
    passages: dict[Quote, URIRef] = field(default_factory=dict)

    @cached_property
    def document(self) -> URIRef:
        """The document's IRI."""
        return self.iris.document(self.slug)

    @cached_property
    def inspection(self) -> URIRef | None:
        """The IRI of the inspection that the document reports on."""
        inspection = self.findings.inspection
        if inspection is None:
            return None
        area = council_of(self.findings.concerns) or self.slug
        return self.iris.inspection(inspection_slug(inspection, area, self.slug))

    def add(self, subject: URIRef, predicate: URIRef, value: URIRef | Literal | None) -> None:
        """State one triple; nothing where there is no value."""
        self.triples.add(subject, predicate, value)

    def add_fact(self, thing: URIRef, of_class: URIRef, fact: Fact, *supports: URIRef) -> None:
        """State class, rule, doubt and evidence of something extracted."""
        self.triples.add_type(thing, of_class)
        self.add(thing, ANS.rule, text(fact.rule))
        self.add(thing, ANS.doubt, text(fact.doubt))
        self.add_evidence(thing, fact.evidence, *supports)

    def add_evidence(self, thing: URIRef, evidence: Evidence, *supports: URIRef) -> None:
        """State the passages that back ``thing``, and which of its properties they back."""
        for quote in evidence:
            passage = self._passage(quote)
            if passage is None:
                continue
            self.add(thing, ANS.evidence, passage)
            for supported in supports:
                self.add(passage, ANS.supports, supported)

    def _passage(self, quote: Quote) -> URIRef | None:
        """Return the IRI of a stretch of the text, described; None where it holds no words."""
        known = self.passages.get(quote)
        words = self.source.text[quote.start : quote.end]
        if known or not words.strip():
            return known
        passage = self.iris.passage(self.slug, quote.start, quote.end)
        self.passages[quote] = passage
        self.triples.add_type(passage, ANS.Passage)
        self.add(passage, ANS.inDocument, self.document)
        self.add(passage, ANS.quote, Literal(words))
        self.add(passage, ANS.page, integer(quote.page))
        self.add(passage, ANS.start, integer(quote.start))
        self.add(passage, ANS.end, integer(quote.end))
        return passage

    def add_dates(self, thing: URIRef, date: PartialDate | None) -> None:
        """State the sort date and the year of a thing; none where no date is known."""
        if date:
            self.add(thing, ANS.sortDate, day(date.earliest))
            self.add(thing, ANS.year, integer(date.year))

    def add_duty(self, thing: URIRef, duty: Duty | None) -> None:
        """State the parts that others than the bearer have, the modality and the condition."""
        if duty is None:
            return
        self.add_actors(thing, ANS.agreedBy, duty.agreed_by)
        self.add_actors(thing, ANS.supportedBy, duty.supported_by)
        self.add_actors(thing, ANS.overseenBy, duty.overseen_by)
        self.add_actors(thing, ANS.consults, duty.consults)
        self.add_actors(thing, ANS.reportsTo, duty.reports_to)
        for modality in duty.modality:
            self.add(thing, ANS.modality, self.iris.concept("modality", modality))
        self.add(thing, ANS.condition, text(duty.condition))

    def add_actors(self, thing: URIRef, predicate: URIRef, actors: Iterable[Actor]) -> None:
        """State the actors that stand to ``thing`` as ``predicate`` says."""
        for actor in actors:
            self.add(thing, predicate, self.actor(actor))

    def actor(self, actor: Actor) -> URIRef | None:
        """Return an actor's IRI and describe it where the register does not hold it."""
        if actor.kind == "role":
            return self.iris.role(actor.role) if actor.role else self._printed_role(actor.label)
        body = self.body(actor)
        if actor.kind == "body" or actor.role is None:
            return body
        role = self.iris.role(actor.role)
        if body is None or actor.body is None:
            return role
        post = self.iris.post(actor.body, actor.role)
        self.triples.add_type(post, ANS.Post)
        self.add(post, ORG.role, role)
        self.add(post, ORG.postIn, body)
        self.add(post, RDFS.label, text(actor.label))
        return post

    def _printed_role(self, label: str) -> URIRef:
        """Return the IRI of a role, described where the vocabulary does not hold it."""
        slug = slugify(label)
        role = self.iris.role(slug)
        if not any(known.slug == slug for known in vocabulary().scheme("role")):
            self.triples.add_type(role, ANS.Role)
            self.add(role, SKOS.prefLabel, Literal(label))
            self.add(role, SKOS.inScheme, self.iris.scheme("role"))
        return role

    def body(self, actor: Actor) -> URIRef | None:
        """Return the IRI of an actor's body; what is known of it is written by `write_bodies`.

        A group that the text calls "the Panel" and no more is one of this document alone.
        """
        if actor.body is None and actor.body_type == GROUP:
            actor = replace(actor, body=slugify(f"{self.slug} {actor.label}"))
        if actor.body is None:
            return None
        known = self.bodies.get(actor.body)
        if known is None or _tells(actor) > _tells(known):
            self.bodies[actor.body] = actor
        return self.iris.body(actor.body)

    def write_bodies(self) -> None:
        """Describe each body that the register does not hold, by what tells most of it."""
        for slug, actor in self.bodies.items():
            if vocabulary().body(slug):
                continue
            body = self.iris.body(slug)
            self.triples.add_type(body, ANS.Body)
            self.add(body, RDFS.label, text(_label_of(actor, self.source.text)))
            is_council = slug == council_of(self.findings.concerns)
            body_type = actor.body_type or ("council" if is_council else "local-body")
            self.add(body, ANS.bodyType, self.iris.concept("body-type", body_type))
            if actor.serves:
                self.add(body, ANS.serves, self.iris.body(actor.serves))

    def holder(self, holding: PostHolding) -> URIRef | None:
        """Return the IRI of who holds a post, described; None where nobody is named in full.

        One entry may print several posts of one person: the body of the first names them.
        """
        if not holding.name:
            return None
        holdings = (*self.findings.addressees, *self.findings.post_holdings)
        first = next(each for each in holdings if _same_entry(each, holding))
        return self.person(holding.name, first.post.body, holding)

    def person(self, printed: str, body: str | None, fact: Fact) -> URIRef | None:
        """Return the IRI of a person named in full and describe them; None for anybody else."""
        name = full_name(printed)
        if name is None:
            return None
        person = self.iris.person(person_slug(name, body))
        self.add_fact(person, ANS.Person, fact, FOAF.name)
        self.add(person, FOAF.name, Literal(name))
        self.add(person, RDFS.label, Literal(name))
        return person


def _same_entry(one: PostHolding, other: PostHolding) -> bool:
    return one.name == other.name and one.evidence[:1] == other.evidence[:1]


def _tells(actor: Actor) -> tuple[bool, bool]:
    """Return how much an actor tells of its body: its own name, and its type."""
    return actor.kind == "body", actor.body_type is not None


def _label_of(actor: Actor, printed: str) -> str:
    """Return a body's name; that of a post's body is looked for in the ``printed`` words."""
    if actor.kind == "body":
        return actor.label
    if actor.body_type and actor.serves:
        known = vocabulary().body(actor.serves)
        council = Actor(
            kind="body", label=known.label if known else actor.serves, body=actor.serves
        )
        named = local_body(council, actor.body_type)
        if named.body == actor.body:
            return named.label
    words = (actor.body or "").split("-")
    found = re.search(r"\b" + r"\W+".join(words) + r"\b", printed, re.IGNORECASE)
    return " ".join(found.group().split()) if found else " ".join(words).capitalize()
