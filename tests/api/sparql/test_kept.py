"""Answers kept in memory: the same bytes for the same query and state, within a bound."""

from __future__ import annotations

from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.sparql.kept import LARGEST_BYTES, KeptAnswers
from graph.store import Store


def test_what_was_not_asked_for_longest_is_given_up() -> None:
    kept = KeptAnswers(most_bytes=10)
    for tag in ("a", "b"):
        kept.keep(tag, b"12345")
    kept.get("a")
    kept.keep("c", b"123")
    assert [kept.get(tag) for tag in ("a", "b", "c")] == [b"12345", None, b"123"]


def test_answer_kept_anew_counts_once() -> None:
    kept = KeptAnswers(most_bytes=10)
    kept.keep("a", b"123456789")
    kept.keep("a", b"1")
    kept.keep("b", b"12345")
    assert kept.get("a") == b"1"


def test_long_and_volatile_answers_are_not_kept() -> None:
    kept = KeptAnswers(most_bytes=10 * LARGEST_BYTES)
    kept.keep("long", b"x" * (LARGEST_BYTES + 1))
    kept.keep(None, b"now")
    assert kept.get("long") is None
    assert kept.get(None) is None


def test_nothing_is_kept_without_memory_for_it() -> None:
    kept = KeptAnswers(most_bytes=0)
    kept.keep("a", b"1")
    assert kept.get("a") is None


def test_each_format_of_a_repeated_query_is_its_own(client: TestClient) -> None:
    query = {"query": "SELECT ?s { ?s a <https://w3id.org/answerable/ns#Document> } LIMIT 1"}
    for accept in ("text/csv", "application/sparql-results+json"):
        first, again = (
            client.get("/sparql", params=query, headers={"Accept": accept}) for _ in range(2)
        )
        assert first.content == again.content
        assert again.headers["content-type"].startswith(accept)


def test_repeated_query_is_not_evaluated_again(store: Store) -> None:
    app = create_app(Settings(), store)
    with TestClient(app) as reader:
        first = reader.get("/sparql", params={"query": "ASK {}"})
        app.state.service.kept.keep(first.headers["etag"], b"what memory holds")
        again = reader.get("/sparql", params={"query": "ASK {}"})
    assert again.content == b"what memory holds"
