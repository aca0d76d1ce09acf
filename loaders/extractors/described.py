"""Whose practice a passage of a joint inspection describes, where it asks nobody to act.

Such letters put findings where others put demands: "The police form has no field for …".  The
agencies are those of the first sentence, unless it speaks of agencies together.
"""

from __future__ import annotations

import re

from loaders.extractors.actors import ActorFinder
from loaders.extractors.sentences import split_sentences
from loaders.records import Actor

AGENCIES = frozenset(
    {
        "police",
        "nhs-trust",
        "probation-service",
        "youth-offending-service",
        "camhs",
        "public-health-nursing",
        "integrated-care-board",
        "clinical-commissioning-group",
    }
)
SOCIAL_WORK = re.compile(
    r"\b(?:social\s+work(?:ers?)?|social\s+care\s+(?:child\s+)?plans|children[’']s\s+social\s+care)\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:partners?|partnerships?|multi-agency|agencies|MASH|MARU|MARAC|strategy\s+(?:meetings?|"
    r"discussions?)|joint(?:ly)?|information-sharing|shared?|across|professionals|front\s+door)\b",
    re.IGNORECASE,
)
MOST_AGENCIES = 2


def agencies_described(text: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the one or two agencies whose practice ``text`` describes, none where unsure."""
    sentences = split_sentences(text)
    if not sentences:
        return ()
    first = sentences[0].text
    found = [
        each.actor
        for each in finder.find(first)
        if each.actor.body_type in AGENCIES and each.actor.kind == "body"
    ]
    if finder.council and SOCIAL_WORK.search(first):
        found.append(finder.council)
    agencies = tuple(dict.fromkeys(found))
    together = TOGETHER.search(first)
    return agencies if not together and 0 < len(agencies) <= MOST_AGENCIES else ()
