"""Binding and urging sentences of a document's running text.

Lists are read by their genres; this finds what a report or paper asks between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.extractors.actors import ActorFinder
from loaders.extractors.flows import Flow
from loaders.extractors.modals import WEAK, Modal, asks, find_modals
from loaders.extractors.obligations import PASSIVE, sentence_duty
from loaders.extractors.paragraphs import prose, split_paragraphs
from loaders.extractors.sections import paragraph_groups, unmarked_flow
from loaders.extractors.sentences import sentence_flows, split_sentences
from loaders.page import Line, SourceText
from loaders.records import Actor, Duty, Fact, Obligation

VAGUE_SUBJECT = re.compile(
    r"(?:^|[.,;:]|\b(?:and|but|so|that))\s*(?:this|it|they|these|that|all|much(?!\s+more\b))\b[^,;:.]{0,12}$|^[^,;:.]{0,3}$",
    re.IGNORECASE,
)
LEADS_INTO_LIST = re.compile(r":$|\bthe following (?:actions?|steps|areas?)\W*$", re.IGNORECASE)
NOT_DONE = re.compile(r"\bshould\b[^.;]*\bbut\b[^.;]*\b(?:not|never|rarely)\b", re.IGNORECASE)
TO_CHILDREN = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
MORE_BEFORE = re.compile(
    r"\b(?:more|further|additional|better|greater|stronger|urgent)\b(?:\s+[\w’'-]+){1,9}\s+$",
    re.IGNORECASE,
)
IN_ORDER_TO = re.compile(
    r"\s+(?:\w+ly\s+)?(?:to\b|if\b|in\s+(?:this|order)\b|on\b|[.;]|$)", re.IGNORECASE
)
WANTED = re.compile(
    r"\b(?:required|needed)(?:\s+to)?$", re.IGNORECASE
)  # "more work is still needed to"
FORCED = re.compile(r"\bha(?:s|ve) to$", re.IGNORECASE)  # "children have to be placed far away"
TO_IMPROVE = re.compile(
    r"\s+(?:(?:significantly|further|also|still)\s+)*(?:improve\b(?!\s+to\s+good)"
    r"|(?:(?:further|significant|considerable|more|urgent)\s+)*(?:improvement|development|work|attention)\b"
    r"(?!\s+to\s+be\s+good))",
    re.IGNORECASE,
)
WORK_TO_DO = re.compile(
    r"\b(?:(?:more|further|significant|considerable|additional|urgent)\s+(?:\w+\s+)?"
    r"(?:work|improvements?|action|attention|development)|more)\s+"
    r"(?:is|are)\s+(?:still\s+)?(?:needed|required)(?:\s+to)?$",
    re.IGNORECASE,
)
WHAT_WAS_ASKED_FOR = re.compile(
    r"(?:This|It|The (?:response|(?:written )?statement|(?:action )?plan|report))\s+(?:also\s+)?$"
)
BODIES_THAT_ANNOUNCE = frozenset({"ofsted", "department-for-education", "care-quality-commission"})
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
    return asks(text) and any(
        _may_bind(sentence.text) and any(m.modality not in WEAK for m in find_modals(sentence.text))
        for sentence in split_sentences(text)
        if asks(sentence.text)
    )


def obligations_in(
    source: SourceText, flows: Iterable[Flow], finder: ActorFinder
) -> tuple[Obligation, ...]:
    """Return the binding or urging sentences of some paragraphs."""
    return tuple(
        Obligation(
            evidence=sentence.quotes(source),
            rule="modal-sentence",
            sentence=sentence.text,
            duty=duty,
            doubt=None if duty.bearers else "the sentence does not say who has to act",
        )
        for flow in flows
        for sentence, duty in _binding(sentence_flows(flow), finder)
    )


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
            for quote in each.evidence
            for other in taken
        )
    )


def _binding(flows: Iterable[Flow], finder: ActorFinder) -> Iterator[tuple[Flow, Duty]]:
    before: tuple[Actor, ...] = ()
    for flow in flows:
        if not _may_bind(flow.text):
            before = ()
            continue
        duty = sentence_duty(flow.text, finder, before)
        if before and not duty.bearers and _says_what_was_asked_for(flow.text):
            duty = replace(duty, bearers=before)
        before = duty.bearers
        strong = set(duty.modality) - WEAK
        announced = any(actor.body in BODIES_THAT_ANNOUNCE for actor in duty.bearers)
        binds = strong and (duty.bearers or _something_must_be_done(flow.text))
        if binds or (duty.modality and (announced or _goes_to_somebody(flow.text, duty))):
            yield flow, duty


def _goes_to_somebody(text: str, duty: Duty) -> bool:
    """Whether a plan without agent names to whom its result goes: "will be presented to"."""
    told = duty.reports_to or duty.agreed_by or duty.consults
    return bool(told) and any(PASSIVE.match(text, modal.end) for modal in find_modals(text))


def _may_bind(text: str) -> bool:
    """Tell whether a sentence may ask for something, not what speaks to children, nor what
    should be so and is not."""
    return (
        len(text) <= LONGEST_SENTENCE
        and TO_CHILDREN.search(text) is None
        and NOT_DONE.search(text) is None
        and bool(find_modals(text))
    )


def _says_what_was_asked_for(text: str) -> bool:
    """Whether a sentence goes on about what somebody was just asked for: "The response should"."""
    return any(WHAT_WAS_ASKED_FOR.fullmatch(text[: modal.start]) for modal in find_modals(text))


def _something_must_be_done(text: str) -> bool:
    """Whether something that is named is asked for without an agent: not "this must change"."""
    return any(
        modal.modality == "must"
        and _is_asked_for(text, modal)
        and not FORCED.search(text[modal.start : modal.end])
        and not VAGUE_SUBJECT.search(text[: modal.start])
        for modal in find_modals(text)
    )


def _is_asked_for(text: str, modal: Modal) -> bool:
    """Whether a thing "must be done", "needs to improve", or "more work is required to"."""
    words = text[modal.start : modal.end]
    if WORK_TO_DO.search(text, 0, modal.end):
        return True
    if WANTED.search(words):
        more = MORE_BEFORE.search(text, 0, modal.start)
        return bool(more and (words.endswith("to") or IN_ORDER_TO.match(text, modal.end)))
    return bool(PASSIVE.match(text, modal.end) or TO_IMPROVE.match(text, modal.end))
