"""The real prose papers against their hand-made gold; skipped where they are not at hand."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders.genres.registry import genre_of
from loaders.page import SourceText
from loaders.readers import read_source
from loaders.records import Findings

PAPERS = (
    "2017-09-ofsted-monitoring-visit-3",
    "2022-06-council-report-ofsted-response",
    "2024-07-commissioner-report",
)
NEWS = "2017-news-pace-of-change-too-slow"
EARLIER_ITEMS = 33

pytestmark = pytest.mark.corpus


@cache
def read(folder: Path, name: str) -> tuple[SourceText, Findings]:
    source = read_source((folder / "corpus" / "tameside" / f"{name}.txt").read_bytes())
    return source, genre_of(source).read(source)


def gold(folder: Path, name: str) -> dict[str, Any]:
    path = folder / "evaluation" / "gold" / f"{name}.json"
    loaded: dict[str, Any] = json.loads(path.read_text())
    return loaded


def plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").strip(" .;")


@pytest.mark.parametrize("name", PAPERS)
def test_items_have_the_words_and_numbers_of_the_gold(shared_folder: Path, name: str) -> None:
    _, found = read(shared_folder, name)
    items = [each for each in found.recommendations if not each.in_theme_table]
    assert [(each.number, plain(each.text)) for each in items] == [
        (each["number"], plain(each["text"]))
        for each in gold(shared_folder, name)["recommendations"]
    ]


@pytest.mark.parametrize("name", (*PAPERS, NEWS))
def test_every_sentence_stands_in_the_document(shared_folder: Path, name: str) -> None:
    source, found = read(shared_folder, name)
    for fact in (*found.recommendations, *found.assessments, *found.inspection_references):
        words = "".join(source.text[quote.start : quote.end] for quote in fact.evidence)
        told = fact.text if hasattr(fact, "text") else " ".join(fact.sentences)
        assert "".join(told.replace("|", "").split()) == "".join(words.split())


def test_every_earlier_item_has_a_theme(shared_folder: Path) -> None:
    _, found = read(shared_folder, PAPERS[2])
    rows = [each for each in found.recommendations if each.in_theme_table]
    assert len(rows) == EARLIER_ITEMS
    assert all(each.printed_theme and each.origin for each in rows)


def test_each_reviewed_recommendation_has_the_progress_of_the_gold(shared_folder: Path) -> None:
    _, found = read(shared_folder, PAPERS[0])
    letters = json.loads((shared_folder / "evaluation" / "progress.json").read_text())["letters"]
    progress = {each.item: each.progress for each in found.assessments if each.item}
    assert all(progress[i] in each["acceptable"] for i, each in enumerate(letters, start=1))


def test_the_news_discuss_the_letter_and_ask_for_nothing(shared_folder: Path) -> None:
    _, found = read(shared_folder, NEWS)
    assert found.genre == "news-article" and not found.recommendations
    assert found.document_references[0].relation == "discusses"
