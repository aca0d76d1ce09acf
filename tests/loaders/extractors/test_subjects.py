"""What a sentence is about, in its own words."""

from __future__ import annotations

import pytest

from loaders.extractors.subjects import judgement_area, subject_of


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Since the last inspection, when it was poor, advocacy has improved.", "advocacy"),
        ("As yet, no strategy has been agreed.", "no strategy"),
        ("Children in need have plans.", "Children in need"),
        ("Children who are looked after have plans.", "Children who are looked after"),
        ("There has been a decline in visiting since May.", "decline in visiting"),
        ("Managers believe that visits are late.", "visits"),
    ],
)
def test_the_subject_is_the_first_noun_phrase(sentence: str, subject: str) -> None:
    assert subject_of(sentence) == subject


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("Services for care leavers", "care-leavers"),
        ("Services for children in Exampleshire", "overall-effectiveness"),
        ("the quality of life-story work", None),
        ("the overall quality of services", None),
    ],
)
def test_words_may_name_a_judgement_area(words: str, area: str | None) -> None:
    assert judgement_area(words) == area


def test_outcomes_for_children_are_not_the_overall_judgement() -> None:
    assert judgement_area("outcomes for children") is None
    assert judgement_area("services for children") == "overall-effectiveness"
