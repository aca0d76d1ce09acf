"""Sentences that set what is now against what was, in our own words."""

from __future__ import annotations

import pytest

from loaders.extractors.assessed import Assessed
from loaders.extractors.fared import CHANGE, OVER_TIME, RULE, fared
from loaders.extractors.trends import trend_stated


@pytest.mark.parametrize(
    ("sentence", "progress", "thing"),
    [
        (
            "Visits to foster homes, which were previously a weakness, are now a strength.",
            "improved",
            "Visits to foster homes",
        ),
        ("There is now greater scrutiny of plans.", "improved", "scrutiny of plans"),
        ("Care leavers now get much better advice on rent.", "improved", "advice on rent"),
        ("The recording of visits is now more timely.", "improved", "The recording of visits"),
        (
            "Although carers now get better training in first aid, it is still too short.",
            "some-progress",
            "training in first aid",
        ),
        ("Advisers have more regular contact with care leavers than previously.", "improved", None),
        (
            "There is a year-on-year improvement in the attainment of pupils.",
            "improved",
            "the attainment of pupils",
        ),
        ("The weaknesses identified at the last visit remain.", "insufficient-progress", None),
        (
            "This was an area for improvement at the last inspection and remains so.",
            "insufficient-progress",
            None,
        ),
        ("The team in the north has become much more stable.", "improved", "The team in the north"),
        ("Reviews of care plans have become worse.", "declined", "Reviews of care plans"),
        ("The pace of change has accelerated since spring.", "improved", "pace of change"),
        ("Reviews, while improving, are still too often late.", "some-progress", None),
        (
            "Although improving, the recording of visits is not yet consistent.",
            "some-progress",
            "the recording of visits",
        ),
        ("Although it has fallen this year, too many carers leave.", "some-progress", None),
        ("The new panel has led to a sharper focus on matching.", "improved", "focus on matching"),
        (
            "Despite recent improvements to care plans, many are poor.",
            "some-progress",
            None,
        ),
        ("These steps have helped to build a more stable team.", "improved", None),
        ("The model is now used to much greater effect.", "improved", None),
        ("Links with schools are strong and increasingly effective.", "improved", None),
        ("Work with schools is increasingly effective.", "improved", "Work with schools"),
        ("The neglect strategy is no longer fit for purpose.", "declined", "The neglect strategy"),
    ],
)
def test_what_is_now_is_set_against_what_was(
    sentence: str, progress: str, thing: str | None
) -> None:
    found = trend_stated(sentence)
    assert found is not None
    assert found.progress == progress
    assert thing is None or found == Assessed(progress, thing)


@pytest.mark.parametrize(
    "sentence",
    [
        "Results are now better than the national average.",
        "The child now has a better bond with his carers.",
        "Surveys ask whether parents now have a better experience.",
        "The board now needs a clearer plan.",
        "Young people move on when they are no longer in care.",
        "The service is now based in one office.",
        "More children than previously are on plans.",
    ],
)
def test_a_level_a_plan_and_one_child_are_no_contrast(sentence: str) -> None:
    assert trend_stated(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Partners now have a clearer understanding of thresholds.", CHANGE),
        ("Since the last inspection, managers now have a clearer grip on drift.", RULE),
        ("Over the past year audits have become regular and are now more robust.", OVER_TIME),
    ],
)
def test_a_contrast_tells_since_when_as_other_comparisons_do(sentence: str, rule: str) -> None:
    found = fared(sentence)
    assert found is not None
    assert (found.progress, found.rule) == ("improved", rule)


def test_what_leaders_hope_for_is_no_contrast() -> None:
    assert fared("Leaders hope that families will now get better support.") is None


def test_who_is_better_able_to_act_is_not_what_has_improved() -> None:
    sentence = "The young people’s team is now better able to see whom others know."
    assert trend_stated(sentence) == Assessed("improved")
