from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.obligations import read_duty
from loaders.records import Duty

FINDER = ActorFinder(
    "Its Corporate Parenting Board meets.", council_named("Tameside Metropolitan Borough Council")
)

COUNCIL = "Metropolitan Borough Council"


def duty_of(text: str) -> Duty:
    return read_duty(text, FINDER)


@pytest.mark.parametrize(
    ("text", "supports"),
    [
        ("Develop, with partners, an offer for carers.", ["Partners"]),
        ("Agree a multi-agency approach, involving schools, to risk.", ["Schools"]),
        ("Build links with schools and continue to work with them.", ["Schools"]),
        ("Work with parents, carers and schools to improve attendance.", ["Schools"]),
        ("The plans of schools are new. Work with them.", []),
        ("Improve joint working with external agencies.", ["Partners"]),
        ("Accelerate work with schools to end drift.", ["Schools"]),
        ("Improve how staff work with schools.", []),
        ("Improve the confidence to work with schools.", []),
        ("Ensure that all schools attend conferences.", ["Schools"]),
        ("Ensure that conferences about schools are held in time.", []),
        ("Ensure that plans are made and that schools are fully engaged.", ["Schools"]),
        ("Ensure that social workers attend conferences.", []),
        ("Improve the attendance of schools at conferences.", ["Schools"]),
        ("Improve the attendance of managers at conferences.", []),
        ("Work far more closely with schools on drift.", ["Schools"]),
        (
            "Ensure that staff and partners, through the Adoption Panel, know this.",
            ["Adoption Panel"],
        ),
        ("The Council, with schools, must act.", ["Schools"]),
        ("Carry out a joint audit with schools.", ["Schools"]),
        ("Seek the support of schools for the plan.", ["Schools"]),
        ("Through the Adoption Panel, hold partners to account.", ["Adoption Panel"]),
        ("Improve attendance at conferences; in particular that of schools.", ["Schools"]),
        ("Improve attendance, in particular that of police and GPs.", ["The police", "GPs"]),
        ("Analyse information from partners.", []),
        ("Ensure that the council and partners target help.", [COUNCIL, "Partners"]),
        ("Ensure that schools and partners know of it.", []),
        ("Strengthen arrangements between the council and partners.", [COUNCIL, "Partners"]),
        ("Arrangements between schools and partners are weak.", []),
        ("Co-produce with schools an offer for carers.", ["Schools"]),
        ("Be clear, so that duties are known and schools take part.", ["Schools"]),
        ("Ensure that partners know thresholds and share information.", ["Partners"]),
        ("Ensure that foster carers attend training.", []),
        ("The timeliness of police attendance at conferences.", ["The police"]),
        ("Police engagement with children.", []),
        ("The Board should review the engagement of schools.", []),
        ("Reduce the involvement of the police in children’s homes.", []),
        ("Reduce police attendance at meetings.", []),
        ("Do more to engage schools in these meetings.", ["Schools"]),
        ("Better links with schools are needed.", ["Schools"]),
        ("Work in co-production with schools.", ["Schools"]),
        ("Draw on the expertise of schools.", ["Schools"]),
        ("Improve it through closer joint working with schools.", ["Schools"]),
        ("Ensure that lessons are known across the council and partners.", []),
        ("Ensure that all strategy discussions include the police.", ["The police"]),
        ("Plans, actively promoted through the Adoption Panel, must last.", ["Adoption Panel"]),
        ("Embed this duty across the council and partners.", ["Partners"]),
        ("Staff gained much from the involvement of schools.", []),
        ("Ensure that the Adoption Panel works with schools.", ["Schools"]),
        ("Ensure that social workers work with schools.", []),
        ("The Council should engage closely with schools on drift.", ["Schools"]),
        ("Help children to engage with schools.", []),
        ("Take swift action with schools to end drift.", ["Schools"]),
        ("Establish with partners what they can share.", ["Partners"]),
        ("With schools and GPs, the Council should act.", ["Schools", "GPs"]),
        ("Ensure that there is effective engagement with schools.", ["Schools"]),
        ("Ensure that GPs are invited to conferences.", ["GPs"]),
        ("Secure commitment from partners to the plan.", ["Partners"]),
        ("Work with neighbouring councils to find homes.", ["Other local authorities"]),
        ("The Council shall co-operate with schools.", ["Schools"]),
        ("Embed ownership of it across the council and partners.", ["Partners"]),
        ("Secure commitment from health and social care.", ["Health", "Social care"]),
        ("Work with health and the police.", ["The police", "Health"]),
        ("Improve information from health and education records.", []),
        ("Health is a priority for education.", []),
    ],
)
def test_who_helps_with_what_is_asked(text: str, supports: list[str]) -> None:
    labels = [each.label.removeprefix("Tameside ") for each in duty_of(text).supported_by]
    assert labels == supports


@pytest.mark.parametrize(
    ("text", "part", "whom"),
    [
        ("The Council must agree with schools one form.", "agreed_by", ["Schools"]),
        ("Ensure that all partners understand and agree on it.", "agreed_by", ["Partners"]),
        ("Ensure that managers agree goals with staff.", "agreed_by", []),
        ("Agree clear dates for visits with social workers.", "agreed_by", []),
        ("The agreement of thresholds with schools.", "agreed_by", ["Schools"]),
        ("Ensure that meetings consider the views of schools.", "consults", ["Schools"]),
        ("The plan should go to Ofsted for approval.", "agreed_by", ["Ofsted"]),
        ("The plan should be sent to Ofsted for comment.", "consults", ["Ofsted"]),
        ("The plan must be agreed between the Council and Ofsted.", "agreed_by", ["Ofsted"]),
        ("Deliver the plan under the scrutiny of Ofsted.", "overseen_by", ["Ofsted"]),
        ("Involve schools and others in drawing up the plan.", "consults", ["Schools"]),
        ("Ensure that the report is received by Ofsted.", "reports_to", ["Ofsted"]),
        ("Provide monthly data on waiting times to Ofsted.", "reports_to", ["Ofsted"]),
        ("Ensure that schools and Ofsted are told of it.", "reports_to", ["Schools", "Ofsted"]),
        ("Listen to the views of schools.", "consults", ["Schools"]),
        ("Involve parents and schools in planning.", "consults", ["Schools", "Parents and carers"]),
        ("Keep schools regularly informed of change.", "reports_to", ["Schools"]),
        ("Provide data on demand to managers.", "reports_to", ["Managers"]),
        ("The police have to be told of every episode.", "reports_to", ["The police"]),
        (
            "It is vital that social workers are consulted on the model.",
            "consults",
            ["Social workers"],
        ),
        (
            "In consultation with parents and carers, review the offer.",
            "consults",
            ["Parents and carers"],
        ),
        (
            "Consult children in care and care leavers.",
            "consults",
            ["Children in care", "Care leavers"],
        ),
        ("Fathers should be consulted on plans.", "consults", ["Parents and carers"]),
        (
            "Consult the Children in Care Council.",
            "consults",
            ["Tameside Children in Care Council"],
        ),
        ("Visit children in care more often.", "consults", []),
        ("The participation of parents in planning.", "consults", []),
        ("The participation of care leavers in sport.", "consults", []),
        ("Plans must reflect up-to-date views from families.", "consults", ["Families"]),
        ("Ensure that the views of families are used to plan.", "consults", ["Families"]),
        ("Record the views of families on files.", "consults", []),
        (
            "Ensure that young people’s views shape services.",
            "consults",
            ["Children and young people"],
        ),
        ("Ensure that young people’s homes are safe.", "consults", []),
        ("Increase the participation of care leavers.", "consults", []),
        (
            "Engage with parents and families to hear their views.",
            "consults",
            ["Parents and carers", "Families"],
        ),
        ("Engage with families to reduce risk.", "consults", []),
        ("The Council should revisit its offer with care leavers.", "consults", ["Care leavers"]),
        ("Managers should discuss each plan with staff.", "consults", []),
        ("Increase care leavers’ participation in planning.", "consults", ["Care leavers"]),
        ("Ensure that parents can take part in planning.", "consults", []),
        ("Plans must be agreed with parents.", "agreed_by", ["Parents and carers"]),
        ("The Council has agreed a plan with its partners.", "agreed_by", []),
        ("The Council has agreed with its partners to act.", "agreed_by", []),
        ("Audits, including managers’ oversight and challenge.", "overseen_by", []),
        ("Improve managers’ oversight and challenge.", "overseen_by", ["Managers"]),
        ("Ensure that managers have sufficient oversight.", "overseen_by", ["Managers"]),
        ("The Council shall comply with any instructions of Ofsted.", "overseen_by", ["Ofsted"]),
        ("Consult the Cabinet Member.", "consults", ["Cabinet Member"]),
        ("Scrutiny of plans by Ofsted.", "overseen_by", ["Ofsted"]),
        ("The scrutiny by managers and the use of audits.", "overseen_by", []),
        ("Monitoring and challenge of plans by Ofsted.", "overseen_by", ["Ofsted"]),
        ("Plans were agreed with schools last year.", "agreed_by", []),
        ("Ensure that managers monitor each visit.", "overseen_by", ["Managers"]),
        ("Ensure that managers challenge poor practice.", "overseen_by", []),
        ("Listen to these children more closely.", "consults", ["Children and young people"]),
        (
            "Ensure that the voice of children and their families is heard.",
            "consults",
            ["Children and young people", "Families"],
        ),
        ("Improve recording of the voice of children.", "consults", []),
        (
            "The participation of children in care in corporate parenting.",
            "consults",
            [],
        ),
        ("The involvement of schools in formulating its aims.", "consults", ["Schools"]),
        ("Ensure that the form is shared across all partners.", "reports_to", ["Partners"]),
        ("Increase the participation of care leavers in training.", "consults", []),
        ("More work is needed to involve care leavers.", "consults", ["Care leavers"]),
        ("More work is needed to involve schools.", "consults", []),
        ("Take care to include the views of families.", "consults", ["Families"]),
        ("Ensure that the voice of families contributes fully to it.", "consults", ["Families"]),
        ("Embed co-production with families.", "consults", ["Families"]),
        ("Work in co-production with schools.", "consults", []),
        ("Engage with families to co-produce it.", "consults", ["Families"]),
        ("Seek the views of the community.", "consults", ["Communities"]),
    ],
)
def test_what_part_others_have_in_what_is_asked(text: str, part: str, whom: list[str]) -> None:
    assert [each.label for each in getattr(duty_of(text), part)] == whom


def test_staff_who_are_to_be_consulted_need_not_act() -> None:
    duty = duty_of("It is vital that social workers are consulted on the model.")
    assert duty.bearers == () and duty.action == "consult social workers on the model"


@pytest.mark.parametrize(
    "text",
    [
        "With the police, schools and carers, agree a plan.",
        "In consultation with schools, agree a plan.",
        "The Council must agree a plan with the help of Ofsted.",
        "Work closely with schools, carers and the police to agree a plan.",
        "The Council must agree with schools a plan.",
        "The Council must agree a plan, overseen by Ofsted.",
        "The Council must, in partnership with schools, agree a plan.",
    ],
)
def test_an_action_is_told_without_those_who_take_part_in_it(text: str) -> None:
    assert duty_of(text).action == "agree a plan"


def test_what_is_agreed_and_understood_by_partners_is_agreed_by_them() -> None:
    duty = duty_of("Ensure that the thresholds are agreed and understood fully by all partners.")
    assert [each.label for each in duty.agreed_by] == ["Partners"]


@pytest.mark.parametrize(
    "opening",
    ["With support from schools", "In partnership with schools", "In consultation with schools"],
)
def test_a_council_named_after_those_with_whom_it_is_to_act_must_act(opening: str) -> None:
    duty = duty_of(f"{opening}, the Council must agree a plan.")
    assert [each.label for each in duty.bearers] == ["Tameside Metropolitan Borough Council"]
    assert [each.label for each in (*duty.supported_by, *duty.consults)] == ["Schools"]


def test_a_council_supported_by_another_must_act_itself() -> None:
    duty = duty_of("The Council, supported by the Corporate Parenting Board, must act.")
    assert [each.label for each in duty.bearers] == ["Tameside Metropolitan Borough Council"]


def test_services_are_printed_with_the_place_in_which_they_are() -> None:
    duty = duty_of("Work with health providers in Tameside and schools to end drift.")
    assert [words for _, words in duty.printed] == ["health providers in Tameside", "schools"]


def test_records_signed_off_by_managers_are_agreed_by_them() -> None:
    duty = duty_of("Records must be signed off by team managers.")
    assert [each.label for each in duty.agreed_by] == ["Managers"]
    assert duty.action == "sign off records"


def test_a_board_of_the_health_service_without_a_name_must_act_too() -> None:
    duty = duty_of("The Council and the integrated care board should agree a plan.")
    assert [each.label for each in duty.bearers][1:] == ["Integrated Care Board"]


def test_who_is_authorised_may_act() -> None:
    duty = duty_of("The director of children's services is authorised to finalise the plan.")
    assert (duty.modality, duty.action) == (("may",), "finalise the plan")
    assert len(duty.bearers) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Council should share its plan with Ofsted.", ["Ofsted"]),
        ("Ensure that information is shared promptly with schools.", []),
        ("Agencies should share responsibility with schools.", []),
        ("The Chief Executive should provide updates to Ofsted.", ["Ofsted"]),
        ("Ofsted must be kept informed of progress.", ["Ofsted"]),
        ("The Council must notify Ofsted of each case.", ["Ofsted"]),
        ("The director of children's services will report to Ofsted.", ["Ofsted"]),
        ("Improve the quality of early reports to Ofsted.", []),
        ("Provide Ofsted with an annual report.", ["Ofsted"]),
        ("Ensure that schools and Ofsted receive regular updates.", ["Schools", "Ofsted"]),
        ("Ensure that schools receive more support.", []),
        ("Escalate concerns to Ofsted.", ["Ofsted"]),
        ("Escalate concerns in relation to visits to schools/Ofsted.", ["Schools", "Ofsted"]),
        ("Raise any concerns about schools with Ofsted.", ["Ofsted"]),
        ("The Council shall provide to Ofsted a monthly report.", ["Ofsted"]),
        ("Disseminate what is learnt to schools.", ["Schools"]),
        ("Ofsted should be given regular reports.", ["Ofsted"]),
        ("Share information from the new check with Ofsted.", ["Ofsted"]),
        ("Speed up the sharing of information by GPs with schools.", []),
        ("Ensure that children can raise concerns with staff.", []),
        ("Improve information sharing with schools.", []),
        ("Share reports with schools, early years and GPs.", ["Schools", "GPs", "Early years"]),
        ("Ensure that plans are reviewed, updated and shared with schools.", ["Schools"]),
        ("Ensure that responsibility is clear and shared with schools.", []),
        ("Ensure that outcomes are fed back to schools.", ["Schools"]),
        ("Find children who go missing and are reported to Ofsted.", []),
        ("Interview children reported missing to the police.", []),
        ("Reduce the number of children sent to schools far away.", []),
    ],
)
def test_who_hears_of_it(text: str, told: list[str]) -> None:
    assert [each.label for each in duty_of(text).reports_to] == told


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "The Council is responsible for submitting the plan to Ofsted.",
            "submit the plan to Ofsted",
        ),
        ("The Council should, with schools, review capacity.", "review capacity"),
        ("Plans must be drawn up by the Council and schools by May.", "draw up plans by May"),
        ("Homes should be held to account by schools.", "hold homes to account"),
        ("It is expected that Ofsted will publish a plan.", "publish a plan"),
        ("It is essential that Ofsted and schools agree how to act.", "agree how to act"),
        ("That Ofsted endorse the plan and publish it.", "endorse the plan and publish it"),
        (
            "I recommend that Ofsted, working with schools, appoints an adviser.",
            "appoint an adviser",
        ),
        (
            "A review will be carried out by Ofsted and its findings reported to schools.",
            "A review will be carried out and its findings reported to schools",
        ),
    ],
)
def test_an_action_is_told_without_the_parts_of_others(text: str, action: str) -> None:
    assert duty_of(text).action == action


def test_sectors_that_are_no_bodies_may_stand_in_the_row_of_those_who_must_act() -> None:
    duty = duty_of("The Council, health and schools should plan together.")
    assert [each.label for each in duty.bearers][1:] == ["Schools"]
    duty = duty_of("Leaders in education, health and social care must work together.")
    assert [each.label for each in duty.bearers] == ["Leaders"]


def test_those_with_whom_something_is_discussed_are_consulted() -> None:
    duty = duty_of("The Council should appoint a lead, in discussion with schools.")
    assert [each.label for each in duty.consults] == ["Schools"]


def test_a_plan_agreed_with_one_and_sent_to_another_is_agreed_by_the_first_alone() -> None:
    duty = duty_of("The Council must submit a plan, agreed with schools, to Ofsted by May.")
    assert [each.label for each in duty.agreed_by] == ["Schools"]
    assert [each.label for each in duty.reports_to] == ["Ofsted"]


def test_what_somebody_finds_is_reported() -> None:
    duty = duty_of("The Council should lead a review and report what it finds to Ofsted.")
    assert [each.label for each in duty.reports_to] == ["Ofsted"]


def test_partners_are_printed_with_which_of_them_is_meant() -> None:
    duty = duty_of("Ensure that key partner agencies attend conferences.")
    assert [words for _, words in duty.printed] == ["key partner agencies"]


def test_whoever_should_ask_another_must_act_and_the_other_need_not() -> None:
    duty = duty_of("The Council should ask Ofsted to return.")
    assert [each.label for each in duty.bearers] == ["Tameside Metropolitan Borough Council"]


def test_a_passive_with_two_verbs_is_told_as_the_sentence_has_it() -> None:
    text = "The plan should be approved by Ofsted and shared with schools"
    assert duty_of(f"{text}.").action == text


@pytest.mark.parametrize(
    "text", ["Challenge by schools must improve.", "Scrutiny by schools should be strengthened."]
)
def test_whose_scrutiny_must_be_better_has_no_part_in_that(text: str) -> None:
    assert duty_of(text).overseen_by == ()


def test_whose_challenge_needs_to_improve_has_no_part_in_improving_it() -> None:
    text = (
        "The quality of plans, and challenge by schools (SC) still require improvement to be safe."
    )
    assert duty_of(text).overseen_by == ()
    duty = duty_of("The Council should review plans, with challenge by schools.")
    assert [each.label for each in duty.overseen_by] == ["Schools"]
