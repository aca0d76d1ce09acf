"""The invented council's story: inspections, themes, asks and what stands of them."""

from __future__ import annotations

import datetime

import pytest

from graph import Store
from graph.asks import asks
from graph.errors import ParameterError
from graph.selections import about, select
from graph.stories import Story, story_of
from tests.graph.exampleshire import story_store

ID = "http://localhost:8000/id"
COUNCIL = f"{ID}/body/exampleshire"


@pytest.fixture(scope="module")
def store() -> Store:
    return story_store()


@pytest.fixture(scope="module")
def story(store: Store) -> Story:
    return story_of(store, COUNCIL, datetime.date(2023, 1, 1))


def test_story_begins_with_the_graded_inspections(story: Story) -> None:
    assert story.label == "Exampleshire County Council"
    assert [(row["inspected_on"], row["rank"]) for row in story.grades] == [
        ("2016-09-26", 4), ("2021-06-21", 3)
    ]  # fmt: skip


def test_month_or_year_of_an_inspection_is_kept_as_stated(story: Story) -> None:
    assert list(story.stated_dates.values()) == ["2020"]


def test_table_has_themes_by_inspections(story: Story) -> None:
    first, _, last = story.themes.occasions
    homes = next(theme for theme in story.themes.themes if "ermanence" in theme)
    assert [row["text"] for row in story.themes.cell(homes, last)] == [
        "The time it takes to find lasting homes."
    ]
    assert (first.date, story.themes.raised(homes)) == ("2016-09-26", 2)


def test_asks_stand_as_the_documents_say(story: Story) -> None:
    assert story.standings == {"met": 1, "assessed": 1, "silent": 3, "too early to tell": 2}
    assert len(story.open_asks) == 6


def test_overdue_depends_on_the_day(store: Store, story: Story) -> None:
    assert [row["due"] for row in story.overdue] == ["2022-08-01"]
    assert story_of(store, COUNCIL, datetime.date(2022, 7, 1)).overdue == ()


def test_overseers_are_told_by_what_they_do(story: Story) -> None:
    told = {(row["actor_label"], row["how"]) for row in story.overseers.records}
    assert {("Ofsted", "inspects"), ("Ofsted", "oversees"), ("Commissioner", "agrees")} <= told


def test_documents_of_the_council_are_listed(story: Story) -> None:
    records = story.documents.records
    assert len(records) == 6
    assert [row["loaded"] for row in records].count(False) == 1


def test_unknown_body_is_refused(store: Store) -> None:
    with pytest.raises(ParameterError, match="nothing is known"):
        story_of(store, f"{ID}/body/nowhere", datetime.date(2023, 1, 1))


def test_asks_are_narrowed_by_theme_and_period(store: Store) -> None:
    def texts(**given: str) -> list[str]:
        return [each.text for each in asks(store, select(store, given))]

    assert texts(theme="permanence") == [
        "Find lasting homes sooner.", "The time it takes to find lasting homes."
    ]  # fmt: skip
    assert texts(theme="permanence", **{"from": "2020"}) == [
        "The time it takes to find lasting homes."
    ]
    assert texts(body="otherton", to="2018") == []


def test_ask_counts_what_speaks_of_it(store: Store) -> None:
    homes = asks(store, about(COUNCIL))[0]
    assert (homes.restatements, homes.returns, homes.replies) == (2, 1, 0)
    assert (homes.is_assessed, homes.is_met, homes.later_documents) == (True, False, 4)
    assert [actor.label for actor in homes.addressees] == ["Exampleshire County Council"]


def test_ask_is_overdue_after_its_day(store: Store) -> None:
    plan = next(each for each in asks(store, about(COUNCIL)) if each.due)
    assert plan.is_overdue("2022-08-02") and not plan.is_overdue("2022-08-01")


def test_unknown_parameter_is_refused(store: Store) -> None:
    with pytest.raises(ParameterError, match="only body, theme, from, to"):
        select(store, {"colour": "red"})
