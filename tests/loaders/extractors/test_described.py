"""Whose practice a finding of a joint inspection is about."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.described import agencies_described

COUNCIL = council_named("Tameside Metropolitan Borough Council")
LETTER = (
    "Downshire Police, the National Probation Service (NPS), Cafcass and the Community Safety "
    "Partnership (CSP) took part. Staff of Up, Down and Middle Valleys NHS Foundation Trust (UDM) "
    "were met, and the Youth Offending Service (YOS)."
)
POLICE, NPS = "Downshire Police", "National Probation Service"
TAMESIDE = "Tameside Metropolitan Borough Council"
HOSPITALS = "Up, Down and Middle Valleys NHS Foundation Trust"
SAFETY = "Tameside Community Safety Partnership"
YOUTH = "Tameside Youth Offending Service"


def described(text: str) -> list[str]:
    return [each.label for each in agencies_described(text, ActorFinder(LETTER, COUNCIL))]


@pytest.mark.parametrize(
    ("finding", "agencies"),
    [
        ("Plans drawn up by the NPS are thin.", [NPS]),
        ("Risks are seldom seen by police and probation staff.", [POLICE, NPS]),
        ("The police and social workers often take an optimistic view.", [POLICE, TAMESIDE]),
        ("Some reports are graded too low by the police and not shared in time.", [POLICE]),
        ("There is little exchange between UDM and the police.", [HOSPITALS, POLICE]),
        ("Not all GP practices meet with others.", ["GPs"]),
        ("Primary care practitioners do not ask about harm.", ["Primary care"]),
        ("Case notes by health visitors are late.", ["Health Visitor"]),
        ("School nurse records are late.", ["Tameside School nursing service"]),
        ("Orders are well used. However, their enforcement by officers is weak.", [POLICE]),
        ("The police have a plan. It is not yet known to the staff.", [POLICE]),
        ("The council does not hold timely conferences.", [TAMESIDE]),
        ("The timeliness of the local authority sharing minutes with partner agencies.",
         [TAMESIDE]),
        ("Visits were late due to the police viewing them as disputes.", [POLICE]),
        ("Gaps across the area and in particular in UDM delay checks.", [HOSPITALS]),
        ("Gaps remain in maternity services provided by UDM.", [HOSPITALS]),
        ("UDM has no policy on visits.", [HOSPITALS]),
        ("Probation officers do not make referrals.", [NPS]),
        ("The response of children’s services is slow.", [TAMESIDE]),
        ("UDM has no policy. GPs do not ask about children either.", [HOSPITALS, "GPs"]),
        ("The CSP has no measures. The YOS management board does not watch this.",
         [SAFETY, "Tameside Youth Justice Management Board"]),
        ("Too little was heard from children by Cafcass.", ["Cafcass"]),
        ("Consistent police database checks to inform partners.", [POLICE]),
        ("Delays in criminal investigations.", [POLICE]),
        ("The public protection unit is too small.", [POLICE]),
        ("The quality of information from the police.", [POLICE]),
        ("The accuracy of crime recording.", [POLICE]),
        ("Adult social care staff do not ask about children.", [TAMESIDE]),
        ("Dental practices do not know whom to tell.", ["Dentists"]),
        ("Emergency department staff do not ask who lives at home.", ["Emergency departments"]),
        ("UDM midwives do not ask who lives at home.", [HOSPITALS]),
        ("Gaps remain in urgent care centres and the day ward (DW) provided by UDM.", [HOSPITALS]),
        ("How well health practitioners share information with the police.", ["Health services"]),
        ("The poor contribution of GPs to strategy discussions.", ["GPs"]),
    ],
)  # fmt: skip
def test_the_agency_whose_practice_is_described(finding: str, agencies: list[str]) -> None:
    assert described(finding) == agencies


@pytest.mark.parametrize(
    "finding",
    [
        pytest.param("Referrals often go late to children’s social care.", id="receives"),
        pytest.param(
            "A lack of challenge between agencies leads to visits by police and social workers.",
            id="between agencies",
        ),
        pytest.param(
            "Some reports are graded by the police and other partners too low.", id="with others"
        ),
        pytest.param(
            "There is little joint work between the police and children’s social care.", id="joint"
        ),
        pytest.param(
            "The police and social workers do not hold timely strategy discussions.",
            id="what two do together",
        ),
        pytest.param("The identification of risk by schools, the police and UDM.", id="three"),
        pytest.param(
            "The provision of a helper when children are arrested by the police.",
            id="an agent in a clause",
        ),
        pytest.param("The oversight of notifications by police.", id="whose notifications"),
        pytest.param("GP practices are not invited to meetings.", id="not invited"),
        pytest.param("The YOS does not receive police intelligence in time.", id="not told"),
        pytest.param("Health services teams do not have full information.", id="not informed"),
        pytest.param("School nurses are not always told how many move.", id="professionals"),
        pytest.param("Some health visitors have very high caseloads.", id="their caseloads"),
        pytest.param("The capacity of school nurses is stretched.", id="their capacity"),
        pytest.param("School nurses are no longer involved.", id="no longer involved"),
        pytest.param("Housing officers do not make referrals.", id="officers of others"),
        pytest.param("Social workers, police and health do not attend.", id="others besides"),
        pytest.param("The Police and Crime Commissioner has no plan.", id="the commissioner"),
        pytest.param("Commissioning of health services is weak.", id="what others buy"),
        pytest.param("Waiting times of children for CAMHS.", id="waiting"),
        pytest.param(
            "More help for staff in schools, early years and health services.", id="help for them"
        ),
        pytest.param(
            "Information is shared well across the partnership. For example, police systems are not"
            " late.",
            id="an example",
        ),
        pytest.param(
            "Notes of school nursing and health visiting are late. Social work chronologies are "
            "poor.",
            id="a third in the next sentence",
        ),
    ],
)
def test_a_finding_about_nobody_alone_is_nobody_s(finding: str) -> None:
    assert described(finding) == []


def test_professionals_make_no_body_that_the_text_does_not_name() -> None:
    finding = "School nurses do not ask how many children move."
    (named,) = agencies_described(finding, ActorFinder(LETTER, COUNCIL))
    assert (named.kind, named.body) == ("role", None)
