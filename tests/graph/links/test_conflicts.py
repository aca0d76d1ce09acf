from __future__ import annotations

import pytest

from graph.links.conflicts import find_conflicts
from graph.links.facts import Facts, JudgementFact, Mention
from graph.links.inspections import resolve_inspections

from .exampleshire import BASE, EXAMPLESHIRE, document, inspection, mention

FULL = inspection("2016-09-26", "2016-10-20", inspection_type="sif", grade="inadequate")
LETTER = document("2017-09-20", "monitoring-letter")
PAPER = document("2022-06-21", "committee-report")


def judgement(order: int, grade: str, area: str = "overall-effectiveness") -> JudgementFact:
    iri = f"{BASE}/judgement/exampleshire-2016-12-09-inspection-report-{order}"
    return JudgementFact(iri=iri, inspection=FULL.iri, area=area, body=EXAMPLESHIRE, grade=grade)


def conflicts(*mentions: Mention, judgements: tuple[JudgementFact, ...] = ()) -> list[str]:
    links = resolve_inspections(mentions, [FULL])
    facts = Facts(inspections=(FULL,), inspection_mentions=mentions, judgements=judgements)
    return [each.reason for each in find_conflicts(facts, links)]


def test_two_grades_of_one_area_conflict() -> None:
    given = (judgement(1, "good"), judgement(2, "inadequate"), judgement(3, "good", "adoption"))
    assert conflicts(judgements=given) == ["grades differ: good, inadequate"]


def test_same_grade_twice_is_no_conflict() -> None:
    assert not conflicts(judgements=(judgement(1, "good"), judgement(2, "good")))


def test_grade_told_by_another_document_conflicts_with_the_judgement() -> None:
    said = mention(LETTER, 1, date="2016-10", inspection_type="sif", grade="good")
    given = (judgement(1, "inadequate"),)
    assert conflicts(said, judgements=given) == ["grades differ: good, inadequate"]


def test_visit_called_two_things_is_told_of_both() -> None:
    said = mention(LETTER, 1, date="2016-10", inspection_type="monitoring-visit")
    assert conflicts(said) == ["types differ: monitoring-visit, sif"]


@pytest.mark.parametrize(("day", "count"), [("2022-05-17", 1), ("2022-05", 0)])
def test_two_names_of_a_missing_visit_conflict_on_one_day_only(day: str, count: int) -> None:
    said = [
        mention(PAPER, 1, date=day, inspection_type="focused-visit"),
        mention(PAPER, 2, date=day, inspection_type="monitoring-visit"),
    ]
    assert len(conflicts(*said)) == count
