"""From the items of a printed list to recommendations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.extractors.cues import cued
from loaders.extractors.lists import ListItem, ListReading
from loaders.page import Line
from loaders.records import Actor, ItemKind, Part, Recommendation

NEGATION = re.compile(
    r"^(?:there (?:are|is|were) (?:currently )?no|no) (?:areas?|priority|immediate|actions?)\b",
    re.IGNORECASE,
)
SENTENCE_END = (".", ";", ":", "?", ")", "’", "”", ",")
LONG_ITEM_WORDS = 150
DEADLINE = (
    r"(?:<<heading/at-once>>"
    r"|(?:Within|By the end of|In the next|Over the next) .{3,20}(?:days?|weeks?|months?|years?))"
    r"\s*:?"
)


@dataclass(frozen=True, slots=True)
class ListForm:
    """What a list's place in the document makes of its items."""

    kind: ItemKind
    rule: str
    heading: str
    default_addressee: Actor | None
    deadlines: bool = False  # the sub-headings are deadlines ("Within three months:")


def is_negation(text: str) -> bool:
    """Whether an item only says that there is nothing to list."""
    return NEGATION.match(text) is not None


def recommendations_of(
    reading: ListReading, form: ListForm, first_order: int
) -> tuple[Recommendation, ...]:
    """Return the items of a list as recommendations, numbered on from ``first_order``."""
    items = [item for item in reading.items if not is_negation(item.text)]
    return tuple(
        _recommendation(item, form, first_order + index, _doubt(item, reading))
        for index, item in enumerate(items)
    )


def _recommendation(
    item: ListItem, form: ListForm, order: int, doubt: str | None
) -> Recommendation:
    deadline = deadline_over(item, form)
    quotes = item.quotes
    return Recommendation(
        evidence=(*quotes, *(quote for part in item.children for quote in part.quotes)),
        rule=form.rule,
        doubt=doubt,
        order=order,
        kind=form.kind,
        text=item.text,
        number=item.number,
        list_heading=form.heading,
        parts=tuple(
            Part(order=number, text=part.text, evidence=part.quotes)
            for number, part in enumerate(item.children, 1)
        ),
        default_addressee=form.default_addressee,
        printed_theme_label=None if deadline or form.deadlines else heading_over(item),
        due_as_printed=deadline,
    )


def deadline_over(item: ListItem, form: ListForm) -> str | None:
    """Return the deadline that a heading inside a list prints for the items below it."""
    words = item.subheading.text.strip(" :") if item.subheading else ""
    printed = form.deadlines or cued(DEADLINE).fullmatch(words)
    return words if words and printed else None


def heading_over(item: ListItem) -> str | None:
    """Return the heading inside a list above an item; "ensure that:", which leads on, is none."""
    words = item.subheading.text.strip() if item.subheading else ""
    return words if words[:1].isupper() and not words.endswith((":", ",", "-")) else None


def _doubt(item: ListItem, reading: ListReading) -> str | None:
    if len(item.text.split()) > LONG_ITEM_WORDS:
        return "an item of unusual length: its end may have been missed"
    last = item is reading.items[-1]
    if last and reading.stopped_by == "paragraph" and not _is_closed(item):
        return "the item ends without a full stop before an unmarked paragraph"
    return None


def _is_closed(item: ListItem) -> bool:
    return item.last_line.text.rstrip().endswith(SENTENCE_END)


def headings_matching(lines: Sequence[Line], pattern: re.Pattern[str]) -> tuple[int, ...]:
    """Return the indexes of lines that are set as headings and match ``pattern`` whole.

    A heading stands out by size or weight from the lines that follow it, or is one by the
    format's own word; lines of a table of contents do not (their next line is an entry too).
    """
    return tuple(
        index
        for index, line in enumerate(lines)
        if pattern.fullmatch(line.text.strip()) and stands_out(lines, index)
    )


def stands_out(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is set larger or bolder than one of the lines that follow it."""
    line = lines[index]
    if line.block is not None:
        return line.block == "heading"
    if line.size is None:
        return True
    return any(
        (line.bold and not other.bold) or (other.size or 0) < line.size - 0.9
        for other in lines[index + 1 : index + 4]
    )
