"""The labels at the head of a paper to a meeting: to whom, when, by whom, about what.

A label stands before its value on one line, or in the first column of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extractors.cues import cued
from loaders.extractors.flows import Flow, flow_of
from loaders.extractors.tables import find_tables
from loaders.page import Line, SourceText

LABELS = (
    ("meeting", r"<<heading/paper-meeting>>"),
    ("date", r"<<heading/paper-date>>"),
    ("officer", r"<<heading/paper-officer>>"),
    ("member", r"<<heading/paper-member>>(?:(?<=cabinet member) for [\w ’']+)?"),
    ("subject", r"<<heading/paper-subject>>"),
    ("summary", r"<<heading/paper-summary>>"),
    (
        "recommendations",
        r"<<heading/paper-recommendations>>(?:(?<=it is recommended that)(?: the)?(?: \w+)?)?",
    ),
    ("implications", r"<<heading/paper-implications>>"),
)
_LABEL = "|".join(rf"(?P<{name}>(?:{words}))" for name, words in LABELS)
_COUNCILLOR = re.compile(r"\s+(?:Cllr|Councillor)\b")
NEW_PARAGRAPH_GAP = 1.45  # line heights
MOST_LINES_OF_VALUE = 8
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})?\.?\s+")
_COLON = re.compile(r"\s*\**\s*:\s*\**\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label by its meaning ("officer") and the words that stand beside it."""

    name: str
    flow: Flow


def read_labels(source: SourceText) -> tuple[Label, ...]:
    """Return the labels of the paper in order, each with the rest of its line or table row."""
    cells = {
        line.start
        for table in find_tables(source)
        for row in table.rows
        for c in row
        for line in c.lines
    }
    lines = [line for line in source.body if line.start not in cells]
    stretches = (lines[at : at + MOST_LINES_OF_VALUE] for at in range(len(lines)))
    found = [label for stretch in stretches if (label := _on_line(stretch))]
    return (*found, *_in_tables(source))


def _on_line(lines: Sequence[Line]) -> Label | None:
    """A label with a colon, or a short bold one without; its value may wrap."""
    line, flow = lines[0], flow_of(_wrapped(lines))
    numbered = _NUMBERED.match(flow.text)
    found = cued(_LABEL).match(flow.text, numbered.end() if numbered else 0)
    if found is None or found.lastgroup is None:
        return None
    rest = flow.text[found.end() :]
    colon = _COLON.match(rest)
    named = found.lastgroup in ("member", "officer") and _COUNCILLOR.match(rest)
    heading = line.bold or line.block == "heading" or not rest.strip(" :*")
    if not colon and not named and (not heading or len(flow.text) > 90):
        return None
    return Label(found.lastgroup, flow.part(found.end() + (colon.end() if colon else 0)))


def _wrapped(lines: Sequence[Line]) -> list[Line]:
    """Return the first line and those that follow it closely without a label of their own."""
    value = [lines[0]]
    for line in lines[1:]:
        if line.gap > NEW_PARAGRAPH_GAP or cued(_LABEL).match(line.text.lstrip(" *#")):
            break
        value.append(line)
    return value


def _in_tables(source: SourceText) -> Iterator[Label]:
    for table in find_tables(source):
        for row in table.rows:
            words = row[0].text.strip(" :*") if len(row) > 1 else ""
            found = cued(_LABEL).fullmatch(words)
            if found and found.lastgroup:
                yield Label(found.lastgroup, flow_of(line for c in row[1:] for line in c.lines))
