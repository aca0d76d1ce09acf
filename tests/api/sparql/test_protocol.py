"""The SPARQL 1.1 Protocol over the wire: forms of request, formats, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

SELECT = "SELECT ?s { ?s a <https://w3id.org/answerable/ns#Document> } ORDER BY ?s"
CONSTRUCT = "CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 3"
ASK = "ASK { ?s ?p ?o }"
LETTER_GRAPH = "http://localhost:8000/graph/document/exampleshire-2022-05-11-monitoring-letter"


def test_get_answers_json_by_default(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": SELECT})
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert len(answer.json()["results"]["bindings"]) == 3


def test_form_and_direct_posts_answer_alike(client: TestClient) -> None:
    form = client.post("/sparql", data={"query": SELECT})
    direct = client.post(
        "/sparql", content=SELECT, headers={"content-type": "application/sparql-query"}
    )
    assert form.json() == direct.json() == client.get("/sparql", params={"query": SELECT}).json()


def test_escaped_percent_is_decoded_once(client: TestClient) -> None:
    answer = client.post("/sparql", data={"query": 'SELECT ("100%25" AS ?x) {}'})
    assert answer.json()["results"]["bindings"][0]["x"]["value"] == "100%25"


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (SELECT, "text/csv", "text/csv; charset=utf-8"),
        (SELECT, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (SELECT, "application/sparql-results+xml", "application/sparql-results+xml"),
        (SELECT, "application/json", "application/json"),
        (SELECT, "text/html", "text/html; charset=utf-8"),
        (SELECT, "text/csv;q=0.1, application/sparql-results+xml;q=0.9",
         "application/sparql-results+xml"),
        (ASK, "*/*", "application/sparql-results+json"),
        (CONSTRUCT, "*/*", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "text/turtle;q=0.9", "text/turtle; charset=utf-8"),
        (CONSTRUCT, "application/n-triples", "application/n-triples"),
        (CONSTRUCT, "application/ld+json", "application/ld+json"),
        (CONSTRUCT, "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE <http://localhost:8000/id/body/ofsted>", "text/turtle",
         "text/turtle; charset=utf-8"),
    ],
)  # fmt: skip
def test_format_is_negotiated(client: TestClient, query: str, accept: str, media_type: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)


@pytest.mark.parametrize(
    ("query", "accept", "status"),
    [
        (SELECT, "image/png", 406),
        (ASK, "text/csv", 406),
        (SELECT, "text/turtle", 406),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> {} }", "*/*", 400),
        ("LOAD <http://127.0.0.1:9/>", "*/*", 400),
        ("SELECT * {", "*/*", 400),
    ],
)
def test_refusal_is_a_problem(client: TestClient, query: str, accept: str, status: int) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status


def test_syntax_error_says_where(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT *\n{ ?s ?p }"})
    assert answer.json()["line"] == 2


def test_unknown_content_type_is_unsupported(client: TestClient) -> None:
    answer = client.post("/sparql", content="{}", headers={"content-type": "application/json"})
    assert answer.status_code == 415


def test_overlong_query_is_too_large(client: TestClient) -> None:
    answer = client.post("/sparql", data={"query": SELECT + "#" * 1_100_000})
    assert answer.status_code == 413


def test_two_queries_are_refused(client: TestClient) -> None:
    assert client.get(f"/sparql?query={ASK}&query={ASK}").status_code == 400


def test_default_graph_is_honoured(client: TestClient) -> None:
    parameters = {"query": SELECT, "default-graph-uri": LETTER_GRAPH}
    assert len(client.get("/sparql", params=parameters).json()["results"]["bindings"]) == 1


def test_named_graph_is_honoured(client: TestClient) -> None:
    query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    answer = client.get("/sparql", params={"query": query, "named-graph-uri": LETTER_GRAPH})
    assert [row["g"]["value"] for row in answer.json()["results"]["bindings"]] == [LETTER_GRAPH]


def test_relative_graph_name_is_refused(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": SELECT, "default-graph-uri": "graph"})
    assert answer.status_code == 400


def test_browser_without_query_gets_a_form(client: TestClient) -> None:
    answer = client.get("/sparql", headers={"accept": "text/html"})
    assert "<textarea" in answer.text


def test_browser_gets_a_table_with_links(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"accept": "text/html"})
    assert '<a href="/doc/document/otherton-2023-03-01-inspection-report">' in answer.text
