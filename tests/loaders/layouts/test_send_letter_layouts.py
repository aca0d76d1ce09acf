"""Letters on a local area's services for special educational needs, drawn with our own words."""

from __future__ import annotations

import pytest

from loaders.errors import UnknownGenre
from tests.drawn import Drawing
from tests.loaders.layouts.reports import found, texts

WEAKNESSES = ("the timeliness of education, health and care plans", "the poor use of data.")
DEVELOP = ("Too few children are seen at two years of age.", "Schools do not know whom to ask.")
WHEN = (
    "Between 9 January 2017 and 13 January 2017, Ofsted and the Care Quality Commission (CQC) "
    "conducted a joint inspection of the local area of Exampleshire."
)
AGAIN = (
    "Between 11 November 2019 and 13 November 2019, Ofsted and the Care Quality Commission (CQC) "
    "revisited the area of Exampleshire to see what has become of the letter published on "
    "14 March 2017."
)
STATEMENT = (
    "The local area is required to produce and submit a written statement of action to Ofsted "
    "that explains how it will tackle the following areas of significant weakness:"
)


def letter(
    title: str = "Joint local area SEND inspection in Exampleshire", when: str = WHEN
) -> Drawing:
    drawing = Drawing()
    drawing.text("14 March 2017", gap=2.4)
    drawing.text("Ms Delia Marchbank\nDirector of Children’s Services\nExampleshire County Council",
                 gap=1.6)  # fmt: skip
    drawing.text("Dear Ms Marchbank", gap=2.4)
    drawing.text(title, bold=True, gap=2)
    drawing.text(f"{when} The inspection was led by one of Her Majesty’s Inspectors.", gap=2)
    drawing.heading("The effectiveness of the local area in meeting needs")
    drawing.text("Strengths", bold=True, gap=1.6)
    drawing.items("Health visitors see all families early.", marker="•")
    drawing.text("Areas for development", bold=True, gap=1.6)
    drawing.items(*DEVELOP, marker="•")
    return drawing


def closed(drawing: Drawing) -> Drawing:
    drawing.text("Yours sincerely", gap=2.6)
    return drawing


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Joint local area SEND inspection in Exampleshire", "area-send"),
        ("Joint area special educational needs and/or disabilities inspection in Exampleshire",
         "area-send"),
        ("Joint area SEND revisit in Exampleshire", "area-send-revisit"),
    ],
)  # fmt: skip
def test_the_letter_is_known_by_its_title(title: str, kind: str) -> None:
    findings = found(closed(letter(title)))
    assert findings.genre == "area-send-report" and findings.inspection
    assert findings.inspection.inspection_type == kind
    assert findings.concerns and findings.concerns.label == "Exampleshire County Council"
    assert findings.addressee and findings.addressee.value == "Ms Delia Marchbank"
    assert [each.name for each in findings.addressees] == ["Delia Marchbank"]


def test_weaknesses_are_priority_actions_and_need_a_statement() -> None:
    drawing = letter()
    drawing.text(STATEMENT, gap=2)
    drawing.items(*WEAKNESSES, marker="•")
    findings = found(closed(drawing))
    assert [(item.kind, item.text) for item in findings.recommendations] == [
        *(("area for improvement", words) for words in DEVELOP),
        *(("priority action", words) for words in WEAKNESSES),
    ]
    (requirement,) = findings.requirements
    assert requirement.text == STATEMENT


def test_the_days_are_those_of_the_visit_alone() -> None:
    inspection = found(closed(letter(when=AGAIN))).inspection
    assert inspection and inspection.inspection_type == "area-send-revisit"
    assert [(str(first), str(last)) for first, last in inspection.windows] == [
        ("2019-11-11", "2019-11-13")
    ]
    assert inspection.inspected_by == ("ofsted", "care-quality-commission")


def test_strengths_are_no_items() -> None:
    assert texts(found(closed(letter())).recommendations) == list(DEVELOP)


def test_a_councils_own_letter_on_an_inspection_to_come_is_none() -> None:
    drawing = Drawing()
    drawing.text("12 March 2024", "Dear parents", "Joint area SEND inspection", gap=2)
    drawing.text("Ofsted will visit Exampleshire County Council soon.", gap=2)
    with pytest.raises(UnknownGenre):
        found(closed(drawing))
