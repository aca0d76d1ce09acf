"""Tables of prose papers with what stands above them, and the pieces of their cells.

A cell's paragraphs and bullets are items of their own; its wrapped lines are not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extractors.flows import Flow, flow_of
from loaders.extractors.paragraphs import BULLETS, Paragraph, marker_of
from loaders.extractors.tables import find_tables
from loaders.page import Cell, Line, SourceText, Table

_ENDED = re.compile(r"(?<!\be\.g)(?<!\bi\.e)[.!?;:]\s*$")
NEW_PARAGRAPH_GAP = 1.45  # line heights


@dataclass(frozen=True)
class CaptionedTable:
    """A table, the last heading above it, and the paragraph directly above it."""

    table: Table
    heading: str
    caption: str

    @property
    def header(self) -> tuple[str, ...]:
        """The words of the first row's cells."""
        return tuple(cell.text for cell in self.table.rows[0])

    @property
    def around(self) -> str:
        """The words above the table: its section's heading and its caption."""
        return f"{self.heading} {self.caption}"


@dataclass(frozen=True)
class Piece:
    """One paragraph or bullet of a cell, without its marker; ``number`` as printed."""

    flow: Flow
    number: str | None = None


def captioned_tables(
    source: SourceText, paragraphs: Sequence[Paragraph]
) -> tuple[CaptionedTable, ...]:
    """Return the document's tables of two rows or more with the words above them."""
    prose = [each for each in paragraphs if each.kind in ("heading", "paragraph", "item")]
    captioned = []
    for table in find_tables(source):
        lines = [line for row in table.rows for cell in row for line in cell.lines]
        if len(table.rows) < 2 or not lines:
            continue
        inside = {line.start for line in lines}
        first = min(inside)
        above = [e for e in prose if e.lines[0].start < first and e.lines[0].start not in inside]
        headings = [each for each in above if each.kind == "heading"]
        captioned.append(
            CaptionedTable(
                table,
                headings[-1].text if headings else "",
                above[-1].text if above else "",
            )
        )
    return tuple(captioned)


def cell_flow(cell: Cell) -> Flow:
    """Return the cell's words as one Flow."""
    return flow_of(cell.lines)


def cell_pieces(*cells: Cell) -> tuple[Piece, ...]:
    """Return the paragraphs and bullets of the cells of one column in order.

    A cell that a page break cut in two goes on in the next one.
    """
    groups: list[list[Line]] = []
    for cell in cells:
        for place, line in enumerate(cell.lines):
            previous = groups[-1][-1] if groups else None
            if previous is None or _begins_piece(line, previous, in_next_cell=place == 0):
                groups.append([line])
            else:
                groups[-1].append(line)
    return tuple(_piece(group) for group in groups)


def _begins_piece(line: Line, previous: Line, in_next_cell: bool) -> bool:
    if marker_of(line.text) is not None:
        return True
    ended = bool(_ENDED.search(previous.text))
    lower = line.text.lstrip()[:1].islower()
    if in_next_cell:
        return ended or line.page == previous.page
    if line.size is None:  # formats without print set one paragraph a line
        return ended or not lower
    if not ended and (lower or line.page != previous.page):
        return False
    return line.gap > NEW_PARAGRAPH_GAP or (ended and not lower)


def _piece(lines: Sequence[Line]) -> Piece:
    whole = flow_of(lines)
    marker = marker_of(whole.text)
    if marker is None:
        return Piece(whole)
    flow = whole.part(whole.text.index(marker) + len(marker))
    return Piece(flow, None if marker in BULLETS else marker.rstrip(".):"))
