"""Grade tables and grade sentences of inspection reports.

A row's label may wrap over three lines while its grade stands beside any of them, so labels are
matched with the vocabulary of judgement areas and grades are paired with them by height.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from loaders.extractors.cues import cued
from loaders.page import Line, join_lines, quote_lines
from loaders.records import Actor, Judgement
from ontology.vocabulary import Concept, vocabulary

ROW_NUMBER = re.compile(r"^\d(?:\.\d)?\.?\s+")
MAX_LABEL_LINES = 4
ROW_MARGIN = 13.0  # points that a grade may stand above or below its label's lines
COLUMN_DISTANCE = 60.0  # points from the label's left edge to the column of grades
APART = 60.0  # points between two columns of grades
_REMARK = r"(?:\s*\([^()]*\)?|\s*[,–—-]\s*<<heading/grade-remark>>\b[^:;]{0,40})?"
_HEADER = r"\W*<<heading/cover-label>>\b"
_EARLIER_COLUMN = r"\W*<<heading/earlier-column>>\b"


@dataclass(frozen=True, slots=True)
class _Fragment:
    """A grade in the right column, or at the end of a label's line."""

    lines: tuple[Line, ...]
    text: str


def grade_named(words: str) -> Concept | None:
    """Return the grade that ``words`` print ("Requires improvement to be good"), if one."""
    name = words.strip(" .:;")
    return vocabulary().named("grade", name) if name else None


def _without_remark(words: str) -> str:
    """Return what a cell prints before a remark on the grade ("(no change)", "– improved")."""
    return cued(f"{_REMARK}$").sub("", words, count=1)


@lru_cache(maxsize=1024)
def split_trailing_grade(text: str) -> tuple[str, str]:
    """Split "Adoption performance Good" into label and grade; the grade is "" if none ends it."""
    match = _trailing_grade().search(text)
    return (text[: match.start()].strip(" :-–"), match.group(1)) if match else (text, "")


@lru_cache(maxsize=1)
def _trailing_grade() -> re.Pattern[str]:
    names = {name for concept in vocabulary().scheme("grade") for name in concept.names}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    choices = "|".join(re.escape(name) for name in longest_first)
    return cued(rf"(?:^|[\s:])({choices})\s*\.?{_REMARK}$")


def read_grade_table(lines: Sequence[Line], body: Actor, rule: str) -> tuple[Judgement, ...]:
    """Return the judgements of the table that stands somewhere in ``lines`` of one page."""
    judgements: list[Judgement] = []
    index = 0
    while index < len(lines):
        area, used = _area_at(lines, index)
        if area is None:
            index += 1
            continue
        label = lines[index : index + used]
        grade = _grade_beside(label, lines)
        if grade and area.slug not in {found.area for found in judgements}:
            judgements.append(_judgement(area, label, grade, body, rule))
        index += used
    return tuple(judgements)


def _judgement(
    area: Concept, label: Sequence[Line], grade: _Fragment, body: Actor, rule: str
) -> Judgement:
    concept = grade_named(grade.text)
    assert concept is not None  # _grade_beside returns only named grades
    extra = [line for line in grade.lines if line not in label]
    return Judgement(
        evidence=quote_lines([*label, *extra]),
        rule=rule,
        area=area.slug,
        area_as_printed=_label_text(label),
        grade=concept.slug,
        grade_as_printed=grade.text,
        body=body,
    )


def _area_at(lines: Sequence[Line], index: int) -> tuple[Concept | None, int]:
    """Return the area whose label begins at ``index`` and its number of lines, longest first."""
    found: tuple[Concept | None, int] = (None, 1)
    first = lines[index]
    if not split_trailing_grade(first.text)[0]:
        return found
    label: list[Line] = []
    for line in lines[index : index + MAX_LABEL_LINES + 2]:
        if label and (line.page != first.page or line.x > first.x + COLUMN_DISTANCE):
            continue
        label.append(line)
        if len(label) > MAX_LABEL_LINES:
            break
        area = vocabulary().named("area", _label_text(label))
        if area:
            found = (area, lines.index(line) - index + 1)
    return found


def _label_text(label: Sequence[Line]) -> str:
    joined = join_lines(
        split_trailing_grade(line.text)[0] for line in label if _is_label(line, label[0])
    )
    return ROW_NUMBER.sub("", joined)


def _is_label(line: Line, first: Line) -> bool:
    return line.x <= first.x + COLUMN_DISTANCE


def _grade_beside(label: Sequence[Line], lines: Sequence[Line]) -> _Fragment | None:
    left = [line for line in label if _is_label(line, label[0])]
    if left[0].block == "cell":  # a label's own cells; those of its grades follow
        left = list(takewhile(lambda line: split_trailing_grade(line.text)[0], left))
    for line in left:
        _, grade = split_trailing_grade(line.text)
        if grade:
            return _Fragment((line,), grade)
    if left[0].page is None and (below := _grade_below(left, lines)):
        return below
    top, bottom = left[0].y - ROW_MARGIN, left[-1].y + ROW_MARGIN
    beside = [
        line
        for line in lines
        if line.page == left[0].page
        and top <= line.y <= bottom
        and line.x > left[0].x + COLUMN_DISTANCE
    ]
    now = _of_this_inspection(beside, lines)
    text = _without_remark(join_lines(line.text for line in sorted(now, key=lambda line: line.y)))
    return _Fragment(tuple(now), text) if grade_named(text) else None


def _of_this_inspection(beside: list[Line], lines: Sequence[Line]) -> list[Line]:
    """Return what stands beside a label without the column of an earlier inspection's grades."""
    if not beside or max(line.x for line in beside) - min(line.x for line in beside) < APART:
        return beside
    earlier = [
        head for head in lines if head.y < beside[0].y and cued(_EARLIER_COLUMN).match(head.text)
    ]
    return [
        line for line in beside if not any(abs(line.x - head.x) < APART / 2 for head in earlier)
    ]


def _grade_below(label: Sequence[Line], lines: Sequence[Line]) -> _Fragment | None:
    """Return a grade on the lines after its label, where a text keeps no columns."""
    after = lines.index(label[-1]) + 1 + _columns_before_grade(lines, label[0])
    for count in (1, 2, 3):
        beneath = tuple(lines[after : after + count])
        text = _without_remark(join_lines(line.text for line in beneath))
        if grade_named(text):
            return _Fragment(beneath, text)
    return None


def _columns_before_grade(lines: Sequence[Line], label: Line) -> int:
    """Count the columns of earlier grades that a header of cells names before this one's."""
    cells = [line for line in lines[: lines.index(label)] if line.block == "cell"]
    head = next((at for at, line in enumerate(cells) if cued(_HEADER).match(line.text)), None)
    after = cells[head + 1 :] if head is not None else []
    return len(list(takewhile(lambda line: cued(_EARLIER_COLUMN).match(line.text), after)))


def find_grade_sentence(
    lines: Sequence[Line], subject: re.Pattern[str], area: str, body: Actor
) -> Judgement | None:
    """Return the judgement of the first sentence that begins like ``subject`` and ends in a grade.

    ``lines`` are headings or a cover page: definitions at the end of a report ("a good authority
    …") must not be among them.  A sentence may run over three lines.
    """
    for index, line in enumerate(lines):
        if not subject.match(line.text):
            continue
        for count in (1, 2, 3):
            sentence = lines[index : index + count]
            text = join_lines(part.text for part in sentence)
            _, words = split_trailing_grade(text)
            concept = grade_named(words) if words else None
            if concept:
                return Judgement(
                    evidence=quote_lines(sentence),
                    rule="grade-sentence",
                    area=area,
                    area_as_printed=text,
                    grade=concept.slug,
                    grade_as_printed=words,
                    body=body,
                )
    return None
