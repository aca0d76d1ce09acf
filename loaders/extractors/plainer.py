"""Plainer wordings of a sentence, for patterns that know only the plain one.

"At the same time, plans, in particular those of care leavers, have also made very clear strides"
says what "plans have made improvements" says.  Left out is what changes nothing of what is told:
openings, insertions, adverbs and adjectives in passing, and one of two verbs that "and" joins.
Words are put for others that tell the same.  All these are the vocabulary's (`plain-words.ttl`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.extractors.cues import cued
from ontology.matching import Pieces, any_of
from ontology.vocabulary import vocabulary

_OPENING = r"^(?:<<plain/opens>>, )?(?:<<plain/finds>> )?(?=\w)"
_INSERTED = r", (?:<<plain/inserts>>)\b[^,;.]{3,90}, (?=(?:has|have|is|are)\b)"
_EVERYWHERE = (
    r" (?:across|throughout|within) (?:the|all|most|many|every)\b[^,;.]{3,40}?"
    r" (?=(?:has|have|is|are)\b)"
)
_IN_PASSING = (
    r"\b(?P<verb>has|have|had|is|are|been|being|not|now|made|become|becoming|remains?|an?|the|and"
    r"|with|of|to|in|much|making|achieving|supporting|brought|recently) "
    r"(?:(?!<<plain/telling>>\b)(?:<<plain/in-passing>>|\w+ly)\b(?: and(?= \w+ly\b))? )+"
)
_IN_PRAISE = (
    r"(?P<after>, (?:and )?| and )?\b"
    r"(?:(?!<<plain/telling>>\b)(?:<<plain/in-praise>>|<<trend/large>>)(?:, (?:and )?| and | ))+"
    r"(?=<<plain/gained>>\b)"
)
_JOINED = re.compile(
    r"\b(?:has|have|been|being) (?P<first>\w+(?:ed|en|wn|ilt|ade|one)) and "
    r"(?P<second>(?:been )?\w+(?:ed|en|wn|ilt|ade|one))\b",
    re.IGNORECASE,
)
_NO_WORDS_FOR_OTHERS = ("opens", "finds", "inserts", "in-passing", "telling", "in-praise", "gained")


def plainer(sentence: str) -> Iterator[str]:
    """Yield ``sentence`` in plainer words, the fullest first; nothing where it is plain itself."""
    bare = _without_passing(sentence)
    if bare != sentence:
        yield bare
    plain = bare
    if _pieces("gained").are_in(bare.lower()):
        plain = cued(_IN_PRAISE).sub(lambda found: " " if found["after"] else "", bare)
    if _others().are_in(plain.lower()):
        plain = _for_others().sub(lambda found: _plain_words()[found.group().lower()], plain)
    if plain != bare:
        yield plain
    joined = _JOINED.search(plain)
    if joined:
        for verb in (joined["second"], joined["first"]):
            yield f"{plain[: joined.start('first')]}{verb}{plain[joined.end() :]}"


def _without_passing(sentence: str) -> str:
    """Return ``sentence`` without its opening, insertions, and adverbs in passing."""
    bare = cued(_OPENING).sub("", sentence)
    if ", " in bare:
        bare = cued(_INSERTED).sub(" ", bare)
    bare = cued(_EVERYWHERE).sub(" ", bare)
    if "ly " in bare or _pieces("in-passing").are_in(bare.lower()):
        bare = cued(_IN_PASSING).sub(r"\g<verb> ", bare)
    return bare


@cache
def _pieces(slug: str) -> Pieces:
    """Return the words of a concept, to be looked for first: it costs next to nothing."""
    return Pieces(vocabulary().concept("plain", slug).cues)


@cache
def _others() -> Pieces:
    return Pieces(_plain_words())


@cache
def _plain_words() -> dict[str, str]:
    """Return the plain word for each of the others."""
    concepts = vocabulary().scheme("plain")
    said = (each for each in concepts if each.slug not in _NO_WORDS_FOR_OTHERS)
    return {cue: concept.label for concept in said for cue in concept.cues}


@cache
def _for_others() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_plain_words())}\b", re.IGNORECASE)
