"""Whose statement an article reports: an overseer's, or that of an officer or politician.

Words are the vocabulary's ("attribution"); here is only the grammar around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.extractors.flows import Flow
from loaders.extractors.sentences import sentence_flows
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

SCHEME = "attribution"
OPENING_MARKS = "“‘\"'"
_SAID_BEFORE = r"(?:[”\"]|[,.?!][’'])\s*,?\s*[^.“”\"]{0,60}"
_PERSON = r"(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})"
_OPEN = re.compile(rf"^[{OPENING_MARKS}]")
_MARKED = re.compile(r"“[^”]*(?:”|$)|‘[^’]*(?:’|$)|\"[^\"]*(?:\"|$)")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """Expressions for what the words of the vocabulary say of a sentence."""

    overseer: re.Pattern[str]
    speech: re.Pattern[str]
    direct: re.Pattern[str]
    speaker: re.Pattern[str]
    hope: re.Pattern[str]
    grade: re.Pattern[str]


def is_of_overseer(sentence: str) -> bool:
    """Tell whether a sentence reports what an overseer found, said or judged."""
    return bool(_grammar().overseer.search(sentence))


def is_speech(sentence: str) -> bool:
    """Tell whether a sentence quotes somebody and says who speaks."""
    return bool(_grammar().speech.search(sentence))


def is_direct_speech(text: str) -> bool:
    """Tell whether a text quotes somebody in direct speech, as news does."""
    return bool(_grammar().direct.search(text))


def is_hoped(sentence: str) -> bool:
    """Tell whether a sentence tells of what is hoped or promised."""
    return bool(_grammar().hope.search(sentence))


def without_grades(sentence: str) -> str:
    """Return a sentence without the grades that it prints: "requires improvement to be good"."""
    return _grammar().grade.sub(" ", sentence)


def apart_from_speakers(paragraphs: Sequence[Flow]) -> Iterator[Flow]:
    """Yield the paragraphs that are not the words of officers or politicians.

    A quotation that follows theirs without a speaker of its own is theirs still.
    """
    theirs = False
    for paragraph in paragraphs:
        text = paragraph.text
        own = any(
            is_speech(each.text) or is_of_overseer(each.text) for each in sentence_flows(paragraph)
        )
        goes_on = theirs and bool(_OPEN.match(text)) and not own
        theirs = goes_on or _is_of_speaker(text)
        if not theirs:
            yield paragraph


def _is_of_speaker(text: str) -> bool:
    grammar = _grammar()
    if grammar.speaker.match(text):
        return True
    said = grammar.speech.search(text)
    return said is not None and not grammar.overseer.search(_MARKED.sub(" ", text))


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    words = {each.slug: any_of(each.cues) for each in vocabulary().scheme(SCHEME)}
    names = [name for each in vocabulary().scheme("grade") for name in each.names]
    found = rf"(?:{words['finding']}|{words['saying']})"
    return _Grammar(
        overseer=re.compile(
            rf"\b{words['overseer']}\b[^.,;:]{{0,40}}\b{found}\b"
            rf"|\b{words['inspector']},(?: {_PERSON},)? {found}\b"
            rf"|\b{found} (?:the |an? )?(?:\w+ ){{0,2}}{words['overseer']}\b"
            rf"|\b{words['judging']}\b[^.;]{{0,80}}\b(?:by|in)\b[^.;]{{0,40}}"
            rf"\b{words['overseer']}\b"
            rf"|\baccording to (?:the |an? )?(?:\w+ ){{0,2}}{words['overseer']}\b"
            rf"|^(?:They|It) (?:also )?{words['finding']}\b",
            re.IGNORECASE,
        ),
        speech=re.compile(
            rf"\b{words['saying']}\b[^.“”\"]{{0,60}}(?::\s*|\s)[“‘\"]"
            rf"|{_SAID_BEFORE}\b{words['saying']}\b|\b{words['saying']}:",
            re.IGNORECASE,
        ),
        direct=re.compile(
            rf"\b{words['speaking']}\b[^.“”\"]{{0,60}}:\s*[“‘\"]"
            rf"|{_SAID_BEFORE}\b{words['speaking']}\b",
            re.IGNORECASE,
        ),
        speaker=re.compile(
            rf"^(?:(?!{words['overseer']}\b)\w+ ){{0,6}}{words['speaker']}\b.*"
            rf"\b{words['saying']}\b",
            re.IGNORECASE,
        ),
        hope=re.compile(rf"\b{words['hoping']}\b", re.IGNORECASE),
        grade=re.compile(rf"[{OPENING_MARKS}]?\b(?:{any_of(names)}|{words['grade']})\b", re.I),
    )
