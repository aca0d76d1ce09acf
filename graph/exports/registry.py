"""The export formats by name; to add one is a writer and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import BinaryIO, Final

from graph.errors import UnknownName
from graph.exports import graphs, rdf
from graph.store import Store

Write = Callable[[Store, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: ``name`` is also the suffix of its files, ``purpose`` says who opens them."""

    name: str
    media_type: str
    purpose: str
    write: Write


def _rdf(name: str, media_type: str, purpose: str) -> ExportFormat:
    write = rdf.write_sorted if name in ("nq", "nt") else rdf.write
    return ExportFormat(name, media_type, purpose, partial(write, format_name=name))


FORMATS: Final[Mapping[str, ExportFormat]] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            _rdf("ttl", "text/turtle", "RDF tools: all statements, Turtle"),
            _rdf("nt", "application/n-triples", "RDF tools: all statements, one a line, sorted"),
            _rdf(
                "nq", "application/n-quads", "RDF stores: all statements with their graphs, sorted"
            ),
            _rdf("jsonld", "application/ld+json", "programs that read JSON: all statements"),
            ExportFormat(
                "graphml",
                "application/graphml+xml",
                "Gephi, yEd, Cytoscape, igraph: things and links",
                graphs.write_graphml,
            ),
            ExportFormat(
                "gexf", "application/gexf+xml", "Gephi: things and links", graphs.write_gexf
            ),
            ExportFormat(
                "cyjs",
                "application/vnd.cytoscape.cyjs+json",
                "Cytoscape and Cytoscape.js: things and links",
                graphs.write_cyjs,
            ),
        )
    }
)


def export_format(name: str) -> ExportFormat:
    """Return the format called ``name``.  Raises UnknownName."""
    if name not in FORMATS:
        raise UnknownName("export format", name, FORMATS)
    return FORMATS[name]


def export(store: Store, name: str, out: BinaryIO) -> None:
    """Write a store in the format called ``name``.  Raises UnknownName."""
    export_format(name).write(store, out)
