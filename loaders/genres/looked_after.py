"""Inspections before 2014: of looked after children (2013) and those that went before it.

From 2009 to 2012 safeguarding and looked after children were inspected together, with a list for
each; in 2012 and 2013 the protection of children alone.
"""

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
    announces,
    cover_lines,
    read_lead_inspectors,
)
from loaders.genres.items import DEADLINE, ListForm, headings_matching, recommendations_of
from loaders.page import Line, SourceText, join_lines
from loaders.records import Actor, Findings, Judgement, Recommendation

TITLES = (  # with type and framework
    (r"inspection of <<heading/looked-after-title>>", "lac-2013", "lac-2013"),
    (r"inspection of <<heading/safeguarding-title>>", "safeguarding-and-looked-after", "sla-2009"),
    (r"inspection of <<heading/protection-title>>", "child-protection", "cp-2012"),
)
LIST_HEADING = re.compile(r"Areas for improvement", re.IGNORECASE)
RECORD_HEADING = re.compile(r"Record of main findings:?", re.IGNORECASE)
ONE_SERVICE = ("lac-2013", "child-protection")  # else a grade may be of either service
NEXT_SECTION = r"^<<heading/looked-after-section>>"


def recognises(source: SourceText) -> bool:
    """Whether the cover begins with the title of these inspections."""
    return _titled(source) is not None


def _titled(source: SourceText) -> tuple[str, str] | None:
    """Return type and framework of the inspection whose title begins the cover.

    The council's name may stand above it.
    """
    lines = cover_lines(source)[:4]
    starts = (0, 1) if announces(cover_lines(source)) else (0,)
    for start in starts:
        words = join_lines(line.text for line in lines[start : start + 3])
        for title, kind, framework in TITLES:
            if cued(title).match(words):
                return kind, framework
    return None


def read(source: SourceText) -> Findings:
    """Return what such a report says."""
    cover = Cover.of(source)
    council = find_council(source)
    kind, framework = _titled(source) or (TITLES[0][1], TITLES[0][2])
    inspection = cover.inspection(kind, framework, [council])
    return replace(
        cover.findings("inspection-report", council, inspection),
        judgements=_judgements(source.body, council) if council and kind in ONE_SERVICE else (),
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
    found: list[Recommendation] = []
    for index in headings_matching(lines, LIST_HEADING):
        begin = next(
            (at for at in range(index + 1, min(index + 12, len(lines))) if _is_deadline(lines[at])),
            index + 1,
        )
        reading = read_list(lines, begin, stop=cued(NEXT_SECTION), subheading=_deadline())
        form = ListForm(
            kind="area for improvement",
            rule="looked-after-deadline-list",
            heading=lines[index].text,
            default_addressee=council,
            deadlines=True,
        )
        found += recommendations_of(reading, form, len(found) + 1)
    return tuple(found)


def _is_deadline(line: Line) -> bool:
    return bool(_deadline().match(line.text))


def _deadline() -> re.Pattern[str]:
    return cued(rf"^{DEADLINE}$")
