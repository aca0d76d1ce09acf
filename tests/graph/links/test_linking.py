from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import Graph, URIRef

from graph import MEMORY, Store, open_store
from graph.links import LinkReport, compute_links
from graph.links.linking import derive_links
from graph.links.reading import read_facts
from ontology.iris import Iris
from ontology.terms import ANS

STORY = Path(__file__).parent / "story.trig"
IRIS = Iris()
LODGINGS = IRIS.recommendation("exampleshire-2016-12-09-inspection-report-1")
VISIT = IRIS.inspection("exampleshire-2022-05-from-exampleshire-2022-06-21-committee-report-1")
QUOTED = IRIS.recommendation("exampleshire-from-exampleshire-2022-06-21-committee-report-1")


def reference(slug: str) -> URIRef:
    return IRIS.reference(f"exampleshire-{slug}")


def story() -> Store:
    """The story of Exampleshire in a store of its own, without links."""
    store = open_store(MEMORY)
    quads = parse(path=STORY, format=RdfFormat.TRIG)
    for graph, triples in groupby(quads, key=lambda quad: quad.graph_name.value):
        store.replace(graph, serialize((q.triple for q in triples), format=RdfFormat.N_TRIPLES))
    return store


@pytest.fixture(scope="module")
def store() -> Store:
    return story()


@pytest.fixture(scope="module")
def derived(store: Store) -> tuple[bytes, LinkReport]:
    return derive_links(store.rows, IRIS)


@pytest.fixture(scope="module")
def links(derived: tuple[bytes, LinkReport]) -> Graph:
    return Graph().parse(data=derived[0], format="nt")


def test_letter_refers_to_the_recommendation_that_it_reviews(links: Graph) -> None:
    restatement = reference("2017-09-20-monitoring-letter-2")
    assert links.value(restatement, ANS.refersTo) == LODGINGS
    assert links.value(restatement, ANS.arisesFrom) == IRIS.inspection("exampleshire-2016-09-26")
    assessment = IRIS.assessment("exampleshire-2017-09-20-monitoring-letter-1")
    assert links.value(assessment, ANS.assessmentOf) == LODGINGS


def test_month_of_publication_refers_to_the_inspection(links: Graph) -> None:
    mention = reference("2017-09-20-monitoring-letter-1")
    assert links.value(mention, ANS.refersTo) == IRIS.inspection("exampleshire-2016-09-26")


def test_two_tellers_share_a_stand_in_with_their_evidence(links: Graph) -> None:
    tellers = ["2022-06-21-committee-report-1", "2024-07-01-commissioner-report-1"]
    assert {links.value(reference(each), ANS.refersTo) for each in tellers} == {QUOTED}
    assert len(set(links.objects(QUOTED, ANS.knownOnlyFrom))) == 2
    assert len(set(links.objects(QUOTED, ANS.evidence))) == 2
    assert links.value(QUOTED, ANS.arisesFrom) == VISIT
    assert str(links.value(QUOTED, ANS.sortDate)) == "2022-05-01"
    assert links.value(VISIT, ANS.inspects) == IRIS.body("exampleshire")


def test_theme_printed_over_a_restatement_counts_for_the_recommendation(links: Graph) -> None:
    assert links.value(LODGINGS, ANS.primaryTheme) == IRIS.theme("care-leavers-offer-accommodation")
    assert str(links.value(LODGINGS, ANS.themeBasis)) == "printed"


def test_news_about_a_board_is_taken_from_the_letter_to_its_council(links: Graph) -> None:
    letter = IRIS.document("exampleshire-2017-09-20-monitoring-letter")
    news = IRIS.document("exampleshire-2017-10-02-news-article")
    assert (news, ANS.discusses, letter) in links
    statement = IRIS.assessment("exampleshire-2017-10-02-news-article-1")
    assert links.value(statement, ANS.reportedFrom) == letter


def test_letter_that_is_not_loaded_is_a_stand_in_of_its_class(links: Graph) -> None:
    paper = IRIS.document("exampleshire-2022-06-21-committee-report")
    letter = links.value(paper, ANS.repliesTo)
    assert (letter, None, ANS.FocusedVisitLetter) in links
    assert links.value(letter, ANS.knownOnlyFrom) == paper


def test_stand_in_recurs_from_what_was_asked_before(links: Graph) -> None:
    assert (QUOTED, ANS.recursFrom, LODGINGS) in links
    recurrence = links.value(predicate=ANS.later, object=QUOTED)
    assert "lodgings" in str(links.value(recurrence, ANS.reason))


def test_other_council_is_alike_elsewhere(links: Graph) -> None:
    there = IRIS.recommendation("otherton-2020-03-01-inspection-report-1")
    assert (there, ANS.alikeElsewhere, LODGINGS) in links


def test_visit_follows_the_inspection(links: Graph) -> None:
    visit, full = (IRIS.inspection(f"exampleshire-{day}") for day in ("2017-09-12", "2016-09-26"))
    assert links.value(visit, ANS.previousInspection) == full
    assert links.value(VISIT, ANS.previousInspection) == visit


def test_report_counts_what_was_found(derived: tuple[bytes, LinkReport]) -> None:
    ntriples, report = derived
    assert (report.recommendations, report.restatements, report.resolved) == (3, 4, 4)
    assert (report.stand_ins, report.themes.printed, report.themes.agreeing) == (1, 2, 1)
    assert report.triples == len(set(ntriples.splitlines()))


def test_linking_again_over_its_own_links_changes_nothing() -> None:
    linked = story()
    first = compute_links(linked)
    assert compute_links(linked) == first
    assert linked.count(str(IRIS.links_graph)) == first.triples


def test_rejected_recurrence_keeps_its_node_and_loses_its_shortcut(links: Graph) -> None:
    recurrence = links.value(predicate=ANS.later, object=QUOTED)
    reviewed, review = story(), IRIS.review("1")
    decision = (
        f"<{review}> <{ANS.reviewOf}> <{recurrence}> .\n"
        f'<{review}> <{ANS.reviewDecision}> "rejected" .\n'
    )
    reviewed.replace(str(IRIS.reviews_graph), decision.encode())
    changed = Graph().parse(data=derive_links(reviewed.rows, IRIS)[0], format="nt")
    assert (QUOTED, ANS.recursFrom, LODGINGS) not in changed
    assert (recurrence, ANS.later, QUOTED) in changed


def test_sub_items_are_read_with_their_item(store: Store) -> None:
    items = {item.iri: item for item in read_facts(store.rows).items}
    caseloads = items[str(IRIS.recommendation("exampleshire-2016-12-09-inspection-report-2"))]
    assert caseloads.parts == ("in the duty team",)


def decided(verdict: str, thing: URIRef, prop: URIRef, *values: URIRef) -> Graph:
    """Return the links of the story after a person's decision on a property."""
    reviewed, review = story(), IRIS.review("1")
    lines = [
        f"<{review}> <{ANS.reviewOf}> <{thing}> .",
        f'<{review}> <{ANS.reviewDecision}> "{verdict}" .',
        f"<{review}> <{ANS.reviewedProperty}> <{prop}> .",
        *(f"<{review}> <{ANS.reviewedValue}> <{value}> ." for value in values),
    ]
    reviewed.replace(str(IRIS.reviews_graph), "\n".join(lines).encode())
    return Graph().parse(data=derive_links(reviewed.rows, IRIS)[0], format="nt")


def test_corrected_meaning_of_a_reference_is_followed(links: Graph) -> None:
    restatement = reference("2017-09-20-monitoring-letter-2")
    right = IRIS.recommendation("exampleshire-2016-12-09-inspection-report-2")
    changed = decided("corrected", restatement, ANS.refersTo, right)
    assert links.value(restatement, ANS.refersTo) == LODGINGS
    assert set(changed.objects(restatement, ANS.refersTo)) == {right}
    assessment = IRIS.assessment("exampleshire-2017-09-20-monitoring-letter-1")
    assert set(changed.objects(assessment, ANS.assessmentOf)) == {right}


@pytest.mark.parametrize("values", [(), (LODGINGS,)], ids=["any", "named"])
def test_rejected_meaning_of_a_reference_is_left_out(values: tuple[URIRef, ...]) -> None:
    restatement = reference("2017-09-20-monitoring-letter-2")
    changed = decided("rejected", restatement, ANS.refersTo, *values)
    assert not set(changed.objects(restatement, ANS.refersTo))


def test_corrected_relation_of_a_recurrence_changes_its_shortcut(links: Graph) -> None:
    recurrence = links.value(predicate=ANS.later, object=QUOTED)
    changed = decided("corrected", URIRef(str(recurrence)), ANS.relation,
                      IRIS.concept("relation", "related"))  # fmt: skip
    assert (QUOTED, ANS.relatedTo, LODGINGS) in changed
    assert (QUOTED, ANS.recursFrom, LODGINGS) not in changed
