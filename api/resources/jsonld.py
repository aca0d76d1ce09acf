"""Triples as JSON-LD with our published context: short names, nothing lost.

Read with the context of ``/def/context.jsonld`` it gives the same triples again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import pyoxigraph
from pyoxigraph import Literal, NamedNode

from api.library import Library
from api.masking import mask
from api.resources.things import RDF_TYPE
from api.rows import Value

XSD = "http://www.w3.org/2001/XMLSchema#"
Json = dict[str, Any]  # JSON, whose values are of many types


def described(library: Library, things: Iterable[str]) -> Json:
    """Return what the graph says of things, with their evidence, as JSON-LD."""
    wanted = [Value(iri) for iri in things]
    data = library.triples("description", "nt", wanted) if wanted else b""
    return compacted(data, f"{library.iris.base}/def/context.jsonld")


def compacted(ntriples: bytes, address: str) -> Json:
    """Return triples as nodes under the context at an address, in the order of their IRIs."""
    nodes: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for quad in sorted(pyoxigraph.parse(ntriples, pyoxigraph.RdfFormat.N_TRIPLES), key=str):
        assert isinstance(quad.subject, NamedNode)
        name = quad.predicate.value
        if name == RDF_TYPE and isinstance(quad.object, NamedNode):
            nodes[quad.subject.value]["type"].append(_short(quad.object.value))
        else:
            key = _short(name)
            nodes[quad.subject.value][key].append(_value(key, quad.object))
    return {
        "@context": address,
        "@graph": [
            {"id": iri, **{key: _one_or_all(values) for key, values in properties.items()}}
            for iri, properties in nodes.items()
        ],
    }


@cache
def context() -> Json:
    """Return the definitions of the published context."""
    text = (files("ontology") / "context.jsonld").read_text(encoding="utf-8")
    definitions: Json = json.loads(text)["@context"]
    return definitions


@cache
def _names() -> dict[str, str]:
    """Return the short names of terms by their IRIs."""
    prefixes = _prefixes()
    names = {}
    for name, meaning in context().items():
        written = meaning["@id"] if isinstance(meaning, dict) else meaning
        prefix, _, local = written.partition(":")
        if prefix in prefixes and name not in prefixes:
            names[prefixes[prefix] + local] = name
    return names


@cache
def _prefixes() -> dict[str, str]:
    return {
        name: meaning
        for name, meaning in context().items()
        if isinstance(meaning, str) and meaning.startswith("http")
    }


def _short(iri: str) -> str:
    """Return a term's short name, else its name with a prefix, else its IRI."""
    if iri in _names():
        return _names()[iri]
    for prefix, start in _prefixes().items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri


def _value(key: str, term: object) -> object:
    definition = context().get(key)
    coerced = definition.get("@type") if isinstance(definition, dict) else None
    if isinstance(term, NamedNode):
        return term.value if coerced == "@id" else {"id": term.value}
    assert isinstance(term, Literal)
    datatype = term.datatype.value
    if term.language:
        return {"@value": mask(term.value), "@language": term.language}
    if datatype == f"{XSD}string" and coerced is None:
        return mask(term.value)
    if coerced and datatype == coerced.replace("xsd:", XSD):
        return term.value
    return {"@value": term.value, "@type": datatype.replace(XSD, "xsd:")}


def _one_or_all(values: list[object]) -> object:
    return values[0] if len(values) == 1 else values
