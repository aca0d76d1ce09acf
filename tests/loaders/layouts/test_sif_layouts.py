"""Every layout of single inspections, board reviews and 2013 reports, drawn with our own words."""

from __future__ import annotations

import pytest

from tests.drawn import Drawing
from tests.loaders.layouts.reports import Body, found, texts

FIRST = "Ensure that social workers see each child in time, and that what they see is written down."
SECOND = "Ensure that managers check the work of their teams every month"
BOARD = "Publish what the board has learned from its audits."
GRADES = (
    ("1.", "Children who need help and protection", "Inadequate"),
    ("2.", "Children looked after and achieving\npermanence", "\nRequires improvement"),
    ("2.1", "Adoption performance", "Good"),
    ("2.2", "Experiences and progress of care leavers", "Good"),
    ("3.", "Leadership, management and governance", "Inadequate"),
)


def cover(
    title: str = "Inspection of services for children in need of help and\nprotection, children "
    "looked after and care leavers",
    board: bool = True,
    dates: str = "Inspection date: 5 September – 29 September 2014",
    overall: str = "Children’s services in Exampleshire are inadequate",
) -> Drawing:
    drawing = Drawing()
    drawing.text("Exampleshire County Council", size=24)
    drawing.text(title, size=16, gap=1.5)
    if board:
        drawing.text("and", size=16)
        drawing.text(
            "Review of the effectiveness of the Local Safeguarding Children\nBoard1", size=16
        )
    drawing.text(dates, gap=1.5)
    drawing.text("Report published: 28 November 2014")
    drawing.text(overall, bold=True, gap=2)
    for row in GRADES:
        drawing.row(*row, at=(72.0, 110.0, 390.0))
    drawing.page_break()
    return drawing


def contents(drawing: Drawing, *entries: str) -> None:
    drawing.heading("Contents", 16)
    for page, entry in enumerate(entries, 2):
        drawing.text(f"{entry} {page}")
    drawing.page_break()


def paragraph_numbers(drawing: Drawing) -> None:
    drawing.heading("What does the local authority need to improve?", 16)
    drawing.heading("Priority and immediate action")
    drawing.item("66.", FIRST, hang=28)
    drawing.heading("Areas for improvement")
    drawing.item("67.", SECOND, hang=28)


def bulleted(drawing: Drawing) -> None:
    drawing.heading("What does the local authority need to improve?", 16)
    drawing.heading("Priority and immediate action")
    drawing.items(FIRST, marker="\uf06e")
    drawing.heading("Areas for improvement")
    drawing.items(SECOND, marker="\uf06e")


def numbered_negation(drawing: Drawing) -> None:
    drawing.heading("Priority and immediate action")
    drawing.item("66.", "There are no areas of priority action.", hang=28)
    drawing.heading("Areas for improvement")
    drawing.item("67.", FIRST, hang=28)
    drawing.item("68.", SECOND, hang=28)


def plain_negation(drawing: Drawing) -> None:
    drawing.heading("Priority and immediate action")
    drawing.text("There are no priority and immediate actions.")
    drawing.heading("Areas for improvement")
    drawing.item("67.", FIRST, hang=28)
    drawing.item("68.", SECOND, hang=28)


def later_style(drawing: Drawing) -> None:
    drawing.heading("Recommendations")
    drawing.items(FIRST, SECOND, marker="{n}.", hang=28)


def sub_headings(drawing: Drawing) -> None:
    drawing.heading("Recommendations")
    drawing.item("1.", FIRST, hang=28)
    drawing.text("Care leavers", bold=True, gap=1.5)
    drawing.item("2.", SECOND, hang=28)


def plain_sub_headings(drawing: Drawing) -> None:
    drawing.heading("Recommendations")
    drawing.item("1.", FIRST, hang=28)
    drawing.text("Care leavers", gap=1.5)
    drawing.item("2.", SECOND, hang=28)


def with_contents(drawing: Drawing) -> None:
    contents(drawing, "Executive summary", "Recommendations", "The inspection team")
    later_style(drawing)


def strengths_after(drawing: Drawing) -> None:
    later_style(drawing)
    drawing.heading("The local authority has the following strengths")
    drawing.item("3.", "Foster carers are well supported.", hang=28)


def begun_anew(drawing: Drawing) -> None:
    drawing.heading("Key recommendations")
    for label, words in (("Leadership", FIRST), ("Practice", SECOND)):
        drawing.text(label, bold=True, gap=1.5)
        drawing.items(words, marker="{n}.", hang=28)


def glued(drawing: Drawing) -> None:
    drawing.heading("Recommendations for improvement")
    drawing.text(f"1.{FIRST}", f"2.{SECOND}", gap=1.5)


def in_a_table(drawing: Drawing) -> None:
    drawing.heading("Recommendations")
    for number, words in (("1", FIRST), ("2", SECOND)):
        drawing.row(number, words, at=(72, 110))


PRIORITY, IMPROVE, RECOMMEND = "priority action", "area for improvement", "recommendation"
LISTS = {
    "paragraph numbers": (paragraph_numbers, [(PRIORITY, "66", FIRST), (IMPROVE, "67", SECOND)]),
    "bulleted": (bulleted, [(PRIORITY, None, FIRST), (IMPROVE, None, SECOND)]),
    "numbered negation": (numbered_negation, [(IMPROVE, "67", FIRST), (IMPROVE, "68", SECOND)]),
    "plain negation": (plain_negation, [(IMPROVE, "67", FIRST), (IMPROVE, "68", SECOND)]),
    "later style": (later_style, [(RECOMMEND, "1", FIRST), (RECOMMEND, "2", SECOND)]),
    "bold sub-headings": (sub_headings, [(RECOMMEND, "1", FIRST), (RECOMMEND, "2", SECOND)]),
    "plain sub-headings": (plain_sub_headings, [(RECOMMEND, "1", FIRST), (RECOMMEND, "2", SECOND)]),
    "contents repeat the headings": (
        with_contents, [(RECOMMEND, "1", FIRST), (RECOMMEND, "2", SECOND)]),
    "numbers begun anew": (begun_anew, [(RECOMMEND, "1", FIRST), (RECOMMEND, "1", SECOND)]),
    "numbers glued to words": (glued, [(RECOMMEND, "1", FIRST), (RECOMMEND, "2", SECOND)]),
    "table": (in_a_table, [(RECOMMEND, "1", FIRST), (RECOMMEND, "2", SECOND)]),
    "strengths numbered on": (
        strengths_after, [(RECOMMEND, "1", FIRST), (RECOMMEND, "2", SECOND)]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), LISTS.values(), ids=LISTS)
def test_every_list_gives_its_items_and_no_more(
    body: Body, expected: list[tuple[str, str | None, str]]
) -> None:
    drawing = cover()
    body(drawing)
    drawing.heading("Summary for children and young people")
    drawing.items("Inspectors met many children.", marker="\uf06e")
    items = found(drawing).recommendations
    assert [(item.kind, item.number and item.number.strip(" ."), item.text) for item in items] == (
        expected
    )


def test_a_heading_inside_the_list_is_that_of_the_items_below_it() -> None:
    drawing = cover()
    sub_headings(drawing)
    labels = [item.printed_theme_label for item in found(drawing).recommendations]
    assert labels == [None, "Care leavers"]


def test_a_deadline_inside_the_list_is_that_of_the_items_below_it() -> None:
    drawing = cover()
    drawing.heading("Recommendations")
    drawing.text("Within three months", bold=True, gap=1.5)
    drawing.item("1.", FIRST, hang=28)
    (item,) = found(drawing).recommendations
    assert (item.due_as_printed, item.printed_theme_label) == ("Within three months", None)


@pytest.mark.parametrize("title", [
    "Inspection of services for children in need of help or protection, children looked after and "
    "care leavers",
    "Inspection of children’s services: services for children in need of help and protection",
])  # fmt: skip
def test_a_title_in_other_words_is_no_review_of_the_board(title: str) -> None:
    drawing = cover(title)
    later_style(drawing)
    assert found(drawing).framework == "sif"


def test_the_earlier_issue_of_a_part_is_another_document() -> None:
    note = "1 The part about the council was originally published on 11 February 2014"
    findings = found(cover(overall=f"Children’s services are inadequate.\n{note}"))
    (earlier,) = findings.document_references
    assert earlier.date and earlier.date.iso == "2014-02-11"
    assert findings.published and findings.published.iso == "2014-11-28"


@pytest.mark.parametrize("heading", ["Recommendations", "What does the LSCB need to improve?"])
def test_the_second_part_speaks_to_the_board(heading: str) -> None:
    drawing = cover()
    later_style(drawing)
    drawing.heading("Information about this local authority area")
    drawing.page_break()
    drawing.heading("The effectiveness of the Local Safeguarding Children Board (LSCB)", 16)
    drawing.heading("The Local Safeguarding Children Board requires improvement")
    drawing.heading(heading)
    if heading != "Recommendations":
        drawing.heading("Areas for improvement", 12)
    drawing.item("120.", BOARD, hang=28)
    findings = found(drawing)
    *_, last = findings.recommendations
    assert last.default_addressee
    assert last.default_addressee.body_type == "safeguarding-children-board"
    assert last.text == BOARD
    assert "lscb-effectiveness" in {judgement.area for judgement in findings.judgements}


@pytest.mark.parametrize("board", [True, False])
@pytest.mark.parametrize("title", ["Inspection", "Re-inspection"])
def test_every_cover_gives_framework_kind_and_grades(title: str, board: bool) -> None:
    drawing = cover(f"{title} of services for children in need of help and\nprotection, children "
                    "looked after and care leavers", board)  # fmt: skip
    later_style(drawing)
    findings = found(drawing)
    assert findings.framework == "sif" and findings.inspection
    expected = "sif" if title == "Inspection" else "sif-reinspection"
    assert findings.inspection.inspection_type == expected
    assert len(findings.inspection.inspects) == (2 if board else 1)
    assert [judgement.grade for judgement in findings.judgements] == [
        "inadequate", "requires-improvement", "good", "good", "inadequate", "inadequate",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("Inspection date: 5 – 29 September 2014", "2014-09-05", "2014-09-29"),
        ("Inspection date: 5 September 2014 to 29 September 2014", "2014-09-05", "2014-09-29"),
        ("Inspection date: 1/06/2015 – 25/06/2015", "2015-06-01", "2015-06-25"),
        ("Inspection date: 25 November – 17 December 2014", "2014-11-25", "2014-12-17"),
        ("Inspection date: 30 November 2014 – 8 January 2015", "2014-11-30", "2015-01-08"),
    ],
)
def test_every_form_of_dates_is_read(printed: str, first: str, last: str) -> None:
    inspection = found(cover(dates=printed)).inspection
    assert inspection and inspection.start and inspection.end
    assert (inspection.start.isoformat(), inspection.end.isoformat()) == (first, last)


@pytest.mark.parametrize("marker", ["\uf06e", "◼", "−", "-", "•"])
def test_bullets_below_a_number_are_parts(marker: str) -> None:
    drawing = cover()
    drawing.heading("Recommendations")
    drawing.item("1.", "Ensure that managers use what they know to improve:", hang=28)
    drawing.items("the timely review of contacts", "the quality of plans (paragraph 19)",
                  marker=marker, x=100)  # fmt: skip
    drawing.item("2.", SECOND, hang=28)
    first, second = found(drawing).recommendations
    assert [part.text for part in first.parts] == [
        "the timely review of contacts", "the quality of plans (paragraph 19)",
    ]  # fmt: skip
    assert second.text == SECOND


def test_a_team_is_read_with_its_suffixes() -> None:
    drawing = cover()
    later_style(drawing)
    drawing.heading("The inspection team")
    drawing.text("Lead inspector: Nora Fielding HMI", "Deputy lead inspector: Amir Castell HMI",
                 "Team inspectors: Judith O’Hara (OI), Tom Weir-Blake HMI, Máire Lowe and Ann "
                 "Sample (AI)", "Senior data analyst: Wilf Anders",
                 "Quality assurance manager: Paul Dray")  # fmt: skip
    team = found(drawing).inspectors
    assert [each.name for each in team if each.lead] == ["Nora Fielding"]
    assert {"Judith O’Hara", "Tom Weir-Blake", "Máire Lowe", "Ann Sample", "Wilf Anders",
            "Paul Dray", "Amir Castell"} <= {each.name for each in team}  # fmt: skip


def test_a_review_of_a_board_alone_judges_the_board() -> None:
    drawing = Drawing()
    drawing.text("Durham Safeguarding Children Board", size=24)
    drawing.text("Review of the effectiveness of the Local Safeguarding Children\nBoard1", size=16)
    drawing.text("Inspection date: 5 – 29 September 2014", "Report published: 28 November 2014")
    drawing.text("The Local Safeguarding Children Board is good", bold=True, gap=2)
    drawing.text("The arrangements are good because partners work together.")
    drawing.page_break()
    drawing.heading("What does the LSCB need to improve?", 16)
    drawing.heading("Areas for improvement")
    drawing.items(BOARD, SECOND, marker="\uf06e")
    drawing.heading("Key strengths and weaknesses of the LSCB")
    drawing.items("Partners meet often.", marker="\uf06e")
    findings = found(drawing)
    assert findings.genre == "board-review"
    assert [(each.area, each.grade) for each in findings.judgements] == [
        ("lscb-effectiveness", "good")
    ]
    assert texts(findings.recommendations) == [BOARD, SECOND]


@pytest.mark.parametrize("header", ["", "Exampleshire County Council Inspection of looked after "
                                    "children services"])  # fmt: skip
def test_deadlines_of_2013_are_sub_headings(header: str) -> None:
    drawing = Drawing(header=header)
    drawing.text("Inspection of looked after children\nservices", size=24)
    drawing.text("Exampleshire County Council", size=20)
    drawing.text("Inspection dates:   8 – 12 July 2013", "Reporting inspector Gary Fielding HMI",
                 "Age group:   All", "Published:   16 August 2013", gap=1.5)  # fmt: skip
    drawing.page_break()
    contents(drawing, "Inspection judgements", "Areas for improvement", "Record of main findings")
    drawing.heading("Areas for improvement")
    drawing.item("15.", "In order to improve the quality of provision the local authority should "
                 "take the following action.", hang=28)  # fmt: skip
    drawing.text("Immediately:", bold=True, gap=1.5)
    drawing.items("ensure that every child has a plan", marker="\uf0a7", x=100)
    drawing.text("Within three months:", bold=True, gap=1.5)
    drawing.items(FIRST, marker="\uf0a7", x=100)
    drawing.y = 118
    drawing.item("\uf0a7", "improve how the council hears from children who live outside its own "
                 "area and how it answers them", x=100)  # fmt: skip
    drawing.page_break()
    drawing.heading("Outcomes for looked after children")
    findings = found(drawing)
    assert findings.framework == "lac-2013" and findings.published
    assert [each.name for each in findings.inspectors] == ["Gary Fielding"]
    assert [(item.due_as_printed, item.text) for item in findings.recommendations] == [
        ("Immediately", "ensure that every child has a plan"),
        ("Within three months", FIRST),
        ("Within three months", "improve how the council hears from children who live outside its "
         "own area and how it answers them"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "framework"),
    [
        ("Inspection of safeguarding and looked after children services", "sla-2009"),
        ("Inspection of local authority arrangements for the protection of children", "cp-2012"),
    ],
)
def test_earlier_inspections_have_a_list_for_each_service(title: str, framework: str) -> None:
    drawing = Drawing()
    drawing.text("Exampleshire County Council", size=20)
    drawing.text(title, size=26, gap=1.5)
    drawing.text("Inspection dates: 7 – 18 November 2011", gap=1.6)
    drawing.page_break()
    for service, words in (("Safeguarding", FIRST), ("Looked after children", SECOND)):
        drawing.heading(f"{service}: quality of services", 16)
        drawing.heading("Areas for improvement")
        drawing.text("The council and its partners should take the following action.", gap=1.5)
        drawing.text("Within three months:", bold=True, gap=1.5)
        drawing.items(words, marker="\uf0a7", x=100)
        drawing.heading("Outcomes for looked after children", 16)
        drawing.text("Children do well.", gap=1.5)
    findings = found(drawing)
    assert findings.framework == framework
    assert [(item.order, item.text, item.due_as_printed) for item in findings.recommendations] == [
        (1, FIRST, "Within three months"), (2, SECOND, "Within three months"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "grade"),
    [
        ("The overall judgement of children’s services in Exampleshire is good", "good"),
        ("Overall, children’s services in Exampleshire are outstanding", "outstanding"),
        ("The overall judgement is inadequate", "inadequate"),
        ("The overall judgement is that children’s services are good", "good"),
        ("The overall judgement is that children’s services require improvement",
         "requires-improvement"),
        ("Children’s services in Exampleshire require improvement to be good",
         "requires-improvement"),
        ("Children’s services in Exampleshire are outstanding", "outstanding"),
    ],
)  # fmt: skip
def test_every_sentence_of_the_overall_judgement_is_read(printed: str, grade: str) -> None:
    judgements = found(cover(overall=printed)).judgements
    assert [each.grade for each in judgements if each.area == "overall-effectiveness"] == [grade]


def test_definitions_at_the_end_grade_nobody() -> None:
    drawing = cover(board=False)
    later_style(drawing)
    drawing.heading("What the inspection judgements mean")
    drawing.text("An LSCB that is inadequate does not do its work.",
                 "A good local authority leads effective services.",
                 "The Local Safeguarding Children Board is good where it learns.")  # fmt: skip
    areas = {judgement.area for judgement in found(drawing).judgements}
    assert "lscb-effectiveness" not in areas
