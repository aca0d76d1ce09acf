"""The numbers that Word prints before list paragraphs and never stores.

Rules of ECMA-376 part 1, 17.9: lists that share an abstract definition share its counters; an
override restarts them once; a level restarts after any paragraph of a higher level.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from loaders.readers.building import BULLET
from loaders.readers.word_styles import Styles

LEVELS = 9
MAX_START = 32_767  # what Word allows a list to start at
NO_LIST = "0"
_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)

Element = Any  # lxml's elements, which python-docx subclasses without types


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    pattern: str
    restarts_after: int | None


@dataclass
class _List:
    """An abstract list: its levels and how far each has counted."""

    levels: dict[int, _Level]
    counted: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


class ListNumbers:
    """Counts the list paragraphs of one document; ask once for each, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._instances: dict[str, tuple[str, dict[int, int]]] = {}
        self._restarted: set[tuple[str, int]] = set()
        for abstract in root.iter(qn("w:abstractNum")) if root is not None else ():
            self._lists[abstract.get(qn("w:abstractNumId"))] = _List(_levels(abstract))
        for instance in root.iterchildren(qn("w:num")) if root is not None else ():
            abstract_id = instance.find(qn("w:abstractNumId")).get(qn("w:val"))
            self._instances[instance.get(qn("w:numId"))] = abstract_id, _overrides(instance)

    def marker(self, paragraph: Element) -> tuple[str, int]:
        """Return the number or bullet that is printed before a paragraph, and its level from 0.

        An empty marker for a paragraph of no list.
        """
        instance, level = self._place(paragraph)
        if instance is None or instance not in self._instances:
            return "", 0
        abstract, overrides = self._instances[instance]
        of_list = self._lists.get(abstract)
        if of_list is None or level not in of_list.levels:
            return "", 0
        restart = None
        if level in overrides and (instance, level) not in self._restarted:
            self._restarted.add((instance, level))
            restart = overrides[level]
        _count(of_list, level, restart)
        return _printed(of_list, level), level

    def _place(self, paragraph: Element) -> tuple[str | None, int]:
        """Return list instance and level, as the paragraph or else its style says."""
        instance: str | None = None
        level: int | None = None
        for properties in self._styles.list_properties(paragraph):
            number, depth = properties.find(qn("w:numId")), properties.find(qn("w:ilvl"))
            if instance is None and number is not None:
                instance = number.get(qn("w:val"))
            if level is None and depth is not None:
                level = int(depth.get(qn("w:val")))
        return (None if instance == NO_LIST else instance), level or 0


def _levels(abstract: Element) -> dict[int, _Level]:
    found = {}
    for level in abstract.iterchildren(qn("w:lvl")):
        restart = _value(level, "w:lvlRestart")
        found[int(level.get(qn("w:ilvl")))] = _Level(
            start=min(int(_value(level, "w:start") or 1), MAX_START),
            form=_value(level, "w:numFmt") or "decimal",
            pattern=_value(level, "w:lvlText") or "",
            restarts_after=int(restart) if restart is not None else None,
        )
    return found


def _overrides(instance: Element) -> dict[int, int]:
    found = {}
    for override in instance.iterchildren(qn("w:lvlOverride")):
        start = _value(override, "w:startOverride")
        if start is not None:
            found[int(override.get(qn("w:ilvl")))] = min(int(start), MAX_START)
    return found


def _value(element: Element, tag: str) -> str | None:
    child = element.find(qn(tag))
    return child.get(qn("w:val")) if child is not None else None


def _count(of_list: _List, level: int, restart: int | None) -> None:
    before = of_list.counted[level]
    start = of_list.levels[level].start if restart is None else restart
    of_list.counted[level] = start if before is None or restart is not None else before + 1
    for deeper in range(level + 1, LEVELS):
        rule = of_list.levels[deeper].restarts_after if deeper in of_list.levels else None
        if rule is None or level + 1 <= rule:
            of_list.counted[deeper] = None


def _printed(of_list: _List, level: int) -> str:
    here = of_list.levels[level]
    if here.form == "bullet":
        return BULLET
    if here.form == "none":
        return ""
    return _PLACE.sub(lambda place: _number(of_list, int(place[1]) - 1), here.pattern).strip()


def _number(of_list: _List, level: int) -> str:
    of_level = of_list.levels.get(level)
    if of_level is None:
        return ""
    counted = of_list.counted[level]
    value = of_level.start if counted is None else counted
    match of_level.form:
        case "lowerLetter" | "upperLetter":
            letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
            return letters if of_level.form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman":
            return roman(value) if of_level.form == "lowerRoman" else roman(value).upper()
        case "decimalZero":
            return f"{value:02d}"
        case _:
            return str(value)


def roman(number: int) -> str:
    """Return a number from 1 in small Roman numerals."""
    numerals = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numerals += letters * count
    return numerals
