"""Reports of Commissioners whom the Secretary of State appoints to a council's services.

What the Commissioner asks for is the numbered list under "Recommendations"; summaries, terms of
reference and the recommendations of earlier inspections by theme are kept apart from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from loaders.extractors.actors import ActorFinder, find_council, shared_finder
from loaders.extractors.captioned_tables import CaptionedTable, captioned_tables
from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates
from loaders.extractors.deadlines import find_due
from loaders.extractors.figures import is_data_table, read_figures
from loaders.extractors.flows import Evidence, Flow, flow_of
from loaders.extractors.headed import actor_of_heading
from loaders.extractors.item_tables import ItemRow, rows_of_items
from loaders.extractors.paragraphs import Paragraph, prose, split_paragraphs
from loaders.extractors.plain_lists import PlainItem, list_section, named_items, read_items
from loaders.extractors.references import find_document_references, find_inspection_references
from loaders.extractors.registered import DEPARTMENT, registered
from loaders.extractors.tenures import find_tenures
from loaders.genres import commissioner_tables as tables
from loaders.genres.duties import obligations_beside
from loaders.genres.items import ListForm
from loaders.genres.tabled import recommendation_of_row, with_told
from loaders.page import SourceText
from loaders.records import (
    Actor,
    Findings,
    InspectionReference,
    PartialDate,
    PostHolding,
    Printed,
    Recommendation,
    Responsibility,
)
from ontology.matching import fold
from ontology.vocabulary import vocabulary

GENRE = "commissioner-report"
FRAMEWORK = "dfe-intervention"
_TITLE = re.compile(
    r"\bcommissioner[’']?s?[’']?\b.{0,60}\breport\b|\breport\b.{0,160}\bcommissioner\b", re.I
)
_HEADING = (
    r"(?:\d{1,2}\.?\s+)?(?:<<heading/before-recommendations>> )?(?:the |my )?"
    r"(?:<<heading/kind-of-recommendations>> )?"
    r"(?:(?:children[’']s services )?commissioner[’']?s?[’']? )?recommendations?"
    r"(?: (?:to|for|of the commissioner|<<heading/after-recommendations>>)\b.{0,60})?[:.]?"
)
_NAMED = re.compile(r"Recommendation\s+\d{1,2}\b")
_TERMS = re.compile(r"\bterms of reference\b", re.IGNORECASE)
_REQUIRED = re.compile(
    r"\brequirements? of me\b.*:$|\bcommissioner\b.{0,200}\b(?:expected|required) to\b.*:$",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"\breport to (?:the )?(?P<who>(?:Parliamentary Under )?Secretary of State(?: for [A-Z]\w+)?"
    r"|Minister(?: for [A-Z][\w ]+)?|Department for Education)",
    re.IGNORECASE,
)
NO_NAME = (
    r"(?:Children|Services|Commissioner|Council|Report|Secretary|State|Education|Appointed|The)\b"
)
_NAME = rf"(?:(?!{NO_NAME})[A-ZÀ-Þ][\w’'-]+\s+){{1,3}}(?!{NO_NAME})[A-ZÀ-Þ][\w’'-]+"
_AUTHOR = re.compile(
    rf"\bCommissioner,?\s+(?P<after>{_NAME})|(?P<before>{_NAME}),?\s+"
    r"(?:(?:DfE|Children[’']s|Services|Non-Executive)\s+)*Commissioner\b"
)
_POST_BELOW = re.compile(r"(?:(?:DfE|Children[’']s Services|Non-Executive)\s+)*Commissioner\b")
OPENING_LINES = 40


def recognises(source: SourceText) -> bool:
    """Tell whether the title calls the text a Commissioner's report and it recommends."""
    opening = " ".join(line.text for line in source.body[:12])
    if not _TITLE.search(" ".join(opening.split())[:700]):
        return False
    lines = [line.text.strip(" *#") for line in source.body]
    return any(cued(_HEADING).fullmatch(line) or _NAMED.match(line) for line in lines)


@dataclass(frozen=True)
class _Report:
    """What the parts of the reading share."""

    source: SourceText
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[CaptionedTable, ...]
    council: Actor | None
    finder: ActorFinder

    @property
    def prose(self) -> list[Flow]:
        return [each.flow for each in prose(self.paragraphs)]

    @cached_property
    def owned(self) -> tuple[ItemRow, ...]:
        """The rows of tables that tell beside a recommendation who has to act or by when."""
        rows = (row for table in self.tables for row in rows_of_items(table.table))
        return tuple(row for row in rows if row.owner or row.due)


def read(source: SourceText) -> Findings:
    """Return what the report says: recommendations, duties, options, history, posts, figures."""
    paragraphs = split_paragraphs(source)
    council = find_council(source)
    report = _Report(
        source=source,
        paragraphs=paragraphs,
        tables=captioned_tables(source, paragraphs),
        council=council,
        finder=shared_finder(source.text, council),
    )
    author = _author(report)
    published, published_evidence = _published(report)
    made = _recommendations(report)
    return Findings(
        genre=GENRE,
        framework=FRAMEWORK,
        concerns=council,
        title=_title(report),
        concerns_evidence=_evidence(_title(report)),
        publisher=registered(DEPARTMENT),
        author=author,
        published=published,
        published_evidence=published_evidence,
        addressee=_addressee(report),
        recommendations=made + _restated(report, len(made)),
        obligations=obligations_beside(source, report.finder, made),
        responsibilities=_responsibilities(report),
        escalation_options=tuple(
            option
            for table in report.tables
            if tables.is_escalation_table(table)
            for option in tables.read_escalation(source, table, report.prose)
        ),
        inspection_references=_history(report),
        document_references=find_document_references(source, report.prose),
        figures=tuple(
            figure
            for table in report.tables
            if is_data_table(table)
            for figure in read_figures(source, table)
        ),
        post_holdings=_post_holdings(report, author, published),
    )


def commissioner() -> Actor:
    """Return the role that asks, answers and reports in these papers."""
    return Actor(
        kind="role", label=vocabulary().concept("role", "commissioner").label, role="commissioner"
    )


def _opening(report: _Report) -> tuple[Paragraph, ...]:
    return tuple(each for each in report.paragraphs[:OPENING_LINES] if each.kind != "contents")


def _evidence(printed: Printed | None) -> Evidence:
    return printed.evidence if printed else ()


def _title(report: _Report) -> Printed | None:
    first = report.paragraphs[0]
    return Printed(
        evidence=first.flow.quotes(report.source), rule="first-heading", value=first.text
    )


def _author(report: _Report) -> Printed | None:
    opening = _opening(report)[:10]
    pairs = (
        flow_of((*each.lines, *below.lines))
        for each, below in pairwise(opening)
        if _POST_BELOW.match(below.text)
    )
    for flow in (*(each.flow for each in opening), *pairs):
        found = _AUTHOR.search(flow.text)
        if found:
            name = "after" if found["after"] else "before"
            return Printed(
                evidence=flow.quotes(report.source, *found.span(name)),
                rule="commissioner-byline",
                value=found[name],
            )
    return None


def _published(report: _Report) -> tuple[PartialDate | None, Evidence]:
    """Return the date that stands alone on the cover."""
    for each in _opening(report)[:12]:
        for found in find_dates(each.text):
            if len(each.text) - (found.end - found.start) < 14:
                return found.date, each.flow.quotes(report.source, found.start, found.end)
    return None, ()


def _addressee(report: _Report) -> Printed | None:
    for each in _opening(report)[:8]:
        found = _ADDRESSEE.search(each.text)
        if found:
            return Printed(
                evidence=each.flow.quotes(report.source, *found.span("who")),
                rule="commissioner-addressee",
                value=found["who"],
            )
    return None


def _recommendations(report: _Report) -> tuple[Recommendation, ...]:
    heading, items = _longest_list(report.paragraphs)
    named = named_items(report.paragraphs)
    if len(named) > len(items):
        heading, items = None, named
    if not items:
        return tuple(_tabled(report))
    return tuple(
        _told_in_tables(report, _recommendation(report, item, heading, order))
        for order, item in enumerate(items, start=1)
    )


def _tabled(report: _Report) -> Iterator[Recommendation]:
    """Yield the rows of the first table under a heading of recommendations."""
    for table in report.tables:
        if not cued(_HEADING).fullmatch(table.heading) or tables.is_theme_table(table):
            continue
        rows = rows_of_items(table.table)
        for order, row in enumerate(rows, start=1):
            yield _of_row(report, row, table.heading, order)
        if rows:
            return


def _of_row(report: _Report, row: ItemRow, heading: str, order: int) -> Recommendation:
    """Return the recommendation of a table's row, with its owner and day where it has columns."""
    form = ListForm("recommendation", "commissioner-recommendation-list", heading, report.council)
    made = _recommended(report, recommendation_of_row(row, form, order))
    return with_told(made, row, report.finder)


def _told_in_tables(report: _Report, item: Recommendation) -> Recommendation:
    """Return an item of a list with what a table that repeats its words tells of it."""
    for row in report.owned:
        if fold(row.item.text) == fold(item.text):
            return with_told(item, row, report.finder)
    return item


def _longest_list(paragraphs: Sequence[Paragraph]) -> tuple[str | None, tuple[PlainItem, ...]]:
    """Return the fullest list under a heading of recommendations; a summary may repeat it."""
    best: tuple[str | None, tuple[PlainItem, ...]] = (None, ())
    for index, each in enumerate(paragraphs):
        if each.kind in ("heading", "paragraph") and cued(_HEADING).fullmatch(each.text):
            items = read_items(list_section(paragraphs, index + 1))
            if _words(items) >= _words(best[1]):
                best = (each.text, items)
    return best


def _words(items: Sequence[PlainItem]) -> int:
    return sum(
        len(item.text.split()) + sum(len(p.text.split()) for p in item.parts) for item in items
    )


def _recommendation(
    report: _Report, item: PlainItem, heading: str | None, order: int
) -> Recommendation:
    return _recommended(
        report,
        Recommendation(
            evidence=item.evidence(report.source),
            rule="commissioner-recommendation-list",
            order=order,
            kind="recommendation",
            text=item.text,
            number=item.number,
            list_heading=heading,
            parts=item.read_parts(report.source),
            default_addressee=_headed_by(report, item),
        ),
    )


def _headed_by(report: _Report, item: PlainItem) -> Actor | None:
    """Return whom the heading above an item names as all that it says ("To the Department")."""
    start = item.first.lines[0].start
    above = [e for e in report.paragraphs if e.kind == "heading" and e.lines[0].start < start]
    return actor_of_heading(above[-1].text, report.finder) if above else None


def _recommended(report: _Report, item: Recommendation) -> Recommendation:
    """Return an item with who asks, whom, and by when."""
    due = find_due(item.text)
    return replace(
        item,
        made_by=commissioner(),
        default_addressee=item.default_addressee or report.council,
        due=due.day if due else None,
        due_as_printed=due.words if due else None,
    )


def _restated(report: _Report, before: int) -> tuple[Recommendation, ...]:
    items: list[Recommendation] = []
    for table in report.tables:
        if tables.is_theme_table(table):
            count = before + len(items)
            items += tables.read_theme_table(report.source, table, report.council, count)
    return tuple(items)


def _responsibilities(report: _Report) -> tuple[Responsibility, ...]:
    found = [
        each
        for table in report.tables
        if tables.is_roles_table(table, report.finder)
        for each in tables.read_roles_table(report.source, table, report.finder)
    ]
    return (*found, *_terms_of_reference(report))


def _terms_of_reference(report: _Report) -> tuple[Responsibility, ...]:
    """Return the steps that are asked of the Commissioner, each once however often printed."""
    steps: dict[str, Responsibility] = {}
    paragraphs = report.paragraphs
    for index, each in enumerate(paragraphs):
        under_terms = each.kind == "heading" and _TERMS.search(each.text)
        if not under_terms and not _REQUIRED.search(each.text):
            continue
        for item in read_items(list_section(paragraphs, index + 1)):
            step = tables.responsibility(
                report.source, item.first.flow, commissioner(), report.finder, "terms-of-reference"
            )
            steps.setdefault(step.text, step)
    return tuple(steps.values())


def _history(report: _Report) -> tuple[InspectionReference, ...]:
    """Return the rows of a history table, then what prose adds to them."""
    listed = [
        reference
        for table in report.tables
        if tables.is_history(table)
        for reference in tables.read_history(report.source, table)
    ]
    return (*listed, *find_inspection_references(report.source, report.prose))


def _post_holdings(
    report: _Report, author: Printed | None, published: PartialDate | None
) -> tuple[PostHolding, ...]:
    name = author.value if author else None
    told = find_tenures(report.source, report.prose, report.finder, name)
    if author is None or any(each.name == name for each in told):
        return told
    shown = PostHolding(
        evidence=author.evidence,
        rule="commissioner-byline",
        post=commissioner(),
        name=name,
        in_post_on=published,
    )
    return (shown, *told)
