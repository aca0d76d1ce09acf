"""The same store on other servers: Oxigraph's and Virtuoso, both started here where installed."""

from __future__ import annotations

import io
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from graph import Scope, Store, StoreOptions, open_store
from graph.errors import AnswerTooLong, QueryError, QueryStopped, StoreIsReadOnly, StoreUnusable
from graph.store import RemoteAddress

ONE = "http://localhost:8000/graph/document/one"
TWO = "http://localhost:8000/graph/document/two"
TEXTS = "SELECT ?o WHERE { ?s <http://e/says> ?o } ORDER BY ?o"
VIRTUOSO = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DirsAllowed = {folder}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
[SPARQL]
ResultSetMaxRows = 100000
"""


def said(text: str) -> bytes:
    return f'<http://e/thing> <http://e/says> "{text}" .\n'.encode()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def started(command: list[str], folder: Path, address: str) -> subprocess.Popen[bytes]:
    """Start a server and return it once it answers."""
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(300):
        try:
            if httpx.get(address, params={"query": "ASK {}"}, trust_env=False).status_code == 200:
                return process
        except httpx.HTTPError:
            time.sleep(0.1)
    process.kill()
    process.wait()
    pytest.fail(f"{command[0]} does not answer")


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteAddress]:
    search = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    program = shutil.which("oxigraph", path=search)
    if program is None:
        pytest.skip("the server `oxigraph` is not installed (PyPI package oxigraph)")
    base = f"127.0.0.1:{free_port()}"
    folder = tmp_path_factory.mktemp("oxigraph")
    server = started([program, "serve", "--bind", base], folder, f"http://{base}/query")
    yield RemoteAddress(
        f"http://{base}/query", f"http://{base}/update", union="parameter", seconds=10
    )
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteAddress]:
    if shutil.which("virtuoso-t") is None:
        pytest.skip("the server `virtuoso-t` is not installed (Debian: virtuoso-opensource)")
    folder, port = tmp_path_factory.mktemp("virtuoso"), free_port()
    settings = VIRTUOSO.format(folder=folder, port=port, sql_port=free_port())
    (folder / "virtuoso.ini").write_text(settings)
    command = ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    server = started(command, folder, f"http://127.0.0.1:{port}/sparql")
    yield RemoteAddress(
        f"http://127.0.0.1:{port}/sparql-auth",
        data=f"http://127.0.0.1:{port}/sparql-graph-crud-auth",
        user="dba",
        password="dba",
        digest=True,
        seconds=20,
    )
    server.terminate()
    server.wait()


@pytest.fixture(params=["oxigraph", "virtuoso"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    address: RemoteAddress = request.getfixturevalue(request.param)
    options = StoreOptions(with_reference=False, remote=address)
    with open_store(address.query, options=options) as opened:
        yield opened
        for graph in (ONE, TWO):
            if opened.has_graph(graph):
                opened.remove(graph)


def test_replaced_graph_holds_the_new_only(store: Store) -> None:
    store.replace(ONE, said("a") + said("b"))
    store.replace(ONE, said("c"))
    assert list(store.rows(TEXTS)) == [("c",)]
    assert store.count(ONE) == 1


def test_default_graph_is_the_union(store: Store) -> None:
    store.replace(ONE, said("a"))
    store.replace(TWO, said("b"))
    assert list(store.rows(TEXTS)) == [("a",), ("b",)]


def test_scope_is_passed_on(store: Store) -> None:
    store.replace(ONE, said("a"))
    store.replace(TWO, said("b"))
    answer = store.query(TEXTS, "csv", Scope(default_graphs=(TWO,), named_graphs=()))
    assert b"b" in answer and b"a" not in answer


def test_removed_graph_is_gone(store: Store) -> None:
    store.replace(ONE, said("a"))
    assert store.remove(ONE)
    assert not store.has_graph(ONE)
    assert not store.remove(ONE)


def test_letters_and_quotes_survive(store: Store) -> None:
    store.replace(ONE, '<http://e/thing> <http://e/says> "é \\"ü\\" \\u2713" .\n'.encode())
    assert list(store.rows(TEXTS)) == [('é "ü" ✓',)]


def test_bound_parameter_is_a_term(store: Store) -> None:
    from pyoxigraph import Literal

    store.replace(ONE, said("a") + said("b"))
    text = "SELECT ?s WHERE { VALUES ?o { UNDEF } ?s <http://e/says> ?o }"
    assert len(store.select(text, {"o": [Literal("b")]}).rows) == 1


def test_dump_holds_the_triples(store: Store) -> None:
    store.replace(ONE, said("found"))
    out = io.BytesIO()
    store.dump(out, "ttl", ONE)
    assert b"found" in out.getvalue()


def test_words_find_things(store: Store) -> None:
    store.replace(ONE, said("Caseloads are high"))
    assert store.search("high caseloads").iris == ("http://e/thing",)
    assert store.search("nothing OR caseloads", among=["http://e/thing"]).iris == (
        "http://e/thing",
    )
    assert store.search("high -caseloads").iris == ()


def test_thing_is_held(store: Store) -> None:
    store.replace(ONE, said("a"))
    assert store.holds("http://e/thing") and not store.holds("http://e/absent")


def test_bad_query_is_told(store: Store) -> None:
    with pytest.raises(QueryError):
        store.query("SELECT ?s WHERE { ?s ?p }")


def test_reader_of_a_server_cannot_write(oxigraph: RemoteAddress) -> None:
    store = open_store(oxigraph.query, read_only=True, options=StoreOptions(remote=oxigraph))
    with store, pytest.raises(StoreIsReadOnly):
        store.replace(ONE, said("a"))


def test_reference_graph_is_written_once(oxigraph: RemoteAddress) -> None:
    with open_store(oxigraph.query, options=StoreOptions(remote=oxigraph)) as store:
        assert store.count(str(store.iris.reference_graph)) > 1000
        assert not store.refresh_reference()
        store.remove(str(store.iris.reference_graph))


def test_slow_server_is_given_up(oxigraph: RemoteAddress) -> None:
    from dataclasses import replace

    hasty = replace(oxigraph, seconds=0.2)
    with open_store(oxigraph.query, options=StoreOptions(remote=oxigraph)) as store:
        store.replace(ONE, b"".join(said(f"text {number}") for number in range(2000)))
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with open_store(hasty.query, read_only=True, options=StoreOptions(remote=hasty)) as store:
        with pytest.raises(QueryStopped):
            store.query(endless)
        with pytest.raises(AnswerTooLong):
            short = replace(oxigraph, most_bytes=1000)
            open_store(short.query, True, options=StoreOptions(remote=short)).query(TEXTS)


def test_absent_server_is_told() -> None:
    with pytest.raises(StoreUnusable, match="does not answer"):
        open_store("http://127.0.0.1:9/sparql", read_only=True).count()
