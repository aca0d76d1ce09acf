"""Who is one person, or one body, under two names: by evidence, never by equal names alone.

Reversible: both stay as they are, and the links graph says which one is counted for both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import combinations

from rapidfuzz.distance import OSA

from graph.links.facts import NamedFact, slug_of
from graph.links.words import content_words, normalised

LEAST_SURNAME = 5  # in a shorter one, another letter makes another name
_SHORTEST_SHORT_FORM = 3
_Comparison = Callable[[NamedFact, NamedFact], "Identity | None"]
_AFTER_THE_NAME = re.compile(
    r"(?:\s+(?:AI|HMI|SCRI|OBE|CBE|MBE|QPM|DBE|KBE|CB|PhD|JP|[A-Z]{2,4}))+$"
)
_IDLE_IN_NAMES = frozenset(content_words("force service services team"))


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """A thing and the canonical one that it is; how that was found, and what speaks for it."""

    iri: str
    canonical: str
    method: str
    reason: str
    doubt: str | None = None


def groups_of(named: NamedFact) -> tuple[str, ...]:
    """Return the groups among whose members somebody or something may be the same.

    People by surname and by first name, bodies by the words of their names.
    """
    if not named.is_person:
        words = _words_of_body(named.name)
        return (f"body:{' '.join(sorted(words))}",) if words else ()
    first, others = _names(named)
    return (f"surname:{others}", f"first:{first}") if others else ()


def identities_in(group: str, members: Iterable[NamedFact]) -> list[Identity]:
    """Return who is whom within one group of `groups_of`."""
    if group.startswith("body:"):
        return _canonical(sorted(members, key=_weight_of_body), _same_body)
    ordered = sorted(members, key=_weight_of_person)
    return _canonical(ordered, _misprint if group.startswith("first:") else _same_names)


def _canonical(ordered: list[NamedFact], compare: _Comparison) -> list[Identity]:
    """Give each the first of those before it that is the same and is not itself another."""
    found: dict[str, Identity] = {}
    for one, other in combinations(ordered, 2):
        if one.iri not in found and other.iri not in found:
            same = compare(one, other)
            if same:
                found[other.iri] = same
    return list(found.values())


def _weight_of_person(person: NamedFact) -> tuple[int, int, str]:
    first, others = _names(person)
    return -len(first), len(person.name) - len(others), person.iri


def _weight_of_body(body: NamedFact) -> tuple[int, str]:
    return len(body.iri), body.iri


def _names(person: NamedFact) -> tuple[str, str]:
    """First name and all other names, as compared; without letters after the name."""
    bare = _AFTER_THE_NAME.sub("", person.name)
    first, _, others = normalised(bare).partition(" ")
    return first, others


def _same_names(one: NamedFact, other: NamedFact) -> Identity | None:
    """The same surname at one body, and first names of which one is short for the other."""
    shared = one.bodies & other.bodies
    if not shared:
        return None
    long, short = _names(one)[0], _names(other)[0]
    place = ", ".join(sorted(slug_of(body) for body in shared))
    if long == short:
        return Identity(other.iri, one.iri, "letters-after-name", f"both at {place}")
    begins = len(short) >= _SHORTEST_SHORT_FORM and long.startswith(short)
    if begins or frozenset((long, short)) in _short_forms():
        return Identity(other.iri, one.iri, "short-first-name", f"both at {place}")
    return None


def _misprint(one: NamedFact, other: NamedFact) -> Identity | None:
    """The same first name at one body, and long surnames that one slip makes of each other."""
    shared = one.bodies & other.bodies
    surnames = _names(one)[1], _names(other)[1]
    if not shared or min(map(len, surnames)) < LEAST_SURNAME or surnames[0] == surnames[1]:
        return None
    if surnames[0][0] != surnames[1][0] or OSA.distance(*surnames, score_cutoff=1) > 1:
        return None
    place = ", ".join(sorted(slug_of(body) for body in shared))
    doubt = "the surnames differ by one letter; they may be two people"
    return Identity(other.iri, one.iri, "misprinted-surname", f"both at {place}", doubt)


def _same_body(one: NamedFact, other: NamedFact) -> Identity | None:
    """Names of the same words, of a body that serves the same council or none."""
    if one.bodies != other.bodies:
        return None
    return Identity(other.iri, one.iri, "same-words", f"{one.name} = {other.name}")


def _words_of_body(name: str) -> frozenset[str]:
    """The telling words of a body's name; nothing for a group such as "Partners"."""
    words = frozenset(content_words(name)) - _IDLE_IN_NAMES
    return words if len(words) > 1 else frozenset()


@lru_cache(maxsize=1)
def _short_forms() -> frozenset[frozenset[str]]:
    """Pairs of first names that one person may use, from ``short_names.txt``."""
    text = (files("graph.links") / "short_names.txt").read_text(encoding="utf-8")
    return frozenset(_pairs_of_short_forms(text.splitlines()))


def _pairs_of_short_forms(lines: Iterable[str]) -> Iterator[frozenset[str]]:
    for line in lines:
        names = line.split() if not line.startswith("#") else []
        yield from (frozenset((names[0], short)) for short in names[1:])
