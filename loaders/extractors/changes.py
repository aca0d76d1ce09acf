"""Sentences that say by their tense alone that something has changed: "Planning has improved".

They name neither an earlier inspection nor a period; the change is the sentence's main statement.
Where the verb alone says little ("is improving", "has remained good") the subject must be the
work itself: its quality, timeliness, staffing and the like (the vocabulary "matter").
"""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.matching import any_of
from ontology.vocabulary import vocabulary

_OPENING = r"(?:[\w ]{3,25}, |(?:While|Although|Whilst|Recently|More recently) )?"
_ADVERBS = r"(?:not |also |now |then |still |since |recently |steadily |slowly |\w+ly )*"
_CHANGED = (
    r"(?:improved|strengthened|deteriorated|declined|worsened|weakened|transformed)\b"
    r"(?! (?:the lives|children[’']s|their lives|outcomes))"
)
_IS_CHANGING = (
    r"(?:improving|deteriorating|worsening|declining)(?= from\b|\s*[,.;]|$| and\b| but\b)"
)
_NO_MAIN_CLAUSE = (
    r"(?:that|which|who|whom|whose|whether|if|where|when|because|what|how|view|evidence|not"
    r"|child|victim|mother|father|boy|girl|pace|improvement)"
)
_MAIN_CLAUSE = rf"(?:(?!\b{_NO_MAIN_CLAUSE}\b)[^.;:]){{3,160}}?"
_STATES_CHANGE = re.compile(
    rf"^{_MAIN_CLAUSE}\b(?:has|have) (?:\w+ly |also |now |since |been )*"
    r"(?:improved|strengthened|enhanced|transformed|deteriorated|worsened"
    r"|(?:declined|weakened)(?=[,.;]| (?:in|since|and|but|over|this|overall)\b))\b"
    r"|^(?:\w+, )?there (?:has|have) been (?:an? |some )?(?:[\w-]+ ){0,2}"
    r"(?:improvements?|progress|deterioration|decline) (?:in|of|to|with)\b"
    r"|^(?:\w+, )?(?:[\w-]+ ){0,2}(?:progress|improvements?) (?:has|have) been "
    r"(?:made|achieved|seen) (?:in|to|with|on)\b",
    re.IGNORECASE,
)
_OF_FEW = re.compile(
    r"\bduring (?:this|the) inspection|\bfor (?:this|one|a (?:small )?(?:number|few)) ",
    re.IGNORECASE,
)


def change_stated(sentence: str) -> re.Match[str] | None:
    """Return the main statement of ``sentence`` that something has changed or kept up, if any."""
    if _OF_FEW.search(sentence):
        return None
    return _STATES_CHANGE.match(sentence) or _work_changes().match(sentence)


@lru_cache(maxsize=1)
def _work_changes() -> re.Pattern[str]:
    """Return the pattern of sentences whose subject is the work itself, which has changed."""
    words = (word for concept in vocabulary().scheme("matter") for word in concept.cues)
    work = rf"(?<!improvement ){any_of(words)}"
    subject = (
        r"(?:(?!(?:is|are|was|were|has|have|had|not|no)\b)[\w’'()/-]+ ){0,7}?"
        + work
        + r"(?:,? (?:of|for|in|to|between|with|across|at|within|on|around|about|and|provided"
        r"|as well as)\b"
        r"(?:(?!\b(?:is|are|was|were|has|have|had|who|that|which|when|where|because)\b)[^.;:]){1,140}?)?"
    )
    return re.compile(
        rf"{_OPENING}{subject},? (?:(?:has|have) {_ADVERBS}(?:been )?{_ADVERBS}{_CHANGED}"
        rf"|(?:is|are) {_ADVERBS}{_IS_CHANGING})"
        rf"|{_OPENING}there (?:has|have|had) been (?:an? )?(?:[\w-]+ ){{0,1}}(?:\w+ and )?"
        r"(?:[\w-]+ )?(?:improvements?|deterioration|decline) (?:in|to|of) "
        r"(?!(?:the )?(?:numbers?|rates?|"
        rf"percentages?|proportions?)\b)[^.;]*?{work}\b"
        r"|[^.;]{0,140}\bimprovements? (?:for|in|to) [^.;]{0,60}? (?:has|have) not been "
        r"(?:realised|achieved|sustained)\b"
        rf"|[^.;]{{0,120}}\bhas sustained the (?:quality|high standard)\b"
        rf"|{_OPENING}{subject} (?:has|have) (?:been maintained|been sustained|remained) (?:at )?"
        r"(?:an? )?(?:consistently )?(?:good|strong|high|outstanding|effective)\b",
        re.IGNORECASE,
    )
