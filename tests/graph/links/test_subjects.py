from __future__ import annotations

import pytest

from graph.links.subjects import NARROWER, NEARBY, STATED, neighbours, weigh_issues


def test_head_of_the_phrase_weighs_more_than_its_purpose() -> None:
    weights = weigh_issues(["The quality of supervision, so that audits are better."])
    assert weights["supervision"] == 1
    assert weights["audit"] < 0.5


def test_later_sentences_weigh_less_than_further_parts() -> None:
    sentence = weigh_issues(["Record the plan well. Life-story work is late."])
    part = weigh_issues(["Record the plan well:", "life-story work"])
    assert 0 < sentence["life-story"] < part["life-story"] < 1


def test_hint_weighs_less_than_a_name_of_the_issue() -> None:
    assert 0 < weigh_issues(["Their views."])["children-views"] < 0.5


def test_who_is_concerned_weighs_less_than_what_is_asked() -> None:
    weights = weigh_issues(["Care leavers: pathway plans."])
    assert weights["care-leavers"] < weights["pathway-plans"]


def test_issue_stated_by_the_document_counts_without_a_cue() -> None:
    assert weigh_issues(["Do better."], ["audit"]) == {"audit": STATED}
    assert weigh_issues(["Audits."], ["audit"]) == {"audit": 1}


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("audit", "audit", 1.0),
        ("return-home-interviews", "missing-children", NARROWER),
        ("missing-children", "return-home-interviews", NARROWER),
        ("caseloads", "social-worker-changes", NEARBY),
    ],
)
def test_near_issues_meet_in_part_and_both_ways(one: str, other: str, share: float) -> None:
    assert neighbours()[one][other] == share


def test_sufficiency_of_staff_is_not_near_that_of_homes() -> None:
    assert "placement-sufficiency" not in neighbours()["caseloads"]
