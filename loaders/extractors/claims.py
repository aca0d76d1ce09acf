"""What of a sentence is the report's own claim about the time of the report.

Set aside are sentences on schools and homes that were inspected, what an earlier inspection said
then, what somebody acknowledges, wishes or plans, names of plans and boards, and bare actions.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.extractors.cues import cued
from loaders.extractors.readings import tells, without
from ontology.matching import Pieces
from ontology.vocabulary import vocabulary

VISIT = "<<claim/visit>>"  # in a grammar of `cued`
_OF_OTHERS = (
    r"^(?:his|her|<<claim/of-the-country>>)\b"
    r"|^(?:these|those|some|most|many|all)?\s*(?:children|young people) have "
    r"improved\b|\b(?!(?<=virtual )school)<<claim/place>>\b[^.;]*\b(?:<<claim/judged>>"
    r"|(?:their|its) (?:\w+ ){0,2}inspections?"
    r"|(?<!the )(?<!this )(?<!last )(?<!previous )inspections?)\b"
    r"|\bserious (?:incident|case)\b|\bmost recent (?:Ofsted )?inspections?\b"
)
_NOW = "(?:has|(?<!to )have|is|are|remains?|continues?|now|since|(?:do|does) not)"  # what is so now
_SAID_BACK_THEN = (
    r"\bfollowing (?:the|that) (?:20\d\d )?inspection\b(?!.*\b(?:has|have|is|are|now|remains?)\b)|"
    r"^(?:At|In|During|As a result of|Following(?!.*\b(?:deteriorated|declined|worsened)\b)) "
    r"(?!.*\b(?:has|(?<!to )have) (?:\w+ )?been\b)"
    rf"(?:the|its|their|that|an?) [^,]*?\b{VISIT}\b"
    r"[^,]*,"
    rf"(?:(?![^,]*\b{_NOW}\b)[^,]{{4,60}},)?(?!.*\b{_NOW}\b)"
    rf"|^(?:The|An?) (?:[\w’'()-]+ ){{0,8}}{VISIT}\b[^,]{{0,90}}?\b<<claim/said>>\b"
    r"(?!.*\b(?:has|have|is|are|remains?|continues?|now)\b)"
)
_DEFINES = r"(?:^|[.:] )(?:In )?an? (?:\w+ )?<<claim/authority>> (?:that (?:is|requires)|where)\b"
_WISHED = (  # goes on to the end of the clause, or to what has or has not come of it
    r"(?:(?! and <<claim/next-subject>>\b| (?:has|have) <<claim/come-of-it>>\b"
    r"| and an? (?:\w+ )?<<claim/change-named>>\b)[^,.;])*"
)
_UNREAL = (
    rf"\b(?!could (?:\w+ly )?see\b|(?-i:M)ay\b)(?<!the same )<<claim/modal>>\b{_WISHED}"
    r"|\b(?!(?<=the )need|(?<=remains a )need)<<claim/wish>> "
    r"(?:(?:(?:on|in|is|are|was|were) )?to (?!date)(?-i:(?=[a-z]))|(?:is |was )that\b)"
    rf"{_WISHED}|\b(?!plan|need)<<claim/wish>> that\b"
    rf"{_WISHED}|\b(?!(?<=need )to)<<claim/purpose>>\b{_WISHED}"
)
_CONDITION = r"\bif\b[^,.;]*"
_OWNED_UP = (
    r"\b(?<!Inspectors )(?<!been )(?<!not )(?<!improvement )(?<!improvements )(?<!self-)"
    r"(?!awareness|\w+ by\b)(?:(?:(?<=refuse to )|(?<=failed to ))<<claim/owned-up>>\b"
    r"|<<claim/owned-up>>\b(?! that\b))"
    r"(?:(?! but\b| although\b| however\b| and (?:has|have|now)\b)[^,.;])*"
)
_OWNS_UP_THAT = r"\b<<claim/owned-up>> that\b"


def defines_grades(text: str) -> bool:
    """Tell whether a paragraph says what a grade means, in any authority, and finds nothing."""
    return bool(cued(_DEFINES).search(text))


@lru_cache(maxsize=64)  # asked several times of one sentence
def is_of_now(sentence: str) -> bool:
    """Tell whether ``sentence`` speaks of the service, and not only of what was said back then."""
    return not (is_of_others(sentence) or cued(_SAID_BACK_THEN).search(sentence))


def is_of_others(sentence: str) -> bool:
    """Tell whether ``sentence`` is about schools, homes or people that were judged themselves."""
    return bool(cued(_OF_OTHERS).search(sentence))


def is_told_by_others(sentence: str) -> bool:
    """Tell whether ``sentence`` reports what others say."""
    return tells("claim/told", sentence) or bool(cued(_OWNS_UP_THAT).search(sentence))


def is_without_result(sentence: str) -> bool:
    """Tell whether ``sentence`` says that it is too early, or only counts what there is."""
    return has_no_result(sentence) or tells("claim/counted", sentence)


def has_no_result(sentence: str) -> bool:
    """Tell whether ``sentence`` says that something has had no result so far."""
    return tells("claim/no-result", sentence)


@lru_cache(maxsize=64)
def without_wishes(sentence: str) -> str:
    """Return ``sentence`` without what is owned up to, wished, planned or made a condition.

    What somebody acknowledges to be so ("accepts that …") is told by him.
    """
    small = sentence.lower()
    for (
        words,
        pattern,
    ) in _set_aside():  # plain words are looked for first, they cost next to nothing
        if words.are_in(small):
            sentence = pattern.sub(" ", sentence)
    return sentence


def claimed(sentence: str) -> str:
    """Return ``sentence`` without wishes, names and actions that say nothing of their result."""
    return without("claim/action", without("claim/plan-name", without_wishes(sentence)))


@cache
def _set_aside() -> tuple[tuple[Pieces, re.Pattern[str]], ...]:
    """Return the patterns of what is set aside, with words of which each holds one."""
    unreal = _words("modal") + _words("wish") + _words("purpose")
    kinds = (("if ", "if,"), _CONDITION), (_words("owned-up"), _OWNED_UP), (unreal, _UNREAL)
    return tuple((Pieces(words), cued(grammar)) for words, grammar in kinds)


def _words(slug: str) -> tuple[str, ...]:
    """Return the words, or beginnings of words, of a kind of claim."""
    return tuple(cue.rstrip("*") for cue in vocabulary().concept("claim", slug).cues)
