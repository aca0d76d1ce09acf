"""Answers of query files as tables of a page: a column ``x`` and its ``x_label`` become one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from api.masking import mask
from api.pages.links import Shown, ShownTable, address_of, with_written_date, written_date
from api.pages.pictures.words import cut
from api.resources.answers import LABEL
from api.resources.names import local_name, words
from graph.questions import Answer, Cell, Column

TEXT_SHOWN = 300
"""Characters of a thing's words in a cell; the thing's own page has them all."""

Record = Mapping[str, Cell]


def answer_table(
    answer: Answer, base: str, columns: Sequence[str] = (), most: int | None = None
) -> ShownTable:
    """Return an answer as a table: the named ``columns``, else all; ``most`` rows of it."""
    kinds = {column.name: column for column in answer.question.columns}
    names = [name for name in columns or kinds if not _is_label(name, kinds)]
    rows = tuple(
        tuple(cell_of(record, kinds[name], base) for name in names)
        for record in answer.records[:most]
    )
    return ShownTable(tuple(words(name) for name in names), rows)


def cell_of(record: Record, column: Column, base: str) -> Shown | None:
    """Return a cell as a page shows it: things as links, dates written out."""
    cell = record[column.name]
    if cell is None:
        label = record.get(column.name + LABEL)
        return Shown(mask(label)) if isinstance(label, str) else None
    if cell == ():
        return None
    if isinstance(cell, bool):
        return Shown("yes" if cell else "no")
    if isinstance(cell, int | float):
        return Shown(str(cell) if isinstance(cell, int) else f"{cell:.3g}", style="number")
    if isinstance(cell, tuple):
        return Shown(mask("; ".join(cell)))
    if column.kind == "iri":
        return thing_cell(cell, record.get(column.name + LABEL), base)
    return Shown(written_date(cell), style="date") if column.kind == "date" else Shown(mask(cell))


def thing_cell(iri: str, label: Cell, base: str) -> Shown:
    """Return a link to a thing, by its name or the end of its IRI."""
    name = label if isinstance(label, str) else words(local_name(iri).replace("-", " "))
    return Shown(cut(mask(with_written_date(name)), TEXT_SHOWN), address_of(iri, base))


def table(headings: Sequence[str], rows: Iterable[Sequence[Shown | None]]) -> ShownTable:
    """Return a table of cells that are made already."""
    return ShownTable(tuple(headings), tuple(tuple(row) for row in rows))


def _is_label(name: str, kinds: Mapping[str, Column]) -> bool:
    return name.endswith(LABEL) and name.removesuffix(LABEL) in kinds
