"""Patterns of words: what each element finds, and where; and a pattern that cannot be read."""

import re
from pathlib import Path

import pytest

from loaders.extractors.trend_forms import standing, states
from loaders.extractors.word_patterns import BadPattern, Found, WordPatterns

PHRASES = {
    "has": ("has", "have"),
    "better": ("better", "more consistent"),
    "itself": ("quite [itself]",),
    "still": ("remain*", "[has] stayed"),
}


def _found(pattern: str, sentence: str) -> list[Found]:
    patterns = WordPatterns([pattern], lambda name: PHRASES[name], ["has", "have"])
    return list(patterns.pattern(pattern).finditer(sentence))


@pytest.mark.parametrize(
    ("pattern", "sentence", "words"),
    [
        ("not yet done", "The work is not yet done.", "not yet done"),
        ("well established", "It is well-established now.", "well-established"),
        ("children's plans", "Children’s plans are better.", "Children’s plans"),
        ("[has] improved", "They have improved.", "have improved"),
        ("[still] high", "Rates have stayed high.", "have stayed high"),
        ("[still] high", "Turnover remains high.", "remains high"),
        ("improv* *ly", "It improves slowly.", "improves slowly"),
        ("not (yet|often)? done", "It is not done.", "not done"),
        ("too? slow", "It was slow.", "slow"),
        ("has _{1,2} ended", "It has very nearly ended.", "has very nearly ended"),
        ("has ... ended", "It has at last been ended.", "has at last been ended"),
        ("this ..,.. ended", "This, they say, has ended.", "This, they say, has ended"),
        ("it , though", "It, though late, came.", "It, though"),
        ("is [better] $", "It is more consistent, they say.", "is more consistent"),
        ("^ it is", "It is what it is.", "It is"),
        ("is !not _", "It is not so and is done.", "is done"),
        ("is =done", "It is so and is done.", "is"),
        ("!<which is done", "What which is done is done.", "is done"),
        ("!<(to be|which) seen", "It is to be seen where it is seen.", "seen"),
        ("grown 25%", "It has grown 25%.", "grown 25%"),
        ("leaders' plans", "The leaders’ plans are late.", "leaders’ plans"),
        ("has improved $", "It has improved.The rest has not.", "has improved"),
        ("[has]+ (so )*ended", "It has so so ended.", "has so so ended"),
        ("es endet", "İİ – es endet.", "es endet"),
    ],
)
def test_an_element_finds_the_words_it_stands_for(pattern: str, sentence: str, words: str) -> None:
    assert [each.words for each in _found(pattern, sentence)] == [words]


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("not done", "It is nothing done."),
        ("has ... ended", "It has begun, though another ended."),
        ("has ..,.. ended", "It has begun; another ended."),
        ("has ... ended", f"It has {'so ' * 17}ended."),
        ("has ..,.. ended", f"It has {'so, ' * 11}ended."),
        ("is better $", "It is better than it was."),
        ("^ is", "It is."),
    ],
)
def test_an_element_keeps_to_its_words_and_its_clause(pattern: str, sentence: str) -> None:
    assert _found(pattern, sentence) == []


def test_the_words_that_name_a_thing_follow_or_are_none_or_stand_before() -> None:
    sentence = "They have improved the plans."
    assert [each.thing for each in _found("[has] improved <thing>", sentence)] == ["the plans"]
    assert [each.thing for each in _found("[has] improved <>", sentence)] == [""]
    (sought,) = _found("[has] improved <named>", sentence)
    assert (sought.thing, "named" in sought.parts) == ("", True)
    assert [each.thing for each in _found("[has] improved", sentence)] == [None]
    (turned,) = _found("turned <thing...> around", "They turned the service around.")
    assert turned.thing == "the service"


def test_a_part_goes_by_its_name() -> None:
    (some,) = _found("part:(some|most)? plans ended", "Most plans ended.")
    assert some.parts == {"part": "Most"}
    (none,) = _found("part:(some|most)? plans ended", "Our plans ended.")
    assert none.parts == {}


def test_a_sentence_holds_one_of_the_words_that_a_pattern_needs() -> None:
    def needs(pattern: str) -> frozenset[str]:
        patterns = WordPatterns([pattern], lambda name: PHRASES[name], ["has", "have"])
        return patterns.pattern(pattern).needs

    assert needs("[has] not? improved") == {"improved"}
    assert needs("[has] (grown|stalled)") == {"grown", "stalled"}
    assert needs("_ *ly [better]") == {"better", "more"}
    assert needs("*ed") == frozenset()


def test_a_second_word_that_is_needed_spares_searches() -> None:
    def also(pattern: str) -> tuple[frozenset[str], ...]:
        patterns = WordPatterns([pattern], lambda name: PHRASES[name], ["has", "have"])
        return patterns.pattern(pattern).also_needs

    assert also("plans grown (wider|taller)") == ({"grown"}, {"wider", "taller"})
    assert also("(wider|taller) plans") == ({"wider", "taller"},)
    assert also("[has] improved") == ()  # both of "has" and "have" stand nearly everywhere
    assert also("improved") == ()


@pytest.mark.parametrize(
    "pattern",
    [
        *("has (not", "has [not", "done)", "<things>", "", "(a|) b", "*x*", "done+", "...?"),
        *("!x? done", "part:!x done", "[itself]", "part:a part:b", "<thing> is <thing>"),
        "!<to? done",
    ],
)
def test_what_cannot_be_read_is_named_with_the_way_out(pattern: str) -> None:
    with pytest.raises(BadPattern, match=r"the pattern .*; mend it in ontology/vocabulary"):
        _found(pattern, "done")


def test_every_form_of_the_vocabulary_is_looked_for_where_it_stands() -> None:
    sentences = (
        "Plans have not yet been improved.",
        "Caseloads are now manageable.",
        "The backlog has been cleared.",
        "There is more work to do.",
        "Leaders’ grip has become much firmer.",
    )
    for sentence in sentences:
        found = [each for each in states() if any(each.pattern.finditer(sentence))]
        assert found
        assert all(each.pattern.needs & standing(sentence) for each in found)
        also = [words for each in found for words in each.pattern.also_needs]
        assert all(words & standing(sentence) for words in also)


def test_the_example_of_the_reference_finds_the_sentence_beside_it() -> None:
    told = (Path(__file__).parents[3] / "docs" / "reference.md").read_text(encoding="utf-8")
    shown = re.search(r'ans:pattern "(.+)" \.\n```\nIt finds "(.+?)";', told)
    assert shown is not None
    assert _found(shown[1], shown[2])
