"""``answerable review`` over a small store: list, decide, load again, save and load decisions."""

from __future__ import annotations

import csv
import io
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from api.cli import main

LETTER = "exampleshire-2017-monitoring-visit-3.txt"
TEXTS = """
PREFIX ans: <https://w3id.org/answerable/ns#>
SELECT ?r ?t { ?r a ans:Restatement ; ans:text ?t } ORDER BY ?r
"""


class Run:
    def __init__(self, capsys: pytest.CaptureFixture[str], *words: object) -> None:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        self.status = left.value.code
        self.out, self.err = capsys.readouterr()

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out)))


@pytest.fixture(scope="module")
def loaded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("reviewed")
    (place / "letter.txt").write_bytes((files("loaders") / "samples" / LETTER).read_bytes())
    with pytest.raises(SystemExit):
        main(["load", str(place / "letter.txt"), "--store", str(place / "store"), "--workers", "1"])
    return place


@pytest.fixture
def store(tmp_path: Path, loaded_once: Path) -> Path:
    return Path(shutil.copytree(loaded_once / "store", tmp_path / "store"))


def first_item(capsys: pytest.CaptureFixture[str], store: Path) -> tuple[str, str]:
    row = Run(capsys, "query", TEXTS, "--store", store).rows[0]
    return row["r"], row["t"]


def test_doubts_are_listed_with_columns_to_fill_in(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = Run(capsys, "review", "--store", store)
    assert run.status == 0
    assert run.out.splitlines()[0] == (
        "document,page,words,doubt,thing,decision,property,value,by,on,note"
    )


def test_correction_is_kept_when_the_document_is_loaded_again(
    store: Path, loaded_once: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item, _ = first_item(capsys, store)
    words = ("review", "correct", item, "text", "In other words.", "--by", "A. Reader")
    assert Run(capsys, *words, "--on", "2026-01-05", "--store", store).status == 0
    slug = item.rpartition("/")[2].rpartition("-")[0]
    Run(capsys, "remove", slug, "--store", store)
    orphaned = Run(capsys, "link", "--store", store)
    assert "without effect" in orphaned.err
    Run(capsys, "load", loaded_once / "letter.txt", "--store", store, "--workers", 1)
    assert first_item(capsys, store) == (item, "In other words.")
    decided = Run(capsys, "review", "decided", "--store", store).rows[0]
    assert (decided["by"], decided["on"]) == ("A. Reader", "2026-01-05")


def test_decisions_are_saved_loaded_and_taken_back(
    tmp_path: Path, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item, text = first_item(capsys, store)
    short = "/".join(item.rsplit("/", 2)[1:])
    assert Run(capsys, "review", "reject", short, "--by", "A. Reader", "--store", store).status == 0
    assert first_item(capsys, store)[0] != item
    saved = tmp_path / "decided.csv"
    Run(capsys, "review", "save", saved, "--store", store)
    assert Run(capsys, "review", "undo", item, "--store", store).status == 0
    assert first_item(capsys, store) == (item, text)
    assert Run(capsys, "review", "load", saved, "--store", store).status == 0
    assert first_item(capsys, store)[0] != item


@pytest.mark.parametrize(
    "words",
    [
        ("accept", "recommendation/x-1"),
        ("accept", "--by", "A. Reader"),
        ("ponder",),
        ("correct", "recommendation/x-1", "text", "--by", "A. Reader"),
    ],
    ids=["nobody", "nothing", "unheard-of", "no value"],
)
def test_wrong_usage_leaves_with_two(
    store: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert Run(capsys, "review", *words, "--store", store).status == 2


@pytest.mark.parametrize(
    "words",
    [
        ("accept", "recommendation/x-1", "--by", "A. Reader"),
        ("correct", "recommendation/x-1", "grade", "good", "--by", "A. Reader"),
        ("load", "missing.csv"),
    ],
    ids=["unknown thing", "unknown thing to correct", "no file"],
)
def test_what_cannot_be_decided_leaves_with_one(
    store: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    run = Run(capsys, "review", *words, "--store", store)
    assert run.status == 1
    assert run.err.startswith("answerable:")
