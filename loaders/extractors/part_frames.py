"""What part those have who stand between certain words: "to the Board for approval".

A frame is what stands before a row of actors and what after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from loaders.extractors.actor_rows import Row, rows_of
from loaders.extractors.actors import FoundActor
from loaders.extractors.cues import cued, that_may_hold
from loaders.extractors.row_picks import (
    Whom,
    above,
    beside_the_council,
    bodies,
    no_own_staff,
    not_staff,
    one_of_whom_acts,
    others_than_the_council,
    overseers,
    people,
    services,
    the_first,
    the_others,
    whole_row,
)
from loaders.records import Actor

PartPlayed = Literal["agreed_by", "supported_by", "overseen_by", "consults", "reports_to", "acts"]

_THE = r"(?:<<part/which-of-them>>\s+)*"
_ADVERBS = r"(?:(?:\w+ly|all|both|also|always|then|fully)\s+)*"
_FEW = r"(?:(?!(?:and|or|that|which|who|to|with|by|from)\b)[\w’'-]+\s+)"
_ASKED = r"(?:should|must|will|shall|needs?\s+to|ha(?:s|ve)\s+to|(?:is|are)\s+to)"
ENSURES = rf"\b<<part/ensures>>\s+(?:[^.;]*\band\s+that\s+|that\s+)?{_THE}$"
SO_THAT = rf"\bso\s+that\s+(?:[^.;]*\band\s+(?:that\s+)?)?{_THE}$"


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of those ``whom`` picks of a row between two grammars of `cued`.

    ``asks``: only where the sentence begins with a verb that asks.
    """

    part: PartPlayed
    before: str
    after: str = ""
    whom: Whom = whole_row
    asks: bool = False


_A_FEW = r"(?:(?!(?:that|which|who|to|by|from)\b)[\w’'-]+,?\s+)"
_AND_ONE = r"(?:\s+and\s+\w+)?"
_AND_MORE = r"(?:(?:,\s*|\s+and\s+)[\w’'-]+(?:\s+[\w’'-]+){0,2}){0,3}?"
_IN_BRACKETS = r"(?:\s*\([^)]*\))?"
_WHOM = rf"(?:(?:<<part/in-a-row>>|<<part/field>>)(?:,\s*|\s+and\s+))*{_THE}$"
_OF_WHOM = rf"\s+(?:of|from)\s+{_WHOM}"
_TO_WHOM = rf"\bto\s+{_THE}$"
_AGREED_BETWEEN = rf"\bagreed\s+(?:\w+ly\s+)?between\s+{_THE}$"
_AGREE_WITH = (
    r"(?:(?:^\W*|\b(?:must|should|will|shall|to|and)\s+(?:(?:\w+ly|each|all|both|also)\s+)?)agree"
    r"|\bagreement\s+(?:of|on|about))"
    rf"\s+{_FEW}{{1,6}}with\s+{_THE}$"
)
_AGREES = (
    rf"\s+{_ADVERBS}(?:understand,?\s+and\s+)?(?:\w+ly\s+)?<<part/agreeing>>\b"
    r"(?![^,.;]*\bwith\b)"  # not "managers agree goals with staff"
)
_IS_TOLD = r"\s+(?:is|are)\s+(?:\w+ly\s+)*<<part/told>>\b"
_MUST_BE_TOLD = rf"\s+{_ASKED}\s+(?:also\s+)?be\s+(?:\w+ly\s+)*<<part/told>>\b"
_GETS_A_REPORT = (
    rf"\s+(?:{_ASKED}\s+)?(?:\w+ly\s+)?<<part/receives>>\s+(?:[\w’'-]+\s+){{0,5}}<<part/reports>>\b"
)
_WITH_A_REPORT = r"\s+with\s+(?:(?!(?:on|about|in|for)\b)[\w’'-]+\s+){0,5}<<part/reports>>\b"
_A_REPORT = rf"\s+{_FEW}{{0,3}}<<part/reports>>\b(?!\s+writing\b)"
_AT_WHICH_TIME = (
    r"(?:,[^,;.]{1,60},|\s+(?:\w+ly|at\s+once|(?:with)?in\s+\w+\s+\w+|as\s+(?:\w+\s+){1,3}|(?:every|each)\s+\w+"
    r"|in\s+writing|by\s+[^,;.]{1,20}?))*"
)
_ASKS_IT = r"(?:^\W*|\b(?:must|should|will|shall|to|and)\s+(?:\w+ly\s+|also\s+)?)"
_PAPER = (
    r"\s+(?!in\s+place\b)(?:[\w’'-]+\s+){0,5}?<<part/papers>>"
    r"(?:(?!\b(?:that|which|who|and|for)\b)[^.,;]){0,80}?(?<!ing)"
)
_OF_A_PAPER = r"\b<<part/papers>>\b(?:(?!\b(?:that|which|who|and)\b)[^.,;]){0,80}?"
_GAP = r"(?=\s*(?:[.,;)]|$)|\s+(?:before|after|in|by|for|at|on|beforehand|first|and)\b)"
_THAT = r"\b(?<!note\s)(?<!says\s)(?:that|which|whom)\s+"
_NO_CLAUSE = r"(?=\s*(?:[.,;:)]|$)|\s+(?:by|in|on|at|for|and|each|every|before|within|as)\b)"
_S_HELP = (
    r"[’']s?\s+(?:<<part/full-part>>\s+)?<<part/help>>"
    r"(?=\s*(?:[.,;)]|$)|\s+(?:and|to|where|when|as)\b)"
)
_SIGNED_OFF = r"sign(?:s|ed)?\s+(?:it|them|this|(?:the\s+)?[\w’'-]+)\s+off"
_THEIR_VIEWS = r"(?:their|its|his|her)\s+(?:<<part/views>>|<<part/for-comment>>)\b"
_NO_TALE_OF_HOW = r"^(?!.*\b<<part/tells-how>>\b[^.;]*\b(?:how|whether)\b)"
_BEFORE_GOING_TO = rf"\bbefore\s+(?:they|it|(?:the\s+)?<<part/reports>>)\s+goe?s?\s+to\s+{_THE}$"
_SHARED_WITH = (
    r"^(?!.*\b(?:<<part/held-in-common>>|<<part/practice-information>>)\b).*\b(?:be|is|are)\s+"
    rf"(?:[\w’'-]+(?:,|,?\s+and)?\s+){{0,5}}?shared(?:\s+\w+ly)*\s+(?:with|across)\s+{_THE}$"
)
_CONSULTED = rf"\s+(?:(?:{_ASKED}\s+)?be|is|are)\s+(?:(?:\w+ly|always|first|better)\s+)*consulted\b"
_INVOLVES = rf"\b<<part/involves>>(?:\s+(?:\w+ly\s+)*with)?\s+{_WHOM}"
_IN_MAKING = rf"{_AND_MORE}\s+(?:\w+ly\s+)?in\s+(?:the\s+)?(?:\w+ing|<<part/making>>)\b"
_IN_PLANNING = rf"\s+in\s+{_THE}(?:[\w’'-]+,?\s+(?:and\s+)?){{0,3}}?<<part/making>>\b"
_VIEWS = rf"\b<<part/views>>{_AND_ONE}"
_ARE_HEEDED = (
    rf"\s+(?:(?:(?:{_ASKED}\s+)?be|(?:is|are)(?:\s+to\s+be)?)\s+(?:\w+ly\s+)*<<part/heeded>>"
    r"|(?:\w+ly\s+)?<<part/shapes>>|<<part/contributes>>\s+(?:\w+ly\s+)?to)\b"
)
_ENGAGES_WITH = rf"\bengag(?:e|ing)\s+(?:\w+ly\s+)?with\s+{_WHOM}"
_OVERSIGHT = r"(?:<<part/overseeing>>|<<part/challenging>>)"
_OVERSIGHT_BY = (
    rf"\b{_OVERSIGHT}(?:\s+and\s+(?:\w+\s+)?{_OVERSIGHT})?\s+of\s+"
    rf"{_A_FEW}{{1,8}}?(?:by|from)\s+{_THE}$"
)
_S_OVERSIGHT = rf"[’']s?{_IN_BRACKETS}\s+(?:\w+\s+)?{_OVERSIGHT}\b"
_NOT_INCLUDING = r"^(?!.*\bincluding\s+(?:the\s+)?$)"  # there it is what is spoken of
_HAS_HEARD = rf"\bto\s+(?:\w+ly\s+)?<<part/has-heard>>\s+(?:\w+ly\s+)?{_WHOM}"
_NO_MORE = r"\s*(?:[.;]|$|\b(?:before|prior\s+to)\b)"
_IN_MEETINGS = rf"{_AND_MORE}\s+in\s+{_THE}(?:[\w’'-]+\s+){{0,3}}?<<part/gatherings>>\b"
_THROUGH_JOINT_WORK = rf"\bthrough\s+{_FEW}{{0,2}}<<part/linking>>\s+(?:of|by|with)\s+{_THE}$"
_LINKS_WITH = rf"\b<<part/linking>>\s+with\s+{_THE}$"
_ARE_NEEDED = r"\s+(?:is|are)\s+(?:\w+ly\s+)?(?:needed|required)\b"
_TAKES_PART = (
    rf"\s+(?:\w+\s+(?:\w+\s+)?\w+\s+and\s+)?{_ADVERBS}"
    rf"(?:<<part/takes-part>>|(?:is|are)\s+{_ADVERBS}<<part/made-part>>)\b(?!\s+<<part/no-part>>\b)"
)
_TAKING_PART_OF = rf"\b<<part/taking-part>>\s+(?:of|by|from)\s+{_THE}$"
_LOOKS_AT = r"(?:<<part/looks-at>>|<<part/lessens>>)\s+(?:[\w’'-]+\s+){0,4}"
_PART_OF = rf"^(?!.*\b{_LOOKS_AT}{_TAKING_PART_OF}).*(?<!from\s)(?<!from\sthe\s){_TAKING_PART_OF}"
_THAT_OF = rf"\b<<part/taking-part>>\b[^.]*\b(?:that|those)\s+of\s+{_THE}$"
_S_ATTENDANCE = (
    r"(?:[’']s?)?\s+<<part/attendance>>\s+(?:at|in|to|on)\s+"
    r"(?:[\w’'-]+\s+){0,4}?<<part/gatherings>>\b"
)
_MEETINGS_INCLUDE = (
    rf"\b<<part/gatherings>>\s+(?:\w+ly\s+|always\s+)*(?:include|involve)s?\s+{_THE}$"
)
_DUTY_ACROSS = rf"\b<<part/shared-duty>>\s+{_A_FEW}{{0,4}}?(?:across|throughout)\s+{_THE}$"
_OPENS_THROUGH = r"(?:^\W*|(?:,|\b(?:and|or|partners))\s+)through\s+(?:the\s+)?$"
_DOES_SOMETHING = r"\s+(?!(?:is|are|was|were|has|have|know|knows|receives?|understands?)\b)[a-z]+\b"

_OWNS_NOTHING = r"(?![’']s?\s)"  # "agreed with the council's partners" is agreed with these

FRAMES = (
    Frame("agreed_by", _TO_WHOM, r"\s+for\s+(?:\w+\s+){0,2}<<part/for-approval>>\b"),
    Frame("consults", _TO_WHOM, r"\s+for\s+(?:\w+\s+){0,2}<<part/for-comment>>\b"),
    Frame(
        "agreed_by",
        rf"\b<<part/by-consent>>\s+{_THE}$",
        r"[’']s?\s+(?:\w+\s+){0,2}<<part/consent>>\b(?!\s+(?:with|between|of)\b)",
    ),
    Frame("agreed_by", "", r",?\s+whose\s+(?:\w+\s+)?<<part/consent>>\s+(?:is|will\s+be|must)\b"),
    Frame(
        "agreed_by",
        rf"{_THAT}{_THE}$",
        rf"\s+(?:{_ASKED}\s+)(?:\w+ly\s+|first\s+)?<<part/consenting>>{_GAP}",
        above,
    ),
    Frame("agreed_by", rf"{_THAT}{_THE}$", rf"\s+<<part/consenting>>{_GAP}", above),
    Frame(
        "agreed_by",
        rf"\b(?:once|after|until|unless|when)\s+{_THE}$",
        rf"\s+ha(?:s|ve)\s+(?:\w+ly\s+|also\s+)*"
        rf"(?:<<part/agrees>>(?!\s+(?:that|with)\b)|{_SIGNED_OFF}|given\s+{_FEW}{{0,3}}<<part/consent>>)",
        above,
    ),
    Frame(
        "agreed_by",
        rf"\b(?:if|unless|until|once|provided\s+that|as\s+long\s+as)\s+{_THE}$",
        rf"\s+(?:both\s+|all\s+)?(?:<<part/consenting>>|{_SIGNED_OFF})(?!\s+(?:that|with|on|how|to)\b)",
    ),
    Frame(
        "agreed_by",
        rf"\bbefore\s+{_THE}$",
        rf"\s+(?:is|are)\s+(?:asked|invited|due)\s+to\s+(?:<<part/consenting>>|{_SIGNED_OFF})",
        above,
    ),
    Frame(
        "agreed_by",
        rf"{_ASKS_IT}<<part/asks-them>>\s+{_THE}$",
        rf"\s+to\s+(?:<<part/consenting>>|{_SIGNED_OFF})(?!\s+to\b)",
        above,
    ),
    Frame("acts", _AGREED_BETWEEN, whom=the_first),
    Frame("agreed_by", _AGREED_BETWEEN, whom=the_others),
    Frame("agreed_by", ENSURES, _AGREES),
    Frame("agreed_by", _AGREE_WITH, whom=no_own_staff),
    Frame(
        "reports_to", rf"\bkeep(?:s|ing)?\s+{_THE}$", r"\s+(?:\w+ly\s+)?<<part/kept-informed>>\b"
    ),
    Frame("reports_to", "", _MUST_BE_TOLD),
    Frame("reports_to", ENSURES, _IS_TOLD),
    Frame("reports_to", rf"\b<<part/provides>>\s+{_THE}$", _WITH_A_REPORT),
    Frame(
        "reports_to",
        rf"\b<<part/provides>>\s+to\s+{_THE}$",
        r"\s+(?:[\w’'-]+\s+){0,5}<<part/reports>>\b",
    ),
    Frame("reports_to", "", _GETS_A_REPORT),
    Frame("reports_to", rf"\b<<part/provides>>\s+{_THE}$", _A_REPORT, not_staff),
    Frame("reports_to", rf"{_ASKS_IT}<<part/brings>>{_PAPER}\s+(?:to|at)\s+{_THE}$", whom=above),
    Frame(
        "reports_to",
        rf"{_ASKS_IT}<<part/brings>>{_PAPER}\s+before\s+{_THE}$",
        _NO_CLAUSE,
        above,
    ),
    Frame(
        "reports_to",
        rf"{_OF_A_PAPER}\s+be\s+<<part/brought>>\b[^.,;]{{0,60}}?\s+(?:to|before)\s+{_THE}$",
        _NO_CLAUSE,
        above,
    ),
    Frame(
        "reports_to",
        rf"\b<<part/drawn-up>>\s+{_FEW}{{0,5}}<<part/summaries>>\s+"
        rf"(?:(?:on|of|about)\s+{_FEW}{{1,5}})?for\s+{_THE}$",
        _NO_CLAUSE,
        above,
    ),
    Frame(
        "reports_to",
        rf"\b<<part/comes-back>>\s+to\s+{_THE}$",
        rf"{_AT_WHICH_TIME}\s+with\b",
        above,
    ),
    Frame(
        "reports_to",
        rf"{_ASKS_IT}<<part/tells-of>>\s+{_THE}$",
        rf"{_AT_WHICH_TIME}\s+(?:on|of|about|that|whether|how)\b",
        above,
    ),
    Frame(
        "reports_to",
        rf"{_ASKS_IT}<<part/tells-of>>\s+{_THE}$",
        r"\s+(?:\w+ly|(?:every|each)\s+\w+)\s*(?:[.,;]|$)",
        above,
    ),
    Frame("reports_to", rf"{_ASKS_IT}make\s+{_THE}$", r"\s+aware\s+of\b", above),
    Frame(
        "reports_to",
        rf"{_ASKS_IT}make\s+{_FEW}{{0,4}}<<part/papers>>\s+{_FEW}{{0,5}}available\s+to\s+{_THE}$",
        whom=above,
    ),
    Frame(
        "reports_to",
        rf"\b<<part/provides>>\s+to\s+{_THE}$",
        r"\s+(?:such|all|any|the)\s+(?:\w+\s+)?<<part/practice-information>>\b",
        above,
    ),
    Frame(
        "reports_to",
        rf"{_ASKS_IT}<<part/sends>>\s+{_THE}$",
        rf"\s+{_FEW}{{0,3}}<<part/papers>>\b",
        not_staff,
    ),
    Frame("reports_to", rf"{_ASKS_IT}<<part/replies>>\s+to\s+{_THE}$", _NO_CLAUSE, above),
    Frame(
        "reports_to",
        rf"{_OF_A_PAPER}\s+(?:{_ASKED})\s+(?:go|come)\s+to\s+{_THE}$",
        _NO_CLAUSE,
        above,
    ),
    Frame("reports_to", rf"\bbe\s+(?:\w+ly\s+)?raised\s+(?:\w+ly\s+)?with\s+{_THE}$", whom=above),
    Frame("reports_to", rf"{_ASKS_IT}<<part/confirms>>\s+to\s+{_THE}$", whom=not_staff),
    Frame(
        "reports_to", rf"\blet\s+{_THE}$", rf"\s+(?:know\b|have\s+{_FEW}{{0,5}}<<part/papers>>\b)"
    ),
    Frame(
        "reports_to",
        rf"{_ASKS_IT}<<part/shares>>\s+{_FEW}{{0,5}}<<part/practice-information>>"
        rf"(?:\s+(?:on|about|from|of)\s+{_FEW}{{1,5}})?(?:\s+\w+ly)?\s*\bwith\s+{_THE}$",
        whom=above,
    ),
    Frame(
        "reports_to", rf"\b<<part/shares>>\s+with\s+{_THE}$", rf"\s+{_FEW}{{0,3}}<<part/shared>>\b"
    ),
    Frame("reports_to", _BEFORE_GOING_TO),
    Frame("reports_to", _SHARED_WITH),
    Frame("reports_to", rf"\b<<part/raises>>\s+{_A_FEW}{{0,9}}?with\s+{_THE}$", whom=no_own_staff),
    Frame("consults", _NO_TALE_OF_HOW, _CONSULTED),
    Frame(
        "consults",
        rf"(?:^\W*|\b(?:must|should|will|shall|and)\s+(?:\w+ly\s+|also\s+)?)hear\s+from\s+{_THE}$",
    ),
    Frame("consults", _NO_TALE_OF_HOW, rf"\s+{_ASKED}\s+be\s+asked\s+for\s+{_THEIR_VIEWS}"),
    Frame(
        "consults",
        rf"{_NO_TALE_OF_HOW}.*\b<<part/heeds>>\s+{_WHOM}",
        r"[’']s?\s+(?:\w+\s+)?(?:<<part/views>>|<<part/for-comment>>)\b",
        bodies,
    ),
    Frame(
        "consults",
        rf"{_NO_TALE_OF_HOW}.*\b(?:<<part/obtains>>|listen\s+to)\s+{_WHOM}",
        r"[’']s?\s+(?:\w+\s+)?<<part/views>>\b",
    ),
    Frame(
        "consults",
        rf"{_ASKS_IT}take\s+{_THE}$",
        r"[’']s?\s+(?:\w+\s+)?(?:<<part/views>>|<<part/for-comment>>)\s+into\s+account\b",
    ),
    Frame(
        "consults",
        rf"{_ASKS_IT}<<part/asks-them>>\s+{_THE}$",
        r"\s+to\s+(?:\w+ly\s+)?<<part/gives-views>>\b",
    ),
    Frame(
        "consults",
        rf"\bask\s+{_THE}$",
        rf"\s+for\s+{_THEIR_VIEWS}",
    ),
    Frame(
        "consults",
        rf"\b<<part/provides>>\s+{_THE}$",
        r"\s+(?:the|a|an)\s+(?:\w+\s+)?(?:chance|opportunity)\s+to\s+comment\b",
    ),
    Frame("consults", _INVOLVES, _IN_MAKING),
    Frame("consults", rf"\b<<part/taking-part>>{_OF_WHOM}", rf"{_AND_MORE}{_IN_PLANNING}", bodies),
    Frame("consults", rf"\bwith\s+(?:the\s+)?(?:\w+\s+)?participation{_OF_WHOM}", whom=people),
    Frame("consults", _HAS_HEARD, _NO_MORE, people),
    Frame("consults", rf"\b<<part/co-made>>\s+with\s+{_WHOM}", whom=people),
    Frame("consults", _ENGAGES_WITH, rf"{_AND_MORE}\s+to\s+<<part/co-made>>\b", people),
    Frame("consults", rf"{_NO_TALE_OF_HOW}.*\b<<part/heeds>>\s+{_A_FEW}{{0,6}}?{_VIEWS}{_OF_WHOM}"),
    Frame("consults", rf"{_NO_TALE_OF_HOW}.*{_VIEWS}{_OF_WHOM}", rf"{_AND_MORE}{_ARE_HEEDED}"),
    Frame("consults", _NO_TALE_OF_HOW, rf"[’']s?\s+(?:\w+\s+)?{_VIEWS}{_ARE_HEEDED}"),
    Frame(
        "consults",
        _ENGAGES_WITH,
        rf"{_AND_MORE}\s+to\s+<<part/obtains>>\s+their\s+<<part/views>>\b",
    ),
    Frame("consults", rf"\b<<part/discusses>>\s+{_FEW}{{0,5}}?with\s+{_THE}$", whom=no_own_staff),
    Frame("consults", "", rf"[’']s?\s+(?:\w+\s+)?<<part/attendance>>{_IN_PLANNING}"),
    Frame(
        "overseen_by",
        rf"\bunder\s+{_THE}$",
        rf"[’']s?\s+(?:\w+\s+)?(?:{_OVERSIGHT}|<<part/guiding>>)\b",
        overseers,
    ),
    Frame(
        "overseen_by",
        rf"(?:{_THAT}|\bwhose\s+{_FEW}{{1,3}}){_THE}$",
        rf"\s+{_ASKED}\s+(?:\w+ly\s+)?(?:<<part/oversees-it>>|keep\s+under\s+review){_GAP}",
        above,
    ),
    Frame(
        "overseen_by",
        rf"\b(?:an?|each|every|one)\s+(?:[\w’'-]+\s+){{1,4}}who\s+(?:{_ASKED}\s+)?"
        rf"(?:answers?|(?:is|are|be)\s+(?:\w+ly\s+)?<<part/answerable>>)\s+to\s+{_THE}$",
        whom=above,
    ),
    Frame(
        "overseen_by",
        rf"\b{_ASKED}\s+be\s+(?:\w+ly\s+)?<<part/answerable>>\s+to\s+{_THE}$",
        whom=above,
    ),
    Frame("overseen_by", rf"\b{_ASKED}\s+answer\s+to\s+{_THE}$", r"\s*(?:[.,;]|$|\bfor\b)", above),
    Frame("overseen_by", rf"\bwith\s+{_THE}$", r"\s+<<part/being-overseen>>\b", above),
    Frame(
        "overseen_by",
        rf"\b<<part/complies>>\s+(?:any\s+of\s+)?{_THE}$",
        r"[’']s?\s+(?:\w+\s+)?<<part/instructions>>\b",
        above,
    ),
    Frame("overseen_by", _OVERSIGHT_BY, whom=overseers),
    Frame("overseen_by", _NOT_INCLUDING, _S_OVERSIGHT, overseers),
    Frame("overseen_by", ENSURES, rf"\s+{_ADVERBS}<<part/oversees-it>>\b", overseers),
    Frame(
        "overseen_by",
        ENSURES,
        rf"\s+ha(?:s|ve)\s+{_A_FEW}{{0,3}}?<<part/overseeing>>\b",
        overseers,
    ),
    Frame("supported_by", rf"(?:{ENSURES}|{SO_THAT})", _TAKES_PART, no_own_staff),
    Frame("supported_by", rf"^(?!.*\b{_LOOKS_AT}{_THE}$)", _S_ATTENDANCE, no_own_staff),
    Frame("supported_by", rf"\bwith\s+{_THE}$", _S_HELP, no_own_staff),
    Frame(
        "supported_by",
        rf"\bwith\s+{_THE}$",
        r"\s+as\s+(?:[\w’'-]+\s+){0,3}partners?\b",
        no_own_staff,
    ),
    Frame("supported_by", rf",\s+with\s+{_THE}$", r"\s+<<part/lends-help>>\b", no_own_staff),
    Frame("supported_by", rf"\b<<part/co-made>>\s+{_FEW}{{1,6}}with\s+{_WHOM}", whom=no_own_staff),
    Frame("supported_by", _MEETINGS_INCLUDE, whom=no_own_staff),
    Frame("supported_by", _INVOLVES, _IN_MEETINGS, no_own_staff),
    Frame("supported_by", _LINKS_WITH, _ARE_NEEDED, no_own_staff),
    Frame("supported_by", rf"\b<<part/done-through>>\s+through\s+{_THE}$", whom=services),
    Frame(
        "supported_by",
        rf"\bthere\s+(?:is|are)\s+{_FEW}{{0,3}}<<part/made-together>>\s+with\s+{_THE}$",
        whom=no_own_staff,
    ),
    Frame("supported_by", _DUTY_ACROSS, whom=others_than_the_council),
    Frame("supported_by", _PART_OF, whom=no_own_staff),
    Frame("supported_by", _THAT_OF, whom=no_own_staff),
    Frame("supported_by", rf"\b<<part/contributed>>\s+from\s+{_THE}$", whom=no_own_staff),
    Frame("supported_by", _OPENS_THROUGH, whom=services),
    Frame("supported_by", _THROUGH_JOINT_WORK, whom=no_own_staff),
    Frame(
        "supported_by",
        r"\b<<part/linking>>\s+between\s+(?:(?:the|both)\s+)*$",
        whom=one_of_whom_acts,
        asks=True,
    ),
    Frame("supported_by", ENSURES, _DOES_SOMETHING, beside_the_council),
)

BEGINNINGS = tuple(dict.fromkeys(frame.before for frame in FRAMES))


def framed(text: str, row: Row, asks: bool) -> Iterator[tuple[PartPlayed, Actor]]:
    """Yield the parts of a row that stands in a frame; ``asks``: whether ``text`` begins so."""
    for frame in _frames_for(text):
        if (asks or not frame.asks) and _stands_in(text, row, frame):
            yield from ((frame.part, each.actor) for each in frame.whom(row))


@lru_cache(maxsize=16)  # for all rows of a sentence
def _frames_for(text: str) -> tuple[Frame, ...]:
    begin = {*that_may_hold(text, BEGINNINGS)}
    return tuple(frame for frame in FRAMES if frame.before in begin)


def _stands_in(text: str, row: Row, frame: Frame) -> bool:
    after = cued(frame.after or _OWNS_NOTHING).match(text, row[-1].end)
    if after is None:
        return False
    return not frame.before or _stands_after(text, row[0].start, frame.before)


@lru_cache(maxsize=512)  # frames begin alike, and a row is asked about more than once
def _stands_after(text: str, start: int, before: str) -> bool:
    return cued(before).search(text, 0, start) is not None


def is_ensured(before: str, found: Sequence[FoundActor]) -> bool:
    """Whether ``before`` ends in those who, as somebody must ensure, do what follows."""
    end = len(before.rstrip())
    named = [each for each in found if each.end <= end]
    rows = (row for row in rows_of(before, named) if row[-1].end == end)
    return any(
        cued(ENSURES).search(before, 0, row[0].start) and no_own_staff(row) == row for row in rows
    )
