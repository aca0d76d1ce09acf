"""Actors that stand in a row: "the Council, its partners and, in particular, the police".

A rule about the first or the last of a row is one about all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.extractors.actors import FoundActor
from loaders.extractors.cues import cued
from loaders.extractors.groups import group_kinds
from loaders.records import Actor

Row = tuple[FoundActor, ...]

_PLACE = r"\s+(?:in|across)\s+[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)*"
IN_A_PLACE = re.compile(rf"{_PLACE}(?=\s+(?:and|to|so|should|must|will)\b|[.,;]|$)")
_WHICH = (
    r"(?:<<part/which-of-them>>\s+)*"
    r"(?:(?:<<part/in-a-row>>|<<part/field>>)(?:,\s*|\s+and\s+)(?:(?:the|their|its|all|other)\s+)*)*"
    r"(?:social\s+care\s+)?"
)
BEFORE_THE_FIRST = (
    rf"\s*,?\s*(?:(?:to|with|by|from|and|or|including|in\s+particular),?\s+)*{_WHICH}"
)
BETWEEN = (
    rf"(?-i:{_PLACE}(?=\s+and\b))?"
    r"(?:\s+|\s*(?:,|&|/|\b(?:and|or|as\s+well\s+as|including)\b)\s*(?:,|and\b)?\s*"
    r"(?:in\s+particular,?\s+)?(?:(?:to|with|by|from)\s+)?)"
    rf"{_WHICH}"
)
WHICH_OF_THEM = re.compile(
    r"\b(?:(?:key|other|wider|relevant|statutory|external|mainstream)\s+)+$", re.IGNORECASE
)
SHARED_HEAD = re.compile(
    r"(?:,\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+){0,2}\s+and\s+(?:[\w’'-]+\s+){1,4}?(?P<head>services)\b"
)
BARE_COMMA = re.compile(r",\s+(?:the\s+)?", re.IGNORECASE)
OWNS = re.compile(r"[’']s?\s+")
WITH_SOMEBODY = re.compile(r"\bwith\s", re.IGNORECASE)
TO_SOMEBODY = re.compile(r"\bto\s", re.IGNORECASE)


def actors_from(text: str, start: int, found: Sequence[FoundActor]) -> Row:
    """Return the actors that stand in a row from ``start``: "the Council, the Trust and …".

    A group that the next names spell out ("our partners Exampleshire Police and …") is left out.
    """
    row: list[FoundActor] = []
    for actor in found:
        if actor.start < start:
            continue
        if not cued(BETWEEN if row else BEFORE_THE_FIRST).fullmatch(text, start, actor.start):
            break
        adjoins = bool(row) and text[start : actor.start].isspace()
        start = actor.end
        if adjoins and actor.actor.body_type == "group" and is_service(row[-1].actor):
            continue  # "Child and Adolescent Mental Health Service providers" are that service
        if adjoins and row[-1].actor.body_type == "group":
            row.pop()
        row.append(actor)
    return tuple(row)


def rows_of(text: str, found: Sequence[FoundActor]) -> Iterator[Row]:
    """Yield the rows in which the actors of ``text`` stand, one alone too; none is in two."""
    end = 0
    for each in found:
        if each.start >= end:
            row = actors_from(text, each.start, found)
            yield row
            end = row[-1].end


def after_with(text: str, row: Row) -> Row:
    """Return those after the last "with": of "the Council, with the Trust" the Trust, else all."""
    with_whom = (
        at
        for at, (last, following) in enumerate(pairwise(row), 1)
        if WITH_SOMEBODY.search(text, last.end, following.start)
    )
    return row[max(with_whom, default=0) :]


def without_owner(text: str, row: Row, found: Sequence[FoundActor]) -> Row:
    """Return a row without a last one that owns what follows: of "the Council's Cabinet" this."""
    owns = OWNS.match(text, row[-1].end) if row else None
    if owns is None:
        return row
    owned = actors_from(text, owns.end(), found)
    return (*row[:-1], *(owned if owned and owned[0].start == owns.end() else ()))


def up_to_whom(text: str, row: Row) -> Row:
    """Return those before "to": "sent, agreed with the Board, to Ofsted" is agreed by the Board."""
    for last, following in pairwise(row):
        if TO_SOMEBODY.search(text, last.end, following.start):
            return row[: row.index(following)]
    return row


def up_to_comma(text: str, row: Sequence[FoundActor]) -> Row:
    """Return those before the last bare comma: of "with the Trust, the Council" the Trust."""
    gaps = [BARE_COMMA.fullmatch(text, a.end, b.start) for a, b in pairwise(row)]
    return tuple(row[: max((at for at, gap in enumerate(gaps, 1) if gap), default=len(row))])


def words_for(text: str, found: FoundActor) -> str:
    """Return the words that name an actor: of a group of services with its place, where printed.

    "Health providers in Exampleshire and Exampleshire Police" are two actors; of "substance misuse
    and mental health services" both are services.
    """
    placed = IN_A_PLACE.match(text, found.end) if "agency" in group_kinds(found.actor) else None
    which = WHICH_OF_THEM.search(text, 0, found.start) if group_kinds(found.actor) else None
    start = which.start() if which else found.start
    words = text[start : placed.end() if placed else found.end]
    shared = SHARED_HEAD.match(text, found.end)
    head = shared["head"] if shared else ""
    lacks = head and found.actor.label.endswith(f" {head}") and not words.endswith(head)
    return f"{words} {head}" if lacks else words


def is_service(actor: Actor) -> bool:
    """Whether this is a body, or the agencies of one kind, and no group that names spell out."""
    return actor.body_type != "group" or "agency" in group_kinds(actor)
