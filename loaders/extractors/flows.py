"""Running text whose every character knows its place in the document.

Sentences, names and mentions are found in clean text (markup gone, lines joined, single blanks);
their evidence must point into the document's own text.  A Flow holds both.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.page import Line, Quote, SourceText, goes_on_after_hyphen

_PIECES = re.compile(
    r"(?P<markup>\*\*|</?(?:p|li|ul|ol|b|i|u|br|strong|em|span|a)\b[^<>]*>|\\(?=[()\[\]*_.#-]))"
    r"|(?P<blank>\s+)|(?P<word>(?:(?!\*\*)[^\s<\\])+|[<\\])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Flow:
    """Clean running text; ``starts[i]`` in it stands at ``places[i]`` in the document.

    From there on it is the document's own text, up to the next start.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Return where in the document the character at ``offset`` stands."""
        if not self.starts:
            return 0
        index = max(bisect_right(self.starts, offset) - 1, 0)
        return self.places[index] + offset - self.starts[index]

    def quotes(self, source: SourceText, start: int = 0, end: int | None = None) -> Evidence:
        """Return the stretches of ``source`` that hold ``text[start:end]``."""
        end = len(self.text) if end is None else end
        if start >= end:
            return ()
        return source.quotes(self.place(start), self.place(end - 1) + 1)

    def part(self, start: int, end: int | None = None) -> Flow:
        """Return the flow of ``text[start:end]`` without blanks at its ends."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = bisect_left(self.starts, start + len(piece))
        if first >= last:
            return Flow(piece, (), ())
        inside = max(start - self.starts[first], 0)  # the piece begins so far within a stretch
        starts = (
            max(self.starts[first] - start, 0),
            *[at - start for at in self.starts[first + 1 : last]],
        )
        places = (self.places[first] + inside, *self.places[first + 1 : last])
        return Flow(piece, starts, places)


Evidence = tuple[Quote, ...]


class _Joiner:
    """Collects stretches of lines into the three columns of a Flow."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.starts: list[int] = []
        self.places: list[int] = []
        self.length = 0

    def add(self, word: str, place: int, glued: bool) -> None:
        if self.words and not glued:
            self.words.append(" ")
            self.length += 1
        self.starts.append(self.length)
        self.places.append(place)
        self.words.append(word)
        self.length += len(word)

    def add_line(self, text: str, start: int, goes_on: bool = False) -> None:
        glued = goes_on or bool(self.words and goes_on_after_hyphen(self.words[-1], text))
        words = text.strip()
        if _is_clean(words):  # as readers give most lines: one stretch instead of its words
            if words:
                lead = text.index(words[0])
                self.add(words, start + lead, glued and not lead)
            return
        for piece in _PIECES.finditer(text):
            if piece.lastgroup == "blank":
                glued = glued if not self.words else False
            elif piece.lastgroup == "word":
                self.add(piece.group(), start + piece.start(), glued)
                glued = True


def _is_clean(text: str) -> bool:
    """Tell whether ``text``, stripped, has neither markup nor any blank but single spaces."""
    if "**" in text or "<" in text or "\\" in text:
        return False
    if text.isprintable():  # the only blank that is printable is the space
        return "  " not in text
    return " ".join(text.split()) == text


def flow_of(lines: Iterable[Line]) -> Flow:
    """Return the words of ``lines`` as one Flow; a hyphen at a line's end is real and kept.

    The numbers of footnotes are left out.
    """
    joiner = _Joiner()
    for line in lines:
        for words, offset in line.stretches():
            joiner.add_line(words, line.start + offset, goes_on=offset > 0)
    return Flow("".join(joiner.words), tuple(joiner.starts), tuple(joiner.places))
