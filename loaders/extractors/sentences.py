"""Sentences of running text.  Knows the abbreviations of official English, no language model."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from loaders.extractors.cues import cued
from loaders.extractors.flows import Flow

# last: where a list stood after a colon, what its item goes on with is a sentence of its own; an
# ellipsis may stand for the list.
# The one set of signs at the head lets the search pass over all other letters.
_END = re.compile(
    r"[.!?\d\s](?:"
    r"(?:(?<=[.!?])[\"'”’)\]]*|(?<=[.!?])(?<!\d.)[\"'”’)\]]*\d{1,2}"
    r"|(?<=[a-z]{4}\d)(?=\s+[A-Z][a-z]))\s+(?=[\"'“‘(\[]?[A-Z0-9£])"
    r"|(?<=\)\.)(?=[A-Z][a-z]+ [a-z])"
    r"|(?<=[a-z]{3}\s)\s*(?=The [a-z])"
    r"|(?<=[a-z]{3}:\s)\s*(?=[A-Z][^.:;]{2,70}?\s(?:should|must)\s(?:also|then|in addition)\b)"
    r"|(?<=:\s)…\s+(?=[A-Z]))"
)  # a footnote's number may follow the stop, or stand for it and be gone
_ABBREVIATION = r"(?:^|[\s(\[“‘\"'])(?-i:<<naming/abbreviation>>|[A-Z])\.$"
_ITEM_NUMBER = re.compile(r"^\(?(?:\d{1,3}|[ivxl]{1,5}|[a-z])[.)]+\s*$")


PARAGRAPHS_KEPT = 1024  # about those of one long report
LONGEST_KEPT = 5_000  # characters


class Sentence(NamedTuple):
    """One sentence of a text and its offsets there."""

    text: str
    start: int
    end: int


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of ``text`` in order, without the blanks between them.

    Several readers ask for those of one paragraph, so what is no longer than one is kept a while.
    """
    return _split_once(text) if len(text) <= LONGEST_KEPT else _split(text)


def _split(text: str) -> tuple[Sentence, ...]:
    sentences: list[Sentence] = []
    start = 0
    for end in _END.finditer(text):
        stop = end.start() + len(end.group().rstrip())
        so_far = text[start:stop]
        if _is_abbreviation(so_far, text[end.end()]) or _ITEM_NUMBER.match(so_far):
            continue
        sentences.append(Sentence(so_far, start, stop))
        start = end.end()
    rest = text[start:].rstrip()
    if rest.strip():
        lead = len(rest) - len(rest.lstrip())
        sentences.append(Sentence(rest.strip(), start + lead, start + len(rest)))
    return tuple(sentences)


_split_once = lru_cache(maxsize=PARAGRAPHS_KEPT)(_split)


def sentence_flows(flow: Flow) -> tuple[Flow, ...]:
    """Return one Flow for each sentence of ``flow``."""
    return tuple(flow.part(sentence.start, sentence.end) for sentence in split_sentences(flow.text))


def _is_abbreviation(text: str, following: str) -> bool:
    """Tell whether the stop at the end of ``text`` belongs to a word, not to a sentence."""
    found = cued(_ABBREVIATION).search(text[-12:])
    if not found:
        return False
    return not (found.group().strip(" (.").lower() == "etc" and following.isupper())
