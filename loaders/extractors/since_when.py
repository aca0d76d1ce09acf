"""Words by which a sentence says since when something has changed, or over what period.

Words are the vocabulary's ("thing"); here is only the grammar around them.
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued

_YEAR = r"20\d\d(?:[–/-]\d{1,4})?"
_PERIOD = (
    r"\bsince (?:then\b|last year\b|(?:this|that) (?:time|date)\b"
    rf"|(?:early |late |mid-)?(?:\w+ )?{_YEAR}\b)"
    r"|\b(?:over|in|during|within|throughout) (?:the course of )?the (?:last|past|previous) "
    r"(?:[\w-]+ ){0,2}<<thing/span>>\b|\b(?:in|over) recent <<thing/spans>>\b"
    r"|\bfrom an? (?:\w+ )?<<thing/low-start>>\b|\bover a <<thing/long-while>>\b"
    r"|\b(?:since|during|throughout) the (?:[\w-]+ )?<<thing/upheaval>>\b"
)
_SINCE_WHEN = (
    rf"{_PERIOD}"
    r"|\bsince (?:his|her|their|its|the) (?:[\w’'-]+ ){0,3}?<<thing/coming>>\b"
    r"|\bsince (?:the |its |this |that |a )(?:[\w’'-]+ ){0,5}?<<thing/came>>\b"
    r"|\bsince (?:the )?<<thing/turn-of-time>>\b"
    r"|\bfrom (?:being \w+|(?:an? |the )?(?:\w+ (?:of|at) )?£?\d)[^;.]{0,60}?"
    rf"\b(?:in|at|during|ending|since) (?:[\w’']+ ){{0,4}}?{_YEAR}\b"
    r"|\b(?:on|from|than|over|with|to) (?:the |that of (?:the )?)?(?:last|previous|past|preceding) "
    r"(?:\w+ )?<<thing/one-span>>\b"
    r"|\bthis <<thing/this-year>>\b"
    r"|\b(?:following|since|after) (?:this|that) (?:\w+ )?<<thing/since>>\b"
    rf"|^In (?:\w+ )?{_YEAR},? [^;.]*\b(?:was|were)\b[^;.]*\b(?:but|and|now)\b"
)
_OPENING = rf"(?:(?:however|for example|as a result),? )?(?:{_PERIOD})[^,;.]{{0,40}}?,? "
_FIGURE_WITH_STOP = re.compile(r"(?<=\d)\.(?=\d)")


def says_since_when(sentence: str) -> bool:
    """Tell whether ``sentence`` says since when, against what, or over what time it has changed."""
    return bool(cued(_SINCE_WHEN).search(_FIGURE_WITH_STOP.sub(",", sentence)))


def without_opening_period(sentence: str) -> str | None:
    """Return ``sentence`` without the period that it opens with; None where it opens otherwise.

    Up to forty characters before a comma belong to the period: "Since March 2014 in the north,".
    """
    opening = cued(_OPENING).match(sentence)
    return sentence[opening.end() :] if opening else None
