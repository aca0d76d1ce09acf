"""Where the engine of an embedded store comes from, and who may see what it holds.

Three sources: a store in memory; the writer's own directory, whose changes readers see once they
are published; and the published generations, of which a reader always has the newest.
"""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path
from threading import Lock
from typing import Protocol, TypeVar

import pyoxigraph

from graph.contract import MEMORY
from graph.errors import StoreError, StoreInUse, StoreIsReadOnly, StoreUnusable
from graph.generations import KEPT, Generation, Generations
from graph.locks import StoreLock, lock_store
from graph.search import write_index

WORKING = "working"
CHANGED = "unpublished"
"""The file that is there while the working directory holds what no generation does."""


Held = TypeVar("Held")


class EngineSource(Protocol):
    """Gives the engine to each operation of a store, and hears of changes."""

    location: str

    @property
    def directory(self) -> Path | None:
        """The directory of the generation that is read, None where no generation is."""

    @property
    def engine(self) -> pyoxigraph.Store:
        """The engine to ask now.  Raises StoreError when closed."""

    @property
    def generation(self) -> str:
        """A name for the state that is read: another state has another name."""

    def begin_change(self) -> None:
        """Prepare for a change.  Raises StoreIsReadOnly."""

    def publish(self) -> str:
        """Make the changes visible to readers; return the name of the generation."""

    def close(self, publish: bool) -> None:
        """Release the engine; closing twice does nothing."""


class MemoryEngine:
    """An engine in memory; what is changed is visible at once."""

    directory = None

    def __init__(self) -> None:
        self.location = MEMORY
        self._engine: pyoxigraph.Store | None = pyoxigraph.Store()
        self._token = secrets.token_hex(4)
        self._changes = 0

    @property
    def engine(self) -> pyoxigraph.Store:
        """The engine to ask now."""
        return _not_closed(self._engine, self.location)

    @property
    def generation(self) -> str:
        """A name that changes with each change."""
        return f"{self._changes:06d}-{self._token}"

    def begin_change(self) -> None:
        """Count the change."""
        self._changes += 1

    def publish(self) -> str:
        """Return the name of the state; there is nothing to be done."""
        return self.generation

    def close(self, publish: bool) -> None:
        """Forget the engine and all that it held."""
        del publish
        self._engine = None


class WorkingEngine:
    """The writer's engine: alone in its directory, published when it is closed."""

    directory = None

    def __init__(self, store: Path, kept: int = KEPT) -> None:
        self.location = str(store)
        self._generations = Generations(store)
        self._kept = kept
        _make(store)
        self._lock: StoreLock | None = lock_store(store, exclusive=True)
        try:
            self._engine: pyoxigraph.Store | None = self._open(store / WORKING)
        except BaseException:
            self._release()
            raise
        self._generations.clean(kept)
        self._marker = store / CHANGED

    @property
    def engine(self) -> pyoxigraph.Store:
        """The engine to ask now."""
        return _not_closed(self._engine, self.location)

    @property
    def generation(self) -> str:
        """The newest generation; unpublished changes have no name yet."""
        return self._generations.newest() or ""

    def begin_change(self) -> None:
        """Note that the directory is ahead of what is published, also for a later writer."""
        self._marker.touch()

    def publish(self) -> str:
        """Publish what has changed, if anything has, and drop generations beyond those kept."""
        newest = self._generations.newest()
        if newest is None or self._marker.exists():
            engine = self.engine
            newest = self._generations.publish(
                engine, lambda directory: write_index(engine, directory)
            )
            self._marker.unlink(missing_ok=True)
            self._generations.clean(self._kept)
        return newest

    def close(self, publish: bool) -> None:
        """Release the directory, its changes published or left for the next writer."""
        try:
            if publish and self._engine is not None:
                self.publish()
        finally:
            self._engine = None
            self._release()

    def _open(self, working: Path) -> pyoxigraph.Store:
        """Open the working directory; one that is absent starts as the newest generation."""
        try:
            if not working.exists() and self._generations.newest():
                arriving = working.with_name(f".arriving-{WORKING}")
                shutil.rmtree(arriving, ignore_errors=True)
                newest = self._generations.open()
                newest.engine.backup(str(arriving))
                newest.close()
                arriving.rename(working)
            return pyoxigraph.Store(str(working))
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreInUse(self.location, "another process has the store open") from error
            raise StoreUnusable(self.location, f"cannot be opened as a store ({error})") from error

    def _release(self) -> None:
        if self._lock:
            self._lock.close()
            self._lock = None


class PublishedEngine:
    """The newest generation, whichever that is when it is asked.

    The generation before stays open until the next comes, for those who are still reading it.
    """

    def __init__(self, store: Path) -> None:
        self.location = str(store)
        self._generations = Generations(store)
        self._switching = Lock()
        self._before: Generation | None = None
        self._current: Generation | None = self._generations.open()

    @property
    def directory(self) -> Path | None:
        """The directory of the newest generation."""
        return self._followed().directory

    @property
    def engine(self) -> pyoxigraph.Store:
        """The engine of the newest generation."""
        return self._followed().engine

    @property
    def generation(self) -> str:
        """The name of the newest generation."""
        return self._followed().name

    def begin_change(self) -> None:
        """Refuse."""
        raise StoreIsReadOnly(self.location, "opened for reading only")

    def publish(self) -> str:
        """Refuse."""
        raise StoreIsReadOnly(self.location, "opened for reading only")

    def close(self, publish: bool) -> None:
        """Release the generations."""
        del publish
        for generation in (self._before, self._current):
            if generation:
                generation.close()
        self._before = self._current = None

    def _followed(self) -> Generation:
        current = _not_closed(self._current, self.location)
        if self._generations.newest() in (None, current.name):
            return current
        with self._switching:
            return self._switched()

    def _switched(self) -> Generation:
        """Open the newest generation, unless another thread just has."""
        current = _not_closed(self._current, self.location)
        if self._generations.newest() == current.name:
            return current
        arrived = self._generations.open()
        if self._before:
            self._before.close()
        self._before, self._current = current, arrived
        return arrived


def _make(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnusable(str(directory), f"cannot be made a directory ({error})") from error


def _not_closed(held: Held | None, location: str) -> Held:
    if held is None:
        raise StoreError(location, "the store has been closed")
    return held
