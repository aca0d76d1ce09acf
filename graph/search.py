"""Full-text search: an SQLite FTS5 index beside each generation, from words to IRIs.

Every text that is said of an IRI is indexed under that IRI, whatever the property, without
marks on letters and by the stem of English words.  What machines read (digests, rules, patterns)
is left out.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections import deque
from collections.abc import Collection, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

import pyoxigraph

from graph.contract import Matches

INDEX = "search.sqlite"
MOST_MATCHES = 10_000

# the type is looked at once: isIRI(?thing) and a second look at each text would take as long again
_TEXTS = """PREFIX ans: <https://w3id.org/answerable/ns#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?thing ?text WHERE {
  %s
  FILTER(?property NOT IN (ans:sha256, ans:rule, ans:cue,
    ans:namePattern, ans:softwareVersion, ans:ontologyVersion, ans:loadedFrom))
  BIND(datatype(?text) AS ?type)
  FILTER(?type IN (xsd:string, rdf:langString))
}"""
_IN_DEFAULT = "?thing ?property ?text"
_IN_NAMED = "VALUES ?graph { %s } GRAPH ?graph { ?thing ?property ?text }"
_GRAPHS_AT_ONCE = 8
_READERS = min(4, os.cpu_count() or 1)
_TABLES = """
CREATE TEMP TABLE told (iri TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE things (id INTEGER PRIMARY KEY, iri TEXT NOT NULL);
CREATE VIRTUAL TABLE texts USING fts5(
  text, content='', tokenize='porter unicode61 remove_diacritics 2');
"""
_BY_NAME = "CREATE INDEX things_by_name ON things (iri)"
_MATCHING = """SELECT iri FROM texts JOIN things ON things.id = texts.rowid
WHERE texts MATCH ? ORDER BY rank, iri LIMIT ?"""
# what belongs together is numbered together (see `fill_index`), so the words are looked for in
# the stretch of numbers that the few things span
_SPAN = """SELECT min(things.id), max(things.id) FROM json_each(?) AS given
JOIN things ON things.iri = given.value"""
_MATCHING_AMONG = """SELECT iri FROM texts JOIN things ON things.id = texts.rowid
WHERE texts MATCH ? AND texts.rowid BETWEEN ? AND ?
AND iri IN (SELECT value FROM json_each(?)) ORDER BY rank, iri LIMIT ?"""
_NUMBERED = "INSERT INTO things (iri) SELECT iri FROM told ORDER BY iri"
_TEXTS_OF_NUMBERED = """INSERT INTO texts (rowid, text)
SELECT row_number() OVER (ORDER BY iri), text FROM told ORDER BY iri"""
_OPERATORS = frozenset(("AND", "OR", "NOT"))
_PART = re.compile(r'"([^"]*)"|(\S+)')


def write_index(engine: pyoxigraph.Store, directory: Path) -> None:
    """Write the index of an engine's texts into the directory of a generation."""
    with closing(sqlite3.connect(directory / INDEX)) as index:
        index.execute("PRAGMA journal_mode = OFF")
        index.execute("PRAGMA synchronous = OFF")  # the directory is renamed only when complete
        fill_index(engine, index)


def fill_index(engine: pyoxigraph.Store, index: sqlite3.Connection) -> None:
    """Put the texts of an engine into an empty database, numbered in the order of their IRIs."""
    index.executescript(_TABLES)
    with index:
        index.executemany("INSERT INTO told VALUES (?, ?)", _texts(engine))
        index.execute(_NUMBERED)
        index.execute(_TEXTS_OF_NUMBERED)
        index.execute("DROP TABLE told")
        index.execute("INSERT INTO texts (texts) VALUES ('optimize')")
        index.execute(_BY_NAME)


def search_index(
    index: sqlite3.Connection,
    words: str,
    limit: int = MOST_MATCHES,
    among: Collection[str] | None = None,
) -> Matches:
    """Return what matches all ``words``; words in quotation marks match as they follow each other.

    A word that ends in ``*`` stands for all that begin so.  No words match nothing.  Things that
    are not ``among`` those given do not count, and cost nothing.
    """
    wanted = match_expression(words)
    if not wanted:
        return Matches((), more=False)
    if among is None:
        rows = index.execute(_MATCHING, (wanted, limit + 1))
    else:
        given = json.dumps(sorted(among))
        first, last = index.execute(_SPAN, (given,)).fetchone()
        rows = index.execute(_MATCHING_AMONG, (wanted, first, last, given, limit + 1))
    iris = [str(iri) for (iri,) in rows]
    return Matches(tuple(dict.fromkeys(iris[:limit])), more=len(iris) > limit)


def search_directory(
    directory: Path, words: str, limit: int = MOST_MATCHES, among: Collection[str] | None = None
) -> Matches:
    """Return what matches in the index of a generation; see `search_index`."""
    address = f"{(directory / INDEX).absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as index:
        return search_index(index, words, limit, among)


@dataclass(frozen=True, slots=True)
class Part:
    """A word or a phrase that is looked for; ``is_start`` where it stands for all that begin so."""

    text: str
    is_start: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Parts of which a text has to hold all that are wanted and none that is forbidden."""

    wanted: tuple[Part, ...]
    forbidden: tuple[Part, ...] = ()


def parse_words(words: str) -> tuple[Group, ...]:
    """Return the groups of which a text has to satisfy one.

    OR stands between two groups; NOT or a minus before a word forbids it.  A group that only
    forbids words matches nothing and is left out.
    """
    groups: list[tuple[list[Part], list[Part]]] = [([], [])]
    is_forbidden = False
    for quoted, single in _PART.findall(words.replace("\0", " ")):
        if single in _OPERATORS:
            is_forbidden = single == "NOT"
            if single == "OR":
                groups.append(([], []))
            continue
        minus = single.startswith("-") and not quoted
        text = quoted or single.replace('"', " ").lstrip("-")
        part = Part(text.rstrip("*"), text.endswith("*"))
        if any(letter.isalnum() for letter in part.text):
            groups[-1][is_forbidden or minus].append(part)
        is_forbidden = False
    return tuple(Group(tuple(wanted), tuple(banned)) for wanted, banned in groups if wanted)


def match_expression(words: str) -> str:
    """Return ``words`` in the language of FTS5, in which nothing else of theirs is an operator."""
    return " OR ".join(
        " NOT ".join(
            ["(" + " AND ".join(map(_quoted, group.wanted)) + ")", *map(_quoted, group.forbidden)]
        )
        for group in parse_words(words)
    )


def _quoted(part: Part) -> str:
    return f'"{part.text}"' + ("*" if part.is_start else "")


def _texts(engine: pyoxigraph.Store) -> Iterator[tuple[str, str]]:
    """Yield IRIs with the texts said of them; what the engine gives together stays together.

    Some graphs at a time are read by threads: the engine lets other threads run while it writes
    its answers.
    """
    with ThreadPoolExecutor(_READERS) as readers:
        waiting: deque[Future[bytes]] = deque()
        for pattern in _patterns(engine):
            waiting.append(readers.submit(_answer, engine, _TEXTS % pattern))
            if len(waiting) > 2 * _READERS:
                yield from _told(waiting.popleft().result())
        for answer in waiting:
            yield from _told(answer.result())


def _patterns(engine: pyoxigraph.Store) -> Iterator[str]:
    """Yield patterns that match each statement of an engine once, some graphs at a time."""
    yield _IN_DEFAULT
    graphs = engine.named_graphs()
    while batch := list(islice(graphs, _GRAPHS_AT_ONCE)):
        yield _IN_NAMED % " ".join(f"<{graph.value}>" for graph in batch)  # a store names them all


def _answer(engine: pyoxigraph.Store, query: str) -> bytes:
    solutions = engine.query(query)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    return solutions.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""


def _told(answer: bytes) -> Iterator[tuple[str, str]]:
    """Yield each IRI of an answer with its texts that stand together there."""
    rows = json.loads(answer)["results"]["bindings"]
    for iri, group in groupby(
        (row for row in rows if row["thing"]["type"] == "uri"),
        key=lambda row: row["thing"]["value"],
    ):
        yield iri, "\n".join(dict.fromkeys(row["text"]["value"] for row in group))
