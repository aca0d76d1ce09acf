"""Grammars of sentences that ask, whose words are those of the vocabulary.

To teach the program another word one edits ``ontology/vocabulary/asking.ttl``.
"""

from __future__ import annotations

import re
from functools import cache

from ontology.matching import any_of
from ontology.vocabulary import vocabulary

CONCEPT = re.compile(r"<<(?P<slug>[a-z-]+)>>")


@cache
def cued(grammar: str) -> re.Pattern[str]:
    """Return ``grammar`` as a pattern in which ``<<act>>`` is any hidden label of asking/act."""
    words = CONCEPT.sub(lambda each: any_of(_cues(each["slug"])), grammar)
    return re.compile(words, re.IGNORECASE)


def _cues(slug: str) -> tuple[str, ...]:
    return vocabulary().concept("asking", slug).cues
