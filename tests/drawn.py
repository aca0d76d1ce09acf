"""PDF pages for tests, drawn as Word sets them: sizes, weights, hanging bullets, tables, footers.

Written by hand, so that no word processor is needed and every place is known.  Points from the
lower left corner of an A4 page; text wraps at the right margin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

LEFT, RIGHT, TOP, BOTTOM = 72.0, 523.0, 780.0, 90.0
MEAN_LETTER = 0.5  # of the font size, the width of a letter of Helvetica
LEADING = 1.2  # of the font size


@dataclass
class Drawing:
    """A document in the making; ``footer`` and ``header`` stand on every page with its number."""

    footer: tuple[str, ...] = ()
    header: str = ""
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    symbols: dict[str, int] = field(default_factory=dict)
    symbol_font: str = ""  # a font of signs without a map to letters: U+F06E is its sign 0x6E
    y: float = TOP

    def text(
        self,
        *paragraphs: str,
        size: float = 12,
        bold: bool = False,
        x: float = LEFT,
        gap: float = 1.0,
        right: float = RIGHT,
    ) -> None:
        """Set paragraphs, each ``gap`` lines below the last; "\\n" ends a line inside one."""
        for paragraph in paragraphs:
            self.y -= (gap - 1.0) * size * LEADING
            for printed in paragraph.split("\n"):
                for words in wrapped(printed, (right - x) / (size * MEAN_LETTER)):
                    self._line([(words, x)], size, bold)

    def heading(self, words: str, size: float = 14) -> None:
        """Set a heading: bold, larger, with room above and below."""
        self.text(words, size=size, bold=True, gap=2.0)
        self.y -= 6

    def items(self, *items: str, marker: str = "◼", x: float = LEFT, hang: float = 18.0) -> None:
        """Set a list with hanging indents; "{n}" in ``marker`` is the number from 1."""
        for number, item in enumerate(items, 1):
            self.item(marker.format(n=number), item, x, hang)

    def item(self, marker: str, words: str, x: float = LEFT, hang: float = 18.0) -> None:
        """Set one item of a list."""
        self.y -= 6
        for index, line in enumerate(wrapped(words, (RIGHT - x - hang) / (12 * MEAN_LETTER))):
            head = [(marker, x)] if index == 0 else []
            self._line([*head, (line, x + hang)], 12, False)

    def row(
        self, *cells: str, at: Sequence[float] = (LEFT, 230.0), bold: bool = False,
        ruled: bool = True,
    ) -> None:  # fmt: skip
        """Set a row of a table whose columns begin ``at`` these places; "\\n" ends a line."""
        ends = (*(place - 12 for place in at[1:]), RIGHT)
        columns = [
            [line for printed in cell.split("\n")
             for line in wrapped(printed, (end - place) / (12 * MEAN_LETTER))]
            for cell, place, end in zip(cells, at, ends, strict=True)
        ]  # fmt: skip
        self.y -= 5
        while any(columns):
            self._rule(at, ruled)
            columns = self._columns(columns, at, bold, ruled)
        self.y -= 5
        self._rule(at, ruled)

    def _columns(
        self, columns: Sequence[list[str]], at: Sequence[float], bold: bool, ruled: bool
    ) -> list[list[str]]:
        """Set what fits of each cell on the page, cell by cell as Word does; return the rest."""
        fitting = int((self.y - BOTTOM) // (12 * LEADING)) + 1
        if fitting < 1:
            self.page_break()
            return list(columns)
        top = lowest = self.y
        for column, x in zip(columns, at, strict=True):
            self.y = top
            for words in column[:fitting]:
                self.y -= 12 * LEADING
                self.pages[-1].extend(self._drawn(words, x, self.y, 12, bold))
            lowest = min(lowest, self.y)
        self.y = lowest
        for x in (*(place - 5 for place in at), RIGHT + 5) if ruled else ():
            self.pages[-1].append(f"{x:.1f} {top:.1f} m {x:.1f} {self.y - 5:.1f} l S")
        rest = [column[fitting:] for column in columns]
        if any(rest):
            self.page_break()
        return rest

    def page_break(self) -> None:
        """Go on on the next page."""
        self.pages.append([])
        self.y = TOP

    def pdf(self) -> bytes:
        """Return the bytes of the document."""
        for number, page in enumerate(self.pages, 1):
            if self.header:
                page[:0] = self._drawn(self.header, LEFT, 805, 9, False)
            for index, words in enumerate(self.footer):
                page.extend(self._drawn(words, LEFT, 60 - 11 * index, 9, False))
            page.extend(self._drawn(str(number), 510, 38, 9, False))
        return _file([_font(False), _font(True), *self._signs()], self.pages)

    def _signs(self) -> tuple[bytes, bytes]:
        if not self.symbol_font:
            return _symbol_font(self.symbols)
        name = self.symbol_font.encode()
        return b"<</Type/Font/Subtype/TrueType/BaseFont/%s>>" % name, b"<<>>"

    def _line(self, placed: Sequence[tuple[str, float]], size: float, bold: bool) -> None:
        if self.y < BOTTOM:
            self.page_break()
        self.y -= size * LEADING
        for words, x in placed:
            self.pages[-1].extend(self._drawn(words, x, self.y, size, bold))

    def _drawn(self, words: str, x: float, y: float, size: float, bold: bool) -> Iterator[str]:
        yield f"BT 1 0 0 1 {x:.1f} {y:.1f} Tm"
        for character_run, special in _runs(words):
            if special:
                codes = [ord(each) & 0xFF if self.symbol_font
                         else self.symbols.setdefault(each, 33 + len(self.symbols))
                         for each in character_run]  # fmt: skip
                shown = "".join(f"{code:02x}" for code in codes)
            else:
                shown = character_run.encode("cp1252").hex()
            font = 3 if special else 2 if bold else 1
            yield f"/F{font} {size:g} Tf <{shown}> Tj"
        yield "ET"

    def _rule(self, at: Sequence[float], ruled: bool) -> None:
        if ruled:
            self.pages[-1].append(
                f"{at[0] - 5:.1f} {self.y:.1f} m {RIGHT + 5:.1f} {self.y:.1f} l S"
            )


def wrapped(words: str, length: float) -> list[str]:
    """Return the lines of at most ``length`` letters; a real hyphen may end one."""
    lines = [""]
    for word in words.replace("-", "-\u200b").replace(" ", " \u200b").split("\u200b"):
        if lines[-1] and len(lines[-1]) + len(word.rstrip()) > length:
            lines.append("")
        lines[-1] += word
    return [line.rstrip() for line in lines]


def _runs(words: str) -> Iterator[tuple[str, bool]]:
    run, special = "", False
    for character in words:
        outside = not character.encode("cp1252", "ignore")
        if run and outside != special:
            yield run, special
            run = ""
        run, special = run + character, outside
    if run:
        yield run, special


def _font(bold: bool) -> bytes:
    name = b"Helvetica-Bold" if bold else b"Helvetica"
    return b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>" % name


def _symbol_font(symbols: dict[str, int]) -> tuple[bytes, bytes]:
    pairs = "\n".join(f"<{code:02x}> <{ord(each):04x}>" for each, code in symbols.items())
    unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{max(1, len(symbols))} beginbfchar\n{pairs or '<21> <2022>'}\nendbfchar\n"
        "endcmap end end"
    ).encode()
    return (
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(unicode), unicode),
    )


def _file(fonts: Sequence[bytes], pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF of the pages' content streams; the fonts are objects 3 to 5, F1 to F3."""
    kids = " ".join(f"{7 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        *fonts,
    ]
    for index, page in enumerate(pages):
        stream = "\n".join(page).encode()
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>>>>>" % (8 + 2 * index),
            b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        data + b"xref\n0 %d\n0000000000 65535 f \n" % count + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (count, len(data))
    )  # fmt: skip
