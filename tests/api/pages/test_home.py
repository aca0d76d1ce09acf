"""The first page and the matrix of themes: their numbers are those of the lists they lead to."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from selectolax.lexbor import LexborHTMLParser

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette 1.10 asks for httpx2; httpx is what we use
    from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import MEMORY, open_store
from tests.api.conftest import fill

EARLIER = b"""
BASE <http://localhost:8000/>
PREFIX ans: <https://w3id.org/answerable/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
<id/inspection/earlier> a ans:Inspection ; ans:inspects <id/body/exampleshire> ;
  ans:knownOnlyFrom <id/document/exampleshire-2021-01-29-inspection-report> .
<id/document/earlier> a ans:Document ; ans:concerns <id/body/exampleshire> ;
  ans:knownOnlyFrom <id/document/exampleshire-2021-01-29-inspection-report> .
<id/theme/permanence> a ans:Theme ; skos:prefLabel "Permanence"@en .
<id/recommendation/earlier> a ans:Recommendation ; ans:text "Visit more often." ;
  ans:primaryTheme <id/theme/permanence> ;
  ans:theme <id/theme/permanence>, <id/theme/assessment-and-practice> ;
  ans:knownOnlyFrom <id/document/exampleshire-2021-01-29-inspection-report> .
"""


@pytest.fixture
def client() -> Iterator[TestClient]:
    store = open_store(MEMORY)
    fill(store)
    triples = [quad.triple for quad in parse(EARLIER, RdfFormat.TURTLE)]
    with store.transaction() as changes:
        changes.add("http://e/more", serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    with TestClient(create_app(Settings(store=MEMORY), store)) as session:
        yield session
    store.close()


def page(client: TestClient, address: str) -> LexborHTMLParser:
    return LexborHTMLParser(client.get(address, headers={"accept": "text/html"}).text)


def test_numbers_of_a_council_are_those_of_its_lists_also_of_what_others_tell(
    client: TestClient,
) -> None:
    rows = page(client, "/").css("tbody tr")
    (row,) = [row for row in rows if row.css("a[href='/doc/body/exampleshire']")]
    shown = [int(cell.text()) for cell in row.css("td") if cell.text().strip().isdecimal()]
    lists = ("documents", "inspections", "recommendations")
    addresses = [f"/api/v1/{name}?body=exampleshire" for name in lists]
    assert shown == [client.get(address).json()["total"] for address in addresses]


def test_every_number_of_the_matrix_is_that_of_the_list_it_leads_to(client: TestClient) -> None:
    cells = page(client, "/themes").css("td a")
    assert len(cells) > 1
    for cell in cells:
        found = client.get(f"/api/v1{cell.attributes['href']}").json()["total"]
        assert found == int(cell.text())
