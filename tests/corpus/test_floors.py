"""The figures of the evaluation never fall below the committed floors."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.scores import below_floor, digest, read_floors, score

pytestmark = pytest.mark.corpus


def test_no_figure_is_below_its_floor(shared_folder: Path, tmp_path: Path) -> None:
    report = score(shared_folder, tmp_path)
    assert below_floor(report.figures, read_floors()["figures"]) == {}


def test_floors_were_measured_on_this_gold(shared_folder: Path) -> None:
    assert read_floors()["digest"] == digest(shared_folder)
