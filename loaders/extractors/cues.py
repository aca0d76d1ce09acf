"""Grammars whose words are those of the vocabulary, compiled when they are first asked for.

To teach the program another word one edits ``ontology/vocabulary/*.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ontology.matching import Pieces, any_of
from ontology.vocabulary import vocabulary

CONCEPT = re.compile(r"<<(?:(?P<scheme>[a-z-]+)/)?(?P<slug>[a-z-]+)(?P<names>[+~])?>>")
BEGINS = re.compile(rf"\\b(?:{CONCEPT.pattern}|(?P<word>[a-z]{{4,}}))(?![a-z?*{{|])")
BETWEEN = re.compile(r"[\s'’]")  # signs that a text may print otherwise
DEFAULT_SCHEME = "asking"


@cache
def cued(grammar: str) -> re.Pattern[str]:
    """Return ``grammar`` as a pattern that ignores case and holds the words of the vocabulary.

    ``<<heading/next-steps>>`` is any hidden label of that concept, ``<<act>>`` any of asking/act,
    ``<<naming/title+>>`` any label at all, ``<<part/agrees~>>`` any alternative one.  A blank in
    a label stands for a line's end too, and either apostrophe for both.
    """
    return re.compile(CONCEPT.sub(_words, grammar), re.IGNORECASE)


def may_hold(text: str, grammar: str) -> bool:
    """Tell whether ``cued(grammar)`` may find anything in ``text``.

    Where a grammar begins with a word, or with words of the vocabulary, these are looked for, all
    at once; the pattern of what is never there is never compiled.  Such a grammar must have no
    choice ("|") but within brackets.
    """
    begins = _words_needed(grammar)
    return begins is None or begins.are_in(text.lower())


@cache
def _words_needed(grammar: str) -> Pieces | None:
    begins = BEGINS.match(grammar)
    if begins is not None and begins["word"]:
        return Pieces((begins["word"],))
    words = longest_words(_phrases(begins)) if begins else ()
    return Pieces(words) if words and "" not in words else None


def longest_words(phrases: Iterable[str]) -> list[str]:
    """Return the longest word of each phrase, in lower case, of which a text must hold one."""
    return sorted({max(BETWEEN.split(each.rstrip("*").lower()), key=len) for each in phrases})


def _phrases(found: re.Match[str]) -> tuple[str, ...]:
    concept = vocabulary().concept(found["scheme"] or DEFAULT_SCHEME, found["slug"])
    if found["names"] == "~":
        return concept.alternatives
    return (*concept.names, *concept.cues) if found["names"] else concept.cues


def _words(found: re.Match[str]) -> str:
    words = any_of(_phrases(found))
    return words.replace("[- ]", r"[-\s]").replace("’", "'").replace("'", "[’']")
