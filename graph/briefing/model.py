"""What a briefing is made of, whichever form it is rendered in.

Texts cite their documents as ``[3], page 2``: the number of a source, and the page there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; one that ``is_strong`` introduces what follows."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a document, verbatim, and where they stand."""

    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``widths`` are parts of the whole width, one for each column."""

    caption: str
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Paragraph | Quotation | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A section; ``anchor`` is its name in addresses within the briefing."""

    anchor: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the briefing cites by its ``number``, with its IRI."""

    number: int
    title: str
    publisher: str
    day: str
    iri: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """A dated report about one body; ``day`` as a person writes it."""

    body: str
    title: str
    day: str
    scope: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
