"""Noun groups before and after a place in a sentence, in our own words."""

from __future__ import annotations

import pytest

from loaders.extractors.noun_groups import (
    LONGEST,
    first_subject,
    group_after,
    group_before,
    without_opening,
)


@pytest.mark.parametrize(
    ("left", "group"),
    [
        ("Morale is high, staff stability", "staff stability"),
        ("Even so, in most homes, children’s health", "children’s health"),
        ("Links with partners such as schools, clinics and courts", "Links with partners such as "
         "schools, clinics and courts"),
        ("The use of local, as against distant, homes",
         "The use of local, as against distant, homes"),
        ("While the quality of health, education and care plans",
         "the quality of health, education and care plans"),
        ("In 2010, visiting was weak, but recording", "recording"),
        ("The quality of advice, though still mixed,", "The quality of advice"),
        ("The board, which meets monthly,", "The board"),
        ("Recording has been poor, although", "Recording"),
        ("The team is led well and", "The team"),
        ("Loads are fair and the oversight they receive", "the oversight they receive"),
        ("Data suggest that visiting", "visiting"),
        ("Staff warn that visiting", "visiting"),
        ("The hub, previously rated weak,", "The hub"),
        ("The hub, judged inadequate in 2019,", "The hub"),
        ("A good plan, ‘Homes First’,", "A good plan"),
        ("Newly trained carers", "Newly trained carers"),
        ("Formal means to hear carers", "Formal means to hear carers"),
        ("From the beginning of 2014 the use of data", "the use of data"),
        ("Early help", "Early help"),
        ("Work is good and timely and planning", None),
        ("This", None),
    ],
)  # fmt: skip
def test_the_group_before_a_verb(left: str, group: str | None) -> None:
    assert group_before(left) == group


@pytest.mark.parametrize(
    ("right", "group"),
    [
        ("the speed of reviews since 2019.", "the speed of reviews"),
        ("the speed of reviews and addressed the backlog.", "the speed of reviews"),
        ("knowledge, skill and confidence of staff.", "knowledge, skill and confidence of staff"),
        ("a range of services as a result.", "a range of services"),
        ("the speed of reviews and practitioners now visit.", "the speed of reviews"),
        (
            "advice for children and families early in life.",
            "advice for children and families early in life",
        ),
        ("stability – 63.7% from 63%.", "stability"),
        ("plans in many teams and the base is now laid.", "plans in many teams"),
        ("plans for carers, and the offer is wide.", "plans for carers"),
        ("care by the doctors we met.", "care by the doctors we met"),
        ("areas that were weak, and pace has been kept.", "areas that were weak"),
        ("plans, including those of carers.", "plans"),
        ("children looked after.", "children looked after"),
        ("", None),
        ("word " * LONGEST, None),
    ],
)
def test_the_group_after_a_verb(right: str, group: str | None) -> None:
    assert group_after(right) == group


def test_the_first_subject_stands_before_the_first_verb() -> None:
    assert first_subject("However, visiting is good and recording has slipped.") == "visiting"
    assert first_subject("Good work.") is None


def test_an_opening_is_left_out() -> None:
    assert without_opening("In most cases, visits are made.") == "visits are made."
