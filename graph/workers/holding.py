"""A graph held in memory by the nursery, which every worker that it forks has at once.

Memory answers two to six times faster than the directory.  The directory itself is read by a
process of its own, which passes the graph on through a pipe: the nursery opens nothing.
"""

from __future__ import annotations

import os
from pathlib import Path

import pyoxigraph
from pyoxigraph import RdfFormat

from graph.generations import open_generation

BYTES_PER_QUAD = 800
"""Memory that one quad takes, measured generously."""
SHARE_OF_MEMORY = 0.4
_NICENESS = 10


def hold(directory: Path, most_quads: int) -> pyoxigraph.Store | None:
    """Return the graph of a generation in memory; None where it is too big, or cannot be read."""
    source, sink = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(source)
        _pass_on(directory, most_quads, sink)
    os.close(sink)
    held = pyoxigraph.Store()
    with os.fdopen(source, "rb") as quads:
        try:
            held.bulk_load(input=quads, format=RdfFormat.N_QUADS)
        except (OSError, SyntaxError):
            held.clear()
    _, status = os.waitpid(pid, 0)
    return held if status == 0 else None


def fits(quads: int, most_quads: int) -> bool:
    """Whether a graph of so many quads may be held on this machine as it is now."""
    return quads <= most_quads and quads * BYTES_PER_QUAD < SHARE_OF_MEMORY * _free_memory()


def _pass_on(directory: Path, most_quads: int, sink: int) -> None:
    """Write a generation as N-Quads to a pipe, and end the process."""
    status = 1
    try:
        os.nice(_NICENESS)
        generation = open_generation(directory)
        if fits(len(generation.engine), most_quads):
            with os.fdopen(sink, "wb") as quads:
                generation.engine.dump(quads, RdfFormat.N_QUADS)
            status = 0
    finally:
        os._exit(status)


def _free_memory() -> int:
    """Return the bytes of memory that are available; none where the system does not tell."""
    try:
        lines = Path("/proc/meminfo").read_text().splitlines()
    except OSError:
        return 0
    told = {line.partition(":")[0]: line.split()[1] for line in lines}
    return int(told.get("MemAvailable", "0")) * 1024
