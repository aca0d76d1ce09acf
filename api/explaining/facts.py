"""Everything a record says, gathered by walking its fields: facts with their words and details.

Nothing here knows a kind of fact by name, apart from what `api.explaining.kinds` lists.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from api.explaining.kinds import ORDER, Kind, field_label, kind_of
from loaders.page import Quote
from loaders.records import Actor, Evidence, Fact, Findings, PartialDate

NOT_A_DETAIL = frozenset({"evidence", "rule", "doubt", "order"})
MAIN_WORDS = ("text", "sentence", "value", "name", "label")
EVIDENCE_SUFFIX = "_evidence"


@dataclass(frozen=True, slots=True)
class Detail:
    """One property of a fact, in words."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact as the page shows it; ``sign`` is its letter and number, unique in the document."""

    kind: Kind
    sign: str
    headline: str
    evidence: Evidence
    rule: str
    doubt: str | None = None
    details: tuple[Detail, ...] = ()
    parts: tuple[Shown, ...] = ()

    @property
    def anchor(self) -> str:
        """The fact's name in addresses within the page: its kind and number."""
        return self.sign.replace("#", "n").replace("*", "x").replace(".", "-").lower()


def gather(findings: Findings) -> tuple[Shown, ...]:
    """Return every fact of a document that has words in it, kinds in reading order."""
    names = [field.name for field in fields(findings)]
    known = [name for name in ORDER if name in names]
    others = [name for name in names if name not in ORDER]
    counted: dict[str, int] = {}
    return tuple(
        shown for name in (*known, *others) for shown in _facts_in(findings, name, counted)
    )


def unmarked(findings: Findings) -> tuple[Detail, ...]:
    """Return what a document is found to be without words of its own: genre, publisher, bodies."""
    plain = (
        field.name
        for field in fields(findings)
        if not field.name.endswith(EVIDENCE_SUFFIX) and field.name != "doubts"
    )
    return tuple(
        Detail(field_label(name), told)
        for name in plain
        if not _holds_facts(getattr(findings, name))
        and not getattr(findings, name + EVIDENCE_SUFFIX, ())
        and (told := words_of(getattr(findings, name)))
    )


def words_of(value: object) -> str:
    """Return a value of a record in words; empty for one that says nothing."""
    if value is None or value is False or value == ():
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Actor):
        return f"{value.label} at {value.body}" if value.kind == "post" else value.label
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, tuple):
        glue = " to " if _is_period(value) else "; "
        return glue.join(filter(None, map(words_of, value)))
    if is_dataclass(value):
        told = (f"{detail.label}: {detail.value}" for detail in _details(value, ()))
        return ", ".join(told)
    return str(value)


def _facts_in(findings: Findings, name: str, counted: dict[str, int]) -> Iterator[Shown]:
    value = getattr(findings, name)
    evidence = getattr(findings, name + EVIDENCE_SUFFIX, ())
    if evidence:
        yield Shown(kind_of(name), _sign(kind_of(name), counted), words_of(value), evidence, "")
    for fact in value if isinstance(value, tuple) else (value,):
        if isinstance(fact, Fact):
            yield _shown(kind_of(name), fact, _sign(kind_of(name), counted))


def _shown(kind: Kind, fact: object, sign: str) -> Shown:
    used = [name for name in kind.headline if getattr(fact, name, None)] or _main_field(fact)
    children = tuple(
        (field.name, child)
        for field in fields(fact)  # type: ignore[arg-type]  # a dataclass, but no common base
        for child in _evidenced(getattr(fact, field.name))
    )
    left_out = (*used, *(name for name, _ in children))
    return Shown(
        kind=kind,
        sign=sign,
        headline=" · ".join(filter(None, (words_of(getattr(fact, name)) for name in used))),
        evidence=getattr(fact, "evidence", ()),
        rule=getattr(fact, "rule", ""),
        doubt=getattr(fact, "doubt", None),
        details=tuple(_details(fact, left_out)),
        parts=tuple(
            _shown(kind, child, f"{sign}.{number}")
            for number, (_, child) in enumerate(children, start=1)
        ),
    )


def _main_field(fact: object) -> list[str]:
    return [name for name in MAIN_WORDS if getattr(fact, name, None)][:1]


def _evidenced(value: object) -> tuple[object, ...]:
    """Return the members of a list that have words of their own: parts of an item."""
    if not isinstance(value, tuple):
        return ()
    return tuple(each for each in value if is_dataclass(each) and hasattr(each, "evidence"))


def _details(fact: object, left_out: tuple[str, ...]) -> Iterator[Detail]:
    for field in fields(fact):  # type: ignore[arg-type]  # a dataclass, but no common base
        value = getattr(fact, field.name)
        if field.name in NOT_A_DETAIL or field.name in left_out:
            continue
        if is_dataclass(value) and not isinstance(value, Actor | PartialDate):
            yield from _details(value, ())
        elif told := words_of(value):
            yield Detail(field_label(field.name), told)


def _sign(kind: Kind, counted: dict[str, int]) -> str:
    counted[kind.letter] = counted.get(kind.letter, 0) + 1
    return f"{kind.letter}{counted[kind.letter]}"


def _holds_facts(value: object) -> bool:
    return any(isinstance(each, Fact) for each in (value if isinstance(value, tuple) else (value,)))


def _is_period(value: tuple[object, ...]) -> bool:
    return len(value) == 2 and all(isinstance(day, datetime.date) for day in value)


def stretches(shown: Shown) -> Iterator[tuple[Shown, int, Quote]]:
    """Yield each stretch of a fact and its parts, numbered from 1 within its fact."""
    for number, quote in enumerate(shown.evidence, start=1):
        yield shown, number, quote
    for part in shown.parts:
        yield from stretches(part)
