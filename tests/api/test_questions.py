"""The named questions over HTTP."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from graph.questions import questions

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


def test_all_questions_are_listed(client: TestClient) -> None:
    body = client.get("/api/v1/questions").json()
    assert {item["name"] for item in body["items"]} == {each.name for each in questions()}


@pytest.mark.parametrize("name", [each.name for each in questions()])
def test_question_answers_as_json_csv_and_page(client: TestClient, name: str) -> None:
    body = client.get(f"/api/v1/questions/{name}").json()
    rows = list(csv.DictReader(io.StringIO(client.get(f"/api/v1/questions/{name}.csv").text)))
    page = client.get(f"/questions/{name}", headers={"accept": "text/html"})
    assert len(rows) == len(body["items"]) == body["total"]
    assert body["question"] in page.text.replace("&#39;", "'")


def test_parameter_narrows_the_answer(client: TestClient) -> None:
    answer = client.get("/api/v1/questions/asks", params={"body": "otherton", "theme": ""})
    assert [row["text"] for row in answer.json()["items"]] == [
        "The quality of return home interviews."
    ]


def test_contact_details_are_masked_in_answers(client: TestClient) -> None:
    assert "[e-mail address]" in client.get("/api/v1/questions/asks.csv").text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/v1/questions/unheard-of", 404),
        ("/api/v1/questions/asks?colour=red", 400),
        ("/api/v1/questions/asks?from=soon", 400),
        ("/api/v1/questions/asks?body=unheard-of", 400),
    ],
)
def test_question_that_cannot_be_asked_is_a_problem(
    client: TestClient, address: str, status: int
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
