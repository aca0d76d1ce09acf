"""What an inspection report says of earlier inspections of the same services."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.extractors.actors import ActorFinder
from loaders.extractors.addressees import post_of
from loaders.extractors.dates import find_dates
from loaders.extractors.flows import Flow, flow_of
from loaders.extractors.lists import ListItem, read_list
from loaders.extractors.references import find_inspection_references, grade_of
from loaders.page import Line, SourceText
from loaders.records import Actor, InspectionReference, PostHolding, StatedInspection
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

PREVIOUS_HEADING = re.compile(
    r"^(?:Other|Previous) Ofsted inspections?|^Inspection history", re.IGNORECASE
)
NEW_PARAGRAPH_GAP = 1.45  # line heights
INSPECTED = re.compile(r"\binspect(?:ions?|ed)\b|^LA \w+|^(?:Private )?fostering\b", re.IGNORECASE)
IN_POST = re.compile(r"\b(?:has|have|had) been in post (?:since|from)\b", re.IGNORECASE)
INTERIM = re.compile(r"\b(?:interim|acting)\b", re.IGNORECASE)
RECENT = re.compile(r"^Since\b|\bmost recent\b|children[’'`]s homes?\b", re.IGNORECASE)


def read_opening_history(
    source: SourceText, cover: Sequence[Line], end: int
) -> tuple[InspectionReference, ...]:
    """Return the earlier inspections named in the prose between the cover's table and ``end``.

    ``end`` is the index in ``source.body`` of the heading after the opening paragraphs.
    """
    start = len(cover) // 3  # past title, dates and inspectors; labels are no sentences anyway
    return find_inspection_references(source, _paragraphs(source.body[start:end]))


def read_history_block(source: SourceText) -> tuple[InspectionReference, ...]:
    """Return the inspections listed under "Previous Ofsted inspections", one for each bullet.

    An item has two sentences: which services were inspected when, and how they were judged.
    """
    items = [item for item in _area_items(source) if INSPECTED.search(item.text)]
    return tuple(found for item in items if (found := _inspection_of(item)))


def read_leadership(source: SourceText, council: Actor) -> tuple[PostHolding, ...]:
    """Return since when the holders of posts have been there ("has been in post since …").

    Nobody is named in these sentences.
    """
    items = [item for item in _area_items(source) if IN_POST.search(item.text)]
    finder = ActorFinder("\n".join(item.text for item in items), council)
    return tuple(found for item in items if (found := _post_holding(item, finder)))


def _area_items(source: SourceText) -> tuple[ListItem, ...]:
    """The bullets of "Information about this local authority area", from its history on."""
    lines = source.body
    for index, line in enumerate(lines):
        if PREVIOUS_HEADING.match(line.text):
            return read_list(lines, index + 1).items
    return ()


def _post_holding(item: ListItem, finder: ActorFinder) -> PostHolding | None:
    sentence = next(part for part in item.text.split(". ") if IN_POST.search(part))
    subject, _, rest = sentence.partition(" been in post ")
    post = post_of(subject.removeprefix("The ").removesuffix(" has").removesuffix(" have"), finder)
    dates = find_dates(rest, years=True)
    if post is None or not dates or sentence.split(" been in post")[0].rstrip().endswith("had"):
        return None
    return PostHolding(
        evidence=item.quotes,
        rule="in-post-since",
        post=post,
        post_as_printed=subject.removesuffix(" has").removesuffix(" have"),
        start=dates[0].date,
        appointment="interim" if INTERIM.search(sentence) else None,
        doubt="several dates stand in one sentence" if len(dates) > 1 else None,
    )


def _inspection_of(item: ListItem) -> InspectionReference | None:
    sentence = next((part for part in item.text.split(". ") if find_dates(part, years=True)), "")
    if not sentence or RECENT.search(sentence):
        return None
    dates = find_dates(sentence, years=True)
    return InspectionReference(
        evidence=item.quotes,
        rule="previous-inspections-block",
        text=item.text,
        stated=StatedInspection(
            date=dates[0].date, inspection_type=_type_of(sentence), grade=grade_of(item.text)
        ),
        doubt="several dates stand in one sentence" if len(dates) > 1 else None,
    )


def _type_of(sentence: str) -> str | None:
    """Return the type of the services that a sentence names ("fostering services")."""
    found = _services().find_all(sentence)
    return found[0].key if found else None


@lru_cache(maxsize=1)
def _services() -> Matcher[str]:
    types = vocabulary().scheme("inspection-type")
    return Matcher((phrase, concept.slug) for concept in types for phrase in concept.cues)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Flow]:
    group: list[Line] = []
    for line in lines:
        if group and (line.gap >= NEW_PARAGRAPH_GAP or line.bold != group[-1].bold):
            yield flow_of(group)
            group = []
        group.append(line)
    if group:
        yield flow_of(group)
