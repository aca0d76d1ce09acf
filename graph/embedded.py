"""The embedded store: Oxigraph in a directory, or in memory.

Bulk data goes to the engine as bytes.  A transaction that only adds is one bulk load (about
130,000 triples a second); one that also removes is one SPARQL update, slower and as atomic.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)

from graph.binding import bind
from graph.contract import (
    EVERYTHING,
    MEMORY,
    Bindings,
    Matches,
    Scope,
    Solutions,
    StoreOptions,
    refuse_protected,
)
from graph.engines import EngineSource, MemoryEngine, PublishedEngine, WorkingEngine
from graph.errors import DataError, QueryError, StoreUnusable
from graph.formats import PREFIXES, OrderedPrefixes, in_format, rdf_format, result_format
from graph.generations import Generations
from graph.reference import reference_triples, reference_version
from graph.search import MOST_MATCHES, fill_index, search_directory, search_index, write_index
from ontology.iris import Iris

DEFAULT_GRAPH = ""
"""The name by which a transaction calls the default graph."""


def open_embedded(
    location: str | Path, read_only: bool, iris: Iris, options: StoreOptions
) -> EmbeddedStore:
    """Open a directory (or `MEMORY`) as a store; see `graph.store.open_store`."""
    source: EngineSource
    if str(location) == MEMORY:
        source = MemoryEngine()
    elif read_only:
        source = PublishedEngine(Path(location))
    else:
        source = WorkingEngine(Path(location), options.kept)
    store = EmbeddedStore(source, iris, options.union_default)
    if options.with_reference and not read_only:
        store.refresh_reference()
    return store


class EmbeddedStore:
    """A `graph.contract.Store` over Oxigraph; made by `open_embedded`."""

    def __init__(self, source: EngineSource, iris: Iris, union_default: bool) -> None:
        self.iris = iris
        self.union_default = union_default
        self._source = source
        self._index: tuple[str, sqlite3.Connection] | None = None

    @property
    def location(self) -> str:
        """The directory of the store, or `MEMORY`."""
        return self._source.location

    @property
    def generation(self) -> str:
        """The name of the state that is read."""
        return self._source.generation

    def publish(self) -> str:
        """Make all changes so far visible to readers; return the name of the generation."""
        return self._source.publish()

    def close(self) -> None:
        """Publish what was changed and release the store; closing twice does nothing."""
        self._release(publish=True)

    def _release(self, publish: bool) -> None:
        self._source.close(publish)
        if self._index:
            self._index[1].close()
            self._index = None

    def __enter__(self) -> EmbeddedStore:
        """Return the store itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close the store; after an error nothing is published."""
        self._release(publish=kind is None)

    @property
    def _engine(self) -> pyoxigraph.Store:
        return self._source.engine

    def query(self, text: str, format_name: str | None = None, scope: Scope = EVERYTHING) -> bytes:
        """Return the answer to a query as the engine writes it; see the Protocol."""
        answer = self._evaluate(text, scope)
        with told_as(QueryError):
            if isinstance(answer, QueryTriples):
                return in_format(answer, format_name or "ttl")
            return answer.serialize(format=result_format(format_name or "json")) or b""

    def select(self, text: str, bindings: Bindings | None = None) -> Solutions:
        """Return the rows of a SELECT, its parameters filled with ``bindings``."""
        answer = self._evaluate(bind(text, bindings or {}), EVERYTHING)
        if not isinstance(answer, QuerySolutions):
            raise QueryError("a SELECT is wanted here")
        columns = tuple(variable.value for variable in answer.variables)
        with told_as(QueryError):
            return Solutions(columns, tuple(tuple(row) for row in answer))

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a SELECT as plain texts; an unbound column is empty."""
        for row in self.select(text).rows:
            yield tuple("" if term is None else term.value for term in row)

    def holds(self, iri: str) -> bool:
        """Return whether anything is said of, or with, this IRI."""
        node = NamedNode(iri)
        patterns = ((node, None), (None, node))
        return any(
            next(iter(self._engine.quads_for_pattern(subject, None, value, None)), None)
            for subject, value in patterns
        )

    def has_graph(self, name: str) -> bool:
        """Return whether there is a graph of this name."""
        try:
            return self._engine.contains_named_graph(NamedNode(name))
        except ValueError:  # no IRI, so no graph either
            return False

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the graphs, sorted."""
        return tuple(sorted(graph.value for graph in self._engine.named_graphs()))

    def count(self, graph: str | None = None) -> int:
        """Return how many triples a graph holds, or all graphs together."""
        if graph is None:
            return len(self._engine)
        quads = self._engine.quads_for_pattern(None, None, None, NamedNode(graph))
        return sum(1 for _ in quads)

    def dump(self, out: BinaryIO, format_name: str, graph: str | None = None) -> None:
        """Write one graph, or the whole store, in an RDF format; see the Protocol."""
        wanted = rdf_format(format_name)
        written = OrderedPrefixes(out)
        options: dict[str, Any] = {"prefixes": dict(PREFIXES)}
        if graph is not None:
            self._engine.dump(written, wanted, from_graph=NamedNode(graph), **options)
        elif wanted.supports_datasets and wanted != RdfFormat.JSON_LD:
            self._engine.dump(written, wanted, **options)
        else:
            union = self._engine.query(
                "CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
            )
            assert isinstance(union, QueryTriples)
            pyoxigraph.serialize(union, written, wanted, **options)
        written.finish()

    @contextmanager
    def transaction(self) -> Iterator[EmbeddedTransaction]:
        """Open a block whose changes are stored together, or not at all where it raises."""
        engine = self._engine
        changes = EmbeddedTransaction(self.iris)
        yield changes
        self._source.begin_change()
        changes.commit(engine)

    def replace(self, graph: str, triples: bytes) -> None:
        """Make ``triples`` (N-Triples) the whole content of ``graph``."""
        with self.transaction() as changes:
            changes.replace(graph, triples)

    def remove(self, graph: str) -> bool:
        """Remove ``graph``; return whether it was there."""
        known = self._engine.contains_named_graph(NamedNode(graph))
        with self.transaction() as changes:
            changes.remove(graph)
        return known

    def backup(self, directory: Path) -> None:
        """Copy the store to a new directory that can be opened as a store (hard links)."""
        if directory.exists():
            raise StoreUnusable(str(directory), "a backup needs a directory that does not exist")
        if self.location == MEMORY:
            raise StoreUnusable(self.location, "a store in memory has no files to copy; export it")
        engine = self._engine
        Generations(directory).publish(engine, lambda made: write_index(engine, made))

    def search(
        self, words: str, limit: int = MOST_MATCHES, among: Collection[str] | None = None
    ) -> Matches:
        """Return the things whose texts hold the words; see `graph.search`."""
        directory = self._source.directory
        if directory:
            return search_directory(directory, words, limit, among)
        if self._index is None or self._index[0] != self.generation:
            index = sqlite3.connect(":memory:", check_same_thread=False)
            fill_index(self._engine, index)
            self._index = self.generation, index
        return search_index(self._index[1], words, limit, among)

    def refresh_reference(self) -> bool:
        """Write the reference graph where its vocabularies changed; return whether they had."""
        version = reference_version(self.iris)
        graph = NamedNode(self.iris.reference_graph)
        known = self._engine.quads_for_pattern(
            version.subject, version.predicate, version.object, graph
        )
        if next(iter(known), None) is not None:
            return False
        self.replace(graph.value, reference_triples(self.iris))
        return True

    def _evaluate(self, text: str, scope: Scope) -> QuerySolutions | QueryBoolean | QueryTriples:
        with told_as(QueryError):
            return self._engine.query(text, base_iri=f"{self.iris.base}/", **self._options(scope))

    def _options(self, scope: Scope) -> dict[str, Any]:
        options: dict[str, Any] = {}
        if scope.named_graphs is not None:
            options["named_graphs"] = [NamedNode(name) for name in scope.named_graphs]
        if scope.default_graphs is not None:
            options["default_graph"] = [NamedNode(name) for name in scope.default_graphs]
        elif scope.named_graphs is not None:
            options["default_graph"] = []
        else:
            options["use_default_graph_as_union"] = self.union_default
        return options


class EmbeddedTransaction:
    """Changes kept back until `commit`; graphs by name, triples as N-Triples."""

    def __init__(self, iris: Iris) -> None:
        self._iris = iris
        self._removed: set[str] = set()
        self._added: dict[str, list[bytes]] = defaultdict(list)
        self._discarded: dict[str, list[bytes]] = defaultdict(list)

    def replace(self, graph: str, triples: bytes) -> None:
        """Make ``triples`` (N-Triples) the whole content of ``graph``."""
        self.remove(graph)
        self.add(graph, triples)

    def add(self, graph: str, triples: bytes) -> None:
        """Add ``triples`` (N-Triples) to ``graph``."""
        self._added[graph].append(triples)

    def discard(self, graph: str, triples: bytes) -> None:
        """Take ``triples`` (N-Triples) out of ``graph``; those that it lacks do no harm."""
        if triples:
            self._discarded[graph].append(triples)

    def remove(self, graph: str) -> None:
        """Remove ``graph``; nothing happens where there is none."""
        self._added.pop(graph, None)
        self._removed.add(graph)

    def load(self, data: bytes, format_name: str) -> None:
        """Add RDF to the graphs that it names, plain triples to the default graph."""
        by_graph: dict[str, list[pyoxigraph.Triple]] = defaultdict(list)
        with told_as(DataError):
            for quad in pyoxigraph.parse(
                data, rdf_format(format_name), base_iri=f"{self._iris.base}/"
            ):
                name = quad.graph_name
                key = DEFAULT_GRAPH if isinstance(name, DefaultGraph) else name.value
                by_graph[key].append(quad.triple)
        for graph in by_graph:
            refuse_protected(self._iris, graph)
        for graph, triples in by_graph.items():
            self.add(graph, in_format(triples, "nt"))

    def commit(self, engine: pyoxigraph.Store) -> None:
        """Make the changes, all or none.  Raises DataError for triples that cannot be read."""
        removed = {name for name in self._removed if engine.contains_named_graph(NamedNode(name))}
        with told_as(DataError):
            if removed or self._discarded:
                engine.update(self._as_update(removed))
            elif self._added:
                engine.bulk_load(b"".join(_blocks(self._added)), RdfFormat.TRIG)

    def _as_update(self, removed: set[str]) -> str:
        steps = [f"DROP SILENT GRAPH {NamedNode(graph)}" for graph in sorted(removed)]
        for command, pieces in (("DELETE", self._discarded), ("INSERT", self._added)):
            blocks = b"".join(_blocks(pieces)).decode()
            if blocks:
                steps.append(f"{command} DATA {{\n{blocks}}}")
        return " ;\n".join(steps)


def _blocks(pieces_of: dict[str, list[bytes]]) -> Iterator[bytes]:
    for graph, pieces in pieces_of.items():
        name = f"GRAPH {NamedNode(graph)} ".encode() if graph else b""
        yield b"".join((name, b"{\n", *pieces, b"\n}\n"))


@contextmanager
def told_as(kind: type[QueryError] | type[DataError]) -> Iterator[None]:
    """Turn what the engine says of a text into an error of ours with its place."""
    try:
        yield
    except SyntaxError as error:
        raise kind(str(error.msg), *_place(error)) from error
    except (ValueError, RuntimeError) as error:
        raise kind(str(error)) from error


def _place(error: SyntaxError) -> tuple[int | None, int | None]:
    """Return line and column; the engine's query parser tells them in its message only."""
    told = re.search(r"\bat (\d+):(\d+)", str(error.msg))
    return (int(told[1]), int(told[2])) if told else (error.lineno, error.offset)
