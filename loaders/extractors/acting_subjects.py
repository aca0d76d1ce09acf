"""Who is the subject of a word that asks: "the Council and its partners should".

Rules over the actors that `ActorFinder` finds; no parser.  Somebody is the subject where nothing
but his people, a place, an aside or an adverb stands between him and the word, and a clause begins
with him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.extractors.actor_rows import actors_from
from loaders.extractors.actors import FoundActor
from loaders.extractors.carried_on import OPENING
from loaders.extractors.cues import cued
from loaders.extractors.groups import leads
from loaders.records import Actor

AFTER_SUBJECT = (
    r"(?:(?:[’']s?)?\s+<<its-people>>)?"
    r"(?:\s+(?:across|in|within)\s+(?:the\s+)?(?:local\s+)?(?:<<whole-area>>|(?-i:[A-Z][\w-]+)))?"
    r"(?:\s*(?:\([^)]*\)|,[^,;]{0,90},|,?\s*(?:is|are)\s+(?:the\s+)?principal\s+authority"
    r"|<<knows>>(?:\s+that)?\s+(?:they|it)"
    r"|and|it|they|will|also|now|therefore|together|collectively|jointly|both|\w+ly))*\s*,?\s*"
)
ASIDE_BEFORE = r",\s*<<aside>>\b[^,]*,\s*$"
LEADERS_INCLUDING = r"^\W*(?:[\w’]+\s+){0,3}<<all-of-them>>,?\s+including\s+"
LEADERS_OF = (
    r"(?:senior\s+|strategic\s+|local\s+|area\s+)?<<head>>\s+"
    r"(?:at|of|in|from|within|across|for)\s+(?:both\s+|the\s+)*$"
)
SECTOR = r"(?:health|education|housing|(?:social\s+)?care)"  # no body, but may stand in a row
SECTORS_BEFORE = re.compile(rf"\W*(?:{SECTOR}(?:,\s*|,?\s+and\s+)?)+\s*", re.IGNORECASE)
WITHIN = re.compile(
    r"\s+(?:within|in|across|at|of)\s+"
    r"(?:(?:the\s+)?(?:[\w’'&-]+\s+){1,4}?(?:services?|teams?)"
    rf"|{SECTOR}(?:(?:,\s*{SECTOR})*\s+and\s+{SECTOR})?)\b"
)  # "leaders within the learning service", "in education, health and care"
OF_WHOM = re.compile(r"(?:[’']s?)?\s+")
JOINED = re.compile(
    r"\s*(?:,|&|and|or|,\s*and|as\s+well\s+as|with)\s*"
    rf"(?:{SECTOR}(?:,|,?\s+and)\s+)*(?:(?:the|its|their|all|other|our|area[’']s)\s+)*(?:{SECTOR}\s+)?",
    re.IGNORECASE,
)
OF_A_PLACE = re.compile(r"\W*[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*[’']s?\s+$")  # "Exampleshire’s leaders"
PERSON_BEFORE = re.compile(r"\b[A-Z][\w’'-]+\s+[A-Z][\w’'-]+,\s*(?:the\s+)?$")


def acting_subject(text: str, end: int, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return the actors that are the subject of a modal which begins at ``end``."""
    included = _included(text, end, found)
    if included:
        return included
    aside = cued(ASIDE_BEFORE).search(text, 0, end)
    end = aside.start() if aside else end
    before = [each for each in found if each.end <= end]
    within = before and leads(before[-1].actor) and WITHIN.match(text, before[-1].end, end)
    after = within.end() if within else before[-1].end if before else end
    if not before or not cued(AFTER_SUBJECT).fullmatch(text, after, end):
        return ()
    row = [before.pop()]
    if before and leads(row[0].actor) and OF_WHOM.fullmatch(text, before[-1].end, row[0].start):
        row[0] = before.pop()  # "the Council's leaders should": the Council should
    while before and JOINED.fullmatch(text, before[-1].end, row[0].start):
        row.insert(0, before.pop())
        if before and leads(row[0].actor) and OF_WHOM.fullmatch(text, before[-1].end, row[0].start):
            row[0] = before.pop()
    start = row[0].start
    of_leaders = cued(LEADERS_OF).search(text, 0, start)
    if of_leaders:
        start = of_leaders.start()
    if before and cued(LEADERS_OF).fullmatch(text, before[-1].start, start):
        start = before[-1].start
    return tuple(each.actor for each in row) if _opens_clause(text, start) else ()


def _included(text: str, end: int, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return the bodies of "Leaders, including the Council, the Board and …, must"."""
    opening = cued(LEADERS_INCLUDING).search(text, 0, end)
    row = actors_from(text, opening.end(), found) if opening else ()
    row = tuple(each for each in row if each.end <= end)
    if not row or not cued(AFTER_SUBJECT).fullmatch(text, row[-1].end, end):
        return ()
    return tuple(each.actor for each in row)


def _opens_clause(text: str, start: int) -> bool:
    """Whether a clause begins at ``start``: "of the Council" is nobody's subject."""
    before = text[:start]
    if OPENING.fullmatch(before) or PERSON_BEFORE.search(before) or OF_A_PLACE.match(before):
        return True
    if SECTORS_BEFORE.fullmatch(before):
        return True
    return bool(
        re.search(
            r"(?:[,;:.]|\b(?:and|but|that|which|then|also|so|therefore|this|however|determined)\b)\s*"
            r"(?:the\s+|both\s+|all\s+)?$"
            r"|\b(?:where|when|if)\b[^,;:.]*\b(?:is|are|was|were|has|have|had)\s[^,;:.]+\s$",
            before,
            re.I,
        )
    )
