"""What full reports say of progress since an earlier inspection, in our own words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from loaders.extractors.comparisons import (
    NAMED_BEFORE,
    NAMED_FURTHER_BACK,
    SINCE_WHEN,
    TOLD_BY_OTHERS,
    TOO_EARLY,
    UNDER_HEADING,
    ReadBeside,
    find_comparisons,
)
from loaders.extractors.fared import CHANGE, OVER_TIME, RULE, fared
from loaders.page import Line, SourceText
from loaders.readers.text import read
from loaders.records import Actor

OFSTED = Actor(kind="body", label="Ofsted", body="ofsted")
LEAST_FOUND = 0.85
BETTER = ("improved", "met", "maintained")
SOME = "some-progress"
WORSE = ("declined", "insufficient-progress")


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("Visiting has improved since the last inspection.", "improved"),
        ("Reviews are more timely than at the time of the 2019 inspection.", "improved"),
        ("Plans have improved since the visit in 2021, but too many drift.", "some-progress"),
        ("Most gaps of the 2019 inspection have been addressed, albeit slowly.", SOME),
        ("Some of the actions from the previous inspection have not been met.", WORSE[1]),
        ("This has not ensured sufficient improvement since the last inspection.", WORSE[1]),
        ("The gaps found at the previous visit are still present.", WORSE[1]),
        ("Since the inspection in 2018, services have deteriorated.", "declined"),
        ("Since the last inspection, services have remained outstanding.", "maintained"),
        ("All recommendations of the last inspection have been met.", "met"),
        ("Gaps identified in the previous inspection have not been tackled.", WORSE[1]),
        ("The quality of plans has improved over the past year.", "improved"),
        ("Chairing has improved in recent months, but is not yet consistent.", "some-progress"),
        ("Early help has been strengthened.", "improved"),
        ("Joint training has led to improvements in recording.", "improved"),
        ("Services for care leavers have continued to improve.", "improved"),
        ("The pace of change has not been sufficient.", WORSE[1]),
        ("The timeliness of visits continues to improve.", "improved"),
        ("Attendance at meetings continues to decline.", "declined"),
        ("Leaders have not been able to achieve such progress in planning.", WORSE[1]),
        (
            "This has led to improvements across the service, although there is some way to go.",
            SOME,
        ),
        ("A new tool is starting to strengthen supervision.", SOME),
        ("Leaders chair a board, and this has led to improvements in joint work.", "improved"),
        ("The timeliness of visits has continued to decline.", "declined"),
        ("Audits are starting to improve practice.", SOME),
        ("Checks are still too late, but performance is improving.", SOME),
        ("The council has ensured that the quality of plans has improved.", "improved"),
        ("Since the new team has been in place, progress has been made in recording.", "improved"),
        ("Staff have acted on the key messages of the last visit.", "improved"),
        ("This is a clear improvement from previous inspections.", "improved"),
        ("School attendance has risen over the past five years.", "improved"),
        ("Cafcass reports a marked improvement in evidence over the last year.", "improved"),
        (
            "As a result of the new panel, there have been improvements in matching since the"
            " inspection, in 2019.",
            "improved",
        ),
        ("There has been some improvement in recording.", "some-progress"),
        ("Supervision has improved but is not consistently effective.", "some-progress"),
        ("Little progress has been made in recording.", WORSE[1]),
        ("Since then, the timeliness of visits has deteriorated.", "declined"),
        ("Recording is improving from a very low base.", "improved"),
        ("Since May 2021, members have been more robust in their questions.", "improved"),
        ("This inspection found that there had been a rapid decline in visiting.", "declined"),
        (
            "Some areas identified as weak in the most recent SIF inspection have improved.",
            "improved",
        ),
        ("In contrast, visiting services have been maintained at a good level.", "maintained"),
        ("Each now has a plan, which was not the case at the last inspection.", "improved"),
        ("Progress is evident in the areas identified for improvement.", "improved"),
        ("Emerging signs of improving visits were seen over the last six months.", "some-progress"),
        ("Auditing has gained pace over the last year, but is still at an early stage.", SOME),
        ("They cannot go home, and move more quickly than at the last inspection.", "improved"),
        ("Since the inspection in 2018, partners have built strong early help.", "improved"),
        ("Actions of the long list of the inspection of May 2012 are complete.", "met"),
        (
            "Gaps in visiting have not been closed since they were last inspected and plans have "
            "deteriorated.",
            "declined",
        ),
    ],
)
def test_a_comparison_says_how_something_fared(sentence: str, progress: str) -> None:
    result = fared(sentence)
    assert result and result.progress == progress


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("The timeliness of visits to children has improved.", "improved"),
        ("Supervision is improving.", "improved"),
        ("Plans have improved, but further work is needed.", "some-progress"),
        ("There have been improvements in the use of chronologies.", "improved"),
        ("Partnership working across agencies has not improved quickly enough.", WORSE[1]),
        ("The council has sustained the quality of its fostering service.", "maintained"),
        ("Management oversight has deteriorated.", "declined"),
        ("Despite plans, improvements for children have not been realised.", WORSE[1]),
        ("Average caseloads have reduced.", "improved"),
        ("The council has reduced the turnover of staff.", "improved"),
        ("Delays in allocation have increased.", "declined"),
        ("While vacancies have fallen, caseloads in the teams have risen.", SOME),
        ("The pace of improvement is too slow.", WORSE[1]),
        ("Commissioning of short breaks has been too slow.", WORSE[1]),
        ("Long-standing concerns over recording have not been resolved.", WORSE[1]),
        ("The delays to conferences have been resolved.", "met"),
        ("The council has now addressed all shortfalls in visiting.", "met"),
        ("The audit of cases is much improved.", "improved"),
        ("The board has made good progress in auditing.", "improved"),
        ("The trust has made significant strides in recording.", "improved"),
        ("Frontline practice has not demonstrated significant improvements.", WORSE[1]),
        ("Insufficient progress has been made in early help.", WORSE[1]),
        ("There is clear evidence of improvement in recording.", "improved"),
        ("Improvements in recording are evident.", "improved"),
        ("Visiting is improving in a sustained way.", "improved"),
        ("Recording is improving for children in care.", "improved"),
        ("Inspectors found clear improvements in recording.", "improved"),
        ("There has also been an improvement in recording.", "improved"),
        ("Leaders have built more effective relationships.", "improved"),
        ("While improvements are evident, these are not yet resulting in good care.", SOME),
        ("The average wait is 9 days, an improvement on the 12 days found elsewhere.", "improved"),
        ("There have been some recent improvements in recording.", SOME),
    ],
)
def test_a_change_that_only_the_tense_dates_is_doubted(sentence: str, progress: str) -> None:
    (found,) = find_comparisons(read(sentence.encode()), OFSTED)
    assert (found.progress, found.rule, found.doubt) == (progress, CHANGE, SINCE_WHEN)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("The audit of cases is much improved since 2010.", OVER_TIME),
        ("The board has made very good progress since her arrival.", OVER_TIME),
        ("The timeliness of visits has improved from 46.5% in 2014 to 93%.", OVER_TIME),
        ("The quality of plans has improved, from being judged inadequate in 2008.", OVER_TIME),
        ("The average wait is 9 days, an improvement on last year’s 12 days.", OVER_TIME),
        ("There has been an improvement in recording following this review.", OVER_TIME),
        ("Over the course of the last 12 months, average caseloads have fallen.", OVER_TIME),
        ("In 2010, fostering was judged good, but services have deteriorated.", OVER_TIME),
        ("Insufficient progress has been made since Ofsted judged planning weak.", RULE),
        ("The quality of plans has deteriorated since the council was last inspected.", RULE),
    ],
)
def test_a_change_whose_sentence_says_since_when_is_not_doubted(sentence: str, rule: str) -> None:
    (found,) = find_comparisons(read(sentence.encode()), OFSTED)
    assert (found.rule, found.doubt) == (rule, None)


def test_what_others_report_and_the_next_sentence_denies_is_not_stated() -> None:
    said = "Managers reported that there had been an improvement in visits in the last 12 months. "
    assert find_comparisons(read(f"{said}The head is new.".encode()), OFSTED)
    denied = f"{said}However, conflicting data did not support this."
    assert not find_comparisons(read(denied.encode()), OFSTED)


def test_a_cause_in_the_sentence_before_is_kept_but_is_not_what_has_fared() -> None:
    said = "Members know their roles. However, this has not ensured sufficient improvement since "
    (found,) = find_comparisons(read(f"{said}the last inspection.".encode()), OFSTED)
    assert (found.area, len(found.sentences), found.doubt) == (None, 2, NAMED_BEFORE)


def test_where_the_sentence_before_names_nothing_either_it_is_quoted_with_a_doubt() -> None:
    said = "The strategy is old. It was to be renewed in 2018. This has not yet been achieved."
    (found,) = find_comparisons(read(said.encode()), OFSTED)
    assert (found.progress, found.area, len(found.sentences)) == ("insufficient-progress", None, 2)
    assert found.doubt == f"{NAMED_FURTHER_BACK}; {SINCE_WHEN}"


def test_a_measure_of_which_it_is_too_early_to_tell_is_some_progress_with_a_doubt() -> None:
    text = "A hub has been set up, but it is too early to see its impact."
    (found,) = find_comparisons(read(text.encode()), OFSTED)
    assert (found.progress, found.doubt) == ("some-progress", f"{SINCE_WHEN}; {TOO_EARLY}")


@pytest.mark.parametrize(
    ("said", "area"),
    [
        ("Leaders have taken decisive action to reduce caseloads. Average caseloads have fallen.",
         "Average caseloads"),
        ("They have acted firmly to improve testing of plans. This is bringing better results.",
         "testing of plans"),
        ("Until recently, the board did little to test plans. This is now improving.", None),
    ],
)  # fmt: skip
def test_a_measure_and_its_result_in_the_next_sentence_are_one(said: str, area: str | None) -> None:
    (found,) = find_comparisons(read(said.encode()), OFSTED)
    assert (found.progress, found.area, len(found.evidence)) == ("improved", area, 2)


def test_a_measure_and_the_result_of_another_are_two() -> None:
    said = "Leaders have taken decisive action to reduce caseloads. Supervision has improved."
    assert len(find_comparisons(read(said.encode()), OFSTED)) == 2


@pytest.mark.parametrize(
    ("said", "area", "quoted"),
    [
        ("Supervision has improved. However, this is not yet consistent.", "Supervision", 2),
        ("The number of late visits has fallen. However, these improvements remain fragile.",
         "The number of late visits", 2),
        ("Supervision has improved. This has yet to ensure that plans are good.", None, 2),
    ],
)  # fmt: skip
def test_a_gain_of_which_the_next_sentence_makes_less_is_some_progress(
    said: str, area: str | None, quoted: int
) -> None:
    (found,) = find_comparisons(read(said.encode()), OFSTED)
    assert (found.progress, found.area, len(found.evidence)) == ("some-progress", area, quoted)


def test_of_three_sentences_a_measure_stays_beside_a_gain_and_its_reserve() -> None:
    said = (
        "Leaders have taken decisive action to reduce caseloads. This has led to improvements in "
        "visiting. However, this is not yet consistent."
    )
    found = find_comparisons(read(said.encode()), OFSTED)
    assert [(each.progress, len(each.evidence)) for each in found] == [
        ("some-progress", 1),
        ("some-progress", 2),
    ]


def test_a_sentence_after_brackets_without_a_blank_stands_apart() -> None:
    said = "Staffing has improved in the new team (the hub).Children go to school, but not enough."
    (found,) = find_comparisons(read(said.encode()), OFSTED)
    assert (found.progress, len(found.sentences[0])) == ("improved", 48)


@pytest.mark.parametrize(
    ("said", "thing", "doubt"),
    [
        ("Ties with schools are not strong. This is now improving.", "Ties with schools",
         f"{NAMED_BEFORE}; {SINCE_WHEN}"),
        ("Too many visits are slow. This is now improving.", None,
         f"{NAMED_BEFORE}; {SINCE_WHEN}"),
        ("The last inspection in 2011 identified the reach of checks as a weakness. This has "
         "not been rectified.", "the reach of checks", NAMED_BEFORE),
    ],
)  # fmt: skip
def test_the_sentence_before_may_name_what_is_described(
    said: str, thing: str | None, doubt: str
) -> None:
    found = find_comparisons(read(said.encode()), OFSTED)[-1]
    assert (found.area, found.doubt) == (thing, doubt)


def test_more_of_a_burden_is_a_decline() -> None:
    result = fared("There has been a sharp increase in caseloads since the last inspection.")
    assert result and result.progress == "declined"


def test_two_things_that_no_sentence_names_are_two_assessments() -> None:
    same = "This is an improvement since the last visit."
    said = f"Most have a plan. {same}\n\nSome write well. {same}\n"
    assert len(find_comparisons(read(said.encode()), OFSTED)) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Planning is good.",
        "Without help, children’s problems have become worse.",
        "Work has started to improve the child’s bond with her aunt.",
        "This means that for Ann, her welfare has improved.",
        "The child’s behaviour has improved.",
        "His attendance has improved.",
        "These children have improved experiences.",
        "The victim has declined support.",
        "Data do not support the view that there has been an improvement in visiting.",
        "The group has not met since February 2016.",
        "The number of referrals has increased over the last year.",
        "Eleven orders have been granted since April 2015.",
        "More should have been improved since the last inspection.",
        "The plan aims to improve visiting, as the last inspection asked.",
        "Since the last inspection, the council has appointed a director.",
        "Since the last inspection, four serious case reviews have been completed.",
        "At the last inspection, visits were found to have deteriorated.",
        "Two homes improved to good at their most recent inspections.",
        "The number of plans has fallen since the last inspection.",
        "The number of plans has declined since the last inspection.",
        "Improvement planning followed the inspection in 2019.",
        "The number of referrals has reduced.",
        "The pace of progress for some children is too slow.",
        "Children’s needs have not been addressed.",
        "A plan is in place to address the gaps identified at the last inspection.",
        "Visits have been too slowly recorded.",
        "The average wait is 9 days, an improvement on the national figure.",
        "Leaders should continue to improve.",
        "They ensure that outcomes continue to improve.",
    ],
)
def test_what_is_no_progress(sentence: str) -> None:
    assert fared(sentence) is None


def test_what_is_longer_than_any_sentence_is_not_looked_through() -> None:
    said = "Visiting has improved since the last inspection"
    assert fared(f"{said}.")
    assert fared(said + " of the service" * 20_000) is None


def test_a_pronoun_takes_the_sentence_before_with_it() -> None:
    source = read(b"Pathway plans are up to date. This is an improvement since the last visit.\n")
    (found,) = find_comparisons(source, OFSTED)
    assert found.area == "Pathway plans"
    assert (len(found.sentences), found.doubt) == (2, NAMED_BEFORE)


@pytest.mark.parametrize(
    ("said", "progress"),
    [
        ("The inspection in 2011 found drift in planning. This has not been rectified.", WORSE[1]),
        ("The inspection in 2011 found drift. These gaps have been resolved.", "met"),
        ("Staff change too often. This was identified at the last inspection.", WORSE[1]),
    ],
)
def test_a_finding_of_an_earlier_inspection_is_followed_up_in_the_next_sentence(
    said: str, progress: str
) -> None:
    (found,) = find_comparisons(read(said.encode()), OFSTED)
    assert (found.progress, found.area, len(found.sentences)) == (progress, None, 2)


@pytest.mark.parametrize(
    "said",
    [
        "Plans are good. This was identified at the last inspection.",
    ],
)
def test_without_a_fault_found_then_nothing_is_followed_up(said: str) -> None:
    assert not find_comparisons(read(said.encode()), OFSTED)


def test_a_fault_of_the_past_is_no_name_of_what_has_improved() -> None:
    source = read(b"Staff changed too often. This has improved since the last inspection.\n")
    (found,) = find_comparisons(source, OFSTED)
    assert (found.area, len(found.sentences), found.doubt) == (None, 2, NAMED_BEFORE)


@pytest.mark.parametrize(
    "said",
    [
        "Carers say that support has improved since the last inspection.",
        "Unpublished local authority data indicate that advice has improved since May 2015.",
    ],
)
def test_what_others_say_is_not_the_reports_own_finding(said: str) -> None:
    source = read(said.encode())
    (found,) = find_comparisons(source, OFSTED)
    assert (found.assessed_by, found.doubt) == (None, TOLD_BY_OTHERS)


def test_words_that_name_a_judged_area_assess_it() -> None:
    source = read(b"Services for care leavers have improved since the last inspection.\n")
    (found,) = find_comparisons(source, OFSTED, ReadBeside(areas=frozenset(("care-leavers",))))
    assert found.judgement_area == "care-leavers"
    (found,) = find_comparisons(source, OFSTED)
    assert found.judgement_area is None


def test_one_thing_said_twice_is_one_assessment_with_both_passages() -> None:
    said = "Visiting has improved since the last inspection."
    source = read(f"{said}\n\nPlans are good. {said}\n".encode())
    (found,) = find_comparisons(source, OFSTED)
    assert len(found.evidence) == 2


def test_the_heading_of_a_section_may_compare() -> None:
    pages = {"Progress since the last inspection": 14.0, "Visits have improved.": 12.0}
    lines, start = [], 0
    for text, size in {**pages, "Summary": 14.0, "Plans have improved.": 12.0}.items():
        line = Line(text, start, start + len(text), size=size, bold=size > 13, gap=2.0)
        lines, start = [*lines, line], line.end + 1
    text = "\n".join(line.text for line in lines)
    below, elsewhere = find_comparisons(SourceText("", "", text, tuple(lines)), OFSTED)
    assert (below.area, below.doubt) == ("Visits", UNDER_HEADING)
    assert (elsewhere.area, elsewhere.doubt) == ("Plans", SINCE_WHEN)


@pytest.mark.parametrize("since", ["over the past two years", "since this time"])
def test_a_sentence_that_says_since_when_needs_no_heading(since: str) -> None:
    told = fared(f"Considerable progress has been made {since} in early help.", True)
    assert told and told.rule == OVER_TIME


def test_a_sentence_names_itself_what_is_theirs() -> None:
    said = "Grants help those in care. These children’s attendance is much improved since 2010."
    assert [each.doubt for each in find_comparisons(read(said.encode()), OFSTED)] == [None]


def test_an_item_of_a_list_is_no_finding() -> None:
    source = read(b"Plans that have not improved since the last inspection.\n")
    taken = source.quotes(0, len(source.text))
    assert not find_comparisons(source, OFSTED, ReadBeside(taken=taken))


def test_real_sentences_are_found_and_never_turned_round(shared_folder: Path) -> None:
    gold = json.loads((shared_folder / "evaluation" / "progress.json").read_text())["sentences"]
    results = [(each, fared(each["sentence"])) for each in gold]
    assert sum(result is not None for _, result in results) >= LEAST_FOUND * len(gold)
    for each, result in results:
        opposite = WORSE if each["progress"] in BETTER else BETTER
        assert (
            result is None
            or result.progress not in opposite
            or set(opposite) & set(each["acceptable"])
        )
