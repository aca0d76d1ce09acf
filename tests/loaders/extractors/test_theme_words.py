"""Wording of the field that the vocabulary of themes must know; all about an invented council."""

from __future__ import annotations

import pytest

from loaders.extractors.themes import Setting, classify

LEADERSHIP = "leadership-governance-oversight"
PRACTICE = "assessment-and-practice"
PARTNERSHIP = "partnership-working"
VOICE = "engagement-and-voice"
CARE_LEAVERS = "care-leavers-offer-accommodation"
PERMANENCE = "permanence"
SUFFICIENCY = "sufficiency-staffing-recruitment"


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Leaders' line of sight to practice in Exampleshire.", LEADERSHIP),
        ("The stability of the senior leadership team.", LEADERSHIP),
        ("The budget for children's services.", LEADERSHIP),
        ("The policies of the force are out of date.", LEADERSHIP),
        ("How well leaders plan ahead for future demand.", LEADERSHIP),
        ("The recording of supervision.", LEADERSHIP),
        ("Midwives never ask about domestic abuse.", PRACTICE),
        ("Crimes are not investigated; lines of enquiry are missed.", PRACTICE),
        ("Harm outside the home.", PRACTICE),
        ("Nurses are not routinely involved in the decisions of the hub.", PARTNERSHIP),
        ("There is no health representative in the MASH.", PARTNERSHIP),
        ("Little understanding of the role of probation.", PARTNERSHIP),
        ("Outcomes of referrals never reach those who made them.", PARTNERSHIP),
        ("Participation of children in their conferences.", VOICE),
        ("Reports are not shared with parents before the day.", VOICE),
        ("Families know where to go for advice.", VOICE),
        ("What families know of the local offer.", VOICE),
        ("The quality of the local offer for care leavers.", CARE_LEAVERS),
        ("Planning for independence of children in care.", CARE_LEAVERS),
        ("Support for those over the age of 21.", CARE_LEAVERS),
        ("Children who wait to be adopted.", PERMANENCE),
        ("Fostering for adoption.", PERMANENCE),
        ("Social workers have too much work.", SUFFICIENCY),
        ("Moves of placement.", SUFFICIENCY),
        ("There are too few school nurses.", SUFFICIENCY),
        ("How leaders act on shortfalls found at the last inspection.", LEADERSHIP),
        ("Police place no warning markers on addresses.", "records-and-ict"),
        ("The graduated approach in Exampleshire's schools.", "education"),
        ("The pace of the AP strategy.", "education"),
        ("Pupils with SEND who are out of school.", "education"),
        ("Delivery of the Healthy Child Programme.", "health"),
        ("Long waits for an autism diagnosis.", "health"),
        ("A neurodevelopmental pathway for young people of 17.", "health"),
        ("Strengths and difficulties questionnaires.", "health"),
        ("Contact with relatives takes place in unsuitable premises.", "estates"),
    ],
)
def test_the_words_of_the_field_settle_the_first_theme(text: str, theme: str) -> None:
    assert classify(text).themes[:1] == (theme,)


@pytest.mark.parametrize(
    ("text", "not_theme"),
    [
        ("Regular supervision in the referral and assessment teams.", PRACTICE),
        ("Implement plans to restructure the Example Business Unit.", PRACTICE),
        ("Contact arrangements put children at risk of violence.", PERMANENCE),
        ("The trust should work with partners to shorten waiting lists.", PARTNERSHIP),
        ("Agencies do not consistently see the impact of neglect.", PARTNERSHIP),
        ("Visits when risks escalate.", PARTNERSHIP),
    ],
    ids=[
        "name-of-a-team",
        "plans-of-leaders",
        "contact-outside-care",
        "asking-frame",
        "all-agencies",
        "growing-risk",
    ],
)
def test_a_name_or_a_turn_of_phrase_is_no_theme(text: str, not_theme: str) -> None:
    assert not_theme not in classify(text).themes


def test_referrals_that_are_kept_as_records_are_not_the_front_door() -> None:
    assert "front-door" not in classify("Written records of referrals are kept apart.").issues


def test_children_with_send_are_of_whom_a_text_speaks() -> None:
    found = classify("Exclusion, to meet the needs of children and young people with SEND.")
    assert found.themes == ("education",)


@pytest.mark.parametrize(
    ("text", "agencies", "themes"),
    [
        (
            "The recording of alerts.",
            ["Example Hospitals NHS Trust"],
            ("records-and-ict", "health"),
        ),
        ("The recording of alerts.", ("Exampleshire Police",), ("records-and-ict",)),
        ("The use of data.", (), (LEADERSHIP, PARTNERSHIP)),
        ("The use of data.", ("Exampleshire Safeguarding Board",), (LEADERSHIP, PARTNERSHIP)),
        ("The use of data.", ("Exampleshire Police", "General practitioners"), (LEADERSHIP,)),
        ("Chronologies.", (), (PRACTICE,)),
        ("Supervision in hospitals.", (), (LEADERSHIP, "health")),
    ],
    ids=["hospital", "police", "all", "board", "two-kinds", "practice-of-all", "health-in-text"],
)
def test_a_joint_letter_touches_the_business_of_those_it_speaks_of(
    text: str, agencies: tuple[str, ...], themes: tuple[str, ...]
) -> None:
    assert classify(text, Setting(agencies=agencies)).themes == themes


def test_elsewhere_nobody_is_taken_for_the_partnership() -> None:
    assert classify("The use of data.").themes == (LEADERSHIP,)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("Information for parents.", (VOICE, PARTNERSHIP)),
        ("Waiting times for speech and language therapy.", ("health", PRACTICE)),
        ("Joint commissioning.", (LEADERSHIP,)),
    ],
    ids=["families-are-told-by-all", "waits-are-for-needs-assessed", "no-other"],
)
def test_a_report_on_an_area_touches_what_all_do(text: str, themes: tuple[str, ...]) -> None:
    assert classify(text, Setting(area=True)).themes == themes
    assert classify(text).themes == themes[:1]


def test_going_home_to_parents_is_no_care_by_relatives() -> None:
    issues = classify("Support for children who return home from care.").issues
    assert "returning-home" in issues
    assert "wider-family" not in issues
