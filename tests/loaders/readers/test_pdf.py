"""Pages of a PDF drawn by hand: a content stream in Helvetica, no word processor."""

from __future__ import annotations

from loaders.extractors.flows import flow_of
from loaders.extractors.lists import read_list
from loaders.page import SourceText
from loaders.readers.pdf import read


def page(*drawn: str) -> SourceText:
    """Return what is read of one page on which ``drawn`` (text operators) are set."""
    stream = "\n".join(("BT", *drawn, "ET")).encode("latin-1")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return read(
        data
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    )


def words(text: str, x: int, y: int, size: int = 12) -> str:
    return f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj"


NOTED = (words("- The named agencies", 72, 700), words("4", 184, 705, 8))


def test_the_number_of_a_footnote_stays_in_the_text_and_out_of_the_prose() -> None:
    (line,) = page(*NOTED).lines
    assert (line.text, line.prose) == ("- The named agencies4", "- The named agencies")


def test_a_line_goes_on_after_the_number_of_a_footnote() -> None:
    source = page(*NOTED, words(", of which two acted.", 189, 700), words("Next.", 72, 680))
    assert [line.prose for line in source.lines] == [
        "- The named agencies, of which two acted.",
        "Next.",
    ]


def test_a_number_in_the_print_of_its_word_is_part_of_it() -> None:
    (line,) = page(words("Under section s47 of the Act", 72, 700)).lines
    assert line.notes == ()


def test_items_and_sentences_leave_the_number_out_and_quotes_keep_it() -> None:
    source = page(*NOTED, words("share what they know.", 72, 686))
    (item,) = read_list(source.lines, 0).items
    assert item.text == "The named agencies share what they know."
    assert flow_of(source.lines).text.endswith("agencies share what they know.")
    (quote,) = item.quotes
    assert "agencies4" in source.text[quote.start : quote.end]
