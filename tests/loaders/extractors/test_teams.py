"""Inspectors' names out of covers and team lists."""

from __future__ import annotations

import pytest

from loaders.extractors.joint_teams import read_joint_team
from loaders.extractors.offices import leads, split_team_role
from loaders.extractors.teams import read_team, split_names
from loaders.genres.cover import read_lead_inspectors
from tests.printed import line, source


def test_roles_with_wrapped_names_are_read_until_the_list_ends() -> None:
    team = read_team(
        source(
            line("Lead inspector: Anna O’Dell HMI", gap=1.8),
            line("Team inspectors: Bo Smith-Jones, Cai Grey (AI) and", gap=1.8),
            line("Dée Marsh HMI"),
            line("Any complaints about the inspection should be sent on.", gap=1.8),
        ).body
    )
    assert [(member.name, member.role, member.lead) for member in team] == [
        ("Anna O’Dell", "Lead inspector", True),
        ("Bo Smith-Jones", "Team inspector", False),
        ("Cai Grey", "Team inspector", False),
        ("Dée Marsh", "Team inspector", False),
    ]


def test_a_list_goes_on_below_a_part_that_is_not_known() -> None:
    team = read_team(
        source(
            line("Lead inspector: Anna O’Dell HMI", gap=1.8),
            line("Friend of the team: Gil Stone", gap=1.8),
            line("Senior data analyst: Cai Grey", gap=1.8),
        ).body
    )
    assert [member.name for member in team] == ["Anna O’Dell", "Cai Grey"]


def test_deputy_lead_inspector_does_not_lead() -> None:
    team = read_team(source(line("Deputy lead inspector: Bo Smith")).body)
    assert not team[0].lead


def test_office_on_the_next_line_is_no_name() -> None:
    cover = source(
        line("Lead inspector: Bo Smith,", gap=2.0), line("Her Majesty’s Inspector", x=176.0)
    ).body
    (lead,) = read_lead_inspectors(cover)
    assert (lead.name, lead.role, lead.lead) == ("Bo Smith", "Her Majesty’s Inspector", True)


def test_every_office_of_an_inspector_that_the_vocabulary_has_is_told() -> None:
    cover = source(
        line("Lead inspector: Bo Smith,", gap=2.0),
        line("Social Care Regulatory Inspector", x=176.0),
    ).body
    (lead,) = read_lead_inspectors(cover)
    assert (lead.name, lead.role) == ("Bo Smith", "Social Care Regulatory Inspector")


def test_two_lead_inspectors_are_both_found() -> None:
    assert split_names("Bo Smith and Cai Grey, His Majesty’s Inspectors") == (
        "Bo Smith",
        "Cai Grey",
    )


def test_standing_of_an_inspector_is_no_part_of_the_name() -> None:
    team = read_team(
        source(
            line("Team inspectors: Anna O’Dell SCRI, Cai Grey AI, Bo", gap=1.8),
            line("Smith (Seconded Inspector), Dée Marsh (Contracted Inspector), Eve Hill"),
            line("HMI,"),
            line("Quality assurance manager: Fay Wood SHMI"),
        ).body
    )
    assert [member.name for member in team] == [
        "Anna O’Dell",
        "Cai Grey",
        "Bo Smith",
        "Dée Marsh",
        "Eve Hill",
        "Fay Wood",
    ]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Deputy lead inspector: Bo Smith", "Deputy lead inspector"),
        ("Shadow data analysts: Bo Smith", "Shadow data analysts"),
        ("Shadow inspector(s): Bo Smith", "Shadow inspector(s)"),
        ("Additional schools inspectors: Bo", "Additional schools inspectors"),
        ("Published: 3 May 2016", None),
        ("The lead inspector Bo Smith", None),
        ("Lead member for children: Bo Smith", None),
    ],
)
def test_words_of_team_roles_may_be_put_together(words: str, role: str | None) -> None:
    split = split_team_role(words)
    assert (split[0] if split else None) == role


def test_a_reporting_inspector_leads_and_a_deputy_does_not() -> None:
    assert leads("Reporting inspector") and leads("Joint lead inspectors")
    assert not leads("Deputy lead inspector")


def test_title_of_the_report_is_no_member_of_a_joint_team() -> None:
    team = read_joint_team(
        source(
            line("Anna O’Dell, HMI Lead inspector", gap=1.8),
            line("Area SEND inspection of Exampleshire Local Area Partnership", gap=1.8),
        ).body
    )
    assert [member.name for member in team] == ["Anna O’Dell"]
