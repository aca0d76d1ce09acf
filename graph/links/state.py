"""What linking remembers of a store from one time to the next, beside the store's directory.

With it, one more document costs what follows from it and not the whole.  It holds nothing that
the store does not: where it is absent or out of step, everything is linked anew.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graph.links.facts import DocumentFact, Item, NamedFact
from graph.links.identity import groups_of
from graph.links.likeness import Features

FILE = "links.sqlite"
FORMAT = "1"

_TABLES = """
CREATE TABLE IF NOT EXISTS notes(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS expected(document TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS documents(graph TEXT PRIMARY KEY, council TEXT, groups TEXT)
  WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS named(grouped TEXT, iri TEXT, graph TEXT, named TEXT,
  PRIMARY KEY(grouped, graph, iri)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts(name TEXT PRIMARY KEY, lines BLOB, counts TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS items(iri TEXT PRIMARY KEY, council TEXT, features TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS items_of_council ON items(council);
CREATE TABLE IF NOT EXISTS postings(key TEXT, date TEXT, iri TEXT,
  PRIMARY KEY(key, date, iri)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alike(later TEXT PRIMARY KEY, links TEXT) WITHOUT ROWID;
"""

Lines = list[str]
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of the links graph that follow from one council, or one group of names."""

    lines: Lines
    counts: Counts


NOTHING = Part([], {})


class LinkState:
    """The memory of linking; changes are kept when `commit` is called, else forgotten."""

    def __init__(self, location: Path | str = ":memory:") -> None:
        self._database = sqlite3.connect(str(location))
        self._database.executescript(_TABLES)

    def close(self) -> None:
        """Forget what was not committed, and close the file."""
        self._database.close()

    def commit(self) -> None:
        """Keep all changes."""
        self._database.commit()

    def clear(self) -> None:
        """Forget everything."""
        for table in ("notes", "documents", "named", "parts", "items", "postings", "alike"):
            self._database.execute(f"DELETE FROM {table}")

    def note(self, name: str) -> str | None:
        """Return a note by its name."""
        return self._one("SELECT value FROM notes WHERE name = ?", name)

    def write_note(self, name: str, value: str) -> None:
        """Write a note in the place of an earlier one."""
        self._database.execute("REPLACE INTO notes VALUES (?, ?)", (name, value))

    def expect(self, documents: Iterable[str]) -> None:
        """Note that documents are about to change."""
        rows = ((document,) for document in documents)
        self._database.executemany("REPLACE INTO expected VALUES (?)", rows)

    def expected(self) -> frozenset[str]:
        """Return the documents that were about to change."""
        return frozenset(slug for (slug,) in self._database.execute("SELECT * FROM expected"))

    def forget_expected(self) -> None:
        """Note that the links follow all changes."""
        self._database.execute("DELETE FROM expected")

    def documents(self) -> int:
        """Return how many graphs were linked."""
        (count,) = self._database.execute("SELECT COUNT(*) FROM documents").fetchone()
        return int(count)

    def council_of(self, graph: str) -> str | None:
        """Return the council of a graph's document, as it was linked."""
        return self._one("SELECT council FROM documents WHERE graph = ?", graph)

    def part(self, name: str) -> Part:
        """Return a part of the links graph; `NOTHING` where there is none."""
        row = self._database.execute(
            "SELECT lines, counts FROM parts WHERE name = ?", (name,)
        ).fetchone()
        if row is None:
            return NOTHING
        return Part(zlib.decompress(row[0]).decode().splitlines(keepends=True), json.loads(row[1]))

    def put_part(self, name: str, part: Part) -> None:
        """Put a part in the place of an earlier one; an empty one is forgotten."""
        if not part.lines and not any(part.counts.values()):
            self._database.execute("DELETE FROM parts WHERE name = ?", (name,))
            return
        packed = zlib.compress("".join(part.lines).encode(), level=1)
        row = (name, packed, json.dumps(part.counts))
        self._database.execute("REPLACE INTO parts VALUES (?, ?, ?)", row)

    def put_document(self, graph: str, council: str, named: Iterable[NamedFact]) -> set[str]:
        """Note a graph, the council of its document and who is named; return the groups of all.

        Who was named before and is no more is forgotten; its groups are returned too.
        """
        touched = self.drop_document(graph)
        rows = [
            (group, each.iri, graph, _named_as_text(each))
            for each in named
            for group in groups_of(each)
        ]
        self._database.executemany("REPLACE INTO named VALUES (?, ?, ?, ?)", rows)
        groups = json.dumps(sorted({group for group, *_ in rows}))
        self._database.execute("INSERT INTO documents VALUES (?, ?, ?)", (graph, council, groups))
        return touched | {group for group, *_ in rows}

    def drop_document(self, graph: str) -> set[str]:
        """Forget a graph; return the groups to which those belonged whom it named."""
        text = self._one("SELECT groups FROM documents WHERE graph = ?", graph)
        groups: list[str] = json.loads(text) if text else []
        self._database.execute("DELETE FROM documents WHERE graph = ?", (graph,))
        self._database.executemany(
            "DELETE FROM named WHERE grouped = ? AND graph = ?", ((each, graph) for each in groups)
        )
        return set(groups)

    def members(self, group: str) -> tuple[NamedFact, ...]:
        """Return who belongs to a group, as all graphs tell."""
        rows = self._database.execute("SELECT named FROM named WHERE grouped = ?", (group,))
        return merged(_named(json.loads(text)) for (text,) in rows)

    def items_of(self, council: str) -> dict[str, Features]:
        """Return the items of a council by IRI."""
        rows = self._database.execute(
            "SELECT iri, features FROM items WHERE council = ? ORDER BY iri", (council,)
        )
        return {iri: _features(text) for iri, text in rows}

    def features(self, iri: str) -> Features | None:
        """Return an item by its IRI."""
        text = self._one("SELECT features FROM items WHERE iri = ?", iri)
        return _features(text) if text else None

    def put_item(self, features: Features, keys: Iterable[str]) -> None:
        """Add an item under its keys."""
        item = features.item
        row = (item.iri, item.council or "", as_text(features))
        self._database.execute("REPLACE INTO items VALUES (?, ?, ?)", row)
        self._database.executemany(
            "REPLACE INTO postings VALUES (?, ?, ?)", ((key, item.date, item.iri) for key in keys)
        )

    def drop_item(self, features: Features, keys: Iterable[str]) -> None:
        """Take an item out."""
        item = features.item
        self._database.execute("DELETE FROM items WHERE iri = ?", (item.iri,))
        self._database.executemany(
            "DELETE FROM postings WHERE key = ? AND date = ? AND iri = ?",
            ((key, item.date, item.iri) for key in keys),
        )

    def before(self, key: str, order: tuple[str, str], limit: int) -> list[str]:
        """Return the last items under a key before a place in order, the nearest first."""
        return self._beside("<", "DESC", (key, *order, limit))

    def after(self, key: str, order: tuple[str, str], limit: int) -> list[str]:
        """Return the next items under a key after a place in order, the nearest first."""
        return self._beside(">", "ASC", (key, *order, limit))

    def _beside(self, sign: str, way: str, values: tuple[object, ...]) -> list[str]:
        rows = self._database.execute(
            f"SELECT iri FROM postings WHERE key = ? AND (date, iri) {sign} (?, ?)"
            f" ORDER BY date {way}, iri {way} LIMIT ?",
            values,
        )
        return [iri for (iri,) in rows]

    def alike(self, later: str) -> list[str]:
        """Return the earlier items elsewhere to which an item is linked."""
        text = self._one("SELECT links FROM alike WHERE later = ?", later)
        found: list[str] = json.loads(text) if text else []
        return found

    def put_alike(self, later: str, earlier: Iterable[str]) -> None:
        """Put an item's links in the place of earlier ones."""
        links = list(earlier)
        self._database.execute("DELETE FROM alike WHERE later = ?", (later,))
        if links:
            self._database.execute("INSERT INTO alike VALUES (?, ?)", (later, json.dumps(links)))

    def _one(self, query: str, value: str) -> str | None:
        row = self._database.execute(query, (value,)).fetchone()
        return row[0] if row else None


def merged(named: Iterable[NamedFact]) -> tuple[NamedFact, ...]:
    """Return each person and body once, sorted by IRI, with the bodies that any graph tells."""
    found: dict[str, NamedFact] = {}
    for each in named:
        known = found.get(each.iri, each)
        name, bodies = min(known.name, each.name), known.bodies | each.bodies
        found[each.iri] = replace(known, name=name, bodies=bodies)
    return tuple(found[iri] for iri in sorted(found))


def _named_as_text(named: NamedFact) -> str:
    return json.dumps([named.iri, named.name, sorted(named.bodies), named.is_person])


def _named(values: list[Any]) -> NamedFact:
    iri, name, bodies, is_person = values
    return NamedFact(iri=iri, name=name, bodies=frozenset(bodies), is_person=is_person)


def as_text(features: Features) -> str:
    """Return an item as it is kept; equal where nothing that is compared has changed."""
    item = features.item
    values = (item.iri, item.document.iri, item.council, item.date, item.wording)
    return json.dumps([*values, features.issues, features.words])


def _features(text: str) -> Features:
    iri, document, council, date, wording, issues, words = json.loads(text)
    source = DocumentFact(iri=document, genre="", date=date, council=council)
    item = Item(iri=iri, document=source, text=wording, date=date)
    return Features.of(item, tuple(tuple(issue) for issue in issues), words)
