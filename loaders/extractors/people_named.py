"""People whom somebody may have to hear, and fields of work: parents, families; health, housing.

They are no bodies that act, so `ActorFinder` does not find them; people count only where a sentence
wants them consulted, a field of work where its agencies are to take part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.extractors.actor_rows import actors_from
from loaders.extractors.actors import FoundActor, local_body
from loaders.extractors.cues import cued
from loaders.records import Actor
from ontology.matching import Pieces, any_of
from ontology.vocabulary import Concept, vocabulary

PEOPLE, SECTOR = "people", "sector"
_VIEWS_FOLLOW = r"(?=[’']s?\s+(?:\w+\s+)?(?:<<part/views>>|<<part/attendance>>))"
_SECTOR_ENDS = r"(?=\s*(?:[,.;:)]|$)|\s+<<part/after-a-field>>\b)"  # not "health needs"


def people_named(
    text: str, actors: Sequence[FoundActor], council: Actor | None
) -> tuple[FoundActor, ...]:
    """Return the people whom a sentence names, in order.

    ``actors`` are the bodies that it names: the Children in Care Council is no children in care.
    """
    return _named(text, rf"(?:(?![\w’'-])|{_VIEWS_FOLLOW})", PEOPLE, actors, council)


def sectors_named(
    text: str, actors: Sequence[FoundActor], council: Actor | None
) -> tuple[FoundActor, ...]:
    """Return the fields of work that a sentence names, in order, where no noun follows them.

    In "health and education records" none does: what is joined to one must be an actor too.
    """
    found: list[FoundActor] = []
    for each in reversed(_named(text, _SECTOR_ENDS, SECTOR, actors, council)):
        joined = _and_another().match(text, each.end)
        after = sorted((*found, *actors), key=lambda other: other.start)
        if joined is None or actors_from(text, joined.end(), after):
            found.insert(0, each)
    return tuple(found)


@lru_cache(maxsize=1)
def _and_another() -> re.Pattern[str]:
    another = any_of(_kinds(SECTOR))
    return re.compile(rf"(?:,?\s+(?:and|or|as\s+well\s+as)|,(?=\s+{another}\b))\s+", re.IGNORECASE)


def _named(
    text: str, end: str, parent: str, actors: Sequence[FoundActor], council: Actor | None
) -> tuple[FoundActor, ...]:
    """Return what the kinds below ``parent`` name in ``text``, up to ``end``."""
    kinds, pieces = _kinds(parent), _pieces(parent)
    if not pieces.are_in(text.lower()):
        return ()
    found = (
        (*match.span(), " ".join(match.group().lower().replace("-", " ").split()))
        for match in cued(_grammar(parent, end)).finditer(text)
    )
    return tuple(
        FoundActor(start, stop, local_body(council, kinds[name].slug))
        for start, stop, name in found
        if not any(each.start < stop and start < each.end for each in actors)
    )


@lru_cache(maxsize=4)
def _grammar(parent: str, end: str) -> str:
    return rf"\b{any_of(_kinds(parent))}{end}"


@lru_cache(maxsize=2)
def _pieces(parent: str) -> Pieces:
    """Return the last words of the names, of which one stands wherever somebody is named."""
    return Pieces(sorted({name.split()[-1].rstrip("*") for name in _kinds(parent)}))


@lru_cache(maxsize=2)
def _kinds(parent: str) -> dict[str, Concept]:
    return {
        name.lower().replace("-", " "): concept
        for concept in vocabulary().scheme("body-type")
        if concept.broader == (parent,)
        for name in concept.names
    }
