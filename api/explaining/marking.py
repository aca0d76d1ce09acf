"""The text of a document cut into pieces at every place where a mark, a line or a page begins.

Marks may overlap in any way: a mark that another one crosses is closed and opened again, so that
spans always nest.  Telephone numbers and e-mail addresses are masked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from api.explaining.facts import Shown, stretches
from api.masking import masked_stretches
from loaders.page import Line, SourceText


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that states a fact; ``number`` counts the stretches of the fact."""

    fact: Shown
    number: int
    start: int
    end: int

    @property
    def anchor(self) -> str:
        """The mark's name in addresses within the page."""
        return f"at-{self.fact.anchor}" + (f"-s{self.number}" if self.number > 1 else "")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks, outermost first.

    ``opened`` are the marks to open before it, ``closed`` is how many spans to close after it;
    ``begun`` are those of the opened that begin here and have not been opened before.
    """

    text: str
    opened: tuple[Mark, ...]
    begun: frozenset[Mark]
    closed: int
    style: str


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of one printed page; ``number`` is None where the format has no pages."""

    number: int | None
    pieces: tuple[Piece, ...]


def marks_of(facts: Iterable[Shown]) -> tuple[Mark, ...]:
    """Return the marks of all facts and their parts."""
    return tuple(
        Mark(shown, number, quote.start, quote.end)
        for fact in facts
        for shown, number, quote in stretches(fact)
        if quote.start < quote.end
    )


def pages_of(source: SourceText, marks: Sequence[Mark]) -> tuple[Page, ...]:
    """Return a document's text, page by page, cut into pieces under ``marks``."""
    pages: list[Page] = []
    begun: set[Mark] = set()
    for number, lines in _pages(source):
        start, end = lines[0].start, lines[-1].end
        inside = [mark for mark in marks if mark.start < end and mark.end > start]
        pages.append(Page(number, tuple(_pieces(source, lines, inside, begun))))
    return tuple(pages)


def _pages(source: SourceText) -> Iterator[tuple[int | None, list[Line]]]:
    lines: list[Line] = []
    for line in source.lines:
        if lines and line.page != lines[-1].page:
            yield lines[-1].page, lines
            lines = []
        lines.append(line)
    if lines:
        yield lines[-1].page, lines


def _pieces(
    source: SourceText, lines: Sequence[Line], marks: Sequence[Mark], begun: set[Mark]
) -> Iterator[Piece]:
    first, last = lines[0].start, lines[-1].end
    masked = masked_stretches(source.text[first:last])
    hidden = {first + start: (first + end, words) for start, end, words in masked}
    cuts = _cuts(lines, marks, {*hidden, *(end for end, _ in hidden.values())})
    styles = {line.start: style_of(line) for line in lines}
    open_marks: list[Mark] = []
    style, masked_until = "", 0
    for start, end in pairwise(cuts):
        style = styles.get(start, style)
        text = source.text[start:end]
        if start in hidden:
            masked_until, text = hidden[start]
        elif start < masked_until:
            text = ""
        wanted = [mark for mark in open_marks if mark.end > start]
        opened = sorted(
            (
                mark
                for mark in marks
                if mark.start < end and mark.end > start and mark not in wanted
            ),
            key=lambda mark: (mark.start, -mark.end, mark.anchor),
        )
        open_marks = [*wanted, *opened]
        closed = _spans_to_close(open_marks, end, is_last=end == last)
        open_marks = open_marks[: len(open_marks) - closed]
        fresh = frozenset(mark for mark in opened if mark not in begun)
        begun.update(fresh)
        yield Piece(text, tuple(opened), fresh, closed, style)


def _spans_to_close(open_marks: Sequence[Mark], end: int, *, is_last: bool) -> int:
    """Return how many spans to close: all from the outermost that ends here on."""
    for depth, mark in enumerate(open_marks):
        if is_last or mark.end <= end:
            return len(open_marks) - depth
    return 0


def _cuts(lines: Sequence[Line], marks: Iterable[Mark], others: Iterable[int]) -> list[int]:
    first, last = lines[0].start, lines[-1].end
    places = {first, last, *(line.start for line in lines), *others}
    places |= {place for mark in marks for place in (mark.start, mark.end)}
    return sorted(place for place in places if first <= place <= last)


def style_of(line: Line) -> str:
    """Return how a line is set: as running furniture, bold, or plain (empty)."""
    if line.furniture:
        return "furniture"
    return "bold" if line.bold or line.block == "heading" else ""
