"""Which group without a name an actor is."""

from __future__ import annotations

import pytest

from loaders.extractors.actors import council_named, local_body
from loaders.extractors.groups import group_kinds

COUNCIL = council_named("Tameside Metropolitan Borough Council")


@pytest.mark.parametrize(
    ("body_type", "kinds"),
    [
        ("senior-leaders", {"senior-leaders", "leaders"}),
        ("statutory-partners", {"statutory-partners", "partners"}),
        ("schools", {"schools", "agency"}),
        ("youth-offending-service", set()),
    ],
    ids=["leaders", "partners", "agencies without a name", "no group"],
)
def test_a_group_is_its_own_kind_and_what_that_is_related_to(
    body_type: str, kinds: set[str]
) -> None:
    assert group_kinds(local_body(COUNCIL, body_type)) == kinds
