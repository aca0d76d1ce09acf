"""What a sentence says has become of something; what holds of one child is no such thing.

Words are the vocabulary's ("claim"); here is only the grammar around them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from loaders.extractors.cues import cued
from ontology.vocabulary import vocabulary

_OFFICIALS = r"\b<<claim/official>>\b(?!['’])[^;.]*?\b(?P<pronoun>he|she|his|her|him)\b(?! own\b)"
_OF_ONE = (
    r"\b(?:he|she|(?:his|her)(?! <<claim/of-officials>>\b)|him|my|<<claim/child>> [A-Z]"
    r"|{no_voice}the (?:<<claim/child>>"
    r"(?! <<claim/child-and>>| (?:in|<<claim/child-what>>)\b|[’']s <<claim/childs>>)"
    r"|<<claim/somebody>>)|one <<claim/one-child>>)\b|[‘“\"](?:I|My|We)\b"
)


def is_of_one(sentence: str) -> bool:
    """Tell whether ``sentence`` tells of one child; "her" may be an official's ("the director")."""
    return bool(cued(_of_one()).search(cued(_OFFICIALS).sub(_without_pronoun, sentence)))


@cache
def _of_one() -> str:
    """Return the grammar of what is of one child, and not "the voice of the child"."""
    voices = vocabulary().concept("claim", "voice").cues
    return _OF_ONE.format(no_voice="".join(f"(?<!{voice} of )" for voice in voices))


def _without_pronoun(found: re.Match[str]) -> str:
    return found.group()[: found.start("pronoun") - found.start()]


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a sentence says has become of something, and of what in its own words, if it says.

    ``sought`` is whether the thing, where it is None, may still be named elsewhere in the sentence.
    """

    progress: str
    thing: str | None = None
    sought: bool = field(default=False, compare=False)
