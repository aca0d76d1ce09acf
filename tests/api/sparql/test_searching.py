"""Words inside a query find things; the pattern is replaced safely or refused clearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.errors import BadQuery
from api.sparql.explaining import explain
from api.sparql.lexer import check_query
from api.sparql.searching import rewrite_search
from graph.store import Matches, Store

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

PREFIX = "PREFIX search: <https://w3id.org/answerable/search#> "


def rewritten(pattern: str) -> tuple[str, list[str]]:
    asked: list[str] = []

    def search(words: str) -> Matches:
        asked.append(words)
        return Matches(("http://e/1", "http://e/2"), more=False)

    query = check_query(f"{PREFIX}SELECT * {{ {pattern} }}")
    text, _ = rewrite_search(query, search)
    return text.partition("{ ")[2].removesuffix(" }"), asked


@pytest.mark.parametrize(
    ("pattern", "result"),
    [
        ('?x search:matches "a" .', "VALUES ?x { <http://e/1> <http://e/2> } ."),
        ('?x search:matches "a"', "VALUES ?x { <http://e/1> <http://e/2> }"),
        (
            '?x a ?c . ?x search:matches "a" ; ?p ?o',
            "?x a ?c . VALUES ?x { <http://e/1> <http://e/2> } ?x  ?p ?o",
        ),
        (
            '?x <https://w3id.org/answerable/search#matches> "a"',
            "VALUES ?x { <http://e/1> <http://e/2> }",
        ),
        ('?x ?p "search:matches"', '?x ?p "search:matches"'),
    ],
)
def test_pattern_becomes_the_things_found(pattern: str, result: str) -> None:
    assert rewritten(pattern)[0] == result


@pytest.mark.parametrize(
    "pattern",
    [
        "?x search:matches ?words",
        '<http://e/1> search:matches "a"',
        '?x a ?c ; search:matches "a"',
        '?x search:matches "a", "b"',
        '?x search:matches "a"@en',
        '?x search:matches+ "a"',
    ],
)
def test_other_use_is_refused_with_its_place(pattern: str) -> None:
    with pytest.raises(BadQuery, match=r"line 1, column"):
        rewritten(pattern)


def test_words_are_read_as_the_string_they_write() -> None:
    assert rewritten(r"""?x search:matches "a \"b c\" \u00e9" """)[1] == ['a "b c" é']


def test_search_is_answered_over_http(client: TestClient) -> None:
    query = PREFIX + """SELECT ?x { ?x search:matches "monitoring" ; a ?class } LIMIT 3"""
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 200
    assert answer.json()["results"]["bindings"]


def test_explanation_tells_algebra_counts_and_time(store: Store) -> None:
    query = "SELECT ?s { ?s a <https://w3id.org/answerable/ns#Document> ; ?p ?o } LIMIT 2"
    lines = list(explain(store, query))
    assert lines[0] == "form: select"
    assert any(line.startswith("time: ") for line in lines)
    assert "    Slice" in lines and any(line.endswith("# 3") for line in lines)


def test_description_and_void_are_one(client: TestClient) -> None:
    well_known = client.get("/.well-known/void", headers={"accept": "text/turtle"})
    service = client.get("/sparql", headers={"accept": "text/turtle"})
    assert well_known.text == service.text
    assert "sparql-service-description#Service" in service.text
    assert "void#triples" in service.text
