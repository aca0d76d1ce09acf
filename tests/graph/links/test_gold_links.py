from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .gold import Linked, link_gold

pytestmark = pytest.mark.corpus

LEAST_PRECISION = 0.92  # of "the same issue", over the listed pairs and the hard negatives
LEAST_RECALL = 0.75
LEAST_FOUND = 0.84  # of all listed pairs, in whichever relation
LEAST_THEME_AGREEMENT = 0.72


@pytest.fixture(scope="module")
def listed(shared_folder: Path) -> dict[str, Any]:
    text = (shared_folder / "evaluation" / "linking.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module")
def linked(shared_folder: Path) -> Linked:
    return link_gold(shared_folder / "evaluation")


def test_letter_and_table_find_every_recommendation_that_they_repeat(
    linked: Linked, listed: dict[str, Any]
) -> None:
    for row in listed["monitoring_letter_2017"]:
        assert linked.meant[row["source"]] == linked.meant[row["target"]]
    for row in listed["appendix2"]:
        assert linked.meant[row["id"]] == linked.meant[row["target"]]


def test_two_documents_that_quote_an_absent_letter_share_its_items(
    linked: Linked, listed: dict[str, Any]
) -> None:
    for row in listed["council_report_2022"]:
        assert linked.meant[row["source"]] == linked.meant[row["target"]]
    assert len(linked.conclusions.stand_in_items) == 2
    assert len({item.arises_from for item, _ in linked.conclusions.stand_in_items}) == 1


def test_same_issue_is_found_and_hard_negatives_are_kept_apart(
    linked: Linked, listed: dict[str, Any]
) -> None:
    same = {"restates", "recurs"}
    true = [linked.relation(pair) for pair in listed["pairs"] if pair["label"] in same]
    false = [linked.relation(pair) for pair in listed["hard_negatives"]]
    right, wrong = (sum(each in same for each in found) for found in (true, false))
    assert right / (right + wrong) >= LEAST_PRECISION
    assert right / len(true) >= LEAST_RECALL


def test_listed_pairs_are_found_in_some_relation(linked: Linked, listed: dict[str, Any]) -> None:
    found = [linked.relation(pair) for pair in listed["pairs"]]
    assert sum(each is not None for each in found) / len(found) >= LEAST_FOUND


def test_computed_themes_agree_with_the_printed_ones(linked: Linked) -> None:
    agreement = linked.conclusions.agreement
    assert agreement.printed == 33
    assert (agreement.rate or 0) >= LEAST_THEME_AGREEMENT
