"""Data frames and projections, as somebody in a notebook has them from ``import graph``."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import graph
from graph.errors import UnknownName
from graph.exports.extras import ExtraMissing, needed
from graph.store import Store


@pytest.fixture(scope="module")
def store(sample_store: Path) -> Iterator[Store]:
    with graph.open_store(sample_store, read_only=True) as opened:
        yield opened


def test_question_is_a_frame_with_days(store: Store) -> None:
    asks = graph.frame(store, "asks", body="exampleshire")
    assert len(asks) == len(graph.ask(store, "asks", {"body": "exampleshire"}).rows)
    assert asks["asked_on"].dt.year.min() == 2016


def test_table_is_a_frame(store: Store) -> None:
    grades = graph.table(store, "judgements")
    assert {"judged_in", "area", "grade", "page", "words"} <= set(grades.columns)


def test_projections_are_graphs(store: Store) -> None:
    assert graph.project_things(store).number_of_edges() > 0
    assert graph.project_actors(store).number_of_edges() > 0


def test_unknown_question_is_told(store: Store) -> None:
    with pytest.raises(UnknownName):
        graph.frame(store, "why")


def test_missing_library_is_named_with_its_extra() -> None:
    with pytest.raises(ExtraMissing, match=r"answerable\[frames\]"):
        needed("no_such_library.frames", "frames")


def test_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError):
        _ = graph.nothing


def test_import_brings_neither_pandas_nor_networkx() -> None:
    code = "import sys, graph; print({'pandas', 'networkx'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
