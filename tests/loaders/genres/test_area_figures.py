"""The numbers that a single inspection prints of its area, drawn with our own."""

from __future__ import annotations

import pytest

from loaders.records import Figure
from tests.drawn import Drawing
from tests.loaders.layouts.reports import found
from tests.loaders.layouts.test_sif_layouts import cover

BULLET, DASH = "\uf06e", "\uf02d"
LOOKED_AFTER = "children were being looked after by the local authority"


def report(*items: tuple[str, str], heading: str = "Children looked after in this area") -> Drawing:
    """Draw a report with one section on the area: pairs of marker and words."""
    drawing = cover()
    drawing.heading("Information about this local authority area", 16)
    drawing.heading(heading)
    for marker, words in items:
        drawing.item(marker, words, x=102.0 if marker == DASH else 72.0)
    drawing.heading("Executive summary", 16)
    drawing.items("At 31 March 2014, 12 teams were at work.", marker=BULLET)
    return drawing


def figures(
    *items: tuple[str, str], heading: str = "Child protection in this area"
) -> list[Figure]:
    return list(found(report(*items, heading=heading)).figures)


def told(each: Figure) -> tuple[str, str, str | None, str | None]:
    return each.label, str(each.value), each.unit, each.period


def test_a_count_and_what_it_was_earlier_are_two_figures_of_one_label() -> None:
    now, before = figures(
        (
            BULLET,
            "At 31 March 2014, 1,240 children had a plan. This is a rise from 960 at 1 May 2013.",
        )
    )
    assert told(now) == ("children had a plan", "1240", None, "31 March 2014")
    assert told(before) == ("children had a plan", "960", None, "1 May 2013")
    assert now.as_printed == "1,240"


def test_the_earlier_number_may_stand_in_the_same_sentence() -> None:
    found = figures(
        (BULLET, "As at 3 April 2014, 28 children had a plan compared with 32 as at 1 May 2013.")
    )
    assert [(str(each.value), each.period) for each in found] == [
        ("28", "3 April 2014"),
        ("32", "1 May 2013"),
    ]


def test_a_rate_and_a_share_in_brackets_keep_the_label() -> None:
    count, rate, share = figures(
        (
            BULLET,
            "At 31 March 2014, 240 children lived with foster families (a rate of 41 per "
            "10,000 children).",
        ),
        (BULLET, "About 31% of the local authority’s children live in villages."),
    )
    assert told(rate) == (count.label, "41", "per 10,000 children", "31 March 2014")
    assert told(share) == ("the local authority’s children live in villages", "31", "%", None)


def test_nested_bullets_take_what_they_are_part_of_from_above() -> None:
    found = figures(
        (BULLET, f"At 31 March 2014, 240 {LOOKED_AFTER}. Of this number:"),
        (DASH, "60 (or 25%) live outside the local authority area"),
        (DASH, "three live in special schools, of whom one lives outside the local authority area"),
    )
    assert [told(each) for each in found[1:]] == [
        (f"{LOOKED_AFTER}: live outside the local authority area", "60", None, "31 March 2014"),
        (f"{LOOKED_AFTER}: live outside the local authority area", "25", "%", "31 March 2014"),
        (f"{LOOKED_AFTER}: live in special schools", "3", None, "31 March 2014"),
        (
            f"{LOOKED_AFTER}: live in special schools, of whom lives outside the local authority "
            "area",
            "1",
            None,
            "31 March 2014",
        ),
    ]
    assert found[1].evidence[0] != found[1].evidence[-1], "the words above are evidence too"


def test_bullets_of_a_period_keep_it() -> None:
    (adoptions,) = figures(
        (BULLET, "In the last 12 months:"), (DASH, "there have been 17 adoptions")
    )
    assert told(adoptions) == ("adoptions", "17", None, "In the last 12 months")


def test_proportions_stand_beside_the_national_average() -> None:
    ours, national = figures(
        (BULLET, "The proportion of children who walk to school:"),
        (DASH, "in primary schools is 34% (the national average (2013) is 19%)"),
        heading="Children living in this area",
    )
    label = "The proportion of children who walk to school: in primary schools"
    assert told(ours) == (label, "34", "%", None)
    assert told(national) == (f"{label}: national average", "19", "%", "2013")


@pytest.mark.parametrize(
    "words",
    [
        "The number of children aged four and under rose by 36% between 2003 and 2013.",
        "One of the largest groups of children in the area speaks Welsh.",
        "This is an increase from 12 at 31 March 2013.",
        "Of this number 125 of the whole population (or 69%) live in villages;",
        "25 of these live in villages.",
    ],
)
def test_sentences_of_another_make_give_no_figure(words: str) -> None:
    assert figures((BULLET, words)) == []


def test_parts_of_a_number_that_could_not_be_read_are_left_out() -> None:
    assert (
        figures(
            (BULLET, "At 31 March 2014, assessment had found 12 children in need. Of this number:"),
            (DASH, "five live with parents"),
        )
        == []
    )


def test_sentences_outside_the_section_give_no_figure() -> None:
    assert figures((BULLET, "Children live in three towns and many villages.")) == []


def test_a_bracket_without_its_end_is_left_out() -> None:
    (count,) = figures(
        (
            BULLET,
            "At 31 March 2014, 240 children had plans (a rate of 41 per 10,000, up from (39).",
        ),
    )
    assert told(count) == ("children had plans", "240", None, "31 March 2014")


def test_a_count_keeps_its_own_time_beside_that_of_its_sentence() -> None:
    sent, going_on = figures(
        (
            BULLET,
            "Since the last visit, 12 notices were sent and one review was ongoing at the time of "
            "the inspection.",
        )
    )
    assert sent.period == "Since the last visit"
    assert going_on.period == "at the time of the inspection"


def test_a_hedge_is_printed_with_the_number() -> None:
    (figure,) = figures((BULLET, "Approximately 90,500 children live in the county."))
    assert (figure.as_printed, str(figure.value)) == ("Approximately 90,500", "90500")


def test_a_present_state_is_not_one_of_the_months_above() -> None:
    adopted, living = figures(
        (BULLET, "In the last 12 months:"),
        (DASH, "there have been 17 adoptions"),
        (DASH, "12 young people are in homes of their own"),
    )
    assert (adopted.period, living.period) == ("In the last 12 months", None)


def test_a_part_of_a_part_is_not_taken_for_the_whole() -> None:
    found = figures(
        (BULLET, f"At 31 March 2014, 240 {LOOKED_AFTER}. Of this number:"),
        (DASH, "12 of these live with parents"),
        (DASH, "seven of these 12 live in villages"),
    )
    assert [each.label for each in found] == [LOOKED_AFTER, f"{LOOKED_AFTER}: live with parents"]
