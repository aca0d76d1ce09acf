"""Pages of a council's site on an item of a meeting, in our own words."""

from __future__ import annotations

import pytest

from loaders.genres import committee, direction
from loaders.genres.registry import genre_of
from loaders.readers import html
from loaders.records import Findings

TOLD = "<p>Ofsted had found in May 2021 that plans drift at Durham County Council.</p>"


def page(body: str, heading: str = "Agenda item", title: str = "Improvement notice") -> str:
    head = "<head><title>Item - Durham County Council</title></head>"
    return f"<html>{head}<body><h1>{heading}</h1><h2>{title}</h2>{body}</body></html>"


def read(markup: str) -> Findings:
    source = html.read(markup.encode())
    assert genre_of(source) is committee
    return committee.read(source)


@pytest.mark.parametrize("heading", ["Agenda item", "Issue - meetings", "Decision details"])
def test_a_page_on_an_item_of_a_meeting_is_a_councils_paper(heading: str) -> None:
    found = read(page(f"<h3>Minutes:</h3>{TOLD}<p>RESOLVED – That it be noted.</p>", heading))
    assert found.title and found.title.value == "Improvement notice"
    assert found.concerns and found.concerns.body == "durham"


def test_an_agenda_item_on_a_notice_is_no_notice() -> None:
    source = html.read(page(f"{TOLD}<p>The council must act on it.</p>").encode())
    assert genre_of(source) is not direction


def test_what_a_meeting_resolved_in_a_sentence_is_its_resolution() -> None:
    found = read(page(f"{TOLD}<p>RESOLVED – That the report be noted.</p>"))
    (item,) = found.recommendations
    assert (item.role, item.text) == ("put-to-council", "That the report be noted.")


def test_only_what_is_resolved_of_a_list_is_a_resolution() -> None:
    items = (
        "<p>1. That the letter be noted.</p><p>2. Members made these comments:</p>"
        "<p>3. That officers report in July.</p>"
    )
    found = read(page(f"{TOLD}<p>Decision:</p>{items}"))
    assert [each.number for each in found.recommendations] == ["1", "3"]


def test_the_day_is_that_of_the_meeting() -> None:
    found = read(page(f"<p>Meeting: 23/05/2022 - Cabinet (Item 14)</p>{TOLD}"))
    assert found.published and found.published.iso == "2022-05-23"


def test_the_council_may_stand_in_the_pages_head_alone() -> None:
    found = read(page("<p>Ofsted wrote a letter on its visit, which members read.</p>" * 5))
    assert found.concerns and found.concerns.body == "durham"


def test_a_page_on_something_else_is_no_paper() -> None:
    told = "<p>Members spoke of the road to the harbour.</p>" * 5
    source = html.read(page(told, title="Roads").encode())
    assert not committee.recognises(source)


def test_the_count_of_a_vote_is_no_part_of_what_was_resolved() -> None:
    found = read(page(f"{TOLD}<p>Resolved (35:23) –</p><p>That the findings be accepted.</p>"))
    assert [each.text for each in found.recommendations] == ["That the findings be accepted."]


def test_what_a_committee_resolved_in_a_list_is_read_from_the_list() -> None:
    items = "<p>1) Welcomes the plan; and</p><p>2) Asks for a report in July.</p>"
    found = read(page(f"{TOLD}<p>4.2 Resolved – that the Committee:</p>{items}"))
    assert [each.number for each in found.recommendations] == ["1", "2"]


def test_the_pages_head_tells_the_council_though_the_minutes_name_another() -> None:
    told = "<p>Ofsted had praised Kent County Council, and members read of it.</p>" * 3
    assert (found := read(page(told)).concerns) and found.body == "durham"


def test_a_day_that_stands_alone_in_the_head_is_that_of_the_meeting() -> None:
    found = read(page(f"<p>Wednesday 19 January 2022</p>{TOLD}"))
    assert found.published and found.published.iso == "2022-01-19"


def test_who_resolved_may_stand_before_the_list() -> None:
    items = "<ol><li>endorse the plan;</li><li>ask for a report in July.</li></ol>"
    found = read(page(f"{TOLD}<p>The Committee resolved to:</p>{items}"))
    assert [each.text for each in found.recommendations] == [
        "endorse the plan;",
        "ask for a report in July.",
    ]
