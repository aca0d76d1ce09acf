"""Letters on focused visits, in our own words."""

from __future__ import annotations

import datetime

import pytest

from loaders.extractors.letters import RUN_ON
from loaders.genres import focused_letter
from loaders.readers.text import read as read_text
from loaders.records import Findings
from tests.printed import line, source

LETTER = """Piccadilly Gate

28 July 2022

Ann Sample
Director of Children's Services, Durham County Council

Dear Ann

Focused visit to Durham children's services

This letter summarises the findings of the focused visit to Durham on 5 and 6 July 2022. His
Majesty's Inspectors for this visit were Paul Tester and Jane Writer.

Inspectors looked at the local authority's arrangements for the front door.

Headline findings

Since the last inspection in 2019, the timeliness of decisions has deteriorated.

Areas for priority action

The local authority needs to take swift action to address:

- the timeliness of decisions about children at risk
- the allocation of social workers.

What needs to improve in this area of social work practice?

- The quality of supervision.

Main findings

Contacts are recorded well.

The local authority should send its action plan to Ofsted by 30 September 2022.

Yours sincerely

Paul Tester
His Majesty's Inspector
"""


@pytest.fixture(scope="module")
def found() -> Findings:
    return focused_letter.read(read_text(LETTER.encode()))


def test_a_focused_letter_is_recognised_by_its_opening() -> None:
    assert focused_letter.recognises(read_text(LETTER.encode()))
    monitoring = LETTER.replace("focused visit", "monitoring visit")
    assert not focused_letter.recognises(read_text(monitoring.encode()))


def test_priority_actions_and_areas_for_improvement_stay_apart(found: Findings) -> None:
    assert [(each.kind, each.text) for each in found.recommendations] == [
        ("priority action", "the timeliness of decisions about children at risk"),
        ("priority action", "the allocation of social workers."),
        ("area for improvement", "The quality of supervision."),
    ]


def test_the_words_before_a_list_lead_in(found: Findings) -> None:
    led = found.recommendations[0].lead_in
    assert led == "The local authority needs to take swift action to address:"


def test_a_letter_that_denies_priority_actions_makes_none() -> None:
    start, end = LETTER.index("The local authority needs"), LETTER.index("What needs")
    denied = LETTER[:start] + "There are no areas for priority action.\n\n" + LETTER[end:]
    found = focused_letter.read(read_text(denied.encode()))
    assert [each.kind for each in found.recommendations] == ["area for improvement"]


def test_date_addressee_and_post_stand_in_the_head(found: Findings) -> None:
    assert found.published and found.published.iso == "2022-07-28"
    assert found.addressee and found.addressee.value == "Ann Sample"
    assert [each.post.role for each in found.addressees] == ["director-of-childrens-services"]


def test_a_plan_to_be_sent_is_a_requirement_with_its_day(found: Findings) -> None:
    assert [each.deadline for each in found.requirements] == [datetime.date(2022, 9, 30)]


def test_only_comparisons_with_an_inspection_are_assessments(found: Findings) -> None:
    assert [(each.progress, each.area) for each in found.assessments] == [
        ("declined", "the timeliness of decisions")
    ]


def test_the_focus_of_the_visit_is_kept(found: Findings) -> None:
    assert [each.text for each in found.focus_areas] == ["the front door"]
    assert found.inspection and found.inspection.inspection_type == "focused-visit"


def test_an_address_without_gaps_is_read_line_by_line() -> None:
    head = (
        "14 March 2023",
        "Ann Sample",
        "Director of Children’s Services",
        "Durham County Council",
    )
    lines = [line(words, gap=1.8) for words in (*head, "Dear Ann")]
    title = line("Focused visit to Durham children’s services", gap=1.8, bold=True)
    opening = "This letter summarises the findings of the focused visit on 7 February 2023."
    found = focused_letter.read(source(*lines, title, line(opening, gap=1.8)))
    assert found.published and str(found.published.exact) == "2023-03-14"
    assert found.addressee and found.addressee.value == "Ann Sample"


def test_an_address_run_on_to_a_name_is_cut_off_with_a_doubt() -> None:
    text = LETTER.replace(
        "Ann Sample\nDirector of Children's Services, Durham County Council",
        "Ann Sample Old Town Hall High Street Durham DH1 1AA",
    )
    addressee = focused_letter.read(read_text(text.encode())).addressee
    assert addressee and (addressee.value, addressee.doubt) == ("Ann Sample", RUN_ON)
