"""What a visit looked at, and where its letter evaluates: shared by the letters on visits."""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.extractors.flows import Flow
from loaders.extractors.letters import Letter
from loaders.extractors.paragraphs import Paragraph, prose
from loaders.extractors.sentences import sentence_flows
from loaders.records import FocusArea, Printed

_TITLE = re.compile(r"\b(?:monitoring|focus+ed|assurance) visit\b", re.IGNORECASE)
_FINDINGS = r"<<heading/letter-findings>>"
_FOCUS = re.compile(
    r"\b(?:in respect of|with regards? to|in relation to|in the areas? of|focus(?:ed|ing)? on|"
    r"with a focus on|arrangements for|the themes? of the visit was|visited)\s+"
    r"(?P<what>[^:.]{8,})\.?$",
    re.IGNORECASE,
)
_AREAS = r"<<heading/areas-covered>>"
_LOOKED = re.compile(r"\b(?:review|visit|look|consider|evaluat|focus|cover)\w*", re.IGNORECASE)
_SCOPE = re.compile(
    r"\b(?:considered|reviewed|looked at) (?:a range of )?(?:evidence|the progress)"
    r"|this letter summarises",
    re.IGNORECASE,
)


def read_title(letter: Letter) -> Printed | None:
    """Return the line below the salutation that names the visit."""
    for each in letter.body[:3]:
        if _TITLE.search(each.text) and len(each.text) < 160:
            return Printed(
                evidence=each.flow.quotes(letter.source), rule="letter-title", value=each.text
            )
    return None


def scope_of(letter: Letter) -> tuple[Paragraph, ...]:
    """Return the paragraphs before the findings: what the visit looked at."""
    for index, each in enumerate(letter.body):
        if index > 1 and each.kind == "heading" and cued(_FINDINGS).search(each.text):
            return letter.body[:index]
    return letter.body[:8]


def focus_areas(letter: Letter, items_are_recommendations: bool) -> tuple[FocusArea, ...]:
    """Return what the visit looked at beside recommendations: listed, or said in a sentence."""
    areas = []
    for each in scope_of(letter):
        if each.kind == "item" and not items_are_recommendations:
            areas.append(_focus(letter, each.flow))
        elif each.kind == "paragraph":
            for sentence in sentence_flows(each.flow):
                found = _FOCUS.search(sentence.text)
                if found and _LOOKED.search(sentence.text):
                    areas.append(_focus(letter, sentence.part(*found.span("what"))))
    return tuple(areas)


def _focus(letter: Letter, flow: Flow) -> FocusArea:
    text = re.sub(r"\s+to (?:check|see|consider|evaluate) whether\b.*$", "", flow.text)
    return FocusArea(
        evidence=flow.quotes(letter.source, 0, len(text)),
        rule="monitoring-letter-focus",
        text=text.rstrip(" .;,"),
    )


def findings_paragraphs(letter: Letter) -> tuple[list[Flow], list[Flow]]:
    """Return the paragraphs that sum up, before the areas covered, and those that evaluate."""
    scope = len(scope_of(letter))
    summary = []
    for each in letter.body[:scope]:
        if each.kind == "heading" and cued(_AREAS).search(each.text):
            break
        if each.kind == "paragraph" and not _SCOPE.search(each.text):
            summary.append(each.flow)
    return summary, [each.flow for each in prose(letter.body[scope:])]
