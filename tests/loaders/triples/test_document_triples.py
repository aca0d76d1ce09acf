from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef

from loaders.records import (
    Actor,
    Assessment,
    DocumentReference,
    Duty,
    InspectionReference,
    Inspector,
    Judgement,
    Part,
    PartialDate,
    PostHolding,
    Requirement,
    Response,
    StatedInspection,
)
from loaders.triples import document_graph, document_triples, renamed
from loaders.triples.collected import ntriples_term
from loaders.triples.slugs import full_name
from ontology.iris import Iris
from ontology.terms import ANS, DCTERMS, FOAF, ORG, PROV, SCHEMA, SKOS
from ontology.validation import violations_of_ntriples
from tests.loaders.documents import (
    COMMISSIONER,
    COUNCIL,
    DIRECTOR,
    OFSTED,
    TEXT,
    item,
    quoted,
    record,
    source,
)

INTERVIEWS = "The timeliness of return home interviews."
PLANS = "Plans must be agreed by the Commissioner."
SLUG = "exampleshire-2021-01-29-inspection-report"
IRIS = Iris("http://graph.test")
FACT: dict[str, Any] = {"evidence": quoted(PLANS, source()), "rule": "test-rule"}


def graph_of(**findings: Any) -> Graph:
    slug, graph = document_graph(record(**findings), IRIS)
    assert slug == SLUG
    assert violations_of_ntriples(document_triples(record(**findings), IRIS)[1].ntriples()) == ()
    return graph


def test_the_document_has_genre_title_council_and_dates() -> None:
    graph, document = graph_of(), IRIS.document(SLUG)
    assert {ANS.Document, ANS.InspectionReport} <= set(graph.objects(document, RDF.type))
    assert graph.value(document, DCTERMS.title) == Literal("Inspection of Exampleshire")
    assert graph.value(document, ANS.concerns) == IRIS.body("exampleshire")
    assert graph.value(document, ANS.sortDate) == Literal("2021-01-29", datatype=XSD.date)
    assert graph.value(document, DCTERMS.issued) is None


@pytest.mark.parametrize(
    ("published", "slug", "datatype"),
    [
        (PartialDate(2021, 3), "exampleshire-2021-03-inspection-report", XSD.gYearMonth),
        (PartialDate(2021), "exampleshire-2021-inspection-report", XSD.gYear),
    ],
    ids=["month", "year"],
)
def test_a_printed_date_is_as_exact_as_printed(
    published: PartialDate, slug: str, datatype: URIRef
) -> None:
    found, graph = document_graph(record(published=published), IRIS)
    assert found == slug
    issued = graph.value(IRIS.document(slug), DCTERMS.issued)
    assert isinstance(issued, Literal) and issued.datatype == datatype


def test_a_document_without_any_date_is_named_by_its_bytes() -> None:
    slug, graph = document_graph(record(inspection=None), IRIS)
    assert slug == f"exampleshire-{source().sha256[:8]}-inspection-report"
    assert graph.value(IRIS.document(slug), ANS.sortDate) is None


def test_the_graph_was_generated_by_an_extraction_that_names_the_bytes() -> None:
    graph = graph_of()
    extraction = graph.value(IRIS.document_graph(SLUG), PROV.wasGeneratedBy)
    assert graph.value(extraction, ANS.sha256) == Literal(source().sha256)


def test_an_item_has_its_words_kind_addressee_and_evidence() -> None:
    graph = graph_of(recommendations=(item(INTERVIEWS, themes=("permanence",)),))
    thing = IRIS.recommendation(f"{SLUG}-1")
    assert {ANS.Recommendation, ANS.AreaForImprovement} <= set(graph.objects(thing, RDF.type))
    assert graph.value(thing, ANS.addressedTo) == IRIS.body("exampleshire")
    assert graph.value(thing, ANS.addresseeBasis) == Literal("implied")
    assert graph.value(thing, ANS.arisesFrom) == IRIS.inspection("exampleshire-2021-01-18")
    assert graph.value(thing, ANS.computedPrimaryTheme) == IRIS.theme("permanence")
    passage = graph.value(thing, ANS.evidence)
    start = TEXT.index(INTERVIEWS)
    assert passage == IRIS.passage(SLUG, start, start + len(INTERVIEWS))
    assert graph.value(passage, ANS.quote) == Literal(INTERVIEWS)
    assert graph.value(passage, ANS.supports) == ANS.text


def test_who_is_named_must_act_and_who_agrees_is_no_addressee() -> None:
    duty = Duty(bearers=(DIRECTOR,), agreed_by=(COMMISSIONER,), modality=("must",))
    graph = graph_of(recommendations=(item(PLANS, duty=duty),))
    thing = IRIS.recommendation(f"{SLUG}-1")
    post = IRIS.post("exampleshire", "director-of-childrens-services")
    assert list(graph.objects(thing, ANS.addressedTo)) == [post]
    assert graph.value(thing, ANS.addresseeBasis) == Literal("printed")
    assert graph.value(thing, ANS.agreedBy) == IRIS.role("commissioner")
    assert graph.value(post, ORG.postIn) == IRIS.body("exampleshire")


def test_a_printed_post_is_a_role_and_a_group_without_a_name_is_of_this_document() -> None:
    lead = Actor("role", "Finance lead")
    panel = Actor("body", "Panel", body_type="group", serves="exampleshire")
    graph = graph_of(recommendations=(item(PLANS, duty=Duty(bearers=(lead, panel))),))
    role, body = IRIS.role("finance-lead"), IRIS.body(f"{SLUG}-panel")
    addressed = set(graph.objects(IRIS.recommendation(f"{SLUG}-1"), ANS.addressedTo))
    assert addressed == {role, body}
    assert graph.value(role, SKOS.prefLabel) == Literal("Finance lead")
    assert graph.value(body, RDFS.label) == Literal("Panel")


def test_actors_of_a_part_are_repeated_on_its_item() -> None:
    part = Part(
        order=1,
        text=PLANS,
        evidence=quoted(PLANS, source()),
        duty=Duty(bearers=(DIRECTOR,), agreed_by=(COMMISSIONER,)),
    )
    graph = graph_of(recommendations=(item(INTERVIEWS, parts=(part,)),))
    thing, found = IRIS.recommendation(f"{SLUG}-1"), IRIS.part(f"{SLUG}-1-1")
    assert graph.value(found, ANS.partOf) == thing
    assert graph.value(thing, ANS.agreedBy) == IRIS.role("commissioner")
    assert list(graph.objects(thing, ANS.addressedTo)) == [IRIS.body("exampleshire")]


def test_a_restated_item_is_a_reference_with_what_is_said_of_its_origin() -> None:
    origin = StatedInspection(date=PartialDate(2016), grade="inadequate")
    graph = graph_of(recommendations=(item(PLANS, role="restated", origin=origin),))
    thing = IRIS.reference(f"{SLUG}-1")
    assert {ANS.Reference, ANS.Restatement} <= set(graph.objects(thing, RDF.type))
    assert graph.value(thing, ANS.statedYear) == Literal(2016)
    assert graph.value(thing, ANS.sortDate) == Literal("2016-01-01", datatype=XSD.date)
    assert not list(graph.subjects(RDF.type, ANS.Recommendation))


def test_what_is_put_to_a_meeting_is_a_resolution_of_no_inspection() -> None:
    resolution = item(PLANS, role="put-to-council", kind="recommendation")
    graph = graph_of(recommendations=(resolution,))
    thing = IRIS.recommendation(f"{SLUG}-1")
    assert ANS.Resolution in set(graph.objects(thing, RDF.type))
    assert graph.value(thing, ANS.kind) == IRIS.concept("kind", "resolution")
    assert graph.value(thing, ANS.arisesFrom) is None


def test_a_requirement_is_numbered_after_the_items() -> None:
    required = Requirement(
        text=PLANS, responsible=COUNCIL, deadline=datetime.date(2021, 6, 1), **FACT
    )
    graph = graph_of(recommendations=(item(INTERVIEWS),), requirements=(required,))
    thing = IRIS.recommendation(f"{SLUG}-2")
    assert graph.value(thing, ANS.due) == Literal("2021-06-01", datatype=XSD.date)
    assert ANS.Requirement in set(graph.objects(thing, RDF.type))


def test_the_inspection_has_windows_type_bodies_and_team() -> None:
    team = (
        Inspector(name="Ada Sample HMI", role="His Majesty’s Inspector", lead=True, **FACT),
        Inspector(name="Morgan", role=None, lead=False, **FACT),
    )
    graph = graph_of(inspectors=team)
    thing, person = IRIS.inspection("exampleshire-2021-01-18"), IRIS.person("ada-sample-ofsted")
    assert graph.value(thing, SCHEMA.endDate) == Literal("2021-01-29", datatype=XSD.date)
    assert graph.value(thing, ANS.fieldwork) == Literal("2021-01-18/2021-01-29")
    assert graph.value(thing, ANS.leadInspector) == person
    assert graph.value(person, FOAF.name) == Literal("Ada Sample")
    assert list(graph.subjects(RDF.type, ANS.Person)) == [person]


def test_the_council_of_an_inspected_board_is_inspected_too() -> None:
    board = Actor(
        kind="body",
        label="Exampleshire Safeguarding Children Board",
        body="exampleshire-safeguarding-children-board",
        body_type="safeguarding-children-board",
        serves="exampleshire",
    )
    inspected = replace(record().findings.inspection, inspects=(board,))  # type: ignore[type-var]
    graph = graph_of(concerns=board, inspection=inspected)
    thing = IRIS.inspection("exampleshire-2021-01-18")
    bodies = {IRIS.body("exampleshire"), IRIS.body(board.body or "")}
    assert set(graph.objects(thing, ANS.inspects)) == bodies
    assert graph.value(IRIS.body(board.body or ""), ANS.serves) == IRIS.body("exampleshire")


def test_a_judgement_keeps_the_printed_words() -> None:
    judgement = Judgement(
        area="overall-effectiveness",
        area_as_printed="Overall effectiveness",
        grade="good",
        grade_as_printed="Good",
        body=COUNCIL,
        **FACT,
    )
    graph = graph_of(judgements=(judgement,))
    thing = IRIS.judgement(f"{SLUG}-1")
    assert graph.value(thing, ANS.grade) == IRIS.concept("grade", "good")
    assert graph.value(thing, ANS.gradeAsPrinted) == Literal("Good")


def assessed(**more: Any) -> Assessment:
    given: dict[str, Any] = {"progress": "some-progress", "sentences": (PLANS,), **FACT}
    return Assessment(**given | more)


def test_an_assessment_of_an_item_points_at_it() -> None:
    restated = item(PLANS, role="restated")
    graph = graph_of(
        recommendations=(restated,), assessments=(assessed(item=1, assessed_by=OFSTED),)
    )
    thing = IRIS.assessment(f"{SLUG}-1")
    assert graph.value(thing, ANS.assesses) == IRIS.reference(f"{SLUG}-1")
    assert graph.value(thing, ANS.assessedOn) == Literal("2021-01-29", datatype=XSD.date)
    assert graph.value(thing, ANS.assessedBy) == IRIS.body("ofsted")


def test_what_an_assessment_does_not_name_is_there_in_its_sentence() -> None:
    graph = graph_of(assessments=(assessed(),))
    thing = IRIS.assessment(f"{SLUG}-1")
    focus = graph.value(thing, ANS.assesses)
    assert str(graph.value(focus, ANS.text)) == " ".join(assessed().sentences)
    assert graph.value(thing, ANS.assessedAsPrinted) is None


def test_an_assessed_judgement_area_is_the_area_itself() -> None:
    graph = graph_of(assessments=(assessed(area="Care leavers", judgement_area="care-leavers"),))
    thing = IRIS.assessment(f"{SLUG}-1")
    assert graph.value(thing, ANS.assesses) == IRIS.concept("area", "care-leavers")
    assert graph.value(thing, ANS.assessedAsPrinted) == Literal("Care leavers")
    assert not list(graph.subjects(RDF.type, ANS.FocusArea))


def test_an_assessed_area_is_a_focus_area() -> None:
    graph = graph_of(assessments=(assessed(area="care leavers"),))
    focus = IRIS.focus_area(f"{SLUG}-1")
    assert graph.value(IRIS.assessment(f"{SLUG}-1"), ANS.assesses) == focus
    assert graph.value(focus, ANS.text) == Literal("care leavers")


def test_an_assessment_taken_over_is_no_second_one() -> None:
    letter = DocumentReference(text="the letter", genre="monitoring-letter", **FACT)
    graph = graph_of(
        assessments=(assessed(area="care leavers", reported_from=0),),
        document_references=(letter,),
    )
    thing = IRIS.assessment(f"{SLUG}-1")
    assert graph.value(thing, ANS.reportedFrom) == IRIS.reference(f"{SLUG}-document-1")
    assert graph.value(thing, ANS.assessedIn) is None


def test_references_keep_what_is_said_and_nothing_more() -> None:
    stated = StatedInspection(date=PartialDate(2016, 12), grade="inadequate")
    mention = InspectionReference(text=PLANS, stated=stated, **FACT)
    graph = graph_of(inspection_references=(mention,))
    thing = IRIS.reference(f"{SLUG}-inspection-1")
    assert graph.value(thing, ANS.statedDate) == Literal(
        "2016-12", datatype=XSD.gYearMonth, normalize=False
    )
    assert graph.value(thing, ANS.statedType) is None


def test_a_grade_of_one_area_and_the_end_of_a_period_are_stated_apart() -> None:
    stated = StatedInspection(
        date=PartialDate(2017, 2, 6),
        end=PartialDate(2017, 2, 10),
        grade="good",
        area="care-leavers",
    )
    reference = InspectionReference(text=PLANS, stated=stated, **FACT)
    graph = graph_of(inspection_references=(reference,))
    thing = IRIS.reference(f"{SLUG}-inspection-1")
    assert str(graph.value(thing, ANS.statedEndDate)) == "2017-02-10"
    assert graph.value(thing, ANS.statedArea) == IRIS.concept("area", "care-leavers")


def test_a_response_to_nothing_named_is_none() -> None:
    response = Response(position="accepted", responder=COUNCIL, **FACT)
    graph = graph_of(responses=(response,))
    assert not list(graph.subjects(RDF.type, ANS.Response))


def test_a_post_is_held_by_the_person_who_is_named_in_full() -> None:
    holding = PostHolding(
        post=DIRECTOR, name="Cllr Robin Test", in_post_on=PartialDate(2021, 1, 29), **FACT
    )
    graph = graph_of(post_holdings=(holding,))
    thing = IRIS.tenure(f"{SLUG}-1")
    assert graph.value(thing, ORG.member) == IRIS.person("robin-test-exampleshire")
    assert graph.value(thing, ANS.ofPost) == IRIS.post(
        "exampleshire", "director-of-childrens-services"
    )


def test_several_posts_of_one_entry_have_one_holder() -> None:
    trust = Actor(kind="post", label="Director", body="sample-trust", role=DIRECTOR.role)
    holdings = tuple(PostHolding(post=post, name="Ann Test", **FACT) for post in (DIRECTOR, trust))
    graph = graph_of(addressees=holdings)
    (person,) = set(graph.objects(None, ORG.member))
    assert person == graph.value(IRIS.document(SLUG), ANS.addressee)
    assert len(set(graph.objects(None, ORG.organization))) == 2


def test_a_leader_named_without_a_post_belongs_to_the_body() -> None:
    graph = graph_of(post_holdings=(PostHolding(post=COUNCIL, name="Ann Test", **FACT),))
    thing = IRIS.tenure(f"{SLUG}-1")
    assert graph.value(thing, ORG.organization) == IRIS.body("exampleshire")
    assert graph.value(thing, ANS.ofPost) is None


def test_a_local_body_is_described_and_one_of_the_register_is_not() -> None:
    group = Actor(kind="body", label="schools", body="exampleshire-schools", body_type="group")
    graph = graph_of(bodies=(group, OFSTED))
    assert graph.value(IRIS.body("exampleshire-schools"), RDFS.label) == Literal("schools")
    assert graph.value(IRIS.body("ofsted"), RDFS.label) is None


NAMES = {
    "Ada Sample HMI": "Ada Sample",
    "Ada Sample KPM, BSc": "Ada Sample",
    "Cllr Robin O’Test": "Robin O’Test",
    "Dr Mary-Jane van der Test (AI)": "Mary-Jane van der Test",
    "Morgan": None,
    "the director": None,
}


@pytest.mark.parametrize(("printed", "name"), NAMES.items(), ids=list(NAMES))
def test_only_full_names_are_people(printed: str, name: str | None) -> None:
    assert full_name(printed) == name


def test_the_same_record_gives_the_same_sorted_bytes() -> None:
    made = [document_triples(record(recommendations=(item(PLANS),)), IRIS)[1] for _ in range(2)]
    assert made[0].ntriples() == made[1].ntriples()
    lines = made[0].ntriples().splitlines()
    assert lines == sorted(lines) and len(lines) == len(made[0])


def test_terms_are_written_as_ntriples() -> None:
    assert ntriples_term(Literal('a "b"\n\\')) == '"a \\"b\\"\\n\\\\"'
    assert ntriples_term(Literal("x", lang="en")) == '"x"@en'


def test_written_triples_are_read_back_as_they_were() -> None:
    triples = document_triples(record(recommendations=(item(INTERVIEWS),)), IRIS)[1]
    assert set(Graph().parse(data=triples.ntriples(), format="nt")) == set(triples.graph())


def test_a_second_document_of_one_slug_is_renamed_whole() -> None:
    first = record(recommendations=(item(PLANS),))
    _, triples = document_triples(first, IRIS)
    _, wanted = document_triples(first, IRIS, slug=f"{SLUG}-0123abcd")
    assert renamed(triples.ntriples(), SLUG, f"{SLUG}-0123abcd", IRIS) == wanted.ntriples()
