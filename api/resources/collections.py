"""The collections of the REST interface: which filters each has, and one page of its things.

To add a collection: a query ``list-<name>.rq`` whose first column is ``item``, in the order of
the list, and one line here.  A filter is a query ``filter-<name>.rq`` that serves all of them.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from api.errors import BadParameter, NotFound
from api.library import Library
from api.resources.things import Thing, describe
from api.rows import Value

MAX_LIMIT = 500
_CURSOR = re.compile("c([0-9]{1,9})(?:-((?=.{1,180}$)[a-z0-9]+(?:-[a-z0-9]+)*))?")
BROAD = ("theme", "kind", "progress", "q")
"""Filters that many things pass, whatever they are about: they are asked last, and only about
what the others have left over, so that a list of one body costs the same in a bigger graph."""
MOST_NARROWED = 1_000
"""From here on it is dearer to ask about each thing that is left than about all."""
ALL_MATCHES = 10_000_000
"""More than a store can hold: a list tells how many things there are, so none may be cut."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A kind of things: ``type`` is the step in their IRIs, ``kind_type`` that of filter kind.

    Words are looked for in the names of bodies too where things have hardly any of their own.
    """

    name: str
    type: str
    filters: tuple[str, ...]
    kind_type: str = "kind"
    has_names_of_bodies: bool = False


COLLECTIONS: dict[str, Collection] = {
    entry.name: entry
    for entry in (
        Collection(
            "documents",
            "document",
            ("body", "inspection", "kind", "from", "to", "q"),
            "genre",
            True,
        ),
        Collection(
            "inspections",
            "inspection",
            ("body", "kind", "from", "to", "q"),
            "inspection-type",
            True,
        ),
        Collection(
            "recommendations",
            "recommendation",
            ("body", "theme", "inspection", "kind", "addressed_to", "progress", "from", "to", "q"),
        ),
        Collection("themes", "theme", ("q",)),
        Collection("bodies", "body", ("kind", "q"), "body-type"),
        Collection("roles", "role", ("q",)),
        Collection("people", "person", ("body", "q")),
        Collection("responsibilities", "responsibility", ("body", "addressed_to", "q")),
    )
}


@dataclass(frozen=True, slots=True)
class Extract:
    """The IRIs of one page; ``next`` is the cursor of the page after, None at the end.

    ``found`` are the IRIs of all the things that pass the filters.
    """

    iris: Sequence[str]
    found: Sequence[str]
    next: str | None

    @property
    def total(self) -> int:
        """How many things pass the filters."""
        return len(self.found)


@dataclass(frozen=True, slots=True)
class Page:
    """Some things of a collection; ``next`` is the cursor of the page after, None at the end."""

    items: tuple[Thing, ...]
    total: int
    next: str | None


def collection_named(name: str) -> Collection:
    """Return the collection; raises NotFound listing those that there are."""
    try:
        return COLLECTIONS[name]
    except KeyError:
        known = ", ".join(COLLECTIONS)
        raise NotFound(f"no collection {name!r}; there are {known}") from None


def page_of(library: Library, collection: Collection, given: Mapping[str, str], limit: int) -> Page:
    """Return one page of a collection: the filters and the cursor that are ``given``."""
    extract = extract_of(library, collection, given, limit)
    return Page(tuple(describe(library, extract.iris)), extract.total, extract.next)


def extract_of(
    library: Library, collection: Collection, given: Mapping[str, str], limit: int
) -> Extract:
    """Return which things are on one page: the filters and the cursor that are ``given``."""
    found = find(library, collection, given)
    first = _first_of_page(library, collection, found, given.get("cursor"))
    after = first + limit
    following = write_cursor(after, found[after - 1]) if after < len(found) else None
    return Extract(found[first:after], found, following)


def find(library: Library, collection: Collection, given: Mapping[str, str]) -> Sequence[str]:
    """Return the IRIs of all things of a collection that pass the filters, in its order."""
    order = library.orders.order(library.store, collection.name)
    chosen: set[str] | None = None
    wanted = [name for name in collection.filters if given.get(name) and name not in ("from", "to")]
    for name in sorted(wanted, key=BROAD.__contains__):
        left = chosen if chosen is not None and len(chosen) <= MOST_NARROWED else None
        found = _members(library, collection, (name, given[name]), left)
        chosen = (found if chosen is None else chosen & found) & order.places.keys()
    first, last = (
        _day(name, given[name], last=name == "to") if given.get(name) else ""
        for name in ("from", "to")
    )
    return order.kept(chosen, first, last)


def _members(
    library: Library, collection: Collection, asked: tuple[str, str], left: set[str] | None
) -> set[str]:
    """Return the things that pass one filter; those of other collections may be among them.

    ``left`` are the only ones that matter; None for all.
    """
    name, text = asked
    if name == "q":
        return _worded(library, collection, text, left)
    if name == "addressed_to":
        wanted = _actor(library, text)
    else:
        wanted = iri_of(library, collection.kind_type if name == "kind" else name, text)
    if left is None or name not in BROAD:
        rows = library.rows(f"filter-{name}", **{name: Value(wanted)})
        return {row["item"].text for row in rows}
    traits = (
        library.rows(f"traits-{name}", item=[Value(iri) for iri in sorted(left)]) if left else ()
    )
    return {row["item"].text for row in traits if row["value"].text == wanted}


def _worded(
    library: Library, collection: Collection, words: str, left: set[str] | None
) -> set[str]:
    """Return the things of whom a text says the words; what is about a body has its names too."""
    among = left if not collection.has_names_of_bodies else None
    found = set(library.store.search(words, ALL_MATCHES, among).iris)
    if not collection.has_names_of_bodies:
        return found
    start = f"{library.iris.base}/id/body/"
    bodies = [Value(iri) for iri in sorted(found) if iri.startswith(start)]
    rows = library.rows("filter-body", body=bodies) if bodies else ()
    return found | {row["item"].text for row in rows}


def iri_of(library: Library, kind: str, text: str) -> str:
    """Return the IRI of a thing given by its slug or by its whole IRI."""
    if text.startswith(("http://", "https://")):
        return checked_iri(text)
    return str(library.iris.thing(kind, text))


def checked_iri(text: str) -> str:
    """Return an IRI; raises BadParameter where it has a character that no IRI has."""
    if any(mark in text for mark in '<>"{}|\\^` ') or not text.isprintable():
        raise BadParameter(f"{text!r} is no IRI")
    return text


def _actor(library: Library, text: str) -> str:
    """Return the IRI of a body, role or post by its slug, the first of them that there is."""
    choices = [iri_of(library, kind, text) for kind in ("body", "role", "post")]
    known = {row["thing"].text for row in library.rows("thing", thing=[Value(i) for i in choices])}
    return next((choice for choice in choices if choice in known), choices[0])


def _day(name: str, text: str, *, last: bool) -> str:
    """Return an ISO day; of a year or month the first day, or the ``last`` one."""
    rest = "-12-31" if last else "-01-01"
    padded = text + rest[len(text) - 4 :] if len(text) in (4, 7) else text
    if len(text) == 7 and last:
        padded = _last_day(text) or text
    try:
        return datetime.date.fromisoformat(padded).isoformat()
    except ValueError:
        raise BadParameter(f"{name} is {text!r}: a date such as 2024-07-03 is needed") from None


def _last_day(month: str) -> str | None:
    try:
        first = datetime.date.fromisoformat(month + "-01")
    except ValueError:
        return None
    following = (first + datetime.timedelta(days=31)).replace(day=1)
    return (following - datetime.timedelta(days=1)).isoformat()


def _first_of_page(
    library: Library, collection: Collection, found: Sequence[str], cursor: str | None
) -> int:
    """Return the offset of a page: after the item that its cursor names, while that is there.

    So nothing is told twice or left out because a document was loaded between two pages.
    """
    offset = read_cursor(cursor)
    slug = _anchor(cursor)
    iri = str(library.iris.thing(collection.type, slug)) if slug else ""
    places = library.orders.order(library.store, collection.name).places
    if iri not in places:
        return offset
    place = bisect_left(found, places[iri], key=places.__getitem__)
    return place + 1 if place < len(found) and found[place] == iri else place


def write_cursor(offset: int, last: str = "") -> str:
    """Return an opaque cursor for the items from ``offset`` on, which follow the item ``last``."""
    slug = last.rpartition("/")[2]
    return f"c{offset}-{slug}" if 0 < len(slug) <= 180 else f"c{offset}"


def read_cursor(cursor: str | None) -> int:
    """Return the offset of a cursor; 0 without one; raises BadParameter for one not ours."""
    if not cursor:
        return 0
    match = _CURSOR.fullmatch(cursor)
    if not match:
        raise BadParameter(f"cursor {cursor!r} is none that was given out here")
    return int(match[1])


def _anchor(cursor: str | None) -> str:
    """Return the slug of the item after which a cursor goes on; empty where it names none."""
    match = _CURSOR.fullmatch(cursor or "")
    return (match[2] or "") if match else ""
