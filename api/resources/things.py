"""A thing of the graph with its properties, the names of what it points at, and its evidence.

One form for every type: what JSON, pages and lists show is derived from the triples alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from api.library import Library
from api.masking import mask
from api.resources.names import ANS, LABELS, LISTS, json_name, local_name
from api.rows import Row, Value

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True)
class Named:
    """A value of a property; ``label`` is the name of a thing, where it has one."""

    value: Value
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words on which something rests; ``page`` counts from 1, None without pages."""

    passage: str
    quote: str
    document: str
    document_label: str | None
    page: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Thing:
    """What the graph says of one thing; ``properties`` by the IRI of the property, in order."""

    iri: str
    classes: tuple[str, ...] = ()
    properties: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()

    @property
    def slug(self) -> str:
        """The last step of its IRI."""
        return self.iri.rpartition("/")[2]

    @property
    def label(self) -> str:
        """Its name or title, else its text, else its slug as words."""
        for name in (*LABELS, "text", "quote"):
            for iri, values in self.properties.items():
                if local_name(iri) == name:
                    return mask(values[0].value.text)
        return self._inspection_label or self.slug.replace("-", " ")

    @property
    def _inspection_label(self) -> str | None:
        """An inspection's type and first day, as it has no name of its own."""
        by_name = {local_name(iri): values[0] for iri, values in self.properties.items()}
        kind, date = (
            by_name.get("inspectionType"),
            by_name.get("startDate", by_name.get("statedDate")),
        )
        return f"{kind.label}, {date.value.text}" if kind and kind.label and date else None


def describe(library: Library, things: Sequence[str]) -> list[Thing]:
    """Return the things with these IRIs, in this order; one that the graph lacks is left out."""
    if not things:
        return []
    terms = [Value(iri) for iri in things]
    rows = _by_thing(library.rows("thing", thing=terms))
    evidence = _by_thing(library.rows("evidence", thing=terms))
    labels = library.labels(_named_in(row for each in rows.values() for row in each))
    return [_thing(iri, rows[iri], labels, evidence.get(iri, [])) for iri in things if iri in rows]


def _named_in(rows: Iterable[Row]) -> list[str]:
    """Return the things that properties lead to, each once, in the order of the rows."""
    led_to = (row["value"] for row in rows if row["property"].text != RDF_TYPE)
    return list(dict.fromkeys(value.text for value in led_to if value.is_iri))


def _by_thing(rows: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row["thing"].text].append(row)
    return grouped


def _thing(
    iri: str,
    rows: Sequence[Row],
    labels: Mapping[str, str | None],
    evidence: Sequence[Row],
) -> Thing:
    classes = {row["value"].text for row in rows if row["property"].text == RDF_TYPE}
    properties: dict[str, list[Named]] = defaultdict(list)
    for name, value in sorted({(row["property"].text, row["value"]) for row in rows}):
        if name != RDF_TYPE:
            properties[name].append(Named(value, labels.get(value.text) if value.is_iri else None))
    return Thing(
        iri,
        tuple(sorted(classes)),
        {name: tuple(values) for name, values in properties.items()},
        tuple(_evidence(row) for row in evidence),
    )


def _evidence(row: Row) -> Evidence:
    def number(name: str) -> int | None:
        return int(row[name].text) if name in row else None

    return Evidence(
        passage=row["passage"].text,
        quote=mask(row["quote"].text),
        document=row["document"].text,
        document_label=row["document_label"].text if "document_label" in row else None,
        page=number("page"),
        start=number("start"),
        end=number("end"),
    )


def as_json(thing: Thing) -> dict[str, object]:
    """Return the JSON object of a thing; its ``@id`` is the IRI that SPARQL knows it by."""
    body: dict[str, object] = {
        "@id": thing.iri,
        "@type": [local_name(name) for name in thing.classes if name.startswith(ANS)],
        "slug": thing.slug,
        "name": thing.label,
    }
    for iri, values in thing.properties.items():
        plain = [_plain(value) for value in values]
        is_list = len(plain) > 1 or local_name(iri) in LISTS
        body.setdefault(json_name(iri), plain if is_list else plain[0])
    if thing.evidence:
        body["page"] = thing.evidence[0].page
        body["quote"] = [_quoted(evidence) for evidence in thing.evidence]
    return body


def _plain(named: Named) -> object:
    if named.value.is_iri:
        return {"@id": named.value.text, "name": named.label} if named.label else named.value.text
    plain = named.value.plain
    return mask(plain) if isinstance(plain, str) else plain


def _quoted(evidence: Evidence) -> dict[str, object]:
    return {
        "@id": evidence.passage,
        "text": evidence.quote,
        "page": evidence.page,
        "start": evidence.start,
        "end": evidence.end,
        "document": {"@id": evidence.document, "name": evidence.document_label},
    }
