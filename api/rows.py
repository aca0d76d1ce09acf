"""Rows of a query's answer as small frozen values: what resources, pages and tables read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.store import Solutions, Term

XSD = "http://www.w3.org/2001/XMLSchema#"
_WHOLE_NUMBERS = frozenset(
    XSD + name for name in ("integer", "int", "long", "nonNegativeInteger", "positiveInteger")
)
_FRACTIONS = frozenset(XSD + name for name in ("decimal", "double", "float"))


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """An IRI or a literal; ``datatype`` is None for an IRI."""

    text: str
    datatype: str | None = None

    @property
    def is_iri(self) -> bool:
        """Whether this names a thing."""
        return self.datatype is None

    @property
    def plain(self) -> str | int | float | bool:
        """The value as JSON has it: numbers and truth values as such, everything else as text."""
        if self.datatype in _WHOLE_NUMBERS:
            return int(self.text)
        if self.datatype in _FRACTIONS:
            return float(self.text)
        if self.datatype == XSD + "boolean":
            return self.text in ("true", "1")
        return self.text


Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: its columns in the order of the query, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def parse_table(answer: bytes) -> Table:
    """Return the rows of an answer in the SPARQL 1.1 Query Results JSON Format."""
    document = json.loads(answer)
    rows = tuple(
        {name: _value(term) for name, term in binding.items()}
        for binding in document["results"]["bindings"]
    )
    return Table(tuple(document["head"]["vars"]), rows)


def _value(term: Mapping[str, str]) -> Value:
    if term["type"] != "literal" and term["type"] != "typed-literal":
        return Value(term["value"])
    return Value(term["value"], term.get("datatype", XSD + "string"))


def table_of(solutions: Solutions) -> Table:
    """Return the rows of a store's answer; an unbound column is absent from its row."""
    rows = tuple(
        {
            name: value_of(term)
            for name, term in zip(solutions.columns, row, strict=True)
            if term is not None
        }
        for row in solutions.rows
    )
    return Table(solutions.columns, rows)


def value_of(term: Term) -> Value:
    """Return an RDF term of the engine as a value."""
    if isinstance(term, NamedNode):
        return Value(term.value)
    return Value(term.value, term.datatype.value)


def term_of(value: Value) -> Term:
    """Return a value as an RDF term of the engine; raises ValueError for what is no IRI."""
    if value.datatype is None:
        return NamedNode(value.text)
    return Literal(value.text, datatype=NamedNode(value.datatype))
