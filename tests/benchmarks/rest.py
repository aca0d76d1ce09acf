"""REST over HTTP against a bare FastAPI route that returns the same bytes, in one run.

Pages and things are asked that were not asked before (cold), then the same again (warm); lists
that a filter narrows are asked at both sizes.  ``BENCH_TRIPLES`` names other sizes.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import httpx

from tests.benchmarks.endpoints import servers
from tests.benchmarks.endpoints.multiplying import fill, multiply

SIZES = "100000,1000000"
LIST = "/api/v1/recommendations"
PAGES = [f"{LIST}?limit=500&cursor=c{500 * page}" for page in range(16)]
SINGLE_COUNT = 60
ROUNDS = 15
NARROWED = {
    "body": f"{LIST}?body=manchester&limit=50",
    "body and kind": f"{LIST}?body=manchester&kind=recommendation&limit=50",
    "body and words": f"{LIST}?body=manchester&q=supervision&limit=50",
    "body and years": f"{LIST}?body=manchester&from=2017&to=2022&limit=50",
    "inspection": f"{LIST}?inspection=manchester-2017-10-16&limit=50",
    "documents of a body": "/api/v1/documents?body=manchester&limit=50",
}


def run(shared: Path) -> Iterator[str]:
    """Yield the ratios to a bare route at each size, then what narrowed lists cost in each."""
    sizes = [int(size) for size in os.environ.get("BENCH_TRIPLES", SIZES).split(",")]
    costs: dict[int, Mapping[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        load = [sys.executable, "-c", "from api.cli import main; main()", "load"]
        corpus = [str(shared / "corpus"), "--store", str(folder / "corpus")]
        subprocess.run([*load, *corpus], capture_output=True, check=False)
        for size in sizes:
            nquads, store = folder / f"{size}.nq", folder / str(size)
            copies = multiply(folder / "corpus", size, nquads)
            fill(store, nquads)
            yield f"{size:,} triples: the corpus and {copies} copies"
            with ExitStack() as stack:
                command, port, _ = servers.ours(store)
                ours = stack.enter_context(servers.running(command, port, "/sparql"))
                client = stack.enter_context(
                    httpx.Client(base_url=ours.removesuffix("/sparql"), trust_env=False, timeout=60)
                )
                yield from _compared(client, stack, folder)
                costs[size] = {
                    kind: _cost(client, [path] * ROUNDS) for kind, path in NARROWED.items()
                }
    small, big = min(costs), max(costs)
    yield f"narrowed lists, ms at {small:,} and {big:,} triples (at most 1.5 times)"
    for kind, cost in costs[small].items():
        yield f"  {kind:<22} {cost:8.2f} {costs[big][kind]:8.2f}  x{costs[big][kind] / cost:.2f}"


def _compared(client: httpx.Client, stack: ExitStack, folder: Path) -> Iterator[str]:
    """Yield how pages and single things compare with the bare route that has their bytes."""
    first = client.get(f"{LIST}?limit=1").json()
    pages = [path for path in PAGES if int(path.rpartition("c")[2]) + 500 <= first["total"]]
    start = f"{LIST}?limit={SINGLE_COUNT}&cursor=c{min(9000, first['total'] - 2 * SINGLE_COUNT)}"
    single = [f"{LIST}/{item['slug']}" for item in client.get(start).json()["items"]]
    for kind, paths, most in (("list of 500", pages or PAGES[:1], 4), ("single", single, 2)):
        cold, warm = _cost(client, paths), _cost(client, paths)
        body = folder / "body.json"
        body.write_bytes(client.get(paths[0]).content)
        bare = stack.enter_context(servers.running(*servers.bare(body)))
        with httpx.Client(trust_env=False) as other:
            base = _cost(other, [bare] * max(len(paths), ROUNDS))
        yield (
            f"  {kind:<12} bare {base:6.2f} ms   cold {cold:7.2f} x{cold / base:5.2f}   "
            f"warm {warm:6.2f} x{warm / base:5.2f} (at most {most})"
        )


def _cost(client: httpx.Client, paths: Sequence[str]) -> float:
    """Return the median time of the answers to these paths, in ms."""
    times = []
    for path in paths:
        started = time.perf_counter()
        client.get(path).raise_for_status()
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times)
