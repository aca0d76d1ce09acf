"""What is now, no longer or still so, and what has or has not been done, of an invented council."""

import pytest

from loaders.extractors.fared import fared


@pytest.mark.parametrize(
    "sentence",
    [
        "Social workers now have manageable caseloads.",
        "There is now a strong corporate parenting board.",
        "A culture of high challenge is now evident.",
        "Fewer children experience repeated changes of social worker.",
        "More children are seen within timescales.",
        "An increasing number of care leavers are now in education, employment or training.",
        "Absence rates continue to fall.",
        "The appointment of a permanent director has brought stability.",
        "The council has turned the fostering service around.",
        "Senior leaders have a firmer grip on performance.",
        "Closer tracking is making a real difference to the quality of plans.",
        "Partners speak well of the improved communication with the duty team.",
        "The recording system is now regularly updated.",
        "Stronger arrangements for tracking permanence have been put in place.",
        "The duty service has undergone much improvement.",
        "Children now wait less time for an assessment.",
        "Supervision now takes place regularly.",
        "Social workers are now able to spend more time with families.",
        "The workforce is increasingly stable.",
        "Joint planning is becoming more embedded in practice.",
        "There is an increasing emphasis on early help.",
        "A much-improved offer of early help is available.",
        "The scale of the improvements is impressive.",
        "Court reports are of improving quality.",
        "Risks at home are now identified earlier.",
        "Workers described a more positive culture.",
        "As a result of reduced caseloads, visits are longer.",
        "The reduction in caseloads means that visits are longer.",
        "Leaders have responded swiftly and well to the areas for improvement.",
        "Schools have increasingly built up their knowledge.",
        "The investment has had positive results.",
        "Better tracking is driving improvements in attendance.",
        "Newly qualified social workers are better supported.",
        "Managers have recently put more robust arrangements in place.",
        "Leaders have an improved understanding of their priorities.",
        "The new focus has had a significant impact.",
        "Training has raised awareness of neglect among school staff.",
        "The voice of the child is increasingly heard in plans.",
        "Clear direction and extra staff have all had a positive impact on the service.",
        "Recent improvements in early help have enabled earlier recognition of neglect.",
        "Disabled children now receive a specialised service.",
        "The authority is raising its standards of practice.",
        "Plans for the service have steadily progressed.",
    ],
)
def test_what_is_now_better(sentence: str) -> None:
    found = fared(sentence)
    assert found is not None
    assert found.progress == "improved"


@pytest.mark.parametrize(
    "sentence",
    [
        "Leaders have not yet ensured that children receive timely help.",
        "Waits for speech therapy remain extensive.",
        "The board has not taken sufficiently robust action on delays.",
        "Long-standing weaknesses in the duty team remain.",
        "The weaknesses in supervision are long-standing.",
        "High turnover of staff continues to hamper the work.",
        "Supervision is still not regular enough.",
        "The improvement plans for the duty team have stalled.",
        "Managers have struggled to recruit experienced staff.",
        "The impact of the training is limited.",
        "The experiences of disabled children have been poor for too long.",
        "The duty team remains without a permanent manager.",
        "The target for new foster homes has not been met.",
        "The threshold guidance is not fully embedded.",
        "There is not yet a shared approach to evaluation.",
        "Some managers have not yet received the training.",
        "Progress has not been as quick as it needed to be.",
        "There remains too much variability in the quality of plans.",
        "The pace of improvement has been impeded by the turnover of staff.",
        "Corporate leaders have consistently failed to see the scale of the task.",
        "The work of the panel is not having sufficient impact.",
        "The pledge has not been updated since 2012.",
        "Escalation by the chairs is so far without impact.",
        "Efforts to promote private fostering have not been effective.",
        "Some things have not changed enough.",
        "Gaps in coordination have significantly hampered progress.",
        "There is still a considerable amount of work to be done.",
        "Turnover of managers has had a negative impact on progress.",
        "Efforts to raise awareness of private fostering have not been effective.",
        "The child protection strategy has not yet been implemented.",
        "The roll-out of the training has been hampered by vacancies.",
        "There has been no formal oversight of these homes in the last 12 months.",
        "Much further work is required on the quality of plans.",
    ],
)
def test_what_is_still_wanting(sentence: str) -> None:
    found = fared(sentence)
    assert found is not None
    assert found.progress == "insufficient-progress"


@pytest.mark.parametrize(
    ("sentence", "progress"),
    [
        ("There is still a great deal to do.", "insufficient-progress"),
        ("There is still more work to do.", "insufficient-progress"),
        ("Work to reshape the duty team has started.", "some-progress"),
        ("The delivery of the strategy remains a work in progress.", "some-progress"),
        ("A new system has been introduced, but it is not yet used by all teams.", "some-progress"),
        ("While the timeliness of visits has improved, their quality has not.", "some-progress"),
        ("The backlog of assessments has been cleared.", "met"),
        ("There are no longer delays in allocating work.", "met"),
        ("Partners show a renewed sense of commitment.", "some-progress"),
        ("Managers have alleviated some of the delays.", "some-progress"),
        ("A new chair has brought a much needed focus to the board.", "some-progress"),
        ("The practice of filtering contacts was stopped by the trust.", "met"),
        ("No care leavers are now placed in bed and breakfast.", "met"),
        ("The board is slowly starting to align its plans.", "some-progress"),
        ("Leaders have taken significant steps to address the shortfall.", "some-progress"),
        ("Improvements in recording are taking place, but slowly.", "some-progress"),
        ("The loss of managers has weakened oversight.", "declined"),
        ("Children are waiting longer for an assessment than they were a year ago.", "declined"),
        ("The trust of families has been lost.", "declined"),
        ("The adoption service continues to perform strongly.", "maintained"),
        ("The high quality of the fostering service has been sustained.", "maintained"),
        ("Leaders have retained their relentless focus on practice.", "maintained"),
        ("The panel is maintaining a largely stable membership.", "maintained"),
        ("The after-care team is emerging from a long period of instability.", "some-progress"),
        ("A new offer has been made to schools, with some early success.", "some-progress"),
        ("Turnover has negatively affected the quality of recording.", "declined"),
    ],
)
def test_what_is_begun_done_lost_or_kept_up(sentence: str, progress: str) -> None:
    found = fared(sentence)
    assert found is not None
    assert found.progress == progress


@pytest.mark.parametrize(
    "sentence",
    [
        "Management oversight is visible in most files seen by inspectors.",
        "More children than the national average are placed with relatives.",
        "Managers have not taken a uniform approach to audits.",
        "It remains unclear how the council will do this.",
        "The team makes a real difference to the lives of children.",
        "Social workers have good relationships with children.",
        "More staff would be needed to reduce delays.",
        "Leaders explain their plans, aims and hopes so that these are better understood.",
        "The board has not held partners to account.",
        "There has been a lack of challenge by the board.",
        "The reasons for the reduction in adoptions are not known.",
        "Recording has historically been poor.",
        "The work respects the growing independence of young people.",
        "Managers do this with the aim of reducing caseloads.",
        "Improved supervision would ensure that children are seen.",
        "The board has not been effective in its scrutiny of partners.",
        "Frequent moves have negatively affected the lives of children.",
        "The child has improved at school.",
    ],
)
def test_what_only_describes_is_no_progress(sentence: str) -> None:
    assert fared(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("The panel’s attempts to improve reports have not been effective.", None),
        ("Actions taken have yet to have an impact.", None),
        ("A similar system for plans is yet to be completed.", None),
        ("The service lost a high proportion of its most experienced managers.", None),
        ("Work on the audits is driving improvement.", None),
        ("Good links mean that plans for schools have steadily progressed.", "plans for schools"),
        ("There is growing evidence of a self-aware board.", "a self-aware board"),
    ],
)
def test_only_what_has_fared_so_itself_is_the_area(sentence: str, thing: str | None) -> None:
    told = fared(sentence)
    assert told is not None and told.assessed is not None
    assert told.assessed.thing == thing
