"""Who sits between others, on graphs small enough to count by hand, and on the story."""

from __future__ import annotations

import networkx
import pytest

from graph.analytics import engines
from graph.analytics.centrality import actors_between, between
from graph.selections import about
from graph.ties import project_actors
from tests.graph.exampleshire import story_store

BODY = "http://localhost:8000/id/body"


def test_middle_of_a_chain_sits_between_its_ends() -> None:
    chain = networkx.DiGraph([("a", "b"), ("b", "c"), ("c", "d")])
    shares = {each.actor: each.betweenness for each in between(chain)}
    assert shares == {"b": pytest.approx(2 / 3, abs=1e-6), "c": pytest.approx(2 / 3, abs=1e-6),
                      "a": 0, "d": 0}  # fmt: skip


def test_cut_is_the_only_way_between_others() -> None:
    graph = networkx.DiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")])
    assert {each.actor for each in between(graph) if each.is_cut} == {"c"}


def test_direction_and_weight_change_nothing() -> None:
    one, other = networkx.DiGraph(), networkx.DiGraph()
    one.add_weighted_edges_from([("a", "b", 1), ("b", "c", 1)])
    other.add_weighted_edges_from([("b", "a", 9), ("c", "b", 2)])
    assert [each.betweenness for each in between(one)] == [
        each.betweenness for each in between(other)
    ]


def test_nobody_sits_between_in_an_empty_graph() -> None:
    assert between(networkx.DiGraph()) == ()


def test_estimate_of_a_large_graph_is_the_same_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "FAST_FROM", 10_000)
    monkeypatch.setattr(engines, "EXACT_UP_TO", 20)
    monkeypatch.setattr(engines, "PIVOTS", 10)
    star = networkx.DiGraph([("hub", str(number)) for number in range(30)])
    assert engines.is_estimated(star)
    first = between(star)
    assert first == between(star)
    assert first[0].actor == "hub"


def test_director_sits_between_board_inspectorate_and_helpers() -> None:
    found = actors_between(story_store(), about(f"{BODY}/exampleshire"))
    assert (found[0].label, found[0].kind) == ("Director of Children's Services", "Post")
    assert {"Commissioner", "Strategic Partner"} <= {each.label for each in found}


def test_actors_are_joined_by_the_items_of_one_body_only() -> None:
    store = story_store(copies=2)
    actors = project_actors(store, about(f"{BODY}/exampleshire"))
    assert f"{BODY}/exampleshire1" not in actors
    asked = actors.edges[f"{BODY}/ofsted", f"{BODY}/exampleshire"]
    assert (asked["weight"], asked["relations"]) == (4, "asks, inspects")
