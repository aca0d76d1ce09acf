"""Every export can be read again, and says the same each time."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import networkx
import pyoxigraph
import pytest

from graph.errors import UnknownName
from graph.exports import FORMATS, export
from graph.store import MEMORY, Store, open_store

BASE = "http://localhost:8000"
ASKED = f"{BASE}/id/recommendation/exampleshire-2021-01-29-inspection-report-1"
BODY = f"{BASE}/id/body/exampleshire"
TRIPLES = f"""
PREFIX ans: <https://w3id.org/answerable/ns#>
GRAPH <{BASE}/graph/document/x> {{
  <{ASKED}> a ans:Recommendation, ans:AreaForImprovement ; ans:text "Visit\\u0007 on time." ;
    ans:year 2021 ; ans:addressedTo <{BODY}> ; ans:consults <{BODY}> .
  <{BODY}> a ans:Body .
  <{BASE}/id/passage/x-1-2> a ans:Passage ; ans:quote "Visit on time." .
}}"""


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(MEMORY)
    with opened.transaction() as changes:
        changes.load(TRIPLES.encode(), "trig")
    yield opened
    opened.close()


def exported(store: Store, name: str) -> bytes:
    out = io.BytesIO()
    export(store, name, out)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_export_is_the_same_each_time(store: Store, name: str) -> None:
    assert exported(store, name) == exported(store, name)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("ttl", pyoxigraph.RdfFormat.TURTLE),
        ("nt", pyoxigraph.RdfFormat.N_TRIPLES),
        ("nq", pyoxigraph.RdfFormat.N_QUADS),
        ("jsonld", pyoxigraph.RdfFormat.JSON_LD),
    ],
)
def test_rdf_holds_every_statement(store: Store, name: str, form: pyoxigraph.RdfFormat) -> None:
    subjects = {str(quad.subject) for quad in pyoxigraph.parse(exported(store, name), form)}
    assert {f"<{ASKED}>", f"<{BASE}/id/passage/x-1-2>"} <= subjects


def test_graphml_has_label_kind_and_year(store: Store) -> None:
    graph = networkx.read_graphml(io.BytesIO(exported(store, "graphml")))
    assert graph.nodes[ASKED] == {
        "label": "Visit on time.",
        "text": "Visit on time.",
        "kind": "AreaForImprovement",
        "iri": ASKED,
        "group": "AreaForImprovement",
        "year": 2021,
    }
    assert {data["relation"] for *_, data in graph.edges(data=True)} >= {"addressedTo", "consults"}


def test_gexf_has_label_kind_and_year(store: Store) -> None:
    graph = networkx.read_gexf(io.BytesIO(exported(store, "gexf")))
    node = graph.nodes[ASKED]
    assert (node["label"], node["kind"], node["year"]) == (
        "Visit on time.",
        "AreaForImprovement",
        2021,
    )
    assert graph.number_of_edges(ASKED, BODY) == 2


def test_cytoscape_json_has_label_kind_and_year(store: Store) -> None:
    elements = json.loads(exported(store, "cyjs"))["elements"]
    node = next(each["data"] for each in elements["nodes"] if each["data"]["id"] == ASKED)
    assert (node["label"], node["kind"], node["year"]) == (
        "Visit on time.",
        "AreaForImprovement",
        2021,
    )


def test_things_without_links_are_left_out_of_graphs(store: Store) -> None:
    graph = networkx.read_graphml(io.BytesIO(exported(store, "graphml")))
    assert all(degree for _, degree in graph.degree())


def test_unknown_format_is_refused_with_those_that_there_are(store: Store) -> None:
    with pytest.raises(UnknownName, match="graphml"):
        export(store, "docx", io.BytesIO())
