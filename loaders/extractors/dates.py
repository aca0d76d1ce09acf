"""Printed dates and fieldwork windows: the forms that British oversight documents use.

A date is taken as exact as it is printed.  An impossible day ("30 February") and a reversed range
are refused, not mended; `date_doubts` says so in words.  Days come before months (1/06/2015).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.extractors.cues import cued
from loaders.records import PartialDate

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
CENTURY_OF_SHORT_YEARS = 2000  # "27/09/22"

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![a-z])"
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
_YEAR = r"(?:19|20)\d\d(?!\d)"
_DAY = r"(?<![\d.,:/£$€-])\d{1,2}(?:st|nd|rd|th)?"
_LAST_DAY = rf"(?:{_DAY}|(?:(?<=\b\d-)|(?<=\b\d\d-))\d{{1,2}}(?:st|nd|rd|th)?)"  # "4-15 May"
_BEGINS = (  # looked at first: seven in eight letters begin no date
    r"(?-i:[\dMTWFSJAOND]|jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec"
    r"|mon|tue|wed|thu|fri|sat|sun)"
)
_PART = re.compile(
    rf"""(?ix)
    (?={_BEGINS})(?:
    (?P<iso>(?<![\d-])(?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?![\d-]))
    | (?P<numeric>(?<![\d./-])(?P<n_day>\d{{1,2}})(?P<mark>[/.-])(?P<n_month>\d{{1,2}})(?P=mark)
        (?P<n_year>{_YEAR}|\d\d(?![\d%])))
    | (?P<named>{_WEEKDAY}{_LAST_DAY}\s*(?:of\s+)?(?P<month>{_MONTH})\.?(?:,?\s*(?P<year>{_YEAR}))?)
    | (?P<american>(?<![a-z]){_WEEKDAY}(?P<a_month>{_MONTH})\.?\s+(?P<a_day>\d{{1,2}})
        (?:st|nd|rd|th)?,?\s+(?P<a_year>{_YEAR}))
    | (?P<monthly>(?<![a-z])(?P<m_month>{_MONTH})\.?,?\s+(?:of\s+)?(?P<m_year>{_YEAR}))
    | (?P<yearly>(?<![\d£$€.,/-]){_YEAR}(?![\d%/-]))
    | (?P<bare>{_WEEKDAY}{_DAY}(?![\d%a-z.:])))
    """
)
_FIRST_DIGITS = re.compile(r"\d{1,2}")
_TO = re.compile(r"\s*(?:to|until|through|–|—|-|−|‑)\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|&|,|,\s*and)\s*", re.IGNORECASE)
_JOINS_WINDOWS = re.compile(
    r"\s*(?:\([^()]*\))?\s*(?:[,;]|and\b|&|,\s*and\b)?\s*(?:(?:then|again|also)\s+)?"
    r"(?:(?:from|between|on)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_WEEK = r"\b<<thing/week-of>>\b[^.;()]{0,30}$"
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at ``text[start:end]``."""

    start: int
    end: int
    date: PartialDate


@dataclass(frozen=True, slots=True)
class FoundRange:
    """A run of days, both ends included, at ``text[start:end]``."""

    start: int
    end: int
    first: datetime.date
    last: datetime.date


def find_dates(text: str, *, years: bool = False) -> tuple[FoundDate, ...]:
    """Return the days and months printed in ``text``; years alone only where ``years`` asks.

    Of a range both ends are found, the first completed by what the second prints.
    """
    return tuple(
        FoundDate(part.start, part.end, date)
        for chain in _chains(text)
        for part, right in zip(chain, [*chain[1:], None], strict=True)
        if (part.month or years) and (date := part.date) and not _misread(part, right)
    )


def find_ranges(text: str) -> tuple[FoundRange, ...]:
    """Return the ranges of days in ``text``: one for each fieldwork window.

    Two or more days joined by "and" or commas ("12 and 13 September 2017") are a range where they
    follow on one another, else a range for each run.  A lone day is no range: see `find_windows`.
    """
    return tuple(found for chain in _chains(text) for found in _runs(chain))


def find_windows(text: str) -> tuple[FoundRange, ...]:
    """Return the ranges in ``text`` and, as windows of one day, the lone days between them.

    The day with which a week begins is no window: on which days of it is not said.
    """
    ranges = find_ranges(text)
    taken = [(found.start, found.end) for found in ranges]
    lone = [
        FoundRange(found.start, found.end, day, day)
        for found in find_dates(text)
        if (day := found.date.exact)
        and not any(start <= found.start < end for start, end in taken)
        and not cued(_WEEK).search(text, 0, found.start)
    ]
    return tuple(sorted([*ranges, *lone], key=lambda window: window.start))


def first_windows(text: str) -> tuple[FoundRange, ...]:
    """Return the first window in ``text`` and those that are joined to it.

    Days further on in a sentence are of something else ("since it was judged on 3 May 2019").
    """
    together: list[FoundRange] = []
    for window in find_windows(text):
        if together and not _JOINS_WINDOWS.fullmatch(text, together[-1].end, window.start):
            break
        together.append(window)
    return tuple(together)


def parse_day(text: str) -> datetime.date | None:
    """Return the first exact day in ``text``, None where it prints none."""
    return next((found.date.exact for found in find_dates(text) if found.date.exact), None)


def parse_date(text: str) -> PartialDate | None:
    """Return the first day, month or year in ``text``, as exact as printed."""
    return next((found.date for found in find_dates(text, years=True)), None)


def date_doubts(text: str) -> tuple[str, ...]:
    """Return in words which dates in ``text`` were refused: impossible days, reversed ranges."""
    doubts = []
    for chain in _chains(text):
        doubts += [
            f"impossible date: {_words(text, part, part)}"
            for part in chain
            if part.day and part.month and part.year and part.date is None
        ]
        doubts += [
            f"reversed range: {_words(text, left, right)}"
            for left, right in pairwise(chain)
            if right.joined == "to" and left.exact and right.exact and left.exact > right.exact
        ]
    return tuple(doubts)


@dataclass(frozen=True, slots=True)
class _Part:
    """A day, month or year in print; what it leaves out is None until its chain is completed."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    joined: str = ""  # "to", "and" or "" (a chain begins)
    borrowed: bool = False  # the month is its right neighbour's

    @property
    def date(self) -> PartialDate | None:
        if self.year is None or (self.day and not self.month):
            return None
        try:
            datetime.date(self.year, self.month or 1, self.day or 1)
        except ValueError:
            return None
        return PartialDate(self.year, self.month, self.day)

    @property
    def exact(self) -> datetime.date | None:
        return self.date.exact if self.date else None


def _chains(text: str) -> Iterator[list[_Part]]:
    """Yield runs of parts joined by "to" or "and", completed from the right."""
    chain: list[_Part] = []
    for part in _parts(text):
        joined = _joint(text, chain[-1], part) if chain else ""
        if chain and not joined:
            yield from _completed(chain)
            chain = []
        chain.append(replace(part, joined=joined))
    if chain:
        yield from _completed(chain)


def _parts(text: str) -> Iterator[_Part]:
    for match in _PART.finditer(text):
        if match["monthly"] and match["m_month"] == "may":
            continue  # "leaders may 2019": the verb
        year, month, day = _fields(match)
        yield _Part(match.start(), match.end(), year, month, day)


def _fields(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    """Return year, month and day as printed."""
    if match["iso"]:
        return int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    if match["numeric"]:
        year = int(match["n_year"])
        return (
            year if year > 99 else CENTURY_OF_SHORT_YEARS + year,
            int(match["n_month"]),
            int(match["n_day"]),
        )
    if match["american"]:
        return int(match["a_year"]), _month(match["a_month"]), int(match["a_day"])
    if match["monthly"]:
        return int(match["m_year"]), _month(match["m_month"]), None
    if match["yearly"]:
        return int(match["yearly"]), None, None
    digits = _FIRST_DIGITS.search(match[0])
    day = int(digits[0]) if digits else None
    year_printed = int(match["year"]) if match["year"] else None
    return year_printed, _month(match["month"]) if match["month"] else None, day


def _month(name: str) -> int:
    return MONTHS.index(name[:3].lower()) + 1


def _joint(text: str, left: _Part, right: _Part) -> str:
    """Return how two neighbouring parts are joined: "to", "and" or not at all.

    "between 3 and 7 May 2022" is a range like "3 to 7 May 2022".
    """
    between = text[left.end : right.start]
    if len(between) > 12 or left.day is None or right.day is None:
        return ""
    if _TO.fullmatch(between):
        return "to"
    if _AND.fullmatch(between):
        return "to" if _BETWEEN.search(text, 0, left.start) else "and"
    return ""


def _completed(chain: list[_Part]) -> Iterator[list[_Part]]:
    """Yield ``chain`` with the months and years that its right neighbours print, if any do.

    A day in November before one in January of a printed year is of the year before.
    """
    whole: list[_Part] = []
    for part in reversed(chain):
        right = whole[0] if whole else None
        month, year, borrowed = part.month, part.year, False
        if right and month is None and part.day:
            month, year, borrowed = right.month, right.year, True
        elif right and year is None and right.year and month and right.month:
            year = right.year - 1 if month > right.month else right.year
        if (part.day and month is None) or year is None:
            if whole:
                yield [replace(whole[0], joined=""), *whole[1:]]
            whole = []
            continue
        whole.insert(0, replace(part, month=month, year=year, borrowed=borrowed))
    if whole:
        yield [replace(whole[0], joined=""), *whole[1:]]


def _misread(part: _Part, right: _Part | None) -> bool:
    """Tell whether a number took its month from a date that does not come after it."""
    return bool(
        part.borrowed and right and part.exact and right.exact and part.exact >= right.exact
    )


def _runs(chain: list[_Part]) -> Iterator[FoundRange]:
    """Yield the ranges of a chain: each "to" pair, and each run of days joined by "and"."""
    index = 0
    while index < len(chain) - 1:
        last = _run_end(chain, index)
        first_day, last_day = chain[index].exact, chain[last].exact
        if last > index and first_day and last_day and first_day <= last_day:
            yield FoundRange(chain[index].start, chain[last].end, first_day, last_day)
        index = last + 1


def _run_end(chain: list[_Part], index: int) -> int:
    """Return the index of the part that ends the range beginning at ``index``."""
    if chain[index + 1].joined == "to":
        return index + 1
    last = index
    while last + 1 < len(chain) and _follows(chain, last):
        last += 1
    return last


def _follows(chain: list[_Part], last: int) -> bool:
    """Tell whether the next part is the day after, and itself begins no range of its own."""
    here, after = chain[last].exact, chain[last + 1].exact
    begins_range = last + 2 < len(chain) and chain[last + 2].joined == "to"
    return bool(here and after and not begins_range and after - here == datetime.timedelta(days=1))


def _words(text: str, left: _Part, right: _Part) -> str:
    return " ".join(text[left.start : right.end].split())
