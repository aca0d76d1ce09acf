"""What part the other actors of a sentence have: who agrees, supports, oversees, hears of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from loaders.extractors.actors import FoundActor
from loaders.records import Actor

PartPlayed = Literal["agreed_by", "supported_by", "overseen_by", "consults", "reports_to", "acts"]

_ADVERBS = r"(?:\s+(?:\w+ly|also|now|then|closely|together|jointly))*"
_CUES: tuple[tuple[PartPlayed, str], ...] = (
    ("agreed_by", r"\b(?:agreed|approved|endorsed|signed\s+off)\s+(?:by|with)\b"),
    ("agreed_by", r"\bto\s+agree,?\s+with\b|^agree,?\s+with\b|\bin\s+agreement\s+with\b"),
    ("agreed_by", r"\b(?:agreement|approval|endorsement|consent)\s+(?:of|by|from)\b"),
    (
        "supported_by",
        r"\bsupported\s+by\b|\bwith\s+(?:the\s+)?(?:support|help|assistance)"
        r"(?:,?\s+(?:as|where)\s+(?:appropriate|necessary),?)?\s+(?:of|from)\b"
        r"|\bjoint\s+(?:[\w-]+\s+){0,3}work(?:ing)?\s+with\b",
    ),
    ("supported_by", rf"\b(?:working|work|works){_ADVERBS}\s+with\b"),
    (
        "supported_by",
        r"\b(?:in\s+(?:partnership|collaboration|conjunction|co-?operation)|together|jointly)\s+with\b",
    ),
    ("supported_by", r"\bmulti-agency\s+(?:response|statement|plan),?\s+involving\b"),
    ("overseen_by", r"\b(?:overseen|monitored|supervised|scrutinised)\s+by\b"),
    (
        "overseen_by",
        r"\bunder\s+the\s+(?:oversight|supervision|direction)\s+of\b|\boversight\s+(?:by|from)\b",
    ),
    ("consults", r"\b(?:consultation|consulting)\s+with\b|\bconsult(?:s|ing)?(?:\s+with)?\b"),
    ("consults", r"\badvice\s+(?:of|from)\b"),
    (
        "reports_to",
        r"\b(?:report|reports|reported|reporting|presented|submitted|sent|submit|send|present|account)\b[^.;]{0,120}?,?\s+to\b",
    ),
    ("acts", r"\bled\s+by\b"),
)
PATTERNS = tuple((part, re.compile(pattern, re.IGNORECASE)) for part, pattern in _CUES)
WORK_WITH = re.compile(r"\bwork", re.IGNORECASE)
TO_AGREE_AFTER = re.compile(r"\s*(?:to|and|in\s+order\s+to)\s+(?:\w+\s+)?agree\b", re.IGNORECASE)
MAIN_VERB_BEFORE = re.compile(
    r"(?:^|\b(?:must|should|will|to|may|and|,)\s+(?:(?:\w+ly|now|also|then|continue\s+to)\s+)*)$",
    re.IGNORECASE,
)
COMMISSIONED_BEFORE = re.compile(
    r"\b(?:commission|retain|appoint|engage|provide|identify|find|employ)\w*\b[^,.;]*\bto\s+$",
    re.IGNORECASE,
)
REPORTS = re.compile(r"reports?\b", re.IGNORECASE)
OF_REPORTS_BEFORE = re.compile(
    r"\b(?:for|of|in|about|on|from)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE
)  # "the quality of reports to the panel": reports that are made anyway
BETWEEN = re.compile(
    r"\s*(?:,|&|and|or|as\s+well\s+as|including)?\s*(?:,|and)?\s*"
    r"(?:(?:to|with|by|both|the|its|their|our|all|other|relevant|key|from)\s+)*",
    re.IGNORECASE,
)


def parts_played(text: str, found: Sequence[FoundActor]) -> tuple[tuple[PartPlayed, Actor], ...]:
    """Return each actor to whom a sentence gives a part besides acting, in order.

    ``acts`` is one who leads: he acts too.
    """
    if not found:
        return ()
    parts: list[tuple[PartPlayed, Actor]] = []
    for part, pattern in PATTERNS:
        for cue in pattern.finditer(text):
            actors = actors_from(text, cue.end(), found)
            if actors and _counts(text, cue, part, actors[-1].end):
                last = actors[-1].end
                agrees = WORK_WITH.match(cue.group()) and TO_AGREE_AFTER.match(text, last)
                parts += [("agreed_by" if agrees else part, each.actor) for each in actors]
    return tuple(dict.fromkeys(parts))


def _counts(text: str, cue: re.Match[str], part: PartPlayed, end: int) -> bool:
    if part == "supported_by" and WORK_WITH.match(cue.group()):
        before = text[: cue.start()]
        if COMMISSIONED_BEFORE.search(before):
            return False
        joins = cue.group().lower().startswith("working")
        return joins or MAIN_VERB_BEFORE.search(before) is not None
    if part == "reports_to" and REPORTS.match(cue.group()):
        return OF_REPORTS_BEFORE.search(text, 0, cue.start()) is None
    return end > cue.end()


def actors_from(text: str, start: int, found: Sequence[FoundActor]) -> tuple[FoundActor, ...]:
    """Return the actors that stand in a row from ``start``: "the Council, the Trust and …".

    A group that the next names spell out ("our partners Exampleshire Police and …") is left out.
    """
    row: list[FoundActor] = []
    for actor in found:
        if actor.start < start:
            continue
        if not BETWEEN.fullmatch(text, start, actor.start):
            break
        if row and row[-1].actor.body_type == "group" and text[start : actor.start].isspace():
            row.pop()
        row.append(actor)
        start = actor.end
    return tuple(row)
