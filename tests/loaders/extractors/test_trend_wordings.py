"""Many wordings in which reports say that something fares better, in part, or not; own words."""

import pytest

from loaders.extractors.fared import fared

IMPROVED = [
    "This has resulted in a number of improvements in early help.",
    "Their plans are sounder thanks to the improved audits.",
    "The board has been central to steering the work and increasing the pace of reviews.",
    "Families say that more support is now offered to foster carers.",
    "As a result, more young people receive help at school.",
    "More experienced social workers have been recruited.",
    "Carers are now more likely to be heard.",
    "There has recently been substantially increased investment in edge-of-care work.",
    "There is now more scrutiny of audits.",
    "Sustained funding has secured additional reviewing officers.",
    "Members now show ownership of the plan.",
    "Carers are now provided with clear advice.",
    "Schools are now contributing to core groups.",
    "In the last six months the board has ensured that apprenticeships are offered.",
    "Recent improvements to the review process, above all its length, have been well received.",
    "These improvements are reflected in the lower number of complaints.",
    "Improvement made after the peer review is clearly evident.",
    "Audit has been used to improve chronologies.",
    "Managers have used the learning from audits to strengthen supervision.",
    "There is evidence of a cultural shift in practice.",
    "Partners have worked together to make the changes that the review asked for.",
    "The plan is leading to a focus on the right priorities.",
    "Greater use is being made of family group conferences.",
    "Files hold stronger evidence of management oversight.",
    "A stronger focus on permanence has meant earlier moves.",
    "Workers feel heard in a way that they were not before.",
    "Supervision is regular, in contrast to the picture found at the last inspection.",
    "Staff now know what is expected of them.",
    "Partners no longer have to chase for replies.",
    "There has been a clear shift from process to outcomes.",
    "The recruitment campaign has been highly successful.",
    "The trust has made inroads into waiting times.",
    "The team has grown significantly.",
    "The council has doubled its investment in early help.",
    "Positive changes have been made.",
    "A permanent leadership team is now in place.",
    "The service is on an upward trajectory.",
    "A new director has galvanised the workforce.",
    "The 18-week pilot is creating a more resilient service.",
    "Support to schools is improving further.",
    "The rota was redrawn so that all schools now receive notices.",
    "The team has seen success in reducing the time to a first visit.",
    "The council has extended the reach of its parenting courses.",
    "Early help shows an upward line and is an improving picture.",
    "The council is less reliant on agency staff.",
    "Social workers are staying longer.",
    "More recent plans are clearer.",
    "Newer assessments show some improvement.",
    "In more recent work, analysis is stronger.",
    "The scrutiny committee is now holding officers to account.",
    "Headteachers spoke of improved communication.",
    "There were marked improvements in court work.",
    "The reform has achieved a discernible difference for the workforce.",
    "Recruitment has led to a stable workforce.",
    "Care leavers are better prepared for independence.",
    "Children experience fewer changes of worker.",
    "Families receive help more quickly.",
    "Foster carers feel more valued.",
    "Young people are more involved in recruiting staff than before.",
    "The hub has led to assessments being completed sooner.",
    "Edge-of-care work has reduced the number of children entering care.",
    "The new rota has freed social workers to spend more time with families.",
    "This means that decisions are more timely.",
    "The practice model is becoming embedded.",
    "Improved joint working means quicker decisions.",
    "Leaders have created the conditions in which good practice can thrive.",
    "The director has driven change at pace.",
    "The pace of change has been rapid.",
    "The council has increased its funding for early help.",
    "More carers were approved than in the previous year.",
    "More care leavers are in education or training.",
    "The range of placements has increased.",
    "A wider choice of homes is now available.",
    "Health assessments are completed more quickly.",
    "Partners are attending more regularly.",
    "Strategy meetings now involve the right agencies.",
    "The steps taken by managers have been effective.",
    "The council no longer uses unregistered homes.",
    "The number of children on a plan for a second time has reduced.",
]
IN_PART = [
    "While some work has been done to renew the plans, more is needed.",
    "While gradually reducing, the backlog is still large.",
    "There has been a drive on recruitment, with some progress seen.",
    "Considerable work has been undertaken to strengthen the duty team.",
    "The partnership has invested in recruiting therapists.",
    "Additional capacity has been agreed for the court team.",
    "The panel has begun to engage schools.",
    "Links with courts have begun to be rebuilt.",
    "The hub is open and starting to make a difference.",
    "Firm foundations for change have been laid.",
    "The trust has established a solid foundation for its work.",
    "The council is heading in the right direction.",
    "Progress has been uneven.",
    "There have been some small areas of progress.",
    "The use of direct work is developing.",
    "Work is under way to strengthen the pledge.",
    "The early impact is promising.",
    "Partners have acted on most of the recommendations.",
]
WANTING = [
    "The lack of a plan has slowed the pace of improvement.",
    "Delays in implementing these changes have cost trust.",
    "The gap in attendance is not closing.",
    "The improvements needed have not been properly funded.",
    "The improvements were slight.",
    "Turnover had an adverse effect on the pace of progress.",
    "Leaders have not got to grips with the backlog.",
    "Assessments are still too slow.",
    "There continue to be delays in the court team.",
    "The board has not been able to have the necessary impact.",
    "The approach has not been fully successful.",
    "Managers have not prioritised supervision sufficiently.",
    "Plans are not yet consistently specific.",
    "Audits are not yet leading to any change.",
    "The response has not been quick enough.",
    "Leaders have not had a consistent grip on practice.",
    "Gaps in the recording of visits remain.",
    "Drift remains a feature for too many children.",
    "The supply of homes is a continuing challenge.",
    "Despite adverts, the number of carers has not grown.",
    "There has been no improvement in the records.",
    "Improvement is slow.",
    "Weaknesses in chronologies continue.",
    "The protocol is still being drafted.",
    "Despite these efforts, turnover is high.",
]
KEPT = [
    "The council has maintained its network of family centres.",
    "The model has been maintained for many years.",
    "The council continues to invest in new kinds of practice.",
]
LOST = [
    "The gains made in 2013 have since been lost.",
    "Performance has fallen since the last inspection.",
    "Fewer visits are made on time.",
    "Demand has grown and caseloads are now too high.",
]
TOLD = {
    "improved": IMPROVED,
    "some-progress": IN_PART,
    "insufficient-progress": WANTING,
    "maintained": KEPT,
    "declined": LOST,
}


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [(sentence, progress) for progress, sentences in TOLD.items() for sentence in sentences],
)
def test_each_wording_tells_its_progress(sentence: str, progress: str) -> None:
    found = fared(sentence)
    assert found is not None
    assert found.progress == progress


def test_what_is_wished_leaves_nothing_that_an_improvement_is_of() -> None:
    found = fared("The panel is supporting earlier planning to secure homes, papers and money.")
    assert found is not None
    assert (found.progress, found.assessed and found.assessed.thing) == ("improved", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "The team for disabled children is stronger.",
        "The time that families waited was still too long in 2012.",
        "In court this slowed progress for some children.",
        "This has a negative impact on the progress that children make.",
        "Families wait longer than they should.",
        "Audits have been used to raise young people’s awareness.",
    ],
)
def test_a_comparison_of_teams_or_what_touches_one_child_is_none(sentence: str) -> None:
    assert fared(sentence) is None
