"""Sentences in plainer words tell the same; all are of an invented council."""

import pytest

from loaders.extractors.fared import fared
from loaders.extractors.plainer import plainer
from tests.loaders.extractors.wordings import assert_tells

TOLD = [
    ("Plans have improved.", "improved"),
    ("There has been an improvement in supervision.", "improved"),
    ("The rota has led to improvements in visiting.", "improved"),
    ("The board has had a positive impact on attendance.", "improved"),
    ("The strategy is not yet embedded.", "insufficient-progress"),
    ("Recording remains weak.", "insufficient-progress"),
    ("Visits have deteriorated.", "declined"),
]
WORDINGS = [
    ("has ", "has very clearly "),
    ("have ", "have also "),
    ("is ", "is also "),
    ("improvement", "welcome and much-needed improvement"),
    ("positive impact", "positive, lasting impact"),
    ("improvements", "gains"),
    ("to improvements", "to very considerable improvements"),
    ("not yet", "still not"),
    ("remains", "is still"),
]


@pytest.mark.parametrize(("sentence", "progress"), TOLD)
def test_words_in_passing_or_for_others_change_nothing(sentence: str, progress: str) -> None:
    wordings = [sentence.replace(*each, 1) for each in WORDINGS]
    for wording in (sentence, *wordings, f"At the same time, {sentence[0].lower()}{sentence[1:]}"):
        found = fared(wording)
        assert found is not None, wording
        assert found.progress == progress, wording


@pytest.mark.parametrize(
    ("sentence", "plain"),
    [
        ("In addition, inspectors found that plans have improved.", "plans have improved."),
        ("In relation to early help, plans have improved.", "plans have improved."),
        ("Plans, in particular those of care leavers, have improved.", "Plans have improved."),
        ("Plans across the whole service have improved.", "Plans have improved."),
        ("Plans have all very substantially improved.", "Plans have improved."),
    ],
)
def test_what_tells_nothing_is_left_out(sentence: str, plain: str) -> None:
    assert next(iter(plainer(sentence))) == plain


def test_praise_is_left_out_next() -> None:
    told = list(plainer("Managers also made real and visible headway."))
    assert told[-1] == "Managers also made progress."


def test_what_only_weighs_a_weakness_is_left_out_too() -> None:
    told = list(plainer("Serious and widespread weaknesses persist."))
    assert told[-1] == "weaknesses persist."


def test_of_two_verbs_each_is_tried() -> None:
    told = list(plainer("Plans have been reviewed and improved."))
    assert told == ["Plans have been improved.", "Plans have been reviewed."]


@pytest.mark.parametrize(
    "sentence",
    [
        "Plans have only recently improved.",
        "The family is elderly.",
        "Reviews are timely.",
        "Plans have partly improved.",
        "Plans have slightly improved.",
    ],
)
def test_words_without_which_something_else_is_told_stay(sentence: str) -> None:
    assert list(plainer(sentence)) == []


def test_plainer_words_name_no_thing() -> None:
    told = fared("Leaders have also secured a very welcome and steady improvement in core groups.")
    assert told is not None
    assert told.assessed is not None
    assert told.assessed.thing is None


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Inspectors found that caseloads had been reduced.", "improved"),
        ("Over the last two years, pathway plans were strengthened.", "improved"),
        ("Since the last inspection, the rota was reviewed and visits had improved.", "improved"),
    ],
)
def test_the_past_tense_tells_what_is_so_by_now(sentence: str, progress: str) -> None:
    assert_tells(sentence, progress)


def test_the_past_tense_tells_nothing_of_a_time_before() -> None:
    assert fared("In 2012 pathway plans were strengthened.") is None
