"""What is so now, more often, sooner or still, and near misses; own words."""

import pytest

from loaders.extractors.fared import fared

TOLD = {
    "improved": [
        "Assessments are written more promptly, and managers check them.",
        "Children’s plans are far sharper, with fewer vague targets.",
        "Decisions are swifter because additional managers have been appointed.",
        "Return home interviews are held sooner and more consistently.",
        "Core groups are better attended and more purposeful.",
        "Schools share concerns more readily.",
        "There are far fewer cases in which children wait without a worker.",
        "There is less drift in care proceedings.",
        "There are fewer changes of social worker.",
        "Fewer children are waiting for a therapist.",
        "Fewer families are turned away without advice.",
        "Decisions are reached three weeks faster.",
        "Caseloads have become lighter.",
        "Waiting times for therapy have grown shorter.",
        "Attendance at reviews is up.",
        "Morale among practitioners is higher because managers listen.",
        "The number of approved adopters has doubled, offering children a wider choice.",
        "Family group conferences now reach two in three families, up from one in ten.",
        "Supervision is now monthly, whereas at the last inspection many had rarely met.",
        "Dip sampling has restarted after a break of a year.",
        "Workers no longer fear their caseloads.",
        "Confidence among partners is returning.",
        "Early help support is growing.",
    ],
    "met": [
        "The post of virtual head, vacant at the last visit, has been filled.",
        "A sufficiency strategy, missing at the time of the inspection, is now in place.",
        "The unsafe practice of closing contacts without checks no longer happens.",
        "Students no longer hold cases without supervision.",
        "Recommendations made by the reviewer have been acted upon.",
        "Duplication between the two panels has been removed.",
    ],
    "maintained": [
        "The duty team continues to offer families a prompt and sensitive response.",
        "The advocacy service continues to provide valued support.",
        "Partnership work remains well established.",
        "Workers continue to keep in touch with nearly all care leavers.",
        "Panels continue to match children without delay.",
        "Schools have continued to benefit from joint training.",
    ],
    "insufficient-progress": [
        "Strategy meetings are still held only by telephone.",
        "Chronologies are still completed by few workers.",
        "Decisions are still made too late.",
        "Boys are still over-represented among those excluded.",
        "Records continue to contain omissions.",
        "The response to criticism has lacked pace.",
        "Progress is much less marked in fostering.",
        "The same is not true of pathway plans.",
        "There has been no comparable improvement in adoption.",
        "What has not changed is the quality of recording.",
        "Only three of the twelve actions have been completed.",
        "Capacity has not grown in line with demand.",
        "Managers have not made sufficiently rapid progress.",
    ],
    "declined": [
        "Waiting lists have got longer.",
        "Workloads have become heavier.",
        "The range of short breaks on offer has contracted.",
        "Supervision has become infrequent.",
        "Training has become optional since last year, and fewer staff have completed it.",
    ],
    "some-progress": [
        "Plans are clearer, but many still have no dates.",
        "Visits are made more often, although too many are late.",
        "Confidence is returning, but some schools remain doubtful.",
        "New workers have been recruited, but it is too early to see the effect.",
        "A panel was set up in May, but few additional carers have come forward.",
        "Leaders have appointed a scrutineer, whose work is too recent to judge.",
        "Vacancies remain high in two teams, but they are falling.",
        "Early feedback is encouraging.",
        "The service has moved to a new model, with promising early results.",
        "The tool is in use in most teams, though not consistently.",
    ],
}
NONE = [
    "Plans are clearer and more detailed in the north team than in the south team.",
    "Plans for boys are clearer and more detailed.",
    "Support is better and more frequent where workers stay.",
    "When plans are clearer and more specific, families engage.",
    "Visits should be made more often.",
    "Managers want visits to be made more often.",
    "If visits are made more often, trust grows.",
    "Younger children see their parents more regularly.",
    "Children in settled homes attend school more regularly.",
    "This helps families engage more confidently.",
    "The boy attends more regularly.",
    "He sleeps better and is calmer and more confident.",
    "Mia is happier and more settled.",
    "The girl is calmer and more confident.",
    "There are fewer delays than in similar councils.",
    "There are fewer delays in the north.",
    "There are fewer delays than nationally.",
    "Fewer children are without a school place than in other areas.",
    "The council wants fewer children to be without a school place.",
    "The inspection took place two months earlier.",
    "The baby was born two weeks sooner.",
    "A panel has been established, which meets monthly.",
    "A worker has been appointed for this family, but she is still on leave.",
    "The mother continues to provide good support to her son.",
    "Her foster carers continue to provide a sensitive response.",
    "The boy continues to keep in touch with his brother.",
    "Parents no longer argue without supervision.",
    "His abuse no longer occurs.",
    "The child no longer stays alone without supervision.",
    "The parents have lacked focus.",
    "The mother has lacked consistency.",
    "Only three of the children are placed at a distance.",
    "Only two children have been met.",
    "The early results are good at the primary school.",
    "The father is still seen only by the grandmother.",
    "Her attendance is up.",
    "The girl’s attendance is higher because she has a new school.",
    "Crime is growing.",
    "The risk to the child is growing.",
    "Demand for support is growing.",
    "The need for support is growing.",
    "The team is growing.",
    "The meeting has resumed after a break.",
    "The case has been dealt with well.",
    "His behaviour is less marked in class.",
    "The post, vacant at the time of the inspection, is now not needed.",
    "Workers hope that visits are made more reliably.",
    "The plan is to see families more often.",
    "Attendance is higher in primary schools.",
    "Attendance is higher for girls.",
    "Absence remains far lower than nationally.",
    "The same is true of plans.",
    "The same cannot be said of his brother.",
    "Staff are better trained and more experienced than in other councils.",
    "Parents do not engage more readily.",
    "Few partners contribute more consistently.",
    "Visits are not made more often.",
    "Visits are hardly made more reliably.",
    "Confidence is not returning.",
    "Plans are no clearer and no more detailed.",
    "Plans are not clearer and more detailed.",
    "Few plans are clearer and more focused.",
    "No plans are clearer and more focused.",
    "Plans are hardly clearer and more focused.",
    "Plans are no longer clearer and more focused.",
    "There are not fewer delays.",
    "There are no fewer delays.",
    "Few of the posts, vacant at the last inspection, have been filled.",
    "Supervision has not resumed after a gap.",
    "Early results are not encouraging.",
    "Duplication has not been removed.",
    "Little of the advice has been acted on.",
]


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [(sentence, progress) for progress, sentences in TOLD.items() for sentence in sentences],
)
def test_each_wording_tells_its_progress(sentence: str, progress: str) -> None:
    found = fared(sentence)
    assert found is not None
    assert found.progress == progress


@pytest.mark.parametrize("sentence", NONE)
def test_comparisons_denials_and_single_people_tell_none(sentence: str) -> None:
    assert fared(sentence) is None


DENIED = [
    "Visits are rarely made more promptly.",
    "Confidence is hardly growing.",
    "The weakness has not been dealt with fully.",
    "The weakness has hardly been dealt with effectively.",
    "Not all recommendations have been acted upon.",
    "There are hardly fewer delays.",
]


@pytest.mark.parametrize("sentence", DENIED)
def test_what_is_denied_is_never_better(sentence: str) -> None:
    found = fared(sentence)
    assert found is None or found.progress == "insufficient-progress"
