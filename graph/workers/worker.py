"""A worker: reads queries from its socket, one at a time, and writes their answers to it."""

from __future__ import annotations

import io
import json
import os
import resource
import socket
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import pyoxigraph
from pyoxigraph import NamedNode

from graph.embedded import told_as
from graph.errors import AnswerTooLong, QueryError
from graph.formats import write_answer
from graph.generations import Generation, open_generation
from graph.workers.confinement import MEBIBYTE, confine
from graph.workers.frames import END, FAILURE, HEADER_BYTES, PIECE, WHOLE, pack, unpack_header

PIECE_BYTES = 64 * 1024
STACK_MIB = 128
SWOLLEN_MIB = 512
"""A worker that has ever held so much is not used again: what it freed may not be given back."""


Held = tuple[str, pyoxigraph.Store] | None
"""The directory of a generation and its graph in memory, where one is held."""


def serve_queries(connection: socket.socket, memory_mib: int, held: Held = None) -> None:
    """Answer queries until the other side closes; confines the process for good."""
    confine(memory_mib)
    threading.stack_size(STACK_MIB * MEBIBYTE)  # the engine follows a query's depth on the stack
    thread = threading.Thread(target=_serve, args=(connection, held))
    thread.start()
    thread.join()


def _serve(connection: socket.socket, held: Held) -> None:
    shelf = GenerationShelf(held)
    swollen_kib = _peak_kib() + SWOLLEN_MIB * 1024
    while (query := _read_query(connection)) is not None:
        try:
            _answer(connection, shelf, query)
        except (BrokenPipeError, ConnectionResetError):
            return
        if _peak_kib() > swollen_kib:
            return


def _peak_kib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


class GenerationShelf:
    """The graphs that a worker can ask: one held in memory, and the two generations asked last."""

    def __init__(self, held: Held) -> None:
        self._held = held
        self._open: dict[str, Generation] = {}

    def take(self, directory: str) -> pyoxigraph.Store:
        """Return the graph of the generation in ``directory``.  Raises OSError without one."""
        if self._held and self._held[0] == directory:
            return self._held[1]
        generation = self._open.pop(directory, None) or open_generation(Path(directory))
        self._open[directory] = generation
        if len(self._open) > 2:
            self._open.pop(next(iter(self._open))).close()
        return generation.engine


class AnswerSink(io.RawIOBase):
    """Takes the bytes of an answer and sends them on: whole, or in pieces where there are many."""

    def __init__(self, connection: socket.socket, most_bytes: int) -> None:
        super().__init__()
        self._connection = connection
        self._left = most_bytes
        self._held = bytearray()
        self._sent = False
        self.broken: Exception | None = None

    def write(self, data: Any) -> int:  # Any: whatever has a buffer, as `RawIOBase` has it
        """Take bytes; raises AnswerTooLong beyond the limit."""
        self._left -= len(data)
        if self._left < 0:
            self.broken = AnswerTooLong("the answer is longer than this service gives out")
            raise self.broken
        self._held += data
        if len(self._held) > PIECE_BYTES:
            self._connection.sendall(pack(PIECE, bytes(self._held)))
            self._sent = True
            self._held.clear()
        return len(data)

    def finish(self) -> None:
        """Send what is left; the answer is complete."""
        if not self._sent:
            self._connection.sendall(pack(WHOLE, bytes(self._held)))
            return
        self._connection.sendall(pack(PIECE, bytes(self._held)) + pack(END))


@dataclass(frozen=True, slots=True)
class Options:
    """How a query is to be answered; ``of_engine`` are the engine's own options."""

    format_name: str
    directory: str
    most_bytes: int
    of_engine: Mapping[str, Any]


def _answer(connection: socket.socket, shelf: GenerationShelf, query: bytes) -> None:
    told, _, text = query.partition(b"\n")
    options = _options_of(told)
    sink = AnswerSink(connection, options.most_bytes)
    try:
        engine = shelf.take(options.directory)
        with told_as(QueryError):
            answer = engine.query(text.decode(errors="surrogatepass"), **options.of_engine)
            write_answer(answer, cast("io.BytesIO", sink), options.format_name)
    except OSError as error:
        if isinstance(error, BrokenPipeError | ConnectionResetError):
            raise
        _fail(connection, sink.broken or error)
    except (QueryError, MemoryError) as error:
        _fail(connection, sink.broken or error)
    else:
        sink.finish()


def _fail(connection: socket.socket, error: Exception) -> None:
    told = {
        "kind": type(error).__name__,
        "message": str(error),
        "line": getattr(error, "line", None),
        "column": getattr(error, "column", None),
    }
    connection.sendall(pack(FAILURE, json.dumps(told).encode()))


@lru_cache(maxsize=64)
def _options_of(told: bytes) -> Options:
    options = json.loads(told)
    of_engine: dict[str, Any] = {"base_iri": options["base"]}
    default, named = options["default_graphs"], options["named_graphs"]
    if named is not None:
        of_engine["named_graphs"] = [NamedNode(name) for name in named]
    if default is not None or named is not None:
        of_engine["default_graph"] = [NamedNode(name) for name in default or ()]
    else:
        of_engine["use_default_graph_as_union"] = options["union_default"]
    return Options(options["format"], options["directory"], options["most_bytes"], of_engine)


def _read_query(connection: socket.socket) -> bytes | None:
    """Return the next query, None when the other side has closed; queries come one at a time."""
    start = _read(connection, HEADER_BYTES)
    if start is None:
        return None
    _, length = unpack_header(start)
    rest = _read(connection, HEADER_BYTES + length - len(start))
    return None if rest is None else start[HEADER_BYTES:] + rest


def _read(connection: socket.socket, least: int) -> bytes | None:
    """Return what has come, at least so many bytes; None when the other side has closed."""
    pieces = []
    while least > 0:
        try:
            piece = connection.recv(PIECE_BYTES)
        except ConnectionResetError:
            return None
        if not piece:
            return None
        pieces.append(piece)
        least -= len(piece)
    return b"".join(pieces)


def become_worker(connection: socket.socket, memory_mib: int, held: Held = None) -> None:
    """Live as a worker and end with the process; called right after the fork."""
    try:
        serve_queries(connection, memory_mib, held)
    finally:
        os._exit(0)
