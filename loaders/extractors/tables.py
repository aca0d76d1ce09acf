"""Tables out of ruled lines: grids, their cells, and tables that go on over a page break.

For PDF the ruled lines are all there is: word processors draw each cell's border as thin paths
and close it at a page's end, so that a row cut in two looks like two rows and is joined here by
what it says.  Formats that have tables of their own (`SourceText.tables`) need none of this.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from loaders.page import Cell, Line, Rule, SourceText, Table, join_lines

THIN = 3.0  # points: anything thicker is shading or a picture
NEAR = 3.0  # points between pieces of one border, or between borders that should coincide
SAME_COLUMN = 5.0  # points that a column may shift from one page to the next
SHORTEST_SIDE = 8.0  # points: shorter borders are corners
BOX_WIDTH, BOX_HEIGHT = 200.0, 60.0  # points: a drawn rectangle around paragraphs, no shading
FULL_WIDTH = 0.9  # of the table: a border that divides rows

Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The borders of a table on one page: ``rows`` and ``columns`` are edges in points."""

    page: int
    columns: tuple[float, ...]
    rows: tuple[float, ...]

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.rows[-1]

    def holds(self, line: Line) -> bool:
        """Tell whether a line's baseline begins within the outer border."""
        return (
            line.page == self.page
            and self.columns[0] - NEAR <= line.x <= self.columns[-1]
            and self.top <= line.y <= self.bottom + NEAR
        )


def find_tables(source: SourceText) -> tuple[Table, ...]:
    """Return the document's tables in order, each whole however many pages it runs over."""
    return source.tables or ruled_tables(source)


def ruled_tables(source: SourceText) -> tuple[Table, ...]:
    """Return the tables that ruled lines draw; a row cut by a page break is one row."""
    tables: list[Table] = []
    above: Grid | None = None
    for grid in find_grids(source.rules):
        rows = _rows(grid, source.body)
        if not rows:
            continue
        if above and _goes_on(above, grid, source.body):
            tables[-1] = replace(tables[-1], rows=join_rows(tables[-1].rows, rows))
        else:
            tables.append(Table(rows=rows, page=grid.page))
        above = grid
    return tuple(tables)


def boxed_lines(source: SourceText) -> frozenset[int]:
    """Return the offsets (``Line.start``) of the lines that stand in a box of a single column.

    Such boxes hold case studies and asides, whose bullets are not those of the text around them.
    """
    boxes = [grid for grid in find_grids(source.rules) if len(grid.columns) == 2]
    boxes += [
        Grid(rule.page, (rule.left, rule.right), (rule.top, rule.bottom))
        for rule in source.rules
        if rule.right - rule.left >= BOX_WIDTH and rule.bottom - rule.top >= BOX_HEIGHT
    ]
    by_page = {page: list(found) for page, found in groupby(_sorted(boxes), lambda box: box.page)}
    return frozenset(
        line.start
        for line in source.body
        if any(box.holds(line) for box in by_page.get(line.page or 0, ()))
    )


def _sorted(grids: Iterable[Grid]) -> list[Grid]:
    return sorted(grids, key=lambda grid: (grid.page, grid.top))


def find_grids(rules: Sequence[Rule]) -> tuple[Grid, ...]:
    """Return the bordered areas of all pages, from top to bottom."""
    grids: list[Grid] = []
    for page, on_page in groupby(sorted(rules, key=lambda r: r.page), lambda r: r.page):
        grids += _grids_of_page(page, list(on_page))
    return tuple(_sorted(grids))


@dataclass(frozen=True, slots=True)
class _Side:
    """A straight border: ``at`` on one axis, from ``start`` to ``end`` on the other."""

    at: float
    start: float
    end: float


def _grids_of_page(page: int, rules: list[Rule]) -> Iterator[Grid]:
    upright = _merge(
        _Side((r.left + r.right) / 2, r.top, r.bottom) for r in rules if r.right - r.left < THIN
    )
    level = _merge(
        _Side((r.top + r.bottom) / 2, r.left, r.right) for r in rules if r.bottom - r.top < THIN
    )
    for sides in _overlapping([side for side in upright if side.end - side.start > SHORTEST_SIDE]):
        columns = _distinct(side.at for side in sides)
        if len(columns) < 2:
            continue
        top, bottom = min(side.start for side in sides), max(side.end for side in sides)
        width = columns[-1] - columns[0]
        dividers = [
            side.at
            for side in level
            if top - NEAR <= side.at <= bottom + NEAR
            and min(side.end, columns[-1]) - max(side.start, columns[0]) >= FULL_WIDTH * width
        ]
        yield Grid(page, columns, _distinct([top, *dividers, bottom]))


def _merge(pieces: Iterable[_Side]) -> list[_Side]:
    """Join the pieces of each border, which are drawn cell by cell."""
    merged: list[_Side] = []
    ordered = sorted(pieces, key=lambda side: (round(side.at / NEAR), side.start))
    for piece in ordered:
        last = merged[-1] if merged else None
        if last and abs(last.at - piece.at) <= NEAR and piece.start - last.end <= NEAR:
            merged[-1] = replace(last, end=max(last.end, piece.end))
        else:
            merged.append(piece)
    return merged


def _overlapping(sides: list[_Side]) -> Iterator[list[_Side]]:
    """Yield the groups of upright borders that stand beside one another: one for each table."""
    group: list[_Side] = []
    end = 0.0
    for side in sorted(sides, key=lambda side: side.start):
        if group and side.start > end + NEAR:
            yield group
            group = []
        end = max(end, side.end) if group else side.end
        group.append(side)
    if group:
        yield group


def _distinct(values: Iterable[float]) -> tuple[float, ...]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > NEAR:
            kept.append(value)
    return tuple(kept)


def _rows(grid: Grid, body: Sequence[Line]) -> tuple[Row, ...]:
    """Return the grid's cells with their lines, rows without any words left out."""
    inside = [line for line in body if grid.holds(line)]
    rows: list[Row] = []
    for top, bottom in pairwise(grid.rows):
        lines = [line for line in inside if top < line.y <= bottom + NEAR / 2]
        if lines:
            rows.append(tuple(_cells(grid.columns, lines)))
    return tuple(rows)


def _cells(columns: tuple[float, ...], lines: list[Line]) -> Iterator[Cell]:
    for left, right in pairwise(columns):
        yield Cell(tuple(line for line in lines if left - NEAR <= line.x < right - NEAR))


def _goes_on(above: Grid, below: Grid, body: Sequence[Line]) -> bool:
    """Tell whether ``below`` is the rest of ``above``: next page, same columns, nothing between."""
    if below.page != above.page + 1 or len(above.columns) != len(below.columns):
        return False
    shifts = zip(above.columns, below.columns, strict=True)
    if any(abs(before - after) > SAME_COLUMN for before, after in shifts):
        return False
    first = bisect_left(body, above.page, key=lambda line: line.page or 0)
    for line in body[first:]:
        if (line.page or 0) > below.page:
            break
        if line.page == above.page and line.y > above.bottom + NEAR:
            return False
        if line.page == below.page and line.y < below.top:
            return False
    return True


def join_rows(rows: tuple[Row, ...], more: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows of a table and of its continuation, without a repeated header."""
    if [cell.text for cell in more[0]] == [cell.text for cell in rows[0]]:
        more = more[1:]
    if more and is_cut(rows, more[0]):
        joined = tuple(
            Cell(before.lines + after.lines)
            for before, after in zip(rows[-1], more[0], strict=True)
        )
        return (*rows[:-1], joined, *more[1:])
    return rows + more


SENTENCE_END = (".", "!", "?", ".’", ".”", ".)")


def is_cut(rows: Sequence[Row], rest: Row) -> bool:
    """Tell whether ``rest``, the first row of a page, goes on with the last of ``rows``.

    It does where a cell is empty, where the last cell's sentence is not finished or begins in
    lower case, and where the two halves of the first cell make up what another row's says.
    """
    last = rows[-1]
    if any(not after.lines and before.lines for before, after in zip(last, rest, strict=True)):
        return True
    end, beginning = last[-1].text, rest[-1].text
    if len(rows) > 1 and (not end.endswith(SENTENCE_END) or beginning[:1].islower()):
        return True
    whole = join_lines([last[0].text, rest[0].text])
    return len(last) > 1 and whole in {row[0].text for row in rows[:-1]}
