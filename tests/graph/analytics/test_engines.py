"""Both engines measure the same."""

from __future__ import annotations

import networkx
import pytest

from graph.analytics import engines

pytest.importorskip("rustworkx")


@pytest.fixture(params=[1, 2, 3])
def graph(request: pytest.FixtureRequest) -> networkx.Graph:
    drawn = networkx.gnm_random_graph(120, 150, seed=request.param)
    drawn.add_edge(5, 5)
    return networkx.relabel_nodes(drawn, str)


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "FAST_FROM", 0)


def test_betweenness_is_the_same(graph: networkx.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    slowly = engines.betweenness(graph)
    monkeypatch.setattr(engines, "FAST_FROM", 0)
    assert engines.is_fast(graph)
    assert engines.betweenness(graph) == pytest.approx(slowly, abs=1e-12)


def test_cuts_are_the_same(graph: networkx.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    slowly = engines.articulation_points(graph)
    monkeypatch.setattr(engines, "FAST_FROM", 0)
    assert engines.articulation_points(graph) == slowly != frozenset()


def test_parts_are_the_same(graph: networkx.Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    slowly = engines.components(graph)
    monkeypatch.setattr(engines, "FAST_FROM", 0)
    assert engines.components(graph) == slowly
    assert len(slowly) > 1


@pytest.mark.usefixtures("fast")
def test_empty_graph_has_nothing_to_measure() -> None:
    empty = networkx.Graph()
    assert engines.betweenness(empty) == {}
    assert engines.articulation_points(empty) == frozenset()
    assert engines.components(empty) == ()
