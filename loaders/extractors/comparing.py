"""Words by which a sentence compares with an earlier inspection, or with how it was before.

An earlier inspection, visit or judgement is told apart from any other time that lies back.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.extractors.claims import VISIT
from loaders.extractors.cues import cued
from loaders.extractors.dates import MONTH_NAMES
from ontology.matching import Pieces
from ontology.vocabulary import vocabulary

_WHEN = (
    r"(?:last|previous|earlier|former|20\d\d"
    rf"|(?:{MONTH_NAMES}) 20\d\d|most recent(?= (?:SIF|ILACS|full|single|joint)\b))"
)
_COMPARES = (
    rf"\b(?<!over the ){_WHEN}(?:[’']s)? (?:[\w’'()-]+ ){{0,6}}?{VISIT}\b"
    rf"|(?<!this )\b{VISIT}(?: of [\w’' ]{{1,60}}?)?,? "
    r"(?:undertaken |carried out |held |conducted )?"
    r"(?:in|of|from) (?:\w+ )?20\d\d\b"
    rf"|\bsince (?:the|that|its|their|our|these|Ofsted[’']s) (?:[\w’'-]+ ){{0,4}}?{VISIT}\b"
    r"(?! (?:began|started|commenced))"
    r"|\b(?:identified|raised|highlighted|found|reported) (?:in|by|at|during) "
    rf"(?:the|that|its|their) (?:[\w’'-]+ ){{0,3}}?{VISIT}(?! (?:plans?|records?|team))\b"
    r"|\bsince (?:they |it |services |the (?:[\w’'-]+ ){1,3}?)(?:was|were) (?:last )?"
    r"(?:inspected|judged)\b|\bsince Ofsted (?:last )?(?:judged|inspected)\b"
    r"|\bno longer inadequate\b|\b(?:those|these) (?:earlier )?improvements\b"
    r"|\bareas (?:previously )?identified for improvement\b"
    r"|\b(?:recommendations|findings|key messages|weaknesses|shortfalls|concerns|priority actions?"
    r"|areas for (?:improvement|development)) (?:from|of|at) "
    rf"(?:the|that|its) (?:[\w’'()-]+ ){{0,3}}?{VISIT}\b"
    r"|\b(?:when|since) (?:we|Ofsted|inspectors) last (?:inspected|visited)\b"
    r"|\b(?:weaknesses|shortfalls|concerns|areas for (?:improvement|development)) (?:first )?"
    rf"(?:identified|raised|found) in (?:(?:{MONTH_NAMES}) )?20\d\d\b"
    r"|\bfrom that inspection\b|\bwritten statement of action\b"
)
# each alternative of what compares holds one of the first, and one of the second
_IN_COMPARISONS = Pieces(
    (
        *("inspect", "visit", "judge", "ofsted", "jtai", "review"),
        *("inadequate", "improvements", "identified", "raised", "found", "statement"),
    )
)
_FINDINGS = (
    *("recommendations", "findings", "messages", "weaknesses", "shortfalls", "concerns"),
    *("priority action", "priority actions", "for improvement", "for development"),
)
_IN_EARLIER_ONES = Pieces(
    (
        *("last", "previous", "earlier", "former", "20", "recent", "since"),
        *("no longer inadequate", "those improvements", "these improvements"),
        *("identified for improvement", "from that inspection", "statement of action"),
        *(
            f"{found} {how} "
            for found in ("identified", "raised", "highlighted", "found", "reported")
            for how in ("in", "by", "at", "during")
        ),
        *(f"{what} {of} " for what in _FINDINGS for of in ("from", "of", "at")),
    )
)


@lru_cache(maxsize=64)  # asked several times of one sentence
def comparison_in(sentence: str) -> re.Match[str] | None:
    """Return the words by which ``sentence`` compares with an earlier inspection, if any.

    Plain words are looked for first, they cost next to nothing.
    """
    small = sentence.lower()
    compares = _IN_EARLIER_ONES.are_in(small) and _IN_COMPARISONS.are_in(small)
    return cued(_COMPARES).search(sentence) if compares else None


_TIME = rf"(?:spring|summer|autumn|winter|(?:20\d\d)|(?:{MONTH_NAMES})(?: 20\d\d)?)"
_EARLIER = (
    r"\b(?:than|as|when|what) (?:inspectors|Ofsted|we) (?:last )?(?:had )?(?:found|saw|reported"
    r"|noted|visited|inspected|raised)\b"
    rf"|\b<<claim/reported>>(?: (?:by|to) inspectors)? (?:in|as long ago as) (?:the )?{_TIME}\b"
    rf"|\b<<claim/reported>> (?:as inadequate |as weak )?"
    r"(?:two|three|four|five|several|\d+) years ago\b"
    r"|\b(?:previous|earlier|last|my first) (?:monitoring )?(?:letter|report|visits?|cycle"
    r"|recommendations?|findings|concerns|weakness(?:es)?|shortfalls?)\b"
    r"|\bin line with the recommendation of the (?:previous|last)\b"
    r"|\bthan (?:it|they|he|she) (?:was|were|had been|did)\b"
    r"|\bthan (?:before|previously|in the past|at any time)\b|\bas (?:it|they) (?:was|were)\b"
    r"|\b(?:formerly|in the past(?! (?:\w+ )?(?:years?|months?|weeks?|\d+)))\b"
    r"|\bhad (?:once|previously|formerly) "
    r"|\bpriority actions? (?:relating to|concerning|on)\b"
)


def earlier_in(sentence: str) -> re.Match[str] | None:
    """Return the words by which ``sentence`` tells of an earlier time, if any."""
    may = _in_earlier().are_in(sentence.lower())
    return cued(_EARLIER).search(sentence) if may else None


@cache
def _in_earlier() -> Pieces:
    """Return pieces of which each alternative of what is earlier holds one."""
    reported = vocabulary().concept("claim", "reported").cues
    return Pieces(
        (
            *("than ", "previous", "earlier", "last ", "my first", "formerly", "the past"),
            *("as inspectors", "when inspectors", "what inspectors", "as ofsted", "when ofsted"),
            *("what ofsted", "as we ", "when we ", "what we ", "as it ", "as they ", "had once"),
            *("priority action", "years ago", "by inspectors in ", "to inspectors in "),
            *("inspectors as long ago", *(f"{found} as long ago" for found in reported)),
            *(f"{found} in " for found in reported),
        )
    )


def without_earlier(sentence: str) -> str:
    """Return ``sentence`` without the words that compare with an inspection or an earlier time."""
    return cued(_EARLIER).sub(" ", cued(_COMPARES).sub(" ", sentence))
