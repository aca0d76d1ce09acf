"""The store held to the shapes, graph by graph."""

from __future__ import annotations

from graph import MEMORY, open_store
from graph.checking import violations_by_graph

DOCUMENT = "http://localhost:8000/id/document/exampleshire-2021-06-30-inspection-report"
GRAPH = "http://localhost:8000/graph/document/exampleshire-2021-06-30-inspection-report"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def test_vocabularies_conform() -> None:
    assert [found for _, found in violations_by_graph(open_store(MEMORY))] == [()]


def test_breach_is_told_with_its_graph() -> None:
    store = open_store(MEMORY)
    triple = f"<{DOCUMENT}> <{TYPE}> <https://w3id.org/answerable/ns#Document> .\n"
    store.replace(GRAPH, triple.encode())
    found = dict(violations_by_graph(store))
    assert {breach.focus for breach in found[GRAPH]} == {DOCUMENT}
    assert found[str(store.iris.reference_graph)] == ()
