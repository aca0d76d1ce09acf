"""Sentences of a report or letter that compare with an earlier inspection, as assessments."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.extractors.comparisons import compared
from loaders.extractors.paragraphs import Paragraph, prose
from loaders.page import SourceText
from loaders.records import Actor, Assessment


def comparisons(
    source: SourceText, paragraphs: Iterable[Paragraph], assessed_by: Actor
) -> tuple[Assessment, ...]:
    """Return one assessment for each thing of which some sentence says what has changed.

    Findings that compare with no earlier inspection are no assessments of progress.
    """
    return compared(source, (each.flow for each in prose(paragraphs)), assessed_by)
