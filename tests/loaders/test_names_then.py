from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.extractors.actors import ActorFinder, council_named, find_council, local_body
from loaders.names_then import name_then, with_names_then
from loaders.record_form import as_json
from loaders.records import Actor, PartialDate
from loaders.triples import document_triples
from ontology.iris import Iris
from ontology.terms import ANS
from ontology.vocabulary import Body, vocabulary
from tests.loaders.documents import item, record
from tests.loaders.extractors.test_councils import source_of

CITY = Body(
    "exham",
    "City of Exham Council",
    former=(("Exham District Council", "1998"), ("Exham Borough Council", "2022")),
)
COUNTY = Body("exshire", "Exshire Council", former=(("Exshire County Council", "2020-04-01"),))
RENAMED = council_named("City of Doncaster Council")


@pytest.mark.parametrize(
    ("body", "day", "text", "name"),
    [
        (CITY, "1997-05", "", "Exham District Council"),
        (CITY, "2015-11-27", "", "Exham Borough Council"),
        (CITY, "2022-02-25", "of exham borough council", "Exham Borough Council"),
        (CITY, "2022-02-25", "of exham", "City of Exham Council"),
        (CITY, "2023", "once exham borough council", "City of Exham Council"),
        (COUNTY, "2020-03-31", "", "Exshire County Council"),
        (COUNTY, "2020-04-01", "exshire county council", "Exshire Council"),
        (COUNTY, "2020", "exshire county council", "Exshire County Council"),
        (COUNTY, "", "", "Exshire Council"),
    ],
)
def test_council_bears_the_name_of_the_day(body: Body, day: str, text: str, name: str) -> None:
    assert name_then(body, day, text) == name


def test_record_and_graph_of_an_earlier_document_tell_the_name_of_its_time() -> None:
    read = record(concerns=RENAMED, published=PartialDate(2015, 11, 27))
    told = replace(item("Plans must be agreed by the Commissioner."), default_addressee=RENAMED)
    read = replace(
        read,
        source=source_of(read.source.text + "\nDoncaster"),
        findings=replace(read.findings, recommendations=(told,)),
    )
    then = replace(read, findings=with_names_then(read.findings, read.source))
    name = "Doncaster Metropolitan Borough Council"
    assert as_json(then, "a.txt")["local_authority"] == name
    addressee = then.findings.recommendations[0].default_addressee
    assert addressee is not None
    assert (addressee.label, addressee.body) == (name, "doncaster")
    written = document_triples(then, Iris())[1].ntriples().decode()
    assert f'<{ANS.nameThen}> "{name}"' in written


def test_board_of_several_councils_has_its_printed_name() -> None:
    richmond = council_named("Richmond Council")
    board = local_body(richmond, "safeguarding-children-board")
    read = record(concerns=richmond, bodies=(board,))
    source = source_of("Kingston and Richmond Safeguarding Children Board")
    (named,) = with_names_then(read.findings, source).bodies
    assert named.label == "Kingston and Richmond Safeguarding Children Board"
    assert named.body == board.body


def test_document_of_today_is_left_as_it_is() -> None:
    read = record(concerns=RENAMED, published=PartialDate(2024, 1, 5))
    assert with_names_then(read.findings, read.source) is read.findings


def test_bare_name_of_two_councils_means_the_one_that_a_document_is_about() -> None:
    report = source_of("Dorset County Council\nReport published: 5 February 2019\nDorset must act.")
    council = find_council(report)
    assert council is not None
    assert council.body == "dorset-county-council"
    assert ActorFinder(report.text, council).find("Dorset must act.")[0].actor == council


@pytest.mark.parametrize(
    ("day", "slug"), [("28 March 2019", "dorset-county-council"), ("2 April 2019", "dorset")]
)
def test_bare_name_in_a_title_means_the_council_of_that_day(day: str, slug: str) -> None:
    council = find_council(source_of(f"Inspection of Dorset children’s services\n{day}"))
    assert council is not None
    assert council.body == slug


def test_register_holds_the_names_that_councils_bore() -> None:
    former = {body.slug: body.former for body in vocabulary().bodies if body.former}
    assert former["buckinghamshire"] == (("Buckinghamshire County Council", "2020-04-01"),)
    assert set(former) >= {"doncaster", "milton-keynes", "somerset", "southend-on-sea"}


def test_inspectorate_is_called_as_it_was_in_record_form() -> None:
    inspectorate = Actor(kind="body", label="hmicfrs", body="hmicfrs")
    read = record(published=PartialDate(2016, 3, 9), bodies=(inspectorate,))
    source = source_of(read.source.text + "\nHMI Constabulary")
    told = as_json(replace(read, source=source), "a.txt")["bodies"]
    assert "Her Majesty's Inspectorate of Constabulary" in told
