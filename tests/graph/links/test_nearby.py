"""How many earlier items an item is compared with, however many there are."""

from __future__ import annotations

from graph.links.elsewhere import is_elsewhere
from graph.links.likeness import describe
from graph.links.nearby import ELSEWHERE, candidates
from tests.benchmarks.generated import items


def test_an_item_meets_no_more_others_in_a_bigger_graph() -> None:
    met = [len(others) for _, others in candidates(describe(items(2_400)), is_elsewhere, ELSEWHERE)]
    assert max(met) == ELSEWHERE.most
    assert sum(met[-240:]) / 240 > ELSEWHERE.most / 2
