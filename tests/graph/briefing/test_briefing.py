"""A briefing tells the invented council's story, with the place of everything it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from graph.briefing import Briefing, Grid, Quotation, build_briefing
from graph.briefing.building import QUESTIONS
from graph.briefing.sources import day_in_words
from graph.errors import ParameterError
from graph.exports.parts import Part, part_of
from graph.questions import ask
from graph.store import Store, open_store

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def store(sample_store: Path) -> Iterator[Store]:
    opened = open_store(sample_store, read_only=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def briefing(store: Store) -> Briefing:
    return build_briefing(store, "exampleshire", DAY)


def grids(briefing: Briefing, anchor: str) -> list[Grid]:
    blocks = next(section.blocks for section in briefing.sections if section.anchor == anchor)
    return [block for block in blocks if isinstance(block, Grid)]


def test_sections_stand_in_the_order_of_reading(briefing: Briefing) -> None:
    assert [section.anchor for section in briefing.sections] == [
        "summary", "history", "open", "recurring", "progress", "due", "answering", "escalation",
    ]  # fmt: skip


@pytest.mark.parametrize("name", QUESTIONS)
def test_part_answers_as_the_whole_does(store: Store, name: str) -> None:
    with part_of(store, Part(body="exampleshire")) as part:
        of_part = ask(part, name, {"body": "exampleshire"})
    assert of_part.rows == ask(store, name, {"body": "exampleshire"}).rows


def test_history_has_every_inspection_with_its_grade(store: Store, briefing: Briefing) -> None:
    (history,) = grids(briefing, "history")
    assert ("4 September 2023", "ILACS inspection", "Inadequate") in [r[:3] for r in history.rows]
    asked = ask(store, "inspection-history", {"body": "exampleshire"})
    assert len(history.rows) == len(asked.rows)


def test_what_is_met_is_not_among_the_open_asks(briefing: Briefing) -> None:
    told = [row[1] for grid in grids(briefing, "open") for row in grid.rows]
    assert not any("bed and breakfast" in text for text in told)
    assert any("pathway plan" in text for text in told)


def test_parts_stand_with_their_ask(briefing: Briefing) -> None:
    told = [row[1] for grid in grids(briefing, "open") for row in grid.rows]
    assert any("\n• auditing casework every month" in text for text in told)


def test_progress_is_quoted_from_its_document(briefing: Briefing) -> None:
    blocks = next(section.blocks for section in briefing.sections if section.anchor == "progress")
    quoted = {block.text: block.citation for block in blocks if isinstance(block, Quotation)}
    assert quoted["The service for care leavers has not made enough progress."] == "[2]"


def test_every_citation_names_a_listed_source(briefing: Briefing) -> None:
    numbers = {source.number for source in briefing.sources}
    texts = [
        text for section in briefing.sections for block in section.blocks
        for text in ([c for row in block.rows for c in row] if isinstance(block, Grid) else [])
    ]  # fmt: skip
    cited = {int(n) for text in texts for n in re.findall(r"\[(\d+)\]", text)}
    assert cited
    assert cited <= numbers == set(range(1, len(numbers) + 1))


def test_deadline_is_overdue_only_after_its_day(store: Store) -> None:
    (early,) = grids(build_briefing(store, "exampleshire", date(2022, 4, 1)), "due")
    assert [row[0] for row in early.rows if row[1].startswith("passed")] == ["31 March 2022"]


def test_month_is_told_as_exact_as_printed(briefing: Briefing) -> None:
    asked = {row[3] for grid in grids(briefing, "open") for row in grid.rows}
    assert "July 2024, Commissioner" in asked
    assert not any(text.startswith("1 July 2024") for text in asked)


def test_body_that_is_not_known_is_refused(store: Store) -> None:
    with pytest.raises(ParameterError):
        build_briefing(store, "nowhere", DAY)


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2024", "2024"), ("2024-07", "July 2024"), ("2024-07-03", "3 July 2024"), ("soon", "soon")],
)
def test_days_are_written_as_people_write_them(iso: str, words: str) -> None:
    assert day_in_words(iso) == words
