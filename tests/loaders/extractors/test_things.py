"""What has fared well or badly in a sentence, in our own words."""

from __future__ import annotations

import pytest

from loaders.extractors.things import (
    is_improvement_on_before,
    is_somebody,
    points_back,
    thing_of,
)

GOOD, SOME, BAD, WORSE = "improved", "some-progress", "insufficient-progress", "declined"


@pytest.mark.parametrize(
    ("sentence", "progress", "thing"),
    [
        ("Leaders have improved the speed of visits since 2019.", GOOD, "the speed of visits"),
        ("There have been improvements in planning since then.", GOOD, "planning"),
        ("Progress has been made by the trust over two years in visiting.", GOOD, "visiting"),
        ("The speed of visits has improved recently.", GOOD, "The speed of visits"),
        ("The quality of plans has improved reducing drift.", GOOD, "The quality of plans"),
        ("The quality of plans has improved very recently.", GOOD, "The quality of plans"),
        ("In the past ten months the quality of plans has improved.", GOOD, "the quality of plans"),
        ("Advice is given and the answer to calls has been improved.", GOOD, "the answer to calls"),
        ("Since May, firm action and robust action to improve the pace of work.", GOOD,
         "the pace of work"),
        ("Tracking is improving the grip of teams from a low base.", GOOD, "the grip of teams"),
        ("Training has improved for elected members.", GOOD, "Training for elected members"),
        ("Staff say that they see how this is improving daily care.", GOOD, "daily care"),
        ("Auditing is new, although its reach has gained pace.", GOOD, "Auditing"),
        ("Leaders have strengthened, and will go on to do so, the audits.", GOOD, "the audits"),
        ("Leaders have made gains in some areas, such as the use of audits.", GOOD,
         "the use of audits"),
        ("Members have been more robust in their questions to officers.", GOOD,
         "questions to officers"),
        ("Officers see children more often than in 2019.", GOOD, None),
        ("Care leavers receive much better advice than in 2019.", GOOD, "Care leavers"),
        ("All plans are kept; this is an improvement since 2019.", GOOD, "All plans"),
        ("Most have a plan; this is an improvement since 2019.", GOOD, None),
        ("Leaders have kept up and maintained a grip and this led to improved visits.", GOOD,
         "visits"),
        ("Staff have begun to improve recording and the number of moves has reduced.", SOME,
         "recording"),
        ("The team has begun to stabilise and the number of moves has reduced.", SOME, "The team"),
        ("Leaders have ensured improvements for disabled children, and the advice to carers, an "
         "area of weakness in 2019, is much improved.", GOOD, "the advice to carers"),
        ("Audits of cases occur more frequently than in 2019.", GOOD, None),
        ("They have improved the record kept when referring to the front door.", GOOD,
         "the record kept when referring to the front door"),
        ("Progress was made in reducing the time it takes for children to be met by, and see, a "
         "nurse.", GOOD, None),
        ("The council has been too slow to deliver its new hub.", BAD, "new hub"),
        ("Good plans were made, and little progress made during 2017 to improve fostering.", BAD,
         "fostering"),
        ("Some changes are slow, with insufficient progress made in areas such as the answer to "
         "neglect, drift and harm.", BAD, "the answer to neglect, drift and harm"),
        ("Improvements to the quality and reach of daily care are evident.", GOOD,
         "the quality and reach of daily care"),
        ("Progress has been made by the panel in recent months in checking cases.", GOOD,
         "checking cases"),
        ("This year the figures open to the Board have improved.", GOOD,
         "the figures open to the Board"),
        ("There were improvements to the quality of plans and improvements in ensuring that they "
         "are kept.", GOOD, "the quality of plans"),
        ("This is a decline in the service given to children and young people since the council "
         "was last seen.", WORSE, "the service given to children and young people"),
        ("Services in Exampleshire are no longer inadequate.", GOOD, "Services in Exampleshire"),
        ("There has been a reduction in sickness.", GOOD, "reduction in sickness"),
        ("This led to a reduction in the quality of visits.", WORSE, "the quality of visits"),
        ("New posts were made, addressing a key recommendation of 2019.", "met",
         "a key recommendation of 2019"),
        ("The average wait is 9 days, an improvement on last year’s 12.", GOOD, "The average wait"),
        ("They have built more effective ties abroad.", GOOD, "more effective ties abroad"),
        ("The council has made progress since the last visit.", GOOD, "The council"),
        ("Most visits are made in a week and work with schools continues to improve.", GOOD,
         "work with schools"),
        ("In recent months, the timeliness of visits has improved.", GOOD,
         "the timeliness of visits"),
        ("In addition, the timeliness of visits has improved.", GOOD, "the timeliness of visits"),
        ("In Exampleshire, the timeliness of visits has improved.", GOOD,
         "the timeliness of visits"),
        ("Leaders have improved the choice for people aged 11 to 14 years.", GOOD,
         "the choice for people aged 11 to 14 years"),
    ],
)  # fmt: skip
def test_the_thing_is_what_has_changed(sentence: str, progress: str, thing: str | None) -> None:
    assert thing_of(sentence, progress) == thing


@pytest.mark.parametrize(
    ("sentence", "progress", "thing"),
    [
        ("While waits for tests are improving, aids remain scarce.", SOME, "waits for tests"),
        ("The fund has kept up care and has sustained visits and improved advice.", "maintained",
         "visits"),
        ("The pace is good but reviews have deteriorated.", WORSE, "reviews"),
        ("Not all gaps found in 2019 have been addressed.", BAD, "gaps found in 2019"),
        ("Improvements in daily care have not been achieved.", BAD, "daily care"),
        ("Visits have not made progress and care plans have deteriorated.", WORSE, "care plans"),
        ("Frontline practice has not shown any improvements in response to the panel.", BAD,
         "Frontline practice"),
        ("The board has not made enough progress in auditing.", BAD, "auditing"),
        ("Too many areas for improvement of 2019 have not led to change.", BAD,
         "Too many areas for improvement of 2019"),
        ("While there have been improvements since 2019, some children wait.", SOME, None),
        ("All now have a plan, which was not the case, but quality varies.", SOME, None),
    ],
)  # fmt: skip
def test_only_what_goes_the_same_way_is_named(
    sentence: str, progress: str, thing: str | None
) -> None:
    assert thing_of(sentence, progress) == thing


@pytest.mark.parametrize(
    "sentence",
    [
        "This has improved since the last visit.",
        "All of these areas have improved.",
        "The timeliness has improved.",
        "Leaders have improved services.",
        "There have been improvements in many areas.",
        "Senior leaders have improved.",
        "Improvements have been made to ensure that plans are kept.",
        "This has strengthened its ability to plan.",
        "The support for those in need of this has improved.",
        "Leaders have achieved some improvements.",
        "A new form has improved this.",
        "While progress is evident, some children have improved.",
        "Some services keep failings that have improved.",
        "Waiting times have improved.",
        "Attendance is much improved.",
        "In two schools, for example, the quality of teaching has improved.",
        "For those who live abroad, the timeliness of visits has improved.",
    ],
)
def test_what_is_not_named_is_left_open(sentence: str) -> None:
    assert thing_of(sentence, GOOD) is None


def test_a_sentence_may_only_point_to_the_one_before() -> None:
    assert points_back("However, this has improved.")
    assert points_back("Since May, all of these areas have improved.")
    assert not points_back("Visiting has improved.")
    assert is_improvement_on_before("This is a clear improvement since 2019.")
    assert not is_improvement_on_before("This has improved since 2019.")


def test_who_acts_is_told_from_what_is_done() -> None:
    assert is_somebody("Senior leaders")
    assert is_somebody("Exampleshire County Council")
    assert not is_somebody("The role of the improvement board")
