from __future__ import annotations

from pathlib import Path

import pytest

from loaders.extractors.actors import ActorFinder, council_named, local_body
from loaders.extractors.described import agencies_described
from loaders.extractors.enrich import enrich
from loaders.page import SourceText
from loaders.pipeline import read_document
from loaders.readers.text import read
from loaders.records import (
    Actor,
    Duty,
    Findings,
    Inspection,
    Part,
    PostHolding,
    Quote,
    Recommendation,
    Requirement,
)

COUNCIL = council_named("Tameside Metropolitan Borough Council")
BOARD = local_body(COUNCIL, "safeguarding-children-board")
PARTNERSHIP = local_body(COUNCIL, "local-area-partnership")
EVIDENCE = (Quote(1, 0, 5),)


def item_of(text: str, **more: object) -> Recommendation:
    return Recommendation(
        evidence=EVIDENCE, rule="a-list", order=1, kind="recommendation", text=text, **more
    )


def enriched(
    item: Recommendation,
    genre: str = "inspection-report",
    inspected_by: tuple[str, ...] = ("ofsted",),
) -> Recommendation:
    inspection = Inspection(
        evidence=EVIDENCE,
        rule="a-title",
        inspection_type="sif",
        framework="sif",
        inspected_by=inspected_by,
    )
    findings = Findings(
        genre=genre,
        framework=None,
        concerns=COUNCIL,
        inspection=inspection,
        recommendations=(item,),
    )
    source = SourceText("text/plain", "0" * 64, item.text, ())
    return enrich(findings, source).recommendations[0]


def test_where_the_text_names_nobody_the_council_is_implied() -> None:
    item = enriched(item_of("The timeliness of return home interviews."))
    assert item.default_addressee == COUNCIL
    assert item.addressee_basis == "implied"
    assert item.duty is not None
    assert item.duty.bearers == ()


def test_an_agent_in_the_text_is_printed() -> None:
    item = enriched(item_of("The Strategic Partner should write a plan."))
    assert item.addressee_basis == "printed"


def test_what_the_layout_states_is_kept() -> None:
    stated = Duty(bearers=(BOARD,))
    item = enriched(item_of("The Council should write a plan.", duty=stated))
    assert item.duty is not None
    assert item.duty.bearers == (BOARD,)
    assert item.duty.modality == ("should",)


def test_leaders_of_an_addressed_partnership_are_that_partnership() -> None:
    item = enriched(item_of("Leaders should write a plan.", default_addressee=PARTNERSHIP))
    assert item.duty is not None
    assert item.duty.bearers == (PARTNERSHIP,)


def test_an_item_that_begins_with_the_partnership_is_not_its_health_services_alone() -> None:
    words = "More could be made of data by partner agencies. Health services should show results."
    item = item_of(words, default_addressee=BOARD)
    asked = enriched(item, "joint-inspection-letter")
    assert asked.duty is not None
    assert (asked.duty.bearers, asked.addressee_basis) == ((BOARD,), "printed")


def test_what_agencies_are_found_to_do_does_not_print_that_they_must_act() -> None:
    words = "There is an over-reliance by agencies on notes. They keep to old forms."
    item = enriched(item_of(words, default_addressee=BOARD), "joint-inspection-letter")
    assert item.addressee_basis == "implied"


def test_an_item_of_a_joint_letter_that_names_the_leaders_who_must_act_has_no_doubt() -> None:
    text = "Social workers keep poor records. Further work is required by senior leaders."
    item = enriched(item_of(text, default_addressee=BOARD), "joint-inspection-letter")
    assert (item.duty and item.duty.bearers, item.doubt) == ((COUNCIL,), None)


def test_what_a_board_itself_fails_to_do_is_asked_of_it_without_doubt() -> None:
    text = "The Local Safeguarding Children Board does not watch this."
    item = enriched(item_of(text, default_addressee=BOARD), "joint-inspection-letter")
    assert (item.default_addressee, item.doubt) == (BOARD, None)


def test_those_whom_a_letter_is_addressed_to_support_its_statement() -> None:
    post = Actor("post", "Chief Constable", body="downshire-police", role="chief-constable")
    council = Actor("post", "Chief Executive", body="tameside", role="chief-executive")
    text = "The response should involve the agencies that this letter is addressed to."
    findings = Findings(
        genre="joint-inspection-letter",
        framework=None,
        concerns=COUNCIL,
        addressees=tuple(PostHolding(evidence=EVIDENCE, rule="r", post=p) for p in (council, post)),
        requirements=(
            Requirement(evidence=EVIDENCE, rule="r", text=text, responsible=COUNCIL, deadline=None),
        ),
    )
    (asked,) = enrich(findings, SourceText("text/plain", "0" * 64, text, ())).requirements
    duty = asked.sentences[0].duty
    assert duty.supported_by == (post,)
    assert (post, "agencies that this letter is addressed to") in duty.printed


def test_the_inspectorate_asks() -> None:
    item = enriched(item_of("Chronologies."))
    assert item.made_by is not None
    assert item.made_by.body == "ofsted"


def test_all_inspectorates_of_a_joint_inspection_ask() -> None:
    item = enriched(
        item_of("Chronologies."),
        genre="joint-inspection-letter",
        inspected_by=("ofsted", "care-quality-commission", "hmicfrs"),
    )
    assert item.made_by is not None
    assert item.made_by.body == "ofsted"
    assert [actor.body for actor in item.made_with] == ["care-quality-commission", "hmicfrs"]


def test_a_commissioner_asks_in_their_own_report() -> None:
    item = enriched(item_of("Chronologies."), genre="commissioner-report")
    assert item.made_by is not None
    assert item.made_by.role == "commissioner"


def test_parts_of_a_role_are_its_holder_s_and_their_others_are_repeated() -> None:
    part = Part(order=1, text="to agree, with the Council, a plan;", evidence=EVIDENCE)
    item = enriched(
        item_of(
            "The Department for Education should retain a Commissioner. The Commissioner's role "
            "will be:",
            parts=(part,),
        )
    )
    assert item.parts[0].duty is not None
    assert [actor.role for actor in item.parts[0].duty.bearers] == ["commissioner"]
    assert item.duty is not None
    assert item.duty.agreed_by == (COUNCIL,)


def test_themes_and_issues_are_filled() -> None:
    item = enriched(item_of("Quality of chronologies.", default_addressee=BOARD))
    assert item.themes[0] == "partnership-working"
    assert item.issues == ("chronologies",)


def test_a_finding_about_one_agency_is_that_agency_s() -> None:
    finder = ActorFinder("Downshire Police took part.", COUNCIL)
    (agency,) = agencies_described("The police form has no field for schools.", finder)
    assert agency.label == "Downshire Police"


def test_the_subject_of_a_finding_says_whose_it_is() -> None:
    finder = ActorFinder("Downshire Police took part.", COUNCIL)
    said = "Plans made within the police do not show what is known to partner agencies."
    assert [each.label for each in agencies_described(said, finder)] == ["Downshire Police"]
    assert not agencies_described("Delays for children in police custody.", finder)


def test_an_agency_that_is_only_described_is_implied() -> None:
    partnership = Actor(
        kind="body",
        label="Safeguarding Children Partnership",
        body="p",
        body_type="safeguarding-children-partnership",
    )
    item = enriched(
        item_of("Social workers keep poor records.", default_addressee=partnership),
        "joint-inspection-letter",
    )
    assert item.addressee_basis == "implied" and item.doubt


@pytest.mark.parametrize(
    "kind",
    [
        "safeguarding-children-board",
        "safeguarding-children-partnership",
        "local-area-partnership",
    ],
)
def test_partners_who_are_asked_are_the_partnership_addressed(kind: str) -> None:
    default = local_body(COUNCIL, kind)
    item = enriched(
        item_of("Partners need to keep records.", default_addressee=default),
        "joint-inspection-letter",
    )
    assert item.duty and item.duty.bearers == (default,)


def test_a_joint_letter_to_a_board_describes_agencies_too() -> None:
    item = item_of("Social workers keep poor records.", default_addressee=BOARD)
    described = enriched(item, "joint-inspection-letter").duty
    assert described and described.bearers == (COUNCIL,)


def test_a_finding_of_a_joint_letter_gives_nobody_a_part() -> None:
    item = item_of("Plans are not always sent to the hospital trust nor agreed with the Council.")
    duty = enriched(item, "joint-inspection-letter").duty
    assert duty and duty.agreed_by == duty.reports_to == ()


def test_what_a_joint_letter_finds_to_be_so_only_if_is_no_condition() -> None:
    item = item_of("The hub is told only if there is an arrest.")
    duty = enriched(item, "joint-inspection-letter").duty
    assert duty and duty.condition is None


def test_nobody_has_a_part_in_what_is_asked_of_him() -> None:
    item = item_of("Ensure that all cases are reported by schools to the Council.")
    duty = enriched(item, "inspection-report").duty
    assert duty and duty.reports_to == ()


def test_a_full_report_says_how_things_fared_and_who_must_act() -> None:
    text = "Visits have improved since the last inspection. The Council must go on."
    findings = Findings(genre="inspection-report", framework=None, concerns=COUNCIL)
    enriched_findings = enrich(findings, read(text.encode()))
    assert [each.progress for each in enriched_findings.assessments] == ["improved"]
    assert [each.duty.bearers for each in enriched_findings.obligations] == [(COUNCIL,)]


def test_a_finding_about_agencies_together_is_nobody_s_own() -> None:
    finder = ActorFinder("Downshire Police took part.", COUNCIL)
    assert agencies_described("The police and partners share too little.", finder) == ()


@pytest.mark.corpus
def test_the_commissioner_s_report_says_who_agrees_supports_and_is_consulted(
    shared_folder: Path,
) -> None:
    report = shared_folder / "corpus" / "tameside" / "2024-07-commissioner-report.txt"
    items = {
        item.number: item
        for item in read_document(report.read_bytes()).findings.recommendations
        if not item.in_theme_table
    }
    assert _labels(items["8"], "agreed_by") == ["Commissioner"]
    assert _labels(items["8"], "supported_by") == ["Strategic Partner"]
    assert _labels(items["9"], "consults") == ["Commissioner"]
    assert _labels(items["11"], "agreed_by") == ["Department for Education"]
    assert "Commissioner" in _labels(items["15"], "reports_to")
    assert _labels(items["2"], "bearers") == ["Department for Education"]


def _labels(item: Recommendation, part: str) -> list[str]:
    actors: tuple[Actor, ...] = getattr(item.duty, part)
    return [actor.label for actor in actors]


def test_only_a_review_of_the_board_makes_its_items_board_business() -> None:
    item = item_of("Ensure that care leavers have a pathway plan.", default_addressee=BOARD)
    assert enriched(item).themes[0] == "partnership-working"
    assert enriched(item, "joint-inspection-letter").themes[0] == "care-leavers-offer-accommodation"


def test_what_a_joint_letter_says_of_all_leaders_is_partnership_work_too() -> None:
    item = item_of("The use of data.", default_addressee=BOARD)
    assert enriched(item, "joint-inspection-letter").themes[1:] == ("partnership-working",)
    assert enriched(item, "area-send-report").themes[1:] == ()


def test_what_partners_must_do_besides_is_not_asked_of_their_board() -> None:
    text = "Ensure that staff take part in audits. Individual agencies must own the findings."
    item = enriched(item_of(text, default_addressee=BOARD))
    assert item.duty and item.sentences[1].duty.bearers
    assert (item.addressee_basis, item.duty.modality) == ("implied", ())


def test_whose_leaders_a_finding_means_is_not_known_where_it_describes_an_agency() -> None:
    text = (
        "Decisions at the school nursing service are weak."
        " Further work is required by senior leaders to understand them."
    )
    item = enriched(item_of(text, default_addressee=BOARD), "joint-inspection-letter")
    assert [each.label for each in item.sentences[1].duty.bearers] == ["Senior leaders"]


def test_whom_a_commissioner_s_item_has_act_in_the_present_tense_must_act() -> None:
    item = enriched(
        item_of("The Department for Education appoints an adviser and reviews the post."),
        "commissioner-report",
    )
    assert item.duty and [each.label for each in item.duty.bearers] == ["Department for Education"]
    assert item.duty.action == "appoint an adviser and review the post"
    item = enriched(item_of("The Secretary of State commissions a review."), "commissioner-report")
    assert item.duty and item.duty.bearers and item.duty.action == "commission a review"
    found = enriched(item_of("The Council remains weak."), "commissioner-report")
    assert found.duty and not (found.duty.bearers or found.duty.action)


def test_an_item_is_as_strong_as_the_lead_in_that_it_ends() -> None:
    lead_in = "Leaders need to take swift action to ensure that:"
    item = enriched(item_of("all plans are followed", lead_in=lead_in, default_addressee=BOARD))
    assert item.duty and (item.duty.modality, item.addressee_basis) == (("must",), "implied")
    item = enriched(item_of("Leaders should plan.", lead_in=lead_in, default_addressee=BOARD))
    assert item.duty and item.duty.modality == ("should",)
