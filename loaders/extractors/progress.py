"""What a sentence says has become of something: better, worse, done, not enough.

A small grammar of official English over one sentence at a time.  Clauses that only recall an
earlier judgement ("which was judged inadequate") are set aside first; then good news, bad news
and their mixture decide.  A sentence that speaks of no change gives None.
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued
from loaders.extractors.readings import tells, without

_RECALLED = re.compile(
    r",?\s*\b(?:when|which|that|where|who)\s+(?:\w+\s+){0,4}?(?:was|were|had been|is|are)?\s*"
    r"(?:judged|rated|graded|identified|highlighted|found|criticised|recognised)\b"
    r"(?!\s+(?:that|accurately))[^,.;]*",
    re.IGNORECASE,
)


_OPEN_QUESTION = re.compile(r"\bwhether\b[^,.;]*", re.IGNORECASE)
_DENIED = (
    r"\b(?:not|never|nor) (?!the case\b)(?:<<trend/barely>> )*"
    r"(?:(?:resulted in|led to|ensured|secured|brought|achieved|demonstrated|shown|seen"
    r"|delivered|translated into|made) [^,.;]*|\w+)"
    r"|\bif they are to be\b[^.]*|\bwhether\b[^.]*"
)
_TURN = re.compile(
    r"\b(?:but|however|although|while|whilst|though|albeit|despite|yet)\b", re.IGNORECASE
)
_CONTRAST = re.compile(
    r"\b(?:but|however|although|while|whilst|though|albeit|despite)\b", re.IGNORECASE
)
_ANCHOR = re.compile(
    r"\b(?:since|at|from|in|during|following|by|of|than) (?:the time of )?(?:the|its|their"
    r"|our|that|"
    r"Ofsted[’']s|these)?\s*(?:\w+ ){0,4}?(?:inspections?|monitoring visits?|focused visits?|"
    r"focussed visits?|judgement|visit)\b"
    r"|\bsince the (?:safeguarding|child protection|children looked after)\b[^.]{0,50}inspection"
    r"|\b(?:previous|last|earlier|prior) (?:\w+ ){0,4}(?:inspection|visit|judgement)s?\b"
    r"|\binspections? (?:in|of) (?:\w+ )?20\d\d\b|\b20\d\d inspection\b|\bno longer inadequate\b"
    r"|\b(?:those|these) (?:earlier )?improvements\b",
    re.IGNORECASE,
)


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
    if kept and not _leads_to_improvement(text):
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


def is_only_meant(text: str) -> bool:
    """Tell whether what ``text`` calls improved is still wanted, planned or being made."""
    return tells("reading/only-meant", text)


def is_mere_measure(text: str) -> bool:
    """Tell whether ``text`` says only what is done about something, or how it was till now."""
    return tells("reading/measure", text)


def without_recalled(sentence: str) -> str:
    """Return ``sentence`` without clauses that recall an earlier judgement, or leave it open."""
    return _RECALLED.sub("", _OPEN_QUESTION.sub("", sentence))


def _is_better(text: str) -> bool:
    """Tell whether words of improvement stand in ``text`` that nothing denies."""
    return tells("sign/improved", _without_negations(text))


def recalls_inspection(sentence: str) -> bool:
    """Tell whether ``sentence`` compares with an earlier inspection or visit."""
    return bool(_ANCHOR.search(sentence))


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
    slow = re.search(r"\b(?:progress|pace)\b[^.;,]{0,60}\b(?:slow|erratic)", text, re.IGNORECASE)
    denied = re.search(
        r"\bnot (?:made|improved) (?:sufficient|enough)|not improved suff|pace of \w+ has not", text
    )
    if denied or (slow and not re.search(r"\bsome progress\b", text)):
        return "insufficient-progress"
    both = _TURN.search(text) or (tells("sign/some-progress", text) and _is_better(text))
    return "some-progress" if both else "insufficient-progress"


def _leads_to_improvement(text: str) -> bool:
    return bool(re.search(r"\b(?:improved outcomes|resulted in improved)\b", text))
