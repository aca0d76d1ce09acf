"""The feeds, read by a reader of feeds."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from fastapi.testclient import TestClient

from api.app import create_app
from api.loading.loader import Crew, Loader
from api.settings import Settings
from api.texts import Texts
from graph.store import MEMORY, Store, open_store

SAMPLES = Path(__file__).parents[3] / "loaders" / "samples"
NEWS = SAMPLES / "exampleshire-2017-news.html"


class Clock:
    """A clock that goes on by an hour each time it is asked."""

    def __init__(self) -> None:
        self.moment = datetime.datetime(2026, 1, 5, 10, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        self.moment += datetime.timedelta(hours=1)
        return self.moment


@pytest.fixture(scope="module")
def loaded() -> Iterator[Store]:
    opened = open_store(MEMORY)
    loader = Loader(opened, Texts(None), Clock())
    list(loader.load([str(SAMPLES / "exampleshire-2019-inspection.pdf"), str(NEWS)], Crew(1)))
    loader.remove("exampleshire-2017-11-16-news-article")
    loader.link()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def reader(loaded: Store) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(), loaded)) as session:
        yield session


def feed_of(reader: TestClient, path: str, **parameters: str) -> feedparser.FeedParserDict:
    answer = reader.get(f"/feeds/{path}.atom", params=parameters)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/atom+xml")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        feed = feedparser.parse(answer.content)
    assert not feed.bozo
    assert feed.version == "atom10"
    return feed


def test_changes_tell_what_came_and_what_went(reader: TestClient) -> None:
    feed = feed_of(reader, "changes")
    kinds = [entry.tags[0].term for entry in feed.entries]
    assert kinds == ["removed", "created", "created"]
    assert feed.entries[0].title == "Removed: exampleshire-2017-11-16-news-article"
    assert len({entry.id for entry in feed.entries}) == 3


def test_changes_since_a_moment_are_only_those_after_it(reader: TestClient) -> None:
    latest = feed_of(reader, "changes").entries[0].updated
    assert len(feed_of(reader, "changes", since=latest).entries) == 1
    assert not feed_of(reader, "changes", since="2030-01-01").entries


def test_changes_of_a_body_are_those_of_its_documents(reader: TestClient) -> None:
    assert len(feed_of(reader, "changes", body="exampleshire").entries) == 1
    assert not feed_of(reader, "changes", body="leeds").entries


def test_recommendations_of_a_theme_are_only_those(reader: TestClient) -> None:
    every = feed_of(reader, "recommendations", body="exampleshire").entries
    some = feed_of(reader, "recommendations", theme="permanence").entries
    assert {entry.id for entry in some} < {entry.id for entry in every}
    assert every[0].published == "2019-03-22T00:00:00Z"


def test_replaced_document_is_told_as_updated(tmp_path: Path) -> None:
    file, clock = tmp_path / "news.html", Clock()
    with open_store(MEMORY) as store:
        for extra in (b"", b"<!-- again -->"):
            file.write_bytes(NEWS.read_bytes() + extra)
            list(Loader(store, Texts(None), clock).load([str(file)], Crew(1)))
        with TestClient(create_app(Settings(), store)) as reader:
            entries = feed_of(reader, "changes").entries
    assert entries[0].tags[0].term == "updated"


def test_long_feed_leads_on(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.feeds.routes.ENTRIES", 1)
    seen, address = [], "http://testserver/feeds/recommendations.atom"
    while address:
        feed = feedparser.parse(client.get(address).content)
        seen += [entry.id for entry in feed.entries]
        address = next((link.href for link in feed.feed.links if link.rel == "next"), "")
    assert len(seen) == len(set(seen))


@pytest.mark.parametrize("since", ["soon", "2026-13-01", "0001-01-01T00:00:00+23:00"])
def test_moment_that_is_none_is_refused(client: TestClient, since: str) -> None:
    assert client.get("/feeds/changes.atom", params={"since": since}).status_code == 400
