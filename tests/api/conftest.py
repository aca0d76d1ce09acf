"""Fixtures of the HTTP tests: ``library`` holds the graph of an invented council,
``client`` talks to the application over it."""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse, serialize

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette 1.10 asks for httpx2; httpx is what we use
    from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import MEMORY, Store, open_store

GRAPH = Path(__file__).with_name("exampleshire.trig")


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    opened = open_store(MEMORY)
    fill(opened)
    yield opened
    opened.close()


def fill(store: Store) -> None:
    """Put the sample graphs into a store, also those that are closed to data from outside."""
    graphs: dict[str, list[Triple]] = defaultdict(list)
    for quad in parse(GRAPH.read_bytes(), RdfFormat.TRIG):
        graphs[str(quad.graph_name)[1:-1]].append(quad.triple)
    with store.transaction() as changes:
        for name, triples in graphs.items():
            changes.add(name, serialize(triples, format=RdfFormat.N_TRIPLES) or b"")


@pytest.fixture(scope="session")
def client(store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), store)) as session:
        yield session
