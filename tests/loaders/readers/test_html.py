from __future__ import annotations

from loaders.page import SourceText
from loaders.readers import format_of, read_source

PAGE = """<!DOCTYPE html><html><head><title>Council told to act | Sector News</title>
<meta property="og:site_name" content="Sector News"></head><body>
<header><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
<main><article><h1>Exampleshire told to quicken pace</h1><p class="date">16 May 2022</p>
<p>Inspectors have told <b>Exampleshire</b> that the pace of change is too slow after the second
monitoring visit to the council's services for children and families.</p>
<p>The letter says that work with children who go missing has improved, but that care leavers
wait too long for a pathway plan, and that leaders know it.</p>
<ul><li>Plans are late.</li><li>Visits are on time.<ul><li>Most of them.</li></ul></li></ul>
<ol start="3"><li>Third thing</li><li>Fourth thing</li></ol><h2>What the table says</h2>
<table><tr><th>Year</th><th>Grade</th></tr><tr><td>2021</td><td>Inadequate</td></tr></table>
<p>The council said that it accepted the findings and will publish a plan in the summer.</p>
</article></main>
<aside class="sidebar"><h3>Related stories</h3><p>Otherton was rated inadequate on 3 May 2022,
says the report on its services for children in need of help and protection.</p></aside>
<div class="related-posts"><p>Neverland council gets a new director, 4 April 2022.</p></div>
<footer><p>Contact us</p></footer></body></html>"""


def page() -> SourceText:
    return read_source(PAGE.encode())


def test_sidebars_menus_and_teasers_are_left_out() -> None:
    text = page().text
    assert not any(word in text for word in ("Otherton", "Neverland", "Home", "Contact", "Related"))
    assert text.startswith("Exampleshire told to quicken pace\n\n16 May 2022")


def test_lists_keep_markers_numbers_and_levels() -> None:
    items = [(line.text, line.x) for line in page().lines if line.block == "item"]
    assert items == [
        ("• Plans are late.", 2.0),
        ("• Visits are on time.", 2.0),
        ("• Most of them.", 4.0),
        ("3. Third thing", 2.0),
        ("4. Fourth thing", 2.0),
    ]


def test_tables_keep_their_cells() -> None:
    (table,) = page().tables
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Year", "Grade"],
        ["2021", "Inadequate"],
    ]


def test_words_in_a_paragraph_are_one_line_at_its_offsets() -> None:
    source = page()
    line = next(line for line in source.lines if line.text.startswith("Inspectors"))
    assert "told Exampleshire that" in line.text
    assert source.text[line.start : line.end] == line.text


def test_the_head_gives_title_and_publisher() -> None:
    assert page().metadata == {
        "title": "Council told to act | Sector News",
        "publisher": "Sector News",
    }


def test_a_short_page_is_kept_whole() -> None:
    source = read_source(b"<html><body><h1>Not found</h1><p>Nothing is here.</p></body></html>")
    assert [line.text for line in source.lines] == ["Not found", "Nothing is here."]


def test_a_declared_encoding_is_honoured() -> None:
    markup = '<html><head><meta charset="iso-8859-2"></head><body><p>Ąžur</p></body></html>'
    assert read_source(markup.encode("iso-8859-2")).text == "Ąžur"


def test_html_is_told_by_its_markup() -> None:
    assert format_of(PAGE.encode()) == "html"
    assert format_of(b"words about <b>html</b> and <p> tags") == "text"


def test_a_byline_and_a_date_below_the_title_are_kept() -> None:
    assert [line.text for line in page().lines][:2] == [
        "Exampleshire told to quicken pace",
        "16 May 2022",
    ]


def test_the_signature_of_a_letter_is_kept_though_set_as_headings() -> None:
    prose = "<p>The visit looked at the plans of the council and found them good enough.</p>" * 9
    markup = (
        f"<html><body><h1>Letter</h1>{prose}<h3>Yours sincerely</h3><h3>Ann Sample</h3>"
        "<h4>His Majesty’s Inspector</h4></body></html>"
    )
    letter = read_source(markup.encode())
    assert [line.text for line in letter.lines if line.text][-3:] == [
        "Yours sincerely",
        "Ann Sample",
        "His Majesty’s Inspector",
    ]


def test_headings_keep_their_rank() -> None:
    ranks = [line.rank for line in page().body if line.block == "heading"]
    assert ranks == [1, 2]
