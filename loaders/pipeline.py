"""One document from bytes to triples.

A document that cannot be read, or whose triples break a shape, is an outcome with its reason.
Many documents, and what one does that brings its process down: see `crew`.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from loaders.errors import UnknownGenre, UnreadableDocument
from loaders.extractors.enrich import enrich
from loaders.genres.registry import genre_of
from loaders.limits import deadly_time_limit, processor_time_limit
from loaders.names_then import with_names_then
from loaders.outcomes import Outcome, Wanted, without_triples
from loaders.readers import read_source
from loaders.record_form import as_json
from loaders.records import DocumentRecord, Findings
from loaders.sources import Source
from loaders.triples import document_triples
from ontology.validation import violations
from ontology.vocabulary import vocabulary

MAX_VIOLATIONS_TOLD = 3
PAGED_SUFFIXES = frozenset({".pdf", ".docx", ".doc"})
HTML = "text/html"


def read_document(data: bytes, name: str = "") -> DocumentRecord:
    """Return what a document says, its format and genre told by its content.

    ``name`` only serves to refuse a web page that was saved in place of a file.  Raises
    UnreadableDocument and UnknownGenre with the reason.
    """
    source = read_source(data)
    suffix = PurePath(name).suffix.casefold()
    if source.media_type == HTML and suffix in PAGED_SUFFIXES:
        heading = " ".join(source.lines[0].text.split())
        raise UnreadableDocument(
            f"not what it says it is: an HTML page (“{heading}”) under a name in {suffix}", name
        )
    findings = genre_of(source).read(source)
    return DocumentRecord(source, with_names_then(enrich(findings, source), source))


def outcome_of(source: Source, wanted: Wanted) -> Outcome:
    """Return what becomes of one source; never raises for what is wrong with the source."""
    sha256 = ""
    try:
        data = source.load()
        sha256 = hashlib.sha256(data).hexdigest()
        with processor_time_limit():
            record = read_document(data, source.file_name)
            return outcome_of_record(source, record, wanted)
    except UnknownGenre as error:
        return without_triples(source, "passed-over", error.reason, sha256)
    except UnreadableDocument as error:
        return without_triples(source, "refused", error.reason, sha256)


def confined_outcome_of(source: Source, wanted: Wanted) -> Outcome:
    """Return what `outcome_of` does, in a process that is ended if it never comes back."""
    with deadly_time_limit():
        return outcome_of(source, wanted)


def outcome_of_record(source: Source, record: DocumentRecord, wanted: Wanted) -> Outcome:
    """Return the outcome of a document that was read; refused where it breaks a shape."""
    slug, ntriples = "", b""
    if wanted.triples:
        slug, triples = document_triples(record, wanted.iris)
        ntriples = triples.ntriples()
        breaches = violations(triples)
        if breaches:
            told = "; ".join(breach.message for breach in breaches[:MAX_VIOLATIONS_TOLD])
            reason = f"its triples break {len(breaches)} constraints: {told}"
            return without_triples(source, "refused", reason, record.source.sha256)
    return Outcome(
        name=source.name,
        status="loaded",
        slug=slug,
        sha256=record.source.sha256,
        genre=record.findings.genre,
        ntriples=ntriples,
        text=record.source.text,
        record=as_json(record, source.name) if wanted.record else None,
        counts=_counts(record.findings),
        doubts=(*record.source.doubts, *record.findings.doubts),
        note=source.note,
    )


def warm_up() -> None:
    """Read vocabularies, shapes and matchers once in a new worker process."""
    vocabulary()
    violations(())


def _counts(findings: Findings) -> dict[str, int]:
    roles = [item.role for item in findings.recommendations]
    return {
        "recommendations": len(roles) - roles.count("restated") + len(findings.requirements),
        "restatements": roles.count("restated"),
        "judgements": len(findings.judgements),
        "assessments": len(findings.assessments),
        "obligations": len(findings.obligations),
    }
