"""What became of recommendations of the invented council, and since when nothing speaks of them."""

from __future__ import annotations

import pytest

from graph import Store
from graph.errors import ParameterError
from graph.lives import NOT_ASSESSED, State, life_of, state_of
from graph.questions import ask
from tests.graph.exampleshire import story_store

ID = "http://localhost:8000/id"
HOMES = f"{ID}/recommendation/exampleshire-2016-12-09-inspection-report-1"
BOARD = f"{ID}/recommendation/exampleshire-2016-12-09-inspection-report-2"
REFERRALS = f"{ID}/recommendation/exampleshire-2020-from-exampleshire-2022-05-commissioner-report-1"


@pytest.fixture(scope="module")
def store() -> Store:
    return story_store()


def assessment(date: str | None, progress: str, taken_over: bool = False) -> dict[str, object]:
    return {
        "date": date, "progress": f"{ID}/progress/{progress}", "progress_label": progress.title(),
        "taken_over": taken_over, "by": ("Ofsted",), "quote": (f"It is {progress}.",),
        "document": f"{ID}/document/letter",
    }  # fmt: skip


def test_life_tells_where_it_is_repeated_assessed_and_raised_again(store: Store) -> None:
    life = life_of(store, HOMES)
    assert life.asked["text"] == "Find lasting homes sooner."
    assert [each["date"] for each in life.restatements.records] == ["2018-03-14", "2018-03-20"]
    assert [each["taken_over"] for each in life.assessments.records] == [False, True]
    assert [(each["which"], each["date"]) for each in life.recurrences.records] == [
        ("later", "2021-06-30")
    ]


def test_state_is_the_latest_assessment_at_first_hand(store: Store) -> None:
    state = life_of(store, HOMES).state
    assert (state.name, state.on, state.by) == ("Some progress", "2018-02-21", ("Ofsted",))
    assert state.words == ("Homes are found sooner.", "Yet some children wait.")


def test_stand_in_has_a_life_too(store: Store) -> None:
    life = life_of(store, REFERRALS)
    assert (life.asked["loaded"], life.state.name) == (False, "Met")


def test_silence_names_the_later_documents(store: Store) -> None:
    silence = life_of(store, BOARD).silence
    assert silence.is_total
    assert len(silence.documents) == 4
    assert silence.words == (
        "Never mentioned again in the documents loaded: 4 later documents about the council."
    )


def test_silence_begins_after_the_last_mention(store: Store) -> None:
    silence = life_of(store, HOMES).silence
    assert (silence.is_total, silence.last_mentioned) == (False, "2021-06-30")
    assert silence.words == "Not mentioned since 2021-06-30: 1 later document about the council."


def test_nothing_is_told_of_silence_without_a_later_document(store: Store) -> None:
    life = life_of(store, f"{ID}/recommendation/exampleshire-2022-05-commissioner-report-1")
    assert life.silence.words == "No later document about the council is loaded."
    assert life.state == State() and life.state.name == NOT_ASSESSED


def test_total_silence_is_what_the_question_tells(store: Store) -> None:
    silent = {row["recommendation"] for row in ask(store, "never-heard-again").records}
    everything = {str(row["recommendation"]) for row in ask(store, "asks").records}
    assert {iri for iri in everything if life_of(store, iri).silence.is_total} == silent


def test_two_findings_of_one_day_are_both_shown() -> None:
    state = state_of((assessment("2024-05-01", "met"), assessment("2024-05-01", "declined")))  # type: ignore[arg-type]
    assert state.is_disputed and state.name == "Met and Declined"


def test_undated_finding_gives_way_to_a_dated_one() -> None:
    state = state_of((assessment(None, "met"), assessment("2024-05-01", "declined")))  # type: ignore[arg-type]
    assert state.name == "Declined"


def test_what_is_only_taken_over_is_no_state() -> None:
    assert state_of((assessment("2024-05-01", "met", taken_over=True),)) == State()  # type: ignore[arg-type]


def test_unknown_recommendation_is_refused(store: Store) -> None:
    with pytest.raises(ParameterError, match="nothing is known"):
        life_of(store, f"{ID}/recommendation/nowhere-1")
