"""Numbered and bulleted lists of prose papers."""

from __future__ import annotations

from loaders.extractors.paragraphs import split_paragraphs
from loaders.extractors.plain_lists import PlainItem, lead_in, list_section, read_items
from loaders.readers.text import read

NESTED = """Recommendations

1. The council should agree a plan. It will cover:
 - staffing;
 - visits.

2. Managers must read files.

They should start at once, and:

 - note what they see.
3. The board should meet.

Appendix 1: Terms of reference

1. To visit the council.
"""


def items(document: str) -> tuple[PlainItem, ...]:
    paragraphs = split_paragraphs(read(document.encode()))
    return read_items(list_section(paragraphs, 1))


def test_bullets_below_a_number_are_its_parts() -> None:
    assert [part.text for part in items(NESTED)[0].parts] == ["staffing;", "visits."]


def test_an_unnumbered_paragraph_belongs_to_the_item_above() -> None:
    second = items(NESTED)[1]
    assert second.text == "Managers must read files. They should start at once, and:"
    assert [part.text for part in second.parts] == ["note what they see."]


def test_a_heading_ends_the_list() -> None:
    assert [item.number for item in items(NESTED)] == ["1", "2", "3"]


def test_a_sub_heading_is_passed_over_where_the_numbers_go_on() -> None:
    found = items("Recommendations\n\n1. Act.\n\nWorkforce\n\n2. Recruit people.\n\nAnnex A\n\nx\n")
    assert [item.text for item in found] == ["Act.", "Recruit people."]


def test_a_sentence_that_denies_is_no_item() -> None:
    assert items("Priority actions\n\n1. There are no areas for priority action.\n") == ()


def test_words_before_a_colon_lead_in() -> None:
    section = split_paragraphs(read(b"Heading\n\nThe council needs to improve:\n\n- its plans\n"))
    assert lead_in(section) == "The council needs to improve:"
