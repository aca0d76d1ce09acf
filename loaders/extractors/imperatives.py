"""Sentences that ask by beginning with a verb: the items of most lists of recommendations.

English does not mark its verbs: "review practice" asks, "review processes" are.  The vocabulary
"asking" says which words are verbs, which are nouns too, and what follows decides.  Where that
leaves it open nothing is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from loaders.extractors.actions import verb_phrase, whole_clause
from loaders.extractors.cues import cued
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

_NUMBERED = re.compile(r"^\W*(?:\d{1,3}[.)]\s+|\((?:[ivx]+|[a-z])\)\s*|[a-z]\)\s+)?")
_TO = re.compile(r"to\s+(?=[a-z])", re.IGNORECASE)
_MAIN_CLAUSE = re.compile(
    r"^To\b[^,]*,(?:[^,]*,)*?\s[^,]*\b(?:is|are|was|were|has|have|had|will|can|should|must)\b"
)
_RESULT = re.compile(r"\b(?:may|might|will|would|could|can|helps?)\b", re.IGNORECASE)
_AND = re.compile(r"and\s+", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?:the|an?|all|both|its|their|any|each|every|these|this|those|how|whether)\b", re.IGNORECASE
)
_NOT_A_VERB = re.compile(
    r"(?:of|for|to|from|in|by|between|among|across|within|at|into|about|towards|against|that|which"
    r"|and|or|is|are|was|were|provided|given|offered|made)\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"^(?:[\w’'-]+\s+){1,5}?(?:is|are|was|were|has|have|had|does|do|did|can|could|will|may|must|should|needs?|remains?|shows?"
    r"|varies|takes? place)\b",
    re.IGNORECASE,
)
_WITH_THEN_WHAT = (
    r"^(?P<verb><<part/made-with>>)\s+(?:jointly\s+)?with\s+[^,;.]{3,60}?\s+"
    r"(?=(?:an?|the|its|their|one|how)\s)"
    r"(?<!\swith\s)(?<!\sand\s)(?<!\sof\s)(?<!\son\s)(?<!\sto\s)(?<!\sin\s)(?<!\sfor\s)"
)
BESIDE = ("supports", "oversees", "is-consulted", "agrees")  # parts whose words end an action
BY_OTHERS = ("supports", "oversees")
MOST_COMMAS_BEFORE_VERB = 3


def request_of(text: str) -> str | None:
    """Return what a sentence without a word that asks asks for, None where it states something.

    It asks where it begins with a verb: "Improve the plans", "to improve the plans", "With the
    Board, improve the plans", "improving the plans".
    """
    words = _NUMBERED.sub("", text).strip()
    to = _TO.match(words)
    if to and _verbs().match(words, to.end()) and not _MAIN_CLAUSE.search(words):
        return verb_phrase(words[to.end() :])
    return whole_clause(words) if _begins_with_verb(words) or _verb_after_opening(words) else None


def without_partners(action: str) -> str:
    """Return an action without whom it is to be done with: they have a part of their own.

    "With the police, agree a plan", "agree with the police a plan" and "agree a plan, overseen by
    the Board" are each to agree a plan.
    """
    if _partners_first().match(action):
        commas = [each.end() for each in re.finditer(r",\s+", action)][:MOST_COMMAS_BEFORE_VERB]
        starts = (at for at in commas if _begins_with_verb(action[at:]))
        action = action[next(starts, 0) :]
    action = cued(_WITH_THEN_WHAT).sub(r"\g<verb> ", action)
    while last := _partners_last().search(action):
        action = action[: last.start()]
    return action


@lru_cache(maxsize=1)
def _partners_first() -> re.Pattern[str]:
    """The words with which an action opens that first says with whom: "in consultation with"."""
    return re.compile(
        rf"(?:(?:together|jointly)\s+)?(?:with|working\s+(?:\w+ly\s+)*with|{_beside()})\b",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _partners_last() -> re.Pattern[str]:
    """What a whole action ends in that says who else has a part: ", overseen by the Board"."""
    by = any_of(cue for slug in BY_OTHERS for cue in vocabulary().concept("part", slug).cues)
    helped = any_of(vocabulary().concept("part", "help").cues)
    return re.compile(
        rf"(?:,?\s+with\s+(?:the\s+)?{helped}\s+(?:of|from)|,\s+(?:working\s+(?:\w+ly\s+)*with"
        rf"|(?:with\s+)?{_beside()}|{by}\s+by|reporting\s+to))\s+"
        r"(?:(?!\b(?:so|that|which|who|should|must)\b)(?!(?<!reporting\s)\bto\b)[^,;:.])+$",
        re.IGNORECASE,
    )


def _beside() -> str:
    """Words that stand directly before those who have a part: "in partnership with"."""
    concepts = (vocabulary().concept("part", slug) for slug in BESIDE)
    return rf"(?:in\s+)?{any_of(name for each in concepts for name in each.alternatives)}"


def begins_with_request(text: str) -> bool:
    """Whether a sentence surely begins with a verb that asks, whatever else it says."""
    verb = _verbs().match(_NUMBERED.sub("", text).strip())
    return verb is not None and verb["act"] is not None


def _begins_with_verb(words: str) -> bool:
    verb = _verbs().match(words)
    if verb is None or verb["thing"]:
        return False
    if verb["doing"] and _RESULT.search(words):
        return False  # "Ensuring this may help"
    if verb["act"] or _is_verb_there(words, verb):
        return True
    if verb["thing_or_act"] or (verb["doing_thing"] and not words[:1].islower()):
        return False  # "Audit activity", "Monitoring arrangements"
    return not (_NOT_A_VERB.match(words, verb.end()) or _STATES.match(words))


def _is_verb_there(words: str, verb: re.Match[str]) -> bool:
    """Whether what follows makes a verb of what may be a noun: "review the", "plan and act"."""
    if _DETERMINER.match(words, verb.end()):
        return True
    after = _AND.match(words, verb.end())
    joined = _verbs().match(words, after.end()) if after else None
    if joined is None or joined["thing"]:
        return False
    doing = joined["doing"] and (not joined["doing_thing"] or words[:1].islower())
    return bool(joined["act"] or doing or _DETERMINER.match(words, joined.end()))


def _verb_after_opening(words: str) -> bool:
    """Whether an adverbial opens a request: "Where plans fail, in every case, ensure that …"."""
    if not _openings().match(words):
        return False
    commas = [each.end() for each in re.finditer(r"[,:]\s+", words)][:MOST_COMMAS_BEFORE_VERB]
    found = [(verb, verb.end()) for comma in commas if (verb := _verbs().match(words, comma))]
    return any(
        verb["act"] or (_DETERMINER.match(words, end) and not (verb["doing"] or verb["thing"]))
        for verb, end in found
    )


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    """Return the pattern of a verb that asks, with its adverbs, up to the next word.

    Its groups are the concepts of the vocabulary, ``doing`` the forms in -ing of verbs, and
    ``doing_thing`` those of words that are nouns too.
    """
    act, both, thing_or_act, thing = (
        frozenset(vocabulary().concept("asking", slug).cues)
        for slug in ("act", "act-or-thing", "thing-or-act", "thing")
    )
    return re.compile(
        r"\s*(?:(?:\w+ly|further|also|then|now|always|better|together|and|,)\s+)*"
        rf"(?:(?P<thing>{any_of(thing)})(?!\w)|(?:(?P<act>{any_of(act)})"
        rf"|(?P<or_thing>{any_of(both)})|(?P<thing_or_act>{any_of(thing_or_act)})"
        rf"|(?P<doing>{_gerunds(act)}|(?P<doing_thing>{_gerunds(both | thing_or_act)})))"
        r"(?![\w’'-]),?\s+(?=\S))",
        re.IGNORECASE,
    )


def _gerunds(verbs: Iterable[str]) -> str:
    """Return the pattern of "improving", "embedding" for "improve", "embed"."""
    stems = any_of(each.removesuffix("e") for each in verbs if " " not in each)
    return rf"{stems}[bdgmnpt]?ing"


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    words = vocabulary().concept("asking", "opening").cues
    return re.compile(rf"(?:{any_of(words)}|\w+ly)\b", re.IGNORECASE)
