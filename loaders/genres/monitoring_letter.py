"""Letters on monitoring visits: progress since a council was judged inadequate.

What a visit reviews is restated from the inspection, never asked anew; a letter that prints
areas for priority action or improvement of its own keeps them as made.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.extractors.actors import find_council, shared_finder
from loaders.extractors.assessments import Finding, find_findings, stems
from loaders.extractors.comparisons import ReadBeside, compared
from loaders.extractors.cues import cued
from loaders.extractors.events import find_events
from loaders.extractors.fared import RULE
from loaders.extractors.flows import Flow
from loaders.extractors.letters import (
    Letter,
    read_addressee,
    read_addressee_post,
    read_date,
    read_inspectors,
    read_letter,
    read_visit,
    visited_on,
)
from loaders.extractors.paragraphs import Paragraph, prose, split_paragraphs
from loaders.extractors.plain_lists import evidence_of
from loaders.extractors.references import find_document_references, find_inspection_references
from loaders.extractors.registered import OFSTED
from loaders.genres.duties import obligations_beside
from loaders.genres.letter_items import made_items
from loaders.genres.visit_scope import findings_paragraphs, focus_areas, read_title, scope_of
from loaders.page import SourceText
from loaders.records import (
    Actor,
    Assessment,
    Findings,
    FocusArea,
    Inspection,
    InspectionReference,
    ItemKind,
    Recommendation,
    StatedInspection,
)

GENRE = "monitoring-letter"
_LETTER = (
    r"\b<<heading/letter-tells>>\b.{0,60}\bmonitoring visit"
    r"|\bmonitoring visit\b[^.]{0,140}, <<heading/letter-tells>>\b"
)
_CALLED: tuple[tuple[ItemKind, re.Pattern[str]], ...] = (
    ("priority action", re.compile(r"\bpriority actions?\b", re.IGNORECASE)),
    (
        "area for improvement",
        re.compile(
            r"\bareas? (?:for|of|that need) improvement\b|\bneed(?:s|ed)? to improve\b", re.I
        ),
    ),
    ("recommendation", re.compile(r"\brecommendations?\b", re.IGNORECASE)),
)
LAST_YEAR_OF_SIF = 2017
MOSTLY = 0.6  # of a focus area's words


def recognises(source: SourceText) -> bool:
    """Tell whether the text opens as a letter that summarises a monitoring visit."""
    opening = " ".join(line.text for line in source.body[:60])
    return bool(re.search(r"\bDear\b", opening) and cued(_LETTER).search(" ".join(opening.split())))


def read(source: SourceText) -> Findings:
    """Return what the letter says: the visit, what it reviewed and what became of it."""
    paragraphs = split_paragraphs(source)
    letter = read_letter(source, paragraphs)
    references = _references(letter)
    judged = next((each for each in references if each.stated.grade), None)
    framework = _framework(judged, visited_on(letter))
    visit = read_visit(letter, "monitoring-visit", framework) if framework else None
    council = find_council(source)
    made = made_items(letter, council, 0)
    asked_now = {quote for each in made for quote in each.evidence}
    restated = tuple(
        each
        for each in _restated(letter, judged.stated if judged else None, council)
        if asked_now.isdisjoint(each.evidence)  # the letter's own list is not reviewed by it
    )
    focus = focus_areas(letter, bool(restated))
    published, published_evidence = read_date(letter)
    title = read_title(letter)
    finder = shared_finder(source.text, council)
    items = restated + tuple(
        replace(each, order=order) for order, each in enumerate(made, len(restated) + 1)
    )
    return Findings(
        genre=GENRE,
        framework=framework,
        concerns=council,
        concerns_evidence=title.evidence if title else (),
        title=title,
        publisher=OFSTED,
        published=published,
        published_evidence=published_evidence,
        addressee=read_addressee(letter),
        addressees=read_addressee_post(letter, finder, published),
        inspection=_of(visit, council),
        inspectors=read_inspectors(letter),
        recommendations=items,
        obligations=obligations_beside(source, finder, items),
        assessments=_assessments(letter, restated, focus),
        inspection_references=_earlier(references, visit),
        document_references=find_document_references(source, _flows(letter.body)),
        events=find_events(source, _flows(letter.body), finder),
        focus_areas=focus,
    )


def _flows(paragraphs: Sequence[Paragraph]) -> list[Flow]:
    return [each.flow for each in prose(paragraphs)]


def _references(letter: Letter) -> tuple[InspectionReference, ...]:
    return find_inspection_references(letter.source, _flows(letter.body))


def _framework(judged: InspectionReference | None, visited: datetime.date | None) -> str | None:
    """The framework of the visits follows from that of the inspection that judged the council.

    The single inspection framework ended in 2017 and its last re-inspections reported in 2018;
    where the judgement does not settle it, the day of the visit does.
    """
    year = judged.stated.date.year if judged and judged.stated.date else LAST_YEAR_OF_SIF + 1
    if year == LAST_YEAR_OF_SIF + 1:
        if visited is None:
            return None
        year = visited.year
    return "sif-monitoring" if year <= LAST_YEAR_OF_SIF else "ilacs-monitoring"


def _of(visit: Inspection | None, council: Actor | None) -> Inspection | None:
    return replace(visit, inspects=(council,)) if visit and council else visit


def _earlier(
    references: tuple[InspectionReference, ...], visit: Inspection | None
) -> tuple[InspectionReference, ...]:
    """Return the references without the mention of the visit itself."""
    own = {day for window in (visit.windows if visit else ()) for day in window}
    return tuple(
        each for each in references if each.stated.date is None or each.stated.date.exact not in own
    )


def _around(scope: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return the section in which the first item stands; none where nothing is listed."""
    first = next((index for index, each in enumerate(scope) if each.kind == "item"), None)
    if first is None:
        return ()
    headings = [index for index, each in enumerate(scope[:first]) if each.kind == "heading"]
    return scope[max(headings, default=0) :]


def _kind_of(words: str) -> ItemKind | None:
    """Return what the letter calls the listed items, None where it only names a focus."""
    return next((kind for kind, called in _CALLED if called.search(words)), None)


def _restated(
    letter: Letter, origin: StatedInspection | None, council: Actor | None
) -> tuple[Recommendation, ...]:
    """Return the listed items that the letter calls recommendations of the inspection."""
    scope = scope_of(letter)
    items = [each for each in scope if each.kind == "item"]
    kind = _kind_of(" ".join(each.text for each in _around(scope) if each.kind != "item"))
    if kind is None:
        return ()
    return tuple(
        Recommendation(
            evidence=each.flow.quotes(letter.source),
            rule="monitoring-letter-reviewed-recommendation",
            order=order,
            kind=kind,
            role="restated",
            text=each.text,
            number=each.number,
            made_by=OFSTED,
            default_addressee=council,
            origin=origin,
        )
        for order, each in enumerate(items, start=1)
    )


def _assessments(
    letter: Letter, restated: tuple[Recommendation, ...], focus: tuple[FocusArea, ...]
) -> tuple[Assessment, ...]:
    """Return one assessment for each recommendation, focus area or other area found."""
    focus = tuple(each for each in focus if not _covered(each, restated))
    things = [each.text for each in restated] + [each.text for each in focus]
    summary, evaluation = findings_paragraphs(letter)
    found = (*find_findings((), summary), *find_findings(things, evaluation))
    told = tuple(
        _assessment(letter.source, finding, (len(restated), focus))
        for finding in sorted(found, key=lambda each: each.thing is None)
        if finding.progress
    )
    taken = ReadBeside(taken=tuple(quote for each in told for quote in each.evidence))
    further = compared(letter.source, (*summary, *evaluation), OFSTED, taken)
    return (*told, *(each for each in further if each.area or each.rule == RULE))


def _assessment(
    source: SourceText, finding: Finding, things: tuple[int, tuple[FocusArea, ...]]
) -> Assessment:
    """``things`` are the number of recommendations, which come first, and the focus areas."""
    count, focus = things
    thing = finding.thing
    return Assessment(
        evidence=evidence_of(source, finding.sentences),
        rule="letter-finding",
        progress=finding.progress or "cannot-tell",
        sentences=tuple(sentence.text for sentence in finding.sentences),
        item=thing + 1 if thing is not None and thing < count else None,
        area=focus[thing - count].text if thing is not None and thing >= count else finding.area,
        assessed_by=OFSTED,
    )


def _covered(focus: FocusArea, restated: tuple[Recommendation, ...]) -> bool:
    """Tell whether a focus area only sums up the recommendations that are listed after it."""
    words = stems(focus.text).keys()
    listed = {stem for each in restated for stem in stems(each.text)}
    return len(words & listed) > MOSTLY * len(words)
