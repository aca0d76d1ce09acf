from __future__ import annotations

import pytest

from loaders.extractors.attributions import (
    apart_from_speakers,
    is_direct_speech,
    is_of_overseer,
    is_speech,
    without_grades,
)
from loaders.extractors.paragraphs import split_paragraphs
from loaders.readers.text import read


@pytest.mark.parametrize(
    "sentence",
    [
        "Inspectors have downgraded the service.",
        "Services were rated ‘good’ after a visit by Ofsted.",
        "They found that plans drift.",
        "Plans drift, according to the inspectors.",
    ],
)
def test_what_an_overseer_found_is_the_overseers(sentence: str) -> None:
    assert is_of_overseer(sentence)


@pytest.mark.parametrize(
    "sentence", ["The council’s report will be read in May.", "Members met the inspectors."]
)
def test_an_overseer_that_is_only_named_found_nothing(sentence: str) -> None:
    assert not is_of_overseer(sentence)


def test_a_quotation_with_its_speaker_is_speech() -> None:
    assert is_speech("Cllr Ann Sample said: “We are sorry.”")
    assert is_speech("“We are sorry,” Cllr Sample added.")
    assert not is_speech("The Council’s report states what it will do.")


def test_a_possessive_is_no_direct_speech() -> None:
    assert not is_direct_speech("The Council’s plan was said to be late. The council’s said duty")
    assert is_direct_speech("“It is late,” the adviser said.")


def test_a_grade_is_taken_out_of_a_sentence() -> None:
    assert "improve" not in without_grades("It was judged ‘requires improvement to be good’.")


def test_words_of_politicians_are_left_out_to_the_end_of_their_quotation() -> None:
    article = (
        "Inspectors found that plans have improved.\n\n"
        "Cllr Ann Sample, cabinet member, said: “Work has improved since the inspection.\n\n"
        "“Our staff have improved much.”\n\n"
        "Visits have improved since the inspection.\n"
    )
    flows = [each.flow for each in split_paragraphs(read(article.encode()))]
    kept = [flow.text for flow in apart_from_speakers(flows)]
    assert kept == [
        "Inspectors found that plans have improved.",
        "Visits have improved since the inspection.",
    ]
