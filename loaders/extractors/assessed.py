"""What a sentence says has become of something; what holds of one child is no such thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from loaders.extractors.cues import cued

_OFFICIALS = r"\b<<claim/official>>\b(?!['’])[^;.]*?\b(?P<pronoun>he|she|his|her|him)\b(?! own\b)"
_OF_ONE = re.compile(
    r"\b(?:he|she|(?:his|her)(?! (?:leadership|senior|management|new)\b)|him|my|child [A-Z]"
    r"|(?<!voice of )(?<!voices of )(?<!views of )(?<!needs of )(?<!experience of )"
    r"(?<!perspective of )(?<!wishes of )"
    r"the (?:child(?! or young| and family| (?:sexual|protection|death|criminal|exploitation|in)\b"
    r"|[’']s (?:voice|lived|allocated|social work|plan|needs|views|wishes"
    r"|experience|journey|record|perspective|file|permanen))|boy|girl|mother"
    r"|father|young person)"
    r"|one (?:child|young person|family))\b|[‘“\"](?:I|My|We)\b",
    re.IGNORECASE,
)


def is_of_one(sentence: str) -> bool:
    """Tell whether ``sentence`` tells of one child; "her" may be an official's ("the director")."""
    return bool(_OF_ONE.search(cued(_OFFICIALS).sub(_without_pronoun, sentence)))


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
