from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named, local_body
from loaders.records import Actor

COUNCIL = council_named("Tameside Metropolitan Borough Council")


def labels(finder: ActorFinder, text: str) -> list[str]:
    return [found.actor.label for found in finder.find(text)]


def finder_of(text: str) -> ActorFinder:
    return ActorFinder(text, COUNCIL)


@pytest.mark.parametrize(
    "words", ["The Council must", "the local authority will", "The LA needs", "Tameside should"]
)
def test_the_document_s_council_goes_by_many_names(words: str) -> None:
    assert labels(finder_of(""), words) == ["Tameside Metropolitan Borough Council"]


def test_a_place_where_something_happens_does_not_act() -> None:
    assert labels(finder_of(""), "Visits across Tameside are late") == []


def test_a_role_of_the_council_is_a_post() -> None:
    (found,) = finder_of("").find("the DCS attends")
    assert (found.actor.kind, found.actor.body) == ("post", "tameside")
    assert found.actor.role == "director-of-childrens-services"


def test_a_commissioner_is_a_role() -> None:
    (found,) = finder_of("").find("agreed by the Commissioner")
    assert (found.actor.kind, found.actor.role) == ("role", "commissioner")


def test_the_board_is_the_one_that_the_document_names() -> None:
    finder = finder_of("The Corporate Parenting Board met. The Board was quorate.")
    assert labels(finder, "The Board should") == ["Tameside Corporate Parenting Board"]


def test_the_board_is_nobody_where_no_board_is_named() -> None:
    assert labels(finder_of("Nothing of the kind."), "The Board should") == []


def test_a_partnership_that_is_never_named_is_its_partners() -> None:
    finder = finder_of("The partnership acts. " * 9 + "A strategic partnership is sought.")
    assert labels(finder, "The partnership should") == ["Partners"]


def test_an_abbreviation_is_learnt_from_its_brackets() -> None:
    finder = finder_of("The Tameside Safeguarding Children Board (TXB) meets.")
    assert labels(finder, "The TXB must")[-1] == "Tameside Safeguarding Children Board"


def test_a_local_body_belongs_to_its_council() -> None:
    body = local_body(COUNCIL, "improvement-board")
    assert (body.body, body.serves) == ("tameside-improvement-board", "tameside")


def test_the_police_are_the_force_that_the_document_names() -> None:
    finder = finder_of("Downshire Constabulary took part.")
    assert labels(finder, "The police must") == ["Downshire Constabulary"]


def test_a_force_is_known_by_its_whole_name() -> None:
    (found,) = finder_of("").find("delays by Upshire and Downshire Police in arrests")
    assert found.actor == Actor(
        kind="body",
        label="Upshire and Downshire Police",
        body="upshire-and-downshire-police",
        body_type="police",
    )


def test_a_collective_is_a_group_of_the_council() -> None:
    (found,) = finder_of("").find("Senior leaders should")
    assert (found.actor.body_type, found.actor.serves) == ("group", "tameside")


def test_without_a_council_nothing_is_made_up() -> None:
    assert ActorFinder("", None).find("The Council must act") == ()


def test_a_care_board_named_after_a_council_keeps_its_own_name() -> None:
    found = finder_of("").find("Tameside Council and NHS Downshire and Upshire ICB")
    assert [each.actor.label for each in found] == [
        "Tameside Metropolitan Borough Council",
        "NHS Downshire and Upshire Integrated Care Board",
    ]


def test_a_registered_force_is_itself_after_another_place() -> None:
    (found,) = finder_of("").find("Bradford and West Yorkshire Police must")
    assert found.actor.body == "west-yorkshire-police"


@pytest.mark.parametrize(
    "words", ["Greater Manchester police force", "the GMP", "Greater Manchester Police"]
)
def test_a_force_is_one_by_all_its_names(words: str) -> None:
    assert [each.actor.body for each in finder_of("").find(f"{words} must")] == [
        "greater-manchester-police"
    ]


def test_a_force_without_entry_is_called_police() -> None:
    assert labels(finder_of(""), "Downshire police force must") == ["Downshire Police"]


def test_a_commissioner_of_the_police_is_no_force() -> None:
    found = finder_of("").find("Upshire Police and Crime Commissioner must")
    assert [each.actor.role for each in found] == ["police-and-crime-commissioner"]


def test_a_care_board_is_named_after_several_places() -> None:
    text = "led by Upham, Downham and Midham Integrated Care Board in Tameside"
    assert labels(finder_of(""), text)[0] == "NHS Upham, Downham and Midham Integrated Care Board"


def test_the_chair_of_a_named_board_holds_its_own_post() -> None:
    (found,) = finder_of("").find("the Chair of Tameside Safeguarding Children Board reports")
    assert found.actor.role == "chair-of-safeguarding-board"


def test_a_short_form_of_a_department_counts_where_it_is_named() -> None:
    finder = finder_of("The Department for Education agreed.")
    assert labels(finder, "The Department must") == ["Department for Education"]
    assert labels(finder_of(""), "The Department must") == []


def test_the_full_name_of_a_department_is_not_cut_short() -> None:
    finder = finder_of("The Department for Education agreed.")
    (found,) = finder.find("The Department for Education must")
    assert found.end == len("The Department for Education")


def test_the_trust_is_the_delivery_trust_that_the_report_names() -> None:
    text = "Doncaster Children’s Services Trust runs the services. The trust should visit in time."
    found = ActorFinder(text, council_named("Doncaster")).find(text)
    assert [each.actor.body for each in found] == ["doncaster-childrens-services-trust"] * 2


def test_the_trust_of_a_letter_about_hospitals_is_not_the_delivery_trust() -> None:
    text = (
        "Doncaster Children’s Services Trust and the NHS Foundation Trust met the hospital trust. "
        "The trust should visit in time."
    )
    found = ActorFinder(text, council_named("Doncaster")).find("The trust should visit in time.")
    assert found == ()


def test_a_field_of_work_in_a_post_is_no_part_of_a_body_s_name() -> None:
    text = "Ann Example, Director of Nursing Upper Downshire CCG. The CCG took part."
    found = ActorFinder(text, None).find("The CCG took part.")
    assert [each.actor.label for each in found] == [
        "NHS Upper Downshire Clinical Commissioning Group"
    ]
