"""Paragraphs, headings and list items of prose documents, whatever the format.

A line's own block (DOCX, HTML, Markdown) counts first, then fonts and gaps (PDF), then the habits
of plain text: letters whose every line is followed by an empty one, and papers with one paragraph
a line.  Words that run over a page break are joined again.  Rows of tables and tables of contents
are told apart and carry no prose.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from loaders.extractors.cues import cued
from loaders.extractors.flows import Flow, flow_of
from loaders.extractors.lists import SIGNS
from loaders.extractors.tables import find_tables
from loaders.page import Line, SourceText

Kind = Literal["heading", "item", "paragraph", "row", "contents"]

BULLETS = f"{SIGNS}\uf0a7\uf0b7\uf06e\uf02d\uf0d8\u0336–—−-"
_MARKER = (
    r"(?-i:^[\s*]*(?:(?:[-*]\s+)?"
    r"(?P<number>\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[ivxl]{1,6}|[a-z]{1,2})[.)]+|\d{1,2}\.\d{1,2})"
    r"\s+(?=[^\s\d])"
    rf"|(?P<bullet>[{re.escape(BULLETS)}]+|\*|o)\s+(?=\S)"
    r"|(?P<named>(?:<<heading/item-name>>\s+|R)\d{1,3}\s*[:.–-]\s+)"
    r"(?=\S)))"
)
_NAME_OF_ITEM = r"(?-i:^(?:<<heading/item-name>>\s+|R)(?=\d))"
_HASHES = re.compile(r"^\s*#{1,6}\s+")
_ENDED = re.compile(r"[.!?:;][\"'”’)\]*]*$")
_ENTRY_OF_CONTENTS = re.compile(r"\S(?:\t\s*|\s*\.{3,}\s*|…+\s*|\s{3,})\d{1,3}\s*$")
_CONTENTS = r"<<heading/contents>>:?"
_ENDS_IN_NUMBER = re.compile(r"\D\s\d{1,3}$")
_SECTION = r"<<heading/part-of-paper>>|(?:\w+ )?implications"
_APPENDIX = r"<<heading/appendix>>\s+[A-Z0-9]{1,3}\b"
MOST_WORDS_BEFORE_COLON = 5  # a longer line that ends in a colon leads into a list
NEW_PARAGRAPH_GAP = 1.4  # line heights
LONGEST_WRAPPED_LINE = 160  # characters; longer lines hold whole paragraphs
MOST_WORDS_OF_HEADING = 16


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together; ``flow`` is their text without the item's marker."""

    kind: Kind
    lines: tuple[Line, ...]
    marker: str | None = None

    @cached_property
    def flow(self) -> Flow:
        """The running text, marker and heading marks removed."""
        whole = flow_of(self.lines)
        hashes = _HASHES.match(whole.text)
        if hashes:
            return whole.part(hashes.end())
        found = cued(_MARKER).match(whole.text) if self.marker else None
        return whole.part(found.end()) if found else whole

    @property
    def text(self) -> str:
        """The words of ``flow``."""
        return self.flow.text

    @property
    def left(self) -> float:
        """The left edge of the first line, in the line's own unit."""
        return self.lines[0].x

    @property
    def number(self) -> str | None:
        """The number of an item without its closing stop ("3", "(ii)"); None for bullets."""
        if (
            self.marker is None
            or not any(sign.isalnum() for sign in self.marker)
            or self.marker == "o"
        ):
            return None
        bare = cued(_NAME_OF_ITEM).sub("", self.marker.strip())
        return bare if bare.startswith("(") else bare.rstrip(".):–- ")


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is usual in a document: gap within a paragraph, line width, font size."""

    gap: float
    width: float
    size: float | None
    wrapped: bool
    cells: frozenset[int]

    def is_apart(self, line: Line) -> bool:
        """Tell whether more space stands above ``line`` than within a paragraph.

        Readers set 1.0 within a paragraph; on a page lines may be set wider throughout.
        """
        on_page = line.size is not None and line.block is None
        return line.gap > (max(self.gap * 1.3, 1.3) if on_page else NEW_PARAGRAPH_GAP)

    def is_row(self, line: Line) -> bool:
        """Tell whether ``line`` stands in a table, by its format, ruled lines or tabs."""
        return line.block == "cell" or line.start in self.cells or "\t" in line.text.strip()


def split_paragraphs(source: SourceText) -> tuple[Paragraph, ...]:
    """Return the paragraphs of ``source`` in reading order, furniture left out."""
    layout = _layout(source)
    contents = _contents_lines(source.body)
    groups: list[list[Line]] = []
    for line in source.body:
        if groups and not _begins(line, groups[-1], layout, contents):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _with_numbered_headings([_paragraph(group, layout, contents) for group in groups])


def _with_numbered_headings(paragraphs: list[Paragraph]) -> tuple[Paragraph, ...]:
    """Return ``paragraphs`` with "2. Recommendations" a heading where "2.1" follows it.

    Bold ones of the same numbering are headings too, where one of them is: a section may hold
    plain paragraphs.
    """
    alike: list[int] = []
    headed = False
    for index, each in enumerate(paragraphs[:-1]):
        if each.number is None or each.kind not in ("item", "heading") or not _is_short(each):
            continue
        following = paragraphs[index + 1].number or ""
        above_others = following.startswith(f"{each.number}.") or each.text.isupper()
        if each.kind == "item" and above_others:
            paragraphs[index] = replace(each, kind="heading")
        if each.number.isdecimal() and all(line.bold for line in each.lines):
            alike.append(index)
            headed = headed or above_others or bool(cued(_SECTION).fullmatch(each.text))
    for index in alike if headed else ():
        paragraphs[index] = replace(paragraphs[index], kind="heading")
    return tuple(paragraphs)


def _is_short(paragraph: Paragraph) -> bool:
    words = paragraph.text
    return len(words.split()) <= MOST_WORDS_OF_HEADING and not _ENDED.search(words)


def marker_of(text: str) -> str | None:
    """Return the bullet or number at the start of a line ("-", "3.", "(ii)"), if there is one."""
    found = cued(_MARKER).match(text)
    if not found or (found["bullet"] and text.lstrip().startswith("**")):
        return None
    marker = found["bullet"] or found["number"] or found["named"]
    return marker.strip()


def prose(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs and items that hold sentences."""
    return tuple(each for each in paragraphs if each.kind in ("paragraph", "item"))


def _layout(source: SourceText) -> _Layout:
    lines = source.body
    worded = [line for line in lines if len(line.text.split()) > 4] or list(lines)
    gaps = Counter(round(line.gap, 1) for line in worded)
    sizes = Counter(line.size for line in worded if line.size)
    widths = sorted(len(line.text.rstrip()) for line in worded) or [0]
    width = widths[int(len(widths) * 0.9)] if len(widths) > 1 else widths[0]
    return _Layout(
        gap=gaps.most_common(1)[0][0] if gaps else 1.0,
        width=width,
        size=sizes.most_common(1)[0][0] if sizes else None,
        wrapped=width <= LONGEST_WRAPPED_LINE,
        cells=frozenset(
            line.start
            for t in find_tables(source)
            for row in t.rows
            for c in row
            for line in c.lines
        ),
    )


def _contents_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the starts of the lines that are entries of a table of contents."""
    entries = {line.start for line in lines if _is_entry(line.text)}
    for index, line in enumerate(lines):
        if cued(_CONTENTS).fullmatch(line.text.strip(" *#")):
            entries |= _run_of_entries(lines[index + 1 :])
    return frozenset(entries)


def _is_entry(text: str) -> bool:
    return bool(_ENTRY_OF_CONTENTS.search(text)) and text.count("\t") < 2 and "%" not in text


def _run_of_entries(lines: Sequence[Line]) -> set[int]:
    run: set[int] = set()
    pending: set[int] = set()
    for line in lines:
        pending.add(line.start)
        if _ENDS_IN_NUMBER.search(line.text.rstrip()) or _is_entry(line.text):
            run |= pending
            pending = set()
        elif len(pending) > 1:
            break
    return run


def _begins(line: Line, group: Sequence[Line], layout: _Layout, contents: frozenset[int]) -> bool:
    """Tell whether ``line`` begins a new paragraph after the lines of ``group``."""
    previous = group[-1]
    if (
        layout.is_row(line)
        or layout.is_row(previous)
        or line.start in contents
        or previous.start in contents
    ):
        return True
    if line.block == "heading" or previous.block == "heading":
        return line.block != previous.block or line.gap > 1.3
    if _begins_item(line, group, layout):
        return True
    if _fonts_differ(line, previous, layout):
        return True
    if _goes_on(line, previous):
        return False
    return _stands_apart(line, group, layout)


def _begins_item(line: Line, group: Sequence[Line], layout: _Layout) -> bool:
    marker = marker_of(line.text)
    if marker is None:
        return False
    ended = bool(_ENDED.search(group[-1].text.rstrip()))
    if marker in BULLETS or not marker[0].isdigit():
        return marker not in ("–", "—", "o") or ended or layout.is_apart(line)
    return ended or layout.is_apart(line) or marker_of(group[0].text) is not None


def _fonts_differ(line: Line, previous: Line, layout: _Layout) -> bool:
    if line.size and previous.size and abs(line.size - previous.size) > 0.8:
        return layout.size is None or max(line.size, previous.size) > layout.size + 0.8
    if line.size is None or line.bold == previous.bold:
        return False
    bold = line if line.bold else previous
    return len(bold.text.split()) <= MOST_WORDS_OF_HEADING and not line.text[:1].islower()


def _goes_on(line: Line, previous: Line) -> bool:
    """Tell whether the words of ``previous`` cannot end there: a page broke the sentence."""
    before, after = previous.text.rstrip(), line.text.lstrip()
    if _ENDED.search(before) and not before.endswith(";"):
        return False
    return after[:1].islower() or before.endswith((",", "-", "\u2010", " and", " of", " the"))


def _stands_apart(line: Line, group: Sequence[Line], layout: _Layout) -> bool:
    previous = group[-1]
    if not layout.wrapped or line.block != previous.block or layout.is_apart(line):
        return True
    if line.block is not None:
        return False
    if line.page != previous.page and _is_ended(previous):
        return len(previous.text.rstrip()) < layout.width * 0.8
    if line.size is not None:
        return _hangs_out(line, group)
    short = len(previous.text.rstrip()) < layout.width * 0.85
    if _is_ended(previous):
        heads = len(line.text) < layout.width * 0.6 and _looks_like_heading(line.text)
        return short or heads or previous.text.endswith("  ")
    return short and _looks_like_heading(previous.text)


def _is_ended(line: Line) -> bool:
    return bool(_ENDED.search(line.text.rstrip()))


def _hangs_out(line: Line, group: Sequence[Line]) -> bool:
    """Tell whether ``line`` returns to the margin after an item's indented lines."""
    if marker_of(group[0].text) is None or not _is_ended(group[-1]):
        return False
    return len(group) > 1 and line.x < group[1].x - 4


def _paragraph(group: list[Line], layout: _Layout, contents: frozenset[int]) -> Paragraph:
    lines, first = tuple(group), group[0]
    if first.start in contents:
        return Paragraph("contents", lines)
    if layout.is_row(first):
        return Paragraph("row", lines)
    marker = marker_of(first.text)
    if first.block == "heading" or (marker is None and _is_heading(group, layout)):
        return Paragraph("heading", lines)
    if marker is not None or first.block == "item":
        return Paragraph("item", lines, marker)
    return Paragraph("paragraph", lines)


def _is_heading(group: Sequence[Line], layout: _Layout) -> bool:
    text = " ".join(line.text.strip() for line in group)
    if len(text.split()) > MOST_WORDS_OF_HEADING:
        return False
    first = group[0]
    if first.block is None and first.size and layout.size and first.size > layout.size + 0.8:
        return True
    if all(line.bold for line in group) or re.fullmatch(r"\*\*[^*]+\*\*", text):
        return True
    return first.block is None and len(group) == 1 and _looks_like_heading(text)


def _looks_like_heading(text: str) -> bool:
    bare = text.strip(" *#")
    if not bare or len(bare.split()) > MOST_WORDS_OF_HEADING or len(bare) > 110:
        return False
    if cued(_APPENDIX).match(bare):
        return True
    if bare.endswith(":") and len(bare.split()) > MOST_WORDS_BEFORE_COLON:
        return False
    return bare[0].isupper() and not re.search(r"[.!;,]$|^\w[^:]*:\s\S", bare)
