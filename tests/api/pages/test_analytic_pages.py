"""The pages of analytics: a form, figures, a picture with links, and the same as a table."""

from __future__ import annotations

import warnings

import pytest
from selectolax.lexbor import LexborHTMLParser

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette 1.10 asks for httpx2; httpx is what we use
    from fastapi.testclient import TestClient

from graph.analytics.registry import ANALYTICS


def page(client: TestClient, address: str) -> LexborHTMLParser:
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return LexborHTMLParser(answer.text)


def test_all_analytics_are_linked(client: TestClient) -> None:
    tree = page(client, "/analytics")
    links = {a.attributes["href"] for a in tree.css("main a")}
    assert {f"/analytics/{name}" for name in ANALYTICS} <= links


@pytest.mark.parametrize("name", ANALYTICS)
def test_page_says_how_it_is_measured(client: TestClient, name: str) -> None:
    words = page(client, f"/analytics/{name}?body=exampleshire").body.text()
    assert "How it is measured" in words and "Cost:" in words


@pytest.mark.parametrize(
    ("address", "kind", "parts"),
    [("timeline?body=exampleshire", "mark", 5), ("paths", "box", 2)],
)
def test_picture_has_a_named_link_for_each_part(
    client: TestClient, address: str, kind: str, parts: int
) -> None:
    tree = page(client, f"/analytics/{address}")
    found = tree.css(f"svg.picture .{kind}")
    assert len(found) >= parts
    assert all(each.css_first("title").text() for each in found)
    assert all(a.attributes.get("aria-label") for a in tree.css(f"svg.picture .{kind} a"))


def test_picture_needs_no_script_and_leads_on(client: TestClient) -> None:
    tree = page(client, "/analytics/timeline?body=exampleshire")
    assert not tree.css("script")
    for link in tree.css("svg a")[:5]:
        address = link.attributes["href"] or ""
        assert client.get(address, headers={"accept": "text/html"}).status_code == 200


def test_timeline_of_all_councils_is_not_drawn(client: TestClient) -> None:
    tree = page(client, "/analytics/timeline")
    assert not tree.css("svg") and "Choose a body" in tree.body.text()


def test_years_are_no_thousands(client: TestClient) -> None:
    assert "2,021" not in page(client, "/analytics/trends").body.text()
