"""What bullets ask by the words that lead into them."""

from __future__ import annotations

from loaders.asked_in_lists import asked_in
from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.obligations import read_duty, read_sentences
from loaders.records import Actor, AskingSentence, Part, Quote, Recommendation

COUNCIL = Actor(kind="body", label="Exampleshire Council", body="e", body_type="council")
FINDER = ActorFinder("", council_named("Tameside Metropolitan Borough Council"))
QUOTE = (Quote(page=1, start=0, end=11),)


def asked(
    text: str, *bullets: str, lead_in: str | None = None, heading: str = "Areas for improvement"
) -> list[AskingSentence]:
    made = Recommendation(
        evidence=QUOTE,
        rule="test-rule",
        order=1,
        kind="area for improvement",
        text=text,
        list_heading=heading,
        lead_in=lead_in,
        default_addressee=COUNCIL,
        sentences=read_sentences(text, FINDER),
        parts=tuple(
            Part(order=n, text=bullet, evidence=QUOTE, duty=read_duty(bullet, FINDER))
            for n, bullet in enumerate(bullets, 1)
        ),
    )
    return list(asked_in(made))


def said(*texts: str, **item: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    found = asked(*texts, **item)
    return [(each.text, each.duty.action, each.duty.modality) for each in found]


def test_bullets_that_end_their_lead_in_are_asked_for_as_strongly_as_it() -> None:
    text = "The Council should review plans. This is to ensure that:"
    assert said(text, "plans are clear; and", "visits are made.")[1:] == [
        ("plans are clear; and", "ensure that plans are clear", ("should",)),
        ("visits are made.", "ensure that visits are made", ("should",)),
    ]


def test_bullets_that_are_the_object_of_their_lead_in_are_one_sentence_with_it() -> None:
    text = "The Council should review plans. In particular, it should improve:"
    assert said(text, "access to help;", "the advice given.")[1:] == [
        (
            "In particular, it should improve: access to help; the advice given",
            "improve access to help; the advice given",
            ("should",),
        )
    ]


def test_a_thing_that_needs_to_improve_keeps_the_bullets_that_say_how() -> None:
    found = said("Practice to show:", "care;", "skill.", heading="What needs to improve?")
    assert found == [
        ("Practice to show: care; skill", "improve practice to show: care; skill", ("must",))
    ]


def test_bullets_that_request_are_as_strong_as_the_words_that_lead_into_them() -> None:
    found = said("The Council must do this by the following work:", "train staff;", "review plans.")
    assert [modality for _, _, modality in found] == [("must",)] * 3


def test_a_bullet_of_its_own_is_asked_for_with_the_sentence_before_its_list() -> None:
    lead = "Leaders need to take action to ensure that:"
    (found,) = said("plans are clear", lead_in=lead, heading="What needs to improve?")
    assert found[1] == "take action to ensure that plans are clear"


def test_bullets_ask_whom_their_lead_in_names_and_it_asks_nothing_alone() -> None:
    found = asked("Ofsted should:", "review its plan;", "train its members.")
    assert [[each.label for each in bullet.duty.bearers] for bullet in found] == [["Ofsted"]] * 2
    assert [bullet.duty.modality for bullet in found] == [("should",)] * 2
