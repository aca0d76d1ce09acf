"""Plain praise and blame that compare with an earlier inspection, of an invented council."""

import pytest

from loaders.extractors.comparing import comparison_in, earlier_in
from loaders.extractors.fared import OVER_TIME, RULE, fared


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Supervision is now regular, unlike at the last inspection.", "improved"),
        ("The council has acted decisively on the findings of the JTAI.", "improved"),
        ("The weaknesses in intake found at the last inspection have been overcome.", "met"),
        ("Little has changed since the last inspection.", "insufficient-progress"),
        (
            "The pace of change since the last visit has not been fast enough.",
            "insufficient-progress",
        ),
        (
            "Since the inspection in 2021, too little has been done about plans.",
            "insufficient-progress",
        ),
        ("Since the last inspection, the stability of the teams has been eroded.", "declined"),
        ("Work on the recommendations of the 2018 inspection is under way.", "some-progress"),
        (
            "Three of the five recommendations of the last inspection have been met.",
            "some-progress",
        ),
        (
            "Of nine recommendations of the last inspection, only one has been met.",
            "insufficient-progress",
        ),
        ("The tracking was impressive at our last visit and continues to be so.", "maintained"),
        (
            "This was an area for improvement at the last visit and remains so.",
            "insufficient-progress",
        ),
    ],
)
def test_plain_words_tell_how_it_has_turned_out(sentence: str, progress: str) -> None:
    found = fared(sentence)
    assert found is not None
    assert found.progress == progress
    assert found.rule == RULE


@pytest.mark.parametrize(
    "sentence",
    [
        "The last inspection was in May 2018, when services were judged to be good.",
        "At the last inspection, supervision was weak.",
        "The council will report on this at the next visit.",
        "Since the last inspection, three reviews have been published.",
        "In this inspection of March 2017, nearly all services are good.",
        "Supervision is regular and reflective.",
    ],
)
def test_what_was_found_then_or_is_only_good_is_no_outcome(sentence: str) -> None:
    assert fared(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Shortfalls raised in 2019 have been overcome.",
        "Concerns found in May 2018 remain.",
        "Weaknesses first identified in 2020 persist.",
        "The number of agency staff is no longer inadequate.",
        "The recommendations from that visit are met.",
        "All actions of the written statement of action are complete.",
    ],
)
def test_words_that_name_an_earlier_inspection_or_its_findings_compare(sentence: str) -> None:
    assert comparison_in(sentence)


def test_an_earlier_time_without_an_inspection_compares_over_time() -> None:
    sentence = "Visits are more purposeful than they were, and recording is timely."
    assert comparison_in(sentence) is None
    assert earlier_in(sentence)
    found = fared(sentence)
    assert found is not None
    assert found.rule == OVER_TIME


def test_what_the_plain_word_is_said_of_is_the_thing() -> None:
    found = fared("Supervision is now regular, unlike at the last inspection.")
    assert found is not None
    assert found.assessed is not None
    assert found.assessed.thing == "Supervision"


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Since March 2014, decisions in the duty team are timely.", "improved"),
        ("Over the last six months, visits have been well recorded and timely.", "improved"),
        ("In recent months, oversight of the panel has been weak.", "insufficient-progress"),
    ],
)
def test_praise_or_blame_of_a_period_that_opens_the_sentence_counts(
    sentence: str, progress: str
) -> None:
    found = fared(sentence)
    assert found is not None
    assert (found.progress, found.rule) == (progress, OVER_TIME)


@pytest.mark.parametrize(
    "sentence",
    [
        "Decisions in the duty team are timely.",
        "In recent months, the trust has reviewed its work to better understand demand.",
        "In the last year, training is delivered by a group of regular trainers.",
    ],
)
def test_what_is_only_done_in_a_period_is_no_outcome(sentence: str) -> None:
    assert fared(sentence) is None
