"""Which document another one means, replies to or takes its statements from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.links.facts import DocumentFact, Mention, Stated, slug_of
from graph.links.inspections import DAYS_TO_PUBLICATION
from graph.links.periods import Period

DAYS_A_LATEST_ONE_IS_MEANT = 731  # "the inspection report", undated, is one of the last two years


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStandIn:
    """A document known only from what others tell of it; ``slug`` ends in the first reference's."""

    slug: str
    council: str
    stated: Stated
    tellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentLinks:
    """What each document reference refers to: the IRI of a loaded document, or a stand-in."""

    known: Mapping[str, str]
    stand_ins: Mapping[str, DocumentStandIn]


def resolve_documents(
    mentions: Iterable[Mention], documents: Iterable[DocumentFact]
) -> DocumentLinks:
    """Return the document that each reference means: of the named genre, council and date.

    A reference without a genre resolves to nothing; one without a date only to the one document
    of its genre that came out in the two years before.
    """
    by_kind: dict[tuple[str | None, str], list[DocumentFact]] = defaultdict(list)
    for document in documents:
        by_kind[document.council, document.genre].append(document)
    known: dict[str, str] = {}
    unknown: list[Mention] = []
    for mention in mentions:
        if not mention.stated.genre or not mention.document.council:
            continue
        candidates = by_kind.get((mention.document.council, mention.stated.genre), [])
        fitting = [each for each in candidates if _fits(mention, each)]
        if len(fitting) == 1:
            known[mention.iri] = fitting[0].iri
        elif not fitting and mention.stated.date:
            unknown.append(mention)
    return DocumentLinks(known, _stand_ins(unknown))


def _fits(mention: Mention, document: DocumentFact) -> bool:
    if document.iri == mention.document.iri or not "" < document.date <= mention.document.date:
        return False
    stated = mention.stated.period
    if stated is None:
        waited = Period.of(mention.document.date).first - Period.of(document.date).first
        return waited.days <= DAYS_A_LATEST_ONE_IS_MEANT
    if document.issued:
        return stated.overlaps(Period.of(document.issued))
    return stated.overlaps(Period.of(document.date).extended(DAYS_TO_PUBLICATION))


def _stand_ins(mentions: Sequence[Mention]) -> dict[str, DocumentStandIn]:
    """One stand-in for all references of one council, genre and printed date."""
    groups: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        stated = mention.stated
        groups[mention.document.council or "", stated.genre or "", stated.date or ""].append(
            mention
        )
    found: dict[str, DocumentStandIn] = {}
    for (council, genre, date), group in groups.items():
        first = min(group, key=lambda mention: (mention.document.place_in_time, mention.iri))
        stand_in = DocumentStandIn(
            slug=f"{slug_of(council)}-{date}-{genre}-from-{slug_of(first.iri)}",
            council=council,
            stated=first.stated,
            tellers=tuple(sorted({mention.document.iri for mention in group})),
        )
        found.update((mention.iri, stand_in) for mention in group)
    return found
