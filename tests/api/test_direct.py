"""Addresses that are answered before the framework: nobody can tell by their answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings

if TYPE_CHECKING:
    from graph.store import Store

ASK = {"query": "ASK {}"}


def test_fault_of_the_program_is_a_problem(store: Store) -> None:
    app = create_app(Settings(), store)
    with TestClient(app, raise_server_exceptions=False) as client:
        app.state.service = None
        answer = client.get("/sparql", params=ASK)
    assert (answer.status_code, answer.json()["status"]) == (500, 500)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_the_framework_s(client: TestClient, method: str) -> None:
    answer = client.request(method, "/sparql", params=ASK)
    assert (answer.status_code, answer.json()["instance"]) == (405, "/sparql")


def test_head_of_a_query_has_its_length(client: TestClient) -> None:
    head, get = client.head("/sparql", params=ASK), client.get("/sparql", params=ASK)
    assert (head.content, head.headers) == (b"", get.headers)


def test_endpoint_is_described_with_its_parameters(client: TestClient) -> None:
    operations = client.get("/openapi.json").json()["paths"]["/sparql"]
    assert set(operations) == {"get", "post"}
    assert operations["get"]["parameters"][0]["name"] == "query"
