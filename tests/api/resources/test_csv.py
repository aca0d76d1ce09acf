"""CSV of lists, questions and analytics: what a spreadsheet makes of its cells."""

from __future__ import annotations

from api.resources.routes import as_csv


def test_cell_that_looks_like_a_formula_is_text() -> None:
    item: dict[str, object] = {"a": "=1+1", "b": ["-x", "y"], "c": {"name": "@home"}}
    assert as_csv([item]).splitlines()[1] == "'=1+1,'-x; y,'@home"


def test_numbers_and_truth_stay_what_they_are() -> None:
    item: dict[str, object] = {"a": -0.5, "b": True, "c": None, "d": 3}
    assert as_csv([item]).splitlines()[1] == "-0.5,true,,3"
