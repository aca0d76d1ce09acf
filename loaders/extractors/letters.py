"""The frame of an inspectorate's letter: date, addressee, visit, inspectors, signatory.

Monitoring and focused-visit letters share it.  The body between salutation and close is left to
the genres.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.extractors.actors import ActorFinder
from loaders.extractors.addressees import post_of, role_of, split_entry, without_contacts
from loaders.extractors.closings import closing_of, without_closing
from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates, first_windows, parse_day
from loaders.extractors.flows import Evidence, Flow
from loaders.extractors.paragraphs import Paragraph
from loaders.extractors.references import ordinal_of
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.teams import NAME, OFFICE, split_names, untitled
from loaders.page import SourceText
from loaders.records import Inspection, Inspector, PartialDate, PostHolding, Printed
from ontology.vocabulary import vocabulary

SALUTATION = (
    r"(?-i:Dear\s+(?P<name>(?:<<naming/title+>>\.?\s+)?[A-Z][\w’'-]*"
    r"(?:\s+[A-Z][\w’'-]*){0,3})[\s,]*)"
)
COPIES = r"<<heading/copies>>"
_THIS_LETTER = re.compile(
    r"\b(?:This letter|This report|The letter)\b.{0,80}\bvisit\b"
    r"|\bvisit\b.{0,60}\b(?:on|between|from)\b",
    re.IGNORECASE,
)
_TEAM = (
    r"\b(?:inspectors?|inspection team)\b[^.]{0,60}?\b(?:were|was)\b"
    r"|\b(?:visit|inspection)\b[^.]{0,40}\b<<naming/carried-out>> by\b"
)
_COUNTED = r"\b(\w+) (?:\w+ )?<<naming/counted-visit>> visit"
_LEAD = re.compile(r"\blead inspector\b|^\W*\(lead\)", re.IGNORECASE)
_LED = re.compile(r"\b(?:led by|lead inspector)\b", re.IGNORECASE)
OFSTED = "ofsted"
_TO = re.compile(r"(?:To|For the attention of|FAO)\s*:?\s+", re.IGNORECASE)
RUN_ON = "the name and the address stand in one line; the name is taken to be its first two words"
_NAME_BEFORE_ADDRESS = re.compile(
    r"(?P<name>[A-Z][\w’'-]+ [A-Z][\w’'-]+),?\s[^\n]{6,}\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\W*$"
)  # an address ends in a postcode


@dataclass(frozen=True)
class Letter:
    """A letter cut into head (before the salutation), body, and foot (from the close)."""

    source: SourceText
    head: tuple[Paragraph, ...]
    salutation: Paragraph | None
    body: tuple[Paragraph, ...]
    foot: tuple[Paragraph, ...]


def read_letter(source: SourceText, paragraphs: Sequence[Paragraph]) -> Letter:
    """Return the parts of the letter that ``paragraphs`` hold; missing parts are empty."""
    paragraphs = _with_close_apart(_with_lines_of_head(paragraphs))
    opening = next(
        (index for index, each in enumerate(paragraphs) if cued(SALUTATION).match(each.text)), None
    )
    start = 0 if opening is None else opening + 1
    end = next(
        (
            index
            for index, each in enumerate(paragraphs)
            if index >= start and (closing_of(each.text) or cued(COPIES).match(each.text))
        ),
        len(paragraphs),
    )
    return Letter(
        source=source,
        head=tuple(paragraphs[: opening or 0]),
        salutation=None if opening is None else paragraphs[opening],
        body=tuple(paragraphs[start:end]),
        foot=tuple(paragraphs[end:]),
    )


def _with_lines_of_head(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return ``paragraphs`` with the lines of an address apart that runs on into the salutation.

    Where all lines of a page stand as far from each other, no gap tells them apart.
    """
    for index, each in enumerate(paragraphs):
        if cued(SALUTATION).match(each.text):
            return paragraphs
        if any(cued(SALUTATION).match(line.text.strip()) for line in each.lines[1:]):
            apart = [Paragraph("paragraph", (line,)) for line in each.lines]
            return [*paragraphs[:index], *apart, *paragraphs[index + 1 :]]
    return paragraphs


def _with_close_apart(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Return ``paragraphs`` with the lines apart that close a letter below its last sentence."""
    apart: list[Paragraph] = []
    for each in paragraphs:
        at = next((i for i, line in enumerate(each.lines) if closing_of(line.text)), None)
        if at is None or len(each.lines) == 1:
            apart.append(each)
            continue
        apart += [replace(each, lines=each.lines[:at])] if at else []
        apart += [Paragraph("paragraph", (line,)) for line in each.lines[at:]]
    return apart


def read_date(letter: Letter) -> tuple[PartialDate | None, Evidence]:
    """Return the date that stands alone in the letter's head, with its evidence."""
    for paragraph in letter.head:
        for found in find_dates(paragraph.text):
            alone = len(paragraph.text) - (found.end - found.start) < 12
            if alone and found.date.exact:
                return found.date, paragraph.flow.quotes(letter.source, found.start, found.end)
    return None, ()


def read_addressee(letter: Letter) -> Printed | None:
    """Return who the letter is addressed to, as the salutation prints it.

    Where the head prints the full name, alone or before the address, that is the value.
    """
    if letter.salutation is None:
        return None
    found = cued(SALUTATION).match(letter.salutation.text)
    if found is None:
        return None
    name = found["name"].strip()
    entry = _entry_of(name, letter)
    if entry:
        return entry
    for line in (line for paragraph in letter.head for line in paragraph.lines):
        words = line.text.strip(" ,")
        if words.split()[:1] == name.split()[:1] and NAME.fullmatch(words) and len(words) < 40:
            return Printed(
                evidence=letter.source.quotes(line.start, line.end),
                rule="letter-address-block",
                value=words,
            )
        run_on = _NAME_BEFORE_ADDRESS.match(line.text)
        if run_on and words.split()[:1] == name.split()[:1]:
            end = line.start + run_on.end("name")
            return Printed(
                evidence=letter.source.quotes(line.start, end),
                rule="letter-address-line",
                value=run_on["name"],
                doubt=RUN_ON,
            )
    return Printed(
        evidence=letter.salutation.flow.quotes(letter.source, *found.span("name")),
        rule="letter-salutation",
        value=name,
    )


def _entry_of(salutation: str, letter: Letter) -> Printed | None:
    """Return the name that a line of the head prints before a post ("Ann Example, Director of …").

    It is that of the salutation, or the only one where the salutation is no name.
    """
    said = set(untitled(salutation).split())
    greeted = said.intersection(vocabulary().concept("naming", "nobody-greeted").cues)
    for line in (line for paragraph in letter.head for line in paragraph.lines):
        name, post = split_entry(_TO.sub("", line.text.strip()))
        if name and post and role_of(post) and (said & {*name.split()} or greeted):
            start = line.start + line.text.index(name)
            return Printed(
                evidence=letter.source.quotes(start, start + len(name)),
                rule="letter-address-entry",
                value=name,
            )
    return None


def read_addressee_post(
    letter: Letter, finder: ActorFinder, published: PartialDate | None
) -> tuple[PostHolding, ...]:
    """Return the post of the addressee where the head prints it below the full name."""
    addressee = read_addressee(letter)
    if addressee and addressee.rule == "letter-address-entry":
        return _post_of_entry(letter, addressee, finder, published)
    lines = [line for paragraph in letter.head for line in paragraph.lines]
    if addressee is None or addressee.rule != "letter-address-block":
        return ()
    place = next(i for i, line in enumerate(lines) if line.text.strip(" ,") == addressee.value)
    for line in lines[place + 1 : place + 3]:
        post = post_of(line.text, finder)
        if post is not None:
            return (
                PostHolding(
                    evidence=addressee.evidence + letter.source.quotes(line.start, line.end),
                    rule="letter-address-block",
                    post=post,
                    name=untitled(addressee.value),
                    post_as_printed=without_contacts(line.text).strip(" ,"),
                    in_post_on=published,
                ),
            )
    return ()


def _post_of_entry(
    letter: Letter, addressee: Printed, finder: ActorFinder, published: PartialDate | None
) -> tuple[PostHolding, ...]:
    """Return the post that stands behind the addressee's name on the same line."""
    line = letter.source.line_at(addressee.evidence[0].start)
    _, printed = split_entry(_TO.sub("", line.text.strip()))
    post = post_of(printed, finder)
    if post is None:
        return ()
    return (
        PostHolding(
            evidence=letter.source.quotes(line.start, line.end),
            rule="letter-address-entry",
            post=post,
            name=addressee.value,
            post_as_printed=without_contacts(printed).strip(" ,"),
            in_post_on=published,
        ),
    )


def visited_on(letter: Letter) -> datetime.date | None:
    """Return the first day of the visit that the letter's opening describes."""
    dated = _dated_sentence(_opening(letter))
    return parse_day(dated.text) if dated else None


def read_visit(letter: Letter, inspection_type: str, framework: str) -> Inspection | None:
    """Return the visit that the letter's opening sentences describe: its days and ordinal."""
    opening = _opening(letter)
    dated = _dated_sentence(opening)
    counted = next((each for each in opening if _counts(each.text)), None)
    if dated is None and counted is None:
        return None
    windows = first_windows(dated.text) if dated else ()
    told = [sentence for sentence in (dated, counted) if sentence is not None]
    quotes = dict.fromkeys(quote for each in told for quote in each.quotes(letter.source))
    return Inspection(
        evidence=tuple(quotes),
        rule="letter-opening",
        inspection_type=inspection_type,
        framework=framework,
        windows=tuple((window.first, window.last) for window in windows),
        ordinal=_counts(counted.text) if counted else None,
        inspected_by=(OFSTED,),
        doubt=None if windows or dated is None else "only the week of the visit is printed",
    )


def _opening(letter: Letter) -> list[Flow]:
    return [sentence for each in letter.body[:6] for sentence in sentence_flows(each.flow)][:12]


def _dated_sentence(opening: Sequence[Flow]) -> Flow | None:
    return next((s for s in opening if _THIS_LETTER.search(s.text) and parse_day(s.text)), None)


def _counts(sentence: str) -> int | None:
    found = cued(_COUNTED).search(sentence)
    return ordinal_of(found.group()) if found else None


def read_inspectors(letter: Letter) -> tuple[Inspector, ...]:
    """Return the inspectors named in the opening and by the signature; who signs has led."""
    signed = _signatory(letter)
    named = _named(letter)
    lead = signed.name if signed else None
    team = [
        Inspector(
            evidence=each.evidence + (signed.evidence if signed and each.name == lead else ()),
            rule=each.rule,
            name=each.name,
            role=signed.role if signed and signed.role and each.name == lead else each.role,
            lead=each.lead or each.name == lead,
        )
        for each in named
    ]
    if signed and signed.name not in {each.name for each in named}:
        team.append(signed)
    return tuple(team)


def _named(letter: Letter) -> tuple[Inspector, ...]:
    for paragraph in letter.body[:8]:
        for sentence in sentence_flows(paragraph.flow):
            found = cued(_TEAM).search(sentence.text)
            names = split_names(sentence.text[found.end() :]) if found else ()
            if found and names:
                before = sentence.text[: sentence.text.index(names[0], found.end())]
                return tuple(_inspector(letter, sentence, name, before) for name in names)
    return ()


def _inspector(letter: Letter, sentence: Flow, name: str, before: str) -> Inspector:
    """Return one of those named after ``before``, whose office is that of all."""
    start = sentence.text.index(name, len(before))
    rest = sentence.text[start + len(name) :]
    following = re.split(r"\band\b|&", rest, maxsplit=1)[0]
    office = cued(OFFICE).search(following) or cued(OFFICE).search(before)
    has_led = _LEAD.search(following) or (start == len(before) and _LED.search(before))
    return Inspector(
        evidence=sentence.quotes(letter.source, start, start + len(name)),
        rule="letter-team-sentence",
        name=name,
        role=_full_office(office.group()) if office else None,
        lead=bool(has_led),
    )


def _full_office(printed: str) -> str:
    """Return the office in the singular as printed ("Her Majesty’s Inspector")."""
    words = " ".join(printed.split()).strip("()")
    return re.sub(r"(?<=[Ii]nspector)s$", "", words)


def _signatory(letter: Letter) -> Inspector | None:
    close = next((i for i, each in enumerate(letter.foot) if closing_of(each.text)), None)
    if close is None:
        return None
    for paragraph in letter.foot[close : close + 5]:
        text = untitled(without_closing(paragraph.text).lstrip())
        office = cued(OFFICE).search(text)
        name = NAME.match((text[: office.start()] if office else text).strip(" ,*"))
        if name and " " in name.group():
            offices = [cued(OFFICE).search(each.text) for each in letter.foot[close : close + 6]]
            printed = next((each.group() for each in offices if each), None)
            start = paragraph.text.index(name.group())
            return Inspector(
                evidence=paragraph.flow.quotes(letter.source, start, start + len(name.group())),
                rule="letter-signature",
                name=name.group(),
                role=_full_office(printed) if printed else None,
                lead=True,
            )
    return None
