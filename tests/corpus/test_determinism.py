"""Same bytes, same triples: whatever the number of workers and the order of loading."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from graph import open_store
from graph.store import Store
from tests.corpus.conftest import load_paths

pytestmark = pytest.mark.corpus


def facts(store: Store) -> list[str]:
    """Return all quads sorted, but for the graph that says when and whence files were loaded."""
    out = io.BytesIO()
    store.dump(out, "nq")
    lines = out.getvalue().decode().splitlines()
    return sorted(line for line in lines if f"<{store.iris.loads_graph}>" not in line)


def test_reversed_order_and_four_workers_give_the_same_quads(
    shared_folder: Path, corpus_store: Store, tmp_path: Path
) -> None:
    paths = sorted((shared_folder / "corpus").rglob("*.*"), reverse=True)
    load_paths([path for path in paths if path.is_file()], tmp_path / "store", workers=4)
    with open_store(str(tmp_path / "store"), read_only=True) as store:
        assert facts(store) == facts(corpus_store)
