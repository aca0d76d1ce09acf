"""Grammars whose words are those of the vocabulary, compiled when they are first asked for.

To teach the program another word one edits ``ontology/vocabulary/*.ttl``.
"""

from __future__ import annotations

import re
from functools import cache

from ontology.matching import any_of
from ontology.vocabulary import vocabulary

CONCEPT = re.compile(r"<<(?:(?P<scheme>[a-z-]+)/)?(?P<slug>[a-z-]+)(?P<names>\+)?>>")
DEFAULT_SCHEME = "asking"


@cache
def cued(grammar: str) -> re.Pattern[str]:
    """Return ``grammar`` as a pattern that ignores case and holds the words of the vocabulary.

    ``<<heading/strengths>>`` is any hidden label of that concept, ``<<act>>`` any of asking/act,
    ``<<naming/title+>>`` any label at all.  A blank in a label stands for a line's end too, and
    either apostrophe for both.
    """
    return re.compile(CONCEPT.sub(_words, grammar), re.IGNORECASE)


def _words(found: re.Match[str]) -> str:
    concept = vocabulary().concept(found["scheme"] or DEFAULT_SCHEME, found["slug"])
    words = any_of((*concept.names, *concept.cues) if found["names"] else concept.cues)
    return words.replace("[- ]", r"[-\s]").replace("’", "'").replace("'", "[’']")
