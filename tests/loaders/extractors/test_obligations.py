from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.extractors.actors import ActorFinder, council_named, find_council
from loaders.extractors.obligations import read_duty, read_sentences
from loaders.readers import read_source
from loaders.records import Actor, Duty

LEAST_BEARERS = 0.70  # of 41 gold sentences, each alone; six need the heading of their list
LEAST_MODALITIES = 0.87
OTHERS = {
    "agreed_by": "agrees",
    "supported_by": "supports",
    "overseen_by": "oversees",
    "consults": "is-consulted",
    "reports_to": "receives-report",
}
FINDER = ActorFinder(
    "Its Corporate Parenting Board and its Improvement Board meet.",
    council_named("Tameside Metropolitan Borough Council"),
)


def duty_of(text: str) -> Duty:
    return read_duty(text, FINDER)


def labels(actors: tuple[Actor, ...]) -> list[str]:
    return [actor.label.removeprefix("Tameside ") for actor in actors]


def test_the_subject_of_the_modal_must_act() -> None:
    duty = duty_of("The Strategic Partner should now publish a timetable.")
    assert labels(duty.bearers) == ["Strategic Partner"]
    assert duty.modality == ("should",)
    assert duty.action == "now publish a timetable"


def test_both_organisations_are_the_two_named_before() -> None:
    duty = duty_of("The Council and the Strategic Partner know this; both agencies need to act.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council", "Strategic Partner"]


def test_individual_agencies_that_must_act_are_partners() -> None:
    assert labels(duty_of("Individual agencies must own their audits.").bearers) == ["Partners"]


def test_the_agents_of_a_passive_have_their_own_parts() -> None:
    duty = duty_of(
        "Milestones must be drawn up by the Council, agreed by the Commissioner and supported by "
        "the Strategic Partner."
    )
    assert labels(duty.bearers) == ["Metropolitan Borough Council"]
    assert labels(duty.agreed_by) == ["Commissioner"]
    assert labels(duty.supported_by) == ["Strategic Partner"]


@pytest.mark.parametrize(
    "text",
    [
        "The strategy must be rewritten.",
        "Improve the strategy.",
        "The quality of the Council’s strategy.",
        "Consider whether the Council should retain the contract.",
        "The Council should have been told.",
        "Children must not be without support.",
        "There is no need to tell the Council.",
    ],
)
def test_nobody_is_named_who_must_act(text: str) -> None:
    assert duty_of(text).bearers == ()


@pytest.mark.parametrize(
    "subject",
    ["Tameside Council leaders", "The Council’s senior leaders", "Senior leaders of the Council"],
)
def test_leaders_of_a_body_are_that_body(subject: str) -> None:
    duty = duty_of(f"{subject} should meet every month.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council"]


def test_leaders_of_the_last_of_two_bodies_are_not_the_first_alone() -> None:
    duty = duty_of("The Improvement Board and Council’s managers should meet every month.")
    assert len(duty.bearers) == 2


def test_two_subjects_both_must_act() -> None:
    duty = duty_of("The Council and the Improvement Board need to meet.")
    assert len(duty.bearers) == 2


def test_the_one_who_is_required_acts_and_the_requirer_is_told() -> None:
    duty = duty_of("The Chief Inspector requires the Council to submit a plan.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council"]
    assert labels(duty.reports_to) == ["His Majesty’s Chief Inspector"]


def test_it_is_imperative_for_somebody() -> None:
    duty = duty_of("It is imperative for the LA to publish its figures.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council"]
    assert duty.modality == ("must",)


def test_who_is_consulted_does_not_act() -> None:
    duty = duty_of("Senior appointments should involve consultation with the Commissioner.")
    assert duty.bearers == ()
    assert labels(duty.consults) == ["Commissioner"]


def test_who_takes_part_in_a_joint_response_supports_it() -> None:
    duty = duty_of("This should be a multi-agency response involving Cafcass and Ofsted.")
    assert [each.body for each in duty.supported_by] == ["cafcass", "ofsted"]
    assert duty.modality == ("should",)
    assert duty.action == "make this a multi-agency response involving Cafcass and Ofsted"


@pytest.mark.parametrize(
    "said",
    [
        "The Council may not always be told.",
        "The Council may be less aware of it.",
        "The Council acts for children about whom there may be concerns.",
        "Health services provide information on request.",
        "This will ensure that children are seen.",
        "These long waits may prevent the Council’s staff from helping.",
    ],
)
def test_what_may_be_so_or_is_so_asks_for_nothing(said: str) -> None:
    assert duty_of(said).modality == ()


def test_who_gets_the_report_is_told() -> None:
    duty = duty_of("The Improvement Board should report to the Minister and to the Commissioner.")
    assert labels(duty.reports_to) == ["Parliamentary Under Secretary of State", "Commissioner"]


def test_must_outweighs_will() -> None:
    duty = duty_of("The Council must write a plan. The Strategic Partner will then help.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council"]
    assert duty.modality == ("must", "will")


def test_a_condition_is_kept_in_its_words() -> None:
    assert duty_of("If the plan fails, then more is required.").condition == "If the plan fails"


def test_the_action_of_an_item_is_its_first_demand() -> None:
    duty = duty_of("Ensure that all have a plan. These should include dates.")
    assert duty.action == "Ensure that all have a plan"


def test_what_an_item_adds_after_a_semicolon_does_not_say_how_strongly_it_asks() -> None:
    duty = duty_of("Update the form for visits; this should be short.")
    assert (duty.action, duty.modality) == ("Update the form for visits; this should be short", ())


def test_a_later_sentence_that_points_back_is_no_demand_by_itself() -> None:
    assert duty_of("The quality of plans. These should include dates.").action is None


def test_a_finding_before_the_demand_is_not_the_action() -> None:
    duty = duty_of("Plans are good. However, the Council should review them.")
    assert duty.action == "review them"


def test_both_are_the_two_of_whom_the_sentence_has_spoken() -> None:
    duty = duty_of("The Council and Ofsted know it; both organisations need to act.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council", "Ofsted"]
    assert duty.action == "act"


def test_an_item_that_says_what_must_be_so_asks_for_it() -> None:
    assert duty_of("Children need to be safe.").modality == ("must",)


def test_what_an_imperative_says_of_duties_is_part_of_its_demand() -> None:
    text = "Ensure that staff are clear that plans should be in place."
    assert duty_of(text).action == text.rstrip(".")


def test_a_pronoun_is_not_turned_into_an_object() -> None:
    assert duty_of("They need to be invited.").action is None


def test_two_clauses_that_say_what_must_be_so_are_both_the_action() -> None:
    text = "The child must remain at the centre; a plan needs to be drafted."
    assert duty_of(text).action == text.rstrip(".")


def test_they_are_those_of_the_sentence_before() -> None:
    duty = duty_of("The Council must act. In addition, they need to review the plans.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council"]


def test_what_the_council_is_to_do_is_the_action() -> None:
    duty = duty_of("The Council to mend the roofs and homes should be inspected.")
    assert duty.action == "mend the roofs and homes should be inspected"
    assert labels(duty.bearers) == ["Metropolitan Borough Council"]


def test_may_of_what_is_possible_is_no_modality() -> None:
    assert duty_of("Delays may harm children.").modality == ()
    assert duty_of("Leaders may wish to meet.").modality == ("may",)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Review all children subject to a plan and those in homes.", None),
        ("The Council should open the hub, subject to the approval of its funding.", "subject to"),
        ("The plan should name the Council and, where appropriate, single agencies.", None),
        ("Provide help where required (paragraphs 8, 9).", "where required"),
    ],
)
def test_a_condition_is_no_group_and_no_wider_than_its_words(
    text: str, condition: str | None
) -> None:
    read = duty_of(text).condition
    assert read == condition or (condition and read and read.startswith(condition))


def test_an_entry_in_a_list_of_duties_is_its_holder_s() -> None:
    holder = Actor(kind="role", label="Commissioner", role="commissioner")
    duty = read_duty("to agree, with the Council, a plan;", FINDER, holder)
    assert duty.bearers == (holder,)
    assert duty.modality == ("will",)
    assert labels(duty.agreed_by) == ["Metropolitan Borough Council"]


@pytest.mark.corpus
def test_gold_obligations_are_read_as_well_as_before(shared_folder: Path) -> None:
    gold = json.loads((shared_folder / "evaluation" / "obligations.json").read_text())
    finders: dict[str, ActorFinder] = {}
    bearers = modalities = 0
    for item in gold["obligations"]:
        if item["document"] not in finders:
            source = read_source((shared_folder / "corpus" / item["document"]).read_bytes())
            finders[item["document"]] = ActorFinder(source.text, find_council(source))
        duty = read_duty(item["sentence"], finders[item["document"]])
        named = duty.bearers[0].label.replace("’", "'") if duty.bearers else ""
        bearers += any(same(named, name) for name in item["bearer_acceptable"])
        modalities += bool(set(duty.modality) & set(item["modality_acceptable"]))
    assert bearers / len(gold["obligations"]) >= LEAST_BEARERS
    assert modalities / len(gold["obligations"]) >= LEAST_MODALITIES


def same(named: str, acceptable: str) -> bool:
    one, other = named.lower(), acceptable.replace("’", "'").lower()
    return one == other or bool(one and other and (one in other or other in one))


def test_an_aside_is_no_subject() -> None:
    duty = duty_of("The Council and its partners, such as schools, need to share more.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council", "Partners"]


def test_each_sentence_has_its_own_duty() -> None:
    first, second = read_sentences("The Council must plan. The Council may wait.", FINDER)
    assert (first.duty.modality, second.duty.modality) == (("must",), ("may",))


def test_names_that_spell_out_a_group_replace_it() -> None:
    duty = duty_of("This must be done by our statutory partners GMP and NHS providers.")
    assert labels(duty.bearers) == ["Greater Manchester Police", "NHS providers"]


def test_a_chair_is_known_with_the_place_in_the_post() -> None:
    duty = duty_of("The Chair of the Tameside MASA should send it.")
    assert [actor.kind for actor in duty.bearers] == ["post"]


@pytest.mark.parametrize(
    "text",
    [
        "Review the protocol in conjunction with the Improvement Board.",
        "The Council should ensure that joint safeguarding work with the Improvement Board grows.",
        "The Council must act with support, as appropriate, from the Improvement Board.",
    ],
)
def test_who_acts_beside_another_supports(text: str) -> None:
    assert labels(duty_of(text).supported_by) == ["Improvement Board"]


def test_one_who_asks_for_a_plan_based_on_a_report_receives_none() -> None:
    text = "Ofsted asks that the Board publishes its plan based on what this report says."
    assert read_duty(text, FINDER).reports_to == ()


def test_to_seek_is_to_act_and_to_see_is_none() -> None:
    assert labels(duty_of("The Council should seek advice.").bearers)
    assert not duty_of("The Council should see results.").bearers


def test_whoever_needs_to_be_more_open_must_act() -> None:
    assert labels(duty_of("The Council needs to be more open.").bearers)
    assert not duty_of("The Council will be more open.").modality


def test_who_is_needed_is_not_told_to_act_but_whose_work_is() -> None:
    assert labels(duty_of("More work by the Improvement Board is needed to learn.").bearers) == [
        "Improvement Board"
    ]
    assert not duty_of("The Strategic Partner is needed to steady the service.").bearers


def test_reports_of_which_an_item_speaks_are_nobody_s_to_receive() -> None:
    duty = duty_of("Strengthen the checks of reports to the Improvement Board.")
    assert not duty.reports_to
    assert duty_of("Provide quarterly reports to the Improvement Board.").reports_to


def test_leaders_who_include_named_bodies_are_those_bodies() -> None:
    duty = duty_of("Leaders, including the Council, the Improvement Board and schools, must act.")
    assert labels(duty.bearers)[1:] == ["Improvement Board", "Schools"]


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("The Council knows its gaps, but it now needs to act on them.", 1),
        ("The Council wrote a plan, but it needs to include carers.", 0),
        ("Homes of the Council are old and it needs to act.", 0),
        ("There is an urgent need for the Council to plan.", 1),
        ("Carers know the need for the Council to plan.", 0),
    ],
)
def test_a_body_may_be_told_to_act_in_a_later_clause(text: str, bearers: int) -> None:
    assert len(duty_of(text).bearers) == bearers


def test_who_acknowledges_a_need_bears_it() -> None:
    duty = duty_of("The Council acknowledges that they need to strengthen visiting.")
    assert duty.bearers and duty.modality == ("must",)


@pytest.mark.parametrize(
    ("text", "supports"),
    [
        ("Develop a shared protocol with the Improvement Board.", ["Improvement Board"]),
        ("With the Improvement Board, tackle drift.", ["Improvement Board"]),
        ("Tackle drift alongside the Improvement Board.", ["Improvement Board"]),
        ("Further work is required with the police to end drift.", ["The police"]),
        ("Provide training with schools in mind.", []),
        ("An adviser is retained to work alongside the Improvement Board.", []),
        ("Ensure that children are well supported by schools.", []),
        ("The Council should act on the Police and Crime Commissioner’s plan.", []),
        ("Agree work with CAMHS providers.", []),
    ],
)
def test_who_has_a_part_in_what_is_made_together(text: str, supports: list[str]) -> None:
    assert labels(duty_of(text).supported_by) == supports


def test_who_assures_the_quality_of_plans_is_the_agent_of_a_passive() -> None:
    duty = duty_of("Plans should be quality assured by the Council.")
    assert labels(duty.bearers) == ["Metropolitan Borough Council"]


def test_local_providers_of_a_service_are_that_service() -> None:
    text = "Work with local Child and Adolescent Mental Health Service providers to cut waits."
    assert [each.label for each in duty_of(text).supported_by] == ["CAMHS"]


def test_who_joins_in_is_named_after_a_place_too() -> None:
    text = (
        "This should be a multi-agency response involving the CCGs, health providers in Hampshire "
        "and Hampshire Police."
    )
    assert [each.label for each in duty_of(text).supported_by] == [
        "Clinical commissioning groups",
        "Health services",
        "Hampshire and Isle of Wight Constabulary",
    ]


def test_what_is_monitored_through_a_board_is_overseen_by_it() -> None:
    duty = duty_of("Its effect should be closely monitored through the Improvement Board.")
    assert labels(duty.overseen_by) == ["Improvement Board"]


def test_what_is_checked_before_it_goes_to_a_board_is_received_there() -> None:
    duty = duty_of("Check the reports before they go to the Improvement Board.")
    assert labels(duty.reports_to) == ["Improvement Board"]


def test_what_somebody_named_must_do_comes_before_what_must_be_so() -> None:
    text = "There is more to do on visits. The Council needs to ensure that plans are kept."
    duty = duty_of(text)
    assert (len(duty.bearers), duty.action) == (1, "ensure that plans are kept")


def test_work_to_be_undertaken_by_somebody_is_his() -> None:
    duty = duty_of("There is more work to be undertaken by the Council regarding its visits.")
    assert (len(duty.bearers), duty.action) == (1, "do more work regarding its visits")


def test_leaders_within_a_service_must_act() -> None:
    duty = duty_of("Leaders within the learning service should improve the plans.")
    assert (labels(duty.bearers), duty.action) == (["Leaders"], "improve the plans")


def test_what_this_should_include_or_be_is_to_be_included_or_made_so() -> None:
    assert duty_of("This should include a clear plan.").action == "include a clear plan"
    assert duty_of("This should be a joint response.").action == "make this a joint response"
    assert duty_of("This should be a council of experience.").action is None


def test_whom_a_recommendation_has_act_in_the_present_tense_must_act() -> None:
    for words in (
        "I recommend that",
        "I recommend",
        "I recommend to the Council that",
        "It is recommended that",
        "It is my recommendation that",
    ):
        acts = "the Department for Education appoints a chair and the Council helps them"
        duty = duty_of(f"{words} {acts}.")
        assert (labels(duty.bearers), duty.action) == (
            ["Department for Education"],
            "appoint a chair",
        )


def test_of_two_kinds_of_services_each_is_called_services() -> None:
    duty = duty_of("Substance misuse and mental health services need to plan together.")
    assert [words for _, words in duty.printed] == [
        "Substance misuse services",
        "mental health services",
    ]


@pytest.mark.parametrize(
    ("said", "bearers"),
    [
        (
            "On the advice of the Commissioner, the Council must act.",
            ["Metropolitan Borough Council"],
        ),
        (
            "If the plan is rejected by the Trust, the Council must act.",
            ["Metropolitan Borough Council"],
        ),
        (
            "In the view of the Commissioner, the Council and the Trust must act.",
            ["Metropolitan Borough Council", "Trust"],
        ),
        (
            "The Council, the Trust and the Commissioner must act.",
            ["Metropolitan Borough Council", "Trust", "Commissioner"],
        ),
    ],
)
def test_who_stands_in_an_opening_need_not_act(said: str, bearers: list[str]) -> None:
    assert labels(duty_of(said).bearers) == bearers


@pytest.mark.parametrize(
    "said",
    [
        "The plan does not have to be agreed by the Commissioner.",
        "The Council no longer has to report to the Commissioner.",
        "The Council does not need to report this to the Commissioner.",
        "No report needs to be made to the Commissioner.",
        "Social workers have to travel long distances.",
        "Leaders have to contend with high turnover.",
        "The Director of Children’s Services is to leave in May.",
        "The Board is to blame for the delay.",
    ],
)
def test_what_nobody_has_to_do_is_no_duty(said: str) -> None:
    duty = duty_of(said)
    assert (duty.modality, duty.bearers, duty.action) == ((), (), None)


def test_what_is_forbidden_gives_nobody_a_part() -> None:
    assert duty_of("The Council should not report to the Commissioner.").reports_to == ()
    consent = duty_of("The Council must not act without the consent of the Commissioner.")
    assert labels(consent.agreed_by) == ["Commissioner"]


def test_a_deputy_is_not_whom_he_deputises_for() -> None:
    (deputy,) = duty_of("The Deputy Chair of the Improvement Board must report.").bearers
    assert (deputy.label, deputy.role) == ("Deputy Chair of the Improvement Board", None)
