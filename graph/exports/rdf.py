"""All statements of a store, as its engine serialises them."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from typing import IO, BinaryIO

from graph.store import Store

LINES_AT_ONCE = 500_000
"""How many lines are sorted in memory, about 200 MB; more go through temporary files."""


def write(store: Store, out: BinaryIO, format_name: str) -> None:
    """Write every statement in the engine's order; only "trig" says in which graph each stands."""
    store.dump(out, format_name)


def write_sorted(store: Store, out: BinaryIO, format_name: str) -> None:
    """Write every statement as a line of "nq" or "nt", the lines sorted by their bytes.

    So two stores with the same statements give the same file, however they were loaded.
    """
    with tempfile.TemporaryFile() as unsorted, ExitStack() as files:
        store.dump(unsorted, format_name)
        unsorted.seek(0)
        out.writelines(heapq.merge(*_sorted_runs(unsorted, files)))


def _sorted_runs(lines: IO[bytes], files: ExitStack) -> Iterator[IO[bytes]]:
    while chunk := sorted(islice(lines, LINES_AT_ONCE)):
        run = tempfile.TemporaryFile()  # noqa: SIM115  # closed by the stack, when merged
        files.enter_context(run)
        run.writelines(chunk)
        run.seek(0)
        yield run
