"""Grammars whose words are those of the vocabulary, compiled when they are first asked for.

To teach the program another word one edits ``ontology/vocabulary/*.ttl``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ontology.matching import KeyedPieces, any_of
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


def that_may_hold(text: str, grammars: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of ``grammars`` that may find anything in ``text``, in their order.

    Where a grammar begins with a word, or with words of the vocabulary, these are looked for, those
    of all grammars at once; the pattern of what is never there is never compiled.  Such a grammar
    must have no choice ("|") but within brackets.
    """
    words, always = _needed(grammars)
    held = words.found_in(text.lower())
    return tuple(each for each in grammars if each in always or each in held)


@cache
def _needed(grammars: tuple[str, ...]) -> tuple[KeyedPieces[str], frozenset[str]]:
    """Return the words of which grammars need one, and the grammars that need none of any."""
    needed = {each: _words_needed(each) for each in grammars}
    pairs = ((word, grammar) for grammar, words in needed.items() for word in words)
    return KeyedPieces(pairs), frozenset(each for each, words in needed.items() if not words)


def _words_needed(grammar: str) -> list[str]:
    """Return words of which a text that ``grammar`` finds holds one; none where none must be."""
    begins = BEGINS.match(grammar)
    if begins is not None and begins["word"]:
        return [begins["word"]]
    words = longest_words(_phrases(begins)) if begins else []
    return [] if "" in words else words


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
