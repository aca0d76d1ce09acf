"""What sounds like progress and is none, or is worth less than it sounds; in our own words."""

import pytest

from loaders.extractors.fared import fared
from tests.loaders.extractors.wordings import assert_tells


@pytest.mark.parametrize(
    "sentence",
    [
        "Children seen live in good homes with evidence of improved outcomes.",
        "Children seen live in good homes, with most settled and their outcomes improving.",
        "Three pupils have made progress in their personal development.",
        "A club builds trust so the family have more positive routines.",
        "Decisions are careful and, in several cases seen, led to improved homes.",
        "It has meant that, in some cases, finding a home has not been addressed with due urgency.",
        "For four of those children a home has been found but has not yet been agreed.",
        "Improvements in children’s lives have not been achieved.",
        "The club was seen to help pupils, and to feel more confident.",
        "Their needs are poorly understood, delaying their progress.",
        "The number of children in care is beginning to rise.",
        "Support changes as the child’s experience is better understood.",
        "The council of children likes the visits they are increasingly involved in.",
    ],
)
def test_how_single_people_fare_is_no_progress(sentence: str) -> None:
    assert fared(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Reviewing officers are effective in supporting the progress of plans.",
        "Oversight has been ineffective in dealing with drift.",
        "Oversight to challenge the lack of progress in plans has been ineffective.",
        "None of these areas have been thought about carefully enough.",
        "The guide is new and not all carers are yet aware of it.",
        "A much-improved planning tool is being developed.",
        "This is not so elsewhere: housing, for example, has a much more stable workforce.",
        "It remains unclear to parents how places are found.",
    ],
)
def test_what_is_weak_without_a_change_is_no_progress(sentence: str) -> None:
    assert fared(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Managers have been ineffective in reducing drift.", "insufficient-progress"),
        ("Planning for improvement is at an early stage.", "insufficient-progress"),
        ("Evidence of sustained change is limited, as teams are new.", "insufficient-progress"),
        ("There is still more to do to improve plans.", "insufficient-progress"),
        ("There is still work to do to improve plans.", "insufficient-progress"),
        ("There is more to do to improve plans.", "some-progress"),
        ("Swift action was taken, but there is still more to do.", "some-progress"),
    ],
)
def test_the_same_words_have_one_worth(sentence: str, progress: str) -> None:
    told = fared(sentence)
    assert told is not None and told.progress == progress


def test_improvement_conceded_before_another_reserve_names_no_area() -> None:
    told = fared("While the timeliness of visits has improved, the quality of many plans is poor.")
    assert told is not None and told.assessed is not None
    assert (told.progress, told.assessed.thing) == ("some-progress", None)


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("The number of late visits has fallen.", "improved"),
        ("Cancelled visits have increased.", "declined"),
        ("There has been an increase in missed health assessments.", "declined"),
        ("The percentage of health assessments that are overdue has fallen.", "improved"),
        ("The percentage of reviews held late has increased.", "declined"),
        ("The proportion of plans not completed in time has increased.", "declined"),
        ("The number of care leavers who are not in touch has reduced.", "improved"),
        ("The number of children without an allocated social worker has fallen.", "improved"),
        ("More children are not in school.", "declined"),
        ("Tribunal appeals have declined by a quarter.", "improved"),
        ("Vacancy rates have started to fall.", "some-progress"),
        ("Delays have continued to fall.", "improved"),
        ("Attendance has declined by 3%.", "declined"),
        ("Fewer care leavers are not in employment.", "improved"),
    ],
)
def test_a_gain_that_is_denied_or_at_fault_is_a_burden(sentence: str, progress: str) -> None:
    assert_tells(sentence, progress)


@pytest.mark.parametrize(
    "sentence",
    [
        "They describe a vision of strong and improving services.",
        "This reduces delay in families receiving a more detailed assessment.",
        "The team is making a positive difference in improving the experiences of pupils.",
        "The council has not challenged partners effectively.",
    ],
)
def test_a_vision_or_what_help_does_for_people_is_no_progress(sentence: str) -> None:
    assert fared(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Recording has hardly improved.", "insufficient-progress"),
        ("Recording has improved very little.", "insufficient-progress"),
        ("Recording has improved too slowly.", "insufficient-progress"),
        ("Recording has improved, but only marginally.", "some-progress"),
        ("Waiting times have barely reduced.", "insufficient-progress"),
        ("Few improvements have been made in recording.", "insufficient-progress"),
        ("Disappointing progress has been made.", "insufficient-progress"),
        ("Only limited progress has been made in recording.", "insufficient-progress"),
        ("Patchy progress has been made in recording.", "some-progress"),
        ("Good progress has been made in tackling poor recording.", "improved"),
        ("The decline in recording has been halted.", "some-progress"),
        ("There has not been a positive shift in recording.", "insufficient-progress"),
        ("Recording hasn’t improved.", "insufficient-progress"),
        ("None of the recommendations have now been implemented.", "insufficient-progress"),
        ("No child waits, and all recommendations have now been implemented.", "met"),
        ("The team has hardly begun to improve recording.", "insufficient-progress"),
        ("The recent improvement has been short-lived.", "insufficient-progress"),
        ("The improvement in recording has stalled.", "insufficient-progress"),
    ],
)
def test_words_beside_a_change_tell_how_much_of_it_there_is(sentence: str, progress: str) -> None:
    assert_tells(sentence, progress)


def test_what_has_hardly_become_worse_is_no_decline() -> None:
    assert fared("Recording has hardly deteriorated.") is None


def test_little_is_no_area() -> None:
    found = fared("Little has improved since 2019.")
    assert found is not None
    assert found.assessed is not None
    assert found.assessed.thing is None


@pytest.mark.parametrize(
    "sentence",
    [
        "There has not been improvement in recording.",
        "Fewer actions from the last inspection have been completed.",
        "Fewer recommendations have been implemented since the last inspection.",
        "The progress of pupils is inconsistent.",
        "The board has not been effective in ensuring attendance.",
        "Support ends too soon, before change has been sustained.",
        "Pupils have sustained relationships with carers.",
        "Caseloads are higher than the national average.",
        "Referrals from the police have declined by a quarter.",
        "Leaders hope that recording has improved.",
        "The aim is that recording has improved.",
        "Inspectors did not find that recording has improved.",
        "There is no evidence that recording has improved since the last inspection.",
        "It is unclear whether recording has improved since the last inspection.",
    ],
)
def test_what_is_hoped_or_not_found_is_no_progress(sentence: str) -> None:
    assert fared(sentence) is None


def test_an_officials_her_is_no_childs() -> None:
    found = fared("The new director and her team have strengthened supervision.")
    assert found is not None
    assert found.progress == "improved"
    assert fared("The child’s attendance has improved since the director met her.") is None
    assert fared("The director’s niece has improved her reading.") is None


def test_a_concern_that_has_been_fully_addressed_is_met() -> None:
    found = fared("Screening was an area of concern that the council has since fully addressed.")
    assert found is not None
    assert found.progress == "met"


def test_life_chances_are_no_area() -> None:
    found = fared("This has led to improved life chances.")
    assert found is None or found.assessed is None or found.assessed.thing is None


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("A new rota was introduced in May, but its impact is not yet evident.", "some-progress"),
        ("Leaders have recruited staff, but this has yet to have an impact.", "some-progress"),
        ("The impact of supervision is not yet evident.", "insufficient-progress"),
        (
            "Actions taken have yet to have an impact, and there remain serious weaknesses.",
            "insufficient-progress",
        ),
    ],
)
def test_what_was_set_up_and_is_still_without_effect_is_some_progress(
    sentence: str, progress: str
) -> None:
    assert_tells(sentence, progress)
