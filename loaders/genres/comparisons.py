"""Sentences of a report or letter that compare with an earlier inspection, as assessments."""

from __future__ import annotations

from collections.abc import Iterable

from loaders.extractors.assessments import subject_of
from loaders.extractors.paragraphs import Paragraph, prose
from loaders.extractors.progress import find_progress
from loaders.page import SourceText
from loaders.records import Actor, Assessment


def comparisons(
    source: SourceText, paragraphs: Iterable[Paragraph], assessed_by: Actor
) -> tuple[Assessment, ...]:
    """Return one assessment for each sentence that says what changed since an inspection.

    Its area is the sentence's subject, in the document's words.  Findings that compare with
    nothing are no assessments of progress.
    """
    flows = tuple(each.flow for each in prose(paragraphs))
    return tuple(
        Assessment(
            evidence=sentence.quotes(source),
            rule="comparison-with-inspection",
            progress=progress,
            sentences=(sentence.text,),
            area=subject_of(sentence.text),
            assessed_by=assessed_by,
        )
        for sentence, progress in find_progress(flows)
    )
