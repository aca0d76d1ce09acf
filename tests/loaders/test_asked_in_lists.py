"""What the lists of a document ask of whom they are addressed to."""

from __future__ import annotations

import pytest

from loaders.asked_in_lists import improved


@pytest.mark.parametrize(
    ("matter", "action"),
    [
        ("The quality of plans.", "improve the quality of plans"),
        ("MASH records.", "improve MASH records"),
        ("How well staff are heard.", "improve how well staff are heard"),
        ("Plans, so that they are clear.", "improve plans, so that they are clear"),
        ("Working with schools to end drift.", "end drift"),
        ("The lack of visits.", None),
        ("The number of moves.", None),
        ("Visits at noon, resulting in lessons missed.", None),
        ("Visits are late.", None),
        (
            "The practice of calling at noon, resulting in delay.",
            "improve the practice of calling at noon",
        ),
        (
            "The way plans are made, so that they help.",
            "improve the way plans are made, so that they help",
        ),
        ("Increased capacity in the team.", "increase capacity in the team"),
        ("Plans to be reviewed by May.", "Plans to be reviewed by May"),
        ("Children waiting to be adopted.", "improve children waiting to be adopted"),
        ("Plans, to show:", None),
    ],
)
def test_what_needs_to_improve_is_asked_to_be_improved(matter: str, action: str | None) -> None:
    assert improved(matter) == action
