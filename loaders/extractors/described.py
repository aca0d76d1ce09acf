"""Whose practice a passage of a joint inspection describes, where it asks nobody to act.

Such letters put findings where others put demands: "The police form has no field for …".  The
agencies are those of the first sentence that finds fault, unless it speaks of agencies together.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extractors.actors import ActorFinder, FoundActor, local_body
from loaders.extractors.groups import group_kinds
from loaders.extractors.parts_played import actors_from
from loaders.extractors.sentences import split_sentences
from loaders.extractors.subjects import subject_of
from loaders.records import Actor
from ontology.vocabulary import vocabulary

AGENCY, LOCAL = "agency", "local-body"
SOCIAL_WORK = re.compile(
    r"\b(?:social\s+work(?:ers?)?|social\s+care\s+(?:child\s+)?plans|children[’']s\s+social\s+care"
    r"|emergency\s+duty\s+team)\b|^In\s+social\s+care\b"
    r"|^(?:the\s+)?(?:local\s+authority|council)[’']s\b",
    re.IGNORECASE,
)  # what is the council's own
OFFICERS = re.compile(
    r"\b(?:frontline\s+|response\s+|attending\s+)?officers\b(?!\s+(?:of|from)\b)", re.IGNORECASE
)
TOGETHER = re.compile(
    r"\b(?:partners?|partnerships?|multi-agency|agencies|(?:MASH|MARU|MARAC)(?!\s+referrals?)|"
    r"strategy\s+(?:meetings?|discussions?)|joint(?:ly)?|information-sharing|shared?|across|professionals|front\s+door)\b",
    re.IGNORECASE,
)
WITHIN_HEALTH = re.compile(r"\bwithin\s+health\b(?!\s+(?:and|visiting|care))")
HEALTH = "health-providers"
MOST_AGENCIES = 2
NOT_THE_AGENCY = re.compile(r"\s+(?:custody|protection|national\s+database)\b", re.I)
BESIDE = re.compile(r"^In addition to [^,]+,\s*")
RECEIVES = re.compile(
    r"\b(?:with|to|about|receiv\w+|access(?:ing)?|(?:await|wait)\w*(?:\s+for)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
GIVES_INFORMATION = re.compile(
    r"\b(?:information|notifications?)\s+(?:(?:gathered|held|provided|sent|shared|given|made)\s+)?"
    r"(?:by|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)  # whose notifications they are, not who deals with them
AGENT_IN_A_CLAUSE = re.compile(
    r"\b(?:when|where|who|whom|if|whose)\b[^,;.]*\bby\s+(?:the\s+)?$", re.IGNORECASE
)  # "when children are arrested by the police"
ACTS_ITSELF = re.compile(r"\b(?:of|to|in|by)\s+(?:the\s+)?$", re.IGNORECASE)
DOES = re.compile(r"\s+(?:not\s+)?(?:\w+ly\s+)?[a-z]+ing\b")
NOT_ASKED = re.compile(
    r"\bnot\s+(?:\w+ly\s+|always\s+)*(?:asked|invited|involved|consulted|told|informed|contacted|included)\b",
    re.IGNORECASE,
)  # it is others who fail to ask them
THEY = re.compile(r"^(?:They|These)\b")
BUT = re.compile(r"^(?:However|But|Nevertheless|Despite this)\b")
IN_CONTRAST = re.compile(r"^(?:In|By) contrast,?\s*")
TO_OTHERS = re.compile(
    r"\b(?:to|with)\s+(?:[\w’]+\s+and\s+)?(?:other\s+)?(?:partners?|partner\s+agencies|agencies|professionals)\b",
    re.IGNORECASE,
)  # others only receive it
FINDS_FAULT = re.compile(
    r"\b(?:not|never|no|nor|lack\w*|limited|inconsisten\w+|under-?\w+|variable|vari\w+|weak\w*|delay\w*"
    r"|insufficient\w*|too|little|few|poor\w*|rarely|seldom|only|missed|unclear|without|need\w*|absence|pressures?|gaps?"
    r"|less|more)\b",
    re.IGNORECASE,
)
IN_PARTICULAR = re.compile(r"\bin\s+particular,?\s+(?:in|at|by|within|for)\s+(?:the\s+)?", re.I)
JOINED_BY_OTHERS = re.compile(
    r"\s*(?:,|and|or)\s+(?:\w+\s+){0,2}(?:partners?|agencies|professionals|services|others)\b",
    re.IGNORECASE,
)
AGENT = re.compile(r"\bby\b", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)


def agencies_described(text: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the one or two agencies whose practice ``text`` describes, none where unsure.

    Where the first sentence names nobody and the next takes it back ("However, …"), that says it.
    A group without a name is meant where it fails, not where it is praised or left out.
    What the council does together with one other agency is the partnership's.
    """
    sentences = [each.text for each in split_sentences(text)]
    idle = any(map(NOT_ASKED.search, [*sentences[:1], *filter(THEY.match, sentences[1:2])]))
    for sentence in [*sentences[:1], *filter(BUT.match, sentences[1:2])]:
        found = _described(BESIDE.sub("", sentence), finder)
        praised = len(sentences) > 1 and not FINDS_FAULT.search(sentence)
        if (praised or idle) and any(map(group_kinds, found)):
            continue
        if found or _together(sentence):
            beside = _beside(sentences, finder)
            return _unless_together(tuple(dict.fromkeys((*found, *beside))), finder)
    return ()


def _beside(sentences: list[str], finder: ActorFinder) -> tuple[Actor, ...]:
    """Return whom the next sentences set beside the first: the council, or one "in contrast"."""
    council = finder.council
    second = _agencies(subject_of(sentences[1]), finder) if len(sentences) > 1 else ()
    contrasted = (
        _agencies(subject_of(IN_CONTRAST.sub("", each)), finder)
        for each in sentences[1:]
        if IN_CONTRAST.match(each)
    )
    return (
        *((council,) if council and council in second else ()),
        *(actor for row in contrasted for actor in row),
    )


def _unless_together(found: tuple[Actor, ...], finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the agencies that fail each for itself: not the council with another, not groups."""
    several = len(found) > 1
    groups = several and all(group_kinds(each) for each in found)
    together = (several and finder.council in found) or len(found) > MOST_AGENCIES or groups
    return () if together else found


def _together(words: str) -> bool:
    """Tell whether ``words`` speak of agencies together, not only as those who receive."""
    return TOGETHER.search(TO_OTHERS.sub(" ", words)) is not None


def _described(sentence: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the agencies of one sentence.

    They are the one that does something itself, the two between which something fails, else those
    of the subject, else those by whom something is done, else all that it names.
    """
    subject = subject_of(sentence)
    if BETWEEN.search(subject):
        return _the_two_between(sentence, finder)
    return (
        _who_does(sentence, finder)
        or _named_in_particular(sentence, finder)
        or _the_two_between(sentence, finder)
        or _agencies(subject, finder)
        or (() if _together(subject) else _agents(sentence, finder))
        or _agencies(sentence, finder)
    )


def _who_does(sentence: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the agency of "the timeliness of the council sharing information"."""
    found = [each for each in finder.find(sentence) if each.actor == finder.council]
    doing = (
        each.actor
        for each in (*found, *_named(sentence, finder))
        if DOES.match(sentence, each.end) and ACTS_ITSELF.search(sentence[: each.start])
    )
    return tuple(doing)[:1]


def _named_in_particular(sentence: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the agency of "across the health community and in particular in the trust"."""
    found = _named(sentence, finder)
    rows = (actors_from(sentence, each.end(), found) for each in IN_PARTICULAR.finditer(sentence))
    return next((tuple(each.actor for each in row) for row in rows if len(row) == 1), ())


def _the_two_between(sentence: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return both agencies of "information-sharing between the hospital and the police".

    Groups without a name are no two agencies.
    """
    found = _named(sentence, finder)
    rows = (actors_from(sentence, each.end(), found) for each in BETWEEN.finditer(sentence))
    return next(
        (
            tuple(each.actor for each in row)
            for row in rows
            if len(row) == 2 and not any(group_kinds(each.actor) for each in row)
        ),
        (),
    )


def _agencies(words: str, finder: ActorFinder) -> tuple[Actor, ...]:
    if _together(words):
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
    """Return the agencies that ``words`` name in order, social work as its council.

    Whoever only receives something, or acts in a clause about when or whom, is left out.
    """
    found = [
        agency
        for each in finder.find(words)
        if (agency := _as_agency(each, words)) and not NOT_THE_AGENCY.match(words, each.end)
    ]
    if WITHIN_HEALTH.search(words):
        start = words.index("health")
        found.append(FoundActor(start, start, local_body(finder.council, HEALTH)))
    if finder.council:
        council = finder.council
        found += [
            FoundActor(each.start(), each.end(), council) for each in SOCIAL_WORK.finditer(words)
        ]
    police = next((each.actor for each in finder.find("the police")), None)
    if police:
        found += [FoundActor(each.start(), each.end(), police) for each in OFFICERS.finditer(words)]
    found = [each for each in found if not _only_mentioned(words[: each.start])]
    return tuple(sorted(found, key=lambda each: each.start))


def _only_mentioned(before: str) -> bool:
    return any(
        pattern.search(before) for pattern in (RECEIVES, GIVES_INFORMATION, AGENT_IN_A_CLAUSE)
    )


def _as_agency(found: FoundActor, words: str) -> FoundActor | None:
    """Return what is found if it is an agency, or the professionals of one: they make no body."""
    if found.actor.kind == "body":
        return found if _is_agency(found.actor) else None
    named = vocabulary().named("body-type", words[found.start : found.end])
    if found.actor.kind != "role" or named is None or AGENCY not in named.related:
        return None
    return found


def _is_agency(actor: Actor) -> bool:
    known = vocabulary().body(actor.body) if actor.body else None
    kind = actor.body_type or (known.body_type if known else None)
    return kind in _agency_kinds() or kind == LOCAL or AGENCY in group_kinds(actor)


@lru_cache(maxsize=1)
def _agency_kinds() -> frozenset[str]:
    """Return the kinds of bodies that work with children."""
    kinds = vocabulary().scheme("body-type")
    return frozenset(kind.slug for kind in kinds if AGENCY in kind.related)
