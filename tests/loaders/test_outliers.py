"""Each rule lists what is unusual in a record, and keeps quiet about what is usual."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from loaders.outliers import RULES, outliers_of
from loaders.page import Line, Quote, SourceText
from loaders.records import (
    Actor,
    DocumentRecord,
    Findings,
    Inspection,
    Inspector,
    Judgement,
    PartialDate,
    Printed,
    Recommendation,
    Requirement,
)

COUNCIL = Actor(kind="body", label="Tameside Metropolitan Borough Council", body="tameside")
WORDS = ("Exampleshire", "Ensure that visits", "are recorded", "Improve all plans.", "a b c d e f")
HERE = (Quote(1, 0, 12),)


def source() -> SourceText:
    lines, start = [], 0
    for words in WORDS:
        lines.append(Line(words, start, start + len(words), page=1))
        start += len(words) + 1
    return SourceText("text/plain", "0" * 64, "\n".join(WORDS), tuple(lines))


def item(text: str = "Improve all plans.", **more: object) -> Recommendation:
    given: dict[str, object] = {"order": 1, "kind": "recommendation", "rule": "list"}
    if "evidence" not in more:
        given["evidence"] = (Quote(1, 45, 63),)
    return Recommendation(text=text, **{**given, **more})  # type: ignore[arg-type]


def visit(first: str = "2021-01-18", last: str = "2021-01-29", **more: object) -> Inspection:
    days = (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    return Inspection(
        evidence=HERE, rule="r", inspection_type=None, framework="sif", windows=(days,), **more
    )  # type: ignore[arg-type]


def findings() -> Findings:
    lead = Inspector(evidence=HERE, rule="r", name="Ann Example", role=None, lead=True)
    areas = (
        "help-and-protection", "looked-after-and-permanence", "adoption-performance",
        "care-leavers", "leadership-management-governance", "overall-effectiveness",
    )  # fmt: skip
    grades = tuple(
        Judgement(
            evidence=(Quote(1, 64 + 2 * place, 65 + 2 * place),), rule="r", area=area,
            area_as_printed=area, grade="good", grade_as_printed="Good", body=COUNCIL,
        )
        for place, area in enumerate(areas)
    )  # fmt: skip
    return Findings(
        genre="inspection-report",
        framework="sif",
        concerns=COUNCIL,
        inspection=visit(),
        inspectors=(lead,),
        judgements=grades,
        recommendations=(item(),),
    )


def listed(rule: str, **changes: object) -> list[str]:
    record = DocumentRecord(source(), replace(findings(), **changes))
    return [found.words for found in outliers_of(record) if found.rule == rule]


def test_usual_document_lists_nothing() -> None:
    assert outliers_of(DocumentRecord(source(), findings())) == ()


def test_line_of_a_team_without_an_inspector_is_listed() -> None:
    words = "Quality assurance manager: Bo Smith"
    line = Line(words, 76, 76 + len(words), page=1)
    read = source()
    longer = replace(read, text=f"{read.text}\n{words}", lines=(*read.lines, line))
    found = outliers_of(DocumentRecord(longer, findings()))
    assert [each.rule for each in found] == ["team-member-missing"]


def test_marks_of_footnotes_in_a_quote_are_usual() -> None:
    words = "Improve visits2 and plans3."
    line = Line(words, 76, 76 + len(words), page=1)
    read = source()
    longer = replace(read, text=f"{read.text}\n{words}", lines=(*read.lines, line))
    marked = item("Improve visits and plans.", evidence=(Quote(1, 76, 76 + len(words)),))
    record = DocumentRecord(longer, replace(findings(), recommendations=(marked,)))
    assert not [found for found in outliers_of(record) if found.rule == "quote-differs"]


def test_quote_that_cuts_a_word_is_listed() -> None:
    assert listed(
        "quote-cuts-word",
        concerns_evidence=(),
        inspection=replace(visit(), evidence=(Quote(1, 2, 12),)),
    )


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("no-recommendations", {"recommendations": ()}),
        ("long-item", {"recommendations": (item("word " * 121),)}),
        ("short-item", {"recommendations": (item("Permanence"),)}),
        ("item-without-verb", {"recommendations": (item("The timeliness of visits."),)}),
        ("item-broken-off", {"recommendations": (item("Ensure that plans and"),)}),
        ("item-broken-off", {"recommendations": (item(), item(), item("and visits."))}),
        ("item-broken-off", {"recommendations": (item("Visits. ◼ Plans."),)}),
        (
            "item-goes-on",
            {"recommendations": (item("Ensure that visits", evidence=(Quote(1, 13, 31),)),)},
        ),
        ("repeated-item", {"recommendations": (item(), item(order=2))}),
        (
            "numbers-out-of-sequence",
            {"recommendations": (item(number="4"), item("Improve visits.", number="6"))},
        ),
        ("quote-differs", {"recommendations": (item("Improve something else."),)}),
        ("quotes-overlap", {"recommendations": (item(), item("Improve"))}),
        ("missing-grade", {"judgements": ()}),
        ("unknown-council", {"concerns": None}),
        ("unknown-council", {"concerns": replace(COUNCIL, body="exampleshire")}),
        ("unknown-body", {"bodies": (replace(COUNCIL, body="nowhere"),)}),
        ("no-fieldwork", {"inspection": None}),
        ("dates-out-of-order", {"inspection": visit("2021-02-18")}),
        ("dates-out-of-order", {"inspection": visit(last="2021-06-29")}),
        ("dates-out-of-order", {"published": PartialDate(2021, 1, 20)}),
        ("dates-out-of-order", {"published": PartialDate(2023, 1, 20)}),
        ("no-lead-inspector", {"inspectors": ()}),
        (
            "strange-name",
            {"inspectors": (Inspector(evidence=(), rule="r", name="Ann", role=None, lead=True),)},
        ),
        (
            "strange-name",
            {
                "inspectors": (
                    Inspector(evidence=(), rule="r", name="Anna Li AI", role="x", lead=True),
                )
            },
        ),
        ("no-statement-required", {"genre": "joint-inspection-letter"}),
        (
            "statement-incomplete",
            {
                "requirements": (
                    Requirement(evidence=(), rule="r", text="t", responsible=None, deadline=None),
                )
            },
        ),
        ("without-evidence", {"recommendations": (item(evidence=()),)}),
        ("doubt", {"doubts": ("a table would not parse",)}),
        ("doubt", {"recommendations": (item(doubt="no end is printed"),)}),
    ],
)
def test_unusual_document_is_listed(rule: str, changes: dict[str, object]) -> None:
    assert listed(rule, **changes)
    assert rule in RULES


def test_board_list_that_goes_on_from_a_paragraph_number_is_usual() -> None:
    board = Actor(kind="body", label="The board", body="tameside-safeguarding-children-board")
    items = (
        item(number="14", default_addressee=COUNCIL),
        item("Improve training.", number="124", default_addressee=board),
    )
    assert not listed("numbers-out-of-sequence", recommendations=items)


def test_monitoring_letter_needs_no_recommendations() -> None:
    assert not listed("no-recommendations", genre="monitoring-letter", recommendations=())


def test_review_of_a_board_without_its_grade_is_listed() -> None:
    title = Printed(evidence=(), rule="r", value="Review of the Local Safeguarding Children Board")
    assert "no grade for lscb-effectiveness" in listed("missing-grade", title=title)


def test_short_ilacs_without_care_leavers_row_lacks_a_grade() -> None:
    assert "no grade for children in care and care leavers" in listed(
        "missing-grade", framework="ilacs"
    )
