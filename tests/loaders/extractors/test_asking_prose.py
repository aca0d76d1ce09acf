"""What running text asks between its lists, and of whom."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.asking_prose import (
    KNOWN_TO_BE_THEIRS,
    apart_from,
    find_obligations,
    find_obligations_in_report,
)
from loaders.page import Line, SourceText
from loaders.readers.text import read
from loaders.records import Actor

FINDER = ActorFinder(
    "Its Corporate Parenting Board and its Improvement Board meet.",
    council_named("Tameside Metropolitan Borough Council"),
)


def labels(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.label.removeprefix("Tameside ") for actor in actors]


def test_running_text_gives_its_binding_sentences_with_evidence() -> None:
    text = "Much has changed of late. The Council must now publish its plan. It was a fine day."
    source = SourceText("text/plain", "0" * 64, text, (Line(text, 0, len(text)),))
    (found,) = find_obligations(source, FINDER)
    (quote,) = found.evidence
    assert text[quote.start : quote.end] == "The Council must now publish its plan."


def report(text: str) -> list[tuple[list[str], str | None]]:
    found = find_obligations_in_report(read(text.encode()), FINDER)
    return [(labels(each.duty.bearers), each.duty.action) for each in found]


def test_a_report_s_prose_asks_somebody() -> None:
    assert report("Visits are good. The Council should now map demand.\n") == [
        (["Metropolitan Borough Council"], "now map demand")
    ]


def test_a_plan_without_agent_counts_where_its_result_goes_to_somebody() -> None:
    source = read(b"A plan will be drafted and presented to the Improvement Board.\n")
    (found,) = find_obligations(source, FINDER)
    assert found.duty.action == "draft and present a plan to the Improvement Board"
    assert labels(found.duty.reports_to) == ["Improvement Board"] and found.doubt


@pytest.mark.parametrize(
    "text",
    [
        "You may need to tell the Council more.",
        "Children have to be placed far away.",
        "The Council should take the following action.",
        "Help should come early, but it does not.",
        "Agencies did not take all the steps they could have to reduce harm.",
        "Leaders do not see what actions, time and people are needed to improve.",
        "Homes are full, and very few have to change school.",
        "The board requires improvement if it is not yet good.",
        "The Council was judged to require improvement in 2019.",
        "The children in care council does well, but it needs more members.",
        "Leaders recognise that more need to be recruited.",
        "Help comes when risks grow, and more action is needed.",
        "Any complaints about the inspection should be made to the office.",
        "A referral is a sign of concern and should be used well.",
        "Social workers must then make further checks.",
        "Staff have to type each form twice. This can lead to delay.",
        "Young people have too much work to do.",
        "No further action is required by schools.",
        "Social workers have to travel far to see children.",
        "More children need to be adopted than there are adopters.",
        "Core social work services require improvement.",
        "The quality of plans requires improvement.",
        "The records of looked after children require improvement, as few are whole.",
        "Leaders know that the timeliness of visits requires improvement to be good.",
        "The new hub must reduce waiting times.",
        "Good recording is vital to protect children.",
        "This is essential to ensure continuity.",
        "Social workers are in need of support.",
        "The experiences and progress of care leavers requires improvement to be good.",
        "The graded judgement is that planning requires improvement.",
        "The strategy recognises the need to close homes.",
        "The scrutineer has identified the need to bring in schools.",
        "The Council has recognised the need to recruit and has doubled its team.",
        "Staff need to fill in two forms, which delays help.",
        "Visits must be made every month and this is mostly achieved.",
        "Information requests to the Council are answered.",
        "Children with special needs to be adopted wait.",
    ],
)
def test_prose_that_asks_nobody(text: str) -> None:
    source = read(f"{text}\n".encode())
    assert not apart_from(find_obligations_in_report(source, FINDER), ())


@pytest.mark.parametrize(
    "sentence",
    [
        "Oversight of visits needs to improve to prevent delay.",
        "The recording system in the trust needs further improvement.",
        "The range of homes needs to be further improved.",
        "Plans are in place, but much more needs to be done to improve visits.",
        "Further work is required to make visits timely.",
        "Visits are regular, but more work is needed on their recording.",
    ],
)
def test_what_needs_to_improve_is_asked_for_without_a_bearer(sentence: str) -> None:
    (found,) = find_obligations(read(f"Some words. {sentence}\n".encode()), FINDER)
    assert (found.duty.bearers, found.duty.modality) == ((), ("must",))


@pytest.mark.parametrize(
    ("text", "bearer", "action"),
    [
        (
            "Leaders accept that visiting is an area which requires further work.",
            "Leaders",
            "do further work on visiting",
        ),
        (
            "Leaders know that planning for children who are in care needs to improve.",
            "Leaders",
            "improve planning for children who are in care",
        ),
        ("Leaders know, however, that planning needs to change.", "Leaders", "change planning"),
        (
            "Leaders recognise that further improvements are needed in visiting.",
            "Leaders",
            "make further improvements in visiting",
        ),
        (
            "Leaders know that a review of posts is required and hope.",
            "Leaders",
            "a review of posts is required",
        ),
        (
            "The Council knows that more maps, notes and lists of homes are needed.",
            "Metropolitan Borough Council",
            "more maps, notes and lists of homes are needed",
        ),
    ],
)
def test_what_somebody_knows_to_be_wanting_is_his_to_do(
    text: str, bearer: str, action: str
) -> None:
    assert report(f"Some words. {text}\n") == [([bearer], action)]
    (found,) = find_obligations_in_report(read(text.encode()), FINDER)
    assert found.doubt == KNOWN_TO_BE_THEIRS


@pytest.mark.parametrize(
    ("text", "bearers", "action"),
    [
        (
            "There are grave failings, which the Council must address urgently.",
            ["Metropolitan Borough Council"],
            "urgently address grave failings",
        ),
        (
            "The Council recognises that it now needs to move on.",
            ["Metropolitan Borough Council"],
            "move on",
        ),
        (
            "Leaders are aware they have more work to do to plan.",
            ["Leaders"],
            "do more work to plan",
        ),
        ("More work is needed by schools to plan.", ["Schools"], "do more work to plan"),
        (
            "Meetings burden senior managers, who need to be more direct.",
            ["Managers"],
            "be more direct",
        ),
        (
            "Where help is slow for months staff and managers must act.",
            ["Staff", "Managers"],
            "act",
        ),
        ("Leaders will be taking action to speed up visits.", ["Leaders"], "speed up visits"),
        ("Schools should help, but they do not always.", ["Schools"], "help"),
        (
            "Leaders know that planning needs to improve and plan to act.",
            ["Leaders"],
            "improve planning",
        ),
        (
            "The Council and schools accept that there is a need to plan and have drawn up plans.",
            ["Metropolitan Borough Council", "Schools"],
            "plan",
        ),
        (
            "Leaders accept their findings and know that they have more to do together to plan.",
            ["Leaders"],
            "do more to plan",
        ),
        (
            "Leaders are aware that there is a need to mend their log.",
            ["Leaders"],
            "mend their log",
        ),
        (
            "The Improvement Board knows that there needs to be care via the Improvement Board.",
            ["Improvement Board"],
            "there needs to be care via the Improvement Board",
        ),
        (
            "The Board recognises that joint buying needs to gather pace.",
            [],
            "joint buying needs to gather pace",
        ),
        (
            "Leaders know that records need to better reflect challenge.",
            ["Leaders"],
            "records need to better reflect challenge",
        ),
        (
            "These issues must be addressed by the Council without delay.",
            ["Metropolitan Borough Council"],
            "address these issues without delay",
        ),
        ("Schools noted that more needs to be done to plan.", [], "do more to plan"),
        (
            "Homes are a task for the Council; this step must be taken soon.",
            ["Metropolitan Borough Council"],
            "take this step soon",
        ),
        (
            "More work is needed by the Council and schools to plan.",
            ["Metropolitan Borough Council", "Schools"],
            "do more work to plan",
        ),
        (
            "The Council, working with schools, should plan.",
            ["Metropolitan Borough Council"],
            "plan",
        ),
        (
            "Leaders recognise the need to find homes and there is some progress.",
            ["Leaders"],
            "find homes",
        ),
        (
            "The Corporate Parenting Board has been asked to draw up a plan.",
            ["Corporate Parenting Board"],
            "draw up a plan",
        ),
        ("Leaders know they need to improve plans.", ["Leaders"], "improve plans"),
        (
            "The Council has been required to publish a plan.",
            ["Metropolitan Borough Council"],
            "publish a plan",
        ),
        (
            "It is critical that the Council improves its plans.",
            ["Metropolitan Borough Council"],
            "improve its plans",
        ),
        (
            "The Council should work with schools and report to the Improvement Board.",
            ["Metropolitan Borough Council"],
            "work with schools and report to the Improvement Board",
        ),
        (
            "Ofsted and the Department for Education will soon return.",
            ["Ofsted", "Department for Education"],
            "soon return",
        ),
        (
            "Inspectors have asked the Council to review its cases.",
            ["Metropolitan Borough Council"],
            "review its cases",
        ),
        (
            "It is therefore vital that the Council improves its plans.",
            ["Metropolitan Borough Council"],
            "improve its plans",
        ),
        (
            "The Council will need to speak to schools.",
            ["Metropolitan Borough Council"],
            "speak to schools",
        ),
        (
            "The backlog requires urgent attention by senior leaders.",
            ["Senior leaders"],
            "give urgent attention to the backlog",
        ),
        (
            "The Council knows its gaps, but it needs to be more challenging.",
            ["Metropolitan Borough Council"],
            "be more challenging",
        ),
        ("It will be important for leaders to keep pace.", ["Leaders"], "keep pace"),
        (
            "You wait, and the Council needs to help you more.",
            ["Metropolitan Borough Council"],
            "help you more",
        ),
        (
            "The Council knows its gaps, but it needs to be more open.",
            ["Metropolitan Borough Council"],
            "be more open",
        ),
        (
            "At the moment the Council needs to help you more.",
            ["Metropolitan Borough Council"],
            "help you more",
        ),
        (
            "The Council has many homes. They still need to find more.",
            ["Metropolitan Borough Council"],
            "find more",
        ),
    ],
)
def test_who_bears_what_prose_asks(text: str, bearers: list[str], action: str | None) -> None:
    assert report(f"{text}\n") == [(bearers, action)]


def test_a_number_glued_to_a_paragraph_is_no_part_of_its_sentence() -> None:
    (found,) = find_obligations_in_report(read(b"12.The Council must plan more.\n"), FINDER)
    assert found.sentence == "The Council must plan more."


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Ofsted will return in spring.", True),
        ("His Majesty’s Inspectorate of Probation will return in spring.", True),
        ("The Corporate Parenting Board will return in spring.", False),
    ],
)
def test_what_an_inspectorate_announces_counts(text: str, counts: bool) -> None:
    assert bool(find_obligations(read(f"{text}\n".encode()), FINDER)) is counts


@pytest.mark.parametrize(
    ("more", "action"),
    [
        ("The response should set out its actions.", "set out its actions"),
        ("This should focus on visits.", "focus on visits"),
        ("This should be a multi-agency response.", "make this a multi-agency response"),
        ("This should be overseen by senior staff.", "be overseen by senior staff"),
    ],
)
def test_what_somebody_was_asked_for_stays_with_that_one(more: str, action: str) -> None:
    text = f"The Council should prepare a response. {more}\n"
    first, second = find_obligations(read(text.encode()), FINDER)
    assert first.duty.bearers == second.duty.bearers != ()
    assert second.duty.action == action


def test_an_inspection_is_announced_though_nobody_is_named() -> None:
    text = "A monitoring inspection will be carried out within 18 months.\n"
    (found,) = find_obligations_in_report(read(text.encode()), FINDER)
    assert (found.duty.bearers, found.duty.modality) == ((), ("will",))
    assert found.duty.action == "carry out a monitoring inspection within 18 months" and found.doubt


def test_the_day_of_the_next_inspection_obliges_nobody() -> None:
    text = "The next full inspection will be within three years.\n"
    assert not find_obligations_in_report(read(text.encode()), FINDER)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Visits are late and further work is still needed to shorten waits.", True),
        ("Additional capacity in the team is required to hold reviews on time.", True),
        ("The quality of plans needs to improve.", True),
        ("Some reviews are required out of hours.", False),
        ("Services know which areas of their plans need to improve.", False),
        ("Although further work is required to finish this, teams are in place.", True),
    ],
)
def test_prose_asks_for_more_of_a_thing_without_saying_of_whom(text: str, asks: bool) -> None:
    assert [bearers for bearers, _ in report(f"{text}\n")] == ([[]] if asks else [])


def test_where_more_work_is_needed_nothing_is_asked() -> None:
    text = "Some words. Where further work is needed, plans are in place.\n"
    assert not find_obligations(read(text.encode()), FINDER)
