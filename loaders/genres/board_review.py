"""Reviews of the effectiveness of a Local Safeguarding Children Board, published by themselves.

The board is judged, not the council; the lists are those of the second part of a single
inspection and are read by the same rules.
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extractors.actors import find_council, local_body
from loaders.extractors.grades import find_grade_sentence
from loaders.genres.cover import Cover, cover_lines, is_announced
from loaders.genres.sif import (
    BOARD_GRADE,
    find_lists,
    may_grade,
    read_inspection_team,
)
from loaders.page import SourceText, join_lines
from loaders.records import Findings

TITLE = re.compile(
    r"review of the effectiveness of the (?:local )?safeguarding children", re.IGNORECASE
)
INSPECTION_TITLE = re.compile(r"inspection of (?:services|local authority)", re.IGNORECASE)
TITLE_LINES = 12


def recognises(source: SourceText) -> bool:
    """Whether the cover announces a review of a board and no inspection of the council."""
    cover = cover_lines(source)
    title = join_lines(line.text for line in cover[:TITLE_LINES])
    return is_announced(cover, TITLE, TITLE_LINES) and not INSPECTION_TITLE.search(title)


def read(source: SourceText) -> Findings:
    """Return what the review says."""
    cover = Cover.of(source)
    council = find_council(source)
    board = local_body(council, "safeguarding-children-board") if council else None
    headings = [line for index, line in enumerate(source.body) if may_grade(source, index, line)]
    grade = (
        find_grade_sentence(headings, BOARD_GRADE, "lscb-effectiveness", board) if board else None
    )
    inspection = cover.inspection("lscb-review", "lscb-review", [council, board])
    return replace(
        cover.findings("board-review", council, inspection),
        judgements=(grade,) if grade else (),
        inspectors=read_inspection_team(source.body),
        recommendations=tuple(find_lists(source, board, board)),
        bodies=(board,) if board else (),
        doubts=() if grade else ("no sentence with the judgement on the board was found",),
    )
