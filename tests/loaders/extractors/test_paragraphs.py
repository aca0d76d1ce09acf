"""Paragraphs, headings and items of text, Markdown and double-spaced letters."""

from __future__ import annotations

import pytest

from loaders.extractors.paragraphs import marker_of, split_paragraphs
from loaders.page import Line, SourceText
from loaders.readers import markdown, text

DOUBLE_SPACED = "\n\n".join(
    [
        "Areas covered by the visit ",
        "During the visit inspectors looked at the progress that was made with plans for the ",
        "children who live at home and with those for the children who live elsewhere and ",
        "are seen less often than they should be.  ",
        "Overview ",
        "There has been some progress since the last visit to this council, and most of the ",
        "workers know it well.  ",
    ]
)


def kinds(document: str) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in split_paragraphs(text.read(document.encode()))]


def test_a_double_spaced_letter_keeps_its_paragraphs_whole() -> None:
    assert [kind for kind, _ in kinds(DOUBLE_SPACED)] == [
        "heading", "paragraph", "heading", "paragraph",
    ]  # fmt: skip


def test_a_sentence_cut_by_a_page_break_is_joined() -> None:
    found = kinds("Plans are made by all the\n\n\nworkers of the team.\n\nThey are good.\n")
    assert [words for _, words in found] == [
        "Plans are made by all the workers of the team.", "They are good.",
    ]  # fmt: skip


def test_items_lose_their_markers_and_keep_their_numbers() -> None:
    found = split_paragraphs(text.read(b"The actions are:\n\n(i) Act now.\n(ii) Act well.\n"))
    assert [(each.number, each.text) for each in found[1:]] == [
        ("(i)", "Act now."), ("(ii)", "Act well."),
    ]  # fmt: skip


def test_entries_of_a_table_of_contents_are_no_headings() -> None:
    found = kinds(
        "Contents\n\nIntroduction ..... 3\n\nRecommendations ..... 12\n\nIntroduction\n\nWe came.\n"
    )
    assert [kind for kind, words in found if words.startswith("Recommendations")] == ["contents"]


def test_markdown_headings_and_tables_are_told_apart() -> None:
    source = markdown.read(b"# Title\n\nWords here.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n")
    assert {each.kind for each in split_paragraphs(source)} == {"heading", "paragraph", "row"}


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("3. Ensure", "3."),
        ("- (i) Political", "(i)"),
        ("  \uf06e  Ensure", "\uf06e"),
        ("Recommendation 4: Do it", "Recommendation 4:"),
        ("17.", None),
        ("2019 was a good year", None),
        ("**Date:** today", None),
    ],
)
def test_markers_are_read_at_the_start_of_a_line(line: str, marker: str | None) -> None:
    assert marker_of(line) == marker


def test_paragraphs_of_a_word_document_stay_apart() -> None:
    lines = tuple(
        Line(words, at, at + len(words), size=11.0, gap=2.0, block="paragraph")
        for at, words in ((0, "Jo Writer, Commissioner"), (30, "July 2021"), (50, "It is long."))
    )
    source = SourceText("application/x-word", "0" * 64, " " * 70, lines)
    assert [len(each.lines) for each in split_paragraphs(source)] == [1, 1, 1]


def test_bold_sections_of_one_numbering_are_headings_where_one_is_named_so() -> None:
    paper = (
        "**1. Purpose**\n\nTo tell.\n\n**2. Recommendations**\n\nThat we agree.\n\n**3. Money**\n\n"
    )
    found = split_paragraphs(markdown.read((paper + "None is asked.\n").encode()))
    assert [each.text for each in found if each.kind == "heading"] == [
        "Purpose", "Recommendations", "Money",
    ]  # fmt: skip


def test_bold_names_of_numbered_items_are_no_headings() -> None:
    paper = "**1. Leaders**\n\nThey must act.\n\n**2. Caseloads**\n\nThey must fall.\n\nDone.\n"
    found = split_paragraphs(markdown.read(paper.encode()))
    assert [each.number for each in found if each.kind == "item"] == ["1", "2"]
