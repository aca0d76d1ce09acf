"""The tables and the tracker: states, formulas, contact details, and how a sheet is set up."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator

import openpyxl
import pytest

from graph.exports import export
from graph.exports.csv_archive import as_csv
from graph.exports.states import NOT_ASSESSED, RAISED_AGAIN, states
from graph.exports.tables import Tables
from graph.store import MEMORY, Store, open_store

BASE = "http://localhost:8000"
PAPER = f"{BASE}/id/document/exampleshire-2021-01-29-inspection-report"
ASKED = f"{BASE}/id/recommendation/exampleshire-2021-01-29-inspection-report"
TRIPLES = f"""
PREFIX ans: <https://w3id.org/answerable/ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
GRAPH <{BASE}/graph/document/exampleshire-2021-01-29-inspection-report> {{
  <{ASKED}-1> a ans:Recommendation ; ans:text "=HYPERLINK(\\"x\\")" ; ans:order 1 ;
    ans:year 2021 ; ans:sortDate "2021-01-29"^^xsd:date ; ans:madeIn <{PAPER}> .
  <{ASKED}-2> a ans:Recommendation ; ans:text "Write to jo@exampleshire.example." ; ans:order 2 ;
    ans:year 2021 ; ans:sortDate "2021-01-29"^^xsd:date ; ans:madeIn <{PAPER}> .
  <{ASKED}-3> a ans:Recommendation ; ans:text "Visit\\u0007 on time." ; ans:order 3 ;
    ans:year 2021 ; ans:sortDate "2021-01-29"^^xsd:date ; ans:madeIn <{PAPER}> .
  <{BASE}/id/assessment/a> a ans:ProgressAssessment ; ans:assessmentOf <{ASKED}-1> ;
    ans:progress <{BASE}/id/progress/met> ; ans:sortDate "2022-01-01"^^xsd:date ;
    ans:evidence <{BASE}/id/passage/met> .
  <{BASE}/id/passage/met> a ans:Passage ; ans:quote "Visits\\n\\nare made." ; ans:start 1 ;
    ans:inDocument <{PAPER}> .
  <{BASE}/id/assessment/b> a ans:ProgressAssessment ; ans:assessmentOf <{ASKED}-1> ;
    ans:progress <{BASE}/id/progress/declined> ; ans:sortDate "2023-01-01"^^xsd:date ;
    ans:reportedFrom <{PAPER}> .
  <{ASKED}-4> a ans:Recommendation ; ans:text "Visit in time." ; ans:recursFrom <{ASKED}-3> ;
    ans:order 4 ; ans:year 2023 ; ans:sortDate "2023-05-01"^^xsd:date ; ans:madeIn <{PAPER}> .
}}"""


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    opened = open_store(MEMORY)
    with opened.transaction() as changes:
        changes.load(TRIPLES.encode(), "trig")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def tracker(store: Store) -> openpyxl.Workbook:
    out = io.BytesIO()
    export(store, "xlsx", out)
    return openpyxl.load_workbook(out)


def test_state_is_the_latest_assessment_that_is_not_taken_over(store: Store) -> None:
    assert states(Tables(store))[f"{ASKED}-1"].name == "Met"


def test_item_that_comes_back_is_raised_again(store: Store) -> None:
    assert states(Tables(store))[f"{ASKED}-3"].name == RAISED_AGAIN
    assert states(Tables(store))[f"{ASKED}-4"].name == NOT_ASSESSED


def test_formula_is_a_text_in_the_workbook(tracker: openpyxl.Workbook) -> None:
    cell = tracker["Recommendations"]["C4"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ('=HYPERLINK("x")', "s", True)


def test_formula_is_escaped_in_csv(store: Store) -> None:
    table = Tables(store).table("recommendations")
    rows = list(csv.DictReader(io.StringIO(as_csv(table).decode("utf-8-sig"))))
    assert rows[0]["text"] == '\'=HYPERLINK("x")'


def test_contact_details_and_control_characters_are_taken_out(tracker: openpyxl.Workbook) -> None:
    shown = [cell.value for cell in tracker["Recommendations"]["C"]]
    assert "Write to [e-mail address]." in shown
    assert "Visit on time." in shown


def test_sheet_has_filters_a_frozen_header_and_is_set_up_for_print(
    tracker: openpyxl.Workbook,
) -> None:
    for sheet in tracker:
        assert sheet.freeze_panes == "A4"
        assert sheet.auto_filter.ref.startswith("A3:")
        assert sheet.print_title_rows == "$3:$3"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == ("landscape", 1)


def test_quote_over_two_lines_is_one_line_of_its_cell(tracker: openpyxl.Workbook) -> None:
    assert tracker["Recommendations"]["L4"].value == "Visits are made."


def test_row_links_to_its_recommendation(tracker: openpyxl.Workbook) -> None:
    links = {cell.hyperlink.target for cell in tracker["Recommendations"]["P"] if cell.hyperlink}
    assert links == {f"{ASKED}-{order}" for order in (1, 2, 3, 4)}


@pytest.mark.parametrize("name", ["xlsx", "csv.zip", "parquet.zip"])
def test_archive_has_no_moment_of_writing(store: Store, name: str) -> None:
    out = io.BytesIO()
    export(store, name, out)
    with zipfile.ZipFile(out) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
