"""A document cut at its known headings, and its prose cut into paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from loaders.extractors.cues import cued
from loaders.extractors.flows import Flow, flow_of
from loaders.extractors.lists import marker_of
from loaders.page import Line

YEAR = re.compile(r"[12][09](?<=\b19|\b20)\d\d\b")  # digits first: found thrice as fast
GLUED_NUMBER = re.compile(r"\d{1,3}\.(?=[A-Z])")  # "36.The council …"
_GOES_ON = r"\b(?:(?:19|20)\d\d[-–]|<<naming/before-a-number>>)\s*$"
_NUMBER = re.compile(r"\s*\d{1,3}\.")
PARAGRAPH_GAP = 1.3  # line heights


class Sections:
    """The sections of a document by name: ``headings`` are the patterns of whole heading lines."""

    def __init__(self, lines: Sequence[Line], headings: Mapping[str, re.Pattern[str]]) -> None:
        self._lines = lines
        self._starts = [
            (index, name)
            for index, line in enumerate(lines)
            for name, pattern in headings.items()
            if pattern.match(line.text)
        ]
        self._headings = tuple(headings.values())

    def first(self, name: str) -> int | None:
        """Return the index of the first heading of this name."""
        return next((index for index, found in self._starts if found == name), None)

    def starts_at(self, line: Line) -> bool:
        """Tell whether ``line`` is a heading."""
        return self.match(line.text)

    def match(self, text: str) -> bool:
        """Tell whether a line of this ``text`` is a heading, so that lists may stop there."""
        return any(heading.match(text) for heading in self._headings)

    def lines(self, name: str) -> tuple[Line, ...]:
        """Return the lines of all sections of this name, headings left out."""
        if not self._starts:
            return ()
        ends = [index for index, _ in self._starts[1:]] + [len(self._lines)]
        return tuple(
            line
            for (start, found), end in zip(self._starts, ends, strict=True)
            if found == name
            for line in self._lines[start + 1 : end]
        )

    def name_at(self, line: Line) -> str | None:
        """Return the name of the section in which ``line`` stands."""
        places = [self._lines[index].start for index, _ in self._starts]
        at = bisect_right(places, line.start) - 1
        return self._starts[at][1] if at >= 0 else None


def paragraph_groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of each paragraph and item."""
    groups: list[list[Line]] = []
    for line in lines:
        apart = not groups or line.gap > PARAGRAPH_GAP
        if apart or (marker_of(line.text) and not _goes_on(groups[-1][-1], line)):
            groups.append([])
        groups[-1].append(line)
    return groups


def _goes_on(last: Line, line: Line) -> bool:
    """Tell whether "14." or "4." ends what ``last`` begins: "in 2013–", "Key Stage"."""
    return bool(_NUMBER.match(line.text) and cued(_GOES_ON).search(last.text))


def paragraph_flows(
    lines: Sequence[Line], holding: re.Pattern[str] | None = None
) -> tuple[Flow, ...]:
    """Return the running text of each paragraph and item of ``lines``, without markers.

    With ``holding`` only those with a line in which the pattern is found (far cheaper than to
    make the text of all and then search it).
    """
    return tuple(
        unmarked_flow(group)
        for group in paragraph_groups(lines)
        if holding is None or any(holding.search(line.text) for line in group)
    )


def unmarked_flow(group: Sequence[Line]) -> Flow:
    """Return the running text of one paragraph or item without its marker."""
    flow = flow_of(group)
    marker = marker_of(flow.text)
    if marker:
        return flow.part(marker.end)
    glued = GLUED_NUMBER.match(flow.text)
    return flow.part(glued.end()) if glued else flow


def section_under(lines: Sequence[Line], wanted: re.Pattern[str]) -> tuple[int, int]:
    """Return where the section under a ``wanted`` heading begins and ends; (0, 0) for none."""
    return next(sections_under(lines, wanted), (0, 0))


def sections_under(lines: Sequence[Line], wanted: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where each section under a ``wanted`` heading begins and ends.

    The last heading of all has no section: nobody tells where that would end.
    """
    headings = [line for line in lines if line.bold and line.size]
    for place, heading in enumerate(headings):
        if wanted.fullmatch(heading.text.strip()):
            below = headings[place + 1 :]
            ends = (each.start for each in below if (each.size or 0.0) >= (heading.size or 0.0))
            yield heading.start, next(ends, heading.start)
