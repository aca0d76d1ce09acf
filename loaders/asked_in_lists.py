"""What the lists of a document ask: every sentence and bullet of an item, and whom it asks.

The record form says it as an annotator reads a list; the graph keeps to the item's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from string import ascii_lowercase

from loaders.extractors.actions import without_work_with
from loaders.extractors.cues import cued
from loaders.extractors.imperatives import begins_with_request
from loaders.extractors.modals import WEAK
from loaders.extractors.needs_named import grown
from loaders.led_in import strength_of_bullets, with_bullets
from loaders.records import Actor, AskingSentence, Duty, Recommendation
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

RELATIONS = {
    "agreed_by": "agrees",
    "supported_by": "supports",
    "consults": "is-consulted",
    "overseen_by": "oversees",
    "reports_to": "receives-report",
}
SUBORDINATE_CLAUSE = re.compile(
    r"\b(?:so\s+that|that|which|who|whose|how|when|where|whether|what|if|because|to\s+ensure|so)\b",
    re.IGNORECASE,
)
FINITE_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|could|may|might|will|would"
    r"|remains?|continues?)\b",
    re.IGNORECASE,
)
RESULTING = re.compile(
    r",\s+resulting\s+in\b", re.IGNORECASE
)  # "visits at noon, resulting in delay"
HOW = r"(?:the\s+)?<<manner>>\b"
TO_BE_DONE = re.compile(
    r"(?:(?!\b(?:need|need[st]|who|which|that|waiting|likely|able|ready)\b)[\w’'-]+\s+){1,6}?"
    r"to\s+be\s+(?:\w+ly\s+|better\s+|more\s+|fully\s+)*[a-z]+(?:ed|en)\b"
)  # "Plans to be reviewed by May"
NOT_TO_IMPROVE = r"(?:[\w’'-]+\s+){0,4}?<<not-to-improve>>\b"
MEANS = re.compile(r"\W*\w+ing\b")  # "improving the advice": how it is to be done


def asked_in(item: Recommendation) -> Iterator[AskingSentence]:
    """Yield the sentences of an item that ask, by a word of their own or because its list does.

    Where a sentence does not say how strongly it asks, its kind of list does ("improve visits"),
    and whom it asks is whom the list is addressed to.  A noun phrase alone counts below a heading
    that asks ("What needs to improve"), not as a finding; a bullet that says how ("improving the
    advice") where it names somebody.
    """
    noun = len(item.sentences) == 1 and _asks(item.list_heading or "")
    sentences, parts = with_bullets(item)
    said = [(each, noun or _asks_itself(each.duty)) for each in sentences]
    strength = strength_of_bullets(item)
    said += [
        (_as_strong(each, strength), True) if _part_asks(each) else (each, False) for each in parts
    ]
    for each, asked in said:
        if _only_leads_in(each):
            continue
        if item.role == "made" and asked and not _is_weak(each.duty):
            yield _asked_by_its_list(each, item)
        elif _says_who_or_how(each.duty):
            resolved = item.role == "put-to-council" and not each.duty.modality
            duty = replace(each.duty, modality=("recommended",)) if resolved else each.duty
            yield replace(each, duty=duty)


def _asks_itself(duty: Duty) -> bool:
    return bool(duty.action or duty.modality)


def _part_asks(part: AskingSentence) -> bool:
    says_how = MEANS.match(part.text) is not None
    return _says_who_or_how(part.duty) or (_asks_itself(part.duty) and not says_how)


def _as_strong(sentence: AskingSentence, strength: tuple[str, ...]) -> AskingSentence:
    duty = replace(sentence.duty, modality=sentence.duty.modality or strength)
    return replace(sentence, duty=duty)


def _is_weak(duty: Duty) -> bool:
    return bool(duty.modality) and not set(duty.modality) - WEAK


def _only_leads_in(sentence: AskingSentence) -> bool:
    """Whether a sentence is nothing without what follows: "This should include:"."""
    duty = sentence.duty
    names = duty.action or duty.bearers
    return sentence.text.endswith(":") and bool(duty.modality) and not names


def _asked_by_its_list(sentence: AskingSentence, item: Recommendation) -> AskingSentence:
    kind = next(each for each in vocabulary().scheme("kind") if each.notation == item.kind)
    duty = sentence.duty
    named = not (duty.action or duty.modality) and _asks(item.list_heading or "")
    bearers = duty.bearers or _whom_it_asks(sentence, item)

    def others(named: tuple[Actor, ...]) -> tuple[Actor, ...]:
        return tuple(actor for actor in named if actor not in bearers)

    asked = replace(
        duty,
        bearers=bearers,
        modality=duty.modality or kind.related,
        action=improved(sentence.text) if named else duty.action,
        agreed_by=others(duty.agreed_by),
        supported_by=others(duty.supported_by),
        overseen_by=others(duty.overseen_by),
        consults=others(duty.consults),
        reports_to=others(duty.reports_to),
    )  # nobody has a part in his own duty: "ensure that it is reported to the board"
    return replace(sentence, duty=asked)


def improved(matter: str) -> str | None:
    """Return "improve the quality of plans" of an item below "What needs to improve".

    The verb is the heading's.  None where the words say what is wrong ("The lack of visits"), how
    much there is of it, or a whole sentence.
    """
    words = matter.strip(" .;,")
    alone = without_work_with(words)
    if alone != words:
        return alone  # "Working with schools to end drift"
    more = grown(words)
    if more:
        return more
    if TO_BE_DONE.match(words):
        return words
    how = cued(HOW).match(words)
    words = RESULTING.split(words)[0] if how else words
    if not (how or _is_a_matter(words)) or cued(NOT_TO_IMPROVE).match(words):
        return None
    small = words[0].lower() + words[1:] if words[1:2] in (" ", *ascii_lowercase) else words
    return f"improve {small}"


def _is_a_matter(words: str) -> bool:
    """Whether words name something that may be better, and do not say how it is."""
    head = SUBORDINATE_CLAUSE.split(words, maxsplit=1)[0]
    return not (FINITE_VERB.search(head) or words.endswith(":") or RESULTING.search(words))


def _whom_it_asks(sentence: AskingSentence, item: Recommendation) -> tuple[Actor, ...]:
    """Return whom a sentence that names nobody asks: whom its item, or else its list, asks.

    Nobody where another sentence tells somebody else to act, or nothing tells that the item asks
    more than it finds ("delays occur; more work is needed").
    """
    listed = (item.default_addressee,) if item.default_addressee else ()
    named = item.duty.bearers if item.duty else ()
    if len(item.sentences) > 1 and not set(named) <= set(listed):
        return ()
    if sentence.duty.modality and not (
        named or item.lead_in or any(map(_requests, item.sentences))
    ):
        return ()
    return named or listed


def _requests(sentence: AskingSentence) -> bool:
    """Whether a sentence asks by beginning with a verb: "improve visits"."""
    asks_alone = sentence.duty.action is not None and not sentence.duty.modality
    return asks_alone or begins_with_request(sentence.text)


def _asks(heading: str) -> bool:
    """Whether the heading of a list asks: "What needs to improve?"."""
    cues = vocabulary().concept("asking", "asking-heading").cues
    return re.search(any_of(cues), heading, re.IGNORECASE) is not None


def _says_who_or_how(duty: Duty) -> bool:
    """Whether a sentence says who acts, how strongly it asks, or who else has a part."""
    others = any(getattr(duty, field) for field in RELATIONS)
    return bool(duty.modality or duty.bearers or others)
