"""Sentences end at stops, but not at those of abbreviations and numbers."""

from __future__ import annotations

import pytest

from loaders.extractors.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Caseloads were 18.5 on average. That is high.", None),
        ("Panels, e.g. Fostering, met. They met again.", None),
        ("“It is slow.” The report says so.", ["“It is slow.”", "The report says so."]),
        ("See the S.151 Officer. He knows.", ["See the S.151 Officer.", "He knows."]),
        ("1. Ensure plans are made. Do it.", ["1. Ensure plans are made.", "Do it."]),
        ("Plans drift.2 Visits are late.", ["Plans drift.2", "Visits are late."]),
        ("It names agencies2 The post sends it.", ["It names agencies2", "The post sends it."]),
        ("It names agencies The post sends it.", ["It names agencies", "The post sends it."]),
        ("He reads The Guardian daily.", ["He reads The Guardian daily."]),
        ("See 3.2 Says so.", ["See 3.2 Says so."]),
        ("No stop at all", ["No stop at all"]),
    ],
)
def test_sentences_are_split_at_their_ends(text: str, sentences: list[str] | None) -> None:
    found = split_sentences(text)
    assert len(found) == 2 if sentences is None else [each.text for each in found] == sentences
    assert all(text[each.start : each.end] == each.text for each in found)


def test_nothing_gives_no_sentence() -> None:
    assert split_sentences("  ") == ()


def test_what_goes_on_after_a_list_is_a_sentence_of_its_own() -> None:
    text = "Leaders should improve help. This includes: Leaders should also write it down."
    assert split_sentences(text)[-1].text == "Leaders should also write it down."
