"""Grammars that take their words from the vocabulary."""

from __future__ import annotations

import pytest

from loaders.extractors.cues import cued, find_cued, search_cued
from ontology.vocabulary import UnknownConcept


def test_a_grammar_has_the_words_of_its_concept() -> None:
    pattern = cued(r"\b<<submit>>\s+it\b")
    assert pattern.search("They Send it on.") and not pattern.search("They keep it.")


def test_a_grammar_may_name_a_concept_of_any_scheme() -> None:
    pattern = cued(r"^<<heading/next-steps>>$|\b<<attribution/oversight>>\b")
    assert pattern.search("NEXT STEPS")
    assert pattern.search("the Commissioner’s report") and pattern.search("a commissioner's report")


def test_a_grammar_of_an_unknown_concept_is_refused() -> None:
    with pytest.raises(UnknownConcept):
        cued("<<no-such-words>>")


def test_a_grammar_may_take_every_label_of_a_concept() -> None:
    pattern = cued(r"^<<role/senior-inspector+>>$")
    assert pattern.search("Senior Her Majesty's Inspector") and pattern.search("SHMI")


def test_a_phrase_may_run_over_the_end_of_a_line() -> None:
    assert cued(r"\b<<naming/in-company>>\b").search("Ann Example, accompanied\nby Bo Sample")


def test_a_grammar_may_take_the_alternative_labels_of_a_concept() -> None:
    pattern = cued(r"\b<<part/agrees~>>\b")
    assert pattern.search("in agreement with them") and not pattern.search("ratified by them")


TEXT = "Send it on and\nSubmit  it, or keep it"


@pytest.mark.parametrize(
    "grammar",
    [
        r"\b<<submit>>\s+it\b",
        r"(?:\b<<submit>>|keep)\s+it\b",
        r"\bkeep\s+it",
        r"\bkeeps?\s+it",
        r"\bhold\s+it",
    ],
)
@pytest.mark.parametrize("end", [None, 12, 2])
def test_what_is_found_is_what_the_pattern_finds(grammar: str, end: int | None) -> None:
    found = list(find_cued(grammar, TEXT, end))
    expected = list(cued(grammar).finditer(TEXT, 0, len(TEXT) if end is None else end))
    assert [each.span() for each in found] == [each.span() for each in expected]
    first = search_cued(grammar, TEXT, end)
    assert (first and first.span()) == (expected[0].span() if expected else None)


def test_a_pattern_is_not_compiled_for_words_that_are_not_there() -> None:
    before = cued.cache_info().currsize
    assert search_cued(r"\b<<submit>>\s+it\s+never\b", "They keep it.") is None
    assert cued.cache_info().currsize == before
