"""Words by which a sentence compares with an earlier inspection, or with how it was before.

An earlier inspection, visit or judgement is told apart from any other time that lies back.  Words
are the vocabulary's ("claim"); here is only the grammar around them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from loaders.extractors.claims import VISIT
from loaders.extractors.cues import cued, longest_words
from loaders.extractors.dates import MONTH_NAMES
from ontology.matching import Pieces, any_of
from ontology.vocabulary import vocabulary

_WHEN = (
    r"(?:last|previous|earlier|former|20\d\d"
    rf"|(?:{MONTH_NAMES}) 20\d\d|most recent(?= <<claim/of-visit>>\b))"
)
_AT = ("in", "by", "at", "during")
_COMPARES = (
    rf"\b(?<!over the ){_WHEN}(?:[’']s)? (?:[\w’'()-]+ ){{0,6}}?{VISIT}\b"
    rf"|(?<!this )\b{VISIT}(?: of [\w’' ]{{1,60}}?)?,? "
    r"(?:<<claim/undertaken>> )?"
    r"(?:in|of|from) (?:\w+ )?20\d\d\b"
    rf"|\bsince (?:the|that|its|their|our|these|Ofsted[’']s) (?:[\w’'-]+ ){{0,4}}?{VISIT}\b"
    r"(?! <<claim/began>>)"
    rf"|\b<<claim/raised>> {any_of(_AT)} "
    rf"(?:the|that|its|their) (?:[\w’'-]+ ){{0,3}}?{VISIT}(?! <<claim/of-a-visit>>)\b"
    r"|\bsince (?:they |it |services |the (?:[\w’'-]+ ){1,3}?)(?:was|were) (?:last )?"
    r"<<claim/inspected>>\b|\bsince Ofsted (?:last )?<<claim/inspected>>\b"
    r"|\b<<claim/judged-before>>\b|\b<<claim/found-before>>\b"
    r"|\b<<claim/finding>> (?:from|of|at) "
    rf"(?:the|that|its) (?:[\w’'()-]+ ){{0,3}}?{VISIT}\b"
    r"|\b(?:when|since) <<claim/inspects>> last <<claim/came>>\b"
    r"|\b<<claim/fault>> (?:first )?"
    rf"<<claim/fault-found>> in (?:(?:{MONTH_NAMES}) )?20\d\d\b"
)


@lru_cache(maxsize=64)  # asked several times of one sentence
def comparison_in(sentence: str) -> re.Match[str] | None:
    """Return the words by which ``sentence`` compares with an earlier inspection, if any.

    Plain words are looked for first, they cost next to nothing.
    """
    small = sentence.lower()
    compares = all(each.are_in(small) for each in _in_comparisons())
    return cued(_COMPARES).search(sentence) if compares else None


@cache
def _in_comparisons() -> tuple[Pieces, Pieces]:
    """Return pieces of both kinds of which each alternative of what compares holds one."""
    back_then = _cues("judged-before", "found-before")
    raised = (f"{found} {how} " for found in _cues("raised") for how in _AT)
    left = (f"{finding} {of} " for finding in _cues("finding") for of in ("from", "of", "at"))
    earlier = ("last", "previous", "earlier", "former", "20", "recent", "since")
    what = (*_cues("visit", "inspected", "came", "fault-found"), *back_then)
    return Pieces((*earlier, *back_then, *raised, *left)), Pieces(longest_words(what))


_TIME = rf"(?:spring|summer|autumn|winter|(?:20\d\d)|(?:{MONTH_NAMES})(?: 20\d\d)?)"
_EARLIER = (
    r"\b(?:than|as|when|what) <<claim/inspects>> (?:last )?(?:had )?<<claim/saw>>\b"
    rf"|\b<<claim/reported>>(?: (?:by|to) inspectors)? (?:in|as long ago as) (?:the )?{_TIME}\b"
    rf"|\b<<claim/reported>> (?:as <<claim/bad-then>> )?"
    r"(?:two|three|four|five|several|\d+) years ago\b"
    r"|\b(?:previous|earlier|last|my first) (?:<<claim/of-a-paper>> )?<<claim/earlier-paper>>\b"
    r"|\b<<claim/as-recommended>> of the (?:previous|last)\b"
    r"|\bthan (?:it|they|he|she) (?:was|were|had been|did)\b"
    r"|\bthan (?:before|previously|in the past|at any time)\b|\bas (?:it|they) (?:was|were)\b"
    r"|\b(?:formerly|in the past(?! (?:\w+ )?(?:years?|months?|weeks?|\d+)))\b"
    r"|\bhad (?:once|previously|formerly) "
    r"|\b<<claim/priority>> (?:relating to|concerning|on)\b"
)


def earlier_in(sentence: str) -> re.Match[str] | None:
    """Return the words by which ``sentence`` tells of an earlier time, if any."""
    may = _in_earlier().are_in(sentence.lower())
    return cued(_EARLIER).search(sentence) if may else None


@cache
def _in_earlier() -> Pieces:
    """Return pieces of which each alternative of what is earlier holds one."""
    reported = _cues("reported")
    return Pieces(
        (
            *("than ", "previous", "earlier", "last ", "my first", "formerly", "the past"),
            *(f"{how} {who} " for how in ("as", "when", "what") for who in _cues("inspects")),
            *("as it ", "as they ", "had once", "years ago", *_cues("priority")),
            *("by inspectors in ", "to inspectors in ", "inspectors as long ago"),
            *(f"{found} as long ago" for found in reported),
            *(f"{found} in " for found in reported),
        )
    )


def _cues(*slugs: str) -> tuple[str, ...]:
    """Return the words of claims in lower case."""
    claims = (vocabulary().concept("claim", slug) for slug in slugs)
    return tuple(cue.lower() for claim in claims for cue in claim.cues)


def without_earlier(sentence: str) -> str:
    """Return ``sentence`` without the words that compare with an inspection or an earlier time."""
    return cued(_EARLIER).sub(" ", cued(_COMPARES).sub(" ", sentence))
