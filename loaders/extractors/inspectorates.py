"""Which inspectorates a text names, and who speaks with whom: two to four inspect jointly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from loaders.extractors.registered import registered
from loaders.records import Actor, Assessment, Findings, Recommendation, Requirement
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

INSPECTORATE, CHIEF_INSPECTOR = "inspectorate", "chief-inspector"


def inspectorates_in(text: str) -> tuple[str, ...]:
    """Return the slugs of the inspectorates that ``text`` names, in the order of the text."""
    return tuple(dict.fromkeys(match.key for match in _matcher().find(text)))


def spoken_together(findings: Findings) -> Findings:
    """Return ``findings`` in which one inspectorate of a joint inspection speaks for all.

    Its report is theirs together, so each asks for its items and has found what it finds.
    """
    together = joint_inspectorates(findings)
    if not together:
        return findings
    return replace(
        findings,
        recommendations=tuple(_asked(each, together) for each in findings.recommendations),
        assessments=tuple(_assessed(each, together) for each in findings.assessments),
        requirements=tuple(_required(each, together) for each in findings.requirements),
    )


def joint_inspectorates(findings: Findings) -> tuple[Actor, ...]:
    """Return the inspectorates of a joint inspection, none where only one inspected."""
    slugs = findings.inspection.inspected_by if findings.inspection else ()
    found = _actors(slugs)
    return found if len(found) > 1 else ()


def _asked(item: Recommendation, together: tuple[Actor, ...]) -> Recommendation:
    if item.role != "made" or item.made_by not in together:
        return item
    return replace(item, made_with=_others(item.made_by, together))


def _assessed(assessment: Assessment, together: tuple[Actor, ...]) -> Assessment:
    if assessment.assessed_by not in together or assessment.reported_from is not None:
        return assessment
    return replace(assessment, assessed_with=_others(assessment.assessed_by, together))


def _required(requirement: Requirement, together: tuple[Actor, ...]) -> Requirement:
    """Return the requirement with those of whom its text says that they ask, all where it says
    "we"; a chief inspector who requires something does so alone."""
    named = inspectorates_in(requirement.text.partition("@")[0])
    if _chief_inspector().find(requirement.text):
        return requirement
    return replace(requirement, made_by=_actors(named) if len(named) > 1 else together)


def _others(one: Actor | None, together: Iterable[Actor]) -> tuple[Actor, ...]:
    return tuple(each for each in together if each != one)


def _actors(slugs: Iterable[str]) -> tuple[Actor, ...]:
    return tuple(filter(None, map(registered, slugs)))


@lru_cache(maxsize=1)
def _matcher() -> Matcher[str]:
    return Matcher(
        (name, body.slug)
        for body in vocabulary().bodies
        if body.body_type == INSPECTORATE
        for name in body.names
    )


@lru_cache(maxsize=1)
def _chief_inspector() -> Matcher[None]:
    names = vocabulary().concept("role", CHIEF_INSPECTOR).names
    return Matcher((name, None) for name in names)
