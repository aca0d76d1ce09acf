"""Dated events that prose tells of in passing: appointments, transfers, notices, peer reviews.

What counts as one is said by the vocabulary of kinds of events; a mention without a date of its
own is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.extractors.actors import CITED_AFTER, ActorFinder
from loaders.extractors.cues import cued
from loaders.extractors.dates import FoundDate, find_dates
from loaders.extractors.flows import Flow
from loaders.extractors.sentences import sentence_flows
from loaders.page import SourceText
from loaders.records import Actor, Event
from ontology.matching import Match, Matcher
from ontology.vocabulary import vocabulary

SCHEME = "event-kind"
APPOINTMENT, FOUNDING = "appointment", "founding"
_AT = re.compile(r"\b(?:in|on|from|until)\s+(?:the\s+)?(?:early\s+|late\s+|mid-)?$", re.IGNORECASE)
_OPENS_CLAUSE = re.compile(
    r"(?:^|[,;:]\s+|\band\s+)(?:and\s+)?(?:in|on|from)\s+(?:early\s+|late\s+|mid-)?$", re.I
)
_BESIDE = re.compile(r",? and (?:an? |the )[^,;.]{3,90} (?:in|on) ")
_NEXT_SUBJECT = re.compile(r",? and (?=(?:an?|the) [^,;.]{3,90}$)", re.IGNORECASE)
_NO_EVENT = re.compile(r"\b(?:newly|recently|not|never|no|being)\s+(?:been\s+)?$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|due to|to be|planned|is to|are to)\b", re.IGNORECASE)
_OF_OTHERS = r"(?-i:\s+(?:of|at|for)\s+(?!(?:the\s+)?<<naming/of-the-council>>\b))"
FARTHEST_AFTER, FARTHEST_BEFORE = 130, 160  # characters between the words and their date


def find_events(
    source: SourceText, flows: Iterable[Flow], finder: ActorFinder
) -> tuple[Event, ...]:
    """Return the events that sentences date, in the words that tell of each first.

    What later sentences say of the same event is its evidence too.
    """
    found: dict[tuple[object, ...], Event] = {}
    for flow in flows:
        for sentence in sentence_flows(flow):
            for event in _events(source, sentence, finder):
                key = (event.rule, event.date, _what(event, finder))
                first = found.setdefault(key, event)
                quotes = dict.fromkeys((*first.evidence, *event.evidence))
                found[key] = replace(first, evidence=tuple(quotes))
    return tuple(found.values())


def _what(event: Event, finder: ActorFinder) -> object:
    """Return what tells an event from others of its kind and date; its words where little does.

    Appointments in one month differ by the post, foundings by the body; a year alone is too long.
    """
    if event.date is None or event.date.month is None:
        return event.label
    if event.rule == f"event-{APPOINTMENT}":
        roles = {each.actor.role for each in finder.find(event.label) if each.actor.role}
        return frozenset(roles) or event.label
    if event.rule == f"event-{FOUNDING}":
        return frozenset(event.bodies) or event.label
    return None


def _events(source: SourceText, sentence: Flow, finder: ActorFinder) -> Iterator[Event]:
    text = sentence.text
    cues = _cues().find(text)
    dates = find_dates(text, years=True) if cues else ()
    for place, cue in enumerate(cues):
        if _NO_EVENT.search(text, 0, cue.start):
            continue
        start = cues[place - 1].end if place else 0
        end = cues[place + 1].start if place + 1 < len(cues) else len(text)
        own = [each for each in dates if start <= each.start < end]
        following = cues[place + 1].start if place + 1 < len(cues) else None
        for date in _in_a_row(text, _date_of(text, cue, own), own):
            told = _told(text, cue, date, following)
            yield Event(
                evidence=sentence.quotes(source, 0, told),
                rule=f"event-{cue.key}",
                label=text[:told],
                date=date.date,
                planned=bool(_AHEAD.search(text, start, cue.end)),
                bodies=_bodies(text[:told], finder),
            )


def _told(text: str, cue: Match[str], date: FoundDate, following: int | None) -> int:
    """Return where the words of a dated event end: before what the date says nothing of.

    "A head came in June 2022 and a chair was found in spring 2023."
    """
    if following is None or date.start < cue.end:
        return len(text)
    other = _NEXT_SUBJECT.search(text, date.end, following)
    return other.start() if other else len(text)


def _date_of(text: str, cue: Match[str], dates: Sequence[FoundDate]) -> FoundDate | None:
    """Return the date that opens the clause of a cue ("In May 2021, a …"), else the next one."""
    before = [
        date
        for date in dates
        if 0 <= cue.start - date.end <= FARTHEST_BEFORE
        if _OPENS_CLAUSE.search(text[: date.start])
    ]
    after = [
        date
        for date in dates
        if 0 <= date.start - cue.end <= FARTHEST_AFTER and _AT.search(text[: date.start])
    ]
    noun = text[cue.start : cue.end].endswith(" of")  # "the appointment of a … in May 2021"
    nearest = (*after[:1], *before[-1:]) if noun else (*before[-1:], *after[:1])
    return next(iter(nearest), None)


def _in_a_row(
    text: str, first: FoundDate | None, dates: Sequence[FoundDate]
) -> Iterator[FoundDate]:
    """Yield a date and those of what is named beside it: "a … in May and a … in July 2021"."""
    last = first
    for date in dates:
        if date == first or (
            last and date.start > last.end and _BESIDE.fullmatch(text[last.end : date.start])
        ):
            last = date
            yield date


def _bodies(text: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the bodies that a sentence names, and the council where it names a post there.

    Groups without a name are none, nor is the cabinet of "a cabinet member", the author in a
    citation, or the council for a post of somebody else ("the chief executive of the trust") or
    one named by its plain word alone beside another body.
    """
    bodies: list[Actor] = []
    posts = False
    for found in finder.find(text):
        actor = found.actor
        if CITED_AFTER.match(text, found.end):
            continue
        if actor.kind == "post" and finder.council and actor.body == finder.council.body:
            posts = posts or not cued(_OF_OTHERS).match(text, found.end)
        elif actor.kind == "body" and actor.body_type != "group":
            bodies += [] if text.startswith(" member", found.end) else [actor]
    if posts and finder.council and not bodies:
        bodies.append(finder.council)
    return tuple(dict.fromkeys(bodies))


@lru_cache(maxsize=1)
def _cues() -> Matcher[str]:
    return Matcher(
        (phrase, kind.slug) for kind in vocabulary().scheme(SCHEME) for phrase in kind.cues
    )
