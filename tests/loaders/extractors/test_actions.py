"""What is to be done, as a verb phrase in the infinitive."""

from __future__ import annotations

import pytest

from loaders.extractors.actions import action_of, infinitive
from loaders.extractors.imperatives import request_of
from loaders.extractors.modals import find_modals


def action(text: str, named: bool = True) -> str | None:
    modal = next(iter(find_modals(text)), None)
    return action_of(text, modal, named) if modal else request_of(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Council must publish a plan.", "publish a plan"),
        ("Targets must then be set by the Council for turnover.", "set targets for turnover"),
        (
            "Plans will be drafted and presented to the Board.",
            "draft and present plans to the Board",
        ),
        ("Visits are good, but more needs to be done.", "do more"),
        ("The Board should work with partners to map demand.", "map demand"),
        ("Leaders must ensure that they consistently use one form.", "consistently use one form"),
        (
            "The Council should ensure that it keeps a list and uses it.",
            "keep a list and use it",
        ),
        (
            "Ofsted asks that the area updates and publishes its plan.",
            "update and publish its plan",
        ),
        ("The Minister requires the Council to send a plan.", "send a plan"),
        ("The Council tasks its Young Families committee to meet.", "meet"),
        ("The Council should send a plan to desk@example.org by May.", "send a plan by May"),
        (
            "to agree, with the Council, a plan and its milestones;",
            "agree a plan and its milestones",
        ),
        ("It is vital for the Council to act.", "act"),
        ("It is important that the Council keeps its links.", "keep its links"),
        ("Leaders need urgently to mend the roof.", "urgently mend the roof"),
        (
            "Hiring should involve consultation with the Mayor.",
            "consult the Mayor on Hiring",
        ),
        (
            "Plans must name the area and, where needed, schools.",
            "name the area and, where needed, schools",
        ),
    ],
)
def test_an_action_is_a_verb_phrase(text: str, words: str) -> None:
    assert action(text) == words


@pytest.mark.parametrize(
    "words",
    [
        "Ensure that staff, through the Board, understand the offer",
        "Use the forms to keep errors, above all double errors, to a minimum",
        "Ensure that every plan is good, including plans for homes, and that it is reviewed",
        "Ensure that it is recorded and supported by clear guidance",
        "Take immediate action to ensure that visits are made",
        "Improve plans so that they say what is to be done",
        "Improve the work of the hub and to ensure that progress is made",
        "The Council to act early",
    ],
)
def test_a_demand_is_never_broken_off(words: str) -> None:
    assert action(f"{words}.") == words or action(f"The Council must {words}.") == words


def test_an_addition_is_left_out_where_the_rest_is_whole() -> None:
    text = "The Council must publish its policy for small homes, providing help with it."
    assert action(text) == "publish its policy for small homes"


@pytest.mark.parametrize(
    "words",
    [
        "ensure that every review of the plans, including its end, improves",
        "keep all reviews of the old plans, including the last, short",
    ],
)
def test_an_insertion_is_no_addition(words: str) -> None:
    assert action(f"The Council must {words}.") == words


def test_an_addition_that_a_second_demand_follows_stays() -> None:
    words = "publish its policy for small homes, including flats, and that it is kept"
    assert action(f"The Council must {words}.") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Leaders recognise that hiring needs to improve so that it lasts.",
            "hiring needs to improve",
        ),
        ("However, plans should include a date.", "plans should include a date"),
        ("Much is good, but further work is needed to find homes.", "further work is needed"),
        ("The gaps must be forgotten.", "The gaps must be forgotten"),
        ("Roofs must be mended by May, and doors painted.", "Roofs must be mended by May, and"),
        ("Although it is long, the list needs more detail.", "the list needs more detail"),
    ],
)
def test_what_must_be_so_stays_where_nobody_is_named(text: str, words: str) -> None:
    assert (action(text, named=False) or "").startswith(words)


def test_a_sentence_about_it_alone_has_no_action() -> None:
    assert action("It should be accompanied by a summary.", named=False) is None


def test_a_lead_in_is_kept_as_far_as_it_is_whole_without_its_list() -> None:
    assert action("The Council should mend the old roofs by ensuring:") == "mend the old roofs"


def test_a_lead_in_without_an_object_says_nothing_to_do() -> None:
    assert action("This should include:", named=False) is None


def test_a_part_ends_before_its_and() -> None:
    assert action("improve the roofs; and") == "improve the roofs"


@pytest.mark.parametrize(
    ("participle", "verb"),
    [
        ("developed", "develop"),
        ("completed", "complete"),
        ("embedded", "embed"),
        ("identified", "identify"),
        ("assessed", "assess"),
        ("shared", "share"),
        ("written", "write"),
        ("forgotten", None),
    ],
)
def test_an_infinitive_is_given_where_spelling_settles_it(
    participle: str, verb: str | None
) -> None:
    assert infinitive(participle) == verb


def test_what_is_found_of_a_matter_is_no_part_of_what_it_needs() -> None:
    found = "Monitoring of plans is slow and needs to develop to show what has come of them."
    needed = "Monitoring of plans needs to develop to show what has come of them"
    assert action(found, named=False) == needed
    assert action("This is good but needs to be matched by pace.", named=False) is None
