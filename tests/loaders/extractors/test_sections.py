"""Paragraphs of a document's prose."""

from __future__ import annotations

from loaders.extractors.sections import paragraph_flows
from tests.printed import line, source


def test_the_number_of_a_paragraph_is_none_of_its_words_even_where_no_blank_follows() -> None:
    text = source(line("36.The council knows this."), line("2.5 per cent is much.", gap=2.0))
    assert [flow.text for flow in paragraph_flows(text.body)] == [
        "The council knows this.",
        "2.5 per cent is much.",
    ]


def test_a_number_that_ends_what_the_line_before_begins_is_no_paragraph() -> None:
    text = source(
        line("Attendance rose from 19% in 2013–"),
        line("14. It fell at Key Stage"),
        line("4. Then visits began."),
        line("37. The council knows this, and"),
        line("38. Visits are timely."),
    )
    assert [flow.text for flow in paragraph_flows(text.body)] == [
        "Attendance rose from 19% in 2013–14. It fell at Key Stage 4. Then visits began.",
        "The council knows this, and",
        "Visits are timely.",
    ]
