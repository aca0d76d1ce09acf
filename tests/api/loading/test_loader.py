"""Sources become graphs, records and texts of a store, whatever their order."""

from __future__ import annotations

import datetime
import io
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from api.loading.loader import Crew, Entry, Loader
from api.texts import Texts
from graph.store import MEMORY, Store, open_store

NOON = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)
LETTER = "exampleshire-2017-monitoring-visit-3.txt"
MANIFEST = "path,title,publisher,published,licence\nletter.txt,A letter,Ofsted,2017-10,OGL\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "papers"
    place.mkdir()
    with (files("loaders") / "samples" / LETTER).open("rb") as sample:
        (place / "letter.txt").write_bytes(sample.read())
    return place


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(MEMORY)
    yield opened
    opened.close()


def load(store: Store, texts: Texts, *paths: Path) -> list[Entry]:
    loader = Loader(store, texts, lambda: NOON)
    return list(loader.load([str(path) for path in paths], Crew(workers=1)))


def documents(store: Store) -> dict[str, list[bytes]]:
    found = {}
    for name in store.graphs():
        if "/graph/document/" in name:
            out = io.BytesIO()
            store.dump(out, "nt", name)
            found[name] = sorted(out.getvalue().splitlines())
    return found


def ask(store: Store, pattern: str) -> bool:
    prefixes = (
        "PREFIX ans: <https://w3id.org/answerable/ns#> PREFIX dcterms: <http://purl.org/dc/terms/> "
        "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
    )
    return b"true" in store.query(f"{prefixes} ASK {{ {pattern} }}")


def test_document_is_loaded_with_its_record(store: Store, folder: Path) -> None:
    entries = load(store, Texts(None), folder)
    assert [entry.status for entry in entries] == ["loaded"]
    assert len(documents(store)) == 1
    assert ask(store, '?load ans:loadOf ?d ; ans:fileName "letter.txt" ; ans:loadedOn ?moment')


def test_same_bytes_are_not_read_again(store: Store, folder: Path) -> None:
    load(store, Texts(None), folder)
    assert [entry.status for entry in load(store, Texts(None), folder)] == ["unchanged"]


def test_copy_of_a_document_is_one_more_source_of_it(store: Store, folder: Path) -> None:
    shutil.copy(folder / "letter.txt", folder / "copy.txt")
    assert sorted(entry.status for entry in load(store, Texts(None), folder)) == [
        "loaded",
        "unchanged",
    ]
    assert len(documents(store)) == 1


def test_other_bytes_from_the_same_source_replace_it(store: Store, folder: Path) -> None:
    load(store, Texts(None), folder)
    change(folder / "letter.txt", folder / "letter.txt")
    assert [entry.status for entry in load(store, Texts(None), folder)] == ["replaced"]
    assert len(documents(store)) == 1
    assert not ask(store, "?a ans:loadOf ?d . ?b ans:loadOf ?d FILTER(?a != ?b)")


def change(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes() + b"\n\nPrinted again.\n")


def test_slug_is_shared_the_same_way_in_any_order(folder: Path) -> None:
    change(folder / "letter.txt", folder / "other.txt")
    orders = [("letter.txt", "other.txt"), ("other.txt", "letter.txt")]
    graphs = []
    for order in orders:
        store = open_store(MEMORY)
        for name in order:
            load(store, Texts(None), folder / name)
        graphs.append(documents(store))
        store.close()
    assert graphs[0] == graphs[1]
    assert len(graphs[0]) == 2


def test_manifest_goes_to_the_graph_of_loads(store: Store, folder: Path) -> None:
    (folder / "MANIFEST.csv").write_text(MANIFEST, encoding="utf-8")
    load(store, Texts(None), folder)
    assert ask(
        store,
        f"GRAPH <{store.iris.loads_graph}> {{ ?d ans:issuedPerSource '2017-10'^^xsd:gYearMonth ;"
        " dcterms:license 'OGL' ; dcterms:source 'Ofsted' }",
    )


def test_text_is_kept_and_goes_with_its_document(
    tmp_path: Path, store: Store, folder: Path
) -> None:
    texts = Texts(tmp_path / "texts")
    slug = load(store, texts, folder)[0].slug
    assert "Exampleshire" in (texts.kept(slug) or "")
    Loader(store, texts, lambda: NOON).remove(slug)
    assert texts.kept(slug) is None
    assert documents(store) == {}
    assert not ask(store, "?load ans:loadOf ?d")


@pytest.mark.parametrize(
    ("name", "content", "status"),
    [
        ("empty.pdf", b"", "refused"),
        ("shopping.txt", b"Milk\nEggs\n", "passed over"),
        ("data.ttl", b"<http://a.example/s> <http://a.example/p> 1 .", "loaded"),
        ("broken.ttl", b"<http://a.example/s> <http://a.exam", "refused"),
        ("links.trig", b"<http://localhost:8000/graph/links> { <x:s> <x:p> 1 }", "refused"),
        ("remote.jsonld", b'{"@context": "http://127.0.0.1:9/c", "@id": "x:s"}', "refused"),
    ],
)
def test_each_source_is_told_what_became_of_it(
    store: Store, tmp_path: Path, name: str, content: bytes, status: str
) -> None:
    (tmp_path / name).write_bytes(content)
    entries = load(store, Texts(None), tmp_path / name)
    assert [entry.status for entry in entries] == [status]
    assert entries[0].reason or status == "loaded"


def test_data_that_breaks_a_shape_is_refused_unless_unchecked(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "wrong.ttl"
    file.write_text("<http://a.example/x> a <https://w3id.org/answerable/ns#Recommendation> .")
    loader = Loader(store, Texts(None), lambda: NOON)
    assert [entry.status for entry in loader.load([str(file)], Crew(1))] == ["refused"]
    loader = Loader(store, Texts(None), lambda: NOON)
    assert [e.status for e in loader.load([str(file)], Crew(1), unchecked=True)] == ["loaded"]
    assert str(store.iris.loads_graph) not in store.graphs()


def test_same_data_is_loaded_once(store: Store, tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_bytes(b"<http://a.example/s> <http://a.example/p> 1 .")
    load(store, Texts(None), tmp_path / "data.ttl")
    entries = load(store, Texts(None), tmp_path / "data.ttl")
    assert [entry.status for entry in entries] == ["unchanged"]
