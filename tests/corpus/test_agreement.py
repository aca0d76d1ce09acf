"""REST, SPARQL and exports say the same of the whole corpus: as many things, the same values."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

import openpyxl
import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette 1.10 asks for httpx2; httpx is what we use
    from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.exports.registry import export
from graph.exports.tables import Tables
from graph.masking import mask
from graph.store import Store

pytestmark = pytest.mark.corpus
PREFIXES = "PREFIX ans: <https://w3id.org/answerable/ns#> "
COUNTED = {
    "documents": "?thing a ans:Document FILTER NOT EXISTS { ?thing ans:knownOnlyFrom [] }",
    "inspections": "?thing a ans:Inspection",
    "recommendations": "?thing a ans:Recommendation",
    "bodies": "?thing a ans:Body",
    "roles": "?thing a ans:Role",
    "people": "?thing a ans:Person",
    "responsibilities": "?thing a ans:Responsibility",
}
MADE = """SELECT ?thing ?text ?kind (GROUP_CONCAT(DISTINCT STR(?who)) AS ?whom) WHERE {
  ?thing a ans:Recommendation ; ans:text ?text .
  OPTIONAL { ?thing ans:kind ?kind } OPTIONAL { ?thing ans:addressedTo ?who }
} GROUP BY ?thing ?text ?kind"""
Said = dict[str, tuple[str, str, frozenset[str]]]


@pytest.fixture(scope="module")
def reader(corpus_store: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), corpus_store)) as session:
        yield session


def asked(reader: TestClient, query: str) -> list[dict[str, dict[str, str]]]:
    answer = reader.get("/sparql", params={"query": PREFIXES + query})
    rows: list[dict[str, dict[str, str]]] = answer.json()["results"]["bindings"]
    return rows


@pytest.mark.parametrize("name", COUNTED)
def test_as_many_things_in_rest_sparql_and_tables(
    reader: TestClient, corpus_store: Store, name: str
) -> None:
    counted = asked(reader, f"SELECT (COUNT(DISTINCT ?thing) AS ?n) {{ {COUNTED[name]} }}")
    total = int(counted[0]["n"]["value"])
    assert total > 10
    assert reader.get(f"/api/v1/{name}", params={"limit": 1}).json()["total"] == total
    records = Tables(corpus_store).table(name).records
    loaded = [each for each in records if name != "documents" or not each["known_only_from_id"]]
    assert len(loaded) == total


def by_rest(reader: TestClient) -> Said:
    found: Said = {}
    address: str | None = "/api/v1/recommendations?limit=500"
    while address:
        page = reader.get(address).json()
        for item in page["items"]:
            whom = frozenset(each["@id"] for each in item["addressed_to"])
            found[item["@id"]] = (item["text"], item["kind"]["@id"], whom)
        address = page["next"]
    return found


def by_sparql(reader: TestClient) -> Said:
    return {
        row["thing"]["value"]: (
            mask(row["text"]["value"]),  # SPARQL alone answers as printed
            row["kind"]["value"],
            frozenset(row["whom"]["value"].split()),
        )
        for row in asked(reader, MADE)
    }


def by_table(store: Store) -> Said:
    return {
        str(row["id"]): (
            str(row["text"]),
            str(row["kind_id"]),
            frozenset(str(row["addressed_to_id"] or "").replace("|", " ").split()),
        )
        for row in Tables(store).table("recommendations").records
    }


def test_same_words_kind_and_addressees_everywhere(reader: TestClient, corpus_store: Store) -> None:
    rest = by_rest(reader)
    assert rest == by_sparql(reader)
    assert rest == by_table(corpus_store)


def test_tracker_has_a_row_for_each_recommendation(reader: TestClient, corpus_store: Store) -> None:
    out = io.BytesIO()
    export(corpus_store, "xlsx", out)
    sheet = openpyxl.load_workbook(out)["Recommendations"]
    links = [cell.hyperlink.target for cell in sheet["P"] if cell.hyperlink]
    assert sorted(links) == sorted(by_rest(reader))
