"""Who is the subject of a word that asks: "the Council and its partners should".

Rules over the actors that `ActorFinder` finds; no parser.  Somebody is the subject where nothing
but his people, a place, an aside or an adverb stands between him and the word, and a clause begins
with him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.extractors.actor_rows import Row, actors_from, up_to_comma
from loaders.extractors.actors import FoundActor
from loaders.extractors.carried_on import OPENING
from loaders.extractors.cues import cued
from loaders.extractors.groups import leads
from loaders.records import Actor

AFTER_SUBJECT = (
    r"(?:(?:[’']s?)?\s+<<its-people>>)?"
    r"(?:\s+(?:across|in|within)\s+(?:the\s+)?(?:local\s+)?(?:<<whole-area>>|(?-i:[A-Z][\w-]+)))?"
    r"(?:\s*(?:\([^)]*\)|,[^,;]{0,90},|,?\s*(?:is|are)\s+(?:the\s+)?<<answers-for-it>>"
    r"|<<knows>>(?:\s+that)?\s+(?:they|it)"
    r"|and|it|they|will|also|now|therefore|together|collectively|jointly|both|\w+ly))*\s*,?\s*"
)
ASIDE_BEFORE = r",\s*<<aside>>\b[^,]*,\s*$"
LEADERS_INCLUDING = r"^\W*(?:[\w’]+\s+){0,3}<<all-of-them>>,?\s+including\s+"
LEADERS_OF = (
    r"(?:senior\s+|strategic\s+|local\s+|area\s+)?<<head>>\s+"
    r"(?:at|of|in|from|within|across|for)\s+(?:both\s+|the\s+)*$"
)
_FIELD = r"(?:(?:social\s+)?care|<<part/field>>)"  # no body, but may stand in a row
FIELDS_BEFORE = rf"\W*(?:{_FIELD}(?:,\s*|,?\s+and\s+)?)+\s*"
WITHIN = (
    r"\s+(?:within|in|across|at|of)\s+"
    r"(?:(?:the\s+)?(?:[\w’'&-]+\s+){1,4}?(?:services?|teams?)"
    rf"|{_FIELD}(?:(?:,\s*{_FIELD})*\s+and\s+{_FIELD})?)\b"
)  # "leaders within the learning service", "in education, health and care"
WHICH_LEADERS = re.compile(r"(?:\b(?:senior|strategic|local|area)\s+)+$", re.IGNORECASE)
OF_WHOM = re.compile(r"(?:[’']s?)?\s+")
JOINED = (
    r"\s*(?:,|&|and|or|,\s*and|as\s+well\s+as|with)\s*"
    rf"(?:{_FIELD}(?:,|,?\s+and)\s+)*(?:(?:the|its|their|all|other|our|area[’']s)\s+)*"
    rf"(?:{_FIELD}\s+)?"
)
OF_A_PLACE = re.compile(
    r"\W*[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*[’']s?\s+(?:(?:two|three)\s+)?$"
)  # "Exampleshire’s leaders"
CLAUSE_BEGINS = re.compile(
    r"(?:[,;:.]|\b(?:and|but|that|which|then|also|so|therefore|this|however|determined)\b)\s*"
    r"(?:the\s+|both\s+|all\s+|each\s+|every\s+)?$"
    r"|\b(?:where|when|if)\b[^,;:.]*\b(?:is|are|was|were|has|have|had)\s[^,;:.]+\s$",
    re.IGNORECASE,
)
OPENS_WITH_TIME = (  # "Each quarter the Chair", "Before the first visit the service"
    r"^\W*(?:(?:each|every)\s+(?:\w+\s+)?<<period>>|<<opens-with-time>>\s+[^,;:.]{2,60})"
    r"(?<!\bof)(?<!\bby)(?<!\bto)(?<!\bin)(?<!\bfor)(?<!\bfrom)(?<!\bwith)(?<!\band)\s+(?:the\s+)?$"
)
PARTNERS_FIRST = (
    r"\W*(?:(?:together|jointly|working(?:\s+\w+ly)?)\s+)?(?:with|alongside|supported\s+by"
    r"|with\s+(?:the\s+)?<<part/help>>\s+(?:of|from)|<<part/supports~>>"
    r"|(?:in\s+)?<<part/is-consulted~>>)\s+"
    r"(?:<<part/which-of-them>>\s+)*"
)
CONJUNCTION = re.compile(r"&|\b(?:and|or|as\s+well\s+as|with)\b", re.IGNORECASE)
OPENING_PHRASE = re.compile(
    r"\W*(?:in|under|following|after|before|within|with|by|from|if|where|when|during|at|on|as"
    r"|through|despite|given|to|for|once|while|although|since|because)\b",
    re.IGNORECASE,
)
PERSON_BEFORE = re.compile(r"\b[A-Z][\w’'-]+\s+[A-Z][\w’'-]+,\s*(?:the\s+)?$")


def acting_subject(text: str, end: int, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return the actors that are the subject of a modal which begins at ``end``."""
    return tuple(each.actor for each in subject_row(text, end, found))


def subject_row(text: str, end: int, found: Sequence[FoundActor]) -> Row:
    """Return them with the places where they stand."""
    included = _included(text, end, found)
    if included:
        return included
    aside = cued(ASIDE_BEFORE).search(text, 0, end)
    end = aside.start() if aside else end
    before = [each for each in found if each.end <= end]
    within = before and leads(before[-1].actor) and cued(WITHIN).match(text, before[-1].end, end)
    after = within.end() if within else before[-1].end if before else end
    if not before or not cued(AFTER_SUBJECT).fullmatch(text, after, end):
        return ()
    row = [_of_whom(text, before)]
    while before and cued(JOINED).fullmatch(text, before[-1].end, row[0].start):
        row.insert(0, _of_whom(text, before))
    row = _after_opening(text, _after_partners(text, row))
    start = row[0].start
    which = WHICH_LEADERS.search(text, 0, start) if leads(row[0].actor) else None
    start = which.start() if which else start
    of_leaders = cued(LEADERS_OF).search(text, 0, start)
    opens = opens_clause(text, of_leaders.start() if of_leaders else start)
    return tuple(row) if opens else ()


def _after_opening(text: str, row: list[FoundActor]) -> list[FoundActor]:
    """Return who acts in "On the advice of the Commissioner, the Council should": the Council.

    A comma alone joins two only where an "and" joins the last of them, and no opening goes before.
    """
    joins = [text[each.end : other.start] for each, other in pairwise(row)]
    if text.startswith(",", row[-1].end):
        return row  # "leaders, the Partners, need to": the one is the other
    commas = [place for place, join in enumerate(joins) if not CONJUNCTION.search(join)]
    if not commas:
        return row
    opens = OPENING_PHRASE.match(text[: row[0].start])
    if len(commas) == len(joins):
        return row[commas[-1] + 1 :]
    return row[commas[0] + 1 :] if opens else row


def _after_partners(text: str, row: list[FoundActor]) -> list[FoundActor]:
    """Return who acts in "With support from the Trust, the Council should": the Council."""
    if not cued(PARTNERS_FIRST).fullmatch(text[: row[0].start]):
        return row
    partners = up_to_comma(text, row)
    return row[len(partners) :] or row


def _of_whom(text: str, before: list[FoundActor]) -> FoundActor:
    """Take the last of ``before``: of "the Council's leaders" the Council, whose leaders act."""
    last = before.pop()
    if before and leads(last.actor) and OF_WHOM.fullmatch(text, before[-1].end, last.start):
        return before.pop()
    return last


def _included(text: str, end: int, found: Sequence[FoundActor]) -> Row:
    """Return the bodies of "Leaders, including the Council, the Board and …, must"."""
    opening = cued(LEADERS_INCLUDING).search(text, 0, end)
    row = actors_from(text, opening.end(), found) if opening else ()
    row = tuple(each for each in row if each.end <= end)
    if not row or not cued(AFTER_SUBJECT).fullmatch(text, row[-1].end, end):
        return ()
    return row


def opens_clause(text: str, start: int) -> bool:
    """Whether a clause begins at ``start``: "of the Council" is nobody's subject."""
    before = text[:start]
    if cued(OPENS_WITH_TIME).match(before):
        return True
    if OPENING.fullmatch(before) or PERSON_BEFORE.search(before) or OF_A_PLACE.match(before):
        return True
    return bool(cued(FIELDS_BEFORE).fullmatch(before) or CLAUSE_BEGINS.search(before))
