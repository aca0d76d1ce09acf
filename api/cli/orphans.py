"""Decisions of people that have lost what they are about, told after every linking."""

from __future__ import annotations

from api.cli.output import say
from graph.reviews import ReviewReport


def tell_orphans(report: ReviewReport) -> None:
    """Say on stderr which decisions are kept but have no effect now, and why."""
    for orphan in report.orphans:
        decision = orphan.decision
        said = f"{decision.verdict} by {decision.by} on {decision.on}"
        say(f"without effect: <{decision.thing}>, {said}: {orphan.reason}")
