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


def mark_furniture(placed: list[tuple[Line, float]], page_count: int) -> tuple[Line, ...]:
    """Return the lines with ``furniture`` set on what repeats at the pages' edges.

    ``placed`` pairs each line with its page's height in points.  A line counts as repeated when
    the same words (digits apart) stand at the same edge of at least two pages and of 30 %.
    """
    pages_by_words: defaultdict[tuple[str, str], set[int | None]] = defaultdict(set)
    for line, height in placed:
        edge = _edge(line, height)
        if edge:
            pages_by_words[edge, _words(line)].add(line.page)
    needed = max(2, round(REPEATED_SHARE * page_count))
    marked = []
    for line, height in placed:
        edge = _edge(line, height)
        words = _words(line) if edge else ""
        running = bool(edge) and (
            len(pages_by_words[edge, words]) >= needed or PAGE_NUMBER.fullmatch(words) is not None
        )
        marked.append(replace(line, furniture=True) if running else line)
    return _measure_gaps_without_furniture(marked)


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
