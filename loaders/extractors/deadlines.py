"""Words that say by when, for how long or how often something is to be done."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from loaders.extractors.cues import cued
from loaders.extractors.dates import MONTH_NAMES, find_dates
from loaders.extractors.figures import NUMBER_WORDS

_COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBER_WORDS)}|eighteen)"
_UNIT = r"(?:working days?|days?|weeks?|months?|years?)"
_SEASON = rf"(?:(?:early|late|mid)[ -])?(?:spring|summer|autumn|winter|{MONTH_NAMES}|Q[1-4])"
_WORDS = (
    rf"\bwithin (?:the next )?{_COUNT} {_UNIT}(?: of [^,.;]{{4,60}})?"
    rf"|\b(?:by|before|no later than) (?:the )?(?:end of )?{_SEASON}(?: term)? (?:20\d\d)"
    r"|\b(?:over a period of |for a period of |for |over )?"
    rf"(?:at least |the next |a minimum of ){_COUNT} {_UNIT}(?:,? up to [^,.;]{{4,60}})?"
    rf"|\bfor {_COUNT} {_UNIT}\b"
    r"|\bfor the (?:period|duration) of [^,.;]{4,60}"
    r"|\b(?:on an? )?(?:<<how-often>>|annual) basis\b"
    r"|\buntil (?:its|the|their) next (?:full |\w+ )?inspection\b"
    r"|\b(?:every|each) (?:week|month|quarter|term|year|six months|three months)\b"
    r"|\b<<how-often>>\b"
)
_BY = re.compile(r"\b(?:by|before|no later than|not later than|on or before)\s+(?:the\s+)?$", re.I)


class Due(NamedTuple):
    """By when: the day where one is printed, and the words."""

    day: datetime.date | None
    words: str


def find_due(text: str) -> Due | None:
    """Return the first deadline, duration or frequency that ``text`` prints."""
    for found in find_dates(text):
        lead = _BY.search(text[: found.start])
        if lead:
            return Due(found.date.exact, text[lead.start() : found.end])
    words = cued(_WORDS).search(text)
    return Due(None, words.group()) if words else None
