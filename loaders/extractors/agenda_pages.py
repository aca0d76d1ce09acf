"""Pages of a council's site on one item of a meeting: its title, its day and what was resolved.

What heads such a page is said by the vocabulary of genres: hidden labels of "committee-report".
Other headings and labels are those of the vocabulary of headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates
from loaders.extractors.flows import Flow
from loaders.extractors.paragraphs import Paragraph
from loaders.extractors.plain_lists import PlainItem, list_section, read_items
from loaders.page import SourceText
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

LINES_OF_HEAD = 8
_OVERSEER = r"\b<<attribution/oversight>>\b"
_RESOLVED = r"(?:It was )?<<heading/resolution>>\b[\s:–—-]*(?:\([^)]*\))?[\s:–—-]*"
_BODY_RESOLVED = r"(?:The )?<<heading/meeting-body>> (?:\w+ )?<<heading/resolution>>\b[^.]{0,30}:$"
_THAT = re.compile(r"(?:that|to)\b", re.IGNORECASE)
_MEETING = r"<<heading/meeting>>\b"


def is_agenda_page(source: SourceText) -> bool:
    """Tell whether a page is headed as an item of a meeting and tells of an overseer."""
    head = [line.text.strip(" :#*") for line in source.body[:LINES_OF_HEAD]]
    return any(_heads(line) for line in head) and bool(cued(_OVERSEER).search(source.text))


def agenda_title(paragraphs: Sequence[Paragraph]) -> Flow | None:
    """Return the heading of the item below what heads the page; None where it has none."""
    for each in paragraphs[:LINES_OF_HEAD]:
        if each.kind != "heading" or _heads(each.text) or cued(_MEETING).match(each.text):
            continue
        return None if each.text.endswith(":") or cued(_RESOLVED).match(each.text) else each.flow
    return None


def meeting_day(paragraphs: Sequence[Paragraph]) -> Flow | None:
    """Return the day that the page gives for the meeting or decision."""
    for each in paragraphs:
        dates = find_dates(each.text) if cued(_MEETING).match(each.text) else ()
        if dates:
            return each.flow.part(dates[0].start, dates[0].end)
    return _day_alone(paragraphs[:LINES_OF_HEAD])


def _day_alone(paragraphs: Sequence[Paragraph]) -> Flow | None:
    """Return the day that is all a line of the head prints."""
    for each in paragraphs:
        dates = find_dates(each.text)
        if len(dates) == 1 and not each.text.strip(" .,").replace(
            each.text[dates[0].start : dates[0].end], ""
        ):
            return each.flow.part(dates[0].start, dates[0].end)
    return None


def resolved(paragraphs: Sequence[Paragraph]) -> tuple[PlainItem | Flow, ...]:
    """Return what a meeting resolved: the items of its list, or the words after "RESOLVED"."""
    for index, each in enumerate(paragraphs):
        found = cued(_RESOLVED).match(each.text)
        if found is None:
            continue
        rest = each.text[found.end() :].strip()
        if _THAT.match(rest) and len(rest.split()) > 2 and not rest.endswith(":"):
            return (each.flow.part(found.end()),)
        if rest and not rest.endswith(":") and rest.lower() != "that":
            continue
        if listed := read_items(list_section(paragraphs, index + 1)):
            return tuple(_of_the_meeting(listed))
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if following and _THAT.match(following.text):
            return (following.flow,)
    return _resolved_by_a_body(paragraphs)


def _resolved_by_a_body(paragraphs: Sequence[Paragraph]) -> tuple[PlainItem | Flow, ...]:
    """Return the list below "The Committee resolved to:"."""
    for index, each in enumerate(paragraphs):
        if cued(_BODY_RESOLVED).match(each.text):
            return tuple(_of_the_meeting(read_items(list_section(paragraphs, index + 1))))
    return ()


def _of_the_meeting(items: Sequence[PlainItem]) -> Iterator[PlainItem]:
    """Yield the items that resolve "that …"; all where none begins so."""
    formal = [item for item in items if _THAT.match(item.text)]
    yield from formal or items


def _heads(line: str) -> bool:
    return bool(_headings().fullmatch(line.strip(" :#*")))


@lru_cache(maxsize=1)
def _headings() -> re.Pattern[str]:
    concept = vocabulary().concept("genre", "committee-report")
    return re.compile(rf"{any_of(concept.cues)}(?::.*)?", re.IGNORECASE)
