"""Every thing by its name: redirect, negotiation and suffixes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rdflib import Graph

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

THING = "recommendation/exampleshire-2021-01-29-inspection-report-2"


def test_id_leads_to_doc(client: TestClient) -> None:
    answer = client.get(f"/id/{THING}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/doc/{THING}")


@pytest.mark.parametrize(
    ("suffix", "accept", "media_type"),
    [
        (".html", "*/*", "text/html; charset=utf-8"),
        (".ttl", "text/html", "text/turtle; charset=utf-8"),
        (".jsonld", "*/*", "application/ld+json"),
        (".nt", "*/*", "application/n-triples"),
        (".rdf", "*/*", "application/rdf+xml"),
        (".json", "*/*", "application/json"),
        ("", "text/turtle", "text/turtle; charset=utf-8"),
        ("", "application/ld+json, text/html;q=0.5", "application/ld+json"),
        ("", "text/html", "text/html; charset=utf-8"),
    ],
)
def test_form_is_chosen(client: TestClient, suffix: str, accept: str, media_type: str) -> None:
    answer = client.get(f"/doc/{THING}{suffix}", headers={"accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert "accept" in answer.headers["vary"].lower()


def test_turtle_holds_the_thing_and_its_passages(client: TestClient) -> None:
    graph = Graph().parse(data=client.get(f"/doc/{THING}.ttl").text, format="turtle")
    assert "http://localhost:8000/id/" + THING in {str(subject) for subject in graph.subjects()}
    assert any("/id/passage/" in str(subject) for subject in graph.subjects())


def test_type_that_cannot_be_made_is_not_acceptable(client: TestClient) -> None:
    assert client.get(f"/doc/{THING}", headers={"accept": "image/png"}).status_code == 406


def test_text_of_a_third_party_is_not_shown(client: TestClient) -> None:
    answer = client.get("/doc/document/otherton-2023-03-01-inspection-report.txt")
    assert answer.status_code == 404
    assert "licence" in answer.json()["detail"]


@pytest.mark.parametrize("suffix", [".html", ".ttl", ".jsonld", ".nt", ".rdf", ".json"])
def test_contact_details_are_masked_in_every_form(client: TestClient, suffix: str) -> None:
    answer = client.get(f"/doc/{THING.removesuffix('2')}1{suffix}")
    assert answer.status_code == 200 and "[e-mail address]" in answer.text
    assert "jo@exampleshire" not in answer.text and "960001" not in answer.text
