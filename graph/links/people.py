"""Who is one person under two spellings of a first name: "Matt Reed" and "Matthew Reed"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from graph.links.facts import PersonFact
from graph.links.words import normalised

_SHORTEST_SHORT_FORM = 3


def same_people(people: Iterable[PersonFact]) -> list[tuple[str, str]]:
    """Return (person, the canonical one) where names and a shared body show that they are one.

    The evidence: the same surname, a body in common, and first names of which one is a known
    short form of the other or its beginning.  The canonical one has the longest first name.
    Two officers of one name at two bodies stay two.
    """
    by_surname: dict[str, list[PersonFact]] = defaultdict(list)
    for person in people:
        by_surname[_names(person)[1]].append(person)
    found: list[tuple[str, str]] = []
    for namesakes in by_surname.values():
        ordered = sorted(namesakes, key=lambda person: (-len(_names(person)[0]), person.iri))
        for position, person in enumerate(ordered):
            same = (one for one in ordered[:position] if _is_one_person(one, person))
            found += [(person.iri, canonical.iri) for canonical in list(same)[:1]]
    return sorted(found)


def _names(person: PersonFact) -> tuple[str, str]:
    """First name and all other names, as compared."""
    first, _, others = normalised(person.name).partition(" ")
    return first, others


def _is_one_person(one: PersonFact, other: PersonFact) -> bool:
    if not one.bodies & other.bodies or not _names(one)[1]:
        return False
    long, short = _names(one)[0], _names(other)[0]
    begins = len(short) >= _SHORTEST_SHORT_FORM and long.startswith(short)
    return begins or frozenset((long, short)) in _short_forms()


@lru_cache(maxsize=1)
def _short_forms() -> frozenset[frozenset[str]]:
    """Pairs of first names that one person may use, from ``short_names.txt``."""
    text = (files("graph.links") / "short_names.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(frozenset((names[0], short)) for names in lines for short in names[1:])
