"""Statutory directions and improvement notices: what a council must do, by law and by when.

Directions under section 497A of the Education Act 1996 (as applied to children's social care by
section 50 of the Children Act 2004) and improvement notices bind; their schedules also hold
baselines and targets.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from loaders.extractors.actors import ActorFinder, find_council, shared_finder
from loaders.extractors.attributions import is_direct_speech
from loaders.extractors.captioned_tables import CaptionedTable, captioned_tables
from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates, parse_date
from loaders.extractors.deadlines import find_due
from loaders.extractors.figures import is_data_table, read_figures
from loaders.extractors.flows import Evidence, Flow
from loaders.extractors.paragraphs import Paragraph, prose, split_paragraphs
from loaders.extractors.plain_lists import PlainItem, lead_in, list_section, read_items
from loaders.extractors.references import find_document_references, find_inspection_references
from loaders.extractors.registered import DEPARTMENT, registered
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.signatures import read_official
from loaders.extractors.teams import NAME
from loaders.genres.duties import obligations_beside
from loaders.genres.items import ListForm
from loaders.genres.tabled import items_of_table
from loaders.page import SourceText
from loaders.records import (
    Actor,
    Event,
    Findings,
    PartialDate,
    PostHolding,
    Printed,
    Recommendation,
    Requirement,
)

GENRE = "direction"
_DIRECTION = re.compile(r"\bdirections?\b", re.IGNORECASE)
_NOTICE = r"\b<<heading/notice-title>>\b"
_SECTION = r"497A[A-Z]?(?:\([\dA-Z]+\))*"
_POWER = (
    rf"\bsections? {_SECTION}(?: (?:and|or) (?:section )?{_SECTION})?"
    r"(?: of the Education Act 1996)?|\b<<heading/intervention-act>>\b"
)
_LAW = re.compile(
    r"\b(?:section|sections|regulation|paragraph)s? \d+[A-Z]*(?:\([\dA-Za-z]+\))*[^.;]{0,40}?"
    r"\b(?:Act|Regulations) (?:19|20)\d\d",
)
_OPENS = r"\b<<heading/direction-opening>>\b[^.]*:$"
_BINDS = (
    r"\b<<heading/direction-binding>>\b"
    r"|\b<<heading/direction-bound>> (?:is|are) (?:each |both )?to\b"
)
_HEADING = (
    r"(?:the )?(?:<<heading/directions>>"
    r"|(?:schedule|annex|part)\b.*(?:actions?|directions?|requirements?)).{0,60}"
)
_IN_FORCE = r"\b<<heading/in-force>>\b"
_APPOINTS = re.compile(
    rf"\bappoint(?:s|ed|ment of)?\s+(?:as )?(?P<name>{NAME.pattern}),?\s+(?:as|to be)\s+"
    r"(?:the |a |an )?(?P<post>[\w’' -]{4,60})",
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"^(?:To|Issued to|Addressed to)\s*:?\s+(?P<who>[A-Z].{4,80})$")
_DATED = re.compile(r"\b(?:dated|issued(?: on)?|date of issue|signed|date|given)\b", re.IGNORECASE)


def recognises(source: SourceText) -> bool:
    """Tell whether the text is titled a direction or improvement notice and binds a council.

    News of a notice quotes those who speak of it; a notice quotes nobody.
    """
    opening = " ".join(" ".join(line.text for line in source.body[:25]).split())[:900]
    if re.search(r"\bDear\s+[A-Z]", opening):
        return False
    title = " ".join(line.text for line in source.body[:6])
    named = cued(_NOTICE).search(title) or (
        _DIRECTION.search(title) and cued(_POWER).search(source.text)
    )
    return bool(
        named and cued(_BINDS).search(source.text) and not is_direct_speech(_running(source))
    )


def _running(source: SourceText) -> str:
    return " ".join(source.text.split())


@dataclass(frozen=True)
class _Direction:
    source: SourceText
    paragraphs: tuple[Paragraph, ...]
    council: Actor | None
    finder: ActorFinder

    @property
    def flows(self) -> list[Flow]:
        return [each.flow for each in prose(self.paragraphs)]

    @cached_property
    def tables(self) -> tuple[CaptionedTable, ...]:
        return captioned_tables(self.source, self.paragraphs)


def read(source: SourceText) -> Findings:
    """Return what the council must do, on what legal basis and by when."""
    paragraphs = split_paragraphs(source)
    council = find_council(source)
    direction = _Direction(source, paragraphs, council, shared_finder(source.text, council))
    notice = cued(_NOTICE).search(" ".join(each.text for each in paragraphs[:6])) is not None
    published, published_evidence = _issued(direction)
    items = _items(direction)
    title = paragraphs[0]
    return Findings(
        genre=GENRE,
        framework="improvement-notice" if notice else "statutory-direction",
        concerns=council,
        concerns_evidence=title.flow.quotes(source),
        title=Printed(evidence=title.flow.quotes(source), rule="first-heading", value=title.text),
        publisher=registered(DEPARTMENT),
        published=published,
        published_evidence=published_evidence,
        addressee=_addressee(direction),
        recommendations=items,
        obligations=obligations_beside(source, direction.finder, items),
        requirements=tuple(_dated_requirements(items, council)),
        inspection_references=find_inspection_references(source, direction.flows),
        document_references=tuple(
            each
            for each in find_document_references(source, direction.flows)
            if each.date or each.genre != GENRE
        ),
        figures=tuple(
            figure
            for table in direction.tables
            if is_data_table(table)
            for figure in read_figures(source, table)
        ),
        events=tuple(_events(direction)),
        post_holdings=(
            *_appointments(direction, published),
            *read_official(source.body, direction.finder, published),
        ),
    )


def _minister(direction: _Direction) -> Actor | None:
    """Return who directs: the Secretary of State where the text names one, else the department."""
    found = next((f for f in re.finditer(r"\bSecretary of State\b", direction.source.text)), None)
    named = direction.finder.find(found.group()) if found else ()
    return named[0].actor if named else registered(DEPARTMENT)


def _issued(direction: _Direction) -> tuple[PartialDate | None, Evidence]:
    """Return the day of issue: a date that stands alone or is said to be that of issue."""
    for each in (*direction.paragraphs[:15], *direction.paragraphs[:-12:-1]):
        for found in find_dates(each.text):
            alone = len(each.text) - (found.end - found.start) < 25
            if found.date.exact and (alone or _DATED.search(each.text[: found.start][-30:])):
                return found.date, each.flow.quotes(direction.source, found.start, found.end)
    return None, ()


def _addressee(direction: _Direction) -> Printed | None:
    for each in direction.paragraphs[:12]:
        found = _TO.match(each.text)
        if found:
            return Printed(
                evidence=each.flow.quotes(direction.source, *found.span("who")),
                rule="direction-addressee",
                value=found["who"].strip(),
            )
    return None


def _legal_basis(direction: _Direction) -> str | None:
    found = _LAW.search(" ".join(each.text for each in direction.flows)) or cued(_POWER).search(
        " ".join(each.text for each in direction.paragraphs)
    )
    return found.group() if found else None


def _items(direction: _Direction) -> tuple[Recommendation, ...]:
    """Return the binding items of every list that the text opens as directions, in order."""
    basis = _legal_basis(direction)
    maker = _minister(direction)
    found: list[Recommendation] = []
    for heading, section in _lists(direction.paragraphs):
        for item in read_items(section):
            if cued(_BINDS).search(f"{heading} {lead_in(section) or ''} {item.text}"):
                made = _requirement(direction, item, (heading, lead_in(section)), len(found) + 1)
                found.append(_by(made, maker, basis))
    rows = _tabled(direction, len(found) + 1)
    return (*found, *(_by(row, maker, basis) for row in rows))


def _tabled(direction: _Direction, first_order: int) -> Iterator[Recommendation]:
    """Yield the rows of tables that are headed as directions and no figures."""
    for table in direction.tables:
        heading = table.heading if cued(_HEADING).fullmatch(table.heading) else table.caption
        opens = cued(_HEADING).fullmatch(heading) or cued(_OPENS).search(heading)
        if opens and not is_data_table(table):
            form = ListForm("requirement", "direction-list", heading, direction.council)
            rows = tuple(items_of_table(table.table, form, direction.finder, first_order))
            first_order += len(rows)
            yield from rows


def _lists(
    paragraphs: Sequence[Paragraph],
) -> Iterator[tuple[str, tuple[Paragraph, ...]]]:
    """Yield each list with the heading or sentence that opens it, none twice."""
    taken = -1
    for index, each in enumerate(paragraphs):
        if index <= taken or not _opens(each) or _opens_below(paragraphs[index + 1 :]):
            continue
        start = index if each.kind == "paragraph" else index + 1
        section = _below(each, list_section(paragraphs, start))
        if any(part.kind == "item" for part in section):
            taken = start + len(section)
            yield each.text, section


def _opens(paragraph: Paragraph) -> bool:
    """Tell whether a heading, or a sentence with a colon, may stand above directions."""
    if paragraph.kind == "heading" and cued(_HEADING).fullmatch(paragraph.text):
        return True
    kinds = ("paragraph", "item", "heading")
    return paragraph.kind in kinds and bool(cued(_OPENS).search(paragraph.text))


def _opens_below(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether another line opens the list, before its first item: a title does not."""
    above = takewhile(lambda each: each.kind != "item", paragraphs)
    return any(each.kind == "heading" and _opens(each) for each in above)


def _below(opening: Paragraph, section: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return what stands below a numbered paragraph: up to the next number of its own kind."""
    numbered = [(part.number or "").isdigit() for part in section]
    if opening.kind != "item" or not any(numbered) or numbered[0]:
        return section
    return section[: numbered.index(True)]


def _requirement(
    direction: _Direction, item: PlainItem, opened: tuple[str, str | None], order: int
) -> Recommendation:
    heading, led = opened
    parts = item.read_parts(direction.source)
    due = find_due(item.text) or next((d for part in parts if (d := find_due(part.text))), None)
    return Recommendation(
        evidence=item.evidence(direction.source),
        rule="direction-list",
        order=order,
        kind="requirement",
        text=item.text,
        number=item.number,
        list_heading=heading,
        lead_in=led,
        parts=parts,
        default_addressee=direction.council,
        due=due.day if due else None,
        due_as_printed=due.words if due else None,
    )


def _by(item: Recommendation, maker: Actor | None, basis: str | None) -> Recommendation:
    own = _LAW.search(item.text)
    return replace(item, made_by=maker, legal_basis=own.group() if own else basis)


def _dated_requirements(
    items: Sequence[Recommendation], council: Actor | None
) -> Iterator[Requirement]:
    """Yield what must be done by a printed day."""
    for item in items:
        deadline: datetime.date | None = item.due
        if deadline is not None:
            yield Requirement(
                evidence=item.evidence,
                rule="direction-deadline",
                text=item.text,
                responsible=council,
                deadline=deadline,
                due_as_printed=item.due_as_printed,
                legal_basis=item.legal_basis,
            )


def _events(direction: _Direction) -> Iterator[Event]:
    """Yield when the direction takes effect, is reviewed or ends, as far as dated."""
    for flow in direction.flows:
        for sentence in sentence_flows(flow):
            found = cued(_IN_FORCE).search(sentence.text)
            date = parse_date(sentence.text) if found and find_dates(sentence.text) else None
            if date:
                yield Event(
                    evidence=sentence.quotes(direction.source),
                    rule="direction-in-force",
                    label=sentence.text,
                    date=date,
                )


def _effective(text: str) -> PartialDate | None:
    """Return the date of "from 1 May 2021" or "with effect from May 2021"."""
    dates = find_dates(text)
    return dates[0].date if dates and _FROM.search(text[: dates[0].start]) else None


def _appointments(direction: _Direction, published: PartialDate | None) -> Iterator[PostHolding]:
    for flow in direction.flows:
        for sentence in sentence_flows(flow):
            found = _APPOINTS.search(sentence.text)
            posts = direction.finder.find(found["post"]) if found else ()
            if found and posts and posts[0].actor.kind in ("post", "role"):
                yield PostHolding(
                    evidence=sentence.quotes(direction.source),
                    rule="direction-appoints",
                    post=posts[0].actor,
                    name=found["name"],
                    post_as_printed=found["post"][posts[0].start : posts[0].end],
                    in_post_on=published,
                    start=_effective(sentence.text[found.end() :]),
                )
