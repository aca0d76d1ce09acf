"""The OpenAPI description: its examples are answered, and made-up requests find it true."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import schemathesis
    from fastapi.testclient import TestClient
    from schemathesis.specs.openapi.checks import positive_data_acceptance

from hypothesis import HealthCheck, Phase, given, settings

from api.app import create_app
from api.openapi import exact
from api.settings import Settings
from graph.store import MEMORY, Store, open_store

UNSAYABLE = ("/sparql", "/reconcile", "/rdf-graph-store", "/api/v1/questions/", "/exports/")
"""Paths with a parameter whose form no pattern says: a query, JSON, a body that the graph knows."""

EXAMPLES_OF_EACH = 5


def description() -> dict[str, Any]:
    with open_store(MEMORY) as empty:
        told: dict[str, Any] = create_app(Settings(), empty).openapi()
        return told


DESCRIPTION = description()
OPERATIONS = [
    (method, path) for path, methods in DESCRIPTION["paths"].items() for method in methods
]
READING = [path for method, path in OPERATIONS if method == "get"]


@pytest.fixture(scope="module")
def papers(sample_store: Path) -> Iterator[Store]:
    with open_store(sample_store, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def reader(papers: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=papers.location), papers)) as session:
        yield session


@pytest.fixture(scope="module")
def application(papers: Store) -> Any:
    """An application of its own: each made-up request starts and ends it."""
    return create_app(Settings(store=papers.location), papers)


def example_of(path: str) -> tuple[str, list[dict[str, str]]]:
    """Return the address of a path's examples, and a query for each parameter with one."""
    parameters = DESCRIPTION["paths"][path]["get"].get("parameters", [])
    queries = []
    for parameter in parameters:
        if "example" in parameter and parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", parameter["example"])
        elif "example" in parameter:
            queries.append({parameter["name"]: parameter["example"]})
    return path, queries


@pytest.mark.parametrize("path", [path for path in READING if path.startswith("/api/v1/")])
def test_examples_are_answered(reader: TestClient, path: str) -> None:
    address, queries = example_of(path)
    assert "{" not in address, "a parameter in the path has no example"
    for query in queries or [{}]:
        answer = reader.get(address, params=query)
        assert answer.status_code == 200, (address, query, answer.text[:300])


def test_every_list_has_its_own_filters() -> None:
    lists = DESCRIPTION["paths"]
    themes = {each["name"] for each in lists["/api/v1/themes"]["get"]["parameters"]}
    assert themes == {"q", "limit", "cursor", "fields", "facets"}
    asked = {each["name"] for each in lists["/api/v1/recommendations"]["get"]["parameters"]}
    assert {"body", "theme", "from", "to", "progress", "addressed_to"} <= asked


def test_every_operation_tells_of_problems() -> None:
    for method, path in OPERATIONS:
        responses = DESCRIPTION["paths"][path][method]["responses"]
        assert "application/problem+json" in responses["4XX"]["content"]


def test_writing_is_described_beside_reading() -> None:
    assert {"get", "post"} <= set(DESCRIPTION["paths"]["/api/v1/documents"])
    assert {"get", "delete"} <= set(DESCRIPTION["paths"]["/api/v1/documents/{slug}"])


def test_names_of_operations_are_distinct() -> None:
    names = [DESCRIPTION["paths"][path][method]["operationId"] for method, path in OPERATIONS]
    assert len(names) == len(set(names))


def test_description_of_the_framework_is_left_as_it_is() -> None:
    shared = ("/api/v1/{collection}", "/api/v1/{collection}/{slug}", "/api/v1/questions/{name}")
    told: dict[str, Any] = {
        "paths": {path: {"get": {"responses": {"200": {}}, "description": ""}} for path in shared}
    }
    exact(told)
    assert tuple(told["paths"]) == shared


@pytest.mark.parametrize(("method", "path"), OPERATIONS, ids=lambda each: each)
def test_made_up_requests_are_answered_as_described(
    application: Any, method: str, path: str
) -> None:
    schema = schemathesis.openapi.from_asgi("/openapi.json", application)
    excluded = [positive_data_acceptance] if path.startswith(UNSAYABLE) else []

    @given(case=schema[path][method].as_strategy())
    @settings(
        max_examples=EXAMPLES_OF_EACH,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def asked(case: Any) -> None:
        case.call_and_validate(excluded_checks=excluded)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        asked()
