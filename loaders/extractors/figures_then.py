"""What a figure tells that is set against an earlier one: "71% …, compared with 40% in 2012"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from loaders.extractors.cues import cued
from loaders.extractors.suppositions import is_supposed
from loaders.extractors.trend_worth import burdens_and_gains

_UNIT = r"(?P<unit>%| per cent| days?| weeks?| months?)?"
_FIGURE = r"(?<![\d.,/–-])(?P<figure>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)" + _UNIT + r"(?![\d/–-])"
_DIGITS = re.compile(r"\d\D+\d")
_FIGURES = re.compile(_FIGURE)
_AGAINST = r"\b<<trend/figure-against>>\b"
_EARLIER = r"\b(?:<<trend/figure-earlier>>|(?:19|20)\d\d)\b"
_NO_MEASURE = r"\b(?:<<trend/figure-elsewhere>>|<<trend/figure-target>>)\b"
_TURNED = r"\b<<trend/figure-turned>>\b"
_PREDICATE = r"\b<<trend/figure-verb>>\b"
_DATED = re.compile(r"(?:19|20)\d\d\b|\d+ (?:[a-z]+ (?:19|20)\d\d\b|years?\b|per\b)", re.IGNORECASE)
_WANTED = r"\b<<trend/figure-wanted>>\b"


def figures_compared(sentence: str) -> str | None:
    """Return how that has fared of which ``sentence`` gives a figure and then an earlier one.

    None where the vocabulary's words tell that either is of another place or people, or a target,
    where they are of different units or only supposed, where what is counted is denied ("not on
    time"), or where the vocabulary does not tell whether more of it is better.
    """
    against = cued(_AGAINST).search(sentence) if _DIGITS.search(sentence) else None
    if against is None or cued(_NO_MEASURE).search(sentence):
        return None
    then = next(_figures(sentence, against.end()), None)
    told = sentence[: against.start()]
    now = next((each for each in _figures(told) if then and each["unit"] == then["unit"]), None)
    if now is None or then is None or not cued(_EARLIER).search(sentence, then.end()):
        return None
    first, second = _number(now), _number(then)
    if first == second or is_supposed(told[: now.start()]):
        return None
    worth = _worth(told, now.end())
    if worth is None:
        return None
    return "improved" if (worth == "gains") == (first > second) else "declined"


def _figures(sentence: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Yield the figures from ``start`` on that are neither years nor days of a month."""
    for found in _FIGURES.finditer(sentence, start):
        is_date = not found["unit"] and _DATED.match(sentence, found.start())
        if not is_date:
            yield found


def _worth(told: str, after: int) -> str | None:
    """Return whether more of what is ``told`` is better, by what is said of those counted first."""
    verb = cued(_PREDICATE).search(told, after)
    said = told[verb.start() if verb else after :]
    if cued(_TURNED).search(said):
        return None
    for words in (said, told):
        worths = {each.key for each in burdens_and_gains().find(words)}
        if cued(_WANTED).search(words):
            worths.add("gains")
        if worths:
            return worths.pop() if len(worths) == 1 else None
    return None


def _number(found: re.Match[str]) -> Decimal:
    return Decimal(found["figure"].replace(",", ""))
