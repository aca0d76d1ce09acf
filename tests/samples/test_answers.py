"""The invented council's papers answer every question that the graph is there for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Store, open_store
from graph.questions import Cell, ask, questions

OVERDUE_DAY = "2026-01-01"


@pytest.fixture(scope="module")
def store(sample_store: Path) -> Iterator[Store]:
    opened = open_store(str(sample_store))
    yield opened
    opened.close()


def answer(store: Store, name: str, **parameters: str) -> tuple[dict[str, Cell], ...]:
    return ask(store, name, {"body": "exampleshire", **parameters}).records


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_has_an_answer(store: Store, name: str) -> None:
    assert answer(store, name)


def test_interviews_of_missing_children_recur_at_four_inspections(store: Store) -> None:
    rows = answer(store, "recurring-weaknesses", theme="assessment-and-practice")
    days = {str(row["inspected_on"]) for row in rows if "return home interview" in str(row["text"])}
    assert {"2016-09-05", "2019-03-11", "2021-11-09", "2023-09-04"} <= days


def test_the_third_visit_found_one_recommendation_met(store: Store) -> None:
    rows = answer(store, "visit-reviews", to="2017")
    assert {str(row["number"]): row["progress"] for row in rows} == {
        "3": "Some progress", "5": "Insufficient progress", "6": "Met"
    }  # fmt: skip


def test_a_page_of_news_is_no_second_assessment(store: Store) -> None:
    rows = answer(store, "what-became")
    assert len(rows) == 6
    assert not any("news" in str(row["document"]) for row in rows)


def test_the_neighbour_was_told_the_same_and_improved(store: Store) -> None:
    rows = answer(store, "told-elsewhere")
    assert {row["council"] for row in rows} == {"Sampleton Borough Council"}
    assert all(row["improved"] for row in rows)


def test_the_threshold_document_was_never_heard_of_again(store: Store) -> None:
    numbers = {str(row["number"]) for row in answer(store, "never-heard-again", to="2016")}
    assert "43" in numbers
    assert "3" not in numbers


def test_some_of_the_direction_is_overdue_and_some_is_not(store: Store) -> None:
    due = answer(store, "due", day=OVERDUE_DAY, **{"from": "2023"})
    overdue = {str(row["due"]): row["overdue"] for row in due if row["due"]}
    assert overdue["2024-02-29"]
    assert not overdue["2027-06-30"]


def test_nothing_is_due_twice(store: Store) -> None:
    rows = answer(store, "due")
    asked = [(row["document"], row["text"]) for row in rows]
    assert len(asked) == len(set(asked))


def test_the_paper_replies_to_the_letter_and_the_news_discusses_one(store: Store) -> None:
    said = {
        (str(row["document"]).rpartition("/")[2], row["relation"]): str(row["other"])
        for row in answer(store, "documents-about-documents")
    }
    paper = said["exampleshire-2022-01-19-committee-report", "replies to"]
    assert paper.endswith("exampleshire-2021-12-14-focused-visit-letter")
    news = said["exampleshire-2017-11-16-news-article", "discusses"]
    assert news.endswith("exampleshire-2017-11-07-monitoring-letter")
