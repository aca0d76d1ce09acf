"""People whom somebody has to hear: children in care, parents, families.

They are no bodies that act, so `ActorFinder` does not find them; here they count where words of
consulting stand directly before them ("consult parents on the offer") or say it of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.extractors.actors import FoundActor, local_body
from loaders.extractors.cues import cued
from loaders.records import Actor
from ontology.matching import any_of
from ontology.vocabulary import Concept, vocabulary

PEOPLE = "people"
_BETWEEN = r"(?:<<somebody/of-heard>>\s+)*"
_JOINED = r"\s*(?:,|,?\s+and|,?\s+or|,?\s+as\s+well\s+as)\s+"
_IN_MAKING = r"\s[^.;]*\sin\s+(?:the\s+)?(?:\w+ing|development|design|review)\b"
_CONSULTED = (
    r"\s+(?:(?:(?:should|must|will|need\s+to|have\s+to)\s+)?be|are)\s+"
    r"(?:\w+ly\s+|always\s+)*consulted\b"
)


def people_heard(
    text: str, actors: Sequence[FoundActor], council: Actor | None
) -> tuple[FoundActor, ...]:
    """Return the people whom a sentence wants consulted, in order, each once.

    ``actors`` are the bodies that it names: the Children in Care Council is no children in care.
    """
    found = {each.start: each for each in (*_after_cue(text, council), *_subjects(text, council))}
    named = {start for start in found for each in actors if each.start <= start < each.end}
    return tuple(found[start] for start in sorted(found.keys() - named))


def _after_cue(text: str, council: Actor | None) -> Iterator[FoundActor]:
    """Yield whom a row after "consult", "in consultation with" names."""
    for cue in _consulting().finditer(text):
        start = cue.end()
        while person := _person(first=start == cue.end()).match(text, start):
            yield _found(person, council)
            start = person.end()


def _subjects(text: str, council: Actor | None) -> Iterator[FoundActor]:
    """Yield who "should be consulted"."""
    if "consulted" in text:
        for person in _who_is_consulted().finditer(text):
            yield _found(person, council)


@lru_cache(maxsize=1)
def _who_is_consulted() -> re.Pattern[str]:
    return re.compile(rf"\b{_names()}(?={_CONSULTED})", re.IGNORECASE)


def _found(person: re.Match[str], council: Actor | None) -> FoundActor:
    concept = _kinds()[" ".join(person["name"].lower().replace("-", " ").split())]
    return FoundActor(person.start("name"), person.end("name"), local_body(council, concept.slug))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, Concept]:
    return {
        name.lower().replace("-", " "): concept
        for concept in vocabulary().scheme("body-type")
        if concept.broader == (PEOPLE,)
        for name in concept.names
    }


def _names() -> str:
    return rf"(?P<name>{any_of(_kinds())})(?![\w’'-])"


@lru_cache(maxsize=1)
def _consulting() -> re.Pattern[str]:
    cues = any_of(vocabulary().concept("part", "is-consulted").alternatives)
    involves = any_of(vocabulary().concept("part", "involves").cues)
    return re.compile(rf"\b(?:{cues}(?=\s)|{involves}(?={_IN_MAKING}))", re.IGNORECASE)


@lru_cache(maxsize=2)
def _person(first: bool) -> re.Pattern[str]:
    """Return the pattern of the first of a row, or of one more in it."""
    before = r"\s+" if first else _JOINED
    return cued(rf"{before}{_BETWEEN}{_names()}")
