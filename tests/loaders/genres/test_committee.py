"""A paper to a council's meeting, in our own words."""

from __future__ import annotations

import pytest

from loaders.genres import committee
from loaders.readers import markdown, text
from loaders.records import Findings

PAPER = """**Report To:** COUNCIL

**Date:** 14 June 2022

**Cabinet Lead** Cllr Ann Example - Deputy Leader & Lead Member for Children

**Reporting Officer:** Bob Sample - Director of Children's Services

**Subject:** **OFSTED FOCUSED VISIT TO DURHAM COUNTY COUNCIL**

**Report Summary:** This report sets out the letter published on 6 June 2022 from the focused visit.

### **Background**

Durham was rated as requiring improvement to be good in 2019.

Ofsted told us that the Council was issued with two priority actions, they are:

- (i) Timely decisions about children.
- (ii) Supervision of new social workers.

The DfE are considering issuing a formal Improvement Notice.

In March 2022 extra funding of £250K was approved.

**Recommendations:** The Council accepts all recommendations of the inspectors:

1. The Council notes the challenges of working at

pace to improve services.

2. The Director of Children's Services recruits a team by autumn 2022.

**Financial Implications:**

**(Authorised by the Borough Treasurer)**

None beyond the budget.

**Corporate Plan:**

To achieve our priorities:

- Happy lives
"""


@pytest.fixture(scope="module", params=[text, markdown], ids=["text", "markdown"])
def found(request: pytest.FixtureRequest) -> Findings:
    source = request.param.read(PAPER.encode())
    assert committee.recognises(source)
    return committee.read(source)


def test_quoted_findings_and_resolutions_are_different_acts(found: Findings) -> None:
    assert [(each.role, each.number, each.kind) for each in found.recommendations] == [
        ("restated", "(i)", "priority action"),
        ("restated", "(ii)", "priority action"),
        ("put-to-council", "1", "recommendation"),
        ("put-to-council", "2", "recommendation"),
    ]


def test_a_resolution_is_whole_over_a_page_break(found: Findings) -> None:
    assert found.recommendations[2].text.endswith("working at pace to improve services.")
    assert found.recommendations[3].due_as_printed == "by autumn 2022"


def test_quoted_findings_come_from_the_letter(found: Findings) -> None:
    origin = found.recommendations[0].origin
    assert origin and origin.inspection_type == "focused-visit"
    assert origin.date and origin.date.iso == "2022-06-06"


def test_the_acceptance_is_a_response_with_a_doubt(found: Findings) -> None:
    (response,) = found.responses
    assert (response.position, response.responder.body) == ("accepted", "durham")
    assert response.to_document == 0 and response.doubt
    assert found.document_references[0].relation == "replies-to"


def test_the_labels_give_date_subject_and_people(found: Findings) -> None:
    assert found.published and found.published.iso == "2022-06-14"
    assert found.title and found.title.value == "OFSTED FOCUSED VISIT TO DURHAM COUNTY COUNCIL"
    people = [(each.name, each.post.role) for each in found.post_holdings if each.name]
    assert people == [
        ("Ann Example", "deputy-leader"),
        ("Ann Example", "lead-member"),
        ("Bob Sample", "director-of-childrens-services"),
    ]


def test_a_threatened_notice_is_an_option(found: Findings) -> None:
    assert [(each.label, each.status) for each in found.escalation_options] == [
        ("Improvement Notice", "threatened")
    ]


def test_money_is_a_figure_in_pounds(found: Findings) -> None:
    (figure,) = found.figures
    assert (figure.value, figure.unit, figure.as_printed) == (250_000, "£", "£250K")


NUMBERED = """DURHAM COUNTY COUNCIL

CABINET

Date of Meeting: 12 July 2023

Title of report: Inspection of children's services

Report of: Jane Sample, Corporate Director of Children and Young People

Portfolio Holder: Councillor Ann Example, Cabinet Member for Children

1. Purpose of report

1.1 To tell Cabinet of the outcome of the inspection of May 2023.

2. Recommendations

2.1 That Cabinet approves the plan, including:

(a) the budget;

(b) the timetable.

2.2 That the Director of Children's Services reports every six months.

3. Background

3.1 Ofsted judged services inadequate. The inspectors said what needs to improve:

- The stability of the workforce.

3.2 The team was small.
"""


def test_numbered_sections_hold_resolutions_and_quoted_findings() -> None:
    source = text.read(NUMBERED.encode())
    assert committee.recognises(source)
    found = committee.read(source)
    assert [(each.role, each.number, len(each.parts)) for each in found.recommendations] == [
        ("restated", None, 0), ("put-to-council", "2.1", 2), ("put-to-council", "2.2", 0),
    ]  # fmt: skip
    assert found.title and found.title.value == "Inspection of children's services"
    assert [each.name for each in found.post_holdings] == ["Jane Sample", "Ann Example"]
