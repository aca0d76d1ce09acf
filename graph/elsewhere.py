"""Who else was told the same, and how their grades stood before and after.

It tells what happened, not why: a grade may have risen for any reason.  The queries stand beside
this module, in elsewhere/.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pyoxigraph import NamedNode

from graph.questions import Answer, Cell, answer_to, question_in
from graph.store import Store

Record = dict[str, Cell]
Outcome = Literal["improved", "unchanged", "declined", "not known"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("improved", "unchanged", "declined", "not known")


@dataclass(frozen=True, slots=True)
class Graded:
    """An overall grade of a full inspection; ``rank`` 1 is best, ``date`` ISO.

    ``stated`` where the inspection's own report is not loaded and another document states it.
    """

    inspection: str
    date: str
    grade: str
    rank: int
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """What another council was told, and its grade then and at its next full inspection.

    ``before`` is the grade of its latest full inspection up to the day of telling.
    ``documents`` (date, document, document_label) are those about it from the telling to the
    report of the next inspection, or to the last where none followed: there one can read on.
    """

    told: Record
    is_neighbour: bool
    before: Graded | None
    after: Graded | None
    documents: tuple[Record, ...]

    @property
    def outcome(self) -> Outcome:
        """How the grade changed, "not known" where one of the two grades is not."""
        if self.before is None or self.after is None:
            return "not known"
        if self.before.rank == self.after.rank:
            return "unchanged"
        return "improved" if self.after.rank < self.before.rank else "declined"

    @property
    def is_earlier(self) -> bool:
        """Whether the other council was told before this one."""
        return _text(self.told["date"]) < _text(self.told["told_on"])

    @property
    def episode(self) -> tuple[str, str, str]:
        """The council between two full inspections: several items of one count once."""
        before, after = (each.inspection if each else "" for each in (self.before, self.after))
        return _text(self.told["council"]), before, after


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """All cases, statistical neighbours first, then by likeness."""

    cases: tuple[Case, ...]

    @property
    def councils(self) -> int:
        """How many other councils were told the same."""
        return len({case.told["council"] for case in self.cases})

    @property
    def outcomes(self) -> Mapping[str, int]:
        """How many episodes (a council between two full inspections) ended in each outcome."""
        ended: dict[tuple[str, str, str], Outcome] = {}
        for case in self.cases:
            ended[case.episode] = case.outcome
        return {outcome: list(ended.values()).count(outcome) for outcome in OUTCOMES}

    @property
    def note(self) -> str:
        """On how many cases this rests, and what it does not say."""
        counts = self.outcomes
        known = sum(counts.values()) - counts["not known"]
        was = "was" if self.councils == 1 else "were"
        if not self.cases:
            return (
                "No other council is known, from the documents loaded, to have been told the same."
            )
        return (
            f"{_counted(self.councils, 'other council')} {was} told the same. Grades before and "
            f"after are known in {_counted(known, 'case')}: {counts['improved']} improved, "
            f"{counts['unchanged']} unchanged, {counts['declined']} declined. This tells what "
            "followed, not why: a grade depends on much else."
        )


def elsewhere_of(store: Store, recommendation: str) -> Elsewhere:
    """Return who else was told the same as a recommendation (an IRI) says."""
    return _elsewhere(store, {"recommendation": (NamedNode(recommendation),)})


def elsewhere_of_body(store: Store, body: str) -> Elsewhere:
    """Return who else was told the same as anything that a council (an IRI) was told."""
    return _elsewhere(store, {"body": (NamedNode(body),)})


def grades_of(store: Store, bodies: Iterable[str]) -> Mapping[str, tuple[Graded, ...]]:
    """Return the overall grades of each of the councils (IRIs), the earliest first."""
    grades: dict[str, list[Graded]] = defaultdict(list)
    for row in _about(store, "grades", bodies).records:
        grades[_text(row["body"])].append(
            Graded(
                inspection=_text(row["inspection"]),
                date=_text(row["date"]),
                grade=_text(row["grade"]),
                rank=int(_text(row["rank"])),
                stated=bool(row["stated"]),
            )
        )
    return {body: tuple(given) for body, given in grades.items()}


def _elsewhere(store: Store, terms: Mapping[str, Sequence[NamedNode]]) -> Elsewhere:
    alike = answer_to(store, question_in("elsewhere", "alike"), terms).records
    councils = sorted({_text(each["council"]) for each in alike})
    told = sorted({_text(each["told_body"]) for each in alike})
    near = {(row["body"], row["neighbour"]) for row in _about(store, "neighbours", told).records}
    grades = grades_of(store, councils)
    documents: dict[str, list[Record]] = defaultdict(list)
    for record in _about(store, "documents", councils).records:
        documents[_text(record["body"])].append(record)
    cases = []
    for each in alike:
        council = _text(each["council"])
        before, after = _grades_around(_text(each["date"]), grades.get(council, ()))
        shown = _documents_of(_text(each["date"]), after, documents[council])
        is_neighbour = (each["told_body"], council) in near
        cases.append(Case(each, is_neighbour, before, after, shown))
    return Elsewhere(tuple(sorted(cases, key=lambda case: not case.is_neighbour)))


def _grades_around(day: str, grades: Sequence[Graded]) -> tuple[Graded | None, Graded | None]:
    """Return the latest grade up to a day, and the next one after it."""
    before = [each for each in grades if each.date <= day]
    after = next((each for each in grades if each.date > day), None)
    return before[-1] if before else None, after


def _documents_of(
    day: str, after: Graded | None, documents: Sequence[Record]
) -> tuple[Record, ...]:
    """Return the documents from a day to the first since the inspection that comes after it."""
    since = [each for each in documents if _text(each["date"]) >= day]
    if after is None:
        return tuple(since)
    count = sum(_text(each["date"]) <= after.date for each in since)
    return tuple(since[: count + 1])


def _about(store: Store, name: str, bodies: Iterable[str]) -> Answer:
    """Return what a query tells of some bodies; of no body where there are none."""
    named = tuple(NamedNode(body) for body in bodies)
    asked = question_in("elsewhere", name)
    return answer_to(store, asked, {"body": named}) if named else Answer(asked, ())


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
