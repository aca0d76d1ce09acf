"""Lists of things: filters, pages and formats."""

from __future__ import annotations

import csv
import io
import warnings

import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette 1.10 asks for httpx2; httpx is what we use
    from fastapi.testclient import TestClient

from api.app import create_app
from api.resources.collections import COLLECTIONS
from api.settings import Settings
from graph.store import MEMORY, open_store
from tests.api.conftest import fill

ASKED = "/api/v1/recommendations"
SECOND = "exampleshire-2021-01-29-inspection-report-2"


def slugs(client: TestClient, address: str, **filters: str) -> list[str]:
    return [item["slug"] for item in client.get(address, params=filters).json()["items"]]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_every_collection_has_items(client: TestClient, name: str) -> None:
    body = client.get(f"/api/v1/{name}").json()
    assert body["items"]
    assert body["total"] >= len(body["items"])


def test_newest_come_first_in_the_order_of_the_document(client: TestClient) -> None:
    assert [slug[-3:] for slug in slugs(client, ASKED)] == ["t-1", "t-1", "t-2"]


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("body", "otherton", 1),
        ("body", "http://localhost:8000/id/body/otherton", 1),
        ("theme", "assessment-and-practice", 1),
        ("theme", "missing-children", 1),
        ("inspection", "exampleshire-2021-01-18", 2),
        ("kind", "area-for-improvement", 3),
        ("kind", "requirement", 0),
        ("addressed_to", "exampleshire", 2),
        ("addressed_to", "director-of-childrens-services", 1),
        ("addressed_to", "exampleshire-director-of-childrens-services", 1),
        ("progress", "some-progress", 1),
        ("progress", "met", 0),
        ("from", "2023", 1),
        ("to", "2021-01", 2),
        ("to", "2020", 0),
        ("q", "RETURN HOME", 2),
        ("q", '"} UNION { ?item ?p ?o', 0),
    ],
)
def test_filter_keeps_what_fits(client: TestClient, name: str, value: str, found: int) -> None:
    assert client.get(ASKED, params={name: value}).json()["total"] == found


@pytest.mark.parametrize(
    ("name", "value"),
    [("from", "soon"), ("to", "2021-13"), ("body", "Not a slug"), ("cursor", "???"),
     ("body", "http://a.example/<x>"), ("colour", "red")],
)  # fmt: skip
def test_bad_filter_is_refused_by_name(client: TestClient, name: str, value: str) -> None:
    answer = client.get(ASKED, params={name: value})
    assert answer.status_code == 400
    assert value in answer.json()["detail"] or name in answer.json()["detail"]


def test_what_is_loaded_between_two_pages_shifts_nothing() -> None:
    newest = """
    PREFIX ans: <https://w3id.org/answerable/ns#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
    <http://localhost:8000/id/recommendation/new-1> a ans:Recommendation ; ans:text "New." ;
      ans:sortDate "2030-01-01"^^xsd:date ."""
    store = open_store(MEMORY)
    fill(store)
    with TestClient(create_app(Settings(), store)) as reader:
        whole = [item["@id"] for item in reader.get(ASKED).json()["items"]]
        first = reader.get(ASKED, params={"limit": 2}).json()
        with store.transaction() as changes:
            changes.load(newest.encode(), "ttl")
        rest = reader.get(first["next"]).json()
        assert [item["@id"] for item in rest["items"]] == whole[2:4]
        assert rest["total"] == len(whole) + 1
    store.close()


def test_following_next_visits_everything_once(client: TestClient) -> None:
    address, seen = f"{ASKED}?limit=2", []
    while address:
        answer = client.get(address)
        seen += [item["@id"] for item in answer.json()["items"]]
        address = answer.json()["next"]
        assert ("next" in answer.links) == bool(address)
    assert len(seen) == len(set(seen)) == 3


def test_limit_out_of_range_is_unprocessable(client: TestClient) -> None:
    answer = client.get(ASKED, params={"limit": 501})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_csv_has_a_row_for_each_item(client: TestClient) -> None:
    answer = client.get(f"{ASKED}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 3
    assert rows[2]["quote"] == "The timeliness of return home interviews."


def test_one_thing_has_its_evidence(client: TestClient) -> None:
    body = client.get(f"{ASKED}/{SECOND}").json()
    assert body["text"] == "The timeliness of return home interviews."
    assert body["page"] == 2
    assert body["quote"][0]["document"]["name"] == "Inspection of Exampleshire"
    assert body["addressed_to"][0]["name"] == "Director of Children’s Services, Exampleshire"
    assert body["themes"] == [
        {
            "@id": "http://localhost:8000/id/theme/assessment-and-practice",
            "name": "Assessment and practice",
        }
    ]


def test_history_has_the_assessment_with_its_sentence(client: TestClient) -> None:
    body = client.get(f"{ASKED}/{SECOND}/history").json()
    assert body["assessments"][0]["progress"]["name"] == "Some progress"
    assert body["assessments"][0]["quote"] == ["More interviews now take place within three days."]
    assert body["restatements"][0]["page"] == 1


def test_elsewhere_has_the_other_council(client: TestClient) -> None:
    body = client.get(f"{ASKED}/{SECOND}/elsewhere").json()
    assert body["alike"][0]["body"]["name"] == "Otherton Borough Council"
    assert body["note"].startswith("1 other council was told the same.")


def test_history_tells_the_state_and_the_silence(client: TestClient) -> None:
    body = client.get(f"{ASKED}/{SECOND}/history").json()
    assert body["state"]["progress"][0]["name"] == "Some progress"
    assert body["silence"]["never_mentioned_again"] is False


def test_story_of_a_body_has_its_inspections_and_asks(client: TestClient) -> None:
    body = client.get("/api/v1/bodies/exampleshire/story?day=2026-01-01").json()
    assert [row["inspected_on"] for row in body["inspections"]] == ["2021-01-18", "2022-04-19"]
    assert {each["standing"] for each in body["asks"]} == {"assessed", "silent"}
    assert body["themes"][0]["by_inspection"][0]["items"]


def test_body_is_told_who_else_heard_the_same(client: TestClient) -> None:
    body = client.get("/api/v1/bodies/exampleshire/elsewhere").json()
    assert body["councils"] == 1


@pytest.mark.parametrize(
    "address",
    ["/api/v1/things", f"{ASKED}/unheard-of", f"{ASKED}/{SECOND}/colour",
     f"{ASKED}/unheard-of/history", "/doc/body/unheard-of", "/unheard-of", "/a/b/c"],
)  # fmt: skip
def test_unknown_is_not_found(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_contact_details_are_masked(client: TestClient) -> None:
    for address in (ASKED, f"{ASKED}.csv", "/doc/body/exampleshire", "/recommendations"):
        answer = client.get(address)
        assert "jo@exampleshire" not in answer.text
        assert "01632" not in answer.text


def test_page_is_as_long_as_the_setting_says_unless_the_limit_does() -> None:
    store = open_store(MEMORY)
    fill(store)
    with TestClient(create_app(Settings(page_size=3), store)) as reader:
        assert len(reader.get(ASKED).json()["items"]) == 3
        assert len(reader.get(ASKED, params={"limit": 2}).json()["items"]) == 2
    store.close()
