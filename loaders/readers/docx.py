"""DOCX: paragraphs with their automatic list numbers, headings and tables, in reading order.

python-docx opens the package; the elements are walked here, because content controls, tracked
insertions and list numbers are otherwise lost.  Deleted (tracked) words are not read.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from loaders.errors import UnreadableDocument
from loaders.page import Block, SourceText
from loaders.readers.building import LineStyle, TextBuilder
from loaders.readers.numbering import ListNumbers
from loaders.readers.word_styles import Styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_UNPACKED_BYTES = 300_000_000  # a bomb, not a report
MAX_COLUMNS = 63  # what Word allows in a table
_CONTAINERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:smartTag")}
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), qn("w:txbxContent")}
_LETTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "",
}
_BLANKS = re.compile(r"[^\S\n]+")

Element = Any  # lxml's elements, which python-docx subclasses without types


def read(data: bytes) -> SourceText:
    """Return the text of a DOCX file.

    Raises UnreadableDocument for a damaged package and for one without any text.
    """
    _check_size(data)
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        styles = Styles(document.styles.element)
        numbers = ListNumbers(_numbering(document), styles)
        builder = _Walk(styles, numbers).read(body)
    except (OpcError, BadZipFile, SyntaxError, KeyError, ValueError, OSError, zlib.error) as error:
        # SyntaxError is lxml's for broken XML
        raise UnreadableDocument(f"a damaged DOCX file ({error})") from error
    return builder.build(MEDIA_TYPE, data, _metadata(document))


def _check_size(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise UnreadableDocument(f"unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableDocument("encrypted: save a copy without password")


def _numbering(document: Any) -> Element | None:
    try:
        return document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return None  # a document without lists


def _metadata(document: Any) -> dict[str, str]:
    title = (document.core_properties.title or "").strip()
    return {"title": title} if title else {}


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes through the body once, counting list numbers on the way."""

    styles: Styles
    numbers: ListNumbers

    def read(self, body: Element) -> TextBuilder:
        builder = TextBuilder()
        above = None
        for element in _flattened(body):
            if element.tag == qn("w:tbl"):
                builder.add_table(self._rows(element))
                above = LineStyle(block="cell")
            else:
                above = self._add_paragraph(builder, element, above)
        return builder

    def _add_paragraph(
        self, builder: TextBuilder, paragraph: Element, above: LineStyle | None
    ) -> LineStyle | None:
        """Add a paragraph's lines and return its style; an empty one leaves a gap."""
        marker, level = self.numbers.marker(paragraph)
        lines = [line for line in _text(paragraph).split("\n") if line.strip()]
        if not lines:
            return above
        style = self._style(paragraph, marker, level, above)
        if style.gap > 1:
            builder.leave_gap()
        builder.add(f"{marker} {lines[0]}" if marker else lines[0], style)
        for line in lines[1:]:
            builder.add(line, LineStyle(style.block, style.x, style.size, style.bold))
        return style

    def _style(
        self, paragraph: Element, marker: str, level: int, above: LineStyle | None
    ) -> LineStyle:
        heading = self.styles.is_heading(paragraph)
        block: Block = "heading" if heading else ("item" if marker else "paragraph")
        follows_item = above is not None and above.block == block == "item"
        return LineStyle(
            block=block,
            x=2.0 * level if marker else 0.0,
            size=self.styles.size(paragraph),
            bold=self.styles.is_bold(paragraph),
            gap=1.0 if above is None or follows_item else 2.0,
        )

    def _rows(self, table: Element) -> list[list[list[str]]]:
        rows = [
            [cell for column in row.iterchildren(qn("w:tc")) for cell in self._cells(column)]
            for row in _rows_of(table)
        ]
        width = max(map(len, rows), default=0)
        return [row + [[]] * (width - len(row)) for row in rows]

    def _cells(self, column: Element) -> list[list[str]]:
        """Return a cell's paragraphs, and empty cells for the columns that it spans."""
        properties = column.find(qn("w:tcPr"))
        span, merged = 1, None
        if properties is not None:
            grid = properties.find(qn("w:gridSpan"))
            span = min(int(grid.get(qn("w:val"))), MAX_COLUMNS) if grid is not None else 1
            merged = properties.find(qn("w:vMerge"))
        continued = merged is not None and merged.get(qn("w:val")) != "restart"
        words = [] if continued else list(self._cell_paragraphs(column))
        return [words, *([[]] * (span - 1))]

    def _cell_paragraphs(self, column: Element) -> Iterator[str]:
        for paragraph in column.iter(qn("w:p")):
            marker, _ = self.numbers.marker(paragraph)
            for index, line in enumerate(_text(paragraph).split("\n")):
                if line.strip():
                    yield f"{marker} {line}" if marker and not index else line


def _flattened(body: Element) -> Iterator[Element]:
    """Yield paragraphs and tables, also those inside content controls."""
    for element in body.iterchildren():
        if element.tag in (qn("w:p"), qn("w:tbl")):
            yield element
        elif element.tag in _CONTAINERS:
            yield from _flattened(element)


def _rows_of(table: Element) -> Iterator[Element]:
    for element in table.iterchildren():
        if element.tag == qn("w:tr"):
            yield element
        elif element.tag in _CONTAINERS:
            yield from _rows_of(element)


def _text(paragraph: Element) -> str:
    words = "".join(_pieces(paragraph))
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in words.split("\n"))


def _pieces(element: Element) -> Iterator[str]:
    for child in element.iterchildren():
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _LETTERS:
            yield _LETTERS[child.tag]
        elif child.tag not in _SKIPPED:
            yield from _pieces(child)
