"""What a change of an amount is worth: of a burden ("caseloads have reduced") less is better.

Which things are burdens, and which are gains, the vocabulary "matter" tells; here is only the
grammar around its words.
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.extractors.noun_groups import group_before

_AT_FAULT = (
    r" ?(?:(?:the|an?|its|their|these|those|all|such|of|<<matter/amount-at-fault>>) )*"
    r"<<matter/at-fault>> [a-z]"
)
_FOUND_AT_FAULT = (
    r"(?:\b(?:that|which|who) (?:is|are|was|were|remain|remains) "
    r"|\b<<matter/count>> of [^,;.]{3,60}? (?:\w+ed|<<matter/done>>) )"
    r"<<matter/at-fault>>(?![\w-])"
)
_WITHOUT = r"\b(?:not|without|never|<<matter/lacking>>)\b"
_GROWTH = r"\ban? (?:\w+ )?<<matter/growth>> in\b"
_AMOUNT = (  # what there "has" become less of, or more
    r"(?P<has>\b(?:has|have) (?:\w+ly |also |now |since |been )*)"
    r"(?:(?P<less><<change/less>>)|(?P<worse><<matter/gone-down>>)|<<change/more>>)\b"
)
_BURDEN = (  # words that begin with a burden: "average caseloads in the teams"
    r" ?(?:(?:the|its|their|of|on|<<matter/of-burdens>>) )*<<matter/burdens>>\b"
)
_GAIN = (  # words that begin with a gain: "the attendance of pupils in care"
    r" ?(?:(?:the|its|their|of|more|<<matter/of-gains>>) )*<<matter/gains>>\b"
    r"(?! at <<matter/elsewhere>>)"
)


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
        if cued(_GAIN).match(after) or cued(_GAIN).match(before):
            return found["has"] + ("worsened" if found["less"] else "improved")
        return found.group()

    def grown(found: re.Match[str]) -> str:
        more = _is_burden(found.string[found.end() :])
        return "a deterioration in" if more else found.group()

    return cued(_GROWTH).sub(grown, cued(_AMOUNT).sub(weighed, sentence))


def is_at_fault(words: str) -> bool:
    """Tell whether ``words`` name what should not be: "late visits", "plans that are overdue"."""
    return bool(cued(_AT_FAULT).match(words) or cued(_FOUND_AT_FAULT).search(words))


def is_denied(words: str, end: int) -> bool:
    """Tell whether ``words`` say "not" or "without" before ``end``: "visits not made in time"."""
    return bool(cued(_WITHOUT).search(words, 0, end))


def _is_burden(words: str) -> bool:
    return bool(cued(_BURDEN).match(words)) or is_at_fault(words)
