"""Whose practice a passage of a joint inspection describes, where it asks nobody to act.

Such letters put findings where others put demands: "The police form has no field for …".  The
agencies are those of the first sentence, unless it speaks of agencies together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extractors.actors import ActorFinder, FoundActor
from loaders.extractors.groups import group_kinds
from loaders.extractors.parts_played import actors_from
from loaders.extractors.sentences import split_sentences
from loaders.extractors.subjects import subject_of
from loaders.records import Actor
from ontology.vocabulary import vocabulary

AGENCY = "agency"
SOCIAL_WORK = re.compile(
    r"\b(?:social\s+work(?:ers?)?|social\s+care\s+(?:child\s+)?plans|children[’']s\s+social\s+care)\b"
    r"|^(?:the\s+)?(?:local\s+authority|council)[’']s\b",
    re.IGNORECASE,
)  # what is the council's own
TOGETHER = re.compile(
    r"\b(?:partners?|partnerships?|multi-agency|agencies|(?:MASH|MARU|MARAC)(?!\s+referrals?)|"
    r"strategy\s+(?:meetings?|discussions?)|joint(?:ly)?|information-sharing|shared?|across|professionals|front\s+door)\b",
    re.IGNORECASE,
)
MOST_AGENCIES = 2
NOT_THE_AGENCY = re.compile(r"\s+(?:custody|protection|national\s+database)\b", re.I)
BESIDE = re.compile(r"^In addition to [^,]+,\s*")
RECEIVES = re.compile(r"\b(?:with|to|about)\s+(?:the\s+)?$", re.IGNORECASE)
JOINED_BY_OTHERS = re.compile(
    r"\s*(?:,|and|or)\s+(?:\w+\s+){0,2}(?:partners?|agencies|professionals|services|others)\b",
    re.IGNORECASE,
)
AGENT = re.compile(r"\bby\b", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)


def agencies_described(text: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the one or two agencies whose practice ``text`` describes, none where unsure.

    Its first sentence says it: the two between which something fails, else the agencies of the
    subject, else those by whom something is done, else all that it names.
    """
    sentences = split_sentences(text)
    if not sentences:
        return ()
    first = BESIDE.sub("", sentences[0].text)
    subject = subject_of(first)
    if _speaks_of_many(subject, finder):
        return ()
    return (
        _the_two_between(first, finder)
        or _agencies(subject, finder)
        or (() if TOGETHER.search(subject) else _agents(first, finder))
        or _agencies(first, finder)
    )


def _speaks_of_many(subject: str, finder: ActorFinder) -> bool:
    """Tell whether a subject begins with practices, schools or health services without a name."""
    found = finder.find(subject)
    return bool(found) and AGENCY in group_kinds(found[0].actor)


def _the_two_between(sentence: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return both agencies of "information-sharing between the hospital and the police"."""
    found = _named(sentence, finder)
    rows = (actors_from(sentence, each.end(), found) for each in BETWEEN.finditer(sentence))
    return next((tuple(each.actor for each in row) for row in rows if len(row) == 2), ())


def _agencies(words: str, finder: ActorFinder) -> tuple[Actor, ...]:
    if TOGETHER.search(words):
        return ()
    agencies = tuple(dict.fromkeys(each.actor for each in _named(words, finder)))
    return agencies if len(agencies) <= MOST_AGENCIES else ()


def _agents(sentence: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the agencies of "graded by the police", not of "by the police and partners"."""
    found = _named(sentence, finder)
    for by in AGENT.finditer(sentence):
        agents = actors_from(sentence, by.end(), found)
        if agents and not JOINED_BY_OTHERS.match(sentence, agents[-1].end):
            return tuple(dict.fromkeys(each.actor for each in agents))
    return ()


def _named(words: str, finder: ActorFinder) -> tuple[FoundActor, ...]:
    """Return the agencies that ``words`` name in order, social work as its council."""
    found = [
        each
        for each in finder.find(words)
        if _is_agency(each.actor) and not NOT_THE_AGENCY.match(words, each.end)
    ]
    if finder.council:
        council = finder.council
        found += [
            FoundActor(each.start(), each.end(), council) for each in SOCIAL_WORK.finditer(words)
        ]
    found = [each for each in found if not RECEIVES.search(words[: each.start])]
    return tuple(sorted(found, key=lambda each: each.start))


def _is_agency(actor: Actor) -> bool:
    if actor.kind != "body":
        return False
    known = vocabulary().body(actor.body) if actor.body else None
    kind = actor.body_type or (known.body_type if known else None)
    return kind in _agency_kinds()


@lru_cache(maxsize=1)
def _agency_kinds() -> frozenset[str]:
    """Return the kinds of bodies that work with children."""
    kinds = vocabulary().scheme("body-type")
    return frozenset(kind.slug for kind in kinds if AGENCY in kind.related)
