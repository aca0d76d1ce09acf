"""The whole graph as files over HTTP, contact details masked."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING

import pytest

from api.exporting import MaskingOutput
from graph.exports import FORMATS

if TYPE_CHECKING:
    from fastapi.testclient import TestClient


TEXTS = [name for name, entry in FORMATS.items() if entry.is_text]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_a_download(client: TestClient, name: str) -> None:
    answer = client.get(f"/exports/answerable.{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMATS[name].media_type)
    assert b"jo@exampleshire" not in answer.content


@pytest.mark.parametrize("name", TEXTS)
def test_every_text_is_a_masked_download(client: TestClient, name: str) -> None:
    answer = client.get(f"/exports/answerable.{name}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(FORMATS[name].media_type)
    assert f'filename="answerable.{name}"' in answer.headers["content-disposition"]
    assert "jo@exampleshire" not in answer.text
    assert "[e-mail address]" in answer.text


def test_slug_of_a_body_or_theme_is_its_part(client: TestClient) -> None:
    whole = client.get("/exports/answerable.nt").text.splitlines()
    for name in ("exampleshire", "permanence"):
        part = client.get(f"/exports/{name}.nt")
        assert part.status_code == 200
        assert set(part.text.splitlines()) < set(whole)


def test_part_is_narrowed_by_parameters(client: TestClient) -> None:
    part = client.get("/exports/answerable.nt", params={"kind": "inspection", "from": "2017"})
    assert part.status_code == 200
    assert client.get("/exports/answerable.nt", params={"kind": "x"}).status_code == 400


def test_file_that_the_client_has_is_not_sent_again(client: TestClient) -> None:
    tag = client.get("/exports/answerable.dot").headers["etag"]
    again = client.get("/exports/answerable.dot", headers={"if-none-match": tag})
    assert again.status_code == 304


def test_packed_file_holds_the_same(client: TestClient) -> None:
    packed = client.get("/exports/answerable.nq.gz")
    assert gzip.decompress(packed.content) == client.get("/exports/answerable.nq").content


@pytest.mark.parametrize("file_name", ["answerable.docx", "elsewhere.ttl", "answerable"])
def test_unknown_file_is_not_found(client: TestClient, file_name: str) -> None:
    assert client.get(f"/exports/{file_name}").status_code == 404


def test_page_lists_every_file(client: TestClient) -> None:
    page = client.get("/downloads", headers={"accept": "text/html"}).text
    assert all(f'href="/exports/answerable.{name}"' in page for name in FORMATS)


def test_number_split_over_two_writes_is_masked() -> None:
    out = io.BytesIO()
    masking = MaskingOutput(out)
    for piece in (b"call 0300 12", b"3 4567\nor write to a@b.", b"example"):
        masking.write(piece)
    masking.finish()
    assert out.getvalue() == b"call [telephone number]\nor write to [e-mail address]"
