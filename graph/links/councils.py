"""Facts parted by council: nearly all links follow from the documents of one council."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from graph.links.facts import DocumentFact, Facts, Item, Mention

Fact = TypeVar("Fact")


def by_council(facts: Facts) -> dict[str, Facts]:
    """Return the facts of each council, by its IRI; a document of no council stands alone."""
    of_thing = _councils_of_things(facts)
    documents = _parted(facts.documents, council_of)
    inspections = _parted(facts.inspections, lambda each: each.council)
    items = _parted(facts.items, _council_of_source)
    restatements = _parted(facts.restatements, _council_of_source)
    inspection_mentions = _parted(facts.inspection_mentions, _council_of_source)
    document_mentions = _parted(facts.document_mentions, _council_of_source)
    assessments = _parted(facts.assessments, lambda each: _first(of_thing, each.assesses))
    judgements = _parted(facts.judgements, lambda each: of_thing.get(each.inspection))
    reported = _parted(facts.reported, lambda pair: of_thing.get(pair[1]))
    return {
        council: Facts(
            documents=documents[council],
            inspections=inspections.get(council, ()),
            items=items.get(council, ()),
            restatements=restatements.get(council, ()),
            inspection_mentions=inspection_mentions.get(council, ()),
            document_mentions=document_mentions.get(council, ()),
            assessments=assessments.get(council, ()),
            judgements=judgements.get(council, ()),
            reported=reported.get(council, ()),
            decisions=facts.decisions,
        )
        for council in sorted(documents)
    }


def council_of(document: DocumentFact) -> str:
    """Return the council that a document is linked with; itself where it concerns none."""
    return document.council or document.iri


def _council_of_source(each: Item | Mention) -> str:
    return council_of(each.document)


def _parted(facts: Iterable[Fact], of: Callable[[Fact], str | None]) -> dict[str, tuple[Fact, ...]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[of(fact) or ""].append(fact)
    return {council: tuple(own) for council, own in found.items()}


def _councils_of_things(facts: Facts) -> dict[str, str]:
    of_items = {each.iri: council_of(each.document) for each in (*facts.items, *facts.restatements)}
    of_mentions = {each.iri: council_of(each.document) for each in facts.document_mentions}
    return {**of_items, **of_mentions, **{each.iri: each.council for each in facts.inspections}}


def _first(of_thing: Mapping[str, str], things: Iterable[str]) -> str | None:
    return next((of_thing[thing] for thing in things if thing in of_thing), None)
