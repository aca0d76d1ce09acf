"""Grammars that take their words from the vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders
from loaders.extractors.cues import CONCEPT, DEFAULT_SCHEME, cued, longest_words, that_may_hold
from ontology.vocabulary import UnknownConcept

SOURCES = sorted(Path(loaders.__file__).parent.rglob("*.py"))


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


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_what_a_grammar_names_has_words(source: Path) -> None:
    for named in CONCEPT.finditer(source.read_text(encoding="utf-8")):
        scheme, slug, names = named.group("scheme", "slug", "names")
        grammar = f"<<{scheme or DEFAULT_SCHEME}/{slug}{names or ''}>>"
        assert cued(grammar).pattern != "(?:)", grammar


def test_of_each_phrase_the_longest_word_is_looked_for() -> None:
    assert longest_words(["area of Work", "report*", "works"]) == ["area", "report", "works"]


def test_a_grammar_may_take_every_label_of_a_concept() -> None:
    pattern = cued(r"^<<role/senior-inspector+>>$")
    assert pattern.search("Senior Her Majesty's Inspector") and pattern.search("SHMI")


def test_a_phrase_may_run_over_the_end_of_a_line() -> None:
    assert cued(r"\b<<naming/in-company>>\b").search("Ann Example, accompanied\nby Bo Sample")


def test_a_grammar_may_take_the_alternative_labels_of_a_concept() -> None:
    pattern = cued(r"\b<<part/agrees~>>\b")
    assert pattern.search("in agreement with them") and not pattern.search("ratified by them")


@pytest.mark.parametrize(
    ("grammar", "text"),
    [
        (r"\b<<submit>>\s+it\b", "They keep it."),
        (r"\bkeep\s+it\b", "They hold it."),
        (r"(?<=^)\b<<part/agrees~>>\b", ""),
    ],
)
def test_a_text_without_the_words_that_a_grammar_begins_with_holds_nothing(
    grammar: str, text: str
) -> None:
    assert bool(that_may_hold(text, (grammar,))) == (grammar[0] == "(")


@pytest.mark.parametrize("grammar", [r"\b<<submit>>\s+it\b", r"\bkeeps?\s+it\b", r"\bkeep\s+it\b"])
def test_a_text_may_hold_what_is_found_in_it(grammar: str) -> None:
    text = "SUBMIT\nit, Keep it"
    assert cued(grammar).search(text) and that_may_hold(text, (grammar,)) == (grammar,)


def test_a_pattern_is_not_compiled_for_words_that_are_not_there() -> None:
    before = cued.cache_info().currsize
    assert that_may_hold("They keep it.", (r"\b<<submit>>\s+it\s+never\b",)) == ()
    assert cued.cache_info().currsize == before
