"""What became of one source, and what was wanted of it: light enough to import anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from loaders.notes import SourceNote
from loaders.sources import Source
from ontology.iris import Iris

Status = Literal["loaded", "unchanged", "passed-over", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source.

    ``ntriples`` are the sorted triples of the document's own graph and ``text`` its normalised
    text; ``record`` is the record form, where asked for.  ``reason`` says why there are none.
    ``counts`` are numbers of things by their plural ("recommendations", "judgements", …).
    """

    name: str
    status: Status
    reason: str = ""
    slug: str = ""
    sha256: str = ""
    genre: str = ""
    ntriples: bytes = b""
    text: str = ""
    record: dict[str, Any] | None = None  # JSON: see loaders.record_form
    counts: dict[str, int] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    note: SourceNote = field(default_factory=SourceNote)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make of each document: triples named under ``iris``, or the record form."""

    iris: Iris = field(default_factory=Iris)
    triples: bool = True
    record: bool = False


def without_triples(source: Source, status: Status, reason: str, sha256: str = "") -> Outcome:
    """Return the outcome of a source of which nothing is to be stored, with the reason."""
    return Outcome(source.name, status, reason, sha256=sha256, note=source.note)
