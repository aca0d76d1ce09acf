"""Queries of strangers in processes that can be killed: none outlives its limits or its pool."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import uvloop

from graph import StoreOptions, open_store
from graph.errors import AnswerTooLong, QueryError, QueryStopped, ServiceBusy, StoreUnusable
from graph.generations import Generations
from graph.workers import Evaluation, Limits, WorkerPool

LIMITS = Limits(seconds=1.5, short_seconds=0.3, memory_mib=1024, short_workers=2, long_workers=1)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
POINT = "SELECT ?o { <http://e/5> ?p ?o }"
DEEP = "ASK { FILTER(" + "(" * 150_000 + "1" + ")" * 150_000 + ") }"
DOUBLING = "SELECT (STRLEN(?x40) AS ?n) {{ BIND('aaaaaaaaaaaaaaaa' AS ?x0) {} }}".format(
    " ".join(f"BIND(CONCAT(?x{step}, ?x{step}) AS ?x{step + 1})" for step in range(40))
)


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("store")
    with open_store(place, options=StoreOptions(with_reference=False)) as store:
        lines = (f'<http://e/{n}> <http://e/p> "value {n}" .\n' for n in range(5000))
        store.replace("http://e/graph", "".join(lines).encode())
    generations = Generations(place)
    yield generations.directory(generations.newest() or "")


def with_pool(test: Callable[[WorkerPool], Awaitable[None]], limits: Limits = LIMITS) -> None:
    """Run a test in the event loop that the server uses."""

    async def main() -> None:
        pool = WorkerPool(limits)
        await pool.start()
        try:
            await test(pool)
        finally:
            await pool.close()

    uvloop.run(main())


async def answer(pool: WorkerPool, directory: Path, text: str, client: str = "") -> bytes:
    query = Evaluation(text, "json", directory, "http://e/", shape=text, client=client)
    reply = await pool.evaluate(query)
    pieces = [reply.start]
    if reply.rest:
        pieces += [piece async for piece in reply.rest]
    return b"".join(pieces)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_query_is_answered(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        assert b'"value 5"' in await answer(pool, directory, POINT)

    with_pool(case)


def test_long_answer_comes_in_pieces(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        whole = await answer(pool, directory, "SELECT * { ?s ?p ?o }")
        assert whole.count(b'"s":') == 5000
        assert whole.endswith(b"]}}")

    with_pool(case)


def test_syntax_error_tells_its_place(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        with pytest.raises(QueryError) as refused:
            await answer(pool, directory, "SELECT *\n{ ?s ?p }")
        assert refused.value.line == 2

    with_pool(case)


@pytest.mark.parametrize("text", [ENDLESS, DOUBLING, DEEP], ids=["endless", "doubling", "deep"])
def test_attack_is_stopped_and_the_next_query_answered(directory: Path, text: str) -> None:
    async def case(pool: WorkerPool) -> None:
        started = asyncio.get_running_loop().time()
        with pytest.raises(QueryStopped):
            await answer(pool, directory, text)
        assert asyncio.get_running_loop().time() - started < LIMITS.seconds + 1
        assert b'"value 5"' in await answer(pool, directory, POINT)

    with_pool(case)


def test_answer_beyond_the_limit_is_no_answer(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        with pytest.raises(AnswerTooLong):
            await answer(pool, directory, "SELECT * { ?s ?p ?o }")

    with_pool(case, Limits(answer_bytes=10_000, short_workers=1))


def test_worker_that_died_idle_costs_nothing_but_a_retry(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        for worker in pool.idle_workers():
            os.kill(worker.pid, signal.SIGKILL)
        assert b'"value 5"' in await answer(pool, directory, POINT)

    with_pool(case)


def test_short_queries_pass_long_ones(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        heavy = [asyncio.ensure_future(answer(pool, directory, ENDLESS, "h")) for _ in range(20)]
        await asyncio.sleep(0.1)
        started = asyncio.get_running_loop().time()
        assert b'"value 5"' in await answer(pool, directory, POINT, "other")
        assert asyncio.get_running_loop().time() - started < 1
        ends = await asyncio.gather(*heavy, return_exceptions=True)
        assert all(isinstance(end, QueryStopped | ServiceBusy) for end in ends)
        assert (pool.short.taken, pool.long.taken) == (0, 0)

    with_pool(case)


def test_no_worker_outlives_its_pool(directory: Path) -> None:
    pids: list[int] = []

    async def case(pool: WorkerPool) -> None:
        pids.extend(worker.pid for worker in pool.idle_workers())
        running = asyncio.ensure_future(answer(pool, directory, ENDLESS))
        await asyncio.sleep(0.1)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    with_pool(case)
    assert pids and not any(is_alive(pid) for pid in pids)


def test_worker_reaches_no_network(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.setblocking(False)
            address = f"http://127.0.0.1:{server.getsockname()[1]}/"
            with pytest.raises((StoreUnusable, QueryStopped)):
                await answer(pool, directory, f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}")
            with pytest.raises(BlockingIOError):
                server.accept()

    with_pool(case)


def test_small_graph_is_taken_into_memory_and_answers_alike(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        before = await answer(pool, directory, "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 500")
        pool.hold(directory)
        for _ in range(300):
            if pool.variant(directory) == "memory":
                break
            await asyncio.sleep(0.05)
        assert pool.variant(directory) == "memory"
        after = await answer(pool, directory, "SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 500")
        assert after == before
        with pytest.raises(QueryStopped):
            await answer(pool, directory, ENDLESS)
        assert b'"value 5"' in await answer(pool, directory, POINT)

    with_pool(case, replace(LIMITS, held_quads=1_000_000))


def test_big_graph_stays_where_it_is(directory: Path) -> None:
    async def case(pool: WorkerPool) -> None:
        pool.hold(directory)
        await asyncio.gather(*pool.errands())
        assert pool.variant(directory) == "directory"
        assert b'"value 5"' in await answer(pool, directory, POINT)

    with_pool(case, replace(LIMITS, held_quads=100))
