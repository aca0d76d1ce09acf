"""Plain text as received: wrapped or not, double spaced, with page breaks and stray markup left.

Keeps every line; drops only marks of emphasis and tags of word processors.  Rows of
tab-separated cells become tables, numbers of pages that stand alone become furniture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.page import Block, SourceText
from loaders.readers.building import LineStyle, TextBuilder
from loaders.readers.encoding import decode
from loaders.readers.markup import is_bold, paragraphs_in, without_marks
from loaders.readers.spacing import gaps, printed_lines

MEDIA_TYPE = "text/plain"
MIN_CONTENTS_ROWS = 4
_LIST_MARKER = re.compile(r"\(?[0-9a-zA-Z]{1,4}[.)]|[^\w\s]{0,2}|o")
_PAGE_NUMBER = re.compile(r"\s*(?:[Pp]age\s+)?(\d{1,4})(?:\s+of\s+\d{1,4})?\s*")

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """What plain text and Markdown do differently, each for one line.

    ``table_at`` gives the rows of the table that begins at a line and how many lines it takes;
    ``words`` drops marks; ``block`` says what the format calls the line.
    """

    table_at: Callable[[Sequence[str], int], tuple[Rows, int]]
    words: Callable[[str], str]
    block: Callable[[str], Block | None]


def read(data: bytes) -> SourceText:
    """Return the text of a plain text file; raises UnreadableDocument where it has none."""
    text, doubts = decode(data)
    dialect = Dialect(tab_table_at, without_marks, lambda _: None)
    return add_lines(text.split("\n"), dialect).build(MEDIA_TYPE, data, doubts=doubts)


def add_lines(lines: Sequence[str], dialect: Dialect) -> TextBuilder:
    """Return a builder that holds the lines and tables of a text."""
    builder = TextBuilder()
    numbers = page_number_lines(lines)
    spacing = iter(gaps(printed_lines(["" if i in numbers else x for i, x in enumerate(lines)])))
    index = 0
    while index < len(lines):
        line = lines[index]
        rows, taken = dialect.table_at(lines, index)
        if taken:
            builder.add_table([[paragraphs_in(cell) for cell in row] for row in rows])
            for skipped in lines[index : index + taken]:
                if skipped.strip():
                    next(spacing)
        elif index in numbers:
            builder.add(line, LineStyle(furniture=True))
        elif line.strip():
            builder.add(dialect.words(line), _style(line, dialect.block(line), next(spacing)))
        else:
            builder.skip()
        index += max(taken, 1)
    return builder


def _style(line: str, block: Block | None, gap: float) -> LineStyle:
    indent = float(len(line) - len(line.lstrip()))
    bare = line.lstrip()
    hashes = len(bare) - len(bare.lstrip("#")) if block == "heading" else 0
    return LineStyle(block=block, x=indent, bold=is_bold(line), gap=gap, rank=hashes or None)


def tab_table_at(lines: Sequence[str], index: int) -> tuple[Rows, int]:
    """Return the table of tab-separated cells that begins at a line, all rows of one width.

    No rows where there is none: a table of contents and list items set with a tab are no tables.
    """
    if index and "\t" in lines[index - 1].strip():
        return [], 0  # the run that began above is no table
    end = index
    while end < len(lines) and "\t" in lines[end].strip():
        end += 1
    rows = [line.split("\t") for line in lines[index:end]]
    if len(rows) < 2 or _is_list(rows) or _is_contents(rows):
        return [], 0
    width = max(map(len, rows))
    return [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows], end - index


def _is_list(rows: Sequence[Sequence[str]]) -> bool:
    return all(_LIST_MARKER.fullmatch(row[0].strip()) for row in rows)


def _is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the last cells are page numbers that rise."""
    pages = [_PAGE_NUMBER.fullmatch(row[-1]) for row in rows]
    numbers = [int(page[1]) for page in pages if page]
    return MIN_CONTENTS_ROWS <= len(rows) == len(numbers) and numbers == sorted(numbers)


def page_number_lines(lines: Sequence[str]) -> set[int]:
    """Return the ordinals of lines that are only a number, where these rise by one throughout."""
    alone = {
        i: int(found[1]) for i, line in enumerate(lines) if (found := _PAGE_NUMBER.fullmatch(line))
    }
    rising = all(after - before == 1 for before, after in pairwise(alone.values()))
    return set(alone) if len(alone) > 1 and rising else set()
