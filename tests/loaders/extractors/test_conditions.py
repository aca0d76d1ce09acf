from __future__ import annotations

import pytest

from loaders.extractors.conditions import condition_of


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("If required, close the home.", "If required"),
        ("Where a child is homeless, the Council should help.", "Where a child is homeless"),
        (
            "Should progress be slow, or stop, direct the Council.",
            "Should progress be slow, or stop",
        ),
        ("Appoint a Commissioner if progress is slow.", "if progress is slow"),
        ("Open the hub, subject to final approval.", "subject to final approval"),
        ("Provide help where required (paragraphs 8, 9).", "where required"),
    ],
)
def test_a_condition_is_given_in_its_words(text: str, condition: str) -> None:
    assert condition_of(text) == condition


@pytest.mark.parametrize(
    "text",
    [
        "Improve plans for children subject to domestic abuse.",
        "Ensure that staff have a plan that is subject to review.",
        "Ensure that plans say what follows if parents fail.",
        "Set out actions for the area and, where appropriate, schools.",
        "Meet often and share money where necessary.",
    ],
)
def test_what_describes_children_or_a_part_of_the_demand_is_no_condition(text: str) -> None:
    assert condition_of(text) is None
