"""Directions, improvement notices and council papers in the forms that they take, drawn."""

from __future__ import annotations

import pytest

from tests.drawn import Drawing
from tests.loaders.layouts.reports import found, texts

PLAN = (
    "The Council must submit an improvement plan to the Department for Education by 30 June 2021."
)
COMPLY = "The Council must comply with any instructions of the Children’s Services Commissioner."


def direction(marker: str = "{n}.") -> Drawing:
    drawing = Drawing()
    drawing.heading("Statutory direction to Exampleshire County Council in relation to children’s "
                    "services under section 497A(4B) of the Education Act 1996", 16)  # fmt: skip
    drawing.text("WHEREAS:", gap=2)
    drawing.items("The Secretary of State has considered the report of 12 March 2021, which judged "
                  "services inadequate.", marker="{n}.")  # fmt: skip
    drawing.text("NOW THEREFORE:", "The Secretary of State directs the Council as follows:", gap=2)
    drawing.items(COMPLY, PLAN, marker=marker)
    drawing.text("This direction comes into force on 1 May 2021.", gap=2)
    drawing.text("Signed by authority of the Secretary of State", "28 April 2021", gap=2)
    return drawing


@pytest.mark.parametrize("marker", ["{n}.", "◼", "•"])
def test_each_thing_that_is_directed_is_a_requirement(marker: str) -> None:
    findings = found(direction(marker))
    assert findings.genre == "direction"
    assert texts(findings.recommendations) == [COMPLY, PLAN]
    assert {item.kind for item in findings.recommendations} == {"requirement"}
    assert any("30 June 2021" in (item.due_as_printed or "") for item in findings.recommendations)


@pytest.mark.parametrize(
    "opening",
    [
        "The Council shall:",
        "The Council is directed:",
        "The Secretary of State requires the Council to:",
    ],
)
def test_what_opens_the_list_may_bind_for_all_its_items(opening: str) -> None:
    drawing = Drawing()
    drawing.heading("Direction to Exampleshire County Council", 16)
    drawing.text("The Secretary of State acts under section 497A(4B) of the Education Act 1996, "
                 "because the services of the Council were found to be inadequate and have been "
                 "so for longer than the families of the county can bear.",
                 opening, gap=2)  # fmt: skip
    drawing.items("Comply with instructions.", "Submit a plan by 30 June 2021.", marker="{n}.")
    items = found(drawing).recommendations
    assert texts(items) == ["Comply with instructions.", "Submit a plan by 30 June 2021."]
    assert {item.kind for item in items} == {"requirement"}


def test_a_table_of_actions_is_read_and_a_table_of_figures_is_not() -> None:
    drawing = Drawing()
    drawing.heading("Notice to improve: Exampleshire County Council", 18)
    drawing.text("The Council must carry out these actions.", gap=1.6)
    drawing.heading("Actions required")
    for row in (
        ("No.", "Action", "Lead", "By when"),
        ("1", "Appoint an independent chair.", "Chief Executive", "31 July 2021"),
        ("2", "Publish a plan.", "Director of Children’s Services", "Within a month"),
    ):
        drawing.row(*row, at=(72, 110, 320, 430))  # fmt: skip
    drawing.heading("Measures")
    for figures in (("Measure", "Baseline", "Target"), ("Assessments in time", "61%", "85%")):
        drawing.row(*figures, at=(72, 300, 400))
    first, second = found(drawing).recommendations
    assert [first.number, first.text] == ["1", "Appoint an independent chair."]
    assert first.duty and [actor.label for actor in first.duty.bearers] == ["Chief Executive"]
    assert first.due and first.due.isoformat() == "2021-07-31"
    assert second.text == "Publish a plan."


def test_a_notice_has_actions_deadlines_baselines_and_targets() -> None:
    drawing = Drawing()
    drawing.heading("Improvement notice", 18)
    drawing.text("To: Exampleshire County Council", gap=2)
    drawing.text("This notice is issued on 3 May 2019 because services were judged inadequate in "
                 "2018.", gap=1.6)  # fmt: skip
    drawing.heading("Actions required")
    drawing.items("The Council must appoint an independent chair by 31 July 2019.", PLAN)
    drawing.heading("Measures")
    for row in (("Measure", "Baseline", "Target"), ("Assessments within 45 days", "61%", "85%"),
                ("Re-referrals within 12 months", "31%", "22%")):  # fmt: skip
        drawing.row(*row, at=(72, 300, 400))
    findings = found(drawing)
    assert texts(findings.recommendations) == [
        "The Council must appoint an independent chair by 31 July 2019.", PLAN,
    ]  # fmt: skip
    assert {figure.as_printed for figure in findings.figures} >= {"61%", "85%", "31%", "22%"}


def test_a_council_paper_resolves_by_its_numbered_recommendations() -> None:
    drawing = Drawing()
    for row in (("Report to:", "COUNCIL"), ("Date:", "19 January 2022"),
                ("Reporting officer:", "Delia Marchbank, Director of Children’s Services"),
                ("Subject:", "OFSTED FOCUSED VISIT"),
                ("Report summary:", "This report sets out the letter of 14 December 2021."),
                ("Recommendations:", "The Council is recommended to agree:\n1. That the plan "
                 "is endorsed.\n2. That the Director reports every quarter.")):  # fmt: skip
        drawing.row(*row, at=(72, 200))
    drawing.heading("1. Background")
    drawing.text("Exampleshire County Council was visited on 9 and 10 November 2021.", gap=1.5)
    findings = found(drawing)
    assert findings.genre == "committee-report"
    assert [(item.kind, item.text) for item in findings.recommendations] == [
        ("recommendation", "That the plan is endorsed."),
        ("recommendation", "That the Director reports every quarter."),
    ]
    assert {item.role for item in findings.recommendations} == {"put-to-council"}


LABELS = (
    ("Report to:", "COUNCIL"),
    ("Date:", "19 January 2022"),
    ("Reporting officer:", "Delia Marchbank, Director of Children’s Services"),
    ("Subject:", "OFSTED FOCUSED VISIT"),
)
ENDORSE = "That the plan is endorsed."


def paper(*labels: tuple[str, str]) -> Drawing:
    drawing = Drawing()
    for row in labels or LABELS:
        drawing.row(*row, at=(72, 200))
    drawing.heading("1. Background")
    drawing.text("Exampleshire County Council was visited by Ofsted in November 2021.", gap=1.5)
    return drawing


@pytest.mark.parametrize(
    "heading", ["The Committee is asked to:", "Cabinet is recommended to:", "Proposed decision"]
)
def test_whom_a_paper_asks_opens_its_recommendations(heading: str) -> None:
    drawing = paper()
    drawing.heading(heading)
    drawing.items(ENDORSE, marker="{n}.")
    assert texts(found(drawing).recommendations) == [ENDORSE]


def test_a_paper_that_names_who_decides_is_no_page_of_an_agenda() -> None:
    drawing = paper(("Decision maker:", "Cabinet"), ("Decision date:", "19 January 2022"),
                    ("Lead director:", "Delia Marchbank, Corporate Director"),
                    ("Report title:", "Ofsted letter"))  # fmt: skip
    drawing.heading("Recommendations")
    drawing.items(ENDORSE, marker="{n}.")
    findings = found(drawing)
    assert findings.title and findings.title.value == "Ofsted letter"
    assert findings.published and findings.published.iso == "2022-01-19"
    assert texts(findings.recommendations) == [ENDORSE]


def test_a_table_of_what_the_overseer_asks_tells_owner_and_day() -> None:
    drawing = paper()
    drawing.heading("2. Ofsted recommendations and progress")
    for row in (("No.", "Recommendation", "Owner", "By when", "Progress"),
                ("1", "Interviews on return home must be timely.", "Assistant Director",
                 "31 March 2022", "On track")):  # fmt: skip
        drawing.row(*row, at=(72, 105, 270, 370, 450))
    drawing.heading("3. Recommendations")
    drawing.items(ENDORSE, marker="{n}.")
    asked, put = found(drawing).recommendations
    assert (asked.role, asked.text, asked.due_as_printed) == (
        "restated", "Interviews on return home must be timely.", "31 March 2022",
    )  # fmt: skip
    assert asked.duty and [actor.label for actor in asked.duty.bearers] == ["Assistant Director"]
    assert (put.role, put.text, put.order) == ("put-to-council", ENDORSE, 2)
