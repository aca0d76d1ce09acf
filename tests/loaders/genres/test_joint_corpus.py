"""The real letters and area SEND reports beside the checkout, against the gold for nine of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from loaders.genres import area_send, joint_letter
from loaders.page import SourceText
from loaders.readers.pdf import read as read_pdf
from loaders.records import Findings

pytestmark = pytest.mark.corpus

FOLDERS: dict[str, ModuleType] = {"jtai": joint_letter, "send": area_send}
ITEMS_PER_FOLDER = {"jtai": 239, "send": 69}
Reading = tuple[Path, SourceText, Findings]


@pytest.fixture(scope="module")
def readings(shared_folder: Path) -> list[Reading]:
    found = []
    for folder, genre in FOLDERS.items():
        for path in sorted((shared_folder / "corpus" / folder).glob("*/*.pdf")):
            source = read_pdf(path.read_bytes())
            found.append((path, source, genre.read(source)))
    return found


@pytest.fixture(scope="module")
def gold(shared_folder: Path) -> dict[str, dict[str, Any]]:
    documents = [json.loads(p.read_text()) for p in (shared_folder / "evaluation/gold").glob("*")]
    return {each["file"]: each for each in documents}


def bare(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def of_gold(
    readings: list[Reading], gold: dict[str, dict[str, Any]]
) -> list[tuple[Findings, dict[str, Any]]]:
    pairs = []
    for path, _, findings in readings:
        file = "/".join(path.parts[-3:])
        if file in gold:
            pairs.append((findings, gold[file]))
    assert len(pairs) == 9
    return pairs


def test_each_document_is_of_its_own_genre_alone(readings: list[Reading]) -> None:
    for path, source, _ in readings:
        recognised = [name for name, genre in FOLDERS.items() if genre.recognises(source)]
        assert recognised == [path.parts[-3]]


def test_items_are_those_of_the_gold(
    readings: list[Reading], gold: dict[str, dict[str, Any]]
) -> None:
    for findings, wanted in of_gold(readings, gold):
        assert [(item.kind, bare(item.text)) for item in findings.recommendations] == [
            (item["kind"], bare(item["text"])) for item in wanted["recommendations"]
        ]


def test_dates_team_and_deadline_are_those_of_the_gold(
    readings: list[Reading], gold: dict[str, dict[str, Any]]
) -> None:
    for findings, wanted in of_gold(readings, gold):
        assert findings.inspection
        assert str(findings.inspection.start) == wanted["inspection"]["start"]
        assert str(findings.inspection.end) == wanted["inspection"]["end"]
        assert {(i.name, i.lead) for i in findings.inspectors} == {
            (i["name"], i["lead"]) for i in wanted["inspectors"]
        }
        due = findings.requirements[0].deadline
        assert (due and due.isoformat()) == wanted["requirement"]["deadline"]


def test_no_list_of_the_corpus_gains_or_loses_an_item(readings: list[Reading]) -> None:
    for folder, wanted in ITEMS_PER_FOLDER.items():
        counts = [len(f.recommendations) for path, _, f in readings if path.parts[-3] == folder]
        assert sum(counts) == wanted


def test_every_quote_of_an_item_is_on_its_page(readings: list[Reading]) -> None:
    for _, source, findings in readings:
        for item in findings.recommendations:
            assert item.evidence
            for quote in item.evidence:
                assert source.line_at(quote.start).page == quote.page
                assert source.line_at(quote.end - 1).page == quote.page


def test_every_document_has_days_body_and_requirement(readings: list[Reading]) -> None:
    for _, _, findings in readings:
        assert findings.inspection and findings.inspection.windows
        assert findings.concerns and findings.bodies
        assert [each.responsible for each in findings.requirements] != [None]
