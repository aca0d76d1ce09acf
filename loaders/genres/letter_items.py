"""What a visit letter itself asks for: priority actions and areas that need to improve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.extractors.actors import shared_finder
from loaders.extractors.cues import cued
from loaders.extractors.deadlines import find_due
from loaders.extractors.letters import Letter
from loaders.extractors.list_headings import IMPROVEMENT
from loaders.extractors.paragraphs import Paragraph
from loaders.extractors.plain_lists import PlainItem, lead_in, list_section, read_items
from loaders.extractors.registered import OFSTED
from loaders.genres.items import ListForm
from loaders.genres.tabled import tabled_items
from loaders.page import SourceText
from loaders.records import Actor, ItemKind, Recommendation

HEADINGS: tuple[tuple[ItemKind, str], ...] = (
    ("priority action", r"<<heading/priority-action>>:?\W*$"),
    ("area for improvement", rf"{IMPROVEMENT}[?:]*\d?\W*$"),
    ("recommendation", r"<<heading/plain-recommendations>>:?\W*$"),
)


@dataclass(frozen=True, slots=True)
class _List:
    """What the items of one list share."""

    kind: ItemKind
    heading: str
    lead_in: str | None
    council: Actor | None


def made_items(letter: Letter, council: Actor | None, before: int) -> tuple[Recommendation, ...]:
    """Return the items of the letter's own lists, numbered on after ``before`` earlier ones."""
    found = [
        item
        for kind, index in _headings(letter.body)
        for item in _items_below(letter, kind, index, council)
    ]
    return tuple(replace(item, order=order) for order, item in enumerate(found, before + 1))


def _headings(body: tuple[Paragraph, ...]) -> Iterator[tuple[ItemKind, int]]:
    for index, each in enumerate(body):
        if each.kind not in ("heading", "paragraph") or len(each.text) > 100:
            continue
        for kind, heading in HEADINGS:
            if cued(heading).match(each.text):
                yield kind, index
                break


def _items_below(
    letter: Letter, kind: ItemKind, index: int, council: Actor | None
) -> Iterator[Recommendation]:
    """Yield what stands below a heading: a table's rows, a list, or a single sentence."""
    heading = letter.body[index]
    form = ListForm(kind, "visit-letter-list", heading.text.strip(), council)
    rows = _rows(letter, index, form)
    if rows:
        yield from (replace(row, made_by=OFSTED) for row in rows)
        return
    section = list_section(letter.body, index + 1)
    listed = _List(kind, form.heading, lead_in(section), council)
    for item in read_items(section) or _prose_items(section):
        yield _recommendation(letter.source, item, listed)


def _rows(letter: Letter, index: int, form: ListForm) -> tuple[Recommendation, ...]:
    """Return the rows of the table that stands below a heading, after a sentence at most."""
    if not any(each.kind == "row" for each in letter.body[index + 1 : index + 3]):
        return ()
    source = letter.source
    line = letter.body[index].lines[-1]
    finder = shared_finder(source.text, form.default_addressee)
    return tabled_items(source, source.body, source.body.index(line), form, finder)


def _prose_items(section: tuple[Paragraph, ...]) -> tuple[PlainItem, ...]:
    """A single area is often printed as a sentence without a bullet."""
    lone = [each for each in section if each.kind == "paragraph"]
    if len(lone) != 1 or re.match(r"(?:there (?:are|were) no|no|none)\b", lone[0].text, re.I):
        return ()
    return (PlainItem(lone[0]),)


def _recommendation(
    source: SourceText,
    item: PlainItem,
    listed: _List,
) -> Recommendation:
    due = find_due(item.text)
    return Recommendation(
        evidence=item.evidence(source),
        rule="visit-letter-list",
        order=0,
        kind=listed.kind,
        text=item.text,
        number=item.number,
        list_heading=listed.heading,
        lead_in=listed.lead_in,
        parts=item.read_parts(source),
        made_by=OFSTED,
        default_addressee=listed.council,
        due=due.day if due else None,
        due_as_printed=due.words if due else None,
    )
