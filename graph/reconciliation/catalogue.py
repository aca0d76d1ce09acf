"""The bodies, roles and themes of a store with their names, codes and other properties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from graph.store import Store
from ontology.iris import slugify

TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {"body": "Body", "role": "Role", "theme": "Theme", "issue": "Issue"}
)
"""Names of the types by their identifiers; an issue is a theme too."""

PROPERTIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "altLabel": "Other names",
        "shortName": "Short name",
        "gssCode": "GSS code (Office for National Statistics)",
        "laCode": "Local authority code (Department for Education)",
        "ofstedUrn": "Ofsted URN",
        "bodyType": "Type of body",
        "region": "Region",
        "serves": "Council whose area it serves",
        "subOrganizationOf": "Part of",
        "broader": "Broader theme",
        "definition": "Definition",
        "notation": "Notation",
    }
)
"""Properties by which entities are matched and extended, and what they are called."""

_NAMES = ("label", "prefLabel")
_OTHER_NAMES = ("altLabel", "shortName")


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property: a text, or a thing by its IRI and name."""

    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A body, role or theme; ``id`` is type and slug ("body/tameside").

    ``keys`` are its names as they are compared: without case, accents and punctuation.
    """

    id: str
    types: tuple[str, ...]
    name: str
    other_names: tuple[str, ...]
    properties: Mapping[str, tuple[Value, ...]]
    keys: tuple[str, ...]

    @property
    def description(self) -> str:
        """What tells it from others of its name."""
        told = self.properties.get("definition") or self.properties.get("bodyType") or ()
        where = self.properties.get("region") or self.properties.get("serves") or ()
        return ", ".join(value.text for value in (*told[:1], *where[:1]))


class Catalogue:
    """All entities of a store as it is now, by their identifiers."""

    def __init__(self, store: Store) -> None:
        self._entities = {entity.id: entity for entity in _entities(store)}

    def __iter__(self) -> Iterator[Entity]:
        """Yield the entities in the order of their identifiers."""
        return iter(self._entities.values())

    def get(self, identifier: str) -> Entity | None:
        """Return the entity of an identifier, None where there is none."""
        return self._entities.get(identifier)

    def of_types(self, types: Iterable[str]) -> list[Entity]:
        """Return the entities that are of one of the types, all where none is named."""
        wanted = set(types)
        return [e for e in self._entities.values() if not wanted or wanted & set(e.types)]


def _entities(store: Store) -> Iterable[Entity]:
    query = files("graph") / "reconciliation" / "entities.rq"
    classes: dict[str, set[str]] = defaultdict(set)
    values: dict[str, dict[str, set[Value]]] = defaultdict(lambda: defaultdict(set))
    for iri, type_, name, value, label in store.rows(query.read_text(encoding="utf-8")):
        classes[iri].add(_local(type_).lower())
        known = Value(label, value) if label else Value(value)
        values[iri][_local(name)].add(known)
    for iri in sorted(values):
        step = store.iris.type_and_slug(iri)
        names = sorted(v.text for key in _NAMES for v in values[iri].get(key, ()))
        if step and names:
            yield _entity("/".join(step), names[0], classes[iri], values[iri])


def _entity(
    identifier: str, name: str, classes: set[str], values: Mapping[str, set[Value]]
) -> Entity:
    types = classes | ({"theme"} if "issue" in classes else set())
    others = {value.text for key in _OTHER_NAMES for value in values.get(key, ())}
    ordered = {
        key: tuple(sorted(values[key], key=lambda value: value.text))
        for key in PROPERTIES
        if key in values
    }
    keys = tuple(dict.fromkeys(key_of(each) for each in (name, *sorted(others))))
    other_names = tuple(sorted(others - {name}))
    return Entity(identifier, tuple(sorted(types)), name, other_names, ordered, keys)


def key_of(name: str) -> str:
    """Return a name as it is compared with others."""
    return slugify(name).replace("-", " ") if name.strip() else ""


def _local(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]
