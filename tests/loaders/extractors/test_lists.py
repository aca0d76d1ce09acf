"""Where items of printed lists begin, continue and end."""

from __future__ import annotations

import re

from loaders.extractors.lists import ListReading, read_list
from loaders.page import Line
from tests.printed import line, source


def reading_of(*lines: Line, stop: str | None = None) -> ListReading:
    pattern = re.compile(stop) if stop else None
    return read_list(source(*lines).body, 0, stop=pattern)


def texts(reading: ListReading) -> list[str]:
    return [item.text for item in reading.items]


def bullet(text: str, **setting: object) -> Line:
    return line(f"◼ {text}", **{"gap": 1.8, **setting})


def wrapped(text: str, **setting: object) -> Line:
    return line(text, **{"x": 90.0, **setting})


def test_wrapped_lines_join_their_item_and_keep_real_hyphens() -> None:
    reading = reading_of(bullet("The pace of multi-"), wrapped("agency meetings."))
    assert texts(reading) == ["The pace of multi-agency meetings."]


def test_item_goes_on_after_the_footer_of_a_page() -> None:
    reading = reading_of(
        bullet("The offer to young people when they"),
        line("Inspection of Exampleshire 2", page=2, y=812.0, furniture=True),
        wrapped("leave care.", page=2),
        bullet("The quality of plans.", page=2),
    )
    assert texts(reading) == ["The offer to young people when they leave care.",
                              "The quality of plans."]  # fmt: skip
    assert [quote.page for quote in reading.items[0].quotes] == [1, 2]


def test_wrapped_line_that_is_only_a_number_stays_in_its_item() -> None:
    reading = reading_of(
        bullet("The advice given before young people reach the age of"), wrapped("17.")
    )
    assert texts(reading) == ["The advice given before young people reach the age of 17."]


def test_numbers_continue_the_paragraphs_of_the_report() -> None:
    reading = reading_of(
        line("66. Ensure that visits are made in time.", gap=1.8),
        line("67. Ensure that plans are reviewed.", gap=1.8),
    )
    assert [item.marker.number for item in reading.items] == [66, 67]


def test_number_out_of_sequence_at_the_text_margin_is_part_of_the_sentence() -> None:
    reading = reading_of(line("1. Ensure that section", gap=1.8), line("20. cases are reviewed.",
                         x=100.0))  # fmt: skip
    assert texts(reading) == ["Ensure that section 20. cases are reviewed."]


def test_bullets_under_a_number_are_its_parts() -> None:
    reading = reading_of(
        line("1. Improve practice:", gap=1.8),
        line("\uf06e in assessments", x=100.0, gap=1.3),
        line("\uf06e in plans", x=100.0, gap=1.3),
    )
    assert [part.text for part in reading.items[0].children] == ["in assessments", "in plans"]


def test_larger_heading_ends_the_list() -> None:
    reading = reading_of(
        bullet("The quality of plans."),
        line("What children told us", size=14.0, bold=True, gap=1.7),
        bullet("We like our homes."),
    )
    assert texts(reading) == ["The quality of plans."]
    assert reading.stopped_by == "heading"


def test_plain_sub_heading_groups_the_items_that_follow() -> None:
    reading = reading_of(
        line("1. Ensure that plans are reviewed.", gap=1.8),
        line("Care leavers", gap=1.8),
        line("2. Ensure that rooms are safe.", gap=1.8),
    )
    second = reading.items[1]
    assert second.subheading is not None
    assert second.subheading.text == "Care leavers"


def test_a_sub_heading_may_wrap() -> None:
    reading = reading_of(
        line("1. Ensure that plans are", gap=1.8),
        line("reviewed.", x=90.0),
        line("Care leavers and", gap=1.8),
        line("their homes"),
        line("2. Ensure that rooms are safe.", gap=1.8),
    )
    second = reading.items[1]
    assert second.subheading is not None
    assert second.subheading.text == "Care leavers and their homes"


def test_unmarked_paragraph_at_the_margin_ends_the_list() -> None:
    reading = reading_of(
        bullet("The quality of plans."), line("Inspectors met families, who spoke well.", gap=2.0)
    )
    assert reading.stopped_by == "paragraph"


def test_footnote_inside_a_list_is_stepped_over() -> None:
    reading = reading_of(
        bullet("The use of the"),
        line("1 A note on the law.", size=9.0),
        wrapped("public law outline.", page=2),
    )
    assert texts(reading) == ["The use of the public law outline."]


def test_stop_pattern_ends_the_list_before_strengths_in_the_same_style() -> None:
    reading = reading_of(
        bullet("The quality of plans."), line("Strengths", gap=2.0), bullet("Warm homes."),
        stop="Strengths",
    )  # fmt: skip
    assert texts(reading) == ["The quality of plans."]


def test_same_bullet_further_right_is_an_item_unless_a_lead_in_opens_it() -> None:
    plain = reading_of(bullet("One thing."), bullet("Another thing.", x=80.0))
    nested = reading_of(bullet("These things:"), bullet("one", x=90.0))
    assert len(plain.items) == 2
    assert [part.text for part in nested.items[0].children] == ["one"]


def test_quotes_leave_the_marker_out() -> None:
    document = source(bullet("The quality of plans."))
    quote = read_list(document.body, 0).items[0].quotes[0]
    assert document.text[quote.start : quote.end] == "The quality of plans."
