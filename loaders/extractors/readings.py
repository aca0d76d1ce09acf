"""What a sentence tells by patterns of words, which the vocabulary holds for each kind of it.

The kinds are the concepts of the schemes "sign" (with its hints), "reading" and "claim".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from loaders.extractors.trend_forms import phrases_of
from loaders.extractors.word_patterns import Found, WordPattern, WordPatterns
from ontology.matching import Pieces, fold
from ontology.vocabulary import vocabulary

_KIND_OF = {"sign": "sign", "hint": "sign", "reading": "reading", "claim": "claim"}


def tells(kind: str, text: str) -> bool:
    """Tell whether a pattern of ``kind`` ("reading/too-early") is found in ``text``."""
    return first_told(kind, text) is not None


def first_told(kind: str, text: str) -> Found | None:
    """Return the first that a pattern of ``kind`` finds in ``text``, if any."""
    return next(_found(kind, text), None)


def without(kind: str, text: str) -> str:
    """Return ``text`` without what tells of ``kind``."""
    for found in reversed(tuple(_found(kind, text))):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def _found(kind: str, text: str) -> Iterator[Found]:
    needed, pattern = _patterns()[kind]
    if needed and not needed.are_in(fold(text)):  # far cheaper than to read every word
        return iter(())
    return pattern.finditer(text)


@cache
def _patterns() -> dict[str, tuple[Pieces | None, WordPattern]]:
    """Return the pattern of each kind, with words of which a text must hold one.

    The hints of a progress are of the kind of its sign.
    """
    phrases: dict[str, list[str]] = defaultdict(list)
    for scheme, kind in _KIND_OF.items():
        for concept in vocabulary().scheme(scheme):
            phrases[f"{kind}/{concept.slug}"] += [*concept.cues, *concept.values("pattern")]
    joined = {kind: "|".join(each) for kind, each in phrases.items()}
    common = vocabulary().concept("trend", "common").cues
    read = WordPatterns(joined.values(), phrases_of, common)
    patterns = {kind: read.pattern(pattern) for kind, pattern in joined.items()}
    return {
        kind: (Pieces(pattern.needs) if pattern.needs else None, pattern)
        for kind, pattern in patterns.items()
    }
