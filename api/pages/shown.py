"""Sections of a page as the template shows them."""

from __future__ import annotations

from dataclasses import dataclass

from api.pages.entries import Entry, EntryGroup
from api.pages.links import ShownTable
from api.pages.pictures.timeline import Timeline


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with what it shows: a table, entries, groups of entries, a picture; or ``empty``.

    ``notes`` stand above it; ``more`` is where the same can be narrowed, as words and address.
    """

    heading: str
    empty: str | None = None
    count: int = 0
    table: ShownTable | None = None
    entries: tuple[Entry, ...] = ()
    groups: tuple[EntryGroup, ...] = ()
    timeline: Timeline | None = None
    notes: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of a thing beside its properties: the gist in sentences, and sections.

    ``codes_last`` where its properties are for programs rather than readers.
    """

    gist: tuple[str, ...] = ()
    sections: tuple[ShownSection, ...] = ()
    codes_last: bool = False


def tabled(
    heading: str,
    table: ShownTable,
    notes: tuple[str, ...] = (),
    more: tuple[tuple[str, str], ...] = (),
) -> tuple[ShownSection, ...]:
    """Return a section of a table; none where it has no rows."""
    if not table.rows:
        return ()
    return (ShownSection(heading, None, len(table.rows), table, notes=notes, more=more),)
