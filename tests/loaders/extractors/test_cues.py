"""Grammars that take their words from the vocabulary."""

from __future__ import annotations

import pytest

from loaders.extractors.cues import cued
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
