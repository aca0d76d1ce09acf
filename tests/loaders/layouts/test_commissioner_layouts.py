"""Layouts of a Commissioner's report, drawn with our own words: lists, annexes, tables."""

from __future__ import annotations

import pytest

from loaders.records import Findings
from tests.drawn import Drawing
from tests.loaders.layouts.reports import Body, found, texts

PROSE = (
    "I was appointed as Commissioner in March 2022. Since then I have met children, families, "
    "social workers and managers in every part of the county, and I have read sixty files.",
    "The Council knows that its services are not good enough. The Leader of the Council and the "
    "Chief Executive have given me every help that I have asked for.",
)
KEEP = "The Council should keep its children’s services for a further year, with a Commissioner."
PARTNER = "The Department for Education should appoint a Strategic Partner for the Council."
DIRECTOR = (
    "The Council should recruit a permanent Director of Children’s Services by 31 December 2022."
)
ALL = (KEEP, PARTNER, DIRECTOR)


def opening() -> Drawing:
    drawing = Drawing(("Report of the Commissioner for Children’s Services in Durham",))
    drawing.text("Children’s Services in Durham County Council", size=24)
    drawing.text(
        "Report to the Secretary of State for Education by the Commissioner for Children’s "
        "Services",
        size=16,
        gap=1.5,
    )
    drawing.text("Jo Writer", "July 2022", size=14, gap=1.5)
    drawing.page_break()
    drawing.heading("Contents", 16)
    for page, entry in enumerate(("Findings", "Recommendations", "Annex A: Terms of reference"), 3):
        drawing.text(f"{entry} {'.' * 40} {page}")
    drawing.page_break()
    drawing.heading("Findings", 16)
    drawing.text(*PROSE, gap=1.6)
    return drawing


def annexes(drawing: Drawing) -> Drawing:
    drawing.page_break()
    drawing.heading("Annex A: Terms of reference", 16)
    drawing.text("The Commissioner is expected to take the following steps:", gap=1.6)
    drawing.item("1.", "To issue any necessary instructions to the Council.")
    drawing.item("2.", "To bring together evidence on the Council’s capacity to improve.")
    drawing.heading("Annex B: Roles and responsibilities", 16)
    columns = (72.0, 220.0, 370.0)
    drawing.row("Commissioner", "Durham County Council", "DfE", at=columns, bold=True)
    drawing.row("Oversee the plan.", "Carry out the plan.", "Fund the partner.", at=columns)
    drawing.heading("Annex C: Inspection history", 16)
    drawing.row("Inspection", "Outcome", at=(72.0, 300.0), bold=True)
    drawing.row("2016 Full Inspection", "Inadequate", at=(72.0, 300.0))
    drawing.row("2020 Focused Visit", "2 Areas for Priority Action", at=(72.0, 300.0))
    return drawing


def numbered(drawing: Drawing) -> None:
    drawing.heading("Recommendations", 16)
    drawing.items(*ALL, marker="{n}.")


def led_in(drawing: Drawing) -> None:
    drawing.heading("Recommendations", 16)
    drawing.text("I recommend that:", gap=1.6)
    drawing.items(*ALL, marker="{n}.")


def named_in_the_line(drawing: Drawing) -> None:
    drawing.heading("Recommendations", 16)
    for number, words in enumerate(ALL, 1):
        drawing.text(f"Recommendation {number}: {words}", gap=1.6)


def named_above(drawing: Drawing) -> None:
    drawing.heading("Conclusion and recommendations", 16)
    for number, words in enumerate(ALL, 1):
        drawing.text(f"Recommendation {number}", gap=1.6, bold=True)
        drawing.text(words)


def of_a_section(drawing: Drawing) -> None:
    drawing.heading("5. Recommendations", 16)
    for number, words in enumerate(ALL, 1):
        drawing.text(f"5.{number} {words}", gap=1.6)


def bulleted(drawing: Drawing) -> None:
    drawing.heading("Recommendations", 16)
    drawing.text("My recommendations to the Secretary of State are these:", gap=1.6)
    drawing.items(*ALL, marker="•")


def mine_with_letters(drawing: Drawing) -> None:
    drawing.heading("My recommendations", 16)
    drawing.items(*ALL, marker="R{n}.", hang=30)


def after_conclusions(drawing: Drawing) -> None:
    drawing.heading("Conclusions and recommendations", 16)
    drawing.text("I make three recommendations.", gap=1.6)
    drawing.items(*ALL, marker="►")


def rows_of_two_columns(drawing: Drawing) -> None:
    drawing.heading("Summary of recommendations", 16)
    for number, words in enumerate(ALL, 1):
        drawing.row(f"{number}.", words, at=(72.0, 120.0))


def table_with_owners(drawing: Drawing) -> None:
    drawing.heading("Recommendations", 16)
    columns = (72.0, 120.0, 400.0)
    drawing.row("No", "Recommendation", "Owner", at=columns, bold=True)
    for number, words in enumerate(ALL, 1):
        drawing.row(str(number), words, "Council", at=columns)


STYLES = {
    numbered: ("1", "2", "3"),
    led_in: ("1", "2", "3"),
    named_in_the_line: ("1", "2", "3"),
    named_above: ("1", "2", "3"),
    of_a_section: ("5.1", "5.2", "5.3"),
    bulleted: (None, None, None),
    mine_with_letters: ("1", "2", "3"),
    after_conclusions: (None, None, None),
    rows_of_two_columns: ("1", "2", "3"),
    table_with_owners: ("1", "2", "3"),
}


def report(body: Body) -> Findings:
    drawing = opening()
    body(drawing)
    return found(annexes(drawing))


@pytest.mark.parametrize("body", STYLES, ids=lambda body: body.__name__)
def test_every_style_of_list_is_read_whole(body: Body) -> None:
    items = report(body).recommendations
    assert texts(items) == list(ALL)
    assert tuple(item.number for item in items) == STYLES[body]
    assert [item.due_as_printed for item in items] == [None, None, "by 31 December 2022"]


def test_each_item_is_addressed_to_whom_it_names() -> None:
    items = report(numbered).recommendations
    named = [[actor.label for actor in item.duty.bearers] for item in items if item.duty]
    council = ["Durham County Council"]
    assert named == [council, ["Department for Education"], council]


def test_annexes_are_no_recommendations_but_duties_and_history() -> None:
    findings = report(numbered)
    assert [each.text for each in findings.responsibilities] == [
        "Oversee the plan.",
        "Carry out the plan.",
        "Fund the partner.",
        "To issue any necessary instructions to the Council.",
        "To bring together evidence on the Council’s capacity to improve.",
    ]
    stated = [each.stated for each in findings.inspection_references]
    assert [(each.grade, each.outcome) for each in stated] == [
        ("inadequate", None),
        (None, "2 Areas for Priority Action"),
    ]


def test_the_cover_gives_council_date_and_addressee() -> None:
    findings = report(numbered)
    assert findings.concerns is not None and findings.concerns.label == "Durham County Council"
    assert findings.published is not None and findings.published.iso == "2022-07"
    assert findings.addressee is not None
    assert findings.addressee.value == "Secretary of State for Education"


FUND = "Fund the plan for a further year."
OWNED = (
    (KEEP, "Leader of the Council", "31 August 2022"),
    (PARTNER, "DfE", "Within three months"),
    (FUND, "Not yet known", "TBC"),
)


def owned_rows(drawing: Drawing) -> None:
    columns = (72.0, 110.0, 320.0, 430.0)
    drawing.row("No.", "Recommendation", "Owner", "By when", at=columns, bold=True)
    for number, row in enumerate(OWNED, 1):
        drawing.row(str(number), *row, at=columns)


def in_a_table_alone(drawing: Drawing) -> None:
    drawing.heading("Recommendations and next steps", 16)
    drawing.text("My recommendations are set out in this table.", gap=1.6)
    owned_rows(drawing)


def in_a_list_and_a_table(drawing: Drawing) -> None:
    drawing.heading("Recommendations", 16)
    drawing.items(KEEP, PARTNER, FUND, marker="{n}.")
    drawing.heading("Owners", 16)
    owned_rows(drawing)


@pytest.mark.parametrize("body", [in_a_table_alone, in_a_list_and_a_table])
def test_columns_of_owner_and_day_tell_who_must_act_and_by_when(body: Body) -> None:
    items = report(body).recommendations
    assert texts(items) == [KEEP, PARTNER, FUND]
    bearers = [[each.label for each in item.duty.bearers] for item in items if item.duty]
    assert bearers == [["Leader of the Council"], ["Department for Education"], []]
    assert [item.due_as_printed for item in items] == ["31 August 2022", OWNED[1][2], None]
    assert items[0].due and items[0].due.isoformat() == "2022-08-31"
    assert [item.doubt for item in items] == [
        None, None, "who has to act is not resolved: Not yet known",
    ]  # fmt: skip


def test_lists_that_begin_anew_below_smaller_headings_are_all_read() -> None:
    def body(drawing: Drawing) -> None:
        drawing.heading("Recommendations", 16)
        drawing.heading("For the Council", 12)
        drawing.items("Recruit more social workers.", "Publish the plan.", marker="{n}.")
        drawing.heading("For the Department for Education", 12)
        drawing.items(FUND, marker="{n}.")

    items = report(body).recommendations
    assert texts(items) == ["Recruit more social workers.", "Publish the plan.", FUND]
    assert [item.number for item in items] == ["1", "2", "1"]
    assert [item.default_addressee and item.default_addressee.label for item in items] == [
        "Durham County Council", "Durham County Council", "Department for Education",
    ]  # fmt: skip
