"""PDF to lines with font, weight and place, by pdfium's raw interface.

Whole pages are fetched as one string and only the first and last character of each line is
asked for its font and place: about three times faster than asking for every character.
Reading order is the content stream's, which word processors write cell by cell.
"""

from __future__ import annotations

import ctypes
import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from loaders.errors import UnreadableDocument
from loaders.page import Line, Rule, SourceText
from loaders.readers.furniture import mark_furniture

MEDIA_TYPE = "application/pdf"
CODE_UNITS = f"utf-16-{sys.byteorder[0]}e"  # as pdfium gives them
BOLD_WEIGHT = 600  # of 100 to 900, as in CSS
LONE_SIGN = re.compile(
    r"[\x00-\x08\x0e-\x1f!-\x7e\xa1-\xff](?=\s|$)"
)  # before other words, or alone
SIGN_FONT = re.compile(rb"wingdings|webdings|dingbats|symbol", re.IGNORECASE)
PRIVATE_USE = 0xF000  # where fonts of signs keep theirs: U+F06E is 0x6E
LONGEST_FONT_NAME = 64  # bytes; a longer name is cut
LINE_HEIGHT = 1.2  # of the font size: the single line spacing of word processors
WIDE_CHARACTER = 0.62  # of the font size: text set wider than this holds a jump between columns
CLOSE = 1.0  # font sizes between the beginnings of two signs between which no column jumps
COLUMN_JUMP = 2.0  # font sizes between two words of one line that belong to two table cells
SHORT_LINE = 75  # characters: a longer line with a column's gap is wide for its letters
WORD_END = re.compile(r"\S\s+(?=\S)")  # the last sign of a word before another
WORD = re.compile(r"[^\W\d_]{3}")
BASELINE_TOLERANCE = 3.0  # points; superscripts stand higher than this only in headings
PAGE_OBJECT_PATH = 2
MAX_RULE_THICKNESS = 3.0  # points
SMALLER_PRINT = 0.85  # of the font size of the word before: a footnote's number is set smaller
# a digit first: what stands before it is looked at only there
NOTE = re.compile(r"\d(?:(?<=[^\W\d_]\d)|(?<=[.,;:?!)’”\"']\d))\d?(?![\w%])")
PRINTED_LINE = re.compile("[^\r\n\ufffe]+\ufffe?|\ufffe")
SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def read(data: bytes) -> SourceText:
    """Return the text of a PDF with the place of every line.

    Raises UnreadableDocument for an encrypted or broken file and for pages without any text.
    """
    document = _open(data)
    try:
        raw: list[_RawLine] = []
        rules: list[Rule] = []
        for index in range(len(document)):
            page_lines, page_rules = _read_page(document, index)
            raw += page_lines
            rules += page_rules
        page_count = len(document)
    finally:
        document.close()
    if not raw:
        raise UnreadableDocument(
            f"no text on its {page_count} pages: an image-only PDF needs text recognition first"
        )
    lines = mark_furniture(_place(raw), page_count)
    return SourceText(
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        text="\n".join(line.text for line in lines),
        lines=lines,
        page_count=page_count,
        rules=tuple(rules),
        doubts=_empty_pages(lines, page_count),
    )


class _RawLine(NamedTuple):  # there are many, and a dataclass takes thrice as long to make
    page: int
    height: float
    text: str
    x: float
    y: float
    right: float
    size: float
    bold: bool
    notes: tuple[tuple[int, int], ...] = ()


def _open(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = pdfium.FPDF_GetLastError()
        if code == pdfium.FPDF_ERR_PASSWORD:
            raise UnreadableDocument("encrypted: save a copy without password") from error
        raise UnreadableDocument(f"not a readable PDF, truncated or damaged ({error})") from error


def _read_page(document: pypdfium2.PdfDocument, index: int) -> tuple[list[_RawLine], list[Rule]]:
    try:
        page = document[index]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(f"page {index + 1} cannot be read ({error})") from error
    height = page.get_height()
    rules = list(_ruled_lines(page.raw, index + 1, height))
    borders = tuple(rule for rule in rules if rule.right - rule.left < MAX_RULE_THICKNESS)
    reader = _TextPage(text_page.raw, index + 1, height, borders)
    lines = _join_after_notes(_join_lone_markers(list(reader.lines()), borders))
    text_page.close()
    page.close()
    return lines, rules


class _TextPage:
    """The characters of one page; answers for lines, never for single characters."""

    def __init__(
        self, raw: pdfium.FPDF_TEXTPAGE, page: int, height: float, borders: tuple[Rule, ...] = ()
    ) -> None:
        self._raw = raw
        self._borders = borders
        self._page = page
        self._height = height
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._font_name = ctypes.create_string_buffer(LONGEST_FONT_NAME)
        self.text = self._characters()

    def _characters(self) -> str:
        count = pdfium.FPDFText_CountChars(self._raw)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(self._raw, 0, count, buffer)
        # one code unit a character index, so that indexes stay those of pdfium
        text = bytes(buffer)[: 2 * count].decode(CODE_UNITS, "surrogatepass")
        return text if len(text) == count else "".join(map(chr, buffer[:count]))

    def lines(self) -> Iterator[_RawLine]:
        for start, end in self._line_spans():
            for left, right in self._cells(start, end):
                line = self._line(left, right)
                if line:
                    yield line

    def _line_spans(self) -> Iterator[tuple[int, int]]:
        """Break at line ends, and after U+FFFE: pdfium's sign of a hyphen at a line's end."""
        return (match.span() for match in PRINTED_LINE.finditer(self.text))

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = self._numbers[:2]
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return x.value, self._height - y.value

    def _right(self, index: int) -> float:
        left, right, bottom, top = self._numbers
        pdfium.FPDFText_GetCharBox(self._raw, index, left, right, bottom, top)
        return right.value

    def _cells(self, start: int, end: int) -> list[tuple[int, int]]:
        """Split a line where its words jump to another baseline or over a column's gap."""
        start, end = self._trim(start, end)
        if end - start < 2:
            return [(start, end)]
        x, y = self._origin(start)
        last_y = self._origin(end - 1)[1]
        size = pdfium.FPDFText_GetFontSize(self._raw, start) or 1.0
        right = self._right(end - 1)
        wide = right - x > (end - start) * size * WIDE_CHARACTER
        if abs(last_y - y) > BASELINE_TOLERANCE or wide:
            pieces = self._split_at_jumps(start, end, size)
            return [cell for piece in pieces for cell in self._split_at_borders(*piece)]
        pieces = self._split_at_borders(start, end)
        return pieces if len(pieces) > 1 else self._split_columns(start, end, size)

    def _split_columns(self, start: int, end: int, size: float) -> list[tuple[int, int]]:
        """Split a short line of two unruled cells; a page number of a contents list is none."""
        if end - start > SHORT_LINE:
            return [(start, end)]
        pieces = self._split_at_jumps(start, end, size)
        worded = all(WORD.search(self.text, *piece) for piece in pieces)
        return pieces if worded else [(start, end)]

    def _split_at_jumps(self, start: int, end: int, size: float) -> list[tuple[int, int]]:
        pieces: list[tuple[int, int]] = []
        piece = start
        for word_end, index in self._word_ends(start, end):
            x, y = self._origin(index)
            last_x, last_y = self._origin(word_end)
            marker_only = word_end - piece < MAX_MARKER_LENGTH
            if abs(y - last_y) > BASELINE_TOLERANCE or (
                not marker_only
                and x - last_x
                > CLOSE * size  # where the last sign ends is asked only if it matters
                and x - self._right(word_end) > COLUMN_JUMP * size
            ):
                pieces.append((piece, word_end + 1))
                piece = index
        return [*pieces, (piece, end)]

    def _word_ends(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where in a line words end, and where the next ones begin."""
        return (found.span() for found in WORD_END.finditer(self.text, start, end))

    def _split_at_borders(self, start: int, end: int) -> list[tuple[int, int]]:
        """Split a line between the words that stand left and right of a cell's border."""
        pieces: list[tuple[int, int]] = []
        piece = start
        for border in self._crossed(start, end):
            for word_end, index in self._word_ends(piece, end):
                if self._right(word_end) <= border <= self._origin(index)[0]:
                    pieces.append((piece, word_end + 1))
                    piece = index
                    break
        return [*pieces, (piece, end)]

    def _crossed(self, start: int, end: int) -> list[float]:
        """Return the upright borders between the ends of a line, from left to right."""
        if not self._borders:
            return []
        x, y = self._origin(start)
        right = self._right(max(start, end - 1))
        return sorted(
            border.left
            for border in self._borders
            if x < border.left < right and border.top < y <= border.bottom
        )

    def _middle(self, start: int, end: int) -> int:
        middle = (start + end) // 2
        return middle - 1 if middle > start and self.text[middle].isspace() else middle

    def _is_bold(self, index: int) -> bool:
        """By the weight that the font declares, else by its name: LibreOffice declares none."""
        if pdfium.FPDFText_GetFontWeight(self._raw, index) >= BOLD_WEIGHT:
            return True
        return b"bold" in self._font_at(index).lower()

    def _font_at(self, index: int) -> bytes:
        name, flags = self._font_name, ctypes.c_int()
        name.value = b""
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, LONGEST_FONT_NAME, flags)
        return bytes(name.value)

    def _marked(self, start: int, end: int) -> str:
        """Return the words of a line; a bullet in a font of signs that no map explains as such.

        Without a map to letters the sign of a Wingdings square is given as "n".
        """
        text = self.text[start:end]
        if not LONE_SIGN.match(text) or not SIGN_FONT.search(self._font_at(start)):
            return text
        return chr(PRIVATE_USE + ord(text[0])) + text[1:]

    def _line(self, start: int, end: int) -> _RawLine | None:
        start, end = self._trim(start, end)
        text = _clean(self._marked(start, end))
        if not text:
            return None
        x, y = self._origin(start)
        notes = tuple(self._notes(start, end))
        probe = self._middle(start, end)  # a bullet or a generated blank has a font of its own
        return _RawLine(
            page=self._page,
            height=self._height,
            text=text,
            x=round(x, 1),
            y=round(y, 1),
            right=round(self._right(end - 1), 1),
            size=round(pdfium.FPDFText_GetFontSize(self._raw, probe), 1),
            bold=self._is_bold(probe),
            notes=notes,
        )

    def _notes(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where in the cleaned line numbers stand that are smaller than the word before."""
        for found in NOTE.finditer(self.text[start:end]):
            at = start + found.start()
            size = pdfium.FPDFText_GetFontSize(self._raw, at)
            if size < SMALLER_PRINT * pdfium.FPDFText_GetFontSize(self._raw, at - 1):
                left = len(_clean(self.text[start:at]))
                yield left, left + len(found.group())


CLOSING = frozenset(".,;:?!)’”")
MAX_MARKER_LENGTH = 5  # "183." and a bullet stand far from their text without being a cell


def _clean(text: str) -> str:
    if text.isprintable():  # nothing to mend
        return unicodedata.normalize("NFC", " ".join(text.split()))
    text = text.replace("\ufffe", "-")
    if SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", " ".join(CONTROL.sub(" ", text).split()))


def _join_lone_markers(lines: list[_RawLine], borders: Sequence[Rule]) -> list[_RawLine]:
    """Put a bullet or number that pdfium gives as a line of its own before its text.

    A number beyond a cell's border is no marker.
    """
    joined: list[_RawLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last
            and len(last.text) < MAX_MARKER_LENGTH
            and not last.text[-1].isalpha()
            and abs(last.y - line.y) <= BASELINE_TOLERANCE
            and 0 < line.x - last.right < 4 * line.size
            and not any(
                last.right <= border.left < line.x and border.top < line.y <= border.bottom
                for border in borders
            )
        ):
            joined[-1] = _beside(last, f"{last.text} ", line)
        else:
            joined.append(line)
    return joined


def _beside(last: _RawLine, before: str, line: _RawLine) -> _RawLine:
    """Return the line that begins like ``last``, with ``before``, and goes on with ``line``."""
    moved = tuple((start + len(before), end + len(before)) for start, end in line.notes)
    return line._replace(text=before + line.text, x=last.x, notes=(*last.notes, *moved))


def _join_after_notes(lines: list[_RawLine]) -> list[_RawLine]:
    """Put together a printed line that pdfium breaks after the raised number of a footnote."""
    joined: list[_RawLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        ends_in_note = last and last.notes and last.notes[-1][1] == len(last.text)
        if (
            last
            and ends_in_note
            and abs(last.y - line.y) <= BASELINE_TOLERANCE
            and 0 <= line.x - last.right < last.size
        ):
            glue = "" if line.text[0] in CLOSING else " "
            joined[-1] = _beside(last, last.text + glue, line)
        else:
            joined.append(line)
    return joined


def _place(raw: list[_RawLine]) -> list[tuple[Line, float]]:
    """Give every line its offsets in the text and its gap; paired with its page's height."""
    placed: list[tuple[Line, float]] = []
    start = 0
    for _, page_lines in groupby(raw, key=lambda line: line.page):
        above: _RawLine | None = None
        for line in page_lines:
            gap = _gap(above, line)
            placed.append(
                (
                    Line(
                        text=line.text, start=start, end=start + len(line.text), page=line.page,
                        x=line.x, y=line.y, right=line.right, size=line.size, bold=line.bold,
                        gap=gap, notes=line.notes,
                    ),
                    line.height,
                )
            )  # fmt: skip
            start += len(line.text) + 1
            above = line
    return placed


NEW_COLUMN_GAP = 9.0


def _gap(above: _RawLine | None, line: _RawLine) -> float:
    if above is None:
        return 1.0
    distance = line.y - above.y
    if distance < -BASELINE_TOLERANCE:
        return NEW_COLUMN_GAP
    return round(distance / (LINE_HEIGHT * max(line.size, 1.0)), 2)


def _ruled_lines(page: pdfium.FPDF_PAGE, number: int, height: float) -> Iterator[Rule]:
    """Yield the page's drawn lines and boxes (paths), top left origin."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(drawn) != PAGE_OBJECT_PATH:
            continue
        if pdfium.FPDFPageObj_GetBounds(drawn, left, bottom, right, top):
            yield Rule(
                number,
                round(left.value, 1),
                round(height - top.value, 1),
                round(right.value, 1),
                round(height - bottom.value, 1),
            )


def _empty_pages(lines: tuple[Line, ...], page_count: int) -> tuple[str, ...]:
    with_text = {line.page for line in lines}
    empty = [number for number in range(1, page_count + 1) if number not in with_text]
    if not empty:
        return ()
    return (f"no text on page {', '.join(map(str, empty))}: a picture or an empty page",)
