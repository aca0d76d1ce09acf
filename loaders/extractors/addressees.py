"""The people a letter is addressed to, and those who sign it: names with their posts.

An entry is a name and a post ("Ann Example, Director of Children's Services, Exampleshire"); it
may wrap, and the page tells: the first word of a wrapped line had no room on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.extractors.actors import ActorFinder, post_at
from loaders.extractors.namings import find_local_names
from loaders.extractors.offices import post_words
from loaders.page import Line, join_lines, quote_lines
from loaders.records import Actor, Evidence, PartialDate, PostHolding
from ontology.matching import Match, Matcher
from ontology.vocabulary import vocabulary

_WORD = r"[A-ZÀ-Þ][\w’'‘.-]*"
PERSON = re.compile(
    r"(?:(?P<title>Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Cllr|Councillor|Sir|Dame|Lord|Lady|Baroness)"
    rf"\.?\s+)?(?P<name>{_WORD}(?:\s+(?:de|van|von|der|la|le|St|{_WORD})){{1,3}})"
)
HONOURS = re.compile(
    r",?\s*\b(?:[KCOM]BE|DBE|QPM|KPM|CB|CMG|KCB|DL|JP|MP|QC|KC|BSc|MSc|MB|ChB|DCH|FRC[A-Z]+|PhD|MA|BA|"
    r"RN|RGN)\b"
)
CONTACT = re.compile(
    r"[\s,;:–(-]*(?:\b(?:tel(?:ephone)?(?: no)?|phone|mobile|fax|e-?mail)\b[.:\s]*)?"
    r"(?:[\w.+-]+@[\w.-]+\w|(?:\+44[\s\d()]{0,5}|\b0|\(0)\d{2,5}\)?(?:[\s-]?\d){5,8}\b)\)?",
    re.IGNORECASE,
)
TITLES_KEPT = frozenset({"Sir", "Dame", "Lord", "Lady", "Baroness", "Dr", "Professor"})
OPEN_END = re.compile(r"(?:,|\b(?:and|of|for|the|to|in|with)|&|–|-)$", re.IGNORECASE)
COUNCIL_WORD = re.compile(r"\b(?:council|authority|borough|MBC|MDC)\b", re.IGNORECASE)
DEPUTY = re.compile(r"\b(?:deputy|assistant|vice)\W*$", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"\b(?!Interim|Acting|Executive|Joint|Strategic|Corporate)[A-Z][a-z]+|\bof the trust\b"
)
NAMES_ONLY = r"(?:[,\s]|\b(?:of|the|for|and)\b|\b[A-Z][\w’'-]*)*"
NEW_ENTRY_GAP = 1.4  # line heights
INDENT = 4.0  # points of a hanging indent
MEAN_LETTER = 0.5  # of the font size, the width of a letter


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and a post as printed; ``name`` is None where only a post stands."""

    name: str | None
    post: str
    evidence: Evidence


def read_entries(lines: Sequence[Line]) -> tuple[Entry, ...]:
    """Return the entries of an address block, wrapped lines joined."""
    return tuple(_entry(group) for group in _groups(lines))


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    right = max((line.right for line in lines), default=0.0)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, right):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(group: Sequence[Line], line: Line, right: float) -> bool:
    first, last = group[0], group[-1]
    if line.x > first.x + INDENT or OPEN_END.search(last.text.rstrip()):
        return True
    if line.gap > NEW_ENTRY_GAP or begins_with_person(line.text):
        return False
    return not _has_room(last, line, right)


def begins_with_person(text: str) -> bool:
    """Tell whether a line begins like an entry: two to four names, then a comma, dash or role.

    The name of a body is none ("Youth Offending Team").
    """
    match = PERSON.match(HONOURS.sub("", text))
    if not match or any(name.start == 0 for name in find_local_names(text)):
        return False
    rest = HONOURS.sub("", text)[match.end() :]
    return bool(match["title"] or rest.lstrip().startswith((",", "–", "-"))) or any(
        word in post_words() for word in match["name"].split()[1:]
    )


def _has_room(last: Line, line: Line, right: float) -> bool:
    """Tell whether the first word of ``line`` would have fitted on the line before."""
    if not last.right:
        return True
    word = line.text.split()[0]
    return last.right + (len(word) + 1) * (last.size or 12.0) * MEAN_LETTER < right


def without_contacts(text: str) -> str:
    """Return ``text`` without telephone numbers and e-mail addresses, which are no facts."""
    return CONTACT.sub("", text).strip()


def _entry(group: Sequence[Line]) -> Entry:
    text = without_contacts(join_lines(line.text for line in group))
    name, post = split_entry(text)
    return Entry(name, post, quote_lines(group))


def split_entry(text: str) -> tuple[str | None, str]:
    """Return the name and the post of "Ann Example QPM, Chief Constable, Exampleshire Police".

    Honours and "Mr", "Ms" are no part of the name.  A name without a comma ends before the first
    word that only posts have ("Neil Sample Assistant Director").
    """
    match = PERSON.match(text)
    if not match:
        return None, text
    words = match["name"].split()
    cut = next((i for i, word in enumerate(words) if i >= 2 and _is_no_name(word)), len(words))
    if _is_no_name(words[0]) or cut < 2 or (len(words) > 1 and _is_no_name(words[1])):
        return None, text
    name = " ".join(words[:cut])
    rest = text[match.start("name") + text[match.start("name") :].find(words[cut - 1]) :]
    rest = rest[len(words[cut - 1]) :]
    honours = re.match(rf"(?:{HONOURS.pattern})+", rest)
    post = rest[honours.end() if honours else 0 :].strip(" ,–-")
    title = match["title"]
    return (f"{title} {name}" if title in TITLES_KEPT else name), post


def _is_no_name(word: str) -> bool:
    return bool(word in post_words() or HONOURS.fullmatch(word)) or (
        len(word) > 2 and word.isupper()
    )


def post_of(printed: str, finder: ActorFinder, at: Actor | None = None) -> Actor | None:
    """Return the post that is printed: a known role at the body named with it, else at ``at``.

    A bare role is a post of the document's own area ("Independent Scrutineer"); one of another
    area whose body is not named stays a role.  A role unknown to the vocabulary is none.
    """
    found = _role_named(printed)
    if found is None:
        return _post_at_its_body(printed, finder)
    if DEPUTY.search(printed[: found.start]):
        return None
    rest = f"{printed[: found.start]}, {printed[found.end :]}"
    role = vocabulary().concept("role", found.key)
    body = at or _printed_body(rest, finder, at_council=role.related[:1] == ("council",))
    if body is None and not role.related:
        body = _last_words_body(printed[found.start : found.end], finder)
    if body:
        return post_at(role, body)
    if not ELSEWHERE.search(_without_own_place(rest, finder.council)):
        own = (each.actor for each in finder.find(printed[found.start : found.end]))
        return next((actor for actor in own if actor.role == role.slug), None)
    return Actor(kind="role", label=role.label, role=role.slug)


def _role_named(printed: str) -> Match[str] | None:
    """Return the role that opens a post and has a comma after it, else the longest named."""
    found = _roles().find_all(printed)
    for match in found:
        if match.start == 0 and printed[match.end : match.end + 1] == ",":
            return match
    return max(found, key=lambda match: match.end - match.start, default=None)


def _post_at_its_body(printed: str, finder: ActorFinder) -> Actor | None:
    """Return the post of "Manager, Exampleshire Youth Offending Team".

    A short word of office is a role (its hidden label) only at the body that follows it.
    """
    body = next((each for each in finder.find(printed) if each.actor.kind == "body"), None)
    if body is None:
        return None
    for role in vocabulary().scheme("role"):
        cues = role.cues if body.actor.body_type in role.related else ()
        if any(_leads_to(cue, printed[: body.start]) for cue in cues):
            return post_at(role, body.actor)
    return None


def _leads_to(word: str, before: str) -> bool:
    """Tell whether only names stand between an office's ``word`` and the end of ``before``."""
    return bool(re.search(rf"\b{re.escape(word)}\b{NAMES_ONLY}$", before))


def _last_words_body(role_words: str, finder: ActorFinder) -> Actor | None:
    """Return the body in which the words of a role end ("Head of Prison and Probation Service")."""
    of_what = role_words.partition(" of ")[2]
    ends = [each.actor for each in finder.find(of_what) if each.end == len(of_what)]
    return next((actor for actor in ends if actor.kind == "body"), None)


def _printed_body(text: str, finder: ActorFinder, at_council: bool) -> Actor | None:
    """Return the first body named; a bare place is its council only for a council's post."""
    for found in finder.find(text):
        actor = found.actor
        if actor.kind != "body" or actor.body_type == "group":
            continue
        in_full = COUNCIL_WORD.search(text[found.start : found.end])
        if actor == finder.council and not in_full and not at_council:
            continue
        return actor
    return None


def _without_own_place(text: str, council: Actor | None) -> str:
    own = [word for word in council.label.split() if word[0].isupper()] if council else []
    return " ".join(word for word in text.split() if word.strip(",") not in own)


@lru_cache(maxsize=1)
def _roles() -> Matcher[str]:
    return Matcher(
        (name.removeprefix("the "), role.slug)
        for role in vocabulary().scheme("role")
        for name in role.names
    )


def post_holdings(
    entries: Sequence[Entry], finder: ActorFinder, rule: str, day: PartialDate | None
) -> tuple[PostHolding, ...]:
    """Return who held which post on ``day``: the entries whose post is known, each once."""
    known: dict[tuple[str | None, Actor], PostHolding] = {}
    for entry in entries:
        post = post_of(entry.post, finder)
        if post:
            known.setdefault((entry.name, post), post_holding(entry, post, rule, day))
    return tuple(known.values())


def bodies_of(holdings: Iterable[PostHolding], finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the bodies but the council at which posts are held, as the posts name them."""
    found = (
        named.actor
        for holding in holdings
        for named in finder.find(holding.post_as_printed or "")
        if named.actor.kind == "body" and named.actor.body == holding.post.body
        if named.actor != finder.council
    )
    return tuple(dict.fromkeys(found))


def post_holding(
    entry: Entry, post: Actor, rule: str, day: PartialDate | None = None
) -> PostHolding:
    """Return the holding of ``post`` that an entry prints, as seen on ``day``."""
    interim = re.search(r"\b(?:interim|acting)\b", entry.post, re.IGNORECASE)
    return PostHolding(
        post=post,
        name=entry.name,
        post_as_printed=entry.post,
        in_post_on=day,
        appointment="interim" if interim else None,
        evidence=entry.evidence,
        rule=rule,
    )
