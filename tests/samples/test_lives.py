"""The invented council's papers tell lives, a story, and who else was told the same."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import Store, open_store
from graph.analytics.registry import ANALYTICS, analyse
from graph.elsewhere import elsewhere_of_body
from graph.lives import Life, life_of
from graph.stories import story_of

ID = "http://localhost:8000/id"
REPORT = f"{ID}/recommendation/exampleshire-2016-11-25-inspection-report"
COUNCIL = f"{ID}/body/exampleshire"


@pytest.fixture(scope="module")
def store(sample_store: Path) -> Iterator[Store]:
    opened = open_store(str(sample_store), read_only=True)
    yield opened
    opened.close()


def lives(store: Store) -> dict[str, Life]:
    rows = store.rows(
        "PREFIX ans: <https://w3id.org/answerable/ns#> SELECT ?item ?number WHERE {"
        f" ?item ans:madeIn <{ID}/document/exampleshire-2016-11-25-inspection-report> ;"
        " ans:number ?number }"
    )
    return {number: life_of(store, item) for item, number in rows}


def test_reviewed_recommendations_have_a_state_and_the_threshold_has_none(store: Store) -> None:
    found = lives(store)
    assert found["6"].state.name == "Met"
    assert found["5"].state.name == "Insufficient progress"
    assert found["43"].state.name == "not assessed"
    assert found["43"].silence.is_total


def test_life_holds_what_comes_back(store: Store) -> None:
    assert any(life.recurrences.rows for life in lives(store).values())


def test_story_has_four_graded_inspections_and_overdue_asks(store: Store) -> None:
    story = story_of(store, COUNCIL, datetime.date(2026, 1, 1))
    assert len(story.grades) >= 3
    assert story.overdue and story.post_holders.rows and story.overseers.rows
    assert any(story.themes.raised(theme) > 1 for theme in story.themes.themes)
    assert story.standings["met"] >= 1


def test_neighbour_improved_at_its_next_inspection(store: Store) -> None:
    found = elsewhere_of_body(store, COUNCIL)
    assert {case.told["council_label"] for case in found.cases} == {"Sampleton Borough Council"}
    assert found.outcomes["improved"] == 1


@pytest.mark.parametrize("name", ANALYTICS)
def test_every_analytic_measures_the_papers(store: Store, name: str) -> None:
    assert analyse(store, name, {"body": "exampleshire"}).answer.rows
