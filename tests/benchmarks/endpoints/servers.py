"""The endpoints that are compared, each a process on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from graph.generations import GRAPH, Generations

ASK = quote("ASK {}")
MINUTES_TO_START = 10


class NotInstalled(Exception):
    """An endpoint to compare with that this machine does not have."""


@contextmanager
def running(command: Sequence[str], port: int, path: str) -> Iterator[str]:
    """Run a server until the block ends; yield its address once it answers."""
    environment = {name: value for name, value in os.environ.items() if "ANSWERABLE" not in name}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    address = f"http://127.0.0.1:{port}{path}"
    try:
        _wait(process, address)
        yield address
    finally:
        process.terminate()
        process.wait()


def ours(store: Path, kept_mib: int | None = None) -> tuple[list[str], int, str]:
    """Return how to run our endpoint over a store; ``kept_mib`` is memory for repeated answers."""
    port = free_port()
    program = "from api.cli import main; main()"
    command = [sys.executable, "-c", program, "serve", "--store", str(store), "--port", str(port)]
    if kept_mib is not None:
        command = ["env", f"ANSWERABLE_KEPT_ANSWERS={kept_mib}", *command]
    return command, port, "/sparql"


def plain(store: Path) -> tuple[list[str], int, str]:
    """Return how to run the same engine in a plain thread pool."""
    port = free_port()
    generations = Generations(store)
    directory = generations.directory(generations.newest() or "") / GRAPH
    module = "tests.benchmarks.endpoints.plain"
    return [sys.executable, "-m", module, str(directory), str(port)], port, "/sparql"


def bare(body: Path) -> tuple[list[str], int, str]:
    """Return how to run a bare route that returns the bytes of a file."""
    port = free_port()
    return (
        [sys.executable, "-m", "tests.benchmarks.endpoints.bare", str(body), str(port)],
        port,
        "/",
    )


def oxigraph(store: Path, nquads: Path) -> tuple[list[str], int, str]:
    """Return how to run Oxigraph's own server over the same quads, loaded into a folder."""
    beside = str(Path(sys.executable).parent)
    program = shutil.which("oxigraph", path=os.pathsep.join((beside, os.environ["PATH"])))
    if program is None:
        raise NotInstalled("the server of the PyPI package `oxigraph`")
    folder, port = str(store) + ".oxigraph", free_port()
    load = [program, "load", "--location", folder, "--file", str(nquads), "--format", "nq"]
    subprocess.run(load, check=True, capture_output=True)
    serve = [program, "serve-read-only", "--location", folder, "--bind", f"127.0.0.1:{port}"]
    return [*serve, "--union-default-graph"], port, "/query"


def rdflib_endpoint(nquads: Path, folder: Path) -> tuple[list[str], int, str]:
    """Return how to run rdflib-endpoint, installed into an environment of its own."""
    environment = folder / "rdflib-endpoint"
    program = environment / "bin" / "rdflib-endpoint"
    if not program.exists():
        venv.create(environment, with_pip=True)
        install = [str(environment / "bin" / "pip"), "install", "--quiet", "rdflib-endpoint[cli]"]
        if subprocess.run(install, capture_output=True, check=False).returncode:
            raise NotInstalled("the PyPI package `rdflib-endpoint`")
    port = free_port()
    return (
        [str(program), "serve", "--host", "127.0.0.1", "--port", str(port), str(nquads)],
        port,
        "/",
    )


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + MINUTES_TO_START * 60
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit(f"the server of {address} ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{address}?query={ASK}", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit(f"the server of {address} does not answer")
