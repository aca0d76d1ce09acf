"""Word documents for the samples: headings, running text, lists and tables, by python-docx."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

WRITTEN = datetime.datetime(2025, 1, 1)


class Paper:
    """A Word document in the making; sizes in points."""

    def __init__(self, *footer: str) -> None:
        """Begin an A4 document; the lines of ``footer`` stand on every page but the first."""
        self.document: WordDocument = Document()
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(25)
        style = self.document.styles["Normal"]
        style.font.name = "Liberation Sans"
        style.font.size = Pt(12)
        if footer:
            section.different_first_page_header_footer = True
            self._footer(footer)

    def _footer(self, lines: Sequence[str]) -> None:
        footer = self.document.sections[0].footer
        for index, words in enumerate(lines):
            paragraph = footer.paragraphs[0] if index == 0 else footer.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.add_run(words).font.size = Pt(8)
        number = paragraph.add_run("\t\t")
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            number._r.append(element)

    def title(self, text: str, size: float = 24) -> None:
        """Add a line of the cover."""
        self.document.add_paragraph().add_run(text).font.size = Pt(size)

    def heading(self, text: str, size: float = 14) -> None:
        """Add a bold heading."""
        run = self.document.add_paragraph().add_run(text)
        run.font.size = Pt(size)
        run.bold = True

    def section(self, text: str) -> None:
        """Add a heading in Word's own heading style."""
        self.document.add_heading(text, level=2)

    def text(self, *paragraphs: str, bold: bool = False) -> None:
        """Add paragraphs of running text."""
        for paragraph in paragraphs:
            self.document.add_paragraph().add_run(paragraph).bold = bold

    def bullets(self, items: Iterable[str], level: int = 1) -> None:
        """Add a bulleted list."""
        style = "List Bullet" if level == 1 else f"List Bullet {level}"
        for item in items:
            self.document.add_paragraph(item, style=style).paragraph_format.space_after = Pt(6)

    def numbers(self, items: Iterable[str]) -> None:
        """Add a list with automatic numbers."""
        for item in items:
            self.document.add_paragraph(item, style="List Number")

    def typed_numbers(self, first: int, items: Iterable[str | tuple[str, Sequence[str]]]) -> None:
        """Add a list whose numbers are typed, with hanging indent; a pair has sub-bullets."""
        for number, item in enumerate(items, first):
            lead, parts = (item, ()) if isinstance(item, str) else item
            paragraph = self.document.add_paragraph(f"{number}.\t{lead}")
            paragraph.paragraph_format.left_indent = Pt(32)
            paragraph.paragraph_format.first_line_indent = Pt(-32)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(32))
            self.bullets(parts, level=2)

    def table(self, rows: Sequence[Sequence[str]], header: bool = True) -> None:
        """Add a ruled table, the first row in bold where it is a header."""
        table = self.document.add_table(rows=0, cols=len(rows[0]))
        table.style = "Table Grid"
        for index, row in enumerate(rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = header and index == 0

    def page_break(self) -> None:
        """Go on on the next page."""
        self.document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def save_word(self, path: Path) -> None:
        """Write a .docx; its dates are fixed, so that the same paper gives the same bytes."""
        properties = self.document.core_properties
        properties.author = "Answerable samples"
        properties.created = properties.modified = WRITTEN
        self.document.save(str(path))

    def save_pdf(self, path: Path) -> None:
        """Write a .pdf by LibreOffice, the word processor on the machine."""
        office = shutil.which("soffice")
        if office is None:
            raise SystemExit("LibreOffice (soffice) is needed to make the PDF samples")
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / f"{path.stem}.docx"
            self.save_word(source)
            subprocess.run(
                [office, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                 "--convert-to", "pdf", "--outdir", folder, str(source)],
                check=True, capture_output=True,
            )  # fmt: skip
            shutil.copy(source.with_suffix(".pdf"), path)
