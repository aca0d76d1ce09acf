"""Mentions of inspections and documents, with the date and outcome that belong to them."""

from __future__ import annotations

import pytest

from loaders.extractors.flows import flow_of
from loaders.extractors.references import (
    find_document_references,
    find_inspection_references,
    ordinal_of,
    stated_inspections,
)
from loaders.readers.text import read


def said(sentence: str) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (each.date.iso if each.date else None, each.inspection_type, each.grade)
        for each in stated_inspections(sentence)
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "It is the third monitoring visit since the council was judged inadequate in May 2016.",
            [("2016-05", None, "inadequate")],
        ),
        (
            "The gains seen at the monitoring visit in March 2017 have lasted.",
            [("2017-03", "monitoring-visit", None)],
        ),
        (
            "It was rated inadequate in 2016, good in 2019 and outstanding in 2023.",
            [("2016", None, "inadequate"), ("2019", None, "good"), ("2023", None, "outstanding")],
        ),
        ("The May 2021 focussed visit was short.", [("2021-05", "focused-visit", None)]),
        ("The letter published on 6 June 2022 tells of the focused visit.", []),
        ("The next inspection is due by July 2025.", []),
        ("The team moved in 2019.", []),
        ("The inspection was made under the Education and Inspections Act 2006.", []),
        (
            "What the focused visit of 2017 asked for was not done prior to March 2018.",
            [("2017", "focused-visit", None)],
        ),
        ("Much was mended since the 2016 inspection.", [("2016", None, None)]),
        ("Much was mended since 2016, inspectors found.", []),
    ],
)
def test_dates_belong_to_the_right_inspection(
    sentence: str, expected: list[tuple[str | None, str | None, str | None]]
) -> None:
    assert said(sentence) == expected


FOLLOWING = {
    "The council was judged to be good for both services.": "good",
    "The council was judged good in 2012.": None,
    "A good plan was made.": None,
    "It was judged good for care and adequate for adoption.": None,
}


@pytest.mark.parametrize(("following", "grade"), FOLLOWING.items(), ids=list(FOLLOWING))
def test_the_next_sentence_may_give_the_grade(following: str, grade: str | None) -> None:
    source = read(f"The last inspection of services was in May 2010. {following}\n".encode())
    first = find_inspection_references(source, [flow_of(source.lines)])[0]
    assert (first.stated.date and first.stated.date.iso, first.stated.grade) == ("2010-05", grade)
    assert (following in first.text) == (grade is not None)


def test_what_was_found_of_agencies_is_not_said_of_the_council() -> None:
    words = b"The trust has a fostering agency. Both were judged good by an inspection in May 2010."
    source = read(words)
    assert find_inspection_references(source, [flow_of(source.lines)]) == ()


def test_a_letter_is_that_of_the_visit_in_its_sentence() -> None:
    source = read(b"We answer the letter published on 6 June 2022 on the focused visit.\n")
    (letter,) = find_document_references(source, [flow_of(source.lines)])
    assert (letter.genre, letter.date and letter.date.iso) == ("focused-visit-letter", "2022-06-06")


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("The council’s Fresh Start Plan was approved in May 2021.", ["Fresh Start Plan"]),
        ("A plan was approved in May 2021.", []),
        ("The Ofsted letter was published on 6 June 2022.", ["Ofsted letter"]),
        (
            "The commissioner’s final report, dated 6 June 2022, is out.",
            ["commissioner’s final report"],
        ),
    ],
)
def test_documents_are_named_by_kind_or_title(sentence: str, named: list[str]) -> None:
    source = read(f"{sentence}\n".encode())
    found = find_document_references(source, [flow_of(source.lines)])
    assert [each.title for each in found] == named


@pytest.mark.parametrize(
    ("sentence", "inspection_type"),
    [
        ("The SEND local area inspections in 2018 looked at schools.", "area-send"),
        ("The single inspection framework inspection in 2014 was hard.", "sif"),
        ("The reinspection in 2017 was hard.", None),
    ],
)
def test_types_are_told_by_the_vocabulary(sentence: str, inspection_type: str | None) -> None:
    assert [each[1] for each in said(sentence)] == [inspection_type]


@pytest.mark.parametrize(("words", "number"), [("the sixth visit", 6), ("the 2nd visit", 2)])
def test_ordinals_are_numbers(words: str, number: int) -> None:
    assert ordinal_of(words) == number


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("Focused visits in January and March 2019 found the same.", ["2019-01", "2019-03"]),
        ("Services were judged inadequate in 2011, 2013 and 2015.", ["2011", "2013", "2015"]),
        ("The HMI Probation single inspection in May 2019 looked at young offenders.", []),
    ],
    ids=["months of one year", "years in a row", "another inspectorate"],
)
def test_dates_in_a_row_are_all_inspections_of_the_council(sentence: str, dates: list[str]) -> None:
    assert [each.date.iso for each in stated_inspections(sentence) if each.date] == dates


def test_only_a_count_belongs_to_an_outcome() -> None:
    said = "The focused visit in May 2021 led to far-reaching areas for priority action."
    assert [each.outcome for each in stated_inspections(said)] == ["areas for priority action"]


@pytest.mark.parametrize(
    "days", ["on 15 and 16 January 2019", "between 15 and 16 January 2019", "on 15–16 January 2019"]
)
def test_the_days_of_one_visit_are_one_inspection(days: str) -> None:
    (stated,) = stated_inspections(f"Ofsted carried out a focused visit {days}.")
    assert stated.date and stated.date.iso == "2019-01-15"
    assert stated.end and stated.end.iso == "2019-01-16"
