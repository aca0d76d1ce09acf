"""What a sentence is about, in its own words."""

from __future__ import annotations

import pytest

from loaders.extractors.subjects import area_of, judgement_area, subject_of


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Since the last inspection, when it was poor, advocacy has improved.", "advocacy"),
        ("As yet, no strategy has been agreed.", "no strategy"),
        ("Children in need have plans.", "Children in need"),
        ("Children who are looked after have plans.", "Children who are looked after"),
        ("There has been a decline in visiting since May.", "decline in visiting"),
    ],
)
def test_the_subject_is_the_first_noun_phrase(sentence: str, subject: str) -> None:
    assert subject_of(sentence) == subject


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("Leaders have improved the timeliness of visits since 2019.", "the timeliness of visits"),
        ("There have been improvements in planning since then.", "planning"),
        ("While there is progress, permanence planning is slow.", "permanence planning"),
        ("The council has not made sufficient progress since May.", "The council"),
        ("Most have a plan; this is better.", "Most have a plan"),
        ("This is an improvement since the last inspection.", None),
        ("The timeliness of visits has improved recently.", "The timeliness of visits"),
        ("The quality of plans has improved through audits.", "The quality of plans"),
        ("In the past ten months the quality of plans has improved.", "the quality of plans"),
        ("Advice is given and the response to calls has been improved.", "the response to calls"),
        ("Since May, firm action has been taken to improve the pace of work.", "the pace of work"),
        (
            "New forms have improved the way in which plans are made.",
            "the way in which plans are made",
        ),
    ],
)
def test_the_area_is_what_has_fared_so(sentence: str, area: str | None) -> None:
    assert area_of(sentence) == area


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("Services for care leavers", "care-leavers"),
        ("Services for children in Exampleshire", "overall-effectiveness"),
        ("the quality of life-story work", None),
    ],
)
def test_words_may_name_a_judgement_area(words: str, area: str | None) -> None:
    assert judgement_area(words) == area
