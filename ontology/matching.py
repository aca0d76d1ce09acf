"""Finding labels, aliases and cue phrases of the vocabularies in running text, in one pass.

Matching ignores case, takes hyphens for blanks and curly for straight apostrophes, and keeps to
whole words.  It knows nothing of what the phrases mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

Key = TypeVar("Key")

_SAME_LENGTH = {
    **dict.fromkeys("\u2018\u2019\u201b`\u00b4", "'"),
    **dict.fromkeys("-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufffe", " "),
    **dict.fromkeys("\t\n\r\f\v\u00a0\u2009\u202f", " "),
}
_ASCII = {printed: plain for printed, plain in _SAME_LENGTH.items() if printed.isascii()}


def fold(text: str) -> str:
    """Return ``text`` in lower case with plain apostrophes and blanks, of the same length."""
    folded = text
    signs = _ASCII if text.isascii() else _SAME_LENGTH
    for printed, plain in signs.items():  # str.translate takes twenty times as long
        folded = folded.replace(printed, plain)
    lower = folded.lower()
    if len(lower) == len(folded):
        return lower
    return "".join(low if len(low := char.lower()) == 1 else char for char in folded)


def any_of(phrases: Iterable[str]) -> str:
    """Return a regular expression for any of ``phrases``, where one is part of a grammar.

    As in a matcher a blank stands for a hyphen too and a final ``*`` for the rest of a word; the
    case and the ends of words are the grammar's.  Phrases that begin alike share their first word,
    which makes the expression shorter to compile and quicker to search.
    """
    beginning: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        first, _, rest = phrase.partition(" ")
        beginning.setdefault(first, []).append(rest)
    words = sorted(beginning, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_begun(word, beginning[word]) for word in words)})"


def _begun(word: str, rests: list[str]) -> str:
    """Return the expression of phrases that begin with ``word``; an empty rest: the word alone."""
    further = "|".join(_part(each) for each in rests if each)
    if not further:
        return _part(word)
    return f"{_part(word)}(?:[- ](?:{further})){'?' * ('' in rests)}"


def _part(words: str) -> str:
    return re.escape(words.rstrip("*")).replace(r"\ ", "[- ]") + r"\w*" * words.endswith("*")


@dataclass(frozen=True, slots=True)
class Match(Generic[Key]):
    """A phrase found: ``text[start:end]``, and what the phrase stands for."""

    start: int
    end: int
    key: Key


class Matcher(Generic[Key]):
    """Finds many phrases at once: leftmost-longest, case-insensitive, whole words.

    ``phrases`` are pairs of phrase and what it stands for; of two equal phrases the first wins.
    A phrase that ends in ``*`` also matches longer words (``supervis*``: "supervision").
    """

    def __init__(self, phrases: Iterable[tuple[str, Key]]) -> None:
        entries: dict[str, tuple[Key, bool]] = {}  # phrase: what it stands for, open-ended
        for phrase, key in phrases:
            open_ended = phrase.endswith("*")
            folded = " ".join(fold(phrase.rstrip("*")).split())
            for form in {folded, folded.replace("'", "")} - {""}:
                entries.setdefault(form, (key, open_ended))
        self._entries = list(entries.values())
        self._automaton = AhoCorasick(list(entries)) if entries else None

    def find_all(self, text: str) -> tuple[Match[Key], ...]:
        """Return every phrase found, overlapping ones too, by place, the longest first."""
        if self._automaton is None:
            return ()
        folded = fold(text)
        found: list[tuple[int, int, bool, Match[Key]]] = []
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            key, open_ended = self._entries[index]
            if _in_word(folded, start) or (not open_ended and _in_word(folded, end)):
                continue
            while open_ended and end < len(folded) and folded[end].isalnum():
                end += 1
            found.append((start, -end, open_ended, Match(start, end, key)))
        if not found:
            return ()
        return tuple(match for *_, match in sorted(found, key=lambda each: each[:3]))

    def find(self, text: str) -> tuple[Match[Key], ...]:
        """Return the phrases found, leftmost and longest first, none overlapping another."""
        chosen: list[Match[Key]] = []
        for match in self.find_all(text):
            if not chosen or match.start >= chosen[-1].end:
                chosen.append(match)
        return tuple(chosen)


class Pieces:
    """Pieces of words, looked for as they stand, all at once: a hundred cost what three do.

    They tell which texts hold none of those without which a costly pattern cannot match.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._automaton = AhoCorasick(list(pieces))

    def are_in(self, text: str) -> bool:
        """Tell whether any of them stands in ``text``, in these very letters."""
        return bool(self._automaton.find_matches_as_indexes(text))


class KeyedPieces(Generic[Key]):
    """Pieces of words, looked for as they stand, all at once, each with the keys that need it."""

    def __init__(self, pairs: Iterable[tuple[str, Key]]) -> None:
        keys: dict[str, set[Key]] = {}
        for piece, key in pairs:
            keys.setdefault(piece, set()).add(key)
        self._keys = tuple(keys.values())
        self._automaton = AhoCorasick(list(keys))

    def found_in(self, text: str) -> set[Key]:
        """Return the keys of the pieces that stand in ``text``, in these very letters."""
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        return set().union(*(self._keys[index] for index in {each[0] for each in found}))


def _in_word(text: str, place: int) -> bool:
    """Whether a word runs on over ``place``."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
