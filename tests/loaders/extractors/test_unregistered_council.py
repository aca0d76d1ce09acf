"""A council that the register does not hold is known by its printed name."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, find_council
from loaders.readers import read_source
from tests.printed import line, source

COVER = source(
    line("Exampleshire County Council", size=26.0), line("Inspection of children’s services")
)


def test_title_names_a_council_that_is_new() -> None:
    council = find_council(COVER)
    assert council is not None
    assert (council.body, council.label, council.body_type) == (
        "exampleshire",
        "Exampleshire County Council",
        "council",
    )


def test_its_short_name_and_its_board_are_found_in_sentences() -> None:
    text = "Exampleshire Council and Exampleshire Safeguarding Children Board should meet."
    found = ActorFinder(text, find_council(COVER)).find(text)
    assert [named.actor.body for named in found] == [
        "exampleshire",
        "exampleshire-safeguarding-children-board",
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "Ann Sample Director of Children’s Services Exampleshire County Council",
        "Children’s Services Exampleshire County Council",
        "Chief Executive Exampleshire County Council",
        "Corporate Directorate Exampleshire County Council",
    ],
)
def test_an_office_before_the_name_is_no_part_of_it(printed: str) -> None:
    council = find_council(source(line("Ofsted"), line(printed), line("Dear Ann")))
    assert council is not None
    assert (council.body, council.label) == ("exampleshire", "Exampleshire County Council")


@pytest.mark.parametrize(
    "name",
    ["Exampleton Metropolitan District Council", "Exampleton Unitary Authority", "Exampleton MBC",
     "Royal Borough of Exampleton", "Metropolitan Borough of Exampleton", "City of Exampleton",
     "Borough Council of Exampleton", "Example upon Water City Council"],
)  # fmt: skip
def test_every_kind_of_council_is_known_by_its_name(name: str) -> None:
    title = f"{name}\nInspection of local authority children’s services\n"
    council = find_council(read_source(title.encode()))
    assert council and council.label == name


def test_a_place_whose_office_stands_behind_it_is_no_city_of_the_next_word() -> None:
    title = "Otherton, City of\nInspection of local authority children’s services\n"
    assert find_council(read_source(title.encode())) is None
