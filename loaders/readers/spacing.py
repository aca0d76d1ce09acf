"""What the empty lines of a text file mean: ends of paragraphs, double spacing or page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

PARAGRAPH_GAP = 2.0
NEXT_LINE = 1.0
MAX_WRAPPED_LENGTH = 120  # characters: a longer line is a whole paragraph
FULL_LINE = 0.85  # of the width: a line this long, with the next word, was wrapped and not ended
SHORT_LINE = 0.6  # of the width
DOUBLE_SPACED_SHARE = 0.8  # of the steps between lines that leave exactly one line empty
_MARKER = re.compile(r"\s*(?:[-−–*•◼■▪●o\uf06e\uf0b7\uf0a7]\s|\(?[0-9ivxa-z]{1,4}[.)]\s)")
_TERMINAL = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that is not empty, and how many empty ones stand above it."""

    text: str
    empty_above: int


def printed_lines(lines: Sequence[str]) -> list[PrintedLine]:
    """Return the lines that are not empty."""
    printed, empty = [], 0
    for line in lines:
        if line.strip():
            printed.append(PrintedLine(line, empty))
            empty = 0
        else:
            empty += 1
    return printed


def gaps(printed: Sequence[PrintedLine]) -> list[float]:
    """Return each line's distance to the line above in line heights (`loaders.page.Line.gap`).

    A text whose wrapped lines are all double spaced shows its paragraphs only by lines that end
    early; in any text a line that goes on in lower case goes on over a page break.
    """
    if not printed:
        return []
    width = _width(printed) if _is_double_spaced(printed) else None
    found = [NEXT_LINE, *(_gap(above, line, width) for above, line in pairwise(printed))]
    if width:
        for index in range(1, len(printed) - 1):
            above, line, below = printed[index - 1 : index + 2]
            if _is_heading(above, line, width) and below.text.strip()[0].isupper():
                found[index] = PARAGRAPH_GAP
    return found


def _gap(above: PrintedLine, line: PrintedLine, width: float | None) -> float:
    if _MARKER.match(line.text):
        return PARAGRAPH_GAP if line.empty_above else NEXT_LINE
    if _goes_on(above.text, line.text):
        return NEXT_LINE
    if width is None:
        return NEXT_LINE + min(line.empty_above, 2)
    first_word = len(line.text.split()[0])
    wrapped = len(above.text.strip()) + 1 + first_word > FULL_LINE * width
    return NEXT_LINE if wrapped else PARAGRAPH_GAP


def _is_heading(above: PrintedLine, line: PrintedLine, width: float) -> bool:
    """Tell whether a short line without a full stop follows the end of a sentence."""
    words = line.text.strip()
    return (
        len(words) < SHORT_LINE * width
        and words[0].isupper()
        and bool(_TERMINAL.search(above.text))
        and not _TERMINAL.search(words)
    )


def _goes_on(above: str, text: str) -> bool:
    return text.strip()[:1].islower() and not _TERMINAL.search(above)


def _is_double_spaced(printed: Sequence[PrintedLine]) -> bool:
    steps = [line.empty_above for line in printed[1:]]
    return (
        len(steps) > 3
        and steps.count(1) >= DOUBLE_SPACED_SHARE * len(steps)
        and _width(printed) <= MAX_WRAPPED_LENGTH
        and any(_goes_on(above.text, line.text) for above, line in pairwise(printed))
    )


def _width(printed: Sequence[PrintedLine]) -> float:
    """Return the length that only one line in twenty exceeds."""
    return quantiles([len(line.text.strip()) for line in printed], n=20)[-1]
