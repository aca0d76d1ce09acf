"""The form of a query is told, and what must not be evaluated is refused where it stands."""

from __future__ import annotations

import pytest

from api.errors import BadQuery
from api.sparql.lexer import check_query


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * {}", "select"),
        ("# ASK\nPREFIX select: <http://a.example/> ASK {}", "ask"),
        ("base <http://a.example/> construct where {}", "construct"),
        ("DESCRIBE <http://a.example/SERVICE>", "describe"),
        ("SELECT ?service { ?s ?p \"SERVICE\", '''it's LOAD'''@en }", "select"),
        ("SELECT * { ?s load:service ?insert }", "select"),
    ],
)
def test_form_is_told(query: str, form: str) -> None:
    assert check_query(query).form == form


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a.example/> {} }",
        "SELECT * { OPTIONAL { {SELECT * { service silent ?x {} }} } }",
        "LOAD <http://a.example/>",
        "INSERT DATA {}",
        "",
        "SELECT * {" + "{" * 300 + "}" * 300 + "}",
    ],
)
def test_what_must_not_run_is_refused(query: str) -> None:
    with pytest.raises(BadQuery):
        check_query(query)


def test_refusal_says_line_and_column() -> None:
    with pytest.raises(BadQuery) as caught:
        check_query("SELECT *\n{ SERVICE ?x {} }")
    assert caught.value.facts == {"line": 2, "column": 3}
