"""Lists of what is asked for that are set as tables: a row an item, beside it number, owner, day.

A header row tells the columns apart by the words of the vocabulary; without one only a table of a
single column, or of a short first column and the items, tells what is what.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extractors.actors import ActorFinder
from loaders.extractors.cells import CellItem, read_cell
from loaders.extractors.cues import cued
from loaders.extractors.dates import parse_day
from loaders.extractors.deadlines import find_due
from loaders.extractors.list_headings import IMPROVEMENT
from loaders.extractors.lists import marker_of, read_list
from loaders.extractors.tables import Row, find_tables
from loaders.page import Cell, Line, SourceText, Table, quote_lines
from loaders.records import Actor, Evidence

_TAIL = r"[\s:?.*\d]*"
_ITEM = (
    rf"\W*(?:<<heading/item-column>>|{IMPROVEMENT}|<<heading/priority-action>>"
    rf"|<<heading/recommendations>>|<<heading/directions>>){_TAIL}"
)
_COLUMNS = {
    "item": _ITEM,
    "owner": rf"\W*<<heading/owner-column>>(?:\(s\))?{_TAIL}",
    "due": rf"\W*<<heading/due-column>>{_TAIL}",
    "number": rf"\W*(?:<<heading/number-column>>|№){_TAIL}",
    "theme": rf"\W*<<heading/theme-column>>{_TAIL}",
}
_NUMBER = re.compile(
    r"\(?(?:[A-Z]{1,3}|Rec(?:ommendation)?\.?)?\s*(\d{1,3}(?:\.\d{1,2})?[a-z]?)[.):]*"
)
MOST_WORDS_OF_HEADER = 10
MOST_WORDS_OF_LABEL = 8
LEAST_WORDS_OF_ITEM = 3
MOST_LINES_ABOVE_TABLE = 6  # of a sentence that leads into it
MOST_PAGES = 4  # over which a list may run


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item with the other cells of its row; ``label`` is the theme that heads it."""

    item: CellItem
    label: str | None = None
    owner: Cell | None = None
    due: Cell | None = None


def table_below(source: SourceText, lines: Sequence[Line], index: int) -> Table | None:
    """Return the table that begins within a few lines below the heading ``lines[index]``.

    A list that begins before it is what the heading heads.
    """
    near = _lines_above_a_list(lines[index + 1 : index + 1 + MOST_LINES_ABOVE_TABLE])
    for table in find_tables(_pages_from(source, lines[index].page)):
        starts = [line.start for row in table.rows for cell in row for line in cell.lines]
        if starts and min(starts) in near:
            return table
    return None


def _lines_above_a_list(lines: Sequence[Line]) -> frozenset[int]:
    """Return where the lines begin, up to the first with a bullet or number."""
    marked = (at for at, line in enumerate(lines) if marker_of(line.text))
    return frozenset(line.start for line in lines[: next(marked, len(lines)) + 1])


def _pages_from(source: SourceText, page: int | None) -> SourceText:
    """Return the source with the ruled lines of the pages that a list begun here may fill."""
    if source.tables or page is None:
        return source
    wanted = range(page, page + MOST_PAGES)
    return replace(source, rules=tuple(rule for rule in source.rules if rule.page in wanted))


def rows_of_items(table: Table) -> tuple[ItemRow, ...]:
    """Return the items of a table; none where nothing tells which column holds them."""
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    for at, row in enumerate(rows[:2]):
        columns = _with_item(_headed(row), rows[at + 1 :])
        if "item" in columns:
            return tuple(_items(rows[at + 1 :], columns))
    columns = _unheaded(rows)
    return tuple(_items(rows, columns)) if columns else ()


def _headed(row: Row) -> dict[str, int]:
    """Return which column holds what, as a header row says; the first of each kind."""
    columns: dict[str, int] = {}
    for at, cell in enumerate(row):
        words = cell.text
        if len(words.split()) > MOST_WORDS_OF_HEADER:
            return {}
        for kind, heading in _COLUMNS.items():
            if words and kind not in columns and cued(heading).fullmatch(words):
                columns[kind] = at
                break
    return columns


def _with_item(columns: dict[str, int], rows: Sequence[Row]) -> dict[str, int]:
    """Return the columns with that of the themes as items where nothing else can hold them.

    "Area | Who | By when": the area is what has to be done by somebody.
    """
    told = "theme" in columns and bool({"owner", "due"} & columns.keys())
    if "item" in columns or not told or not rows:
        return columns
    themes = [row[columns["theme"]] for row in rows if columns["theme"] < len(row)]
    if any(_is_short(cell) for cell in themes):
        return columns
    return {kind if kind != "theme" else "item": at for kind, at in columns.items()}


def _unheaded(rows: Sequence[Row]) -> dict[str, int]:
    """Return the columns of a table without a header: items alone, or beside short labels."""
    widths = {len(row) for row in rows}
    if widths == {1}:
        return {} if any(_begins_with_a_bullet(row[0]) for row in rows) else {"item": 0}
    if widths != {2} or any(_is_short(row[1]) for row in rows):
        return {}
    if all(_as_number(row[0]) for row in rows):
        return {"number": 0, "item": 1}
    labelled = all(len(row[0].text.split()) <= MOST_WORDS_OF_LABEL for row in rows)
    return {"theme": 0, "item": 1} if labelled and len(rows) > 1 else {}


def _is_short(cell: Cell) -> bool:
    return len(cell.text.split()) < LEAST_WORDS_OF_ITEM


def _begins_with_a_bullet(cell: Cell) -> bool:
    marker = marker_of(cell.lines[0].text) if cell.lines else None
    return marker is not None and marker.kind == "bullet"


def _as_number(cell: Cell) -> str | None:
    """Return the number that is all a cell prints, "R" or the like before it left out."""
    found = _NUMBER.fullmatch(cell.text.strip())
    return found[1] if found else None


def _items(rows: Sequence[Row], columns: dict[str, int]) -> Iterator[ItemRow]:
    label: str | None = None
    grouped = any(sum(bool(cell.text) for cell in row) > 1 for row in rows)
    for row in rows:
        label = _label(row, columns) or label
        cell = _at(row, columns, "item")
        if cell is None or _is_short(cell) or _headed(row).get("item") is not None:
            continue
        if grouped and _heads_a_group(row, columns):
            label = cell.text.strip(" :")
            continue
        numbered = _at(row, columns, "number")
        number = _as_number(numbered) if numbered else None
        for item in _items_of(cell):
            yield ItemRow(
                item=replace(item, number=item.number or number),
                label=label,
                owner=_at(row, columns, "owner"),
                due=_at(row, columns, "due"),
            )


def _at(row: Row, columns: dict[str, int], kind: str) -> Cell | None:
    at = columns.get(kind)
    return row[at] if at is not None and at < len(row) and row[at].text else None


def _label(row: Row, columns: dict[str, int]) -> str | None:
    """Return the theme in its own column, or that of a row which only heads those below."""
    own = _at(row, columns, "theme")
    if own is not None:
        return own.text.strip(" :")
    filled = [cell.text for cell in row if cell.text]
    heads = len(row) > 1 and len(filled) == 1 and len(filled[0].split()) <= MOST_WORDS_OF_LABEL
    return filled[0].strip(" :") if heads and row[0].text else None


def _heads_a_group(row: Row, columns: dict[str, int]) -> bool:
    """Tell whether a row prints only a few words, and nothing in columns that items fill."""
    filled = [cell.text for cell in row if cell.text]
    few = len(filled) == 1 and len(filled[0].split()) <= MOST_WORDS_OF_LABEL
    return few and bool({"owner", "due", "number"} & columns.keys()) and filled[0][-1] not in ".;"


def _items_of(cell: Cell) -> Iterator[CellItem]:
    """Yield the items of a cell: its bullets where it begins with one, else its paragraphs."""
    if not _begins_with_a_bullet(cell):
        yield from read_cell(cell)
        return
    for item in read_list(cell.lines, 0).items:
        parts = tuple((child.text, child.quotes) for child in item.children)
        yield CellItem(text=item.text, quotes=item.quotes, parts=parts)


@dataclass(frozen=True, slots=True)
class Told:
    """What the cells beside an item tell of it: who has to act, by when, and in doubt what."""

    bearers: tuple[Actor, ...] = ()
    due: datetime.date | None = None
    due_as_printed: str | None = None
    evidence: Evidence = ()
    doubt: str | None = None


def told_beside(row: ItemRow, finder: ActorFinder) -> Told:
    """Return who has to act and by when, as the row's own columns print them."""
    bearers: tuple[Actor, ...] = ()
    doubt, evidence = None, Evidence(())
    if row.owner:
        bearers = tuple(dict.fromkeys(found.actor for found in finder.find(row.owner.text)))
        doubt = None if bearers else f"who has to act is not resolved: {row.owner.text}"
        evidence = quote_lines(row.owner.lines)
    printed = _day_or_time(row.due) if row.due else None
    if row.due and printed:
        evidence += quote_lines(row.due.lines)
    due = parse_day(printed) if printed else None
    return Told(bearers, due, printed, evidence, doubt)


def _day_or_time(cell: Cell) -> str | None:
    """Return the words of a cell that prints a day, a month or a length of time; else None."""
    words = cell.text.strip(" .")
    timed = any(sign.isdigit() for sign in words) or find_due(f"by {words}") or find_due(words)
    return words if timed or cued(r"\W*<<heading/at-once>>\b.*").fullmatch(words) else None
