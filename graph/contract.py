"""What every store can do, wherever it is kept, and the values that go in and out of one.

A query is answered as bytes that the engine wrote, or as rows of terms; a document's graph is
replaced as a whole; several changes become visible together or not at all.  Readers must not
assume that a later query of the same handle sees a writer's changes: a store may publish them
as a new generation that has to be opened anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

import pyoxigraph

from graph.errors import ProtectedGraph
from ontology.iris import Iris

Term = pyoxigraph.NamedNode | pyoxigraph.Literal
Row = tuple[Term | None, ...]
Bindings = Mapping[str, Sequence[Term]]
Union = Literal["server", "parameter", "graphs", "none"]

MEMORY = ":memory:"
"""The location of a store that is gone when it is closed."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which graphs a query sees; None leaves the store's own choice.

    ``default_graphs`` together make up the default graph, ``named_graphs`` are those that GRAPH
    can reach: the two parameters of the SPARQL 1.1 Protocol, as IRIs.
    """

    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT: columns in the order of the query, None where unbound."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """The IRIs whose texts hold the words, the best first; ``more`` where the limit cut them."""

    iris: tuple[str, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class RemoteAddress:
    """Where a server takes queries, updates and graphs, and how it is used.

    ``union`` says how its default graph becomes the union of all graphs: it is so by itself
    ("server"), by Oxigraph's parameter ("parameter"), by naming every graph ("graphs"), or it is
    not ("none").  ``auth`` is Basic unless ``digest``.
    """

    query: str
    update: str = ""
    data: str = ""
    user: str = ""
    password: str = ""
    digest: bool = False
    union: Union = "server"
    seconds: float = 30.0
    most_bytes: int = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoreOptions:
    """How a store is opened.

    ``union_default``: the default graph of a query is the union of all graphs.  ``kept``: how
    many generations a writer leaves.  ``with_reference``: a writer refreshes the reference
    graph.  ``remote``: the addresses of a server, where its query address alone does not do.
    """

    union_default: bool = True
    kept: int = 5
    with_reference: bool = True
    remote: RemoteAddress | None = None


class Transaction(Protocol):
    """Changes that are kept back and made together when the block ends without an error."""

    def replace(self, graph: str, triples: bytes) -> None:
        """Make ``triples`` (N-Triples) the whole content of ``graph``."""

    def add(self, graph: str, triples: bytes) -> None:
        """Add ``triples`` (N-Triples) to ``graph``."""

    def discard(self, graph: str, triples: bytes) -> None:
        """Take ``triples`` (N-Triples) out of ``graph``; those that it lacks do no harm."""

    def remove(self, graph: str) -> None:
        """Remove ``graph``; nothing happens where there is none."""

    def load(self, data: bytes, format_name: str) -> None:
        """Add RDF to the graphs that it names, plain triples to the default graph.

        Raises DataError where it cannot be read and ProtectedGraph for the program's own.
        """


class Store(Protocol):
    """A set of named graphs to ask and to change.  All IRIs and graph names are plain text."""

    @property
    def iris(self) -> Iris:
        """The names of this installation's things and graphs."""

    @property
    def union_default(self) -> bool:
        """Whether the default graph of a query is the union of all graphs."""

    @property
    def location(self) -> str:
        """Where the store is kept."""

    @property
    def generation(self) -> str:
        """A name of the state that is read, another for each state; empty where unknown."""

    def publish(self) -> str:
        """Make all changes so far visible to readers; return the name of the generation."""

    def search(
        self, words: str, limit: int = 10_000, among: Collection[str] | None = None
    ) -> Matches:
        """Return the things of whom a text is said that holds all the ``words``.

        Words in quotation marks match as they follow each other; a word that ends in ``*``
        stands for all that begin so; OR, NOT and a minus are understood.  Only things that are
        ``among`` those given, where any are.
        """

    def query(self, text: str, format_name: str | None = None, scope: Scope = EVERYTHING) -> bytes:
        """Return the answer to a query as the engine writes it.

        The format is "json", "xml", "csv" or "tsv" for rows and truth (default "json"; truth
        has the first two only), "ttl", "nt", "nq", "trig", "jsonld" or "rdf" for triples
        (default "ttl").  Relative IRIs of the query start from the base.  Raises QueryError.
        """

    def select(self, text: str, bindings: Bindings | None = None) -> Solutions:
        """Return the rows of a SELECT.

        ``bindings`` fill the query's parameters (see `graph.binding`), as terms.
        """

    def rows(self, text: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a SELECT as plain texts; an unbound column is empty."""

    def holds(self, iri: str) -> bool:
        """Return whether anything is said of, or with, this IRI."""

    def has_graph(self, name: str) -> bool:
        """Return whether there is a graph of this name."""

    def graphs(self) -> tuple[str, ...]:
        """Return the names of the graphs, sorted."""

    def count(self, graph: str | None = None) -> int:
        """Return how many triples a graph holds, or all graphs together."""

    def dump(self, out: BinaryIO, format_name: str, graph: str | None = None) -> None:
        """Write one graph, or the whole store, as the engine serialises it.

        Formats without graphs ("ttl", "nt", "rdf", "jsonld" too) write the whole store as the
        union of its graphs; "nq" and "trig" keep the names.  The order is the engine's own.
        """

    def refresh_reference(self) -> bool:
        """Write the reference graph where its vocabularies changed; return whether they had."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Open a block whose changes are stored together, or not at all where it raises."""

    def replace(self, graph: str, triples: bytes) -> None:
        """Make ``triples`` (N-Triples) the whole content of ``graph``."""

    def remove(self, graph: str) -> bool:
        """Remove ``graph``; return whether it was there."""

    def backup(self, directory: Path) -> None:
        """Copy the store to a new directory that can be opened as a store."""

    def close(self) -> None:
        """Publish what was changed and release the store; the handle cannot be used any more."""

    def __enter__(self) -> Store:
        """Return the store itself, to be closed at the end of the block."""

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close the store; after an error what was changed waits for the next writer."""


def refuse_protected(iris: Iris, graph: str) -> None:
    """Raise ProtectedGraph where ``graph`` is one that only the program itself writes."""
    own = (iris.reference_graph, iris.loads_graph, iris.links_graph, iris.reviews_graph)
    if graph in {str(name) for name in own}:
        raise ProtectedGraph(graph)
