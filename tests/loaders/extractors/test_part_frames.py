"""Those who stand in a frame: who is told, agrees, helps, is heard or oversees; and near misses."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.obligations import read_duty

FINDER = ActorFinder("", council_named("Tameside Metropolitan Borough Council"))


def those(text: str, part: str) -> list[str]:
    return [each.label.removeprefix("Tameside ") for each in getattr(read_duty(text, FINDER), part)]


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The Council must give the Chief Executive evidence of progress.", ["Chief Executive"]),
        ("The lead must confirm to the Cabinet Member that it is done.", ["Cabinet Member"]),
        ("The lead must send the Cabinet Member a summary.", ["Cabinet Member"]),
        ("Provide staff with clear data.", ["Staff"]),
        ("The Council must present its plan to the Improvement Board.", ["Improvement Board"]),
        ("The Council will lay a yearly account before Ofsted.", ["Ofsted"]),
        ("The Council should bring its findings before Ofsted.", ["Ofsted"]),
        ("Bring regular updates to Ofsted and to the Commissioner.", ["Ofsted", "Commissioner"]),
        (
            "Bring updates on the issues to Ofsted as well as to the Cabinet Member.",
            ["Ofsted", "Cabinet Member"],
        ),
        ("The plan should be put to the Improvement Board in May.", ["Improvement Board"]),
        ("The lead should put a paper to the Improvement Board.", ["Improvement Board"]),
        ("The Council must return its assessment to Ofsted each year.", ["Ofsted"]),
        ("The Council should return to Ofsted with a revised plan.", ["Ofsted"]),
        ("Return to the Improvement Board every quarter with the figures.", ["Improvement Board"]),
        ("The Council must give Ofsted evidence of progress.", ["Ofsted"]),
        ("Give Ofsted and the Commissioner sound data on visits.", ["Ofsted", "Commissioner"]),
        ("The Council will supply the Commissioner with the minutes.", ["Commissioner"]),
        ("The Council will supply its monthly figures to the Commissioner.", ["Commissioner"]),
        ("The Council is to provide Ofsted with an action plan.", ["Ofsted"]),
        (
            "The chair will write to Ofsted and to the Commissioner with an account of progress.",
            ["Ofsted", "Commissioner"],
        ),
        ("The chair will write a report to the Improvement Board.", ["Improvement Board"]),
        ("The clerk should circulate the minutes to partners.", ["Partners"]),
        ("The chair must update Ofsted on progress.", ["Ofsted"]),
        ("The chair is required to update Ofsted on the work.", ["Ofsted"]),
        ("The Commissioner will advise Ofsted on the next steps.", ["Ofsted"]),
        ("Advise Ofsted that it can improve.", ["Ofsted"]),
        ("The chair will assure Ofsted, at set intervals, that work is on course.", ["Ofsted"]),
        ("The chair should assure Ofsted that work is on course.", ["Ofsted"]),
        ("The lead must let Ofsted know of any delay.", ["Ofsted"]),
        ("The lead must let Ofsted know at once of any delay.", ["Ofsted"]),
        ("The lead must let the Commissioner have all papers.", ["Commissioner"]),
        ("The Council must act and confirm to Ofsted that children are safe.", ["Ofsted"]),
        ("The Council must confirm to Ofsted by May that children are safe.", ["Ofsted"]),
        ("The Council should keep the Commissioner fully informed.", ["Commissioner"]),
        ("The Council should keep Ofsted up to date with its plans.", ["Ofsted"]),
        (
            "The panel should feed its findings back to the Improvement Board.",
            ["Improvement Board"],
        ),
        ("The panel should feed back to the Improvement Board.", ["Improvement Board"]),
        ("The scrutineer will produce a written summary for Ofsted.", ["Ofsted"]),
        (
            "The Director should prepare a report on caseloads for the Cabinet Member.",
            ["Cabinet Member"],
        ),
        (
            "Write a quarterly progress report for Ofsted and the Commissioner.",
            ["Ofsted", "Commissioner"],
        ),
        (
            "Publish a report and submit it to the Chief Executive and the Cabinet Member.",
            ["Chief Executive", "Cabinet Member"],
        ),
        ("The Council must hand its evidence to Ofsted.", ["Ofsted"]),
        ("The Council must notify Ofsted promptly.", ["Ofsted"]),
        ("The Council must submit, by May, a plan to Ofsted.", ["Ofsted"]),
        ("The Council must copy its reports to Ofsted.", ["Ofsted"]),
        ("Heads of service should present their own performance to Ofsted.", ["Ofsted"]),
        (
            "The assistant director will report on it to the Improvement Board.",
            ["Improvement Board"],
        ),
        ("The Director should inform the Cabinet Member of any such case.", ["Cabinet Member"]),
        ("The Council shall show Ofsted its revised plan.", ["Ofsted"]),
        ("The Council should share with Ofsted its findings.", ["Ofsted"]),
        ("The report should be taken to the Improvement Board in May.", ["Improvement Board"]),
        ("The Council must take a report on caseloads to Ofsted.", ["Ofsted"]),
        ("The Council must write to Ofsted by May.", ["Ofsted"]),
        ("The chair will report in writing to Ofsted.", ["Ofsted"]),
        ("The chair shall make a report to Ofsted every quarter.", ["Ofsted"]),
        ("The Council shall make recommendations to the Commissioner.", ["Commissioner"]),
        ("The Council should send Ofsted its plan by May.", ["Ofsted"]),
        ("The Council must submit to Ofsted, by 3 May, a revised plan.", ["Ofsted"]),
        ("Minutes of each meeting are to be sent to the Commissioner.", ["Commissioner"]),
        ("Quarterly reports are to go to the Improvement Board.", ["Improvement Board"]),
        ("A report will come to the Improvement Board in May.", ["Improvement Board"]),
        ("Risks must be flagged to the Commissioner.", ["Commissioner"]),
        ("Risks should be raised with the Commissioner.", ["Commissioner"]),
        ("The lead will raise risks with the Improvement Board.", ["Improvement Board"]),
        ("The Council must publish its plan and send a copy to Ofsted.", ["Ofsted"]),
        ("The Council will forward the papers to Ofsted.", ["Ofsted"]),
        (
            "The lead must give an account of progress to the Improvement Board.",
            ["Improvement Board"],
        ),
        ("The scrutineer will give his findings to the Commissioner.", ["Commissioner"]),
        ("The Council must provide assurance to Ofsted that children are safe.", ["Ofsted"]),
        ("The director must inform Ofsted without delay.", ["Ofsted"]),
        ("Ofsted must be informed of any death.", ["Ofsted"]),
        ("Ofsted is to be told of any change.", ["Ofsted"]),
        ("Partners should be told of any change.", ["Partners"]),
        ("The Council should present, at each meeting, its figures to Ofsted.", ["Ofsted"]),
        (
            "The chair should deliver a verbal update to the Improvement Board.",
            ["Improvement Board"],
        ),
        ("The Council must respond to Ofsted within a month.", ["Ofsted"]),
        ("The Council must reply to the Commissioner.", ["Commissioner"]),
        ("The Council should let Ofsted know how it will act.", ["Ofsted"]),
        ("The Council should warn Ofsted of any risk.", ["Ofsted"]),
        ("The Council should advise the Commissioner in writing of any risk.", ["Commissioner"]),
        ("The Council should brief the Cabinet Member weekly.", ["Cabinet Member"]),
    ],
)
def test_who_is_told_of_it(text: str, whom: list[str]) -> None:
    assert those(text, "reports_to") == whom


@pytest.mark.parametrize(
    "text",
    [
        "Give staff clear data.",
        "The Council must return children to schools quickly.",
        "The Council should bring schools and health together.",
        "The Council must put children before schools.",
        "The Council should give support to schools.",
        "The Council should give schools more support.",
        "The Council should give schools clear guidance.",
        "Provide training to social workers.",
        "Provide schools with training on reports.",
        "The Council should update its policy with schools.",
        "Social workers should advise schools on attendance.",
        "The Council should write a policy for schools.",
        "The Council should produce guidance for social workers.",
        "Prepare children for schools.",
        "Produce a report on support for schools.",
        "The Council should let schools use the hall.",
        "Social workers confirm to managers that visits are done.",
        "Ofsted will receive a visit from the Commissioner.",
        "Schools will receive support.",
        "Schools should receive training on data protection.",
        "Partners shared information with schools.",
        "The Council shared information with partner agencies.",
        "The police have shared intelligence with partner agencies.",
        "The Council sent its plan to Ofsted in May and must now act on it.",
        "The report to Ofsted should be revised.",
        "Visits by Ofsted should be put to good use by schools.",
        "Respond to the report that was presented to the Improvement Board.",
        "The Council should give priority to schools.",
        "The Council should give consideration to the advice of Ofsted.",
        "Improve access to schools.",
        "The Council must bring its services up to the standard that Ofsted expects.",
        "Reports by the Council should be clear to partners.",
        "The Council must improve the reports for conferences that schools make.",
        "Social workers must update assessments on schools.",
        "The Council must refer children to schools.",
        "The Council must assure itself that schools are safe.",
        "The Council must respond to the needs of schools.",
        "The Council should provide a link worker to schools.",
        "The Council should give each of its schools a plan.",
        "The Council must give the police access to data.",
        "The Council should return calls from schools.",
        "The Council should put its plan into practice and listen to Ofsted.",
        "The Council should put the plan on hold before Ofsted returns.",
        "The Council should bring forward its plan before Ofsted returns.",
        "Prepare for the next visit with a summary for schools.",
    ],
)
def test_who_is_helped_or_spoken_of_is_not_told(text: str) -> None:
    assert those(text, "reports_to") == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The plan must be approved by Ofsted.", ["Ofsted"]),
        ("The plan must be cleared by the Commissioner.", ["Commissioner"]),
        ("The Council will have any change cleared by the Commissioner.", ["Commissioner"]),
        ("Build a partnership, on terms that the Commissioner approves.", ["Commissioner"]),
        ("The Council may act with the Commissioner's agreement.", ["Commissioner"]),
        ("The Council may act with the written consent of the Commissioner.", ["Commissioner"]),
        ("The Council must not act without the approval of the Commissioner.", ["Commissioner"]),
        ("The Council must not act without the Commissioner's prior consent.", ["Commissioner"]),
        ("The lead must take it to the Cabinet Member for approval.", ["Cabinet Member"]),
        ("The lead must take it to the Improvement Board for a decision.", ["Improvement Board"]),
        ("Appoint a lead, subject to the Commissioner's approval.", ["Commissioner"]),
        ("Appoint a lead, subject to approval by the Commissioner.", ["Commissioner"]),
        ("Publish the plan once the Commissioner has approved it.", ["Commissioner"]),
        ("Publish the plan after the Commissioner has signed it off.", ["Commissioner"]),
        ("The Council should agree its targets with the Commissioner.", ["Commissioner"]),
        ("The Council and schools will each agree a plan with the Commissioner.", ["Commissioner"]),
        ("The Council may act if the Commissioner consents.", ["Commissioner"]),
        ("The Council may act if Ofsted and the Commissioner agree.", ["Ofsted", "Commissioner"]),
        ("The Council may name a deputy, whom the Commissioner has to accept.", ["Commissioner"]),
        ("The Council may name a deputy whom the Commissioner must approve.", ["Commissioner"]),
        ("Hold a yearly review that the Commissioner approves.", ["Commissioner"]),
        ("The Council must submit a plan which the Commissioner must agree.", ["Commissioner"]),
        ("The Council must draw up a plan acceptable to the Commissioner.", ["Commissioner"]),
        (
            "Build it with a Commissioner, whose agreement is needed at every stage.",
            ["Commissioner"],
        ),
        (
            "The plan must be signed off by the Commissioner and the Improvement Board.",
            ["Commissioner", "Improvement Board"],
        ),
        ("The Council must seek the approval of the Commissioner.", ["Commissioner"]),
        ("The Council must obtain the Commissioner's approval.", ["Commissioner"]),
        ("Obtain approval from the Commissioner before it acts.", ["Commissioner"]),
        ("Act before the Improvement Board is asked to sign the plan off.", ["Improvement Board"]),
        ("The Council must draw up a plan for the Commissioner's approval.", ["Commissioner"]),
        ("The Council must draw up a plan for approval by the Commissioner.", ["Commissioner"]),
        ("The Council must get the Commissioner to agree its plan.", ["Commissioner"]),
        ("The plan requires the approval of the Commissioner.", ["Commissioner"]),
        ("The Council should ask the Commissioner to approve its plan.", ["Commissioner"]),
        (
            "Changes may be made only with the prior written approval of the Commissioner.",
            ["Commissioner"],
        ),
        (
            "The Council must, with the agreement of the Commissioner, appoint a lead.",
            ["Commissioner"],
        ),
        (
            "The budget will be set by the Council and agreed by the Improvement Board.",
            ["Improvement Board"],
        ),
        ("The plan will be put to the Improvement Board for sign-off.", ["Improvement Board"]),
        ("The Council must agree with the Commissioner how it will act.", ["Commissioner"]),
        ("The Council must not publish it until the Commissioner agrees.", ["Commissioner"]),
        ("The Council must not act unless the Commissioner has given consent.", ["Commissioner"]),
        ("The terms must be to the satisfaction of the Commissioner.", ["Commissioner"]),
        ("The Council should appoint a lead approved by the Commissioner.", ["Commissioner"]),
    ],
)
def test_who_has_to_agree(text: str, whom: list[str]) -> None:
    assert those(text, "agreed_by") == whom


@pytest.mark.parametrize(
    "text",
    [
        "The Commissioner approves of the work that the Council must continue.",
        "Once the Commissioner has reported, the Council must publish the plan.",
        "The Council should build on the plan that Ofsted approved last year.",
        "The Council must continue the work that the Commissioner has approved.",
        "Children should be settled in the homes that schools accept.",
        "The Council should find out if schools agree that it helps.",
        "Managers must agree actions with staff.",
        "The Council's agreement with schools should be reviewed.",
        "If schools agree that help is needed, the Council must act.",
        "The Council must work within the plan approved by Ofsted in 2019.",
        "Keep to the plan that it agreed with Ofsted.",
        "The Commissioner must agree the plan.",
        "The Council should agree that schools need help.",
        "The Council should consider the Commissioner's approval of its plan.",
        "The Council must thank Ofsted.",
    ],
)
def test_who_agreed_before_or_with_an_opinion_need_not_agree(text: str) -> None:
    assert those(text, "agreed_by") == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Social workers should draw up the plan alongside schools.", ["Schools"]),
        ("Review the guidance jointly with schools.", ["Schools"]),
        ("Write the guidance together with schools.", ["Schools"]),
        ("Carry out the programme with the participation of schools.", ["Schools"]),
        ("Carry out the programme with the active involvement of schools.", ["Schools"]),
        ("The Council must finish the plan, with Ofsted's help.", ["Ofsted"]),
        ("The Council should revise the plan with the police's assistance.", ["The police"]),
        ("The Council, with Ofsted as partner, is to write a plan.", ["Ofsted"]),
        ("The Council will manage the budget, with the police providing support.", ["The police"]),
        ("Manage it, with support from the police and schools.", ["The police", "Schools"]),
        ("To co-produce changes of policy with schools.", ["Schools"]),
        ("The Council, supported by schools, has to act.", ["Schools"]),
        ("The Council, assisted by schools, has to act.", ["Schools"]),
        ("The Council must do more, with schools, to help children.", ["Schools"]),
        ("The Council should co-operate with the police.", ["The police"]),
        (
            "Set up a hub with the police, the Integrated Care Board and other partners.",
            ["The police", "Integrated Care Board", "Partners"],
        ),
        ("The Council should draw up a programme with the backing of schools.", ["Schools"]),
        ("The Council, aided by the police, must act.", ["The police"]),
        ("The Council must act with the full support of its partners.", ["Partners"]),
        ("The Council should draw up a plan with input from schools.", ["Schools"]),
        ("The Council should join with schools to end drift.", ["Schools"]),
        ("The Council and schools must work together with the police.", ["The police"]),
        ("The Council must team up with the police.", ["The police"]),
        ("The Council should work hand in hand with schools.", ["Schools"]),
        ("The Council should work in close partnership with schools.", ["Schools"]),
        (
            "The Council must, together with schools and the police, draw up a plan.",
            ["Schools", "The police"],
        ),
    ],
)
def test_who_helps_to_carry_it_out(text: str, whom: list[str]) -> None:
    assert those(text, "supported_by") == whom


@pytest.mark.parametrize(
    "text",
    [
        "The Council should offer support to schools.",
        "The Council should strengthen relationships with schools.",
        "Strengthen relationships with schools.",
        "Analyse information from all key partner agencies.",
        "Children should be supported by schools.",
        "The Council must end contracts with schools.",
        "The Council should compare its data with schools.",
        "The Council should review contact with schools.",
        "The Council should deal with the Integrated Care Board fairly.",
        "The Strategic Partner will support the Council.",
        "Support from schools should be easy to find.",
        "The Council should improve its support to schools and partners.",
        "The Council should hold schools to account.",
        "The Council must share its concerns with schools.",
        "The Council should be in touch with schools.",
        "Children with plans should stay with foster carers.",
    ],
)
def test_who_is_helped_or_looked_at_does_not_help(text: str) -> None:
    assert those(text, "supported_by") == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The Council must consult every member of the Improvement Board.", ["Improvement Board"]),
        ("Consult the Commissioner and Ofsted on the plan.", ["Commissioner", "Ofsted"]),
        ("Approve the plan after consulting the Commissioner.", ["Commissioner"]),
        ("The Council should take soundings from schools.", ["Schools"]),
        ("The Council should hear from schools before it acts.", ["Schools"]),
        ("The Council must discuss the plan with the Commissioner.", ["Commissioner"]),
        ("The Council must discuss with the Commissioner any change.", ["Commissioner"]),
        ("The Council must take account of the views of schools.", ["Schools"]),
        ("The Council must have regard to the views of schools.", ["Schools"]),
        ("The Council will act in consultation with relevant agencies.", ["Partners"]),
        ("Schools and the police will be consulted by the Council.", ["Schools", "The police"]),
        ("The Council should ask schools for their views.", ["Schools"]),
        ("The Council should invite comments from schools.", ["Schools"]),
        ("The Council should seek the advice of the Commissioner.", ["Commissioner"]),
        ("The Council should take advice from Ofsted.", ["Ofsted"]),
        ("The Council will act with the advice of Ofsted.", ["Ofsted"]),
        ("Obtain the views of schools and the police.", ["Schools", "The police"]),
        ("The Council should canvass the opinions of schools.", ["Schools"]),
        ("The Council must give schools the chance to comment.", ["Schools"]),
        ("The Council must engage schools in the design of services.", ["Schools"]),
        ("The Council should draw up a plan with advice from Ofsted.", ["Ofsted"]),
        ("The Council must first seek the Commissioner's views.", ["Commissioner"]),
        ("The Council must seek the Commissioner's advice.", ["Commissioner"]),
        ("The Council must take the Commissioner's views into account.", ["Commissioner"]),
        ("The plan should be drawn up after consultation with schools.", ["Schools"]),
        (
            "The plan should be drawn up following consultation with schools and the police.",
            ["Schools", "The police"],
        ),
        ("The plan should be the subject of consultation with schools.", ["Schools"]),
        ("The Council should talk through the plan with schools.", ["Schools"]),
        ("The Council should sound out schools on the plan.", ["Schools"]),
        ("Have discussions with the Commissioner about posts.", ["Commissioner"]),
        ("Schools should be asked for their views.", ["Schools"]),
    ],
)
def test_who_is_heard_first(text: str, whom: list[str]) -> None:
    assert those(text, "consults") == whom


@pytest.mark.parametrize(
    "text",
    [
        "The framework should say how the views of children are captured.",
        "The report should describe how parents are consulted.",
        "Schools should say how children are consulted.",
        "The Council should audit how well the views of families are heard.",
        "The Council was told to hear from whistleblowers in schools.",
        "Managers must discuss cases with social workers.",
        "The views of schools were considered.",
        "The Council should record that schools were consulted.",
    ],
)
def test_how_people_are_heard_is_told_without_hearing_them(text: str) -> None:
    assert those(text, "consults") == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("The group is to run the programme under the oversight of Ofsted.", ["Ofsted"]),
        (
            "The group will work under the supervision of the Improvement Board.",
            ["Improvement Board"],
        ),
        ("The Council must act under the guidance of the Commissioner.", ["Commissioner"]),
        ("The Council must act under the watch of the Commissioner.", ["Commissioner"]),
        ("The Council must act under the Commissioner's supervision.", ["Commissioner"]),
        ("The Council should enter an agreement that Ofsted will keep under review.", ["Ofsted"]),
        (
            "The Council shall name a lead who answers to the Improvement Board.",
            ["Improvement Board"],
        ),
        ("The Council shall name a lead who is accountable to Ofsted.", ["Ofsted"]),
        (
            "The lead will be accountable to the Improvement Board for delivery.",
            ["Improvement Board"],
        ),
        (
            "Set up one structure, overseen by the Health and Wellbeing Board.",
            ["Health and Wellbeing Board"],
        ),
        ("Delivery will be monitored by the Improvement Board.", ["Improvement Board"]),
        ("The Council must carry out a plan whose delivery Ofsted will oversee.", ["Ofsted"]),
        ("The Council must carry out the plan, with Ofsted overseeing delivery.", ["Ofsted"]),
        ("The Council must carry out the plan, with oversight from Ofsted.", ["Ofsted"]),
        ("The Council must carry out a plan which Ofsted will monitor.", ["Ofsted"]),
        ("Progress will be overseen by the Improvement Board.", ["Improvement Board"]),
        ("Carry out its plan under the direct supervision of Ofsted.", ["Ofsted"]),
        ("The Council must carry out the plan, subject to scrutiny by Ofsted.", ["Ofsted"]),
        ("The Council must carry out the plan, subject to the oversight of Ofsted.", ["Ofsted"]),
        ("The Council must carry out the plan with Ofsted monitoring progress.", ["Ofsted"]),
        ("The Director will be answerable to the Improvement Board for it.", ["Improvement Board"]),
        ("The Council must comply with any directions of the Commissioner.", ["Commissioner"]),
        ("The Council shall follow the instructions of the Commissioner.", ["Commissioner"]),
        ("The Council must comply with the Commissioner's instructions.", ["Commissioner"]),
    ],
)
def test_who_oversees_it(text: str, whom: list[str]) -> None:
    assert those(text, "overseen_by") == whom


@pytest.mark.parametrize(
    "text",
    [
        "Care leavers answer to schools.",
        "Social workers should know who is accountable to the Improvement Board.",
        "The Council must improve the answers to Ofsted.",
        "The plan that the Commissioner monitored last year should be renewed.",
        "Ofsted will monitor schools.",
        "The Improvement Board will oversee the plan.",
        "The Council should tell the Commissioner who is accountable to Ofsted.",
    ],
)
def test_who_is_answered_to_by_others_does_not_oversee(text: str) -> None:
    assert those(text, "overseen_by") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The Council must give the Panel sound data.", ["Panel"]),
        ("The chair should report to the Executive.", ["Executive"]),
        ("The chair should report to the Executive's clerk.", []),
        ("The Council must give panels sound data.", []),
        ("The Council noted the Panel and must act.", []),
    ],
)
def test_a_body_in_capitals_is_told_under_its_printed_noun(text: str, told: list[str]) -> None:
    assert those(text, "reports_to") == told
