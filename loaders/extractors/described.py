"""Whose practice a passage of a joint inspection describes, where it asks nobody to act.

Such letters put findings where others put demands: "The police form has no field for …".  The
agencies are those of the first sentence, unless it speaks of agencies together.
"""

from __future__ import annotations

import re

from loaders.extractors.actors import ActorFinder
from loaders.extractors.sentences import split_sentences
from loaders.extractors.subjects import subject_of
from loaders.records import Actor

AGENCIES = frozenset(
    {
        "police",
        "nhs-trust",
        "probation-service",
        "youth-offending-service",
        "camhs",
        "public-health-nursing",
        "school-nursing",
        "integrated-care-board",
        "clinical-commissioning-group",
    }
)
SOCIAL_WORK = re.compile(
    r"\b(?:social\s+work(?:ers?)?|social\s+care\s+(?:child\s+)?plans|children[’']s\s+social\s+care)\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:partners?|partnerships?|multi-agency|agencies|(?:MASH|MARU|MARAC)(?!\s+referrals?)|"
    r"strategy\s+(?:meetings?|discussions?)|joint(?:ly)?|information-sharing|shared?|across|professionals|front\s+door)\b",
    re.IGNORECASE,
)
MOST_AGENCIES = 2


NOT_THE_AGENCY = re.compile(r"\s+(?:custody|protection|national\s+database)\b", re.I)
BESIDE = re.compile(r"^In addition to [^,]+,\s*")
WITH_BEFORE = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)


def agencies_described(text: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the one or two agencies whose practice ``text`` describes, none where unsure.

    Its first sentence says it: the agencies of the subject, else all that it names.
    """
    sentences = split_sentences(text)
    if not sentences:
        return ()
    first = BESIDE.sub("", sentences[0].text)
    return _agencies(subject_of(first), finder) or _agencies(first, finder)


def _agencies(words: str, finder: ActorFinder) -> tuple[Actor, ...]:
    if TOGETHER.search(words):
        return ()
    found = [
        each.actor
        for each in finder.find(words)
        if each.actor.body_type in AGENCIES
        and each.actor.kind == "body"
        and not NOT_THE_AGENCY.match(words, each.end)
        and not WITH_BEFORE.search(words[: each.start])
    ]
    if finder.council and SOCIAL_WORK.search(words):
        found.append(finder.council)
    agencies = tuple(dict.fromkeys(found))
    return agencies if len(agencies) <= MOST_AGENCIES else ()
