"""The classes of the ontology with those above them, for types that are written at load."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import pyoxigraph
from rdflib import RDFS, URIRef
from rdflib.namespace import OWL

from ontology.terms import ANS

ONTOLOGY = URIRef(str(ANS).removesuffix("#") + "#")


@lru_cache(maxsize=256)
def types_of(of_class: URIRef) -> tuple[URIRef, ...]:
    """Return a class and every class above it, its own first."""
    found = [of_class]
    for known in found:  # grows while it is walked
        found += [above for above in _classes_above().get(known, ()) if above not in found]
    return tuple(found)


@lru_cache(maxsize=1)
def ontology_version() -> str:
    """Return the version that the ontology states of itself."""
    return next(
        quad.object.value
        for quad in _statements(str(OWL.versionInfo))
        if isinstance(quad.object, pyoxigraph.Literal)
    )


@lru_cache(maxsize=1)
def _classes_above() -> dict[URIRef, tuple[URIRef, ...]]:
    above: dict[URIRef, tuple[URIRef, ...]] = {}
    for quad in _statements(str(RDFS.subClassOf)):
        if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
            quad.object, pyoxigraph.NamedNode
        ):
            subject = URIRef(quad.subject.value)
            above[subject] = (*above.get(subject, ()), URIRef(quad.object.value))
    return above


def _statements(predicate: str) -> list[pyoxigraph.Quad]:
    turtle = (files("ontology") / "answerable.ttl").read_bytes()
    quads = pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE)
    return [quad for quad in quads if quad.predicate.value == predicate]
