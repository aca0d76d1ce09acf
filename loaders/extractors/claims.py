"""What of a sentence is the report's own claim about the time of the report.

Set aside are sentences on schools and homes that were inspected, what an earlier inspection said
then, what somebody acknowledges, wishes or plans, names of plans and boards, and bare actions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.matching import Pieces

VISIT = r"(?:re-?inspections?|inspections?|revisits?|visits?|judgements?|reviews? by Ofsted|JTAI)"
_OF_OTHERS = re.compile(
    r"^(?:his|her)\b|^(?:these|those|some|most|many|all)?\s*(?:children|young people) have "
    r"improved\b|\b(?:(?<!virtual )schools?|academ(?:y|ies)|homes|home[’']s"
    r"|(?:residential|care|children[’']s) home|settings?|nurser(?:y|ies)|"
    r"colleges?|providers?)\b[^.;]*\b(?:inspections?|judged|rated|graded?)\b"
    r"|\bserious (?:incident|case)\b|\bmost recent (?:Ofsted )?inspections?\b",
    re.IGNORECASE,
)
_SAID_BACK_THEN = re.compile(
    r"\bfollowing (?:the|that) (?:20\d\d )?inspection\b(?!.*\b(?:has|have|is|are|now|remains?)\b)|"
    r"^(?:At|In|During|As a result of|Following(?!.*\b(?:deteriorated|declined|worsened)\b)) "
    r"(?!.*\b(?:has|(?<!to )have) (?:\w+ )?been\b)"
    rf"(?:the|its|their|that|an?) [^,]*?\b{VISIT}\b"
    r"[^,]*,"
    r"(?:[^,]{4,60},)?(?!.*\b(?:has|(?<!to )have|is|are|remains?|continues?|now|since)\b)"
    rf"|^(?:The|An?) (?:[\w’'()-]+ ){{0,8}}{VISIT}\b[^,]{{0,90}}?\b(?:noted|found|identified|"
    r"highlighted|concluded|reported|raised|judged|recommended|made)\b"
    r"(?!.*\b(?:has|have|is|are|remains?|continues?|now)\b)",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"(?:^|[.:] )(?:In )?an? (?:\w+ )?(?:local authority|authority|LSCB|board) "
    r"(?:that (?:is|requires)|where)\b",
    re.IGNORECASE,
)
_WISHED = (  # goes on to the end of the clause, or to what has or has not come of it
    r"(?:(?! and (?:they|the|this|there|it|these|leaders|managers)\b"
    r"| (?:has|have) (?:not|yet|now|led|resulted|stalled|slipped|drifted)\b"
    r"| and an? (?:\w+ )?(?:reduction|increase|improvement|decline)\b)[^,.;])*"
)
_UNREAL = re.compile(
    rf"\b(?:should|could(?! (?:\w+ly )?see\b)|would|must|will|(?-i:may)|might|cannot)\b{_WISHED}"
    r"|\b(?:(?<!the )need|aim|plan|intend|hope|expect|want|seek|wish|commit|determin|"
    rf"ambitio|aspir)\w* (?:on |in )?to (?!date)(?-i:(?=[a-z])){_WISHED}"
    rf"|\bin (?:order|place) to\b{_WISHED}|(?<!need )\bto ensure\b{_WISHED}",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\bif\b[^,.;]*", re.IGNORECASE)
_OWNED_UP = re.compile(
    r"\b(?<!Inspectors )(?<!been )(?<!improvement )(?<!improvements )(?<!self-)"
    r"(?:acknowledge|recognise|accept|aware(?!ness)|realise)(?!\w* by\b)\w*\b"
    r"(?:(?! but\b| although\b| however\b| and (?:has|have)\b)[^,.;])*",
    re.IGNORECASE,
)
# what is set aside, with words of which each holds one
_SET_ASIDE = (
    (Pieces(("if ", "if,")), _CONDITION),
    (Pieces(("acknowledge", "recognise", "accept", "aware", "realise")), _OWNED_UP),
    (
        Pieces(
            (
                *("should", "could", "would", "must", "will", "may", "might", "cannot", "need"),
                *("aim", "plan", "intend", "hope", "expect", "want", "seek", "wish", "commit"),
                *("determin", "ambitio", "aspir", "in order to", "in place to", "to ensure"),
            )
        ),
        _UNREAL,
    ),
)
_NAMES = re.compile(
    r"\b(?:areas?|actions?|recommendations?|plans?|targets?) (?:for|of|that need(?:ed)?|requiring)"
    r" (?:further )?(?:improvement|development)s?\b"
    r"|\b(?:service |continuous |school )?improvement[- ](?:plan\w*|boards?|programme|partners?|"
    r"journey|work|advis[eo]rs?|activit\w+|agenda|strateg\w+|notices?|actions?|priorit\w+)\b",
    re.IGNORECASE,
)
_ACTION_ONLY = re.compile(
    r"\b(?:increas|(?<!not )reduc(?!tion in (?:the )?(?:overall )?quality)|decreas|doubl|halv"
    r"|fallen)\w*\b"
    r"|\b(?:re-?launch|refresh|introduc|establish|recruit|appoint)(?:ed|ing|ment)?\b"
    r"|\bnow (?:have|has|manage|referred)\b|\bhelping\b|\bright things\b|\bpositive steps\b"
    r"|\bin some cases\b|\b(?:appropriate|immediate|urgent) action\b"
    r"|\b(?:requires?|requiring) improvement\b(?= to be good)",
    re.IGNORECASE,
)
_NO_RESULT = re.compile(
    r"\b(?:too|very) (?:early|recent|soon|new) (?:to|for)\b"
    r"|\bnot (?:yet )?(?:led to|had (?:an|the|any|sufficient|enough) (?:\w+ )?impact)\b"
    r"|\b(?:are|is) very recent\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?<!inspectors )(?:report|reports|reported|told|tell|say|says|said|describe[sd]?|feel|felt|"
    r"believe[sd]?|consider(?:ed)? that|of the view"
    r"|(?:(?:local authority|council|trust)(?:[’']s)?|unpublished|unvalidated) (?:\w+ )?data)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:numbers?|rates?|proportions?|percentages?|use) of [^,;.]{0,90}"
    r"\b(?:has|have|had) (?:\w+ )?(?:declined|weakened|been maintained|remained)\b",
    re.IGNORECASE,
)


def defines_grades(text: str) -> bool:
    """Tell whether a paragraph says what a grade means, in any authority, and finds nothing."""
    return bool(_DEFINES.search(text))


@lru_cache(maxsize=64)  # asked several times of one sentence
def is_of_now(sentence: str) -> bool:
    """Tell whether ``sentence`` speaks of the service, and not only of what was said back then."""
    return not (_OF_OTHERS.search(sentence) or _SAID_BACK_THEN.search(sentence))


def is_of_others(sentence: str) -> bool:
    """Tell whether ``sentence`` is about schools, homes or people that were judged themselves."""
    return bool(_OF_OTHERS.search(sentence))


def is_told_by_others(sentence: str) -> bool:
    """Tell whether ``sentence`` reports what others say."""
    return bool(_TOLD.search(sentence))


def is_without_result(sentence: str) -> bool:
    """Tell whether ``sentence`` says that it is too early, or only counts what there is."""
    return bool(_NO_RESULT.search(sentence) or _COUNTED.search(sentence))


def has_no_result(sentence: str) -> bool:
    """Tell whether ``sentence`` says that something has had no result so far."""
    return bool(_NO_RESULT.search(sentence))


@lru_cache(maxsize=64)
def without_wishes(sentence: str) -> str:
    """Return ``sentence`` without what is acknowledged, wished, planned or made a condition."""
    small = sentence.lower()
    for words, pattern in _SET_ASIDE:  # plain words are looked for first, they cost next to nothing
        if words.are_in(small):
            sentence = pattern.sub(" ", sentence)
    return sentence


def claimed(sentence: str) -> str:
    """Return ``sentence`` without wishes, names and actions that say nothing of their result."""
    return _ACTION_ONLY.sub(" ", _NAMES.sub(" ", without_wishes(sentence)))
