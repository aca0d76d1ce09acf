"""Inspections of local authority children's services (ILACS, since 2018).

All three titles, tables of four and five rows, one or two fieldwork windows, one or two leads.
"Area for priority action" in such a report is always history, never an item of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extractors.actors import find_council, shared_finder
from loaders.extractors.cues import cued
from loaders.extractors.events import find_events
from loaders.extractors.grades import read_grade_table
from loaders.extractors.list_headings import IMPROVEMENT, WHAT_IMPROVES
from loaders.extractors.lists import read_list
from loaders.extractors.sections import YEAR, paragraph_flows
from loaders.genres.cover import (
    Cover,
    announces,
    cover_lines,
    read_lead_inspectors,
)
from loaders.genres.history import (
    read_dated_inspections,
    read_opening_history,
    read_tenures_in_prose,
    read_undated_visits,
)
from loaders.genres.items import ListForm, headings_matching, recommendations_of
from loaders.genres.tabled import tabled_items
from loaders.page import SourceText, join_lines
from loaders.records import Actor, Findings, ItemKind, Judgement, Recommendation

TITLE = re.compile(r"Inspection of .*children[’'`]?s (?:social care )?services", re.IGNORECASE)
LEADERS_ROW = re.compile(r"^The impact of leaders\b", re.IGNORECASE)  # it may wrap there
LIST_HEADING = rf"{WHAT_IMPROVES}\s*[?:.]?\s*\d?"
RECOMMENDATIONS = "<<heading/plain-recommendations>>"
OTHER_HEADING = rf"(?:{IMPROVEMENT}|{RECOMMENDATIONS})\s*[?:.]?\s*\d?"
NEXT_SECTION = (
    r"^(?:The )?(?:experiences? and progress of (?:children|care)|impact of leaders on social work)"
    r"|^<<heading/full-inspection-section>>"
)


def recognises(source: SourceText) -> bool:
    """Whether the cover has an ILACS title, its days and the row on the impact of leaders."""
    cover = cover_lines(source)
    title = join_lines(line.text for line in cover[:12])
    graded = any(LEADERS_ROW.match(line.text) for line in cover)
    return bool(TITLE.search(title)) and graded and announces(cover)


def read(source: SourceText) -> Findings:
    """Return what an ILACS report says."""
    cover = Cover.of(source)
    council = find_council(source)
    judgements = read_grade_table(cover.lines, council, "ilacs-grade-table") if council else ()
    headings = headings_matching(source.body, cued(LIST_HEADING)) or headings_matching(
        source.body, cued(OTHER_HEADING)
    )
    recommendations, doubts = _improvement_list(source, council, headings)
    opening_end = headings[0] if headings else len(cover.lines)
    opening = read_opening_history(source, cover.lines, opening_end)
    mentioned = (*opening, *read_dated_inspections(source, opening_end, opening))
    dated, finder = paragraph_flows(source.body, YEAR), shared_finder(source.text, council)
    return replace(
        cover.findings("inspection-report", council, cover.inspection("ilacs", "ilacs", [council])),
        judgements=judgements,
        inspectors=read_lead_inspectors(cover.lines),
        recommendations=recommendations,
        inspection_references=(
            *mentioned,
            *read_undated_visits(source, mentioned),
        ),
        events=find_events(source, dated, finder),
        post_holdings=read_tenures_in_prose(source, dated, finder),
        doubts=(*doubts, *_cover_doubts(judgements, bool(cover.windows))),
    )


def _improvement_list(
    source: SourceText, council: Actor | None, headings: tuple[int, ...]
) -> tuple[tuple[Recommendation, ...], tuple[str, ...]]:
    for index in headings:
        form = ListForm(
            kind=_kind(source.body[index].text),
            rule="ilacs-improvement-list",
            heading=source.body[index].text,
            default_addressee=council,
        )
        finder = shared_finder(source.text, council)
        items = tabled_items(source, source.body, index, form, finder) or recommendations_of(
            read_list(source.body, index + 1, stop=cued(NEXT_SECTION)), form, 1
        )
        if items:
            return items, ()
    if headings:
        return (), ("what needs to improve is written as prose, not as a list",)
    return (), ("the report has no section on what needs to improve",)


def _kind(heading: str) -> ItemKind:
    named = cued(rf"\W*{RECOMMENDATIONS}\b").match(heading)
    return "recommendation" if named else "area for improvement"


def _cover_doubts(judgements: tuple[Judgement, ...], dated: bool) -> tuple[str, ...]:
    doubts = []
    if len(judgements) not in (4, 5):
        doubts.append(f"the grade table gave {len(judgements)} rows instead of four or five")
    if not dated:
        doubts.append("no inspection dates could be read from the cover")
    return tuple(doubts)
