"""Area SEND reports in our own words: the tables, the outcome, the team."""

from __future__ import annotations

import datetime
from dataclasses import replace

from loaders.genres import area_send
from loaders.page import Cell, Line, SourceText, Table
from tests.printed import line, source

HEAD = (
    line("Local area partnership report", size=10.0),
    line("Area SEND inspection of Durham", size=26.0, gap=3.0),
    line("Local Area Partnership", size=26.0),
    line("Inspection dates: 4 to 8 March 2024", gap=2.4),
    line("Dates of previous inspection: 3 to 7 July 2017", gap=1.4),
    line("Inspection outcome", gap=2.4, bold=True),
    line("The local area partnership’s arrangements lead to inconsistent experiences and", gap=2.0),
    line("outcomes for children and young people with SEND."),
    line("The next full area SEND inspection will be within approximately three years.", gap=2.0),
    line("Ofsted and the Care Quality Commission ask that the local area partnership", gap=2.0),
    line("updates and publishes its strategic plan."),
    line("Information about the local area partnership", gap=2.4, bold=True),
)
TEAM = (
    line("Inspection team", gap=2.4, bold=True),
    line("Ofsted", gap=2.0, bold=True),
    line("Care Quality Commission", x=300.0, gap=0.0, bold=True),
    line("Ann Sample HMI, Ofsted Lead inspector Cara Pattern, CQC Lead inspector"),
    line("Ben Model, Ofsted HMI"),
)


def report(*body: Line) -> SourceText:
    return source(*HEAD, *body, *TEAM)


def with_table(text: SourceText, *rows: tuple[str, ...]) -> SourceText:
    """Put the lines with these words into the cells of a table, in order."""
    waiting = iter(line for line in text.lines if "cell" in (line.block or ""))
    cells = [[tuple(next(waiting) for _ in words.split("|")) for words in row] for row in rows]
    table = Table(tuple(tuple(Cell(lines) for lines in row) for row in cells), page=1)
    return replace(text, tables=(table,))


def cell(text: str, **setting: object) -> Line:
    return line(text, **{"block": "cell", **setting})


def test_a_report_is_recognised_by_its_title() -> None:
    assert area_send.recognises(report())
    assert not area_send.recognises(source(line("The area SEND inspection of 2024 found much.")))


def test_dates_and_previous_inspection_come_from_the_first_page() -> None:
    findings = area_send.read(report())
    assert findings.inspection and findings.inspection.start == datetime.date(2024, 3, 4)
    assert findings.published is None
    assert findings.title
    assert findings.title.value == "Area SEND inspection of Durham Local Area Partnership"
    (previous,) = findings.inspection_references
    assert previous.stated.date and previous.stated.date.iso == "2017-07-03"
    assert previous.stated.end and previous.stated.end.iso == "2017-07-07"


def test_a_leader_of_a_partner_needs_no_printed_post() -> None:
    rows = (
        ("Local authority", "Integrated care board"),
        ("Durham County Council", "NHS Upham Integrated Care Board"),
        ("Ann Sample", "Ben Model, Chief Executive"),
    )
    details = line("Local area partnership details", gap=2.4, bold=True)
    text = report(details, *(cell(words) for row in rows for words in row))
    holdings = area_send.read(with_table(text, *rows)).post_holdings
    assert [(each.name, each.post.role, each.post.body) for each in holdings] == [
        ("Ann Sample", None, "durham"),
        ("Ben Model", "chief-executive", "nhs-upham-integrated-care-board"),
    ]
    assert [each.in_post_on for each in holdings] == [None, None]


def test_the_outcome_sentence_is_the_judgement_of_the_partnership() -> None:
    (judgement,) = area_send.read(report()).judgements
    assert judgement.grade == "inconsistent-experiences"
    assert judgement.grade_as_printed == "inconsistent experiences and outcomes"
    assert judgement.body.body_type == "local-area-partnership"


def test_reinspection_that_will_follow_is_planned_too() -> None:
    follows = line("A monitoring inspection will be carried out. The next reinspection will be in")
    later = (*HEAD[:8], follows, line("three years."), *HEAD[9:], *TEAM)
    assert len(area_send.read(source(*later)).events) == 2


def test_what_follows_and_what_is_asked_are_told_apart() -> None:
    findings = area_send.read(report())
    assert [event.planned for event in findings.events] == [True]
    (requirement,) = findings.requirements
    assert requirement.rule == "send-plan-asked"
    assert requirement.deadline is None


def test_only_the_lead_of_ofsted_leads_the_whole_inspection() -> None:
    team = area_send.read(report()).inspectors
    assert [(member.name, member.lead, member.body) for member in team] == [
        ("Ann Sample", True, "ofsted"),
        ("Cara Pattern", False, "care-quality-commission"),
        ("Ben Model", False, "ofsted"),
    ]


def test_a_row_is_an_item_and_its_first_column_says_who_must_act() -> None:
    text = report(
        line("Areas for priority action", gap=2.4, bold=True),
        cell("Responsible body"),
        cell("Areas for priority action", x=220.0),
        cell("Durham County Council"),
        cell("Leaders should shorten waits. They should also", x=220.0),
        cell("say how.", x=220.0),
    )
    findings = area_send.read(with_table(text, ("h", "h"), ("council", "two|lines")))
    (item,) = findings.recommendations
    assert item.kind == "priority action"
    assert item.text == "Leaders should shorten waits. They should also say how."
    assert item.duty and [actor.body for actor in item.duty.bearers] == ["durham"]


def test_bullets_in_a_cell_are_parts_of_its_item() -> None:
    text = report(
        line("Areas for improvement", gap=2.4, bold=True),
        cell("Leaders should make sure that:"),
        cell("• plans are clear; and", x=90.0),
        cell("• plans are kept.", x=90.0),
        cell("Leaders should listen."),
    )
    findings = area_send.read(with_table(text, ("a|b|c",), ("d",)))
    first, second = findings.recommendations
    assert [part.text for part in first.parts] == ["plans are clear; and", "plans are kept."]
    assert (second.text, second.parts) == ("Leaders should listen.", ())


def test_words_after_the_bullets_of_a_cell_do_not_run_on_from_those_before() -> None:
    text = report(
        line("Areas for improvement", gap=2.4, bold=True),
        cell("Leaders should improve help. This includes:"),
        cell("• children who wait; and", x=90.0),
        cell("• children who move.", x=90.0),
        cell("Leaders should also publish waits."),
    )
    findings = area_send.read(with_table(text, ("a|b|c|d",)))
    (item,) = findings.recommendations
    assert item.text == (
        "Leaders should improve help. This includes: … Leaders should also publish waits."
    )
    assert [part.text for part in item.parts] == ["children who wait; and", "children who move."]


def test_numbers_in_one_cell_begin_items_of_their_own() -> None:
    text = report(
        line("Areas for improvement", gap=2.4, bold=True),
        cell("1. Leaders should listen."),
        cell("2. Leaders should answer", gap=1.8),
        cell("in 2 days."),
    )
    findings = area_send.read(with_table(text, ("a|b|c",)))
    assert [(item.number, item.text) for item in findings.recommendations] == [
        ("1", "Leaders should listen."),
        ("2", "Leaders should answer in 2 days."),
    ]


def test_a_list_without_a_table_is_read_too() -> None:
    findings = area_send.read(
        report(
            line("Areas for improvement", gap=2.4, bold=True),
            line("• Leaders should listen.", gap=1.8),
            line("• Leaders should answer.", gap=1.8),
        )
    )
    assert [item.text for item in findings.recommendations] == [
        "Leaders should listen.",
        "Leaders should answer.",
    ]


def test_other_days_in_the_footer_are_a_doubt() -> None:
    footer = line("Inspection report: Durham, 2 to 8 March 2024", furniture=True, size=9.0)
    inspection = area_send.read(report(footer)).inspection
    assert inspection and inspection.doubt
    assert "2 to 8 March 2024" in inspection.doubt
