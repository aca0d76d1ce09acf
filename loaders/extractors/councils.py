"""Which council a text speaks of: every English council by any form of its name.

Reports print names that no register holds ("City of Bradford Metropolitan Borough Council"), so
the place is looked up and the words of office around it are read.  A bare place name is weak: it
may be an inspectorate's address or a hospital.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates
from loaders.extractors.registered import registered_actor
from loaders.page import SourceText, join_lines
from loaders.records import Actor
from ontology.iris import slugify
from ontology.matching import Matcher, fold
from ontology.vocabulary import Body, vocabulary

HEADER_CHARACTERS = 2500  # title page or letterhead; contents pages begin later
OFFICE_BEFORE = (
    r"(?:\b(?:the\s+)?(?:<<naming/rank-of-council>>\s+)*<<naming/council-of>>"
    r"\s+(?:Council\s+)?of\s+(?:the\s+)?|\bRoyal\s+Borough\s+)$"
)
OFFICE_AFTER = (
    r"\s+(?:<<naming/kind-of-council>>\s+)*"
    r"(?:<<naming/council>>|(?:local\s+|unitary\s+)authority)\b(?!\s+of\b)"
)
SERVICES_AFTER = r"(?:[’']s?)?\s+(?:<<naming/before-services>>\s+)*<<naming/of-services>>"
OTHER_PLACE_AFTER = r"\s*,?\s*(?-i:[A-Z]{1,2}\d|<<naming/other-place>>\b)"
OFFICE_WORDS = r"\b(?:the|of|local|authority|<<naming/kind-of-council>>|<<naming/council>>)\b"
OF_AN_OFFICE = r"\b<<naming/sign-of-council>>\b"
OFFICE_FIRST = (  # the City of London is no other place
    r"^(?-i:(?:<<naming/rank-of-council>>\s+)?<<naming/council-of>>\s+of\s+"
    r"(?:the\s+)?(?!London\b)|LB\s+)"
)
OFFICE_LAST = (
    r"(?-i:,\s+(?:City|County)\s+of"
    r"|(?:\s+(?:(?!London(?!\sBorough)|Royal\b)<<naming/kind-of-council>>|<<naming/council>>))+)$"
)
PLACE = r"[A-Z][\w’'-]+"
UNREGISTERED = (  # "City of" alone counts where a line or a title begins with it
    r"(?-i:(?:\b(?:(?:<<naming/rank-of-council>>\s+)*Borough\s+(?:Council\s+)?"
    r"|(?:^|(?<=Inspection of ))(?:City|County)\s+(?:Council\s+)?)of\s+"
    rf"(?P<borough>(?!Inspection\b){PLACE}(?:\s(?!Council\b|Local\b){PLACE}){{0,2}})"
    rf"|\b(?P<place>(?!(?:The|Dear|Inspection|Of|<<naming/kind-of-council>>)\b){PLACE}"
    rf"(?:\s(?:and\s|upon\s)?{PLACE}){{0,3}}?)"
    r"\s+(?:(?:<<naming/kind-of-council>>\s+){0,3}Council|MBC|MDC|Unitary\s+Authority))\b)"
)
TITLED = re.compile(
    r"\bInspection of (?:the )?(?P<place>[A-Z][\w’'-]+(?:\s(?:and\s)?[A-Z][\w’'-]+){0,3}?)"
    r"\s+local\s+authority(?=\s+children)"
)
DEPARTMENT = r"(?-i:(?:[A-Z][\w’'-]+\s)*<<naming/department>>\s)"
NO_AUTHORITY = r"\b<<naming/no-authority>>$"
TITLE_AFTER = r"<<naming/of-a-title>>\b"
JOINED = re.compile(r"\s+(?:and|&)\s+")  # "Cambridgeshire and Peterborough Safeguarding Board"
CITY_AND = re.compile(r"\bCity (?:and|&) $")  # the City of London's, with a neighbour
TITLE_LINES = 12
YEAR = re.compile(r"20(?<=\b20)[0-3]\d\b")  # digits first: found ten times as fast


@dataclass(frozen=True, slots=True)
class CouncilMention:
    """A council named at ``text[start:end]``; ``full`` where words of office stand with it."""

    start: int
    end: int
    body: Body
    full: bool


def is_council(body: Body) -> bool:
    """Whether a body of the register is a local authority."""
    return body.la_code is not None


def is_of_an_office(name: str) -> bool:
    """Whether a name has a word of a council's and is not a place's alone ("Isle of Wight")."""
    return cued(OF_AN_OFFICE).search(name) is not None


def place_name(body: Body) -> str:
    """Return the bare place of a council ("Tameside" of its metropolitan borough council)."""
    if body.short_name:
        return body.short_name
    bare = cued(OFFICE_WORDS).sub(" ", body.label.split(",")[0])
    return " ".join(bare.split()) or body.label


@lru_cache(maxsize=16)
def places_of(council: Actor | None) -> tuple[str, ...]:
    """Return the plain names of a council's place, that of the register first ("Hull" second).

    The names of its local bodies hold any of them.
    """
    body = vocabulary().body(council.body) if council and council.body else None
    if body is None:
        return (" ".join(cued(OFFICE_WORDS).sub(" ", council.label).split()),) if council else ()
    bare = (cued(OFFICE_FIRST).sub("", cued(OFFICE_LAST).sub("", name)) for name in body.names)
    return tuple(dict.fromkeys((place_name(body), *bare)))


@lru_cache(maxsize=1)
def _places() -> Matcher[str]:
    return Matcher((name, fold(name)) for name in _councils_by_name())


@lru_cache(maxsize=1)
def _councils_by_name() -> Mapping[str, tuple[Body, ...]]:
    """Every name and bare place to the councils that bear it or bore it."""
    found: dict[str, list[Body]] = defaultdict(list)
    for body in vocabulary().bodies:
        if is_council(body):
            for name in dict.fromkeys((*body.names, place_name(body))):
                for spelled in _spellings(name):
                    found[spelled].append(body)
    return {name: tuple(dict.fromkeys(bodies)) for name, bodies in found.items()}


def _spellings(name: str) -> tuple[str, ...]:
    folded = " ".join(fold(name).split())
    other = folded.replace(" & ", " and ") if "&" in folded else folded.replace(" and ", " & ")
    return tuple(dict.fromkeys((folded, other)))


def council_mentions(
    text: str, day: str | None = None, own: str | None = None
) -> tuple[CouncilMention, ...]:
    """Return the councils named in ``text``, by place.

    Only capitalised names count.  Of two councils of one name (Dorset before and after 2019) the
    one with the slug ``own`` is meant, else the one that existed on ``day`` (ISO, maybe but a
    year), by default the one that exists still.
    """
    mentions = []
    for match in _places().find(text):
        if not text[match.start].isupper():
            continue
        before = cued(OFFICE_BEFORE).search(text, max(0, match.start - 45), match.start)
        after = cued(OFFICE_AFTER).match(text, match.end)
        start = before.start() if before else match.start
        end = after.end() if after else match.end
        named = " ".join(fold(text[start:end]).removeprefix("the ").split())
        bodies = _councils_by_name().get(named) or _councils_by_name()[match.key]
        full = bool(before or after) or is_of_an_office(text[match.start : match.end])
        if full or not cued(OTHER_PLACE_AFTER).match(text, match.end):
            mentions.append(CouncilMention(start, end, _of_day(bodies, day, own), full))
    return tuple(mentions)


def _of_day(bodies: Iterable[Body], day: str | None, own: str | None) -> Body:
    candidates = tuple(bodies)
    if day is not None:
        for body in sorted(candidates, key=lambda each: each.slug != own):
            if (body.start or "")[: len(day)] <= day and not _had_ended(body, day):
                return body
    return next((body for body in candidates if body.end is None), candidates[0])


def _had_ended(body: Body, day: str | None) -> bool:
    return day is not None and body.end is not None and body.end[: len(day)] < day


def day_of_head(text: str) -> str | None:
    """Return the latest day that the head of a document prints, ISO; but a year where no day."""
    head = text[:HEADER_CHARACTERS]
    years = YEAR.findall(head)
    if not years:
        return None
    days = (found.date.exact for found in find_dates(head))
    latest = max((day.isoformat() for day in days if day), default="")
    return latest if latest.startswith(max(years)) else max(years)


def council_named(name: str) -> Actor | None:
    """Return the council of this name, in whatever form; None if the register knows none."""
    cleaned = " ".join(name.split())
    mentions = council_mentions(cleaned[:1].upper() + cleaned[1:])
    return registered_actor(mentions[0].body) if mentions else None


def find_council(source: SourceText) -> Actor | None:
    """Return the council that a document is about: title first, then whom it names most.

    None where no council is named at all.
    """
    header = join_lines(line.text for line in source.body[:120])[:HEADER_CHARACTERS]
    day = day_of_head(header)
    before = 0
    for mention in council_mentions(header, day):
        joint = JOINED.fullmatch(header, before, mention.start) or CITY_AND.search(
            header, 0, mention.start
        )
        before = mention.end
        if not mention.full and (joint or _had_ended(mention.body, day)):
            continue  # "Northamptonshire Children's Trust" serves the councils that came after
        if mention.full or cued(SERVICES_AFTER).match(header, mention.end):
            return registered_actor(mention.body)
    lines = [line.text for line in source.body[:120]]
    for line, following in pairwise(lines[:TITLE_LINES]):
        if (named := _only_named(line, day)) and cued(TITLE_AFTER).match(following.strip()):
            return registered_actor(named)
    titled = TITLED.search(header)
    unregistered = next(filter(None, map(_unregistered_in, (*lines, header))), None)
    if titled and (unregistered is None or unregistered["place"] != titled["place"]):
        return _titled_council(titled)
    if unregistered:
        return _unregistered_council(unregistered)
    return _most_named(" ".join(source.text.split()), day)


def _only_named(line: str, day: str | None) -> Body | None:
    """Return the council whose bare place is all that a line of a title prints."""
    words = line.strip()
    mention = next(iter(council_mentions(words, day)), None)
    is_all = mention is not None and (mention.start, mention.end) == (0, len(words))
    return mention.body if mention and is_all else None


def _unregistered_in(text: str) -> re.Match[str] | None:
    """Return the first name of a council, not of a children in care or youth council."""
    return next(
        (
            found
            for found in cued(UNREGISTERED).finditer(text)
            if not cued(NO_AUTHORITY).search(found["place"] or found["borough"])
        ),
        None,
    )


def _unregistered_council(found: re.Match[str]) -> Actor:
    """A council that the register does not hold (a new one): known by its printed name alone.

    The name of an office may stand before it in an address ("Director of Children's Services").
    """
    place = found["place"] or found["borough"]
    office = _office_before(found.string, found.start(), found.start() + len(place))
    place = place[office:].lstrip()
    label = " ".join(found.group()[office:].split())
    return Actor(kind="body", label=label, body=slugify(place), body_type="council")


def _titled_council(found: re.Match[str]) -> Actor:
    """A new council that its report calls by its place alone ("Exampleshire local authority")."""
    label = " ".join(found.group()[found.start("place") - found.start() :].split())
    return Actor(kind="body", label=label, body=slugify(found["place"]), body_type="council")


def _office_before(text: str, start: int, end: int) -> int:
    """Return how many characters after ``start`` are the end of a role or department."""
    roles = [match.end for match in _roles().find(text[:end]) if match.end > start]
    department = cued(DEPARTMENT).match(text, start, end)
    return max(
        [0, *(each - start for each in roles), department.end() - start if department else 0]
    )


@lru_cache(maxsize=1)
def _roles() -> Matcher[None]:
    return Matcher((name, None) for role in vocabulary().scheme("role") for name in role.names)


def _most_named(text: str, day: str | None) -> Actor | None:
    weights: Counter[str] = Counter()
    for mention in council_mentions(text, day):
        if mention.full or not _had_ended(mention.body, day):
            weights[mention.body.slug] += 2 if mention.full else 1
    if not weights:
        return None
    body = vocabulary().body(weights.most_common(1)[0][0])
    return registered_actor(body) if body else None
