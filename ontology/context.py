"""The JSON-LD context, derived from the ontology; run as ``python -m ontology.context`` to renew.

Names are those of the terms without prefix.  A property whose values are things is coerced to
IRIs, one with a single datatype to that datatype; standard terms are written with their prefix.
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Final

from rdflib import OWL, RDF, RDFS, XSD, Graph, URIRef
from rdflib.term import Node

from ontology.terms import ANS, CITO, DCTERMS, FOAF, ORG, PROV, SCHEMA, SKOS, SOSA

CONTEXT: Final = Path(__file__).parent / "context.jsonld"
PREFIXES: Final = {
    "ans": ANS,
    "cito": CITO,
    "dcterms": DCTERMS,
    "foaf": FOAF,
    "org": ORG,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "skos": SKOS,
    "sosa": SOSA,
    "xsd": XSD,
}

Definition = str | dict[str, str]


def ontology() -> Graph:
    """Return the terms of `answerable.ttl` as a graph."""
    return Graph().parse(data=(files("ontology") / "answerable.ttl").read_bytes(), format="turtle")


def context(terms: Graph) -> dict[str, dict[str, Definition]]:
    """Return the JSON-LD 1.1 context of the terms, names in alphabetical order."""
    definitions: dict[str, Definition] = {"id": "@id", "type": "@type"}
    definitions |= {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}
    names = sorted(
        (str(term).removeprefix(str(ANS)), term)
        for term in terms.subjects(RDFS.isDefinedBy)
        if isinstance(term, URIRef)
    )
    definitions |= {name: _definition(name, term, terms) for name, term in names}
    return {"@context": definitions}


def _definition(name: str, term: Node, terms: Graph) -> Definition:
    kinds = set(terms.objects(term, RDF.type))
    if OWL.ObjectProperty in kinds:
        return {"@id": f"ans:{name}", "@type": "@id"}
    datatypes = set(terms.objects(term, SCHEMA.rangeIncludes)) - {XSD.string}
    if OWL.DatatypeProperty in kinds and len(datatypes) == 1:
        local = str(datatypes.pop()).removeprefix(str(XSD))
        return {"@id": f"ans:{name}", "@type": f"xsd:{local}"}
    return f"ans:{name}"


def as_json(terms: Graph) -> str:
    """Return the context as the text of `context.jsonld`."""
    return json.dumps(context(terms), indent=2) + "\n"


if __name__ == "__main__":
    CONTEXT.write_text(as_json(ontology()), encoding="utf-8")
