"""The area of a progress fact is one whole noun phrase, or none; in our own words."""

from __future__ import annotations

import pytest

from loaders.extractors.area_names import area_named
from loaders.extractors.fared import fared
from loaders.extractors.trend_names import thing_named


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("reduction in moves between homes", "moves between homes"),
        ("trend in the speed of visits", "the speed of visits"),
        ("more timely visits to carers", "visits to carers"),
        ("providing more coherent planning of moves", "planning of moves"),
        ("care planning and more consistent visits", "care planning"),
        ("care planning and an improvement in the speed of visits", "care planning"),
        ("raising the profile of carers", "the profile of carers"),
        ("develop foster homes", "foster homes"),
        ("well identified, and care plans", "care plans"),
        ("visits to carers in a timely way", "visits to carers"),
        ("caseloads to a fair level", "caseloads"),
        ("culture to one of kindness", "culture"),
        ("some homes require improvement, and visits to carers", "visits to carers"),
        ("moves and a number of children changing school", "moves"),
        ("hired the staff, set up a team here and caseloads", "caseloads"),
        ("the 16+ team", "the 16+ team"),
        ("the new home", "the new home"),
    ],
)
def test_the_change_is_no_part_of_the_area(name: str, area: str) -> None:
    assert area_named(name, f"They report {name}.") == area


@pytest.mark.parametrize(
    "name",
    ["the pace of change", "the progress being made so far", "closing gaps to the target", "Action",
     "outcomes for many", "the effective arrangements that already existed", "a similar panel",
     "Inspectors found", "issue below", "the support that they receive",
     "the council", "arrangements in place", "sometimes",
     "the time within which moves", "impact in driving improvement", "Slough",
     "services and support", "the new service", "existing plans", "drift is reduced",
     "better support that addresses their needs", "schools, colleges and other providers",
     "a range of partners, such as housing", "Slough Children’s Trust and partners"],
)  # fmt: skip
def test_what_says_not_of_what_is_no_area(name: str) -> None:
    assert area_named(name, f"They report {name}.") is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("sickness", "Along with increased sickness, this led to late visits."),
        ("caseloads and gaps in teams", "Moves are due to increasing caseloads and gaps in teams."),
        ("technology", "New posts, combined with improved technology, give them time."),
        ("partners share information", "Gains are seen in how partners share information."),
        ("delay for boys", "They have cut this delay for boys."),
        ("value for money", "These include: a new contract, leading to better value for money; more"
         " staff."),
        ("work or training", "Homes are good and those in study, work or training are more."),
        ("neglect of boys", "The answer where they are at risk of, or are suffering, neglect of"
         " boys is better."),
        ("whole-town", "They have a much stronger ‘whole-town’ promise."),
        ("The board’s strong", "The board’s strong commitment to tackle harm has not been seen."),
    ],
)  # fmt: skip
def test_a_cause_or_a_piece_is_no_area(name: str, sentence: str) -> None:
    assert area_named(name, sentence) is None


@pytest.mark.parametrize(
    ("name", "sentence", "area"),
    [
        ("the number of boys waiting", "They cut the number of boys waiting to be adopted.",
         "the number of boys waiting to be adopted"),
        ("systems to track visits (TV) help", "Improved systems to track visits (TV) help to keep"
         " them safe.", "systems to track visits (TV)"),
        ("links with schools", "Strengthened links with schools and clinics have led to plans.",
         "links with schools and clinics"),
        ("hub visits, carers report delays in most teams", "Although there is progress in hub "
         "visits, carers report delays in most teams.", "hub visits"),
        ("planning, visits and audits", "Although there is progress in planning, visits and audits,"
         " more is needed.", "planning, visits and audits"),
        ("the quality of plans", "The quality of plans has improved.", "the quality of plans"),
    ],
)  # fmt: skip
def test_an_area_is_whole_and_ends_where_its_clause_ends(
    name: str, sentence: str, area: str
) -> None:
    assert area_named(name, sentence) == area


def test_what_a_relative_clause_ensures_is_not_the_area() -> None:
    words = "Systems that ensure that plans look ahead"
    assert thing_named(words, f"{words} have been used.") == words


def test_no_name_stays_none() -> None:
    assert area_named(None, "This has improved.") is None


def test_list_in_a_concession_stays_one_name() -> None:
    plans = "the timeliness of education, health and care plans"
    assert thing_named(plans, f"While {plans} is better, few are good.") == plans


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("finding homes", "Much is done for the children, but finding homes remains difficult."),
        ("planning", "This led to improved planning to ensure that these children are safe."),
        ("planning", "A review for children with disabilities has resulted in improved planning."),
    ],
)
def test_what_is_said_of_some_children_only_is_no_area(name: str, sentence: str) -> None:
    assert area_named(name, sentence) is None


def test_what_is_brought_to_notice_has_not_fared_so_itself() -> None:
    told = fared("Poor practice in the teams is still not consistently brought to notice.")
    assert told is not None and told.assessed is not None
    assert told.assessed.thing is None
