"""Letters on inspections and revisits of a local area for special educational needs, 2016 to 2022.

Ofsted and the Care Quality Commission write to a council and its partners.  Areas of significant
weakness need a written statement of action; areas for development are listed section by section.
A letter of a revisit tells of each weakness whether enough has been done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from loaders.extractors.cues import cued
from loaders.extractors.dates import first_windows
from loaders.extractors.deadlines import find_due
from loaders.extractors.events import find_events
from loaders.extractors.flows import Flow
from loaders.extractors.inspectorates import inspectorates_in
from loaders.extractors.letters import (
    Letter,
    read_addressee,
    read_addressee_post,
    read_date,
    read_letter,
)
from loaders.extractors.list_headings import AREA_SEND, IMPROVEMENT
from loaders.extractors.paragraphs import Paragraph, prose, split_paragraphs
from loaders.extractors.plain_lists import PlainItem, list_section, read_items
from loaders.extractors.references import find_document_references, find_inspection_references
from loaders.extractors.registered import OFSTED
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.signatures import read_signatories
from loaders.genres.area_partnership import OfAnArea
from loaders.genres.comparisons import comparisons
from loaders.genres.duties import obligations_beside
from loaders.page import SourceText, join_lines
from loaders.records import (
    Findings,
    Inspection,
    InspectionReference,
    ItemKind,
    Printed,
    Recommendation,
    Requirement,
)

GENRE, FRAMEWORK = "area-send-report", "area-send"
INSPECTION, REVISIT = "area-send", "area-send-revisit"
LINES_OF_HEAD = 60
MOST_WORDS_OF_TITLE = 25
TITLE = (
    rf"\W*(?:(?:joint|local|area) )+{AREA_SEND} (?P<again>re-?)?(?:inspection|visit)\b"
    rf"|\W*(?:joint )?(?:local )?area (?P<anew>re-?)?inspection of {AREA_SEND}"
    r"|\W*(?P<revisit>re-?visit) (?:of|to) the (?:local )?area\b"
)
_SALUTATION = re.compile(r"\W*Dear\b")
_CARRIED_OUT = r"\b(?:<<heading/fieldwork-sentence>>|revisited|visited)\b"
_WEAKNESS = r"\b<<heading/significant-weakness>>\b[^.]*:$"
_DEVELOPMENT = rf"\W*{IMPROVEMENT}[\s:?]*$"
_STATEMENT = r"\bwritten statement(?: of action)?\b"
_SENT = re.compile(r"\b(?:produce|prepare|submit)\b", re.IGNORECASE)
_REQUIRED = re.compile(r"\b(?:required?|requires|must|jointly responsible)\b", re.IGNORECASE)


def recognises(source: SourceText) -> bool:
    """Tell whether a letter titled as on special educational needs says who inspected."""
    head = source.body[:LINES_OF_HEAD]
    dear = next((at for at, line in enumerate(head) if _SALUTATION.match(line.text)), None)
    if dear is None or not any(cued(TITLE).match(each.text) for each in head[dear : dear + 8]):
        return False
    opening = join_lines(line.text for line in source.body[dear : dear + LINES_OF_HEAD])
    return bool(cued(_CARRIED_OUT).search(opening) and inspectorates_in(opening))


def read(source: SourceText) -> Findings:
    """Return what the letter says: the visit, weaknesses, what is to be sent, what has changed."""
    return _SendLetter(source).findings()


@dataclass(frozen=True)
class _SendLetter(OfAnArea):
    @cached_property
    def letter(self) -> Letter:
        return read_letter(self.source, split_paragraphs(self.source))

    @cached_property
    def title(self) -> Paragraph | None:
        return next((each for each in self.letter.body[:5] if cued(TITLE).match(each.text)), None)

    @cached_property
    def flows(self) -> list[Flow]:
        return [each.flow for each in prose(self.letter.body)]

    def findings(self) -> Findings:
        letter, source = self.letter, self.source
        published, published_evidence = read_date(letter)
        items = tuple(self._items())
        requirements = tuple(self._requirements())
        title = self.title.flow.quotes(source) if self.title else ()
        return Findings(
            genre=GENRE,
            framework=FRAMEWORK,
            concerns=self.council,
            concerns_evidence=title,
            title=Printed(evidence=title, rule="send-letter-title", value=self.title.text)
            if self.title
            else None,
            publisher=OFSTED,
            published=published,
            published_evidence=published_evidence,
            addressee=read_addressee(letter),
            addressees=read_addressee_post(letter, self.finder, published),
            inspection=self.inspection,
            recommendations=items,
            requirements=requirements,
            obligations=obligations_beside(source, self.finder, (*items, *requirements)),
            assessments=comparisons(source, letter.body, OFSTED),
            inspection_references=tuple(self._references()),
            document_references=find_document_references(source, self.flows),
            events=find_events(source, self.flows, self.finder),
            post_holdings=read_signatories(source.body, published),
            bodies=(self.partnership,) if self.partnership else (),
        )

    @cached_property
    def inspection(self) -> Inspection:
        opening = [s for each in self.letter.body[:6] for s in sentence_flows(each.flow)][:12]
        told = next((s for s in opening if cued(_CARRIED_OUT).search(s.text)), None)
        windows = first_windows(told.text) if told else ()
        evidence = told.quotes(self.source) if told and windows else ()
        title = self.title.flow.quotes(self.source) if self.title else ()
        return Inspection(
            inspection_type=self._type(told),
            framework=FRAMEWORK,
            windows=tuple((window.first, window.last) for window in windows),
            inspects=tuple(actor for actor in (self.council, self.partnership) if actor),
            inspected_by=inspectorates_in(" ".join(sentence.text for sentence in opening)),
            evidence=evidence or title,
            rule="send-letter-opening",
            doubt=None if windows else "no days of fieldwork found",
        )

    def _type(self, told: Flow | None) -> str:
        titled = cued(TITLE).match(self.title.text) if self.title else None
        again = any(titled.groupdict().values()) if titled else False
        revisited = bool(told and re.search(r"\brevisited\b", told.text))
        return REVISIT if again or revisited else INSPECTION

    def _references(self) -> Iterator[InspectionReference]:
        own = {day for window in self.inspection.windows for day in window}
        for each in find_inspection_references(self.source, self.flows):
            if each.stated.date is None or each.stated.date.exact not in own:
                yield each

    def _items(self) -> Iterator[Recommendation]:
        """Yield significant weaknesses first found, then areas for development, in their order."""
        body, order = self.letter.body, 0
        for index, each in enumerate(body):
            kind = self._kind(each)
            for item in _list_below(body, index) if kind else ():
                order += 1
                yield self._item(item, kind or "area for improvement", each.text.strip(), order)

    def _kind(self, paragraph: Paragraph) -> ItemKind | None:
        """Return what a paragraph opens: in a revisit weaknesses are those of before."""
        first = self.inspection.inspection_type == INSPECTION
        if first and paragraph.kind != "row" and cued(_WEAKNESS).search(paragraph.text):
            return "priority action"
        heads = paragraph.kind in ("heading", "paragraph")
        if heads and cued(_DEVELOPMENT).fullmatch(paragraph.text):
            return "area for improvement"
        return None

    def _item(self, item: PlainItem, kind: ItemKind, heading: str, order: int) -> Recommendation:
        due = find_due(item.text)
        sentence = heading.endswith(":") and len(heading.split()) > MOST_WORDS_OF_TITLE // 3
        return Recommendation(
            evidence=item.evidence(self.source),
            rule="send-letter-list",
            order=order,
            kind=kind,
            text=item.text,
            number=item.number,
            list_heading=None if sentence else heading,
            lead_in=heading if sentence else None,
            parts=item.read_parts(self.source),
            made_by=OFSTED,
            default_addressee=self.partnership,
            due=due.day if due else None,
            due_as_printed=due.words if due else None,
        )

    def _requirements(self) -> Iterator[Requirement]:
        """Yield the sentence that asks for a written statement of action, the fullest first."""
        asked = [
            sentence
            for paragraph in prose((*self.letter.body, *self.letter.foot))
            for sentence in sentence_flows(paragraph.flow)
            if cued(_STATEMENT).search(sentence.text) and _REQUIRED.search(sentence.text)
        ]
        sent = [sentence for sentence in asked if _SENT.search(sentence.text)]
        for sentence in (sent or asked)[:1]:
            due = find_due(sentence.text)
            yield Requirement(
                evidence=sentence.quotes(self.source),
                rule="send-written-statement",
                text=sentence.text,
                responsible=self.partnership,
                deadline=due.day if due else None,
                due_as_printed=due.words if due else None,
            )


def _list_below(body: Sequence[Paragraph], index: int) -> tuple[PlainItem, ...]:
    """Return the list that begins directly below a paragraph."""
    following = body[index + 1] if index + 1 < len(body) else None
    if following is None or following.kind != "item":
        return ()
    return read_items(list_section(body, index + 1))
