"""Documents come and go over HTTP only with the token of the settings."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from httpx import Response

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette 1.10 asks for httpx2; httpx is what we use
    from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import MEMORY, open_store

TOKEN = "a-token-of-length"
BEARER = {"authorization": f"Bearer {TOKEN}"}
LETTER = (files("loaders") / "samples" / "exampleshire-2017-monitoring-visit-3.txt").read_bytes()


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    settings = Settings(store=str(tmp_path / "store"), token=TOKEN)
    open_store(settings.store).close()
    with TestClient(create_app(settings)) as session:
        yield session


def post(client: TestClient, data: bytes, headers: dict[str, str] | None = None) -> Response:
    return client.post(
        "/api/v1/documents", files={"file": ("letter.txt", data)}, headers=headers or BEARER
    )


def test_posted_document_is_there_at_once_and_goes_again(client: TestClient) -> None:
    answer = post(client, LETTER)
    assert (answer.status_code, answer.json()["status"]) == (201, "loaded")
    address = answer.headers["location"]
    assert client.get(address).status_code == 200
    assert client.get(f"/doc/document/{answer.json()['slug']}.txt").status_code == 200
    assert post(client, LETTER).status_code == 200
    assert client.delete(address, headers=BEARER).status_code == 204
    assert client.get(address).status_code == 404
    assert client.delete(address, headers=BEARER).status_code == 404


@pytest.mark.parametrize("data", [b"", b"Milk\nEggs\n"], ids=["empty", "no known kind"])
def test_what_is_no_document_is_unprocessable(client: TestClient, data: bytes) -> None:
    answer = post(client, data)
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("letter.txt")


@pytest.mark.parametrize("sent", ["", "Bearer wrong", f"Basic {TOKEN}"])
def test_without_the_token_nothing_is_written(client: TestClient, sent: str) -> None:
    answer = post(client, LETTER, {"authorization": sent})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_writing_is_off_without_a_token_in_the_settings() -> None:
    store = open_store(MEMORY)
    with TestClient(create_app(Settings(store=MEMORY), store)) as client:
        assert post(client, LETTER).status_code == 403
        assert client.delete("/api/v1/documents/x", headers=BEARER).status_code == 403
    store.close()


@pytest.mark.parametrize("name", ["..", "a" * 400 + ".txt", "../../letter.txt", "\\letter\0.txt"])
def test_the_name_of_an_upload_does_no_harm(client: TestClient, name: str) -> None:
    answer = client.post("/api/v1/documents", files={"file": (name, LETTER)}, headers=BEARER)
    assert answer.status_code == 201


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">'
    b'<rdf:Description rdf:about="http://e/a"><e:b>&b;</e:b></rdf:Description></rdf:RDF>'
)


def test_entities_of_rdf_xml_are_refused(client: TestClient) -> None:
    sent = BEARER | {"Content-Type": "application/rdf+xml"}
    address = "/rdf-graph-store?graph=http://e/mine"
    answer = client.put(address, content=BOMB, headers=sent)
    assert answer.status_code == 400 and "ENTITY" in answer.json()["detail"]
