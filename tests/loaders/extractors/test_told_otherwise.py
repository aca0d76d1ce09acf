"""What staff say, what came of it, what is new, what figures tell, and near misses; own words."""

import pytest

from loaders.extractors.fared import fared
from loaders.extractors.figures_then import figures_compared
from tests.loaders.extractors.wordings import assert_tells, each_of

TOLD = {
    "improved": [
        "Staff told inspectors that managers are more accessible.",
        "As a result, duty managers are more visible.",
        "Consequently, the needs of carers are better understood.",
        "The hub has enabled more families to get help early.",
        "This has resulted in fewer placement moves.",
        "Campaigns have led to vacancies being cut to nine.",
        "The new court desk has been most successful in cutting delays.",
        "Increasingly, queries from carers are well recorded.",
        "All contacts are now screened by a manager.",
        "The recent introduction of a tracker strengthens planning.",
        "The new duty rota gives managers clearer oversight.",
        "Recent audits show a rising proportion of work graded good.",
        "The service has moved from crisis to stability.",
        "The council has reversed the decline in adoptions.",
        "Children no longer wait for an allocated worker.",
        "This results in better attendance at panels.",
        "The trust has secured extra school places.",
        "Two nurses are now based in the hub.",
        "Greater priority is now given to training.",
        "Children in care are experiencing less delay.",
        "Good use of data has led the board to drive improvements.",
        "This has brought about welcome developments in fostering.",
        "There is a widening choice of flats.",
        "Minutes are now shared with schools.",
        "There are 9 pupils with persistent absence; this figure is falling.",
        "This shows how the council has improved its planning.",
        "The answer to callers is sharper and better organised.",
        "Re-referral rates, a worry for years, have gone down.",
        "Leaders have reversed this decline.",
        "The panel has become a more effective check on plans.",
        "The board has got a firmer grip on training.",
        "The effect can be seen in the falling rate of exclusions.",
    ],
    "some-progress": [
        "Managers have already introduced new steps to prevent late visits.",
        "This has been acknowledged, and two posts have been agreed.",
        "The new handbook is a clear improvement, although long.",
        "A recovery plan is in place and starting to show results.",
        "Although take up is rising, many do not know it.",
        "Because the rota is so new, its effect has not yet been felt.",
        "The new post is now operational.",
        "Inspectors saw evidence of initial improvements in the north.",
        "Progress in tackling delay has been uneven.",
    ],
    "insufficient-progress": [
        "This team remains under-resourced.",
        "Many managers remain insufficiently trained.",
        "Roles remain poorly understood.",
        "There are still significant barriers to timely help.",
        "Partners are still drawing up a pathway for neglect.",
        "There has been no reduction in agency staff.",
        "Care leavers continue to be placed in unsuitable flats.",
        "The authority still has no strategy for participation.",
        "Work on neglect only started in the autumn.",
        "The systems to track plans are still in development.",
        "Measures to stabilise the workforce are insufficient.",
        "The impact of training has so far been limited.",
        "Despite these efforts, managers do not always visit teams.",
        "There remains no agreed protocol with the hospital.",
        "Oversight is no more robust than at the last visit.",
        "The new forms have not made plans more analytical.",
        "The gap is as wide as ever.",
    ],
    "declined": [
        "The good practice seen in 2018 is no longer evident.",
        "Partners reported a real loss of trust in the front door.",
        "Changes to the rota have led to falling performance.",
        "A growing number of children are placed far from home.",
    ],
    "maintained": [
        "The trust ensured that visits were maintained in the pandemic.",
        "There has been no homelessness in the last six years.",
        "Recruitment has kept pace with demand.",
        "Visits to children continued throughout the lockdown.",
    ],
    "met": [
        "Both priority actions have been implemented.",
        "This recommendation has been achieved.",
        "The statutory duties are now being met.",
        "The council has complied with the improvement notice.",
        "Managers corrected the error during the visit.",
    ],
}
TELL_NOTHING = [
    "Staff did not say that managers are more visible.",
    "The scheme is in its infancy.",
    "Managers now use agency workers to cover vacancies.",
    "Police now consider the case to be closed.",
    "The council is now working with a large deficit.",
    "There is now a full waiting list for the group.",
    "Parents feel that face-to-face meetings are better than those held online.",
    "Inspectors found that plans written with families are more specific.",
    "High turnover has led to more children having several changes of social worker.",
    "More families are supported in the north of the county.",
    "There remain no children in unregistered homes.",
    "Neglect has become more apparent.",
    "Increased demand means that waiting times are long.",
    "Children with a permanent worker experience less drift.",
    "Inspectors recommend that greater emphasis is placed on children's views.",
    "Minutes do not record which agreed actions have been completed.",
    "The family is now supported by a health visitor.",
    "Despite these changes, staff do not feel anxious.",
    "Social workers have swiftly taken action to prevent the baby from harm.",
    "The shortage of foster homes is now extending to babies.",
    "The council has a clear plan for its improvement journey.",
    "The use of interpreters ensures that families are understood.",
    "The national picture remains worrying.",
    "There is an increasing range of demands on services.",
    "Budget cuts have changed the way that social workers practise.",
    "Social workers ensured that sibling relationships were maintained.",
    "Progress in reading is good.",
    "The playroom has created a safe space for children to talk.",
    "Police action resulted in two men being charged.",
    "Each target is met before the pupil moves on.",
    "Early help is laying good foundations for children's later lives.",
    "Young people reported a loss of confidence in themselves.",
    "Frequent moves led to poorer attendance for both boys.",
    "Research shows how outcomes have improved for adopted children.",
    "Workers would like leaders who are more visible.",
    "As a result, plans should be clearer.",
    "The new team will ensure that decisions are quicker.",
    "A new panel is planned that provides more rigorous challenge.",
    "It is not clear whether the new panel provides more rigorous challenge.",
    "The new panel does not provide more rigorous challenge.",
    "The introduction of the tool does not ensure consistency.",
    "The boy no longer waits for a service.",
    "All referrals should now be screened by a manager.",
    "The council hopes that more children are placed close to home.",
    "More children than elsewhere are placed with relatives.",
    "Inspectors asked whether the recommendations have been achieved.",
    "The council has not complied with the notice.",
    "The action is complete when the manager signs it off.",
    "A programme helps parents to move from crisis to stability.",
    "The family has moved from crisis to crisis.",
    "A growing number of children live in the area.",
    "The nurse now works in another area.",
    "The service still has no children waiting.",
    "Half of the former team now work for a charity.",
    "Leaders have a firm grasp of continuing shortages.",
    "It is not clear how practice has improved.",
    "When plans are clearer and more specific, families engage.",
    "Children tell workers that their experiences at home are improving.",
    "In most cases, children's experiences have improved because of the placement.",
    "The booklet has not been implemented for a few families.",
    "The courses seen were timely and leading to real improvements.",
]


@pytest.mark.parametrize(("sentence", "progress"), each_of(TOLD))
def test_other_constructions_tell_how_something_has_fared(sentence: str, progress: str) -> None:
    assert_tells(sentence, progress)


@pytest.mark.parametrize("sentence", TELL_NOTHING)
def test_wishes_questions_and_single_people_tell_none(sentence: str) -> None:
    assert fared(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("In 2017, 95% of children were offered advocacy, compared with 74% in 2016.", "improved"),
        ("Some 12% had a repeat plan, compared with 8% the previous year.", "declined"),
        ("In 2018, 71% attended their review, an increase from 40% in 2012.", "improved"),
        ("The average wait is 6 weeks, down from 40 weeks in 2019.", "improved"),
        ("Last year 60% of reviews were held on time, compared with 60% in 2016.", None),
        ("Some 95% were offered advocacy, compared with 74% nationally in 2016.", None),
        ("At 31 March 2016, 30 children were in care, compared with 25 in 2015.", None),
        ("Some 95% were offered advocacy, compared with 10 days in 2016.", None),
        ("Some 95% were offered advocacy, compared with 74% of boys.", None),
        ("It is unclear whether 95% were seen alone, compared with 74% in 2016.", None),
        ("The target is 95% of visits on time, up from 85% in 2016.", None),
        ("The council received 45 complaints, up from 30 last year.", None),
        ("Some 20% of checks were not completed on time, compared with 10% in 2016.", None),
    ],
)
def test_figures_are_set_against_those_of_an_earlier_time(
    sentence: str, progress: str | None
) -> None:
    assert figures_compared(sentence) == progress


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        (
            "The ‘Safe Start’ training for schools has improved.",
            "The ‘Safe Start’ training for schools",
        ),
        ("The trust has streamlined its duty work into two teams.", "duty work"),
        ("The team has increased the number of care leavers the trust is in touch with.", None),
    ],
)
def test_what_has_fared_is_named_whole_or_not_at_all(sentence: str, thing: str | None) -> None:
    found = fared(sentence)
    assert found
    assert (found.assessed and found.assessed.thing) == thing


def test_the_figures_of_one_child_tell_of_no_service() -> None:
    assert fared("His attendance is 95%, compared with 70% last year.") is None
