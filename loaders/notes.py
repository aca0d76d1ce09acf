"""What a manifest or a file's name says about a document: for the graph of loads, never a fact.

A ``MANIFEST.csv`` has the columns path, title, genre, publisher, published, licence, sha256 and
pages, of which only ``path`` (relative to the manifest, with slashes) is needed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from loaders.errors import UnreadableDocument
from loaders.extractors.dates import find_dates, parse_date
from loaders.records import PartialDate

MANIFEST_NAME = "MANIFEST.csv"
_ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What is said about a document from outside it; None and "" where nothing is said.

    ``published`` is as exact as stated; ``basis`` tells who states it.
    """

    title: str = ""
    genre: str = ""
    publisher: str = ""
    published: PartialDate | None = None
    basis: Literal["manifest", "file name"] | None = None
    licence: str = ""
    sha256: str = ""


Manifest = Mapping[str, SourceNote]


def read_manifest(data: bytes) -> Manifest:
    """Return the notes of a manifest by path; empty for a table that is no manifest.

    Raises UnreadableDocument for what is no table: what may be shown is then unknown.
    """
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", errors="replace"), newline=""))
    try:
        if "path" not in (rows.fieldnames or ()):
            return {}
        return {
            PurePosixPath(row["path"].strip()).as_posix(): _note(row) for row in rows if row["path"]
        }
    except csv.Error as error:
        raise UnreadableDocument(f"its {MANIFEST_NAME} cannot be read: {error}") from error


def note_from_name(name: str) -> SourceNote:
    """Return the date that a file's name states, if it states one day."""
    days = {found.date for found in find_dates(PurePosixPath(name).stem.replace("_", " "))}
    exact = {date for date in days if date.day}
    if len(exact) != 1:
        return SourceNote()
    return SourceNote(published=exact.pop(), basis="file name")


def _note(row: Mapping[str, str | None]) -> SourceNote:
    said = {name: (row.get(name) or "").strip() for name in row if name}
    published = _date(said.get("published", ""))
    return SourceNote(
        title=said.get("title", ""),
        genre=said.get("genre", ""),
        publisher=said.get("publisher", ""),
        published=published,
        basis="manifest" if published else None,
        licence=said.get("licence", ""),
        sha256=said.get("sha256", "").casefold(),
    )


def _date(stated: str) -> PartialDate | None:
    """Return an ISO month as such ("2021-03", which in running text may be a span of years)."""
    month = _ISO_MONTH.fullmatch(stated)
    return PartialDate(int(month[1]), int(month[2])) if month else parse_date(stated)
