"""Journeys of a reader through the pages made of the sample papers, by links alone."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # starlette 1.10 asks for httpx2; httpx is what we use
    from fastapi.testclient import TestClient

from api.app import create_app
from api.loading.loader import Crew, Loader
from api.settings import Settings
from api.texts import Texts
from graph.questions import questions
from graph.store import MEMORY, open_store

SAMPLES = Path(__file__).resolve().parents[2] / "loaders" / "samples"
TYPES = (
    "SELECT DISTINCT ?thing WHERE { ?thing a ?class FILTER(CONTAINS(STR(?thing), '/id/')"
    " && STRSTARTS(STR(?class), 'https://w3id.org/answerable/ns#')) }"
)


class Reader:
    """A person with a browser without script: sees a page, follows a link by its words."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.open("/")

    def open(self, address: str) -> Reader:
        answer = self.client.get(address, headers={"accept": "text/html"})
        assert answer.status_code == 200, address
        self.tree = LexborHTMLParser(answer.text)
        return self

    @property
    def words(self) -> str:
        return " ".join(self.tree.css_first("main").text().split())

    def follow(self, words: str, within: str = "main") -> Reader:
        links = [a for a in self.tree.css(f"{within} a") if words in a.text()]
        assert links, f"no link {words!r} on the page"
        return self.open(links[0].attributes["href"] or "")


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    store = open_store(MEMORY)
    loader = Loader(store, Texts(None), lambda: datetime.datetime.now(datetime.UTC))
    entries = list(loader.load([str(SAMPLES)], Crew(workers=1)))
    assert not [entry for entry in entries if entry.status == "refused"]
    loader.link()
    with TestClient(create_app(Settings(), store)) as session:
        yield session
    store.close()


@pytest.fixture
def reader(client: TestClient) -> Reader:
    return Reader(client)


def test_from_the_first_page_to_the_words_of_a_recommendation(reader: Reader) -> None:
    reader.follow("Exampleshire").follow("Single inspection").follow("within 72 hours")
    quote = reader.tree.css_first("blockquote p").text()
    assert "page" in reader.tree.css_first("blockquote cite").text()
    reader.follow("Inspection", within="blockquote")
    assert " ".join(quote.split()) in reader.words


def test_what_became_of_a_recommendation_is_on_its_page(reader: Reader) -> None:
    reader.follow("What became of each recommendation")
    reader.open("/recommendations?progress=improved").follow("", within="tbody")
    assert "What became of it" in reader.words
    assert "Progress: Improved" in reader.words


def test_matrix_leads_to_the_recommendations_that_it_counts(reader: Reader) -> None:
    reader.follow("Themes", within="body")
    count = next(a for a in reader.tree.css("td a") if a.text().isdigit())
    reader.open(count.attributes["href"] or "")
    assert f"{count.text()} found" in reader.words


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_question_has_an_answer_for_the_council(reader: Reader, name: str) -> None:
    reader.open(f"/questions/{name}?body=exampleshire")
    assert reader.tree.css("tbody tr")


def test_everything_that_was_found_has_a_page(client: TestClient) -> None:
    found = client.get("/sparql", params={"query": TYPES}).json()["results"]["bindings"]
    addresses = [
        row["thing"]["value"].replace("http://localhost:8000/id/", "/doc/") for row in found
    ]
    of_papers = [a for a in addresses if "exampleshire" in a and "/passage/" not in a]
    assert len(of_papers) > 100
    for address in of_papers:
        answer = client.get(address, headers={"accept": "text/html"})
        assert answer.status_code == 200, address
