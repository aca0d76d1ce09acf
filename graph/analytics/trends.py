"""Which themes rise or fall?  Shares of reports by theme, framework and year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.analytics.measuring import Measured, Request, analytic, rounded
from graph.questions import Cell, ask


@dataclass(frozen=True, slots=True)
class Point:
    """A theme in one year of one framework.

    ``share`` is the part of that year's reports (``reports``, the denominator) with such an item;
    ``change`` is how much more that is than in the year before with reports, None in the first.
    """

    theme: str
    theme_label: str
    framework: str
    year: int
    items: int
    reports_with_theme: int
    reports: int
    share: float
    change: float | None = None


def trend_points(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return points with their changes, by theme, framework and year.

    The change is the share less that of the last earlier year in which reports of the same
    framework are loaded, −1 to 1.  A year with reports in which no report has the theme is a
    share of 0, and is told.  Frameworks are never mixed: what inspectors look for differs.
    Empty for no points.  Few reports move a share a lot: ``reports`` says how many there are.

    >>> trend_points(())
    ()
    """
    years: dict[str, dict[int, int]] = {}
    for point in points:
        years.setdefault(point.framework, {})[point.year] = point.reports
    known = {(point.theme, point.framework, point.year): point for point in points}
    series = {(point.theme, point.theme_label, point.framework) for point in points}
    found: list[Point] = []
    for theme, label, framework in sorted(series, key=lambda each: (each[1], each[2], each[0])):
        before: float | None = None
        for year, reports in sorted(years[framework].items()):
            given = known.get((theme, framework, year))
            absent = Point(theme, label, framework, year, 0, 0, reports, 0.0)
            found.append(_with_change(given or absent, before))
            before = found[-1].share
    return tuple(found)


def _with_change(point: Point, before: float | None) -> Point:
    change = None if before is None else rounded(point.share - before)
    return Point(
        theme=point.theme,
        theme_label=point.theme_label,
        framework=point.framework,
        year=point.year,
        items=point.items,
        reports_with_theme=point.reports_with_theme,
        reports=point.reports,
        share=point.share,
        change=change,
    )


def measure(request: Request) -> Measured:
    """Return one row for each theme, framework and year with reports."""
    records = ask(request.store, "theme-trends", request.selection.texts).records
    found = trend_points([_point(record) for record in records])
    reports = {(point.framework, point.year): point.reports for point in found}
    return Measured(
        tuple(
            (
                each.theme, each.theme_label, each.framework, each.year, each.items,
                each.reports_with_theme, each.reports, each.share, each.change,
            )
            for each in found
        ),
        {"reports": sum(reports.values()), "years": len({year for _, year in reports})},
    )  # fmt: skip


def _point(record: dict[str, Cell]) -> Point:
    return Point(
        theme=str(record["theme_node"]),
        theme_label=str(record["heading"]),
        framework=str(record["framework"]),
        year=_number(record["year"]),
        items=_number(record["items"]),
        reports_with_theme=_number(record["reports_with_theme"]),
        reports=_number(record["reports"]),
        share=rounded(_number(record["reports_with_theme"]) / _number(record["reports"])),
    )


def _number(cell: Cell) -> int:
    return int(cell) if isinstance(cell, int | float) else 0


HEADER = """
# Question: Which themes rise or fall, by year and framework?
# Column theme (iri): the theme
# Column theme_label (text): its name
# Column framework (text): framework of the reports
# Column year (number): year of the reports
# Column items (number): items with that primary theme
# Column reports_with_theme (number): reports with such an item
# Column reports (number): all reports of that year and framework that make recommendations
# Column share (number): reports_with_theme by reports, 0 to 1
# Column change (number): by how much that is more than in the year before; empty in the first
# Order: theme, framework, year
# Note: Shares of few reports say little; the number of reports stands beside each.
"""
COST = "linear in items and reports"
ANALYTIC = analytic("trends", HEADER, measure, trend_points, COST)
