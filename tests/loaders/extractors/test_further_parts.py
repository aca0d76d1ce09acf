"""More ways in which papers and directions give others a part, and near misses; own words."""

from __future__ import annotations

import pytest

from loaders.extractors.obligations import read_duty
from tests.loaders.extractors.test_part_frames import FINDER, those

FURTHER = {
    "reports_to": [
        ("The Council will update the Commissioner every quarter.", ["Commissioner"]),
        ("The Director is asked to return to Ofsted in six months with an update.", ["Ofsted"]),
        ("The Director must refer the matter to the Commissioner.", ["Commissioner"]),
        ("The Council must make its minutes available to Ofsted.", ["Ofsted"]),
        ("The board should table its annual report at the Executive.", ["Executive"]),
        ("The Director will write a report for consideration by Ofsted.", ["Ofsted"]),
        ("The Director shall give Ofsted notice of any change.", ["Ofsted"]),
        ("The lead will report monthly to the Panel and quarterly to Ofsted.", ["Panel", "Ofsted"]),
        ("The chair should pass the letter on to the Commissioner.", ["Commissioner"]),
        ("The Council should demonstrate to Ofsted that children are safe.", ["Ofsted"]),
        ("The Council should make the Commissioner aware of the risks.", ["Commissioner"]),
        ("The Council must supply to Ofsted such information as it asks for.", ["Ofsted"]),
        ("The Council will share the final version with elected members.", ["Elected members"]),
        ("The scrutineer should bring her conclusions to the Commissioner.", ["Commissioner"]),
        ("The Council will update its records every quarter.", []),
        ("The Council should make staff aware of the risks.", []),
        ("Schools should demonstrate good practice to staff.", []),
    ],
    "agreed_by": [
        ("The Director will draw up a plan for sign-off by the Commissioner.", ["Commissioner"]),
        (
            "The Council may act with the Strategic Leadership Group’s approval.",
            ["Strategic Leadership Group"],
        ),
    ],
    "overseen_by": [
        ("The Council must comply with directions of the Commissioner.", ["Commissioner"]),
        ("The Council shall comply with any directions given by Ofsted.", ["Ofsted"]),
        ("The Council must act on the instructions of the Commissioner.", ["Commissioner"]),
        ("The Director must answer to the Commissioner for delivery.", ["Commissioner"]),
        (
            "The Council will deliver, with the Commissioner holding it to account.",
            ["Commissioner"],
        ),
        ("The Director must answer questions from Ofsted.", []),
    ],
    "supported_by": [
        ("The Council should draw on the help of Ofsted to train staff.", ["Ofsted"]),
        ("The Council should co-produce the strategy with partner agencies.", ["Partners"]),
        ("The Council should build on its work with schools to cut delay.", ["Schools"]),
        (
            "The scrutineer should, in close co-operation with the three safeguarding partners,"
            " test the audits.",
            ["Designated Safeguarding Partners"],
        ),
    ],
    "consults": [
        ("The Council should invite Ofsted to comment on the draft.", ["Ofsted"]),
        ("The Council should act on feedback from care leavers.", ["Care leavers"]),
        (
            "The Director should renew the plan, having consulted the Leader and Ofsted.",
            ["Leader of the Council", "Ofsted"],
        ),
        ("The Council will seek the opinion of care leavers.", ["Care leavers"]),
        ("The Council should invite Ofsted to visit.", []),
    ],
}


@pytest.mark.parametrize(
    ("part", "text", "whom"),
    [(part, text, whom) for part, told in FURTHER.items() for text, whom in told],
)
def test_further_ways_of_taking_part(part: str, text: str, whom: list[str]) -> None:
    assert those(text, part) == whom


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The three safeguarding partners must review the plan.", "safeguarding-partners"),
        ("The three partners must review the plan.", "group"),
        ("All three partners should review the plan.", "group"),
    ],
)
def test_three_partners_act(text: str, kind: str) -> None:
    assert [each.body_type for each in read_duty(text, FINDER).bearers] == [kind]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "The Chief Executive of the Integrated Care Board should act.",
            "tameside-integrated-care-board",
        ),
        ("The Director of Children’s Services of Essex County Council should act.", "essex"),
        ("The Director of Children’s Services at the Improvement Board should act.", "tameside"),
        ("The Chief Executive of the Council should act.", "tameside"),
        ("The Chief Executive should act.", "tameside"),
    ],
)
def test_an_officer_of_another_body_is_not_the_councils(text: str, body: str) -> None:
    assert [each.body for each in read_duty(text, FINDER).bearers] == [body]


@pytest.mark.parametrize(
    ("part", "text", "whom"),
    [
        ("agreed_by", "The plan agreed with Ofsted must be published.", []),
        ("agreed_by", "The plan, agreed by Ofsted in May, must be published.", []),
        ("agreed_by", "The plan must be agreed by Ofsted.", ["Ofsted"]),
        ("agreed_by", "Once agreed by Ofsted, the plan must be published.", ["Ofsted"]),
        ("overseen_by", "The work overseen by the Commissioner must go on.", []),
        ("overseen_by", "The Council, overseen by Ofsted, must go on with it.", ["Ofsted"]),
        ("supported_by", "The Council, supported by Ofsted, should train its staff.", ["Ofsted"]),
        ("supported_by", "The team supported by the Youth Service must be larger.", []),
        ("supported_by", "The plan, which was written together with schools, must be used.", []),
        ("consults", "The Council should explain why it did not consult care leavers.", []),
        ("consults", "The Council should consider whether to consult care leavers.", []),
        (
            "consults",
            "The Council should review choices that were made in consultation with Ofsted.",
            [],
        ),
        ("consults", "The Council should say why, and consult care leavers.", ["Care leavers"]),
        ("reports_to", "Staff should not share the report with the Commissioner.", []),
        ("agreed_by", "The plan must not be changed without the consent of Ofsted.", ["Ofsted"]),
    ],
)
def test_what_is_only_described_asked_or_forbidden_is_no_part(
    part: str, text: str, whom: list[str]
) -> None:
    assert those(text, part) == whom
