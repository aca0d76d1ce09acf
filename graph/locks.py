"""The lock that keeps a writer alone: many readers, or one writer, never both.

The engine locks against a second writer only, and reading beside a live writer is undefined.
The lock is held on an open file and goes with the process, however it ends.
"""

from __future__ import annotations

import os
import weakref
from pathlib import Path

from graph.errors import StoreInUse

LOCK_NAME = "answerable.lock"

try:
    import fcntl
except ImportError:  # pragma: no cover  (not on Windows: there the engine's own lock must do)
    fcntl = None  # type: ignore[assignment]


class StoreLock:
    """A held lock, released by `close` or when it is forgotten."""

    def __init__(self, descriptor: int) -> None:
        self._release = weakref.finalize(self, os.close, descriptor)

    def close(self) -> None:
        """Release the lock; releasing twice does nothing."""
        self._release()


def lock_store(directory: Path, exclusive: bool) -> StoreLock | None:
    """Return the held lock of a store.

    None where the file cannot be made (a store on read-only media cannot be written anyway).
    Raises StoreInUse where a writer (or, for an exclusive lock, a reader) holds it.
    """
    path = directory / LOCK_NAME
    create = exclusive or not path.exists()
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT if create else os.O_RDONLY, 0o644)
    except OSError:
        return None
    lock = StoreLock(descriptor)
    if fcntl is None:  # pragma: no cover
        return lock
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StoreInUse(str(directory), _refusal(exclusive)) from error
    return lock


def _refusal(exclusive: bool) -> str:
    if exclusive:
        return "the store is open in another process; stop it (answerable serve?) and try again"
    return "the store is being written by another process; try again when it has finished"
