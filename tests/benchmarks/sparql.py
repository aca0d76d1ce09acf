"""Queries over HTTP: our endpoint, the same engine in a plain thread pool, Oxigraph's server and
rdflib-endpoint, compared in one run by the shared ``bench.py``; at 100,000 and a million triples.

Two mixes of 14 queries are asked: the shared one, over the graph that the shared ``synth.py``
makes, and our own, most of whose queries are as light as those of a page, over the graph of the
corpus with its copies.

Each query of a mix is asked again and again, so ``ours`` keeps no answers: it evaluates each
time, as the others do.  ``kept`` is our endpoint as it is delivered.

``BENCH_TRIPLES`` names other sizes (``100000,10000000``) and ``BENCH_ROUNDS`` how often each query
is asked; rdflib-endpoint, which holds all in memory, takes part up to 100,000.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from graph.questions import ask, questions
from graph.store import open_store
from tests.benchmarks.endpoints import servers
from tests.benchmarks.endpoints.multiplying import fill, multiply

MIX = Path(__file__).parent / "endpoints" / "mix.rq"
SIZES = "100000,1000000"
MOST_FOR_RDFLIB = 100_000
ROUNDS = "9"
BODY = "manchester"
QUESTION_ROUNDS = 7


def run(shared: Path) -> Iterator[str]:
    """Yield the ratios of each mix and size, then what a question for one body costs in each."""
    sizes = [int(size) for size in os.environ.get("BENCH_TRIPLES", SIZES).split(",")]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            yield from _shared_mix(shared, folder / f"synth-{size}", size)
        load = [sys.executable, "-c", "from api.cli import main; main()", "load"]
        corpus = [str(shared / "corpus"), "--store", str(folder / "corpus")]
        subprocess.run([*load, *corpus], capture_output=True, check=False)
        costs: dict[int, Mapping[str, float]] = {}
        for size in sizes:
            nquads, store = folder / f"{size}.nq", folder / str(size)
            copies = multiply(folder / "corpus", size, nquads)
            fill(store, nquads)
            yield f"{size:,} triples: the corpus and {copies} copies"
            yield from _compared(shared, store, nquads, size, MIX)
            costs[size] = question_costs(store)
        yield from _growth(costs)


def question_costs(store: Path) -> dict[str, float]:
    """Return what each named question costs for one body, in ms: the best of some rounds."""
    found: dict[str, float] = {}
    with open_store(store, read_only=True) as opened:
        for question in questions():
            if all(parameter.name != "body" for parameter in question.parameters):
                continue
            times = []
            for _ in range(QUESTION_ROUNDS):
                started = time.perf_counter()
                ask(opened, question.name, {"body": BODY})
                times.append((time.perf_counter() - started) * 1000)
            found[question.name] = min(times)
    return found


def _shared_mix(shared: Path, store: Path, size: int) -> Iterator[str]:
    """Yield the ratios of the shared mix over the shared graph of so many triples."""
    nquads, mix = store.with_suffix(".nq"), store.with_suffix(".rq")
    program = [sys.executable, str(shared / "evaluation" / "sparql" / "synth.py")]
    for options in (["--triples", str(size), "--out", str(nquads)], ["--mix", str(mix)]):
        subprocess.run([*program, *options], capture_output=True, check=True)
    fill(store, nquads)
    yield f"{size:,} triples: the shared mix over the graph of synth.py"
    yield from _compared(shared, store, nquads, size, mix)


def _compared(shared: Path, store: Path, nquads: Path, size: int, mix: Path) -> Iterator[str]:
    with ExitStack() as stack:
        started = time.perf_counter()
        endpoints = {"ours": stack.enter_context(servers.running(*servers.ours(store, 0)))}
        yield f"  from start to first answer: {time.perf_counter() - started:.1f} s"
        endpoints["kept"] = stack.enter_context(servers.running(*servers.ours(store)))
        endpoints["plain"] = stack.enter_context(servers.running(*servers.plain(store)))
        others = {"oxigraph": lambda: servers.oxigraph(store, nquads)}
        if size <= MOST_FOR_RDFLIB:
            others["rdflib"] = lambda: servers.rdflib_endpoint(nquads, store.parent)
        for name, command in others.items():
            try:
                endpoints[name] = stack.enter_context(servers.running(*command()))
            except servers.NotInstalled as missing:
                yield f"  {name}: left out, {missing} is not installed"
        yield from _bench(shared, endpoints, mix, store.with_suffix(".json"))


def _bench(shared: Path, endpoints: Mapping[str, str], mix: Path, report: Path) -> Iterator[str]:
    program = str(shared / "evaluation" / "sparql" / "bench.py")
    named = [f"{name}={address}" for name, address in endpoints.items()]
    rounds = os.environ.get("BENCH_ROUNDS", ROUNDS)
    options = ["--mix", str(mix), "--rounds", rounds, "--json", str(report)]
    done = subprocess.run(
        [sys.executable, program, *named, *options], capture_output=True, text=True, check=False
    )
    yield from (f"  {line}" for line in done.stdout.splitlines())
    if done.returncode:
        yield f"  bench.py ended with {done.returncode}: {done.stderr[-500:]}"
        return
    throughput = json.loads(report.read_text())["throughput"]
    for other in list(endpoints)[1:]:
        ratios = [
            rates["ours"] / rates[other]
            for query, rates in throughput.items()
            if query.startswith("construct") and rates.get(other)
        ]
        if ratios:
            mean = statistics.geometric_mean(ratios)
            yield f"  CONSTRUCT, answers a second: {mean:.2f} times those of {other}"


def _growth(costs: Mapping[int, Mapping[str, float]]) -> Iterator[str]:
    """Yield each question's cost in the smallest and the biggest graph, and their ratio."""
    small, big = min(costs), max(costs)
    yield f"questions for one body, ms at {small:,} and {big:,} triples"
    for name, cost in costs[small].items():
        grown = costs[big][name]
        yield f"  {name:<28} {cost:8.2f} {grown:8.2f}  x{grown / cost:.2f}"
