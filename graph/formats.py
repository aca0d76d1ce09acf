"""The names of formats, as the whole program calls them, and the engine's own for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import takewhile
from types import MappingProxyType
from typing import Any, BinaryIO, Final

from pyoxigraph import (
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)

from graph.errors import UnknownName

RDF_FORMATS: Final[Mapping[str, RdfFormat]] = MappingProxyType(
    {
        "jsonld": RdfFormat.JSON_LD,
        "nq": RdfFormat.N_QUADS,
        "nt": RdfFormat.N_TRIPLES,
        "rdf": RdfFormat.RDF_XML,
        "trig": RdfFormat.TRIG,
        "ttl": RdfFormat.TURTLE,
    }
)

RESULT_FORMATS: Final[Mapping[str, QueryResultsFormat]] = MappingProxyType(
    {
        "csv": QueryResultsFormat.CSV,
        "json": QueryResultsFormat.JSON,
        "tsv": QueryResultsFormat.TSV,
        "xml": QueryResultsFormat.XML,
    }
)

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ans": "https://w3id.org/answerable/ns#",
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "org": "http://www.w3.org/ns/org#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "sosa": "http://www.w3.org/ns/sosa/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Prefixes that every serialisation declares."""

_HEAD_ENDS = re.compile(rb"(?m)^(?!@prefix)[^\n]{8}")


def rdf_format(name: str) -> RdfFormat:
    """Return the engine's format for triples or quads called ``name`` ("ttl", "nq", …)."""
    if name not in RDF_FORMATS:
        raise UnknownName("RDF format", name, RDF_FORMATS)
    return RDF_FORMATS[name]


def result_format(name: str) -> QueryResultsFormat:
    """Return the engine's format for rows called ``name`` ("json", "csv", …)."""
    if name not in RESULT_FORMATS:
        raise UnknownName("result format", name, RESULT_FORMATS)
    return RESULT_FORMATS[name]


def in_format(triples: Iterable[Triple] | Iterable[Quad], name: str) -> bytes:
    """Return triples or quads in the format called ``name``, with our prefixes where it has any."""
    out = BytesIO()
    written = OrderedPrefixes(out)
    serialize(triples, written, rdf_format(name), prefixes=dict(PREFIXES))
    written.finish()
    return out.getvalue()


def write_answer(
    answer: QuerySolutions | QueryBoolean | QueryTriples, out: BinaryIO, name: str
) -> None:
    """Write the answer to a query in the format called ``name``, as it is evaluated."""
    if not isinstance(answer, QueryTriples):
        answer.serialize(out, format=result_format(name))
    elif name in ("nt", "nq"):
        answer.serialize(out, format=rdf_format(name))
    else:
        written = OrderedPrefixes(out)
        serialize(answer, written, rdf_format(name), prefixes=dict(PREFIXES))
        written.finish()


class OrderedPrefixes(BytesIO):
    """Passes a serialisation on with its leading ``@prefix`` lines sorted.

    The engine writes them in an order that changes from process to process.
    """

    def __init__(self, out: BinaryIO) -> None:
        super().__init__()
        self._out = out
        self._head: bytearray | None = bytearray()

    def write(self, data: Any) -> int:  # Any: whatever has a buffer, as `BytesIO` has it
        """Pass ``data`` on, or keep it back while only prefixes have been seen."""
        if self._head is None:
            self._out.write(data)
        else:
            self._head += data
            if _HEAD_ENDS.search(self._head):
                self.finish()
        return len(data)

    def finish(self) -> None:
        """Pass on what is kept back; has to be called at the end."""
        if self._head is None:
            return
        lines = bytes(self._head).splitlines(keepends=True)
        count = sum(1 for _ in takewhile(lambda line: line.startswith(b"@prefix"), lines))
        self._out.write(b"".join(sorted(lines[:count]) + lines[count:]))
        self._head = None
