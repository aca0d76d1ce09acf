"""Statements about one thing that cannot both hold; both are kept, and the conflict is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.links.facts import Facts, InspectionFact, JudgementFact, Mention, slug_of
from graph.links.inspections import InspectionLinks, types_agree
from graph.links.periods import Period

OVERALL = "overall-effectiveness"
DAYS_THAT_SETTLE = 31  # a month or a day tells which visit is meant, a year does not


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """Two statements, by IRI in order, and why they cannot both hold."""

    one: str
    other: str
    reason: str

    @property
    def slug(self) -> str:
        """The slugs of both statements."""
        return f"{slug_of(self.one)}-and-{slug_of(self.other)}"


def find_conflicts(facts: Facts, links: InspectionLinks) -> list[Conflict]:
    """Return the conflicts among what documents say of inspections.

    Two grades for one area of one inspection; a grade that another document gives for the
    overall judgement; one visit that is called two things.  Nothing is decided between them.
    """
    found = {
        *_two_grades(facts.judgements),
        *_other_grades(facts.inspection_mentions, facts.judgements, links.known),
        *_other_names(facts.inspection_mentions, facts.inspections, links.known),
        *_told_differently(facts.inspection_mentions, links),
    }
    return sorted(found)


def _conflict(one: str, other: str, reason: str) -> Conflict:
    first, second = sorted((one, other))
    return Conflict(first, second, reason)


def _two_grades(judgements: Iterable[JudgementFact]) -> Iterator[Conflict]:
    about: dict[tuple[str, str, str], list[JudgementFact]] = defaultdict(list)
    for judgement in judgements:
        about[judgement.inspection, judgement.area, judgement.body].append(judgement)
    for given in about.values():
        for one, other in combinations(given, 2):
            if one.grade != other.grade:
                yield _conflict(one.iri, other.iri, _differ("grades", one.grade, other.grade))


def _other_grades(
    mentions: Iterable[Mention], judgements: Iterable[JudgementFact], known: Mapping[str, str]
) -> Iterator[Conflict]:
    overall = {each.inspection: each for each in judgements if each.area == OVERALL}
    for mention in mentions:
        judgement = overall.get(known.get(mention.iri, ""))
        told = mention.stated.grade
        if judgement and told and told != judgement.grade:
            reason = _differ("grades", told, judgement.grade)
            yield _conflict(mention.iri, judgement.iri, reason)


def _other_names(
    mentions: Iterable[Mention], inspections: Iterable[InspectionFact], known: Mapping[str, str]
) -> Iterator[Conflict]:
    """Yield mentions that put another type of visit where a loaded document reports on one."""
    by_council: dict[str, list[InspectionFact]] = defaultdict(list)
    for inspection in inspections:
        by_council[inspection.council].append(inspection)
    for mention in mentions:
        period, told = mention.stated.period, mention.stated.inspection_type
        if mention.iri in known or not period or period.days > DAYS_THAT_SETTLE:
            continue
        for inspection in by_council.get(mention.document.council or "", ()):
            fieldwork = inspection.fieldwork or Period.of(inspection.date)
            named = inspection.inspection_type
            if period.overlaps(fieldwork) and not types_agree(told, named):
                yield _conflict(mention.iri, inspection.iri, _differ("types", told, named))


def _told_differently(mentions: Sequence[Mention], links: InspectionLinks) -> Iterator[Conflict]:
    """Yield pairs of mentions that call what was on one and the same day two things."""
    told: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        day = mention.stated.date or ""
        if mention.iri in links.stand_ins and len(day) == len("2020-01-01"):
            told[mention.document.council or "", day].append(mention)
    for tellings in told.values():
        for one, other in combinations(tellings, 2):
            types = one.stated.inspection_type, other.stated.inspection_type
            if not types_agree(*types):
                yield _conflict(one.iri, other.iri, _differ("types", *types))


def _differ(what: str, *values: str | None) -> str:
    return f"{what} differ: {', '.join(sorted(value or '' for value in values))}"
