from __future__ import annotations

from pathlib import Path

import pytest

from loaders.errors import UnknownGenre, UnreadableDocument
from loaders.page import SourceText
from loaders.readers import format_of, read_source


def texts(source: SourceText) -> list[str]:
    return [line.text.strip() for line in source.body]


def test_every_line_stands_at_its_offsets() -> None:
    source = read_source(b"Dear Morgan\n\n  * One\n\n| a | b |\n|---|---|\n| c | d |\n")
    assert all(source.text[line.start : line.end] == line.text for line in source.lines)
    assert texts(source)[-4:] == ["a", "b", "c", "d"]


def test_lines_that_are_all_double_spaced_are_wrapped_lines() -> None:
    letter = (
        "Dear Morgan\n\nThis letter sums up what we found when we came to see the work of the\n\n"
        "council with families in spring, and it is for leaders to act upon it soon.\n\n"
        "Findings\n\nPlans are now made in good time, and parents told us that they were asked\n\n"
        "what they thought of them before anything was settled by the panel.\n"
    )
    gaps = {line.text[:8]: line.gap for line in read_source(letter.encode()).lines}
    assert (gaps["council "], gaps["Findings"], gaps["Plans ar"]) == (1.0, 2.0, 2.0)


def test_a_line_in_lower_case_goes_on_over_the_remains_of_a_page_break() -> None:
    source = read_source(b"1. The council works at\n\n\n\npace on this.\n\n2. It reports.\n")
    assert [line.gap for line in source.lines] == [1.0, 1.0, 2.0]


def test_page_numbers_alone_that_rise_are_furniture() -> None:
    source = read_source(b"Some words\n\n1\n\nmore words\n\n2\n\nand more\n")
    assert texts(source) == ["Some words", "more words", "and more"]


def test_tab_separated_rows_are_a_table_with_paragraphs_in_its_cells() -> None:
    cells = "<p>4. Do this.</p> <p>5. Do that.</p>\t<ul> ■ One. ■ Two."
    (table,) = read_source(f"Items\n\n2016\t2019\n{cells}".encode()).tables
    assert [line.text for line in table.rows[1][0].lines] == ["4. Do this.", "5. Do that."]
    assert [line.text for line in table.rows[1][1].lines] == ["■ One.", "■ Two."]


def test_a_table_of_contents_is_no_table() -> None:
    contents = "\n".join(f"Chapter {n}\t{n * 3}" for n in range(1, 6))
    assert read_source(contents.encode()).tables == ()


def test_items_set_with_a_tab_are_no_table() -> None:
    assert read_source(b"1.\tEnsure one thing\n2.\tEnsure another\n").tables == ()


def test_markdown_marks_are_told_and_dropped() -> None:
    text = "# Report to [Council](http://x.test)\n\n**Date:** 3 May\n\n- *one* item\n\nTitle\n---\n"
    source = read_source(text.encode())
    assert texts(source) == ["Report to Council", "Date: 3 May", "- one item", "Title"]
    assert [line.block for line in source.lines] == ["heading", None, "item", "heading"]


def test_a_wholly_strong_line_is_bold() -> None:
    source = read_source(b"# A\n\n**Risk:**\n\n**Date:** today\n")
    assert [line.bold for line in source.lines] == [False, True, False]


def test_markdown_is_told_by_structure() -> None:
    assert format_of(b"# Title\n\nwords") == "markdown"
    assert format_of(b"| a | b |\n| --- | --- |\n| 1 | 2 |") == "markdown"
    assert format_of(b"Section # 3 says so - and that is all") == "text"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_texts_of_other_encodings_are_read(encoding: str) -> None:
    text = "Dear Morgan,\nThe council’s plan – £3,000 for it – was agreed in the “spring”."
    source = read_source(text.encode(encoding))
    assert source.text == text
    assert bool(source.doubts) is (encoding in {"utf-16-le", "cp1252"})


REFUSED = {
    "empty": (b"", "empty file"),
    "blank": (b" \n ", "blanks"),
    "binary": (bytes(range(256)) * 8, "binary|encoding"),
    "old word": (b"\xd0\xcf\x11\xe0" + b"\0" * 50, "old Office"),
    "image": (b"\x89PNG\r\n\x1a\n", "image"),
    "broken zip": (b"PK\x03\x04 nothing", "truncated"),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_no_document_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        read_source(data)


@pytest.mark.corpus
def test_the_real_texts_keep_their_bullets_and_tables(shared_folder: Path) -> None:
    folder = shared_folder / "corpus" / "tameside"
    letter = read_source((folder / "2017-09-ofsted-monitoring-visit-3.txt").read_bytes())
    report = read_source((folder / "2024-07-commissioner-report.txt").read_bytes())
    assert sum(line.text.strip().startswith("\uf06e") for line in letter.body) == 4
    assert [len(table.rows[0]) for table in report.tables].count(4) == 9


def test_a_table_of_separated_values_is_no_document() -> None:
    with pytest.raises(UnknownGenre, match="table"):
        read_source(b'path,title,pages\na.pdf,"One, two",3\nb.pdf,Three,4\n')
    assert format_of(b"Dear Morgan, all, and sundry,\nwe write, in short, to say\n") == "text"


def test_blanks_before_a_line_stay_in_the_text_and_out_of_the_line() -> None:
    source = read_source(b"Overall\n\n   The impact of leaders on practice\n")
    line = source.lines[1]
    assert line.text == "The impact of leaders on practice"
    assert source.text[line.start : line.end] == line.text
    assert (line.x, source.text.splitlines()[2][:3]) == (3.0, "   ")


def test_headings_of_markdown_keep_their_rank() -> None:
    source = read_source(b"# Report\n\n## Findings\n\nLate.\n\n### For the Council\n\n- Act.\n")
    assert [line.rank for line in source.body] == [1, 2, None, 3, None]
