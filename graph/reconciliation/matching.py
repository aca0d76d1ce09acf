"""How like a name is to those of the catalogue, and which entity a code names for certain."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.reconciliation.catalogue import Catalogue, Entity, key_of

LIMIT = 10
"""Candidates where a query names no number."""

_WORST = 50.0
"""Score below which a name is no candidate; OpenRefine shows all that it is given."""
_CERTAIN = 100.0
_CODES = frozenset({"gssCode", "laCode", "ofstedUrn"})
_CODE_BONUS = 10.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a name, of some types, with values of properties (name, text)."""

    name: str = ""
    types: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    limit: int = LIMIT


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be meant; ``score`` 0 to 100, ``is_match`` where it is no other."""

    entity: Entity
    score: float
    is_match: bool
    likeness: float
    has_code: bool


def candidates(catalogue: Catalogue, wanted: Wanted) -> list[Candidate]:
    """Return the entities that may be meant, the likeliest first.

    One is a match where a code names it, or where it alone has exactly the name.
    """
    key = key_of(wanted.name)
    scored = [_scored(entity, key, wanted) for entity in catalogue.of_types(wanted.types)]
    kept = [each for each in scored if each.score >= _WORST]
    kept.sort(key=lambda each: (-each.score, each.entity.id))
    best = [each for each in kept if each.score == kept[0].score] if kept else []
    if len(best) == 1 and best[0].score >= _CERTAIN:
        sure = best[0]
        kept[0] = Candidate(sure.entity, sure.score, True, sure.likeness, sure.has_code)
    return kept[: wanted.limit]


def suggestions(catalogue: Catalogue, prefix: str) -> list[Entity]:
    """Return the entities of which a name, or a word of one, begins with a text."""
    start = key_of(prefix)
    found = [
        (place, entity.name, entity)
        for entity in catalogue
        if (place := _place_of(entity, start)) is not None
    ]
    return [entity for _, _, entity in sorted(found, key=lambda each: each[:2])]


def _scored(entity: Entity, key: str, wanted: Wanted) -> Candidate:
    likeness = max((_likeness(key, each) for each in entity.keys), default=0.0) if key else 0.0
    has_code = any(key in _CODES and _has(entity, key, value) for key, value in wanted.properties)
    others = [_has(entity, key, value) for key, value in wanted.properties if key not in _CODES]
    score = max(likeness, _CERTAIN) if has_code else likeness
    if others:
        score = score * 0.8 + 20.0 * sum(others) / len(others)
    if has_code:
        score = min(_CERTAIN, score + _CODE_BONUS)
    elif any(key in _CODES for key, _ in wanted.properties):
        score = min(score, _CERTAIN - _CODE_BONUS)  # a code that another has
    return Candidate(entity, round(score, 1), False, round(likeness, 1), has_code)


def _likeness(first: str, second: str) -> float:
    """Return how like two names are, 0 to 100; only the same one has 100."""
    if first == second:
        return 100.0
    in_order, any_order = fuzz.ratio(first, second), fuzz.token_sort_ratio(first, second)
    part = fuzz.token_set_ratio(first, second) * 0.9
    return float(min(max(in_order, any_order, part), 99.0))


def _has(entity: Entity, key: str, text: str) -> bool:
    wanted = text.strip().casefold()
    return any(
        wanted in (value.text.casefold(), (value.iri or "").casefold(), _identifier(value.iri))
        for value in entity.properties.get(key, ())
    )


def _identifier(iri: str | None) -> str:
    return "/".join((iri or "").rsplit("/", 2)[1:])


def _place_of(entity: Entity, start: str) -> int | None:
    """Return 0 where a name begins so, 1 where a word of one does, None otherwise."""
    if any(key.startswith(start) for key in entity.keys):
        return 0
    return 1 if any(f" {start}" in key for key in entity.keys) else None
