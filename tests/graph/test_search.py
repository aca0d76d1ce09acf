"""Words find the things whose texts hold them, and nothing in them is an operator."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import MEMORY, Store, StoreOptions, open_store
from graph.search import match_expression

TEXTS = """
<http://e/1> <http://e/text> "Social workers' caseloads are too high in Exampleshire" .
<http://e/2> <http://e/text> "The café closes"@en .
<http://e/2> <http://e/name> "Supervision of social work" .
<http://e/3> <https://w3id.org/answerable/ns#sha256> "supervision" .
"""


@pytest.fixture(params=["memory", "directory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    place = MEMORY if request.param == "memory" else tmp_path
    writer = open_store(place, options=StoreOptions(with_reference=False))
    writer.replace("http://e/graph", TEXTS.encode())
    if place == MEMORY:
        return writer
    writer.close()
    return open_store(place, read_only=True)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("caseload exampleshire", ["http://e/1"]),
        ("cafe supervising", ["http://e/2"]),
        ('"social work" clos*', ["http://e/2"]),
        ('"work social"', []),
        ("caseload NOT exampleshire", []),
        ("", []),
        ("*", []),
    ],
)
def test_words_find_things(store: Store, words: str, found: list[str]) -> None:
    assert [iri for iri in store.search(words).iris if iri.startswith("http://e/")] == found


def test_texts_of_all_graphs_are_found_the_same_number_of_times() -> None:
    graphs = [
        f'<http://e/graph/{n}> {{ <http://e/{n}> <http://e/text> "visit {n}" }}' for n in range(40)
    ]
    in_default = '<http://e/a> <http://e/text> "visit" .'
    with open_store(MEMORY, options=StoreOptions(with_reference=False)) as writer:
        with writer.transaction() as transaction:
            transaction.load("\n".join([*graphs, in_default]).encode(), "trig")
        expected = {f"http://e/{each}" for each in [*range(40), "a"]}
        found = writer.search("visit").iris
    assert set(found) == expected
    assert len(found) == len(expected)


def test_only_things_among_those_given_are_found(store: Store) -> None:
    assert store.search("social", among=["http://e/1", "http://e/9"]).iris == ("http://e/1",)
    assert store.search("social", among=[]).iris == ()


def test_cut_is_told(store: Store) -> None:
    assert store.search("social", limit=1).more
    assert not store.search("caseload exampleshire", limit=1).more


@pytest.mark.parametrize("words", ['a" OR "b', "col:x", "(a", "NEAR(a b)", "-x", '"', "a^b", "\0"])
def test_no_operator_gets_through(store: Store, words: str) -> None:
    assert match_expression(words).count('"') % 2 == 0
    store.search(words)


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("care leavers", '("care" AND "leavers")'),
        ('"pathway plan" OR visit*', '("pathway plan") OR ("visit"*)'),
        ("plans NOT health", '("plans") NOT "health"'),
        ("plans -health", '("plans") NOT "health"'),
        ("NOT health", ""),
        ("OR", ""),
        ("NEAR(a b)", '("NEAR(a" AND "b)")'),
    ],
)
def test_words_become_an_expression_with_their_booleans(words: str, expression: str) -> None:
    assert match_expression(words) == expression
