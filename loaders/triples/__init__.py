"""Records to RDF: one document to the triples of its own graph, as design/ontology.md says.

Nothing here looks at another document, a store, a clock or a file's name, so the same bytes and
the same version of the program give the same triples.
"""

from __future__ import annotations

import re

from rdflib import Graph

from loaders.records import DocumentRecord
from loaders.triples.collected import Triples
from loaders.triples.documents import software_version, write_document, write_extraction
from loaders.triples.inspections import write_inspection
from loaders.triples.items import write_items
from loaders.triples.page import DocumentPage
from loaders.triples.references import write_references
from loaders.triples.slugs import document_date, document_slug, second_slug
from loaders.triples.statements import write_statements
from ontology.iris import Iris

__all__ = [
    "Triples",
    "document_graph",
    "document_slug",
    "document_triples",
    "renamed",
    "second_slug",
    "software_version",
]


def document_triples(
    record: DocumentRecord, iris: Iris, slug: str | None = None
) -> tuple[str, Triples]:
    """Return the slug of a document and all that it says, as triples of its own graph.

    ``slug`` overrides the document's own, where that is already another document's.
    """
    page = DocumentPage(
        slug=slug or document_slug(record),
        iris=iris,
        source=record.source,
        findings=record.findings,
        date=document_date(record),
    )
    write_document(page)
    write_extraction(page)
    write_inspection(page)
    write_items(page)
    write_references(page)
    write_statements(page)
    for body in record.findings.bodies:
        page.actor(body)
    page.write_bodies()
    return page.slug, page.triples


def document_graph(record: DocumentRecord, iris: Iris) -> tuple[str, Graph]:
    """Return the slug of a document and its graph for rdflib."""
    slug, triples = document_triples(record, iris)
    return slug, triples.graph()


def renamed(ntriples: bytes, old: str, new: str, iris: Iris) -> bytes:
    """Return a document's sorted N-Triples under another slug: its IRIs and those of its items.

    Inspections, bodies and people keep theirs, except an inspection named after the document.
    """
    pattern = rf"<{re.escape(iris.base)}/(id/[a-z-]+|graph/document)/{re.escape(old)}(?=[>-])"
    replaced = re.sub(pattern, rf"<{iris.base}/\1/{new}", ntriples.decode())
    return "".join(sorted(replaced.splitlines(keepends=True))).encode()
