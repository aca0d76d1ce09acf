"""Two columns that no lines rule: told apart by where the header's words begin.

A row begins where both columns do after room, or where a column begins that had ended above.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from loaders.extractors.tables import Row, join_rows
from loaders.page import Cell, Line, Table

SAME_HEIGHT = 3.0  # points between the baselines of one printed line
APART = 60.0  # points between the left edges of two columns
COLUMN_TOLERANCE = 20.0  # points left of a column's header at which its text may begin
ROOM = 1.3  # line heights between baselines that part two rows

Baseline = tuple[tuple[Line, ...], tuple[Line, ...]]  # the left column's lines, the right's


def unruled_table(
    lines: Sequence[Line], header: re.Pattern[str], ends_at: Callable[[Line], bool]
) -> Table | None:
    """Return the table below the line whose left column is headed by ``header``.

    ``ends_at`` tells a heading of what follows; words in the right column are none.  None where
    no words stand beside the header.
    """
    for index, line in enumerate(lines[:-1]):
        beside = lines[index + 1]
        if header.match(line.text) and _is_beside(line, beside):
            edge = beside.x - COLUMN_TOLERANCE
            rows = _rows(tuple(_below(lines[index:], edge, header, ends_at)), edge)
            return Table(rows, line.page)
    return None


def _is_beside(left: Line, right: Line) -> bool:
    same = left.page == right.page and abs(left.y - right.y) <= SAME_HEIGHT
    return same and right.x - left.x >= APART


def _below(
    lines: Sequence[Line], edge: float, header: re.Pattern[str], ends_at: Callable[[Line], bool]
) -> Iterator[Line]:
    for line in lines:
        if line.x < edge and ends_at(line) and not header.match(line.text):
            return
        yield line


def _rows(lines: Sequence[Line], edge: float) -> tuple[Row, ...]:
    rows: tuple[Row, ...] = ()
    for _, on_page in groupby(lines, lambda line: line.page):
        more = tuple(_rows_of_page(list(on_page), edge))
        rows = join_rows(rows, more) if rows else more
    return rows


def _rows_of_page(lines: Sequence[Line], edge: float) -> Iterator[Row]:
    row: list[Baseline] = []
    for baseline in _baselines(lines, edge):
        if row and _begins_row(row[-1], baseline):
            yield _row(row)
            row = []
        row.append(baseline)
    if row:
        yield _row(row)


def _baselines(lines: Sequence[Line], edge: float) -> Iterator[Baseline]:
    printed: list[Line] = []
    for line in sorted(lines, key=lambda line: line.y):
        if printed and line.y - printed[0].y > SAME_HEIGHT:
            yield _sides(printed, edge)
            printed = []
        printed.append(line)
    if printed:
        yield _sides(printed, edge)


def _sides(printed: Sequence[Line], edge: float) -> Baseline:
    return (
        tuple(line for line in printed if line.x < edge),
        tuple(line for line in printed if line.x >= edge),
    )


def _begins_row(above: Baseline, baseline: Baseline) -> bool:
    if not all(baseline):
        return False
    first, last = baseline[0][0], (above[0] or above[1])[0]
    has_room = first.y - last.y >= ROOM * 1.2 * (first.size or 12.0)
    return has_room or not all(above)


def _row(baselines: Sequence[Baseline]) -> Row:
    left = tuple(line for side, _ in baselines for line in side)
    return Cell(left), Cell(tuple(line for _, side in baselines for line in side))
