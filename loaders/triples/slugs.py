"""The readable names of a document's own things: area, date and genre; never the file's name."""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.records import Actor, DocumentRecord, Inspection, PartialDate
from ontology.iris import slugify
from ontology.vocabulary import vocabulary

DIGITS_OF_SHA256 = 8
WITHOUT_AREA = "unplaced"
_TITLE = r"^(?:(?:<<naming/title>>|<<naming/form-of-address>>)\.?\s+)+"
_LETTERS_AFTER = (
    r"(?-i:(?:,?\s+(?:<<naming/honour>>|HMI)\b|\s*\(<<naming/mark-of-inspector>>\))+\.?$)"
)
_NAME = re.compile(r"[^\W\d_][\w’'.-]*(?:\s+[^\W\d_][\w’'.-]*){1,4}")


def document_slug(record: DocumentRecord) -> str:
    """Return the slug of a document: area, date, genre ("tameside-2024-07-commissioner-report").

    The date is the printed one, else the last fieldwork day, else 8 digits of the bytes' sha256.
    """
    findings = record.findings
    area = council_of(findings.concerns) or WITHOUT_AREA
    date = document_date(record)
    printed = date.iso if date else record.source.sha256[:DIGITS_OF_SHA256]
    return f"{area}-{printed}-{findings.genre}"


def document_date(record: DocumentRecord) -> PartialDate | None:
    """Return the printed date of issue, else the last fieldwork day, else None."""
    findings = record.findings
    if findings.published:
        return findings.published
    end = findings.inspection.end if findings.inspection else None
    return PartialDate.of(end) if end else None


def second_slug(slug: str, sha256: str) -> str:
    """Return the slug of a document whose own is already another document's."""
    return f"{slug}-{sha256[:DIGITS_OF_SHA256]}"


def council_of(body: Actor | None) -> str | None:
    """Return the slug of the council for whose area a body works; a council's is its own."""
    if body is None:
        return None
    if body.serves:
        return body.serves
    known = vocabulary().body(body.body) if body.body else None
    return (known.serves if known else None) or body.body


def inspection_slug(inspection: Inspection, area: str, document: str) -> str:
    """Return council and first fieldwork day; the document's slug where no day is known."""
    if inspection.start:
        return f"{area}-{inspection.start.isoformat()}"
    if inspection.stated_date:
        return f"{area}-{inspection.stated_date.iso}-{inspection.framework}"
    return document


def full_name(printed: str) -> str | None:
    """Return a person's name without title and letters; None for a first name alone."""
    name = (
        cued(_LETTERS_AFTER).sub("", cued(_TITLE).sub("", " ".join(printed.split()))).strip(" ,;")
    )
    return name if _NAME.fullmatch(name) and name != name.lower() else None


def person_slug(name: str, body: str | None) -> str:
    """Return the slug of a person: name and body ("andy-waugh-ofsted")."""
    return "-".join(filter(None, (slugify(name), body)))
