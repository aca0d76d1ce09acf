"""Linking anew and bringing up to date give one and the same graph."""

from __future__ import annotations

import io
import random
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from graph import Store, open_store
from graph.links import compute_links, expect_changes, update_links
from graph.links.linking import derive_links
from graph.links.nearby import ELSEWHERE
from graph.links.state import FILE
from graph.links.updating import STAMP
from ontology.iris import Iris
from ontology.terms import ANS, FOAF, ORG

IRIS = Iris()
DEMANDS = (
    "Reduce caseloads of social workers.",
    "The timeliness of return home interviews.",
    "Suitable accommodation for care leavers.",
    "Supervision of social workers and audits of cases.",
    "Pathway plans of care leavers, and their health passports.",
)
COUNCILS = ("exampleshire", "otherton", "northtown", "southtown")


def paper(slug: str, council: str, day: str, demands: tuple[str, ...], inspector: str) -> bytes:
    """Return the graph of a report that asks for some things."""
    report, person = IRIS.document(slug), IRIS.person(f"{inspector}-ofsted")
    genre = IRIS.concept("genre", "inspection-report")
    date = f'"{day}"^^<http://www.w3.org/2001/XMLSchema#date>'
    lines = [
        f"<{report}> a <{ANS.Document}> ; <{ANS.genre}> <{genre}> ;"
        f" <{ANS.concerns}> <{IRIS.body(council)}> ; <{ANS.sortDate}> {date} .",
        f'<{person}> a <{ANS.Person}> ; <{FOAF.name}> "{inspector.title()} Stone" ;'
        f" <{ORG.memberOf}> <{IRIS.body('ofsted')}> .",
    ]
    for order, text in enumerate(demands, start=1):
        item = IRIS.recommendation(f"{slug}-{order}")
        lines.append(
            f'<{item}> a <{ANS.Recommendation}> ; <{ANS.text}> "{text}" ;'
            f" <{ANS.madeIn}> <{report}> ; <{ANS.sortDate}> {date} ."
        )
    return _as_ntriples("\n".join(lines))


def _as_ntriples(turtle: str) -> bytes:
    quads = parse(turtle.encode(), RdfFormat.TURTLE)
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""


def papers(count: int, seed: int = 1) -> dict[str, bytes]:
    """Return so many reports by slug."""
    chance = random.Random(seed)
    found = {}
    for number in range(count):
        council, day = chance.choice(COUNCILS), f"20{10 + number % 12}-03-{1 + number % 28:02}"
        slug = f"{council}-{day}-inspection-report-{number}"
        demands = tuple(chance.choices(DEMANDS, k=3))
        found[slug] = paper(slug, council, day, demands, chance.choice(("matt", "matthew", "ann")))
    return found


def put(store: Store, slug: str, triples: bytes) -> None:
    store.replace(str(IRIS.document_graph(slug)), triples)


def links(store: Store) -> bytes:
    out = io.BytesIO()
    store.dump(out, "nt", str(IRIS.links_graph))
    return b"".join(sorted(out.getvalue().splitlines(keepends=True)))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store") as opened:
        yield opened


@pytest.mark.parametrize("narrow", [True, False], ids=["narrow", "as-it-is"])
@pytest.mark.parametrize("seed", [1, 2])
def test_one_paper_after_the_other_gives_the_links_of_all(
    store: Store, monkeypatch: pytest.MonkeyPatch, narrow: bool, seed: int
) -> None:
    if narrow:
        lookout = replace(ELSEWHERE, of_issue=2, of_two=2, of_word=1)
        for module in ("around", "elsewhere", "updating"):
            monkeypatch.setattr(f"graph.links.{module}.ELSEWHERE", lookout)
    loaded = list(papers(14, seed).items())
    random.Random(seed).shuffle(loaded)
    compute_links(store)
    for slug, triples in loaded:
        put(store, slug, triples)
        report = update_links(store, [slug])
    expected, whole = derive_links(store.rows, IRIS)
    assert links(store) == expected
    assert report == whole
    for slug, _ in loaded[:5]:
        store.remove(str(IRIS.document_graph(slug)))
        update_links(store, [slug])
    assert links(store) == derive_links(store.rows, IRIS)[0]


def test_loading_a_paper_again_changes_nothing(store: Store) -> None:
    loaded = papers(6)
    for slug, triples in loaded.items():
        put(store, slug, triples)
    report, before = compute_links(store), links(store)
    for slug, triples in loaded.items():
        put(store, slug, triples)
        assert update_links(store, [slug]) == report
    assert links(store) == before


def test_paper_of_another_council_leaves_what_follows_from_the_others(store: Store) -> None:
    for slug, triples in papers(8).items():
        put(store, slug, triples)
    compute_links(store)
    before = set(links(store).splitlines())
    put(store, "x", paper("x", "westtown", "2031-01-01", DEMANDS[:1], "ann"))
    update_links(store, ["x"])
    assert before <= set(links(store).splitlines())


def test_changes_of_a_load_that_broke_off_are_taken_up(store: Store) -> None:
    loaded = list(papers(5).items())
    for slug, triples in loaded[:4]:
        put(store, slug, triples)
    compute_links(store)
    slug, triples = loaded[4]
    expect_changes(store, [slug])
    put(store, slug, triples)
    update_links(store, [])
    assert links(store) == derive_links(store.rows, IRIS)[0]


def test_decision_of_a_person_links_all_anew(store: Store) -> None:
    for slug, triples in papers(8).items():
        put(store, slug, triples)
    compute_links(store)
    wanted = f"?link <{ANS.later}> ?later ; <{ANS.earlier}> ?earlier"
    link, *_ = next(
        iter(store.rows(f"SELECT ?link {{ ?link a <{ANS.AlikeElsewhere}> . {wanted} }}"))
    )
    review = IRIS.review("1")
    decision = f'<{review}> <{ANS.reviewOf}> <{link}> ; <{ANS.reviewDecision}> "rejected" .'
    store.replace(str(IRIS.reviews_graph), _as_ntriples(decision))
    update_links(store, [])
    assert links(store) == derive_links(store.rows, IRIS)[0]
    shortcut = (
        f"ASK {{ <{link}> <{ANS.later}> ?l ; <{ANS.earlier}> ?e . ?l <{ANS.alikeElsewhere}> ?e }}"
    )
    assert b"false" in store.query(shortcut)


def test_memory_that_is_gone_or_unfinished_is_made_anew(store: Store) -> None:
    for slug, triples in papers(5).items():
        put(store, slug, triples)
    compute_links(store)
    before = links(store)
    with sqlite3.connect(Path(store.location) / FILE) as database:
        database.execute("UPDATE notes SET value = '' WHERE name = ?", (STAMP,))
    update_links(store, [])
    assert links(store) == before
    (Path(store.location) / FILE).unlink()
    update_links(store, [])
    assert links(store) == before
