"""The words that say how strongly something is asked for, and whether they ask at all.

"Whether the Council should retain" and "should have been taken" ask for nothing; "the need to"
is a noun; a "should" that opens a sentence is a condition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ontology.matching import Matcher, any_of
from ontology.vocabulary import vocabulary

Form = Literal["modal", "address", "clause"]
NOUN_BEFORE = re.compile(r"\b(?:the|a|an|any|no|of|their|its|children[’']s|without)\s+$", re.I)
RELATIVE_BEFORE = re.compile(
    r"\b(?:whether|which|who|whom|how|why|so\s+that|because|if|when|where|while|although|than|until|"
    r"as|before|after|once|what)\b[^,;:.]*$"
    r"|\b(?:(?<!determined\s)(?<!clear\s)(?<!important\s)(?<!essential\s)(?<!is\s)(?<!agreed\s)"
    r"(?<!recommend\s)(?<!recommended\s)(?<!ask\s)(?<!asks\s)(?<!view\s)(?<!aware\s)"
    r"(?<!acknowledge\s)(?<!acknowledges\s)(?<!recognise\s)(?<!recognises\s)(?<!accept\s)(?<!accepts\s))that\b[^,;:.]*$",
    re.IGNORECASE,
)
CLAUSE_AS_ADJECTIVE_BEFORE = re.compile(
    r"\b(?!(?:and|but|so|then|that|also|as|the|a|an|this|all|both|each|therefore|however"
    r"|in|of|at|by|for|from|with|to|across|within|on|between)\b)"
    r"[a-z][\w’'-]*\s+(?:they|it|he|she|we|you|the\s+[\w’']+|[A-Z][\w’']+)\s+$"
)  # "the support they need to", "the ambition the Council has to"
GERUND_AFTER = re.compile(r"\s+\w+ing\b")
PASSIVE_BEFORE = re.compile(r"\b(?:is|are|be|being|was|were)\s+$", re.IGNORECASE)
PERFECT_AFTER = re.compile(
    r"\s+(?:not\s+)?(?:already\s+)?have\s+(?:\w+ly\s+)?(?:been|\w+ed)\b", re.I
)
NEGATED_STATE_AFTER = re.compile(r"\s+not\s+be\s+(?:without|seen|regarded|taken)\b", re.I)
STATE_AFTER = re.compile(
    r"\s+(?:also\s+|then\s+|now\s+)?(?:have\s+access|feel|benefit|know|see|depend|remain|continue\s+to\s+"
    r"be|be\s+(?:able|aware|seen|found|the|a\b(?!\s+multi-agency)|an|in|to|likely|subject|no))\b",
    re.IGNORECASE,
)  # "seek" is an action
QUALITY_AFTER = re.compile(r"\s+(?:also\s+|then\s+|now\s+)?be\s+(?:clear|more)\b", re.IGNORECASE)
NEEDS_OF_CHILDREN = re.compile(
    r"\b(?:special|additional|complex|health|medical|educational|unmet|individual|these|those)\s+$",
    re.IGNORECASE,
)
NOUN_AFTER = re.compile(r"\s+(?:to|for|from|by|are|were|that\s+are)\b", re.IGNORECASE)
NOUNS_TOO = frozenset({"requests", "tasks", "asks"})
SUPPOSED_AFTER = re.compile(
    r"\s+(?:also\s+|well\s+)?(?:not\b|have\b|be\s+(?:less|more|a|an|the|at|in|able|aware|unaware)\b)",
    re.IGNORECASE,
)  # "may not always ensure", "may be less aware": what may be so asks for nothing
RESULT_BEFORE = re.compile(
    r"(?:^|[.;:,]\s+|\band\s+)(?:it|doing\s+so|(?:this|these|such)(?:\s+[\w’'-]+){0,3})\s+$",
    re.IGNORECASE,
)
THERE_BEFORE = re.compile(r"\bthere\s+$", re.IGNORECASE)
HAS_TO = re.compile(r"(?:has|have|needs?)\b", re.IGNORECASE)
ADDRESSING = re.compile(
    r"(?:requires?|asks?|tasks|invites|requests|urges?|directs|expects?|recommends?)$", re.I
)
IMPERSONAL = re.compile(
    r"(?:is\s+(?:imperative|essential|vital|crucial|important|recommended)|recommendation\s+is)$"
    r"|^there\s+(?:is|remains)\s+an?\s+(?:\w+\s+)?need$",
    re.IGNORECASE,
)
WEAK = frozenset({"will", "may"})


@dataclass(frozen=True, slots=True)
class Modal:
    """Words at ``text[start:end]`` that ask for something.

    ``form`` modal: the subject before them must act ("the Council should"); address: the one
    after them ("requires the Council to"); clause: somebody in the clause that follows ("it is
    imperative for the Council to").  ``states`` where what follows is no action ("will feel").
    """

    start: int
    end: int
    modality: str
    form: Form
    states: bool = False


@lru_cache(maxsize=1)
def _modal_words() -> Matcher[str]:
    return Matcher(
        (name, concept.slug)
        for concept in vocabulary().scheme("modality")
        for name in concept.names
    )


@lru_cache(maxsize=1)
def _result_after() -> re.Pattern[str]:
    """The verbs of what comes of an action, after "will" or "may": "ensure", "help", "lead to"."""
    verbs = any_of(vocabulary().concept("asking", "result").cues)
    return re.compile(rf"\s+(?:(?:also|then|now|further|\w+ly)\s+)*{verbs}\b", re.IGNORECASE)


def asks(text: str) -> bool:
    """Tell whether some word in ``text`` may ask for something; cheaper than `find_modals`."""
    return any(match.key not in WEAK for match in _modal_words().find_all(text))


def find_modals(text: str) -> tuple[Modal, ...]:
    """Return the words of one sentence that ask for something, in order."""
    return tuple(
        _modal(text, match.start, match.end, match.key)
        for match in _modal_words().find(text)
        if _asks(text, match.start, match.end, match.key)
    )


def _asks(text: str, start: int, end: int, modality: str) -> bool:
    before = text[:start]
    words = text[start:end]
    if modality in ("may", "will") and words[:1].isupper() and before.strip():
        return False  # the month, a name
    if modality == "may" and (SUPPOSED_AFTER.match(text, end) or THERE_BEFORE.search(before)):
        return False
    if modality in WEAK and RESULT_BEFORE.search(before) and _result_after().match(text, end):
        return False  # "This will ensure that …": what comes of it
    if not before.strip() and words.lower() in ("should", "may", "will"):
        return False  # "Should progress fail, …"
    if (
        modality == "recommended"
        and words.lower() == modality
        and not PASSIVE_BEFORE.search(before)
    ):
        return False  # what somebody once recommended
    if words.lower() in NOUNS_TOO and NOUN_AFTER.match(text, end):
        return False  # "information requests to the hub"
    if words.lower().startswith("need") and NEEDS_OF_CHILDREN.search(before):
        return False
    if HAS_TO.match(words) and (
        CLAUSE_AS_ADJECTIVE_BEFORE.search(before) or GERUND_AFTER.match(text, end)
    ):
        return False
    if NOUN_BEFORE.search(before) or RELATIVE_BEFORE.search(before):
        return False
    return not (PERFECT_AFTER.match(text, end) or NEGATED_STATE_AFTER.match(text, end))


def _modal(text: str, start: int, end: int, modality: str) -> Modal:
    words = text[start:end]
    form: Form = "modal"
    if IMPERSONAL.search(words):
        form = "clause"
    elif ADDRESSING.search(words):
        form = "address"
    states = STATE_AFTER.match(text, end) or (
        modality in WEAK and QUALITY_AFTER.match(text, end)  # to "need to be more open" is to act
    )
    return Modal(start, end, modality, form, bool(states))
