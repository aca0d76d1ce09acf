"""Names and posts in address blocks."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.addressees import (
    bodies_of,
    post_holdings,
    post_of,
    posts_of,
    read_entries,
    split_entry,
    without_contacts,
)
from loaders.page import Line
from tests.printed import line, source

COUNCIL = council_named("Durham County Council")
FINDER = ActorFinder("Durham County Council. Durham Safeguarding Children Partnership.", COUNCIL)


@pytest.mark.parametrize(
    ("printed", "name", "post"),
    [
        ("Ann Sample, Chief Executive", "Ann Sample", "Chief Executive"),
        ("Ben Model QPM, Chief Constable", "Ben Model", "Chief Constable"),
        ("Ms Cara Pattern – Chief Officer", "Cara Pattern", "Chief Officer"),
        ("Sir Dan Draft, Executive lead", "Sir Dan Draft", "Executive lead"),
        ("Eve Sample-Model Designated Nurse", "Eve Sample-Model", "Designated Nurse"),
        ("Fay O’Sample OBE, Chair of the LSCB", "Fay O’Sample", "Chair of the LSCB"),
        ("Gil Stanworth, Chief Executive", "Gil Stanworth", "Chief Executive"),
        ("Hal Model (OBE)", "Hal Model", ""),
        ("Independent Chair of the Board", None, "Independent Chair of the Board"),
    ],
)
def test_an_entry_is_a_name_and_a_post(printed: str, name: str | None, post: str) -> None:
    assert split_entry(printed) == (name, post)


@pytest.mark.parametrize(
    "printed",
    [
        "Director, tel 0161 496 0123",
        "Director (ann.sample@example.gov.uk)",
        "Director – 01632 960 123, Email: ann@example.gov.uk",
        "Director, Telephone: (01632) 960123",
        "Director +44 (0)1632 960 123",
    ],
)
def test_contact_details_are_left_out(printed: str) -> None:
    assert without_contacts(printed) == "Director"


def test_dates_and_sections_are_no_telephone_numbers() -> None:
    printed = "Section 151 Officer since 01 04 2019"
    assert without_contacts(printed) == printed


def names(*lines: Line) -> list[str | None]:
    return [entry.name for entry in read_entries(source(*lines).body)]


def test_a_line_that_had_no_room_goes_on_with_the_entry_above() -> None:
    wide = line("Ann Sample, Accountable Officer, Exampleshire and Modelshire Care", right=500.0)
    assert names(wide, line("Board"), line("Ben Model, Chair")) == ["Ann Sample", "Ben Model"]


def test_an_indented_line_goes_on_with_the_entry_above() -> None:
    entries = (line("Ann Sample, Chair of the"), line("Board", x=86.0), line("Ben Model, Mayor"))
    assert names(*entries) == ["Ann Sample", "Ben Model"]


@pytest.mark.parametrize(
    ("printed", "role", "body"),
    [
        ("Director of Children’s Services, Durham County Council",
         "director-of-childrens-services", "durham"),
        ("Executive Director of Children’s Services, Durham",
         "director-of-childrens-services", "durham"),
        ("Chief Constable, Modelshire Police", "chief-constable", "modelshire-police"),
        ("Assistant Director, CAFCASS", "assistant-director", "cafcass"),
        ("Police and Crime Commissioner for Modelshire", "police-and-crime-commissioner", None),
        ("Chair of Durham LSCB", "chair-of-safeguarding-board",
         "durham-safeguarding-children-board"),
        ("Independent Chair, Durham Safeguarding Children Partnership",
         "chair-of-safeguarding-partnership", "durham-safeguarding-children-partnership"),
        ("Deputy Mayor, Modelshire Police and Crime Commissioner", "deputy-mayor", None),
        ("Head of Prison and Probation Service, Durham",
         "head-of-probation", "hm-prison-and-probation-service"),
        ("Deputy Director, NXY National Probation Service",
         "deputy-director", "national-probation-service"),
        ("Manager, Durham Youth Offending Team", "youth-justice-manager",
         "durham-youth-offending-service"),
        ("YOT manager", "youth-justice-manager", "durham-youth-offending-service"),
        ("Borough Treasurer", "borough-treasurer", "durham"),
        ("Chief Constable of West Yorkshire police force", "chief-constable",
         "west-yorkshire-police"),
        ("Accountable Officer, NHS Upham, Downham and Midham CCG", "accountable-officer",
         "nhs-upham-downham-and-midham-clinical-commissioning-group"),
        ("Chief Constable", "chief-constable", None),
    ],
)  # fmt: skip
def test_a_post_is_at_the_body_printed_with_it(printed: str, role: str, body: str | None) -> None:
    post = post_of(printed, FINDER)
    assert post is not None
    assert (post.role, post.body) == (role, body)


def test_a_head_of_something_else_does_not_manage_the_youth_offending_team() -> None:
    printed = "Head of Communities, with responsibility for the Youth Offending Team"
    assert post_of(printed, FINDER) is None


def test_the_last_words_of_a_wrapped_post_are_no_person() -> None:
    first = line("Ann Sample, Manager, Durham", right=300.0)
    assert names(first, line("Youth Offending Team"), line("Ben Model, Chair")) == [
        "Ann Sample",
        "Ben Model",
    ]


def test_a_bare_role_is_a_post_of_the_documents_own_area() -> None:
    post = post_of("Independent Scrutineer", FINDER)
    assert post is not None
    assert post.body == "durham-safeguarding-children-partnership"


@pytest.mark.parametrize("printed", ["Harbour Master of Modelshire", "Lay Adviser"])
def test_no_post_is_invented_for_a_role_that_is_not_known(printed: str) -> None:
    assert post_of(printed, FINDER) is None


SEVERAL = {
    "Designated Nurse, NHS Upham CCG, NHS Midham CCG and NHS Downham CCGs": [
        "nhs-upham-clinical-commissioning-group",
        "nhs-midham-clinical-commissioning-group",
        "nhs-downham-clinical-commissioning-group",
    ],
    "Director of Nursing, Upham Hospitals Trust": ["upham-hospitals-trust"],
    "Executive Lead for Upham and Downham Clinical Commissioning Groups": [None],
    "Police and Crime Commissioner for Thames Valley": [
        "police-and-crime-commissioner-for-thames-valley"
    ],
    "Lancashire Police and Crime Commissioner": ["police-and-crime-commissioner-for-lancashire"],
    "Police and Crime Commissioner": [None],
    "Assistant Direct, Cafcass": ["cafcass"],
    "Head of Communities, with responsibility for the Youth Offending Team": [None],
    "Sample Street, Upham": [],
}


@pytest.mark.parametrize(("printed", "bodies"), SEVERAL.items(), ids=list(SEVERAL))
def test_a_post_is_at_each_body_that_is_named(printed: str, bodies: list[str | None]) -> None:
    assert [post.body for post in posts_of(printed, FINDER)] == bodies


def test_a_commissioner_is_among_the_bodies_of_the_addressees() -> None:
    entries = read_entries((line("Ann Sample, Police and Crime Commissioner for Merseyside"),))
    holdings = post_holdings(entries, FINDER, "test-rule", None)
    (office,) = bodies_of(holdings, FINDER)
    assert office.label == "Police and Crime Commissioner for Merseyside"
    assert holdings[0].post.role == "police-and-crime-commissioner"


def test_a_commissioner_bears_the_name_of_the_area_as_printed() -> None:
    entries = read_entries((line("Ann Sample, Police and Crime Commissioner for Hampshire"),))
    (office,) = bodies_of(post_holdings(entries, FINDER, "test-rule", None), FINDER)
    assert office.label == "Police and Crime Commissioner for Hampshire"
    assert office.body == "police-and-crime-commissioner-for-hampshire-and-isle-of-wight"
