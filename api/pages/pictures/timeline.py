"""The timeline of a council: a lane for each kind of moment, years from left to right."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from api.masking import mask
from api.pages.links import address_of, written_date
from api.pages.pictures.words import cut, width_of
from graph.analytics.timeline import Moment

WIDTH: Final = 1040
LEFT: Final = 110
RIGHT: Final = 20
TOP: Final = 26
ROW: Final = 20
GAP: Final = 12
LABEL_CHARACTERS: Final = 40

LANES: Final[Mapping[str, str]] = {
    "inspection": "Inspections",
    "document": "Documents",
    "asks": "Asked",
    "finding": "Found",
    "due": "Due",
}
"""The lanes of the picture; who was in post is in the table only, for there are too many."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment at a place in px: its words, its full name for who points at it or hears it."""

    x: float
    y: float
    label: str
    name: str
    address: str | None
    lane: str
    words_before: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the picture."""

    name: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """A timeline as it is drawn; ``years`` are the beginnings of years by their place."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    years: tuple[tuple[int, float], ...]


def draw_timeline(moments: Iterable[Moment], base: str) -> Timeline | None:
    """Return the picture of moments; None where there are fewer than two.

    Words that would run into others of their lane stand a row lower.
    """
    shown = [moment for moment in moments if moment.lane in LANES]
    if len(shown) < 2:
        return None
    first = _day(min(moment.on for moment in shown)).year
    last = _day(max(moment.on for moment in shown)).year + 1
    lanes, marks, y = [], [], float(TOP)
    for lane, name in LANES.items():
        of_lane = [moment for moment in shown if moment.lane == lane]
        if of_lane:
            placed, rows = _placed(of_lane, (first, last), y, base)
            marks += placed
            lanes.append(Lane(name, y, rows * ROW + GAP))
            y += rows * ROW + GAP
    years = tuple(
        (year, _x(datetime.date(year, 1, 1), (first, last))) for year in range(first, last)
    )
    return Timeline(WIDTH, y + 4, tuple(lanes), tuple(marks), _spaced(years))


def _placed(
    moments: Iterable[Moment], years: tuple[int, int], top: float, base: str
) -> tuple[list[Mark], int]:
    """Return the marks of a lane, and how many rows they take."""
    ends: list[float] = []
    marks = []
    for moment in sorted(moments, key=lambda each: each.on):
        x, label = _x(_day(moment.on), years), _label(moment)
        before = x + 10 + width_of(label) > WIDTH - 2
        start = x - 10 - width_of(label) if before else x - 6
        row = next((place for place, end in enumerate(ends) if end < start), len(ends))
        end = x + 8 if before else x + 14 + width_of(label)
        ends[row : row + 1] = [end]
        y = top + row * ROW + ROW / 2 + GAP / 2
        marks.append(
            Mark(
                x=round(x, 1),
                y=y,
                label=label,
                name=_name(moment),
                address=address_of(moment.thing, base) if moment.thing else None,
                lane=moment.lane,
                words_before=before,
            )
        )
    return marks, len(ends)


def _label(moment: Moment) -> str:
    tells_grade = moment.lane == "inspection" and moment.detail
    return cut(mask(f"{moment.label}: {moment.detail}" if tells_grade else moment.label),
               LABEL_CHARACTERS)  # fmt: skip


def _name(moment: Moment) -> str:
    detail = f" ({cut(moment.detail, 120)})" if moment.detail else ""
    return mask(f"{written_date(moment.on)}: {moment.label}{detail}")


def _x(day: datetime.date, years: tuple[int, int]) -> float:
    first, last = datetime.date(years[0], 1, 1), datetime.date(years[1], 1, 1)
    share = (day - first).days / (last - first).days
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _day(on: str) -> datetime.date:
    """Return the first day of a day, month or year in ISO form."""
    return datetime.date.fromisoformat(f"{on}-01-01"[:10] if len(on) < 10 else on)


def _spaced(years: tuple[tuple[int, float], ...]) -> tuple[tuple[int, float], ...]:
    """Return only as many years as have room for their number."""
    step = 1 + len(years) // 24
    return years[::step]
