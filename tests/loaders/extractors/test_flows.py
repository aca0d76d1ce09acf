"""Running text keeps the place of every word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extractors.flows import flow_of
from loaders.page import Line, join_lines
from loaders.readers.text import read


def test_a_quote_of_joined_lines_stands_in_the_document() -> None:
    source = read(b"A plan for each\nchild is made.\n")
    flow = flow_of(source.lines)
    (quote,) = flow.quotes(source, flow.text.index("each"), flow.text.index(" is"))
    assert source.text[quote.start : quote.end] == "each\nchild"


def test_a_hyphen_at_a_line_end_is_kept_without_blank() -> None:
    source = read(b"A multi-\nagency plan.\n")
    assert flow_of(source.lines).text == "A multi-agency plan."


@pytest.mark.parametrize("words", ["short-\nand long-term", "pre-\nor post-birth"])
def test_a_suspended_hyphen_keeps_its_blank(words: str) -> None:
    joined = words.replace("\n", " ")
    assert flow_of(read(words.encode()).lines).text == join_lines(words.split("\n")) == joined


def test_markup_is_no_part_of_the_words() -> None:
    words = "<p>Seen <b>twice</b></p>"
    assert flow_of([Line(words, 0, len(words))]).text == "Seen twice"


@pytest.mark.parametrize("start", [0, 3, 6])
def test_a_part_keeps_its_places(start: int) -> None:
    source = read(b"one two three\n")
    flow = flow_of(source.lines)
    part = flow.part(start)
    assert source.text[part.place(0) : part.place(0) + 3] == part.text[:3]


@given(st.text("ab  \n", min_size=1, max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_part_of_any_text_is_found_again(words: str, first: int, last: int) -> None:
    source = read(("x" + words + "y").encode())
    flow = flow_of(source.lines).part(first, last)
    for place, sign in enumerate(flow.text):
        assert sign == " " or source.text[flow.place(place)] == sign


def test_a_line_of_single_blanks_is_one_stretch() -> None:
    flow = flow_of(read(b"one two three\nfour  five six\n").lines)
    assert flow.starts == (0, 14, 19, 24)
