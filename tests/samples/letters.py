"""The papers of 2021 as Word documents: a focused visit's letter and the council's answer to it."""

from __future__ import annotations

from tests.samples.word import Paper

PRIORITY_ACTION = (
    "The response to children who go missing from home or care, so that every child is offered a "
    "return home interview and the risks that they speak of are acted on."
)


def focused_visit() -> Paper:
    """The letter of November 2021 with an area for priority action."""
    paper = Paper()
    paper.text("14 December 2021")
    paper.text("Delia Marchbank", "Director of Children’s Services", "Exampleshire County Council")
    paper.text("Dear Delia")
    paper.heading("Focused visit to Exampleshire County Council children’s services", 12)
    paper.text(
        "This letter summarises the findings of the focused visit to Exampleshire County Council "
        "on 9 and 10 November 2021. Her Majesty’s Inspectors were Nora Fielding and Perpetua Lowe.",
        "Inspectors looked at the local authority’s arrangements for children who go missing and "
        "children at risk of exploitation.",
        "This visit was carried out in line with the inspection of local authority children’s "
        "services (ILACS) framework.",
    )
    paper.heading("Headline findings", 12)
    paper.text(
        "Services for children who go missing have declined since the inspection in March 2019. "
        "Too few children are spoken to when they come back, and managers do not know which of "
        "them are in danger."
    )
    paper.heading("Area for priority action", 12)
    paper.text("The local authority needs to take swift and decisive action to address:")
    paper.bullets([PRIORITY_ACTION])
    paper.heading("What needs to improve in this area of social work practice", 12)
    paper.bullets(
        [
            "The attendance of the police and health services at strategy meetings.",
            "The frequency and quality of supervision of social workers.",
        ]
    )
    paper.heading("Main findings", 12)
    paper.text(
        "In the six months before the visit, 212 children were reported missing and 61 were "
        "interviewed afterwards. Staff are committed, and several spoke of caseloads that leave "
        "no time for such visits.",
        "Ofsted will take the findings from this focused visit into account when planning the "
        "next inspection or visit.",
    )
    paper.text("Yours sincerely", "Nora Fielding", "Her Majesty’s Inspector")
    return paper


def council_paper() -> Paper:
    """The paper put to the council in January 2022: it quotes, accepts and resolves."""
    paper = Paper("Exampleshire County Council, 19 January 2022")
    paper.heading("Exampleshire County Council", 16)
    paper.table(
        [
            ["Report to:", "COUNCIL"],
            ["Date:", "19 January 2022"],
            ["Cabinet lead:", "Cllr Osric Penhallow, Lead Member for Children’s Services"],
            ["Reporting officer:", "Delia Marchbank, Director of Children’s Services"],
            ["Subject:", "OFSTED FOCUSED VISIT AND EXAMPLESHIRE’S RESPONSE"],
            ["Report summary:",
             "This report sets out the letter from Ofsted published on 14 December 2021 "
             "(Appendix A) on the focused visit of November 2021, and what the council will do."],
        ],
        header=False,
    )  # fmt: skip
    paper.section("Background")
    paper.text(
        "Exampleshire was last inspected in March 2019, when services were judged to require "
        "improvement to be good.",
        "Ofsted visited on 9 and 10 November 2021 and has issued the council with one area for "
        "priority action:",
    )
    paper.bullets([PRIORITY_ACTION])
    paper.section("Recommendations")
    paper.text(
        "The Council accepts all of the findings of the inspectors and is recommended to agree:"
    )
    paper.numbers(
        [
            "That the Council endorses the missing children action plan at Appendix B.",
            "That the Director of Children’s Services appoints a team of six workers to carry out "
            "return home interviews by 31 March 2022.",
            "That the Children’s Scrutiny Committee holds the Lead Member to account for the "
            "progress of the plan every quarter.",
            "That the Council and Exampleshire Police review how missing episodes are reported, "
            "and report to the Children’s Scrutiny Committee by autumn 2022.",
        ]
    )
    paper.section("Implications")
    paper.table(
        [
            ["Implication", "Comment"],
            ["Financial", "£310,000 from reserves in 2022-23 for the new team."],
            ["Legal", "The council has a duty to co-operate under section 10 of the Children Act "
                      "2004."],
        ]
    )  # fmt: skip
    paper.section("Appendices")
    paper.table(
        [
            ["Appendix A", "Letter from Ofsted published on 14 December 2021"],
            ["Appendix B", "Missing children action plan"],
        ],
        header=False,
    )
    return paper
