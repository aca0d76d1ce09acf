"""Joint targeted area inspection letters, old style (2016-20) and new (2022-).

Ofsted, the Care Quality Commission, HMICFRS and HMI Probation write to the leaders of an area.
Both styles have lists under the same few headings; the old one's bullets are long findings, its
case studies stand in boxes between or over the lists.  The last section asks for a written
statement by a day.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from loaders.extractors.actors import local_body
from loaders.extractors.addressees import Entry, bodies_of, post_holdings, read_entries
from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates, first_windows
from loaders.extractors.events import find_events
from loaders.extractors.flows import Flow, flow_of
from loaders.extractors.headed import actor_of_heading
from loaders.extractors.inspectorates import inspectorates_in
from loaders.extractors.list_headings import IMPROVEMENT_LINE, PRIORITY_LINE, TAIL
from loaders.extractors.lists import ListItem, ListReading, read_list
from loaders.extractors.namings import find_local_names
from loaders.extractors.references import find_inspection_references
from loaders.extractors.registered import OFSTED
from loaders.extractors.sections import YEAR, paragraph_flows, paragraph_groups
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.signatures import read_signatories
from loaders.extractors.statements import read_statement
from loaders.extractors.tables import boxed_lines
from loaders.genres.area_partnership import OfACouncil
from loaders.genres.items import ListForm, heading_over
from loaders.genres.tabled import tabled_items
from loaders.page import Line, Quote, SourceText, join_lines, quote_lines
from loaders.records import (
    Actor,
    Findings,
    FocusArea,
    Inspection,
    InspectionReference,
    ItemKind,
    Part,
    PartialDate,
    Printed,
    Recommendation,
)
from ontology.matching import fold

GENRE, FRAMEWORK, INSPECTION_TYPE = "joint-inspection-letter", "jtai", "jtai"
GREETS_TOGETHER = r"\s*Dear (?:the )?<<naming/greeted-together>>\W*$"
LOCAL_PARTNERSHIP = "local-partnership"
BOARD = "safeguarding-children-board"
SAFEGUARDING_BODIES = ("safeguarding-children-partnership", BOARD)

_PLACE = r"(?: (?:(?-i:[A-Z])[\w’'-]+,?|and|of|the|upon|with|on|&)){1,9}"
TITLE = (  # other words than the usual count where they are all that a line prints
    r"^\W*(?:Joint targeted area inspection(?: \(JTAI\))? of\b"
    r"|(?!(?:The|This|That|A|An|Our|In|At|Since)\b)(?:(?-i:[A-Z])[\w’'-]+ ){0,3}"
    rf"(?=(?-i:[A-Z])|(?<=[\w’'-] ))<<heading/joint-title>>(?: \([^()]{{2,60}}\))?"
    rf"(?: (?:of|in)(?:{_PLACE})?|: .{{2,60}})?\s*$)"
)
SALUTATION = re.compile(r"^\W*Dear\b", re.IGNORECASE)
MOST_LINES_BEFORE_TITLE = 70

CASE_STUDY = r"^\W*<<heading/example>>\b.{0,80}$"
NEXT_STEPS = rf"^\W*<<heading/next-steps>>{TAIL}"
OTHER_SECTION = rf"^\W*<<heading/other-section>>{TAIL}|^\W*<<heading/closing>>"
SECTION_END = "|".join((PRIORITY_LINE, IMPROVEMENT_LINE, CASE_STUDY, NEXT_STEPS, OTHER_SECTION))

NEGATION = re.compile(
    r"^\W*(?:none\b|(?:there (?:are|were|is) )?no (?:areas?|priority|actions?)\b"
    r"|.{0,60}\b(?:did not|have not|were not|not) (?:identif\w+|find|found)\b)",
    re.IGNORECASE,
)
FIRST_WORDS = re.compile(r"^\W*(?:This|Between|From|On \d|During|In [A-Z][a-z]+ \d)\b")
FIELDWORK = r"\b<<heading/fieldwork-sentence>>\b"
TOPIC = re.compile(
    r"\b(?:the )?multi-agency response to (?P<topic>\S.*?)\s*(?: in [A-Z]|[.(]|\s\d|$)"
)
NARROWED = re.compile(
    r"(?:\bdeep dive\W{1,3}(?:focus )?(?:on|into)"
    r"|^\W*(?:\d\s)?(?:This|The) (?:inspection|JTAI) (?:also )?focus+e[ds] on)"
    r" (?:the (?:multi-agency )?response to )?(?P<topic>[^.;]*[^.;\s])",
    re.IGNORECASE,
)
FOOTNOTE_DIFFERENCE = 1.2  # points smaller than the body's print


def recognises(source: SourceText) -> bool:
    """Tell whether this is a letter on a joint targeted area inspection."""
    usual = _usual_size(source.body)
    start = [
        line for line in source.body[:MOST_LINES_BEFORE_TITLE] if not _is_footnote(line, usual)
    ]
    return any(cued(TITLE).match(line.text) for line in start) and any(
        SALUTATION.match(line.text) for line in start
    )


def read(source: SourceText) -> Findings:
    """Return what a joint inspection letter says."""
    return _Letter(source).findings()


@dataclass(frozen=True)
class _Letter(OfACouncil):
    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The letter's own lines: no footnotes, and no boxes below the title.

        Above it a box holds the address.
        """
        boxed = boxed_lines(self.source)
        title = next(line.start for line in self.source.body if cued(TITLE).match(line.text))
        return tuple(
            line for line in self.printed if line.start <= title or line.start not in boxed
        )

    @cached_property
    def printed(self) -> tuple[Line, ...]:
        """All lines but footnotes; a box may hold signatures too."""
        usual = _usual_size(self.source.body)
        return tuple(line for line in self.source.body if not _is_footnote(line, usual))

    @cached_property
    def partnership(self) -> Actor | None:
        """The safeguarding partnership or, before 2019, board: whichever the letter names.

        The address block counts before the rest, where a board that has ended is looked back on.
        """
        above = "\n".join(line.text for line in self.lines[: self.title_at])
        counts = _safeguarding_bodies(above) or _safeguarding_bodies(self.source.text)
        if not counts or self.council is None:
            return None
        return local_body(self.council, max(SAFEGUARDING_BODIES, key=lambda kind: counts[kind]))

    @cached_property
    def asked(self) -> Actor | None:
        """Whom the items ask that name nobody.

        Before there were safeguarding partnerships a letter greets the "local partnership": the
        agencies together, and not their safeguarding board.
        """
        body = self.partnership
        greets = any(cued(GREETS_TOGETHER).match(line.text) for line in self.lines)
        if body and body.body_type == BOARD and greets:
            return local_body(self.council, LOCAL_PARTNERSHIP)
        return body or self.council

    @cached_property
    def title_at(self) -> int:
        return next(i for i, line in enumerate(self.lines) if cued(TITLE).match(line.text))

    @cached_property
    def opening(self) -> tuple[Flow, ...]:
        """The sentences between the title and the first section."""
        after = self.title_at + len(self.title_lines)
        end = next(
            (
                i
                for i, line in enumerate(self.lines[after:], after)
                if cued(SECTION_END).match(line.text)
            ),
            len(self.lines),
        )
        return sentence_flows(flow_of(self.lines[after:end]))

    def _references(self) -> tuple[InspectionReference, ...]:
        """What the letter says of earlier inspections; its own fieldwork is none."""
        windows = self.inspection.windows
        found = find_inspection_references(
            self.source, paragraph_flows(self.lines[self.title_at + len(self.title_lines) :], YEAR)
        )
        return tuple(
            each for each in found if not each.stated.date or not _within(each.stated.date, windows)
        )

    @cached_property
    def title_lines(self) -> tuple[Line, ...]:
        return tuple(_title_lines(self.lines[self.title_at :]))

    @cached_property
    def printed_date(self) -> tuple[PartialDate, tuple[Quote, ...]] | None:
        """The first date above the title."""
        for line in self.lines[: self.title_at]:
            for found in find_dates(line.text):
                quote = Quote(line.page, line.start + found.start, line.start + found.end)
                return found.date, (quote,)
        return None

    def findings(self) -> Findings:
        date = self.printed_date
        entries = read_entries(self._address_lines())
        requirements = read_statement(self._next_steps(), self.source, self.finder, self.council)
        holdings = post_holdings(
            entries, self.finder, "jtai-address-block", date[0] if date else None
        )
        partnership = (self.partnership,) if self.partnership else ()
        return Findings(
            genre=GENRE,
            framework=FRAMEWORK,
            concerns=self.council,
            concerns_evidence=quote_lines(self.title_lines),
            title=Printed(
                evidence=quote_lines(self.title_lines),
                rule="jtai-title",
                value=join_lines(line.text for line in self.title_lines),
            ),
            publisher=OFSTED,
            published=date[0] if date else None,
            published_evidence=date[1] if date else (),
            addressee=self._addressee(entries),
            addressees=holdings,
            inspection=self.inspection,
            recommendations=tuple(self._recommendations()),
            requirements=requirements,
            inspection_references=self._references(),
            focus_areas=tuple(self._focus_areas()),
            events=find_events(
                self.source, paragraph_flows(self.lines[self.title_at :], YEAR), self.finder
            ),
            post_holdings=read_signatories(self.printed, date[0] if date else None),
            bodies=tuple(dict.fromkeys((*partnership, *bodies_of(holdings, self.finder)))),
        )

    def _addressee(self, entries: Sequence[Entry]) -> Printed | None:
        """The words of the salutation where several are addressed, else the name of the one."""
        named = [entry for entry in entries if entry.name]
        for line in self.lines[: self.title_at]:
            found = SALUTATION.match(line.text)
            words = line.text[found.end() :].strip(" ,") if found else ""
            if words and len(named) != 1:
                start = line.start + line.text.index(words)
                quotes = self.source.quotes(start, start + len(words))
                return Printed(evidence=quotes, rule="jtai-salutation", value=words)
        return next(
            (
                Printed(evidence=entry.evidence, rule="jtai-address-block", value=entry.name or "")
                for entry in named
            ),
            None,
        )

    def _address_lines(self) -> list[Line]:
        """The lines between the printed date and the salutation."""
        block: list[Line] = []
        for line in self.lines[: self.title_at]:
            if SALUTATION.match(line.text):
                break
            if block or not find_dates(line.text):
                block.append(line)
        return block

    @cached_property
    def inspection(self) -> Inspection:
        windows: tuple[tuple[datetime.date, datetime.date], ...] = ()
        evidence: tuple[Quote, ...] = ()
        for sentence in self.opening:
            found = first_windows(sentence.text) if cued(FIELDWORK).search(sentence.text) else ()
            if found:
                windows = tuple((window.first, window.last) for window in found)
                evidence = sentence.quotes(self.source)
                break
        inspects = tuple(actor for actor in (self.council, self.partnership) if actor)
        return Inspection(
            inspection_type=INSPECTION_TYPE,
            framework=FRAMEWORK,
            windows=windows,
            inspects=inspects,
            inspected_by=inspectorates_in(" ".join(sentence.text for sentence in self.opening[:8])),
            evidence=evidence or quote_lines(self.title_lines),
            rule="jtai-fieldwork-sentence",
            doubt=None if windows else "no days of fieldwork found",
        )

    def _focus_areas(self) -> Iterator[FocusArea]:
        """What the inspection looked at, as title or first sentences say, and its "deep dive"."""
        told: set[str] = set()
        opening = (flow_of(self.title_lines), *self.opening[:4])
        topics = (match for flow in opening if (match := _topic(TOPIC, flow)))
        narrowed = (match for flow in self._first_pages() if (match := _topic(NARROWED, flow)))
        for rule, found in (
            *(("jtai-topic", each) for each in islice(topics, 1)),
            *(("jtai-deep-dive", each) for each in narrowed),
        ):
            flow, start, end = found
            text = flow.text[start:end]
            if fold(text) not in told:
                told.add(fold(text))
                quotes = flow.quotes(self.source, start, end)
                yield FocusArea(text=text, evidence=quotes, rule=rule)

    def _first_pages(self) -> Iterator[Flow]:
        """The sentences from the title to the end of the page of the first heading.

        The footnotes of these pages are among them.
        """
        body = self.source.body
        start = body.index(self.title_lines[-1]) + 1
        heading = next(
            (line for line in body[start:] if cued(SECTION_END).match(line.text)), body[-1]
        )
        pages = [line for line in body[start:] if (line.page or 0) <= (heading.page or 0)]
        lines = pages if heading.page else body[start : body.index(heading)]
        for flow in paragraph_flows(lines):
            yield from sentence_flows(flow)

    def _section_starts(self, heading: re.Pattern[str]) -> Iterator[int]:
        for index, line in enumerate(self.lines):
            if (
                index > self.title_at
                and heading.match(line.text)
                and line.text.strip()[:1].isupper()
            ):
                yield index

    def _next_steps(self) -> tuple[Line, ...]:
        """The lines after the heading of the last section, or all where it has none."""
        starts = list(self._section_starts(cued(NEXT_STEPS)))
        return self.lines[starts[-1] + 1 :] if starts else self.lines[self.title_at :]

    def _recommendations(self) -> Iterator[Recommendation]:
        order = end = 0
        lists: Sequence[tuple[int, ItemKind]] = sorted(
            [(at, "priority action") for at in self._section_starts(cued(PRIORITY_LINE))]
            + [(at, "area for improvement") for at in self._section_starts(cued(IMPROVEMENT_LINE))]
        )
        for start, kind in lists:
            if self.lines[start].start < end:
                continue  # the header of the table that was read
            for item in self._read_section(start, kind):
                order += 1
                end = max(quote.end for quote in item.evidence)
                yield replace(item, order=order)

    def _read_section(self, start: int, kind: ItemKind) -> Iterator[Recommendation]:
        rows = self._tabled(start, kind)
        if rows:
            yield from rows
            return
        heading = self.lines[start].text.strip()
        reading = read_list(self.lines, start + 1, stop=cued(SECTION_END))
        if not reading.items:
            yield from self._sentence(reading, kind, heading)
        lead_in = join_lines(line.text for line in reading.lead_in)
        for item in reading.items:
            if kind == "priority action" and NEGATION.match(item.text):
                continue
            yield self._item(item, kind, heading, lead_in if lead_in.endswith(":") else None)

    def _tabled(self, start: int, kind: ItemKind) -> tuple[Recommendation, ...]:
        """Return the rows of a table below the heading."""
        heading = self.lines[start].text.strip()
        form = ListForm(kind, _rule(kind), heading, self.asked)
        return tabled_items(self.source, self.lines, start, form, self.finder)

    def _sentence(
        self, reading: ListReading, kind: ItemKind, heading: str
    ) -> Iterator[Recommendation]:
        """Yield the paragraph that is all a section on priority action holds."""
        lines = reading.lead_in
        text = join_lines(line.prose for line in lines)
        one = len(paragraph_groups(lines)) == 1 and text.endswith(".")
        if kind == "priority action" and one and not NEGATION.match(text):
            yield Recommendation(
                order=0,
                kind=kind,
                text=text,
                list_heading=heading,
                default_addressee=self.asked,
                evidence=quote_lines(lines),
                rule="jtai-priority-sentence",
                doubt="written as prose, not as a list",
            )

    def _headed_by(self, item: ListItem) -> Actor | None:
        """Return whom the heading above an item names and nothing else ("Health services")."""
        return actor_of_heading(item.subheading.text, self.finder) if item.subheading else None

    def _item(
        self, item: ListItem, kind: ItemKind, heading: str, lead_in: str | None
    ) -> Recommendation:
        quotes = item.quotes
        for child in item.children:
            quotes += child.quotes
        return Recommendation(
            order=0,
            kind=kind,
            text=item.text,
            number=item.number,
            list_heading=heading,
            parts=tuple(
                Part(order=order, text=child.text, evidence=child.quotes)
                for order, child in enumerate(item.children, 1)
            ),
            lead_in=lead_in,
            printed_theme_label=heading_over(item),
            default_addressee=self._headed_by(item) or self.asked,
            evidence=quotes,
            rule=_rule(kind),
        )


def _rule(kind: ItemKind) -> str:
    return "jtai-priority-list" if kind == "priority action" else "jtai-improvement-list"


def _topic(pattern: re.Pattern[str], flow: Flow) -> tuple[Flow, int, int] | None:
    """Return where a sentence says what was looked at."""
    found = pattern.search(flow.text)
    return (flow, *found.span("topic")) if found else None


def _safeguarding_bodies(text: str) -> Counter[str]:
    """Count how often ``text`` names each of the two by its name, not by a common noun."""
    return Counter(
        match.key.slug
        for match in find_local_names(text)
        if match.key.slug in SAFEGUARDING_BODIES and text[match.start].isupper()
    )


def _within(date: PartialDate, windows: Sequence[tuple[datetime.date, datetime.date]]) -> bool:
    return any(
        date.earliest <= last and first.isoformat()[: len(date.iso)] <= date.iso
        for first, last in windows
    )


def _title_lines(lines: Sequence[Line]) -> Iterator[Line]:
    first = lines[0]
    for line in lines[:4]:
        if line is not first and (
            line.gap > 1.5 or line.bold != first.bold or line.block or FIRST_WORDS.match(line.text)
        ):
            return
        yield line


def _usual_size(lines: Sequence[Line]) -> float | None:
    sizes = sorted(line.size for line in lines if line.size)
    return sizes[len(sizes) // 2] if sizes else None


def _is_footnote(line: Line, usual: float | None) -> bool:
    return usual is not None and line.size is not None and line.size < usual - FOOTNOTE_DIFFERENCE
