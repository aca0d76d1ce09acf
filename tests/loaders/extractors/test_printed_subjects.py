from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.obligations import read_duty
from loaders.records import Duty

FINDER = ActorFinder("", council_named("Tameside Metropolitan Borough Council"))


def duty_of(text: str) -> Duty:
    return read_duty(text, FINDER)


def bearers(text: str) -> list[str]:
    return [actor.label for actor in duty_of(text).bearers]


@pytest.mark.parametrize(
    ("text", "bearer"),
    [
        ("The programme manager must update the plan.", "Programme manager"),
        ("Outcome leads should report exceptions.", "Outcome leads"),
        ("Senior officers shall brief the Cabinet.", "Senior officers"),
        ("Where it is in doubt, the council lead must decide.", "Council lead"),
        ("Each quarter the finance lead will publish the costs.", "Finance lead"),
        ("Every three months the project sponsor has to review risks.", "Project sponsor"),
        ("Before the first monitoring visit the programme office will have to write a note.",
         "Programme office"),
        ("The Corporate Director for People must publish a plan.",
         "Corporate Director for People"),
        ("The Director of Children, Families and Learning must send the plan.",
         "Director of Children, Families and Learning"),
        ("The Panel may wish to examine the plan.", "Panel"),
        ("The Participation Service will support young people.", "Participation Service"),
        ("The Operations Group is to run the programme.", "Operations Group"),
        ("The heads of the adoption and fostering services shall present their work.",
         "Heads of the adoption and fostering services"),
        ("The plan should be drawn up by the programme office for each year.", "Programme office"),
        ("Programme manager to update the plan.", "Programme manager"),
        ("Senior Leadership Team (SLT) to update the plan.", "Senior leaders"),
        ("Once a year the finance lead shall publish costs.", "Finance lead"),
        ("As part of the review the auditors will test fifty files.", "Auditors"),
        ("No later than 1 May the finance lead must write a note.", "Finance lead"),
        ("Subject to approval, officers will start recruitment.", "Officers"),
        ("The review team must understand its figures.", "Review team"),
        ("Any agency that cannot attend should send its apologies.", "Agency"),
        ("The Business Unit will support the Chair.", "Business Unit"),
        ("It is the responsibility of the Panel to agree the plan.", "Panel"),
        ("The Vice Chair will answer for the plan.", "Vice Chair"),
        ("The new chair will set out priorities.", "Chair"),
        ("The newly formed Improvement Board will set out priorities.",
         "Tameside Improvement Board"),
        ("The Director of Nursing at the hospital trust must lead the review.",
         "Director of Nursing"),
        ("The Programme Director, reporting to the Chief Executive, will run the programme.",
         "Programme Director"),
        ("The notice requires the finance lead to write each month.", "Finance lead"),
        ("The Committee recommends that the Executive review the contract.", "Executive"),
        ("The Committee requested that officers bring a report.", "Officers"),
    ],
)  # fmt: skip
def test_a_noun_of_a_post_or_body_is_enough_for_a_subject(text: str, bearer: str) -> None:
    assert bearers(text) == [bearer]


@pytest.mark.parametrize(
    "text",
    [
        "The work of the programme office needs to improve.",
        "The plan of the review team must show costs.",
        "The review team must be bigger.",
        "Closer ties between the lead team and review teams is required to improve practice.",
        "A member of the review team will attend.",
        "Support from the review team should grow.",
        "The review team requires improvement.",
        "Kent Improvement Board will write a plan.",
        "The new service will improve outcomes.",
        "Members will recall that the review team met.",
        "The finance lead will retire in May.",
        "The Health, Care and Learning Committee must review it.",
        "Any case that is complex must go ahead.",
    ],
)
def test_what_is_no_subject_or_does_nothing_bears_nothing(text: str) -> None:
    assert bearers(text) == []


def test_those_who_stand_in_a_row_all_act() -> None:
    text = "The programme manager, the finance lead and the review team must plan together."
    assert bearers(text) == ["Programme manager", "Finance lead", "Review team"]
    text = "The finance lead and the Commissioner must plan together."
    assert bearers(text) == ["Finance lead", "Commissioner"]
    assert bearers("Headteachers and governors must plan.") == ["Headteacher", "Governors"]


def test_places_alone_are_councils_where_they_are_to_act() -> None:
    assert bearers("Kirklees and Barnsley will each agree a plan.") == [
        "Kirklees",
        "Barnsley Metropolitan Borough Council",
    ]
    assert bearers("Reading must improve in all schools.") == []


def test_who_is_to_act_by_a_verb_without_ending_is_asked() -> None:
    duty = duty_of("It was agreed that the Assistant Director circulate the plan.")
    assert ([actor.label for actor in duty.bearers], duty.modality, duty.action) == (
        ["Assistant Director"],
        ("recommended",),
        "circulate the plan",
    )
    assert bearers("Members asked that the Commissioner report in May.") == ["Commissioner"]
    assert bearers("It was agreed that the Council report be published.") == []
    assert bearers("It was agreed that the partners review cases each month.") == []


def test_each_of_those_who_act_is_no_part_of_what_they_do() -> None:
    assert duty_of("Both councils will each agree a plan.").action == "agree a plan"


def test_a_known_title_with_a_body_after_it_is_the_known_one() -> None:
    text = "The Commissioner for Tameside Metropolitan Borough Council must report."
    assert bearers(text) == ["Commissioner"]


def test_local_leaders_who_stand_in_a_row_act_too() -> None:
    text = "Local area leaders and the Strategic Partner need to plan together."
    assert bearers(text) == ["Leaders", "Strategic Partner"]


def test_a_panel_without_a_name_is_a_group_of_no_other_document() -> None:
    (panel,) = duty_of("The Panel should examine the plan.").bearers
    assert (panel.body, panel.body_type, panel.serves) == (None, "group", "tameside")


def test_the_board_under_a_direction_must_act() -> None:
    duty = duty_of("The Council is under a direction to publish its plan.")
    assert (duty.modality, duty.action) == (("must",), "publish its plan")
