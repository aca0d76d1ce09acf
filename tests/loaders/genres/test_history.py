"""What a report's page about the area says of earlier inspections and of who is in post."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder
from loaders.extractors.flows import flow_of
from loaders.genres.history import (
    read_dated_inspections,
    read_history_block,
    read_leadership,
    read_named_inspections,
    read_tenures_in_prose,
    read_undated_visits,
)
from loaders.page import Line, SourceText
from loaders.records import Actor

COUNCIL = Actor(kind="body", label="Tameside Metropolitan Borough Council", body="tameside")


def page(*texts: str) -> SourceText:
    lines, start = [], 0
    for number, text in enumerate(texts):
        item = text.startswith("■")
        line = Line(
            text,
            start,
            start + len(text),
            page=5,
            x=80.0 if item else 60.0,
            y=100.0 + 14 * number,
            size=12.0,
            bold=not item,
        )
        lines.append(line)
        start += len(text) + 1
    return SourceText("application/pdf", "0" * 64, "\n".join(texts), tuple(lines))


def told(*bullets: str, heading: str = "Previous Ofsted inspections") -> list[tuple[object, ...]]:
    found = read_history_block(page(heading, *(f"■ {bullet}" for bullet in bullets)))
    return [
        (
            each.stated.date.iso if each.stated.date else None,
            each.stated.inspection_type,
            each.stated.grade or each.stated.outcome,
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("bullet", "expected"),
    [
        (
            "The last inspection of the fostering service was in May 2012. It was judged good.",
            [("2012-05", "fostering", "good")],
        ),
        (
            "Private fostering 3 Mar 2009 Satisfactory",
            [("2009-03-03", "private-fostering", "Satisfactory")],
        ),
        (
            "Safeguarding arrangements and services for looked after children were inspected in "
            "June 2011. They were judged inadequate for the one and adequate for the other.",
            [
                ("2011-06", "safeguarding-and-looked-after", "inadequate"),
                ("2011-06", "safeguarding-and-looked-after", "adequate"),
            ],
        ),
        (
            "The last inspection was in June 2015. It was judged good for adoption. It was overall "
            "judged to be inadequate.",
            [("2015-06", None, "inadequate")],
        ),
        ("In June 2013 Ofsted inspected many schools, of which two were good.", []),
        ("The trust runs an agency. It was inspected in May 2015 and judged good.", []),
        ("Four of the children’s homes were inspected in May 2015.", []),
    ],
    ids=["plain", "table", "two services", "overall", "schools", "agency", "homes"],
)
def test_bullet_tells_of_inspections(bullet: str, expected: list[tuple[object, ...]]) -> None:
    assert told(bullet) == expected


@pytest.mark.parametrize(
    ("services", "month", "inspection_type"),
    [
        ("safeguarding arrangements", "May 2011", "safeguarding-and-looked-after"),
        ("safeguarding arrangements", "March 2013", "child-protection"),
        ("safeguarding arrangements", "March 2015", "sif"),
        ("safeguarding arrangements", "June 2012", None),
        ("services for children looked after", "August 2013", "lac-2013"),
        ("services for children looked after", "May 2010", "safeguarding-and-looked-after"),
        ("arrangements for the protection of children", "March 2013", "child-protection"),
    ],
)
def test_framework_in_use_tells_which_inspection_is_meant(
    services: str, month: str, inspection_type: str | None
) -> None:
    bullet = f"The last inspection of the council’s {services} was in {month}. It was judged good."
    assert [found[1] for found in told(bullet)] == [inspection_type]


@pytest.mark.parametrize(
    ("services", "month", "area"),
    [
        ("safeguarding arrangements", "May 2011", "safeguarding-services"),
        ("services for looked after children", "May 2011", "looked-after-services"),
        ("services for looked after children", "August 2013", None),
        ("safeguarding arrangements", "March 2013", None),
        ("fostering service", "May 2011", None),
    ],
)
def test_services_tell_the_area_where_the_inspection_judged_others_too(
    services: str, month: str, area: str | None
) -> None:
    bullet = f"■ The last inspection of the {services} was in {month}. It was judged good."
    found = read_history_block(page("Previous Ofsted inspections", bullet))
    assert [each.stated.area for each in found] == [area]


def test_grades_that_follow_as_a_list_are_told_the_overall_one_first() -> None:
    assert told(
        "The last report came from the inspection of May 2014. The judgements were:",
        "overall effectiveness: inadequate",
        "adoption: good",
    ) == [("2014-05", None, "inadequate"), ("2014-05", None, "good")]


def test_item_with_several_grades_is_in_doubt() -> None:
    bullet = "The fostering service was inspected in May 2012. It was good and later inadequate."
    found = read_history_block(page("Previous Ofsted inspections", f"■ {bullet}"))
    assert [each.doubt for each in found] == ["several grades stand in one item"]


def test_area_page_without_a_heading_for_inspections_is_read() -> None:
    heading = "Information about this local authority area"
    bullet = "The last inspection of the adoption service was in May 2012. It was judged good."
    assert told(bullet, heading=heading) == [("2012-05", "adoption", "good")]


def test_post_that_was_interim_at_first_is_not_interim() -> None:
    bullet = (
        "The Director of Children’s Services has been in post since July 2013, initially interim."
    )
    holding = read_leadership(page("Previous Ofsted inspections", f"■ {bullet}"), COUNCIL)[0]
    assert holding.appointment is None
    assert holding.start is not None
    assert holding.start.iso == "2013-07"


def test_trusts_chief_executive_is_not_the_councils() -> None:
    doncaster = Actor(kind="body", label="City of Doncaster Council", body="doncaster")
    bullet = "The chief executive of the trust has been in post since July 2014."
    holding = read_leadership(page("Previous Ofsted inspections", f"■ {bullet}"), doncaster)[0]
    assert (holding.post.kind, holding.post.body) == ("role", None)


def test_trust_that_the_report_names_elsewhere_has_its_own_chief_executive() -> None:
    council = Actor(kind="body", label="Slough Borough Council", body="slough")
    bullet = "■ The chief executive of the trust has been in post since July 2014."
    report = page("Slough Children First works well.", "Previous Ofsted inspections", bullet)
    (holding,) = read_leadership(report, council)
    assert holding.post.body == "slough-children-first"


def test_grades_by_area_stand_beside_that_of_the_whole() -> None:
    found = read_history_block(
        page(
            "Previous Ofsted inspections",
            "■ The last inspection was in May 2014. The judgements for the local authority were:",
            "■ overall effectiveness: inadequate",
            "■ experiences and progress of care leavers: requires improvement to be good",
            "■ The adoption service was inspected in June 2011. It was judged good.",
        )
    )
    assert [(each.stated.area, each.stated.grade) for each in found] == [
        (None, "inadequate"),
        ("care-leavers", "requires-improvement"),
        (None, "good"),
    ]
    assert found[1].stated.date == found[0].stated.date


def test_a_visit_without_a_date_is_told_once_and_only_where_no_dated_one_is() -> None:
    source = page("Plans are better since the last focused visit. The last focused visit was good.")
    (visit,) = read_undated_visits(source, ())
    assert (visit.stated.date, visit.stated.inspection_type) == (None, "focused-visit")
    assert read_undated_visits(source, (visit,)) == ()


def test_foster_carers_visits_are_none_of_ofsted() -> None:
    source = page("Carers receive regular monitoring visits.")
    assert read_undated_visits(source, ()) == ()


def test_the_grade_of_an_agency_is_not_the_councils() -> None:
    source = page("The agency was judged good in an inspection by Ofsted in August 2015.")
    assert read_named_inspections(source, 0, ()) == ()


def test_a_director_of_a_field_of_its_own_is_the_councils() -> None:
    bullet = "The Strategic Director for Places has been in post since May 2014."
    (found,) = read_leadership(page("Previous Ofsted inspections", f"■ {bullet}"), COUNCIL)
    assert (found.post.role, found.post.body) == ("executive-director", COUNCIL.body)


def test_prose_tells_since_when_somebody_is_in_post() -> None:
    source = page("A new chief executive took up post in May 2021 and began work in June 2022.")
    finder = ActorFinder(source.text, COUNCIL)
    (found,) = read_tenures_in_prose(source, (flow_of(source.body),), finder)
    assert (found.post.role, found.start and found.start.iso, found.end) == (
        "chief-executive",
        "2021-05",
        None,
    )


def test_director_who_is_another_officer_holds_that_post() -> None:
    bullet = (
        "The director of adult care is the DCS for Tameside and has been in post since May 2014."
    )
    holding = read_leadership(page("Previous Ofsted inspections", f"■ {bullet}"), COUNCIL)[0]
    assert holding.post.role == "director-of-childrens-services"


def test_prose_adds_the_inspections_that_it_names_by_type() -> None:
    source = page(
        "Plans have improved since the focused visit in 2018.",
        "Little was done since the last inspection in 2015.",
        "The fostering inspection of May 2012 asked for this.",
    )
    (first, *_) = found = read_named_inspections(source, 0, ())
    assert [each.stated.inspection_type for each in found] == ["focused-visit", "fostering"]
    assert len(read_named_inspections(source, 0, (first,))) == 1


@pytest.mark.parametrize(
    ("bullet", "start", "end"),
    [
        (
            "The chair of the LSCB took up the post in May 2011 and left it in June 2016.",
            2011,
            2016,
        ),
        ("The chair of the LSCB, who had been in post since May 2011, left in 2014.", 2011, 2014),
        ("The chair of the LSCB served from May 2011 to June 2015.", 2011, 2015),
    ],
)
def test_term_that_has_ended_has_both_its_dates(bullet: str, start: int, end: int) -> None:
    (found,) = read_leadership(page("Previous Ofsted inspections", f"■ {bullet}"), COUNCIL)
    assert found.start and found.end and found.doubt is None
    assert (found.start.year, found.end.year) == (start, end)


def test_previous_chair_had_the_post_just_named() -> None:
    bullet = (
        "■ The chair of the LSCB has been in post since May 2017. The previous chair served from "
        "June 2014 to April 2017."
    )
    now, then = read_leadership(page("Previous Ofsted inspections", bullet), COUNCIL)
    assert now.post == then.post and then.end and now.end is None


def test_trust_named_on_the_page_has_its_own_chief_executive() -> None:
    source = page(
        "Previous Ofsted inspections",
        "■ The chief executive of the trust has been in post since July 2014.",
        "■ Doncaster Children’s Services Trust delivers the services.",
    )
    doncaster = Actor(kind="body", label="City of Doncaster Council", body="doncaster")
    (found,) = read_leadership(source, doncaster)
    assert found.post.body == "doncaster-childrens-services-trust"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Our adoption service was also inspected in 2010 and was judged as outstanding.",
            [("2010", "adoption", "outstanding")],
        ),
        (
            "The last inspection of the council’s safeguarding arrangements and its services for "
            "the looked after was in May 2010.",
            [("2010-05", "safeguarding-and-looked-after", None)],
        ),
        (
            "In May 2010, inspection of safeguarding and looked after services found strengths.",
            [("2010-05", "safeguarding-and-looked-after", None)],
        ),
        (
            "At the Ofsted inspection in 2012, services were judged to be inadequate.",
            [("2012", None, "inadequate")],
        ),
        ("At the inspection in 2015, services were judged to be inadequate.", []),
        ("Plans have improved since the inspection in 2012.", []),
    ],
    ids=["service", "far", "date first", "graded", "known", "bare"],
)
def test_prose_names_an_inspection_by_its_services_or_grade(
    sentence: str, expected: list[tuple[object, ...]]
) -> None:
    heading, bullet = "Previous Ofsted inspections", "■ The last inspection was in June 2015."
    source = page(heading, bullet, sentence)
    known = read_history_block(page(heading, bullet))
    found = [each.stated for each in read_named_inspections(source, 2, known)]
    assert [
        (each.date.iso if each.date else None, each.inspection_type, each.grade) for each in found
    ] == expected


def test_dated_inspections_are_told_once_and_again_with_their_grade() -> None:
    source = page(
        "Little was done since the last inspection in 2015.",
        "Plans have improved since the inspection in 2015.",
        "Children’s services were last inspected in May 2015 and judged to be good.",
        "The inspection of the fostering agency in 2016 asked for this.",
    )
    found = [each.stated for each in read_dated_inspections(source, 0, ())]
    assert [(each.date and each.date.iso, each.grade) for each in found] == [
        ("2015", None),
        ("2015-05", "good"),
    ]


def test_inadequate_judgements_in_two_years_are_two_inspections() -> None:
    source = page("Practice is better after two inadequate inspection judgements in 2014 and 2017.")
    found = [each.stated for each in read_dated_inspections(source, 0, ())]
    assert [(each.date and each.date.year, each.grade) for each in found] == [
        (2014, "inadequate"),
        (2017, "inadequate"),
    ]
