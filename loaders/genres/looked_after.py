"""Inspections of services for looked after children (2013)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.extractors.actors import find_council, shared_finder
from loaders.extractors.cues import cued
from loaders.extractors.events import find_events
from loaders.extractors.grades import read_grade_table
from loaders.extractors.lists import read_list
from loaders.extractors.sections import YEAR, paragraph_flows
from loaders.genres.cover import (
    Cover,
    cover_lines,
    read_lead_inspectors,
)
from loaders.genres.items import ListForm, headings_matching, recommendations_of
from loaders.page import Line, SourceText, join_lines
from loaders.records import Actor, Findings, Judgement, Recommendation

TITLE = re.compile(
    r"^inspection of (?:services for )?(?:looked after children|children looked after)",
    re.IGNORECASE,
)
LIST_HEADING = re.compile(r"Areas for improvement", re.IGNORECASE)
DEADLINE = re.compile(r"^(?:Immediately|Within .{3,20}(?:days|weeks|months?|year))\s*:?$", re.I)
RECORD_HEADING = re.compile(r"Record of main findings", re.IGNORECASE)
NEXT_SECTION = r"^<<heading/looked-after-section>>"


def recognises(source: SourceText) -> bool:
    """Whether the cover begins with the title of these inspections."""
    return bool(TITLE.match(join_lines(line.text for line in cover_lines(source)[:3])))


def read(source: SourceText) -> Findings:
    """Return what such a report says."""
    cover = Cover.of(source)
    council = find_council(source)
    inspection = cover.inspection("lac-2013", "lac-2013", [council])
    return replace(
        cover.findings("inspection-report", council, inspection),
        judgements=_judgements(source.body, council) if council else (),
        inspectors=read_lead_inspectors(cover.lines),
        recommendations=_recommendations(source.body, council),
        events=find_events(
            source, paragraph_flows(source.body, YEAR), shared_finder(source.text, council)
        ),
        doubts=() if cover.windows else ("no inspection dates could be read from the cover",),
    )


def _judgements(lines: Sequence[Line], council: Actor) -> tuple[Judgement, ...]:
    """Return the table at the end of the report; the contents page names it too."""
    for index in reversed(headings_matching(lines, RECORD_HEADING)):
        page = [line for line in lines[index + 1 :] if line.page == lines[index].page]
        table = read_grade_table(page, council, "record-of-main-findings")
        if table:
            return table
    return ()


def _recommendations(lines: Sequence[Line], council: Actor | None) -> tuple[Recommendation, ...]:
    """Return the bullets under the deadlines; the numbered lead-in before them is no item."""
    for index in headings_matching(lines, LIST_HEADING):
        begin = next(
            (at for at in range(index + 1, min(index + 12, len(lines))) if _is_deadline(lines[at])),
            index + 1,
        )
        reading = read_list(lines, begin, stop=cued(NEXT_SECTION), subheading=DEADLINE)
        form = ListForm(
            kind="area for improvement",
            rule="looked-after-deadline-list",
            heading=lines[index].text,
            default_addressee=council,
            deadlines=True,
        )
        if reading.items:
            return recommendations_of(reading, form, 1)
    return ()


def _is_deadline(line: Line) -> bool:
    return bool(DEADLINE.match(line.text))
