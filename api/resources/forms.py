"""The forms in which lists and single things can be had, told by the suffix of the address."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from api.errors import BadParameter
from api.library import Library
from api.resources.things import as_json, describe
from api.rows import XSD, Value

JSON_SUFFIX, CSV_SUFFIX = ".json", ".csv"
RDF_SUFFIXES: Final = {
    ".jsonld": "application/ld+json",
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
}
SUFFIXES: Final = (JSON_SUFFIX, CSV_SUFFIX, *RDF_SUFFIXES)

FACETS: Final = ("kind", "theme", "body", "inspection", "addressed_to", "progress", "year")
MOST_VALUES = 100
"""Values of one facet that are told; there are no more themes, kinds or grades than that."""

_ALWAYS = ("@id", "slug")


@dataclass(frozen=True, slots=True)
class Shape:
    """What of things is wanted: names of properties (all for none), and counts of facets."""

    fields: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()


def split_suffix(name: str, suffixes: Sequence[str] = (JSON_SUFFIX, CSV_SUFFIX)) -> tuple[str, str]:
    """Return a name without its suffix, and the suffix; ``.json`` where it has none of these."""
    for suffix in suffixes:
        if name.endswith(suffix):
            return name.removesuffix(suffix), suffix
    return name, JSON_SUFFIX


def read_shape(fields: str | None, facets: str | None) -> Shape:
    """Return what is wanted; raises BadParameter for a facet that there is not."""
    wanted = _names(facets)
    for name in wanted:
        if name not in FACETS:
            raise BadParameter(f"no facet {name!r}; there are {', '.join(FACETS)}")
    return Shape(_names(fields), wanted)


def sparse(body: dict[str, object], fields: Sequence[str]) -> dict[str, object]:
    """Return the JSON of a thing, only with the ``fields`` where there are any.

    Its ``@id`` and slug are always there.
    """
    if not fields:
        return body
    return {name: value for name, value in body.items() if name in (*_ALWAYS, *fields)}


def told(library: Library, things: Sequence[str]) -> list[bytes]:
    """Return the JSON of each of the things that the graph has, in their order."""

    def read(missing: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        return ((thing.iri, as_bytes(as_json(thing))) for thing in describe(library, missing))

    return library.memory.tell(library.store.generation, things, read)


def as_bytes(value: object) -> bytes:
    """Return JSON as the framework's own answers write it."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def count_facets(
    library: Library, facets: Sequence[str], items: Sequence[str]
) -> dict[str, list[dict[str, object]]]:
    """Return how many of the items have each value of each facet, the most frequent first."""
    counted: dict[str, list[dict[str, object]]] = {name: [] for name in facets}
    if not (facets and items):
        return counted
    rows = library.rows(
        "facets",
        facet=[Value(name, XSD + "string") for name in facets],
        item=[Value(iri) for iri in items],
    )
    for row in rows:
        values = counted[row["facet"].text]
        if len(values) < MOST_VALUES:
            values.append(_facet_value(row["value"], row.get("name"), row["count"]))
    return counted


def _facet_value(value: Value, name: Value | None, count: Value) -> dict[str, object]:
    known: dict[str, object] = {"value": value.plain}
    if value.is_iri:
        known = {"@id": value.text, "slug": value.text.rpartition("/")[2]}
    if name:
        known["name"] = name.text
    return {**known, "count": count.plain}


def _names(given: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (given or "").split(",") if name.strip())
