"""The people a letter is addressed to, and those who sign it: names with their posts.

An entry is a name and a post ("Ann Example, Director of Children's Services, Exampleshire"); it
may wrap, and the page tells: the first word of a wrapped line had no room on the line before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.extractors.actors import ActorFinder, post_at
from loaders.extractors.cues import cued
from loaders.extractors.namings import find_local_names, kinds_of_bodies
from loaders.extractors.offices import post_words
from loaders.page import Line, join_lines, quote_lines
from loaders.records import Actor, Evidence, PartialDate, PostHolding
from ontology.iris import slugify
from ontology.matching import Match, Matcher, any_of, fold
from ontology.vocabulary import Concept, vocabulary

_WORD = r"[A-ZÀ-Þ][\w’'‘.-]*"
CONTACT = (
    r"[\s,;:–(-]*(?:\b<<naming/contact>>\b[.:\s]*)?"
    r"(?:[\w.+-]+@[\w.-]+\w|(?:\+44[\s\d()]{0,5}|\b0|\(0)\d{2,5}\)?(?:[\s-]?\d){5,8}\b)\)?"
)
OPEN_END = re.compile(r"(?:,|\b(?:and|of|for|the|to|in|with)|&|–|-)$", re.IGNORECASE)
ELSEWHERE = r"(?-i:\b(?!<<naming/standing>>)[A-Z][a-z]+|\bof the trust\b)"
COMMISSIONER = "police-and-crime-commissioner"  # slug of the role and of its office
AREA_OF = re.compile(r"^\s*(?:for|of)\s+(?:the\s+)?", re.IGNORECASE)
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
    match = _person().match(_honour().sub("", text))
    if not match or any(name.start == 0 for name in find_local_names(text)):
        return False
    rest = _honour().sub("", text)[match.end() :]
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
    return cued(CONTACT).sub("", text).strip()


def _entry(group: Sequence[Line]) -> Entry:
    text = without_contacts(join_lines(line.text for line in group))
    name, post = split_entry(text)
    return Entry(name, post, quote_lines(group))


def split_entry(text: str) -> tuple[str | None, str]:
    """Return the name and the post of "Ann Example QPM, Chief Constable, Exampleshire Police".

    Honours and "Mr", "Ms" are no part of the name.  A name without a comma ends before the first
    word that only posts have ("Neil Sample Assistant Director").
    """
    match = _person().match(text)
    if not match:
        return None, text
    words = match["name"].split()
    cut = next((i for i, word in enumerate(words) if i >= 2 and _is_no_name(word)), len(words))
    if _is_no_name(words[0]) or cut < 2 or (len(words) > 1 and _is_no_name(words[1])):
        return None, text
    name = " ".join(words[:cut])
    rest = text[match.start("name") + text[match.start("name") :].find(words[cut - 1]) :]
    rest = rest[len(words[cut - 1]) :]
    honours = re.match(rf"(?:{_honour().pattern})+", rest)
    post = rest[honours.end() if honours else 0 :].strip(" ,–-")
    title = match["title"]
    return (
        f"{title} {name}" if title in vocabulary().concept("naming", "title").alternatives else name
    ), post


@lru_cache(maxsize=8)
def _word(concept: str, after: str = "") -> re.Pattern[str]:
    words = any_of(vocabulary().concept("naming", concept).cues)
    return re.compile(rf"\b{words}\b{after}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _person() -> re.Pattern[str]:
    """A title and two to four words of a name, small words of names among them."""
    title = vocabulary().concept("naming", "title")
    particles = any_of(vocabulary().concept("naming", "particle").cues)
    return re.compile(
        rf"(?:(?P<title>{any_of((*title.alternatives, *title.cues))})\.?\s+)?"
        rf"(?P<name>{_WORD}(?:\s+(?:{particles}\b|{_WORD})){{1,3}})"
    )


@lru_cache(maxsize=1)
def _honour() -> re.Pattern[str]:
    honours = any_of(vocabulary().concept("naming", "honour").cues)
    return re.compile(rf",?\s*\(?\b{honours}\b\)?")


def _is_no_name(word: str) -> bool:
    return bool(word in post_words() or _honour().fullmatch(word)) or (
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
    if _word("deputy", r"\W*$").search(printed[: found.start]):
        return None
    rest = f"{printed[: found.start]}, {printed[found.end :]}"
    role = vocabulary().concept("role", found.key)
    body = at or _printed_body(rest, finder, at_council=role.related[:1] == ("council",))
    if body is None and not role.related:
        body = _last_words_body(printed[found.start : found.end], finder)
    if body:
        return post_at(role, body)
    if not cued(ELSEWHERE).search(_without_own_place(rest, finder.council)):
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


def posts_of(printed: str, finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the posts that are printed: one, or one at each of several bodies of a kind.

    Where the vocabulary knows no such role, the body that stands apart after a comma; an actor
    without body where none does.  Words that name no office are no post.
    """
    printed = _of_one(printed)
    post = post_of(printed, finder)
    if post is None:
        is_office = any(word in post_words() for word in printed.partition(",")[0].split())
        return (_body_apart(printed, finder),) if is_office else ()
    role = vocabulary().concept("role", post.role or "")
    if post.kind == "role":
        area = commissioner_named(printed)
        return (post_at(role, area) if area else post,)
    others = (
        post_at(role, found.actor)
        for found in finder.find(printed)
        if found.actor.kind == "body" and found.actor.body_type == post.body_type is not None
    )
    return tuple(dict.fromkeys((post, *others)))


def _of_one(printed: str) -> str:
    """Return a post with the last of several bodies of a kind in the singular.

    "The Upham CCG and Downham CCGs" are two; what "Upham and Downham CCGs" are is not said.
    """
    several = _plurals().search(printed)
    before = re.split(r",| and ", printed[: several.start()])[:-1] if several else ()
    if several is None or not any(part.endswith(several[1]) for part in before[-1:]):
        return printed
    return f"{printed[: several.end() - 1]}{printed[several.end() :]}"


def commissioner_named(printed: str) -> Actor | None:
    """Return the police and crime commissioner of the force area that a post names, as a body.

    It is their office, not the police force, and bears the area's name as printed, which may be
    an earlier one.  A post that names no force's area names no body.
    """
    kind = vocabulary().concept("body-type", COMMISSIONER)
    role = _role_named(printed)
    if role is None or COMMISSIONER not in vocabulary().concept("role", role.key).related:
        return None
    around = f"{printed[: role.start]} {AREA_OF.sub('', printed[role.end :])}"
    printed_area = around.strip(" ,")
    area = _force_areas().get(fold(printed_area))
    if area is None:
        return None
    body = slugify(f"{kind.label} for {area}")
    label = f"{kind.label} for {printed_area}"
    return Actor(kind="body", label=label, body=body, body_type=kind.slug)


@lru_cache(maxsize=1)
def _force_areas() -> Mapping[str, str]:
    """The areas of the police forces, by all names of each without "Police" or "Constabulary"."""
    endings = vocabulary().concept("body-type", "police").names
    forces = [body for body in vocabulary().bodies if body.body_type == "police"]
    return {
        fold(_without_ending(name, endings)): _without_ending(force.label, endings)
        for force in forces
        for name in force.names
    }


def _without_ending(name: str, endings: Iterable[str]) -> str:
    ends = (end for end in sorted(endings, key=len, reverse=True) if name.endswith(f" {end}"))
    return name.removesuffix(next(ends, "")).strip()


def _body_apart(printed: str, finder: ActorFinder) -> Actor:
    """Return the body that a comma parts from the words of the post; no place stands for one."""
    for found in finder.find(printed):
        alone = printed[: found.start].rstrip().endswith((",", "–", "-")) and (
            printed[found.end : found.end + 1] in ("", ",")
        )
        place = found.actor == finder.council and not _word("council-word").search(
            printed[found.start : found.end]
        )
        if found.actor.kind == "body" and found.actor.body_type != "group" and alone and not place:
            return found.actor
    return Actor(kind="body", label="")


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
        in_full = _word("council-word").search(text[found.start : found.end])
        if actor == finder.council and not in_full and not at_council:
            continue
        return actor
    return None


def _without_own_place(text: str, council: Actor | None) -> str:
    own = [word for word in council.label.split() if word[0].isupper()] if council else []
    return " ".join(word for word in text.split() if word.strip(",") not in own)


def role_of(printed: str) -> Concept | None:
    """Return the role with which a printed post begins, in the longest of its names.

    "Inspector of Mines" is no "Inspector": words that go on with "of" name another office.
    """
    found = [match for match in _roles().find_all(printed) if match.start == 0]
    longest = max(found, key=lambda match: match.end, default=None)
    if longest is None or printed[longest.end :].startswith(" of "):
        return None
    return vocabulary().concept("role", longest.key)


@lru_cache(maxsize=1)
def _plurals() -> re.Pattern[str]:
    """Kinds of bodies in the plural, where a post names several: "… and Exampleshire CCGs"."""
    names = {name for _, kind in kinds_of_bodies() for name in kind.names if name[0].isupper()}
    return re.compile(rf"\b({'|'.join(map(re.escape, sorted(names)))})s\b(?! [A-Z])")


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
        for post in posts_of(entry.post, finder) if entry.name else ():
            known.setdefault((entry.name, post), post_holding(entry, post, rule, day))
    return tuple(known.values())


def bodies_of(holdings: Iterable[PostHolding], finder: ActorFinder) -> tuple[Actor, ...]:
    """Return the bodies but the council at which posts are held, as the posts name them."""
    found: list[Actor] = []
    for holding in holdings:
        printed = _of_one(holding.post_as_printed or "")
        office = commissioner_named(printed)
        named = [office] if office else [each.actor for each in finder.find(printed)]
        found += [
            actor
            for actor in named
            if actor.kind == "body" and actor.body == holding.post.body and actor != finder.council
        ]
    return tuple(dict.fromkeys(found))


def post_holding(
    entry: Entry, post: Actor, rule: str, day: PartialDate | None = None
) -> PostHolding:
    """Return the holding of ``post`` that an entry prints, as seen on ``day``."""
    interim = _word("interim").search(entry.post)
    return PostHolding(
        post=post,
        name=entry.name,
        post_as_printed=entry.post or None,
        in_post_on=day,
        appointment="interim" if interim else None,
        evidence=entry.evidence,
        rule=rule,
    )
