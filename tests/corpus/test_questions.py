"""What the questions answer for the council whose papers were read by hand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from graph.questions import ask, questions
from graph.store import Store
from ontology.vocabulary import vocabulary
from tests.corpus.comparing import words

pytestmark = pytest.mark.corpus
COUNCIL = {"body": "tameside"}


@pytest.fixture(scope="module")
def commissioner(shared_folder: Path) -> dict[str, object]:
    path = shared_folder / "evaluation" / "gold" / "2024-07-commissioner-report.json"
    gold: dict[str, object] = json.loads(path.read_text())
    return gold


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_has_rows_for_the_council(corpus_store: Store, name: str) -> None:
    asked = next(question for question in questions() if question.name == name)
    takes_body = any(parameter.name == "body" for parameter in asked.parameters)
    assert ask(corpus_store, name, COUNCIL if takes_body else {}).records


def test_recurring_weaknesses_hold_the_commissioners_table(
    corpus_store: Store,
    commissioner: dict[str, dict[str, dict[str, dict[str, list[dict[str, str]]]]]],
) -> None:
    expected = Counter(
        (theme, year, words(item["text"]))
        for theme, entry in commissioner["appendix2"].items()
        for year, items in entry["by_inspection"].items()
        for item in items
    )
    labels = {concept.label: concept.slug for concept in vocabulary().scheme("theme")}
    rows = [
        row
        for row in ask(corpus_store, "recurring-weaknesses", COUNCIL).records
        if row["asked_of"] == "Tameside Metropolitan Borough Council" and row["basis"] == "printed"
    ]
    found = Counter(
        (labels[row["heading"]], str(row["inspected_on"])[:4], words(row["text"])) for row in rows
    )
    assert sum(expected.values()) == 33
    assert found == expected
    assert Counter(row["loaded"] for row in rows) == {True: 31, False: 2}


def test_items_of_the_safeguarding_board_stand_under_the_board(corpus_store: Store) -> None:
    rows = ask(corpus_store, "recurring-weaknesses", COUNCIL).records
    asked_of = Counter(row["asked_of"] for row in rows)
    assert asked_of["Tameside Safeguarding Children Board"] == 6


def test_third_visit_reviewed_four_numbers_of_2016(corpus_store: Store) -> None:
    rows = ask(corpus_store, "visit-reviews", COUNCIL).records
    third = [row for row in rows if row["ordinal"] == 3]
    assert sorted(row["number"] for row in third) == ["10", "11", "12", "13"]
    assert {row["number"]: row["progress"] for row in third}["11"] == "Insufficient progress"
    assert all(row["words"] for row in third)


def test_four_columns_of_responsibilities_and_four_options(
    corpus_store: Store, commissioner: dict[str, dict[str, object]]
) -> None:
    duties = ask(corpus_store, "responsibilities", COUNCIL).records
    texts = {words(row["text"]) for row in duties}
    table = commissioner["responsibilities"]
    assert len(table) == 4
    for items in table.values():
        assert {words(text) for text in items} <= texts  # type: ignore[attr-defined]
    options = ask(corpus_store, "escalation-options", COUNCIL).records
    printed = {words(row["option"]) for row in options}
    wanted = {words(option["intervention"]) for option in commissioner["escalation_options"]}
    assert wanted <= printed


def test_commissioners_sixteen_say_who_must_act(corpus_store: Store) -> None:
    rows = ask(corpus_store, "commissioner-duties", COUNCIL).records
    by_number = {row["number"]: row for row in rows}
    assert sorted(by_number, key=int) == [str(number) for number in range(1, 17)]
    assert all(row["must_act"] for row in rows)
    assert by_number["2"]["must_act"] == ("Department for Education",)
    assert by_number["8"]["agrees"] == ("Commissioner",)
    assert by_number["8"]["supports"] == ("Strategic Partner",)
    assert by_number["9"]["consulted"] == ("Commissioner",)
