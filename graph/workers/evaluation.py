"""What is asked of the pool, what it may take, and what is answered."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graph.store import EVERYTHING, Scope


@dataclass(frozen=True, slots=True)
class Limits:
    """What queries may take.

    ``seconds`` for a query with its waiting, ``short_seconds`` until it counts as long;
    ``memory_mib`` of address space; ``answer_bytes``; workers in the short and the long lane;
    queries that may wait in each; ``held_quads`` up to which a graph is held in memory.
    """

    seconds: float = 30.0
    short_seconds: float = 0.2
    memory_mib: int = 2048
    answer_bytes: int = 256 * 1024 * 1024
    short_workers: int = 4
    long_workers: int = 2
    waiting: int = 64
    held_quads: int = 0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A query to evaluate: its text, the format of its answer, and what it is asked of.

    ``shape`` is equal for queries that differ in values only, ``client`` who asks.
    """

    text: str
    format_name: str
    directory: Path
    base: str
    union_default: bool = True
    scope: Scope = EVERYTHING
    shape: str = ""
    client: str = ""


def message(query: Evaluation, most_bytes: int) -> bytes:
    """Return what a worker is told of a query whose answer may have so many bytes.

    The options are a line of JSON and the same for most queries, the text is what follows.
    """
    options = _options(
        query.format_name,
        query.directory,
        query.base,
        query.union_default,
        query.scope,
        most_bytes,
    )
    return options + query.text.encode(errors="surrogatepass")


@lru_cache(maxsize=64)
def _options(
    format_name: str,
    directory: Path,
    base: str,
    union_default: bool,
    scope: Scope,
    most_bytes: int,
) -> bytes:
    told = {
        "format": format_name,
        "directory": str(directory),
        "base": base,
        "union_default": union_default,
        "default_graphs": scope.default_graphs,
        "named_graphs": scope.named_graphs,
        "most_bytes": most_bytes,
    }
    return json.dumps(told).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a query: all of it, or its beginning and the ``rest`` that is to come.

    ``rest`` raises QueryStopped where the answer breaks off, and has to be closed.
    """

    start: bytes
    rest: AsyncGenerator[bytes, None] | None = None
