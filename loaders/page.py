"""The text of one document with the place of every line: what readers make and genres read.

One normalised text a document: NFC, LF line ends, pages in order, running headers and
footers kept (and marked).  Offsets count its code points.  Nothing here knows a file format.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Block = Literal["heading", "item", "paragraph", "cell"]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.  ``text`` is the document's text between ``start`` and ``end``.

    ``page`` counts from 1 and is None where the format has no pages.  ``x`` and ``y`` are the
    left edge and the baseline in points from the page's top left corner (for text formats:
    indentation in characters and the line's ordinal).  ``size`` is the font size in points,
    None where unknown.  ``gap`` is the distance to the line above in line heights: 1.0 is the
    next line of a paragraph, 2.0 leaves one line empty; the first line of a page has 1.0.
    ``notes`` are the offsets in ``text`` of the numbers of footnotes, which belong to no sentence.
    ``furniture`` marks running headers, footers and page numbers.  ``block`` is what the
    format itself says the line is (DOCX, HTML, Markdown), None where only fonts can tell;
    ``rank`` is the level of a heading by the format's own mark (HTML, Markdown), 1 the highest.
    """

    text: str
    start: int
    end: int
    page: int | None = None
    x: float = 0.0
    y: float = 0.0
    right: float = 0.0
    size: float | None = None
    bold: bool = False
    gap: float = 1.0
    furniture: bool = False
    block: Block | None = None
    notes: tuple[tuple[int, int], ...] = ()
    rank: int | None = None

    @property
    def prose(self) -> str:
        """The line's words without the numbers of footnotes; ``text`` where it has none."""
        return "".join(words for words, _ in self.stretches()) if self.notes else self.text

    def stretches(self) -> Iterator[tuple[str, int]]:
        """Yield the words between the numbers of footnotes, each with its offset in ``text``."""
        left = 0
        for start, end in (*self.notes, (len(self.text), len(self.text))):
            yield self.text[left:start], left
            left = end


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line or the border of a box on a page, in points from the page's top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Cell:
    """The lines of one table cell, in reading order."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The cell's words, lines joined."""
        return join_lines(line.prose for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table's rows of cells as the format gives them; ``page`` is where it begins."""

    rows: tuple[tuple[Cell, ...], ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim stretch of the normalised text on one page: ``text[start:end]``."""

    page: int | None
    start: int
    end: int


@dataclass(frozen=True)
class SourceText:
    """A document as read: its normalised text and where everything stands.

    ``sha256`` is that of the bytes, in hex.  ``tables`` come from formats that have tables;
    for PDF ``rules`` holds the ruled lines from which `loaders.extractors.tables` builds them.
    ``metadata`` holds what an HTML page's head declares (title, publisher); it may be empty.
    ``doubts`` are the reader's, in words.
    """

    media_type: str
    sha256: str
    text: str
    lines: tuple[Line, ...]
    page_count: int | None = None
    tables: tuple[Table, ...] = ()
    rules: tuple[Rule, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines that are no running header, footer or page number, and not blank."""
        return tuple(line for line in self.lines if not line.furniture and line.text.strip())

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, offset: int) -> Line:
        """Return the line that holds the code point at ``offset``."""
        return self.lines[max(bisect_right(self._starts, offset) - 1, 0)]

    def quotes(self, start: int, end: int) -> tuple[Quote, ...]:
        """Return the stretches between two offsets, split at page breaks and around furniture."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        inside = [
            line
            for line in self.lines[first : bisect_right(self._starts, end - 1)]
            if not line.furniture and line.text.strip()
        ]
        return quote_lines(inside, start, end)


def quote_lines(
    lines: Sequence[Line], start: int | None = None, end: int | None = None
) -> tuple[Quote, ...]:
    """Return one Quote for each run of ``lines`` that is contiguous on one page.

    ``start`` and ``end`` trim the first and last stretch.  Lines that are neighbours in the text
    (only blank space between them) share a stretch.
    """
    stretches: list[Quote] = []
    for line in lines:
        left = line.start + len(line.text) - len(line.text.lstrip())
        right = line.start + len(line.text.rstrip())
        left = left if start is None else max(left, start)
        right = right if end is None else min(right, end)
        if left >= right:
            continue
        last = stretches[-1] if stretches else None
        if last and last.page == line.page and 0 <= left - last.end <= MAX_BLANK_BETWEEN_LINES:
            stretches[-1] = Quote(last.page, last.start, right)
        else:
            stretches.append(Quote(line.page, left, right))
    return tuple(stretches)


MAX_BLANK_BETWEEN_LINES = 8  # line feeds and indentation; a footer between is always longer


HYPHENS = "-\u2010\u2011"
SUSPENDS = re.compile(r"\s*(?:and|or|to)\s")


def join_lines(texts: Iterable[str]) -> str:
    """Join printed lines to running text; a hyphen at a line's end is real and is kept.

    Word processors that set these documents never hyphenate: ``multi-`` / ``agency`` is
    "multi-agency" (measured: no soft hyphen in 431 reports).  Before "and" it stands for the rest
    of a word and keeps its blank: ``short-`` / ``and long-term`` is "short- and long-term".
    """
    joined = ""
    for text in texts:
        words = " ".join(text.split())
        if not words:
            continue
        glue = "" if not joined or goes_on_after_hyphen(joined, words) else " "
        joined += glue + words
    return joined


def goes_on_after_hyphen(text: str, following: str) -> bool:
    """Whether the last word of ``text`` ends in a hyphen and its other half is ``following``.

    A range of years ("2013–" before "14") is cut at its dash.
    """
    if text.endswith("–") and text[-2:-1].isdigit():
        return following.lstrip()[:1].isdigit()
    hyphen = len(text) > 1 and text[-1] in HYPHENS and not text[-2].isspace()
    return hyphen and SUSPENDS.match(following) is None
