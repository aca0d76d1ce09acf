from __future__ import annotations

import hashlib
import os
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import loaders
from loaders import crew
from loaders.crew import process
from loaders.errors import UnknownGenre, UnreadableDocument
from loaders.extractors.word_patterns import BadPattern
from loaders.limits import processor_time_limit
from loaders.outcomes import Outcome, Wanted
from loaders.pipeline import outcome_of, outcome_of_record, read_document
from loaders.sources import Source, find_sources
from tests.loaders.documents import inspection, record

SAMPLES = Path(loaders.__file__).parent / "samples"
LETTER = SAMPLES / "exampleshire-2017-monitoring-visit-3.txt"


def outcomes(paths: list[Path], **options: Any) -> list[Outcome]:
    return list(process(find_sources([str(path) for path in paths]), **options))


def test_a_document_becomes_checked_triples_with_its_text() -> None:
    (outcome,) = outcomes([LETTER])
    assert (outcome.status, outcome.reason) == ("loaded", "")
    assert outcome.slug.startswith("exampleshire-2017-")
    assert outcome.counts["restatements"] > 0
    assert outcome.sha256 == hashlib.sha256(LETTER.read_bytes()).hexdigest()
    assert f"/id/document/{outcome.slug}>".encode() in outcome.ntriples
    assert "monitoring visit" in outcome.text


def test_every_quote_is_the_text_at_its_place() -> None:
    read = read_document(LETTER.read_bytes())
    for item in read.findings.recommendations:
        words = " ".join(read.source.text[q.start : q.end] for q in item.evidence)
        assert " ".join(item.text.split()[:4]) in " ".join(words.split())


def test_triples_do_not_depend_on_the_file_or_the_order_or_the_number_of_workers(
    tmp_path: Path,
) -> None:
    papers = sorted(SAMPLES.glob("exampleshire-20*.txt"))
    renamed = [tmp_path / f"{number}.bin" for number, _ in enumerate(papers)]
    for paper, other in zip(papers, renamed, strict=True):
        other.write_bytes(paper.read_bytes())
    alone = {outcome.slug: outcome.ntriples for outcome in outcomes(papers)}
    together = {outcome.slug: outcome.ntriples for outcome in outcomes(renamed[::-1], workers=2)}
    assert alone == together and all(alone.values())


def test_outcomes_come_in_the_order_of_the_sources() -> None:
    papers = sorted(SAMPLES.glob("*.txt"))
    assert [Path(outcome.name) for outcome in outcomes(papers)] == papers


def test_the_record_form_comes_where_it_is_wanted_and_triples_where_they_are() -> None:
    (outcome,) = outcomes([LETTER], wanted=Wanted(triples=False, record=True))
    assert outcome.ntriples == b""
    assert outcome.record is not None and outcome.record["genre"] == "monitoring-visit-letter"


def test_a_known_document_is_not_read_again() -> None:
    digest = hashlib.sha256(LETTER.read_bytes()).hexdigest()
    (outcome,) = outcomes([LETTER], is_known={digest}.__contains__)
    assert (outcome.status, outcome.sha256) == ("unchanged", digest)


def test_what_is_no_document_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Papers\n\nThis folder holds papers.\n")
    (tmp_path / "codes.csv").write_text("name,code,region\nExampleshire,999,North\n")
    assert [outcome.status for outcome in outcomes([tmp_path])] == ["passed-over", "passed-over"]


PAGE = b"<!DOCTYPE html><html><body><h1>Report not found</h1><p>Sorry.</p></body></html>"


def test_a_web_page_saved_as_a_pdf_is_not_what_it_says_it_is() -> None:
    with pytest.raises(UnreadableDocument, match=r"not what it says it is.*Report not found"):
        read_document(PAGE, "report.pdf")
    with pytest.raises(UnknownGenre):
        read_document(PAGE, "report.html")


def test_bad_sources_are_refused_with_reasons_and_the_others_are_loaded(tmp_path: Path) -> None:
    bad = {"empty.pdf": b"", "torn.pdf": b"%PDF-1.7\n1 0 obj", "torn.zip": b"PK\x03\x04torn"}
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    found = outcomes([*(tmp_path / name for name in bad), tmp_path / "missing.pdf", LETTER])
    assert [outcome.status for outcome in found] == ["refused"] * 4 + ["loaded"]
    assert all(outcome.reason for outcome in found[:4])


class Broken(Source):
    """A source that shows a fault of the program."""

    def load(self) -> bytes:
        raise ZeroDivisionError("division by zero")


def test_a_fault_of_the_program_refuses_one_document_only() -> None:
    sources = [Broken("a.txt"), *find_sources([str(LETTER)])]
    faulty, good = process(sources)
    assert faulty.status == "refused" and "ZeroDivisionError" in faulty.reason
    assert good.status == "loaded"


class Mistaught(Source):
    """A source on which a mistake in the vocabulary shows."""

    def load(self) -> bytes:
        raise BadPattern("[has] (not", 10)


def test_a_mistake_in_the_vocabulary_is_named_once_with_the_way_out() -> None:
    (refused,) = process([Mistaught("a.txt")])
    assert refused.reason == str(BadPattern("[has] (not", 10))


class Counting(ThreadPoolExecutor):
    """An executor that knows how much was waiting at most."""

    most = 0

    def submit(self, *given: Any, **named: Any) -> Future[Any]:
        future = super().submit(*given, **named)
        self.most = max(self.most, self._work_queue.qsize())
        return future


def test_only_a_few_sources_are_in_flight() -> None:
    sources = (Source(f"{number}.txt", problem="no such file") for number in range(200))
    with Counting(1) as executor:
        assert len(list(process(sources, workers=1, executor=executor))) == 200
    assert executor.most <= 4


def test_an_executor_of_somebody_else_is_left_open() -> None:
    with ThreadPoolExecutor(1) as executor:
        given: Executor = executor
        list(process([Source("a.txt", problem="gone")], executor=given))
        assert executor.submit(len, "ab").result() == 2


def test_triples_that_break_a_shape_are_refused() -> None:
    nobody_inspected = replace(inspection(), inspects=())
    broken = record(concerns=None, inspection=nobody_inspected)
    outcome = outcome_of_record(Source("a.txt"), broken, Wanted())
    assert outcome.status == "refused" and "ans:inspects" in outcome.reason
    assert outcome.ntriples == b""


class Fatal(Source):
    """A source that brings its process down."""

    def load(self) -> bytes:
        os._exit(3)


def test_a_document_that_brings_a_worker_down_is_refused_and_the_others_are_loaded() -> None:
    sources = [*find_sources([str(LETTER)]), Fatal("fatal.pdf"), *find_sources([str(LETTER)])]
    found = list(process(sources, workers=2))
    assert [outcome.status for outcome in found] == ["loaded", "refused", "loaded"]
    assert "brings the reader down" in found[1].reason


def test_an_outcome_is_the_same_without_an_executor() -> None:
    (source,) = find_sources([str(LETTER)])
    assert outcome_of(source, Wanted()) == outcomes([LETTER])[0]


def test_a_server_reads_in_another_process_even_with_one_worker() -> None:
    found: list[Outcome] = []
    sources = [Fatal("fatal.pdf"), *find_sources([str(LETTER)])]
    thread = threading.Thread(target=lambda: found.extend(process(sources)))
    thread.start()
    thread.join()
    assert [outcome.status for outcome in found] == ["refused", "loaded"]


def test_markup_that_is_nested_without_end_is_refused() -> None:
    page = b"<!doctype html><html><body>" + b"<ul><li>" * 2000 + b"x"
    with pytest.raises(UnreadableDocument, match="nested too deeply"):
        read_document(page)


LONG_LINES = {
    "blanks after a heading's mark": "# a" + " " * 50_000 + "b",
    "bullets without end": "\u2022 a\n" * 20_000,
    "a list's number": f'<!doctype html><html><body><ol start="{"9" * 5000}"><li>x</ol>',
}


@pytest.mark.parametrize("text", LONG_LINES.values(), ids=LONG_LINES)
def test_odd_texts_are_passed_over_in_a_short_time(text: str) -> None:
    with processor_time_limit(10), pytest.raises(UnknownGenre):
        read_document(text.encode())


def test_no_process_is_made_ready_for_a_single_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []
    monkeypatch.setattr(crew, "ensure_running", lambda: started.append(True))
    crew.make_ready(1)
    crew.make_ready(2)
    assert started == [True]
