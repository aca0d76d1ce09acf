from __future__ import annotations

import pytest

from loaders.extractors.emphasis import find_emphasis, is_list_of_findings


def weight_of(words: str, text: str, findings: bool = True) -> float:
    start = text.index(words)
    return find_emphasis(text, findings).within(start, start + len(words))


def test_the_sentence_with_the_shortcoming_weighs_most() -> None:
    text = "Schools are told early. Nurses are not told. This means that some wait."
    assert weight_of("Nurses", text) == 1.0
    assert weight_of("Schools", text) < 1.0
    assert weight_of("some wait", text) < weight_of("Schools", text)


def test_the_first_sentence_weighs_most_where_nothing_is_amiss() -> None:
    text = "Nurses are told. Schools are told early."
    assert weight_of("Nurses", text) > weight_of("Schools", text)


def test_what_is_asked_is_read_in_its_order() -> None:
    text = "Tell the schools. Nurses are not told."
    assert weight_of("schools", text, findings=False) == 1.0
    assert weight_of("Nurses", text, findings=False) < 1.0


@pytest.mark.parametrize(
    "text",
    [
        "Although plans are clear, visits are not made.",
        "Plans are clear for most children, but visits are not made in time.",
    ],
)
def test_a_conceding_clause_weighs_less_than_its_sentence(text: str) -> None:
    assert weight_of("lans", text) < weight_of("visits", text) == 1.0


def test_a_purpose_weighs_less_than_what_is_asked_for_it() -> None:
    text = "Share the plan so that visits are made."
    assert weight_of("visits", text, findings=False) < weight_of("plan", text, findings=False)


def test_who_is_to_act_hardly_weighs() -> None:
    text = "Senior leaders across the partnership should see the plans."
    assert weight_of("partnership", text, findings=False) < 0.2
    assert weight_of("plans", text, findings=False) == 1.0


def test_words_before_a_leader_are_more_than_who_is_to_act() -> None:
    text = "How well managers help staff to plan."
    assert weight_of("managers", text, findings=False) == 1.0


@pytest.mark.parametrize(
    ("text", "circumstance"),
    [
        ("Children living with neglect.", True),
        ("Children affected by long-term neglect.", True),
        ("The tool for neglect.", False),
    ],
)
def test_the_children_of_whom_a_text_speaks_are_its_circumstance(
    text: str, circumstance: bool
) -> None:
    assert find_emphasis(text).is_circumstance(text.index("neglect")) is circumstance


@pytest.mark.parametrize(
    ("heading", "narrates"),
    [
        ("Areas for improvement", True),
        ("Area for priority action", True),
        ("What needs to improve?", False),
        ("", False),
    ],
)
def test_only_older_joint_letters_list_findings(heading: str, narrates: bool) -> None:
    assert is_list_of_findings(heading) is narrates
