"""The normalised text of a format without pages, put together line by line.

Readers of DOCX, HTML, Markdown and plain text add lines and tables in reading order; offsets,
ordinals and the text itself follow from them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.errors import UnreadableDocument
from loaders.page import Block, Cell, Line, SourceText, Table

_BREAKS = re.compile(r"[\n\v\f\u2028\u2029\x85]+")
BULLET = "•"


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line stands: see `loaders.page.Line`."""

    block: Block | None = None
    x: float = 0.0
    size: float | None = None
    bold: bool = False
    gap: float = 1.0
    furniture: bool = False
    rank: int | None = None


PLAIN = LineStyle()


@dataclass
class TextBuilder:
    """Collects lines and tables; `build` gives the SourceText."""

    lines: list[Line] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def add(self, text: str, style: LineStyle = PLAIN) -> Line:
        """Add one line and return it with its place.  Line breaks inside become blanks.

        Blanks before it stay in the text and are no part of the line.
        """
        whole = _BREAKS.sub(" ", unicodedata.normalize("NFC", text))
        words = whole.lstrip()
        start = self._length + len(whole) - len(whole.lstrip())
        line = Line(
            text=words,
            start=start,
            end=start + len(words),
            x=style.x,
            y=float(len(self._pieces) + 1),
            right=style.x + len(whole),
            size=style.size,
            bold=style.bold,
            gap=style.gap,
            furniture=style.furniture,
            block=style.block,
            rank=style.rank,
        )
        self.lines.append(line)
        self._put(whole)
        return line

    def skip(self, text: str = "") -> None:
        """Add an empty line, or a line of markup, that is no printed line."""
        self._put(text)

    def leave_gap(self) -> None:
        """Leave one line empty above the next, unless it is already."""
        if self._pieces and self._pieces[-1]:
            self.skip()

    def add_table(self, rows: Sequence[Sequence[Sequence[str]]], bold_first: bool = False) -> None:
        """Add a table: rows of cells of paragraphs, each paragraph a line of its own.

        Between rows an empty line is left.  A cell's ``x`` is the ordinal of its column.
        """
        self.leave_gap()
        built = []
        for index, row in enumerate(rows):
            built.append(
                tuple(self._cell(cell, x, bold_first and index == 0) for x, cell in enumerate(row))
            )
            self.skip()
        self.tables.append(Table(rows=tuple(built)))

    def _cell(self, paragraphs: Sequence[str], column: int, bold: bool) -> Cell:
        style = LineStyle(block="cell", x=float(column), bold=bold)
        first = LineStyle(block="cell", x=float(column), bold=bold, gap=2.0)
        return Cell(
            lines=tuple(
                self.add(text, style if index else first)
                for index, text in enumerate(text for text in paragraphs if text.strip())
            )
        )

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text) + 1

    def build(
        self,
        media_type: str,
        data: bytes,
        metadata: dict[str, str] | None = None,
        doubts: tuple[str, ...] = (),
    ) -> SourceText:
        """Return the document; raises UnreadableDocument where no line holds a word."""
        if not any(line.text.strip() for line in self.lines):
            raise UnreadableDocument("no text in it")
        return SourceText(
            media_type=media_type,
            sha256=hashlib.sha256(data).hexdigest(),
            text="\n".join(self._pieces),
            lines=tuple(self.lines),
            tables=tuple(self.tables),
            metadata=metadata or {},
            doubts=doubts,
        )
