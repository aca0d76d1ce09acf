"""A real server in a process of its own, for what a client in the same process cannot see."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

SECONDS_TO_START = 60


@contextmanager
def serving(store: Path, settings: Mapping[str, str]) -> Iterator[Server]:
    """Serve a store with settings (names without their prefix) until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if "ANSWERABLE" not in name}
    environment |= {f"ANSWERABLE_{name.upper()}": value for name, value in settings.items()}
    arguments = ("serve", "--store", str(store), "--port", str(port))
    process = subprocess.Popen(
        [sys.executable, "-c", "from api.cli import main; main()", *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    server = Server(process, f"http://127.0.0.1:{port}")
    try:
        server.wait_until_ready()
        yield server
    finally:
        process.terminate()
        server.log = process.communicate(timeout=20)[1].decode()


class Server:
    """A running server; ``log`` is what it wrote on stderr, once it has ended."""

    def __init__(self, process: subprocess.Popen[bytes], address: str) -> None:
        self.process = process
        self.address = address
        self.sparql = f"{address}/sparql"
        self.log = ""

    def wait_until_ready(self) -> None:
        """Return once the server answers."""
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end:
            assert self.process.poll() is None, "the server ended while it started"
            try:
                httpx.get(f"{self.address}/healthz", trust_env=False)
            except httpx.HTTPError:
                time.sleep(0.05)
            else:
                return
        raise AssertionError("the server does not answer")

    def ask(self, query: str, seconds: float = 30.0) -> httpx.Response:
        """Return the answer to a posted query."""
        return httpx.post(
            self.sparql,
            content=query.encode(),
            headers={"Content-Type": "application/sparql-query"},
            timeout=seconds,
            trust_env=False,
        )

    def descendants(self) -> dict[int, int]:
        """Return the processes under the server with their memory in KiB, itself included."""
        parents: dict[int, int] = {}
        memory: dict[int, int] = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    fields = (entry / "stat").read_text().rpartition(")")[2].split()
                except (FileNotFoundError, ProcessLookupError):
                    continue
                if fields[0] != "Z":
                    parents[int(entry.name)] = int(fields[1])
                    memory[int(entry.name)] = int(fields[21]) * 4
        found = {self.process.pid}
        while more := {pid for pid, parent in parents.items() if parent in found} - found:
            found |= more
        return {pid: memory[pid] for pid in found if pid in memory}
