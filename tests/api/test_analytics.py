"""The analytics over HTTP: described, narrowed, as JSON and CSV."""

from __future__ import annotations

import warnings

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette 1.10 asks for httpx2; httpx is what we use
    from fastapi.testclient import TestClient

from api.findings import MOST_FINDINGS, Findings
from graph import MEMORY, open_store
from graph.analytics.registry import ANALYTICS

ANALYTIC = "/api/v1/analytics"


def test_analytics_are_listed_with_their_definitions(client: TestClient) -> None:
    body = client.get(ANALYTIC).json()
    assert {entry["name"] for entry in body["items"]} == set(ANALYTICS)
    assert all(entry["definition"] and entry["cost"] for entry in body["items"])


@pytest.mark.parametrize("name", ANALYTICS)
def test_every_analytic_answers_for_a_council(client: TestClient, name: str) -> None:
    answer = client.get(f"{ANALYTIC}/{name}", params={"body": "exampleshire"})
    body = answer.json()
    assert answer.status_code == 200
    assert body["total"] == len(body["items"])
    names = [column["name"] for column in body["columns"]]
    assert all(list(item) == names for item in body["items"])


def test_things_have_their_names(client: TestClient) -> None:
    items = client.get(f"{ANALYTIC}/workload").json()["items"]
    assert {"Exampleshire County Council"} <= {item["actor"]["name"] for item in items}


def test_csv_has_one_line_for_each_row(client: TestClient) -> None:
    count = client.get(f"{ANALYTIC}/unanswered").json()["total"]
    table = client.get(f"{ANALYTIC}/unanswered.csv")
    assert table.headers["content-type"].startswith("text/csv")
    assert table.text.count("\r\n") == count + 1


def test_contact_details_are_masked_in_analytics(client: TestClient) -> None:
    for name in ANALYTICS:
        assert "jo@exampleshire" not in client.get(f"{ANALYTIC}/{name}").text
        assert "jo@exampleshire" not in client.get(f"{ANALYTIC}/{name}.csv").text


@pytest.mark.parametrize(
    ("address", "status"),
    [("magic", 404), ("trends?colour=red", 400), ("paths?source=nobody", 400),
     ("trends?from=x", 400)],
)  # fmt: skip
def test_what_cannot_be_measured_is_a_problem(
    client: TestClient, address: str, status: int
) -> None:
    answer = client.get(f"{ANALYTIC}/{address}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_finding_is_kept_while_the_graph_stays_as_it_is() -> None:
    findings = Findings()
    with open_store(MEMORY) as store:
        first = findings.find(store, "workload", {})
        assert findings.find(store, "workload", {}) is first
        store.replace("http://localhost:8000/graph/document/x", b"<urn:a> <urn:b> <urn:c> .\n")
        assert findings.find(store, "workload", {}) is not first


def test_oldest_finding_is_forgotten_first() -> None:
    findings = Findings()
    with open_store(MEMORY) as store:
        first = findings.find(store, "workload", {"day": "2020-01-01"})
        for day in range(MOST_FINDINGS):
            findings.find(store, "workload", {"day": f"2021-{day // 28 + 1:02}-{day % 28 + 1:02}"})
        assert findings.find(store, "workload", {"day": "2020-01-01"}) is not first
