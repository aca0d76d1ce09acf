"""What every answer of the service has, and how errors are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from api.problems import STATUSES, status_of
from ontology.errors import AnswerableError

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


def test_service_lives_and_is_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "alive"}
    assert client.get("/readyz").json() == {"status": "ready", "documents": 3}


def test_same_content_is_not_sent_twice(client: TestClient) -> None:
    first = client.get("/api/v1/recommendations")
    again = client.get("/api/v1/recommendations", headers={"if-none-match": first.headers["etag"]})
    assert not first.headers["etag"].startswith("W/")
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("address", ["/", "/api/v1/bodies", "/sparql", "/doc/body/ofsted.ttl"])
def test_head_tells_what_get_would(client: TestClient, address: str) -> None:
    headers = {"accept": "*/*"}
    head, get = client.head(address, headers=headers), client.get(address, headers=headers)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == get.headers["content-length"]


def test_options_names_the_methods(client: TestClient) -> None:
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, OPTIONS, POST"


def test_other_sites_may_read(client: TestClient) -> None:
    answer = client.get("/api/v1/bodies", headers={"origin": "https://a.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


def test_script_of_another_site_may_ask(client: TestClient) -> None:
    headers = {"origin": "https://a.example", "access-control-request-method": "POST"}
    answer = client.options("/sparql", headers=headers)
    assert "POST" in answer.headers["access-control-allow-methods"]


@pytest.mark.parametrize("address", ["/sparql?query=ASK{}", "/sparql?query=ASK", "/api/v1/none"])
def test_every_answer_is_safe_and_says_what_it_varies_with(
    client: TestClient, address: str
) -> None:
    headers = client.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["vary"] == "Accept, Origin"


def test_route_s_own_header_wins(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT (RAND() AS ?x) {}"})
    assert answer.headers.get_list("cache-control") == ["no-store"]


@pytest.mark.parametrize("address", ["/sparql", "/api/v1/bodies"])
def test_wrong_method_is_a_problem(client: TestClient, address: str) -> None:
    answer = client.delete(address)
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"


def test_openapi_describes_the_interface(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    assert {"/sparql", "/api/v1/recommendations", "/healthz"} <= set(document["paths"])


def errors_of(root: type[AnswerableError]) -> list[type[AnswerableError]]:
    return [root, *(each for child in root.__subclasses__() for each in errors_of(child))]


@pytest.mark.parametrize("kind", errors_of(AnswerableError), ids=lambda kind: kind.__name__)
def test_every_error_has_a_status(kind: type[AnswerableError]) -> None:
    assert any(base in STATUSES for base in kind.__mro__)


def test_nearest_class_decides_the_status() -> None:
    assert status_of(AnswerableError("x")) == 500
