"""The questions asked of the real documents about Tameside, against the hand-made gold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import MEMORY, Store, open_store
from graph.links import compute_links
from graph.questions import Cell, ask, questions
from loaders.pipeline import read_document
from loaders.triples import document_graph
from ontology.vocabulary import vocabulary

pytestmark = pytest.mark.corpus

COMMISSIONERS_GOLD = "2024-07-commissioner-report.json"
BOARD = "Tameside Safeguarding Children Board"


@pytest.fixture(scope="module")
def store(shared_folder: Path) -> Iterator[Store]:
    opened = open_store(MEMORY)
    for path in sorted((shared_folder / "corpus" / "tameside").iterdir()):
        slug, graph = document_graph(read_document(path.read_bytes()), opened.iris)
        triples = graph.serialize(format="nt", encoding="utf-8")
        opened.replace(str(opened.iris.document_graph(slug)), triples)
    compute_links(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def gold(shared_folder: Path) -> dict[str, Any]:
    path = shared_folder / "evaluation" / "gold" / COMMISSIONERS_GOLD
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def rows(store: Store, name: str) -> tuple[dict[str, Cell], ...]:
    return ask(store, name, {"body": "tameside"}).records


@pytest.mark.parametrize("name", [entry.name for entry in questions()])
def test_every_question_has_an_answer(store: Store, name: str) -> None:
    if name == "told-elsewhere":
        pytest.skip("needs other councils' documents")
    assert rows(store, name)


def test_table_by_theme_and_inspection_is_the_commissioners(
    store: Store, shared_folder: Path
) -> None:
    listed = json.loads(
        (shared_folder / "evaluation" / "linking.json").read_text(encoding="utf-8")
    )["appendix2"]
    expected = Counter(
        (vocabulary().concept("theme", item["theme"]).label, item["inspection_year_as_printed"])
        for item in listed
    )
    asked_of_council = [
        row for row in rows(store, "recurring-weaknesses") if row["asked_of"] != BOARD
    ]
    found = Counter((row["heading"], str(row["inspected_on"])[:4]) for row in asked_of_council)
    assert found == expected
    assert all(row["basis"] == "printed" for row in asked_of_council)


def test_only_the_two_of_2022_are_known_from_others(store: Store) -> None:
    absent = [row for row in rows(store, "recurring-weaknesses") if not row["loaded"]]
    assert [str(row["inspected_on"])[:4] for row in absent] == ["2022", "2022"]


def test_six_items_of_2016_stand_under_the_board(store: Store) -> None:
    under = [row for row in rows(store, "recurring-weaknesses") if row["asked_of"] == BOARD]
    assert sorted(row["number"] for row in under) == [str(number) for number in range(124, 130)]


def test_each_commissioner_recommendation_has_somebody_who_must_act(store: Store) -> None:
    duties = rows(store, "commissioner-duties")
    assert [row["number"] for row in duties] == [str(number) for number in range(1, 17)]
    assert all(row["must_act"] for row in duties)


def test_table_of_responsibilities_has_its_four_columns(store: Store, gold: dict[str, Any]) -> None:
    held = Counter(
        party
        for row in rows(store, "responsibilities")
        if "commissioner-report" in str(row["document"])
        for party in (row["party"] if isinstance(row["party"], tuple) else ())
    )
    gold_counts = sorted(map(len, gold["responsibilities"].values()))
    assert len(held) == len(gold_counts) == 4
    assert all(
        found >= listed for found, listed in zip(sorted(held.values()), gold_counts, strict=True)
    )


def test_third_visit_reviewed_four_recommendations(store: Store) -> None:
    reviews = rows(store, "visit-reviews")
    assert [(row["ordinal"], row["number"]) for row in reviews] == [
        (3, "10"), (3, "11"), (3, "12"), (3, "13"),
    ]  # fmt: skip
    assert all(row["words"] and row["progress"] for row in reviews)


def test_commissioner_names_four_options_of_escalation(store: Store) -> None:
    options = [
        row for row in rows(store, "escalation-options") if "commissioner" in str(row["document"])
    ]
    assert len(options) == 4
