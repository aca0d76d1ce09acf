"""The exports of the invented council's story, read by others than their writers."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET

import networkx
import pyoxigraph
import pytest

from graph import MEMORY, Store, open_store
from graph.exports import FORMATS, export, rdf
from tests.graph.exampleshire import STORY, story_store

BASE = "http://localhost:8000/id"
HOMES = f"{BASE}/recommendation/exampleshire-2021-06-30-inspection-report-1"
FIRST = f"{BASE}/recommendation/exampleshire-2016-12-09-inspection-report-1"


@pytest.fixture(scope="module")
def store() -> Store:
    return story_store()


def exported(store: Store, name: str) -> bytes:
    out = io.BytesIO()
    export(store, name, out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_edges_carry_relation_label_and_weight(store: Store, name: str) -> None:
    read = {"graphml": networkx.read_graphml, "gexf": networkx.read_gexf}[name]
    graph = read(io.BytesIO(exported(store, name)))
    edges = {data["relation"]: data for data in graph.get_edge_data(HOMES, FIRST).values()}
    assert (edges["recursFrom"]["label"], edges["recursFrom"]["weight"]) == ("recurs from", 0.9)


def test_graphml_and_gexf_hold_the_same_things_and_links(store: Store) -> None:
    graphml = networkx.read_graphml(io.BytesIO(exported(store, "graphml")))
    gexf = networkx.read_gexf(io.BytesIO(exported(store, "gexf")))
    assert set(graphml.nodes) == set(gexf.nodes)
    assert graphml.number_of_edges() == gexf.number_of_edges() > 50


def test_groups_tell_themes_and_genres_apart(store: Store) -> None:
    graph = networkx.read_graphml(io.BytesIO(exported(store, "graphml")))
    assert graph.nodes[HOMES]["group"] == "Pursuit of permanence"
    assert {data["group"] for _, data in graph.nodes(data=True)} >= {"Monitoring visit letter"}


def test_cytoscape_edges_join_nodes_that_are_there(store: Store) -> None:
    elements = json.loads(exported(store, "cyjs"))["elements"]
    nodes = {each["data"]["id"] for each in elements["nodes"]}
    edges = [each["data"] for each in elements["edges"]]
    assert all({edge["source"], edge["target"]} <= nodes for edge in edges)
    assert len({edge["id"] for edge in edges}) == len(edges)


def test_edge_ids_of_graphml_are_unique(store: Store) -> None:
    edges = ET.fromstring(exported(store, "graphml")).iter("{*}edge")
    ids = [edge.get("id") for edge in edges]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["nq", "nt"])
def test_lines_are_sorted(store: Store, name: str) -> None:
    lines = exported(store, name).splitlines()
    assert lines == sorted(lines)


def test_sorting_in_pieces_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = exported(store, "nq")
    monkeypatch.setattr(rdf, "LINES_AT_ONCE", 1000)
    assert exported(store, "nq") == whole


def test_quads_come_back_as_they_went(store: Store) -> None:
    again = pyoxigraph.Store()
    again.load(exported(store, "nq"), pyoxigraph.RdfFormat.N_QUADS)
    assert len(again) == store.count()


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"ttl", "jsonld"}))
def test_order_of_loading_changes_no_byte(name: str) -> None:
    graphs = STORY.read_text(encoding="utf-8").split("\nGRAPH ")
    prefixes, blocks = graphs[0], graphs[1:]
    forwards, backwards = (open_store(MEMORY) for _ in range(2))
    for opened, ordered in ((forwards, blocks), (backwards, blocks[::-1])):
        for block in ordered:
            told = block.replace("<graph/links>", "<graph/story-links>")
            with opened.transaction() as changes:
                changes.load(f"{prefixes}\nGRAPH {told}".encode(), "trig")
    assert exported(forwards, name) == exported(backwards, name)
