"""Every benchmark that `make bench` lists can be run."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.benchmarks.__main__ import names


@pytest.mark.parametrize("name", names())
def test_a_listed_benchmark_has_something_to_run(name: str) -> None:
    assert callable(import_module(f"tests.benchmarks.{name}").run)
