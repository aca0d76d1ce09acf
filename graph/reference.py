"""The reference graph: the vocabularies and the register of bodies, as the ontology ships them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files

import pyoxigraph
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from graph.formats import in_format
from ontology.iris import Iris

SHA256 = NamedNode("https://w3id.org/answerable/ns#sha256")


def reference_version(iris: Iris) -> Triple:
    """Return the statement by which a reference graph tells which vocabularies it holds.

    Its object is the sha256 over the files of ontology/vocabulary/, by name.
    """
    digest = hashlib.sha256()
    for name, data in _vocabulary_files():
        digest.update(name.encode() + b"\0" + data)
    return Triple(NamedNode(iris.reference_graph), SHA256, Literal(digest.hexdigest()))


def reference_triples(iris: Iris) -> bytes:
    """Return the whole reference graph in N-Triples, its version included."""
    triples = [
        Triple(quad.subject, quad.predicate, quad.object)
        for _, data in _vocabulary_files()
        for quad in pyoxigraph.parse(data, RdfFormat.TURTLE, base_iri=f"{iris.base}/")
    ]
    return in_format([*triples, reference_version(iris)], "nt")


def _vocabulary_files() -> Iterator[tuple[str, bytes]]:
    folder = files("ontology") / "vocabulary"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".ttl"):
            yield file.name, file.read_bytes()
