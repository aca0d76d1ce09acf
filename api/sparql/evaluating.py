"""Where queries of strangers are evaluated: by killable workers over the generations of a
directory, or, for a store in memory or on another server, in a thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import anyio
import anyio.to_thread

from api.settings import Settings
from graph.errors import QueryStopped, UnknownName
from graph.generations import Generations
from graph.search import search_directory
from graph.store import EVERYTHING, Matches, Scope, Store
from graph.workers import Evaluation, Limits, Reply, WorkerPool


@dataclass(frozen=True, slots=True)
class Asked:
    """A checked query: what is to be evaluated, in which format, of which generation, for whom."""

    text: str
    format_name: str
    generation: str
    scope: Scope = EVERYTHING
    shape: str = ""
    client: str = ""


class Evaluator(Protocol):
    """Evaluates queries within their limits."""

    async def start(self) -> None:
        """Prepare, in the event loop that will ask."""

    async def close(self) -> None:
        """Stop what is running and end every process."""

    def generation(self, name: str | None) -> str:
        """Return the generation of this name, the newest for None.  Raises UnknownName."""

    def variant(self, generation: str) -> str:
        """Return how a generation is read; the order of rows may depend on it."""

    def search(self, words: str, generation: str) -> Matches:
        """Return the things of a generation whose texts hold the words."""

    async def evaluate(self, asked: Asked) -> Reply:
        """Return the answer; see `graph.workers.WorkerPool.evaluate`."""


class PooledEvaluator:
    """Evaluates in worker processes, each query on the generation that it names."""

    def __init__(self, store: Store, limits: Limits) -> None:
        self._store = store
        self._generations = Generations(Path(store.location))
        self._pool = WorkerPool(limits)
        self._base = f"{store.iris.base}/"

    async def start(self) -> None:
        """Start the workers."""
        await self._pool.start()
        newest = self._generations.newest()
        if newest:
            self._pool.hold(self._generations.directory(newest))

    async def close(self) -> None:
        """End the workers."""
        await self._pool.close()

    def generation(self, name: str | None) -> str:
        """Return the generation of this name, the newest for None.  Raises UnknownName."""
        newest = self._generations.newest() or ""
        wanted = name or newest
        directory = self._generations.directory(wanted)
        if wanted == newest:
            self._pool.hold(directory)
        return wanted

    def variant(self, generation: str) -> str:
        """Return whether a generation is held in memory."""
        return self._pool.variant(self._generations.directory(generation))

    def search(self, words: str, generation: str) -> Matches:
        """Return the things of a generation whose texts hold the words."""
        return search_directory(self._generations.directory(generation), words)

    async def evaluate(self, asked: Asked) -> Reply:
        """Return the answer of a worker."""
        return await self._pool.evaluate(
            Evaluation(
                asked.text,
                asked.format_name,
                self._generations.directory(asked.generation),
                self._base,
                self._store.union_default,
                asked.scope,
                asked.shape,
                asked.client,
            )
        )


class ThreadEvaluator:
    """Evaluates in a thread, which nothing can stop: for a store of ours in memory, and for
    another server, which stops its queries itself."""

    def __init__(self, store: Store, seconds: float) -> None:
        self._store = store
        self._seconds = seconds

    async def start(self) -> None:
        """Do nothing; the threads are the framework's."""

    async def close(self) -> None:
        """Do nothing."""

    def generation(self, name: str | None) -> str:
        """Return the present state's name; there is no other."""
        present = self._store.generation
        if name not in (None, present):
            raise UnknownName("generation", str(name), [present])
        return present

    def variant(self, generation: str) -> str:
        """Return nothing: there is one way only."""
        del generation
        return ""

    def search(self, words: str, generation: str) -> Matches:
        """Return the things whose texts hold the words."""
        del generation
        return self._store.search(words)

    async def evaluate(self, asked: Asked) -> Reply:
        """Return the answer; raises QueryStopped at the deadline, though the thread runs on."""
        with anyio.move_on_after(self._seconds):
            return Reply(
                await anyio.to_thread.run_sync(
                    self._store.query,
                    asked.text,
                    asked.format_name,
                    asked.scope,
                    abandon_on_cancel=True,
                )
            )
        raise QueryStopped(
            f"the query took more than {self._seconds:g} seconds; ask for less, or LIMIT it"
        )


def evaluator_for(store: Store, settings: Settings) -> Evaluator:
    """Return what evaluates the queries of strangers to a store."""
    if not Path(store.location).is_dir():
        return ThreadEvaluator(store, settings.query_seconds)
    limits = Limits(
        seconds=settings.query_seconds,
        memory_mib=settings.query_memory,
        answer_bytes=settings.answer_bytes,
        short_workers=settings.query_workers,
        long_workers=max(1, settings.query_workers // 2),
        waiting=settings.queries_waiting,
        held_quads=settings.held_quads,
    )
    return PooledEvaluator(store, limits)
