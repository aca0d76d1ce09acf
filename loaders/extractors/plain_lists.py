"""Lists out of paragraphs: items, sub-items, and the unnumbered paragraphs that belong to them.

For prose papers of any format, after `loaders.extractors.paragraphs` has told items apart.  The
lists of inspection PDFs, where only margins tell, are read by `loaders.extractors.lists`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from loaders.extractors.cues import cued
from loaders.extractors.flows import Evidence, Flow
from loaders.extractors.paragraphs import BULLETS, Paragraph
from loaders.page import SourceText
from loaders.records import Part

_DIGITS = re.compile(r"\d{1,3}$")
_NAME_ALONE = re.compile(r"Recommendation\s+(?P<number>\d{1,3})\s*[:.–-]?(?:\s.{0,80})?")
_NEGATION = r"^(?:there (?:are|were|is) no|no|none)\b.{0,60}\b<<heading/none-listed>>"


@dataclass
class PlainItem:
    """One item: its own paragraphs and those of its sub-items."""

    first: Paragraph
    more: list[Paragraph] = field(default_factory=list)
    parts: list[Paragraph] = field(default_factory=list)
    named: str | None = None

    @property
    def number(self) -> str | None:
        """The printed number without its stop; ``named`` is that of a heading above."""
        return self.named or self.first.number

    @property
    def text(self) -> str:
        """The item's words without those of its sub-items."""
        return " ".join(each.text for each in (self.first, *self.more))

    def evidence(self, source: SourceText) -> Evidence:
        """Return the stretches that hold ``text``."""
        return evidence_of(source, (each.flow for each in (self.first, *self.more)))

    def read_parts(self, source: SourceText) -> tuple[Part, ...]:
        """Return the sub-items in order."""
        return tuple(
            Part(order=order, text=part.text, evidence=part.flow.quotes(source))
            for order, part in enumerate(self.parts, start=1)
        )


def evidence_of(source: SourceText, flows: Iterable[Flow]) -> Evidence:
    """Return the stretches of several flows in order, each once."""
    return tuple(dict.fromkeys(quote for flow in flows for quote in flow.quotes(source)))


def read_items(paragraphs: Sequence[Paragraph]) -> tuple[PlainItem, ...]:
    """Return the list that ``paragraphs`` hold; sentences that say there is none are no items.

    In a numbered list bullets and letters are sub-items, and a paragraph between two items belongs
    to the first.  In a bulleted list deeper or differently marked bullets are sub-items, and a
    paragraph ends it.
    """
    first = next((each for each in paragraphs if each.kind == "item"), None)
    if first is None:
        return ()
    items = _numbered(paragraphs, first) if _is_number(first) else _bulleted(paragraphs, first)
    return tuple(item for item in items if not cued(_NEGATION).match(item.text))


def named_items(paragraphs: Sequence[Paragraph]) -> tuple[PlainItem, ...]:
    """Return the items that a paper names one by one, wherever they stand ("Recommendation 4").

    Below a heading all belongs to the item; after a name in the line only a list that it opens.
    One that a summary repeats counts once, where it is fullest.
    """
    found: dict[str, PlainItem] = {}
    for index in range(len(paragraphs)):
        item = _named_item(paragraphs, index)
        number = (item.number or "") if item else ""
        if item and (number not in found or _length(item) > _length(found[number])):
            found[number] = item
    return tuple(found[number] for number in sorted(found, key=int))


def _named_item(paragraphs: Sequence[Paragraph], index: int) -> PlainItem | None:
    each = paragraphs[index]
    below = list(takewhile(_is_below, paragraphs[index + 1 :]))
    alone = _NAME_ALONE.fullmatch(each.text) if each.marker is None else None
    if alone and below and each.kind in ("heading", "paragraph"):
        item = PlainItem(below[0], named=alone["number"])
        item.more = [part for part in below[1:] if part.kind == "paragraph"]
        item.parts = [part for part in below[1:] if part.kind == "item"]
        return item
    if not _is_named(each):
        return None
    item = PlainItem(each)
    if each.text.endswith(":"):
        item.parts = list(takewhile(lambda part: part.kind == "item", below))
    return item


def _is_below(paragraph: Paragraph) -> bool:
    named = _is_named(paragraph) or _NAME_ALONE.fullmatch(paragraph.text)
    return paragraph.kind in ("paragraph", "item") and not named


def _is_named(paragraph: Paragraph) -> bool:
    return paragraph.marker is not None and paragraph.marker.startswith("Recommendation")


def _length(item: PlainItem) -> int:
    return len(item.text) + sum(len(part.text) for part in item.parts)


def lead_in(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the words that lead into the first item ("… needs to:"), if a colon ends them."""
    above = None
    for each in paragraphs:
        if each.kind == "item":
            return above.text if above is not None and above.text.endswith(":") else None
        above = each
    return None


def list_section(paragraphs: Sequence[Paragraph], start: int) -> tuple[Paragraph, ...]:
    """Return the paragraphs from ``start`` to the heading that ends the list begun there.

    A sub-heading inside a numbered list is passed over where the numbers go on after it, or where
    it is set smaller than the list's own and items follow; so is a short line with a colon that
    leads into the list.
    """
    section: list[Paragraph] = []
    last: tuple[str, int] | None = None
    above = paragraphs[start - 1] if 0 < start <= len(paragraphs) else None
    for index in range(start, len(paragraphs)):
        each = paragraphs[index]
        if each.kind == "heading" and not (
            (not section and _leads_in(paragraphs[index : index + 2]))
            or _goes_on(paragraphs[index:], last)
            or heads_a_part(above, paragraphs[index : index + 2])
        ):
            break
        if each.kind in ("item", "paragraph"):
            section.append(each)
        last = _place(each) or last
    return tuple(section)


def heads_a_part(above: Paragraph | None, pair: Sequence[Paragraph]) -> bool:
    """Tell whether a heading is of a lower level than ``above`` and an item stands below it."""
    if above is None or above.kind != "heading" or len(pair) < 2 or pair[1].kind != "item":
        return False
    upper, lower = _level(above), _level(pair[0])
    return upper is not None and lower is not None and lower > upper


def _level(heading: Paragraph) -> float | None:
    """Return how low a heading is: by its rank, else by its print; None where neither tells."""
    line = heading.lines[0]
    if line.rank is not None:
        return line.rank
    return None if line.size is None else -round(line.size)


def _leads_in(pair: Sequence[Paragraph]) -> bool:
    return len(pair) > 1 and pair[0].text.endswith(":") and pair[1].kind == "item"


def _goes_on(paragraphs: Sequence[Paragraph], last: tuple[str, int] | None) -> bool:
    if last is None or paragraphs[0].text.startswith(("Appendix", "Annex")):
        return False
    following = next((place for each in paragraphs[:6] if (place := _place(each))), None)
    return following == (last[0], last[1] + 1)


def _place(paragraph: Paragraph) -> tuple[str, int] | None:
    """Return section and number of a numbered item ("2.", 3); letters and bullets have none."""
    number = paragraph.number or ""
    found = _DIGITS.search(number) if paragraph.kind == "item" else None
    return (number[: found.start()], int(found.group())) if found else None


def _is_number(paragraph: Paragraph) -> bool:
    return paragraph.number is not None


def _numbered(paragraphs: Sequence[Paragraph], first: Paragraph) -> list[PlainItem]:
    items: list[PlainItem] = []
    waiting: list[Paragraph] = []
    kind = _style(first)
    for each in paragraphs:
        if each.kind == "item" and _style(each) == kind:
            _settle(items, waiting)
            items.append(PlainItem(each))
        elif each.kind == "item" and items:
            _settle(items, waiting)
            items[-1].parts.append(each)
        elif items:
            waiting.append(each)
    if items and waiting and waiting[0].text[:1].islower():
        items[-1].more.append(waiting[0])
    return items


def _settle(items: list[PlainItem], waiting: list[Paragraph]) -> None:
    """Give the paragraphs since the last marker to the item before: an item follows them."""
    if items:
        items[-1].more.extend(waiting)
    waiting.clear()


def _style(paragraph: Paragraph) -> str:
    """Return what kind of marker an item has: digits, letters, roman numbers or bullets."""
    number = (paragraph.number or "").strip("().")
    if not number:
        return "bullet"
    if _DIGITS.search(number):
        return "digits" if number.isdigit() or "." not in number else f"level{number.count('.')}"
    return "letters"


def _bulleted(paragraphs: Sequence[Paragraph], first: Paragraph) -> list[PlainItem]:
    items: list[PlainItem] = []
    margin = first.left
    for each in paragraphs[list(paragraphs).index(first) :]:
        if each.kind != "item":
            if items and each.text[:1].islower():
                items[-1].more.append(each)
                continue
            break
        nested = each.left > margin + _nesting(each) and items
        other = items and each.marker != first.marker and items[-1].text.endswith(":")
        if nested or other:
            items[-1].parts.append(each)
        else:
            items.append(PlainItem(each))
    return items


def _nesting(paragraph: Paragraph) -> float:
    """Points in print, characters in text, by which a sub-item stands further right."""
    return 1.5 if paragraph.lines[0].size is None else 6.0


def is_bullet(paragraph: Paragraph) -> bool:
    """Tell whether an item is marked by a sign, not by a number or letter."""
    return paragraph.kind == "item" and (paragraph.marker is None or paragraph.marker in BULLETS)
