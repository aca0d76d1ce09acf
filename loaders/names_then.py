"""The official names that bodies bore when a document was issued.

A body that was renamed is one body, in the register under its name of today.  A report of 2015
concerns "Doncaster Metropolitan Borough Council": its actors bear the name of their time, whatever
form of it the sentence prints.
"""

from __future__ import annotations

import operator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from loaders.extractors.board_places import board_places
from loaders.extractors.registered import registered_actor
from loaders.page import SourceText
from loaders.records import Actor, Findings
from ontology.matching import fold
from ontology.vocabulary import Body, vocabulary

SAFEGUARDING = ("safeguarding-children-board", "safeguarding-children-partnership")


def with_names_then(findings: Findings, source: SourceText) -> Findings:
    """Return ``findings`` with every renamed council under its official name of that time."""
    day, text = day_of(findings), _folded(source.text)
    names = {
        body.slug: name_then(body, day, text)
        for body, printed in _renamed_bodies()
        if any(name in text for name in printed)
    }
    changed = {slug: name for slug, name in names.items() if name != _label_today(slug)}
    changed |= _names_of_boards(findings, source)
    return _renamed(findings, changed) if changed else findings


@lru_cache(maxsize=1)
def _renamed_bodies() -> tuple[tuple[Body, tuple[str, ...]], ...]:
    """Return the bodies that bore another name, with their names as `fold` spells them."""
    return tuple(
        (body, tuple(map(fold, body.names))) for body in vocabulary().bodies if body.former
    )


def _names_of_boards(findings: Findings, source: SourceText) -> dict[str, str]:
    """Return what the document calls a council's safeguarding board, by the board's slug."""
    council = findings.concerns.serves or findings.concerns.body if findings.concerns else None
    body = vocabulary().body(council or "")
    places = board_places(source.text, registered_actor(body)) if body else None
    if body is None or places is None:
        return {}
    kinds = (vocabulary().concept("body-type", kind) for kind in SAFEGUARDING)
    return {f"{body.slug}-{kind.slug}": f"{places} {kind.label}" for kind in kinds}


def council_then(slug: str, findings: Findings, source: SourceText) -> str | None:
    """Return a council's official name of a document's time; None where no register holds it."""
    body = vocabulary().body(slug)
    return name_then(body, day_of(findings), _folded(source.text)) if body else None


def called_then(actor: Actor, findings: Findings, source: SourceText) -> Actor:
    """Return a body of the register under its name of a document's time, any other as it is."""
    body = vocabulary().body(actor.body or "")
    if body is None or not body.former:
        return actor
    return replace(actor, label=name_then(body, day_of(findings), _folded(source.text)))


def day_of(findings: Findings) -> str:
    """Return the day, month or year of a document, ISO; "" where it tells none."""
    if findings.published:
        return findings.published.iso
    inspection = findings.inspection
    if inspection and inspection.end:
        return inspection.end.isoformat()
    stated = inspection.stated_date if inspection else None
    return stated.iso if stated else ""


def name_then(body: Body, day: str, folded_text: str) -> str:
    """Return the official name that ``body`` bore on ``day``.

    Where day and change are not exact enough to tell, that one of the names which the document
    prints, else the later one.
    """
    for name, until in body.former:
        exact = min(len(day), len(until))
        unsure = day[:exact] == until[:exact] and exact < len("2022-12-31")
        if day[:exact] < until[:exact]:
            return name
        if unsure and fold(name) in folded_text and fold(body.label) not in folded_text:
            return name
    return body.label


def _label_today(slug: str) -> str | None:
    body = vocabulary().body(slug)
    return body.label if body else None


def _renamed(found: Any, names: dict[str, str]) -> Any:  # the records are nested dataclasses
    if isinstance(found, Actor):
        known = found.kind == "body" and found.body in names
        return replace(found, label=names[found.body]) if known and found.body else found
    if isinstance(found, tuple):
        members = tuple(_renamed(each, names) for each in found)
        return found if all(map(operator.is_, found, members)) else members
    if is_dataclass(found) and not isinstance(found, type):
        values = {each.name: getattr(found, each.name) for each in fields(found) if each.init}
        renamed = {name: _renamed(value, names) for name, value in values.items()}
        changed = {name: each for name, each in renamed.items() if each is not values[name]}
        return replace(found, **changed) if changed else found
    return found


@lru_cache(maxsize=1)  # asked twice of a document
def _folded(text: str) -> str:
    return " ".join(fold(text).split())
