"""The reconciliation service as a client of the protocol (W3C Reconciliation API 0.2) sees it.

The schemas below say in our words what its specification asks of each answer.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

TEXT, NUMBER = {"type": "string"}, {"type": "number"}
TYPED = {"type": "object", "properties": {"id": TEXT, "name": TEXT}, "required": ["id"]}
CANDIDATE = {
    "type": "object",
    "properties": {
        "id": TEXT,
        "name": TEXT,
        "description": TEXT,
        "score": NUMBER,
        "match": {"type": "boolean"},
        "type": {"type": "array", "items": TYPED},
        "features": {
            "type": "array",
            "items": {"properties": {"id": TEXT, "value": {"type": ["boolean", "number"]}}},
        },
    },
    "required": ["id", "name", "score"],
}
RESULT = {
    "type": "object",
    "properties": {"result": {"type": "array", "items": CANDIDATE}},
    "required": ["result"],
}
TEMPLATE = {"type": "string", "pattern": r"\{\{id\}\}"}
MANIFEST = {
    "type": "object",
    "properties": {
        "versions": {"type": "array", "contains": {"const": "0.2"}},
        "name": TEXT,
        "identifierSpace": {"type": "string", "pattern": "^https?://"},
        "schemaSpace": {"type": "string", "pattern": "^https?://"},
        "defaultTypes": {"type": "array", "items": TYPED, "uniqueItems": True},
        "view": {"properties": {"url": TEMPLATE}, "required": ["url"]},
        "preview": {
            "properties": {
                "url": TEMPLATE, "width": {"type": "integer"}, "height": {"type": "integer"}
            },
            "required": ["url", "width", "height"],
        },
    },
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
}  # fmt: skip
VALUE = {"oneOf": [
    {"properties": {"str": TEXT}, "required": ["str"], "additionalProperties": False},
    {"properties": {"id": TEXT, "name": TEXT}, "required": ["id", "name"],
     "additionalProperties": False},
]}  # fmt: skip
EXTENSION = {
    "type": "object",
    "properties": {
        "meta": {"type": "array", "items": {**TYPED, "required": ["id", "name"]}},
        "rows": {"additionalProperties": {
            "additionalProperties": {"type": "array", "items": VALUE}
        }},
    },
    "required": ["meta", "rows"],
}  # fmt: skip


def asked(client: TestClient, **queries: object) -> dict[str, Any]:
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200
    for result in answer.json().values():
        jsonschema.validate(result, RESULT)
    found: dict[str, Any] = answer.json()
    return found


def test_manifest_is_what_the_protocol_asks(client: TestClient) -> None:
    manifest = client.get("/reconcile").json()
    jsonschema.validate(manifest, MANIFEST)
    assert manifest["identifierSpace"] == "http://localhost:8000/id/"


def test_batch_answers_each_query_under_its_name(client: TestClient) -> None:
    found = asked(client, q0={"query": "Tameside"}, q1={"query": "permanence", "type": "theme"})
    assert found["q0"]["result"][0]["id"] == "body/tameside"
    assert found["q1"]["result"][0]["id"] == "theme/permanence"


def test_batch_by_address_says_the_same(client: TestClient) -> None:
    queries = {"q0": {"query": "Director of Childrens Services", "type": ["role"], "limit": 2}}
    answer = client.get("/reconcile", params={"queries": json.dumps(queries)}).json()
    assert answer == asked(client, **queries)
    assert answer["q0"]["result"][0]["match"] is True
    assert len(answer["q0"]["result"]) <= 2


@pytest.mark.parametrize("query", ["Ofsted", '{"query": "Ofsted", "type": "body"}'])
def test_single_query_has_one_result(client: TestClient, query: str) -> None:
    answer = client.get("/reconcile", params={"query": query}).json()
    jsonschema.validate(answer, RESULT)
    assert (answer["result"][0]["id"], answer["result"][0]["match"]) == ("body/ofsted", True)


def test_code_names_a_council_for_certain(client: TestClient) -> None:
    code = {"pid": "gssCode", "v": "E08000008"}
    found = asked(client, q0={"properties": [code]}, q1={"query": "Salford", "properties": [code]})
    for result in found.values():
        assert (result["result"][0]["id"], result["result"][0]["match"]) == ("body/tameside", True)


def test_misspelt_name_is_a_candidate_and_no_match(client: TestClient) -> None:
    best = asked(client, q0={"query": "Tamseide Metropolitan Borough Councl"})["q0"]["result"][0]
    assert (best["id"], best["match"]) == ("body/tameside", False)
    assert best["score"] > 80


def test_type_keeps_out_what_is_of_another(client: TestClient) -> None:
    result = asked(client, q0={"query": "Ofsted", "type": "role"})["q0"]["result"]
    assert all(each["type"][0]["id"] == "role" for each in result)


def test_name_that_nothing_is_like_has_no_candidate(client: TestClient) -> None:
    assert asked(client, q0={"query": "zzzzqqqq"}) == {"q0": {"result": []}}


@pytest.mark.parametrize(
    "queries",
    [
        "no json", "[]", '{"q0": 3}', '{"q0": {}}', '{"q0": {"query": 3}}',
        '{"q0": {"query": "x", "limit": "many"}}', '{"q0": {"query": "x", "type": 3}}',
        '{"q0": {"properties": [{"pid": "gssCode"}]}}', "[" * 100_000,
    ],
)  # fmt: skip
def test_query_that_the_protocol_does_not_allow_is_refused(
    client: TestClient, queries: str
) -> None:
    assert client.post("/reconcile", data={"queries": queries}).status_code == 400


@pytest.mark.parametrize(
    ("service", "prefix", "first"),
    [
        ("entity", "tames", "body/tameside"),
        ("entity", "lead mem", "role/lead-member"),
        ("type", "th", "theme"),
        ("property", "gss", "gssCode"),
    ],
)
def test_suggestions_begin_with_the_prefix(
    client: TestClient, service: str, prefix: str, first: str
) -> None:
    result = client.get(f"/reconcile/suggest/{service}", params={"prefix": prefix}).json()["result"]
    assert first in [each["id"] for each in result]
    assert all(isinstance(each["name"], str) for each in result)


def test_extension_gives_codes_and_things(client: TestClient) -> None:
    wanted = {
        "ids": ["body/tameside", "body/nowhere"],
        "properties": [{"id": "gssCode"}, {"id": "bodyType"}],
    }
    answer = client.get("/reconcile", params={"extend": json.dumps(wanted)}).json()
    jsonschema.validate(answer, EXTENSION)
    assert answer["rows"]["body/tameside"] == {
        "gssCode": [{"str": "E08000008"}],
        "bodyType": [{"id": "body-type/council", "name": "Council"}],
    }
    assert answer["rows"]["body/nowhere"] == {"gssCode": [], "bodyType": []}


def test_properties_proposed_are_those_that_the_type_has(client: TestClient) -> None:
    answer = client.get("/reconcile/properties", params={"type": "role"}).json()
    names = {each["id"] for each in answer["properties"]}
    assert "definition" in names
    assert "gssCode" not in names


def test_preview_can_stand_in_a_frame(client: TestClient) -> None:
    answer = client.get("/reconcile/preview", params={"id": "body/tameside"})
    assert "Tameside Metropolitan Borough Council" in answer.text
    assert "frame-ancestors" not in answer.headers["content-security-policy"]
    assert client.get("/reconcile/preview", params={"id": "body/nowhere"}).status_code == 404


def test_other_origins_may_ask(client: TestClient) -> None:
    answer = client.get("/reconcile", headers={"origin": "https://openrefine.example"})
    assert answer.headers["access-control-allow-origin"] == "*"


def test_view_leads_to_the_thing(client: TestClient) -> None:
    template = client.get("/reconcile").json()["view"]["url"]
    path = template.replace("{{id}}", "body/tameside").removeprefix("http://localhost:8000")
    assert client.get(path, follow_redirects=True).status_code == 200
