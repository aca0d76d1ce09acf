"""The triples of one document, collected without an index and written as sorted N-Triples.

An rdflib Graph keeps three indexes that a document on its way to a store never uses: collecting
and writing here takes about a fifth of the time.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from rdflib import RDF, XSD, Graph, Literal, URIRef

from loaders.records import PartialDate
from loaders.triples.classes import types_of

_TYPE, _INTEGER, _STRING = RDF.type, XSD.integer, XSD.string  # rdflib looks up each time

Triple = tuple[URIRef, URIRef, URIRef | Literal]
_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"))  # the backslash first


class Triples:
    """A set of triples about one document."""

    def __init__(self) -> None:
        self._triples: set[Triple] = set()
        self._written: dict[URIRef | Literal, str] = {}

    def __len__(self) -> int:
        """Return the number of different triples."""
        return len(self._triples)

    def __iter__(self) -> Iterator[Triple]:
        """Yield the triples in no order."""
        return iter(self._triples)

    def add(self, subject: URIRef, predicate: URIRef, value: URIRef | Literal | None) -> None:
        """State one triple; nothing where there is no value."""
        if value is not None:
            self._triples.add((subject, predicate, value))

    def add_type(self, subject: URIRef, of_class: URIRef) -> None:
        """State the class of a thing, and with it all classes above."""
        for above in types_of(of_class):
            self._triples.add((subject, _TYPE, above))

    def ntriples(self) -> bytes:
        """Return the triples as sorted N-Triples in UTF-8: the same bytes on any machine."""
        lines = {f"{self._text(s)} {self._text(p)} {self._text(o)} .\n" for s, p, o in self}
        return "".join(sorted(lines)).encode()

    def graph(self) -> Graph:
        """Return the triples as an rdflib graph."""
        graph = Graph()
        for triple in self:
            graph.add(triple)
        return graph

    def _text(self, term: URIRef | Literal) -> str:
        written = self._written.get(term)
        if written is None:
            written = self._written[term] = ntriples_term(term)
        return written


def ntriples_term(term: URIRef | Literal) -> str:
    """Return a term as N-Triples writes it."""
    if isinstance(term, URIRef):
        return f"<{term}>"
    escaped = str(term)
    for sign, escape in _ESCAPES:  # str.translate takes five times as long
        escaped = escaped.replace(sign, escape)
    words = f'"{escaped}"'
    if term.language:
        return f"{words}@{term.language}"
    if term.datatype is None or term.datatype == _STRING:
        return words
    return f"{words}^^<{term.datatype}>"


def text(words: str | None) -> Literal | None:
    """Return a string, None for an empty one; white space at its ends is dropped."""
    stripped = words.strip() if words else ""
    return Literal(stripped) if stripped else None


def integer(number: int | None) -> Literal | None:
    """Return a whole number."""
    return None if number is None else _typed(str(number), _INTEGER)


def decimal(number: Decimal) -> Literal:
    """Return a decimal number in plain digits."""
    return _typed(format(number, "f"), XSD.decimal)


def boolean(claim: bool) -> Literal:
    """Return true or false."""
    return _typed("true" if claim else "false", XSD.boolean)


def day(date: datetime.date | None) -> Literal | None:
    """Return a calendar day."""
    return None if date is None else _typed(date.isoformat(), XSD.date)


def partial(date: PartialDate | None) -> Literal | None:
    """Return a date as exact as printed: xsd:date, xsd:gYearMonth or xsd:gYear."""
    if date is None:
        return None
    if date.day:
        return _typed(date.iso, XSD.date)
    return _typed(date.iso, XSD.gYearMonth if date.month else XSD.gYear)


@lru_cache(maxsize=4096)  # pages and offsets recur, and a literal is dear to make
def _typed(lexical: str, datatype: URIRef) -> Literal:
    return Literal(lexical, datatype=datatype, normalize=False)
