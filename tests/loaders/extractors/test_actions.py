"""What is to be done, as a verb phrase in the infinitive."""

from __future__ import annotations

import pytest

from loaders.extractors.actions import action_of, infinitive
from loaders.extractors.modals import find_modals


def action(text: str) -> str | None:
    modals = find_modals(text)
    return action_of(text, next(iter(modals), None))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Council must publish a plan, so that all know it.", "publish a plan"),
        ("Targets must then be set by the Council for turnover.", "then set targets for turnover"),
        (
            "Plans will be drafted and presented to the Board.",
            "draft and present plans to the Board",
        ),
        ("Visits are good, but more needs to be done.", "do more"),
        ("The Board should work with partners to map demand.", "map demand"),
        ("Leaders must ensure that they consistently use one form.", "consistently use one form"),
        (
            "Ofsted asks that the area updates and publishes its plan.",
            "update and publish its plan",
        ),
        ("The Minister requires the Council to send a plan.", "send a plan"),
        (
            "to agree, with the Council, a plan and its milestones;",
            "agree a plan and its milestones",
        ),
        ("It is vital for the Council to act.", "act"),
        (
            "Plans must name the area and, where needed, schools.",
            "name the area and, where needed, schools",
        ),
        ("The gaps must be forgotten.", "be forgotten"),
    ],
)
def test_an_action_is_a_verb_phrase(text: str, words: str) -> None:
    assert action(text) == words


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
