from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from loaders.errors import UnreadableDocument
from loaders.page import SourceText
from loaders.readers import format_of, read_source
from loaders.readers.numbering import roman


def read(document: Any) -> SourceText:
    buffer = io.BytesIO()
    document.save(buffer)
    return read_source(buffer.getvalue())


def printed(source: SourceText) -> list[str]:
    return [line.text for line in source.lines]


def test_automatic_numbers_are_printed_and_go_on_after_an_interruption() -> None:
    document = docx.Document()
    document.add_heading("Recommendations", 1)
    document.add_paragraph("Ensure that visits are made.", style="List Number")
    document.add_paragraph("A word in between.")
    document.add_paragraph("Ensure that plans are kept.", style="List Number")
    source = read(document)
    assert printed(source) == [
        "Recommendations",
        "1. Ensure that visits are made.",
        "A word in between.",
        "2. Ensure that plans are kept.",
    ]
    assert [line.block for line in source.lines] == ["heading", "item", "paragraph", "item"]


def restart(document: Any, paragraph: Any, start: int) -> None:
    """Give a paragraph a new instance of its list that starts at a number."""
    numbering = document.part.numbering_part.element
    of_style = paragraph.style.element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    (instance,) = [n for n in numbering.num_lst if str(n.numId) == of_style]
    num = numbering.add_num(instance.abstractNumId.val)
    num.add_lvlOverride(ilvl=0).add_startOverride(start)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = num.numId
    properties.get_or_add_ilvl().val = 0


def test_a_list_restarts_where_its_instance_overrides_the_start() -> None:
    document = docx.Document()
    document.add_paragraph("One", style="List Number")
    paragraph = document.add_paragraph("Another", style="List Number")
    restart(document, paragraph, 7)
    document.add_paragraph("Third", style="List Number")
    assert printed(read(document)) == ["1. One", "7. Another", "8. Third"]


def test_bullets_are_printed_and_stand_close() -> None:
    document = docx.Document()
    document.add_paragraph("Leaders will:")
    document.add_paragraph("act;", style="List Bullet")
    document.add_paragraph("report.", style="List Bullet")
    source = read(document)
    assert printed(source)[1:] == ["• act;", "• report."]
    assert [line.gap for line in source.lines] == [1.0, 2.0, 1.0]


def test_tables_keep_rows_cells_and_their_place() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(table._cells, ["Role", "Duty", "Chair", "Hold to account"], strict=True):
        cell.text = words
    table.cell(1, 1).add_paragraph("Report")
    source = read(document)
    (found,) = source.tables
    assert [cell.text for cell in found.rows[0]] == ["Role", "Duty"]
    assert [line.text for line in found.rows[1][1].lines] == ["Hold to account", "Report"]
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)


def test_cells_merged_over_columns_leave_the_others_empty() -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
    (row,) = read(document).tables[0].rows
    assert [cell.text for cell in row] == ["Both", ""]


def test_bold_and_size_come_from_runs_and_styles() -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run("Next steps")
    run.bold = True
    run.font.size = docx.shared.Pt(14)
    (line,) = read(document).lines
    assert (line.bold, line.size) == (True, 14.0)


def test_words_in_content_controls_and_insertions_are_read_and_deleted_ones_not() -> None:
    document = docx.Document()
    kept = document.add_paragraph("Kept")
    for tag, words in (("w:ins", " inserted"), ("w:del", " deleted")):
        change = OxmlElement(tag)
        run = deepcopy(kept.runs[0]._r)
        run.find(qn("w:t")).text = words
        run.find(qn("w:t")).set(qn("xml:space"), "preserve")
        change.append(run)
        kept._p.append(change)
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(content)
    kept._p.addnext(control)
    content.append(deepcopy(document.add_paragraph("Controlled")._p))
    assert printed(read(document))[:2] == ["Kept inserted", "Controlled"]


def test_small_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 14)] == ["i", "iv", "ix", "xiv"]


def zipped(names: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_zip_of_something_else_is_no_docx() -> None:
    with pytest.raises(UnreadableDocument, match="no DOCX"):
        format_of(zipped({"a.txt": "words"}))


def test_a_package_without_its_parts_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="damaged"):
        read_source(zipped({"word/document.xml": "<w:document"}))


def test_an_empty_docx_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="no text"):
        read(docx.Document())


def with_body(body: str) -> bytes:
    """Return a new document whose body is the given markup."""
    buffer, changed = io.BytesIO(), io.BytesIO()
    docx.Document().save(buffer)
    with zipfile.ZipFile(buffer) as package, zipfile.ZipFile(changed, "w") as made:
        for name in package.namelist():
            made.writestr(name, package.read(name) if name != "word/document.xml" else body)
    return changed.getvalue()


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAPER = '{head}<w:document xmlns:w="' + NAMESPACE + '"><w:body>{body}</w:body></w:document>'
CELL = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>'
    "<w:p><w:r><w:t>words</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)


def test_a_cell_spans_no_more_columns_than_a_table_can_have() -> None:
    source = read_source(with_body(PAPER.format(head="", body=CELL.format(span=300_000_000))))
    assert len(source.tables[0].rows[0]) == 63


def test_a_span_that_is_no_number_is_a_damaged_file() -> None:
    with pytest.raises(UnreadableDocument, match="damaged DOCX"):
        read_source(with_body(PAPER.format(head="", body=CELL.format(span="wide"))))


ENTITY = '<!DOCTYPE w [<!ENTITY words SYSTEM "{place}">]>'
WORDS = "<w:p><w:r><w:t>before &words; after</w:t></w:r></w:p>"


def test_entities_read_no_file_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    head = ENTITY.format(place=(tmp_path / "secret.txt").as_uri())
    source = read_source(with_body(PAPER.format(head=head, body=WORDS)))
    assert "secret" not in source.text
