"""Who must act under a name that no vocabulary holds: "the programme manager", "the Panel".

`ActorFinder` knows names; here a noun of a post or a body is enough, as it is the subject of a word
that asks, the agent of a passive, or opens an item ("Programme manager to update the plan").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.extractors.acting_subjects import (
    AFTER_SUBJECT,
    JOINED,
    acting_subject,
    opens_clause,
    subject_row,
)
from loaders.extractors.actors import FoundActor
from loaders.extractors.councils import council_mentions
from loaders.extractors.cues import cued
from loaders.extractors.groups import GROUP, is_body
from loaders.extractors.modals import NEEDED, PASSIVE, RELATIVE, WEAK, Modal, needed_after
from loaders.extractors.printed_bodies import printed_body
from loaders.extractors.registered import registered_actor
from loaders.records import Actor

NO_WORD = r"(?!(?:<<naming/ends-a-name>>)\b)"
WORD = rf"{NO_WORD}[\w’'&-]+"
BODY_NOUN = r"(?:<<naming/acting-body>>|(?-i:<<naming/body-in-capitals>>))"
HEAD = rf"(?:<<naming/acting-post>>|{BODY_NOUN})"
OF_WHAT = (
    rf"(?:,?\s+(?:of|for)\s+(?:(?:the|its|their|our)\s+)?{WORD}"
    rf"(?:(?:,\s+and\s+|,\s+|\s+(?:and\s+(?:of|for)|and|&|of|for)\s+|\s+){WORD}){{0,6}})?"
)
DETERMINER = r"(?:the|each|every|all|both|its|their|our)\s+(?:(?:two|three|four)\s+)?"
NAMED = rf"(?P<name>(?:{WORD}\s+){{0,4}}?(?P<head>{HEAD}){OF_WHAT})"
AT_WHICH = (
    r"(?P<at>\s+(?:at|in|within|from|on)\s+(?:(?:the|its|their|our)\s+)?"
    rf"(?:{WORD}\s+){{0,4}}?{WORD})?"
)
SUBJECT = (
    rf"(?:(?<![\w’'-])(?P<det>{DETERMINER})|(?<![\w’'-])(?=\w))"
    rf"{NAMED}{AT_WHICH}(?={AFTER_SUBJECT}$)"
)
ANY_THAT = rf"^\W*(?P<det>{DETERMINER}|(?:any|an?)\s+){NAMED}(?P<at>{RELATIVE})(?={AFTER_SUBJECT}$)"
AGENT = (
    rf"\bby\s+(?P<det>{DETERMINER}){NAMED}"
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:to|in|at|on|for|with|by|from|through|and)\s)"
)
BODY_AFTER = (
    r"\b(?P<det>the\s+)(?P<name>(?:(?-i:[A-Z][\w’'&-]*)\s+){0,4}?"
    r"(?P<head>(?-i:(?=[A-Z]))<<naming/acting-body>>))(?![\w’'-]|\s+(?-i:[A-Z]))"
)
OPENER = (
    rf"^\W*(?:\d{{1,3}}[.)]\s*)?(?P<det>{DETERMINER})?{NAMED}"
    r"(?=\s+to\s+(?:\w+ly\s+)?(?:<<act>>|<<act-or-thing>>)\b)"
)
ADDRESSED = (
    rf"\s+(?:that\s+)?(?P<det>{DETERMINER})?{NAMED}"
    r"(?=\s+(?:to\s+)?(?:\w+ly\s+)?(?:<<act>>|<<act-or-thing>>)\b)"
)
WILL_BEFALL = r"\s+(?:(?:also|now|then|\w+ly|not)\s+)*<<will-befall>>\b"
BEFALLS = r"\s+(?:(?:also|now|then|\w+ly|not)\s+)*<<befalls>>\b"
THING_TOO = r"<<naming/thing-too>>"
THING_MAY = r"\s+(?:(?:also|now|then|\w+ly)\s+)*(?:<<thing-may>>|<<result>>)\b"
MERELY = r"(?:<<naming/merely>>\s+)+"
BODY = rf"^{BODY_NOUN}$"
SEVERAL = re.compile(r"s$", re.IGNORECASE)
OF_ONE = re.compile(r"(?:is|has|needs|requires)\b")  # "teams is required" is no clause
JOINED_BEFORE = re.compile(r"\b(?:and|or|&)\s+$")  # "Health, Care and Wellbeing Committee"
GERUND = re.compile(r"ing$")
CAPITAL = re.compile(r"[A-Z]")


def with_subjects(
    text: str, modals: Sequence[Modal], found: Sequence[FoundActor], council: Actor | None
) -> tuple[FoundActor, ...]:
    """Return ``found`` and those who must act in ``text`` under other names, in order."""
    named = [_found(words, found, council) for words in _printed(text, modals, found)]
    named += [
        each
        for modal in modals
        if modal.form == "modal" and not acting_subject(text, modal.start, (*found, *named))
        for each in _councils(text, modal.start)
    ]
    known = (each for each in found if not any(_overlap(each, other) for other in named))
    return tuple(sorted((*known, *named), key=lambda each: each.start))


def with_bodies(
    text: str, found: Sequence[FoundActor], council: Actor | None
) -> tuple[FoundActor, ...]:
    """Return ``found`` and the bodies in capitals after "the" that may hear of it: "the Panel".

    Only what stands after a preposition or a verb of telling can have a part; the frames say so.
    """
    named = [
        _found(words, found, council)
        for words in cued(BODY_AFTER).finditer(text)
        if not any(e.start < words.end() and words.start() < e.end for e in found)
    ]
    return tuple(sorted((*found, *named), key=lambda each: each.start))


def _printed(
    text: str, modals: Sequence[Modal], found: Sequence[FoundActor]
) -> Iterator[re.Match[str]]:
    """Yield the words that name who must act where nobody who is ``found`` does."""
    for modal in modals:
        words, row = None, None
        if modal.states or NEEDED.search(text, modal.start, modal.end):
            continue
        if needed_after(text, modal.start):
            continue
        if modal.form == "address":
            words = cued(ADDRESSED).match(text, modal.end)
            words = None if words and _names(words, found) else words
        elif PASSIVE.match(text, modal.end):
            words = cued(AGENT).search(text, modal.end)
            words = None if words and _names(words, found) else words
        elif modal.form == "modal" and not _befalls(text, modal):
            row = subject_row(text, modal.start, found)
            words = None if row else _any_that(text, modal.start)
            words = words if words or row else _subject(text, modal.start, found)
            words = None if words and _is_a_thing(words, modal) else words
        if words:
            yield words
        if words or row:
            begins = words.start() if words else row[0].start if row else 0
            yield from _joined_before(text, begins, found)
    opener = None if modals else cued(OPENER).match(text)
    if opener and not _names(opener, found):
        yield opener


def _subject(text: str, end: int, found: Sequence[FoundActor]) -> re.Match[str] | None:
    """Return the words that are the subject of what begins at ``end`` and open its clause."""
    for words in cued(SUBJECT).finditer(text, 0, end):
        start, several = words.start(), SEVERAL.search(words["head"])
        if several and OF_ONE.match(text, end):
            continue
        in_row = any(cued(JOINED).fullmatch(text, each.end, start) for each in found)
        whole = in_row or not JOINED_BEFORE.search(text, 0, start)
        capital = CAPITAL.match(words["name"]) and whole
        one = words["det"] or several or CAPITAL.match(words["head"])
        after_comma = several and text[:start].endswith(", ")
        begins = words["det"] or capital or (several and in_row) or after_comma
        if begins and one and opens_clause(text, start):
            return None if _names(words, found) else words
    return None


def _befalls(text: str, modal: Modal) -> bool:
    """Whether what follows is nothing to be done: "will recall", "must be bigger"."""
    will = modal.modality in WEAK and cued(WILL_BEFALL).match(text, modal.end)
    return bool(will or cued(BEFALLS).match(text, modal.end))


def _any_that(text: str, end: int) -> re.Match[str] | None:
    """Return the words of "Any agency that cannot attend": whoever it is must act."""
    return cued(ANY_THAT).search(text[:end])


def _is_a_thing(words: re.Match[str], modal: Modal) -> bool:
    """Whether what comes of a service is told: "the new service will improve outcomes"."""
    thing = words["head"].islower() and cued(THING_TOO).fullmatch(words["head"])
    thing = thing if modal.modality in WEAK else None
    return bool(thing and cued(THING_MAY).match(words.string, modal.end))


def _joined_before(text: str, start: int, found: Sequence[FoundActor]) -> Iterator[re.Match[str]]:
    """Yield the words that stand in a row before ``start``: "the manager, the lead and …"."""
    joined = cued(rf"{JOINED}$").search(text, 0, start)
    words = _subject(text, joined.start(), found) if joined else None
    if words:
        yield words
        yield from _joined_before(text, words.start(), found)


def _councils(text: str, end: int) -> tuple[FoundActor, ...]:
    """Return the councils whose places alone are the subject: "Upham and Downham will"."""
    row: list[FoundActor] = []
    gap, start = cued(AFTER_SUBJECT), end
    for each in reversed(council_mentions(text[:end])):
        if gap.fullmatch(text, each.end, start):
            row.insert(0, FoundActor(each.start, each.end, registered_actor(each.body)))
            gap, start = cued(JOINED), each.start
    is_gerund = len(row) == 1 and GERUND.search(text, 0, row[0].end)  # "Reading must improve"
    return tuple(row) if row and not is_gerund and opens_clause(text, start) else ()


def _names(words: re.Match[str], found: Sequence[FoundActor]) -> bool:
    """Whether ``words`` name somebody ``found``, or a body of another place.

    They name another where a title goes on after the known one, or begins before it.
    """
    start, end = words.start(), words.end("head")
    goes_on = words.end("name") > end
    for each in found:
        before = words.string[words.start("name") : each.start]
        whole = not before or (is_body(each.actor) and not before.islower())
        if (each.end == end and not goes_on and whole) or each.start < start < each.end:
            return True
    return False


def _overlap(one: FoundActor, other: FoundActor) -> bool:
    return one.start < other.end and other.start < one.end


def _found(words: re.Match[str], found: Sequence[FoundActor], council: Actor | None) -> FoundActor:
    """Return whom ``words`` name: whoever has a known title that goes on with a field or a body.

    The "Corporate Director for People" is no Corporate Director of whichever field.
    """
    name = " ".join(words["name"].split())
    start = words.start("det") if words["det"] else words.start("name")
    head, end = words.end("head"), words.end("name")
    known = next((e for e in found if e.start <= words.start("head") < e.end), None)
    at_a_body = any(head < each.start < end for each in found)
    actor = known.actor if known and (known.end > head or at_a_body) and known.actor.role else None
    if known and known.end == head and words.start("name") < known.start:
        merely = cued(MERELY).fullmatch(words.string, words.start("name"), known.start)
        actor = known.actor if is_body(known.actor) or merely else actor
    end = max(end, words.end("at") if "at" in words.groupdict() else end)
    end -= len(words.string[:end]) - len(words.string[:end].rstrip())
    return FoundActor(start, end, actor or _actor(name, words["head"], council))


def _actor(name: str, head: str, council: Actor | None) -> Actor:
    """Return a post as a role of its printed title, a body under its name where it has one."""
    label = f"{name[0].upper()}{name[1:]}"
    if not cued(BODY).match(head):
        return Actor("role", label)
    proper = CAPITAL.match(head) and " " in name
    if proper and council and council.body:
        return printed_body(council, name, "")
    return Actor("body", label, body_type=GROUP, serves=council.body if council else None)
