"""Point queries of one client, idle and beside two hundred parallel heavy queries of another."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from tests.api.sparql.serving import Server, serving
from tests.benchmarks.endpoints.multiplying import fill, multiply

SECONDS = 2.0
TRIPLES = 100_000
POINT = "SELECT ?p ?o { <http://localhost:8000/id/body/manchester> ?p ?o }"
IDLE, BUSY = 300, 300


def run(shared: Path) -> Iterator[str]:
    """Yield both p95 and their ratio, and what became of the heavy queries and the workers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load = [sys.executable, "-c", "from api.cli import main; main()", "load"]
        corpus = [str(shared / "corpus"), "--store", str(folder / "corpus")]
        subprocess.run([*load, *corpus], capture_output=True, check=False)
        multiply(folder / "corpus", TRIPLES, folder / "all.nq")
        fill(folder / "store", folder / "all.nq")
        limits = {"query_seconds": str(SECONDS), "query_memory": "768", "kept_answers": "0"}
        with serving(folder / "store", limits) as server:
            yield from _compared(server)


def _compared(server: Server) -> Iterator[str]:
    idle = _p95(server, "10.0.0.1", IDLE)
    before = server.descendants()
    attack = [sys.executable, "-m", "tests.api.sparql.hostile", server.sparql, "200"]
    begun = time.perf_counter()
    with subprocess.Popen(attack, stdout=subprocess.PIPE, text=True) as attackers:
        busy = _p95(server, "10.0.0.2", BUSY)
        told, _ = attackers.communicate()
    lasted = time.perf_counter() - begun
    time.sleep(0.5)
    after = server.descendants()
    yield f"point query, p95 idle {idle:.2f} ms, beside 200 heavy queries {busy:.2f} ms"
    yield f"  ratio {busy / idle:.1f} (at most 20)"
    yield f"heavy queries: {len(told.split())} answered, all with {sorted(set(told.split()))}"
    yield f"  within {lasted:.1f} s; {len(before)} processes before, {len(after)} after"


def _p95(server: Server, client: str, count: int) -> float:
    """Return how long 95 of 100 point queries take at most, in ms."""
    times = []
    with httpx.Client(trust_env=False, headers={"X-Forwarded-For": client}, timeout=60) as session:
        for _ in range(count):
            started = time.perf_counter()
            session.get(server.sparql, params={"query": POINT}).raise_for_status()
            times.append((time.perf_counter() - started) * 1000)
    return statistics.quantiles(times, n=20)[-1]
