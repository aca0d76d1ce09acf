"""Words by which a sentence compares with an earlier inspection, visit or judgement."""

from __future__ import annotations

import re

from loaders.extractors.claims import VISIT
from loaders.extractors.dates import MONTH_NAMES

_WHEN = (
    r"(?:last|previous|earlier|former|20\d\d"
    rf"|(?:{MONTH_NAMES}) 20\d\d|most recent(?= (?:SIF|ILACS|full|single|joint)\b))"
)
COMPARES = re.compile(
    rf"\b(?<!over the ){_WHEN}(?:[’']s)? (?:[\w’'()-]+ ){{0,6}}?{VISIT}\b"
    rf"|\b{VISIT}(?: of [\w’' ]{{1,60}}?)?,? (?:undertaken |carried out |held |conducted )?"
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
    r"|\bfrom that inspection\b|\bwritten statement of action\b",
    re.IGNORECASE,
)
# each alternative of what compares holds one of them
_IN_COMPARISONS = (
    *("inspect", "visit", "judge", "ofsted", "jtai", "review"),
    *("inadequate", "improvements", "identified", "statement"),
)


def comparison_in(sentence: str) -> re.Match[str] | None:
    """Return the words by which ``sentence`` compares with an earlier inspection, if any.

    Plain words are looked for first, they cost next to nothing.
    """
    small = sentence.lower()
    return COMPARES.search(sentence) if any(word in small for word in _IN_COMPARISONS) else None
