"""What is unusual in a document's record and worth a person's look, with no gold to compare with.

An outlier is no error: it is rare in documents of its genre, so a person reads the page.  A rule
is a small function from a record to what it found; `RULES` names them all.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise

from loaders.extractors.cues import cued
from loaders.extractors.modals import find_modals
from loaders.extractors.offices import split_team_role
from loaders.page import Quote
from loaders.records import Actor, DocumentRecord, Evidence, Fact, Recommendation
from ontology.vocabulary import vocabulary

MAX_ITEM_WORDS = 120
MIN_ITEM_WORDS = 3
MAX_FIELDWORK = datetime.timedelta(weeks=8)
MAX_UNTIL_ISSUE = datetime.timedelta(days=270)
SHOWN_LETTERS = 90

ASKING_GENRES = frozenset(
    {
        "inspection-report",
        "board-review",
        "joint-inspection-letter",
        "area-send-report",
        "commissioner-report",
        "direction",
    }
)
VISITED_GENRES = frozenset(
    {
        "inspection-report",
        "board-review",
        "monitoring-letter",
        "focused-visit-letter",
        "joint-inspection-letter",
        "area-send-report",
    }
)
LED_FRAMEWORKS = frozenset({"lac-2013", "sif", "ilacs", "area-send"})
VERB_FRAMEWORKS = frozenset({"sif", "dfe-intervention"})
LONGEST_LISTS = {"ilacs": 16, "area-send": 10}  # items; 15 and 8 in 431 and 55 reports
GRADED_AREAS = {
    "ilacs": ("impact-of-leaders", "help-and-protection", "overall-effectiveness"),
    "sif": (
        "help-and-protection",
        "looked-after-and-permanence",
        "adoption-performance",
        "care-leavers",
        "leadership-management-governance",
        "overall-effectiveness",
    ),
    "lac-2013": ("overall-effectiveness",),
    "area-send": ("inspection-outcome",),
}
CARE_AREAS = (frozenset({"children-in-care-and-care-leavers"}),
              frozenset({"children-in-care", "care-leavers"}))  # fmt: skip

_NOUN_FIRST = re.compile(
    r"^(?:the|a|an|all|some|this|these|there|in|of|for|with|by|and|or|to|too)\b"
    r"|^\w+(?:tion|sion|ness|ity|ance|ence|ship|ing)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|does|do|did)\b", re.IGNORECASE)
_BULLET_INSIDE = re.compile(r"\s[•▪◼■●\uf06e\uf0a7\uf0b7]\s")
_UNFINISHED = re.compile(r"(?:,|\b(?:and|or|of|the|a|an|to|for|with|in|by|their|that))$", re.I)
_NOTE_MARK = re.compile(r"(?<=[^\W\d_])\d{1,2}\b")
_BOARD = re.compile(r"safeguarding children board", re.IGNORECASE)
_NO_NAME = r"\d|[@:;]|(?-i:[a-z]\s[A-Z]{2,}\b)|\b<<naming/no-person>>\b"


@dataclass(frozen=True, slots=True)
class Outlier:
    """One thing worth reading: the rule that lists it, what it saw, and the page, if any."""

    rule: str
    words: str
    page: int | None = None


Found = Iterator[tuple[str, Evidence]]
Rule = Callable[[DocumentRecord], Found]


def outliers_of(record: DocumentRecord) -> tuple[Outlier, ...]:
    """Return what is unusual in a document's record, in the order of `RULES`."""
    return tuple(
        Outlier(name, words, evidence[0].page if evidence else None)
        for name, rule in RULES.items()
        for words, evidence in rule(record)
    )


def _made(record: DocumentRecord) -> tuple[Recommendation, ...]:
    """Return the items that the document itself makes, restates or puts to a council."""
    return tuple(item for item in record.findings.recommendations if not item.in_theme_table)


def _facts(record: DocumentRecord) -> Iterator[tuple[str, Fact]]:
    for field in fields(record.findings):
        value = getattr(record.findings, field.name)
        for fact in value if isinstance(value, tuple) else (value,):
            if isinstance(fact, Fact):
                yield field.name, fact


def _short(text: str) -> str:
    return text if len(text) <= SHOWN_LETTERS else text[: SHOWN_LETTERS - 1].rstrip() + "…"


def no_recommendations(record: DocumentRecord) -> Found:
    """A genre that asks for things, and nothing that is asked."""
    found = record.findings
    if found.genre in ASKING_GENRES and not found.recommendations and not found.requirements:
        yield "nothing is asked for", ()


def many_recommendations(record: DocumentRecord) -> Found:
    """A list longer than any of its framework that was measured."""
    longest = LONGEST_LISTS.get(record.findings.framework or "")
    if longest is not None and len(_made(record)) > longest:
        yield f"{len(_made(record))} items", ()


def long_item(record: DocumentRecord) -> Found:
    """An item of more words than items have: it may have swallowed what follows."""
    for item in _made(record):
        count = len(item.text.split())
        if count > MAX_ITEM_WORDS:
            yield f"an item of {count} words: {_short(item.text)}", item.evidence


def short_item(record: DocumentRecord) -> Found:
    """An item of one or two words: it may be a heading or half an item."""
    for item in _made(record):
        if len(item.text.split()) < MIN_ITEM_WORDS:
            yield f"an item of few words: {item.text}", item.evidence


def item_without_verb(record: DocumentRecord) -> Found:
    """An item that opens like a noun phrase, in a framework whose items are sentences."""
    if record.findings.framework not in VERB_FRAMEWORKS:
        return
    for item in _made(record):
        noun_first = _NOUN_FIRST.search(item.text) and not _FINITE.search(item.text)
        stands_alone = not item.lead_in and not item.parts
        if noun_first and stands_alone and not find_modals(item.text):
            yield f"an item without a verb: {_short(item.text)}", item.evidence


def item_broken_off(record: DocumentRecord) -> Found:
    """An item in lower case among others in capitals, or without an end, or with a bullet."""
    capitals = sum(item.text[:1].isupper() for item in _made(record))
    for item in _made(record):
        if item.text[:1].islower() and not item.lead_in and capitals > len(_made(record)) / 2:
            yield f"an item that opens in lower case: {_short(item.text)}", item.evidence
        if _UNFINISHED.search(item.text) and not item.parts:
            yield f"an item without an end: …{item.text[-SHOWN_LETTERS:]}", item.evidence
        if _BULLET_INSIDE.search(item.text):
            yield f"a bullet within an item: {_short(item.text)}", item.evidence


def item_goes_on(record: DocumentRecord) -> Found:
    """A line right under an item that reads on in lower case, and that no fact has."""
    body = record.source.body
    ends = {line.end: place for place, line in enumerate(body)}
    taken = {quote.start for _, fact in _facts(record) for quote in _all_quotes(fact)}
    for item in _made(record):
        last = max((quote.end for quote in _all_quotes(item)), default=-1)
        place = ends.get(last)
        following = body[place + 1] if place is not None and place + 1 < len(body) else None
        if following is None or item.text[-1:] in ".;:?!":
            continue
        if following.text.strip()[:1].islower() and following.start not in taken:
            yield f"an item that may go on: {_short(following.text)}", item.evidence


def repeated_item(record: DocumentRecord) -> Found:
    """Two items in the same words."""
    counted = Counter((item.role, item.text.casefold()) for item in _made(record))
    for item in _made(record):
        if counted[(item.role, item.text.casefold())] > 1:
            yield f"an item that comes twice: {_short(item.text)}", item.evidence


def numbers_out_of_sequence(record: DocumentRecord) -> Found:
    """A printed number that does not follow the one before it in its list."""
    before: dict[object, int] = {}
    for item in _made(record):
        digits = re.match(r"\d+", item.number or "")
        if digits is None:
            continue
        numbered = (item.list_heading, item.default_addressee)  # a board's list goes on elsewhere
        number, last = int(digits[0]), before.get(numbered)
        if last is not None and number not in (last, last + 1):
            yield f"{number} follows {last}", item.evidence
        before[numbered] = number


def quote_differs(record: DocumentRecord) -> Found:
    """An item whose words are not those that its evidence points at."""
    for item in _made(record):
        quoted = _letters("".join(_words(record, quote) for quote in _all_quotes(item)))
        stated = _letters("".join([item.text, *(part.text for part in item.parts)]))
        if stated not in quoted and sorted(stated) != sorted(quoted):
            yield f"an item that is not in its quotes: {_short(item.text)}", item.evidence


def quote_cuts_word(record: DocumentRecord) -> Found:
    """Evidence that begins or ends inside a word."""
    text = record.source.text
    for name, fact in _facts(record):
        for quote in _all_quotes(fact):
            inside = [
                place
                for place in (quote.start, quote.end)
                if 0 < place < len(text) and text[place - 1].isalpha() and text[place].isalpha()
            ]
            if inside:
                yield f"{name}: a quote cuts a word: {_short(_words(record, quote))}", (quote,)


def quotes_overlap(record: DocumentRecord) -> Found:
    """Two items, grades or answers of one kind that claim some of the same words."""
    for name in ("recommendations", "requirements", "responsibilities", "judgements"):
        quotes = sorted(
            (
                quote
                for fact in getattr(record.findings, name)
                if not getattr(fact, "in_theme_table", False)
                for quote in fact.evidence
            ),
            key=lambda quote: (quote.start, quote.end),
        )
        for first, second in pairwise(quotes):
            if second.start < first.end:
                yield f"{name} overlap at: {_short(_words(record, second))}", (second,)


def missing_grade(record: DocumentRecord) -> Found:
    """A grade table without one of the rows of its framework."""
    found = record.findings
    wanted = GRADED_AREAS.get(found.framework or "")
    if wanted is None or found.genre not in ("inspection-report", "area-send-report"):
        return
    areas = {judgement.area for judgement in found.judgements}
    for area in wanted:
        if area not in areas:
            yield f"no grade for {area}", ()
    reviewed = found.framework == "sif" and _BOARD.search(found.title.value if found.title else "")
    if reviewed and "lscb-effectiveness" not in areas:
        yield "no grade for lscb-effectiveness", ()
    if found.framework == "ilacs" and not any(rows <= areas for rows in CARE_AREAS):
        yield "no grade for children in care and care leavers", ()


def unknown_council(record: DocumentRecord) -> Found:
    """No council, or one that the register does not hold."""
    concerns = record.findings.concerns
    if concerns is None:
        yield "no council is found", ()
    elif concerns.body is None or vocabulary().body(concerns.body) is None:
        yield f"the register lacks {concerns.label}", record.findings.concerns_evidence


def unknown_body(record: DocumentRecord) -> Found:
    """A body that the register lacks and of which not even the type is known."""
    council = record.findings.concerns.body if record.findings.concerns else None
    for actor in dict.fromkeys(_actors(record.findings)):
        known = actor.body in (None, council) or vocabulary().body(actor.body or "") is not None
        if not known and actor.body_type is None:
            yield f"the register lacks {actor.label} ({actor.body})", ()


def no_fieldwork(record: DocumentRecord) -> Found:
    """A report of a visit without the days of the visit."""
    found = record.findings
    if found.genre not in VISITED_GENRES:
        return
    if found.inspection is None:
        yield "no inspection is found", ()
    elif not found.inspection.windows:
        yield "no fieldwork dates are found", found.inspection.evidence


def dates_out_of_order(record: DocumentRecord) -> Found:
    """Days that cannot follow each other as they do."""
    inspection, issued = record.findings.inspection, record.findings.published
    if inspection is None or inspection.start is None or inspection.end is None:
        return
    for first, last in inspection.windows:
        if last < first:
            yield f"fieldwork ends before it starts: {first} to {last}", inspection.evidence
    if inspection.end - inspection.start > MAX_FIELDWORK:
        yield f"long fieldwork: {inspection.start} to {inspection.end}", inspection.evidence
    day = issued.exact if issued else None
    if day and day < inspection.end:
        yield f"issued {day}, before fieldwork ended", record.findings.published_evidence
    if day and day - inspection.end > MAX_UNTIL_ISSUE:
        yield f"issued {day}, long after fieldwork", record.findings.published_evidence


def team_member_missing(record: DocumentRecord) -> Found:
    """A line of a team list ("Quality assurance manager: …") of which no inspector comes."""
    marked = [
        (quote.start, quote.end) for each in record.findings.inspectors for quote in each.evidence
    ]
    for line in record.source.body:
        named = any(start < line.end and end > line.start for start, end in marked)
        if marked and not named and _names_a_role(line.text):
            where = record.source.quotes(line.start, line.end)
            yield f"nobody is found in: {_short(line.text)}", where


def _names_a_role(line: str) -> bool:
    """Tell whether a line is one of a team's list, with a name after the role."""
    labelled = split_team_role(line)
    return labelled is not None and labelled[1][:1].isupper()


def no_lead_inspector(record: DocumentRecord) -> Found:
    """No lead inspector in a framework whose reports print one."""
    found = record.findings
    if found.framework in LED_FRAMEWORKS and found.genre in VISITED_GENRES:
        if found.genre.endswith("letter"):
            return
        if not any(inspector.lead for inspector in found.inspectors):
            yield "no lead inspector", ()


def strange_name(record: DocumentRecord) -> Found:
    """A person's name that does not look like one."""
    found = record.findings
    named = [(person.name, person.evidence) for person in found.inspectors]
    named += [
        (each.name or "", each.evidence) for each in (*found.addressees, *found.post_holdings)
    ]
    for name, evidence in named:
        if name and (cued(_NO_NAME).search(name) or not 2 <= len(name.split()) <= 4):
            yield f"a strange name: {name}", evidence


def no_statement_required(record: DocumentRecord) -> Found:
    """A joint inspection letter that asks for no written statement by a day."""
    found = record.findings
    if found.genre == "joint-inspection-letter" and not found.requirements:
        yield "no written statement is asked for", ()


def statement_incomplete(record: DocumentRecord) -> Found:
    """Something required without anybody who must do it, or without a day where one is usual."""
    is_dated = record.findings.genre in ("joint-inspection-letter", "direction")
    for requirement in record.findings.requirements:
        if requirement.responsible is None:
            yield f"nobody is responsible: {_short(requirement.text)}", requirement.evidence
        if is_dated and requirement.deadline is None and requirement.due_as_printed is None:
            yield f"no day is set: {_short(requirement.text)}", requirement.evidence


def without_evidence(record: DocumentRecord) -> Found:
    """A fact that points at no words."""
    for name, fact in _facts(record):
        if not fact.evidence:
            yield f"{name}: a fact without words ({fact.rule})", ()


def doubt(record: DocumentRecord) -> Found:
    """What the reader or a rule was unsure of."""
    for words in (*record.source.doubts, *record.findings.doubts):
        yield words, ()
    doubted: dict[str, list[Fact]] = {}
    for name, fact in _facts(record):
        if fact.doubt:
            doubted.setdefault(f"{name}: {fact.doubt}", []).append(fact)
    for words, facts in doubted.items():
        times = f" ({len(facts)} times)" if len(facts) > 1 else ""
        yield words + times, facts[0].evidence


RULES: dict[str, Rule] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        no_recommendations,
        many_recommendations,
        long_item,
        short_item,
        item_without_verb,
        item_broken_off,
        item_goes_on,
        repeated_item,
        numbers_out_of_sequence,
        quote_differs,
        quote_cuts_word,
        quotes_overlap,
        missing_grade,
        unknown_council,
        unknown_body,
        no_fieldwork,
        dates_out_of_order,
        no_lead_inspector,
        team_member_missing,
        strange_name,
        no_statement_required,
        statement_incomplete,
        without_evidence,
        doubt,
    )
}


def _all_quotes(fact: Fact) -> tuple[Quote, ...]:
    parts = getattr(fact, "parts", ())
    return (*fact.evidence, *(quote for part in parts for quote in part.evidence))


def _words(record: DocumentRecord, quote: Quote) -> str:
    return record.source.text[quote.start : quote.end]


def _letters(text: str) -> str:
    """Return what is written in ``text``, without the marks of footnotes at its words."""
    unmarked = _NOTE_MARK.sub("", text.casefold())
    return "".join(letter for letter in unmarked if letter.isalnum())


def _actors(value: object) -> Iterator[Actor]:
    if isinstance(value, Actor):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _actors(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _actors(getattr(value, field.name))
