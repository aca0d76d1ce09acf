"""What a visit letter itself asks for: priority actions and areas that need to improve."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.extractors.cues import cued
from loaders.extractors.deadlines import find_due
from loaders.extractors.letters import Letter
from loaders.extractors.paragraphs import Paragraph
from loaders.extractors.plain_lists import PlainItem, lead_in, list_section, read_items
from loaders.page import SourceText
from loaders.records import Actor, ItemKind, Recommendation

OFSTED = Actor(kind="body", label="Ofsted", body="ofsted")
HEADINGS: tuple[tuple[ItemKind, str], ...] = (
    ("priority action", r"<<heading/priority-action>>:?\W*$"),
    ("area for improvement", r"<<heading/improvement>>[?:]*\d?\W*$"),
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
        (item, _List(kind, heading, lead_in(section), council))
        for kind, heading, section in _sections(letter.body)
        for item in read_items(section) or _prose_items(section)
    ]
    return tuple(
        _recommendation(letter.source, item, listed, order)
        for order, (item, listed) in enumerate(found, start=before + 1)
    )


def _sections(
    body: tuple[Paragraph, ...],
) -> Iterator[tuple[ItemKind, str, tuple[Paragraph, ...]]]:
    for index, each in enumerate(body):
        if each.kind not in ("heading", "paragraph") or len(each.text) > 100:
            continue
        for kind, heading in HEADINGS:
            if cued(heading).match(each.text):
                yield kind, each.text.strip(), list_section(body, index + 1)


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
    order: int,
) -> Recommendation:
    due = find_due(item.text)
    return Recommendation(
        evidence=item.evidence(source),
        rule="visit-letter-list",
        order=order,
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
