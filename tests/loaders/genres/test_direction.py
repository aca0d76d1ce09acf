"""A statutory direction and an improvement notice, in our own words."""

from __future__ import annotations

import datetime

import pytest

from loaders.genres import direction
from loaders.readers.text import read as read_text
from loaders.records import Findings

DIRECTION = """Direction to Durham County Council under section 497A(4B) of the Education Act 1996

WHEREAS:

1. The Secretary of State has read the report of 12 March 2021 which judged services inadequate.

NOW THEREFORE the Secretary of State directs the Council as follows:

1. To comply with any instructions of the Children's Services Commissioner.

2. The Council must submit a plan to the Department for Education by 30 June 2021, including:
   a. actions for each area;
   b. measures of success.

3. The Council must report progress on a quarterly basis.

The Secretary of State appoints Mary Helper as Children's Services Commissioner.

This direction comes into force on 1 May 2021.

Measure	Baseline	Target
Assessments within 45 days	61%	85%

Date: 28 April 2021
"""
NOTICE = """Improvement notice

To: Durham County Council

This notice is issued on 3 May 2019 because services were judged inadequate in 2018.

Actions required

- The Council must appoint an independent chair.
- The Council will reduce caseloads by December 2019.
"""


@pytest.fixture(scope="module")
def found() -> Findings:
    return direction.read(read_text(DIRECTION.encode()))


@pytest.mark.parametrize("document", [DIRECTION, NOTICE], ids=["direction", "notice"])
def test_directions_and_notices_are_recognised(document: str) -> None:
    assert direction.recognises(read_text(document.encode()))


def test_a_paper_that_mentions_a_direction_is_none() -> None:
    paper = "Report on plans\n\nThe council must follow the statutory direction.\n"
    assert not direction.recognises(read_text(paper.encode()))


def test_what_is_directed_binds_and_what_was_considered_does_not(found: Findings) -> None:
    assert [(each.number, each.kind) for each in found.recommendations] == [
        ("1", "requirement"), ("2", "requirement"), ("3", "requirement"),
    ]  # fmt: skip
    assert [part.text for part in found.recommendations[1].parts] == [
        "actions for each area;", "measures of success.",
    ]  # fmt: skip


def test_the_legal_basis_and_deadlines_are_kept(found: Findings) -> None:
    plan = found.recommendations[1]
    assert plan.legal_basis == "section 497A(4B) of the Education Act 1996"
    assert plan.due == datetime.date(2021, 6, 30)
    assert [each.deadline for each in found.requirements] == [datetime.date(2021, 6, 30)]


def test_baselines_and_targets_are_figures(found: Findings) -> None:
    assert [(each.label, str(each.value)) for each in found.figures] == [
        ("Assessments within 45 days: Baseline", "61"),
        ("Assessments within 45 days: Target", "85"),
    ]


def test_coming_into_force_is_an_event(found: Findings) -> None:
    assert [each.date and each.date.iso for each in found.events] == ["2021-05-01"]
    assert found.published and found.published.iso == "2021-04-28"


def test_an_appointment_names_who_and_to_what(found: Findings) -> None:
    assert [(each.name, each.post.role) for each in found.post_holdings] == [
        ("Mary Helper", "commissioner")
    ]


def test_a_notice_lists_actions_in_bullets() -> None:
    found = direction.read(read_text(NOTICE.encode()))
    assert found.framework == "improvement-notice"
    assert [each.due_as_printed for each in found.recommendations] == [None, "by December 2019"]
    assert found.addressee and found.addressee.value == "Durham County Council"


def test_news_of_a_notice_is_no_notice() -> None:
    news = (
        "Improvement notice issued to Durham\n\nThe council must work with an adviser.\n\n"
        "“We will do all that it asks,” a councillor said.\n"
    )
    assert not direction.recognises(read_text(news.encode()))


def test_what_follows_a_direction_binds_though_it_does_not_say_must() -> None:
    text = DIRECTION.replace("3. The Council must report", "3. To report")
    items = [each.text for each in direction.read(read_text(text.encode())).recommendations]
    assert items[-1] == "To report progress on a quarterly basis."


def test_whoever_is_to_do_something_is_bound_and_a_purpose_binds_nobody() -> None:
    text = (
        "Direction issued under section 497A(4B) of the Education Act 1996\n\n"
        "To: Durham County Council\n\n"
        "1. The purpose of this direction is to secure better services.\n\n"
        "2. The Council is to set up a board by 30 April 2024.\n\n"
        "3. The Council must report progress.\n"
    )
    found = direction.read(read_text(text.encode())).recommendations
    assert [each.text for each in found] == [
        "The Council is to set up a board by 30 April 2024.",
        "The Council must report progress.",
    ]
