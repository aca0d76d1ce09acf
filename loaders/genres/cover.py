"""What the first page of an inspection report prints: title, dates, lead inspectors."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from loaders.extractors.cues import cued
from loaders.extractors.dates import FoundDate, find_dates, find_windows
from loaders.extractors.registered import OFSTED
from loaders.extractors.sections import paragraph_flows
from loaders.extractors.teams import read_cover_inspectors
from loaders.page import Line, SourceText, join_lines, quote_lines
from loaders.records import (
    Actor,
    DocumentReference,
    Evidence,
    Findings,
    Inspection,
    Inspector,
    PartialDate,
    Printed,
)

FIELDWORK = r"^<<heading/fieldwork>>\s*[:–—-]?"
PUBLISHED = r"^<<heading/published>>\s*:"
LEAD = r"^<<heading/lead-inspector>>\s*[:–—-]?"
LABEL = (
    r"^(?:<<heading/fieldwork>>|<<heading/published>>|<<heading/lead-inspector>>"
    r"|<<heading/cover-label>>)\b"
)
EARLIER_ISSUE = re.compile(
    r"(?:[A-Z][^.;]{3,140})?\b(?:originally|first) published on\b", re.IGNORECASE
)
ANNOUNCED = (
    r"(?<!\w)(?:<<heading/fieldwork>>|<<heading/published>>|<<heading/lead-inspector>>)\s*:"
    r"|\bThe overall judgement is\b"
)
IN_A_SENTENCE = re.compile(
    r"(?:\b(?:the|an?|of|for|from|on|this|that|following|recent|(?:the|an) Ofsted)|[’']s)"
    r"\s+(?:re-?)?$",
    re.IGNORECASE,
)
TITLE_LINE = re.compile(r"\s*(?:Re-?inspection|Inspection|Review) of ")  # of its own
ON_ONE_LINE = r"\s(?=(?:<<heading/fieldwork>>|Report published|<<heading/lead-inspector>>)\s*:)"
MAX_TITLE_LINES = 9
MOST_CHARACTERS_OF_VALUE = 80  # two days with their label
FOOTNOTE_DIGIT = re.compile(r"(?<=[a-z])\d$")  # "Safeguarding Children Board1"


def cover_lines(source: SourceText) -> tuple[Line, ...]:
    """Return the lines of the first page (of the first 60 lines where there are no pages)."""
    first = source.body[0].page if source.body else None
    if first is None:
        return source.body[:60]
    return tuple(line for line in source.body if line.page == first)


def is_announced(cover: Sequence[Line], title: re.Pattern[str], lines: int) -> bool:
    """Whether ``title`` heads the first lines of a cover with days, inspector or judgement.

    Frameworks, agendas and minutes name an inspection in a sentence: the title stands at the
    beginning of a line or after a name, not after "the", "of" or "following an".
    """
    words = join_lines(line.text for line in cover[:lines])
    printed = title.search(words)
    if printed is None:
        return False
    on_a_line = any(TITLE_LINE.match(line.text) for line in cover[:lines])
    in_a_sentence = IN_A_SENTENCE.search(words, 0, printed.start()) and not on_a_line
    return announces(cover) and not in_a_sentence


def announces(cover: Sequence[Line]) -> bool:
    """Whether a cover prints the days, the inspector or the judgement of an inspection."""
    return any(cued(ANNOUNCED).search(line.text) for line in cover)


def read_title(cover: Sequence[Line]) -> Printed | None:
    """Return the lines above the first printed label ("Inspection dates") as the title."""
    title: list[Line] = []
    for line in cover[:MAX_TITLE_LINES]:
        if cued(LABEL).match(line.text):
            break
        title.append(line)
        if cued(ON_ONE_LINE).search(line.text):
            break
    if not title:
        return None
    words = join_lines(
        FOOTNOTE_DIGIT.sub("", cued(ON_ONE_LINE).split(line.prose, maxsplit=1)[0]) for line in title
    )
    return Printed(evidence=quote_lines(title), rule="cover-title", value=words)


def labelled(cover: Sequence[Line], label: re.Pattern[str]) -> tuple[Line, ...]:
    """Return the line that begins with ``label`` and the lines that continue it."""
    for index, line in enumerate(cover):
        if label.match(line.text):
            block = [line]
            for following in cover[index + 1 : index + 4]:
                # a continued line is close; the next label or the grade table ends it
                if cued(LABEL).match(following.text) or following.gap > 1.6:
                    break
                block.append(following)
            return tuple(block)
    return ()


def read_fieldwork(
    cover: Sequence[Line],
) -> tuple[tuple[tuple[datetime.date, datetime.date], ...], Evidence]:
    """Return the fieldwork windows (first and last day of each) and where they are printed."""
    block = labelled(cover, cued(FIELDWORK))
    text = join_lines(line.text for line in block)
    if not block:
        block, text = _within_a_line(cover, cued(FIELDWORK))
    windows = find_windows(cued(FIELDWORK).sub("", text))
    found = tuple((window.first, window.last) for window in windows)
    return found, quote_lines(block) if found else ()


def read_published(cover: Sequence[Line]) -> tuple[PartialDate | None, Evidence]:
    """Return the printed date of publication and its place, or None."""
    for line in cover:
        if cued(PUBLISHED).match(line.text):
            dates: tuple[FoundDate, ...] = find_dates(line.text)
            if dates:
                return dates[0].date, quote_lines([line])
    block, text = _within_a_line(cover, cued(PUBLISHED))
    dates = find_dates(text)
    return (dates[0].date, quote_lines(block)) if dates else (None, ())


def _within_a_line(cover: Sequence[Line], label: re.Pattern[str]) -> tuple[tuple[Line, ...], str]:
    """Return a line and what it prints at ``label``, where the text runs on without line ends."""
    for line in cover[:MAX_TITLE_LINES]:
        for piece in cued(ON_ONE_LINE).split(line.text)[1:]:
            if label.match(piece):
                return (line,), piece[:MOST_CHARACTERS_OF_VALUE]
    return (), ""


def read_earlier_issue(source: SourceText, cover: Sequence[Line]) -> tuple[DocumentReference, ...]:
    """Return the earlier issue of a part of the report that a footnote of the cover dates.

    The reports of 2014 on board and council together say when the part on the council came out;
    that is the date of another document, not of this one.
    """
    found = []
    for flow in paragraph_flows(cover, EARLIER_ISSUE):
        told = EARLIER_ISSUE.search(flow.text)
        dates = find_dates(flow.text[told.end() :]) if told else ()
        if told and dates and dates[0].start < 3:
            end = told.end() + dates[0].end
            found.append(
                DocumentReference(
                    evidence=flow.quotes(source, told.start(), end),
                    rule="cover-earlier-issue",
                    text=flow.text[told.start() : end],
                    genre="inspection-report",
                    date=dates[0].date,
                )
            )
    return tuple(found)


def read_lead_inspectors(cover: Sequence[Line]) -> tuple[Inspector, ...]:
    """Return the lead (or reporting) inspectors of the cover."""
    block = labelled(cover, cued(LEAD))
    return read_cover_inspectors(block, cued(LEAD)) if block else ()


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page of a report by Ofsted prints, in the order of its reading."""

    lines: tuple[Line, ...]
    title: Printed | None
    windows: tuple[tuple[datetime.date, datetime.date], ...]
    fieldwork_evidence: Evidence
    published: PartialDate | None
    published_evidence: Evidence

    @classmethod
    def of(cls, source: SourceText) -> Cover:
        """Read the first page of ``source``."""
        lines = cover_lines(source)
        return cls(lines, read_title(lines), *read_fieldwork(lines), *read_published(lines))

    def inspection(
        self, inspection_type: str, framework: str, inspects: Iterable[Actor | None]
    ) -> Inspection:
        """Return the inspection that the cover announces, of the bodies that are known."""
        return Inspection(
            evidence=self.fieldwork_evidence or self._title_evidence,
            rule="cover-inspection-dates",
            inspection_type=inspection_type,
            framework=framework,
            windows=self.windows,
            inspects=tuple(body for body in inspects if body),
            inspected_by=("ofsted",),
        )

    def findings(self, genre: str, council: Actor | None, inspection: Inspection) -> Findings:
        """Return what the cover says of the document itself; the rest is for the genre to add."""
        return Findings(
            genre=genre,
            framework=inspection.framework,
            concerns=council,
            concerns_evidence=self._title_evidence,
            title=self.title,
            publisher=OFSTED,
            published=self.published,
            published_evidence=self.published_evidence,
            inspection=inspection,
        )

    @property
    def _title_evidence(self) -> Evidence:
        return self.title.evidence if self.title else ()
