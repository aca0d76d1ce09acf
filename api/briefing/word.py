"""A briefing as a Word document (DOCX) on A4, with headings, tables and page numbers."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as WordParagraph

from graph.briefing import Briefing, Grid, Paragraph, Quotation
from graph.exports.archives import write_archive

_BRAND = RGBColor(0x12, 0x3C, 0x5A)
_QUIET = RGBColor(0x4A, 0x57, 0x63)
_TEXT_WIDTH_CM = 17.4
_NO_MOMENT = datetime(1980, 1, 1, tzinfo=UTC)


def render(briefing: Briefing) -> bytes:
    """Return the briefing as DOCX; the same briefing gives the same bytes."""
    document = Document()
    _set_up(document, briefing)
    document.add_paragraph("BRIEFING").runs[0].bold = True
    document.add_heading(briefing.title, level=0)
    document.add_paragraph(briefing.day).runs[0].bold = True
    document.add_paragraph(briefing.scope)
    for section in briefing.sections:
        document.add_heading(section.heading, level=1)
        for block in section.blocks:
            _add_block(document, block)
    _add_sources(document, briefing)
    return _bytes_of(document)


def _add_block(document: WordDocument, block: Paragraph | Quotation | Grid) -> None:
    if isinstance(block, Grid):
        _add_grid(document, block)
    elif isinstance(block, Quotation):
        quoted = document.add_paragraph(style="Quote")
        quoted.add_run(f"“{block.text}”")
        if block.citation:
            quoted.add_run(f" {block.citation}").font.color.rgb = _QUIET
    else:
        paragraph = document.add_paragraph()
        paragraph.add_run(block.text).bold = block.is_strong
        paragraph.paragraph_format.keep_with_next = block.is_strong


def _add_grid(document: WordDocument, grid: Grid) -> None:
    document.add_heading(grid.caption, level=2)
    table = document.add_table(rows=1, cols=len(grid.headings), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for cell, heading in zip(table.rows[0].cells, grid.headings, strict=True):
        _write(cell, heading, bold=True)
        _shade(cell)
    _repeat_on_each_page(table.rows[0])
    for row in grid.rows:
        added = table.add_row()
        _keep_whole(added)
        for cell, text in zip(added.cells, row, strict=True):
            _write(cell, text)
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Cm(_TEXT_WIDTH_CM * width / 100)
        for cell in column.cells:
            cell.width = column.width
    document.add_paragraph().paragraph_format.space_after = Pt(4)


def _write(cell: _Cell, text: str, *, bold: bool = False) -> None:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(line)
        run.font.size = Pt(9)
        run.bold = bold


def _add_sources(document: WordDocument, briefing: Briefing) -> None:
    document.add_heading("Sources", level=1)
    for source in briefing.sources:
        told = ", ".join(part for part in (source.title, source.publisher, source.day) if part)
        paragraph = document.add_paragraph(f"[{source.number}] {told}")
        paragraph.paragraph_format.left_indent = Cm(0.9)
        paragraph.paragraph_format.first_line_indent = Cm(-0.9)
    closing = document.add_paragraph()
    run = closing.add_run(
        "Read from the documents by Answerable, which can err; the pages cited decide."
    )
    run.font.color.rgb = _QUIET
    run.font.size = Pt(9)


def _set_up(document: WordDocument, briefing: Briefing) -> None:
    properties = document.core_properties
    properties.title, properties.author = briefing.title, "Answerable"
    properties.created = properties.modified = _NO_MOMENT
    properties.language = "en-GB"
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.8)
    page.top_margin = page.bottom_margin = Cm(1.9)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    for name, size in (("Title", 22), ("Heading 1", 15), ("Heading 2", 11.5)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), _BRAND
        _use_own_font(style.element)
    quote = document.styles["Quote"]
    quote.font.italic = quote.font.bold = False
    quote.font.color.rgb = RGBColor(0x16, 0x20, 0x2A)
    quote.paragraph_format.left_indent = Cm(0.8)
    quote.paragraph_format.space_before = quote.paragraph_format.space_after = Pt(3)
    _number_pages(page.footer.paragraphs[0])


def _use_own_font(style: object) -> None:
    """Drop the theme's fonts of a heading, which win over the name that is set."""
    fonts = style.rPr.rFonts  # type: ignore[attr-defined]  # python-docx does not type elements
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)


def _number_pages(paragraph: WordParagraph) -> None:
    paragraph.add_run("Page ")
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _repeat_on_each_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _keep_whole(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _shade(cell: _Cell) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E8F1F8")):
        shade.set(qn(name), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _bytes_of(document: WordDocument) -> bytes:
    written = io.BytesIO()
    document.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as archive:
        write_archive(out, [(name, archive.read(name)) for name in archive.namelist()])
    return out.getvalue()
