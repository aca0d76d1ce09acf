"""Things of the graph as tables: a row for each thing, a cell for each property.

Every table has ``id`` (the IRI), its own columns (see `graph.exports.resources`) and, where its
things have evidence, the first page, the words, the document, the rule and the doubt.  Contact
details are masked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

import pyoxigraph
from pyoxigraph import NamedNode

from graph.exports.resources import RESOURCES, Field, Resource
from graph.masking import mask
from graph.store import Store, Term
from ontology.terms import ANS, SKOS

SEPARATOR = " | "
"""Between several values in one cell."""

XSD = "http://www.w3.org/2001/XMLSchema#"

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that no workbook and no XML may hold."""

_EVIDENCE = (
    Field("rule", str(ANS.rule)),
    Field("doubt", str(ANS.doubt)),
)

Cell = str | int | float | None
Values = Mapping[str, Sequence[Term]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``kind`` is that of its cells, dates being whole days as text."""

    name: str
    kind: Literal["text", "number", "date"]
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns in order; ``type`` is the IRI of the class of its things."""

    name: str
    type: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def records(self) -> tuple[dict[str, Cell], ...]:
        """The rows by name of column."""
        names = [column.name for column in self.columns]
        return tuple(dict(zip(names, row, strict=True)) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Words:
    """A passage: the words on which something rests."""

    quote: str
    document: str
    page: int | None
    start: int


class Tables:
    """The tables of a store, read as they are asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __iter__(self) -> Iterator[Table]:
        """Yield every table that has a row."""
        for resource in RESOURCES:
            table = self.table(resource.name)
            if table.rows:
                yield table

    def table(self, name: str) -> Table:
        """Return the table called ``name``.  Raises KeyError for a name that is none."""
        resource = {entry.name: entry for entry in RESOURCES}[name]
        things = self._things(resource)
        has_evidence = any(str(ANS.evidence) in values for values in things.values())
        fields = (*resource.fields, *(_EVIDENCE if has_evidence else ()))
        columns = (*_columns(fields), *(_WORDS_COLUMNS if has_evidence else ()))
        ordered = sorted(things, key=lambda iri: self._place(iri, things[iri]))
        rows = (self._row(iri, things[iri], fields, has_evidence) for iri in ordered)
        return Table(name, resource.type, (_ID, *columns), tuple(rows))

    def _things(self, resource: Resource) -> dict[str, dict[str, list[Term]]]:
        wanted = (*(field.property for field in resource.fields), str(ANS.evidence))
        terms = {
            "class": [NamedNode(resource.type)],
            "property": [
                NamedNode(iri) for iri in (*wanted, str(ANS.rule), str(ANS.doubt), str(ANS.order))
            ],
        }
        found: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for thing, name, value in self._store.select(_query("table"), terms).rows:
            assert thing is not None
            values = found[thing.value]
            if name is not None and value is not None:
                values[name.value].append(value)
        return found

    def _place(self, iri: str, values: Values) -> tuple[str, str, float, str]:
        """Return what rows are ordered by: day, document, place in it, IRI."""
        day = min((term.value for term in values.get(str(ANS.sortDate), ())), default="")
        words = self._words(values)
        place = min((float(term.value) for term in values.get(str(ANS.order), ())), default=0.0)
        return day, words[0].document if words else "", place, iri

    def _row(
        self, iri: str, values: Values, fields: Sequence[Field], has_evidence: bool
    ) -> tuple[Cell, ...]:
        cells: list[Cell] = [iri]
        for field in fields:
            cells += self._cells(field, values.get(field.property, ()))
        if has_evidence:
            words = self._words(values)
            quotes = SEPARATOR.join(each.quote for each in words)
            document = words[0].document if words else None
            cells += [words[0].page if words else None, _text(quotes) or None]
            cells += [self._name(document) if document else None, document]
        return tuple(cells)

    def _cells(self, field: Field, terms: Sequence[Term]) -> list[Cell]:
        values = sorted({term.value for term in terms})
        if field.kind in ("thing", "things"):
            names = sorted((self._name(value), value) for value in values)
            return [
                SEPARATOR.join(name for name, _ in names) or None,
                SEPARATOR.join(iri for _, iri in names) or None,
            ]
        if field.kind == "number":
            return [_number(terms[0]) if terms else None]
        return [_text(SEPARATOR.join(values)) or None]

    def _words(self, values: Values) -> list[Words]:
        known = self._passages
        found = (known[t.value] for t in values.get(str(ANS.evidence), ()) if t.value in known)
        return sorted(found, key=lambda words: (words.document, words.start))

    def _name(self, iri: str) -> str:
        return self._names.get(iri) or re.split("[/#]", iri)[-1]

    @cached_property
    def _names(self) -> dict[str, str]:
        rows = sorted(self._store.rows(_query("names")), reverse=True)
        return {iri: _text(name) for iri, name in rows}

    @cached_property
    def _passages(self) -> dict[str, Words]:
        return {
            passage: Words(quote, document, int(page) if page else None, int(start or 0))
            for passage, quote, document, page, start in self._store.rows(_query("passages"))
        }


_ID = Column("id", "text", "The IRI of the thing, by which SPARQL and REST know it.")
_WORDS_COLUMNS = (
    Column("page", "number", "First page of the words, from 1; empty without pages."),
    Column("words", "text", "The words of the document that say so, verbatim."),
    Column("document", "text", "Title of the document in which the words stand."),
    Column("document_id", "text", "IRI of that document."),
)


def _columns(fields: Iterable[Field]) -> tuple[Column, ...]:
    columns: list[Column] = []
    for field in fields:
        meaning = _meanings().get(field.property, "")
        if field.kind == "thing" or field.kind == "things":  # narrows the type
            columns.append(Column(field.name, "text", meaning))
            columns.append(Column(f"{field.name}_id", "text", f"IRI of {field.name}."))
        else:
            columns.append(Column(field.name, field.kind, meaning))
    return tuple(columns)


@cache
def _meanings() -> dict[str, str]:
    """Return the definitions of the ontology's terms."""
    data = (files("ontology") / "answerable.ttl").read_bytes()
    return {
        quad.subject.value: quad.object.value
        for quad in pyoxigraph.parse(data, pyoxigraph.RdfFormat.TURTLE)
        if quad.predicate.value == str(SKOS.definition)
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, pyoxigraph.Literal)
    }


def _number(term: Term) -> int | float:
    value = float(term.value)
    return int(value) if value.is_integer() and "." not in term.value else value


def _text(text: str) -> str:
    return mask(_NO_XML.sub("", text))


def _query(name: str) -> str:
    return (files("graph") / "exports" / "queries" / f"{name}.rq").read_text(encoding="utf-8")
