"""What "this is a reduction from 19%" or "this number is rising" says of what was counted."""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.extractors.trend_worth import burdens_and_gains

_THIS = r"(?:At [\d.]+(?:%| per cent),? )?(?:this|it|that|these)\b"
_POINTS = re.compile(_THIS, re.IGNORECASE)
_FURTHER = re.compile(
    r"[;,] (?:and |but |although )?(?=this (?:figure|number|rate|proportion|percentage) )"
)
_MEASURED = re.compile(
    r"%|\b(?:per cent|rate|proportion|percentage|average)\b|\b\d+ (?!of\b)[a-z]", re.IGNORECASE
)
_AT_FAULT = r"\b<<matter/at-fault>>\b"
_WANTED = r"\b<<trend/figure-target>>\b"
_DIRECTIONS = {
    "less": ("lessened", "reduction", "lessening", "lower"),
    "more": ("increased", "growth", "increasing", "higher"),
}
_CHANGED = (
    r"(?: (?:figure|number|rate|proportion|percentage)s?)? "
    r"(?:(?:(?:has|have|had) (?:(?:also|now|since|\w+ly) )*(?:been )?|was |were )?<<trend/{verb}>>"
    r"(?: \w+ly)? (?:to|from|by) "
    r"|(?:is|was|are|were|represents?|represented|shows?|showed) an? (?:[\w.%-]+ ){{0,2}}?"
    r"<<trend/{noun}>> (?:from|on|of|since|compared)\b"
    r"|(?:is|are) (?:now )?<<trend/{now}>>\b"
    r"|(?:is|was|are|were) <<trend/{than}>> than (?:in )?(?:the )?(?:previous|preceding|last)\b)"
)


def counted_before(sentence: str, before: str) -> str | None:
    """Return how that has fared of which ``sentence`` says that it is less or more than it was.

    None unless it points back, to ``before`` or to an earlier clause of its own, and that measures
    either burdens alone or gains alone.
    """
    further = _FURTHER.search(sentence)
    if further:
        sentence, before = sentence[further.end() :], sentence[: further.start()]
    if not _POINTS.match(sentence):
        return None
    direction = next(filter(lambda each: _says(sentence, each), _DIRECTIONS), None)
    if direction is None:
        return None
    worths = {each.key for each in burdens_and_gains().find(before)}
    no_measure = cued(_AT_FAULT).search(before) or not _MEASURED.search(before)
    if len(worths) != 1 or no_measure or cued(_WANTED).search(before):
        return None
    return "improved" if (worths == {"gains"}) == (direction == "more") else "declined"


def _says(sentence: str, direction: str) -> bool:
    verb, noun, now, than = _DIRECTIONS[direction]
    changed = _CHANGED.format(verb=verb, noun=noun, now=now, than=than)
    return cued(_THIS + changed).match(sentence) is not None
