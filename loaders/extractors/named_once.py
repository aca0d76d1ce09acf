"""What a document says of its bodies once: the year in which it speaks, its own abbreviations.

A body of the register is not named before it was founded; a board of which no vocabulary knows
is known by the initials that stand after its name.
"""

from __future__ import annotations

from loaders.extractors.councils import HEADER_CHARACTERS, YEAR
from loaders.extractors.cues import cued
from loaders.extractors.namings import find_names
from loaders.records import Actor
from ontology.iris import slugify
from ontology.vocabulary import Body, vocabulary

OWN_NAME = r"(?-i:(?:[A-Z][\w’'-]*\s(?:(?:and|of|for|the)\s)?){2,7}<<naming/named-board>>$)"
LOCAL_BODY = "local-body"


def own_named(council: Actor | None, before: str, initials: str) -> Actor | None:
    """Return the local board that ``before`` ends in, if the bracket holds its initials.

    The vocabulary need not know its kind: "Upham Violence Reduction Board (VRB)".
    """
    found = cued(OWN_NAME).search(" ".join(before.split()))
    words = [word for word in found.group().split() if word[0].isupper()] if found else []
    words = words[-len(initials) :]
    if found is None or council is None or "".join(word[0] for word in words) != initials:
        return None
    name = found.group()[found.group().index(words[0]) :]
    slug = f"{council.body}-{slugify(name)}"
    return Actor("body", name, body=slug, body_type=LOCAL_BODY, serves=council.body)


def bodies_named(text: str) -> tuple[Body, ...]:
    """Return the bodies of the register that have short forms and that ``text`` names in full."""
    named: dict[str, Body] = {}
    end = 0
    for match in find_names(text):
        body = vocabulary().body(match.key.slug) if match.key.kind == "body" else None
        if body and body.cues and match.end > end:
            named[body.slug] = body
        end = max(end, match.end)
    return tuple(named.values())


def of_its_time(slug: str, year: int | None) -> Body | None:
    """Return a body of the register; of one founded after ``year`` the one that it follows."""
    body = vocabulary().body(slug)
    while body and year and body.start and int(body.start[:4]) > year:
        body = vocabulary().body(body.predecessors[0]) if body.predecessors else None
    return body


def year_of(text: str) -> int | None:
    """Return the year of a document: the latest that its first page prints."""
    return max(map(int, YEAR.findall(text[:HEADER_CHARACTERS])), default=None)
