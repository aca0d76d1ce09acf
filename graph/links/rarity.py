"""How rare issues and words are among recommendations: counted once, in `frequencies.txt`.

Frozen counts, not those of the documents at hand: so the likeness of two items depends on them
alone, the same in any order of loading, and one more document changes no link of others.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

WHOLE = 255
"""The length of a vector: weights are whole numbers, whose sums do not depend on order."""

UNCOUNTED_WORD = 1.5  # a word that the table lacks stood in at most two of the items counted
UNCOUNTED_ISSUE = 9.0  # an issue that is new in the vocabulary is as frequent as most are


@dataclass(frozen=True, slots=True)
class Frequencies:
    """In how many of ``items`` each issue and each stem stands."""

    items: int
    issues: Mapping[str, int]
    words: Mapping[str, int]

    def issue_weight(self, issue: str) -> float:
        """Return the weight of an issue: the logarithm of how few bear it, about 2 to 6."""
        return math.log((1 + self.items) / (1 + self.issues.get(issue, UNCOUNTED_ISSUE)))

    def word_weight(self, word: str) -> float:
        """Return the weight of a stem: near 0 where all have it.

        The inverse document frequency of Manning, Raghavan and Schütze, Introduction to
        Information Retrieval, 6.2.1, smoothed.
        """
        return max(0.0, math.log((1 + self.items) / (0.5 + self.words.get(word, UNCOUNTED_WORD))))

    def vector(self, words: Iterable[str], without: Collection[str] = ()) -> dict[str, int]:
        """Return the words with tf-idf weights in whole numbers, together of length `WHOLE`."""
        raw = {
            word: (1 + math.log(times)) * self.word_weight(word)
            for word, times in Counter(words).items()
            if word not in without
        }
        length = math.sqrt(math.fsum(weight * weight for weight in raw.values()))
        scaled = ((word, round(WHOLE * weight / length)) for word, weight in raw.items() if length)
        return {word: weight for word, weight in scaled if weight}


@lru_cache(maxsize=1)
def frequencies() -> Frequencies:
    """Return the reference counts."""
    lines = (files("graph.links") / "frequencies.txt").read_text(encoding="utf-8").splitlines()
    counts: dict[str, dict[str, int]] = {"items": {}, "issue": {}, "word": {}}
    for line in lines:
        if line and not line.startswith("#"):
            kind, name, count = line.split()
            counts[kind][name] = int(count)
    return Frequencies(counts["items"]["counted"], counts["issue"], counts["word"])


def cosine(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Return the cosine of two vectors of length `WHOLE`: 0 for nothing shared, 1 for the same."""
    shared = one.keys() & other.keys()
    return min(1.0, sum(one[word] * other[word] for word in shared) / (WHOLE * WHOLE))
