"""What somebody is said to need, where the need is a noun: "recognised the need for scrutiny".

The noun is a verb's: a need for "improvement of the plans" is to improve the plans, one for
"increased oversight" to increase oversight.  A thing without a verb ("a joint approach") is
needed, but nothing is said to be done; then there is no action.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extractors.actions import infinitive, verb_phrase, whole_clause
from loaders.extractors.cues import cued
from ontology.matching import any_of
from ontology.vocabulary import Concept, vocabulary

_GROWN = r"\s*(?P<grown><<grown>>)(?=\s+[a-z])"
_SOMETHING_TO_BE = re.compile(r"\s*(?!(?:an?|the)\s)(?:[\w’'-]+\s+){1,3}?to\s+(?:have|be)\s")
_OF = re.compile(r"\s+(?:(?:of|in)\s+|to\s+(?=(?:the|an?|its|their|all|this|these|how)\b))")
_EFFORT_ENDS = re.compile(
    r"(?P<noun>[\w’'-]+)(?=$|\s+(?:with|on|in|to|across|between|from|around|within|by)\b)"
)
_EFFORT_TO = r"\s*(?P<what>(?:(?!to\b)[\w’'-]+\s+){0,3}(?:<<do>>|<<take>>))(?=\s+(?:to|on)\b)"
_NO_ADVERB = re.compile(r"(?:y|ic|le|ed|ing|er)$")


def action_needed(after: str) -> str | None:
    """Return what a need for what ``after`` names asks to be done, None where it has no verb."""
    return grown(after) or _done(after) or _made(after) or _said_outright(after)


def grown(words: str) -> str | None:
    """Return "increase capacity" of "Increased capacity"; None where there is to be no more."""
    found = cued(_GROWN).match(words)
    verb = infinitive(found["grown"]) if found else None
    return verb_phrase(f"{verb}{words[found.end() :]}") if found and verb else None


def _done(after: str) -> str | None:
    """Read "improvement and explicit scrutiny of it": improve and explicitly scrutinise it."""
    found = _nouns_of_verbs().match(after)
    if found is None:
        return None
    verbs = [_verb(found["how"], found["noun"])]
    verbs += [_verb(found["how2"], found["noun2"])] if found["noun2"] else []
    if None in verbs:
        return None
    of = _OF.match(after, found.end())
    matter = after[of.end() :] if of else after[found.end() :].lstrip()
    return verb_phrase(f"{' and '.join(map(str, verbs))} {matter}") if matter else None


def _verb(how: str | None, noun: str) -> str | None:
    """Return "explicitly scrutinise" of "explicit scrutiny"; None where there is no such adverb."""
    concept = named("wanting", noun.lower())
    verb = concept.label if concept else noun
    if how is None or how == "further":
        return f"{how} {verb}" if how else verb
    return None if _NO_ADVERB.search(how) else f"{how}ly {verb}"


def _made(after: str) -> str | None:
    """Read "swift action to reduce delay": take swift action to reduce delay."""
    effort = cued(_EFFORT_TO).match(after)
    verb = effort_verb(effort["what"]) if effort else None
    return verb_phrase(f"{verb} {after.strip()}") if verb else None


def _said_outright(after: str) -> str | None:
    """Read "audits now to have a greater focus": as the sentence has it."""
    return whole_clause(after) if _SOMETHING_TO_BE.match(after) else None


def adverb_of(more: str) -> str:
    """Return "further" or "significantly" for the words of a quantity."""
    if more in ("", "further"):
        return more
    return "further" if more in ("more", "additional") else f"{more.split()[-1]}ly"


def named(broader: str, noun: str) -> Concept | None:
    """Return the entry below ``broader`` that has this noun: "improvement" below "wanting"."""
    for concept in vocabulary().scheme("asking"):
        if broader in concept.broader and noun in concept.cues:
            return concept
    return None


def effort_verb(words: str) -> str | None:
    """Return the verb that goes with "further work with schools", "more"; None for other things."""
    for noun in _EFFORT_ENDS.finditer(words):
        concept = named("effort", noun["noun"].lower())
        if concept:
            return concept.label
    return None


@lru_cache(maxsize=1)
def _nouns_of_verbs() -> re.Pattern[str]:
    nouns = any_of(
        cue
        for each in vocabulary().scheme("asking")
        if "wanting" in each.broader
        for cue in each.cues
    )
    return re.compile(
        rf"\s*(?:an?\s+)?(?:(?P<how>[a-z]+)\s+)?(?P<noun>{nouns})"
        rf"(?:\s+and\s+(?:(?P<how2>[a-z]+)\s+)?(?P<noun2>{nouns}))?(?=\s)",
        re.IGNORECASE,
    )
