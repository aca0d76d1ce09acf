"""Area SEND reports: joint inspections of local area partnerships by Ofsted and CQC, 2023-.

The outcome is one of three sentences.  Priority actions stand in a table "Responsible body | Areas
for priority action", areas for improvement in a table of one column: a row is an item.  Dates,
previous inspection and team are printed, the date of publication is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.extractors.addressees import Entry, post_holding, post_of, split_entry
from loaders.extractors.cues import cued
from loaders.extractors.dates import FoundRange, find_windows, parse_date
from loaders.extractors.events import find_events
from loaders.extractors.flows import Flow
from loaders.extractors.inspectorates import inspectorates_in
from loaders.extractors.joint_teams import read_joint_team
from loaders.extractors.list_headings import AREA_SEND, IMPROVEMENT_LINE, PRIORITY_LINE, TAIL
from loaders.extractors.references import find_inspection_references
from loaders.extractors.registered import OFSTED
from loaders.extractors.sections import YEAR, Sections, paragraph_flows
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.tables import find_tables
from loaders.genres.area_partnership import OfAnArea
from loaders.genres.cover import announces, cover_lines
from loaders.genres.history import read_tenures_in_prose
from loaders.genres.send_items import SendItems
from loaders.page import Cell, Line, SourceText, Table, join_lines, quote_lines
from loaders.records import (
    Actor,
    Event,
    Findings,
    Inspection,
    InspectionReference,
    Judgement,
    PartialDate,
    PostHolding,
    Printed,
    Requirement,
    StatedInspection,
)
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

GENRE, FRAMEWORK = "area-send-report", "area-send"
INSPECTION, MONITORING = "area-send", "area-send-revisit"
OUTCOME_AREA = "inspection-outcome"

_AGAIN = r"(?P<again>monitoring |re-?)?"
TITLE = rf"^\W*Area {AREA_SEND} {_AGAIN}(?:full )?inspection(?: of\b|: )"
OTHER_TITLE = (  # of a report that prints days of fieldwork on its cover
    rf"^\W*(?:[A-Z][^.:]{{2,60}}: )?(?:(?:joint|local|area) )*{AREA_SEND} {_AGAIN}inspection\b"
    rf"|^\W*(?:joint )?(?:local )?(?:area )?(?P<anew>re-?)?inspection of {AREA_SEND}"
)
DATES = r"^\W*<<heading/fieldwork>>\s*:"
PREVIOUS = re.compile(r"^\W*Dates? of (?:the )?previous (?:\w+ )?inspections?\s*:?", re.IGNORECASE)
MOST_LINES_BEFORE_TITLE = 12
MOST_LINES_OF_TITLE = 4

OUTCOME = rf"^\W*<<heading/outcome>>{TAIL}"
DETAILS = rf"^\W*<<heading/details>>{TAIL}"
TEAM = rf"^\W*<<heading/team>>{TAIL}"
OTHER = r"^\W*<<heading/area-section>>"
LOCAL_AUTHORITY = re.compile(r"local authorit(?:y|ies)", re.IGNORECASE)

BEFORE_BODY = re.compile(r"[\s,–-]*(?:\b(?:of|at|for)\b)?(?:\s+the)?[\s,–-]*$", re.IGNORECASE)
GRADE_PREFIX = re.compile(r"^(?:typically )?leads? to ", re.IGNORECASE)
PLAN_REQUIRED = re.compile(r"\brequires?\b.+\b(?:prepare|submit|produce)\b.+\bplan\b", re.I)
PLAN_ASKED = re.compile(r"\basks?\b.+\b(?:updates?|publish(?:es)?)\b.+\bplan\b", re.I)
WILL_FOLLOW = re.compile(
    r"\b(?:re-?)?inspection\b.*\bwill be\b|\bwill be\b.*\b(?:re-?)?inspection\b", re.IGNORECASE
)


def recognises(source: SourceText) -> bool:
    """Tell whether this is a report on an area SEND inspection."""
    return _title_at(source) is not None


def _title_at(source: SourceText) -> int | None:
    """Return the index of the line with which the title begins; it may wrap in its first words."""
    start = source.body[: MOST_LINES_BEFORE_TITLE + MOST_LINES_OF_TITLE]
    for title in (TITLE, OTHER_TITLE):
        for index in range(min(MOST_LINES_BEFORE_TITLE, len(start))):
            words = join_lines(line.text for line in start[index : index + MOST_LINES_OF_TITLE])
            if cued(title).match(words) and (title is TITLE or _is_a_report(source)):
                return index
    return None


def _is_a_report(source: SourceText) -> bool:
    """Tell whether a text prints days of fieldwork and has a section that only reports have."""
    sections = cued(f"{OUTCOME}|{DETAILS}|{OTHER}")
    return announces(cover_lines(source)) and any(sections.match(e.text) for e in source.body)


def read(source: SourceText) -> Findings:
    """Return what an area SEND report says."""
    return _Report(source).findings()


@dataclass(frozen=True)
class _Report(OfAnArea):
    @cached_property
    def sections(self) -> Sections:
        return Sections(
            self.source.body,
            {
                "outcome": cued(OUTCOME),
                "priority action": cued(PRIORITY_LINE),
                "area for improvement": cued(IMPROVEMENT_LINE),
                "details": cued(DETAILS),
                "team": cued(TEAM),
                "other": cued(OTHER),
            },
        )

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        return find_tables(self.source)

    @cached_property
    def title_at(self) -> int:
        return _title_at(self.source) or 0

    @cached_property
    def title_lines(self) -> tuple[Line, ...]:
        lines = self.source.body[self.title_at :]
        end = next(
            (
                index
                for index, line in enumerate(lines)
                if index > 3 or cued(DATES).match(line.text) or PREVIOUS.match(line.text)
            ),
            1,
        )
        return lines[:end]

    @cached_property
    def title(self) -> str:
        return join_lines(line.text for line in self.title_lines)

    @cached_property
    def outcome(self) -> tuple[Flow, ...]:
        """The sentences of the section that states the outcome."""
        return tuple(
            sentence
            for flow in paragraph_flows(self.sections.lines("outcome"))
            for sentence in sentence_flows(flow)
        )

    def findings(self) -> Findings:
        return Findings(
            genre=GENRE,
            framework=FRAMEWORK,
            concerns=self.council,
            concerns_evidence=quote_lines(self.title_lines),
            title=Printed(
                evidence=quote_lines(self.title_lines), rule="send-title", value=self.title
            ),
            publisher=OFSTED,
            inspection=self.inspection,
            judgements=tuple(self._judgements()),
            inspectors=read_joint_team(self.sections.lines("team")),
            recommendations=SendItems(
                self.source, self.sections, self.tables, self.finder, self.partnership
            ).read(),
            requirements=tuple(self._requirements()),
            inspection_references=(*self._previous(), *self._mentions()),
            events=(*find_events(self.source, self._dated, self.finder), *self._events()),
            post_holdings=(
                *self._post_holdings(),
                *read_tenures_in_prose(self.source, self._dated, self.finder),
            ),
            bodies=tuple(dict.fromkeys(self._bodies())),
        )

    def _labelled(self, label: re.Pattern[str]) -> tuple[Line, ...]:
        """The lines of a printed value, label first, up to the next label or section."""
        body = self.source.body[self.title_at :]
        start = next((i for i, line in enumerate(body) if label.match(line.text)), None)
        if start is None:
            return ()
        block = [body[start]]
        for line in body[start + 1 : start + 4]:
            if (
                cued(DATES).match(line.text)
                or PREVIOUS.match(line.text)
                or self.sections.starts_at(line)
            ):
                break
            block.append(line)
        return tuple(block)

    @cached_property
    def inspection(self) -> Inspection:
        lines = self._labelled(cued(DATES))
        text = cued(DATES).sub("", join_lines(line.text for line in lines))
        windows = tuple((window.first, window.last) for window in find_windows(text))
        return Inspection(
            inspection_type=MONITORING if self._is_of_progress else INSPECTION,
            framework=FRAMEWORK,
            windows=windows,
            inspects=tuple(actor for actor in (self.council, self.partnership) if actor),
            inspected_by=inspectorates_in(
                " ".join(flow.text for flow in self.outcome)
                + join_lines(line.text for line in self.sections.lines("team"))
            ),
            evidence=quote_lines(lines) or quote_lines(self.title_lines),
            rule="send-inspection-dates",
            doubt=self._dates_in_doubt(windows) if windows else "no days of fieldwork found",
        )

    @property
    def _is_of_progress(self) -> bool:
        """Whether the title is of a monitoring inspection or another that follows an earlier."""
        found = cued(TITLE).match(self.title) or cued(OTHER_TITLE).match(self.title)
        return any((found.groupdict() if found else {}).values())

    def _dates_in_doubt(self, windows: Sequence[tuple[object, object]]) -> str | None:
        """Say where a running footer prints other days than the first page."""
        for line in self.source.lines:
            if not line.furniture:
                continue
            for found in find_windows(line.text):
                if (found.first, found.last) not in windows and found.first != found.last:
                    printed = line.text[found.start : found.end]
                    return f"the running footer prints other days: {printed}"
        return None

    def _previous(self) -> Iterator[InspectionReference]:
        lines = self._labelled(PREVIOUS)
        text = PREVIOUS.sub("", join_lines(line.text for line in lines)).strip()
        date = parse_date(text)
        if date is None:
            return
        windows = find_windows(text)
        yield InspectionReference(
            text=text,
            stated=StatedInspection(
                date=PartialDate.of(windows[0].first) if windows else date,
                end=_last_day(windows),
                inspection_type=INSPECTION,
            ),
            evidence=quote_lines(lines),
            rule="send-previous-inspection",
        )

    @cached_property
    def _dated(self) -> tuple[Flow, ...]:
        """The paragraphs of the report's prose that print a year."""
        return paragraph_flows(self.sections.lines("other"), YEAR)

    def _mentions(self) -> tuple[InspectionReference, ...]:
        return find_inspection_references(self.source, self._dated)

    def _judgements(self) -> Iterator[Judgement]:
        body = self.partnership or self.council
        for sentence in self.outcome:
            match = next(iter(_outcome_matcher().find(sentence.text)), None)
            if match and body:
                printed = GRADE_PREFIX.sub("", sentence.text[match.start : match.end])
                yield Judgement(
                    area=OUTCOME_AREA,
                    area_as_printed="Inspection outcome",
                    grade=match.key,
                    grade_as_printed=printed,
                    body=body,
                    evidence=sentence.quotes(self.source),
                    rule="send-outcome-sentence",
                )
                return

    def _requirements(self) -> Iterator[Requirement]:
        """The plan that the partnership has to send or publish; no day is ever printed."""
        for sentence in self.outcome:
            binding = PLAN_REQUIRED.search(sentence.text)
            if binding or PLAN_ASKED.search(sentence.text):
                yield Requirement(
                    text=sentence.text,
                    responsible=self.partnership,
                    deadline=None,
                    evidence=sentence.quotes(self.source),
                    rule="send-plan-required" if binding else "send-plan-asked",
                )

    def _events(self) -> Iterator[Event]:
        for sentence in self.outcome:
            if WILL_FOLLOW.search(sentence.text):
                yield Event(
                    label=sentence.text,
                    planned=True,
                    bodies=(self.partnership,) if self.partnership else (),
                    evidence=sentence.quotes(self.source),
                    rule="send-next-inspection",
                )

    def _post_holdings(self) -> Iterator[PostHolding]:
        """The leaders in the table of details: body in its second row, name and post below.

        The table prints no day, and the report no date of issue: none is given.
        """
        for body, cell in self._partners:
            holding = self._holding(cell, body) if cell else None
            if holding:
                yield holding

    @cached_property
    def _partners(self) -> tuple[tuple[Actor | None, Cell | None], ...]:
        """Each body of the table of details with the cell that names who leads it."""
        for table in self.tables:
            if not any(LOCAL_AUTHORITY.fullmatch(cell.text) for cell in table.rows[0]):
                continue
            columns = zip(*table.rows, strict=True)
            return tuple(self._partner(*column[:3]) for column in columns)
        return ()

    def _partner(
        self, head: Cell, named: Cell | None = None, leader: Cell | None = None
    ) -> tuple[Actor | None, Cell | None]:
        own = LOCAL_AUTHORITY.fullmatch(head.text)
        body = self.council if own else self._board(named, head) if named else None
        return body, leader

    def _bodies(self) -> Iterator[Actor]:
        """The partnership and those who answer for it, the council left out."""
        if self.partnership:
            yield self.partnership
        for body, _ in self._partners:
            if body and body != self.council:
                yield body

    def _board(self, cell: Cell, head: Cell) -> Actor | None:
        """Return the body that a cell names, with the kind that heads its column if need be."""
        for text in (cell.text, f"{cell.text} {head.text.title()}"):
            for found in self.finder.find(text):
                if found.actor.kind == "body" and found.actor != self.council:
                    return found.actor
        return None

    def _holding(self, cell: Cell, body: Actor | None) -> PostHolding | None:
        name, printed = split_entry(cell.text)
        printed = self._without(printed, body)
        post = post_of(printed, self.finder, body) if printed else body
        if post is None or name is None:
            return None
        entry = Entry(name, printed, quote_lines(cell.lines))
        return post_holding(entry, post, "send-partnership-details")

    def _without(self, printed: str, body: Actor | None) -> str:
        """Return the words of a post without the body that its column names already."""
        for found in self.finder.find(printed):
            if found.actor == body and found.start > 0:
                return BEFORE_BODY.sub("", printed[: found.start])
        return printed


def _last_day(windows: Sequence[FoundRange]) -> PartialDate | None:
    """Return the last of several days; a single one is no period."""
    last = windows[-1].last if windows else None
    return PartialDate.of(last) if last and last != windows[0].first else None


def _outcome_matcher() -> Matcher[str]:
    """The phrases of the three outcomes: the grades that have cues."""
    return Matcher(
        (phrase, concept.slug)
        for concept in vocabulary().scheme("grade")
        if concept.cues
        for phrase in (*concept.cues, *concept.names)
    )
