"""Clauses that tell how something fares, in sentences about an invented council."""

import pytest

from loaders.extractors.claims import defines_grades
from loaders.extractors.fared import CHANGE, fared
from loaders.extractors.trends import Beside, may_tell_trend, trend_stated


@pytest.mark.parametrize(
    ("sentence", "progress", "thing"),
    [
        (
            "A new duty team is improving the response to contacts.",
            "improved",
            "the response to contacts",
        ),
        (
            "The timeliness of visits improved from 52% in 2021 to 90% in 2022.",
            "improved",
            "The timeliness of visits",
        ),
        (
            "The workshops have led to a reduction in permanent exclusions.",
            "improved",
            "permanent exclusions",
        ),
        (
            "Closer tracking is leading to rapid improvements in the timeliness of reviews.",
            "improved",
            "the timeliness of reviews",
        ),
        (
            "The new toolkit has helped to improve the recording of visits.",
            "improved",
            "the recording of visits",
        ),
        (
            "There has been a recent increase in placement moves.",
            "declined",
            "placement moves",
        ),
        (
            "The capacity of the review team has been reduced.",
            "declined",
            "The capacity of the review team",
        ),
        (
            "The neglect toolkit is not yet embedded across the teams.",
            "insufficient-progress",
            "The neglect toolkit",
        ),
        (
            "The recruitment of foster carers remains stubbornly challenging.",
            "insufficient-progress",
            "The recruitment of foster carers",
        ),
        (
            "Caseloads in the duty team remain very high.",
            "insufficient-progress",
            "Caseloads in the duty team",
        ),
        (
            "The quality of life-story work remains good.",
            "maintained",
            "The quality of life-story work",
        ),
        (
            "The board has been slow to agree its priorities.",
            "insufficient-progress",
            None,
        ),
        (
            "Most of the earlier recommendations have now been implemented.",
            "some-progress",
            None,
        ),
        ("Managers have cleared the backlog of assessments.", "met", "backlog of assessments"),
        (
            "The gaps in health histories are now being tackled.",
            "some-progress",
            "The gaps in health histories",
        ),
        (
            "Staff have had a very positive impact on the school attendance of children in care.",
            "improved",
            "the school attendance of children in care",
        ),
        (
            "Leaders have maintained a strong focus on permanence.",
            "maintained",
            "a strong focus on permanence",
        ),
        ("It is too early to see the effect of the new hub.", "some-progress", None),
        ("When children go missing, planning has improved.", "improved", "planning"),
        (
            "Although supervision is now better, recording remains weak.",
            "some-progress",
            None,
        ),
        (
            "Delays in placing children have reduced, but waiting times remain too long.",
            "some-progress",
            None,
        ),
        (
            "Delays in placing children have reduced, but they remain too long.",
            "some-progress",
            "Delays in placing children",
        ),
    ],
)
def test_one_clause_tells_how_something_fares(
    sentence: str, progress: str, thing: str | None
) -> None:
    told = trend_stated(sentence)
    assert told is not None
    assert (told.progress, told.thing) == (progress, thing)


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of referrals has increased.",  # neither a burden nor a gain
        "Where practice has improved, families notice.",
        "When plans are late, and visits have improved, families notice.",
        "If visiting improves, plans will follow.",
        "There is limited evidence that the training has improved practice.",
        "The child’s attendance has improved since he moved.",
        "Children have improved their reading.",
        "The team works to improve the recording of visits.",
        "The service works well with schools.",
        "Staffing levels remain high.",
    ],
)
def test_what_is_neither_good_nor_bad_nor_certain_is_no_trend(sentence: str) -> None:
    assert trend_stated(sentence) is None


def test_less_of_a_burden_is_good_though_it_is_called_a_decline() -> None:
    told = trend_stated("The campaign has resulted in a decline in persistent absence.")
    assert told is not None
    assert told.progress == "improved"


def test_a_slight_change_for_the_better_is_some_progress() -> None:
    told = trend_stated("There are early signs of improved planning.")
    assert told is not None
    assert told.progress == "some-progress"


def test_a_trend_is_read_in_a_report_with_the_doubt_that_it_does_not_say_since_when() -> None:
    result = fared("The pilot has resulted in improved handovers between teams.")
    assert result is not None
    assert (result.progress, result.rule) == ("improved", CHANGE)


def test_a_plan_to_improve_is_no_trend_in_a_report() -> None:
    assert fared("The council plans to reduce caseloads and to improve supervision.") is None


def test_most_text_is_passed_over_without_a_closer_look() -> None:
    assert not may_tell_trend("Social workers know their families.")


def test_what_they_are_of_which_there_is_less_the_sentence_before_tells() -> None:
    before = "Delays in care proceedings were a concern."
    told = trend_stated("They are falling year on year.", Beside(before))
    assert told is not None
    assert told.progress == "improved"
    assert trend_stated("They are falling year on year.") is None


def test_less_of_something_is_good_where_the_report_praises_it() -> None:
    told = trend_stated("The number of contacts has reduced well.")
    assert told is not None
    assert told.progress == "improved"


def test_what_was_renewed_counts_only_since_an_inspection() -> None:
    told = fared("Since the last inspection, the audit framework has been reviewed.")
    assert told is not None
    assert told.progress == "improved"
    assert fared("The audit framework has been reviewed.") is None


@pytest.mark.parametrize(
    ("sentence", "progress", "thing"),
    [
        ("Leaders have worked hard to improve visits.", "some-progress", "visits"),
        ("Leaders have acted to reduce caseloads.", "some-progress", "caseloads"),
        ("The board has taken decisive action to improve visits.", "some-progress", "visits"),
        (
            "In recent weeks, managers have taken swift action to see all children.",
            "some-progress",
            None,
        ),
        (
            "Leaders have worked purposefully to improve visits since the last inspection.",
            "improved",
            "visits",
        ),
        (
            "Although the council has taken action to improve visits, this is not yet evident.",
            "insufficient-progress",
            None,
        ),
        ("Leaders are taking steps to improve visits.", None, None),
        ("Leaders worked with schools.", None, None),
    ],
)
def test_work_on_something_is_some_progress_where_no_result_is_told(
    sentence: str, progress: str | None, thing: str | None
) -> None:
    told = fared(sentence)
    assert (told and told.progress) == progress
    assert (told and told.assessed and told.assessed.thing) == thing


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Until very recently, there has been no plan for visits.", "some-progress"),
        ("There has been insufficient grip on homes until recently.", "some-progress"),
        ("Much progress, above all in adoption, is very new.", "some-progress"),
        ("The service is in the very early days of its improvement.", "some-progress"),
        ("There are some early signs of recovery.", "some-progress"),
        ("A form has been introduced, but it is too soon to see its impact.", "some-progress"),
        (
            "The form has led to more visits, but it is too early to see the full impact.",
            "some-progress",
        ),
        ("It is too early to see the impact of the approach.", "some-progress"),
        ("However, it is too soon for this to have had an impact.", "some-progress"),
        ("Steps were taken, but this is too new to have had an impact.", "some-progress"),
        ("There has not been enough time for it to have had an impact.", "some-progress"),
        (
            "The council’s efforts to recruit carers have been unsuccessful.",
            "insufficient-progress",
        ),
        (
            "The partnership has not made sufficient inroads into its backlog.",
            "insufficient-progress",
        ),
        ("The breadth of audits has reduced.", "declined"),
        ("There has been a recent reduction in the frequency of visits.", "declined"),
        ("Visits to homes have been stopped due to a lack of staff.", "declined"),
        ("Changes have been made to strengthen decisions.", "improved"),
        ("The audit cycle has been revised and improved.", "improved"),
        ("The hub has been on a significant journey since the last inspection.", "improved"),
        ("The chair has been instrumental in reducing delays.", "improved"),
        ("Inspectors saw some evidence of improving plans.", "some-progress"),
        ("Leaders recognised the gap and have strengthened the team.", "improved"),
    ],
)
def test_more_ways_of_telling_progress_are_read(sentence: str, progress: str) -> None:
    told = fared(sentence)
    assert told is not None
    assert told.progress == progress


@pytest.mark.parametrize(
    "sentence",
    [
        "Leaders have not ensured that children receive timely help.",
        "Sound assessments are leading to tangible improvements in children’s lives.",
        "Good work leads to improved outcomes for children.",
        "The authority is not yet delivering good protection and help.",
        "This leads to a better quality of referrals than letters do.",
        "Patrols are reducing the risk of harm to children.",
        "The group has helped to stabilise their lives and to reduce their level of crime.",
        "At key stage 4, children in care achieved better than their peers.",
        "Help for a few young people has helped to stabilise their lives.",
        "There are many examples of plans leading to improved outcomes for children.",
        "A few older children have drifted back home.",
        "A lack of time means that challenge is not having a significant impact.",
        "Managers have run audits to address the increasing number of repeat plans.",
        "Flu has resulted in reduced numbers of children in the centre, and the range of events "
        "to raise awareness goes on.",
    ],
)
def test_effects_on_children_bare_faults_and_counts_are_no_progress(sentence: str) -> None:
    assert fared(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Plans are reviewed more regularly than a year ago.", "improved"),
        ("Support is on a better footing.", "improved"),
        ("Tracking has put an end to much of the drift.", "improved"),
        ("Ties with schools, once fragile, are now sound.", "improved"),
        ("The overdue checks have all been completed.", "met"),
        ("The requirements of the notice have now been discharged.", "met"),
        ("Budgets for early help have been protected.", "maintained"),
        ("The team continues to maintain a high standard of visits.", "maintained"),
        ("Three of the five recommendations have been met.", "some-progress"),
        ("The gains are fragile.", "some-progress"),
        ("The board has delivered against a number of its aims.", "some-progress"),
        ("The strategy is not yet having an impact.", "insufficient-progress"),
        ("Leaders have begun to rebuild the service.", "some-progress"),
        ("Efforts to record visits have come to nothing.", "insufficient-progress"),
        ("Little has changed for care leavers.", "insufficient-progress"),
        ("There has been no meaningful reduction in delays.", "insufficient-progress"),
        ("Delivery of the plan is well behind schedule.", "insufficient-progress"),
        ("None of the areas for improvement has been resolved.", "insufficient-progress"),
        ("Visits are not as regular as they were.", "declined"),
        ("The service has lost its grip.", "declined"),
        ("Early improvements since the visit have been put at risk.", "declined"),
        ("Staff do not record visits any more reliably than before.", None),
    ],
)
def test_free_wordings_of_progress_are_read(sentence: str, progress: str | None) -> None:
    told = fared(sentence)
    assert (told and told.progress) == progress


def test_costs_that_fall_are_no_range_that_has_become_less() -> None:
    assert fared("The frame has extended the range of homes and has reduced the costs.") is None


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Caseloads in the assessment teams are now manageable.", "improved"),
        ("The practice model has been further embedded.", "improved"),
        ("The hub has made a real difference to the sharing of information.", "improved"),
        ("Recording is becoming more consistent.", "improved"),
        ("The forum is leading to a clearer understanding of thresholds.", "improved"),
        ("The data are now secure, a significant improvement since 2019.", "improved"),
        ("There are continuing serious shortfalls in planning.", "insufficient-progress"),
        ("The impact of the strategy is not yet evident.", "insufficient-progress"),
        ("The plans to improve supervision have not yet had an impact.", "insufficient-progress"),
        ("The backlog, while reducing, still delays assessments.", "some-progress"),
    ],
)
def test_a_report_says_what_has_become_of_its_areas(sentence: str, progress: str) -> None:
    told = fared(sentence)
    assert told is not None
    assert told.progress == progress


@pytest.mark.parametrize(
    "sentence",
    [
        "The service is for families who have enhanced visiting.",
        "Work delivers support while strengthening the voice of families.",
        "An extra manager has ensured that oversight remains effective.",
    ],
)
def test_what_only_describes_is_no_trend(sentence: str) -> None:
    assert trend_stated(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Visiting has improved, but it is not yet consistently effective.", "some-progress"),
        ("Although it makes a positive difference, the hub is not yet embedded.", "some-progress"),
        ("More money has not yet led to improvement in visiting.", "insufficient-progress"),
        ("Training is leading to improved recording in some teams.", "some-progress"),
    ],
)
def test_good_and_bad_news_of_one_sentence_are_weighed(sentence: str, progress: str) -> None:
    told = trend_stated(sentence)
    assert told is not None
    assert told.progress == progress


@pytest.mark.parametrize(
    "sentence",
    [
        "In some cases this leads to improved outcomes.",
        "This can lead to an increased likelihood of exclusion.",
        "The support for this child has not had an impact on the risks.",
        "The plan has not been agreed because consent has not been given.",
        "It remains unclear how the team will grow.",
        "The record does not tell how effectively, or otherwise, visiting is improving.",
    ],
)
def test_a_case_a_possibility_and_a_question_are_no_trend(sentence: str) -> None:
    assert trend_stated(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Considerable progress has been made.",
        "Many improvements are at an early stage.",
        "The team has improved the recording, tracking and then closing of enquiries.",
    ],
)
def test_empty_words_and_what_is_cut_out_of_a_list_name_nothing(sentence: str) -> None:
    told = trend_stated(sentence)
    assert told is not None
    assert told.thing is None


def test_what_a_grade_means_is_no_finding() -> None:
    assert defines_grades("In a local authority that requires improvement, help is not yet good.")
    assert not defines_grades("The local authority requires improvement because help is late.")
    assert not defines_grades("The overall judgement is so: the authority is not yet good enough.")


def test_what_is_better_than_elsewhere_has_not_improved() -> None:
    assert trend_stated("Eight in ten attend, which shows better take-up than other areas.") is None


def test_weaknesses_that_remain_are_insufficient_progress() -> None:
    told = trend_stated("There remain some gaps in the oversight of visits.")
    assert told is not None
    assert told.progress == "insufficient-progress"


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("The attainment gap has grown.", "declined"),
        ("The difference in attainment is diminishing.", "improved"),
        ("Staff report increased morale, reduced caseloads and smaller teams.", "improved"),
        ("There has been a reduction in the number of exclusions.", "improved"),
    ],
)
def test_what_is_measured_tells_whether_more_is_good(sentence: str, progress: str) -> None:
    told = trend_stated(sentence)
    assert told is not None
    assert told.progress == progress


def test_ownership_of_risks_is_no_burden() -> None:
    told = trend_stated("The board has increased its ownership of risks.")
    assert told is not None
    assert told.progress == "improved"


def test_what_more_of_it_is_meant_to_bring_is_no_trend() -> None:
    assert fared("Improved oversight of plans is intended to prevent drift.") is None


def test_what_was_wrong_in_the_past_is_no_reserve() -> None:
    told = trend_stated(
        "While audits were weak in the past, recent work has led to improved plans."
    )
    assert told is not None
    assert told.progress == "improved"


def test_what_could_not_be_kept_up_has_declined() -> None:
    told = trend_stated("The partners have failed to sustain the timeliness of reviews.")
    assert told is not None
    assert told.progress == "declined"


def test_a_form_that_is_sent_too_soon_is_no_judgement_that_it_is_too_early() -> None:
    assert trend_stated("Children were moved down too soon to early help.") is None


@pytest.mark.parametrize("word", ["fully", "nearly", "marked", "sustained", "most recent", "all"])
def test_a_word_repeated_without_end_takes_no_time(word: str) -> None:
    for opening in ("The plan has not ", "It has led to ", "The team has ", "There remain "):
        assert trend_stated(opening + f"{word} " * 70 + "x") is None
