"""Decisions of people: they take effect, survive every loading, and are never lost."""

from __future__ import annotations

import datetime

import pytest
from pyoxigraph import Literal, NamedNode

from graph import MEMORY, Store, StoreOptions, open_store
from graph.errors import DataError
from graph.reviews import (
    Decision,
    apply_reviews,
    decide,
    decisions,
    doubtful,
    keep_all,
    link_with_reviews,
    property_named,
    read_reviews,
    undo,
    values_named,
    write_reviews,
)
from graph.reviews.decisions import BadDecision

BASE = "http://localhost:8000"
SLUG = "exampleshire-2021-01-29-inspection-report"
GRAPH = f"{BASE}/graph/document/{SLUG}"
ITEM = f"{BASE}/id/recommendation/{SLUG}-1"
DAY = datetime.date(2026, 1, 5)
TEXT = "https://w3id.org/answerable/ns#text"
HEAD = f"""
@prefix ans: <https://w3id.org/answerable/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <{BASE}/> .
"""


def item(number: int, words: str, doubt: str = "") -> str:
    name, passage = (
        f"<id/recommendation/{SLUG}-{number}>",
        f"<id/passage/{SLUG}-{number}0-{number}9>",
    )
    told = f'ans:doubt "{doubt}" ;' if doubt else ""
    return f"""
{name} a ans:Recommendation, ans:AreaForImprovement ; ans:text "{words}" ; ans:order {number} ;
  ans:kind <id/kind/area-for-improvement> ; ans:madeIn <id/document/{SLUG}> ; {told}
  ans:madeBy <id/body/ofsted> ; ans:addressedTo <id/body/tameside> ; ans:addresseeBasis "implied" ;
  ans:computedTheme <id/theme/permanence> ; ans:computedPrimaryTheme <id/theme/permanence> ;
  ans:rule "list" ; ans:evidence {passage} ;
  ans:modality <id/modality/recommended> ; ans:year 2021 ; ans:sortDate "2021-01-29"^^xsd:date .
{passage} a ans:Passage ; ans:quote "{words}" ; ans:start {number}0 ; ans:end {number}9 ;
  ans:page 2 ; ans:inDocument <id/document/{SLUG}> ; ans:supports ans:text .
<id/document/{SLUG}> a ans:Document, ans:InspectionReport ; ans:genre <id/genre/inspection-report> ;
  ans:concerns <id/body/tameside> ; ans:sortDate "2021-01-29"^^xsd:date ; ans:year 2021 .
<id/part/{SLUG}-{number}-1> a ans:RecommendationPart ; ans:partOf {name} ; ans:order 1 ;
  ans:text "A part." ; ans:evidence {passage} ; ans:rule "list" .
"""


def put(store: Store, *items: str) -> None:
    import pyoxigraph

    from graph.formats import in_format

    text = HEAD + "".join(items)
    quads = pyoxigraph.parse(text.encode(), pyoxigraph.RdfFormat.TURTLE)
    store.replace(GRAPH, in_format([quad.triple for quad in quads], "nt"))


def empty_store() -> Store:
    return open_store(MEMORY, options=StoreOptions(with_reference=False))


@pytest.fixture
def store() -> Store:
    opened = empty_store()
    put(opened, item(1, "Visits to children.", "no end is printed"), item(2, "Plans for leavers."))
    return opened


def said(store: Store, thing: str = ITEM, name: str = "text") -> list[str]:
    query = (
        f"SELECT ?v WHERE {{ <{thing}> <https://w3id.org/answerable/ns#{name}> ?v }} ORDER BY ?v"
    )
    return [value for (value,) in store.rows(query)]


def decision(verdict: str = "rejected", **more: object) -> Decision:
    given = {"thing": ITEM, "verdict": verdict, "by": "A. Reader", "on": DAY}
    return Decision(**{**given, **more})  # type: ignore[arg-type]


def correction(words: str = "Timely visits.") -> Decision:
    return decision("corrected", property=TEXT, values=(Literal(words),))


def test_correction_replaces_the_value_and_says_whose_it_is(store: Store) -> None:
    decide(store, correction())
    assert said(store) == ["Timely visits."]
    kept = decisions(store)[0]
    assert (kept.by, kept.on, kept.words) == ("A. Reader", DAY, "Visits to children.")
    assert said(store, f"{BASE}/id/document/{SLUG}", "appliesReview") == [
        f"{BASE}/id/review/recommendation-{SLUG}-1-text"
    ]


def test_correction_survives_loading_the_document_again(store: Store) -> None:
    decide(store, correction())
    put(store, item(1, "Visits to children."), item(2, "Plans for leavers."))
    assert said(store) == ["Visits to children."]
    assert apply_reviews(store).in_force == 1
    assert said(store) == ["Timely visits."]


def test_applying_twice_changes_nothing(store: Store) -> None:
    decide(store, correction())
    before = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "nt")
    apply_reviews(store)
    after = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "nt")
    assert sorted(before.splitlines()) == sorted(after.splitlines())


def test_decision_moves_with_its_words_to_another_number(store: Store) -> None:
    decide(store, correction())
    put(store, item(1, "Something new."), item(2, "Visits to children."))
    assert apply_reviews(store).orphans == ()
    assert said(store) == ["Something new."]
    assert said(store, f"{ITEM[:-1]}2") == ["Timely visits."]


def test_decision_without_its_words_is_reported_and_kept(store: Store) -> None:
    decide(store, correction())
    put(store, item(1, "Something new."))
    report = apply_reviews(store)
    assert [orphan.decision.thing for orphan in report.orphans] == [ITEM]
    assert "words" in report.orphans[0].reason
    assert said(store) == ["Something new."]
    assert len(decisions(store)) == 1


def test_rejected_thing_is_gone_with_its_parts(store: Store) -> None:
    decide(store, decision())
    assert not store.holds(f"{BASE}/id/part/{SLUG}-1-1")
    assert said(store) == []
    assert apply_reviews(store).orphans == ()
    put(store, item(1, "Visits to children."))
    apply_reviews(store)
    assert said(store) == []


def test_undoing_puts_all_back(store: Store) -> None:
    before = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "nt")
    decide(store, decision())
    assert undo(store, ITEM)
    after = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "nt")
    assert sorted(before.splitlines()) == sorted(after.splitlines())
    assert undo(store, ITEM) is None


def test_later_decision_takes_the_place_of_the_earlier(store: Store) -> None:
    decide(store, decision())
    decide(store, decision("accepted"))
    assert said(store) == ["Visits to children."]
    assert [each.verdict for each in decisions(store)] == ["accepted"]


def test_accepted_doubt_is_no_longer_listed(store: Store) -> None:
    assert [(each.thing, each.page, each.words) for each in doubtful(store)] == [
        (ITEM, 2, "Visits to children.")
    ]
    decide(store, decision("accepted"))
    assert doubtful(store) == ()


def test_rejected_value_is_gone_and_the_others_stay(store: Store) -> None:
    theme = NamedNode(f"{BASE}/id/theme/permanence")
    name = property_named("computedTheme")
    decide(store, decision(property=name, values=(theme,)))
    assert said(store, name="computedTheme") == []
    assert said(store) == ["Visits to children."]


def test_correction_that_breaks_a_shape_is_refused_and_changes_nothing(store: Store) -> None:
    decide(store, correction())
    wrong = decision("corrected", property=property_named("order"), values=(Literal("first"),))
    with pytest.raises(BadDecision, match="decided so"):
        decide(store, wrong)
    assert said(store, name="order") == ["1"]
    assert said(store) == ["Timely visits."]


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "doubted"},
        {"by": " "},
        {"verdict": "corrected"},
    ],
    ids=["verdict", "nobody", "nothing"],
)
def test_decision_that_says_nothing_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(BadDecision):
        decision(**wrong)


def test_unknown_thing_is_refused(store: Store) -> None:
    with pytest.raises(BadDecision, match="no document"):
        decide(store, decision(thing=f"{BASE}/id/recommendation/nowhere-1"))
    with pytest.raises(BadDecision, match="no thing of"):
        decide(store, decision(thing="http://example.org/x"))


def test_values_are_read_as_their_property_has_them(store: Store) -> None:
    def value(name: str, word: str) -> object:
        return values_named(store, ITEM, property_named(name), [word])[0]

    assert value("computedTheme", "permanence") == NamedNode(f"{BASE}/id/theme/permanence")
    assert value("addressedTo", "body/ofsted") == NamedNode(f"{BASE}/id/body/ofsted")
    assert value("order", "3") == Literal("3", datatype=NamedNode(property_xsd("integer")))
    assert value("due", "2026-01-05") == Literal(
        "2026-01-05", datatype=NamedNode(property_xsd("date"))
    )
    assert value("text", "Words") == Literal("Words")
    for name, word in (
        ("addressedTo", "body/nobody-at-all"),
        ("legalBasis", "x/y"),
        ("grade", "good"),
    ):
        if name != "legalBasis":
            with pytest.raises(BadDecision):
                value(name, word)


def property_xsd(local: str) -> str:
    return property_named(f"xsd:{local}")


def test_unknown_property_is_refused() -> None:
    for name in ("txet", "foo:bar", "Recommendation"):
        with pytest.raises(BadDecision):
            property_named(name)


@pytest.mark.parametrize("suffix", ["csv", "ttl"])
def test_file_of_decisions_can_be_loaded_elsewhere(store: Store, suffix: str) -> None:
    decide(store, correction())
    decide(store, decision("accepted", note="read beside the page"))
    written = write_reviews(decisions(store), suffix, store.iris)
    other = empty_store()
    put(other, item(1, "Visits to children."))
    assert keep_all(other, read_reviews(written, suffix, other)).in_force == 2
    assert said(other) == ["Timely visits."]
    assert [each.note for each in decisions(other)] == ["read beside the page", ""]


def test_table_may_have_other_columns_and_rows_without_decision(store: Store) -> None:
    table = (
        "document,thing,doubt,decision,by,on\n"
        f"d,recommendation/{SLUG}-1,why,rejected,A. Reader,2026-01-05\n"
        f"d,recommendation/{SLUG}-2,why,,,\n"
    )
    read = read_reviews(table.encode(), "csv", store)
    assert [each.thing for each in read] == [ITEM]
    keep_all(store, read)
    assert [each.words for each in decisions(store)] == ["Visits to children."]


@pytest.mark.parametrize(
    ("data", "suffix"), [("a,b\n", "csv"), ("<", "ttl"), ("", "xlsx")], ids=["csv", "ttl", "form"]
)
def test_file_that_is_no_file_of_decisions_is_refused(store: Store, data: str, suffix: str) -> None:
    with pytest.raises(DataError):
        read_reviews(data.encode(), suffix, store)


def test_rejected_statement_does_not_come_back_with_the_links(store: Store) -> None:
    link_with_reviews(store)
    assert said(store, name="theme") == [f"{BASE}/id/theme/permanence"]
    decide(store, decision(property=property_named("theme")))
    link_with_reviews(store)
    assert said(store, name="theme") == []
