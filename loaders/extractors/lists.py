"""Numbered and bulleted lists out of printed lines: where items begin, continue and end.

The page decides, not the words: a marker counts where it stands at the list's own margin (a
wrapped line that is only "17." stands at the text's margin), a line without marker continues its
item while it follows closely or keeps the hanging indent, and a heading ends the list by its
size or weight.  Footnotes (smaller print) inside a list are stepped over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Protocol

from loaders.page import Line, Quote, join_lines, quote_lines

SIGNS = "◼■▪▫□◆◇►▶◾⬛•●○◦‣∙·➢➤✓❖⦁⬥▸▹◉⚫❑❒✔✦➔→⇒⁃"  # that only begin items
BULLETS = rf"{SIGNS}–—−\u0336\-*"
BULLET = re.compile(
    rf"([\ue000-\uf8ff{BULLETS}]|o(?=\s))(?:\s+|(?<=[\ue000-\uf8ff◼■▪•●]))(?=\S)"
)  # "o" in Courier is a word processor's second bullet
NUMBER = re.compile(r"\(?(\d{1,3})[.)](?:\s+(?=\S)|$|(?=[A-Z][a-z]))")  # "36.The council"
LETTER = re.compile(r"(\((?:[a-z]|[ivx]{1,4})\)|(?:[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
NEW_PARAGRAPH_GAP = 1.45  # line heights; wrapped lines measure 1.0, new paragraphs 1.8 and more
MARGIN_TOLERANCE = 9.0  # points between markers of one list (a hanging indent is 14 and more)
INDENT = 5.0  # points by which a nested marker or hanging text stands further right
FOOTNOTE_DIFFERENCE = 1.2  # points smaller than the list's print
LARGER_PRINT = 0.9  # points larger than the list's print make a heading
MAX_LEAD_IN_LINES = 14
FIRST_LETTERS = ("a", "i")
MAX_HEADING_LENGTH = 140
MAX_SUBHEADING_LENGTH = 90


class Stops(Protocol):
    """What tells by ``match`` that a line ends a list: a pattern, or the headings of sections."""

    def match(self, text: str, /) -> object:
        """Tell whether a line of this ``text`` does."""


@dataclass(frozen=True, slots=True)
class Marker:
    """How an item begins: ``kind`` bullet, number or letter; ``end`` where its text starts."""

    kind: str
    printed: str
    end: int

    @property
    def number(self) -> int | None:
        """The number of a numbered item."""
        return int(self.printed) if self.kind == "number" else None


@lru_cache(maxsize=4096)  # about the lines of a long report, which several readers go through
def marker_of(text: str) -> Marker | None:
    """Return the bullet, number or letter with which ``text`` begins, if any."""
    for kind, pattern in (("bullet", BULLET), ("number", NUMBER), ("letter", LETTER)):
        match = pattern.match(text)
        if match:
            return Marker(kind, match.group(1), match.end())
    return None


@dataclass(slots=True)
class ListItem:
    """One item: its lines, its sub-items and the sub-heading of the list above it.

    ``quotes`` and ``text`` leave the marker out.
    """

    marker: Marker
    lines: list[Line]
    subheading: Line | None = None
    children: list[ListItem] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The item's own words, lines joined."""
        first, *others = self.lines
        return join_lines([first.prose[self.marker.end :], *(line.prose for line in others)])

    @property
    def number(self) -> str | None:
        """The number or letter as printed, None for a bullet."""
        if self.marker.kind == "letter":
            return self.marker.printed.strip("(.)")
        return self.marker.printed if self.marker.kind == "number" else None

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Where the words stand."""
        return quote_lines(self.lines, start=self.lines[0].start + self.marker.end)

    @property
    def margin(self) -> float:
        """Where the marker stands, in points from the left."""
        return self.lines[0].x

    @property
    def text_margin(self) -> float | None:
        """Where wrapped lines begin, once one was seen."""
        return self.lines[1].x if len(self.lines) > 1 else None

    @property
    def last_line(self) -> Line:
        """The last line read so far, of the item or of its last sub-item."""
        return self.children[-1].last_line if self.children else self.lines[-1]


@dataclass(frozen=True, slots=True)
class ListReading:
    """A list as read: items, the lines before the first, and where reading stopped.

    ``end`` is the index of the first line that does not belong to the list.  ``stopped_by`` says
    why: heading, paragraph, number, pattern or end.
    """

    items: tuple[ListItem, ...]
    lead_in: tuple[Line, ...]
    end: int
    stopped_by: str


class ListReader:
    """Reads one list from ``start`` on in ``lines`` (without furniture).

    ``stop`` ends the list where it matches the beginning of a line that begins a paragraph;
    ``subheading`` marks lines that group items ("Within three months:").
    """

    def __init__(
        self,
        lines: Sequence[Line],
        stop: Stops | None = None,
        subheading: re.Pattern[str] | None = None,
    ) -> None:
        self._lines = lines
        self._stop = stop
        self._subheading = subheading
        self._items: list[ListItem] = []
        self._lead_in: list[Line] = []
        self._current_heading: Line | None = None
        self._heading_at = -2  # index of its last line
        self._text_margin: float | None = None
        self._above: Line | None = None  # the heading of the list

    def read(self, start: int) -> ListReading:
        """Return the list that begins at or shortly after the line with index ``start``."""
        index = start
        self._above = self._lines[start - 1] if start else None
        reason = "end"
        while index < len(self._lines):
            verdict = self._take(index)
            if verdict:
                reason = verdict
                break
            index += 1
        return ListReading(tuple(self._items), tuple(self._lead_in), index, reason)

    def _take(self, index: int) -> str | None:
        """Put one line where it belongs; return why the list ends here, None to go on."""
        line = self._lines[index]
        if self._is_footnote(line):
            return None
        if self._stop and self._stop.match(line.text) and not self._is_wrapped(line):
            return "pattern"
        if self._subheading and self._subheading.match(line.text):
            self._head(index)
            return None
        marker = marker_of(line.text)
        if self._is_heading(line, marker):
            return self._take_heading(index)
        if not self._items:
            return self._take_first(line, marker)
        if marker and self._is_marker_here(line, marker):
            return self._take_marked(line, marker)
        verdict = self._take_plain(line)
        if verdict and self._looks_like_subheading(line) and self._goes_on_after(index):
            self._head(index)
            return None
        return verdict

    def _take_first(self, line: Line, marker: Marker | None) -> str | None:
        if marker and (marker.kind != "letter" or marker.printed.strip("(.)") in FIRST_LETTERS):
            above = self._lead_in[-1] if self._lead_in else None
            if above and self._looks_like_subheading(above):
                self._current_heading = above
            self._add_item(line, marker)
            return None
        self._lead_in.append(line)
        return "paragraph" if len(self._lead_in) > MAX_LEAD_IN_LINES else None

    def _add_item(self, line: Line, marker: Marker) -> None:
        self._items.append(ListItem(marker, [line], self._current_heading))

    def _take_heading(self, index: int) -> str | None:
        """A heading groups items if the list goes on under it in smaller or equal print."""
        line = self._lines[index]
        if not self._items:
            return "heading" if self._lead_in or not self._goes_on_after(index) else None
        if self._is_larger(line) or not self._goes_on_after(index):
            return "heading"
        self._head(index)
        return None

    def _head(self, index: int) -> None:
        """Take a line as the heading of what follows; a heading may wrap onto a second line."""
        line, before = self._lines[index], self._current_heading
        if before and index == self._heading_at + 1 and line.gap < NEW_PARAGRAPH_GAP:
            line = replace(before, text=join_lines([before.text, line.text]), end=line.end)
        self._current_heading, self._heading_at = line, index

    def _goes_on_after(self, index: int) -> bool:
        """Whether the next line with a marker continues this list."""
        for line in self._lines[index + 1 : index + 4]:
            marker = marker_of(line.text)
            if marker is None:
                continue
            if not self._items:
                return True
            first, last = self._items[0], self._items[-1]
            if abs(line.x - first.margin) > MARGIN_TOLERANCE:
                return False
            if marker.kind == "number" and last.marker.number is not None:
                goes_on = marker.number == last.marker.number + 1
                return goes_on or (marker.number == 1 and self._is_lower(self._lines[index]))
            return marker.printed == first.marker.printed
        return False

    def _is_lower(self, heading: Line) -> bool:
        """Whether a heading is of a lower level than the list's own."""
        if self._above is None:
            return False
        if heading.rank and self._above.rank:
            return heading.rank > self._above.rank
        sizes = (heading.size, self._above.size)
        return bool(sizes[0] and sizes[1] and sizes[0] < sizes[1] - LARGER_PRINT)

    def _begins_anew(self) -> bool:
        """Whether numbers may begin again: no item stands yet below the last lower heading."""
        heading = self._current_heading
        no_item = heading is not None and self._items[-1].subheading is not heading
        if heading is None or not no_item:
            return False
        grouped = self._subheading is not None and self._subheading.match(heading.text)
        return bool(grouped) or self._is_lower(heading)

    @staticmethod
    def _looks_like_subheading(line: Line) -> bool:
        """A short line in the list's own print that is no sentence ("Care leavers")."""
        return len(line.text) <= MAX_SUBHEADING_LENGTH and line.text.rstrip()[-1] not in ".;,"

    def _is_footnote(self, line: Line) -> bool:
        reference = self._items[0].lines[0].size if self._items else None
        if reference is None or line.size is None:
            return False
        return line.size < reference - FOOTNOTE_DIFFERENCE

    def _is_wrapped(self, line: Line) -> bool:
        """Whether the line looks like the continuation of the item above."""
        if not self._items:
            return False
        return line.gap < NEW_PARAGRAPH_GAP and line.x > self._items[0].margin + INDENT

    def _is_larger(self, line: Line) -> bool:
        size = self._items[0].lines[0].size if self._items else None
        return size is not None and line.size is not None and line.size > size + LARGER_PRINT

    def _is_heading(self, line: Line, marker: Marker | None) -> bool:
        if line.block == "heading":
            return True
        if len(line.text) > MAX_HEADING_LENGTH or (marker and not self._is_larger(line)):
            return False
        if not self._items:
            return line.bold and line.gap > NEW_PARAGRAPH_GAP and len(self._lead_in) > 0
        bold_items = self._items[0].lines[0].bold
        return (
            self._is_larger(line)
            or (line.bold and not bold_items and line.gap >= NEW_PARAGRAPH_GAP - 0.2)
            or (line.bold and not bold_items and line.page != self._items[-1].last_line.page)
        )

    def _is_marker_here(self, line: Line, marker: Marker) -> bool:
        """A marker counts at a list margin; a number also has to be the next one."""
        first = self._items[0]
        if marker.kind != "number":
            return True
        at_margin = abs(line.x - first.margin) <= MARGIN_TOLERANCE
        if first.marker.kind == "number":
            last = self._items[-1].marker.number
            is_next = last is not None and marker.number == last + 1
            return at_margin and (is_next or (marker.number == 1 and self._begins_anew()))
        return line.gap >= NEW_PARAGRAPH_GAP or at_margin

    def _take_marked(self, line: Line, marker: Marker) -> str | None:
        first, last = self._items[0], self._items[-1]
        if marker.kind == "number" and first.marker.kind != "number":
            return "number"
        if self._is_nested(line, marker, first, last):
            last.children.append(ListItem(marker, [line], self._current_heading))
        else:
            self._add_item(line, marker)
        return None

    @staticmethod
    def _is_nested(line: Line, marker: Marker, first: ListItem, last: ListItem) -> bool:
        if first.marker.kind == "number":
            return marker.kind != "number"
        if marker.kind == "letter":
            return first.marker.kind != "letter"
        further_right = line.x > first.margin + INDENT
        if marker.printed != first.marker.printed:
            return further_right
        return further_right and (last.text.rstrip().endswith(":") or bool(last.children))

    def _take_plain(self, line: Line) -> str | None:
        item = self._items[-1].children[-1] if self._items[-1].children else self._items[-1]
        if line.page != item.last_line.page:
            return self._take_over_page(line, item)
        hanging = line.x > self._items[0].margin + INDENT
        if line.gap < NEW_PARAGRAPH_GAP and (hanging or self._has_no_hanging_indent(item)):
            self._continue(item, line)
            return None
        if hanging and self._known_text_margin() is not None:
            owner = self._items[-1] if line.x <= self._items[-1].margin + 2 * INDENT else item
            self._continue(owner, line)
            return None
        return "paragraph"

    def _continue(self, item: ListItem, line: Line) -> None:
        item.lines.append(line)
        if self._text_margin is None and item is self._items[-1]:
            self._text_margin = line.x

    def _known_text_margin(self) -> float | None:
        return self._text_margin

    def _has_no_hanging_indent(self, item: ListItem) -> bool:
        margin = item.text_margin if item.text_margin is not None else self._text_margin
        return margin is None or margin <= item.margin + INDENT

    def _take_over_page(self, line: Line, item: ListItem) -> str | None:
        """The first line of a page: the item goes on at its own indent or in mid-sentence."""
        if line.x > self._items[0].margin + INDENT:
            self._continue(item, line)
            return None
        unfinished = not item.last_line.text.rstrip().endswith((".", ";", ":", "?"))
        if self._has_no_hanging_indent(item) and unfinished:
            self._continue(item, line)
            return None
        return "paragraph"


def read_list(
    lines: Sequence[Line],
    start: int,
    stop: Stops | None = None,
    subheading: re.Pattern[str] | None = None,
) -> ListReading:
    """Return the list at or shortly after ``start``; see `ListReader` for the two patterns."""
    return ListReader(lines, stop, subheading).read(start)
