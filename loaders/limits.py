"""How long one document may be read: bytes of strangers must not hold up the others.

Two limits on processor time, so that a busy machine refuses no more than an idle one.  The soft
one raises between two steps of Python, also in the middle of a regular expression.  The hard one
ends the process, and is for code of libraries that never comes back; only for worker processes.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from loaders.errors import UnreadableDocument

SECONDS = 60.0  # the longest real document takes about 3
HARD_SECONDS = 90
_AGAIN_SECONDS = 1.0  # what is raised in a destructor is lost


@contextmanager
def processor_time_limit(seconds: float = SECONDS) -> Iterator[None]:
    """Raise UnreadableDocument in the block once it has taken so much processor time.

    Without effect outside a process's main thread, and on systems without such timers.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGPROF"):
        yield
        return

    def refuse(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise UnreadableDocument(f"reading it takes more than {seconds:g} seconds")

    before = signal.signal(signal.SIGPROF, refuse)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def deadly_time_limit(seconds: int = HARD_SECONDS) -> Iterator[None]:
    """End this process once the block has taken so much processor time."""
    try:
        import resource
    except ImportError:  # a system without such limits
        yield
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(used.ru_utime + used.ru_stime) + seconds
    limits = [limit for limit in (wanted, soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_CPU, (min(limits), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
