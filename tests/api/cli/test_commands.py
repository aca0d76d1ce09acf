"""The commands over a small store: what they print and how they leave."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from api.cli import main

LETTER = "exampleshire-2017-monitoring-visit-3.txt"
COUNT = "SELECT (COUNT(?d) AS ?n) { ?d a <https://w3id.org/answerable/ns#Document> }"


class Run:
    """One command's exit status and output, CSV as on a pipe."""

    def __init__(self, capsys: pytest.CaptureFixture[str], *words: object) -> None:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        self.status = left.value.code
        self.out, self.err = capsys.readouterr()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    place = tmp_path / "letter.txt"
    place.write_bytes((files("loaders") / "samples" / LETTER).read_bytes())
    return place


@pytest.fixture(scope="module")
def loaded_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("loaded")
    sample = place / "letter.txt"
    sample.write_bytes((files("loaders") / "samples" / LETTER).read_bytes())
    with pytest.raises(SystemExit):
        main(["load", str(sample), "--store", str(place / "store"), "--workers", "1"])
    return place / "store"


@pytest.fixture
def loaded(tmp_path: Path, loaded_once: Path) -> Path:
    return Path(shutil.copytree(loaded_once, tmp_path / "store"))


def test_load_counts_each_outcome(
    tmp_path: Path, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"")
    run = Run(capsys, "load", tmp_path, "--store", tmp_path / "s", "--workers", 1)
    assert run.status == 1
    assert "loaded,1,," in run.out
    assert f"refused,,{tmp_path / 'bad.pdf'}" in run.out
    assert letter.is_file()


def test_load_of_nothing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "load", tmp_path / "nowhere", "--store", tmp_path / "s", "--workers", 1)
    assert (run.status, "no such file" in run.out) == (1, True)


def test_extract_prints_one_object_a_line(letter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "extract", letter, "--workers", 1)
    assert run.status == 0
    assert [json.loads(line)["genre"] for line in run.out.splitlines()] == [
        "monitoring-visit-letter"
    ]


def test_query_prints_csv_on_a_pipe(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert Run(capsys, "query", COUNT, "--store", loaded).out.split() == ["n", "1"]


def test_query_reads_a_file(
    tmp_path: Path, loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "count.rq").write_text(COUNT, encoding="utf-8")
    assert Run(capsys, "query", tmp_path / "count.rq", "--store", loaded).out.split() == ["n", "1"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["query", "SELECT * {"], 1, "expected"),
        (["query", "SELECT * { SERVICE <http://a.example/> {} }"], 1, "SERVICE"),
        (["query", COUNT, "--format", "ttl"], 2, "csv"),
        (["query", "nowhere.rq"], 2, "nowhere.rq: no such file"),
        (["export", "nq", "-o", "nowhere/graph.nq"], 1, "nowhere"),
        (["ask", "unheard-of"], 2, "asks"),
        (["ask", "asks", "body=unheard-of"], 2, "unheard-of"),
        (["ask", "asks", "exampleshire"], 2, "KEY=VALUE"),
        (["export", "docx"], 2, "graphml"),
    ],
)
def test_what_cannot_be_answered_fails(
    loaded: Path, capsys: pytest.CaptureFixture[str], words: list[str], status: int, said: str
) -> None:
    run = Run(capsys, *words, "--store", loaded)
    assert run.status == status
    assert run.err.startswith("answerable: ")
    assert said in run.err


def test_questions_are_listed_and_asked(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "inspection-history" in Run(capsys, "ask").out
    run = Run(capsys, "ask", "inspection-history", "body=exampleshire", "--store", loaded)
    assert run.status == 0
    assert len(run.out.splitlines()) > 1


def test_analytics_are_listed_and_run(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "centrality" in Run(capsys, "analyse").out
    run = Run(capsys, "analyse", "workload", "body=exampleshire", "--store", loaded)
    assert run.status == 0
    assert run.out.startswith("actor,actor_label,asks")
    assert run.err.startswith("asks: ")


def test_export_writes_a_file_or_standard_output(
    tmp_path: Path, loaded: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    for words in (["-o", str(tmp_path / "graph.nq")], []):
        with pytest.raises(SystemExit) as left:
            main(["export", "nq", "--store", str(loaded), *words])
        assert left.value.code == 0
    assert (tmp_path / "graph.nq").read_bytes() == capsysbinary.readouterr().out != b""


def test_check_conforms(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "check", "--store", loaded)
    assert (run.status, "conform" in run.err) == (0, True)


def test_removed_document_is_gone(loaded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = Run(capsys, "query", "SELECT ?d { ?l <https://w3id.org/answerable/ns#loadOf> ?d }",
                 "--store", loaded)  # fmt: skip
    slug = listed.out.split()[1].rpartition("/")[2]
    assert Run(capsys, "remove", slug, "--store", loaded).status == 0
    assert Run(capsys, "remove", slug, "--store", loaded).status == 1
    assert Run(capsys, "query", COUNT, "--store", loaded).out.split() == ["n", "0"]


def test_backup_is_restored(
    tmp_path: Path, loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, other = tmp_path / "copy", tmp_path / "other"
    assert Run(capsys, "backup", copy, "--store", loaded).status == 0
    assert Run(capsys, "restore", copy, "--store", other).status == 0
    assert Run(capsys, "restore", copy, "--store", other).status == 1
    assert Run(capsys, "restore", copy, "--store", other, "--replace").status == 0
    assert Run(capsys, "query", COUNT, "--store", other).out.split() == ["n", "1"]
    assert list((other / "texts").iterdir())


def test_missing_store_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(capsys, "query", COUNT, "--store", tmp_path / "nowhere")
    assert (run.status, "nowhere" in run.err) == (1, True)


def test_bad_setting_is_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ANSWERABLE_PORT", "0")
    run = Run(capsys, "query", COUNT)
    assert (run.status, "ANSWERABLE_PORT" in run.err) == (2, True)
