"""The written statement of proposed action that a joint inspection asks for: from whom, by when.

Children Act 2004 (Joint Area Reviews) Regulations 2015: the chief inspector determines which
authority writes it.  That is usually the council, but also a post ("the Chair of …"), a health
body or a person.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from loaders.extractors.actors import ActorFinder, council_named
from loaders.extractors.addressees import post_of
from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates
from loaders.extractors.flows import Flow, flow_of
from loaders.extractors.sentences import sentence_flows
from loaders.page import Line, SourceText
from loaders.records import Actor, Requirement

STATEMENT = re.compile(r"\bwritten statement\b", re.IGNORECASE)
DETERMINED = re.compile(
    r"\bdetermined that (?P<who>.+?),? (?:is|are|will be|should be) the principal authorit",
    re.IGNORECASE,
)
SHOULD_PREPARE = (
    r"^(?P<who>.+?) (?:should|must|will|is required to|are required to) "
    r"(?:jointly |now )?(?:<<prepare>>|(?:co-?ordinate|lead) the preparation of)\b"
)
SHOULD_SEND = r"(?s:^(?P<who>.+?) (?:should|must|will) <<send>>\b.*?\bby (?P<due>.+)$)"
TO_BE_SENT = r"(?s:\b(?:should|must|is to|needs? to|has to) be <<sent>>\b.*?\bby (?P<due>.+)$)"
INVOLVING = re.compile(r"\bresponse,? (?:which |that )?involv(?:ing|es)\b", re.IGNORECASE)
REGULATIONS = re.compile(r"Children Act 2004 \(Joint Area Reviews\) Regulations 2015")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def read_statement(
    lines: Sequence[Line], source: SourceText, finder: ActorFinder, council: Actor | None
) -> tuple[Requirement, ...]:
    """Return the one requirement to write and send the statement, none where none is asked."""
    said = sentence_flows(flow_of(lines))
    sentences = [each for each in said if STATEMENT.search(each.text)]
    asked = next(
        (s for s in sentences if DETERMINED.search(s.text) or cued(SHOULD_PREPARE).match(s.text)),
        None,
    )
    sent = next((s for s in sentences if _sending(s.text)), None)
    involving = next((each for each in said if INVOLVING.search(each.text)), None)
    chosen = [each for each in (asked, involving if asked else None, sent) if each]
    if not chosen:
        return ()
    due, due_as_printed, doubt = _deadline(sent)
    who = _who(asked or sent)
    responsible = responsible_actor(who, finder, council) if who else None
    if responsible is None:
        doubt = f"who is responsible is not resolved: {who}"
    law = REGULATIONS.search(" ".join(source.text.split()))
    return (
        Requirement(
            text=" ".join(each.text for each in dict.fromkeys(chosen)),
            responsible=responsible,
            deadline=due,
            due_as_printed=due_as_printed,
            legal_basis=law.group() if law else None,
            evidence=tuple(q for each in dict.fromkeys(chosen) for q in each.quotes(source)),
            rule="written-statement-asked",
            doubt=doubt,
        ),
    )


def _sending(text: str) -> re.Match[str] | None:
    return cued(SHOULD_SEND).match(text) or cued(TO_BE_SENT).search(text)


def _who(sentence: Flow | None) -> str | None:
    if sentence is None:
        return None
    for pattern in (DETERMINED, cued(SHOULD_PREPARE), cued(SHOULD_SEND)):
        match = pattern.search(sentence.text)
        if match:
            return match["who"].strip(" ,")
    return None


def _deadline(sentence: Flow | None) -> tuple[datetime.date | None, str | None, str | None]:
    """Return the day, its words and the doubt if weekday and date disagree."""
    if sentence is None:
        return None, None, "no day is printed by which the statement is due"
    match = _sending(sentence.text)
    words = match["due"] if match else ""
    found = next((date for date in find_dates(words) if date.date.exact), None)
    day = found.date.exact if found else None
    if found is None or day is None:
        return None, words.rstrip(".") or None, "no exact day is printed"
    printed = words[: found.end].strip()
    weekday = next((name for name in WEEKDAYS if name in printed), None)
    doubt = None
    if weekday and WEEKDAYS[day.weekday()] != weekday:
        doubt = f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}, printed is {weekday}"
    return day, printed, doubt


def responsible_actor(who: str, finder: ActorFinder, council: Actor | None) -> Actor | None:
    """Return the body or post meant by ``who``: a council, a board, "the Chair of …"."""
    bare = ARTICLE.sub("", who)
    post = post_of(bare, finder)
    if post:
        return post
    found = finder.find(bare)
    if found:
        return found[0].actor
    named = council_named(bare)
    if named:
        return named
    area = council.label.split()[0] if council else ""
    return council if area and bare.lower().startswith(area.lower()) else None
