"""Holds a graph to the SHACL shapes of the ontology: the loaders' acceptance test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

import pyoxigraph
from rdflib import XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.shacl import Fault, Statements, Targets, compile_shapes, index
from ontology.terms import ANS, DCTERMS, FOAF, ORG, PROV, SCHEMA, SKOS

_PREFIXES: Final = {
    str(ANS): "ans:",
    str(DCTERMS): "dcterms:",
    str(FOAF): "foaf:",
    str(ORG): "org:",
    str(PROV): "prov:",
    str(SCHEMA): "schema:",
    str(SKOS): "skos:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf:",
}


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One breach of a shape: the thing, the property and the value where it has them, and why.

    ``focus`` is an IRI, ``path`` a prefixed name ("ans:text").
    """

    focus: str
    path: str | None
    value: str | None
    complaint: str

    @property
    def message(self) -> str:
        """The breach in one line, naming the thing, the property and the value."""
        said = "" if self.value is None else f" {self.value!r}"
        return f"{self.focus} {self.path or 'itself'}:{said} {self.complaint}"


def violations(graph: Iterable[tuple[Node, Node, Node]]) -> tuple[Violation, ...]:
    """Return every breach of the shapes by one graph, sorted; empty where it conforms.

    The graph is judged alone, as stored: one document's, or the reference or links graph.
    """
    return _violations(index(graph))


def violations_of_ntriples(ntriples: bytes) -> tuple[Violation, ...]:
    """Return every breach by a graph that a store has written as N-Triples or N-Quads."""
    return _violations(index(_read(ntriples, pyoxigraph.RdfFormat.N_QUADS)))


@lru_cache(maxsize=1)
def compiled_shapes() -> Targets:
    """Return the shapes of `shapes.ttl`, compiled once per process."""
    shapes = Graph()
    turtle = (files("ontology") / "shapes.ttl").read_bytes()
    for triple in _read(turtle, pyoxigraph.RdfFormat.TURTLE):
        shapes.add(triple)
    return compile_shapes(shapes)


def _violations(statements: Statements) -> tuple[Violation, ...]:
    found = {_violation(fault) for fault in compiled_shapes().faults(statements)}
    return tuple(sorted(found, key=lambda violation: violation.message))


def _violation(fault: Fault) -> Violation:
    return Violation(
        focus=str(fault.focus),
        path=None if fault.path is None else _prefixed(str(fault.path)),
        value=None if fault.value is None else str(fault.value),
        complaint=fault.complaint,
    )


def _prefixed(iri: str) -> str:
    for namespace, prefix in _PREFIXES.items():
        if iri.startswith(namespace):
            return prefix + iri.removeprefix(namespace)
    return iri


def _read(data: bytes, syntax: pyoxigraph.RdfFormat) -> Iterator[tuple[Node, Node, Node]]:
    known: dict[object, Node] = {}
    for quad in pyoxigraph.parse(data, syntax):
        yield tuple(_terms((quad.subject, quad.predicate, quad.object), known))  # type: ignore[misc]


def _terms(terms: Iterable[object], known: dict[object, Node]) -> Iterator[Node]:
    for term in terms:
        if term not in known:
            known[term] = _rdflib_term(term)
        yield known[term]


def _rdflib_term(term: object) -> Node:
    match term:
        case pyoxigraph.NamedNode(value=iri):
            return URIRef(iri)
        case pyoxigraph.BlankNode(value=name):
            return BNode(name)
        case pyoxigraph.Literal(value=text, language=str(language)):
            return Literal(text, lang=language)
        case pyoxigraph.Literal(value=text, datatype=datatype):
            named = URIRef(datatype.value)
            return Literal(text, datatype=None if named == XSD.string else named, normalize=False)
    raise TypeError(f"not a term of RDF 1.1: {term!r}")
