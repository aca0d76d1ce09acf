from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest

from loaders.extractors.actors import local_body
from loaders.page import SourceText
from loaders.record_form import as_json
from loaders.records import (
    Actor,
    AskingSentence,
    Assessment,
    Duty,
    EscalationOption,
    InspectionReference,
    Judgement,
    Obligation,
    Part,
    PartialDate,
    PostHolding,
    Requirement,
    Responsibility,
    StatedInspection,
)
from tests.loaders.documents import COMMISSIONER, COUNCIL, DIRECTOR, item, quoted, record, source

INTERVIEWS = "The timeliness of return home interviews."
PLANS = "Plans must be agreed by the Commissioner."
PANEL = Actor(kind="body", label="Exampleshire Panel", body="p", body_type="x", serves="e")
TRUST = Actor(kind="body", label="Exampleshire Trust", body="t", body_type="x", serves="e")
FORCE = Actor(kind="body", label="Exampleshire Police", body="f", body_type="police")
MINISTER = Actor(kind="role", label="Under Secretary of State", role="minister")
OFFICER = Actor(kind="role", label="Independent Reviewing Officer", role="officer")
FACT: dict[str, Any] = {"evidence": quoted(PLANS, source()), "rule": "test-rule"}


def form(**findings: Any) -> dict[str, Any]:
    made = as_json(record(**findings), "papers/report.pdf")
    assert json.loads(json.dumps(made)) == made
    return made


def test_names_of_genre_and_framework_are_those_of_the_interface() -> None:
    made = form(genre="monitoring-letter", framework="sif-monitoring")
    assert (made["file"], made["genre"]) == ("papers/report.pdf", "monitoring-visit-letter")
    assert made["framework"] == "SIF-monitoring"
    assert made["local_authority"] == "Exampleshire County Council"


def test_absent_facts_are_null_or_empty() -> None:
    made = form(inspection=None)
    assert made["published"] is None and made["inspection"] is None
    assert made["requirement"] is None and made["addressee"] is None
    assert made["recommendations"] == made["progress"] == made["people"] == []


def test_an_inspection_has_its_days() -> None:
    assert form()["inspection"] == {
        "type": "ilacs-standard",
        "start": "2021-01-18",
        "end": "2021-01-29",
        "ordinal": None,
    }


def test_an_item_has_its_actors_themes_and_place() -> None:
    duty = Duty(bearers=(DIRECTOR,), agreed_by=(COMMISSIONER,), modality=("must",))
    (made,) = form(recommendations=(item(PLANS, duty=duty, themes=("education",), number="2"),))[
        "recommendations"
    ]
    assert made["addressed_to"] == ["Director of Children’s Services"]
    assert made["agreed_by"] == ["Commissioner"]
    assert (made["kind"], made["role"], made["number"]) == ("area for improvement", "made", "2")
    assert made["themes"] == ["other:education"]
    (quote,) = made["quote"]
    assert source().text[quote["start"] : quote["end"]] == PLANS


def test_the_council_is_addressed_where_nobody_is_named() -> None:
    (made,) = form(recommendations=(item(INTERVIEWS),))["recommendations"]
    assert made["addressed_to"] == ["Exampleshire County Council"]


def test_a_group_is_not_called_by_the_words_that_open_a_sentence() -> None:
    schools = local_body(COUNCIL, "schools")
    duty = Duty(bearers=(schools,), printed=((schools, "School staff"),))
    (made,) = form(recommendations=(item(PLANS, duty=duty),))["recommendations"]
    assert made["addressed_to"] == ["Schools"]


def test_a_local_body_is_called_what_the_document_explains() -> None:
    text = f"The Youth Offending Team (YOT) was met. {INTERVIEWS}"
    team = local_body(COUNCIL, "youth-offending-service")
    found = record(recommendations=(item(INTERVIEWS, duty=Duty(bearers=(team,))),))
    made = as_json(replace(found, source=SourceText("text/plain", "0" * 64, text, ())), "a.pdf")
    assert made["recommendations"][0]["addressed_to"] == ["Exampleshire Youth Offending Team"]


def test_a_local_body_has_the_first_of_its_kinds_names_that_is_printed() -> None:
    text = f"The Corporate Parenting Panel met. {INTERVIEWS}"
    board = local_body(COUNCIL, "corporate-parenting-board")
    found = record(recommendations=(item(INTERVIEWS, duty=Duty(overseen_by=(board,))),))
    made = as_json(replace(found, source=SourceText("text/plain", "0" * 64, text, ())), "a.pdf")
    assert made["recommendations"][0]["overseen_by"] == ["Exampleshire Corporate Parenting Panel"]


def test_an_overseer_is_called_what_the_item_calls_it() -> None:
    board = local_body(COUNCIL, "corporate-parenting-board")
    duty = Duty(overseen_by=(board,), printed=((board, "the Corporate Parenting Committee"),))
    (made,) = form(recommendations=(item(PLANS, duty=duty),))["recommendations"]
    assert made["overseen_by"] == ["Exampleshire Corporate Parenting Committee"]


def test_a_force_has_the_name_that_it_had_then() -> None:
    force = Actor(
        "body",
        "Hampshire and Isle of Wight Constabulary",
        body="hampshire-and-isle-of-wight-constabulary",
    )
    found = record(recommendations=(item(INTERVIEWS, duty=Duty(bearers=(force,))),))
    text = f"Hampshire\nConstabulary was met. {INTERVIEWS}"
    made = as_json(replace(found, source=SourceText("text/plain", "0" * 64, text, ())), "a.pdf")
    assert made["recommendations"][0]["addressed_to"] == ["Hampshire Constabulary"]


def test_a_printed_theme_comes_first() -> None:
    themes = {"printed_theme": "permanence", "themes": ("partnership-working", "permanence")}
    (made,) = form(recommendations=(item(PLANS, **themes),))["recommendations"]
    assert made["themes"] == ["permanence", "partnership-working"]


def test_rows_of_a_theme_table_stand_apart() -> None:
    row = item(
        PLANS,
        role="restated",
        in_theme_table=True,
        printed_theme="permanence",
        origin=StatedInspection(date=PartialDate(2016)),
    )
    made = form(recommendations=(row,))
    assert made["recommendations"] == []
    assert made["appendix2"] == {"permanence": {"2016": [PLANS]}}


def test_words_of_an_area_are_no_type_of_an_earlier_inspection() -> None:
    whole = StatedInspection(date=PartialDate(2014), label="full inspection")
    part = StatedInspection(date=PartialDate(2014), label="care leavers", area="care-leavers")
    told = tuple(InspectionReference(text=PLANS, stated=each, **FACT) for each in (whole, part))
    kinds = [each["type"] for each in form(inspection_references=told)["history"]]
    assert kinds == ["full inspection", None]


def test_judgements_and_progress_have_their_words() -> None:
    judgement = Judgement(
        area="care-leavers",
        area_as_printed="Care leavers",
        grade="good",
        grade_as_printed="Good",
        body=COUNCIL,
        **FACT,
    )
    assessment = Assessment(progress="improved", sentences=(PLANS,), area="plans", **FACT)
    made = form(judgements=(judgement,), assessments=(assessment,))
    assert made["judgements"][0]["grade"] == "good"
    assert made["progress"][0]["evidence"] == [PLANS]


def test_obligations_requirements_duties_and_options_have_their_forms() -> None:
    duty = Duty(bearers=(COUNCIL,), overseen_by=(COMMISSIONER,), modality=("must", "should"))
    made = form(
        obligations=(Obligation(sentence=PLANS, duty=duty, **FACT),),
        requirements=(
            Requirement(
                text=PLANS, responsible=COUNCIL, deadline=datetime.date(2021, 6, 1), **FACT
            ),
        ),
        responsibilities=(Responsibility(held_by=COMMISSIONER, text=PLANS, **FACT),),
        escalation_options=(EscalationOption(label="A trust", text=PLANS, **FACT),),
    )
    assert made["obligations"][0]["modality"] == "must"
    assert made["obligations"][0]["others"] == [{"actor": "Commissioner", "relation": "oversees"}]
    assert made["requirement"]["deadline"] == "2021-06-01"
    assert made["responsibilities"] == {"Commissioner": [PLANS]}
    assert made["escalation_options"][0]["intervention"] == "A trust"


def test_a_leader_named_without_a_post_has_no_role() -> None:
    (person,) = form(post_holdings=(PostHolding(post=COUNCIL, name="Ann Test", **FACT),))["people"]
    assert person == {"name": "Ann Test", "role": None, "body": COUNCIL.label}


def test_a_local_body_is_called_what_the_sentence_calls_it() -> None:
    panel = Actor(kind="body", label="Exampleshire Panel", body="p", body_type="x", serves="e")
    duty = Duty(bearers=(panel,), printed=((panel, "the newly created Youth Panel"),))
    (obligation,) = form(obligations=(Obligation(sentence=PLANS, duty=duty, **FACT),))[
        "obligations"
    ]
    assert obligation["bearer"] == "Youth Panel"


def test_a_local_body_called_by_its_letters_has_its_whole_name() -> None:
    board = Actor(kind="body", label="Exampleshire Board", body="b", body_type="board", serves="e")
    duty = Duty(bearers=(board,), printed=((board, "the LSCB"),))
    (obligation,) = form(obligations=(Obligation(sentence=PLANS, duty=duty, **FACT),))[
        "obligations"
    ]
    assert obligation["bearer"] == "Exampleshire Board"


def test_every_sentence_that_asks_is_an_obligation() -> None:
    asking = AskingSentence(PLANS, Duty(bearers=(COUNCIL,), modality=("must",)))
    made = form(
        requirements=(
            Requirement(
                text=PLANS, responsible=COUNCIL, deadline=None, sentences=(asking,), **FACT
            ),
        ),
        responsibilities=(
            Responsibility(held_by=COMMISSIONER, text=INTERVIEWS, duty=asking.duty, **FACT),
        ),
    )
    assert [each["modality"] for each in made["obligations"]] == ["must", "must"]


def test_what_a_requirement_and_an_item_say_in_the_same_words_is_one_obligation() -> None:
    asking = AskingSentence(PLANS, Duty(bearers=(COUNCIL,), modality=("must",)))
    required = Requirement(
        text=PLANS, responsible=COUNCIL, deadline=None, sentences=(asking,), **FACT
    )
    made = form(requirements=(required,), recommendations=(item(PLANS, sentences=(asking,)),))
    assert len(made["obligations"]) == 1


def test_what_only_leads_into_bullets_is_no_obligation() -> None:
    assert not asked(AskingSentence("This should include:", Duty(modality=("should",))))


@pytest.mark.parametrize(
    ("heading", "action", "modality"),
    [
        ("What needs to improve?", None, "must"),
        ("Areas for improvement", "hold interviews", "must"),
        ("Areas for improvement", None, None),
    ],
)
def test_an_item_without_a_word_of_asking_is_asked_by_its_list(
    heading: str, action: str | None, modality: str | None
) -> None:
    asked = item(
        INTERVIEWS,
        list_heading=heading,
        sentences=(AskingSentence(INTERVIEWS, Duty(action=action)),),
    )
    found = form(recommendations=(asked,))["obligations"]
    assert [each["modality"] for each in found] == ([modality] if modality else [])
    assert all(each["bearer"] == COUNCIL.label for each in found)


def asked(*sentences: AskingSentence, duty: Duty | None = None) -> list[dict[str, Any]]:
    made = item(INTERVIEWS, list_heading="Areas for improvement", sentences=sentences, duty=duty)
    found: list[dict[str, Any]] = form(recommendations=(made,))["obligations"]
    return found


def test_an_item_that_only_names_a_partner_is_asked_by_its_list() -> None:
    (found,) = asked(AskingSentence(PLANS, Duty(action="plan", supported_by=(COMMISSIONER,))))
    assert (found["bearer"], found["modality"]) == (COUNCIL.label, "must")


def test_every_request_of_an_item_of_several_sentences_is_an_obligation() -> None:
    first = AskingSentence("Improve plans.", Duty(action="Improve plans"))
    found = asked(first, AskingSentence("This should be soon.", Duty(modality=("should",))))
    assert [(each["bearer"], each["modality"]) for each in found] == [
        (COUNCIL.label, "must"),
        (COUNCIL.label, "should"),
    ]


def test_who_is_asked_has_no_other_part_in_it() -> None:
    told = AskingSentence("Report to us.", Duty(action="Report", reports_to=(COUNCIL,)))
    assert [(each["bearer"], each["others"]) for each in asked(told)] == [(COUNCIL.label, [])]


def test_where_somebody_else_is_told_to_act_nobody_is_implied() -> None:
    first = AskingSentence("Report to them.", Duty(action="Report"))
    beside = AskingSentence("More must be done.", Duty(action="do", modality=("must",)))
    duty = Duty(bearers=(COMMISSIONER,))
    assert [each["bearer"] for each in asked(first, beside, duty=duty)] == [None, None]


def test_what_is_only_found_in_a_list_implies_nobody() -> None:
    found = asked(AskingSentence("More work is needed.", Duty(modality=("must",))))
    assert [each["bearer"] for each in found] == [None]


def test_all_who_must_act_are_named_and_words_for_several_once() -> None:
    duty = Duty(bearers=(COUNCIL, COMMISSIONER), supported_by=(PANEL, TRUST))
    duty = replace(duty, printed=((PANEL, "those addressed"), (TRUST, "those addressed")))
    (found,) = form(obligations=(Obligation(sentence=PLANS, duty=duty, **FACT),))["obligations"]
    assert found["bearers"] == [COUNCIL.label, "Commissioner"]
    assert found["others"] == [{"actor": "those addressed", "relation": "supports"}]


def test_a_body_called_the_board_has_its_whole_name() -> None:
    duty = Duty(bearers=(PANEL,), printed=((PANEL, "the panel"),))
    (found,) = form(obligations=(Obligation(sentence=PLANS, duty=duty, **FACT),))["obligations"]
    assert found["bearer"] == PANEL.label


def test_who_must_act_is_named_in_full_and_others_as_the_sentence_calls_them() -> None:
    board = replace(PANEL, label="Exampleshire Area Partnership")
    duty = Duty(bearers=(board,), overseen_by=(board,), printed=((board, "the area partnership"),))
    (found,) = form(obligations=(Obligation(sentence=PLANS, duty=duty, **FACT),))["obligations"]
    assert found["bearer"] == "Exampleshire Area Partnership"
    assert found["others"] == [{"actor": "area partnership", "relation": "oversees"}]


@pytest.mark.parametrize(
    ("actor", "printed", "name"),
    [
        (FORCE, "the police", "police"),
        (FORCE, "EPS", "Police"),
        (MINISTER, "the Minister", "Minister"),
        (MINISTER, "USS", "Under Secretary of State"),
        (OFFICER, "reviewing officers", "reviewing officers"),
    ],
)
def test_one_who_has_a_part_is_named_as_the_sentence_does(
    actor: Actor, printed: str, name: str
) -> None:
    duty = Duty(bearers=(COUNCIL,), overseen_by=(actor,), printed=((actor, printed),))
    (found,) = form(obligations=(Obligation(sentence=PLANS, duty=duty, **FACT),))["obligations"]
    assert [each["actor"] for each in found["others"]] == [name]


def test_bullets_that_ask_are_obligations_and_those_that_say_how_are_not() -> None:
    parts = tuple(
        Part(order=n, text=text, evidence=FACT["evidence"], duty=Duty(action=text))
        for n, text in enumerate(("Review the offer", "improving the advice"), 1)
    )
    made = item(INTERVIEWS, parts=parts)
    found = form(recommendations=(made,))["obligations"]
    assert [(each["sentence"], each["modality"]) for each in found] == [
        ("Review the offer", "must")
    ]


def test_a_duty_of_a_table_will_be_done_and_a_resolution_is_recommended() -> None:
    duty = Duty(bearers=(COUNCIL,), action="meet monthly")
    held = Responsibility(held_by=COUNCIL, text="meet monthly", duty=duty, **FACT)
    put = item(PLANS, role="put-to-council", sentences=(AskingSentence(PLANS, duty),))
    made = form(responsibilities=(held,), recommendations=(put,))["obligations"]
    assert [each["modality"] for each in made] == ["recommended", "will"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the head of Paid Service", "Head of Paid Service"),
        ("DCS", DIRECTOR.label),
        ("the director of services", DIRECTOR.label),
    ],
)
def test_a_post_is_called_by_another_title_that_the_sentence_gives_it(
    words: str, name: str
) -> None:
    duty = Duty(bearers=(DIRECTOR,), printed=((DIRECTOR, words),))
    (found,) = form(obligations=(Obligation(sentence=PLANS, duty=duty, **FACT),))["obligations"]
    assert found["bearer"] == name
