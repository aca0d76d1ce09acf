"""Grades paired with the areas that they stand beside."""

from __future__ import annotations

import re

import pytest

from loaders.extractors.grades import find_grade_sentence, read_grade_table, split_trailing_grade
from loaders.page import Line
from loaders.records import Actor
from tests.printed import line, source

COUNCIL = Actor(kind="body", label="Exampleshire Council", body="exampleshire")


def grades(*lines: Line) -> dict[str, str]:
    table = read_grade_table(source(*lines).body, COUNCIL, "table")
    return {judgement.area: judgement.grade for judgement in table}


def test_grade_stands_between_the_lines_of_its_label() -> None:
    assert grades(
        line("2. Children looked after and achieving", y=336.0),
        line("permanence", x=90.0, y=350.0),
        line("Requires improvement", x=390.0, y=343.0),
    ) == {"looked-after-and-permanence": "requires-improvement"}


def test_grade_wrapped_in_its_column_is_joined() -> None:
    assert grades(
        line("Overall effectiveness", y=480.0),
        line("Requires improvement", x=395.0, y=474.0),
        line("to be good", x=395.0, y=487.0),
    ) == {"overall-effectiveness": "requires-improvement"}


def test_grade_at_the_end_of_the_label_line_counts() -> None:
    assert grades(line("2.1 Adoption performance Outstanding")) == {
        "adoption-performance": "outstanding"
    }


def test_longest_label_wins_when_a_row_wraps() -> None:
    assert grades(
        line("The experiences and progress of children in care", y=400.0),
        line("and care leavers", y=414.0),
        line("Good", x=395.0, y=400.0),
    ) == {"children-in-care-and-care-leavers": "good"}


def test_row_without_a_grade_gives_no_judgement() -> None:
    assert grades(line("Overall effectiveness")) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        ("Children’s services in Exampleshire are inadequate",),
        ("The overall judgement is that children’s services are", "inadequate."),
    ],
    ids=["one line", "wrapped"],
)
def test_overall_judgement_is_read_from_its_sentence(sentence: tuple[str, ...]) -> None:
    subject = re.compile("^(?:The overall judgement|Children’s services in)")
    lines = source(*(line(text) for text in sentence)).body
    judgement = find_grade_sentence(lines, subject, "overall-effectiveness", COUNCIL)
    assert judgement is not None
    assert judgement.grade == "inadequate"


def test_label_and_grade_of_one_line_are_split() -> None:
    assert split_trailing_grade("Capacity to improve: Good") == ("Capacity to improve", "Good")
