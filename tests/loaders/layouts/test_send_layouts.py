"""Every layout of area SEND reports that was counted, drawn with our own words."""

from __future__ import annotations

import pytest

from loaders.errors import UnknownGenre
from loaders.records import Findings
from tests.drawn import Drawing
from tests.loaders.layouts.reports import Body, found, texts

COUNCIL, BOARD = "Exampleshire County Council", "NHS Exampleshire Integrated Care Board"
WAITS = "Leaders must shorten the wait for a plan and must tell families why it takes long."
HEALTH = "Leaders must reduce the waiting times for autism assessments."
LISTEN = "Leaders across the partnership should listen to young people and act on what they say."
OUTCOMES = {
    "positive-experiences": "The local area partnership’s special educational needs and/or "
    "disabilities (SEND) arrangements typically lead to positive experiences and outcomes for "
    "children and young people with SEND.",
    "inconsistent-experiences": "The local area partnership’s arrangements lead to inconsistent "
    "experiences and outcomes for children and young people with special educational needs and/or "
    "disabilities (SEND).",
    "widespread-failings": "There are widespread and/or systemic failings leading to significant "
    "concerns about the experiences and outcomes of children and young people with special "
    "educational needs and/or disabilities (SEND), which the local area partnership must address "
    "urgently.",
}  # fmt: skip
PLAN = (
    "As a result of this inspection, HMCI requires the local area partnership to prepare and "
    "submit a priority action plan (area SEND) to address the identified areas for priority action."
)


def opening(outcome: str = "widespread-failings", title: str = "", dates: str = "") -> Drawing:
    drawing = Drawing(("Area SEND inspection report: Exampleshire Local Area Partnership",))
    drawing.text("Local area partnership report", size=10)
    drawing.text(title or "Area SEND inspection of Exampleshire\nLocal Area Partnership", size=26)
    drawing.text(dates or "Inspection dates: 11 to 15 March 2024", gap=2)
    drawing.text("Dates of previous inspection: 23 to 27 January 2017")
    drawing.heading("Inspection outcome")
    drawing.text(OUTCOMES[outcome], PLAN, gap=1.5)
    drawing.heading("Information about the local area partnership")
    drawing.text(f"{COUNCIL} and {BOARD} (ICB) are jointly responsible for the planning of "
                 "services for children and young people with SEND in Exampleshire.")  # fmt: skip
    drawing.heading("What does the area partnership need to do better?")
    drawing.items("Families wait too long.")
    drawing.page_break()
    return drawing


def closing(drawing: Drawing) -> Findings:
    drawing.heading("Local area partnership details")
    drawing.row("Local authority", "Integrated care board", at=(72, 300), bold=True)
    drawing.row(COUNCIL, "Exampleshire ICB", at=(72, 300))
    drawing.row("Delia Marchbank, Director of\nChildren’s Services",
                f"Edmund Quarrie\nCEO {BOARD}", at=(72, 300))  # fmt: skip
    drawing.row("www.exampleshire.gov.uk", "www.exampleshire.icb.nhs.uk", at=(72, 300))
    drawing.heading("Information about this inspection")
    drawing.text("This inspection was carried out under section 20(1)(a) of the Children Act 2004.")
    drawing.heading("Inspection team")
    for row in (("Ofsted", "Care Quality Commission"),
                ("Nora Fielding, Ofsted HMI lead\ninspector", "Isolde Marran, CQC lead inspector"),
                ("Judith O’Hara HMI, Ofsted", "Tom Weir-Blake, CQC inspector"),
                ("Perpetua Lowe, Ofsted Inspector", "")):  # fmt: skip
        drawing.row(*row, at=(72, 300), ruled=False)
    return found(drawing)


def table(drawing: Drawing, *rows: tuple[str, str], ruled: bool = True) -> None:
    drawing.heading("Areas for priority action")
    for row in (("Responsible body", "Areas for priority action"), *rows):
        drawing.row(*row, ruled=ruled)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Area special educational needs and/or disabilities inspection of Exampleshire\n"
         "Local Area Partnership", "area-send"),
        ("Area special educational needs and disabilities (SEND) inspection of Exampleshire",
         "area-send"),
        ("Exampleshire Local Area Partnership: area SEND inspection", "area-send"),
        ("Inspection of special educational needs and disabilities in Exampleshire", "area-send"),
        ("Area SEND re-inspection of Exampleshire Local Area Partnership", "area-send-revisit"),
    ],
)  # fmt: skip
def test_a_title_may_spell_out_what_was_inspected(title: str, kind: str) -> None:
    drawing = opening(title=title)
    table(drawing, (COUNCIL, WAITS))
    findings = closing(drawing)
    assert findings.title and findings.title.value == " ".join(title.split())
    assert findings.inspection and findings.inspection.inspection_type == kind
    assert findings.concerns and findings.concerns.label == COUNCIL
    assert texts(findings.recommendations) == [WAITS]


@pytest.mark.parametrize("header", [("Lead agency", "Area for priority action"),
                                    ("Responsible partner(s)", "Priority action areas"),
                                    ("Accountable body", "What it must do")])  # fmt: skip
def test_a_header_in_other_words_is_no_item(header: tuple[str, str]) -> None:
    drawing = opening()
    drawing.heading("Areas for priority action")
    for row in (header, (COUNCIL, WAITS), (BOARD, HEALTH)):
        drawing.row(*row)
    items = closing(drawing).recommendations
    assert texts(items) == [WAITS, HEALTH]
    assert [[actor.label for actor in item.duty.bearers] for item in items if item.duty] == [
        [COUNCIL], [BOARD],
    ]  # fmt: skip


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
def test_two_columns_are_told_apart(ruled: bool) -> None:
    drawing = opening()
    table(drawing, (COUNCIL, WAITS), (BOARD, HEALTH), ruled=ruled)
    items = closing(drawing).recommendations
    assert [(item.kind, item.text) for item in items] == [
        ("priority action", WAITS), ("priority action", HEALTH),
    ]  # fmt: skip
    assert [[actor.label for actor in item.duty.bearers] for item in items if item.duty] == [
        [COUNCIL], [BOARD],
    ]  # fmt: skip


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
def test_a_row_that_goes_on_overleaf_is_one_item(ruled: bool) -> None:
    drawing = opening()
    drawing.heading("Areas for priority action")
    drawing.row("Responsible body", "Areas for priority action", ruled=ruled)
    drawing.row(BOARD, HEALTH, ruled=ruled)
    drawing.y = 118
    drawing.row(COUNCIL, WAITS, ruled=ruled)
    items = closing(drawing).recommendations
    assert texts(items) == [HEALTH, WAITS]


@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
def test_a_header_repeated_overleaf_is_no_item(ruled: bool) -> None:
    drawing = opening()
    table(drawing, (COUNCIL, WAITS), ruled=ruled)
    drawing.page_break()
    drawing.row("Responsible body", "Areas for priority action", ruled=ruled)
    drawing.row(BOARD, HEALTH, ruled=ruled)
    assert texts(closing(drawing).recommendations) == [WAITS, HEALTH]


ORDERS = {
    "body last": ((72, 330), ("Areas for priority action", "Responsible body"),
                  (WAITS, COUNCIL), (HEALTH, BOARD)),
    "numbered": ((72, 140, 300), ("No.", "Responsible bodies", "Area for priority action"),
                 ("1", COUNCIL, WAITS), ("2", BOARD, HEALTH)),
}  # fmt: skip


@pytest.mark.parametrize(("at", "rows"), [(at, rows) for at, *rows in ORDERS.values()], ids=ORDERS)
def test_the_header_tells_which_column_is_the_item(
    at: tuple[float, ...], rows: list[tuple[str, ...]]
) -> None:
    drawing = opening()
    drawing.heading("Areas for priority action")
    for row in rows:
        drawing.row(*row, at=at)
    items = closing(drawing).recommendations
    assert texts(items) == [WAITS, HEALTH]
    assert [item.number for item in items] == (["1", "2"] if len(at) == 3 else [None, None])
    assert [[actor.label for actor in item.duty.bearers] for item in items if item.duty] == [
        [COUNCIL], [BOARD],
    ]  # fmt: skip


def rows_of_one_column(drawing: Drawing) -> None:
    drawing.row("Areas for improvement", at=(72,), bold=True)
    drawing.row(WAITS, at=(72,))
    drawing.row(LISTEN, at=(72,))


def paragraphs(drawing: Drawing) -> None:
    drawing.text(WAITS, LISTEN, gap=1.6)


def bullets(drawing: Drawing) -> None:
    drawing.items(WAITS, LISTEN)


def numbers(drawing: Drawing) -> None:
    drawing.items(WAITS, LISTEN, marker="{n}.")


def over_the_page(drawing: Drawing) -> None:
    drawing.row("Areas for improvement", at=(72,), bold=True)
    drawing.y = 110
    drawing.row(WAITS, at=(72,))
    drawing.row(LISTEN, at=(72,))


@pytest.mark.parametrize("body", [rows_of_one_column, paragraphs, bullets, numbers, over_the_page])
@pytest.mark.parametrize("heading", ["Areas for improvement", "Area for improvement"])
def test_areas_for_improvement_are_read_in_every_form(body: Body, heading: str) -> None:
    drawing = opening("inconsistent-experiences")
    drawing.heading(heading)
    body(drawing)
    items = closing(drawing).recommendations
    assert texts(items) == [WAITS, LISTEN]
    assert {item.kind for item in items} == {"area for improvement"}


@pytest.mark.parametrize("marker", ["◼", "•", "\uf0b7", "−", "○", "o"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "unruled"])
def test_bullets_in_a_cell_are_parts(marker: str, ruled: bool) -> None:
    drawing = opening()
    words = f"Leaders should improve help, particularly for:\n{marker} children at home; and\n"
    words += f"{marker} children in schools."
    table(drawing, (COUNCIL, words), (BOARD, HEALTH), ruled=ruled)
    first, second = closing(drawing).recommendations
    assert first.text == "Leaders should improve help, particularly for:"
    assert [part.text for part in first.parts] == ["children at home; and", "children in schools."]
    assert second.text == HEALTH


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_is_a_judgement(outcome: str) -> None:
    (judgement,) = closing(opening(outcome)).judgements
    assert judgement.grade == outcome


TITLES = {
    "partnership": "Area SEND inspection of Exampleshire\nLocal Area Partnership",
    "one line": "Area SEND inspection of Exampleshire Local Area Partnership",
    "full": "Area SEND full inspection of Exampleshire Local Area Partnership",
    "colon": "Area SEND inspection: Exampleshire Local Area Partnership",
    "monitoring": "Area SEND monitoring inspection of Exampleshire Local Area Partnership",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_every_title_is_known(title: str) -> None:
    findings = closing(opening(title=title))
    assert findings.genre == "area-send-report"
    assert findings.concerns and findings.concerns.body == "exampleshire"
    assert findings.title and findings.title.value == " ".join(title.split())


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("Inspection dates: 30 September 2024 to 4 October 2024", "2024-09-30", "2024-10-04"),
        ("Inspection dates: 29 April to 3 May 2024", "2024-04-29", "2024-05-03"),
        ("Inspection dates:                22 to 26 May 2023", "2023-05-22", "2023-05-26"),
        ("Dates of inspection: 18 December 2023 to 12 January 2024", "2023-12-18", "2024-01-12"),
        ("Inspection date: 22–26 May 2023", "2023-05-22", "2023-05-26"),
    ],
)
def test_every_form_of_dates_is_read(printed: str, first: str, last: str) -> None:
    inspection = closing(opening(dates=printed)).inspection
    assert inspection and inspection.start and inspection.end
    assert (inspection.start.isoformat(), inspection.end.isoformat()) == (first, last)
    assert inspection.inspected_by == ("ofsted", "care-quality-commission")


def test_the_team_has_each_member_of_each_inspectorate() -> None:
    team = closing(opening()).inspectors
    assert sorted((each.name, each.body, each.lead) for each in team) == [
        ("Isolde Marran", "care-quality-commission", False),
        ("Judith O’Hara", "ofsted", False),
        ("Nora Fielding", "ofsted", True),
        ("Perpetua Lowe", "ofsted", False),
        ("Tom Weir-Blake", "care-quality-commission", False),
    ]


def test_the_details_name_the_leaders_and_both_bodies() -> None:
    findings = closing(opening())
    assert [(each.name, each.post_as_printed) for each in findings.post_holdings] == [
        ("Delia Marchbank", "Director of Children’s Services"), ("Edmund Quarrie", "CEO"),
    ]  # fmt: skip
    assert BOARD in {body.label for body in findings.bodies}


def test_a_board_is_found_under_its_defined_short_name() -> None:
    drawing = opening()
    table(drawing, (f"{COUNCIL} and Exampleshire ICB", WAITS))
    (item,) = closing(drawing).recommendations
    assert item.duty
    assert [actor.label for actor in item.duty.bearers] == [COUNCIL, BOARD]


def test_a_paper_on_an_inspection_is_no_report_of_it() -> None:
    drawing = Drawing()
    drawing.text("Local area SEND inspection of Exampleshire: action plan", size=20)
    drawing.text("Inspection dates: 4 to 8 March 2024", gap=1.6)
    drawing.text("The plan of Exampleshire County Council is told of below.", gap=1.6)
    with pytest.raises(UnknownGenre):
        found(drawing)


def test_a_report_without_sections_is_read_all_the_same() -> None:
    drawing = Drawing()
    drawing.text("Area SEND inspection of Exampleshire County Council", size=20)
    drawing.text("Inspection dates: 4 to 8 March 2024", gap=1.6)
    findings = found(drawing)
    assert findings.genre == "area-send-report" and findings.recommendations == ()
