"""Words of a recommendation: the form in which texts are compared, and how rare each word is."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

_REMARKS = re.compile(
    r"\((?:paragraphs?|paras?|enablers?|outcomes?)\b[^)]*\)|\((?:this|these) (?:was|were)[^)]*\)",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc]")
BACKGROUND_SHARE = 50  # of a hundred issues, an item has about two
_SHORTEST_STEM = 4


def normalised(text: str) -> str:
    """Return ``text`` in lower case ASCII words, without remarks such as "(paragraph 19)"."""
    return _NO_WORD.sub(" ", _APOSTROPHES.sub("", _REMARKS.sub(" ", text)).casefold()).strip()


def content_words(text: str) -> tuple[str, ...]:
    """Return the stems of the words of ``text`` that carry meaning, in order, with repeats."""
    words = normalised(text).split()
    idle = _function_words()
    return tuple(_stem(word) for word in words if word not in idle and len(word) > 1)


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    lines = (files("graph.links") / "function_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[:1] != "#" for word in line.split())


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """Return ``word`` without the commonest endings, so that "plans" and "planning" meet."""
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - len(instead):
            if ending == "s" and word.endswith(("ss", "us", "is")):
                return word
            return _without_doubled_letter(word.removesuffix(ending) + instead)
    return word


def _without_doubled_letter(stem: str) -> str:
    doubled = len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiosl"
    return stem[:-1] if doubled else stem.removesuffix("e")


class Rarity:
    """How rare each feature is among many items: ``weight`` is near 0 for one that all have.

    The inverse document frequency of Manning, Raghavan and Schütze, Introduction to Information
    Retrieval, 6.2.1, smoothed.  ``background`` are items taken as seen before, each feature in
    one of `BACKGROUND_SHARE` of them, so that a few documents do not make all features common.
    """

    def __init__(self, items: Iterable[Iterable[str]], background: int = 0) -> None:
        self._frequency: Counter[str] = Counter()
        self._usual = background / BACKGROUND_SHARE
        self._count = background
        for features in items:
            self._frequency.update(set(features))
            self._count += 1

    def weight(self, feature: str) -> float:
        """Return the weight of ``feature``, at least 0."""
        return math.log((1 + self._count) / max(self._frequency[feature] + self._usual, 1))

    def vector(self, features: Iterable[str]) -> dict[str, float]:
        """Return the features with tf-idf weights, of length 1 (empty where none weighs)."""
        raw = {
            feature: (1 + math.log(times)) * self.weight(feature)
            for feature, times in Counter(features).items()
        }
        length = math.sqrt(sum(weight * weight for weight in raw.values()))
        return {feature: weight / length for feature, weight in raw.items()} if length else {}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of length 1: 0 for nothing shared, 1 for the same.

    Summed exactly, so that it does not depend on the order in which a set gives its words.
    """
    return math.fsum(one[feature] * other[feature] for feature in one.keys() & other.keys())
