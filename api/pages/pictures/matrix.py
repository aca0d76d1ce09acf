"""The matrix of themes over years: how many reports of a year raise a theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from api.pages.links import address_of
from api.pages.pictures.words import lines_of
from api.resources.names import slug_of
from graph.analytics.trends import Point

LEFT: Final = 270
TOP: Final = 44
CELL: Final = 58
ROW: Final = 44
LABEL_CHARACTERS: Final = 38


@dataclass(frozen=True, slots=True)
class Square:
    """A cell: ``side`` in px grows with the share of reports; ``address`` leads to the items."""

    x: float
    y: float
    side: float
    text: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a row or column, at its place; ``lines`` where it is broken."""

    x: float
    y: float
    lines: tuple[str, ...]
    address: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ThemeMatrix:
    """The matrix as it is drawn."""

    width: int
    height: int
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    squares: tuple[Square, ...]


def draw_matrix(points: Iterable[Point], given: Mapping[str, str], base: str) -> ThemeMatrix | None:
    """Return the matrix of themes over years, frameworks together; None without points.

    ``given`` are the parameters of the page: a cell leads to the recommendations it counts.
    """
    found = list(points)
    if not found:
        return None
    reports: dict[int, dict[str, int]] = defaultdict(dict)
    for point in found:
        reports[point.year][point.framework] = point.reports
    years = sorted(reports)
    themes = sorted({(point.theme_label, point.theme) for point in found})
    totals = {year: sum(of.values()) for year, of in reports.items()}
    squares = []
    for row, (label, theme) in enumerate(themes):
        for column, year in enumerate(years):
            of_cell = [point for point in found if (point.theme, point.year) == (theme, year)]
            square = _square(of_cell, label, totals[year], given)
            if square:
                squares.append(_at(square, column, row))
    return ThemeMatrix(
        width=max(LEFT + CELL * len(years) + 10, 500),
        height=TOP + ROW * len(themes) + 10,
        rows=tuple(
            Heading(0, TOP + ROW * row + ROW / 2, lines_of(label, LABEL_CHARACTERS, 2),
                    address_of(theme, base))
            for row, (label, theme) in enumerate(themes)
        ),
        columns=tuple(
            Heading(LEFT + CELL * column + CELL / 2, 16, (str(year),), note=_reports(totals[year]))
            for column, year in enumerate(years)
        ),
        squares=tuple(squares),
    )  # fmt: skip


def _square(
    points: list[Point], label: str, reports: int, given: Mapping[str, str]
) -> Square | None:
    """Return a cell at the corner, None where no report raises the theme."""
    raising = sum(point.reports_with_theme for point in points)
    items = sum(point.items for point in points)
    if not items:
        return None
    year, theme = points[0].year, points[0].theme
    filters = {"theme": slug_of(theme), "from": str(year), "to": str(year)}
    if given.get("body"):
        filters["body"] = given["body"]
    name = f"{year}, {label}: raised by {raising} of {_reports(reports)}, {items} items"
    side = 14 + (ROW - 18) * raising / reports
    address = f"/recommendations?{urlencode(filters)}"
    return Square(0, 0, round(side, 1), str(items), name, address)


def _at(square: Square, column: int, row: int) -> Square:
    x = LEFT + CELL * column + CELL / 2
    y = TOP + ROW * row + ROW / 2
    return Square(x, y, square.side, square.text, square.name, square.address)


def _reports(count: int) -> str:
    return f"{count} report{'' if count == 1 else 's'}"
