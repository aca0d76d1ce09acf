from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named, find_council
from loaders.extractors.councils import council_mentions, places_of
from loaders.page import Line, SourceText


def source_of(text: str) -> SourceText:
    lines, start = [], 0
    for printed in text.split("\n"):
        lines.append(Line(printed, start, start + len(printed)))
        start += len(printed) + 1
    return SourceText("text/plain", "0" * 64, text, tuple(lines))


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("City of Bradford Metropolitan Borough Council", "bradford"),
        ("Royal Borough of Greenwich", "greenwich"),
        ("Bournemouth, Christchurch and Poole Council", "bournemouth-christchurch-and-poole"),
        ("Kingston upon Hull City Council", "kingston-upon-hull"),
        ("Manchester local authority", "manchester"),
        ("tameside MBC", "tameside"),
        ("Kingston Council", "kingston-upon-thames"),
        ("Richmond Council", "richmond-upon-thames"),
        ("Newcastle Council", "newcastle-upon-tyne"),
        ("Stoke City Council", "stoke-on-trent"),
        ("Hull City Council", "kingston-upon-hull"),
        ("RBWM", "windsor-and-maidenhead"),
        ("Bournemouth Christchurch & Poole Council", "bournemouth-christchurch-and-poole"),
        ("NE Lincolnshire Council", "north-east-lincolnshire"),
        ("St. Helens Council", "st-helens"),
    ],
)
def test_a_council_is_known_by_any_form_of_its_name(printed: str, slug: str) -> None:
    council = council_named(printed)
    assert council is not None
    assert council.body == slug


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Hull City Council", {"Kingston upon Hull", "Hull"}),
        ("St Helens Council", {"St Helens", "St. Helens", "Saint Helens"}),
        ("City of London Corporation", {"City of London", "Corporation of London"}),
        ("Royal Borough of Kensington & Chelsea",
         {"Kensington and Chelsea", "Kensington & Chelsea", "RBKC"}),
    ],
)  # fmt: skip
def test_place_of_a_council_has_several_plain_names(name: str, places: set[str]) -> None:
    assert set(places_of(council_named(name))) == places


def test_local_body_is_known_by_any_plain_name_of_its_place() -> None:
    text = "Then the Hull Safeguarding Children Board must act. HSCB leads."
    found = ActorFinder(text, council_named("Hull City Council")).find(text)
    assert [text[each.start : each.end] for each in found] == [
        "the Hull Safeguarding Children Board",
        "HSCB",
    ]
    assert {each.actor.serves for each in found} == {"kingston-upon-hull"}


def test_an_unknown_name_is_no_council() -> None:
    assert council_named("Exampleshire") is None


def test_a_title_that_wraps_inside_the_name_tells_the_council() -> None:
    title = "Inspection of City of Bradford\nMetropolitan Borough Council local\nauthority services"
    council = find_council(source_of(title))
    assert council is not None
    assert council.label == "City of Bradford Metropolitan District Council"


def test_the_address_of_an_inspectorate_is_not_the_council() -> None:
    letter = "Ofsted\n6 Cumberland Place\nNottingham NG1 6HJ\nDear Durham local partnership"
    council = find_council(source_of(letter))
    assert council is not None
    assert council.body == "durham"


def test_a_bare_place_above_the_title_is_the_council() -> None:
    report = "Durham\nRe-inspection of services for children\nThe Children in Care Council helps."
    council = find_council(source_of(report))
    assert council is not None
    assert council.body == "durham"


def test_a_council_of_young_people_is_no_local_authority() -> None:
    assert find_council(source_of("Report\nThe Children in Care Council met.")) is None


@pytest.mark.parametrize(
    "name",
    [
        "Newcastle-under-Lyme Borough Council",
        "Sutton Coldfield Town Council",
        "Northampton Borough Council",
        "Bedfordshire County Council",
    ],
)
def test_a_council_without_such_services_is_no_other(name: str) -> None:
    council = find_council(source_of(f"{name}\nAgenda"))
    assert council is not None
    assert council.label == name


def test_a_council_that_had_ended_is_not_meant_by_its_bare_place() -> None:
    assert find_council(source_of("5 March 2024\nNorthamptonshire Children’s Trust")) is None


def test_a_common_word_is_no_council() -> None:
    assert council_mentions("They kept reading and the poole dried.") == ()


def test_a_document_that_names_no_council_has_none() -> None:
    assert find_council(source_of("Minutes\nNothing of note.")) is None


@pytest.mark.parametrize(
    "board",
    [
        "City and Hackney Safeguarding Children Board",
        "Cambridgeshire and Peterborough Safeguarding Children Board",
    ],
)
def test_the_second_council_of_a_joint_board_is_not_the_one_meant(board: str) -> None:
    text = f"Members of the {board} met.\nThe report of Durham County Council was read."
    council = find_council(source_of(text))
    assert council is not None
    assert council.body == "durham"


@pytest.mark.parametrize("place", ["Isle of Wight", "East Riding of Yorkshire", "County Durham"])
def test_place_with_a_small_word_in_its_name_is_not_its_council(place: str) -> None:
    (mention,) = council_mentions(f"Children in {place} are safe.")
    assert not mention.full
