"""``papers``: the invented council's papers, opened for reading; ``written``: an export of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.exports import WHOLE, Part, export
from graph.store import Store, open_store

Write = Callable[..., bytes]


@pytest.fixture(scope="session")
def papers(sample_store: Path) -> Iterator[Store]:
    opened = open_store(sample_store, read_only=True)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def written(papers: Store) -> Write:
    def write(name: str, part: Part = WHOLE) -> bytes:
        out = io.BytesIO()
        export(papers, name, out, part)
        return out.getvalue()

    return write
