"""``corpus_store``: the whole real corpus loaded and linked, read-only; made once a session."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.loading.loader import Crew, Loader
from api.texts import Texts
from graph import open_store
from graph.store import Store

LOADED_ON = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)


def load_folder(folder: Path, place: Path, workers: int) -> None:
    """Load and link the documents of ``folder`` into a new store at ``place``."""
    load_paths([folder], place, workers)


def load_paths(paths: list[Path], place: Path, workers: int) -> None:
    with open_store(str(place)) as store:
        store.refresh_reference()
        loader = Loader(store, Texts.beside(str(place)), lambda: LOADED_ON)
        for _ in loader.load([str(path) for path in paths], Crew(workers)):
            pass
        loader.link()


@pytest.fixture(scope="session")
def corpus_store(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    place = tmp_path_factory.mktemp("corpus") / "store"
    load_folder(shared_folder / "corpus", place, workers=2)
    with open_store(str(place), read_only=True) as store:
        yield store
