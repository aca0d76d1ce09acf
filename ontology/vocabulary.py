"""The vocabularies and the register of bodies, read from the Turtle files beside this module.

`vocabulary` gives labels, aliases and cue phrases to whoever reads documents.  The triples
themselves go to the reference graph elsewhere.  Nothing is read before it is asked for.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ontology.errors import AnswerableError
from ontology.matching import Match, Matcher

__all__ = ["Body", "Concept", "Match", "Matcher", "UnknownConcept", "Vocabulary", "vocabulary"]

PLACEHOLDER_BASE = "http://vocabulary.invalid/"
ANS = "https://w3id.org/answerable/ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
ORG = "http://www.w3.org/ns/org#"
SCHEMA = "https://schema.org/"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

Properties = Mapping[str, tuple[str, ...]]


class UnknownConcept(AnswerableError):
    """A slug that its vocabulary does not hold."""

    def __init__(self, scheme: str, slug: str) -> None:
        super().__init__(
            f"{scheme} {slug!r} is not in the vocabularies; add it to ontology/vocabulary/*.ttl"
        )
        self.scheme = scheme
        self.slug = slug


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a vocabulary.

    ``scheme`` is the type in its IRI ("theme", "role", "grade", …).  ``alternatives`` are its
    other names (skos:altLabel), ``cues`` the phrases that only hint at it (skos:hiddenLabel).
    ``broader`` are slugs of the same scheme, ``related`` slugs of what it also belongs to (a
    second theme of an issue, the type of body at which a role is a post).  ``rank`` is 1 for
    the best grade.  ``types`` are the local names of its classes ("Concept", "Theme", "Issue",
    "Role").  ``properties`` holds whatever else the Turtle says: local name of the property to
    values (slugs or texts).
    """

    slug: str
    scheme: str
    label: str
    alternatives: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    notation: str | None = None
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    rank: int | None = None
    definition: str | None = None
    types: tuple[str, ...] = ()
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The label and the other names."""
        return (self.label, *self.alternatives)

    def values(self, property_name: str) -> tuple[str, ...]:
        """Return the values of a further property by its local name; empty where it has none."""
        return dict(self.properties).get(property_name, ())


@dataclass(frozen=True, slots=True)
class Body:
    """An entry of the register: a council, department, inspectorate, trust or board.

    ``start`` and ``end`` are as exact as the register knows them ("2021-04-01", "2014"); a body
    without ``end`` exists still.  ``short_name`` is the bare place, ``cues`` are short forms
    that mean the body only where a text has named it ("the Department").  ``serves``,
    ``predecessors`` and ``successors`` are slugs.  ``former`` are the official names that it bore
    earlier, each with the day or year until which it bore it, the earliest first.
    """

    slug: str
    label: str
    alternatives: tuple[str, ...] = ()
    body_type: str | None = None
    la_code: str | None = None
    urn: str | None = None
    gss_code: str | None = None
    serves: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    short_name: str | None = None
    cues: tuple[str, ...] = ()
    former: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The official name and the other names."""
        return (self.label, *self.alternatives)

    def existed_on(self, day: datetime.date) -> bool:
        """Whether the body existed on ``day``, as far as the register knows."""
        printed = day.isoformat()
        began = self.start is None or self.start <= printed
        return began and (self.end is None or printed < self.end)


class Vocabulary:
    """All vocabularies and the register of bodies, in the order of their files."""

    def __init__(
        self,
        concepts: Iterable[Concept],
        bodies: Iterable[Body],
        general_words: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._concepts = {(concept.scheme, concept.slug): concept for concept in concepts}
        self._bodies = {body.slug: body for body in bodies}
        self._general_words = general_words

    @cached_property
    def _schemes(self) -> dict[str, tuple[Concept, ...]]:
        schemes: dict[str, list[Concept]] = defaultdict(list)
        for concept in self._concepts.values():
            schemes[concept.scheme].append(concept)
        return {name: tuple(members) for name, members in schemes.items()}

    def scheme(self, name: str) -> tuple[Concept, ...]:
        """Return the concepts of a scheme ("grade", "area", "theme", …), none if unknown."""
        return self._schemes.get(name, ())

    def general_words(self, scheme: str) -> tuple[str, ...]:
        """Return the words for a thing of the scheme that do not say which ("an inspection")."""
        return self._general_words.get(scheme, ())

    def concept(self, scheme: str, slug: str) -> Concept:
        """Return one concept; raise UnknownConcept where the vocabulary lacks it."""
        try:
            return self._concepts[scheme, slug]
        except KeyError:
            raise UnknownConcept(scheme, slug) from None

    def named(self, scheme: str, name: str) -> Concept | None:
        """Return the concept with this label, other name, notation or slug, however spelled."""
        return self._by_name.get((scheme, _spelled(name)))

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Concept]:
        found: dict[tuple[str, str], Concept] = {}
        for concept in self._concepts.values():
            for name in (*concept.names, concept.notation or "", concept.slug):
                found.setdefault((concept.scheme, _spelled(name)), concept)
        return found

    def top_theme(self, slug: str) -> str:
        """Return the theme above an issue ("return-home-interviews": "assessment-and-practice").

        A theme is its own; those below "other" (education, health, …) count as themes.
        """
        concept = self.concept("theme", slug)
        while "Issue" in concept.types and concept.broader:
            concept = self.concept("theme", concept.broader[0])
        return concept.slug

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The register of bodies."""
        return tuple(self._bodies.values())

    def body(self, slug: str) -> Body | None:
        """Return a body of the register by its slug, None where the register lacks it."""
        return self._bodies.get(slug)


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Return the vocabularies, read once per process."""
    described = _read_descriptions()
    concepts = [
        _concept(path, properties)
        for path, properties in described.items()
        if not path.startswith("id/scheme/") and SKOS + "prefLabel" in properties
    ]
    changes, former = _changes(described), _former_names(described)
    bodies = [
        _body(path, properties, changes, former.get(_slug(path), ()))
        for path, properties in described.items()
        if path.startswith("id/body/")
    ]
    general_words = {
        _slug(path): properties.get(SKOS + "hiddenLabel", ())
        for path, properties in described.items()
        if path.startswith("id/scheme/")
    }
    return Vocabulary(concepts, bodies, general_words)


def _read_descriptions() -> dict[str, dict[str, tuple[str, ...]]]:
    """Read all Turtle files: relative IRI of a thing to its properties and their values."""
    described: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for subject, predicate, value in _triples():
        properties = described[subject.removeprefix(PLACEHOLDER_BASE)]
        properties[predicate] = (*properties.get(predicate, ()), value)
    return described


def _triples() -> Iterator[tuple[str, str, str]]:
    folder = files("ontology") / "vocabulary"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".ttl"):
            continue
        for quad in parse(file.read_bytes(), RdfFormat.TURTLE, base_iri=PLACEHOLDER_BASE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                yield quad.subject.value, quad.predicate.value, quad.object.value


def _concept(path: str, properties: Properties) -> Concept:
    _, scheme, slug = path.split("/", 2)
    rank = _first(properties, ANS + "rank")
    return Concept(
        slug=slug,
        scheme=scheme,
        label=properties[SKOS + "prefLabel"][0],
        alternatives=properties.get(SKOS + "altLabel", ()),
        cues=properties.get(SKOS + "hiddenLabel", ()),
        notation=_first(properties, SKOS + "notation"),
        broader=_slugs(properties, SKOS + "broader"),
        related=_slugs(properties, SKOS + "related"),
        rank=int(rank) if rank else None,
        definition=_first(properties, SKOS + "definition"),
        types=tuple(_local_name(value) for value in properties.get(RDF_TYPE, ())),
        properties=tuple(
            (_local_name(name), tuple(_slug(value) for value in values))
            for name, values in properties.items()
            if not name.startswith(SKOS) and name != RDF_TYPE
        ),
    )


def _body(
    path: str,
    properties: Properties,
    changes: list[tuple[str, str]],
    former: tuple[tuple[str, str], ...],
) -> Body:
    slug = _slug(path)
    return Body(
        slug=slug,
        label=(properties.get(RDFS_LABEL) or properties.get(SKOS + "prefLabel") or (slug,))[0],
        alternatives=properties.get(SKOS + "altLabel", ()),
        body_type=_first_slug(properties, ANS + "bodyType"),
        la_code=_first(properties, ANS + "laCode"),
        urn=_first(properties, ANS + "ofstedUrn"),
        gss_code=_first(properties, ANS + "gssCode"),
        serves=_first_slug(properties, ANS + "serves"),
        predecessors=tuple(old for old, new in changes if new == slug),
        successors=tuple(new for old, new in changes if old == slug),
        start=_first(properties, SCHEMA + "foundingDate"),
        end=_first(properties, SCHEMA + "dissolutionDate"),
        short_name=_first(properties, ANS + "shortName"),
        cues=properties.get(SKOS + "hiddenLabel", ()),
        former=former,
    )


def _former_names(
    described: Mapping[str, Properties],
) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The official names that each body bore earlier, by slug: from the events that changed one."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for properties in described.values():
        name, until = _first(properties, ANS + "nameBefore"), _first(properties, DCTERMS + "date")
        if name and until:
            for slug in _slugs(properties, ANS + "involves"):
                found[slug].append((until, name))
    return {slug: tuple((name, end) for end, name in sorted(its)) for slug, its in found.items()}


def _changes(described: Mapping[str, Properties]) -> list[tuple[str, str]]:
    """Pairs of predecessor and successor from the org:ChangeEvents."""
    return [
        (old, new)
        for properties in described.values()
        for old in _slugs(properties, ORG + "originalOrganization")
        for new in _slugs(properties, ORG + "resultingOrganization")
    ]


def _first(properties: Properties, name: str) -> str | None:
    values = properties.get(name, ())
    return values[0] if values else None


def _slugs(properties: Properties, name: str) -> tuple[str, ...]:
    return tuple(_slug(value) for value in properties.get(name, ()))


def _first_slug(properties: Properties, name: str) -> str | None:
    value = _first(properties, name)
    return _slug(value) if value else None


def _slug(value: str) -> str:
    """The slug of one of our IRIs; any other value as it is."""
    return value.rsplit("/", 1)[-1] if value.startswith((PLACEHOLDER_BASE, "id/")) else value


def _local_name(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@lru_cache(maxsize=4096)
def _spelled(name: str) -> str:
    """A name without differences of case, punctuation and blanks."""
    letters = "".join(char if char.isalnum() else " " for char in name.lower().replace("’", "'"))
    return " ".join(letters.split())
