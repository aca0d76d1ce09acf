"""What a single inspection prints of its area: children living there, protected, looked after.

The section stands in every report of the framework, with sentences and nested bullets of one
make ("At 31 March 2014, 240 children were being looked after … compared with 260 at …").  Each
number becomes a figure whose label is what was counted, in the section's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from loaders.extractors.cues import cued
from loaders.extractors.dates import MONTH_NAMES
from loaders.extractors.figures import NUMBER_WORDS
from loaders.extractors.flows import Evidence
from loaders.extractors.paragraphs import Paragraph, split_paragraphs
from loaders.extractors.plain_lists import is_bullet
from loaders.extractors.sentences import sentence_flows
from loaders.page import SourceText
from loaders.records import Figure

RULE = "area-information"
HEADING = r"<<heading/area-figures>>\b\W*"
COUNT_WORDS = {"no": 0, "none": 0, **NUMBER_WORDS}
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|(?:{'|'.join(COUNT_WORDS)})\b)"
_SHARE = r"(?:\s*%(?:\s*%)*|\s*per cent\b)"
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{MONTH_NAMES})\s+\d{{4}})"
_AT = r"(?:as )?(?:at|on|by|in|since)\s+(?:the\s+)?(?:end of\s+)?"
_OPENING = (
    rf"(?:{_AT}(?P<date>{_DATE}),?\s+|(?P<span>(?:in|since|during)\s+the\s[^,:]{{3,60}}),\s+)?"
    r"(?:there\s+(?:have been|has been|were|was|are|is)\s+)?"
    r"(?P<said>assessments?\s+(?:had|has|have)\s+identified\s+)?"
    r"(?P<hedge><<thing/hedge>>\s+)?"
    rf"(?P<number>{_NUMBER})(?P<share>{_SHARE})?\s*(?P<rest>[a-z(](?s:.*))"
)
_PROPORTION = re.compile(
    r"(?P<what>\D[^,();]*?)\s+(?:is|are|was|were|accounts? for)\s+"
    rf"(?P<number>{_NUMBER})(?P<share>{_SHARE})(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_EARLIER = re.compile(
    rf"(?:from|to|with|than)\s+(?P<number>{_NUMBER})(?P<share>{_SHARE})?(?:\s+children)?"
    rf"(?:\s*\((?P<inside>[^)]*)\))?,?\s+{_AT}(?P<date>{_DATE})",
    re.IGNORECASE,
)
_COUNTRY = re.compile(
    rf"(?:with|to)\s+(?P<number>{_NUMBER})(?P<share>{_SHARE})\s+(?P<what>(?:in|across|for)\s[^,;.(]+)",
    re.IGNORECASE,
)
_THIS = re.compile(r"this (?:is|was|represents|compares)\b", re.IGNORECASE)
_OF_POPULATION = re.compile(
    rf"this is (?P<number>{_NUMBER})(?P<share>{_SHARE})\s+(?P<what>of the [^,;.(]+)", re.IGNORECASE
)
_OF_WHOM = re.compile(
    rf",?\s*of whom\s+(?P<number>{_NUMBER})(?P<share>{_SHARE})?"
    r"(?:\s*\((?P<inside>[^)]*)\))?\s+(?P<what>[^,;.(]+)",
    re.IGNORECASE,
)
_RATE = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s+(?P<unit>per [\d,]+(?: \w+)?)", re.IGNORECASE)
_INSIDE_SHARE = re.compile(rf"(?:or\s+)?(?P<number>{_NUMBER})(?P<share>{_SHARE})", re.IGNORECASE)
_AVERAGE = re.compile(
    r"(?:the\s+)?(?P<what>(?:national|England|English)\s\w+)(?:\s*\((?P<date>\d{4})\))?\s+"
    rf"(?:is|was)\s+(?P<number>{_NUMBER})(?P<share>{_SHARE})",
    re.IGNORECASE,
)
_TAIL = re.compile(r",?\s+(?:of whom|compared (?:with|to))\b|[;–]|,\s+(?:although|all of|\d)|\.\s")
_NEXT_COUNT = re.compile(rf",?\s+and\s+(?:there were\s+)?(?={_NUMBER}\s+[a-z])", re.IGNORECASE)
_PARENTHESES = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)")
_FOOTNOTE = re.compile(r"\s*\[\d{1,2}\]|\s*\(\d\)|(?<=[a-z]{4})\d\b")
_COPULA = re.compile(r"^(?:of\s+(?!these\b)|are\s+|is\s+|were\s+|was\s+)", re.IGNORECASE)
_PART_OF = re.compile(r"of (?!these\b|them\b)", re.IGNORECASE)
_OF_THESE_AT_START = re.compile(r"of (?:these|them)\s+(?=\D)", re.IGNORECASE)
_AT_THE_TIME = re.compile(r"at the time of (?:the|this) inspection", re.IGNORECASE)
_OWN_TIME = re.compile(rf"\bbetween\s.*{_DATE}|^(?:\w+\s+){{0,2}}are\b", re.IGNORECASE)
_OF_THESE = re.compile(r"of (?:this|these|the|those)\b.*", re.IGNORECASE)
_THERE = re.compile(r"\s+there (?:have been|has been|were|was)$", re.IGNORECASE)
_RUN_IN = re.compile(r"(?<=[a-z])\s+(?=(?:The|These|This)\s[a-z])")
MOST_LINES = 150  # from the last heading on: more than any of these sections has
MOST_WORDS = 30  # of what was counted; longer ones are no label


@dataclass(frozen=True, slots=True)
class _Number:
    """A printed number: what was counted, when, and the number as it stands."""

    label: str
    printed: str
    unit: str | None
    period: str | None


@dataclass(slots=True)
class _Context:
    """What a bullet takes from others: ``said`` in its own item, ``label`` in the one before it,
    ``lead`` and its ``evidence`` in the words that end in a colon above nested bullets, which
    are ``unclear`` where these mean a number that could not be read."""

    label: str | None = None
    said: str | None = None
    period: str | None = None
    lead: str | None = None
    lead_period: str | None = None
    unclear: bool = False
    evidence: Evidence = ()

    def begin_item(self) -> None:
        """Forget the lead of the bullets before, and what "this" would mean in a new one."""
        self.lead = self.lead_period = self.said = None
        self.evidence = ()
        self.unclear = False

    def set_lead(self, words: str, evidence: Evidence) -> None:
        """Take ``words`` that end in a colon as what the nested bullets below depend on."""
        words = words.rstrip(" :")
        self.evidence = evidence
        if _OF_THESE.fullmatch(words):
            self.lead, self.lead_period = self.said or self.label, self.period
            self.unclear = self.lead is None
        elif words.lower().startswith("in "):
            self.lead, self.lead_period = None, _THERE.sub("", words)
        else:
            self.lead, self.lead_period = words, None


def read_area_figures(source: SourceText) -> Iterator[Figure]:
    """Yield the numbers of the sections on the area, in reading order."""
    context = _Context()
    margin = 0.0
    for item in _items(split_paragraphs(_near_headings(source))):
        nested = context.evidence and item.left > margin + 2
        if not nested:
            context.begin_item()
            margin = item.left
        yield from _item_figures(source, item, context, bool(nested))
        if not nested and not context.evidence:
            context.label = context.said


def _near_headings(source: SourceText) -> SourceText:
    """Return ``source`` with only the lines near the section's headings: the rest costs time."""
    lines = source.lines
    found = [index for index, line in enumerate(lines) if cued(HEADING).match(line.text.strip())]
    kept = lines[found[0] : found[-1] + MOST_LINES] if found else ()
    return replace(source, lines=tuple(kept))


def _items(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the bullets below the section's headings, up to the next heading."""
    inside = False
    for paragraph in paragraphs:
        if cued(HEADING).match(paragraph.lines[0].text.strip()):
            inside = True
        elif paragraph.kind == "heading":
            inside = False
        elif inside and is_bullet(paragraph):
            yield paragraph


def _item_figures(
    source: SourceText, item: Paragraph, context: _Context, nested: bool
) -> Iterator[Figure]:
    for sentence in sentence_flows(item.flow):
        words = _FOOTNOTE.sub("", sentence.text)
        quotes = sentence.quotes(source)
        if not nested and _is_lead(words):
            context.set_lead(words, quotes)
            continue
        if nested and context.unclear:
            return
        above = context.evidence if nested else ()
        for number in _numbers(words, context, nested):
            yield Figure(
                evidence=(*above, *quotes),
                rule=RULE,
                label=number.label,
                value=_value(number.printed),
                as_printed=number.printed,
                unit=number.unit,
                period=number.period,
            )


def _is_lead(words: str) -> bool:
    bare = words.rstrip()
    return bare.endswith(":") or re.fullmatch(r"In the last \w+ months", bare) is not None


def _value(printed: str) -> Decimal:
    digits = re.search(r"\d[\d,.]*", printed)
    if digits:
        return Decimal(digits.group().rstrip(".,").replace(",", ""))
    word = re.split(r"\s", printed.lower().rstrip(" %"))[-1]
    return Decimal(COUNT_WORDS[word])


def _numbers(words: str, context: _Context, nested: bool) -> Iterator[_Number]:
    """Yield the numbers of a sentence; the first one's label is what later sentences mean."""
    if _THIS.match(words):
        yield from _compared(words, context)
        return
    for index, clause in enumerate(_NEXT_COUNT.split(words)):
        found = tuple(_counted(clause, context, nested, follows=index > 0))
        if not found:
            return
        yield from found


def _counted(clause: str, context: _Context, nested: bool, follows: bool) -> Iterator[_Number]:
    opening = cued(_OPENING).fullmatch(clause)
    found = opening or _PROPORTION.fullmatch(clause)
    if not found:
        return
    rest = found["rest"]
    if not found["share"] and _PART_OF.match(rest):
        return
    what, tail = _cut(rest) if opening else (found["what"], rest)
    if opening and opening["said"]:
        what = opening["said"] + what
    if nested and context.lead:
        what = _OF_THESE_AT_START.sub("", what)
    if not _is_whole(what):
        return
    label = f"{context.lead}: {what}" if nested and context.lead else what
    _set_period(context, opening, what, nested, follows)
    if not nested:
        context.said = label
    printed = f"{(opening and opening['hedge']) or ''}{_printed(found)}"
    yield _Number(label, printed, _unit(found), context.period)
    if rest.count("(") != rest.count(")"):
        return  # what a bracket without its end holds cannot be told from what follows it
    yield from _asides(_before_tail(rest), label, context.period)
    yield from _tails(tail, label, context.period)


def _set_period(
    context: _Context, opening: re.Match[str] | None, what: str, nested: bool, follows: bool
) -> None:
    """Set the time of a count: its own, else that of its sentence or of the words above."""
    own = _AT_THE_TIME.search(what)
    if follows and own and " or " not in what:
        context.period = own.group()
    elif not follows:
        printed = (opening["date"] or opening["span"]) if opening else None
        own_time = context.lead is None and _OWN_TIME.search(what)  # "In the last 12 months:"
        above = context.lead_period if nested and not own_time else None
        context.period = printed or above


def _cut(words: str) -> tuple[str, str]:
    """Return what was counted without asides, and the tail of comparisons behind it."""
    found = _TAIL.search(words)
    end = found.start() if found else len(words)
    what = _bare(_PARENTHESES.sub("", words[:end]).split("(")[0])
    return _COPULA.sub("", what), words[end:]


def _bare(words: str) -> str:
    """Return ``words`` without marks at the end and without a footnote that ran into them."""
    return _RUN_IN.split(words)[0].strip(" .,;:")


def _is_whole(what: str) -> bool:
    """Whether words can say what was counted: brackets closed, no other number's beginning."""
    if not 1 <= len(what.split()) <= MOST_WORDS:
        return False
    return not re.search(r"[()]|^of (?:these|them)\b", what, re.IGNORECASE)


def _before_tail(words: str) -> str:
    found = _TAIL.search(words)
    return words[: found.start()] if found else words


def _asides(words: str, label: str, period: str | None) -> Iterator[_Number]:
    """Yield shares, rates and national averages in brackets."""
    for aside in _PARENTHESES.finditer(words):
        average = _AVERAGE.fullmatch(aside[1].strip())
        if average:
            name = f"{label}: {average['what']}"
            yield _Number(name, _printed(average), "%", average["date"] or period)
        else:
            yield from _share_or_rate(aside[1], label, period)


def _share_or_rate(inside: str | None, label: str, period: str | None) -> Iterator[_Number]:
    share = _INSIDE_SHARE.fullmatch((inside or "").strip())
    rate = _RATE.search(inside or "")
    if share:
        yield _Number(label, _printed(share), "%", period)
    elif rate:
        yield _Number(label, rate["number"], rate["unit"], period)


def _tails(tail: str, label: str, period: str | None) -> Iterator[_Number]:
    """Yield the numbers behind "of whom" and "compared with"."""
    part = _OF_WHOM.search(tail)
    if part:
        name = f"{label}, of whom {_bare(part['what'])}"
        yield _Number(name, _printed(part), _unit(part), period)
        yield from _share_or_rate(part["inside"], name, period)
    if "compared" not in tail.lower():
        return
    earlier, country = _EARLIER.search(tail), _COUNTRY.search(tail)
    if earlier:
        yield from _at_earlier_date(earlier, label)
    elif country:
        yield _Number(f"{label}: {country['what'].strip()}", _printed(country), "%", period)


def _compared(words: str, context: _Context) -> Iterator[_Number]:
    """Yield what "This is …" says of the number before it: a share, or what it was earlier."""
    if context.said is None:
        return
    share, earlier = _OF_POPULATION.match(words), _EARLIER.search(words)
    if share:
        name = f"{context.said}: {share['what'].strip()}"
        yield _Number(name, _printed(share), "%", context.period)
    elif earlier:
        yield from _at_earlier_date(earlier, context.said)


def _at_earlier_date(found: re.Match[str], label: str) -> Iterator[_Number]:
    yield _Number(label, _printed(found), _unit(found), found["date"])
    yield from _share_or_rate(found["inside"], label, found["date"])


def _printed(found: re.Match[str]) -> str:
    share = found["share"] or ""
    return found["number"] + share.rstrip()


def _unit(found: re.Match[str]) -> str | None:
    return "%" if found["share"] else None
