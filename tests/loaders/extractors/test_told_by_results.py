"""What figures, effects and obstacles tell of a change, and near misses; own words."""

import pytest

from loaders.extractors.fared import fared
from tests.loaders.extractors.wordings import assert_tells, each_of

TOLD = {
    "improved": [
        "Attendance at reviews is close to the national average and improving.",
        "Families can choose from a range of good and still improving groups.",
        "Advocates are being progressively well used.",
        "The best results for six years were achieved at the end of primary school.",
        "The pilot has led to improvements such as shorter forms.",
        "The new protocol has facilitated clearer recording.",
        "The impact of the clinic has been significant in improving plans.",
        "The academy has been an important step forward for recruitment.",
        "The effect of coaching can be seen in improved analysis.",
        "Performance data show the gap narrowing since 2017.",
        "The average was 40 weeks for care proceedings, and it had fallen to 29 weeks by March.",
        "The team has now secured permanence for most of the children in long-term care.",
        "An increasing number of adoptive families receive timely support.",
        "A new template has been introduced, with a much stronger focus on identity.",
        "Until last autumn this was not the case.",
        "Relationships between the two boards are maturing.",
        "Growing stability in the teams means that children know their workers.",
        "This represents significant improvement in planning.",
        "Managers are increasingly challenging poor plans.",
        "Increasingly, care leavers have access to good homes.",
        "Referrals have increased because of better awareness among schools.",
        "There has been a net gain of nine foster carers.",
        "The company has increased the number of care leavers it is in touch with.",
        "There has been a fall in those with a second or subsequent protection plan.",
        "In the past year, training has become well organised.",
        "The learning culture is strong and continues to develop.",
        "Placement stability is improving and children have good access to the Child and Adolescent"
        " Unit.",
        "Attendance stood at 94%, an increase on the year before.",
        "There is a falling trend in exclusions.",
        "Children in care have seen the attainment gap narrow.",
        "The single hub has had the effect of cutting complaints.",
        "Visits are resulting in good outcomes, such as improved attendance.",
        "The range of supported lodgings is being expanded.",
        "A growing number of care leavers achieve good grades.",
        "School nurses have now received training in neglect.",
        "Managers have firmly tackled poor performance.",
        "Schools report an increase in the number of CAFs.",
    ],
    "maintained": [
        "The Board has continued to provide core training.",
        "The Board continues to develop joint procedures.",
    ],
    "some-progress": [
        "The use of family group conferences is low but rising.",
        "Caseloads are still high, but they are falling.",
        "Dental checks are still subject to delays, but performance is improving.",
        "The service has strengthened its management although this caused instability at first.",
    ],
    "declined": ["Exclusions are low, but they are rising."],
    "insufficient-progress": [
        "The council still has more to do to reduce persistent absence.",
        "Much still remains to be done to secure stable teams.",
        "Despite recent investment in reviewing officers, their caseloads are too high.",
        "However, to date not all partners have contributed to the scorecard.",
        "Problems with the recording of strategy meetings persist across teams.",
        "Vacancies in the assessment teams continue to hamper timely visits.",
        "The limited progress in recruiting carers means that children move too often.",
        "While there are signs of improvement, overall the pace is too slow.",
        "The handbook for carers remains in the drafting stage.",
        "The Board remains concerned about attendance at conferences.",
        "There are significant delays in completing the actions from the last review.",
        "Delay in developing early help has led to families waiting too long.",
        "The council accepts that the pace of recruitment has been too slow.",
        "The trust is aware that consistent practice is still to be achieved.",
        "Returns on visits continue to be incomplete.",
    ],
}
NOT_TOLD = [
    "The impact of austerity has been significant on early help.",
    "The new system has created greater delay for families.",
    "Recruitment is increasingly challenging.",
    "Social workers are increasingly taking sick leave.",
    "Increasingly, children receive unlawful exclusions.",
    "There was a net increase of agency social workers.",
    "Demand continues to grow.",
    "A blame culture is taking root.",
    "The council has seen vacancies grow and retention reduce.",
    "The number of redundancies is being increased.",
    "A growing number of children enter care.",
    "A growing number of families receive eviction notices.",
    "Managers have now received complaints about training.",
    "The service has now recruited agency workers to all posts.",
    "Self-harm is low but rising.",
    "The council does not pay for advocacy, and has not done so for long.",
    "The team continues to run a waiting list.",
    "So far, no children have been harmed.",
    "To date, no serious incidents have occurred.",
    "Leaders refuse to accept that practice has improved.",
    "Members share a vision of strong and continually improving services.",
    "For this reason a few pupils remain without the lessons that they want.",
    "Some children meet with delay in seeing a doctor and others remain in unsuitable homes.",
    "There are delays in deciding which children are to remain with their carers.",
    "No young people live in bed and breakfast rooms, use of which has been rare in the last year.",
    "The pupil’s limited progress in reading means that she needs a tutor.",
    "The panel has secured increased service budgets.",
    "The children have continued to provide their views.",
    "The child’s skills continue to develop.",
    "Increasingly, children have complex needs.",
    "There has been a reduction in children subject to a plan.",
    "Managers are increasingly identifying no risks.",
    "Leaders continue to develop a strategy for homes.",
    "A growing number of pupils enter unsuitable placements.",
]


@pytest.mark.parametrize(("sentence", "progress"), each_of(TOLD))
def test_results_and_obstacles_tell_of_a_change(sentence: str, progress: str) -> None:
    assert_tells(sentence, progress)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_lives_visions_and_plain_states_tell_of_none(sentence: str) -> None:
    assert fared(sentence) is None


DENIED = [
    "Attendance is not good and improving.",
    "The pilot has hardly led to improvements such as shorter forms.",
    "The new protocol has rarely facilitated clearer recording.",
    "The impact of the clinic has not been significant in improving plans.",
    "The effect of coaching cannot yet be seen in improved analysis.",
    "The academy has hardly been an important step forward.",
    "Performance data do not show the gap narrowing.",
    "The team has still not secured permanence for children in long-term care.",
    "No increasing number of families receive timely support.",
    "There is no evidence that the effect of coaching can be seen in improved analysis.",
    "There is no evidence that teams keep a good and improving grip on neglect.",
    "There is no evidence that children who go missing now receive timely help.",
    "It is unclear whether improvement has been seen in the sampled plans.",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_is_never_better(sentence: str) -> None:
    found = fared(sentence)
    assert found is None or found.progress == "insufficient-progress"


@pytest.mark.parametrize(
    ("before", "sentence", "progress"),
    [
        (
            "Persistent absence was 9%.",
            "This is a reduction from 11% in 2012.",
            "improved",
        ),
        ("Persistent absence was 9%.", "This represents an increase of 2%.", "declined"),
        ("Attendance at reviews was 50%.", "This increased to 71% by the spring.", "improved"),
        ("Attendance at reviews was 50%.", "This is a drop from 67% in 2015.", "declined"),
        ("Eleven adoptions broke down.", "This is a rise of three since 2015.", None),
        ("Visits were late in 12% of cases.", "This is an increase from 8%.", None),
        ("There were 300 children in care.", "This is an increase from 250.", None),
        ("Persistent absence was 9%.", "This is not a reduction from last year.", None),
        ("Attendance was fair and absence high.", "This is a reduction from last year.", None),
    ],
)
def test_this_is_as_good_or_bad_as_what_was_counted_before(
    before: str, sentence: str, progress: str | None
) -> None:
    found = fared(sentence, before=before)
    assert (found and found.progress) == progress


def test_what_somebody_owns_up_to_is_told_by_him() -> None:
    found = fared("Managers accept that too little progress has been made with plans.")
    assert found
    assert (found.progress, found.told_by_others) == ("insufficient-progress", True)
