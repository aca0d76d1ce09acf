"""The process that workers are forked from: it opens nothing and has one thread, so that a fork
of it is whole.  It speaks lines with the pool: ``fork`` is answered by ``born PID`` with the
worker's socket, ``kill PID`` by ``died PID STATUS``, as every other end of a worker.

Run as ``python -m graph.workers.nursery DESCRIPTOR MEMORY_MIB [DIRECTORY MOST_QUADS]``; it ends
with its pool, and every worker with it.  With a directory it first takes the generation in it
into memory, and says ``holds 1``, or ``holds 0`` where that cannot be.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import sys
from pathlib import Path

from graph.workers.holding import hold
from graph.workers.worker import Held, become_worker


class Nursery:
    """Forks workers for the pool at the other end of ``control``, and buries them."""

    def __init__(self, control: socket.socket, memory_mib: int, held: Held = None) -> None:
        self._control = control
        self._memory_mib = memory_mib
        self._held = held
        self._alive: set[int] = set()
        self._wake, self._woken = socket.socketpair()
        self._wake.setblocking(False)
        self._woken.setblocking(False)
        signal.set_wakeup_fd(self._wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def run(self) -> None:
        """Do what the pool says until it closes; then end every worker."""
        try:
            self._obey_until_closed()
        except (BrokenPipeError, ConnectionResetError):
            return  # the pool is gone
        finally:
            for pid in self._alive:
                os.kill(pid, signal.SIGKILL)
            for pid in self._alive:
                os.waitpid(pid, 0)

    def _obey_until_closed(self) -> None:
        rest = b""
        while True:
            ready, _, _ = select.select([self._control, self._woken], [], [])
            if self._woken in ready:
                self._woken.recv(4096)
                self._bury()
            if self._control in ready:
                arrived = self._control.recv(4096)
                if not arrived:
                    return
                *lines, rest = (rest + arrived).split(b"\n")
                for line in lines:
                    self._obey(line.split())

    def _obey(self, words: list[bytes]) -> None:
        if words[0] == b"fork":
            self._fork()
        elif int(words[1]) in self._alive:  # not reaped yet, so the number is still its own
            os.kill(int(words[1]), signal.SIGKILL)

    def _fork(self) -> None:
        ours, theirs = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            self._forget(ours)
            become_worker(theirs, self._memory_mib, self._held)
        theirs.close()
        self._alive.add(pid)
        socket.send_fds(self._control, [b"born %d\n" % pid], [ours.fileno()])
        ours.close()

    def _forget(self, ours: socket.socket) -> None:
        """Close, in the child, what belongs to the nursery."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for held in (ours, self._control, self._wake, self._woken):
            held.close()

    def _bury(self) -> None:
        for pid in list(self._alive):
            found, status = os.waitpid(pid, os.WNOHANG)
            if found:
                self._alive.discard(pid)
                code = os.waitstatus_to_exitcode(status)
                self._control.sendall(b"died %d %d\n" % (pid, code))


def main() -> None:
    """Run the nursery on the socket that the pool handed down."""
    control = socket.socket(fileno=int(sys.argv[1]))
    held: Held = None
    if len(sys.argv) > 3:
        graph = hold(Path(sys.argv[3]), int(sys.argv[4]))
        held = (sys.argv[3], graph) if graph is not None else None
        control.sendall(b"holds %d\n" % (held is not None))
    gc.freeze()
    Nursery(control, int(sys.argv[2]), held).run()


if __name__ == "__main__":
    main()
