"""Grammars whose words are those of the vocabulary, compiled when they are first asked for.

To teach the program another word one edits ``ontology/vocabulary/*.ttl``.
"""

from __future__ import annotations

import re
from functools import cache

from ontology.matching import any_of
from ontology.vocabulary import vocabulary

CONCEPT = re.compile(r"<<(?:(?P<scheme>[a-z-]+)/)?(?P<slug>[a-z-]+)>>")
DEFAULT_SCHEME = "asking"


@cache
def cued(grammar: str) -> re.Pattern[str]:
    """Return ``grammar`` as a pattern that ignores case and holds the words of the vocabulary.

    ``<<heading/strengths>>`` is any hidden label of that concept, ``<<act>>`` any of asking/act.
    An apostrophe in a label stands for the curly one too.
    """
    return re.compile(CONCEPT.sub(_words, grammar), re.IGNORECASE)


def _words(found: re.Match[str]) -> str:
    concept = vocabulary().concept(found["scheme"] or DEFAULT_SCHEME, found["slug"])
    return any_of(concept.cues).replace("'", "[’']")
