"""What the graph of loads says of one loading: when, from where, and what the source says."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from rdflib import XSD, Literal

from loaders.notes import SourceNote
from loaders.triples import Triples
from loaders.triples.collected import ntriples_term, partial, text
from ontology.iris import Iris
from ontology.terms import ANS, DCTERMS


@dataclass(frozen=True, slots=True)
class Arrival:
    """A source as it arrived: its place, its file's name, and what was said of it outside."""

    place: str
    file_name: str
    sha256: str
    note: SourceNote


def load_triples(iris: Iris, slug: str, arrival: Arrival, moment: datetime.datetime) -> bytes:
    """Return the record of loading a document, as N-Triples for the graph of loads."""
    triples = _load(iris, slug, arrival, moment)
    document = iris.document(slug)
    triples.add(iris.load(slug), ANS.loadOf, document)
    triples.add(document, ANS.issuedPerSource, partial(arrival.note.published))
    triples.add(document, DCTERMS.license, text(arrival.note.licence))
    triples.add(document, DCTERMS.source, text(arrival.note.publisher))
    return triples.ntriples()


def data_triples(iris: Iris, arrival: Arrival, moment: datetime.datetime) -> bytes:
    """Return the record of loading a file of RDF, which is about no one document."""
    return _load(iris, data_slug(arrival.sha256), arrival, moment).ntriples()


def data_slug(sha256: str) -> str:
    """Return the slug of the loading of a file of RDF."""
    return f"data-{sha256[:16]}"


def change_triples(iris: Iris, slug: str, kind: str, moment: datetime.datetime) -> bytes:
    """Return the record that a document was created, updated or removed at a moment."""
    triples = Triples()
    when = moment.astimezone(datetime.UTC)
    change = iris.change(f"{slug}-{kind}-{when:%Y%m%d%H%M%S%f}")
    triples.add_type(change, ANS.Change)
    triples.add(change, ANS.changeOf, iris.document(slug))
    triples.add(change, ANS.changeKind, text(kind))
    triples.add(change, ANS.changedOn, Literal(_written(when), datatype=XSD.dateTime))
    return triples.ntriples()


def source_triple(iris: Iris, slug: str, place: str) -> bytes:
    """Return the statement that the same document was met at one more place."""
    terms = (iris.load(slug), ANS.loadedFrom, Literal(place))
    return (" ".join(ntriples_term(term) for term in terms) + " .\n").encode()


def _load(iris: Iris, slug: str, arrival: Arrival, moment: datetime.datetime) -> Triples:
    triples = Triples()
    load = iris.load(slug)
    when = _written(moment.astimezone(datetime.UTC))
    triples.add_type(load, ANS.Load)
    triples.add(load, ANS.loadedFrom, text(arrival.place))
    triples.add(load, ANS.fileName, text(arrival.file_name))
    triples.add(load, ANS.loadedOn, Literal(when, datatype=XSD.dateTime))
    triples.add(load, ANS.sha256, text(arrival.sha256))
    return triples


def _written(moment: datetime.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
