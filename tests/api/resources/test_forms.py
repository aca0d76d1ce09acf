"""Lists and things in every form: sparse, counted, and as RDF that says what the graph says."""

from __future__ import annotations

import json
import warnings
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import rdflib

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.resources.collections import COLLECTIONS
from api.settings import Settings
from graph.exports.tables import Tables
from graph.questions import ask
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

PREFIX = "/api/v1"


@pytest.fixture(scope="module")
def papers(sample_store: Path) -> Iterator[Store]:
    with open_store(sample_store, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def reader(papers: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=papers.location), papers)) as session:
        yield session


def graph_of(data: bytes, form: str) -> rdflib.Graph:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of rdflib's reader of JSON-LD
        return rdflib.Graph().parse(data=data, format=form)


def with_context(answer: dict[str, Any]) -> bytes:
    """Return JSON-LD with the published context in it: nothing is fetched in a test."""
    context = json.loads((files("ontology") / "context.jsonld").read_text(encoding="utf-8"))
    assert answer["@context"] == "http://localhost:8000/def/context.jsonld"
    return json.dumps({**answer, **context}).encode()


@pytest.mark.parametrize("name", COLLECTIONS)
def test_jsonld_of_a_list_gives_the_triples_of_the_graph(
    reader: TestClient, papers: Store, name: str
) -> None:
    answer = reader.get(f"{PREFIX}/{name}.jsonld", params={"limit": 200})
    assert answer.headers["content-type"] == "application/ld+json"
    given = graph_of(with_context(answer.json()), "json-ld")
    turtle = graph_of(reader.get(f"{PREFIX}/{name}.ttl", params={"limit": 200}).content, "turtle")
    assert set(given) == set(turtle)
    things = {item["@id"] for item in reader.get(f"{PREFIX}/{name}?limit=200").json()["items"]}
    for thing in sorted(things)[:20]:
        of_graph = graph_of(
            papers.query(f"CONSTRUCT {{ <{thing}> ?p ?o }} WHERE {{ <{thing}> ?p ?o }}", "nt"), "nt"
        )
        assert set(of_graph) == set(given.triples((rdflib.URIRef(thing), None, None)))


def test_rest_names_the_things_that_its_jsonld_tells_of(reader: TestClient) -> None:
    path = f"{PREFIX}/recommendations"
    item = reader.get(path, params={"limit": 1}).json()["items"][0]
    nodes = reader.get(f"{path}/{item['slug']}.jsonld").json()["@graph"]
    node = next(node for node in nodes if node["id"] == item["@id"])
    assert node["text"] == item["text"]
    assert node["year"] == str(item["year"])
    evidence = node["evidence"] if isinstance(node["evidence"], list) else [node["evidence"]]
    assert {quote["@id"] for quote in item["quote"]} == set(evidence)


def test_fields_keep_what_is_named(reader: TestClient) -> None:
    answer = reader.get(f"{PREFIX}/recommendations", params={"fields": "text, page", "limit": 3})
    assert all(set(item) <= {"@id", "slug", "text", "page"} for item in answer.json()["items"])
    one = reader.get(f"{PREFIX}/bodies/exampleshire", params={"fields": "name"}).json()
    assert set(one) == {"@id", "slug", "name"}


def test_facets_count_what_the_filters_find(reader: TestClient) -> None:
    given = {"body": "exampleshire", "facets": "kind,year,theme,progress", "limit": "1"}
    body = reader.get(f"{PREFIX}/recommendations", params=given).json()
    assert sum(value["count"] for value in body["facets"]["kind"]) == body["total"]
    for value in body["facets"]["kind"]:
        wanted = {"body": "exampleshire", "kind": value["slug"]}
        found = reader.get(f"{PREFIX}/recommendations", params=wanted).json()
        assert found["total"] == value["count"]
    assert {value["value"] for value in body["facets"]["year"]} >= {2016, 2019}
    assert body["facets"]["progress"]


def test_facet_that_there_is_not_is_refused(reader: TestClient) -> None:
    answer = reader.get(f"{PREFIX}/recommendations", params={"facets": "colour"})
    assert answer.status_code == 400
    assert "kind" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("interview missing", "interviews missing"),
        ('"return home interview"', '"return home interviews"'),
        ("caseloads NOT quarter", "caseload -quarter"),
    ],
)
def test_words_are_found_by_their_stems_phrases_and_booleans(
    reader: TestClient, words: str, others: str
) -> None:
    found, same = (
        [item["@id"] for item in reader.get(f"{PREFIX}/recommendations", params={"q": q}).json()["items"]]  # noqa: E501
        for q in (words, others)
    )  # fmt: skip
    assert found == same != []


def test_either_of_two_words_finds_both(reader: TestClient) -> None:
    def total(words: str) -> int:
        return int(reader.get(f"{PREFIX}/recommendations", params={"q": words}).json()["total"])

    both, either = total("pathway homeless"), total("pathway OR homeless")
    assert either == total("pathway") + total("homeless") - both


@pytest.mark.parametrize("body", ["exampleshire", "sampleton"])
def test_rest_questions_exports_and_sparql_agree(
    reader: TestClient, papers: Store, body: str
) -> None:
    given = {"body": body, "limit": "500"}
    rest = reader.get(f"{PREFIX}/recommendations", params=given).json()
    texts = {item["@id"]: item["text"] for item in rest["items"]}
    asked = {r["recommendation"]: r["text"] for r in ask(papers, "asks", {"body": body}).records}
    assert texts == asked
    table = Tables(papers).table("recommendations").records
    assert texts == {r["id"]: r["text"] for r in table if r["id"] in texts}
    assert rest["total"] == len(texts)


def test_list_of_nothing_is_empty_in_every_form(reader: TestClient) -> None:
    for suffix in (".json", ".csv", ".ttl", ".nt", ".jsonld"):
        answer = reader.get(f"{PREFIX}/recommendations{suffix}", params={"q": "zzzz"})
        assert answer.status_code == 200
        assert answer.headers["x-total-count"] == "0"


def test_unchanged_list_is_not_sent_again(reader: TestClient) -> None:
    first = reader.get(f"{PREFIX}/recommendations", params={"limit": 2})
    tag = first.headers["etag"]
    again = reader.get(
        f"{PREFIX}/recommendations", params={"limit": 2}, headers={"If-None-Match": tag}
    )
    other = reader.get(
        f"{PREFIX}/recommendations", params={"limit": 3}, headers={"If-None-Match": tag}
    )
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kind", "priority-action"),
        ("theme", "assessment-and-practice"),
        ("theme", "missing-children"),
        ("progress", "met"),
        ("q", "interview"),
    ],
)
def test_filters_combine_as_sets_do(reader: TestClient, name: str, value: str) -> None:
    def found(**given: str) -> set[str]:
        listed = reader.get(f"{PREFIX}/recommendations", params={"limit": "500", **given}).json()
        return {item["@id"] for item in listed["items"]}

    both = found(body="exampleshire", **{name: value})
    assert both == found(body="exampleshire") & found(**{name: value}) != set()
