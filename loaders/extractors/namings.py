"""What the names in a text stand for, before it is known whose text it is.

One matcher over the register of bodies, the roles and the kinds of local bodies.  Council names
are read by `councils`; the short forms ("the Board") wait for a document that has named one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from loaders.extractors.councils import is_council
from ontology.matching import Match, Matcher, fold
from ontology.vocabulary import Concept, vocabulary

NamingKind = Literal["body", "role", "local", "regional", "group", "council"]
KIND_OF_PARENT: Mapping[str, NamingKind] = {
    "local-body": "local",
    "regional-body": "regional",
    "group": "group",
}
LONGEST_ABBREVIATION = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """What a name stands for: a body of the register, a role, or a kind of body.

    ``in_capitals``: the name is an abbreviation and counts only in capitals ("LA", "SP").
    """

    kind: NamingKind
    slug: str
    in_capitals: bool = False


@lru_cache(maxsize=1)
def names() -> Matcher[Naming]:
    """Return the matcher over all full names, built once per process."""
    return Matcher(_phrases())


def _phrases() -> Iterator[tuple[str, Naming]]:
    known = vocabulary()
    regional = {concept.slug for kind, concept in kinds_of_bodies() if kind == "regional"}
    for body in known.bodies:
        if not is_council(body):
            for name in body.names:
                if body.body_type not in regional or _is_abbreviation(name):
                    yield name, Naming("body", body.slug, _is_abbreviation(name))
    for role in known.scheme("role"):
        for name in _with_plurals(role):
            yield name, Naming("role", role.slug, _is_abbreviation(name))
    for kind, concept in kinds_of_bodies():
        listed = concept.names if kind != "group" else (*concept.names, *concept.cues)
        for name in listed:
            yield name, Naming(kind, concept.slug, _is_abbreviation(name))
    for name in known.concept("body-type", "council").cues:
        yield name, Naming("council", "council", _is_abbreviation(name))


def _with_plurals(role: Concept) -> tuple[str, ...]:
    """Return the names of a role and their plurals, but for what names a body or a group.

    "Council leaders" are the council's, not several Leaders of the Council.
    """
    plurals = [name + "s" for name in role.names if not name.endswith("s")]
    return (*role.names, *(each for each in plurals if fold(each) not in _names_of_kinds()))


@lru_cache(maxsize=1)
def _names_of_kinds() -> frozenset[str]:
    kinds = vocabulary().scheme("body-type")
    return frozenset(fold(name) for kind in kinds for name in (*kind.names, *kind.cues))


def kinds_of_bodies() -> tuple[tuple[NamingKind, Concept], ...]:
    """Return the kinds of local and regional bodies and of groups, with which of these it is."""
    return tuple(
        (KIND_OF_PARENT[concept.broader[0]], concept)
        for concept in vocabulary().scheme("body-type")
        if concept.broader and concept.broader[0] in KIND_OF_PARENT
    )


@lru_cache(maxsize=1)
def short_forms() -> Mapping[str, tuple[Naming, ...]]:
    """Return the short forms ("the board") with the kinds of bodies that each may mean."""
    found: dict[str, list[Naming]] = defaultdict(list)
    for kind, concept in kinds_of_bodies():
        if kind != "group":
            for cue in concept.cues:
                found[fold(cue)].append(Naming(kind, concept.slug))
    return {form: tuple(namings) for form, namings in found.items()}


def find_names(text: str) -> tuple[Match[Naming], ...]:
    """Return every name in ``text``, overlapping ones too, abbreviations only in capitals."""
    return tuple(
        match
        for match in names().find_all(text)
        if not match.key.in_capitals or text[match.start : match.end].rstrip("s").isupper()
    )


@lru_cache(maxsize=1)
def _local_names() -> Matcher[Naming]:
    return Matcher(
        (name, Naming(kind, concept.slug, _is_abbreviation(name)))
        for kind, concept in kinds_of_bodies()
        if kind != "group"
        for name in concept.names
    )


def find_local_names(text: str) -> tuple[Match[Naming], ...]:
    """Return the full names of kinds of local and regional bodies in a whole document."""
    return tuple(
        match
        for match in _local_names().find(text)
        if not match.key.in_capitals or text[match.start : match.end].rstrip("s").isupper()
    )


def _is_abbreviation(name: str) -> bool:
    bare = name.removeprefix("the ").rstrip("s")
    return bare.isupper() and len(bare) <= LONGEST_ABBREVIATION
