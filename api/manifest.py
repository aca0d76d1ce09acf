"""What a ``MANIFEST.csv`` in a folder says of the files below it: title, source, date, licence.

Columns: path, title, genre, publisher, published, licence, sha256, pages; only ``path`` is
needed.  Nothing of it is a fact of the document itself: it all goes into the graph of loads.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

MANIFEST_NAME = "MANIFEST.csv"

_PRINTED_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_OPEN_LICENCE = re.compile(r"open government|\bOGL\b|creative commons|\bCC[ -]?(BY|0)", re.I)


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """One line: ``published`` is an ISO day, month or year; None where the line says nothing."""

    path: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    licence: str | None = None
    sha256: str | None = None


def parse_manifest(data: bytes) -> dict[str, ManifestEntry]:
    """Return the entries by their path; lines without a path are left out."""
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig", errors="replace"), newline=""))
    entries = [_entry(row) for row in rows if row.get("path")]
    return {entry.path: entry for entry in entries}


def _entry(row: dict[str, str | None]) -> ManifestEntry:
    published = (row.get("published") or "").strip()
    return ManifestEntry(
        path=(row["path"] or "").strip(),
        title=row.get("title") or None,
        publisher=row.get("publisher") or None,
        published=published if _PRINTED_DATE.fullmatch(published) else None,
        licence=row.get("licence") or None,
        sha256=row.get("sha256") or None,
    )


class Manifests:
    """The manifests of the folders that a load meets, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, dict[str, ManifestEntry]] = {}

    def entry(self, name: str) -> ManifestEntry | None:
        """Return what the nearest manifest above a file says of it; None where none does."""
        file = Path(name).absolute()
        for folder in file.parents:
            entry = self._entries(folder).get(file.relative_to(folder).as_posix())
            if entry:
                return entry
        return None

    def _entries(self, folder: Path) -> dict[str, ManifestEntry]:
        if folder not in self._read:
            file = folder / MANIFEST_NAME
            self._read[folder] = parse_manifest(file.read_bytes()) if file.is_file() else {}
        return self._read[folder]


def is_open_licence(licence: str | None) -> bool:
    """Whether the whole text may be shown: no licence is stated, or an open one."""
    return licence is None or bool(_OPEN_LICENCE.search(licence))
