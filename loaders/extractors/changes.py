"""What a change of an amount is worth: of a burden ("caseloads have reduced") less is better.

Which things are burdens, and which are gains, the vocabulary "matter" tells.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extractors.cues import cued
from loaders.extractors.noun_groups import group_before
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

BURDENS = "burdens"
GAINS = "gains"
_AT_FAULT = (
    r" ?(?:(?:the|an?|its|their|these|those|all|such|overall|average|rates?|levels?|numbers?"
    r"|proportions?|percentages?|volumes?|amounts?|use|of) )*<<matter/at-fault>> [a-z]"
)
_FOUND_AT_FAULT = (
    r"(?:\b(?:that|which|who) (?:is|are|was|were|remain|remains) "
    r"|\b(?:numbers?|proportions?|percentages?|rates?) of [^,;.]{3,60}? (?:\w+ed|held|sent|made) )"
    r"<<matter/at-fault>>(?![\w-])"
)
_WITHOUT = re.compile(r"\b(?:not|without|never|lacking)\b", re.IGNORECASE)
_GROWTHS = ("increase", "rise", "growth")
_GROWTH = re.compile(rf"\ban? (?:\w+ )?{any_of(_GROWTHS)} in\b", re.IGNORECASE)


def with_burdens_weighed(sentence: str) -> str:
    """Return ``sentence`` with "improved" where a burden has lessened, "worsened" where it grew.

    Of a burden, such as caseloads or delays, less is better; of a gain, such as attendance at
    school, more (see the vocabulary).
    """

    def weighed(found: re.Match[str]) -> str:
        after, before = sentence[found.end() :], group_before(sentence[: found.start()]) or ""
        if found["worse"]:
            return found["has"] + "improved" if _is_burden(before) else found.group()
        if _is_burden(after) or _is_burden(before):
            return found["has"] + ("improved" if found["less"] else "worsened")
        if _gain().match(after) or _gain().match(before):
            return found["has"] + ("worsened" if found["less"] else "improved")
        return found.group()

    def grown(found: re.Match[str]) -> str:
        more = _is_burden(found.string[found.end() :])
        return "a deterioration in" if more else found.group()

    return _GROWTH.sub(grown, _amount().sub(weighed, sentence))


def is_at_fault(words: str) -> bool:
    """Tell whether ``words`` name what should not be: "late visits", "plans that are overdue"."""
    return bool(cued(_AT_FAULT).match(words) or cued(_FOUND_AT_FAULT).search(words))


def is_denied(words: str, end: int) -> bool:
    """Tell whether ``words`` say "not" or "without" before ``end``: "visits not made in time"."""
    return bool(_WITHOUT.search(words, 0, end))


def _is_burden(words: str) -> bool:
    return bool(_burden().match(words)) or is_at_fault(words)


@lru_cache(maxsize=1)
def _amount() -> re.Pattern[str]:
    """Return the pattern of what there "has" become less of, or more."""
    less, more = (any_of(vocabulary().concept("change", slug).cues) for slug in ("less", "more"))
    return re.compile(
        r"(?P<has>\b(?:has|have) (?:\w+ly |also |now |since |been )*)"
        rf"(?:(?P<less>{less})|(?P<worse>declined)|{more})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _burden() -> re.Pattern[str]:
    """Return the pattern of words that begin with a burden: "average caseloads in the teams"."""
    burdens = any_of(vocabulary().concept("matter", BURDENS).cues)
    return re.compile(
        r" ?(?:(?:the|its|their|average|overall|use|rates?|levels?|numbers?|proportion|percentage"
        r"|reliance|dependency|over-reliance|of|on|staff|social|worker|work|high|recent) )*"
        rf"{burdens}\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _gain() -> re.Pattern[str]:
    """Return the pattern of words that begin with a gain: "the attendance of pupils in care"."""
    gains = any_of(vocabulary().concept("matter", GAINS).cues)
    return re.compile(
        r" ?(?:(?:the|its|their|average|overall|rates?|levels?|numbers?|proportion|percentage|of"
        rf"|more|young people|care leavers) )*{gains}\b(?! at (?:accident|hospital|A&E|emergency))",
        re.IGNORECASE,
    )
