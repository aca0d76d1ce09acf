"""The page of a collection: a form with its filters, and one page of its things as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from api.library import Library
from api.pages.links import Shown, ShownTable, show
from api.resources.collections import Collection, Page, page_of
from api.resources.names import json_name, slug_of, words
from api.resources.things import Named, Thing
from api.rows import Value
from ontology.vocabulary import vocabulary

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "documents": ("sort_date", "genre", "concerns"),
    "inspections": ("sort_date", "inspection_type", "inspects", "inspected_by"),
    "recommendations": ("sort_date", "made_in", "addressed_to", "themes"),
    "themes": ("notation", "broader"),
    "bodies": ("body_type", "serves"),
    "roles": ("other_names",),
    "people": (),
    "responsibilities": ("held_by", "towards", "set_out_in"),
}
"""Columns of a list after the name of the thing, by their JSON names."""

LABELS = {
    "sort_date": "Date",
    "addressed_to": "Addressed to",
    "q": "Words",
    "from": "From",
    "to": "To",
    "progress": "Progress ever found",
}
HINTS = {
    "from": "A year, month or day",
    "to": "A year, month or day",
    "addressed_to": "Short name, as in its address",
    "inspection": "Short name, as in its address",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A filter of the form; with ``choices`` (slug, name) it is a list to choose from."""

    name: str
    label: str
    value: str
    hint: str | None = None
    choices: tuple[tuple[str, str], ...] = ()


def list_page(
    library: Library, collection: Collection, given: Mapping[str, str], limit: int
) -> dict[str, object]:
    """Return what the template of a list uses."""
    page = page_of(library, collection, given, limit)
    search = {name: value for name, value in given.items() if value and name != "cursor"}
    return {
        "title": words(collection.name),
        "fields": [_field(library, collection, name, given) for name in collection.filters],
        "total": page.total,
        "table": _table(library, collection, page),
        "next": f"?{urlencode({**search, 'cursor': page.next})}" if page.next else None,
        "data": f"/api/v1/{collection.name}",
        "search": f"?{urlencode(search)}" if search else "",
    }


def _field(library: Library, collection: Collection, name: str, given: Mapping[str, str]) -> Field:
    label = LABELS.get(name, words(name))
    choices = _choices(library, collection, name)
    return Field(name, label, given.get(name, ""), HINTS.get(name), choices)


def _choices(library: Library, collection: Collection, name: str) -> tuple[tuple[str, str], ...]:
    """Return what a filter may be, as slug and name; empty where anything may be typed."""
    if name == "body":
        return bodies_of(library)
    if name == "theme":
        return top_themes()
    schemes = {"kind": collection.kind_type, "progress": "progress"}
    concepts = vocabulary().scheme(schemes[name]) if name in schemes else ()
    return tuple((concept.slug, concept.label) for concept in concepts)


def top_themes() -> tuple[tuple[str, str], ...]:
    """Return the themes that are no issues, as slug and name."""
    themes = vocabulary().scheme("theme")
    return tuple((each.slug, each.label) for each in themes if "Issue" not in each.types)


def bodies_of(library: Library) -> tuple[tuple[str, str], ...]:
    """Return the bodies about which documents are loaded, as slug and name."""
    rows = library.rows("councils")
    return tuple(
        (slug_of(row["body"].text), row["body_label"].text) for row in rows if "body_label" in row
    )


def _table(library: Library, collection: Collection, page: Page) -> ShownTable:
    columns = COLUMNS[collection.name]
    headings = (words(collection.type), *(LABELS.get(name, words(name)) for name in columns))
    rows = tuple(_row(library, thing, columns) for thing in page.items)
    return ShownTable(headings, rows)


def _row(library: Library, thing: Thing, columns: tuple[str, ...]) -> tuple[Shown | None, ...]:
    base = library.iris.base
    by_name: dict[str, tuple[Named, ...]] = {}
    for iri, values in thing.properties.items():
        by_name.setdefault(json_name(iri), values)
    return (
        show(Value(thing.iri), thing.label, base),
        *(_joined(by_name.get(name, ()), base) for name in columns),
    )


def _joined(values: tuple[Named, ...], base: str) -> Shown | None:
    """Return one value as it is; several as their names in one cell."""
    shown = [show(item.value, item.label, base) for item in values]
    if len(shown) == 1:
        return shown[0]
    return Shown("; ".join(each.text for each in shown)) if shown else None
