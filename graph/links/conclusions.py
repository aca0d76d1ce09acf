"""The links that follow from the facts: one pure function from facts to conclusions.

Who else was told the same follows from items of several councils (`graph.links.elsewhere`), who
is one person or body from names (`graph.links.identity`); all else from one council's documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.links.conflicts import Conflict, find_conflicts
from graph.links.documents import DocumentLinks, resolve_documents
from graph.links.facts import Decisions, Facts, Item, Mention
from graph.links.inspections import (
    Dated,
    InspectionLinks,
    InspectionStandIn,
    resolve_inspections,
    succession,
    types_agree,
)
from graph.links.likeness import Features, Likeness, describe
from graph.links.recurrence import find_recurrences
from graph.links.restatements import (
    RecommendationStandIn,
    RestatementLinks,
    resolve_restatements,
)
from graph.links.revisions import Versions, find_versions
from graph.links.themes import Agreement, ThemeChoice, choose_themes, group_restatements
from ontology.iris import Iris

FULL_INSPECTION = "full-inspection"
REFERS_TO = "refersTo"
DATE_OF_TELLER = "undated: stands at the date of the first document that tells of it"

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusions:
    """What software concludes across documents; everything is named by its IRI.

    ``refers_to`` are references, ``arises_from`` restatements and the inspections meant,
    ``assessment_of`` assessments and recommendations.  ``stand_in_items`` are written in full.
    """

    refers_to: Pairs
    arises_from: Pairs
    assessment_of: Pairs
    discusses: Pairs
    replies_to: Pairs
    reported_from: Pairs
    previous_inspection: Pairs
    followed_by: Pairs
    versions: Versions
    conflicts: tuple[Conflict, ...]
    inspection_stand_ins: tuple[tuple[str, InspectionStandIn], ...]
    document_links: DocumentLinks
    stand_in_items: tuple[tuple[Item, RecommendationStandIn], ...]
    themes: Mapping[str, ThemeChoice]
    agreement: Agreement
    recurrences: tuple[Likeness, ...]
    compared: tuple[Features, ...]
    decisions: Decisions


def conclude(facts: Facts, iris: Iris) -> Conclusions:
    """Return every link that follows from ``facts``; the same for any order of them."""
    undecided = _undecided(facts)
    inspections = resolve_inspections(_all_inspection_mentions(undecided), facts.inspections)
    origins = _origins(facts, _inspection_iris(inspections, iris))
    documents = resolve_documents(undecided.document_mentions, facts.documents)
    restated = resolve_restatements(undecided.restatements, facts.items, origins)
    refers_to = _decided(facts.restatements, _recommendation_iris(restated, iris), facts)
    stand_ins = _stand_in_items(restated, _inspection_dates(facts, inspections, iris), iris)
    items = (*facts.items, *(item for item, _ in stand_ins))
    themes, agreement = choose_themes(items, group_restatements(facts.restatements, refers_to))
    meant = _decided(facts.document_mentions, _document_iris(documents, iris), facts)
    compared = describe(items)
    previous, followed = succession(_dated(facts, inspections, iris))
    restatements = {restatement.iri for restatement in facts.restatements}
    mentioned = {iri: inspection for iri, inspection in origins.items() if iri not in restatements}
    return Conclusions(
        refers_to=_sorted({**mentioned, **meant, **refers_to}),
        arises_from=_sorted({iri: of for iri, of in origins.items() if iri in restatements}),
        assessment_of=_assessments(facts, refers_to),
        discusses=_discussed(facts, meant, refers_to),
        replies_to=_replied(facts.document_mentions, meant),
        reported_from=tuple(
            sorted((statement, meant[ref]) for statement, ref in facts.reported if ref in meant)
        ),
        previous_inspection=tuple(previous),
        followed_by=tuple(followed),
        versions=find_versions(facts),
        conflicts=tuple(find_conflicts(facts, inspections)),
        inspection_stand_ins=tuple(sorted(_named(inspections, iris).items())),
        document_links=documents,
        stand_in_items=stand_ins,
        themes=themes,
        agreement=agreement,
        recurrences=tuple(find_recurrences(compared)),
        compared=compared,
        decisions=facts.decisions,
    )


def _undecided(facts: Facts) -> Facts:
    """Return the facts without the references of which a person has said what they mean."""
    right = facts.decisions.right

    def is_open(each: Mention | Item) -> bool:
        return (each.iri, REFERS_TO) not in right

    return replace(
        facts,
        restatements=tuple(filter(is_open, facts.restatements)),
        inspection_mentions=tuple(filter(is_open, facts.inspection_mentions)),
        document_mentions=tuple(filter(is_open, facts.document_mentions)),
    )


def _decided(
    references: Iterable[Mention | Item], meant: Mapping[str, str], facts: Facts
) -> dict[str, str]:
    """Return what references mean, as software found it and people decided."""
    settle = facts.decisions.settle
    settled = {each.iri: settle(each.iri, REFERS_TO, meant.get(each.iri)) for each in references}
    return {iri: value for iri, value in settled.items() if value}


def _origins(facts: Facts, found: Mapping[str, str]) -> dict[str, str]:
    """Return the inspections that mentions mean, and those from which restatements arise."""
    of_restatements = {
        each.iri: found[each.iri] for each in facts.restatements if each.iri in found
    }
    return {**_decided(facts.inspection_mentions, found, facts), **of_restatements}


def _sorted(pairs: Mapping[str, str]) -> Pairs:
    return tuple(sorted(pairs.items()))


def _all_inspection_mentions(facts: Facts) -> list[Mention]:
    of_restatements = [
        Mention(iri=each.iri, document=each.document, stated=each.stated)
        for each in facts.restatements
    ]
    return [*facts.inspection_mentions, *of_restatements]


def _inspection_iris(links: InspectionLinks, iris: Iris) -> dict[str, str]:
    stand_ins = {iri: str(iris.inspection(each.slug)) for iri, each in links.stand_ins.items()}
    return {**links.known, **stand_ins}


def _named(links: InspectionLinks, iris: Iris) -> dict[str, InspectionStandIn]:
    return {str(iris.inspection(each.slug)): each for each in links.stand_ins.values()}


def _document_iris(links: DocumentLinks, iris: Iris) -> dict[str, str]:
    stand_ins = {iri: str(iris.document(each.slug)) for iri, each in links.stand_ins.items()}
    return {**links.known, **stand_ins}


def _recommendation_iris(links: RestatementLinks, iris: Iris) -> dict[str, str]:
    stand_ins = {iri: str(iris.recommendation(each.slug)) for iri, each in links.stand_ins.items()}
    return {**links.known, **stand_ins}


def _inspection_dates(facts: Facts, links: InspectionLinks, iris: Iris) -> dict[str, str]:
    dates = {inspection.iri: inspection.date for inspection in facts.inspections}
    for iri, stand_in in _named(links, iris).items():
        if stand_in.stated.period:
            dates[iri] = stand_in.stated.period.first.isoformat()
    return dates


def _stand_in_items(
    links: RestatementLinks, dates: Mapping[str, str], iris: Iris
) -> tuple[tuple[Item, RecommendationStandIn], ...]:
    """Return each stand-in as an item, dated by its inspection where that is known."""
    by_slug = {stand_in.slug: stand_in for stand_in in links.stand_ins.values()}
    return tuple(
        (
            replace(
                stand_in.first,
                iri=str(iris.recommendation(slug)),
                date=dates.get(stand_in.arises_from or "", stand_in.first.document.date),
                arises_from=stand_in.arises_from,
                evidence=tuple(sorted({p for each in stand_in.tellings for p in each.evidence})),
            ),
            stand_in,
        )
        for slug, stand_in in sorted(by_slug.items())
    )


def _dated(facts: Facts, links: InspectionLinks, iris: Iris) -> list[Dated]:
    loaded = [Dated(each.iri, each.council, each.date, each.is_full) for each in facts.inspections]
    told = [
        Dated(iri, each.council, each.stated.period.first.isoformat(), _is_full(each))
        for iri, each in _named(links, iris).items()
        if each.stated.period
    ]
    return loaded + told


def _is_full(stand_in: InspectionStandIn) -> bool:
    stated = stand_in.stated.inspection_type
    return stated is not None and types_agree(stated, FULL_INSPECTION)


def _assessments(facts: Facts, refers_to: Mapping[str, str]) -> Pairs:
    items = {item.iri for item in facts.items}
    found = {
        (assessment.iri, refers_to.get(thing, thing))
        for assessment in facts.assessments
        for thing in assessment.assesses
        if thing in refers_to or thing in items
    }
    return tuple(sorted(found))


def _discussed(facts: Facts, meant: Mapping[str, str], refers_to: Mapping[str, str]) -> Pairs:
    """Return (document, the one it discusses): by its words, or because it restates its items."""
    made_in = {item.iri: item.document.iri for item in facts.items}
    by_words = {
        (mention.document.iri, meant[mention.iri])
        for mention in facts.document_mentions
        if mention.iri in meant and mention.stated.relation in ("discusses", "replies-to")
    }
    by_items = {
        (restatement.document.iri, made_in[refers_to[restatement.iri]])
        for restatement in facts.restatements
        if refers_to.get(restatement.iri) in made_in
    }
    return tuple(sorted(by_words | by_items))


def _replied(mentions: Sequence[Mention], meant: Mapping[str, str]) -> Pairs:
    found = {
        (mention.document.iri, meant[mention.iri])
        for mention in mentions
        if mention.iri in meant and mention.stated.relation == "replies-to"
    }
    return tuple(sorted(found))
