"""What is kept of the annotated sentences, and when one of them is found again."""

from __future__ import annotations

import json
import re

import pytest

from tests.evaluation.annotated import DIGITS, KEPT, digest_of


def test_nothing_but_digests_is_kept_of_the_sentences() -> None:
    for line in KEPT.read_text().splitlines():
        entry = json.loads(line)
        assert entry.keys() == {"document", "progress", "obligations"}
        for digest, *_ in (*entry["progress"], *entry["obligations"]):
            assert re.fullmatch(f"[0-9a-f]{{{DIGITS}}}", digest)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (
            "Visits are well\u2011recorded – and timely.",
            "visits are well-recorded - and timely",
            True,
        ),
        ("Visits are well recor-\nded.", "Visits are well recorded.", True),
        ("Visits are recorded.", "Visits are not recorded.", False),
    ],
)
def test_a_sentence_is_known_again_by_its_letters(one: str, other: str, is_same: bool) -> None:
    assert (digest_of(one) == digest_of(other)) is is_same
