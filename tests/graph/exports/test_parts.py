"""Parts of a graph: every format writes them, and they hold what they are called after."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pandas
import pyoxigraph
import pytest

from graph.errors import ParameterError
from graph.exports import FORMATS, Part
from graph.exports.parts import part_of
from graph.store import Store

Write = Callable[..., bytes]
ANS = "https://w3id.org/answerable/ns#"
ITEMS = "SELECT ?i ?o WHERE { ?i a <%sRecommendation> . OPTIONAL { ?i <%s%s> ?o } }"


def items(store: Store, about: str) -> Iterator[tuple[str, ...]]:
    return store.rows(ITEMS % (ANS, ANS, about))


def test_part_of_a_body_has_all_its_recommendations_and_no_others(papers: Store) -> None:
    with part_of(papers, Part(body="sampleton")) as part:
        found = {iri for iri, _ in items(part, "text")}
    expected = {iri for iri, _ in items(papers, "text") if "/sampleton-" in iri}
    assert found == expected


def test_part_of_a_theme_has_only_items_of_that_theme(papers: Store) -> None:
    with part_of(papers, Part(theme="permanence")) as part:
        found = list(items(part, "theme"))
    assert found
    assert {iri for iri, theme in found if theme.endswith("/permanence")} == {i for i, _ in found}


def test_part_of_a_period_has_only_items_of_that_time(papers: Store) -> None:
    with part_of(papers, Part(first="2019", last="2021-06")) as part:
        years = {year for _, year in items(part, "year")}
    assert years == {"2019"}


def test_part_of_a_kind_has_these_things_and_their_evidence(papers: Store) -> None:
    with part_of(papers, Part(body="exampleshire", kinds=("priority-action",))) as part:
        evidence = list(items(part, "evidence"))
        passages = {row[0] for row in part.rows(f"SELECT ?p WHERE {{ ?p a <{ANS}Passage> }}")}
    assert {passage for _, passage in evidence} == passages
    assert len({iri for iri, _ in evidence}) == 4


def test_part_keeps_names_of_what_its_things_name(papers: Store) -> None:
    query = f"ASK {{ ?b a <{ANS}Body> ; <http://www.w3.org/2000/01/rdf-schema#label> 'Ofsted' }}"
    with part_of(papers, Part(body="sampleton")) as part:
        assert b"true" in part.query(query)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_a_part(written: Write, name: str) -> None:
    whole, part = written(name), written(name, Part(body="sampleton"))
    assert 0 < len(part) < len(whole)


def test_quads_of_a_part_are_quads_of_the_whole(written: Write) -> None:
    whole, part = (set(written("nq", p).splitlines()) for p in (Part(), Part(theme="permanence")))
    assert part < whole


def test_tracker_of_a_body_shows_that_body_alone(written: Write) -> None:
    data = io.BytesIO(written("xlsx", Part(body="sampleton")))
    tracker = pandas.read_excel(data, header=2, engine="calamine")
    assert set(tracker["About"]) == {"Sampleton Borough Council"}


@pytest.mark.parametrize(
    "part", [Part(body="nowhere"), Part(theme="no-theme"), Part(first="soon"), Part(kinds=("x",))]
)
def test_part_that_there_is_not_is_refused(papers: Store, part: Part) -> None:
    with pytest.raises(ParameterError), part_of(papers, part):
        pass


def test_part_can_be_loaded_again(written: Write) -> None:
    quads = list(
        pyoxigraph.parse(written("nq", Part(body="sampleton")), pyoxigraph.RdfFormat.N_QUADS)
    )
    assert len(quads) > 100
