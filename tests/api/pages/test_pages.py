"""Pages for people: whole without script, safe, and leading on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

if TYPE_CHECKING:
    from fastapi.testclient import TestClient

REPORT = "exampleshire-2021-01-29-inspection-report"
PAGES = (
    "/", "/councils", "/documents", "/inspections", "/recommendations", "/themes", "/themes/all",
    "/questions", "/downloads", "/docs", "/sparql", "/bodies", "/roles", "/people",
    "/responsibilities", "/doc/body/exampleshire", f"/doc/document/{REPORT}",
    f"/doc/recommendation/{REPORT}-2", "/doc/inspection/exampleshire-2021-01-18",
    "/doc/theme/assessment-and-practice", "/doc/person/sam-sample-exampleshire",
    "/doc/role/director-of-childrens-services", f"/doc/passage/{REPORT}-100-142",
)  # fmt: skip


def page(client: TestClient, address: str) -> HTMLParser:
    answer = client.get(address, headers={"accept": "text/html"})
    assert answer.status_code == 200, answer.text
    return HTMLParser(answer.text)


@pytest.mark.parametrize("address", PAGES)
def test_page_is_whole(client: TestClient, address: str) -> None:
    tree = page(client, address)
    assert tree.css_first("html").attributes["lang"] == "en-GB"
    assert len(tree.css("h1")) == 1
    assert tree.css_first("main#content") is not None
    assert tree.css_first("title").text().strip()


@pytest.mark.parametrize("address", PAGES)
def test_page_loads_nothing_from_elsewhere(client: TestClient, address: str) -> None:
    answer = client.get(address, headers={"accept": "text/html"})
    tree = HTMLParser(answer.text)
    assert not tree.css("script, [style], style, iframe")
    assert all(link.attributes["href"].startswith("/") for link in tree.css("link[rel=stylesheet]"))
    assert "default-src 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", PAGES)
def test_every_field_has_a_label_and_every_table_headings(client: TestClient, address: str) -> None:
    tree = page(client, address)
    labelled = {label.attributes["for"] for label in tree.css("label")}
    assert {field.attributes["id"] for field in tree.css("input, select, textarea")} <= labelled
    assert all(table.css_first("caption") and table.css("th") for table in tree.css("table"))


@pytest.mark.parametrize("address", PAGES)
def test_every_link_leads_somewhere(client: TestClient, address: str) -> None:
    links = {a.attributes["href"] for a in page(client, address).css("a[href]")}
    ours = sorted(link for link in links if re.match(r"/(?!exports/)", link or ""))
    for link in ours[:40]:
        assert client.get(link, headers={"accept": "text/html,*/*;q=0.1"}).status_code == 200, link


def test_markup_in_a_title_is_shown_as_text(client: TestClient) -> None:
    answer = client.get("/documents", headers={"accept": "text/html"})
    assert "&lt;script&gt;" in answer.text


def test_first_page_says_what_is_loaded(client: TestClient) -> None:
    words = page(client, "/").body.text()
    assert "3 documents about 2 councils, last loaded on 6 January 2026" in words
    assert "Exampleshire County Council" in words


def test_recommendation_shows_its_life(client: TestClient) -> None:
    words = page(client, f"/doc/recommendation/{REPORT}-2").body.text()
    assert "Some progress" in words
    assert "More interviews now take place within three days." in words
    assert "Otherton Borough Council" in words


def test_recommendation_says_its_state_and_silence_first(client: TestClient) -> None:
    gist = [each.text() for each in page(client, f"/doc/recommendation/{REPORT}-2").css(".gist")]
    assert gist[0] == "Last found on 20 April 2022 by Ofsted: Some progress."
    assert gist[1].startswith("Last mentioned on 11 May 2022")


def test_silent_recommendation_names_the_documents(client: TestClient) -> None:
    words = page(client, f"/doc/recommendation/{REPORT}-1").body.text()
    assert "Never mentioned again in the documents loaded: 1 later document" in words
    assert "Later documents that do not mention it" in words


def test_body_begins_with_inspections_and_ends_with_codes(client: TestClient) -> None:
    headings = [each.text() for each in page(client, "/doc/body/exampleshire").css("main h2")]
    assert headings[0].startswith("Inspections and overall grades")
    assert headings[-2:] == ["Names and codes", "This as data"]


def test_body_shows_its_timeline_and_what_stands(client: TestClient) -> None:
    tree = page(client, "/doc/body/exampleshire")
    assert tree.css("svg.picture .mark")
    assert "2 asks are known" in tree.body.text()
    assert "Themes by inspection" in tree.body.text()


def test_body_that_nobody_inspects_shows_its_names_first(client: TestClient) -> None:
    tree = page(client, "/doc/body/ofsted")
    assert not tree.css(".gist") and "Names and codes" not in tree.body.text()


def test_document_shows_facts_with_quotes_and_pages(client: TestClient) -> None:
    words = page(client, f"/doc/document/{REPORT}").body.text()
    assert "The timeliness of return home interviews." in words
    assert "page 2" in words
    assert "Overall effectiveness: Inadequate" in words


def test_document_leads_to_each_kind_of_fact_and_tells_of_what_it_found_progress(
    client: TestClient,
) -> None:
    tree = page(client, f"/doc/document/{REPORT}")
    links = [link.attributes["href"] or "" for link in tree.css(".kinds a")]
    assert len(links) > 1 and all(tree.css(each) for each in links)


def test_matrix_counts_lead_to_the_list(client: TestClient) -> None:
    tree = page(client, "/themes")
    link = next(a.attributes["href"] for a in tree.css("td a") if a.text() == "1")
    assert "1 found" in page(client, link or "").body.text()


def test_browser_gets_a_page_for_what_is_not_there(client: TestClient) -> None:
    answer = client.get("/doc/body/unheard-of", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"][:9]) == (404, "text/html")
