from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from ontology.council_names import other_names, place_of
from ontology.register import BODIES, BadRegisterError, read_rows, register
from ontology.terms import ANS, ORG, SCHEMA, SKOS
from ontology.validation import violations
from ontology.vocabulary import vocabulary

BASE = "http://localhost:8000/"
COUNTY = {
    "urn": "80999",
    "la_code": "999",
    "gss_code": "E10000099",
    "name": "Exampleshire",
    "official_name": "Exampleshire County Council",
    "other_names": "",
    "region_code": "NW",
    "region_name": "North West",
    "region_gss_code": "E12000002",
    "authority_type": "County",
    "status": "current",
    "end_date": "",
    "statistical_neighbour_la_codes": "998 997",
}
CITY = COUNTY | {
    "la_code": "998",
    "name": "Otherton, City of",
    "official_name": "Otherton City Council",
    "authority_type": "Unitary Authority",
}
CHANGE = {
    "kind": "reorganisation",
    "authority": "Old Otherton Borough Council",
    "authority_la_code": "900",
    "successor_or_trust": "Otherton City Council",
    "successor_la_code": "998",
    "start_date": "2019-04-01",
    "end_date": "",
    "note": "made for the test",
}


def body(slug: str) -> URIRef:
    return URIRef(f"{BASE}id/body/{slug}")


def the_graph(*changes: dict[str, str]) -> Graph:
    return Graph().parse(data=register([COUNTY, CITY], changes), format="turtle", publicID=BASE)


def test_council_has_names_codes_and_type() -> None:
    graph = the_graph()
    council = body("exampleshire")
    assert graph.value(council, RDFS.label) == Literal("Exampleshire County Council")
    assert graph.value(council, ANS.shortName) == Literal("Exampleshire")
    assert graph.value(council, ANS.laCode) == Literal("999")
    assert graph.value(council, ANS.bodyType) == URIRef(f"{BASE}id/body-type/council")
    assert graph.value(council, ANS.authorityType) == Literal("County")


def test_place_is_spelled_as_its_council_spells_it() -> None:
    council = COUNTY | {"name": "St. Exam", "official_name": "St Exam Metropolitan Borough Council"}
    graph = Graph().parse(data=register([council], ()), format="turtle", publicID=BASE)
    assert graph.value(body("st-exam"), ANS.shortName) == Literal("St Exam")


def test_neighbours_are_bodies_of_the_register() -> None:
    neighbours = set(the_graph().objects(body("exampleshire"), ANS.statisticalNeighbour))
    assert neighbours == {body("otherton")}


def test_reorganisation_is_a_change_event_between_two_bodies() -> None:
    graph = the_graph(CHANGE)
    event = graph.value(predicate=RDF.type, object=ORG.ChangeEvent)
    assert graph.value(event, ORG.originalOrganization) == body("old-otherton")
    assert graph.value(event, ORG.resultingOrganization) == body("otherton")
    founded = graph.value(body("otherton"), SCHEMA.foundingDate)
    assert founded == Literal("2019-04-01", datatype=XSD.date)


def test_date_stays_as_exact_as_given() -> None:
    renaming = CHANGE | {"kind": "renaming", "authority_la_code": "998", "start_date": "2022"}
    graph = the_graph(renaming)
    assert (None, None, Literal("2022", datatype=XSD.gYear)) in graph


def test_renaming_keeps_one_body_with_its_former_name() -> None:
    graph = the_graph(CHANGE | {"kind": "renaming", "authority_la_code": "998"})
    former = Literal("Old Otherton Borough Council")
    assert (body("otherton"), SKOS.altLabel, former) in graph
    assert (None, RDF.type, ORG.ChangeEvent) not in graph


def test_trust_delivers_for_its_council_and_is_no_more_where_another_followed() -> None:
    trust = {
        "kind": "delivery-trust",
        "authority_la_code": "999",
        "successor_or_trust": "Exampleshire Children's Trust",
        "successor_la_code": "",
        "note": "named Exampleshire First since 2021",
    }
    graph = the_graph(CHANGE | trust)
    subject = body("exampleshire-childrens-trust")
    assert (subject, ANS.deliversFor, body("exampleshire")) in graph
    assert (None, ORG.originalOrganization, subject) in graph
    assert (None, ORG.resultingOrganization, body("exampleshire-first")) in graph
    assert (body("exampleshire-first"), ANS.deliversFor, body("exampleshire")) in graph


def test_change_of_unknown_kind_is_refused() -> None:
    with pytest.raises(BadRegisterError, match="merger"):
        register([COUNTY, CITY], [CHANGE | {"kind": "merger"}])


@pytest.mark.parametrize(
    ("official", "expected"),
    [
        ("London Borough of Exham", "Exham London Borough Council"),
        ("Exham Metropolitan Borough Council", "Exham MBC"),
        ("City of Exham Metropolitan District Council", "Exham Metropolitan District Council"),
        ("Exham City Council", "City of Exham"),
        ("Exham and Wye Council", "Exham & Wye Council"),
    ],
)
def test_other_names_follow_from_the_official_one(official: str, expected: str) -> None:
    register_name = "Exham and Wye" if "Wye" in official else "Exham"
    assert expected in other_names(register_name, [official])


def test_place_is_read_from_a_name_with_its_title_after_it() -> None:
    assert place_of("Exham, City of") == "Exham"
    assert place_of("Exham, Wye and Zed") == "Exham, Wye and Zed"


def test_committed_register_is_what_the_tables_give(shared_folder: Path) -> None:
    reference = shared_folder / "corpus" / "reference"
    tables = (read_rows(reference / f"{name}.csv") for name in ("authorities", "predecessors"))
    assert BODIES.read_text(encoding="utf-8") == register(*tables)


def test_register_and_vocabularies_keep_the_shapes() -> None:
    graph = Graph()
    for file in sorted(BODIES.parent.glob("*.ttl")):
        graph.parse(file, format="turtle", publicID=BASE)
    assert violations(graph) == ()


def test_no_name_means_two_bodies() -> None:
    owners: dict[str, str] = {}
    for each in vocabulary().bodies:
        for name in {name.casefold() for name in each.names}:
            assert owners.setdefault(name, each.slug) == each.slug


def test_every_body_has_a_type_of_the_vocabulary() -> None:
    types = {concept.slug for concept in vocabulary().scheme("body-type")}
    assert {each.body_type for each in vocabulary().bodies} <= types
