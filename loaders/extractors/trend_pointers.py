"""What "this is a reduction from 19%" says of that which the sentence before has counted."""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.extractors.trend_worth import burdens_and_gains

_POINTERS = ("This", "It", "That", "These")
_THIS = rf"^(?:{'|'.join(_POINTERS)})(?: (?:figure|number|rate|proportion|percentage)s?)? "
_MEASURED = re.compile(r"%|\b(?:per cent|rate|proportion|percentage|average)\b", re.IGNORECASE)
_AT_FAULT = r"\b<<matter/at-fault>>\b"
_DIRECTIONS = {"less": ("lessened", "reduction"), "more": ("increased", "growth")}
_CHANGED = (
    r"(?:(?:(?:has|have|had) (?:(?:also|now|since|\w+ly) )*(?:been )?|was |were )?<<trend/{verb}>>"
    r"(?: \w+ly)? (?:to|from|by) "
    r"|(?:is|was|are|were|represents?|represented|shows?|showed) an? (?:[\w.%-]+ ){{0,2}}?"
    r"<<trend/{noun}>> (?:from|on|of|since|compared)\b)"
)


def counted_before(sentence: str, before: str) -> str | None:
    """Return how that has fared of which ``sentence`` says that it is less or more than it was.

    None unless it points back, and ``before`` measures either burdens alone or gains alone.
    """
    if not sentence.startswith(_POINTERS):
        return None
    direction = next(filter(lambda each: _says(sentence, each), _DIRECTIONS), None)
    if direction is None:
        return None
    worths = {each.key for each in burdens_and_gains().find(before)}
    if len(worths) != 1 or cued(_AT_FAULT).search(before) or not _MEASURED.search(before):
        return None
    return "improved" if (worths == {"gains"}) == (direction == "more") else "declined"


def _says(sentence: str, direction: str) -> bool:
    verb, noun = _DIRECTIONS[direction]
    return cued(_THIS + _CHANGED.format(verb=verb, noun=noun)).match(sentence) is not None
