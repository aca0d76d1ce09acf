from __future__ import annotations

import pytest

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.asking_prose import find_obligations_in_report
from loaders.readers.text import read

COUNCIL = "Tameside Metropolitan Borough Council"
FINDER = ActorFinder("Its Improvement Board meets.", council_named(COUNCIL))


def asked(text: str) -> list[tuple[list[str], tuple[str, ...], str | None]]:
    found = (each.duty for each in find_obligations_in_report(read(text.encode()), FINDER))
    return [([who.label for who in each.bearers], each.modality, each.action) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "The Council plans to open two homes.",
        "Senior leaders intend to review the offer.",
        "The Council accepts that this is wrong and intends to review the policy.",
        "During the inspection, leaders were clear that they plan to widen the offer.",
        "The Council aims to assess the training but does not yet measure it.",
    ],
)
def test_what_a_body_is_reported_to_mean_to_do_obliges_nobody(text: str) -> None:
    assert not asked(f"{text}\n")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("In May 2013, the Minister directed that a trust should be set up.", False),
        ("The Minister directed in 2013 that a trust should be set up.", False),
        ("In 2013 the Minister stepped in and directed that a trust should be set up.", False),
        ("In May 2013 the Council failed; a trust should be set up.", True),
        ("The Minister has directed that a trust should be set up.", True),
    ],
)
def test_what_was_asked_for_on_a_day_that_is_past_is_history(text: str, asks: bool) -> None:
    assert bool(asked(f"{text}\n")) is asks


@pytest.mark.parametrize(
    "text",
    [
        "Council plans to open two homes have stalled.",
        "The Council’s plans to open homes are new.",
        "Leaders have clear plans to move.",
        "There are plans to train staff.",
        "Social workers undertake assessments to inform plans to help children.",
    ],
)
def test_plans_that_somebody_has_are_no_intention_of_his(text: str) -> None:
    assert not asked(f"{text}\n")


@pytest.mark.parametrize(
    ("text", "who", "action"),
    [
        ("Leaders recognise the need for closer oversight of visits.", ["Leaders"], None),
        ("Leaders agreed the need to review their approach.", ["Leaders"], "review their approach"),
        (
            "Leaders recognise the need for improvement and explicit scrutiny of visits.",
            ["Leaders"],
            "improve and explicitly scrutinise visits",
        ),
        (
            "Leaders have accepted the need for swift action to end drift.",
            ["Leaders"],
            "take swift action to end drift",
        ),
        (
            "Leaders recognise the need for increased oversight to end drift.",
            ["Leaders"],
            "increase oversight to end drift",
        ),
        (
            "The Council has recognised the need for audits to have a wider focus.",
            [COUNCIL],
            "audits to have a wider focus",
        ),
        ("There is some improvement needed in visiting.", [], "make some improvement in visiting"),
        ("There are improvements to be made in visiting.", [], "make improvements in visiting"),
        ("Leaders need a joint approach to working with schools.", ["Leaders"], None),
        ("Offender managers are required to attend training.", ["Staff"], "attend training"),
    ],
)
def test_needs_that_are_known_or_left_are_asked_for(
    text: str, who: list[str], action: str | None
) -> None:
    assert asked(f"{text}\n") == [(who, ("must",), action)]


def test_a_need_for_others_to_act_is_not_one_s_own() -> None:
    assert not asked("The Council recognises the need for the Improvement Board to be bold.\n")


def test_what_somebody_will_report_to_somebody_counts_in_running_text() -> None:
    text = "However, the director of children's services will report to the chief executive.\n"
    assert asked(text) == [
        (["Director of Children’s Services"], ("will",), "report to the chief executive")
    ]
