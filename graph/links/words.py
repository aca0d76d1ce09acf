"""Words of a recommendation: the form in which texts are compared."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

_REMARKS = re.compile(
    r"\((?:paragraphs?|paras?|enablers?|outcomes?)\b[^)]*\)|\((?:this|these) (?:was|were)[^)]*\)",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['\u2018\u2019\u02bc]")
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
