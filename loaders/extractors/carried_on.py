"""Who must act where a sentence names him first and says later what he has to do.

"The Board has a plan, but it now needs to act"; "leaders know that they have more to do"; "the
Trust knows that visiting needs to improve and plans to recruit".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.extractors.actor_rows import actors_from
from loaders.extractors.actors import ActorFinder, FoundActor
from loaders.extractors.cues import cued
from loaders.extractors.groups import is_local, leads
from loaders.extractors.modals import Modal, needed_after
from loaders.records import Actor
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

OPENING = re.compile(
    r"\W*(?:\d{1,3}[.)]\s*|\([ivx]+\)\s*)?(?:that\s+|the\s+|both\s+|all\s+|each\s+|every\s+|(?:two|three|four)\s+|at\s+(?:the\s+moment|present),?\s+|during\s+(?:the|this)\s+inspection,?\s+|We\s+have\s+determined\s+that\s+)*",
    re.I,
)
THERE = re.compile(r"there\b", re.IGNORECASE)
THAT = re.compile(r"\b(?:that|which|who)\b")
BUT_IT = re.compile(
    r",?\s+(?:but|and|so)\s+(?:it\s+)?(?:(?:now|also|still|therefore)\s+)?$", re.IGNORECASE
)
MAY_BE_A_THING_S = r"\s+(?:\w+ly\s+|also\s+|now\s+)*(?:be(?!\s+more\b)|<<thing-may>>)\b"
MORE_OF_A_THING = r"\b<<more-of-it>>$"
HAS = re.compile(r"\s+(?:has|have|is|are)\b")
FINITE = re.compile(r"\s+(?:\w+ly\s+)?(?!(?:be|is|are|was|were|has|have|had)\b)[a-z]+\b")
POINTS_ONLY = re.compile(r"\s*(?:more|much|some|this|that|these|it|they)\s*", re.IGNORECASE)
NO_CLAUSE_BETWEEN = re.compile(r"(?:\s+(?!(?:that|which|who|whom|whose|where)\b)[\w’'-]+){0,9}\s+")
THEY = re.compile(
    r"\s*(?:they|it|he|she)\s+(?:(?:\w+ly|also|now|still|all|both|collectively)\s+)*", re.IGNORECASE
)
PLANS_TO_ACT = (
    r"\band\s+(?:(?:has|have)\s+(?:[\w’'-]+\s+){0,3}plans?\b|<<means-to>>\b"
    r"|(?:is|are)\s+(?:\w+ly\s+)?(?:planning|working|taking|putting|making)\b)"
)
OF_THEIR_OWN = re.compile(
    r"\s+to\s+(?:(?:\w+ly|further|better|also)\s+)*[a-z]+\s+(?:their|its)\b", re.IGNORECASE
)
DOES_IT_ITSELF = r"\s+(?:(?:\w+ly|further|also|still|better)\s+)*<<thing-shows>>\b"
POINTS_BACK = re.compile(r"\b(?:this|these|it|they)\s+(?:[a-z]+\s+)?$", re.IGNORECASE)
TASK_FOR = r"\b<<task>>\s+for\s+(?:the\s+)?$"


def said_before(text: str, modal: Modal, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return whom the words before those that ask name as the one who must act."""
    return (
        _carried_on(text, modal, found)
        or _who_knows(text, modal, found)
        or _whose_task(text, modal, found)
    )


def _carried_on(text: str, modal: Modal, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return the body with which a sentence opens and goes on: "…, but it now needs to act"."""
    first = _opening_body(text, found)
    goes_on = first and BUT_IT.search(text, first.end, modal.start)
    if not (first and goes_on and acts(text, modal)):
        return ()
    said_of_another = THAT.search(text, first.end, goes_on.start()) and "it" not in goes_on.group()
    return () if said_of_another else (first.actor,)


def _opening_body(text: str, found: Sequence[FoundActor]) -> FoundActor | None:
    """Return the body by name with whose verb a sentence opens: "The Board has a plan"."""
    opening = OPENING.match(text)
    first = next((each for each in found if opening and each.start <= opening.end()), None)
    if first is None or first.actor.kind != "body":
        return None
    if first.actor.body_type == "group":
        return first if HAS.match(text, first.end) else None
    return first if FINITE.match(text, first.end) or HAS.match(text, first.end) else None


def opening_body(text: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the body of which a sentence speaks, for the "they" of the next."""
    first = _opening_body(text, finder.find(text))
    return (first.actor,) if first else ()


def acts(text: str, modal: Modal) -> bool:
    """Whether "it" or "they" before ``modal`` may act: a plan, too, needs to "include" or "be"."""
    nobody = modal.form not in ("modal", "left") or THERE.match(text, modal.start)
    if nobody or modal.states or needed_after(text, modal.start):
        return False
    thing = cued(MAY_BE_A_THING_S).match(text, modal.end)
    return not (thing or cued(MORE_OF_A_THING).search(text[modal.start : modal.end]))


def _who_knows(text: str, modal: Modal, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return who is said to know of ``modal`` what is his own to do.

    That "they" must act, that their own systems need it, or that something does and they plan to
    act, or answer for it and nobody else is named.
    """
    opening = OPENING.match(text)
    begins = opening.end() if opening else 0
    first = next((each.start for each in found if each.start <= begins), None)
    row = actors_from(text, first, found) if first is not None else ()
    known = list(_known_that().finditer(text, 0, modal.start))
    if not (row and known and row[-1].end < known[-1].start()):
        return ()
    if not NO_CLAUSE_BETWEEN.fullmatch(text, row[-1].end, known[-1].start()):
        return ()
    if does_it_itself(text, modal) and not all(leads(each.actor) for each in row):
        return ()
    they = THEY.fullmatch(text, known[-1].end(), modal.start)
    their_own = modal.form == "clause" and OF_THEIR_OWN.match(text, modal.end)
    what = text[known[-1].end() : modal.start]
    own = {each.actor for each in row}
    others = any(each.start > row[-1].end and each.actor not in own for each in found)
    answer = _answer_for_it(row) and not others
    answer = answer and not POINTS_ONLY.fullmatch(what)
    if they or their_own or answer or cued(PLANS_TO_ACT).search(text, modal.end):
        return tuple(each.actor for each in row)
    return ()


def is_theirs_by_knowing(text: str) -> bool:
    """Whether a need is somebody's only because he is said to know of it: "leaders know that"."""
    known = _known_that().search(text)
    return known is not None and not THEY.match(text, known.end())


def does_it_itself(text: str, modal: Modal) -> bool:
    """Whether a matter does what it needs to: "recording needs to better reflect challenge"."""
    return modal.form == "modal" and cued(DOES_IT_ITSELF).match(text, modal.end) is not None


def _answer_for_it(row: Sequence[FoundActor]) -> bool:
    """Whether what those of ``row`` know to be wanting is theirs: leaders, a local body by name.

    Schools that "note that more needs to be done", or an inspectorate, say it of others.
    """
    return all(
        leads(each.actor) or (each.actor.body_type != "group" and is_local(each.actor))
        for each in row
    )


def _whose_task(text: str, modal: Modal, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return the Board of "it is a task for the Board; this step must be taken"."""
    if not POINTS_BACK.search(text, 0, modal.start):
        return ()
    tasked = (each.actor for each in found if cued(TASK_FOR).search(text, 0, each.start))
    return tuple(tasked)[:1]


@lru_cache(maxsize=1)
def _known_that() -> re.Pattern[str]:
    """Return the pattern of "recognises that": what somebody is said to know."""
    known = any_of(vocabulary().concept("asking", "known").cues)
    return re.compile(
        rf"\b{known}(?:,?\s+(?:however|also|therefore|now),?)?\s+that\b", re.IGNORECASE
    )
