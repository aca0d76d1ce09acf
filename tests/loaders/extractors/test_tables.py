"""Tables out of ruled lines: cells, page breaks, boxes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.extractors.tables import boxed_lines, find_grids, find_tables
from loaders.page import Line, Rule, SourceText
from tests.printed import line, source

COLUMNS = (70.0, 220.0, 520.0)


def borders(page: int, columns: Sequence[float], rows: Sequence[float]) -> Iterator[Rule]:
    """The borders of a table, drawn cell by cell as word processors do."""
    for top, bottom in pairwise(rows):
        for at in columns:
            yield Rule(page, at, top, at + 0.5, bottom)
    for at in rows:
        for left, right in pairwise(columns):
            yield Rule(page, left, at, right, at + 0.5)


def document(rules: Iterator[Rule] | Sequence[Rule], *lines: Line) -> SourceText:
    return replace(source(*lines), rules=tuple(rules))


def cell(text: str, column: int, y: float, page: int = 1) -> Line:
    return line(text, x=COLUMNS[column] + 5, y=y, page=page)


def words(text: SourceText) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in find_tables(text)]


def test_pieces_of_a_border_make_one_grid() -> None:
    (grid,) = find_grids(tuple(borders(1, COLUMNS, (100, 150, 200))))
    assert len(grid.columns) == 3
    assert len(grid.rows) == 3


def test_lines_go_to_the_cell_in_which_they_stand() -> None:
    text = document(
        borders(1, COLUMNS, (100, 150, 200)),
        cell("Who", 0, 120),
        cell("What", 1, 120),
        cell("Council", 0, 165),
        cell("Shorten", 1, 165),
        cell("waits.", 1, 180),
        line("Below the table", y=300.0),
    )
    assert words(text) == [[["Who", "What"], ["Council", "Shorten waits."]]]


def test_a_row_cut_by_a_page_break_is_one_row() -> None:
    rules = [*borders(1, COLUMNS, (700, 740, 780)), *borders(2, COLUMNS, (90, 130, 160))]
    text = document(
        rules,
        cell("Council", 0, 720), cell("Listen.", 1, 720),
        cell("Council", 0, 760), cell("Answer in", 1, 760),
        line("Report 1", y=810.0, furniture=True),
        cell("time.", 1, 110, page=2),
        cell("Board", 0, 150, page=2), cell("Read.", 1, 150, page=2),
    )  # fmt: skip
    assert words(text) == [
        [["Council", "Listen."], ["Council", "Answer in time."], ["Board", "Read."]]
    ]


def test_a_header_repeated_on_the_next_page_is_left_out() -> None:
    rules = [*borders(1, COLUMNS, (700, 740, 780)), *borders(2, COLUMNS, (90, 130, 160))]
    text = document(
        rules,
        cell("Who", 0, 720), cell("What", 1, 720),
        cell("Council", 0, 760), cell("Listen.", 1, 760),
        cell("Who", 0, 110, page=2), cell("What", 1, 110, page=2),
        cell("Board", 0, 150, page=2), cell("Read.", 1, 150, page=2),
    )  # fmt: skip
    assert words(text) == [[["Who", "What"], ["Council", "Listen."], ["Board", "Read."]]]


def test_words_between_two_grids_make_two_tables() -> None:
    rules = [*borders(1, COLUMNS, (700, 740)), *borders(2, COLUMNS, (190, 230))]
    text = document(
        rules,
        cell("Council", 0, 720), cell("Listen.", 1, 720),
        line("Another matter", page=2, y=120.0),
        cell("Board", 0, 210, page=2), cell("Read.", 1, 210, page=2),
    )  # fmt: skip
    assert len(find_tables(text)) == 2


def test_lines_in_a_box_are_known_and_others_are_not() -> None:
    inside, outside = line("A case study", x=90.0, y=320.0), line("Prose", y=420.0)
    text = document(borders(1, (80.0, 520.0), (300, 360)), inside, outside)
    assert boxed_lines(text) == {text.lines[0].start}


def test_a_drawn_rectangle_is_a_box_too() -> None:
    text = document([Rule(1, 70, 300, 530, 400)], line("A case study", x=90.0, y=320.0))
    assert boxed_lines(text) == {0}


def test_a_rule_above_footnotes_is_no_table() -> None:
    assert find_grids((Rule(1, 70, 700, 215, 700.5),)) == ()
