"""The inspection reports of two invented councils, 2016 to 2023, in our own words."""

from __future__ import annotations

from collections.abc import Sequence

from tests.samples.word import Paper

IMPROVE = "Requires improvement to be good"


def single_inspection() -> Paper:
    """Exampleshire 2016: everything in the style of the single inspection framework."""
    paper = Paper("Inspection of services for children in Exampleshire, 2016")
    paper.title("Exampleshire County Council")
    paper.heading(
        "Inspection of services for children in need of help and protection, children "
        "looked after and care leavers", 12
    )  # fmt: skip
    paper.text("and")
    paper.heading("Review of the effectiveness of the Local Safeguarding Children Board", 12)
    paper.text("Inspection date: 5 September 2016 to 29 September 2016")
    paper.text("Report published: 25 November 2016")
    paper.heading("Children’s services in Exampleshire are inadequate", 12)
    paper.table(
        [
            ["1. Children who need help and protection", "Inadequate"],
            ["2. Children looked after and achieving permanence", "Requires improvement"],
            ["2.1 Adoption performance", "Good"],
            ["2.2 Experiences and progress of care leavers", "Requires improvement"],
            ["3. Leadership, management and governance", "Inadequate"],
        ],
        header=False,
    )
    paper.page_break()
    paper.heading("Executive summary", 16)
    paper.text(
        "Too many families in the north of the county wait for a first visit. Senior leaders did "
        "not know this until inspectors showed them, because figures reach them late and are not "
        "checked. Staff turn over quickly and some social workers carry far more work than is "
        "safe.",
        "Adoption is a strength. Young people who have left care like their personal advisers, "
        "though many have no plan that they recognise as theirs.",
        "The county has kept its promise to open a second family hub, and the families who use it "
        "speak of it warmly. It is a pity that the waiting list has doubled in the same year.",
        "The records that inspectors read tell of the same pattern in every district office: a "
        "careful start, a long pause, and a plan written by someone who has not met the child. "
        "Managers sign such plans because the deadline is near.",
    )
    paper.heading("Information about this local authority area")
    paper.heading("Previous Ofsted inspections", 12)
    paper.bullets(
        [
            "The previous inspection of the local authority’s safeguarding arrangements was in "
            "May 2012. The local authority was judged to be adequate.",
        ]
    )
    paper.heading("Local leadership", 12)
    paper.bullets(
        [
            "The director of children’s services has been in post since March 2015.",
            "The chair of the LSCB has been in post since June 2014.",
        ]
    )
    paper.heading("Children looked after in this area", 12)
    paper.bullets(
        [
            "At 31 August 2016, 402 children were being looked after by the local authority (a "
            "rate of 58 per 10,000 children). This is an increase from 371 (54 per 10,000 "
            "children) at 31 March 2015.",
            "At 31 August 2016, 233 children were the subject of a child protection plan. This is "
            "a reduction from 260 at 31 March 2015.",
        ]
    )
    paper.heading("Recommendations")
    paper.typed_numbers(
        1,
        [
            "Ensure that social workers have caseloads that allow them to visit children in time, "
            "and that the recruitment of permanent staff is completed.",
            "Ensure that strategy discussions include health and the police and are recorded on "
            "the child’s file.",
            "Ensure that every child who returns from a missing episode is offered a return home "
            "interview within 72 hours and that what they say informs planning.",
            "Improve the quality of supervision so that managers challenge drift and delay and "
            "record their decisions.",
            "Ensure that all care leavers have an up-to-date pathway plan that they have helped "
            "to write.",
            "Ensure that bed and breakfast accommodation is not used for young people aged 16 and "
            "17.",
            (
                "Strengthen the oversight of children’s cases by:",
                [
                    "auditing casework every month with the worker present",
                    "reporting what audits find to the director of children’s services",
                ],
            ),
            "The chief executive should report progress against these recommendations to elected "
            "members every quarter.",
        ],
    )
    paper.heading("The experiences and progress of children who need help and protection")
    paper.typed_numbers(9, ["Thresholds are understood in most schools. They are less well known "
                            "among general practitioners."])  # fmt: skip
    paper.page_break()
    paper.heading("The Local Safeguarding Children Board (LSCB)", 16)
    paper.heading("The Local Safeguarding Children Board requires improvement")
    paper.text("The board meets often and records what it agrees. It rarely asks what changed.")
    paper.heading("Recommendations")
    paper.typed_numbers(
        41,
        [
            "Ensure that the board receives performance information from every partner.",
            "Evaluate the impact of multi-agency training on practice.",
            "Publish the threshold document again, with examples that schools can use.",
        ],
    )
    paper.heading("Inspection findings – the Local Safeguarding Children Board")
    paper.text("The independent chair is respected and has brought partners together.")
    paper.heading("Information about this inspection")
    paper.text(
        "Inspectors have looked closely at the experiences of children and young people who have "
        "needed or still need help or protection."
    )
    paper.heading("The inspection team", 12)
    paper.text(
        "Lead inspector: Nora Fielding HMI",
        "Deputy lead inspector: Amir Castell HMI",
        "Team inspectors: Judith O’Hara, Tom Weir-Blake and Perpetua Lowe",
        "Senior data analyst: Wilf Anders",
    )
    return paper


def ilacs(
    council: str,
    dates: str,
    lead: str,
    grades: Sequence[str],
    opening: Sequence[str],
    improve: Sequence[str],
) -> Paper:
    """One report in the style of the framework since 2018; four grades or five, overall last."""
    paper = Paper(f"Inspection of {council} children’s services", dates)
    if int(dates[-4:]) < 2021:
        paper.title(council)
        paper.heading("Inspection of children’s social care services", 16)
    else:
        paper.title(f"Inspection of {council} children’s services")
    paper.text(f"Inspection dates: {dates}", f"Lead inspector: {lead}", bold=True)
    cared = (
        ["The experiences and progress of children in care and care leavers"]
        if len(grades) == 4
        else [
            "The experiences and progress of children in care",
            "The experiences and progress of care leavers",
        ]
    )
    areas = [
        "The impact of leaders on social work practice with children and families",
        "The experiences and progress of children who need help and protection",
        *cared,
        "Overall effectiveness",
    ]
    rows = [["Judgement", "Grade"], *[list(row) for row in zip(areas, grades, strict=True)]]
    paper.table(rows)
    paper.text("", *opening)
    paper.heading("What needs to improve?")
    paper.bullets(improve)
    paper.heading(f"The experiences and progress of children who need help and protection: "
                  f"{grades[1].lower()}")  # fmt: skip
    paper.typed_numbers(1, ["Families who ask for help meet people who listen. What happens next "
                            "depends on the district in which they live."])  # fmt: skip
    return paper


LONG_OPENING = (
    "Services have moved on since the inspection in 2016, when they were judged inadequate. A new "
    "director has brought order to the front door, and elected members ask better questions. "
    "Progress has been uneven, and children who are looked after still change social worker too "
    "often.",
    "Most assessments are now finished in time. The best describe what a day is like for the child "
    "and what must be different. Others repeat the words of the referral, and it is hard to see "
    "what the family was asked. Fewer teenagers come into care in an emergency. Those who do often "
    "live far from school and friends, since there are not enough foster homes.",
    "Partners respect the council’s leaders. They do not always come when they are asked. The "
    "county has opened two family hubs, and parents say that they would miss them.",
    "Care leavers speak well of their advisers, and most have somewhere to live that they like.",
)


def exampleshire_2019() -> Paper:
    """Exampleshire 2019: better, not yet good; the list runs over a page."""
    return ilacs(
        "Exampleshire County Council",
        "11 March 2019 to 22 March 2019",
        "Nora Fielding, Her Majesty’s Inspector",
        ["Good", IMPROVE, IMPROVE, IMPROVE],
        LONG_OPENING,
        [
            "The timeliness and quality of return home interviews when children go missing from "
            "home or care.",
            "The consistency of supervision and management oversight, so that drift and delay are "
            "challenged.",
            "The quality of pathway plans, so that they are up to date and written with care "
            "leavers.",
            "The sufficiency of foster placements within the county.",
            "How well children’s views and wishes inform their plans.",
            "The timeliness of permanence planning for children in care, including those who live "
            "with their extended family.",
            "The attendance of health and police at strategy meetings.",
            "The work with young people aged 16 and 17 who are homeless.",
        ],
    )


def exampleshire_2023() -> Paper:
    """Exampleshire 2023: inadequate again, the same weaknesses among others."""
    return ilacs(
        "Exampleshire County Council",
        "4 to 15 September 2023",
        "Amir Castell, His Majesty’s Inspector",
        ["Inadequate", "Inadequate", "Inadequate", IMPROVE, "Inadequate"],
        (
            "Services for children in Exampleshire have declined since the inspection in March "
            "2019. Leaders have changed three times and much of what had been built has been lost. "
            "A focused visit in November 2021 found an area for priority action that has not been "
            "dealt with.",
            "Children who go missing are not always seen afterwards. Managers hold supervision, "
            "but it does not change what happens next.",
        ),
        [
            "Senior leaders’ understanding of the quality of practice, through audit and "
            "performance information that they can trust.",
            "The offer and quality of return home interviews when children go missing.",
            "Management oversight and supervision of social workers.",
            "The stability of the workforce and the size of caseloads.",
            "The quality and use of pathway plans for care leavers.",
            "The sufficiency of homes for children in care, including foster placements.",
            "The contribution of health and police to strategy meetings.",
        ],
    )


def sampleton_2018() -> Paper:
    """Sampleton 2018: the neighbour that was told much the same."""
    return ilacs(
        "Sampleton Borough Council",
        "5 November 2018 to 16 November 2018",
        "Judith O’Hara, Her Majesty’s Inspector",
        [IMPROVE, IMPROVE, "Good", IMPROVE],
        (
            "Sampleton knows its children well. Its leaders have been open about what is not "
            "working, and have asked a neighbour for help.",
        ),
        [
            "The quality of return home interviews, and how what children say is used in planning.",
            "The regularity of supervision and the challenge of drift and delay by managers.",
            "Caseloads and the stability of the workforce.",
        ],
    )


def sampleton_2022() -> Paper:
    """Sampleton 2022: good at the next inspection."""
    return ilacs(
        "Sampleton Borough Council",
        "13 to 24 June 2022",
        "Perpetua Lowe, Her Majesty’s Inspector",
        ["Good", "Good", "Good", "Good"],
        (
            "Children in Sampleton now get help quickly. Return home interviews are offered within "
            "three days and social workers read them. Supervision is regular and useful.",
        ),
        ["The recording of what is agreed at core groups."],
    )


def send_report() -> Paper:
    """The area SEND report of 2023 with its two-column table."""
    dates = "6 to 10 February 2023"
    paper = Paper("Inspection report: Exampleshire Local Area Partnership", dates)
    paper.text("Local area partnership report")
    paper.title("Area SEND inspection of Exampleshire Local Area Partnership")
    paper.text(f"Inspection dates: {dates}", "Dates of previous inspection: 6 to 10 March 2017",
               bold=True)  # fmt: skip
    paper.heading("Inspection outcome")
    paper.text(
        "There are widespread and/or systemic failings leading to significant concerns about the "
        "experiences and outcomes of children and young people with special educational needs "
        "and/or disabilities (SEND), which the local area partnership must address urgently.",
        "A monitoring inspection will be carried out within approximately 18 months.",
        "As a result of this inspection, HMCI requires the local area partnership to prepare and "
        "submit a priority action plan (area SEND) to address the identified areas for priority "
        "action.",
    )
    paper.heading("Information about the local area partnership")
    paper.text(
        "Exampleshire County Council and NHS Exampleshire Integrated Care Board (ICB) are jointly "
        "responsible for the planning and commissioning of services for children and young people "
        "with SEND in Exampleshire."
    )
    paper.heading("What is it like to be a child or young person with SEND in this area?")
    paper.text("Children wait a long time to be assessed. Parents have stopped ringing to ask.")
    paper.page_break()
    paper.heading("Areas for priority action")
    paper.table(
        [
            ["Responsible body", "Areas for priority action"],
            ["Exampleshire County Council",
             "Leaders must reduce the time that families wait for an education, health and care "
             "plan and must tell them where their request stands."],
            ["NHS Exampleshire Integrated Care Board",
             "Leaders must address the waiting times for autism and speech and language "
             "assessments."],
        ]
    )  # fmt: skip
    paper.heading("Areas for improvement")
    paper.table(
        [
            ["Areas for improvement"],
            ["Leaders across the local area partnership should improve how children and young "
             "people take part in decisions about their support."],
        ]
    )  # fmt: skip
    paper.page_break()
    paper.heading("Local area partnership details")
    paper.table(
        [
            ["Local authority", "Integrated care board"],
            ["Exampleshire County Council", "NHS Exampleshire Integrated Care Board"],
            ["Delia Marchbank, Director of Children’s Services",
             "Edmund Quarrie, Chief Executive"],
        ]
    )  # fmt: skip
    paper.heading("Information about this inspection")
    paper.text(
        "This inspection was carried out at the request of the Secretary of State for Education "
        "under section 20(1)(a) of the Children Act 2004."
    )
    paper.heading("Inspection team")
    paper.table(
        [
            ["Ofsted", "Care Quality Commission"],
            ["Tom Weir-Blake HMI, Ofsted lead inspector", "Isolde Marran, CQC lead inspector"],
            ["Judith O’Hara, Ofsted HMI", ""],
        ]
    )  # fmt: skip
    return paper
