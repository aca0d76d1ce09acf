"""The first page: its numbers are those of the lists to which it leads."""

from __future__ import annotations

import warnings

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
<id/inspection/earlier> a ans:Inspection ; ans:inspects <id/body/exampleshire> ;
  ans:knownOnlyFrom <id/document/exampleshire-2021-01-29-inspection-report> .
<id/document/earlier> a ans:Document ; ans:concerns <id/body/exampleshire> ;
  ans:knownOnlyFrom <id/document/exampleshire-2021-01-29-inspection-report> .
<id/recommendation/earlier> a ans:Recommendation ; ans:text "Visit more often." ;
  ans:knownOnlyFrom <id/document/exampleshire-2021-01-29-inspection-report> .
"""


def test_numbers_of_a_council_are_those_of_its_lists_also_of_what_others_tell() -> None:
    store = open_store(MEMORY)
    fill(store)
    triples = [quad.triple for quad in parse(EARLIER, RdfFormat.TURTLE)]
    with store.transaction() as changes:
        changes.add("http://e/more", serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    with TestClient(create_app(Settings(store=MEMORY), store)) as client:
        tree = LexborHTMLParser(client.get("/", headers={"accept": "text/html"}).text)
        (row,) = [
            row for row in tree.css("tbody tr") if row.css("a[href='/doc/body/exampleshire']")
        ]
        shown = [int(cell.text()) for cell in row.css("td") if cell.text().strip().isdecimal()]
        lists = ("documents", "inspections", "recommendations")
        addresses = [f"/api/v1/{name}?body=exampleshire" for name in lists]
        assert shown == [client.get(address).json()["total"] for address in addresses]
    store.close()
