"""Running headers, footers and page numbers: what repeats at the edges of pages."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from loaders.page import Line

EDGE = 0.115  # of the page's height, at the top and at the bottom
REPEATED_SHARE = 0.3  # of the pages; left and right headers alternate
PAGE_NUMBER = re.compile(r"(?:page\s*)?[#ivx]+(?:\s*(?:of|/)\s*#)?", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
SAME_HEIGHT = 3.0  # points between the baselines of one printed line


def mark_furniture(placed: list[tuple[Line, float]], page_count: int) -> tuple[Line, ...]:
    """Return the lines with ``furniture`` set on what repeats at the pages' edges.

    ``placed`` pairs each line with its page's height in points.  A line counts as repeated when
    the same words (digits apart) stand at the same edge of at least two pages and of 30 %.  A
    number that stands before words of the page is none of a page.
    """
    pages_by_words: defaultdict[tuple[str, str], set[int | None]] = defaultdict(set)
    for line, height in placed:
        edge = _edge(line, height)
        if edge:
            pages_by_words[edge, _words(line)].add(line.page)
    needed = max(2, round(REPEATED_SHARE * page_count))
    repeated = {place for place, pages in pages_by_words.items() if len(pages) >= needed}
    edges = [(line, _place(line, height)) for line, height in placed]
    own = [line for line, place in edges if place[0] and place not in repeated]
    marked = []
    for line, (edge, words) in edges:
        running = bool(edge) and (edge, words) in repeated
        if edge and PAGE_NUMBER.fullmatch(words):
            running = not _has_words_beside(line, own)
        marked.append(replace(line, furniture=True) if running else line)
    return _measure_gaps_without_furniture(marked)


def _has_words_beside(number: Line, own: list[Line]) -> bool:
    """Tell whether a number stands before words of its own page: that of a table's row."""
    return any(
        line.page == number.page
        and line.x > number.x
        and abs(line.y - number.y) <= SAME_HEIGHT
        and PAGE_NUMBER.fullmatch(_words(line)) is None
        for line in own
    )


def _place(line: Line, height: float) -> tuple[str, str]:
    """Return the edge at which a line stands and its words, both empty where at none."""
    edge = _edge(line, height)
    return edge, _words(line) if edge else ""


def _edge(line: Line, height: float) -> str:
    if line.y < EDGE * height:
        return "top"
    return "bottom" if line.y > (1 - EDGE) * height else ""


def _words(line: Line) -> str:
    return DIGITS.sub("#", line.text).casefold()


def _measure_gaps_without_furniture(lines: list[Line]) -> tuple[Line, ...]:
    """A footer that stands first in the content stream must not look like a column's end."""
    above: Line | None = None
    measured = []
    for line in lines:
        if not line.furniture:
            if above is None or above.page != line.page:
                line = replace(line, gap=1.0)
            elif line.gap > 5 and line.size:
                distance = line.y - above.y
                if distance > 0:
                    line = replace(line, gap=round(distance / (1.2 * line.size), 2))
            above = line
        measured.append(line)
    return tuple(measured)
