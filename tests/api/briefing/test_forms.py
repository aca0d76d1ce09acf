"""The three forms of a briefing say the same, and are what their suffix says."""

from __future__ import annotations

import io
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from api.briefing import FORMS
from api.cli import main
from graph.briefing import Briefing, Grid, Paragraph, Quotation, Section, Source, build_briefing
from graph.store import open_store

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

TRICKY = Briefing(
    body="Exampleshire",
    title="Exampleshire: what was asked",
    day="1 January 2026",
    scope="Drawn from one document.",
    sections=(
        Section(
            "open",
            "Open asks",
            (
                Paragraph("Use <b> & | with *care*. [1]", is_strong=True),
                Quotation("Words.", "[1], page 2"),
                Grid("Asks", ("What", "Source"), (80, 20), (("First\nsecond", "[1]"),)),
            ),
        ),
    ),
    sources=(Source(1, "A | report", "Ofsted", "2019", "http://localhost:8000/id/document/x"),),
)


class Texts(HTMLParser):
    """Collects the texts of a page and the targets within it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.targets: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "href" and value and value.startswith("#"):
                self.targets.add(value[1:])
            if name == "id" and value:
                self.anchors.add(value)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_page_escapes_and_links_its_citations() -> None:
    page = Texts()
    page.feed(FORMS["html"].render(TRICKY).decode())
    assert "Use <b> & | with *care*. " in page.texts
    assert page.targets <= page.anchors
    assert "source-1" in page.targets


def test_markdown_escapes_what_would_be_markup() -> None:
    text = FORMS["md"].render(TRICKY).decode()
    assert r"**Use \<b\> & \| with \*care\*. [1]**" in text
    assert "| First<br>second | [1] |" in text
    assert "> “Words.” ([1], page 2)" in text


def test_word_document_has_headings_tables_and_sources() -> None:
    document = docx.Document(io.BytesIO(FORMS["docx"].render(TRICKY)))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["Open asks", "Sources"]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["First\nsecond", "[1]"]
    assert "[1] A | report, Ofsted, 2019" in [p.text for p in document.paragraphs]


@pytest.mark.parametrize("name", FORMS)
def test_same_briefing_gives_the_same_bytes(sample_store: Path, name: str) -> None:
    with open_store(sample_store, read_only=True) as store:
        built = build_briefing(store, "sampleton", date(2026, 1, 1))
    assert FORMS[name].render(built) == FORMS[name].render(built)


@pytest.mark.parametrize("name", FORMS)
def test_briefing_is_served_in_each_form(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/bodies/exampleshire/briefing.{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == FORMS[name].media_type
    assert b"jo@exampleshire" not in answer.content


@pytest.mark.parametrize("path", ["exampleshire/briefing.pdf", "nowhere/briefing.html"])
def test_briefing_that_there_is_not_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(f"/api/v1/bodies/{path}").status_code == 404


def test_command_writes_the_form_of_the_files_name(sample_store: Path, tmp_path: Path) -> None:
    file = tmp_path / "briefing.docx"
    with pytest.raises(SystemExit) as left:
        main(["brief", "exampleshire", "-o", str(file), "--store", str(sample_store)])
    assert left.value.code == 0
    assert docx.Document(str(file)).tables


def test_command_refuses_an_ending_that_it_cannot_write(sample_store: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["brief", "exampleshire", "-o", "briefing.pdf", "--store", str(sample_store)])
    assert left.value.code == 2
