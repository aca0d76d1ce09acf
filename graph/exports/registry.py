"""The export formats by name; to add one is a writer and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import BinaryIO, Final

from graph.errors import UnknownName
from graph.exports import csv_archive, dot, gexf, graphs, neo4j, parquet, rdf, workbook
from graph.exports.parts import WHOLE, Part, part_of
from graph.store import Store

Write = Callable[[Store, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: ``name`` is also the suffix of its files, ``purpose`` says who opens them.

    What is no text takes contact details out by itself.
    """

    name: str
    media_type: str
    purpose: str
    write: Write
    is_text: bool = True


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
                "gexf",
                "application/gexf+xml",
                "Gephi: things and links, with the days for its timeline",
                gexf.write_gexf,
            ),
            ExportFormat(
                "cyjs",
                "application/vnd.cytoscape.cyjs+json",
                "Cytoscape and Cytoscape.js: things and links",
                graphs.write_cyjs,
            ),
            ExportFormat("dot", "text/vnd.graphviz", "Graphviz: things and links", dot.write_dot),
            ExportFormat(
                "neo4j.zip",
                "application/zip",
                "Neo4j: things and links for its bulk import",
                neo4j.write_neo4j,
                is_text=False,
            ),
            ExportFormat(
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "Excel: a tracker of recommendations, inspections, grades and responsibilities",
                workbook.write_workbook,
                is_text=False,
            ),
            ExportFormat(
                "csv.zip",
                "application/zip",
                "spreadsheets and databases: a table for each class of things, described",
                csv_archive.write_csv_archive,
                is_text=False,
            ),
            ExportFormat(
                "parquet.zip",
                "application/zip",
                "notebooks: the same tables as Parquet (needs the extra parquet)",
                parquet.write_parquet,
                is_text=False,
            ),
        )
    }
)


def export_format(name: str) -> ExportFormat:
    """Return the format called ``name``, also without its last suffix ("csv").

    Raises UnknownName.
    """
    known = FORMATS.get(name) or FORMATS.get(f"{name}.zip")
    if known is None:
        raise UnknownName("export format", name, FORMATS)
    return known


def export(store: Store, name: str, out: BinaryIO, part: Part = WHOLE) -> None:
    """Write a store, or a part of it, in the format called ``name``.

    Raises UnknownName, and ParameterError for a part that there is not.
    """
    wanted = export_format(name)
    with part_of(store, part) as chosen:
        wanted.write(chosen, out)
