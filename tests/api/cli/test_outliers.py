"""``answerable explain`` and ``answerable outliers`` on files; neither touches a store."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.cli import main

SAMPLES = Path(__file__).resolve().parents[3] / "loaders" / "samples"
PAPER = SAMPLES / "exampleshire-2017-monitoring-visit-3.txt"


def run(*words: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(words)
    return int(left.value.code or 0)


def test_explain_writes_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("explain", str(PAPER), "-o", str(page)) == 0
    assert PAPER.name in page.read_text(encoding="utf-8")


def test_explain_prints_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", str(PAPER)) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "name", ["", "missing.pdf", "MANIFEST.csv"], ids=["a folder", "no file", "a table"]
)
def test_explain_wants_one_document(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("explain", str(SAMPLES / name)) == 1
    assert f"answerable: {SAMPLES / name}: " in capsys.readouterr().err


def test_outliers_are_listed_as_csv(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.txt").write_text("Nothing of any kind.")
    assert run("outliers", str(PAPER), str(tmp_path), "--workers", "1") == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines()[0] == "document,page,rule,what"
    assert "passed over: " in printed.err and "2 sources" in printed.err


@pytest.mark.parametrize("command", ["outliers", "extract"])
def test_an_empty_folder_is_refused(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, str(tmp_path), "--workers", "1") == 1
    assert f"refused: {tmp_path}: an empty folder" in capsys.readouterr().err
