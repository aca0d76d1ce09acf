"""Each analytic at 100,000 and a million triples: the corpus, multiplied with all its links.

``ANALYTICS_TRIPLES`` names other sizes.  Betweenness is also taken with each engine, on the
projection of the largest size; the growth of a measure narrowed to one council shows whether
its cost depends on the rest of the graph.  Times are of the processor: the engine runs in this
process, and machines are shared.
"""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from graph.analytics import engines
from graph.analytics.registry import ANALYTICS, analyse
from graph.elsewhere import elsewhere_of_body
from graph.lives import life_of
from graph.store import Store, open_store
from graph.stories import story_of
from graph.ties import project_actors
from tests.benchmarks.endpoints.multiplying import fill, multiply

SIZES = "100000,1000000"
BODY = "tameside"
ROUNDS = 3
SLOW_SECONDS = 20
DAY = datetime.date(2026, 1, 1)


def run(shared: Path) -> Iterator[str]:
    """Yield what each analytic takes on each size, whole and for one council, and the growth."""
    sizes = [int(size) for size in os.environ.get("ANALYTICS_TRIPLES", SIZES).split(",")]
    whole: dict[int, Mapping[str, float]] = {}
    narrowed: dict[int, Mapping[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = str(folder / "corpus")
        load = [sys.executable, "-c", "from api.cli import main; main()", "load"]
        subprocess.run(
            [*load, str(shared / "corpus"), "--store", corpus], capture_output=True, check=False
        )
        for size in sizes:
            nquads, place = folder / f"{size}.nq", folder / str(size)
            copies = multiply(folder / "corpus", size, nquads)
            fill(place, nquads)
            nquads.unlink()
            with open_store(place, read_only=True) as store:
                yield f"{store.count():,} triples: the corpus and {copies} copies"
                whole[size] = dict(_costs(store, {}))
                narrowed[size] = {**dict(_costs(store, {"body": BODY})), **dict(_stories(store))}
                yield from _told(whole[size], narrowed[size])
                if size == sizes[-1]:
                    yield from _engines(store)
    yield from _growth(whole, narrowed)


def _costs(store: Store, given: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    for name in ANALYTICS:
        yield name, _best(lambda name=name: analyse(store, name, given))  # type: ignore[misc]


def _stories(store: Store) -> Iterator[tuple[str, float]]:
    """Yield what the story of a council and the life of one of its recommendations take."""
    body = f"{store.iris.base}/id/body/{BODY}"
    life = f"{store.iris.base}/id/recommendation/{BODY}-2016-12-09-inspection-report-10"
    yield "story", _best(lambda: story_of(store, body, DAY))
    yield "elsewhere", _best(lambda: elsewhere_of_body(store, body))
    yield "life", _best(lambda: life_of(store, life))


def _best(measure: Callable[[], object]) -> float:
    """Return the shortest of some times in ms; one time only where that is long."""
    times: list[float] = []
    while len(times) < ROUNDS and sum(times) < SLOW_SECONDS * 1000:
        begun = time.process_time()
        measure()
        times.append((time.process_time() - begun) * 1000)
    return min(times)


def _told(whole: Mapping[str, float], narrowed: Mapping[str, float]) -> Iterator[str]:
    for name, cost in narrowed.items():
        everything = f"{whole[name]:9,.0f} ms" if name in whole else " " * 12
        yield f"  {name:<12} {everything} whole, {cost:7,.0f} ms for one council"


def _engines(store: Store) -> Iterator[str]:
    actors = project_actors(store).to_undirected()
    known = engines.FAST_FROM, engines.EXACT_UP_TO
    yield f"  {len(actors):,} actors, {actors.number_of_edges():,} ties; betweenness of all pairs"
    try:
        engines.EXACT_UP_TO = sys.maxsize  # type: ignore[misc]
        engines.FAST_FROM = sys.maxsize  # type: ignore[misc]
        begun = time.process_time()
        slow = engines.betweenness(actors)
        slow_seconds = time.process_time() - begun
        engines.FAST_FROM = 0  # type: ignore[misc]
        begun = time.process_time()
        fast = engines.betweenness(actors)
        fast_seconds = time.process_time() - begun
    finally:
        engines.FAST_FROM, engines.EXACT_UP_TO = known  # type: ignore[misc]
    apart = max(abs(slow[actor] - fast[actor]) for actor in slow)
    yield f"    networkx {slow_seconds:.2f} s, rustworkx {fast_seconds:.2f} s, {apart:.0e} apart"


def _growth(
    whole: Mapping[int, Mapping[str, float]], narrowed: Mapping[int, Mapping[str, float]]
) -> Iterator[str]:
    first, last = min(whole), max(whole)
    if first == last:
        return
    yield f"growth from {first:,} to {last:,} triples ({last / first:.0f} times)"
    for name, cost in whole[last].items():
        one = narrowed[last][name] / narrowed[first][name]
        all_of_it = cost / whole[first][name]
        yield f"  {name:<12} whole {all_of_it:6.1f} times, one council {one:5.2f} times"
