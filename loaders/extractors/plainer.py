"""Plainer wordings of a sentence, for patterns that know only the plain one.

"At the same time, plans, in particular those of care leavers, have also made very clear strides"
says what "plans have made improvements" says.  Left out is what changes nothing of what is told:
openings, insertions, adverbs and adjectives in passing, and one of two verbs that "and" joins.
Words are put for others that tell the same.  All these are the vocabulary's (`plain-words.ttl`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loaders.extractors.comparing import comparison_in
from loaders.extractors.cues import cued
from loaders.extractors.since_when import says_since_when
from ontology.matching import Pieces, any_of
from ontology.vocabulary import vocabulary

_OPENING = (
    r"^(?:(?:<<plain/opens>>|<<plain/opens-with>>\b[^,;.]{3,60}), )?(?:<<plain/finds>> )?(?=\w)"
)
_INSERTED = r", (?:<<plain/inserts>>)\b[^,;.]{3,90}, (?=(?:has|have|is|are)\b)"
_EVERYWHERE = re.compile(
    r" (?:across|throughout|within) (?:the|all|most|many|every)\b[^,;.]{3,40}?"
    r" (?=(?:has|have|is|are)\b)"
)
_BY_THEN = re.compile(  # "was strengthened", "had improved"
    r"\b(?P<verb>had|was|were) (?=(?:\w+ly |also )*(?:been )?"
    r"\w+(?:ed|en|wn|ilt|ade|one|ecome)\b)"
)
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_JOINED = re.compile(
    r"\b(?:has|have|been|being) (?P<first>\w+(?:ed|en|wn|ilt|ade|one)) and "
    r"(?P<second>(?:been )?\w+(?:ed|en|wn|ilt|ade|one))\b",
    re.IGNORECASE,
)


def plainer(sentence: str) -> Iterator[str]:
    """Yield ``sentence`` in plainer words, the fullest first; nothing where it is plain itself."""
    bare = _without_passing(sentence)
    if bare != sentence:
        yield bare
    plain = _without_praise(bare)
    if has_other_words(plain):
        plain = _for_others().sub(lambda found: _plain_words()[found.group().lower()], plain)
    if plain != bare:
        yield plain
    joined = _JOINED.search(plain)
    if joined:
        for verb in (joined["second"], joined["first"]):
            yield f"{plain[: joined.start('first')]}{verb}{plain[joined.end() :]}"
    if _BY_THEN.search(bare) and _tells_until_now(sentence):
        yield _BY_THEN.sub(_until_now, bare)


def has_other_words(sentence: str) -> bool:
    """Tell whether ``sentence`` has words for which plainer ones can be put."""
    return _others().are_in(sentence.lower())


def _tells_until_now(sentence: str) -> bool:
    """Tell whether what ``sentence`` says in the past tense is what has become of it by now."""
    if cued(r"^(?:<<plain/opens>>, )?<<plain/found-then>> ").search(sentence):
        return comparison_in(sentence) is None or bool(_SINCE.search(sentence))
    return says_since_when(sentence) or bool(_SINCE.search(sentence) and comparison_in(sentence))


def _until_now(past: re.Match[str]) -> str:
    return "has " if past["verb"].lower() == "had" else "has been "


def _without_passing(sentence: str) -> str:
    """Return ``sentence`` without its opening, insertions, and adverbs in passing."""
    bare = _opening().sub("", sentence)
    if ", " in bare:
        bare = _inserted().sub(" ", bare)
    return _without_adverbs(_EVERYWHERE.sub(" ", bare))


def _without_adverbs(sentence: str) -> str:
    """Leave out adverbs in passing after a verb, an article or the like, and "and" between two."""
    if not _passing().search(sentence):
        return sentence
    kept: list[str] = []
    left_out = False
    words = sentence.split(" ")
    for word, following in zip(words, (*words[1:], ""), strict=True):
        if left_out and word == "and" and _is_in_passing(following):
            continue
        left_out = (left_out or (bool(kept) and kept[-1].lower() in _words("before-passing"))) and (
            _is_in_passing(word)
        )
        if not left_out:
            kept.append(word)
    return " ".join(kept)


def _is_in_passing(word: str) -> bool:
    small = word.lower()
    return small not in _words("telling") and (
        small.endswith("ly") or small in _words("in-passing")
    )


def _without_praise(sentence: str) -> str:
    """Leave out adjectives that only praise or weigh what has been gained, or found wrong."""
    if not _nouns_weighed().are_in(sentence.lower()):
        return sentence
    kept: list[str] = []
    for word in sentence.split(" "):
        bare = _bare(word)
        if bare in _words("gained"):
            _drop(kept, _praise())
        elif bare in _words("found-wrong"):
            _drop(kept, _weight())
        kept.append(word)
    return " ".join(kept)


def _drop(kept: list[str], adjectives: frozenset[str]) -> None:
    """Take ``adjectives``, and what joins them, off the end of ``kept``."""
    dropped = False
    while kept and _is_one_of(adjectives, kept[-1]):
        kept.pop()
        dropped = True
        if len(kept) > 1 and kept[-1] == "and" and _weighs(adjectives, kept[-2]):
            kept.pop()
    if dropped and kept:
        kept[-1] = kept[-1].rstrip(",")


def _weighs(adjectives: frozenset[str], word: str) -> bool:
    return _is_one_of(adjectives, word) or _bare(word) in _words("telling")


def _is_one_of(adjectives: frozenset[str], word: str) -> bool:
    bare = _bare(word)
    return bare in adjectives and bare not in _words("telling")


def _bare(word: str) -> str:
    """Return ``word`` as the vocabulary writes it, without the marks after it."""
    return word.lower().replace("-", " ").rstrip(",.;:")


@cache
def _words(slug: str) -> frozenset[str]:
    return frozenset(vocabulary().concept("plain", slug).cues)


@cache
def _praise() -> frozenset[str]:
    """Return the adjectives that only praise or weigh; "large" ones are trends' own too."""
    return _words("in-praise") | frozenset(vocabulary().concept("trend", "large").cues)


@cache
def _weight() -> frozenset[str]:
    """Return the adjectives that only weigh what is wrong."""
    return _words("in-weight") | frozenset(vocabulary().concept("trend", "large").cues)


@cache
def _passing() -> re.Pattern[str]:
    """Return the pattern of an adverb in passing where one may stand; most sentences have none."""
    before, passing = any_of(_words("before-passing")), any_of(_words("in-passing"))
    return re.compile(rf"(?<!\S){before} (?:\S+ly|{passing})(?!\S)", re.IGNORECASE)


@cache
def _nouns_weighed() -> Pieces:
    """Return the nouns before which adjectives only weigh."""
    return Pieces(_words("gained") | _words("found-wrong"))


@cache
def _opening() -> re.Pattern[str]:
    return cued(_OPENING)


@cache
def _inserted() -> re.Pattern[str]:
    return cued(_INSERTED)


@cache
def _plain_words() -> dict[str, str]:
    """Return the plain word for each of the others."""
    concepts = vocabulary().scheme("plain-word")
    return {cue: concept.label for concept in concepts for cue in concept.cues}


@cache
def _for_others() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_plain_words())}\b", re.IGNORECASE)


@cache
def _others() -> Pieces:
    return Pieces(_plain_words())
