"""Every query file runs as it is, and says what it is for."""

from __future__ import annotations

from importlib.resources import files

import pytest

from api.queries import query_text
from graph.store import Store

NAMES = sorted(
    entry.name.removesuffix(".rq")
    for entry in files("api.queries").iterdir()
    if entry.name.endswith(".rq")
)


@pytest.mark.parametrize("name", NAMES)
def test_query_runs_unbound(store: Store, name: str) -> None:
    assert store.query(query_text(name)) is not None


@pytest.mark.parametrize("name", NAMES)
def test_query_says_what_it_is_for(name: str) -> None:
    said = [line.partition(":")[0] for line in query_text(name).splitlines()[:3]]
    assert said == ["# Question", "# Parameters", "# Columns"]
