"""What part the other actors of a sentence have: who agrees, supports, oversees, hears of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from loaders.extractors.actors import FoundActor
from loaders.extractors.cues import cued
from loaders.extractors.groups import group_kinds
from loaders.extractors.imperatives import begins_with_request
from loaders.records import Actor
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

PartPlayed = Literal["agreed_by", "supported_by", "overseen_by", "consults", "reports_to", "acts"]

FIELDS: dict[str, PartPlayed] = {
    "agrees": "agreed_by",
    "supports": "supported_by",
    "oversees": "overseen_by",
    "is-consulted": "consults",
    "leads": "acts",
    "receives-report": "reports_to",
}  # by concept of the vocabulary
_ADVERBS = r"(?:\s+(?:\w+ly|also|now|then|far|much|more|even|better|together))*"
_AND_DONE = r"(?:\s+(?:and|or)\s+\w+(?:ed|stood))?"  # "agreed and understood by all partners"
_SUPPORT = (
    r"\bwith\s+(?:the\s+)?<<part/help>>"
    r"(?:,?\s+(?:as|where|when)\s+(?:appropriate|necessary|required|needed),?)?\s+(?:of|from)\b",
    r"\bjoint\s+(?:[\w-]+\s+){0,3}work(?:ing)?\s+with\b",
    r"\bwork\s+(?:(?:is|are)\s+(?:\w+\s+)?(?:needed|required)\s+)?with\b",
    rf"\b(?:working|works?){_ADVERBS}\s+with\b",
    r"^\W*(?:\d{1,3}[.)]\s*)?\w+,\s+with\b",
    r",\s+with\b",
    r"\bmulti-agency\s+statement,?\s+involving\b",
    r"^\W*(?:\d{1,3}[.)]\s*)?with\b",
)
WORK_WITH = re.compile(r"\bwork", re.IGNORECASE)
TO_AGREE_AFTER = re.compile(r"\s*(?:to|and|in\s+order\s+to)\s+(?:\w+\s+)?agree\b", re.IGNORECASE)
MAIN_VERB_BEFORE = re.compile(
    r"(?:^|\b(?:must|should|will|to|may|and|,)\s+(?:(?:\w+ly|now|also|then|continue\s+to)\s+)*)$",
    re.IGNORECASE,
)
COMMISSIONED_BEFORE = r"\b<<part/engaged-to>>\b[^,.;]*\bto\s+$"
OPENS_WITH = re.compile(r"\W*(?:\d{1,3}[.)]\s*)?(?:\w+,\s+)?with$|,\s+with$", re.IGNORECASE)
PROVIDES = re.compile(r"\bprovid(?:e|es|ing)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
ENSURES = re.compile(
    r"\bensur(?:e|es|ing)\s+(?:[^.;]*\band\s+that\s+|that\s+)?"
    r"(?:(?:all|both|key|the|an?|its|their|relevant|other|local|each)\s+)*$",
    re.IGNORECASE,
)
_THE_KEY = r"(?:(?:all|both|key|the|its|relevant|other|local)\s+)*$"
TAKING_PART = rf"\b<<part/taking-part>>\s+(?:of|by|from)\s+{_THE_KEY}"
INVOLVED = rf"\b<<part/involves>>\s+(?:<<somebody-cared-for>>(?:,|\s+and)\s+)*{_THE_KEY}"
IN_MAKING = re.compile(
    r"(?:(?:,\s*|\s+and\s+)[\w’'-]+(?:\s+[\w’'-]+){0,2}){0,3}?\s+(?:\w+ly\s+)?in\s+(?:the\s+)?(?:\w+ing|development|design|review)\b",
    re.IGNORECASE,
)
AGREED_BETWEEN = re.compile(r"\bagreed\s+(?:\w+ly\s+)?between\s+(?:the\s+)?$", re.IGNORECASE)
TO_WHOM = re.compile(r"\bto\s+(?:(?:the|its|their)\s+)*$", re.IGNORECASE)
FOR_APPROVAL = r"\s+for\s+(?:(?:the|its|their|final|formal)\s+)*<<part/for-approval>>\b"
FOR_COMMENT = r"\s+for\s+(?:(?:the|its|their|any)\s+)*<<part/for-comment>>\b"
THROUGH = re.compile(
    r"(?:^\W*|(?:,|\b(?:and|or|partners))\s+)through\s+(?:the\s+)?$", re.IGNORECASE
)
AGREES_IT = (
    r"\s+(?:(?:\w+ly|all|both|also)\s+)*(?:understand,?\s+and\s+)?(?:\w+ly\s+)?<<part/agreeing>>\b"
    r"(?![^,.;]*\bwith\b)"
)  # not "managers agree goals with staff"
AGREED_WITH = (
    rf"\bagree[sd]?\s+(?:(?!(?:and|or|that|which|to|with)\b)[\w’'-]+\s+){{1,6}}with\s+{_THE_KEY}"
)
THAT_OF = rf"\b<<part/taking-part>>\b[^.]*\b(?:that|those)\s+of\s+(?:police,\s+)?{_THE_KEY}"
SENT_FROM = rf"\b<<part/contributed>>\s+from\s+{_THE_KEY}"
OWN_AND = re.compile(
    r"\s+(?!(?:is|are|was|were|has|have|know|knows|receives?|understands?)\b)[a-z]+\b"
)
BETWEEN_THEM = r"\b<<part/linking>>\s+between\s+(?:(?:the|both)\s+)*$"
WHICH_OF_THEM = re.compile(
    r"\b(?:(?:key|other|wider|relevant|statutory|external|mainstream)\s+)+$", re.IGNORECASE
)
KEEP = re.compile(r"\bkeep(?:s|ing)?\s+(?:(?:the|its|all)\s+)*$", re.IGNORECASE)
INFORMED = r"\s+(?:\w+ly\s+)?<<part/kept-informed>>\b"
OWN_STAFF = frozenset({"social-workers", "staff", "managers", "leaders"})
WITH_THEM = re.compile(rf"\bwork(?:ing)?{_ADVERBS}\s+with\s+them\b", re.IGNORECASE)
TO_SOMEBODY = re.compile(r"\bto\s", re.IGNORECASE)
WITH_LAST = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
WORK_LAST = re.compile(r"\bwork(?:ing)?\s+$")
OF_CHILDREN_BEFORE = (
    r"\b(?:<<somebody-cared-for>>|leavers)(?:\s+who)?\s+(?:\w+\s+){0,2}"
    r"(?:are|is|be|being|were|feel)\s+(?:(?:\w+ly|well|better)\s+)*$"
)  # who looks after children has no part in what is asked
REPORTS = re.compile(r"reports?\b", re.IGNORECASE)
OF_REPORTS_BEFORE = re.compile(
    r"\b(?:for|of|in|about|on|from)\s+(?:[\w’'-]+\s+){0,3}$(?<!will\s)(?<!should\s)(?<!must\s)(?<!to\s)",
    re.IGNORECASE,
)  # "the quality of reports to the panel": reports that are made anyway
_PLACE = r"\s+(?:in|across)\s+[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+)*"
IN_A_PLACE = re.compile(rf"{_PLACE}(?=\s+(?:and|to|so|should|must|will)\b|[.,;]|$)")
BETWEEN = re.compile(
    rf"(?-i:{_PLACE}(?=\s+and\b))?"
    r"\s*(?:,|&|and|or|as\s+well\s+as|including)?\s*(?:,|and)?\s*(?:in\s+particular,?\s+)?"
    r"(?:(?:to|with|by|both|the|an?|its|their|our|all|other|relevant|key|local|from|SEND|SEN|wider|mainstream|community|specialist|statutory)\s+)*"
    r"(?:(?:parents|(?:foster\s+)?carers|children|young\s+people|families|health|education"
    r"|(?:social\s+)?care|housing(?:\s+providers)?)(?:,\s*|\s+and\s+)"
    r"(?:(?:the|their|its|all|other)\s+)*)*(?:social\s+care\s+)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[PartPlayed, re.Pattern[str]], ...]:
    """Return the patterns of what stands before an actor who has a part."""
    found: list[tuple[PartPlayed, str]] = [
        ("agreed_by", r"^\W*(?:\d{1,3}[.)]\s*)?agree,?\s+with\b|\bto\s+agree,\s+with\b"),
        *(("supported_by", each) for each in (*_SUPPORT, *_made_with())),
        *(("reports_to", each) for each in (_reported_to(), _provided_to(), _shared_with())),
    ]
    for concept in vocabulary().scheme("part"):
        field = FIELDS.get(concept.slug)
        if field and concept.alternatives:
            found.append((field, rf"\b{any_of(concept.alternatives)}\b"))
        if field and concept.cues and field != "reports_to":
            by = "(?:by|with)" if field == "agreed_by" else "(?:by|through)"
            found.append((field, rf"\b{any_of(concept.cues)}{_AND_DONE}{_ADVERBS}\s+{by}\b"))
    return tuple((part, cued(pattern)) for part, pattern in found)


def _made_with() -> tuple[str, ...]:
    """Return the patterns of "develop a shared protocol with", "a multi-agency plan, involving"."""
    made = vocabulary().concept("part", "made-together")
    return (
        rf"(?:^|\b(?:must|should|to|will|and)\s+(?:\w+ly\s+|further\s+)?){any_of(made.alternatives)}\s+"
        rf"(?:(?!(?:and|or|that|which|to)\b)[\w’'-]+\s+){{0,6}}{any_of(made.cues)}\s+(?:jointly\s+)?with\b",
        rf"\bmulti-agency\s+{any_of(made.cues)},?\s+involving\b",
    )


@lru_cache(maxsize=1)
def _more_work() -> re.Pattern[str]:
    """Return the pattern of what stands before work that is asked for: "further work with"."""
    more = any_of(vocabulary().concept("part", "more-work").cues)
    return re.compile(rf"\b{more}\s+$", re.IGNORECASE)


def _reported_to() -> str:
    """Return the pattern of "reported every month to": up to whom, within one clause."""
    told = any_of(vocabulary().concept("part", "receives-report").cues)
    one_clause = (
        r"(?:(?!(?<!what\s)\b(?:they|it)\b|\b(?:which|who|before|that\s+(?:it|they))\b)[^.;])"
    )
    return rf"\b{told}\b{one_clause}{{0,120}}?,?\s+to\b"


def _provided_to() -> str:
    """Return the pattern of "provide monthly data on waiting times to", within one clause."""
    reports = any_of(vocabulary().concept("part", "provided").alternatives)
    return (
        rf"\bprovid(?:e|es|ing)\s+(?:[\w’'-]+\s+){{0,3}}{reports}"
        r"(?:(?!\b(?:and|to|that|which|who)\b)[^.,;]){0,80}?\s+to\b"
    )


def _shared_with() -> str:
    """Return the pattern of "share its findings with", "information is shared with"."""
    shared = vocabulary().concept("part", "shared")
    share, what = any_of(shared.alternatives), any_of(shared.cues)
    near = r"(?:(?!\b(?:and|or|that|which|with|to)\b)[\w’'-]+\s+){0,5}"
    return (
        rf"\b(?:{share}\s+{near}{what}|{what}\s+{near}shared)"
        r"(?:\s+(?:\w+ly|promptly|again))*\s+with\b"
    )


def parts_played(text: str, found: Sequence[FoundActor]) -> tuple[tuple[PartPlayed, Actor], ...]:
    """Return each actor to whom a sentence gives a part besides acting, in order.

    ``acts`` is one who leads: he acts too.
    """
    if not found:
        return ()
    parts: list[tuple[PartPlayed, Actor]] = []
    for part, pattern in _patterns():
        for cue in pattern.finditer(text):
            actors = actors_from(text, cue.end(), found)
            if part != "reports_to":
                actors = _before_to(text, actors)
            if actors and _counts(text, cue, part, actors[-1].end):
                last = actors[-1].end
                agrees = WORK_WITH.match(cue.group()) and TO_AGREE_AFTER.match(text, last)
                parts += [("agreed_by" if agrees else part, each.actor) for each in actors]
    parts += [("supported_by", actor) for actor in _they(text, found)]
    parts += [("reports_to", e.actor) for e in found if _is_given_reports(text, e, found)]
    parts += [("supported_by", e.actor) for e in found if _is_to_take_part(text, e, found)]
    parts += [(part, e.actor) for e in found for part in _by_what_follows(text, e, found)]
    heard = [actor for part, actor in parts if part in ("agreed_by", "consults")]
    less = ("reports_to", "supported_by")
    return tuple(
        each for each in dict.fromkeys(parts) if each[0] not in less or each[1] not in heard
    )


def _by_what_follows(
    text: str, actor: FoundActor, found: Sequence[FoundActor]
) -> Iterator[PartPlayed]:
    """Yield the part of the Board in "goes to the Board for approval", "involve … in planning"."""
    first, row = row_around(text, actor, found)
    if TO_WHOM.search(text, 0, first.start):
        if cued(FOR_APPROVAL).match(text, row[-1].end):
            yield "agreed_by"
        elif cued(FOR_COMMENT).match(text, row[-1].end):
            yield "consults"
    if AGREED_BETWEEN.search(text, 0, first.start):
        yield "acts" if actor == first else "agreed_by"
    if ENSURES.search(text, 0, first.start) and cued(AGREES_IT).match(text, row[-1].end):
        yield "agreed_by"
    if KEEP.search(text, 0, first.start) and cued(INFORMED).match(text, row[-1].end):
        yield "reports_to"
    if cued(AGREED_WITH).search(text, 0, first.start):
        yield "agreed_by"
    if cued(INVOLVED).search(text, 0, first.start) and IN_MAKING.match(text, row[-1].end):
        yield "consults"


def row_around(
    text: str, actor: FoundActor, found: Sequence[FoundActor]
) -> tuple[FoundActor, tuple[FoundActor, ...]]:
    """Return the first of the row in which an actor stands, and the row from him on."""
    row = actors_from(text, actor.start, found)
    return next((e for e in found if row[-1] in actors_from(text, e.start, found)), actor), row


def _before_to(text: str, row: tuple[FoundActor, ...]) -> tuple[FoundActor, ...]:
    """Return those before "to": "sent, agreed with the Board, to Ofsted" is agreed by the Board."""
    for last, following in pairwise(row):
        if TO_SOMEBODY.search(text, last.end, following.start):
            return row[: row.index(following)]
    return row


def _they(text: str, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return whom "links with schools … and work with them" means by "them"."""
    them = WITH_THEM.search(text)
    before = [each for each in found if them and each.end <= them.start()]
    return tuple(e.actor for e in before[-1:] if WITH_LAST.search(text, 0, e.start))


def _is_given_reports(text: str, actor: FoundActor, found: Sequence[FoundActor]) -> bool:
    """Whether "the Board" stands in "provide the Board with a report", "the Board receives"."""
    last = actors_from(text, actor.start, found)[-1]
    if PROVIDES.search(text, 0, actor.start):
        return _report_follows().match(text, last.end) is not None
    return _receives_report().match(text, last.end) is not None


def _is_to_take_part(text: str, actor: FoundActor, found: Sequence[FoundActor]) -> bool:
    """Whether "the police" stands in "Ensure that health and the police attend conferences"."""
    first, row = row_around(text, actor, found)
    if _is_own_staff(actor.actor):
        return False
    if cued(TAKING_PART).search(text, 0, first.start):
        return actor.actor.kind == "body"
    if cued(THAT_OF).search(text, 0, first.start) or cued(SENT_FROM).search(text, 0, first.start):
        return actor.actor.kind == "body"
    if THROUGH.search(text, 0, first.start):
        return _is_service(actor.actor)
    whole = actors_from(text, first.start, found)
    if len(whole) > 1 and cued(BETWEEN_THEM).search(text, 0, first.start):
        return begins_with_request(text) and _are_two_in_one(whole)
    if len(whole) > 1 and ENSURES.search(text, 0, first.start) and OWN_AND.match(text, row[-1].end):
        return any(_is_council(each.actor) for each in whole)
    return bool(ENSURES.search(text, 0, first.start) and _takes_part().match(text, row[-1].end))


def _are_two_in_one(row: Sequence[FoundActor]) -> bool:
    """Whether one of a row may be the one who must act: a council, or one of two by name."""
    named = all(each.actor.body_type != "group" for each in row)
    return any(_is_council(each.actor) for each in row) or (named and len(row) == 2)


def _is_council(actor: Actor) -> bool:
    return actor.kind == "body" and actor.serves is None and actor.body_type in (None, "council")


def _is_own_staff(actor: Actor) -> bool:
    """Whether these are people of the body that must act, and nobody beside it."""
    employed = actor.kind == "post" or actor.role == "social-worker"
    return employed or not group_kinds(actor).isdisjoint(OWN_STAFF)


@lru_cache(maxsize=1)
def _takes_part() -> re.Pattern[str]:
    concept = vocabulary().concept("part", "takes-part")
    verbs, done = any_of(concept.cues), any_of(concept.alternatives)
    return re.compile(
        rf"\s+(?:(?:\w+ly|all|both)\s+)*(?:{verbs}|(?:is|are)\s+(?:(?:\w+ly|all|both)\s+)*{done})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _report_follows() -> re.Pattern[str]:
    reports = any_of(vocabulary().concept("part", "provided").alternatives)
    return re.compile(rf"\s+with\s+(?:[\w’'-]+\s+){{0,5}}{reports}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _receives_report() -> re.Pattern[str]:
    provided = vocabulary().concept("part", "provided")
    receives, reports = any_of(provided.cues), any_of(provided.alternatives)
    return re.compile(
        rf"\s+(?:\w+ly\s+)?{receives}\s+(?:[\w’'-]+\s+){{0,5}}{reports}\b", re.IGNORECASE
    )


def _counts(text: str, cue: re.Match[str], part: PartPlayed, end: int) -> bool:
    """Whether what stands before an actor who ends at ``end`` gives him the part."""
    before, words = text[: cue.start()], cue.group().lower()
    if part == "supported_by" and OPENS_WITH.match(words):
        return text[end:].startswith(",")
    if part == "supported_by" and WORK_WITH.match(words):
        if cued(COMMISSIONED_BEFORE).search(before):
            return False
        joins = words.startswith("working") or _more_work().search(before)
        return bool(joins or MAIN_VERB_BEFORE.search(before))
    if words == "alongside" and cued(COMMISSIONED_BEFORE).search(WORK_LAST.sub("", before)):
        return False  # "an adviser retained to work alongside the Council"
    if part in ("supported_by", "overseen_by") and cued(OF_CHILDREN_BEFORE).search(before):
        return False
    if part == "reports_to" and REPORTS.match(words):
        return OF_REPORTS_BEFORE.search(text, 0, cue.start()) is None
    return end > cue.end()


def words_for(text: str, found: FoundActor) -> str:
    """Return the words that name an actor: of a group of services with its place, where printed.

    "Health providers in Exampleshire and Exampleshire Police" are two actors.
    """
    placed = IN_A_PLACE.match(text, found.end) if "agency" in group_kinds(found.actor) else None
    which = WHICH_OF_THEM.search(text, 0, found.start) if group_kinds(found.actor) else None
    start = which.start() if which else found.start
    return text[start : placed.end() if placed else found.end]


def _is_service(actor: Actor) -> bool:
    """Whether this is a body, or the agencies of one kind, and no group that names spell out."""
    return actor.body_type != "group" or "agency" in group_kinds(actor)


def actors_from(text: str, start: int, found: Sequence[FoundActor]) -> tuple[FoundActor, ...]:
    """Return the actors that stand in a row from ``start``: "the Council, the Trust and …".

    A group that the next names spell out ("our partners Exampleshire Police and …") is left out.
    """
    row: list[FoundActor] = []
    for actor in found:
        if actor.start < start:
            continue
        if not BETWEEN.fullmatch(text, start, actor.start):
            break
        adjoins = bool(row) and text[start : actor.start].isspace()
        start = actor.end
        if adjoins and actor.actor.body_type == "group" and _is_service(row[-1].actor):
            continue  # "Child and Adolescent Mental Health Service providers" are that service
        if adjoins and row[-1].actor.body_type == "group":
            row.pop()
        row.append(actor)
    return tuple(row)
