"""Joint inspection letters in our own words, of both styles."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from loaders.genres import joint_letter
from loaders.page import Line, Rule, SourceText
from loaders.records import Findings
from tests.printed import line, source

HEAD = (
    line("4 March 2024", gap=2.0),
    line("Ann Sample, Director of Children’s Services, Durham County", gap=2.0),
    line("Council"),
    line("Ben Model QPM, Chief Constable, Durham Constabulary"),
    line("Dear Durham Local Safeguarding Partnership", gap=2.0),
    line("Joint targeted area inspection of Durham", gap=2.0, bold=True),
    line("This letter is about the multi-agency response to neglect in Durham.", gap=2.0),
    line("This inspection took place from 8 to 12 January 2024. It was carried out by", gap=2.0),
    line("Ofsted, the Care Quality Commission (CQC) and HMICFRS."),
)
NEXT_STEPS = (
    line("Next steps", gap=2.0, bold=True),
    line("We have determined that Durham County Council is the principal authority and", gap=2.0),
    line("should prepare a written statement of proposed action."),
    line("The council should send the written statement of action to us by Friday", gap=2.0),
    line("5 July 2024. It will be read."),
    line("Yours sincerely", gap=2.0),
)


def heading(text: str) -> Line:
    return line(text, gap=2.0, bold=True)


def bullet(text: str) -> Line:
    return line(f"◼ {text}", gap=1.8)


def wrapped(text: str, **setting: object) -> Line:
    return line(text, **{"x": 90.0, **setting})


def letter(*body: Line, steps: tuple[Line, ...] = NEXT_STEPS) -> SourceText:
    return source(*HEAD, *body, *steps)


def read(*body: Line) -> Findings:
    return joint_letter.read(letter(*body))


def texts(findings: Findings) -> list[str]:
    return [item.text for item in findings.recommendations]


def test_a_letter_is_recognised_by_title_and_salutation() -> None:
    assert joint_letter.recognises(letter())
    assert not joint_letter.recognises(source(line("Joint targeted area inspection of Durham")))


def test_head_gives_date_addressees_and_fieldwork() -> None:
    findings = read()
    assert findings.published and findings.published.iso == "2024-03-04"
    assert findings.addressee
    assert findings.addressee.value == "Durham Local Safeguarding Partnership"
    assert [holding.name for holding in findings.addressees] == ["Ann Sample", "Ben Model"]
    assert findings.addressees[1].post.body == "durham-constabulary"
    assert findings.inspection and findings.inspection.start == datetime.date(2024, 1, 8)
    assert findings.inspection.inspected_by == ("ofsted", "care-quality-commission", "hmicfrs")


def test_who_signs_is_shown_in_post_on_the_day_of_the_letter() -> None:
    signature = (line("Cara Pattern", gap=4.0), line("National Director, Ofsted"))
    (post,) = joint_letter.read(letter(steps=(*NEXT_STEPS, *signature))).post_holdings
    assert (post.name, post.post.body) == ("Cara Pattern", "ofsted")
    assert post.in_post_on and post.in_post_on.iso == "2024-03-04"


def test_a_letter_to_one_person_is_addressed_by_name() -> None:
    lines = [each for each in HEAD if not each.text.startswith("Ben Model")]
    findings = joint_letter.read(source(*lines, *NEXT_STEPS))
    assert findings.addressee and findings.addressee.value == "Ann Sample"


def test_a_letter_inspects_the_council_and_its_partnership() -> None:
    inspection = read().inspection
    assert inspection
    assert [actor.body_type for actor in inspection.inspects[1:]] == [
        "safeguarding-children-partnership"
    ]
    assert [area.text for area in read().focus_areas] == ["neglect"]


def of_2016(*renamed: tuple[str, str]) -> Findings:
    lines = [*HEAD, heading("Areas for improvement")]
    for old, new in renamed:
        lines = [replace(each, text=each.text.replace(old, new)) for each in lines]
    return joint_letter.read(source(*lines, bullet("The sharing of plans."), *NEXT_STEPS))


def test_a_deep_dive_is_looked_at_too_and_may_stand_in_a_footnote() -> None:
    findings = joint_letter.read(
        source(
            *HEAD,
            heading("Main findings"),
            line("Plans are good.", gap=2.0),
            line("1 This inspection included a ‘deep dive’ focus on the response to", size=9.0),
            line("children who live with neglect. It was joint.", size=9.0),
            line("A deep dive into plans followed.", page=2),
        )
    )
    areas = [area.text for area in findings.focus_areas]
    assert areas == ["neglect", "children who live with neglect"]


def test_an_old_letter_inspects_the_board_and_asks_the_agencies_together() -> None:
    findings = of_2016(
        ("Durham Local Safeguarding Partnership", "local partnership"),
        ("Ben Model QPM, Chief Constable, Durham Constabulary", "Ben Model, Chair of Durham LSCB"),
    )
    assert [actor.label for actor in findings.bodies] == ["Durham Safeguarding Children Board"]
    (item,) = findings.recommendations
    assert item.default_addressee
    assert item.default_addressee.label == "Durham local partnership"  # as it greets the agencies


def test_a_letter_that_names_neither_inspects_the_council() -> None:
    findings = of_2016(("Durham Local Safeguarding Partnership", "local partnership"))
    assert findings.inspection and findings.inspection.inspects == (findings.concerns,)
    assert findings.recommendations[0].default_addressee == findings.concerns


def test_strengths_in_the_same_bullets_are_no_items() -> None:
    findings = read(
        heading("What needs to improve?"),
        bullet("The timeliness of strategy"),
        wrapped("meetings."),
        bullet("The quality of referrals."),
        heading("Strengths"),
        bullet("A shared culture of learning."),
    )
    assert texts(findings) == ["The timeliness of strategy meetings.", "The quality of referrals."]
    assert {item.kind for item in findings.recommendations} == {"area for improvement"}
    assert findings.recommendations[0].default_addressee == findings.bodies[0]


def test_priority_actions_keep_the_sentence_that_leads_into_them() -> None:
    findings = read(
        heading("Areas for priority action"),
        line("Leaders need to act at once to ensure that:", gap=2.0),
        bullet("needs are understood"),
        bullet("plans are made in time."),
        heading("Areas for improvement"),
        bullet("Records are not always complete."),
    )
    assert [item.kind for item in findings.recommendations] == [
        "priority action", "priority action", "area for improvement",
    ]  # fmt: skip
    assert findings.recommendations[0].lead_in == "Leaders need to act at once to ensure that:"
    assert findings.recommendations[2].lead_in is None


@pytest.mark.parametrize(
    "sentence",
    ["There are no areas for priority action", "None.", "Inspectors did not identify any."],
)
def test_a_sentence_that_there_are_none_is_no_priority_action(sentence: str) -> None:
    findings = read(heading("Areas for priority action"), bullet(sentence))
    assert findings.recommendations == ()


def test_a_box_over_a_list_does_not_cut_its_item() -> None:
    boxed = letter(
        heading("Areas for improvement"),
        bullet("Plans do not always say"),
        replace(heading("Case study: good practice"), x=90.0, y=700.0),
        wrapped("A child was helped.", y=715.0),
        wrapped("who does what.", page=2),
    )
    rules = tuple(
        Rule(1, left, top, right, bottom)
        for left, top, right, bottom in (
            (80, 685, 81, 730), (500, 685, 501, 730), (80, 685, 501, 686), (80, 729, 501, 730),
        )
    )  # fmt: skip
    findings = joint_letter.read(replace(boxed, rules=rules))
    assert texts(findings) == ["Plans do not always say who does what."]


def test_subheadings_group_the_items_of_one_list() -> None:
    findings = read(
        heading("Areas for improvement"),
        heading("Front door"),
        bullet("Referrals are not clear."),
        heading("Leadership"),
        bullet("Audits are rare."),
    )
    assert texts(findings) == ["Referrals are not clear.", "Audits are rare."]
    labels = [item.printed_theme_label for item in findings.recommendations]
    assert labels == ["Front door", "Leadership"]


def test_the_statement_is_due_from_the_principal_authority_on_a_day() -> None:
    (requirement,) = read().requirements
    assert requirement.responsible and requirement.responsible.body == "durham"
    assert requirement.deadline == datetime.date(2024, 7, 5)
    assert requirement.due_as_printed == "Friday 5 July 2024"
    assert requirement.doubt is None


def test_the_statement_names_who_is_to_take_part() -> None:
    steps = (
        *NEXT_STEPS[:3],
        line("This should be a multi-agency response involving Cafcass and the police."),
        *NEXT_STEPS[3:],
    )
    (requirement,) = joint_letter.read(letter(steps=steps)).requirements
    assert "response involving Cafcass" in requirement.text


def test_a_weekday_that_is_not_the_date_is_in_doubt() -> None:
    sending = line("The Chair should send the written statement by Monday", gap=2.0)
    steps = (*NEXT_STEPS[:3], sending, line("5 July 2024."))
    (requirement,) = joint_letter.read(letter(steps=steps)).requirements
    assert requirement.deadline == datetime.date(2024, 7, 5)
    assert requirement.doubt == "2024-07-05 is a Friday, printed is Monday"


def test_every_quote_stands_in_the_text() -> None:
    letter_read = letter(heading("What needs to improve?"), bullet("The quality of referrals."))
    (item,) = joint_letter.read(letter_read).recommendations
    assert [letter_read.text[q.start : q.end] for q in item.evidence] == [item.text]
