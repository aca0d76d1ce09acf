"""A Commissioner's report, in our own words."""

from __future__ import annotations

import pytest

from loaders.genres import commissioner
from loaders.readers.text import read as read_text
from loaders.records import Findings

REPORT = """Commissioner's report on children's services in Durham County Council

Report to the Secretary of State for Education by Children's Services Commissioner, Jo Writer

July 2021

Contents

Summary	3
Recommendations	9

Summary

I was appointed Commissioner in March 2021. This report says what has to change:

- a stable workforce;
- good plans.

The Leader of the Council has held the position since May 2019.

Inspections

Inspection Type	Outcome
2016 Full Inspection	Inadequate
2020 Focused Visit	2 Areas for Priority Action

Conclusions

I have considered recommending a Children's Trust. I have not recommended this.

Leaders must read files each month.

Recommendations

1. The Department for Education should retain a Commissioner for at least three years. It is:
 - to oversee the plan;
 - to report to the Minister.

2. The Council must recruit social workers.

Targets must then be set by the Council, agreed by the Commissioner.

3. The Council should visit other councils by 30 June 2022.

Appendix 1: Terms of Reference

The Commissioner is expected to take the following steps:

1. To issue instructions to the Council.

Appendix 2: Inspection outcomes

Recommendations of Ofsted: Theme: Pursuit of Permanence

2016 – Full Inspection	2020 – Focused Visit
Recommendations	Areas for Priority Action
<p>4. Adopt in time.</p><p>5. Tell life stories.</p>	■ The pace of planning.

Appendix 3: Roles and Responsibilities

Commissioner	Durham County Council	DfE
<p>Oversee the plan.</p><p>Report to the Council.</p>	Carry out the plan.	Pay for it.

Appendix 4: Existing escalation options

Intervention	Description
Voluntary children's services trusts	The council sets up a trust.
Executive commissioners	Commissioners take over.

Job Role	Permanent	Agency as a %
Social worker	93	37.7%
"""


@pytest.fixture(scope="module")
def found() -> Findings:
    return commissioner.read(read_text(REPORT.encode()))


def test_a_report_is_recognised_by_title_and_recommendations() -> None:
    assert commissioner.recognises(read_text(REPORT.encode()))
    assert not commissioner.recognises(
        read_text(b"A report by the Commissioner.\n\nIt is short.\n")
    )


def test_only_the_numbered_list_is_made(found: Findings) -> None:
    made = [each for each in found.recommendations if each.role == "made"]
    assert [each.number for each in made] == ["1", "2", "3"]
    assert [part.text for part in made[0].parts] == [
        "to oversee the plan;",
        "to report to the Minister.",
    ]
    assert made[1].text.endswith("agreed by the Commissioner.")


def test_deadlines_are_kept_as_printed(found: Findings) -> None:
    assert [each.due_as_printed for each in found.recommendations[:3]] == [
        "for at least three years", None, "by 30 June 2022",
    ]  # fmt: skip


def test_rows_of_a_theme_table_are_restated_with_theme_and_origin(found: Findings) -> None:
    rows = [each for each in found.recommendations if each.in_theme_table]
    assert [(each.number, each.kind) for each in rows] == [
        ("4", "recommendation"), ("5", "recommendation"), (None, "priority action"),
    ]  # fmt: skip
    assert {each.printed_theme for each in rows} == {"permanence"}
    assert [each.origin and each.origin.date and each.origin.date.year for each in rows] == [
        2016, 2016, 2020,
    ]  # fmt: skip


def test_each_party_has_its_duties(found: Findings) -> None:
    table = [each for each in found.responsibilities if each.rule == "roles-table"]
    assert [(each.held_by.label, each.text) for each in table] == [
        ("Commissioner", "Oversee the plan."),
        ("Commissioner", "Report to the Council."),
        ("Durham County Council", "Carry out the plan."),
        ("Department for Education", "Pay for it."),
    ]
    assert [actor.label for actor in table[1].towards] == ["Durham County Council"]


def test_terms_of_reference_are_duties_of_the_commissioner(found: Findings) -> None:
    terms = [each for each in found.responsibilities if each.rule == "terms-of-reference"]
    assert [each.text for each in terms] == ["To issue instructions to the Council."]


def test_options_have_the_status_that_the_text_gives(found: Findings) -> None:
    assert [(each.label, each.status) for each in found.escalation_options] == [
        ("Voluntary children's services trusts", "considered-and-rejected"),
        ("Executive commissioners", "available"),
    ]
    assert found.escalation_options[0].doubt


def test_the_history_keeps_grades_and_other_outcomes(found: Findings) -> None:
    history = [each.stated for each in found.inspection_references]
    assert [(each.grade, each.outcome) for each in history] == [
        ("inadequate", None), (None, "2 Areas for Priority Action"),
    ]  # fmt: skip


def test_author_date_and_addressee_come_from_the_cover(found: Findings) -> None:
    assert found.author and found.author.value == "Jo Writer"
    assert found.published and found.published.iso == "2021-07"
    assert found.addressee and found.addressee.value == "Secretary of State for Education"


def test_posts_are_held_since_their_dates(found: Findings) -> None:
    held = {
        each.post.label: (each.name, each.start and each.start.iso) for each in found.post_holdings
    }
    assert held["Commissioner"] == ("Jo Writer", "2021-03")
    assert held["Leader of the Council"] == (None, "2019-05")


def test_numbers_of_a_data_table_are_figures(found: Findings) -> None:
    assert [(each.label, str(each.value), each.unit) for each in found.figures] == [
        ("Social worker: Permanent", "93", None),
        ("Social worker: Agency as a %", "37.7", "%"),
    ]


def test_duties_in_running_text_are_obligations(found: Findings) -> None:
    assert "Leaders must read files each month." in {each.sentence for each in found.obligations}
    assert not any("Targets must" in each.sentence for each in found.obligations)


SCATTERED = """Commissioner's report: children's services in Durham County Council

Mary Reviewer
Children's Services Commissioner

12 March 2020

Leadership

Recommendation 1: The Council should appoint a permanent director by 1 June 2020.

The director has much to do.

Practice

Recommendation 2

The Council must train all managers.

It should do so with a partner.

Governance

Recommendation 3: The Secretary of State should appoint a chair who will:
- meet the Council monthly;
- report to the Department.
"""


def test_recommendations_named_one_by_one_are_gathered() -> None:
    source = read_text(SCATTERED.encode())
    assert commissioner.recognises(source)
    found = commissioner.read(source)
    assert [(each.number, each.text, len(each.parts)) for each in found.recommendations] == [
        ("1", "The Council should appoint a permanent director by 1 June 2020.", 0),
        ("2", "The Council must train all managers. It should do so with a partner.", 0),
        ("3", "The Secretary of State should appoint a chair who will:", 2),
    ]
    assert found.author and found.author.value == "Mary Reviewer"
