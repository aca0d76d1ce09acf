"""What a sentence says has become of something: better, worse, done, not enough.

A small grammar of official English over one sentence at a time; its words are the vocabulary's
("reading").  Clauses that only recall an earlier judgement ("which was judged inadequate") are set
aside first; then good news, bad news and their mixture decide.  A sentence that speaks of no change
gives None.
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.extractors.readings import first_told, tells, without

_RECALLED = (
    r",?\s*\b(?:when|which|that|where|who)\s+(?:\w+\s+){0,4}?(?:was|were|had been|is|are)?\s*"
    r"<<reading/recalled>>\b(?!\s+(?:that|accurately))[^,.;]*"
)
_OPEN_QUESTION = re.compile(r"\bwhether\b[^,.;]*", re.IGNORECASE)
_DENIED = (
    r"\b(?:not|never|nor) (?!the case\b)(?:<<trend/barely>> )*"
    r"(?:<<reading/attained>> [^,.;]*|\w+)"
    r"|\bif they are to be\b[^.]*|\bwhether\b[^.]*"
)
_TURN = re.compile(
    r"\b(?:but|however|although|while|whilst|though|albeit|despite|yet)\b", re.IGNORECASE
)
_CONTRAST = re.compile(
    r"\b(?:but|however|although|while|whilst|though|albeit|despite)\b", re.IGNORECASE
)
_ANCHOR = (
    r"\b(?:since|at|from|in|during|following|by|of|than) (?:the time of )?(?:the|its|their"
    r"|our|that|Ofsted[’']s|these)?\s*(?:\w+ ){0,4}?<<reading/visit>>\b"
    r"|\bsince the <<reading/inspected>>\b[^.]{0,50}inspection"
    r"|\b(?:previous|last|earlier|prior) (?:\w+ ){0,4}<<reading/earlier-visit>>\b"
    r"|\binspections? (?:in|of) (?:\w+ )?20\d\d\b|\b20\d\d inspection\b"
    r"|\b<<claim/judged-before>>\b"
)
_SLOW_PACE = r"\b<<reading/pace>>\b[^.;,]{0,60}\b<<reading/slow>>"


def progress_of(sentence: str) -> str | None:
    """Return the slug of the progress that ``sentence`` tells of ("improved", …), if any."""
    text = without_recalled(sentence)
    if tells("sign/declined", text):
        return "declined"
    met = tells("sign/met", _without_negations(text))
    bad = tells("sign/insufficient-progress", without("sign/met", text) if met else text)
    if met:
        return "some-progress" if bad else "met"
    good = _is_better(without("reading/too-little", text))
    partly = tells("sign/some-progress", text)
    if bad:
        if tells("reading/some-undone", text) and not _CONTRAST.search(text):
            return "insufficient-progress"
        return _mixed(text) if good or partly else "insufficient-progress"
    kept = tells("sign/maintained", without("reading/pace-kept", text))
    if kept and not tells("reading/leads-to-better", text):
        return "maintained"
    if is_too_early(text) and not good:
        return "cannot-tell"
    if good or partly:
        return "some-progress" if partly else "improved"
    return None


def is_against_others(text: str) -> bool:
    """Tell whether ``text`` compares with other councils or the country, which is no progress."""
    return tells("reading/than-others", text)


def is_too_early(text: str) -> bool:
    """Tell whether ``text`` says that it is too early to tell what comes of something."""
    return tells("reading/too-early", text)


def effect_pending(text: str) -> range:
    """Return where ``text`` says that something was set up whose effect is not seen yet."""
    found = first_told("reading/effect-pending", text)
    return range(found.start, found.end) if found else range(0)


def is_only_meant(text: str) -> bool:
    """Tell whether what ``text`` calls improved is still wanted, planned or being made."""
    return tells("reading/only-meant", text)


def is_mere_measure(text: str) -> bool:
    """Tell whether ``text`` says only what is done about something, or how it was till now."""
    return tells("reading/measure", text)


def without_recalled(sentence: str) -> str:
    """Return ``sentence`` without clauses that recall an earlier judgement, or leave it open."""
    return cued(_RECALLED).sub("", _OPEN_QUESTION.sub("", sentence))


def _is_better(text: str) -> bool:
    """Tell whether words of improvement stand in ``text`` that nothing denies."""
    return tells("sign/improved", _without_negations(text))


def recalls_inspection(sentence: str) -> bool:
    """Tell whether ``sentence`` compares with an earlier inspection or visit."""
    return bool(cued(_ANCHOR).search(sentence))


def summed(values: tuple[str, ...]) -> str | None:
    """Return what several sentences about one thing amount to, the first weighing most.

    The first sentence states the finding and the rest explain it, unless they turn it round: an
    improvement with as many reservations as good news is some progress.
    """
    if not values:
        return None
    first, rest = values[0], values[1:]
    bad = sum(value in ("insufficient-progress", "declined") for value in rest)
    good = sum(value in ("improved", "met", "maintained") for value in rest)
    if first in ("improved", "met", "maintained") and bad > good:
        return "some-progress"
    return first


def _without_negations(text: str) -> str:
    return cued(_DENIED).sub(" ", text)


def _mixed(text: str) -> str:
    """Good news and bad in one sentence: the main clause about progress itself decides."""
    slow = cued(_SLOW_PACE).search(text) and not tells("reading/some-made", text)
    if slow or tells("reading/not-made", text):
        return "insufficient-progress"
    both = _TURN.search(text) or (tells("sign/some-progress", text) and _is_better(text))
    return "some-progress" if both else "insufficient-progress"
