"""What the data set and its service are: VoID and the SPARQL service description, one source.

Numbers are counted in the store, once for each generation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from api.queries import query_text
from api.sparql.formats import FORMATS
from api.sparql.searching import MATCHES
from graph.formats import in_format
from graph.store import Store

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS_NS = "http://www.w3.org/ns/formats/"
RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
DCTERMS = "http://purl.org/dc/terms/"
XSD_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")

_FORMAT_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "ttl": "Turtle",
    "nt": "N-Triples",
    "jsonld": "JSON-LD",
    "rdf": "RDF_XML",
    "nq": "N-Quads",
    "trig": "TriG",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is counted of a data set: triples, and how many things of each class (by IRI)."""

    generation: str
    triples: int
    classes: tuple[tuple[str, int], ...]


class Description:
    """The description of a store; its facts are counted when they are first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._facts: Facts | None = None

    def facts(self) -> Facts:
        """Return the facts of the present generation."""
        generation = self._store.generation
        if self._facts is None or self._facts.generation != generation:
            counted = self._store.rows(query_text("classes"))
            classes = tuple((name, int(number)) for name, number in counted)
            self._facts = Facts(generation, self._store.count(), classes)
        return self._facts

    def serialised(self, format_name: str) -> bytes:
        """Return the description in an RDF format."""
        return in_format(list(self._triples()), format_name)

    def _triples(self) -> Iterator[Triple]:
        base = self._store.iris.base
        service, dataset = NamedNode(f"{base}/sparql#service"), NamedNode(f"{base}/dataset#data")
        yield from self._service(service, dataset)
        facts = self.facts()
        yield Triple(dataset, RDF_TYPE, NamedNode(f"{VOID}Dataset"))
        yield Triple(dataset, RDF_TYPE, NamedNode(f"{SD}Dataset"))
        yield Triple(dataset, NamedNode(f"{DCTERMS}title"), Literal("Answerable", language="en"))
        yield Triple(dataset, NamedNode(f"{VOID}sparqlEndpoint"), NamedNode(f"{base}/sparql"))
        yield Triple(dataset, NamedNode(f"{VOID}uriSpace"), Literal(f"{base}/id/"))
        yield Triple(dataset, NamedNode(f"{VOID}triples"), _number(facts.triples))
        yield Triple(dataset, NamedNode(f"{VOID}classes"), _number(len(facts.classes)))
        if facts.generation:
            version = NamedNode(f"{DCTERMS}hasVersion")
            yield Triple(dataset, version, Literal(facts.generation))
        for place, (name, number) in enumerate(facts.classes, start=1):
            part = NamedNode(f"{base}/dataset#class-{place}")
            yield Triple(dataset, NamedNode(f"{VOID}classPartition"), part)
            yield Triple(part, NamedNode(f"{VOID}class"), NamedNode(name))
            yield Triple(part, NamedNode(f"{VOID}entities"), _number(number))

    def _service(self, service: NamedNode, dataset: NamedNode) -> Iterator[Triple]:
        endpoint = NamedNode(f"{self._store.iris.base}/sparql")
        yield Triple(service, RDF_TYPE, NamedNode(f"{SD}Service"))
        yield Triple(service, NamedNode(f"{SD}endpoint"), endpoint)
        yield Triple(service, NamedNode(f"{SD}supportedLanguage"), NamedNode(f"{SD}SPARQL11Query"))
        if self._store.union_default:
            yield Triple(service, NamedNode(f"{SD}feature"), NamedNode(f"{SD}UnionDefaultGraph"))
        yield Triple(service, NamedNode(f"{SD}propertyFeature"), NamedNode(MATCHES))
        yield Triple(service, NamedNode(f"{SD}defaultDataset"), dataset)
        for entry in FORMATS:
            name = NamedNode(FORMATS_NS + _FORMAT_NAMES[entry.name])
            yield Triple(service, NamedNode(f"{SD}resultFormat"), name)


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=XSD_INTEGER)
