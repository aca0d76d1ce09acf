"""Plainer wordings of a sentence, for patterns that know only the plain one.

"Plans have also very clearly improved" says what "plans have improved" says.  Left out are adverbs
and adjectives that change nothing of what is told (`trend/in-passing`, `trend/in-praise`; those that
do change it are `trend/telling`), and one of two verbs that "and" joins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.extractors.cues import cued

_IN_PASSING = (
    r"\b(?P<verb>has|have|had|is|are|been|being|not|now|made|become|becoming|remains?) "
    r"(?:(?!<<trend/telling>>\b)(?:<<trend/in-passing>>|\w+ly)\b(?: and(?= \w+ly\b))? )+"
)
_IN_PRAISE = (
    r"\b(?:(?:<<trend/in-praise>>|<<trend/large>>)(?:, (?:and )?| and | ))+(?=<<trend/gained>>\b)"
)
_JOINED = re.compile(
    r"\b(?:has|have|been|being) (?P<first>\w+(?:ed|en|wn|ilt|ade|one)) and "
    r"(?P<second>(?:been )?\w+(?:ed|en|wn|ilt|ade|one))\b",
    re.IGNORECASE,
)


def plainer(sentence: str) -> Iterator[str]:
    """Yield ``sentence`` in plainer words, the fullest first; nothing where it is plain itself."""
    plain = cued(_IN_PRAISE).sub("", cued(_IN_PASSING).sub(r"\g<verb> ", sentence))
    if plain != sentence:
        yield plain
    joined = _JOINED.search(plain)
    if joined:
        for verb in (joined["second"], joined["first"]):
            yield f"{plain[: joined.start('first')]}{verb}{plain[joined.end() :]}"
