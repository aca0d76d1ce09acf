"""What part those have who stand between certain words: "to the Board for approval".

A frame is what stands before a row of actors and what after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from loaders.extractors.actor_rows import Row, is_service, rows_of
from loaders.extractors.actors import FoundActor
from loaders.extractors.cues import cued
from loaders.extractors.groups import group_kinds, is_council
from loaders.records import Actor

PartPlayed = Literal["agreed_by", "supported_by", "overseen_by", "consults", "reports_to", "acts"]

_THE = (
    r"(?:(?:all|any|both|each|every|key|the|an?|its|their|relevant|other|local|final|formal)\s+)*"
)
_ADVERBS = r"(?:(?:\w+ly|all|both|also|always|then|fully)\s+)*"
_FEW = r"(?:(?!(?:and|or|that|which|who|to|with|by|from)\b)[\w’'-]+\s+)"
_ASKED = r"(?:should|must|will|needs?\s+to|ha(?:s|ve)\s+to)"
ENSURES = rf"\b<<part/ensures>>\s+(?:[^.;]*\band\s+that\s+|that\s+)?{_THE}$"
SO_THAT = rf"\bso\s+that\s+(?:[^.;]*\band\s+(?:that\s+)?)?{_THE}$"
OWN_STAFF = frozenset({"social-workers", "staff", "managers", "leaders", "foster-carers"})
NO_OVERSEERS = frozenset({"social-workers", "staff", "leaders"})

Whom = Callable[[Row], Row]


def _all(row: Row) -> Row:
    return row


def _the_first(row: Row) -> Row:
    return row[:1]


def _the_others(row: Row) -> Row:
    return row[1:]


def _no_own_staff(row: Row) -> Row:
    return tuple(each for each in row if not _is_own_staff(each.actor))


def _services(row: Row) -> Row:
    return tuple(each for each in _no_own_staff(row) if is_service(each.actor))


def _beside_the_council(row: Row) -> Row:
    return row if len(row) > 1 and any(is_council(each.actor) for each in row) else ()


def _others_than_the_council(row: Row) -> Row:
    return tuple(each for each in _beside_the_council(row) if not is_council(each.actor))


def _overseers(row: Row) -> Row:
    """Return those who may oversee the work of others: no leaders, who do what is asked."""
    return tuple(
        each
        for each in row
        if not is_council(each.actor) and group_kinds(each.actor).isdisjoint(NO_OVERSEERS)
    )


def _one_of_whom_acts(row: Row) -> Row:
    """Return a row of which one may be the one who must act: a council, or one of two by name."""
    named = all(each.actor.body_type != "group" for each in row)
    return row if named and len(row) == 2 else _beside_the_council(row)


def _is_own_staff(actor: Actor) -> bool:
    """Whether these are people of the body that must act, and nobody beside it."""
    employed = actor.kind == "post" or actor.role == "social-worker"
    return employed or not group_kinds(actor).isdisjoint(OWN_STAFF)


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of those ``whom`` picks of a row between two grammars of `cued`.

    ``asks``: only where the sentence begins with a verb that asks.
    """

    part: PartPlayed
    before: str
    after: str = ""
    whom: Whom = _all
    asks: bool = False


_A_FEW = r"(?:(?!(?:that|which|who|to|by|from)\b)[\w’'-]+,?\s+)"
_AND_MORE = r"(?:(?:,\s*|\s+and\s+)[\w’'-]+(?:\s+[\w’'-]+){0,2}){0,3}?"
_IN_BRACKETS = r"(?:\s*\([^)]*\))?"
_NOT_IN_COMMON = r"^(?!.*\b<<part/held-in-common>>\b)"
_TO_WHOM = rf"\bto\s+{_THE}$"
_AGREED_BETWEEN = rf"\bagreed\s+(?:\w+ly\s+)?between\s+{_THE}$"
_MAIN_VERB = r"(?:^\W*|\b(?:must|should|will|to|and)\s+(?:\w+ly\s+)?)"
_TAKES_PART = (
    rf"\s+(?:\w+\s+(?:\w+\s+)?\w+\s+and\s+)?{_ADVERBS}(?:<<part/takes-part>>|(?:is|are)\s+{_ADVERBS}<<part/made-part>>)\b"
    r"(?!\s+<<part/no-part>>\b)"
)
_PEOPLE_TOO = r"(?:<<somebody-cared-for>>(?:,|\s+and)\s+)*"

FRAMES = (
    Frame("agreed_by", _TO_WHOM, rf"\s+for\s+{_THE}<<part/for-approval>>\b"),
    Frame("consults", _TO_WHOM, rf"\s+for\s+{_THE}<<part/for-comment>>\b"),
    Frame("acts", _AGREED_BETWEEN, whom=_the_first),
    Frame("agreed_by", _AGREED_BETWEEN, whom=_the_others),
    Frame(
        "agreed_by",
        ENSURES,
        rf"\s+{_ADVERBS}(?:understand,?\s+and\s+)?(?:\w+ly\s+)?<<part/agreeing>>\b"
        r"(?![^,.;]*\bwith\b)",  # not "managers agree goals with staff"
    ),
    Frame(
        "agreed_by",
        rf"(?:{_MAIN_VERB}agree|\bagreement\s+(?:of|on|about))\s+{_FEW}{{1,6}}with\s+{_THE}$",
        whom=_no_own_staff,
    ),
    Frame(
        "reports_to", rf"\bkeep(?:s|ing)?\s+{_THE}$", r"\s+(?:\w+ly\s+)?<<part/kept-informed>>\b"
    ),
    Frame("reports_to", "", rf"\s+{_ASKED}\s+(?:also\s+)?be\s+(?:\w+ly\s+)*<<part/told>>\b"),
    Frame("reports_to", ENSURES, r"\s+(?:is|are)\s+(?:\w+ly\s+)*<<part/told>>\b"),
    Frame(
        "reports_to",
        rf"\bprovid(?:e|es|ing)\s+{_THE}$",
        r"\s+with\s+(?:[\w’'-]+\s+){0,5}<<part/reports>>\b",
    ),
    Frame(
        "reports_to",
        "",
        r"\s+(?:\w+ly\s+)?<<part/receives>>\s+(?:[\w’'-]+\s+){0,5}<<part/reports>>\b",
    ),
    Frame(
        "consults",
        "",
        rf"\s+(?:(?:{_ASKED}\s+)?be|is|are)\s+(?:(?:\w+ly|always|first|better)\s+)*consulted\b",
    ),
    Frame(
        "reports_to", rf"\bbefore\s+(?:they|it|(?:the\s+)?<<part/reports>>)\s+goe?s?\s+to\s+{_THE}$"
    ),
    Frame(
        "reports_to",
        rf"{_NOT_IN_COMMON}.*\b(?:be|is|are)\s+(?:[\w’'-]+(?:,|,?\s+and)?\s+){{0,5}}?shared(?:\s+\w+ly)*\s+with\s+{_THE}$",
    ),
    Frame(
        "consults",
        rf"\b<<part/involves>>(?:\s+{_ADVERBS}with)?\s+{_PEOPLE_TOO}{_THE}$",
        rf"{_AND_MORE}\s+(?:\w+ly\s+)?in\s+(?:the\s+)?(?:\w+ing|<<part/making>>)\b",
    ),
    Frame(
        "consults",
        rf"\b<<part/taking-part>>\s+of\s+{_PEOPLE_TOO}{_THE}$",
        rf"{_AND_MORE}\s+in\s+{_THE}(?:[\w’'-]+,?\s+(?:and\s+)?){{0,3}}<<part/making>>\b",
    ),
    Frame(
        "consults",
        rf"\b<<part/heeds>>\s+{_A_FEW}{{0,6}}?<<part/views>>\s+(?:of|from)\s+{_PEOPLE_TOO}{_THE}$",
    ),
    Frame(
        "consults",
        rf"\b<<part/views>>\s+(?:of|from)\s+{_PEOPLE_TOO}{_THE}$",
        rf"{_AND_MORE}\s+(?:(?:{_ASKED}\s+)?(?:be|is|are)\s+(?:\w+ly\s+)*<<part/heeded>>|(?:\w+ly\s+)?<<part/shapes>>)\b",
    ),
    Frame(
        "overseen_by",
        rf"\b<<part/overseeing>>(?:\s+and\s+(?:\w+\s+)?<<part/challenging>>)?\s+of\s+{_A_FEW}{{1,8}}?(?:by|from)\s+{_THE}$",
        whom=_overseers,
    ),
    Frame(
        "overseen_by",
        "",
        rf"{_IN_BRACKETS}\s+<<part/overseeing>>\b",
        _overseers,
    ),
    Frame(
        "overseen_by",
        "",
        rf"[’']s?{_IN_BRACKETS}\s+(?:\w+\s+)?(?:<<part/overseeing>>|<<part/challenging>>)\b",
        _overseers,
    ),
    Frame("overseen_by", ENSURES, rf"\s+{_ADVERBS}<<part/oversees-it>>\b", _overseers),
    Frame("supported_by", rf"(?:{ENSURES}|{SO_THAT})", _TAKES_PART, _no_own_staff),
    Frame(
        "supported_by", "", r"(?:[’']s?)?\s+<<part/attendance>>\s+(?:at|in|to|on)\b", _no_own_staff
    ),
    Frame(
        "supported_by",
        rf"\b<<part/gatherings>>\s+(?:\w+ly\s+|always\s+)*(?:include|involve)s?\s+{_THE}$",
        whom=_no_own_staff,
    ),
    Frame("supported_by", rf"\b<<part/done-through>>\s+through\s+{_THE}$", whom=_services),
    Frame("supported_by", rf"\b(?:across|throughout)\s+{_THE}$", whom=_others_than_the_council),
    Frame(
        "supported_by",
        rf"(?<!from\s)(?<!from\sthe\s)\b<<part/taking-part>>\s+(?:of|by|from)\s+{_THE}$",
        whom=_no_own_staff,
    ),
    Frame(
        "supported_by",
        rf"\b<<part/taking-part>>\b[^.]*\b(?:that|those)\s+of\s+{_THE}$",
        whom=_no_own_staff,
    ),
    Frame("supported_by", rf"\b<<part/contributed>>\s+from\s+{_THE}$", whom=_no_own_staff),
    Frame(
        "supported_by",
        r"(?:^\W*|(?:,|\b(?:and|or|partners))\s+)through\s+(?:the\s+)?$",
        whom=_services,
    ),
    Frame(
        "supported_by",
        r"\b<<part/linking>>\s+between\s+(?:(?:the|both)\s+)*$",
        whom=_one_of_whom_acts,
        asks=True,
    ),
    Frame(
        "supported_by",
        ENSURES,
        r"\s+(?!(?:is|are|was|were|has|have|know|knows|receives?|understands?)\b)[a-z]+\b",
        _beside_the_council,
    ),
)


def framed(text: str, row: Row, asks: bool) -> Iterator[tuple[PartPlayed, Actor]]:
    """Yield the parts of a row that stands in a frame; ``asks``: whether ``text`` begins so."""
    for frame in FRAMES:
        if (asks or not frame.asks) and _stands_in(text, row, frame):
            yield from ((frame.part, each.actor) for each in frame.whom(row))


def _stands_in(text: str, row: Row, frame: Frame) -> bool:
    if frame.after and not cued(frame.after).match(text, row[-1].end):
        return False
    return not frame.before or cued(frame.before).search(text, 0, row[0].start) is not None


def is_ensured(before: str, found: Sequence[FoundActor]) -> bool:
    """Whether ``before`` ends in those who, as somebody must ensure, do what follows."""
    end = len(before.rstrip())
    named = [each for each in found if each.end <= end]
    rows = (row for row in rows_of(before, named) if row[-1].end == end)
    return any(
        cued(ENSURES).search(before, 0, row[0].start) and _no_own_staff(row) == row for row in rows
    )
