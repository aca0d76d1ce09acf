from __future__ import annotations

import re

import pytest

from ontology.matching import Matcher, Pieces, any_of, fold


def found(matcher: Matcher[str], text: str) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.key) for match in matcher.find(text)]


def test_the_longest_name_wins() -> None:
    matcher = Matcher([("the Department", "any"), ("the Department for Education", "dfe")])
    assert found(matcher, "The Department for Education must act") == [
        ("The Department for Education", "dfe")
    ]


def test_a_shorter_name_is_found_where_the_longer_breaks_off_inside_a_word() -> None:
    matcher = Matcher([("board", "board"), ("board of man", "isle")])
    assert found(matcher, "the board of management") == [("board", "board")]


def test_a_cue_inside_a_word_does_not_count() -> None:
    assert found(Matcher([("views", "voice")]), "return home interviews") == []


def test_a_stem_takes_the_rest_of_the_word() -> None:
    assert found(Matcher([("supervis*", "s")]), "supervisory notes") == [("supervisory", "s")]


def test_hyphens_apostrophes_and_line_breaks_do_not_matter() -> None:
    matcher = Matcher([("children's home-based plan", "plan")])
    assert found(matcher, "Childrens Home\nbased Plan") == [("Childrens Home\nbased Plan", "plan")]


def test_folding_keeps_the_length() -> None:
    text = "İstanbul – Children’s Services"
    assert len(fold(text)) == len(text)


def test_no_phrases_find_nothing() -> None:
    assert found(Matcher([]), "anything") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("information-sharing", "information-sharing"),
        ("audits", "audits"),
        ("thresholds of need", "thresholds"),
        ("a plan", None),
    ],
    ids=["hyphen for blank", "the longest", "the rest of the word", "another word"],
)
def test_phrases_are_part_of_a_grammar(text: str, found: str | None) -> None:
    match = re.match(any_of(["information sharing", "audit", "audits", "threshold*"]), text)
    assert (match and match.group()) == found


def test_pieces_stand_in_a_text_in_these_very_letters() -> None:
    pieces = Pieces(("mprov", "led to"))
    assert pieces.are_in("This led to change.") and pieces.are_in("Improved.")
    assert not pieces.are_in("IMPROVED, and ledto")
