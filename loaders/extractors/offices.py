"""Words of offices, from the vocabulary of roles: what can stand in a post or a team's label.

A new standing ("Visiting inspector") or kind of officer is taught in roles.ttl, not here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.matching import fold
from ontology.vocabulary import vocabulary

OFFICE_HOLDER, STANDING = "office-holder", "standing-of-an-office-holder"
TEAM_MEMBER, LEAD = "inspection-team-member", "lead-inspector"
INSPECTORATE = "inspectorate"
LONGEST_TEAM_ROLE = 60  # characters before the colon


@lru_cache(maxsize=1)
def post_words() -> frozenset[str]:
    """Return the capitalised words that stand in posts and in no personal name."""
    known = vocabulary()
    return frozenset(
        (*known.concept("role", OFFICE_HOLDER).cues, *known.concept("role", STANDING).cues)
    )


@lru_cache(maxsize=1)
def names_up_to_an_office() -> re.Pattern[str]:
    """Return the pattern of words up to the last office of an address ("…, Chair of ")."""
    offices = vocabulary().concept("role", OFFICE_HOLDER).cues
    others = vocabulary().concept("naming", "of-an-address").cues
    words = "|".join(re.escape(word) for word in (*offices, *others))
    return re.compile(rf".*\b(?:{words})\b[\s,]*(?:of\s+|for\s+)?", re.DOTALL)


def split_team_role(line: str) -> tuple[str, str] | None:
    """Return the role and what follows its colon, in a line of a team's list; else None.

    Any words of the names of team roles may stand together: "Shadow data analysts".
    """
    role, colon, names = line.partition(":")
    words = re.findall(r"[\w’']+", fold(role).replace("(s)", ""))
    if not colon or not words or len(role) > LONGEST_TEAM_ROLE:
        return None
    known, last = _team_words()
    if all(_singular(word) in known for word in words) and _singular(words[-1]) in last:
        return role.strip(), names.strip()
    return None


def leads(role: str) -> bool:
    """Tell whether a role of a team is that of its leader ("Reporting inspector")."""
    words = " ".join(_singular(word) for word in fold(role).split())
    return words in {fold(name) for name in vocabulary().concept("role", LEAD).names}


@lru_cache(maxsize=1)
def _team_words() -> tuple[frozenset[str], frozenset[str]]:
    """All words of the names of team roles, and those that may come last."""
    names = [
        [_singular(word) for word in fold(name).split()]
        for role in vocabulary().scheme("role")
        if TEAM_MEMBER in (role.slug, *role.broader)
        for name in (*(() if role.slug == TEAM_MEMBER else role.names), *role.cues)
    ]
    return frozenset(word for name in names for word in name), frozenset(name[-1] for name in names)


def _singular(word: str) -> str:
    return word.removesuffix("s")


@lru_cache(maxsize=1)
def inspector_standing() -> re.Pattern[str]:
    """Return the pattern of what follows a name in a joint team: "HMI, Ofsted lead inspector".

    Grade, inspectorate and part in the inspection come in any order.
    """
    known = vocabulary()
    inspectorates = [body for body in known.bodies if body.body_type == INSPECTORATE]
    phrases = [name for body in inspectorates for name in body.names]
    for slug in ("inspector", "senior-inspector"):
        phrases += known.concept("role", slug).names
    phrases += known.concept("role", TEAM_MEMBER).cues  # its label is no part in a team
    phrases += ["HMI", *sorted(_team_words()[0])]
    either_number = {*phrases, *(f"{each}s" for each in phrases)}
    longest_first = sorted(either_number, key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(re.sub("['’]", "['’]", re.escape(each)) for each in longest_first)
    return re.compile(rf"[\s,–-]+(?P<role>(?:(?:{words})\b[\s,]*)+)", re.IGNORECASE)
