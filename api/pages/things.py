"""The page of one thing: its properties, its evidence and the sections of its type."""

from __future__ import annotations

from dataclasses import dataclass

from api.library import Library
from api.pages.entries import Entry, EntryGroup, entries_of, facts_of
from api.pages.links import Shown, ShownTable, show, show_table
from api.pages.sections import SECTIONS, Section
from api.resources.names import LABELS, local_name, words
from api.resources.things import ANS, Thing
from api.rows import Value

HIDDEN = frozenset({*LABELS, "text", "sortDate", "year", "order", "notation", "inDocument"})
"""Properties that the page says otherwise, or that only order things."""


@dataclass(frozen=True, slots=True)
class ShownSection:
    """A section with what it shows: a table, entries or groups of entries; all may be empty."""

    heading: str
    empty: str | None
    table: ShownTable | None = None
    entries: tuple[Entry, ...] = ()
    groups: tuple[EntryGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class ThingPage:
    """All that the page of a thing shows."""

    thing: Thing
    kind: str
    title: str
    facts: tuple[tuple[str, tuple[Shown, ...]], ...]
    sections: tuple[ShownSection, ...]


def thing_page(library: Library, kind: str, thing: Thing) -> ThingPage:
    """Return the page of a thing; ``kind`` is the type in its address ("body")."""
    base = library.iris.base
    facts = tuple(
        (words(local_name(name)), tuple(show(item.value, item.label, base) for item in values))
        for name, values in thing.properties.items()
        if local_name(name) not in HIDDEN
    )
    sections = (_shown(library, thing, section) for section in SECTIONS.get(kind, ()))
    return ThingPage(
        thing,
        _kind_of(thing, kind),
        thing.label,
        facts,
        tuple(section for section in sections if section),
    )


def _kind_of(thing: Thing, kind: str) -> str:
    """Return the name of the most exact class of ours, which is the longest one."""
    names = [words(local_name(name)) for name in thing.classes if name.startswith(ANS)]
    return max(names, key=len, default=words(kind.replace("-", " ")))


def _shown(library: Library, thing: Thing, section: Section) -> ShownSection | None:
    table = library.table(section.query, thing=Value(thing.iri))
    if not table.rows and not section.empty:
        return None
    base = library.iris.base
    if not table.rows:
        return ShownSection(section.heading, section.empty)
    if section.style == "quotes":
        return ShownSection(section.heading, None, entries=entries_of(table, base))
    if section.style == "facts":
        return ShownSection(section.heading, None, groups=facts_of(table, base))
    return ShownSection(section.heading, None, table=show_table(table, base))
