"""What can go wrong with the store, its questions and its exports.

AnswerableError (ontology.errors)
└── GraphError
    ├── StoreError              carries the store's location
    │   ├── StoreInUse          somebody else has it open for writing (or, to write, for reading)
    │   ├── StoreMissing        nothing there to read
    │   ├── StoreIsReadOnly     opened for reading, asked to write
    │   └── StoreUnusable       no store, damaged, or of a kind that is not supported yet
    ├── QueryError              SPARQL that the engine refuses; carries line and column
    │   └── AnswerTooLong       its answer has more bytes than the limit
    ├── QueryStopped            stopped by us: too much time, memory or depth
    ├── ServiceBusy             not begun: too many queries are waiting; carries a time to wait
    ├── DataError               RDF that cannot be read; carries line and column
    ├── ProtectedGraph          data for a graph that only the program itself writes
    ├── UnknownName             no format, question, export or measure of that name
    └── ParameterError          a question's parameter that is missing, unknown or unreadable
"""

from __future__ import annotations

from collections.abc import Iterable

from ontology.errors import AnswerableError


class GraphError(AnswerableError):
    """The base of the errors of this package."""


class StoreError(GraphError):
    """Something is wrong with the store at ``location``."""

    def __init__(self, location: str, reason: str) -> None:
        super().__init__(f"{location}: {reason}")
        self.location = location


class StoreInUse(StoreError):
    """The store is open elsewhere in a way that excludes this one."""


class StoreMissing(StoreError):
    """There is no store at the location."""


class StoreIsReadOnly(StoreError):
    """The store was opened for reading only."""


class StoreUnusable(StoreError):
    """What is at the location cannot be used as a store."""


class _TextError(GraphError):
    """A text that cannot be read; ``line`` and ``column`` count from 1, None where unknown."""

    def __init__(self, message: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class QueryError(_TextError):
    """The SPARQL is no query, or none that the store can answer in the form asked for."""


class AnswerTooLong(QueryError):
    """The answer to a query has more bytes than the limit."""


class QueryStopped(GraphError):
    """A query was stopped by us: it took too much time or memory, or killed its worker."""


class ServiceBusy(GraphError):
    """A query was not begun, because too many wait; worth another try in ``retry_seconds``."""

    def __init__(self, reason: str, retry_seconds: int) -> None:
        super().__init__(reason)
        self.retry_seconds = retry_seconds


class DataError(_TextError):
    """The RDF cannot be read."""


class ProtectedGraph(GraphError):
    """Data names a graph that only the program itself writes."""

    def __init__(self, graph: str) -> None:
        super().__init__(f"{graph}: this graph is written by the program only; rename it")
        self.graph = graph


class UnknownName(GraphError):
    """There is none of this ``name``; ``known`` are the names that there are."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.known = tuple(sorted(known))
        super().__init__(f"no {what} {name!r}; there are {', '.join(self.known)}")
        self.name = name


class ParameterError(GraphError):
    """The parameter ``name`` of a question cannot be used as given."""

    def __init__(self, name: str, value: str, reason: str) -> None:
        super().__init__(f"{name}={value}: {reason}")
        self.name = name
        self.value = value
