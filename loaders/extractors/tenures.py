"""Who has held a post since when, as sentences tell it, with or without a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from loaders.extractors.actors import ActorFinder, FoundActor
from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates
from loaders.extractors.flows import Flow
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.teams import NAME
from loaders.page import SourceText
from loaders.records import PartialDate, PostHolding

_HELD = (
    r"\b(?:has|have) held (?:the |this )?(?:[\w’']+ ){0,3}<<tenure/office>>\b"
    r"|\b<<tenure/in-office>>\b"
    r"|\b<<tenure/taken-up>> (?:the |this |his |her )?<<tenure/office>>\b"
)
_BECAME = r"\b<<tenure/become>>\s+(?:the |a |an |its )?(?:(?:new|permanent|<<naming/interim>>) )?"
_FROM = re.compile(r"\b(?:since|in|from|on)\s+(?:early |late |the )?$", re.IGNORECASE)
_NAMED = re.compile(rf"(?:^|[,;]\s)(?P<name>(?!(?:The|This|Our|A)\b){NAME.pattern}),?\s$")
_FIRST_PERSON = re.compile(r"\bI (?:was|am|have been)\b")


def find_tenures(
    source: SourceText, flows: Iterable[Flow], finder: ActorFinder, author: str | None = None
) -> tuple[PostHolding, ...]:
    """Return the posts that sentences say somebody has held since a date.

    ``author`` is who says "I"; others stay without a name unless the sentence gives it.
    """
    found: dict[tuple[object, ...], PostHolding] = {}
    for flow in flows:
        for sentence in sentence_flows(flow):
            for holding in _tenures(source, sentence, finder, author):
                found.setdefault((holding.post, holding.name, holding.start), holding)
    return tuple(found.values())


def _tenures(
    source: SourceText, sentence: Flow, finder: ActorFinder, author: str | None
) -> Iterator[PostHolding]:
    text = sentence.text
    verbs = (*cued(_HELD).finditer(text), *cued(_BECAME).finditer(text))
    dates = find_dates(text, years=True) if verbs else ()
    starts = [date for date in dates if _FROM.search(text[: date.start])]
    if not starts:
        return
    posts = [found for found in finder.find(text) if found.actor.kind in ("post", "role")]
    for verb in verbs:
        holder = _holder(posts, verb)
        start = min(starts, key=lambda date: abs(date.start - verb.end())).date
        if holder is None:
            continue
        first_person = _FIRST_PERSON.search(text[: verb.end()])
        name = author if first_person else _name_before(text, verb, finder)
        yield _holding(source, sentence, (holder, start), name)


def _holder(posts: list[FoundActor], verb: re.Match[str]) -> FoundActor | None:
    """Return the post before "has held …" or after "became …"."""
    if cued(_BECAME).match(verb.group()):
        return next((each for each in posts if 0 <= each.start - verb.end() <= 12), None)
    before = [each for each in posts if each.end <= verb.start()]
    return before[-1] if before else None


def _name_before(text: str, verb: re.Match[str], finder: ActorFinder) -> str | None:
    """Return the person who "was appointed …" or "has been …"; a body is nobody."""
    found = _NAMED.search(text[: verb.start()]) if cued(_BECAME).match(verb.group()) else None
    return found["name"] if found and not finder.find(found["name"]) else None


def _holding(
    source: SourceText, sentence: Flow, held: tuple[FoundActor, PartialDate], name: str | None
) -> PostHolding:
    holder, start = held
    return PostHolding(
        evidence=sentence.quotes(source),
        rule="tenure-in-prose",
        post=holder.actor,
        name=name,
        post_as_printed=sentence.text[holder.start : holder.end],
        start=start,
        appointment=appointment_of(sentence.text),
    )


def appointment_of(text: str) -> Literal["interim", "permanent"] | None:
    """Return whether ``text`` calls an appointment interim or permanent, if either."""
    if cued(r"\b<<naming/interim>>\b").search(text):
        return "interim"
    return "permanent" if re.search(r"\bpermanent\b", text, re.IGNORECASE) else None
