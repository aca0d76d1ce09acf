"""Whose practice a finding of a joint inspection is about."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.described import agencies_described

COUNCIL = council_named("Tameside Metropolitan Borough Council")
LETTER = (
    "Downshire Police, the National Probation Service (NPS), Cafcass and the Community Safety "
    "Partnership (CSP) took part. Staff of Up, Down and Middle Valleys NHS Foundation Trust (UDM) "
    "were met."
)
POLICE, NPS = "Downshire Police", "National Probation Service"
TAMESIDE = "Tameside Metropolitan Borough Council"
HOSPITALS = "Up, Down and Middle Valleys NHS Foundation Trust"


def described(text: str) -> list[str]:
    return [each.label for each in agencies_described(text, ActorFinder(LETTER, COUNCIL))]


@pytest.mark.parametrize(
    ("finding", "agencies"),
    [
        ("Plans drawn up by the NPS are thin.", [NPS]),
        ("Risks are seldom seen by police and probation staff.", [POLICE, NPS]),
        ("Some reports are graded too low by the police and not shared in time.", [POLICE]),
        ("There is little exchange between UDM and the police.", [HOSPITALS, POLICE]),
        ("Not all GP practices meet with others.", ["General practitioners"]),
        ("Case notes by health visitors are late.", ["Health Visitor"]),
        ("Orders are well used. However, their enforcement by officers is weak.", [POLICE]),
        ("The timeliness of the local authority sharing minutes with partner agencies.",
         [TAMESIDE]),
        ("Gaps across the area and in particular in UDM delay checks.", [HOSPITALS]),
        ("UDM keeps records. In contrast, the CSP does not.",
         [HOSPITALS, "Tameside Community Safety Partnership"]),
        ("UDM has no policy on visits.", [HOSPITALS]),
        ("The CSP has no measures of success.", ["Tameside Community Safety Partnership"]),
        ("Too little was heard from children by Cafcass.",
         ["Children and Family Court Advisory and Support Service"]),
    ],
)  # fmt: skip
def test_the_agency_whose_practice_is_described(finding: str, agencies: list[str]) -> None:
    assert described(finding) == agencies


@pytest.mark.parametrize(
    "finding",
    [
        "Referrals often go late to children’s social care.",
        "A lack of challenge between agencies leads to visits by police and social workers alone.",
        "Some reports are graded by the police and other partners too low.",
        "There is little joint work between the police and children’s social care.",
        "The provision of a helper when children are arrested by the police.",
        "The oversight of notifications by police.",
        "GP practices are not invited to meetings.",
        "Waiting times for children to receive CAMHS assessments.",
        "The capacity of staff in schools and in health services.",
        "Notes of school nursing are late. Social work chronologies are short.",
    ],
    ids=[
        "only receives",
        "between agencies",
        "with others",
        "the council with another",
        "an agent in a clause",
        "whose notifications",
        "others do not ask them",
        "received from them",
        "groups without names",
        "the council beside another",
    ],
)
def test_a_finding_about_nobody_alone_is_nobody_s(finding: str) -> None:
    assert described(finding) == []


def test_professionals_make_no_body_that_the_text_does_not_name() -> None:
    finding = "School nurses are not always told how many children move."
    (named,) = agencies_described(finding, ActorFinder(LETTER, COUNCIL))
    assert (named.kind, named.body) == ("role", None)
