"""Other ways in which running text asks: "is to", "falls to", "is urged to", plans with a month."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.asking_prose import find_obligations_in_report
from loaders.readers.text import read
from loaders.records import Actor

FINDER = ActorFinder(
    "Its Corporate Parenting Board and its Improvement Board meet.",
    council_named("Tameside Metropolitan Borough Council"),
)


def labels(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.label.removeprefix("Tameside ") for actor in actors]


def report(text: str) -> list[tuple[list[str], str | None]]:
    found = find_obligations_in_report(read(text.encode()), FINDER)
    return [(labels(each.duty.bearers), each.duty.action) for each in found]


@pytest.mark.parametrize(
    ("text", "bearers", "action"),
    [
        ("The Council is to publish its plan.", ["Council"], "publish its plan"),
        ("It falls to the Council to publish its plan.", ["Council"], "publish its plan"),
        ("Partners are urged to attend.", ["Partners"], "attend"),
        ("It would be wise for the Council to find out why.", ["Council"], "find out why"),
        ("Leaders in health may wish to find out why.", ["Leaders"], "find out why"),
        ("Every agency should audit visits.", ["Partners"], "audit visits"),
        ("The Council’s officers must find out why.", ["Council"], "find out why"),
        ("Tameside’s political leaders must find out why.", ["Elected members"], "find out why"),
        ("The priority for leaders now is to find out why.", ["Leaders"], "find out why"),
        ("Leaders are new and need to act fast.", ["Leaders"], "act fast"),
        (
            "Plans must be updated by health and social care partners.",
            ["Partners"],
            "update plans",
        ),
        (
            "There needs to be a focus on this year by all partners.",
            ["Partners"],
            "There needs to be a focus on this year",
        ),
        ("Partners across the area must find out why.", ["Partners"], "find out why"),
        ("Education and care leaders must find out why.", ["Leaders"], "find out why"),
        ("Advice must be provided by the Council.", ["Council"], "provide advice"),
        ("Leaders know they must act fast and plan to hire.", ["Leaders"], "act fast"),
        ("Staff must be told by the Council.", ["Council"], "tell staff"),
    ],
)
def test_who_is_asked_in_other_words_is_found(text: str, bearers: list[str], action: str) -> None:
    found = [(each, words) for each, words in report(f"Visits are good. {text} All is well.\n")]
    assert found == [
        ([b.replace("Council", "Metropolitan Borough Council") for b in bearers], action)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Partners are to be commended for this.",
        "The aim is to publish the plan.",
        "It is for children to decide.",
        "The Council should have a plan, and this has been done.",
        "Staff must see children alone, and most do.",
    ],
)
def test_praise_and_aims_ask_nobody(text: str) -> None:
    assert report(f"Visits are good. {text} All is well.\n") == []


def test_what_needs_approval_is_announced_with_whoever_approves() -> None:
    text = "Appointments will be made by the Council, subject to the approval of Ofsted.\n"
    (found,) = find_obligations_in_report(read(text.encode()), FINDER)
    assert labels(found.duty.agreed_by) == ["Ofsted"]


def test_to_do_so_is_no_action_by_itself() -> None:
    assert report("The Council has no plan yet and must do so.\n")[0][1] is None


def test_missing_children_are_the_subject_of_what_follows() -> None:
    asked = report("Children who are missing must be offered a talk by the Council.\n")
    assert asked == [(["Metropolitan Borough Council"], "offer children who are missing a talk")]


def test_more_is_asked_from_whom_it_is_required() -> None:
    ((bearers, _),) = report("Greater challenge is required from the Improvement Board.\n")
    assert bearers == ["Improvement Board"]


def test_what_should_be_overseen_is_overseen_and_has_no_bearer() -> None:
    (found,) = find_obligations_in_report(
        read(b"This work should be overseen by the Improvement Board.\n"), FINDER
    )
    assert labels(found.duty.overseen_by) == ["Improvement Board"] and not found.duty.bearers


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Joint meetings will now be held by the Council.",
            [(["Metropolitan Borough Council"], "now hold joint meetings")],
        ),
        ("Joint meetings will now be held on new cases.", []),
        ("Funds will be shared from May 2014.", []),
        ("More time will now be needed.", []),
        ("Plans say how needs will now be met.", []),
        ("Funds will be shared.", []),
    ],
)
def test_what_is_planned_from_now_or_a_named_month_is_told(
    text: str, asked: list[tuple[list[str], str | None]]
) -> None:
    assert report(f"Visits are good. {text} All is well.\n") == asked


def test_what_is_known_to_require_improvement_is_asked_for() -> None:
    text = "Leaders have identified that the response to fathers requires improvement.\n"
    assert report(text) == [(["Leaders"], "improve the response to fathers")]


def test_what_a_minister_directed_is_told_as_an_action() -> None:
    text = "The Minister has directed that a trust should be set up.\n"
    assert report(text) == [([], "set up a trust")]


def test_what_will_be_overseen_by_somebody_is_announced() -> None:
    text = "Performance on this will be overseen by the Improvement Board.\n"
    (found,) = find_obligations_in_report(read(text.encode()), FINDER)
    assert labels(found.duty.overseen_by) == ["Improvement Board"]


@pytest.mark.parametrize(
    "text",
    [
        "Pilots run, and on success it will now be extended.",
        "From September the fund will be paid through the school.",
        "Where meetings were late, managers decided that families should be visited.",
    ],
)
def test_a_plan_of_nobody_to_do_nothing_named_is_not_told(text: str) -> None:
    assert report(f"{text}\n") == []
