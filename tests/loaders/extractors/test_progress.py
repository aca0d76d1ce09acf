"""What sentences say of progress, in our own words; and on the hand-made sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.extractors.progress import progress_of, recalls_inspection, summed
from ontology.vocabulary import vocabulary

LEAST_ACCURACY = 0.93


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Support for carers has improved since the last inspection.", "improved"),
        ("There has been some improvement in visiting.", "some-progress"),
        ("Chronologies have improved but are still too variable.", "some-progress"),
        ("The council has not made sufficient progress.", "insufficient-progress"),
        ("Not all weaknesses have been addressed.", "insufficient-progress"),
        ("The pace of change has been too slow.", "insufficient-progress"),
        ("Services have deteriorated since 2019.", "declined"),
        ("There are some gains, but overall a reduction in the quality of plans.", "declined"),
        ("Those gains are no longer sustained.", "declined"),
        ("The gains seen in spring have been maintained.", "maintained"),
        ("No children have been placed in hotels for six months.", "met"),
        ("It is too early to see the impact of this.", "cannot-tell"),
        ("The team, which was judged inadequate, has improved.", "improved"),
        ("Inspectors checked whether gains have been maintained.", None),
        ("The team sits on the third floor.", None),
    ],
)
def test_a_sentence_tells_its_progress(sentence: str, progress: str | None) -> None:
    assert progress_of(sentence) == progress


def test_a_comparison_with_an_earlier_inspection_is_known() -> None:
    assert recalls_inspection("It is better than at the time of the inspection.")
    assert not recalls_inspection("It is better than in other councils.")


def test_reservations_turn_an_improvement_into_some_progress() -> None:
    assert summed(("improved", "insufficient-progress")) == "some-progress"
    assert summed(("improved", "improved", "insufficient-progress")) == "improved"
    assert summed(()) is None


def test_real_sentences_are_read_as_people_read_them(shared_folder: Path) -> None:
    gold = json.loads((shared_folder / "evaluation" / "progress.json").read_text())["sentences"]
    right = sum(progress_of(each["sentence"]) in each["acceptable"] for each in gold)
    assert right >= LEAST_ACCURACY * len(gold)


@pytest.mark.parametrize(
    ("scheme", "slug", "said", "value"),
    [
        ("change", "worse", "Visiting has {}.", "declined"),
        ("sign", "improved", "There was {} in visiting.", "improved"),
        ("sign", "maintained", "Visits {}.", "maintained"),
    ],
)
def test_the_phrases_of_the_vocabulary_are_read(
    scheme: str, slug: str, said: str, value: str
) -> None:
    cues = vocabulary().concept(scheme, slug).cues
    assert cues
    assert {progress_of(said.format(cue)) for cue in cues} == {value}


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Visiting remains too variable.", "insufficient-progress"),
        ("Plans are still not shared with carers.", "insufficient-progress"),
        ("Support for carers is yet to be agreed.", "insufficient-progress"),
        ("There is no agreed plan for visits.", "insufficient-progress"),
        ("Managers do not always read the plans.", "insufficient-progress"),
        ("Children no longer wait for a visit.", "met"),
        ("Visits in secret have now ceased.", "met"),
        ("The first action is fully completed.", "met"),
        ("Support for carers has remained strong.", "maintained"),
        ("There are some early signs of progress.", "some-progress"),
        ("Staff have begun to write shorter plans.", "some-progress"),
    ],
)
def test_a_hint_of_the_vocabulary_is_read(sentence: str, progress: str) -> None:
    assert progress_of(sentence) == progress
