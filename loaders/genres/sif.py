"""Single inspections (SIF, 2013 to 2018), with and without a review of the safeguarding board.

Two list styles: "Priority and immediate action" and "Areas for improvement" with the report's
running paragraph numbers (2014 to early 2015), and "Recommendations" numbered from 1 (later).
The board's own lists stand in the second part of the report and continue its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extractors.actors import find_council, local_body, shared_finder
from loaders.extractors.area_figures import read_area_figures
from loaders.extractors.cues import cued
from loaders.extractors.events import find_events
from loaders.extractors.grades import find_grade_sentence, read_grade_table
from loaders.extractors.list_headings import IMPROVEMENT
from loaders.extractors.lists import read_list
from loaders.extractors.sections import YEAR, paragraph_flows
from loaders.extractors.teams import read_team
from loaders.genres.cover import Cover, cover_lines, is_announced, read_earlier_issue
from loaders.genres.history import (
    read_history_block,
    read_leadership,
    read_named_inspections,
    read_undated_visits,
)
from loaders.genres.items import ListForm, headings_matching, recommendations_of, stands_out
from loaders.genres.tabled import tabled_items
from loaders.page import Line, SourceText, join_lines
from loaders.records import (
    Actor,
    Findings,
    Inspector,
    ItemKind,
    Judgement,
    Recommendation,
)

TITLE = re.compile(
    r"inspection of .{0,60}\bchildren in need of help (?:and|or|and/or) protection", re.IGNORECASE
)
REINSPECTION = re.compile(r"\bre-?inspection of .{0,60}\bchildren", re.IGNORECASE)
LIST_HEADING = (
    rf"(?:<<heading/recommendations>>|<<heading/plain-recommendations>>|{IMPROVEMENT})"
    r"\s*[:?]?\s*\d?"
)
NEED_HEADING = r"What does .{2,80}need to improve\s*\??\s*\d?"
BOARD = re.compile(r"\bL?SCB\b|safeguarding children(?:’s|'s)? board", re.IGNORECASE)
PRIORITY = re.compile(r"priority|immediate", re.IGNORECASE)
NEXT_SECTION = (
    r"^(?:(?:<<heading/single-inspection-section>>|The .{2,60} strengths?\b"
    r"|The .{2,60} has the following strengths|What .{2,60} does well)"
    r"|(?:The )?experiences? and progress of (?:children|care))"
)
TEAM_HEADING = r"<<heading/team>>:?"
OVERALL = re.compile(
    r"^(?:The overall judgement (?:is|of|for)\b"
    r"|(?:Overall,? )?Children[’'`]?s (?:social care )?services (?:in|for|within)\b"
    r"|(?:Overall,? )?services for children (?:in|and)\b)",
    re.IGNORECASE,
)
BOARD_GRADE = re.compile(
    r"^(?:The (?:effectiveness|arrangements) (?:of|in place to evaluate).*|The .{0,60}(?:local )?"
    r"safeguarding children board\b.*|The LSCB (?:is|requires)\b.*)",
    re.IGNORECASE,
)
BOARD_PART = re.compile(
    r"(?:(?:Section \d:? )?(?:Review of )?(?:the )?effectiveness of the (?:LSCB|local safeguarding)"
    r"|The (?!chair\b).{0,60}safeguarding children(?:[’'`]s)? board\b).*(?<!\d)",
    re.IGNORECASE,
)
TITLE_LINES = 14  # council, two titles over several lines, dates


def recognises(source: SourceText) -> bool:
    """Whether the cover has the title of a single inspection."""
    return is_announced(cover_lines(source), TITLE, TITLE_LINES)


def read(source: SourceText) -> Findings:
    """Return what a single inspection report says."""
    cover = Cover.of(source)
    council = find_council(source)
    board = _board(cover, council)
    kind = "sif-reinspection" if REINSPECTION.search(_words(cover)) else "sif"
    judgements = _judgements(source, cover.lines, council, board)
    inspection = cover.inspection(kind, "sif", [council, board])
    listed = read_history_block(source)
    mentioned = (*listed, *read_named_inspections(source, 0, listed))
    return replace(
        cover.findings("inspection-report", council, inspection),
        judgements=judgements,
        inspectors=read_inspection_team(source.body),
        recommendations=tuple(find_lists(source, council, board)),
        inspection_references=(
            *mentioned,
            *read_undated_visits(source, mentioned),
        ),
        document_references=read_earlier_issue(source, cover.lines),
        post_holdings=read_leadership(source, council) if council else (),
        bodies=(board,) if board else (),
        figures=tuple(read_area_figures(source)),
        events=find_events(
            source, paragraph_flows(source.body, YEAR), shared_finder(source.text, council)
        ),
        doubts=_doubts(judgements, bool(cover.windows)),
    )


def _words(cover: Cover) -> str:
    return join_lines(line.text for line in cover.lines[:TITLE_LINES])


def _board(cover: Cover, council: Actor | None) -> Actor | None:
    if council is None or not re.search("safeguarding children", _words(cover), re.IGNORECASE):
        return None
    return local_body(council, "safeguarding-children-board")


def _judgements(
    source: SourceText, cover: Sequence[Line], council: Actor | None, board: Actor | None
) -> tuple[Judgement, ...]:
    if council is None:
        return ()
    table = read_grade_table(cover, council, "sif-grade-table")
    found = list(table)
    if not any(judgement.area == "overall-effectiveness" for judgement in table):
        overall = find_grade_sentence(cover, OVERALL, "overall-effectiveness", council)
        found += [overall] if overall else []
    if board:
        headings = [
            line for index, line in enumerate(source.body) if may_grade(source, index, line)
        ]
        grade = find_grade_sentence(headings, BOARD_GRADE, "lscb-effectiveness", board)
        found += [grade] if grade else []
    return tuple(found)


def may_grade(source: SourceText, index: int, line: Line) -> bool:
    """Grades of the board stand on the cover or in headings; definitions in plain print."""
    return line.page == source.body[0].page or line.bold or stands_out(source.body, index)


def read_inspection_team(lines: Sequence[Line]) -> tuple[Inspector, ...]:
    """Return the team listed under the heading "The inspection team"."""
    for index in headings_matching(lines, cued(TEAM_HEADING)):
        team = read_team(lines[index + 1 : index + 30])
        if team:
            return team
    return ()


def find_lists(
    source: SourceText, council: Actor | None, board: Actor | None
) -> Iterator[Recommendation]:
    """Yield the items of all lists of what has to improve, the council's and the board's."""
    lines, finder = source.body, shared_finder(source.text, council)
    order = 1
    end = 0
    for index in headings_matching(lines, cued(f"{LIST_HEADING}|{NEED_HEADING}")):
        if index < end:
            continue
        form = _form(lines, index, council, board)
        items = tabled_items(source, lines, index, form, finder)
        if not items:
            reading = read_list(lines, index + 1, stop=_stop())
            items = recommendations_of(reading, form, order)
            end = reading.end if reading.items else end
        yield from (replace(item, order=at) for at, item in enumerate(items, order))
        order += len(items)


def _stop() -> re.Pattern[str]:
    return cued(f"{NEXT_SECTION}|^(?:{LIST_HEADING}|{NEED_HEADING})$")


def _form(
    lines: Sequence[Line], index: int, council: Actor | None, board: Actor | None
) -> ListForm:
    heading = lines[index].text
    addressee = board if board and _is_board_part(lines, index) else council
    kind: ItemKind = "recommendation"
    if PRIORITY.search(heading):
        kind = "priority action"
    elif not cued(r"(?:\w+ )?recommendations?\b").match(heading):
        kind = "area for improvement"
    style = "board" if addressee is board and board else "authority"
    return ListForm(kind, f"sif-{style}-{kind.replace(' ', '-')}-list", heading, addressee)


def _is_board_part(lines: Sequence[Line], index: int) -> bool:
    """Whether the nearest part heading above a list is the safeguarding board's."""
    for above in range(index, -1, -1):
        line = lines[above]
        if cued(NEED_HEADING).match(line.text):
            return bool(BOARD.search(line.text))
        on_cover = line.page == lines[0].page
        if not on_cover and BOARD_PART.fullmatch(line.text.strip()) and stands_out(lines, above):
            return True
    return False


def _doubts(judgements: tuple[Judgement, ...], dated: bool) -> tuple[str, ...]:
    doubts = []
    areas = {judgement.area for judgement in judgements}
    if "overall-effectiveness" not in areas:
        doubts.append("no sentence with the overall judgement was found on the cover")
    if len(judgements) < 5:
        doubts.append(f"only {len(judgements)} grades were found")
    if not dated:
        doubts.append("no inspection dates could be read from the cover")
    return tuple(doubts)
