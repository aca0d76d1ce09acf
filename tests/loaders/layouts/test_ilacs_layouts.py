"""Every layout of ILACS reports that was counted in real ones, drawn with our own words."""

from __future__ import annotations

import datetime

import pytest

from loaders.pipeline import read_document
from tests.drawn import Drawing
from tests.loaders.layouts.reports import (
    FIVE,
    FOUR,
    HELP,
    IMPROVE,
    ITEMS,
    LEADERS,
    OPENING,
    Body,
    found,
    grades,
    ilacs,
    ilacs_cover,
    narrative,
    texts,
)


@pytest.mark.parametrize(
    "titles",
    [
        ("Exampleshire County Council", "Inspection of children’s social care services"),
        ("Exampleshire County Council", "Inspection of local authority children’s services"),
        ("Inspection of Exampleshire local authority children’s services",),
        ("Inspection of Exampleshire County Council children’s services",),
        ("Inspection of Exampleshire County Council’s children’s services",),
        ("Inspection of City of Exampleshire\nMetropolitan Borough Council local\n"
         "authority children’s services",),
        ("Inspection of Royal Borough of\nExampleshire children’s services",),
        ("Inspection of Exampleshire County Council local authority\nchildren’s services",),
    ],
    ids=["A", "B", "C", "no authority", "possessive", "wrapped city", "royal", "wrapped end"],
)  # fmt: skip
def test_every_title_names_framework_and_council(titles: tuple[str, ...]) -> None:
    drawing = ilacs_cover(*titles)
    drawing.heading("What needs to improve?")
    drawing.items(*ITEMS)
    findings = found(narrative(drawing))
    assert findings.framework == "ilacs"
    assert findings.concerns and "exampleshire" in (findings.concerns.body or "")
    assert findings.title
    assert findings.title.value == " ".join(" ".join(titles).split())


@pytest.mark.parametrize(
    ("label", "printed", "windows"),
    [
        ("Inspection dates:", "21 January 2019 to 1 February 2019",
         [((2019, 1, 21), (2019, 2, 1))]),
        ("Inspection dates:", "20 June to 1 July 2022", [((2022, 6, 20), (2022, 7, 1))]),
        ("Inspection dates:", "6 to 17 December 2021", [((2021, 12, 6), (2021, 12, 17))]),
        ("Inspection date:", "11 – 22 July 2022", [((2022, 7, 11), (2022, 7, 22))]),
        ("Inspection dates:", "11–22 July 2022", [((2022, 7, 11), (2022, 7, 22))]),
        ("Inspection dates:", "4-15 December 2023", [((2023, 12, 4), (2023, 12, 15))]),
        ("Dates of inspection:", "18 December 2023 to 5 January 2024",
         [((2023, 12, 18), (2024, 1, 5))]),
        ("Fieldwork dates:", "30 November to 11 December 2023",
         [((2023, 11, 30), (2023, 12, 11))]),
        ("Dates of visit:", "From 3rd to 14th July 2023", [((2023, 7, 3), (2023, 7, 14))]),
        ("On-site inspection dates –", "3 to 7 July 2023 and 10 to 14 July 2023",
         [((2023, 7, 3), (2023, 7, 7)), ((2023, 7, 10), (2023, 7, 14))]),
        ("Inspection dates:", "5 to 9 December 2022 and 14 to 15 February 2023",
         [((2022, 12, 5), (2022, 12, 9)), ((2023, 2, 14), (2023, 2, 15))]),
        ("Inspection dates:", "8 July 2019 to 12 July 2019 and 7 August 2019 to\n8 August 2019",
         [((2019, 7, 8), (2019, 7, 12)), ((2019, 8, 7), (2019, 8, 8))]),
    ],
    ids=["full", "two months", "one month", "dash", "tight dash", "tight hyphen", "over the year",
         "other label", "visit", "on site", "two windows", "wrapped"],
)  # fmt: skip
def test_every_form_of_dates_gives_its_windows(
    label: str, printed: str, windows: list[tuple[tuple[int, int, int], tuple[int, int, int]]]
) -> None:
    cover = ilacs_cover("Inspection of Exampleshire County Council children’s services",
                        dates=printed, dates_label=label)  # fmt: skip
    inspection = found(cover).inspection
    assert inspection
    expected = [(datetime.date(*first), datetime.date(*last)) for first, last in windows]
    assert list(inspection.windows) == expected


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Lead inspector: Nora Fielding, His Majesty’s Inspector", ["Nora Fielding"]),
        ("Lead inspector: Nora Fielding,\nHer Majesty’s Inspector", ["Nora Fielding"]),
        ("Lead inspector: Nora Fielding\nHer Majesty’s Inspector", ["Nora Fielding"]),
        ("Lead inspector: Nora Fielding HMI", ["Nora Fielding"]),
        ("Lead inspector: Nora Fielding, His Majesty’s Inspector of Education, Children’s\n"
         "Services and Skills", ["Nora Fielding"]),
        ("Lead inspectors: Nora Fielding, His Majesty’s Inspector and Amir O’Castell, His\n"
         "Majesty’s Inspector", ["Nora Fielding", "Amir O’Castell"]),
        ("Lead inspectors: Nora Fielding and Máire Castell-Lowe, His Majesty’s\nInspectors",
         ["Nora Fielding", "Máire Castell-Lowe"]),
        ("Lead inspectors: Nora Fielding, His Majesty’s Inspector\n"
         "Amir Castell, His Majesty’s Inspector", ["Nora Fielding", "Amir Castell"]),
        ("Lead inspector: Ms Nora Fielding, His Majesty’s Inspector, Social Care",
         ["Nora Fielding"]),
        ("Lead inspector – Nora Fielding, Regulatory Inspection Manager", ["Nora Fielding"]),
        ("Lead HMI: Nora Fielding", ["Nora Fielding"]),
    ],
    ids=["one", "rank below", "no comma", "HMI", "whole rank", "two wrapped", "two of one rank",
         "two lines", "remit after the rank", "post", "label of a rank"],
)  # fmt: skip
def test_every_form_of_lead_inspectors_is_read(printed: str, names: list[str]) -> None:
    cover = ilacs_cover("Exampleshire County Council", "Inspection of children’s services",
                        lead=printed)  # fmt: skip
    assert [(each.name, each.lead) for each in found(cover).inspectors] == [
        (name, True) for name in names
    ]


TABLES = {
    "four rows": grades(FOUR),
    "five rows": grades(FIVE),
    "capitals": grades(FIVE, "Good", "Requires Improvement to be good", "Good", "Good", "Good"),
    "other words for the areas": list(zip((
        LEADERS, "The experiences and progress of children who need help or protection",
        "The experiences and progress of children looked after and care leavers",
        "Overall judgement"), ("Good", "Good", "Outstanding", "Good"), strict=True)),
    "grade on the last line": [
        (LEADERS.replace("practice ", "practice\n"), "\nGood"), *grades(FOUR)[1:]
    ],
    "grade on a line of its own": [
        ("The impact of leaders on social work\n\npractice with children and families",
         "\nGood"), *grades(FOUR)[1:]
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_a_grade_is_read_on_any_line_of_its_row(rows: list[tuple[str, str]]) -> None:
    cover = ilacs_cover("Inspection of Exampleshire County Council children’s services", rows=rows)
    judgements = found(cover).judgements
    assert [each.area for each in judgements] == [
        "impact-of-leaders", "help-and-protection",
        *(["children-in-care", "care-leavers"] if len(rows) == 5
          else ["children-in-care-and-care-leavers"]), "overall-effectiveness",
    ]  # fmt: skip
    expected = [grade.strip().lower().replace(" ", "-") for _, grade in rows]
    assert [each.grade.replace("requires-improvement", "requires-improvement-to-be-good")
            if each.grade == "requires-improvement" else each.grade
            for each in judgements] == expected  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "grade"),
    [
        ("Good (declined from outstanding)", "Good"),
        ("Requires improvement (no change)", "Requires improvement"),
        ("Requires improvement to be good (previously inadequate)", IMPROVE),
        ("Good – improved from inadequate", "Good"),
        ("Outstanding, sustained", "Outstanding"),
    ],
)
def test_a_remark_beside_a_grade_is_no_part_of_it(printed: str, grade: str) -> None:
    rows = [(LEADERS, printed), *grades(FOUR)[1:]]
    cover = ilacs_cover("Inspection of Exampleshire County Council children’s services", rows=rows)
    judgements = found(cover).judgements
    assert len(judgements) == 4
    assert judgements[0].grade_as_printed == grade


@pytest.mark.parametrize("columns", [("Grade", "Previous grade"), ("Last inspection", "Grade")])
def test_the_grades_of_an_earlier_inspection_are_not_those_of_this_one(
    columns: tuple[str, str],
) -> None:
    drawing = Drawing()
    drawing.text("Inspection of Exampleshire County Council children’s services", size=24)
    drawing.text("Inspection dates: 20 June to 1 July 2022", bold=True, gap=1.8)
    now, earlier = "Good", "Inadequate"
    cells = (now, earlier) if columns[0] == "Grade" else (earlier, now)
    drawing.row("Judgement", *columns, at=(72, 300, 420), bold=True)
    for area in (*FOUR, "Overall effectiveness"):
        drawing.row(area, *cells, at=(72, 300, 420))
    drawing.text(*OPENING, gap=1.6)
    assert [each.grade for each in found(drawing).judgements] == ["good"] * 4


@pytest.mark.parametrize(
    "marker",
    [
        "◼",
        "\uf06e",
        "\uf0a7",
        "•",
        "■",
        "▪",
        "►",
        "◆",
        "◾",
        "⦁",
        "▸",
        "❑",
        "✔",
        "→",
        "⁃",
        "{n}.",
        "({n})",
    ],
)
def test_every_bullet_begins_an_item(marker: str) -> None:
    findings = found(ilacs(lambda drawing: drawing.items(*ITEMS, marker=marker)))
    assert texts(findings.recommendations) == list(ITEMS)


@pytest.mark.parametrize("letters", [("a)", "b)", "c)"), ("(i)", "(ii)", "(iii)")])
def test_letters_begin_items(letters: tuple[str, ...]) -> None:
    def body(drawing: Drawing) -> None:
        for letter, words in zip(letters, ITEMS, strict=True):
            drawing.item(letter, words)

    items = found(ilacs(body)).recommendations
    assert texts(items) == list(ITEMS)
    assert [item.number for item in items] == [letter.strip("()") for letter in letters]


@pytest.mark.parametrize("font", ["Wingdings", "ABCDEF+Wingdings-Regular", "SymbolMT"])
@pytest.mark.parametrize("marker", ["\uf06e", "\uf0a7", "\uf06c"])
def test_a_bullet_of_a_font_without_a_map_begins_an_item(marker: str, font: str) -> None:
    def body(drawing: Drawing) -> None:
        drawing.symbol_font = font
        drawing.items(*ITEMS, marker=marker)

    assert texts(found(ilacs(body)).recommendations) == list(ITEMS)


@pytest.mark.parametrize(
    "heading",
    ["What needs to improve?", "What needs to improve", "What needs to improve:",
     "What needs to improve?1", "What does Exampleshire need to improve?",
     "What needs to improve further?", "What still needs to improve?",
     "What needs to be improved?", "What do leaders need to improve?",
     "What needs to improve in this local authority", "What needs to improve in Exampleshire?",
     "What needs to improve across the council’s services?", "Areas for improvement",
     "Areas that need to improve", "What the council needs to do to improve",
     "Where improvement is needed", "What does the local authority need to do to improve?"],
)  # fmt: skip
def test_every_heading_begins_the_list(heading: str) -> None:
    findings = found(ilacs(heading=heading))
    assert texts(findings.recommendations) == list(ITEMS)
    assert {item.kind for item in findings.recommendations} == {"area for improvement"}


def test_a_heading_of_recommendations_makes_them_so() -> None:
    findings = found(ilacs(heading="Recommendations"))
    assert [item.kind for item in findings.recommendations] == ["recommendation"] * 3


Rows = list[tuple[str, ...]]
TABLED: dict[str, tuple[tuple[float, ...], Rows, list[tuple[str | None, str | None]]]] = {
    "numbers": ((72, 110), [(f"{at}", words) for at, words in enumerate(ITEMS, 1)],
                [(f"{at}", None) for at in (1, 2, 3)]),
    "headed numbers": ((72, 110), [("No.", "Area for improvement"),
                       *((f"{at}", words) for at, words in enumerate(ITEMS, 1))],
                       [(f"{at}", None) for at in (1, 2, 3)]),
    "themes": ((72, 180), [("Theme", "What needs to improve"), ("Missing children", ITEMS[0]),
               ("Plans", ITEMS[1]), ("", ITEMS[2])],
               [(None, "Missing children"), (None, "Plans"), (None, "Plans")]),
    "labels without a header": ((72, 180), [("Missing children", ITEMS[0]), ("Plans", ITEMS[1]),
                                ("Schools", ITEMS[2])],
                                [(None, "Missing children"), (None, "Plans"), (None, "Schools")]),
    "one column": ((72,), [(words,) for words in ITEMS], [(None, None)] * 3),
}  # fmt: skip


@pytest.mark.parametrize(("at", "rows", "beside"), TABLED.values(), ids=TABLED)
def test_the_rows_of_a_table_are_items(
    at: tuple[float, ...], rows: Rows, beside: list[tuple[str | None, str | None]]
) -> None:
    def body(drawing: Drawing) -> None:
        for row in rows:
            drawing.row(*row, at=at)

    items = found(ilacs(body)).recommendations
    assert texts(items) == list(ITEMS)
    assert [(item.number, item.printed_theme_label) for item in items] == beside


LONG = "needs to be told at such length that its row fills more than two lines of the page, and so."


def test_the_rows_of_a_table_go_on_overleaf_with_their_numbers() -> None:
    def body(drawing: Drawing) -> None:
        for number in range(1, 7):
            drawing.row(f"{number}", f"Item {number} {LONG} {LONG}", at=(72, 110))

    items = found(ilacs(body)).recommendations
    assert [item.number for item in items] == ["1", "2", "3", "4", "5", "6"]
    assert [item.text.split()[1] for item in items] == ["1", "2", "3", "4", "5", "6"]


def test_a_row_of_a_table_may_head_those_below_it() -> None:
    def body(drawing: Drawing) -> None:
        for row in (("What needs to improve", "Lead", "Timescale"), ("Help and protection", "", ""),
                    (ITEMS[0], "Chief Executive", "March 2024"), ("Care leavers", "", ""),
                    (ITEMS[1], "Chief Executive", "6 months")):  # fmt: skip
            drawing.row(*row, at=(72, 300, 420))

    items = found(ilacs(body)).recommendations
    assert [(item.text, item.printed_theme_label) for item in items] == [
        (ITEMS[0], "Help and protection"), (ITEMS[1], "Care leavers"),
    ]  # fmt: skip


def test_a_table_of_the_next_section_is_no_list() -> None:
    def body(drawing: Drawing) -> None:
        drawing.items(ITEMS[0])
        drawing.heading("Main findings")
        for row in (("1", ITEMS[1]), ("2", ITEMS[2])):
            drawing.row(*row, at=(72, 110))

    assert texts(found(ilacs(body)).recommendations) == [ITEMS[0]]


@pytest.mark.parametrize("marker", ["−", "-", "\u0336", "○", "–", "o"])
def test_bullets_below_an_item_are_its_parts(marker: str) -> None:
    def body(drawing: Drawing) -> None:
        drawing.item("◼", "The help for care leavers, in particular:")
        drawing.items("their homes, including those who live", "their health", marker=marker,
                      x=92)  # fmt: skip
        drawing.item("◼", ITEMS[0])

    items = found(ilacs(body)).recommendations
    assert texts(items) == ["The help for care leavers, in particular:", ITEMS[0]]
    assert [part.text for part in items[0].parts] == [
        "their homes, including those who live", "their health",
    ]  # fmt: skip


FALLEN = (
    "The number of visits to families, which has fallen in each of the last three years although "
    "more families than before have asked for help."
)
HYPHEN = "The strength of the oversight by leaders and managers in the whole multi-agency network."


def over_a_page(drawing: Drawing) -> None:
    drawing.item("◼", ITEMS[0])
    drawing.y = 120.0
    drawing.item("◼", FALLEN)
    drawing.item("◼", ITEMS[2])


def alone_on_the_next_page(drawing: Drawing) -> None:
    drawing.item("◼", ITEMS[0])
    drawing.page_break()
    drawing.item("◼", ITEMS[2])


def number_begins_a_line(drawing: Drawing) -> None:
    drawing.item("◼", "The plans of young people who leave care when they reach the age of\n17.")
    drawing.item("◼", ITEMS[0])


def hyphen_ends_a_line(drawing: Drawing) -> None:
    drawing.item("◼", HYPHEN)


def with_footnote(drawing: Drawing) -> None:
    drawing.item("◼", ITEMS[0])
    drawing.y = 130.0
    drawing.text("1 A return home interview is held within three days.", size=8)
    drawing.page_break()
    drawing.item("◼", ITEMS[2])


BODIES: dict[str, tuple[Body, list[str]]] = {
    "over a page": (over_a_page, [
        ITEMS[0], FALLEN, ITEMS[2]]),
    "alone on the next page": (alone_on_the_next_page, [ITEMS[0], ITEMS[2]]),
    "number at the start of a line": (number_begins_a_line, [
        "The plans of young people who leave care when they reach the age of 17.", ITEMS[0]]),
    "hyphen at the end of a line": (hyphen_ends_a_line, [
        HYPHEN]),
    "footnote at the bottom": (with_footnote, [ITEMS[0], ITEMS[2]]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_items_are_whole_over_pages_and_lines(body: Body, expected: list[str]) -> None:
    assert texts(found(ilacs(body)).recommendations) == expected


def test_a_report_without_the_section_has_no_items_and_says_so() -> None:
    cover = ilacs_cover("Inspection of Exampleshire County Council children’s services")
    findings = found(narrative(cover))
    assert findings.recommendations == ()
    assert any("no section" in doubt for doubt in findings.doubts)


def test_prose_instead_of_a_list_has_no_items_and_says_so() -> None:
    prose = "Leaders know what is left to do and have begun to do it."
    findings = found(ilacs(lambda drawing: drawing.text(prose)))
    assert findings.recommendations == ()
    assert any("prose" in doubt for doubt in findings.doubts)


@pytest.mark.parametrize(
    "following",
    [f"{HELP}: good", f"{HELP.removeprefix('The ')}: good".capitalize(),
     f"{LEADERS}: inadequate", f"{HELP} is: inadequate", "Main findings"],
    ids=["usual", "no article", "leaders", "is", "main findings"],
)  # fmt: skip
def test_every_next_heading_ends_the_list(following: str) -> None:
    drawing = ilacs_cover("Inspection of Exampleshire County Council children’s services")
    drawing.heading("What needs to improve?")
    drawing.items(*ITEMS)
    drawing.heading(following)
    drawing.items("Social workers know the children well.", marker="◼")
    assert texts(found(drawing).recommendations) == list(ITEMS)


@pytest.mark.parametrize("columns", [("Grade", "Previous grade"), ("Previous grade", "Grade")])
def test_cells_of_an_earlier_inspection_are_told_apart_without_a_page(
    columns: tuple[str, str],
) -> None:
    cells = ("Good", "Inadequate") if columns[0] == "Grade" else ("Inadequate", "Good")
    rows = [("Judgement", *columns), ("---", "---", "---"), *((area, *cells) for area in FIVE)]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    report = (
        "# Inspection of Exampleshire County Council children’s services\n\n"
        f"Inspection dates: 20 June to 1 July 2022\n\n{table}\n\nLeaders know their services.\n"
    )
    judgements = read_document(report.encode()).findings.judgements
    assert [each.grade for each in judgements] == ["good"] * 4


def test_a_label_of_the_grade_table_may_wrap_after_its_first_words() -> None:
    rows = [(LEADERS.replace("leaders ", "leaders\n"), "Good"), *grades(FOUR)[1:]]
    cover = ilacs_cover("Inspection of Exampleshire County Council children’s services", rows=rows)
    assert found(cover).judgements[0].grade == "good"
