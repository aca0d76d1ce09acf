"""What of a sentence is the report's own claim about now, by the words of the vocabulary."""

from __future__ import annotations

import pytest

from loaders.extractors.claims import claimed, is_of_now, is_of_others, without_wishes
from loaders.extractors.comparing import comparison_in, earlier_in
from loaders.extractors.readings import first_told, tells


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        (
            "Plans have improved and leaders intend to widen them.",
            "Plans have improved and leaders  .",
        ),
        ("In May plans improved.", "In May plans improved."),
        ("Plans may improve.", "Plans  ."),
        ("The need to improve is less.", "The need to improve is less."),
        ("Managers could clearly see the change.", "Managers could clearly see the change."),
        ("Leaders recognise gaps but plans are better.", "Leaders   but plans are better."),
        ("Awareness of risk is better.", "Awareness of risk is better."),
        ("Gaps recognised by leaders remain.", "Gaps recognised by leaders remain."),
    ],
)
def test_wishes_and_what_is_owned_up_to_are_set_aside(sentence: str, left: str) -> None:
    assert without_wishes(sentence) == left


def test_names_of_plans_and_bare_actions_are_no_claims() -> None:
    told = claimed("The improvement board has more than doubled visits and practice is better.")
    assert told.split() == ["The", "has", "visits", "and", "practice", "is", "better."]


def test_virtual_school_is_part_of_the_service_and_a_school_is_not() -> None:
    assert is_of_now("The virtual school was rated highly by carers.")
    assert not is_of_now("Two schools were rated good.")


def test_what_follows_a_visit_is_of_now_where_it_tells_what_is_so_by_now() -> None:
    assert is_of_now("Following the visit in May 2021, this has helped families, all agree.")
    assert is_of_now("Following the visit in May 2021, families do not get enough help.")
    assert not is_of_now("Following the visit in May 2021, managers met, as agreed, in June.")


def test_kind_of_claim_is_told_by_patterns_of_the_vocabulary() -> None:
    assert tells("claim/remedied", "However, this has still not been resolved.")
    assert not tells("claim/remedied", "Inspectors say that this has been resolved.")
    found = first_told("claim/as-weakness", "Inspectors identified multi-agency work as a weakness")
    assert found and found.parts["what"] == "multi-agency work"


def test_what_was_said_in_an_earlier_year_is_told_by_the_words_of_the_vocabulary() -> None:
    assert earlier_in("The gaps noted in 2019 are closed.")
    assert earlier_in("The gaps asked for as long ago as 2019 are closed.")
    assert comparison_in("Since the re-inspection visits are in time.")


@pytest.mark.parametrize(
    ("sentence", "is_of_the_service"),
    [
        ("Attendance at school has improved since the last inspection.", True),
        ("Work with schools was weak at the previous inspection.", True),
        ("Schools were judged good.", False),
        ("The children’s home has improved since its last inspection.", False),
        ("Schools do well at their inspections.", False),
    ],
)
def test_a_school_that_is_named_is_not_what_was_inspected(
    sentence: str, is_of_the_service: bool
) -> None:
    assert is_of_others(sentence) is not is_of_the_service
