"""What a document says of other inspections and other documents."""

from __future__ import annotations

from rdflib import URIRef

from loaders.triples.collected import integer, partial, text
from loaders.triples.items import write_stated_inspection
from loaders.triples.page import DocumentPage
from ontology.terms import ANS


def document_reference(page: DocumentPage, index: int | None) -> URIRef | None:
    """Return the IRI of a document reference by its index, None where there is none."""
    if index is None or index >= len(page.findings.document_references):
        return None
    return page.iris.reference(f"{page.slug}-document-{index + 1}")


def write_references(page: DocumentPage) -> None:
    """State the mentions of inspections and of documents, with their words."""
    for ordinal, found in enumerate(page.findings.inspection_references, start=1):
        thing = page.iris.reference(f"{page.slug}-inspection-{ordinal}")
        page.add_fact(thing, ANS.InspectionReference, found, ANS.text)
        page.add(thing, ANS.statedIn, page.document)
        page.add(thing, ANS.text, text(found.text))
        write_stated_inspection(page, thing, found.stated)
        page.add_dates(thing, found.stated.date or page.date)
    for index, mention in enumerate(page.findings.document_references):
        named = document_reference(page, index)
        if named is None:
            continue
        page.add_fact(named, ANS.DocumentReference, mention, ANS.text)
        page.add(named, ANS.statedIn, page.document)
        page.add(named, ANS.text, text(mention.text))
        page.add(named, ANS.statedTitle, text(mention.title))
        if mention.genre:
            page.add(named, ANS.statedGenre, page.iris.concept("genre", mention.genre))
        page.add(named, ANS.statedDate, partial(mention.date))
        page.add(named, ANS.statedYear, integer(mention.date.year if mention.date else None))
        page.add(named, ANS.statedRelation, text(mention.relation))
        page.add_dates(named, mention.date or page.date)
