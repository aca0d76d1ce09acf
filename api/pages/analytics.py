"""The page of an analytic: a form, the figures, a picture where there is one, and the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from api.library import Library
from api.pages.links import Shown
from api.pages.lists import Field, bodies_of, top_themes
from api.pages.pictures.hierarchy import draw_hierarchy
from api.pages.pictures.matrix import draw_matrix
from api.pages.pictures.timeline import draw_timeline
from api.pages.tables import answer_table
from api.questions import given
from api.resources.answers import LABEL
from api.resources.names import words
from graph.analytics.measuring import Finding
from graph.analytics.registry import analytic_named
from graph.analytics.timeline import Moment
from graph.analytics.trends import Point
from graph.questions import Cell, Parameter
from graph.selections import SELECTING, select
from graph.ties import project_accountability

ROWS_SHOWN = 300
NOT_SHOWN = frozenset({"members"})
"""Columns that only programs want: they are in JSON and CSV."""

HINTS = {"actor": "Short name, as in its address", "day": "A day, such as 2024-07-01"}
DATE_HINT = "A year, month or day"


def analytic_page(library: Library, name: str, parameters: Mapping[str, str]) -> dict[str, object]:
    """Return what the template of an analytic uses."""
    wanted = analytic_named(name)
    asked = given(parameters)
    finding = library.findings.find(library.store, name, asked)
    columns = [column.name for column in wanted.question.columns if column.name not in NOT_SHOWN]
    search = urlencode(asked)
    return {
        "name": name,
        "title": wanted.question.question,
        "notes": wanted.question.notes,
        "definition": wanted.definition.partition(">>>")[0].replace("``", "").split("\n\n"),
        "cost": wanted.cost,
        "columns": [
            (words(each.name), each.meaning)
            for each in wanted.question.columns
            if each.name in columns and not each.name.endswith(LABEL)
        ],
        "fields": [_field(library, each, parameters) for each in wanted.question.parameters],
        "figures": [(words(key), _figure(value)) for key, value in finding.summary.items()],
        "picture": PICTURES[name](library, finding, asked) if name in PICTURES else None,
        "total": len(finding.answer.rows),
        "table": answer_table(finding.answer, library.iris.base, columns, ROWS_SHOWN),
        "search": f"?{search}" if search else "",
    }


def _field(library: Library, parameter: Parameter, parameters: Mapping[str, str]) -> Field:
    choices: tuple[tuple[str, str], ...] = ()
    if parameter.kind == "body":
        choices = bodies_of(library)
    elif parameter.kind == "theme":
        choices = top_themes()
    hint = None if choices else HINTS.get(parameter.kind, DATE_HINT)
    value = parameters.get(parameter.name, "")
    return Field(parameter.name, words(parameter.name), value, hint, choices)


def _figure(value: Cell) -> Shown:
    if isinstance(value, bool):
        return Shown("yes" if value else "no")
    if isinstance(value, int | float):
        return Shown(f"{value:,}" if isinstance(value, int) else f"{value:.3g}", style="number")
    return Shown("–" if value is None else str(value))


def _timeline(library: Library, finding: Finding, asked: Mapping[str, str]) -> object:
    """Return the timeline of one council; of many it would be no picture."""
    if "body" not in asked:
        return None
    moments = [
        Moment(
            on=_text(row["on"]),
            lane=_text(row["lane"]),
            label=_text(row["thing_label"]),
            thing=_text(row["thing"]),
            detail=_text(row["detail"]),
        )
        for row in finding.answer.records
    ]
    return draw_timeline(moments, library.iris.base)


def _matrix(library: Library, finding: Finding, asked: Mapping[str, str]) -> object:
    points = [
        Point(
            theme=_text(row["theme"]),
            theme_label=_text(row["theme_label"]),
            framework=_text(row["framework"]),
            year=int(_text(row["year"])),
            items=int(_text(row["items"])),
            reports_with_theme=int(_text(row["reports_with_theme"])),
            reports=int(_text(row["reports"])),
            share=float(_text(row["share"])),
        )
        for row in finding.answer.records
    ]
    return draw_matrix(points, asked, library.iris.base)


def _hierarchy(library: Library, finding: Finding, asked: Mapping[str, str]) -> object:
    del finding  # the picture shows every tie of the selection, the table may be one path
    common = {parameter.name for parameter in SELECTING}
    selection = select(library.store, {key: asked[key] for key in asked if key in common})
    graph = project_accountability(library.store, selection)
    return draw_hierarchy(graph, library.iris.base)


PICTURES: Mapping[str, Callable[[Library, Finding, Mapping[str, str]], object]] = {
    "timeline": _timeline,
    "trends": _matrix,
    "paths": _hierarchy,
}
"""What draws the picture of an analytic; its macro in pictures.html is named in the template."""


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
