"""The page of one thing: its properties, its evidence and the sections of its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from api.library import Library
from api.pages.entries import Quotation, entries_of, facts_of, gather
from api.pages.links import Shown, show, show_table, with_written_date
from api.pages.lives import life_told
from api.pages.sections import SECTIONS, Section
from api.pages.shown import ShownSection, Telling
from api.pages.stories import body_told
from api.resources.definitions import heading_of
from api.resources.names import ANS, LABELS, local_name, words
from api.resources.things import Thing
from api.rows import Value

HIDDEN = frozenset(
    (
        *LABELS,
        *("text", "sortDate", "year", "order", "notation", "inDocument"),
        *("computedTheme", "computedPrimaryTheme", "alikeElsewhere", "recursFrom", "relatedTo"),
        *("issuedPerSource", "license", "source", "fieldwork", "computedPrimaryTheme"),
        *("shortName", "hiddenLabel", "cue", "namePattern", "statisticalNeighbour"),
    )
)
"""Properties that the page says otherwise, or that only order or find things."""

FIRST = (
    *("number", "kind", "addressedTo", "madeBy", "madeIn", "arisesFrom", "due", "dueAsPrinted"),
    *("agreedBy", "supportedBy", "overseenBy", "consults", "reportsTo"),
    *("genre", "concerns", "nameThen", "issued", "publisher", "reportsOn", "addresseeAsPrinted"),
    *("inspectionType", "framework", "inspects", "inspectedBy", "startDate", "endDate"),
    *("leadInspector", "inspector", "bodyType", "serves", "altLabel", "primaryTheme", "theme"),
)
LAST = ("doubt", "rule")


def _place(property_and_values: tuple[str, object]) -> tuple[int, str]:
    """Return where a property stands: those that people look for first, how it was found last."""
    name = local_name(property_and_values[0])
    if name in FIRST:
        return FIRST.index(name), name
    return len(FIRST) + (LAST.index(name) + 1 if name in LAST else 0), name


@dataclass(frozen=True, slots=True)
class ThingPage:
    """All that the page of a thing shows; its properties last where ``codes_last``."""

    thing: Thing
    kind: str
    title: str
    quotations: tuple[Quotation, ...]
    facts: tuple[tuple[str, tuple[Shown, ...]], ...]
    sections: tuple[ShownSection, ...]
    gist: tuple[str, ...] = ()
    codes_last: bool = False


TELLERS: Mapping[str, Callable[[Library, str], Telling]] = {
    "recommendation": life_told,
    "body": body_told,
}
"""Who tells of a type what is worked out from several documents; the others have `SECTIONS`."""


def thing_page(library: Library, kind: str, thing: Thing) -> ThingPage:
    """Return the page of a thing; ``kind`` is the type in its address ("body")."""
    base = library.iris.base
    facts = tuple(
        (heading_of(name), tuple(show(item.value, item.label, base) for item in values))
        for name, values in sorted(thing.properties.items(), key=_place)
        if local_name(name) not in HIDDEN
    )
    sections = (_shown(library, thing, section) for section in SECTIONS.get(kind, ()))
    told = TELLERS[kind](library, thing.iri) if _is_told(kind, thing) else Telling()
    return ThingPage(
        thing,
        _kind_of(thing, kind),
        with_written_date(thing.label),
        () if kind == "document" else _quotations(thing, base),
        facts,
        (*told.sections, *(section for section in sections if section)),
        told.gist,
        told.codes_last,
    )


def _is_told(kind: str, thing: Thing) -> bool:
    """Return whether a thing is what its address says: then its teller knows it."""
    classes = {local_name(name).lower() for name in thing.classes}
    return kind in TELLERS and kind in classes


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
        entries = entries_of(table, base)
        return ShownSection(section.heading, None, len(entries), entries=entries)
    if section.style == "facts":
        groups = facts_of(table, base)
        count = sum(len(group.entries) for group in groups)
        return ShownSection(section.heading, None, count, groups=groups)
    shown = show_table(table, base)
    return ShownSection(section.heading, None, len(shown.rows), table=shown)


def _quotations(thing: Thing, base: str) -> tuple[Quotation, ...]:
    return gather(
        (
            evidence.quote,
            show(Value(evidence.document), evidence.document_label, base),
            None if evidence.page is None else str(evidence.page),
        )
        for evidence in thing.evidence
    )
