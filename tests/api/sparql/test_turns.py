"""How often one client may ask (ANSWERABLE_CLIENT_RATE)."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.errors import TooManyRequests
from api.settings import Settings
from api.sparql.turns import BURST, Turns
from graph.store import Store


def test_turns_come_back_at_the_rate_and_are_each_client_s_own() -> None:
    clock = [0.0]
    turns = Turns(rate=2.0, now=lambda: clock[0])
    for _ in range(2 * BURST):
        turns.take("one")
    with pytest.raises(TooManyRequests):
        turns.take("one")
    turns.take("other")
    clock[0] = 0.5
    turns.take("one")


def test_no_rate_is_no_limit() -> None:
    turns = Turns(rate=0.0)
    for _ in range(1000):
        turns.take("one")


def test_who_asks_too_often_is_told_when_to_come_back(store: Store) -> None:
    with TestClient(create_app(Settings(client_rate=0.1), store)) as reader:
        answers = [reader.get("/sparql", params={"query": "ASK {}"}) for _ in range(2)]
    assert [each.status_code for each in answers] == [200, 429]
    assert 1 <= int(answers[1].headers["retry-after"]) <= 10
