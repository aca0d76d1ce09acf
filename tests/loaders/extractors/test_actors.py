from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named, local_body, shared_finder
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


def test_leaders_of_the_council_are_it_and_commissioners_of_services_are_a_group() -> None:
    (leaders,) = finder_of("").find("Council leaders should act.")
    assert leaders.actor == COUNCIL
    (group,) = finder_of("").find("Commissioners should act.")
    assert (group.actor.label, group.actor.body_type) == ("Commissioners", "group")


def test_the_police_of_a_letter_are_not_their_commissioner() -> None:
    finder = finder_of("Downshire Police took part. The police met us.")
    (found,) = finder.find("The Police and Crime Commissioner paid.")
    assert found.actor.role == "police-and-crime-commissioner"


def test_the_word_that_opens_a_bullet_names_no_force() -> None:
    finder = finder_of("Downshire Police took part.")
    assert labels(finder, "Consistent police checks") == ["Downshire Police"]


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


def test_the_police_of_another_place_are_only_what_their_name_says() -> None:
    (found,) = finder_of("").find("in Bradford and West Yorkshire Police")
    assert found.start == len("in Bradford and ")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Reduce school absence", id="a verb before a school"),
        pytest.param("children admitted to hospital", id="in hospital"),
        pytest.param("victims expected to ‘police’ contact", id="a verb in quotes"),
        pytest.param("the Tameside practice standard", id="a place in a title"),
        pytest.param("presented to the panel", id="a panel that nobody has named"),
    ],
)
def test_words_that_name_nobody(words: str) -> None:
    finder = finder_of("Upham Hospital NHS Trust serves. The Corporate Parenting Panel met.")
    assert labels(finder, words) == []


def test_one_of_several_commissioners_is_not_told_from_the_other() -> None:
    finder = finder_of("NHS Upham CCG and NHS Downham CCG commission.")
    assert labels(finder, "the CCG should") == ["Clinical commissioning groups"]


def test_the_end_of_a_commissioner_s_name_is_no_other() -> None:
    finder = finder_of("Upham, Downham and Midham CCG. Downham and Midham CCG.")
    assert labels(finder, "the CCG") == [
        "NHS Upham, Downham and Midham Clinical Commissioning Group"
    ]


def test_a_post_s_own_words_are_no_part_of_a_commissioner_s_name() -> None:
    text = "Director of Nursing and Quality, Upham North Downham and South Midham CCG"
    (*_, found) = finder_of("").find(text)
    assert (
        found.actor.body == "nhs-upham-north-downham-and-south-midham-clinical-commissioning-group"
    )


def test_a_rehabilitation_company_without_a_name_is_still_one() -> None:
    (found,) = finder_of("").find("The CRC is slow.")
    assert found.actor.label == "Community Rehabilitation Company"
    assert found.actor.serves == "tameside"


def test_probation_is_no_service_where_a_company_shares_it() -> None:
    text = "The NPS and the CRC refer. Both are recorded as probation."
    assert "National Probation Service" not in labels(finder_of(text), "as probation")
    assert (
        labels(finder_of("The NPS refers."), "probation staff")[0] == "National Probation Service"
    )


def test_a_body_is_not_named_before_it_was_founded() -> None:
    assert labels(finder_of("12 March 2018"), "the Probation Service must") == [
        "National Probation Service"
    ]


def test_safeguarding_arrangements_are_plain_words_where_there_is_only_a_board() -> None:
    finder = finder_of("The Local Safeguarding Children Board (LSCB) meets.")
    assert labels(finder, "delivery of multi-agency safeguarding arrangements") == []


def test_the_board_of_an_item_is_the_one_that_it_names() -> None:
    item = "The Tameside Community Safety Partnership plans. Targets of the partnership are few."
    finder = finder_of("The Local Area Partnership leads. " * 3).within(item)
    assert labels(finder, "Targets of the partnership") == ["Tameside Community Safety Partnership"]


def test_the_police_of_a_board_are_no_force_of_that_name() -> None:
    found = finder_of("").find("the Board’s Police representative")
    assert all(each.actor.body != "boards-police" for each in found)


def test_a_board_of_no_known_kind_is_known_by_its_initials() -> None:
    finder = finder_of("The Upham Violence Reduction Board (VRB) meets.")
    (found,) = finder.find("The VRB has no targets.")
    assert (found.actor.label, found.actor.serves) == ("Violence Reduction Board", "tameside")


def test_two_groups_share_the_word_that_the_second_ends_in() -> None:
    words = "Adult substance misuse and adult mental health services should"
    assert labels(finder_of(""), words) == [
        "Adult substance misuse services",
        "Adult mental health services",
    ]


def test_a_verb_in_quotation_marks_and_an_author_in_brackets_are_nobody() -> None:
    text = "The police came. Victims were expected to 'police' it (Department for Education 2013)."
    finder = ActorFinder("Exampleshire Police came. " + text, None)
    assert [each.start for each in finder.find(text)] == [0]


def test_somebody_s_school_population_is_no_school() -> None:
    text = "They close the gap to the rest of Exampleshire's school population."
    assert not any(each.actor.label.startswith("Ex") for each in ActorFinder(text, None).find(text))


def test_the_board_of_an_item_is_the_one_it_names_in_full_at_a_sentence_s_start_too() -> None:
    text = "The Community Safety Partnership has a plan. The partnership has not read it."
    document = "The Tameside Safeguarding Children Partnership meets. The partnership is new. "
    finder = finder_of(document * 3 + text).within(text)
    assert len({each.actor for each in finder.find(text)}) == 1


def test_a_name_that_is_one_letter_off_is_no_other_body() -> None:
    name = "NHS Exampleshire Clinical Commissioning Group"
    text = f"{name} met. {name} wrote. {name.replace('shire', 'shre')} came."
    assert len({each.actor for each in finder_of(text).find(text)}) == 1


def test_who_reads_the_same_document_shares_its_finder() -> None:
    text = "The Council must act."
    assert shared_finder(text, COUNCIL) is shared_finder(text, COUNCIL)


def test_panel_of_several_areas_is_known_by_its_printed_name() -> None:
    text = "The Pan-Downshire Child Death Overview Panel (CDOP) met. CDOP must report."
    finder = ActorFinder(text, COUNCIL)
    (found,) = finder.find("CDOP must report.")
    assert found.actor.label == "Pan-Downshire Child Death Overview Panel"
    assert ActorFinder("The CDOP must report.", COUNCIL).find("The CDOP must report.") == ()


def test_initials_after_the_last_of_several_places_are_not_that_place() -> None:
    text = "The Joint Arrangements for Upham and the Isle of Wight (JAUW) met. JAUW must report."
    finder = ActorFinder(text, council_named("Isle of Wight Council"))
    assert finder.find("JAUW must report.") == ()


def test_partnership_with_a_name_of_its_own_is_the_safeguarding_partnership() -> None:
    text = "The Keeping Bristol Safe Partnership (KBSP) met. The partnership must report."
    finder = ActorFinder(text, council_named("Bristol City Council"))
    kinds = [each.actor.body_type for each in finder.find(text)]
    assert set(kinds) == {"safeguarding-children-partnership"}
    assert len(kinds) == 3
