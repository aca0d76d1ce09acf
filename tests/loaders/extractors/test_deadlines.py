"""Words that say by when or how often."""

from __future__ import annotations

import datetime

import pytest

from loaders.extractors.deadlines import Due, find_due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Send the plan by 30 June 2021.", Due(datetime.date(2021, 6, 30), "by 30 June 2021")),
        ("Report to the committee by autumn 2022.", Due(None, "by autumn 2022")),
        ("Do it within three months.", Due(None, "within three months")),
        ("Meet on a quarterly basis.", Due(None, "on a quarterly basis")),
        ("Report on visits termly.", Due(None, "termly")),
        ("Do it within eleven weeks.", Due(None, "within eleven weeks")),
        ("Stay for at least three years.", Due(None, "for at least three years")),
        ("In 2019 the team was new.", None),
    ],
)
def test_deadlines_are_read_as_printed(text: str, due: Due | None) -> None:
    assert find_due(text) == due
