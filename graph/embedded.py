"""The embedded store: Oxigraph in a directory, or in memory.

Bulk data goes to the engine as bytes.  A transaction that only adds is one bulk load (about
130,000 triples a second); one that also removes is one SPARQL update, slower and as atomic.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
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
from graph.errors import (
    DataError,
    ProtectedGraph,
    QueryError,
    StoreError,
    StoreInUse,
    StoreIsReadOnly,
    StoreMissing,
    StoreUnusable,
)
from graph.formats import PREFIXES, OrderedPrefixes, in_format, rdf_format, result_format
from graph.locks import StoreLock, lock_store
from graph.reference import reference_triples, reference_version
from graph.store import EVERYTHING, MEMORY, Bindings, Scope, Solutions
from ontology.iris import Iris

DEFAULT_GRAPH = ""
"""The name by which a transaction calls the default graph."""


def open_embedded(
    location: str | Path, read_only: bool, iris: Iris, union_default: bool
) -> EmbeddedStore:
    """Open a directory (or `MEMORY`) as a store; see `graph.store.open_store`."""
    if str(location) == MEMORY:
        engine, lock = pyoxigraph.Store(), None
    else:
        engine, lock = _open_directory(Path(location), read_only)
    store = EmbeddedStore(engine, iris, union_default, read_only)
    store.hold(str(location), lock)
    if not read_only:
        store.refresh_reference()
    return store


def _open_directory(directory: Path, read_only: bool) -> tuple[pyoxigraph.Store, StoreLock | None]:
    if read_only and not (directory / "CURRENT").exists():
        raise StoreMissing(str(directory), "there is no store here; load something first")
    if not read_only:
        _make(directory)
    lock = lock_store(directory, exclusive=not read_only)
    try:
        opened = pyoxigraph.Store.read_only if read_only else pyoxigraph.Store
        return opened(str(directory)), lock
    except OSError as error:
        if lock:
            lock.close()
        if "lock" in str(error).lower():
            raise StoreInUse(str(directory), "another process has the store open") from error
        raise StoreUnusable(str(directory), f"cannot be opened as a store ({error})") from error


def _make(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnusable(str(directory), f"cannot be made a directory ({error})") from error


class EmbeddedStore:
    """A `graph.store.Store` over Oxigraph; made by `open_embedded`."""

    def __init__(
        self, engine: pyoxigraph.Store, iris: Iris, union_default: bool, read_only: bool
    ) -> None:
        self.iris = iris
        self.union_default = union_default
        self.read_only = read_only
        self.location = MEMORY
        self._open: pyoxigraph.Store | None = engine
        self._lock: StoreLock | None = None

    def hold(self, location: str, lock: StoreLock | None) -> None:
        """Take over the lock of the directory at ``location``; `close` releases it."""
        self.location = location
        self._lock = lock

    def close(self) -> None:
        """Release the engine and the lock; closing twice does nothing."""
        self._open = None
        if self._lock:
            self._lock.close()
            self._lock = None

    def __enter__(self) -> EmbeddedStore:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    @property
    def _engine(self) -> pyoxigraph.Store:
        if self._open is None:
            raise StoreError(self.location, "the store has been closed")
        return self._open

    def query(self, text: str, format_name: str | None = None, scope: Scope = EVERYTHING) -> bytes:
        """Return the answer to a query as the engine writes it; see the Protocol."""
        answer = self._evaluate(text, scope)
        with _told_as(QueryError):
            if isinstance(answer, QueryTriples):
                return in_format(answer, format_name or "ttl")
            return answer.serialize(format=result_format(format_name or "json")) or b""

    def select(self, text: str, bindings: Bindings | None = None) -> Solutions:
        """Return the rows of a SELECT, its parameters filled with ``bindings``."""
        answer = self._evaluate(bind(text, bindings or {}), EVERYTHING)
        if not isinstance(answer, QuerySolutions):
            raise QueryError("a SELECT is wanted here")
        columns = tuple(variable.value for variable in answer.variables)
        with _told_as(QueryError):
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
        if self.read_only:
            raise StoreIsReadOnly(self.location, "opened for reading only")
        changes = EmbeddedTransaction(self.iris)
        yield changes
        changes.commit(self._engine)

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
        try:
            self._engine.backup(str(directory))
        except (OSError, RuntimeError) as error:
            raise StoreUnusable(str(directory), f"cannot be written ({error})") from error

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
        with _told_as(QueryError):
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

    def replace(self, graph: str, triples: bytes) -> None:
        """Make ``triples`` (N-Triples) the whole content of ``graph``."""
        self.remove(graph)
        self.add(graph, triples)

    def add(self, graph: str, triples: bytes) -> None:
        """Add ``triples`` (N-Triples) to ``graph``."""
        self._added[graph].append(triples)

    def remove(self, graph: str) -> None:
        """Remove ``graph``; nothing happens where there is none."""
        self._added.pop(graph, None)
        self._removed.add(graph)

    def load(self, data: bytes, format_name: str) -> None:
        """Add RDF to the graphs that it names, plain triples to the default graph."""
        by_graph: dict[str, list[pyoxigraph.Triple]] = defaultdict(list)
        with _told_as(DataError):
            for quad in pyoxigraph.parse(
                data, rdf_format(format_name), base_iri=f"{self._iris.base}/"
            ):
                name = quad.graph_name
                key = DEFAULT_GRAPH if isinstance(name, DefaultGraph) else name.value
                by_graph[key].append(quad.triple)
        for graph in by_graph:
            self._refuse_protected(graph)
        for graph, triples in by_graph.items():
            self.add(graph, in_format(triples, "nt"))

    def _refuse_protected(self, graph: str) -> None:
        own = self._iris
        protected = (own.reference_graph, own.loads_graph, own.links_graph, own.reviews_graph)
        if graph in {str(name) for name in protected}:
            raise ProtectedGraph(graph)

    def commit(self, engine: pyoxigraph.Store) -> None:
        """Make the changes, all or none.  Raises DataError for triples that cannot be read."""
        removed = {name for name in self._removed if engine.contains_named_graph(NamedNode(name))}
        with _told_as(DataError):
            if removed:
                engine.update(self._as_update(removed))
            elif self._added:
                engine.bulk_load(b"".join(self._blocks()), RdfFormat.TRIG)

    def _blocks(self) -> Iterator[bytes]:
        for graph, pieces in self._added.items():
            name = f"GRAPH {NamedNode(graph)} ".encode() if graph else b""
            yield b"".join((name, b"{\n", *pieces, b"\n}\n"))

    def _as_update(self, removed: set[str]) -> str:
        drops = "".join(f"DROP SILENT GRAPH {NamedNode(graph)} ;\n" for graph in sorted(removed))
        blocks = b"".join(self._blocks()).decode()
        return f"{drops}INSERT DATA {{\n{blocks}}}" if blocks else drops


@contextmanager
def _told_as(kind: type[QueryError] | type[DataError]) -> Iterator[None]:
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
