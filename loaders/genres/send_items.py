"""The items of an area SEND report: rows of its tables, or a list where there is no table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from loaders.extractors.actors import ActorFinder
from loaders.extractors.cells import CellItem, read_cell
from loaders.extractors.cues import cued
from loaders.extractors.list_headings import IMPROVEMENT_LINE, PRIORITY_LINE
from loaders.extractors.lists import read_list
from loaders.extractors.sections import Sections, paragraph_flows
from loaders.extractors.unruled_tables import unruled_table
from loaders.page import Cell, SourceText, Table, quote_lines
from loaders.records import Actor, Duty, ItemKind, Part, Recommendation

RESPONSIBLE_BODY = r"^\W*<<heading/responsible-body>>\b"
ASKS = re.compile(r"\b(?:should|must|needs? to)\b")


@dataclass(frozen=True)
class SendItems:
    """Reads the priority actions and areas for improvement of one report."""

    source: SourceText
    sections: Sections
    tables: tuple[Table, ...]
    finder: ActorFinder
    partnership: Actor | None

    def read(self) -> tuple[Recommendation, ...]:
        """Return all items in order, priority actions first."""
        return tuple(replace(item, order=order) for order, item in enumerate(self._items(), 1))

    def _items(self) -> Iterator[Recommendation]:
        kinds: tuple[ItemKind, ...] = ("priority action", "area for improvement")
        for kind in kinds:
            tables = [table for table in self.tables if self._kind_of(table) == kind]
            if not tables:
                tables = [table for table in self._unruled if self._kind_of(table) == kind]
            if not tables:
                yield from self._listed(kind)
            for table in tables:
                yield from self._rows(table, kind)

    @cached_property
    def _unruled(self) -> tuple[Table, ...]:
        """The table of two columns that a report prints without lines, at most one."""
        table = unruled_table(self.source.body, cued(RESPONSIBLE_BODY), self.sections.starts_at)
        return (table,) if table else ()

    def _kind_of(self, table: Table) -> str | None:
        """What a table holds: its header row says it, else the heading above it."""
        header = [cell.text for cell in table.rows[0]]
        responsible = any(cued(RESPONSIBLE_BODY).match(text) for text in header)
        named = header if responsible else header[-1:]
        if any(cued(IMPROVEMENT_LINE).match(text) for text in named):
            return "area for improvement"
        if responsible or cued(PRIORITY_LINE).match(header[-1]):
            return "priority action"
        first = next((line for cell in table.rows[0] for line in cell.lines), None)
        return self.sections.name_at(first) if first else None

    def _rows(self, table: Table, kind: ItemKind) -> Iterator[Recommendation]:
        rows = [row for row in table.rows if not _is_header(row)]
        whose, what = _columns(table)
        for row in rows:
            split = len(row) == 1 and len(rows) == 1
            number = _number_of(row, (whose, what))
            for item in read_cell(row[what], paragraphs_are_items=split):
                numbered = replace(item, number=item.number or number)
                yield self._item(numbered, kind, row[whose] if len(row) > 1 else None)

    def _listed(self, kind: ItemKind) -> Iterator[Recommendation]:
        """Items that stand in no table: a bulleted or numbered list below the heading."""
        start = self.sections.first(kind)
        if start is None:
            return
        reading = read_list(self.source.body, start + 1, stop=self.sections)
        if not reading.items:
            yield from self._paragraphs(kind)
        for found in reading.items:
            item = CellItem(
                text=found.text,
                quotes=found.quotes,
                number=found.number,
                parts=tuple((child.text, child.quotes) for child in found.children),
            )
            yield self._item(item, kind, None)

    def _paragraphs(self, kind: ItemKind) -> Iterator[Recommendation]:
        """The paragraphs below the heading, where a format has lost the table around them.

        Two columns that lost theirs are read across, so that nothing can be told apart.
        """
        if any(cued(RESPONSIBLE_BODY).match(line.text) for line in self.sections.lines(kind)):
            return
        for flow in paragraph_flows(self.sections.lines(kind)):
            if ASKS.search(flow.text):
                item = CellItem(text=flow.text, quotes=flow.quotes(self.source))
                yield replace(
                    self._item(item, kind, None),
                    rule="send-paragraph",
                    doubt="no table or list: each paragraph is taken for an item",
                )

    def _item(self, item: CellItem, kind: ItemKind, responsible: Cell | None) -> Recommendation:
        bearers = self._bearers(responsible) if responsible else ()
        evidence = item.quotes
        for _, quotes in item.parts:
            evidence += quotes
        if responsible:
            evidence += quote_lines(responsible.lines)
        unresolved = responsible is not None and responsible.text and not bearers
        return Recommendation(
            order=0,
            kind=kind,
            text=item.text,
            number=item.number,
            list_heading=kind_heading(kind),
            parts=tuple(
                Part(order=order, text=text, evidence=quotes)
                for order, (text, quotes) in enumerate(item.parts, 1)
            ),
            default_addressee=self.partnership,
            duty=Duty(bearers=bearers) if bearers else None,
            addressee_basis="printed" if bearers else None,
            evidence=evidence,
            rule="send-priority-table" if kind == "priority action" else "send-improvement-table",
            doubt=f"responsible body not resolved: {responsible.text}"
            if responsible and unresolved
            else None,
        )

    def _bearers(self, cell: Cell) -> tuple[Actor, ...]:
        return tuple(dict.fromkeys(found.actor for found in self.finder.find(cell.text)))


def kind_heading(kind: ItemKind) -> str:
    """Return the heading under which a report prints items of this kind."""
    return "Areas for priority action" if kind == "priority action" else "Areas for improvement"


def _columns(table: Table) -> tuple[int, int]:
    """Return which columns name the body and the item: the first and the last, or as headed."""
    header, last = table.rows[0], len(table.rows[0]) - 1
    whose = (at for at, cell in enumerate(header) if cued(RESPONSIBLE_BODY).match(cell.text))
    responsible = next(whose, 0)
    return responsible, last - 1 if responsible == last and last else last


def _number_of(row: Sequence[Cell], used: Sequence[int]) -> str | None:
    """Return the number that stands in a column of its own before the item."""
    first = row[0].text.strip(" .)") if 0 not in used else ""
    return first if first.isdecimal() else None


def _is_header(row: Sequence[Cell]) -> bool:
    """Tell whether a row heads its columns, be it with a number's beside them."""
    bodies = [bool(cued(RESPONSIBLE_BODY).match(cell.text)) for cell in row]
    items = [
        bool(cued(PRIORITY_LINE).match(cell.text) or cued(IMPROVEMENT_LINE).match(cell.text))
        for cell in row
    ]
    headed = (any(pair) or not cell.text for *pair, cell in zip(bodies, items, row, strict=True))
    return all(headed) or any(bodies)
