"""Files of RDF: data for the graphs that they name, held to the shapes before they are stored."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pyoxigraph

from api.loading.records import Arrival, data_triples
from graph.errors import GraphError
from graph.formats import rdf_format
from graph.store import Store
from ontology.validation import violations_of_ntriples

MAX_VIOLATIONS_TOLD = 3


@dataclass(frozen=True, slots=True)
class DataFile:
    """The bytes of a file of RDF, their format ("ttl", "nq", …), and how and when they came."""

    data: bytes
    format_name: str
    arrival: Arrival
    moment: datetime.datetime


def load_data(store: Store, file: DataFile, unchecked: bool) -> str:
    """Store a file of RDF; return why it was refused, empty where it was not.

    ``unchecked`` leaves out the shapes and the record in the graph of loads.
    """
    try:
        complaints = "" if unchecked else _complaints(store, file)
        if complaints:
            return complaints
        with store.transaction() as transaction:
            transaction.load(file.data, file.format_name)
            if not unchecked:
                record = data_triples(store.iris, file.arrival, file.moment)
                transaction.add(str(store.iris.loads_graph), record)
    except GraphError as error:
        return str(error)
    return ""


def _complaints(store: Store, file: DataFile) -> str:
    try:
        quads = pyoxigraph.parse(
            file.data, rdf_format(file.format_name), base_iri=f"{store.iris.base}/"
        )
        nquads = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS) or b""
    except (SyntaxError, ValueError) as error:
        return f"cannot be read as {file.format_name}: {error}"
    breaches = violations_of_ntriples(nquads)
    if not breaches:
        return ""
    told = "; ".join(breach.message for breach in breaches[:MAX_VIOLATIONS_TOLD])
    return f"its triples break {len(breaches)} constraints: {told} (--unchecked loads it as it is)"
