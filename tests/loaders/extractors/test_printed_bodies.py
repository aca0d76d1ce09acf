from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named

COUNCIL = council_named("Tameside Metropolitan Borough Council")


def labels(text: str, document: str = "") -> list[str]:
    return [found.actor.label for found in ActorFinder(document, COUNCIL).find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("reported to the SEND Improvement Board", "SEND Improvement Board"),
        ("The Scrutiny Management Panel meets.", "Scrutiny Management Panel"),
        ("Members of the Adult Safeguarding Board met.", "Adult Safeguarding Board"),
        ("The Chief Executive Officers Group meets.", "Chief Executive Officers Group"),
        ("a Children Missing Operational Group", "Children Missing Operational Group"),
        ("Establish Workforce Planning Board", "Workforce Planning Board"),
    ],
)
def test_a_body_of_a_name_of_its_own_keeps_it(text: str, name: str) -> None:
    assert name in labels(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Tameside Improvement Board", "Tameside Improvement Board"),
        ("the Children’s Services Improvement Board", "Tameside Improvement Board"),
        ("the new Corporate Parenting Board", "Tameside Corporate Parenting Board"),
        ("Children and Families Scrutiny Panel", "Tameside Children’s Scrutiny Committee"),
    ],
)
def test_words_that_say_no_more_make_no_other_body(text: str, name: str) -> None:
    assert labels(text) == [name]


def test_a_body_in_a_row_begins_after_the_one_before() -> None:
    assert labels("to the Cabinet and Scrutiny Management Panel")[1:] == [
        "Scrutiny Management Panel"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The National Learning Panel met.",
        "Kent Growth Board met.",
        "The Panel met.",
        "Health, Families and Learning Panel",
    ],
)
def test_a_body_of_no_council_or_of_another_is_none_of_this_one(text: str) -> None:
    assert not [label for label in labels(text) if label.endswith(("Panel", "Board"))]


def test_a_body_has_its_place_wherever_the_document_prints_it_once() -> None:
    document = "The Tameside Learning Partnership plans. The Learning Partnership acts."
    first, second = (
        ActorFinder(document, COUNCIL).find(sentence)[-1].actor for sentence in document.split(". ")
    )
    assert first == second
    assert first.label == "Tameside Learning Partnership"
    assert first.body == "tameside-learning-partnership"


def test_the_chair_of_such_a_body_is_its_own() -> None:
    (found,) = ActorFinder("", COUNCIL).find("the Chair of the SEND Improvement Board")
    assert (found.actor.kind, found.actor.body) == ("post", "tameside-send-improvement-board")


def test_a_county_council_may_be_called_so() -> None:
    finder = ActorFinder("", council_named("Kent County Council"))
    assert [each.actor.body for each in finder.find("requires the county council to act")] == [
        "kent"
    ]


def test_the_board_is_the_one_of_a_name_of_its_own_that_is_named_most() -> None:
    document = (
        "The SEND Improvement Board meets. It serves the Health and Wellbeing Board. "
        "The SEND Improvement Board is new. The Learning Panel and the Place Panel met."
    )
    assert labels("The Board must agree.", document) == ["SEND Improvement Board"]
    assert labels("The Panel must agree.", document) == []


def test_the_board_is_the_one_that_the_document_calls_so() -> None:
    document = (
        "The SEND Improvement Board (“the Board”) meets. "
        + "The Health and Wellbeing Board helps. " * 3
    )
    assert labels("The Board must agree.", document) == ["SEND Improvement Board"]


def test_an_abbreviation_is_that_of_the_whole_name() -> None:
    document = "The SEND Improvement Board (SIB) meets."
    assert labels("The SIB must agree.", document) == ["SEND Improvement Board"]
