"""Every layout of joint, focused-visit and monitoring letters, drawn with our own words."""

from __future__ import annotations

import pytest

from loaders.errors import UnknownGenre
from loaders.records import Findings
from tests.drawn import Drawing
from tests.loaders.layouts.reports import Body, found, texts

FIRST = "The timeliness of strategy meetings, and who takes part in them."
SECOND = "The quality of referrals by schools."
STRENGTH = "Police officers know the families well."
HEALTH = "NHS Exampleshire Integrated Care Board"
DIRECTOR = "Delia Marchbank, Director of Children’s Services, Exampleshire County Council"


WHEN = "This inspection took place from 8 to 12 January 2024."


def joint(
    title: str = "Joint targeted area inspection of Exampleshire", when: str = WHEN
) -> Drawing:
    drawing = Drawing(("Joint targeted area inspection of Exampleshire",))
    drawing.text("4 March 2024", gap=2)
    drawing.text(DIRECTOR, f"Edmund Quarrie, Chief Executive, {HEALTH}",
                 "Ben Model QPM, Chief Constable, Exampleshire Police",
                 "Isolde Marran, Independent Scrutineer, Exampleshire Safeguarding Children "
                 "Partnership", gap=1.6)  # fmt: skip
    drawing.text("Dear Exampleshire Local Safeguarding Partnership", gap=2)
    drawing.text(title, size=14, bold=True, gap=2)
    drawing.text("This letter summarises the findings of the joint targeted area inspection of the "
                 "multi-agency response to children who are neglected in Exampleshire.",
                 f"{when} It was carried out by "
                 "inspectors from Ofsted, the Care Quality Commission (CQC) and His Majesty’s "
                 "Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS).",
                 gap=2)  # fmt: skip
    drawing.heading("Headline findings")
    drawing.text("Most children are helped in time.", gap=1.5)
    return drawing


def steps(
    drawing: Drawing,
    determined: str = "Exampleshire County Council",
    due: str = "Friday 5 July 2024",
) -> Findings:
    drawing.heading("Next steps")
    drawing.text(
        f"We have determined that {determined} is the principal authority and should prepare a "
        "written statement of proposed action responding to the findings outlined in this letter. "
        "This should be a multi-agency response.",
        f"The written statement of action should be sent to us by {due}. It will inform the next "
        "inspection.", gap=2,
    )  # fmt: skip
    drawing.text("Yours sincerely", gap=2)
    return found(drawing)


def new_style(drawing: Drawing) -> None:
    drawing.heading("What needs to improve?")
    drawing.items(FIRST, SECOND)
    drawing.heading("Strengths")
    drawing.items(STRENGTH)
    drawing.heading("Main findings")
    drawing.text("Leaders meet often.", gap=1.5)


def old_style(drawing: Drawing) -> None:
    drawing.heading("Key strengths")
    drawing.items(STRENGTH, marker="\uf0b7")
    drawing.heading("Areas for improvement")
    drawing.items(FIRST, SECOND, marker="\uf0b7")


def with_case_study(drawing: Drawing) -> None:
    drawing.heading("Areas for improvement")
    drawing.items(FIRST)
    drawing.row("Case study: area for improvement\nA child was not seen for a month.", at=(72,))
    drawing.items(SECOND)


def negated_priority(drawing: Drawing) -> None:
    drawing.heading("Areas for priority action")
    drawing.text("There are no areas for priority action.", gap=1.5)
    new_style(drawing)


def negated_bullet(drawing: Drawing) -> None:
    drawing.heading("Area(s) for priority action")
    drawing.items("Inspectors did not identify any areas for priority action.")
    new_style(drawing)


def footnoted(drawing: Drawing) -> None:
    drawing.heading("What needs to improve?1")
    drawing.items(FIRST, SECOND)
    drawing.text("1 The local partners are those named in law.", size=8, gap=2)
    drawing.heading("Strengths")
    drawing.items(STRENGTH)


LISTS = {each.__name__: each for each in (
    new_style, old_style, with_case_study, negated_priority, negated_bullet, footnoted,
)}  # fmt: skip


@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS)
def test_a_joint_letter_lists_what_must_improve_and_nothing_else(body: Body) -> None:
    drawing = joint()
    body(drawing)
    items = steps(drawing).recommendations
    assert texts(items) == [FIRST, SECOND]
    assert {item.kind for item in items} == {"area for improvement"}


@pytest.mark.parametrize("heading", ["Area for priority action", "Areas for priority action",
                                     "Area(s) for priority action"])  # fmt: skip
def test_a_joint_letter_lists_priority_actions_as_such(heading: str) -> None:
    drawing = joint()
    drawing.heading(heading)
    drawing.text(
        "The local authority and its partners need to act at once to ensure that:", gap=1.5
    )
    drawing.items("children at risk are seen; and", "their plans are shared.")
    new_style(drawing)
    items = steps(drawing).recommendations
    assert [(item.kind, item.text) for item in items] == [
        ("priority action", "children at risk are seen; and"),
        ("priority action", "their plans are shared."),
        ("area for improvement", FIRST),
        ("area for improvement", SECOND),
    ]


@pytest.mark.parametrize("heading", ["Areas for further improvement",
                                     "Areas in need of improvement",
                                     "What needs to improve across the partnership?"])  # fmt: skip
def test_every_heading_begins_what_must_improve(heading: str) -> None:
    drawing = joint()
    drawing.heading(heading)
    drawing.items(FIRST, SECOND, marker="({n})")
    drawing.heading("Strengths")
    drawing.items(STRENGTH)
    assert texts(steps(drawing).recommendations) == [FIRST, SECOND]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("Inspectors were on site between 28 November 2022 and 2 December 2022.",
         "2022-11-28", "2022-12-02"),
        ("The on-site inspection ran from Monday 29 January until Friday 2 February 2024.",
         "2024-01-29", "2024-02-02"),
        ("We inspected services in Exampleshire from 18 December 2023 to 5 January 2024.",
         "2023-12-18", "2024-01-05"),
    ],
)  # fmt: skip
def test_every_sentence_on_the_days_of_a_joint_inspection_is_read(
    when: str, first: str, last: str
) -> None:
    drawing = joint(when=when)
    new_style(drawing)
    inspection = steps(drawing).inspection
    assert inspection
    assert [(str(start), str(end)) for start, end in inspection.windows] == [(first, last)]


def test_a_title_with_the_short_name_is_known() -> None:
    drawing = joint("Joint targeted area inspection (JTAI) of Exampleshire")
    new_style(drawing)
    findings = steps(drawing)
    assert findings.framework == "jtai"
    assert texts(findings.recommendations) == [FIRST, SECOND]


def test_a_title_in_the_page_s_foot_alone_is_none() -> None:
    drawing = joint("Area visit to Exampleshire")
    new_style(drawing)
    with pytest.raises(UnknownGenre):
        steps(drawing)


@pytest.mark.parametrize("title", ["Joint area targeted inspection of Exampleshire",
                                   "Exampleshire joint targeted area inspection",
                                   "Joint targeted area inspection: Exampleshire",
                                   "JTAI (serious youth violence) in Exampleshire"])  # fmt: skip
def test_a_title_may_put_its_words_in_another_order(title: str) -> None:
    drawing = joint(title)
    new_style(drawing)
    findings = steps(drawing)
    assert findings.genre == "joint-inspection-letter"
    assert findings.title and findings.title.value == title


@pytest.mark.parametrize("words", ["The JTAI in March 2019 found that plans drift.",
                                   "JTAI in Exampleshire found that plans drift."])  # fmt: skip
def test_a_sentence_that_mentions_a_joint_inspection_is_no_title(words: str) -> None:
    drawing = focused()
    drawing.text(words, gap=1.5)
    assert found(drawing).genre == "focused-visit-letter"


def test_a_priority_action_may_be_a_sentence_and_is_in_doubt() -> None:
    sentence = f"{HEALTH} must ensure that children are seen within a day."
    drawing = joint()
    drawing.heading("Area for priority action")
    drawing.text(sentence, gap=1.5)
    new_style(drawing)
    first, *others = steps(drawing).recommendations
    assert (first.kind, first.text) == ("priority action", sentence)
    assert first.doubt
    assert texts(others) == [FIRST, SECOND]


@pytest.mark.parametrize("at", [(72, 250), (72, 300)], ids=["header wraps", "header on a line"])
def test_a_table_of_priority_actions_tells_who_must_act(at: tuple[float, float]) -> None:
    drawing = joint()
    drawing.heading("Areas for priority action")
    for row in (("Responsible agency", "Area for priority action"), (HEALTH, FIRST),
                ("Exampleshire Police", SECOND)):  # fmt: skip
        drawing.row(*row, at=at)
    items = steps(drawing).recommendations
    assert texts(items) == [FIRST, SECOND]
    assert [[actor.label for actor in item.duty.bearers] for item in items if item.duty] == [
        [HEALTH], ["Exampleshire Police"],
    ]  # fmt: skip


def test_a_heading_inside_the_list_that_names_an_agency_tells_whom_it_is_about() -> None:
    drawing = joint()
    drawing.heading("What needs to improve?")
    for agency, words in (("The local authority", FIRST), ("Exampleshire Police", "Recording.")):
        drawing.text(agency, bold=True, gap=1.5)
        drawing.items(words)
    items = steps(drawing).recommendations
    assert [item.default_addressee and item.default_addressee.label for item in items] == [
        "Exampleshire County Council", "Exampleshire Police",
    ]  # fmt: skip


RESPONSIBLE = {
    "council": ("Exampleshire County Council", "Exampleshire County Council"),
    "board": (HEALTH, HEALTH),
    "person": ("Isolde Marran, Independent Scrutineer of the Exampleshire Safeguarding Children "
               "Partnership,", "Independent Scrutineer"),
    "chair": ("the Chair of Exampleshire Safeguarding Children Partnership", "Chair"),
    "police": ("Exampleshire Police", "Exampleshire Police"),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "label"), RESPONSIBLE.values(), ids=RESPONSIBLE)
def test_whoever_is_determined_has_to_send_the_statement(printed: str, label: str) -> None:
    drawing = joint()
    new_style(drawing)
    (requirement,) = steps(drawing, printed).requirements
    assert requirement.responsible
    assert label in requirement.responsible.label
    assert requirement.deadline and requirement.deadline.isoformat() == "2024-07-05"


def test_a_wrong_weekday_is_in_doubt() -> None:
    drawing = joint()
    new_style(drawing)
    (requirement,) = steps(drawing, due="Monday 5 July 2024").requirements
    assert requirement.deadline and requirement.deadline.isoformat() == "2024-07-05"
    assert requirement.doubt and "Friday" in requirement.doubt


def test_the_people_of_the_address_have_their_bodies() -> None:
    drawing = joint()
    new_style(drawing)
    findings = steps(drawing)
    assert [each.name for each in findings.addressees] == [
        "Delia Marchbank", "Edmund Quarrie", "Ben Model", "Isolde Marran",
    ]  # fmt: skip
    assert {HEALTH, "Exampleshire Police"} <= {body.label for body in findings.bodies}


def visit(kind: str, opening: str) -> Drawing:
    drawing = Drawing()
    drawing.text("Piccadilly Gate\nStore Street\nManchester", size=9, x=380)
    drawing.text("14 December 2021", gap=2)
    drawing.text("Delia Marchbank\nDirector of Children’s Services\nExampleshire County Council",
                 gap=1.6)  # fmt: skip
    drawing.text("Dear Delia", gap=2)
    drawing.text(f"{kind} Exampleshire County Council children’s services", bold=True, gap=2)
    drawing.text(opening, gap=1.6)
    return drawing


def focused() -> Drawing:
    drawing = visit(
        "Focused visit to",
        "This letter summarises the findings of the focused visit to Exampleshire County Council "
        "on 9 and 10 November 2021. Her Majesty’s Inspectors were Nora Fielding and Perpetua Lowe.",
    )
    drawing.text("Inspectors looked at the local authority’s arrangements for children who go "
                 "missing.", gap=1.6)  # fmt: skip
    drawing.heading("Headline findings")
    drawing.text("Too few children are spoken to when they come back.", gap=1.5)
    return drawing


@pytest.mark.parametrize("heading", ["Area for priority action", "Areas for priority action"])
@pytest.mark.parametrize("form", ["bullets", "lead-in and bullets", "numbers", "paragraph"])
def test_a_focused_visit_lists_areas_for_priority_action(heading: str, form: str) -> None:
    drawing = focused()
    drawing.heading(heading)
    words = "The response to children who go missing from home or care must be swift."
    if form == "lead-in and bullets":
        drawing.text("The local authority needs to take swift and decisive action to address:",
                     gap=1.5)  # fmt: skip
    if form == "paragraph":
        drawing.text(words, gap=1.5)
    else:
        drawing.items(words, marker="{n}." if form == "numbers" else "◼")
    drawing.heading("What needs to improve in this area of social work practice?")
    drawing.items(FIRST, SECOND)
    drawing.heading("Main findings")
    drawing.text("Staff are committed.", gap=1.5)
    drawing.text("Yours sincerely", "Nora Fielding", "Her Majesty’s Inspector", gap=1.6)
    findings = found(drawing)
    assert findings.genre == "focused-visit-letter"
    assert [(item.kind, item.text) for item in findings.recommendations] == [
        ("priority action", words),
        ("area for improvement", FIRST),
        ("area for improvement", SECOND),
    ]


TEAMS = {
    "The visit was led by Nora Fielding, HMI, with Perpetua Lowe, Ofsted Inspector.":
        [("Nora Fielding", "HMI", True), ("Perpetua Lowe", "Ofsted Inspector", False)],
    "The visit was carried out by Her Majesty’s Inspectors, Nora Fielding and Perpetua Lowe.":
        [("Nora Fielding", "Her Majesty’s Inspector", False),
         ("Perpetua Lowe", "Her Majesty’s Inspector", False)],
    "Inspectors were Nora Fielding (lead), Perpetua Lowe and Ms Ann Vane, Regulatory Inspection "
    "Manager.":
        [("Nora Fielding", None, True), ("Perpetua Lowe", None, False), ("Ann Vane", None, False)],
}  # fmt: skip


@pytest.mark.parametrize("sentence", TEAMS)
def test_a_sentence_on_the_team_tells_who_led_and_their_offices(sentence: str) -> None:
    opening = "This letter summarises the focused visit to Exampleshire on 9 and 10 November 2021."
    drawing = visit("Focused visit to", f"{opening} {sentence}")
    inspectors = found(drawing).inspectors
    assert [(each.name, each.role, each.lead) for each in inspectors] == TEAMS[sentence]


@pytest.mark.parametrize("gap", [1.0, 2.6], ids=["close below the last line", "apart"])
@pytest.mark.parametrize("close", ["Yours faithfully,", "Kind regards", "With best wishes,"])
def test_whoever_signs_below_the_close_has_led(close: str, gap: float) -> None:
    drawing = focused()
    drawing.heading("What needs to improve?")
    drawing.items(FIRST, SECOND)
    drawing.text(close, "Nora Fielding", "Her Majesty’s Inspector", gap=gap)
    findings = found(drawing)
    assert texts(findings.recommendations) == [FIRST, SECOND]
    assert [each.name for each in findings.inspectors if each.lead] == ["Nora Fielding"]


@pytest.mark.parametrize("before", ["", "To: "])
@pytest.mark.parametrize("dear", ["Delia", "Ms Marchbank", "Colleague"])
def test_name_and_post_of_the_addressee_may_stand_on_one_line(before: str, dear: str) -> None:
    line = f"{before}Delia Marchbank, Director of Children’s Services"
    drawing = Drawing()
    drawing.text("14 December 2021", line, f"Dear {dear}", gap=2)
    drawing.text("Focused visit to Exampleshire County Council", bold=True, gap=2)
    drawing.text("Following the focused visit to Exampleshire County Council on 9 and 10 November "
                 "2021, this letter sets out what inspectors found.", gap=1.6)  # fmt: skip
    findings = found(drawing)
    assert findings.addressee and findings.addressee.value == "Delia Marchbank"
    assert [(each.name, each.post_as_printed) for each in findings.addressees] == [
        ("Delia Marchbank", "Director of Children’s Services")
    ]


def test_a_visit_of_which_only_the_week_is_printed_has_no_days() -> None:
    drawing = visit("Focused visit to", "This letter summarises the findings of the focused visit "
                    "to Exampleshire in the week commencing 8 November 2021.")  # fmt: skip
    inspection = found(drawing).inspection
    assert inspection and inspection.windows == ()
    assert inspection.doubt


OWNED = (
    ("Area for improvement", "Who", "By when"),
    (FIRST, "Director of Children’s Services", "31 March 2022"),
    (SECOND, "Chief Executive", "Within three months"),
)


@pytest.mark.parametrize("what", ["Area for improvement", "Area"])
def test_a_table_below_the_heading_tells_who_must_act_and_by_when(what: str) -> None:
    drawing = focused()
    drawing.heading("What needs to improve in this area of social work practice?")
    drawing.text("The local authority must improve:", gap=1.5)
    for row in ((what, *OWNED[0][1:]), *OWNED[1:]):
        drawing.row(*row, at=(72, 280, 420))
    drawing.heading("Main findings")
    drawing.text("Staff are committed.", gap=1.5)
    first, second = found(drawing).recommendations
    assert [first.text, second.text] == [FIRST, SECOND]
    assert first.duty and [actor.label for actor in first.duty.bearers] == [OWNED[1][1]]
    assert second.duty and [actor.label for actor in second.duty.bearers] == [OWNED[2][1]]
    assert first.due and first.due.isoformat() == "2022-03-31"
    assert (second.due, second.due_as_printed) == (None, "Within three months")
    assert {item.addressee_basis for item in (first, second)} == {"printed"}


@pytest.mark.parametrize(
    ("opening", "ordinal", "first"),
    [
        ("This letter summarises the findings of the monitoring visit to Exampleshire children’s "
         "services on 5 and 6 July 2017. The visit was the third monitoring visit since the local "
         "authority was judged inadequate in December 2016. The inspectors were Nora Fielding HMI "
         "and Amir Castell HMI.", 3, "2017-07-05"),
        ("This letter summarises the findings of the monitoring visit to Exampleshire children’s "
         "services on 30 November and 1 December 2022. This was the sixth monitoring visit since "
         "the local authority was judged inadequate in May 2020. Her Majesty’s Inspectors were "
         "Nora Fielding and Amir Castell.", 6, "2022-11-30"),
        ("I am writing to summarise the findings of the monitoring visit to Exampleshire "
         "children’s services on 5 July 2017. The visit was the first monitoring visit since the "
         "local authority was judged inadequate in December 2016. The inspectors were Nora "
         "Fielding, Her Majesty’s Inspector and Amir Castell, Ofsted Inspector.", 1, "2017-07-05"),
        ("I write to report the findings of the monitoring visit to Exampleshire children’s "
         "services on 31 January and 1 February 2024. This was the 2nd monitoring visit since the "
         "local authority was judged inadequate in May 2023. The inspectors were Nora Fielding, "
         "His Majesty’s Inspector and Amir Castell, Ofsted Inspector.", 2, "2024-01-31"),
        ("Following the monitoring visit to Exampleshire children’s services on 5 July 2017, this "
         "letter sets out what was found. The visit was the first monitoring visit since the local "
         "authority was judged inadequate on 9 December 2016. The inspectors were Nora Fielding "
         "HMI and Amir Castell HMI.", 1, "2017-07-05"),
    ],
    ids=["third", "over two months", "I am writing", "I write", "following"],
)  # fmt: skip
def test_a_monitoring_letter_tells_which_visit_it_was(
    opening: str, ordinal: int, first: str
) -> None:
    drawing = visit("Monitoring visit of", opening)
    drawing.heading("Areas covered by the visit")
    drawing.text(
        "Inspectors reviewed the progress made in the response to missing children.", gap=1.5
    )
    drawing.heading("Overview")
    drawing.text("The local authority is making steady progress.", gap=1.5)
    drawing.text("Yours sincerely", "Nora Fielding", "Her Majesty’s Inspector", gap=1.6)
    findings = found(drawing)
    assert findings.genre == "monitoring-letter"
    assert findings.inspection and findings.inspection.start
    assert findings.inspection.ordinal == ordinal
    assert findings.inspection.start.isoformat() == first
    assert {each.name for each in findings.inspectors} == {"Nora Fielding", "Amir Castell"}
    assert any(ref.stated.grade == "inadequate" for ref in findings.inspection_references)
