"""Letters on monitoring visits, in our own words."""

from __future__ import annotations

import datetime

import pytest

from loaders.genres import monitoring_letter
from loaders.page import SourceText
from loaders.readers import markdown, text
from loaders.records import Findings

LETTER = """Dear Pat

Monitoring visit of Durham County Council children's services

This letter summarises the findings of the monitoring visit undertaken on 12 and 13 May 2015. The
visit was the second monitoring visit since the local authority was judged inadequate in
June 2014. The inspectors were Ann Example HMI and Bob Thomson-Sample, Ofsted Inspector.

The council has made some progress, but the pace of change is too slow.

Areas covered by the visit

Inspectors considered progress against two recommendations.

- Ensure that return home interviews are held for every missing child within three days.
- Ensure that the use of hotels for homeless teenagers ceases.

In addition, inspectors visited the Contact Centre to check whether gains have been maintained.

Overview

There has been some progress in respect of both recommendations since the inspection.

Evaluation of progress

Return home interviews for missing children have improved since the inspection. Interviews are
not always held in time.

No homeless teenagers have been placed in hotels for six months.

The gains made at the Contact Centre since the monitoring visit in January 2015 have been
maintained.

I am copying this letter to the Department for Education.

Yours sincerely

Ann Example
Her Majesty's Inspector
"""


def source(letter: str = LETTER) -> SourceText:
    return text.read(letter.encode())


@pytest.fixture(scope="module")
def found() -> Findings:
    return monitoring_letter.read(source())


def test_a_monitoring_letter_is_recognised_by_its_opening() -> None:
    assert monitoring_letter.recognises(source())
    assert not monitoring_letter.recognises(text.read(b"A monitoring visit took place.\n"))


def test_the_visit_has_its_days_and_ordinal(found: Findings) -> None:
    assert found.inspection is not None
    assert found.inspection.windows == ((datetime.date(2015, 5, 12), datetime.date(2015, 5, 13)),)
    assert found.inspection.ordinal == 2
    assert found.framework == "sif-monitoring"


def test_who_signs_has_led_the_visit(found: Findings) -> None:
    assert [(each.name, each.lead, each.role) for each in found.inspectors] == [
        ("Ann Example", True, "Her Majesty's Inspector"),
        ("Bob Thomson-Sample", False, "Ofsted Inspector"),
    ]


def test_reviewed_recommendations_are_restated_not_made(found: Findings) -> None:
    assert [each.role for each in found.recommendations] == ["restated", "restated"]
    origin = found.recommendations[0].origin
    assert origin and origin.date and origin.date.iso == "2014-06"


def test_each_recommendation_has_its_finding(found: Findings) -> None:
    progress = {each.item: each.progress for each in found.assessments if each.item}
    assert progress == {1: "some-progress", 2: "met"} or progress == {1: "improved", 2: "met"}


def test_a_finding_keeps_the_sentence_that_says_so(found: Findings) -> None:
    (hotels,) = [each for each in found.assessments if each.item == 2]
    assert hotels.sentences == ("No homeless teenagers have been placed in hotels for six months.",)
    (quote,) = hotels.evidence
    assert source().text[quote.start : quote.end] == hotels.sentences[0]


def test_what_is_visited_besides_is_a_focus_area(found: Findings) -> None:
    assert [each.text for each in found.focus_areas] == ["the Contact Centre"]
    areas = {each.area: each.progress for each in found.assessments if each.area}
    assert areas["the Contact Centre"] == "maintained"


def test_earlier_inspections_are_references_and_the_visit_is_not(found: Findings) -> None:
    assert [each.stated.date and each.stated.date.iso for each in found.inspection_references] == [
        "2014-06", "2015-01",
    ]  # fmt: skip


def test_bullets_of_a_visit_without_recommendations_are_focus_areas() -> None:
    other = LETTER.replace("considered progress against two recommendations.", "focused on:")
    found = monitoring_letter.read(source(other))
    assert found.recommendations == ()
    assert len(found.focus_areas) == 3


def test_markdown_says_the_same_as_text(found: Findings) -> None:
    same = monitoring_letter.read(markdown.read(LETTER.encode()))
    assert [each.text for each in same.recommendations] == [e.text for e in found.recommendations]
    assert [each.progress for each in same.assessments] == [e.progress for e in found.assessments]


def test_a_list_of_its_own_before_the_findings_is_made_once() -> None:
    own = "Areas for improvement\n\n- The recording of visits.\n- The use of audits.\n\nOverview\n"
    found = monitoring_letter.read(source(LETTER.replace("Overview\n", own)))
    items = [(each.order, each.role, each.text) for each in found.recommendations]
    assert [role for _, role, _ in items] == ["restated", "restated", "made", "made"]
    assert [order for order, _, _ in items] == [1, 2, 3, 4]
    assert len({text for _, _, text in items}) == 4
