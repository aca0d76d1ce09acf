"""Who else was told the same, and how their grades stood before and after."""

from __future__ import annotations

import pytest

from graph import Store
from graph.elsewhere import elsewhere_of, elsewhere_of_body, grades_of
from tests.graph.exampleshire import story_store

ID = "http://localhost:8000/id"
HOMES_2021 = f"{ID}/recommendation/exampleshire-2021-06-30-inspection-report-1"
NEIGHBOURS = (
    f"<{ID}/body/exampleshire> <https://w3id.org/answerable/ns#statisticalNeighbour>"
    f" <{ID}/body/otherton1> .\n"
)


@pytest.fixture(scope="module")
def store() -> Store:
    return story_store()


def test_case_has_the_grade_before_and_after(store: Store) -> None:
    [case] = elsewhere_of(store, HOMES_2021).cases
    assert case.told["council_label"] == "Otherton Council"
    assert case.before and case.after
    assert (case.before.grade, case.after.grade, case.outcome) == ("Inadequate", "Good", "improved")
    assert case.is_earlier


def test_case_names_the_documents_that_show_how(store: Store) -> None:
    [case] = elsewhere_of(store, HOMES_2021).cases
    assert [each["document"] for each in case.documents] == [
        f"{ID}/document/otherton-2019-04-05-inspection-report"
    ]


def test_outcome_is_not_known_where_nothing_followed(store: Store) -> None:
    [case] = elsewhere_of_body(store, f"{ID}/body/otherton").cases
    assert (case.outcome, case.after) == ("not known", None)


def test_note_counts_cases_and_claims_no_cause(store: Store) -> None:
    note = elsewhere_of(store, HOMES_2021).note
    assert note.startswith("1 other council was told the same.")
    assert "known in 1 case: 1 improved, 0 unchanged, 0 declined" in note
    assert "not why" in note


def test_rejected_likeness_is_no_case(store: Store) -> None:
    second = HOMES_2021.removesuffix("1") + "2"
    assert elsewhere_of(store, second).cases == ()
    assert "No other council" in elsewhere_of(store, second).note


def test_statistical_neighbours_come_first() -> None:
    store = story_store(copies=2)
    likeness = (
        f"<{HOMES_2021}> <https://w3id.org/answerable/ns#alikeElsewhere>"
        f" <{ID}/recommendation/otherton1-2019-04-05-inspection-report-1> .\n"
        f"<{ID}/recurrence/weaker> <https://w3id.org/answerable/ns#later> <{HOMES_2021}> ;\n"
        " <https://w3id.org/answerable/ns#earlier>"
        f" <{ID}/recommendation/otherton1-2019-04-05-inspection-report-1> ;\n"
        " <https://w3id.org/answerable/ns#score> 0.6 .\n"
    )
    with store.transaction() as changes:
        changes.load((likeness + NEIGHBOURS).encode(), "ttl")
    cases = elsewhere_of(store, HOMES_2021).cases
    assert [case.is_neighbour for case in cases] == [True, False]


def test_one_council_between_two_inspections_counts_once() -> None:
    store = story_store()
    again = (
        f"<{HOMES_2021}> <https://w3id.org/answerable/ns#alikeElsewhere>"
        f" <{ID}/recommendation/otherton-2> .\n"
        f"<{ID}/recommendation/otherton-2> <https://w3id.org/answerable/ns#text> 'Homes.' ;\n"
        " <https://w3id.org/answerable/ns#sortDate>"
        " '2019-05-05'^^<http://www.w3.org/2001/XMLSchema#date> ;\n"
        " <https://w3id.org/answerable/ns#madeIn>"
        f" <{ID}/document/otherton-2019-04-05-inspection-report> .\n"
        f"<{ID}/recurrence/other> <https://w3id.org/answerable/ns#later> <{HOMES_2021}> ;\n"
        f" <https://w3id.org/answerable/ns#earlier> <{ID}/recommendation/otherton-2> .\n"
    )
    with store.transaction() as changes:
        changes.load(again.encode(), "ttl")
    found = elsewhere_of(store, HOMES_2021)
    assert len(found.cases) == 2
    assert found.outcomes["improved"] == 1


def test_grades_come_in_order_of_time(store: Store) -> None:
    body = f"{ID}/body/otherton"
    assert [each.rank for each in grades_of(store, [body])[body]] == [4, 2]
    assert grades_of(store, []) == {}
