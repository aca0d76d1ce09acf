"""Published states: seen whole or not at all, kept while they are wanted, named for ever."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from graph import Store, StoreOptions, open_store
from graph.engines import WORKING
from graph.errors import UnknownName
from graph.generations import Generations

ONE = "http://localhost:8000/graph/document/one"
BARE = StoreOptions(with_reference=False)


def said(text: str) -> bytes:
    return f'<http://e/thing> <http://e/says> "{text}" .\n'.encode()


def load(place: Path, text: str, kept: int = 5) -> None:
    with open_store(place, options=StoreOptions(kept=kept, with_reference=False)) as writer:
        writer.replace(ONE, said(text))


def told(store: Store) -> list[tuple[str, ...]]:
    return list(store.rows("SELECT ?o { ?s <http://e/says> ?o }"))


def test_reader_follows_what_is_published(tmp_path: Path) -> None:
    load(tmp_path, "a")
    reader = open_store(tmp_path, read_only=True)
    first = reader.generation
    load(tmp_path, "b")
    assert told(reader) == [("b",)]
    assert reader.generation > first


def test_half_a_load_is_not_seen(tmp_path: Path) -> None:
    load(tmp_path, "a")
    with pytest.raises(RuntimeError), open_store(tmp_path, options=BARE) as writer:
        writer.replace(ONE, said("half"))
        raise RuntimeError("the second half failed")
    assert told(open_store(tmp_path, read_only=True)) == [("a",)]


def test_what_failed_to_be_published_goes_with_the_next(tmp_path: Path) -> None:
    load(tmp_path, "a")
    with pytest.raises(RuntimeError), open_store(tmp_path, options=BARE) as writer:
        writer.replace(ONE, said("half"))
        raise RuntimeError("killed")
    open_store(tmp_path, options=BARE).close()
    assert told(open_store(tmp_path, read_only=True)) == [("half",)]


def test_unchanged_store_publishes_nothing(tmp_path: Path) -> None:
    load(tmp_path, "a")
    before = Generations(tmp_path).names()
    open_store(tmp_path, options=BARE).close()
    assert Generations(tmp_path).names() == before


def test_old_generation_answers_by_name(tmp_path: Path) -> None:
    load(tmp_path, "a")
    first = Generations(tmp_path).newest()
    load(tmp_path, "b")
    quads = (
        Generations(tmp_path)
        .open(first)
        .engine.quads_for_pattern(None, NamedNode("http://e/says"), None)
    )
    assert [quad.object for quad in quads] == [Literal("a")]


def test_only_so_many_are_kept(tmp_path: Path) -> None:
    for text in "abcd":
        load(tmp_path, text, kept=2)
    assert len(Generations(tmp_path).names()) == 2


def test_generation_stays_while_it_is_read(tmp_path: Path) -> None:
    load(tmp_path, "a")
    held = Generations(tmp_path).open()
    for text in "bcd":
        load(tmp_path, text, kept=1)
    assert held.name in Generations(tmp_path).names()
    held.close()
    load(tmp_path, "e", kept=1)
    assert held.name not in Generations(tmp_path).names()


def test_name_that_is_not_kept_is_told(tmp_path: Path) -> None:
    load(tmp_path, "a")
    with pytest.raises(UnknownName, match="no generation"):
        Generations(tmp_path).open("000009-00000000")


def test_unfinished_generation_is_cleaned_away(tmp_path: Path) -> None:
    load(tmp_path, "a")
    unfinished = tmp_path / "generations" / ".making-000009-00000000"
    unfinished.mkdir()
    load(tmp_path, "a")
    assert not unfinished.exists()


def test_backup_is_a_store_to_go_on_with(tmp_path: Path) -> None:
    load(tmp_path / "store", "a")
    open_store(tmp_path / "store", read_only=True).backup(tmp_path / "copy")
    load(tmp_path / "copy", "b")
    assert (tmp_path / "copy" / WORKING).is_dir()
    assert told(open_store(tmp_path / "store", read_only=True)) == [("a",)]


def _write_many(place: Path) -> None:
    for number in range(6):
        load(place, f"{number} {number}", kept=1)


def test_readers_never_fail_beside_a_writing_process(tmp_path: Path) -> None:
    load(tmp_path, "0 0")
    reader = open_store(tmp_path, read_only=True)
    writer = multiprocessing.get_context("spawn").Process(target=_write_many, args=(tmp_path,))
    writer.start()
    seen = {told(reader)[0][0] for _ in iter(writer.is_alive, False)}
    writer.join()
    assert all(len(set(text.split())) == 1 for text in seen)
    assert told(reader) == [("5 5",)]
