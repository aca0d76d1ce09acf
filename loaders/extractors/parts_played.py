"""What part the other actors of a sentence have: who agrees, supports, oversees, hears of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.extractors.actor_rows import (
    actors_from,
    after_with,
    rows_of,
    up_to_comma,
    up_to_whom,
    without_owner,
)
from loaders.extractors.actors import FoundActor
from loaders.extractors.cues import cued, that_may_hold
from loaders.extractors.described_parts import is_in_a_subject, is_only_described
from loaders.extractors.imperatives import begins_with_request
from loaders.extractors.modals import needed_after
from loaders.extractors.part_frames import PartPlayed, framed, is_ensured
from loaders.records import Actor
from ontology.vocabulary import vocabulary

FIELDS: dict[str, PartPlayed] = {
    "agrees": "agreed_by",
    "supports": "supported_by",
    "oversees": "overseen_by",
    "is-consulted": "consults",
    "leads": "acts",
    "receives-report": "reports_to",
}  # by concept of the vocabulary
_BEGINS = r"^\W*(?:\d{1,3}[.)]\s*)?"
_OPENS = re.compile(r"\W*(?:the|their|its)?\s*", re.IGNORECASE)
_ADVERBS = r"(?:\s+(?:\w+ly|also|now|then|far|much|more|even|better|together))*"
_AND_DONE = r"(?:\s+(?:and|or)\s+\w+(?:ed|stood))?"  # "agreed and understood by all partners"
_WORDS_OF_A_THING = r"(?:(?!(?:and|or|that|which|to|with)\b)[\w’'-]+\s+)"
_ONE_CLAUSE = (
    r"(?:(?!(?<!what\s)(?<!on\s)(?<!about\s)\b(?:they|it)\b"
    r"|\b(?:which|who|before|that\s+(?:it|they|was|were|has|have|had))\b)[^.;])"
)
GRAMMARS: tuple[tuple[PartPlayed, str], ...] = (
    ("agreed_by", rf"{_BEGINS}agree,?\s+with\b|\bto\s+agree,\s+with\b"),
    (
        "supported_by",
        r"\b(?<!provided\s)with\s+(?:the\s+)?(?:<<part/full-part>>\s+)?<<part/help>>(?:\s+and\s+\w+)?"
        r"(?:,?\s+(?:as|where|when)\s+(?:appropriate|necessary|required|needed),?)?\s+(?:of|from)\b",
    ),
    ("supported_by", r"\bjoint\s+(?:[\w-]+\s+){0,3}work(?:ing)?\s+with\b"),
    ("supported_by", r"\bwork\s+(?:(?:is|are)\s+(?:\w+\s+)?(?:needed|required)\s+)?with\b"),
    ("supported_by", rf"\b(?:working|works?){_ADVERBS}\s+with\b"),
    (
        "supported_by",
        rf"(?:{_BEGINS}|\b(?:must|should|will|needs?\s+to|continue\s+to)\s+)(?:\w+ly\s+|also\s+)?"
        rf"engag(?:e|ing){_ADVERBS}\s+with\b",
    ),
    ("supported_by", rf"{_BEGINS}(?:\w+,\s+)?with\b|,\s+with\b"),
    (
        "supported_by",
        rf"(?:^|\b(?:must|should|to|will|and)\s+(?:\w+ly\s+|further\s+)?)<<part/makes>>\s+"
        rf"{_WORDS_OF_A_THING}{{0,6}}<<part/made-together>>\s+(?:jointly\s+)?with\b",
    ),
    (
        "supported_by",
        r"(?:^|\b(?:must|should|to|will|and)\s+(?:\w+ly\s+)?)<<part/makes>>\s+(?:jointly\s+)?with\b",
    ),
    ("supported_by", r"\bmulti-agency\s+<<part/made-together>>,?\s+involving\b"),
    (
        "reports_to",
        rf"\b<<part/receives-report>>\b(?:\s+(?:it|them|this)\b)?{_ONE_CLAUSE}{{0,120}}?(?<!relation)(?<!relating)(?<!regard)(?<!respect),?\s+to\b",
    ),
    (
        "reports_to",
        rf"\b<<part/receives-report>>\b{_ONE_CLAUSE}{{0,120}}?\s+to\s+{_ONE_CLAUSE}{{1,80}}?"
        r"\band\s+\w+ly\s+to\b",
    ),
    (
        "overseen_by",
        r"\b<<part/complies>>\s+(?:(?:any|the|all)\s+)?(?:\w+\s+)?<<part/instructions>>\s+"
        r"(?:(?:given|issued|made)\s+)?(?:by|of|from)\b",
    ),
    ("reports_to", rf"\bfeeds?\s+{_WORDS_OF_A_THING}{{1,5}}back\s+to\b"),
    (
        "reports_to",
        r"\b<<part/provides>>\s+(?:[\w’'-]+\s+){0,3}<<part/reports>>"
        r"(?:(?!\b(?:and|to|that|which|who)\b)[^.,;]){0,80}?\s+to\b",
    ),
    (
        "reports_to",
        rf"\b(?:<<part/shares>>\s+{_WORDS_OF_A_THING}{{0,5}}<<part/shared>>"
        rf"|<<part/shared>>\s+{_WORDS_OF_A_THING}{{0,5}}shared)"
        rf"(?:\s+(?:by|on|about|from|of)\s+{_WORDS_OF_A_THING}{{0,4}}?[\w’'-]+)?(?:\s+(?:\w+ly|promptly|again))*\s+with\b",
    ),
)
WORK_WITH = re.compile(r"\bwork", re.IGNORECASE)
TO_AGREE_AFTER = re.compile(r"\s*(?:to|and|in\s+order\s+to)\s+(?:\w+\s+)?agree\b", re.IGNORECASE)
MAIN_VERB_BEFORE = re.compile(
    r"(?:^|\b(?:must|should|will|to|may|and|,)\s+(?:(?:\w+ly|now|also|then|continue\s+to)\s+)*)$",
    re.IGNORECASE,
)
MORE_WORK = r"\b<<part/more-work>>\s+$"
COMMISSIONED_BEFORE = r"\b<<part/engaged-to>>\b[^,.;]*\bto\s+(?:work(?:ing)?\s+)?$"
ABLE_TO_BEFORE = r"\b<<part/able-to>>\s+to\s+$"
OPENS_WITH = re.compile(r"\W*(?:\d{1,3}[.)]\s*)?(?:\w+,\s+)?with$|,\s+with$", re.IGNORECASE)
WITH_THEM = re.compile(rf"\bwork(?:ing)?{_ADVERBS}\s+with\s+them\b", re.IGNORECASE)
WITH_LAST = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
OF_CHILDREN_BEFORE = (
    r"\b(?:<<somebody-cared-for>>|leavers)\s+(?:who\s+(?:\w+\s+){0,4}|(?:\w+\s+){0,2})"
    r"(?:are|is|be|being|were|feel)\s+(?:(?:\w+ly|well|better|not|at\s+risk\s+of\s+being)\s+)*$"
)  # who looks after children has no part in what is asked
CHILDREN_THEMSELVES = r"\b(?:<<somebody-cared-for>>|leavers)\s+(?:\w+ly\s+)?$"  # "sent to schools"
UP_TO_A_NEED = re.compile(r"(?:\s*\([^)]*\))?\s+(?:(?:also|now|clearly)\s+)*(?=still|need|require)")
SHOULD_BE_BETTER = (
    r"(?:\s*\([^)]*\))?\s+(?:needs?\s+to|must|should|ha(?:s|ve)\s+to)\s+(?:\w+ly\s+|further\s+)*"
    r"(?:be\s+(?:\w+\s+)?<<grown>>|(?!continue)<<thing-acts>>)\b"
)
DONE_BEFORE = re.compile(
    r"\b(?:(?:has|have|had|was|were)\s+(?:been\s+)?|(?:it|they|we|he|she)\s+)"
    r"(?:(?:\w+ly|also|already|now)\s+)*$",
    re.IGNORECASE,
)  # "the Council has agreed with its partners"
DONE_TO_IT = re.compile(r"\w+(?:ed|sent|brought)\b|sent\b", re.IGNORECASE)
DONE_WHEN = re.compile(r"\s+(?:in|on|since)\s+(?:[\w’'-]+\s+){0,2}(?:19|20)\d\d\b|\s+last\s+\w+")
TO_BE = re.compile(r"\bbe\s+(?:\w+ly\s+)?$", re.IGNORECASE)
REPORTS = re.compile(r"reports?\b", re.IGNORECASE)
A_REPORT_BEFORE = re.compile(
    r"(?:^\W*|\bthat\s+)(?:the|this|its|their|these|all)\s+"
    r"(?:(?!(?:will|should|must|to|and)\b)[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)  # "The report to the panel should be revised": it is spoken of and not asked for
IS_SPOKEN_OF = (
    r"reports?\s(?:(?!\b<<part/receives-report>>\b).)*\b(?:should|must|needs?|is|are)\b"
    r"(?:(?!\b<<part/receives-report>>\b).)*$"
)  # "reports by staff should be clear to"
OF_REPORTS_BEFORE = re.compile(
    r"\b(?:for|of|in|about|on|from)\s+(?:[\w’'-]+\s+){0,3}$(?<!will\s)(?<!should\s)(?<!must\s)(?<!to\s)",
    re.IGNORECASE,
)  # "the quality of reports to the panel": reports that are made anyway


def parts_played(
    text: str,
    found: Sequence[FoundActor],
    people: Sequence[FoundActor] = (),
    sectors: Sequence[FoundActor] = (),
) -> tuple[tuple[PartPlayed, Actor], ...]:
    """Return each actor to whom a sentence gives a part besides acting, in order.

    ``acts`` is one who leads: he acts too.  ``people`` can only agree or be consulted,
    ``sectors`` only support or be told.  Who agrees or is consulted needs no other part,
    nor helps who oversees.
    """
    parts = [
        *_parts(text, found),
        *_parts_of(text, "consults", found, people),
        *_parts_of(text, "agreed_by", found, people),
        *_parts_of(text, "supported_by", found, sectors),
        *_parts_of(text, "reports_to", found, sectors),
    ]
    heard = [actor for part, actor in parts if part in ("agreed_by", "consults")]
    overseers = [actor for part, actor in parts if part == "overseen_by"]
    no_part_besides = {"reports_to": heard, "supported_by": [*heard, *overseers]}
    return tuple(
        each for each in dict.fromkeys(parts) if each[1] not in no_part_besides.get(each[0], ())
    )


def _parts_of(
    text: str, part: PartPlayed, found: Sequence[FoundActor], beside: Sequence[FoundActor]
) -> Iterator[tuple[PartPlayed, Actor]]:
    """Yield those of ``part`` where what stands ``beside`` the actors may have it too."""
    if beside:
        everybody = sorted((*found, *beside), key=lambda each: each.start)
        yield from (each for each in _parts(text, everybody) if each[0] == part)


def _parts(text: str, found: Sequence[FoundActor]) -> Iterator[tuple[PartPlayed, Actor]]:
    if found:
        yield from _after_cues(text, found)
        yield from (("supported_by", actor) for actor in _they(text, found))
        asks = begins_with_request(text)
        for row in rows_of(text, found):
            ways = dict.fromkeys((row, after_with(text, row)))
            parts = [part for each in ways for part in framed(text, each, asks)]
            if parts and not is_only_described(text, row[0].start):
                yield from parts


def _after_cues(text: str, found: Sequence[FoundActor]) -> Iterator[tuple[PartPlayed, Actor]]:
    """Yield the parts of those who stand directly after "in partnership with", "sent … to"."""
    for part, cue in _cues_in(text):
        row = without_owner(text, actors_from(text, cue.end(), found), found)
        row = row if part == "reports_to" else up_to_whom(text, row)
        if row and OPENS_WITH.match(cue.group()) and not text.startswith(",", row[-1].end):
            row = up_to_comma(text, row)
        if not row or not _counts(text, cue, part, row[-1].end, found):
            continue
        described = is_only_described(text, cue.start())
        if not described and not is_in_a_subject(text, cue.start(), row[-1].end, found):
            agrees = WORK_WITH.match(cue.group()) and TO_AGREE_AFTER.match(text, row[-1].end)
            yield from (("agreed_by" if agrees else part, each.actor) for each in row)


@lru_cache(maxsize=16)  # a sentence is asked for its actors, its people and its sectors
def _cues_in(text: str) -> tuple[tuple[PartPlayed, re.Match[str]], ...]:
    may_hold = {*that_may_hold(text, tuple(grammar for _, grammar in _grammars()))}
    return tuple(
        (part, cue)
        for part, grammar in _grammars()
        if grammar in may_hold
        for cue in cued(grammar).finditer(text)
    )


@lru_cache(maxsize=1)
def _grammars() -> tuple[tuple[PartPlayed, str], ...]:
    """Return the grammars of what stands before an actor who has a part."""
    found = list(GRAMMARS)
    for concept in vocabulary().scheme("part"):
        field = FIELDS.get(concept.slug)
        if field and concept.alternatives:
            found.append((field, rf"\b<<part/{concept.slug}~>>\b"))
        if field and concept.cues and field != "reports_to":
            by = "(?:by|with)" if field == "agreed_by" else "(?:by|through)"
            found.append((field, rf"\b<<part/{concept.slug}>>{_AND_DONE}{_ADVERBS}\s+{by}\b"))
    return tuple(found)


def _they(text: str, found: Sequence[FoundActor]) -> tuple[Actor, ...]:
    """Return whom "links with schools … and work with them" means by "them"."""
    them = WITH_THEM.search(text)
    before = [each for each in found if them and each.end <= them.start()]
    return tuple(e.actor for e in before[-1:] if WITH_LAST.search(text, 0, e.start))


def _counts(
    text: str, cue: re.Match[str], part: PartPlayed, end: int, found: Sequence[FoundActor]
) -> bool:
    """Whether what stands before an actor who ends at ``end`` gives him the part."""
    before, words = text[: cue.start()], cue.group().lower()
    if part == "supported_by" and OPENS_WITH.match(words):
        return text[end:].startswith(",")
    if part == "supported_by" and WORK_WITH.match(words):
        if cued(COMMISSIONED_BEFORE).search(before) or cued(ABLE_TO_BEFORE).search(before):
            return False
        joins = words.startswith("working") or cued(MORE_WORK).search(before)
        return bool(joins or MAIN_VERB_BEFORE.search(before) or is_ensured(before, found))
    if words == "alongside" and cued(COMMISSIONED_BEFORE).search(before):
        return False  # "an adviser retained to work alongside the Council"
    if DONE_BEFORE.search(before) or cued(OF_CHILDREN_BEFORE).search(before):
        return False
    if part == "overseen_by" and (_OPENS.fullmatch(before) or _must_be_better(text, end)):
        return False  # the item's own matter: "The scrutiny by senior leaders."
    if part == "agreed_by" and DONE_WHEN.match(text, end) and not TO_BE.search(before):
        return False
    if part != "reports_to" and not words.endswith("with"):
        return True
    if DONE_TO_IT.match(words) and any(e.end == len(before.rstrip()) for e in found):
        return False  # "the Council sent its plan to Ofsted"
    if part != "reports_to":
        return True
    if REPORTS.match(words):
        noun = OF_REPORTS_BEFORE.search(before) or A_REPORT_BEFORE.search(before)
        return noun is None and cued(IS_SPOKEN_OF).match(words) is None
    return cued(CHILDREN_THEMSELVES).search(before) is None


def _must_be_better(text: str, end: int) -> bool:
    """Whether what ends at ``end`` must be better: "challenge by the board must improve"."""
    need = UP_TO_A_NEED.match(text, end)
    if need and needed_after(text, need.end()):
        return True
    return cued(SHOULD_BE_BETTER).match(text, end) is not None
