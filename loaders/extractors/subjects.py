"""What a sentence is about: the noun phrase that has fared well or badly, in its own words."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.extractors.cues import cued
from ontology.matching import fold
from ontology.vocabulary import vocabulary

SHORTEST, LONGEST = 3, 160  # characters of a subject
_SUBJECT_ENDS = re.compile(
    r"\s+(?:has|have|had|is|are|was|were|continues?|remains?|does|do|did|can|will|should|still"
    r"|demonstrates?|receives?|means?|needs?|occurs?)\b(?<!\bin need)"
    r"|,|;|\s+(?:since|at the time)\b"
)
_RELATIVE_BEFORE = re.compile(r"\b(?:who|which|that|where|whose)$")
_OPENING = re.compile(
    r"^(?:\w+ly|however|in (?:addition|particular|contrast|turn)|furthermore|moreover|as yet|"
    r"as a result|for (?:example|instance)|overall|despite [^,]+|at this [^,]+|"
    r"(?:since|following|in addition to|through|by \w+ing|at the time|over the|in the last|during)"
    r" [^,]+"
    r"(?:, (?:when|where|which|who) [^,]+)?),\s*"
    r"|^(?:in|over|during) the (?:past|last) (?:\w+ )?(?:months?|years?|weeks)\b,?\s*",
    re.IGNORECASE,
)
_IN_SOME = re.compile(r"^in (?:some|many|most|several) areas, such as (?:for |in )?", re.IGNORECASE)
_CONCEDES = re.compile(r"^(?:although|while|whilst|though) ", re.IGNORECASE)
_REPORTED = r"^(?:[\w’' ]{3,60} )?<<attribution/telling>> that\s+"
_THERE_IS = re.compile(
    r"^there (?:has|have|had|is|are|was|were)(?: also)?(?: been)? (?:an? )?", re.I
)
_ABOUT = r"^(?:(?:the|and|of|for|to|most|all|<<thing/of-an-area>>) )*(?=\S)"
_OUTCOMES = re.compile(r"(?:the )?outcomes (?:for|of) (?:\w+ )?children(?: and .*)?", re.IGNORECASE)
_PLACE = re.compile(r"\s+in (?:the )?[A-Z][\w’' -]*$")


def subject_of(sentence: str) -> str:
    """Return the words of ``sentence`` that say what it is about: its first noun phrase."""
    text = _opened(sentence)
    subject = text[: _end_of_subject(text)].strip(' .,;“”"')
    return subject if SHORTEST <= len(subject) < LONGEST else text[:120].rstrip(" .,;")


def _opened(sentence: str) -> str:
    """Return ``sentence`` from its first noun phrase on."""
    text, before = sentence.lstrip("“\"‘'"), ""
    while text != before:
        before, text = text, _OPENING.sub("", text)
    text = _CONCEDES.sub("", _IN_SOME.sub("", text))
    return _THERE_IS.sub("", cued(_REPORTED).sub("", text))


def _end_of_subject(text: str) -> int:
    """Return where the subject ends: at the main verb, past that of a relative clause."""
    for end in _SUBJECT_ENDS.finditer(text):
        if not _RELATIVE_BEFORE.search(text[: end.start()]):
            return end.start()
    return len(text)


def judgement_area(area: str) -> str | None:
    """Return the slug of the judgement area that the words name: "services for care leavers".

    Outcomes for children are not the overall judgement on the services for them.
    """
    bare = _PLACE.sub("", area)
    if _OUTCOMES.fullmatch(bare.strip()):
        return None
    return _areas().get(_spelled(bare)) or _areas().get(
        _spelled(cued(_ABOUT).sub("", bare.lower()))
    )


def _spelled(words: str) -> str:
    return " ".join(fold(words).split()).removeprefix("the ")


@lru_cache(maxsize=1)
def _areas() -> dict[str, str]:
    return {
        _spelled(name): area.slug
        for area in vocabulary().scheme("area")
        for name in (*area.names, *area.cues)
    }
