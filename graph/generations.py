"""The published copies of a store: immutable, numbered, opened by readers, removed when unread.

A store's directory holds ``working/``, where its one writer works, and ``generations/``, one
directory for each state that was published.  A generation appears whole, by a rename, and is
never changed.  Its name is its number and a random part, so that a restored store never gives
the name of one state to another.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from graph.errors import StoreInUse, StoreMissing, StoreUnusable, UnknownName
from graph.locks import StoreLock, lock_store

FOLDER = "generations"
GRAPH = "graph"
KEPT = 5
"""Generations that are kept, the newest included, unless the settings say otherwise."""

_NAME = re.compile(r"\d{6,}-[0-9a-f]{8}")
_UNFINISHED = ".making-"
_LEAVING = ".leaving-"
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Generation:
    """An opened generation; its lock keeps it from being removed while this is referred to."""

    name: str
    directory: Path
    engine: pyoxigraph.Store
    lock: StoreLock | None

    def close(self) -> None:
        """Let the generation be removed; the engine goes with its last query."""
        if self.lock:
            self.lock.close()


class Generations:
    """The generations of the store in a directory."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self.folder = store / FOLDER
        self._seen: tuple[int, dict[str, Path]] = (-1, {})

    def names(self) -> tuple[str, ...]:
        """Return the names of the generations, the oldest first."""
        return tuple(self._directories())

    def _directories(self) -> dict[str, Path]:
        """Return the directories of the generations by name, the oldest first.

        Every query looks here, so the folder is read anew only when it has changed.
        """
        try:
            changed = self.folder.stat().st_mtime_ns
        except FileNotFoundError:
            return {}
        if self._seen[0] != changed:
            found = [entry for entry in self.folder.iterdir() if _NAME.fullmatch(entry.name)]
            found.sort(key=lambda entry: _number(entry.name))
            self._seen = changed, {entry.name: entry for entry in found}
        return self._seen[1]

    def newest(self) -> str | None:
        """Return the name of the newest generation, None before the first."""
        return next(reversed(self._directories()), None)

    def directory(self, name: str) -> Path:
        """Return the directory of a generation, as it was when the folder was looked at last.

        Raises UnknownName for one that is not kept.
        """
        directory = self._seen[1].get(name) or self._directories().get(name)
        if directory is None:
            raise UnknownName("generation", name, self.names())
        return directory

    def open(self, name: str | None = None) -> Generation:
        """Open a generation, the newest where none is named.

        Raises StoreMissing before the first, UnknownName and StoreUnusable.
        """
        for _ in range(_ATTEMPTS):
            wanted = name or self.newest()
            if wanted is None:
                raise StoreMissing(str(self.store), "there is no store here; load something first")
            directory = self.directory(wanted)
            try:
                return open_generation(directory)
            except (StoreInUse, OSError) as error:
                if directory.is_dir():
                    raise StoreUnusable(str(directory), f"cannot be opened ({error})") from error
                self._seen = (-1, {})  # it was removed between our look and our opening
        raise StoreUnusable(str(self.store), "its generations go faster than they can be opened")

    def publish(
        self, engine: pyoxigraph.Store, furnish: Callable[[Path], None] | None = None
    ) -> str:
        """Copy the state of ``engine`` (by hard links) as the newest generation; return its name.

        ``furnish`` gets the directory before anybody else sees it, for what belongs beside the
        graph.
        """
        newest = self.newest()
        name = f"{_number(newest) + 1 if newest else 1:06d}-{secrets.token_hex(4)}"
        making = self.folder / f"{_UNFINISHED}{name}"
        making.mkdir(parents=True)
        try:
            engine.backup(str(making / GRAPH))
            if furnish:
                furnish(making)
        except (OSError, RuntimeError) as error:
            shutil.rmtree(making, ignore_errors=True)
            raise StoreUnusable(str(making), f"cannot be written ({error})") from error
        making.rename(self.folder / name)
        self._seen = (-1, {})
        return name

    def clean(self, kept: int = KEPT) -> None:
        """Remove what was never finished, and all but the newest ``kept`` that nobody reads.

        Only the writer, who is alone, may call this.
        """
        if not self.folder.is_dir():
            return
        for entry in self.folder.iterdir():
            if entry.name.startswith((_UNFINISHED, _LEAVING)):
                shutil.rmtree(entry, ignore_errors=True)
        for name in self.names()[: -max(kept, 1)]:
            self._remove(self.folder / name)

    def _remove(self, directory: Path) -> None:
        try:
            lock = lock_store(directory, exclusive=True)
        except StoreInUse:
            return
        leaving = self.folder / f"{_LEAVING}{directory.name}"
        directory.rename(leaving)
        if lock:
            lock.close()
        shutil.rmtree(leaving, ignore_errors=True)
        self._seen = (-1, {})


def open_generation(directory: Path) -> Generation:
    """Open the generation in ``directory`` for reading.

    Raises OSError where there is none, StoreInUse while it is being removed.
    """
    lock = lock_store(directory, exclusive=False)
    try:
        engine = pyoxigraph.Store.read_only(str(directory / GRAPH))
    except OSError:
        if lock:
            lock.close()
        raise
    return Generation(directory.name, directory, engine, lock)


def _number(name: str) -> int:
    return int(name.partition("-")[0])
