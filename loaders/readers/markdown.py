"""Markdown, line by line: parsers for the web renumber and break the lists of reports.

Headings, list items and tables are told by their marks; list markers and printed numbers stay in
the text, marks of emphasis and links do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.page import Block, SourceText
from loaders.readers.encoding import decode
from loaders.readers.markup import paragraphs_in, without_markdown
from loaders.readers.text import Dialect, Rows, add_lines, tab_table_at

MEDIA_TYPE = "text/markdown"
MIN_STRONG_LINES = 3
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)]|\(?[a-z]{1,4}\))\s+\S")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*")
_RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|```.*|<!--.*-->)\s*")
_STRONG_LABEL = re.compile(r"\*\*[^*]+\*\*")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_FIELD = re.compile(r"(\w+):\s*(.+)")


def looks_like_markdown(text: str) -> bool:
    """Tell by its structure whether a text is Markdown: headings, pipe tables, strong labels."""
    lines = text.split("\n")
    strong = sum(1 for line in lines if _STRONG_LABEL.match(line))
    return (
        strong >= MIN_STRONG_LINES
        or any(_HEADING.match(line) for line in lines)
        or any("|" in line and _DELIMITER_ROW.fullmatch(line) for line in lines)
    )


def read(data: bytes) -> SourceText:
    """Return the text of a Markdown file; raises UnreadableDocument where it has none."""
    text, doubts = decode(data)
    front = _FRONT_MATTER.match(text)
    metadata = dict(_FIELD.findall(front[1])) if front else {}
    lines = _with_headings_marked(text[front.end() if front else 0 :].split("\n"))
    dialect = Dialect(_table_at, _words, _block)
    return add_lines(lines, dialect).build(MEDIA_TYPE, data, metadata, doubts)


def _with_headings_marked(lines: list[str]) -> list[str]:
    """Return the lines with underlined headings marked by "#" and rules left empty."""
    marked: list[str] = []
    for line in lines:
        above = marked[-1] if marked else ""
        if _UNDERLINE.fullmatch(line) and above.strip() and not _block(above):
            marked[-1] = f"# {above.strip()}"
            marked.append("")
        else:
            marked.append("" if _RULE.fullmatch(line) else line.removeprefix("> "))
    return marked


def _block(line: str) -> Block | None:
    if _HEADING.match(line):
        return "heading"
    return "item" if _ITEM.match(line) else None


def _words(line: str) -> str:
    heading = _HEADING.match(line)
    return without_markdown(line[heading.end() :].rstrip().rstrip("#") if heading else line)


def _table_at(lines: Sequence[str], index: int) -> tuple[Rows, int]:
    below = lines[index + 1] if index + 1 < len(lines) else ""
    if "|" not in lines[index] or "|" not in below or not _DELIMITER_ROW.fullmatch(below):
        return tab_table_at(lines, index)
    end = index
    while end < len(lines) and "|" in lines[end]:
        end += 1
    rows = [_cells(line) for i, line in enumerate(lines[index:end]) if i != 1]
    width = max(map(len, rows))
    return [row + [""] * (width - len(row)) for row in rows], end - index


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [
        "\n".join(without_markdown(each) for each in paragraphs_in(cell))
        for cell in _CELL_EDGE.split(inner)
    ]
