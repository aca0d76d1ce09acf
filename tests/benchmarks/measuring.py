"""Time and memory of commands with all their child processes."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SAMPLING_SECONDS = 0.02
PAGE_BYTES = 4096
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Measured:
    """Wall time in seconds and the greatest resident memory of the process tree in bytes."""

    seconds: float
    resident: int


def measure(command: Sequence[str]) -> Measured:
    """Run a command to its end; its output is thrown away and exit status 1 is allowed."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    resident = 0
    while process.poll() is None:
        resident = max(resident, resident_of_tree(process.pid))
        with suppress(subprocess.TimeoutExpired):  # it may end before the next look
            process.wait(SAMPLING_SECONDS)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with status {process.returncode}")
    return Measured(time.perf_counter() - begun, resident)


def resident_of_tree(root: int) -> int:
    """Return the resident bytes of a process and its descendants; 0 where /proc is missing.

    Pages that processes share are counted for each of them, so the true figure is lower.
    """
    children: dict[int, list[int]] = {}
    for entry in PROC.glob("[0-9]*"):
        parent = _parent(entry)
        if parent is not None:
            children.setdefault(parent, []).append(int(entry.name))
    waiting, total = [root], 0
    while waiting:
        pid = waiting.pop()
        total += _resident(pid)
        waiting += children.get(pid, [])
    return total


def _parent(entry: Path) -> int | None:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:  # the process has just ended
        return None


def _resident(pid: int) -> int:
    try:
        return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE_BYTES
    except OSError:
        return 0
