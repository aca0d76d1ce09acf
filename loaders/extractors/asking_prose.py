"""Binding and urging sentences of a document's running text.

Lists are read by their genres; this finds what a report or paper asks between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.extractors.actions import action_of
from loaders.extractors.actors import ActorFinder
from loaders.extractors.carried_on import acts, is_theirs_by_knowing, opening_body
from loaders.extractors.cues import cued
from loaders.extractors.flows import Flow
from loaders.extractors.groups import group_kinds
from loaders.extractors.modals import (
    PASSIVE,
    WEAK,
    Modal,
    announces,
    asks,
    find_modals,
    is_planned,
    next_step,
    promises,
)
from loaders.extractors.obligations import PRONOUN, sentence_duty
from loaders.extractors.paragraphs import prose, split_paragraphs
from loaders.extractors.pointers import does_so, points_back, takes_up
from loaders.extractors.sections import paragraph_groups, unmarked_flow
from loaders.extractors.sentences import sentence_flows, split_sentences
from loaders.extractors.wanting import changes, is_named_before, is_vague, should_be_done, wanted
from loaders.page import Line, Quote, SourceText
from loaders.records import Actor, Duty, Fact, Obligation
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

KNOWN_TO_BE_THEIRS = "who has to act is read from who is said to know of it"
NOBODY_NAMED = "the sentence does not say who has to act"
NAMED_BEFORE = "what it is about is named before"
LEADS_INTO_LIST = re.compile(r":$|\bthe following (?:actions?|steps|areas?)\W*$", re.IGNORECASE)
NOT_DONE = re.compile(r"\bshould\b[^.;]*\bbut\b[^.;]*\b(?:not|never|rarely)\b", re.IGNORECASE)
BUT_NOT = re.compile(r",?\s+but\b.*$", re.DOTALL)
TO_CHILDREN = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
FORCED = re.compile(r"\bha(?:s|ve) to$", re.IGNORECASE)  # "children have to be placed far away"
WHAT_WAS_ASKED_FOR = r"(?:This|It|The <<asked-for>>)\s+(?:also\s+)?$"
HAS_TO_DO = re.compile(r"\b(?:must|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE)
SUFFERED = re.compile(r"\bha(?:s|ve) to\b(?!.*\b(?:must|should|needs? to)\b)", re.IGNORECASE)
# "must be held every month and this is mostly achieved"
KEPT = (
    r"\band\s+(?:this|they|it|these|most|many|all)\s+(?:is|are|do|does)\s*"
    r"(?:\w+ly\s+|always\s+)*<<done-now>>?\W*$"
)
DONE_SINCE = (
    r"(?:,|;|\b(?:and|but))\s+(?:this|it|they|these)\s+"
    r"(?:did\s+so|(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+|since\s+|now\s+)*<<done-since>>)\b"
)  # "was to be recorded, and this has been done"
CONSEQUENCE_WITHIN = r",\s+(?:which\s+(?:can\s+|may\s+|often\s+)?<<consequence>>|<<bringing>>)\b"
ONCE_ASKED = (
    r"\W*(?:In|On)\s+(?:[\w’]+\s+){0,2}20\d\d,?\s(?:(?!\b(?:has|have)\b)[^.;])*?\b<<once-asked>>\s+that\b"
    r"|\W*(?:[\w’-]+\s+){1,8}?<<once-asked>>\s+(?:in|on)\s+(?:[\w’]+\s+){0,2}20\d\d\s+that\b"
)  # what somebody asked for on a day that is past
THEN = re.compile(r"\b(?:must|ha(?:s|ve) to)\s+then\b", re.IGNORECASE)
CONSEQUENCE = r"This\s+(?:(?:can|may|often|also|sometimes)\s+)*<<consequence>>\b"
POINTS_AT_MORE = re.compile(
    r"(?:(?:Again|However|Also),?\s+)?(?:this|it|they|these)\s+(?:(?:will|also|now|still)\s+)*(?:is|are|needs?|must"
    r"|ha(?:s|ve)|should|requires?)\b",
    re.IGNORECASE,
)
STAFF = frozenset({"social-workers", "staff", "managers"})
BODIES_THAT_ANNOUNCE = frozenset({"department", "inspectorate"})
LONGEST_SENTENCE = 900


def find_obligations(source: SourceText, finder: ActorFinder) -> tuple[Obligation, ...]:
    """Return the binding or urging sentences of a document's running text, with evidence.

    Lists are left to their genres.  A sentence counts when it says who must or should act, or
    that something must be done; what a body merely "will" do counts for departments and
    inspectorates only.
    """
    paragraphs = (each for each in prose(split_paragraphs(source)) if each.kind == "paragraph")
    return obligations_in(source, (each.flow for each in paragraphs), finder)


def find_obligations_in_report(source: SourceText, finder: ActorFinder) -> tuple[Obligation, ...]:
    """Return the same of a long report whose paragraphs its print keeps apart; far cheaper."""
    asking = (each for each in paragraph_groups(source.body) if _may_ask(each))
    return obligations_in(source, map(unmarked_flow, asking), finder)


def _may_ask(group: Sequence[Line]) -> bool:
    """Tell whether a sentence of a paragraph may bind, before its places are worked out."""
    text = " ".join(line.text.strip() for line in group)
    if not (asks(text) or " will " in text):
        return False
    return any(
        _may_announce(sentence.text) or (asks(sentence.text) and _may_oblige(sentence.text))
        for sentence in split_sentences(text)
    )


def _may_oblige(text: str) -> bool:
    """Tell whether a sentence says more than that something "will" or "may" be."""
    strong = (m.modality not in WEAK or promises(text, m) for m in find_modals(text))
    return _may_bind(text) and any(strong)


def _may_announce(text: str) -> bool:
    """Tell whether a sentence may say what a body that announces, or one unnamed, will do."""
    if " will " not in text:
        return False
    return bool(
        announces(text)
        or _body_will().search(text)
        or _will_report().search(text)
        or any(is_planned(text, modal) for modal in find_modals(text))
    )


@lru_cache(maxsize=1)
def _will_report() -> re.Pattern[str]:
    told = any_of(vocabulary().concept("part", "receives-report").cues)
    agreed, seen = (vocabulary().concept("part", slug) for slug in ("agrees", "oversees"))
    return re.compile(
        rf"\bwill\s+(?:(?:\w+ly\s+|also\s+|then\s+)?{told}\b.*\bto\b"
        rf"|be\s.*\b(?:{any_of(agreed.alternatives)}|{any_of(agreed.cues)}\s+(?:by|with)"
        rf"|{any_of(seen.cues)}\s+by)\b)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _body_will() -> re.Pattern[str]:
    bodies = (each for each in vocabulary().bodies if each.body_type in BODIES_THAT_ANNOUNCE)
    names = any_of(name for each in bodies for name in each.names)
    return re.compile(
        rf"\b{names}\s+(?:\([^)]*\)\s+)?(?:\w+ly\s+|also\s+|then\s+)?will\b", re.IGNORECASE
    )


def obligations_in(
    source: SourceText, flows: Iterable[Flow], finder: ActorFinder
) -> tuple[Obligation, ...]:
    """Return the binding or urging sentences of some paragraphs."""
    return tuple(
        Obligation(
            evidence=(*(before.quotes(source) if before else ()), *sentence.quotes(source)),
            rule="modal-sentence",
            sentence=sentence.text,
            duty=duty,
            doubt=_doubt(sentence.text, duty),
        )
        for flow in flows
        for before, sentence, duty in _binding(sentence_flows(flow), finder)
    )


def _doubt(text: str, duty: Duty) -> str | None:
    """Return what a sentence leaves open: who has to act, and upon what."""
    who = NOBODY_NAMED
    if duty.bearers:
        who = KNOWN_TO_BE_THEIRS if is_theirs_by_knowing(text) else ""
    what = NAMED_BEFORE if _is_about_what_came_before(text, duty) else ""
    return "; ".join(filter(None, (who, what))) or None


def _is_about_what_came_before(text: str, duty: Duty) -> bool:
    """Whether what is to be done is done to something that another sentence names: "this"."""
    if duty.action:
        return points_back(duty.action, text)
    asking = [modal for modal in find_modals(text) if not modal.states]
    return not duty.bearers and any(is_named_before(text, each) for each in asking)


def apart_from(obligations: Iterable[Obligation], items: Iterable[Fact]) -> tuple[Obligation, ...]:
    """Return the obligations whose sentences are no part of ``items``.

    A sentence that only leads into a list says nothing without it.
    """
    taken = [quote for item in items for quote in item.evidence]
    return tuple(
        each
        for each in obligations
        if not LEADS_INTO_LIST.search(each.sentence)
        and not any(
            quote.start < other.end and other.start < quote.end
            for quote in _own_quotes(each)
            for other in taken
        )
    )


def _own_quotes(obligation: Obligation) -> Iterator[Quote]:
    """Yield what is quoted of an obligation's own sentence, the last first; not the one before."""
    wanted = len(obligation.sentence)
    for quote in reversed(obligation.evidence):
        yield quote
        wanted -= quote.end - quote.start
        if wanted <= 0:
            return


def _binding(
    flows: Sequence[Flow], finder: ActorFinder
) -> Iterator[tuple[Flow | None, Flow, Duty]]:
    """Yield the sentences that bind, each with the one before it where its action takes that up."""
    before: tuple[Actor, ...] = ()
    for index, flow in enumerate(flows):
        if not _may_bind(flow.text):
            before = ()
            continue
        following = flows[index + 1] if index + 1 < len(flows) else None
        if not before and index and _they_act(flow.text):
            before = opening_body(flows[index - 1].text, finder)
        duty = sentence_duty(flow.text, finder, before)
        asked_for = _what_was_asked_for(flow.text) if before and not duty.bearers else None
        if asked_for:
            duty = replace(duty, bearers=before, action=action_of(flow.text, asked_for))
        before = duty.bearers
        if _says_nothing_alone(duty.action):
            duty = replace(duty, action=None, condition=None)
        if duty.action and NOT_DONE.search(flow.text):
            duty = replace(duty, action=BUT_NOT.sub("", duty.action))
        if _binds(flow.text, duty) and not _describes(flow.text, duty, following):
            yield flows[index - 1] if index and takes_up(duty.action) else None, flow, duty


def _says_nothing_alone(action: str | None) -> bool:
    """Whether an action is "do so", or a whole sentence about something else: "this is needed"."""
    return bool(action and (does_so(action) or POINTS_AT_MORE.match(action)))


def _they_act(text: str) -> bool:
    """Whether a sentence begins with what they, whom the last one named, must do."""
    first = next(iter(find_modals(text)), None)
    return bool(first and PRONOUN.match(text[: first.start]) and acts(text, first))


def _binds(text: str, duty: Duty) -> bool:
    """Whether a sentence obliges: somebody must, something must be done, or a body announces."""
    strong = set(duty.modality) - WEAK
    if cued(ONCE_ASKED).match(text):
        return False
    if NOT_DONE.search(text) and not duty.bearers:
        return False
    if TO_CHILDREN.search(text) and not _tells_children_of(text, duty):
        return False
    if strong and (duty.bearers or _something_must_be_done(text)):
        return True
    announced = any(map(_announces_itself, duty.bearers))
    promised = duty.bearers and any(promises(text, modal) for modal in find_modals(text))
    planned = announces(text) or any(
        next_step(text, modal) or (duty.bearers and is_planned(text, modal))
        for modal in find_modals(text)
    )  # nobody's plan obliges nobody
    return bool(duty.modality) and bool(
        announced or promised or planned or _goes_to_somebody(text, duty)
    )


def _announces_itself(actor: Actor) -> bool:
    """Whether what a body says that it "will" do binds it: a department or an inspectorate."""
    body = vocabulary().body(actor.body) if actor.body else None
    return body is not None and body.body_type in BODIES_THAT_ANNOUNCE


def _tells_children_of(text: str, duty: Duty) -> bool:
    """Whether words to children say who must act for them, not what they themselves must do."""
    last = next(reversed(find_modals(text)), None)
    if not (duty.bearers and last):
        return False
    begins = max(text.rfind(stop, 0, last.start) for stop in ",;:") + 1
    return not TO_CHILDREN.search(text, begins, last.start)


def _describes(text: str, duty: Duty, following: Flow | None) -> bool:
    """Whether a sentence tells how things are done, which it or the next finds right or wrong.

    "Social workers must then make further checks.  This can lead to delay."
    """
    if cued(KEPT).search(text) or cued(DONE_SINCE).search(text):
        return True
    if not duty.bearers or not all(_is_staff(actor) for actor in duty.bearers):
        return False
    if THEN.search(text) or SUFFERED.search(text):
        return True
    goes_on = following is not None and cued(CONSEQUENCE).match(following.text)
    return bool(HAS_TO_DO.search(text) and (goes_on or cued(CONSEQUENCE_WITHIN).search(text)))


def _is_staff(actor: Actor) -> bool:
    return actor.role == "social-worker" or not group_kinds(actor).isdisjoint(STAFF)


def _goes_to_somebody(text: str, duty: Duty) -> bool:
    """Whether a plan without agent names to whom its result goes: "will be presented to"."""
    told = duty.reports_to or duty.agreed_by or duty.consults or duty.overseen_by
    passive = any(PASSIVE.match(text, modal.end) for modal in find_modals(text))
    binds = passive or bool(set(duty.modality) - WEAK)
    return bool(told) and (binds or bool(duty.bearers and "will" in duty.modality))


def _may_bind(text: str) -> bool:
    """Tell whether a sentence may ask for something; cheaper than to read who must do it."""
    return len(text) <= LONGEST_SENTENCE and bool(find_modals(text))


def _what_was_asked_for(text: str) -> Modal | None:
    """Return what goes on about what somebody was just asked for: "The response should"."""
    modals = find_modals(text)
    return next((m for m in modals if cued(WHAT_WAS_ASKED_FOR).fullmatch(text[: m.start])), None)


def _suffered(text: str, modal: Modal) -> bool:
    """Whether "has to" says what somebody suffers: "this has to change" is asked for."""
    forced = FORCED.search(text[modal.start : modal.end])
    return bool(forced) and not (changes(text, modal) and is_named_before(text, modal))


def _something_must_be_done(text: str) -> bool:
    """Whether something that is named is asked for without an agent: not "this must change".

    What is pointed at ("leaders recognise that this must change") is named before.
    """
    return any(
        (wanted(text, modal) or should_be_done(text, modal))
        and not modal.if_somebody
        and not _suffered(text, modal)
        and (not is_vague(text, modal) or is_named_before(text, modal))
        for modal in find_modals(text)
    )
