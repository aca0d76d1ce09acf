"""Boards, groups and panels whose full name no vocabulary holds: "Scrutiny Management Panel".

Such a body keeps its printed name.  A kind that the vocabulary knows is named by the last words
alone ("Improvement Board"); what stands before them makes another body of it ("SEND Improvement
Board"), unless it says only where the body is or that it is for children.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.extractors.councils import council_mentions, places_of
from loaders.extractors.cues import cued
from loaders.extractors.namings import Naming, find_names
from loaders.records import Actor
from ontology.iris import slugify
from ontology.matching import Match, Pieces
from ontology.vocabulary import vocabulary

LOCAL_BODY = "local-body"
WORD = r"[A-Z][\w’'&-]*"
PRINTED = (
    rf"(?-i:(?<![\w’'-]){WORD}(?:\s(?:(?:and|of|for|&)\s)?{WORD}){{0,8}}?"
    r"\s<<naming/body-noun>>\b(?!\s+[A-Z]|-|[’'](?!s\s+[a-z])))"
)
OFFICE_OF = r"^.*(?-i:\b<<role/office-holder>>s?)(?:,|\s(?:of|for))\s"
BEFORE_A_NAME = r"^(?:(?:<<naming/before-a-name>>|and|of|for|&)\s+)+"
ACT_FIRST = r"^(?-i:(?=[A-Z][a-z]))<<act>>\s+(?=\S+\s+\S)"  # SEND is no verb
ARTICLE_BEFORE = re.compile(r"\b(?:the|its|their|our|this)\s+$", re.IGNORECASE)
AND_NEXT = re.compile(r"\s(?:and|&)\s")
IN_A_LIST = re.compile(r"[A-Z][\w’'-]*,\s+$")
SAYS_NO_MORE = r"(?:(?:<<naming/says-no-more>>|<<naming/which-body>>|and|&)(?:[’']s?)?\s+)*"
ONLY_WHICH = r"(?:<<naming/which-body>>\s+)*"
OF_NO_COUNCIL = r"\b<<naming/of-no-council>>\b"
CHILD = "child"
LONGEST_PLACE = 60  # characters


def printed_bodies(
    text: str,
    known: Sequence[Match[Naming]],
    council: Actor | None,
    place_before: re.Pattern[str],
    document: str,
) -> Iterator[tuple[int, int, Actor]]:
    """Yield the bodies that ``text`` names in capitals and that are none of the ``known`` names.

    With each where it stands; none where it is not known whose bodies they are.  ``place_before``
    finds the place of ``council``, or of a board that it shares, before a name; ``document`` is the
    whole text, which may print the place before such a name but once.
    """
    if council is None or council.body is None or not _nouns().are_in(text):
        return
    for found in cued(PRINTED).finditer(text):
        start, end = _begins(text, found, known, council), found.end()
        name = " ".join(text[start:end].split())
        if " " not in name or _is_of_others(text, start, name):
            continue
        if not any(_is_all(text, start, end, each, place_before) for each in known):
            article = ARTICLE_BEFORE.search(text, 0, start)
            start = article.start() if article else start
            yield start, end, printed_body(council, name, f"{document} {text}")


def printed_throughout(
    text: str, council: Actor | None, place_before: re.Pattern[str]
) -> Iterator[tuple[int, int, Actor]]:
    """Yield the bodies that a whole document names so, with each where it stands."""
    for found in cued(PRINTED).finditer(text) if council else ():
        begins = max(0, found.start() - LONGEST_PLACE)
        words = text[begins : found.end()]
        for start, end, body in printed_bodies(
            words, find_names(words), council, place_before, text
        ):
            if end == len(words):
                yield begins + start, begins + end, body


def printed_body(council: Actor, name: str, text: str) -> Actor:
    """Return the body of a printed name that serves ``council``, with its place if ``text`` has."""
    slug = f"{council.body}-{slugify(name)}"
    placed = (f"{place} {name}" for place in places_of(council))
    label = next((each for each in placed if each in text), name)
    return Actor("body", label, body=slug, body_type=LOCAL_BODY, serves=council.body)


def _begins(text: str, found: re.Match[str], known: Sequence[Match[Naming]], council: Actor) -> int:
    """Return where the name begins: after posts, others in a row with it and the place."""
    start, end = found.span()
    begins = [each.end for each in known if start <= each.start and each.end < end]
    for joined in (AND_NEXT.match(text, each, end) for each in begins):
        start = max(start, joined.end()) if joined else start
    for other in (OFFICE_OF, BEFORE_A_NAME, *([ACT_FIRST] if not text[:start].strip() else [])):
        before = cued(other).match(text[start:end])
        start += before.end() if before else 0
    for place in places_of(council):
        placed = re.compile(rf"{re.escape(place)}(?:[’']s?)?\s+").match(text, start, end)
        start = placed.end() if placed else start
    return start


def _is_of_others(text: str, start: int, name: str) -> bool:
    """Whether a name is that of another area, or may begin before the comma of a list."""
    in_a_list = IN_A_LIST.search(text, 0, start) and AND_NEXT.search(name)
    elsewhere = cued(OF_NO_COUNCIL).search(name) or council_mentions(name)
    return bool(in_a_list or elsewhere)


def _is_all(
    text: str, start: int, end: int, known: Match[Naming], place_before: re.Pattern[str]
) -> bool:
    """Whether a known name says all that stands between ``start`` and ``end``."""
    if known.end != end or known.key.kind == "role":
        return False
    if known.start <= start or known.key.kind != "local":
        return True
    place = place_before.search(text, max(0, known.start - LONGEST_PLACE), known.start)
    if place and place.start() <= start:
        return True
    names = vocabulary().concept("body-type", known.key.slug).names
    for_children = any(CHILD in name.lower() for name in names)
    words = cued(SAYS_NO_MORE if for_children else ONLY_WHICH)
    return words.fullmatch(text, start, known.start) is not None


@lru_cache(maxsize=1)
def _nouns() -> Pieces:
    return Pieces(vocabulary().concept("naming", "body-noun").cues)
