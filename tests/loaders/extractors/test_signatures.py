"""Signatures below joint letters: one column, a grid of inspectorates, laid-out text."""

from __future__ import annotations

from loaders.extractors.actors import ActorFinder
from loaders.extractors.signatures import read_official, read_signatories
from loaders.page import Line
from loaders.records import PartialDate
from tests.printed import line, source

CLOSE = line("Yours sincerely", gap=2.0)
DAY = PartialDate(2024, 3, 4)


def signed(*lines: Line) -> list[tuple[str | None, str | None, str | None]]:
    """Name, role and body of each post, in the order of the page."""
    found = read_signatories(source(CLOSE, *lines).body, DAY)
    return [(each.name, each.post.role, each.post.body) for each in found]


def test_names_stand_above_their_posts() -> None:
    assert signed(
        line("Ann Stanworth", gap=5.0),
        line("National Director Regulation and Social Care, Ofsted"),
        line("Dr Ben O’Model BSc MB ChB", gap=5.0),
        line("Chief Inspector of Health Care, Care"),
        line("Quality Commission"),
    ) == [
        ("Ann Stanworth", "national-director", "ofsted"),
        ("Dr Ben O’Model", "chief-inspector-of-health-care", "care-quality-commission"),
    ]


def test_two_offices_of_one_person_are_two_posts() -> None:
    found = signed(
        line("Cara Pattern OBE", gap=5.0),
        line("His Majesty’s Inspector of Constabulary"),
        line("His Majesty’s Inspector of Fire & Rescue Services"),
    )
    assert found == [
        ("Cara Pattern", "inspector-of-constabulary", "hmicfrs"),
        ("Cara Pattern", "inspector-of-fire-and-rescue-services", "hmicfrs"),
    ]


GRID = (
    line("Ofsted", gap=3.0, bold=True),
    line("Care Quality Commission", x=303.0, gap=0.0, bold=True),
    line("Ann Stanworth", gap=7.0),
    line("National Director, Social Care", gap=1.4),
    line("Ben Model", x=303.0, gap=9.0),
    line("Deputy Chief Inspector", x=303.0, gap=1.4),
    line("HMI Constabulary", gap=1.9, bold=True),
    line("HMI Probation", x=303.0, gap=0.0, bold=True),
    line("Cara Pattern", gap=7.0),
    line("Her Majesty’s Inspector of Constabulary", gap=1.4),
    line("Dan Draft", x=303.0, gap=9.0),
    line("Assistant Chief Inspector", x=303.0, gap=1.4),
)


def test_each_name_of_a_grid_belongs_to_the_inspectorate_above_it() -> None:
    assert signed(*GRID) == [
        ("Ann Stanworth", "national-director", "ofsted"),
        ("Ben Model", "deputy-chief-inspector", "care-quality-commission"),
        ("Cara Pattern", "inspector-of-constabulary", "hmicfrs"),
        ("Dan Draft", "assistant-chief-inspector", "hmi-probation"),
    ]


def test_a_post_may_stand_above_the_name_and_a_post_alone_names_nobody() -> None:
    found = signed(
        line("Ofsted", gap=3.0),
        line("National Director", gap=1.9),
        line("Ann Stanworth", gap=1.4),
        line("HMI Probation", gap=1.9),
        line("Chief Inspector", gap=7.0),
    )
    assert found == [("Ann Stanworth", "national-director", "ofsted")]


def test_blanks_part_the_columns_of_a_text() -> None:
    text = (
        "Ofsted                            Care Quality Commission",
        "Ann Stanworth                     Ben Model",
        "National Director, Social Care    Deputy Chief Inspector",
        "2 The Children Act 2004",
    )
    assert signed(*(line(each, size=None, x=0.0) for each in text)) == [
        ("Ann Stanworth", "national-director", "ofsted"),
        ("Ben Model", "deputy-chief-inspector", "care-quality-commission"),
    ]


def test_an_unknown_office_is_kept_as_printed() -> None:
    lines = (line("Eve Sample", gap=5.0), line("Director of Sampling, Care Quality Commission"))
    (found,) = read_signatories(source(CLOSE, *lines).body, DAY)
    assert (found.post.kind, found.post.body) == ("body", "care-quality-commission")
    assert found.post_as_printed == "Director of Sampling, Care Quality Commission"
    assert found.in_post_on == DAY


def test_an_official_signs_a_direction_for_a_department() -> None:
    text = source(
        line("Signed on behalf of the Secretary of State"),
        line("Eve Stanworth", gap=3.0),
        line("A senior civil servant in the Department for Education"),
        line("4 March 2024"),
    )
    (found,) = read_official(text.body, ActorFinder(text.text, None), DAY)
    assert (found.name, found.post.body) == ("Eve Stanworth", "department-for-education")
    assert found.post_as_printed == "A senior civil servant in the Department for Education"


def test_a_signature_without_a_name_shows_nobody() -> None:
    text = source(line("Signed"), line("The Department for Education"), line("4 March 2024"))
    assert read_official(text.body, ActorFinder(text.text, None), DAY) == ()


def test_who_signs_for_no_inspectorate_is_left_out() -> None:
    assert signed(line("Eve Sample", gap=5.0), line("Clerk to the Parish")) == []
