"""Who must do what, who agrees, supports, oversees, is consulted or told.

Rules over the actors that `ActorFinder` finds; no parser.  A passive names its agent with "by"
or names nobody; an imperative names nobody; then there is no bearer here, and whoever knows
whose list it is adds one with the basis "implied".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.extractors.acting_subjects import AFTER_SUBJECT, acting_subject
from loaders.extractors.actions import action_of, verb_phrase, without_work_with
from loaders.extractors.actor_rows import actors_from, words_for
from loaders.extractors.actors import ActorFinder, FoundActor
from loaders.extractors.carried_on import (
    FINITE,
    MORE_OF_A_THING,
    OPENING,
    TASK_FOR,
    does_it_itself,
    said_before,
)
from loaders.extractors.conditions import condition_of
from loaders.extractors.cues import cued
from loaders.extractors.groups import leads
from loaders.extractors.imperatives import begins_with_request, request_of, without_partners
from loaders.extractors.modals import (
    IS_TO,
    NEEDED,
    PASSIVE,
    WEAK,
    Modal,
    asked_that,
    find_modals,
    needed_after,
    next_step,
)
from loaders.extractors.needs_named import action_needed
from loaders.extractors.part_frames import PartPlayed
from loaders.extractors.parts_played import parts_played
from loaders.extractors.people_named import people_named, sectors_named
from loaders.extractors.present_tense import own_deed, resolved_deed
from loaders.extractors.printed_subjects import with_bodies, with_subjects
from loaders.extractors.sentences import split_sentences
from loaders.extractors.summing import summed_up, unique
from loaders.extractors.wanting import wanted, without_main_clause, without_next_clause
from loaders.records import Actor, AskingSentence, Duty
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

AGENT = re.compile(r"\bby\s+", re.IGNORECASE)
AGREED_OR_SEEN = r"\s+be\s+(?:<<part/agrees>>|<<part/oversees>>)\b"
AGENT_OF_OTHER_VERB = r"\b<<done-by-another>>\s+$"
ADDRESSED_GAP = re.compile(
    r"\s*(?:to\s+[^,;.]{3,80}?\s+that\s+|(?:that|of|for|to|on)\s+)?", re.IGNORECASE
)  # "recommend to the Minister that"
FOR_ACTOR = re.compile(r"\s+(?:for|that)\s+", re.IGNORECASE)
PRONOUN = re.compile(
    r"\W*(?:(?:In\s+addition|In\s+particular|Furthermore|Moreover|However|Therefore|Additionally|To\s+do\s+this),?\s+)?"
    r"(?:They|It|He|She)\s+(?:also\s+|then\s+|now\s+|still\s+)?$",
    re.IGNORECASE,
)
INFINITIVE = re.compile(
    r"(?:\s+\([^()]{2,60}\))?\s*,?(?P<to>\s+to)\s+(?:\w+ly\s+)?[a-z]+\b(?!\s*,\s*(?:and|but))"
)
SUBMITS = r"\b(?:<<submit>>|(?<!this )(?<!the )(?<!that )(?<!inspection )report)\b"
RESOLVES = r"\s+<<resolve>>(?:e?s)?(?:\s+forward)?\b"
FORBIDDEN = re.compile(
    r"\s+(?:not|never|no\s+longer|stop|cease)\b(?!.*\b(?:without|until|unless|before)\b)",
    re.IGNORECASE | re.DOTALL,
)  # "must not report to", but not "must not act without the consent of"
THEY_WILL = re.compile(r"\s+(?:will|should|must|needs?\s+to)(?!\s+(?:be|have|not)\b)\s+")
RESOLVED = re.compile(r"\W*(?:\d{1,3}[.)]\s*|\([ivx]+\)\s*)?That\s+")  # "That the Board reviews …"
WORK_OF = r"^\W*(?:\w+\s+){0,3}<<going-on>>\s+(?:made\s+)?(?:in|of|by|within|at)\s+(?:the\s+)?$"
THERE_LAST = re.compile(r"\bthere\s+$", re.IGNORECASE)
NOW = re.compile(r"\s+(?:(?:now|therefore|also|still),?\s+)*")
AGREED_THAT = re.compile(r"agreed that$", re.IGNORECASE)
EACH_OF_THEM = re.compile(r"^(?:each|both)\s+(?=[a-z])")  # "the councils will each agree a plan"
BARE_VERB = (  # "that the Board report be published" asks nothing of the Board
    r"\s+(?:\w+ly\s+)?(?:<<act>>|<<act-or-thing>>)\b"
    r"(?!\s+(?:be|is|was|were|has|had|should|would|will|must)\b)"
)
AND_MEANS = r",?\s+(?:and|but|so)\s+(?:they\s+|it\s+)?<<means-to>>\b"
KNOWS = r"\b<<known>>\b"
SAYS_MORE_OF_IT = re.compile(
    r";\s+(?:and\s+)?(?:this|these|it|they)\s+(?:\w+ly\s+|also\s+)*$", re.IGNORECASE
)  # "Update the form; this should be short": the item asks as strongly as its list
MAY_WISH = re.compile(r"\s(?:wish|want) to$", re.IGNORECASE)
DONE_ABOUT_IT = re.compile(
    r"\band\s+(?:has|have|is|are)\s+(?!(?:to|plans?|not|yet)\b)[\w’'-]+", re.IGNORECASE
)
FOUND_OUT = re.compile(r"\bidentif", re.IGNORECASE)
WHO = re.compile(r",\s+who\s+(?:\w+ly\s+|also\s+|now\s+)?$")
BE_MORE = re.compile(r"\s+be\s+(?:\w+\s+)?(?:more|better)\b")
DONE_TO = r"\s+(?:is|are)\s+(?:\w+ly\s+)*<<done-to-people>>\b"
AGENT_NEXT = re.compile(r"\s+(?:\w+ly\s+)?(?:by|from)\s+")
OTHER_CLAUSE = re.compile(r";|,\s+and\b")
INVOLVES = re.compile(r"\s+involve\s+consultation", re.IGNORECASE)
THE_NEED_FOR = re.compile(r"\bneed\s+for$|\bneeds?\s+an?$", re.IGNORECASE)  # a thing, no verb
WORK_BY = r"\b<<work-by>>\s+by\s+(?:the\s+)?$"
ASIDE_AFTER = r"\s*,\s+<<aside>>\b[^,]*,"


def read_duty(text: str, finder: ActorFinder, held_by: Actor | None = None) -> Duty:
    """Return who has what part in ``text``, an item of a list or a sentence, and how strongly.

    Of several sentences those that bind come first: where one says "must" or "should", the
    subjects of "will" are no bearers.  ``held_by`` is whose list of duties the item stands in
    ("The Commissioner's role will be:"); it then acts, and "will" where no other word says so.
    """
    return summed_up(read_sentences(text, finder, held_by))


def read_sentences(
    text: str, finder: ActorFinder, held_by: Actor | None = None
) -> tuple[AskingSentence, ...]:
    """Return each sentence of an item with its duty, those that ask for nothing too."""
    read: list[AskingSentence] = []
    for sentence in split_sentences(text):
        before = read[-1].duty.bearers if read else ()
        duty = sentence_duty(sentence.text, finder, before)
        if duty.action and not duty.modality:
            duty = replace(duty, modality=_strength(sentence.text))
        if held_by and not duty.bearers:
            duty = replace(duty, bearers=(held_by,), modality=duty.modality or ("will",))
        read.append(AskingSentence(sentence.text, duty))
    return tuple(read)


def _strength(text: str) -> tuple[str, ...]:
    """Return how strongly an item says what must be so: "children need to be safe"."""
    stated = (modal.modality for modal in find_modals(text) if modal.states)
    return tuple(each for each in dict.fromkeys(stated) if each not in WEAK)[:1]


def sentence_duty(text: str, finder: ActorFinder, before: tuple[Actor, ...] = ()) -> Duty:
    """Read one sentence; ``before`` bore the duty of the one before and may be "they"."""
    found = finder.find(text)
    acting = with_subjects(text, find_modals(text), found, finder.council)
    modals = [each for each in find_modals(text) if _asks_for_something(text, each, acting)]
    people = people_named(text, found, finder.council)
    sectors = sectors_named(text, (*found, *people), finder.council)
    others = with_bodies(text, found, finder.council)
    parts = list(parts_played(text, others, people, sectors))
    bearers = [actor for modal in modals for actor in _bearers(text, modal, acting)]
    if modals and not bearers and PRONOUN.match(text[: modals[0].start]):
        bearers += before
    if not bearers:
        bearers += [actor for modal in modals for actor in said_before(text, modal, acting)]
    told, told_from = _infinitive_bearers(text, acting)
    bearers += told if told_from or not modals else ()
    if any(FORBIDDEN.match(text, modal.end) for modal in modals):
        parts = [each for each in parts if each[0] == "acts"]
    parts += _requirers(text, modals, found)
    bearers += [actor for part, actor in parts if part == "acts"]
    asking = sorted((m for m in modals if not m.states), key=lambda modal: modal != _main(modals))
    modality = tuple(dict.fromkeys(modal.modality for modal in asking))
    if not modals and bearers and (RESOLVED.match(text) or cued(RESOLVES).search(text)):
        modality = ("recommended",)
    action = _action(text, modals, acting, before)
    if told_from or (told and not modals):
        resolved = None if told_from else resolved_deed(text, told, acting)
        action = resolved or verb_phrase(text[told_from:])

    action = EACH_OF_THEM.sub("", without_partners(action)) if action else None
    if action and any(part in ("supported_by", "agreed_by") for part, _ in parts):
        action = without_work_with(action)

    playing = {actor for _, actor in parts}
    beside = (*others, *people, *sectors)
    named = (*acting, *(e for e in beside if e.actor in playing and e not in acting))

    def those(part: PartPlayed) -> tuple[Actor, ...]:
        return unique(actor for played, actor in parts if played == part and actor not in bearers)

    return Duty(
        bearers=unique(bearers),
        agreed_by=those("agreed_by"),
        supported_by=those("supported_by"),
        overseen_by=those("overseen_by"),
        consults=those("consults"),
        reports_to=those("reports_to"),
        modality=modality,
        condition=condition_of(text) if action else None,
        action=action,
        printed=tuple(dict.fromkeys((e.actor, words_for(text, e)) for e in named)),
    )


def _main(modals: Sequence[Modal]) -> Modal | None:
    """Return the word that asks for the action: "it is important that the Council should …"."""
    asking = [modal for modal in modals if not modal.states] or list(modals)
    direct = [modal for modal in asking if modal.form != "clause"]
    return next(iter(direct or asking), None)


def _action(
    text: str, modals: Sequence[Modal], found: Sequence[FoundActor], before: tuple[Actor, ...]
) -> str | None:
    """Return what a sentence asks for, None where it asks for nothing.

    Where its subject is no one who acts, it is what is to be done to the matter.
    """
    main = _main(modals)
    if main is None or begins_with_request(text):
        return request_of(text)
    conceded = without_main_clause(_without_what_is_meant(text, main), main)
    if conceded is None:
        return None
    text = conceded
    if THE_NEED_FOR.search(text[main.start : main.end]):
        return action_needed(text[main.end :])
    if next_step(text, main):
        return verb_phrase(text[main.end :])
    told = _told_that(text, main, found)
    if told:
        return told
    earlier = _stated_before(text, modals, main)
    if earlier:
        return action_of(text, earlier, named=False)
    they = bool(before) and PRONOUN.match(text[: main.start]) is not None
    matter = None if they or _subject_acts(text, main, found) else wanted(text, main)
    bearers = _bearers(text, main, found)
    if matter and (matter.action or main.form == "left"):
        return _without_agents(matter.action, text, bearers, found)
    knows = () if does_it_itself(text, main) else said_before(text, main, found)
    named = they or bool(bearers or knows)
    action = _without_agents(action_of(text, main, named), text, bearers, found)
    return without_next_clause(action) if action and main.if_somebody else action


def _without_what_is_meant(text: str, main: Modal) -> str:
    """Return ``text`` without what those who know of a need mean to do: "and plan to recruit"."""
    meant = cued(AND_MEANS).search(text, main.end)
    return text[: meant.start()] if meant and cued(KNOWS).search(text, 0, main.start) else text


def _without_agents(
    action: str | None, text: str, bearers: Sequence[Actor], found: Sequence[FoundActor]
) -> str | None:
    """Return an action without who does it: "hold services to account by commissioners"."""
    for each in found if action else ():
        printed = text[each.start : each.end]
        if each.actor in bearers and printed in (action or ""):
            name = re.escape(printed)
            agent = rf"\s+(?:by|from)\s+(?:(?:the|all)\s+)?{name}(?![\w’'-])"
            action = re.sub(agent, "", action or "")
    return action


def _told_that(text: str, modal: Modal, found: Sequence[FoundActor]) -> str | None:
    """Return "appoint a chair" of "I recommend that the Department appoints a chair"."""
    gaps = {"address": ADDRESSED_GAP, "clause": FOR_ACTOR}
    gap = gaps[modal.form].match(text, modal.end) if modal.form in gaps else None
    named = actors_from(text, gap.end(), found) if gap else ()
    if not named:
        return None
    aside = cued(ASIDE_AFTER).match(text, named[-1].end)
    start = aside.end() if aside else named[-1].end
    will = THEY_WILL.match(text, start)
    deed = own_deed(text, start, found)
    that = asked_that(text, modal) or (gap and gap.group().rstrip().endswith("that"))
    writes = that and cued(BARE_VERB).match(text, start)  # "that the Director write"
    if will or begins_with_request(text[start:]) or writes:
        deed = verb_phrase(text[will.end() if will else start :])
    return deed if deed and request_of(deed) else None


def _subject_acts(text: str, modal: Modal, found: Sequence[FoundActor]) -> bool:
    """Whether the subject of ``modal`` is somebody who must act, so that it is no matter."""
    if modal.form != "modal" or NEEDED.search(text[modal.start : modal.end]) or modal.if_somebody:
        return False
    if needed_after(text, modal.start) or THERE_LAST.search(text, 0, modal.start):
        return False
    done_to = PASSIVE.match(text, modal.end) and not WHO.search(text, 0, modal.start)
    return not done_to and bool(_bearers(text, modal, found))


def _stated_before(text: str, modals: Sequence[Modal], main: Modal) -> Modal | None:
    """Return the word of a clause before the main one that says what must be so: both count."""
    first = next((modal for modal in modals if modal.modality not in WEAK), main)
    apart = first.states and OTHER_CLAUSE.search(text, first.end, main.start)
    return first if apart else None


def _asks_for_something(text: str, modal: Modal, found: Sequence[FoundActor]) -> bool:
    """Whether "requires", "asks", "tasks" are followed by whom they address, and "may" permits.

    "Delays may lead to harm" only says what is possible.  A ", which … must" needs somebody
    before it, and of a "requires" that addresses nobody it must be clear what is to be done.
    """
    if needed_after(text, modal.start):
        return wanted(text, modal) is not None
    if SAYS_MORE_OF_IT.search(text, 0, modal.start) and request_of(text):
        return False
    may = modal.modality == "may" and not MAY_WISH.search(text[modal.start : modal.end])
    somebody_needed = may or modal.form == "address" or modal.if_somebody
    bearers = _bearers(text, modal, found) if somebody_needed else ()
    if modal.if_somebody and _seen_to(text, modal, bearers):
        return False
    return not somebody_needed or bool(bearers)


def _seen_to(text: str, modal: Modal, bearers: Sequence[Actor]) -> bool:
    """Whether a need that is known is met already, or was found by those who only look."""
    found_by = FOUND_OUT.search(text[modal.start : modal.end])
    only_looked = found_by and not all(map(leads, bearers))
    return bool(only_looked or DONE_ABOUT_IT.search(text, modal.end))


def _bearers(text: str, modal: Modal, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return who must do what one modal asks for; empty where the text names nobody."""
    if modal.states:
        return ()
    if modal.form == "clause":
        gap = FOR_ACTOR.match(text, modal.end)
        named = actors_from(text, gap.end(), found) if gap else ()
        is_subject = bool(named) and not _is_done_to(text, named[-1].end)
        return tuple(each.actor for each in named) if is_subject else ()
    if modal.form == "address":
        gap = ADDRESSED_GAP.match(text, modal.end)
        named = actors_from(text, gap.end() if gap else modal.end, found)
        if asked_that(text, modal) and not _is_to_act(text, modal, named):
            return ()
        return tuple(each.actor for each in named)
    who = WHO.search(text, 0, modal.start)
    if who:
        done_to = PASSIVE.match(text, modal.end) and not BE_MORE.match(text, modal.end)
        return () if done_to else _just_before(who.start(), found)
    if THE_NEED_FOR.search(text[modal.start : modal.end]) and actors_from(text, modal.end, found):
        return ()
    needed = needed_after(text, modal.start)
    if needed or cued(MORE_OF_A_THING).search(text[modal.start : modal.end]):
        return _by_whom(text, needed.end(), found) if needed else ()
    if PASSIVE.match(text, modal.end):
        return _agents(text, modal.end, found) or _whose_work(text, modal.start, found)
    if INVOLVES.match(text, modal.end):
        return ()
    if NEEDED.search(text[modal.start : modal.end]):
        return _workers(text, modal, found)
    if modal.form == "left" and AGENT_NEXT.match(text, modal.end):
        return _workers(text, modal, found)
    if THERE_LAST.search(text, 0, modal.start):
        return _agents(text, modal.end, found)
    return (
        _both(text, modal, found)
        or acting_subject(text, modal.start, found)
        or _whose_task_is(text, modal, found)
    )


def _is_to_act(text: str, modal: Modal, named: Sequence[FoundActor]) -> bool:
    """Whether those ``named`` are to do what follows: "that the Director write to schools".

    What was agreed of several may be how they act already.
    """
    if not named or not cued(BARE_VERB).match(text, named[-1].end):
        return False
    several = text[named[0].start : named[-1].end].endswith("s")
    return not (several and AGREED_THAT.search(text[modal.start : modal.end]))


def _whose_task_is(text: str, modal: Modal, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return whose "the priority for leaders is to" names."""
    if not IS_TO.match(text[modal.start : modal.end]):
        return ()
    rows = (
        actors_from(text, e.start, found) for e in found if cued(TASK_FOR).search(text, 0, e.start)
    )
    near = (row for row in rows if NOW.fullmatch(text, row[-1].end, modal.start))
    return tuple(each.actor for each in next(near, ()))


def _is_done_to(text: str, end: int) -> bool:
    """Whether something is done to whom the words up to ``end`` name: "staff are consulted"."""
    return bool(PASSIVE.match(text, end) or cued(DONE_TO).match(text, end))


def _both(text: str, modal: Modal, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return the two of "The service and the company know this; both organisations need to act"."""
    both = _the_two().search(text, 0, modal.start)
    before = [each for each in found if both and each.end <= both.start()]
    rows = (actors_from(text, each.start, found) for each in before)
    return next((tuple(each.actor for each in row) for row in rows if len(row) == 2), ())


def _agents(text: str, start: int, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return who acts in a passive: "set by the Council", not "supported by the Partner"."""
    for by in AGENT.finditer(text, start):
        passive = cued(AGENT_OF_OTHER_VERB).search(text[: by.start()])
        directly = passive and passive.start() <= start + len(" be ")
        if passive and not directly:
            continue
        if directly and not cued(AGREED_OR_SEEN).match(text, start):
            passive = None  # "Training should be provided by the Board": it must act
        agents = actors_from(text, by.end(), found)
        if agents and not passive:
            return tuple(each.actor for each in agents)
    return ()


def _workers(text: str, modal: Modal, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return the body of "further work by the Board is needed", "is needed by the Board"."""
    if AGENT_NEXT.match(text, modal.end):
        return _by_whom(text, modal.end, found)
    before = [each for each in found if each.end <= modal.start]
    gap = text[before[-1].end : modal.start] if before else ""
    worker = gap.isspace() and cued(WORK_BY).search(text, 0, before[-1].start)
    return (before[-1].actor,) if worker else ()


def _by_whom(text: str, start: int, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return whom a "by" at ``start`` names."""
    by = AGENT_NEXT.match(text, start)
    return tuple(each.actor for each in actors_from(text, by.end(), found)) if by else ()


def _just_before(end: int, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return whom a ", who must …" describes."""
    return tuple(each.actor for each in found if each.end == end)


def _whose_work(text: str, end: int, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return the body of "progress in the Board should be maintained": it goes on itself."""
    before = [each for each in found if each.end <= end]
    if not before or not cued(AFTER_SUBJECT).fullmatch(text, before[-1].end, end):
        return ()
    return (before[-1].actor,) if cued(WORK_OF).search(text, 0, before[-1].start) else ()


@lru_cache(maxsize=1)
def _the_two() -> re.Pattern[str]:
    both = any_of(vocabulary().concept("asking", "both").cues)
    return re.compile(rf"\b{both}\s+(?:\w+ly\s+|also\s+|now\s+)*$", re.IGNORECASE)


def _infinitive_bearers(text: str, found: Sequence[FoundActor]) -> tuple[tuple[Actor, ...], int]:
    """Return the actors of "The Board to ensure …" and of a resolution's "The Council tasks …".

    With them where the words of what they are to do begin.
    """
    opening, resolved = OPENING.match(text), RESOLVED.match(text)
    begins = opening.end() if opening else 0
    row = actors_from(text, begins, found)
    row = row or actors_from(text, resolved.end() if resolved else 0, found)
    if not row or row[0].start > begins:
        return (), 0
    end = row[-1].end
    actors = tuple(each.actor for each in row)
    infinitive = INFINITIVE.match(text, end)
    if infinitive:
        return actors, infinitive.end("to")
    resolves = cued(RESOLVES).match(text, end) or (resolved and FINITE.match(text, end))
    return (actors, 0) if resolves else ((), 0)


def _requirers(
    text: str, modals: Sequence[Modal], found: Sequence[FoundActor]
) -> list[tuple[PartPlayed, Actor]]:
    """Return who receives what he requires to be sent: "HMCI requires … to submit a plan"."""
    return [
        ("reports_to", each.actor)
        for modal in modals
        if modal.form == "address" and cued(SUBMITS).search(text, modal.end)
        for each in found
        if text[each.end : modal.start].isspace()
    ]
