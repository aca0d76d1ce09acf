"""The page of a question: a form for its parameters, and its answer as a table."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from api.library import Library
from api.masking import mask
from api.pages.links import Shown, ShownTable, show, written_date
from api.pages.lists import Field, bodies_of, top_themes
from api.questions import given
from api.resources.names import words
from api.rows import Value
from graph.questions import Answer, Cell, Column, Parameter, ask, question

ROWS_SHOWN = 500
DATE_HINT = "A year, month or day"


def question_page(library: Library, name: str, parameters: Mapping[str, str]) -> dict[str, object]:
    """Return what the template of a question uses."""
    asked = question(name)
    answer = ask(library.store, name, given(parameters))
    search = urlencode(given(parameters))
    return {
        "name": name,
        "title": asked.question,
        "notes": asked.notes,
        "fields": [_field(library, entry, parameters) for entry in asked.parameters],
        "total": len(answer.rows),
        "table": _table(library, answer),
        "search": f"?{search}" if search else "",
        "query": asked.sparql,
    }


def _field(library: Library, parameter: Parameter, parameters: Mapping[str, str]) -> Field:
    choices: tuple[tuple[str, str], ...] = ()
    if parameter.kind == "body":
        choices = bodies_of(library)
    elif parameter.kind == "theme":
        choices = top_themes()
    value = parameters.get(parameter.name, "")
    hint = None if choices else DATE_HINT
    return Field(parameter.name, words(parameter.name), value, hint, choices)


def _table(library: Library, answer: Answer) -> ShownTable:
    columns = answer.question.columns
    return ShownTable(
        tuple(words(column.name) for column in columns),
        tuple(
            tuple(
                _cell(cell, column, library.iris.base)
                for cell, column in zip(row, columns, strict=True)
            )
            for row in answer.rows[:ROWS_SHOWN]
        ),
    )


def _cell(cell: Cell, column: Column, base: str) -> Shown | None:
    if cell is None or cell == ():
        return None
    if isinstance(cell, bool):
        return Shown("yes" if cell else "no")
    if isinstance(cell, int | float):
        return Shown(f"{cell:g}", style="number")
    if isinstance(cell, tuple):
        return Shown(mask("; ".join(cell)))
    if column.kind == "iri":
        return show(Value(cell), None, base)
    return Shown(written_date(cell), style="date") if column.kind == "date" else Shown(mask(cell))
