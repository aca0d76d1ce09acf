"""The links graph as N-Triples: one line a triple, sorted, the same for the same conclusions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from rdflib import RDF, XSD, Literal, URIRef
from rdflib.term import Node

from graph.links.conclusions import DATE_OF_TELLER, Conclusions, Pairs
from graph.links.documents import DocumentStandIn
from graph.links.facts import Item
from graph.links.inspections import InspectionStandIn
from graph.links.likeness import RECURS, RELATED, RESTATES, Likeness
from graph.links.restatements import RecommendationStandIn
from graph.links.themes import ThemeChoice
from ontology.iris import Iris
from ontology.terms import ANS, DCTERMS, FOAF, PROV
from ontology.vocabulary import UnknownConcept, vocabulary

Triple = tuple[URIRef, URIRef, Node]

CLASS_OF_KIND = {
    "recommendation": ANS.FormalRecommendation,
    "area-for-improvement": ANS.AreaForImprovement,
    "priority-action": ANS.PriorityAction,
    "requirement": ANS.Requirement,
    "resolution": ANS.Resolution,
}
SHORTCUTS = {RESTATES: ANS.restates, RECURS: ANS.recursFrom, RELATED: ANS.relatedTo}
CLASSES = {
    "inspection": (ANS.Inspection, PROV.Activity),
    "document": (ANS.Document, FOAF.Document, PROV.Entity),
    "recommendation": (ANS.Recommendation, PROV.Entity),
}
PRECISION_OF_DATES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def as_ntriples(conclusions: Conclusions, iris: Iris) -> bytes:
    """Return the links graph in N-Triples, sorted, without repeats."""
    write = lru_cache(maxsize=None)(_term)  # most terms come many times
    lines = {
        f"{write(subject)} {write(predicate)} {write(value)} .\n"
        for subject, predicate, value in _triples(conclusions, iris)
    }
    return "".join(sorted(lines)).encode()


def _term(term: Node) -> str:
    return term.n3() if isinstance(term, Literal) else f"<{term}>"


def _triples(conclusions: Conclusions, iris: Iris) -> Iterator[Triple]:
    yield from _plain_links(conclusions)
    for iri, inspection in conclusions.inspection_stand_ins:
        yield from _inspection(URIRef(iri), inspection, iris)
    documents = {each.slug: each for each in conclusions.document_links.stand_ins.values()}
    for document in documents.values():
        yield from _document(document, iris)
    for item, stand_in in conclusions.stand_in_items:
        yield from _recommendation(item, stand_in, iris)
    for recommendation, choice in conclusions.themes.items():
        yield from _themes(URIRef(recommendation), choice, iris)
    for recurrence in conclusions.recurrences:
        yield from _likeness(recurrence, SHORTCUTS[recurrence.relation], conclusions, iris)
    for alike in conclusions.elsewhere:
        yield from _likeness(alike, ANS.alikeElsewhere, conclusions, iris)


def _plain_links(conclusions: Conclusions) -> Iterator[Triple]:
    by_property: tuple[tuple[URIRef, Pairs], ...] = (
        (ANS.refersTo, conclusions.refers_to),
        (ANS.arisesFrom, conclusions.arises_from),
        (ANS.assessmentOf, conclusions.assessment_of),
        (ANS.discusses, conclusions.discusses),
        (ANS.repliesTo, conclusions.replies_to),
        (ANS.reportedFrom, conclusions.reported_from),
        (ANS.previousInspection, conclusions.previous_inspection),
        (ANS.followedBy, conclusions.followed_by),
        (ANS.sameAs, conclusions.same_as),
    )
    for predicate, pairs in by_property:
        for subject, value in pairs:
            yield URIRef(subject), predicate, URIRef(value)


def _inspection(iri: URIRef, stand_in: InspectionStandIn, iris: Iris) -> Iterator[Triple]:
    stated = stand_in.stated
    yield from ((iri, RDF.type, above) for above in CLASSES["inspection"])
    yield iri, ANS.inspects, URIRef(stand_in.council)
    yield from _known_only_from(iri, stand_in.tellers)
    if stated.inspection_type:
        concept = iris.concept("inspection-type", stated.inspection_type)
        yield iri, ANS.inspectionType, concept
    if stated.ordinal:
        yield iri, ANS.ordinal, Literal(stated.ordinal)
    if stated.date and stated.period:
        yield iri, ANS.statedDate, _partial_date(stated.date)
        yield from _place_in_time(iri, stated.period.first.isoformat())


def _document(stand_in: DocumentStandIn, iris: Iris) -> Iterator[Triple]:
    iri, stated = iris.document(stand_in.slug), stand_in.stated
    yield from ((iri, RDF.type, above) for above in CLASSES["document"])
    yield iri, ANS.concerns, URIRef(stand_in.council)
    yield from _known_only_from(iri, stand_in.tellers)
    if stated.genre:
        yield iri, RDF.type, ANS[_camel_case(stated.genre)]
        yield iri, ANS.genre, iris.concept("genre", stated.genre)
    if stated.title:
        yield iri, DCTERMS.title, Literal(stated.title)
    if stated.date and stated.period:
        yield iri, DCTERMS.issued, _partial_date(stated.date)
        yield from _place_in_time(iri, stated.period.first.isoformat())


def _recommendation(item: Item, stand_in: RecommendationStandIn, iris: Iris) -> Iterator[Triple]:
    iri = URIRef(item.iri)
    yield from ((iri, RDF.type, above) for above in CLASSES["recommendation"])
    yield iri, ANS.text, Literal(item.text)
    yield from _known_only_from(iri, (each.document.iri for each in stand_in.tellings))
    yield from _place_in_time(iri, item.date)
    if item.kind:
        yield iri, RDF.type, CLASS_OF_KIND[item.kind]
        yield iri, ANS.kind, iris.concept("kind", item.kind)
    if item.number:
        yield iri, ANS.number, Literal(item.number)
    if item.arises_from:
        yield iri, ANS.arisesFrom, URIRef(item.arises_from)
    else:
        yield iri, ANS.doubt, Literal(DATE_OF_TELLER)
    for passage in item.evidence:
        yield iri, ANS.evidence, URIRef(passage)
    for issue in item.issues:
        yield iri, ANS.issue, iris.theme(issue)
    for theme in item.themes:
        yield iri, ANS.computedTheme, iris.theme(theme)
    for primary in item.themes[:1]:
        yield iri, ANS.computedPrimaryTheme, iris.theme(primary)
    for addressee in item.addressees:
        yield iri, ANS.addressedTo, URIRef(addressee)
    for maker in item.made_by:
        yield iri, ANS.madeBy, URIRef(maker)


def _known_only_from(iri: URIRef, documents: Iterable[str]) -> Iterator[Triple]:
    for document in documents:
        yield iri, ANS.knownOnlyFrom, URIRef(document)


def _place_in_time(iri: URIRef, day: str) -> Iterator[Triple]:
    if day:
        yield iri, ANS.sortDate, Literal(datetime.date.fromisoformat(day))
        yield iri, ANS.year, Literal(int(day[:4]))


def _partial_date(printed: str) -> Literal:
    return Literal(printed, datatype=PRECISION_OF_DATES[len(printed)], normalize=False)


def _camel_case(slug: str) -> str:
    return "".join(word.capitalize() for word in slug.split("-"))


def _themes(iri: URIRef, choice: ThemeChoice, iris: Iris) -> Iterator[Triple]:
    yield iri, ANS.themeBasis, Literal(choice.basis)
    yield iri, ANS.primaryTheme, iris.theme(_top_theme(choice.themes[0]))
    for theme in choice.themes:
        yield iri, ANS.theme, iris.theme(theme)


def _top_theme(slug: str) -> str:
    """Return the theme without a broader one; an unknown theme is its own."""
    try:
        broader = vocabulary().concept("theme", slug).broader
    except UnknownConcept:
        return slug
    return _top_theme(broader[0]) if broader else slug


def _likeness(
    likeness: Likeness, shortcut: URIRef, conclusions: Conclusions, iris: Iris
) -> Iterator[Triple]:
    iri = iris.recurrence(f"{likeness.later.slug}-and-{likeness.earlier.slug}")
    earlier, later = URIRef(likeness.earlier.iri), URIRef(likeness.later.iri)
    yield iri, RDF.type, ANS.AlikeElsewhere if shortcut == ANS.alikeElsewhere else ANS.Recurrence
    yield iri, ANS.earlier, earlier
    yield iri, ANS.later, later
    yield iri, ANS.relation, iris.concept("relation", likeness.relation)
    yield iri, ANS.score, Literal(Decimal(str(likeness.score)))
    yield iri, ANS.method, Literal(likeness.method)
    yield iri, ANS.reason, Literal(likeness.reason)
    if str(iri) not in conclusions.rejected:
        yield later, shortcut, earlier
