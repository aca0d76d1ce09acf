"""The tracker workbook (XLSX): the sheets with filters, a header that stays, and print set-up."""

from __future__ import annotations

import io
import re
import textwrap
import zipfile
from datetime import date
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from graph.exports.archives import write_archive
from graph.exports.csv_archive import FORMULA_STARTS
from graph.exports.sheets import Heading, Sheet, Shown, sheets
from graph.exports.tables import Tables
from graph.store import Store

LONGEST_TEXT = 32_767
"""Characters that a cell of Excel can hold."""

_LINE_HEIGHT = 13.0
_LETTERS_OF_WIDTH = 1.15  # a width counts digits of 11 points; letters of 10 are narrower
_TALLEST_ROW = 409.0
"""Points; no row of Excel can be taller."""

_HEADER_ROW = 3
_INK = "FF0B0C0C"
_HEADER_FILL = PatternFill("solid", fgColor="FFE8F1F8")
_LINE = Border(bottom=Side("thin", color="FFB1B4B6"))
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)
_PLAIN = Font(name="Calibri", size=10, color=_INK)
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_STATE_FILLS = {
    "Met": "FFCCE2D8",
    "Improved": "FFCCE2D8",
    "Some progress": "FFFFF7BF",
    "Insufficient progress": "FFF6D7D2",
    "Declined": "FFF6D7D2",
}


def write_workbook(store: Store, out: BinaryIO) -> None:
    """Write the tracker workbook; the same graph gives the same bytes."""
    workbook = Workbook()
    workbook.properties.creator = "Answerable"
    workbook.properties.title = "Recommendations and what became of them"
    assert workbook.active is not None
    workbook.remove(workbook.active)
    for sheet in sheets(Tables(store)):
        _fill(workbook.create_sheet(sheet.name), sheet)
    written = io.BytesIO()
    workbook.save(written)
    with zipfile.ZipFile(written) as archive:
        parts = [(name, _without_moment(archive.read(name))) for name in archive.namelist()]
    write_archive(out, parts)


def _without_moment(part: bytes) -> bytes:
    return _MOMENT.sub(rb"\g<1>1980-01-01T00:00:00Z", part)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    page["A1"] = sheet.name
    page["A1"].font = Font(name="Calibri", bold=True, size=16, color=_INK)
    page["A2"] = sheet.note
    for place, heading in enumerate(sheet.headings, start=1):
        _write_heading(page, place, heading)
    for number, row in enumerate(sheet.rows, start=_HEADER_ROW + 1):
        for place, (heading, value) in enumerate(zip(sheet.headings, row, strict=True), start=1):
            _write(page.cell(number, place), heading, value)
        page.row_dimensions[number].height = _height(sheet, row)
    _set_up(page, sheet)


def _height(sheet: Sheet, row: tuple[Shown, ...]) -> float:
    """Return the height of a row in points: programs do not fit rows that others wrote."""
    lines = 1
    for heading, value in zip(sheet.headings, row, strict=True):
        if isinstance(value, str) and heading.kind != "link":
            most = int(heading.width * _LETTERS_OF_WIDTH)
            shown = (textwrap.wrap(line, most) for line in value.split("\n"))
            lines = max(lines, sum(max(1, len(wrapped)) for wrapped in shown))
    return min(_LINE_HEIGHT * lines + 3, _TALLEST_ROW)


def _write_heading(page: Worksheet, place: int, heading: Heading) -> None:
    cell = page.cell(_HEADER_ROW, place, heading.name)
    cell.font = Font(name="Calibri", size=10, bold=True, color=_INK)
    cell.fill = _HEADER_FILL
    cell.border = _LINE
    cell.alignment = Alignment(horizontal="left", vertical="bottom", wrap_text=True)
    page.column_dimensions[get_column_letter(place)].width = heading.width


def _write(cell: SheetCell, heading: Heading, value: Shown) -> None:
    cell.alignment = _TOP
    cell.border = _LINE
    cell.font = _PLAIN
    if value is None:
        return
    if heading.kind == "link":
        cell.value = "Open"
        cell.hyperlink = str(value)
        cell.font = Font(name="Calibri", size=10, color="FF1D70B8", underline="single")
        return
    if isinstance(value, date):
        cell.value = value
        cell.number_format = "d mmm yyyy"
        return
    if isinstance(value, str):
        _write_text(cell, value)
    else:
        cell.value = value
    if heading.name == "State" and str(value) in _STATE_FILLS:
        cell.fill = PatternFill("solid", fgColor=_STATE_FILLS[str(value)])


def _write_text(cell: SheetCell, text: str) -> None:
    """Write a text as a text, also where it begins as a formula does."""
    cell.value = text[:LONGEST_TEXT]
    cell.data_type = "s"
    if text.startswith(FORMULA_STARTS):
        cell.quotePrefix = True


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    last = get_column_letter(len(sheet.headings))
    page.row_dimensions[_HEADER_ROW].height = 2 * _LINE_HEIGHT + 3
    page.freeze_panes = f"A{_HEADER_ROW + 1}"
    page.auto_filter.ref = f"A{_HEADER_ROW}:{last}{_HEADER_ROW + max(len(sheet.rows), 1)}"
    page.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A3 if len(sheet.headings) > 9 else page.PAPERSIZE_A4
    page.page_setup.fitToWidth = 1
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.oddFooter.left.text = "Answerable: &A"
    page.oddFooter.right.text = "Page &P of &N"
    page.sheet_view.zoomScale = 90
