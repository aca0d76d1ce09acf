"""Items in the cells of a table: their words, bullets below them, several in one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.extractors.lists import NEW_PARAGRAPH_GAP, Marker, marker_of
from loaders.page import Cell, Line, join_lines, quote_lines
from loaders.records import Evidence

INDENT = 4.0  # points by which the text of a bullet hangs
LEFT_OUT = "…"  # in an item's words, where its bullets stand


@dataclass(frozen=True, slots=True)
class CellItem:
    """One item: its own words, and its bullets as pairs of text and evidence."""

    text: str
    quotes: Evidence
    number: str | None = None
    parts: tuple[tuple[str, Evidence], ...] = ()


def read_cell(cell: Cell, *, paragraphs_are_items: bool = False) -> Iterator[CellItem]:
    """Yield the items of a cell: one, or one for each number that begins a paragraph.

    ``paragraphs_are_items`` says that the table has no rows to tell items apart, so that
    paragraphs do.
    """
    for group in _groups(cell.lines, paragraphs_are_items):
        yield _item(group)


def _groups(lines: Sequence[Line], paragraphs_are_items: bool) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        marker = marker_of(line.text)
        numbered = marker is not None and marker.number is not None and _is_next(marker, groups)
        apart = paragraphs_are_items and line.gap >= NEW_PARAGRAPH_GAP and marker is None
        if not groups or numbered or apart:
            groups.append([])
        groups[-1].append(line)
    return groups


def _is_next(marker: Marker, groups: Sequence[Sequence[Line]]) -> bool:
    """Tell whether a number goes on from the item above ("4." after "3."), or is the first."""
    if not groups:
        return True
    above = marker_of(groups[-1][0].text)
    return above is not None and above.number is not None and marker.number == above.number + 1


def _item(lines: Sequence[Line]) -> CellItem:
    marker = marker_of(lines[0].text)
    number = marker.printed if marker and marker.number is not None else None
    skipped = marker.end if marker and number else 0
    own: list[Line] = []
    words: list[str] = []
    bullets: list[list[Line]] = []
    left_out = 0
    for line in lines:
        if line is not lines[0] and _is_bullet(line):
            bullets.append([line])
        elif bullets and not _returns(line, bullets[-1]):
            bullets[-1].append(line)
        else:
            words += [LEFT_OUT] if len(bullets) > left_out else []
            left_out = len(bullets)
            words.append(line.prose)
            own.append(line)
    return CellItem(
        text=join_lines([words[0][skipped:], *words[1:]]),
        quotes=quote_lines(own, start=own[0].start + skipped),
        number=number,
        parts=tuple(_part(bullet) for bullet in bullets),
    )


def _is_bullet(line: Line) -> bool:
    marker = marker_of(line.text)
    return marker is not None and marker.number is None


def _returns(line: Line, bullet: Sequence[Line]) -> bool:
    """Tell whether a line goes back from a bullet to the item's own margin."""
    return line.x < bullet[0].x - INDENT


def _part(lines: Sequence[Line]) -> tuple[str, Evidence]:
    marker = marker_of(lines[0].text)
    skipped = marker.end if marker else 0
    text = join_lines([lines[0].prose[skipped:], *(line.prose for line in lines[1:])])
    return text, quote_lines(lines, start=lines[0].start + skipped)
