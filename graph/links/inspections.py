"""Which inspection a document means that only names it by date and kind.

"Judged inadequate in December 2016" may mean the month of the fieldwork or that in which the
report came out.  Where no loaded document reports on the inspection meant, those who tell of
it share one stand-in, named after the first of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.links.facts import InspectionFact, Mention, Stated, slug_of
from graph.links.periods import Period
from ontology.vocabulary import vocabulary

DAYS_TO_PUBLICATION = 92  # three months: 431 reports came out 4 to 12 weeks after the fieldwork
DAYS_BETWEEN_TELLINGS = 62  # fieldwork in April and its letter in June are told of one visit
VISITS_IN_A_ROW = frozenset({"monitoring-visit"})  # often only weeks apart, told by ordinal


@dataclass(frozen=True, slots=True, kw_only=True)
class InspectionStandIn:
    """An inspection known only from what documents tell of it, in the words of the first.

    ``slug`` ends in the slug of the reference that tells of it first.  ``stated`` is as exact
    as any of them is.
    """

    slug: str
    council: str
    stated: Stated
    tellers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InspectionLinks:
    """What each mention refers to: the IRI of a loaded inspection, or a stand-in."""

    known: Mapping[str, str]
    stand_ins: Mapping[str, InspectionStandIn]


def types_agree(one: str | None, other: str | None) -> bool:
    """Say whether two inspection types may be of one inspection.

    They are equal, one is broader, one is unknown, or one is what the other looks at among other
    things (skos:related): reports call a single inspection "the inspection of safeguarding".
    """
    if one is None or other is None:
        return True
    return one in _named_as(other) or other in _named_as(one)


def _named_as(slug: str) -> tuple[str, ...]:
    known = {concept.slug: concept for concept in vocabulary().scheme("inspection-type")}
    steps = _with_broader(slug)
    return (*steps, *(beside for step in steps if step in known for beside in known[step].related))


def _with_broader(slug: str) -> tuple[str, ...]:
    known = {concept.slug: concept for concept in vocabulary().scheme("inspection-type")}
    above = known[slug].broader if slug in known else ()
    return (slug, *(step for parent in above for step in _with_broader(parent)))


def resolve_inspections(
    mentions: Iterable[Mention], inspections: Iterable[InspectionFact]
) -> InspectionLinks:
    """Return the inspection that each mention means, where its date and kind settle that.

    A mention without a date, or that fits two inspections equally well, stays unresolved.
    """
    by_council: dict[str, list[InspectionFact]] = defaultdict(list)
    for inspection in inspections:
        by_council[inspection.council].append(inspection)
    known: dict[str, str] = {}
    unknown: list[Mention] = []
    for mention in mentions:
        fitting = _fitting(mention, by_council.get(mention.document.council or "", []))
        if len(fitting) == 1:
            known[mention.iri] = fitting[0].iri
        elif not fitting and mention.document.council and mention.stated.date:
            unknown.append(mention)
    return InspectionLinks(known, _stand_ins(unknown))


def _fitting(mention: Mention, candidates: Iterable[InspectionFact]) -> list[InspectionFact]:
    """Return the inspections that fit best; several where nothing tells them apart."""
    scored = [
        (_fit(mention.stated, inspection), inspection)
        for inspection in candidates
        if "" < inspection.date <= mention.document.date
    ]
    best = max((score for score, _ in scored), default=0)
    return [inspection for score, inspection in scored if score == best] if best > 0 else []


def _fit(stated: Stated, inspection: InspectionFact) -> int:
    """Return how well the words fit an inspection; 0 where they do not."""
    if stated.period is None or not types_agree(stated.inspection_type, inspection.inspection_type):
        return 0
    if stated.ordinal and inspection.ordinal and stated.ordinal != inspection.ordinal:
        return 0
    in_time = _fit_in_time(stated.period, inspection)
    if not in_time:
        return 0
    same_grade = stated.grade is not None and stated.grade == inspection.grade
    same_ordinal = stated.ordinal is not None and stated.ordinal == inspection.ordinal
    named_type = stated.inspection_type is not None and inspection.inspection_type is not None
    return in_time + 2 * same_grade + 2 * same_ordinal + named_type + inspection.is_full


def _fit_in_time(stated: Period, inspection: InspectionFact) -> int:
    """Return 6 for the fieldwork or the printed issue, 3 where the report may have come out."""
    fieldwork = inspection.fieldwork or Period.of(inspection.date)
    if stated.overlaps(fieldwork) or any(stated.overlaps(day) for day in inspection.issued):
        return 6
    may_be_issued = not inspection.issued and stated.overlaps(
        fieldwork.extended(DAYS_TO_PUBLICATION)
    )
    return 3 if may_be_issued and stated.first > fieldwork.last else 0


def _stand_ins(mentions: Sequence[Mention]) -> dict[str, InspectionStandIn]:
    by_council: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_council[mention.document.council or ""].append(mention)
    found: dict[str, InspectionStandIn] = {}
    for council in sorted(by_council):
        for group in _told_of_one(by_council[council]):
            stand_in = _stand_in(council, group)
            found.update((mention.iri, stand_in) for mention in group)
    return found


def _told_of_one(mentions: Iterable[Mention]) -> list[list[Mention]]:
    """Group the mentions that tell of one inspection, the typed and most exact ones first.

    One that names no type joins a group and makes none; one that may tell of either of two
    ("a visit in 2021") is left out.
    """
    groups: list[list[Mention]] = []
    for mention in sorted(mentions, key=_exactness):
        fitting = [group for group in groups if _same_inspection(group[0].stated, mention.stated)]
        if not fitting and mention.stated.inspection_type:
            groups.append([mention])
        elif len(fitting) == 1:
            fitting[0].append(mention)
    return groups


def _exactness(mention: Mention) -> tuple[bool, int, str, tuple[str, str], str]:
    stated = mention.stated
    days = stated.period.days if stated.period else 0
    typed = stated.inspection_type is not None
    return not typed, days, stated.date or "", mention.document.place_in_time, mention.iri


def _same_inspection(one: Stated, other: Stated) -> bool:
    if one.period is None or other.period is None:
        return False
    if not types_agree(one.inspection_type, other.inspection_type):
        return False
    if one.ordinal and other.ordinal and one.ordinal != other.ordinal:
        return False
    if VISITS_IN_A_ROW & {one.inspection_type, other.inspection_type} or _is_year(other.period):
        return one.period.overlaps(other.period)
    earlier, later = sorted((one.period, other.period))
    return earlier.extended(DAYS_BETWEEN_TELLINGS).overlaps(later)


def _is_year(period: Period) -> bool:
    return period.days > 31


def _stand_in(council: str, group: Sequence[Mention]) -> InspectionStandIn:
    first = min(group, key=lambda mention: (mention.document.place_in_time, mention.iri))
    exact = group[0].stated
    types = [m.stated.inspection_type for m in group if m.stated.inspection_type]
    return InspectionStandIn(
        slug=f"{slug_of(council)}-{exact.date}-from-{slug_of(first.iri)}",
        council=council,
        stated=replace(
            exact,
            inspection_type=max(types, key=lambda slug: (len(_with_broader(slug)), slug)),
            ordinal=next((m.stated.ordinal for m in group if m.stated.ordinal), None),
        ),
        tellers=tuple(sorted({mention.document.iri for mention in group})),
    )


@dataclass(frozen=True, slots=True)
class Dated:
    """An inspection's place in the sequence of its council's."""

    iri: str
    council: str
    date: str
    is_full: bool


def succession(inspections: Iterable[Dated]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return (inspection, the one before it) and (inspection, the next full one after it).

    Within each council, by date; two that begin on one day have neither order.
    """
    by_council: dict[str, list[Dated]] = defaultdict(list)
    for inspection in inspections:
        by_council[inspection.council].append(inspection)
    previous: list[tuple[str, str]] = []
    followed: list[tuple[str, str]] = []
    for council in sorted(by_council):
        ordered = sorted(by_council[council], key=lambda each: (each.date, each.iri))
        previous += [(b.iri, a.iri) for a, b in pairwise(ordered) if a.date < b.date]
        full: Dated | None = None
        for inspection in reversed(ordered):
            if full and inspection.date < full.date:
                followed.append((inspection.iri, full.iri))
            full = inspection if inspection.is_full else full
    return previous, followed
