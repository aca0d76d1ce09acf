"""The embedded store: what it keeps, whom it lets in, and what it refuses."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from graph import MEMORY, Scope, Store, StoreOptions, open_store
from graph.errors import (
    DataError,
    ProtectedGraph,
    QueryError,
    StoreError,
    StoreInUse,
    StoreIsReadOnly,
    StoreMissing,
    StoreUnusable,
    UnknownName,
)

ONE = "http://localhost:8000/graph/document/one"
TWO = "http://localhost:8000/graph/document/two"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s <http://e/says> ?o }"


def said(text: str) -> bytes:
    return f'<http://e/thing> <http://e/says> "{text}" .\n'.encode()


@pytest.fixture
def store() -> Store:
    return open_store(MEMORY)


def test_replacing_a_graph_leaves_nothing_of_the_old(store: Store) -> None:
    store.replace(ONE, said("a") + said("b"))
    store.replace(ONE, said("c"))
    assert list(store.rows("SELECT ?o WHERE { ?s <http://e/says> ?o }")) == [("c",)]


def test_removed_graph_is_gone_and_told(store: Store) -> None:
    store.replace(ONE, said("a"))
    assert store.remove(ONE)
    assert not store.remove(ONE)
    assert ONE not in store.graphs()


def test_default_graph_is_the_union(store: Store) -> None:
    store.replace(ONE, said("a"))
    store.replace(TWO, said("b"))
    assert list(store.rows(COUNT)) == [("2",)]


def test_strict_default_graph_sees_no_named_graph() -> None:
    store = open_store(MEMORY, options=StoreOptions(union_default=False))
    store.replace(ONE, said("a"))
    assert list(store.rows(COUNT)) == [("0",)]


def test_scope_limits_the_default_graph(store: Store) -> None:
    store.replace(ONE, said("a"))
    store.replace(TWO, said("b"))
    answer = store.query(COUNT, "csv", Scope(default_graphs=(TWO,)))
    assert answer == b"n\r\n1\r\n"


def test_scope_limits_what_graph_reaches(store: Store) -> None:
    store.replace(ONE, said("a"))
    store.replace(TWO, said("b"))
    text = "SELECT ?o WHERE { GRAPH ?g { ?s <http://e/says> ?o } }"
    assert store.query(text, "csv", Scope(named_graphs=(TWO,))) == b"o\r\nb\r\n"


def test_failing_block_changes_nothing(store: Store) -> None:
    store.replace(ONE, said("a"))
    with pytest.raises(RuntimeError, match="half way"), store.transaction() as changes:
        changes.remove(ONE)
        changes.add(TWO, said("b"))
        raise RuntimeError("half way")
    assert (ONE in store.graphs(), TWO in store.graphs()) == (True, False)


@pytest.mark.parametrize("replaced", [ONE, TWO], ids=["existing", "new"])
def test_unreadable_triples_change_nothing(store: Store, replaced: str) -> None:
    store.replace(ONE, said("a"))
    with pytest.raises(DataError), store.transaction() as changes:
        changes.add("http://e/other", said("b"))
        changes.replace(replaced, b"<http://e/thing> <http://e/says> .\n")
    assert list(store.rows(COUNT)) == [("1",)]


def test_data_goes_to_the_graphs_that_it_names(store: Store) -> None:
    quads = said("a").replace(b" .", b" <http://e/graph> .") + said("b")
    with store.transaction() as changes:
        changes.load(quads, "nq")
    assert store.count("http://e/graph") == 1
    assert list(store.rows("SELECT ?o { GRAPH ?g { ?s <http://e/says> ?o } }")) == [("a",)]


@pytest.mark.parametrize("name", ["reference", "loads", "links", "reviews"])
def test_data_for_the_programs_own_graphs_is_refused(store: Store, name: str) -> None:
    graph = f" <http://localhost:8000/graph/{name}> .".encode()
    with pytest.raises(ProtectedGraph), store.transaction() as changes:
        changes.load(said("a").replace(b" .", graph), "nq")


def test_remote_context_is_refused(store: Store) -> None:
    data = b'{"@context": "http://127.0.0.1:9/context.jsonld", "name": "x"}'
    with pytest.raises(DataError), store.transaction() as changes:
        changes.load(data, "jsonld")


def test_bad_query_tells_its_place(store: Store) -> None:
    with pytest.raises(QueryError) as refused:
        store.query("SELECT ?s\nWHERE { ?s ?p }")
    assert refused.value.line == 2


def test_unknown_format_is_named(store: Store) -> None:
    with pytest.raises(UnknownName, match="csv, json"):
        store.query(COUNT, "xlsx")


def test_undeclared_prefix_is_an_error(store: Store) -> None:
    with pytest.raises(QueryError):
        store.query("SELECT ?s WHERE { ?s nowhere:says ?o }")


def test_relative_names_of_a_query_start_at_the_base() -> None:
    store = open_store(MEMORY, base="https://example.org/answers")
    assert store.query("ASK { <id/body/ofsted> ?p ?o }", "json").endswith(b'"boolean":true}')


def test_reference_graph_is_written_once(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    held = store.count(str(store.iris.reference_graph))
    store.close()
    again = open_store(tmp_path)
    assert held == again.count() > 1000


def test_second_writer_is_told_clearly(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with pytest.raises(StoreInUse, match="open in another process"):
        open_store(tmp_path)
    store.close()
    open_store(tmp_path).close()


def test_writer_and_readers_do_not_wait_for_each_other(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    reader = open_store(tmp_path, read_only=True)
    with open_store(tmp_path) as writer:
        writer.replace(ONE, said("a"))
        assert reader.count(ONE) == 0
    assert reader.count(ONE) == 1


def test_reader_cannot_write(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with pytest.raises(StoreIsReadOnly):
        open_store(tmp_path, read_only=True).replace(ONE, said("a"))


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="load something first"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreUnusable):
        open_store(tmp_path / "file")


def test_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.count()


def test_what_was_stored_is_there_after_reopening(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.replace(ONE, said("a"))
    store.close()
    assert open_store(tmp_path, read_only=True).graphs() == (ONE, str(store.iris.reference_graph))


def test_backup_opens_as_a_store(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.replace(ONE, said("a"))
    store.backup(tmp_path / "copy")
    assert open_store(tmp_path / "copy", read_only=True).count(ONE) == 1


@pytest.mark.parametrize("name", ["ttl", "nt", "nq", "trig", "jsonld", "rdf"])
def test_one_graph_dumps_in_every_format(store: Store, name: str) -> None:
    store.replace(ONE, said("found"))
    out = io.BytesIO()
    store.dump(out, name, ONE)
    assert b"found" in out.getvalue()


def test_dump_without_graphs_holds_them_all(store: Store) -> None:
    store.replace(ONE, said("first"))
    store.replace(TWO, said("second"))
    out = io.BytesIO()
    store.dump(out, "nt")
    assert b"first" in out.getvalue() and b"second" in out.getvalue()


def test_thing_is_held_as_subject_or_object(store: Store) -> None:
    store.replace(ONE, b"<http://e/s> <http://e/p> <http://e/o> .\n")
    assert store.holds("http://e/s") and store.holds("http://e/o")
    assert not store.holds("http://e/absent")
