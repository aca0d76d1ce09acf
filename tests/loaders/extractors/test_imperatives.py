"""Which sentences ask by beginning with a verb."""

from __future__ import annotations

import pytest

from loaders.extractors.imperatives import request_of


@pytest.mark.parametrize(
    "text",
    [
        "Improve the plans.",
        "3. Further develop the plans.",
        "(a) review the plan",
        "Review and revise the plans.",
        "Review and update the plans.",
        "Support children who wait.",
        "Use their powers.",
        "Set clear targets.",
        "Work with families to improve visits.",
        "In particular, review the policy.",
        "Within three months: ensure that visits are made.",
        "Where plans fail, in every case, ensure that they are mended.",
        "reforming the offer",
        "supporting and challenging partners",
    ],
)
def test_a_sentence_that_begins_with_a_verb_asks(text: str) -> None:
    assert request_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The quality of plans.",
        "Support for care leavers.",
        "Review processes are weak.",
        "Trigger plans can be used.",
        "Work with families is strong.",
        "Foster carers’ training.",
        "Record keeping.",
        "Close oversight of visits.",
        "Monitoring and tracking to prevent delay.",
        "Monitoring arrangements for homes.",
        "Safeguarding practice when adults are ill was weak.",
        "Use of legal powers.",
        "This is good practice.",
        "Inspectors found a common approach.",
        "Officers follow a protocol, ensuring that children are safe.",
        "For example, nurses act early, ensuring that children are safe.",
        "To mend this, guards have been hired.",
        "Ensuring this may help.",
        "In some cases, reports are late.",
    ],
)
def test_a_finding_or_a_noun_asks_for_nothing_to_do(text: str) -> None:
    assert request_of(text) is None
