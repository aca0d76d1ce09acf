"""The links graph as lines of N-Triples, the same for the same conclusions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from rdflib import RDF, XSD, Literal, URIRef
from rdflib.term import Node

from graph.links.conclusions import DATE_OF_TELLER, Conclusions, Pairs
from graph.links.conflicts import Conflict
from graph.links.documents import DocumentStandIn
from graph.links.facts import Decisions, Item, slug_of
from graph.links.identity import Identity
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
TYPE, DECIMAL = str(RDF.type), str(XSD.decimal)
EARLIER, LATER, RELATION = str(ANS.earlier), str(ANS.later), str(ANS.relation)
SCORE, METHOD, REASON = str(ANS.score), str(ANS.method), str(ANS.reason)
RECURRENCE, ELSEWHERE = str(ANS.Recurrence), str(ANS.AlikeElsewhere)
ALIKE_ELSEWHERE = str(ANS.alikeElsewhere)
PRECISION_OF_DATES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def lines_of(conclusions: Conclusions, iris: Iris) -> list[str]:
    """Return the triples of a council's conclusions in N-Triples, sorted, without repeats."""
    recurring = (
        line
        for each in conclusions.recurrences
        for line in _recurrence(each, conclusions.decisions, iris)
    )
    return sorted((*_lines(_triples(conclusions, iris)), *recurring))


def lines_of_likenesses(
    likenesses: Iterable[Likeness], decisions: Decisions, iris: Iris
) -> list[str]:
    """Return the triples of items alike elsewhere in N-Triples, sorted."""
    return sorted(line for each in likenesses for line in _alike_elsewhere(each, decisions, iris))


def lines_of_identities(identities: Iterable[Identity], decisions: Decisions) -> list[str]:
    """Return who is whom in N-Triples, sorted; a person's decision wins."""
    return _lines(triple for each in identities for triple in _identity(each, decisions))


def _lines(triples: Iterable[Triple]) -> list[str]:
    found = {f"{_term(s)} {_term(predicate)} {_term(value)} .\n" for s, predicate, value in triples}
    return sorted(found)


@lru_cache(maxsize=100_000)  # most terms come many times
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
    for conflict in conclusions.conflicts:
        yield from _conflict(conflict, iris)


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
        (PROV.wasRevisionOf, conclusions.versions.revisions),
        (PROV.alternateOf, conclusions.versions.alternates),
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


def _recurrence(likeness: Likeness, decisions: Decisions, iris: Iris) -> Iterator[str]:
    iri = _name_of(likeness, iris)
    decided = decisions.right.get((iri, "relation"))
    relation = slug_of(decided) if decided else likeness.relation
    shortcut = None if iri in decisions.rejected else SHORTCUTS.get(relation)
    likeness = replace(likeness, relation=relation)
    yield from _likeness(iri, RECURRENCE, likeness, iris)
    if shortcut:
        yield f"<{likeness.later.iri}> <{shortcut}> <{likeness.earlier.iri}> .\n"


def _alike_elsewhere(likeness: Likeness, decisions: Decisions, iris: Iris) -> Iterator[str]:
    iri = _name_of(likeness, iris)
    yield from _likeness(iri, ELSEWHERE, likeness, iris)
    if iri not in decisions.rejected:
        yield f"<{likeness.later.iri}> <{ALIKE_ELSEWHERE}> <{likeness.earlier.iri}> .\n"


def _name_of(likeness: Likeness, iris: Iris) -> str:
    return str(iris.recurrence(f"{likeness.later.slug}-and-{likeness.earlier.slug}"))


def _likeness(iri: str, kind: str, likeness: Likeness, iris: Iris) -> Iterator[str]:
    """Yield a link as lines: there are millions, and terms would take five times as long."""
    score = Decimal(str(likeness.score)).normalize()
    yield f"<{iri}> <{TYPE}> <{kind}> .\n"
    yield f"<{iri}> <{EARLIER}> <{likeness.earlier.iri}> .\n"
    yield f"<{iri}> <{LATER}> <{likeness.later.iri}> .\n"
    yield f"<{iri}> <{RELATION}> <{_relation(likeness.relation, iris)}> .\n"
    yield f'<{iri}> <{SCORE}> "{score}"^^<{DECIMAL}> .\n'
    yield f'<{iri}> <{METHOD}> "{likeness.method}" .\n'
    yield f'<{iri}> <{REASON}> "{likeness.reason}" .\n'


@lru_cache(maxsize=16)
def _relation(slug: str, iris: Iris) -> URIRef:
    return iris.concept("relation", slug)


def _identity(identity: Identity, decisions: Decisions) -> Iterator[Triple]:
    canonical = decisions.settle(identity.iri, "sameAs", identity.canonical)
    if canonical is None:
        return
    iri, is_decided = URIRef(identity.iri), canonical != identity.canonical
    yield iri, ANS.sameAs, URIRef(canonical)
    yield iri, ANS.method, Literal("decision" if is_decided else identity.method)
    yield iri, ANS.reason, Literal("decided by a person" if is_decided else identity.reason)
    if identity.doubt and not is_decided:
        yield iri, ANS.doubt, Literal(identity.doubt)


def _conflict(conflict: Conflict, iris: Iris) -> Iterator[Triple]:
    iri = iris.conflict(conflict.slug)
    yield iri, RDF.type, ANS.Conflict
    yield iri, ANS.between, URIRef(conflict.one)
    yield iri, ANS.between, URIRef(conflict.other)
    yield iri, ANS.reason, Literal(conflict.reason)
