"""What each of the invented council's papers says, read as any document is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from loaders.pipeline import read_document
from loaders.records import Assessment, DocumentRecord, Findings, Recommendation

SAMPLES = Path(__file__).resolve().parents[2] / "loaders" / "samples"
GENRES = {
    "exampleshire-2016-single-inspection.pdf": "inspection-report",
    "exampleshire-2017-monitoring-visit-3.txt": "monitoring-letter",
    "exampleshire-2017-news.html": "news-article",
    "exampleshire-2019-inspection.pdf": "inspection-report",
    "exampleshire-2021-focused-visit.docx": "focused-visit-letter",
    "exampleshire-2022-council-paper.docx": "committee-report",
    "exampleshire-2022-joint-inspection.md": "joint-inspection-letter",
    "exampleshire-2023-area-send.pdf": "area-send-report",
    "exampleshire-2023-inspection.pdf": "inspection-report",
    "exampleshire-2023-direction.txt": "direction",
    "exampleshire-2024-commissioner.md": "commissioner-report",
    "exampleshire-2024-monitoring-visit-1.txt": "monitoring-letter",
    "sampleton-2018-inspection.pdf": "inspection-report",
    "sampleton-2022-inspection.pdf": "inspection-report",
}


@cache
def record(name: str) -> DocumentRecord:
    return read_document((SAMPLES / name).read_bytes(), name)


def findings(name: str) -> Findings:
    return record(name).findings


def texts(items: tuple[Recommendation, ...]) -> list[str]:
    return [item.text for item in items]


def progress(assessments: tuple[Assessment, ...]) -> dict[int, str]:
    return {each.item: each.progress for each in assessments if each.item is not None}


def test_all_five_formats_are_present() -> None:
    papers = [path for path in SAMPLES.iterdir() if path.name != "MANIFEST.csv"]
    assert sorted(path.name for path in papers) == sorted(GENRES)
    assert {path.suffix for path in papers} == {".pdf", ".docx", ".html", ".md", ".txt"}


@pytest.mark.parametrize(("name", "genre"), GENRES.items(), ids=list(GENRES))
def test_genre_and_council_are_told_by_content(name: str, genre: str) -> None:
    read = read_document((SAMPLES / name).read_bytes()).findings
    assert read.genre == genre
    assert read.concerns is not None
    assert read.concerns.body == name.split("-")[0]


@pytest.mark.parametrize("name", GENRES)
def test_every_item_is_quoted_where_it_stands(name: str) -> None:
    text = record(name).source.text
    for item in findings(name).recommendations:
        quoted = " ".join(text[quote.start : quote.end] for quote in item.evidence)
        assert "".join(item.text.split()) in "".join(quoted.split())


def test_the_single_inspection_has_two_lists_grades_and_a_team() -> None:
    read = findings("exampleshire-2016-single-inspection.pdf")
    assert [item.number for item in read.recommendations] == [*"12345678", "41", "42", "43"]
    assert len(read.recommendations[6].parts) == 2
    assert read.judgements[-1].body.label == "Exampleshire Safeguarding Children Board"
    assert {each.area: each.grade for each in read.judgements}["overall-effectiveness"] == (
        "inadequate"
    )
    assert [each.name for each in read.inspectors if each.lead] == ["Nora Fielding"]


def test_the_running_footer_is_in_no_recommendation() -> None:
    read = record("exampleshire-2016-single-inspection.pdf")
    footers = [line.text for line in read.source.lines if line.furniture]
    assert any("Inspection of services" in footer for footer in footers)
    assert not any("2016" in text for text in texts(read.findings.recommendations))


def test_a_list_over_a_page_break_is_read_whole() -> None:
    items = findings("exampleshire-2019-inspection.pdf").recommendations
    assert len(items) == 8
    assert {item.evidence[0].page for item in items} == {1, 2}


def test_the_third_visit_restates_three_recommendations_and_tells_how_they_fare() -> None:
    read = findings("exampleshire-2017-monitoring-visit-3.txt")
    assert read.inspection is not None
    assert read.inspection.ordinal == 3
    assert [item.role for item in read.recommendations] == ["restated"] * 3
    assert progress(read.assessments) == {
        1: "some-progress", 2: "insufficient-progress", 3: "met"
    }  # fmt: skip


def test_the_news_page_keeps_its_sidebars_out() -> None:
    read = record("exampleshire-2017-news.html")
    assert read.findings.published is not None
    assert read.findings.published.iso == "2017-11-16"
    assert "Sampleton" not in read.source.text
    assert read.findings.recommendations == ()


def test_what_the_letter_found_is_no_second_finding_of_the_news_page() -> None:
    read = findings("exampleshire-2017-news.html")
    assert read.assessments
    assert all(each.reported_from is not None for each in read.assessments)


def test_the_focused_visit_has_one_priority_action() -> None:
    items = findings("exampleshire-2021-focused-visit.docx").recommendations
    assert [item.kind for item in items] == ["priority action", *["area for improvement"] * 2]


def test_the_council_paper_quotes_accepts_and_resolves() -> None:
    read = findings("exampleshire-2022-council-paper.docx")
    assert [item.role for item in read.recommendations] == ["restated", *["put-to-council"] * 4]
    assert [item.number for item in read.recommendations[1:]] == [*"1234"]
    assert read.responses[0].position == "accepted"
    assert {each.name for each in read.post_holdings} == {"Delia Marchbank", "Osric Penhallow"}


def test_a_resolution_binds_the_one_who_shall_act() -> None:
    _, *resolved = findings("exampleshire-2022-council-paper.docx").recommendations
    assert [[actor.label for actor in item.duty.bearers] for item in resolved if item.duty] == [
        ["Exampleshire County Council"],
        ["Director of Children’s Services"],
        ["Exampleshire Children’s Scrutiny Committee"],
        ["Exampleshire County Council", "Exampleshire Police"],
    ]


def test_the_joint_letter_asks_for_a_written_statement() -> None:
    read = findings("exampleshire-2022-joint-inspection.md")
    assert [item.kind for item in read.recommendations].count("priority action") == 1
    (requirement,) = read.requirements
    assert str(requirement.deadline) == "2022-12-09"
    assert requirement.responsible == read.concerns
    assert len(read.addressees) == 5


def test_the_send_table_says_who_must_act() -> None:
    first, second, third = findings("exampleshire-2023-area-send.pdf").recommendations
    assert first.duty is not None
    assert second.duty is not None
    assert first.duty.bearers[0].label == "Exampleshire County Council"
    assert second.duty.bearers[0].label == "NHS Exampleshire Integrated Care Board"
    assert third.kind == "area for improvement"


@pytest.mark.parametrize(
    ("name", "count", "overall"),
    [
        ("exampleshire-2019-inspection.pdf", 4, "requires-improvement"),
        ("exampleshire-2023-inspection.pdf", 5, "inadequate"),
        ("sampleton-2018-inspection.pdf", 4, "requires-improvement"),
        ("sampleton-2022-inspection.pdf", 4, "good"),
    ],
)
def test_the_grades_are_those_of_the_table(name: str, count: int, overall: str) -> None:
    judgements = findings(name).judgements
    assert len(judgements) == count
    assert {each.area: each.grade for each in judgements}["overall-effectiveness"] == overall


def test_the_direction_binds_by_law_and_by_day() -> None:
    read = findings("exampleshire-2023-direction.txt")
    assert [item.kind for item in read.recommendations] == ["requirement"] * 6
    due = [str(item.due) for item in read.recommendations if item.due]
    assert due == ["2024-02-29", "2024-05-31", "2024-09-30", "2027-06-30"]
    assert all("497A" in (item.legal_basis or "") for item in read.recommendations)


def test_the_commissioner_tells_who_agrees_supports_oversees_and_is_consulted() -> None:
    made = [
        item
        for item in findings("exampleshire-2024-commissioner.md").recommendations
        if item.role == "made"
    ]
    assert [item.number for item in made] == [*"12345678"]
    duties = [item.duty for item in made if item.duty]
    assert [len(item.parts) for item in made[:2]] == [3, 2]
    assert duties[3].agreed_by[0].role == "commissioner"
    assert duties[3].supported_by[0].role == "strategic-partner"
    assert duties[4].consults[0].role == "commissioner"
    assert duties[5].overseen_by[0].label == "Exampleshire Improvement Board"


def test_the_commissioner_quotes_eight_years_by_theme() -> None:
    read = findings("exampleshire-2024-commissioner.md")
    themes = [item for item in read.recommendations if item.in_theme_table]
    assert len(themes) == 20
    assert all(item.printed_theme for item in themes)
    assert [item.number for item in themes if item.number] == [*"4832561"]


def test_the_commissioner_gives_roles_options_and_history() -> None:
    read = findings("exampleshire-2024-commissioner.md")
    assert len(read.responsibilities) == 10
    assert {each.held_by.label for each in read.responsibilities} == {
        "Commissioner", "Exampleshire County Council", "Strategic Partner",
        "Department for Education",
    }  # fmt: skip
    assert {each.status for each in read.escalation_options} == {
        "available", "considered-and-rejected", "kept-open"
    }  # fmt: skip
    assert [each.stated.label for each in read.inspection_references[:4]] == [
        "2016 Full Inspection", "2019 Full Inspection", "2021 Focused Visit",
        "2023 Full Inspection",
    ]  # fmt: skip


def test_the_commissioner_names_who_holds_which_post_since_when() -> None:
    held = {
        each.name: each.start.iso
        for each in findings("exampleshire-2024-commissioner.md").post_holdings
        if each.start
    }
    assert held == {"Ignatius Brell": "2024-04", "Rosalind Vaneley": "2023-12"}


def test_the_first_visit_of_2024_reviews_what_was_found_in_2023() -> None:
    read = findings("exampleshire-2024-monitoring-visit-1.txt")
    assert read.framework == "ilacs-monitoring"
    assert progress(read.assessments) == {
        1: "improved", 2: "insufficient-progress", 3: "improved"
    }  # fmt: skip
