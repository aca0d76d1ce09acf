from __future__ import annotations

import pytest

from graph.links.inspections import Dated, resolve_inspections, succession, types_agree
from graph.links.periods import Period

from .exampleshire import EXAMPLESHIRE, document, inspection, mention

LETTER = document("2017-09-20", "monitoring-letter")
PAPER = document("2022-06-21", "committee-report")
REPORT = document("2024-07-01", "commissioner-report")
FULL_OF_2016 = inspection(
    "2016-09-26",
    "2016-10-20",
    inspection_type="sif",
    issued=(Period.of("2016-12-09"),),
    grade="inadequate",
    is_full=True,
)


@pytest.mark.parametrize("said", ["2016-12", "2016-10", "2016", "2016-12-09"])
def test_month_of_fieldwork_or_of_publication_names_the_inspection(said: str) -> None:
    said_in_letter = mention(LETTER, 1, date=said, grade="inadequate")
    links = resolve_inspections([said_in_letter], [FULL_OF_2016])
    assert links.known == {said_in_letter.iri: FULL_OF_2016.iri}


def test_report_without_printed_date_may_have_come_out_within_three_months() -> None:
    meant = inspection("2023-12-04", "2023-12-15", inspection_type="ilacs-standard", is_full=True)
    said = mention(REPORT, 1, date="2024-02", inspection_type="full-inspection")
    assert resolve_inspections([said], [meant]).known == {said.iri: meant.iri}


def test_a_visit_is_not_taken_for_the_full_inspection_of_its_year() -> None:
    visit = inspection("2016-11-01", "2016-11-02", inspection_type="focused-visit")
    said = mention(LETTER, 1, date="2016", inspection_type="sif")
    assert resolve_inspections([said], [visit, FULL_OF_2016]).known[said.iri] == FULL_OF_2016.iri


def test_an_inspection_that_came_later_is_not_meant() -> None:
    later = inspection("2017-11-01", "2017-11-02")
    said = mention(LETTER, 1, date="2017", inspection_type="monitoring-visit")
    assert not resolve_inspections([said], [later]).known


def test_two_visits_that_fit_equally_leave_the_mention_open() -> None:
    visits = [
        inspection(f"2017-0{month}-02", f"2017-0{month}-03", inspection_type="monitoring-visit")
        for month in (3, 6)
    ]
    said = mention(LETTER, 1, date="2017", inspection_type="monitoring-visit")
    links = resolve_inspections([said], visits)
    assert not links.known
    assert not links.stand_ins


def test_ordinal_tells_two_visits_of_a_year_apart() -> None:
    first, second = (
        inspection(f"2017-0{n}-02", f"2017-0{n}-03", inspection_type="monitoring-visit", ordinal=n)
        for n in (1, 2)
    )
    said = mention(LETTER, 1, date="2017", inspection_type="monitoring-visit", ordinal=2)
    assert resolve_inspections([said], [first, second]).known == {said.iri: second.iri}


def test_two_documents_share_one_stand_in_named_after_the_first() -> None:
    by_council = mention(PAPER, 3, date="2022-05", inspection_type="focused-visit")
    by_commissioner = mention(REPORT, 7, date="2022", inspection_type="focused-visit")
    links = resolve_inspections([by_commissioner, by_council], [FULL_OF_2016])
    stand_in = links.stand_ins[by_council.iri]
    assert links.stand_ins[by_commissioner.iri] == stand_in
    assert stand_in.slug == "exampleshire-2022-05-from-exampleshire-2022-06-21-committee-report-3"
    assert stand_in.tellers == (PAPER.iri, REPORT.iri)


def test_stand_ins_do_not_depend_on_the_order_of_reading() -> None:
    said = [
        mention(PAPER, 1, date="2022-05", inspection_type="focused-visit"),
        mention(PAPER, 2, date="2021-05", inspection_type="assurance-visit"),
        mention(REPORT, 1, date="2021", inspection_type="focused-visit"),
    ]
    one, other = resolve_inspections(said, []), resolve_inspections(reversed(said), [])
    assert one.stand_ins == other.stand_ins
    assert len({each.slug for each in one.stand_ins.values()}) == 2


def test_year_that_fits_two_stand_ins_names_neither() -> None:
    visits = [
        mention(PAPER, n, date=f"2021-{month}", inspection_type="monitoring-visit")
        for n, month in enumerate(("02", "11"))
    ]
    vague = mention(REPORT, 1, date="2021", inspection_type="monitoring-visit")
    links = resolve_inspections([*visits, vague], [])
    assert set(links.stand_ins) == {each.iri for each in visits}


def test_mention_without_type_joins_a_stand_in() -> None:
    visit = mention(REPORT, 1, date="2022", inspection_type="focused-visit")
    vague = mention(REPORT, 2, date="2022")
    links = resolve_inspections([vague, visit], [])
    assert links.stand_ins[vague.iri] == links.stand_ins[visit.iri]


def test_mention_without_type_makes_no_stand_in() -> None:
    assert not resolve_inspections([mention(PAPER, 1, date="2010-05")], []).stand_ins


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("ilacs-short", "full-inspection", True),
        ("sif", "full-inspection", True),
        ("assurance-visit", "focused-visit", True),
        ("ilacs", "sif", False),
        ("monitoring-visit", "full-inspection", False),
        (None, "jtai", True),
    ],
)
def test_types_agree_where_one_is_a_kind_of_the_other(
    one: str | None, other: str, agree: bool
) -> None:
    assert types_agree(one, other) is agree


def test_succession_skips_visits_for_the_next_full_inspection() -> None:
    full, visit, again = (
        Dated(name, EXAMPLESHIRE, date, is_full)
        for name, date, is_full in (
            ("full", "2016-09-26", True),
            ("visit", "2017-09-12", False),
            ("again", "2019-05-01", True),
        )
    )
    previous, followed = succession([again, full, visit])
    assert previous == [("visit", "full"), ("again", "visit")]
    assert set(followed) == {("full", "again"), ("visit", "again")}
