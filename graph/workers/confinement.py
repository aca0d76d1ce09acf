"""What is taken from a process before it evaluates a stranger's query.

No memory beyond a limit, no core files, no files written, no network, and its end when its
parent ends.  What a system does not offer is left out: the checks before evaluation refuse the
same things by name.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38
MEBIBYTE = 1024 * 1024


def confine(memory_mib: int) -> None:
    """Confine this process for the rest of its life; it may have one thread only.

    ``memory_mib`` is what it may take beyond what it has.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_address_space() + memory_mib * MEBIBYTE,) * 2)
        libc = ctypes.CDLL(None, use_errno=True)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        leave_network(libc)


def _address_space() -> int:
    """Return the bytes of address space that this process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


def leave_network(libc: ctypes.CDLL) -> bool:
    """Move this process to a network of its own, in which there is nothing; whether it worked."""
    alone = _CLONE_NEWNET if os.geteuid() == 0 else _CLONE_NEWUSER | _CLONE_NEWNET
    return bool(libc.unshare(alone) == 0)


def quiet_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment for a worker: without our settings, some of which are secret."""
    kept = {name: value for name, value in environment.items() if not name.startswith("ANSWERABLE")}
    return kept | {"MALLOC_ARENA_MAX": "2"}  # each arena reserves address space, which is limited
