"""Letters on focused and assurance visits: one aspect of service, and what must be done about it.

Their areas for priority action bind; "What needs to improve" lists the rest.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from loaders.extractors.actors import find_council, shared_finder
from loaders.extractors.cues import cued
from loaders.extractors.deadlines import find_due
from loaders.extractors.events import find_events
from loaders.extractors.letters import (
    Letter,
    read_addressee,
    read_addressee_post,
    read_date,
    read_inspectors,
    read_letter,
    read_visit,
)
from loaders.extractors.paragraphs import prose, split_paragraphs
from loaders.extractors.references import find_document_references, find_inspection_references
from loaders.extractors.registered import OFSTED
from loaders.extractors.sentences import sentence_flows
from loaders.genres.comparisons import comparisons
from loaders.genres.duties import obligations_beside
from loaders.genres.letter_items import made_items
from loaders.genres.visit_scope import focus_areas, read_title
from loaders.page import SourceText
from loaders.records import Actor, Findings, InspectionReference, Requirement

GENRE = "focused-visit-letter"
FRAMEWORK = "ilacs-focused-visit"
_LETTER = (
    r"\b<<heading/letter-tells>>\b.{0,80}\b(?:focus+ed|assurance) (?:\w+ )?visit"
    r"|\b(?:focus+ed|assurance) (?:\w+ )?visit\b[^.]{0,140}, <<heading/letter-tells>>\b"
)
_ASSURANCE = re.compile(r"\bassurance visit\b", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\b(?:action plan|written statement|plan of action|improvement plan)\b", re.IGNORECASE
)
_BINDS = re.compile(r"\b(?:must|should|required to|is to|requires)\b", re.IGNORECASE)


def recognises(source: SourceText) -> bool:
    """Tell whether the text opens as a letter that summarises a focused or assurance visit."""
    opening = " ".join(" ".join(line.text for line in source.body[:60]).split())
    return bool(re.search(r"\bDear\b", opening) and cued(_LETTER).search(opening))


def read(source: SourceText) -> Findings:
    """Return what the letter says: the visit, its focus, what must improve and by when."""
    letter = read_letter(source, split_paragraphs(source))
    flows = [each.flow for each in prose(letter.body)]
    council = find_council(source)
    title = read_title(letter)
    published, published_evidence = read_date(letter)
    visit = read_visit(letter, _type(title.value if title else ""), FRAMEWORK)
    own = {day for window in (visit.windows if visit else ()) for day in window}
    finder = shared_finder(source.text, council)
    items = made_items(letter, council, 0)
    requirements = _requirements(letter, council)
    return Findings(
        genre=GENRE,
        framework=FRAMEWORK,
        concerns=council,
        concerns_evidence=title.evidence if title else (),
        title=title,
        publisher=OFSTED,
        published=published,
        published_evidence=published_evidence,
        addressee=read_addressee(letter),
        addressees=read_addressee_post(letter, finder, published),
        inspection=replace(visit, inspects=(council,)) if visit and council else visit,
        inspectors=read_inspectors(letter),
        recommendations=items,
        assessments=comparisons(source, letter.body, OFSTED),
        obligations=obligations_beside(source, finder, (*items, *requirements)),
        requirements=requirements,
        inspection_references=tuple(
            each for each in find_inspection_references(source, flows) if not _is_own(each, own)
        ),
        document_references=find_document_references(source, flows),
        events=find_events(source, flows, finder),
        focus_areas=focus_areas(letter, items_are_recommendations=False),
    )


def _type(title: str) -> str:
    return "assurance-visit" if _ASSURANCE.search(title) else "focused-visit"


def _is_own(reference: InspectionReference, own: set[datetime.date]) -> bool:
    return reference.stated.date is not None and reference.stated.date.exact in own


def _requirements(letter: Letter, council: Actor | None) -> tuple[Requirement, ...]:
    """Return the plans or statements that must be sent, with their deadline."""
    found = []
    for paragraph in (*prose(letter.body), *prose(letter.foot)):
        for sentence in sentence_flows(paragraph.flow):
            due = find_due(sentence.text)
            if due and _STATEMENT.search(sentence.text) and _BINDS.search(sentence.text):
                found.append(
                    Requirement(
                        evidence=sentence.quotes(letter.source),
                        rule="plan-to-be-sent",
                        text=sentence.text,
                        responsible=council,
                        deadline=due.day,
                        due_as_printed=due.words,
                    )
                )
    return tuple(found)
