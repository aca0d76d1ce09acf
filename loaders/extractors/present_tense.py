"""What is to be done where the present tense says it: "the Department appoints a chair"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extractors.actions import third_person, verb_phrase
from loaders.extractors.actors import ActorFinder, FoundActor
from loaders.extractors.cues import cued
from loaders.extractors.imperatives import begins_with_request, request_of
from loaders.records import Actor

OPENING = re.compile(
    r"\W*(?:\d{1,3}[.)]\s*|\([ivx]+\)\s*)?(?:the\s+|both\s+|all\s+)*", re.IGNORECASE
)
BE_SO = r"(?:\w+ly\s+)*<<be-so>>\b"
AND_LAST = re.compile(r",?\s+and\s+(?:that\s+)?(?:the\s+)?$", re.IGNORECASE)


def recommended_of(text: str, finder: ActorFinder) -> tuple[Actor, str] | None:
    """Return who is to do what by an item of a list of recommendations in the present tense.

    None where it does not begin with somebody and what he does, or tells how things are.
    """
    opening = OPENING.match(text)
    begins = opening.end() if opening else 0
    found = finder.find(text)
    first = next((each for each in found if each.start <= begins), None)
    deed = own_deed(text, first.end, found) if first else None
    if first is None or deed is None or request_of(deed) is None or cued(BE_SO).match(deed):
        return None
    return first.actor, deed


def resolved_deed(text: str, told: Sequence[Actor], found: Sequence[FoundActor]) -> str | None:
    """Return "review its plan" of a resolution "That the Board reviews its plan"."""
    last = [each.end for each in found if each.actor in told]
    if not last:
        return None
    endorses = begins_with_request(text[last[0] :])  # "That the Cabinet endorse the plan"
    return own_deed(text, last[0], found) or (verb_phrase(text[last[0] :]) if endorses else None)


def own_deed(text: str, start: int, found: Sequence[FoundActor]) -> str | None:
    """Return what stands in the present tense at ``start``, without what somebody else does."""
    others = (
        joint.start()
        for each in found
        if each.start > start and third_person(text[each.end :])
        for joint in [AND_LAST.search(text, start, each.start)]
        if joint
    )
    return third_person(text[start : min(others, default=len(text))])
