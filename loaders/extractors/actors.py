"""Who is named in a text: bodies, roles and posts, resolved as far as one document allows.

A document names its safeguarding partnership once in full and then says "the Partnership";
`ActorFinder` reads the whole text first for such habits, then finds actors in any stretch of it.
Local bodies belong to the document's council and are never merged because they share a word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import lru_cache
from itertools import filterfalse

from loaders.extractors.board_places import board_places
from loaders.extractors.councils import (
    council_mentions,
    council_named,
    day_of_head,
    find_council,
    is_of_an_office,
    places_of,
)
from loaders.extractors.cues import cued
from loaders.extractors.groups import GROUP
from loaders.extractors.local_bodies import local_body, local_kinds, without_a_name
from loaders.extractors.named_once import (
    bodies_named,
    of_its_time,
    own_named,
    year_of,
)
from loaders.extractors.namings import (
    Naming,
    find_local_names,
    find_names,
    kinds_of_bodies,
    short_forms,
)
from loaders.extractors.posts import FoundActor, or_deputy, post_at, with_bodies_of_posts
from loaders.extractors.printed_bodies import printed_bodies, printed_throughout
from loaders.extractors.regional_bodies import (
    ONE_OF_SEVERAL,
    is_kind,
    name_before,
    named_regional_bodies,
    regional_actor,
)
from loaders.extractors.registered import OFSTED, registered_actor
from loaders.extractors.short_names import delivery_trust, most_printed
from loaders.records import Actor
from ontology.matching import Match, Matcher, any_of, fold
from ontology.vocabulary import vocabulary

__all__ = [
    "ActorFinder",
    "FoundActor",
    "council_named",
    "find_council",
    "local_body",
    "post_at",
    "shared_finder",
]

ABBREVIATION = re.compile(
    r"\(\s*(?:the\s+|hereafter\s+)?[‘'“\"]?([A-Z][A-Za-z&]{1,8}?)s?[’'”\"]?\s*\)"
)
DEFINED = re.compile(r"\(\s*(?:hereafter\s+)?[‘'“\"]?[Tt]he\s+(?P<noun>[A-Z][\w-]+)[’'”\"]?\s*\)")
PLACE_PREPOSITION = re.compile(
    r"\b(?:in|across|within|throughout|around|outside|from|into|near|all|for|of)\s+$", re.IGNORECASE
)
SCOPE_BEFORE = (
    r"(?:\b(?:the\s+)?(?:<<naming/which-body>>\s+)+"
    r"|\bthe\s+|\b(?:its|their|our|this)\s+(?:own\s+)?)$"
)
PARTNER_BEFORE = r"\b<<naming/working>>\s+with\s+$"
CHAIR_OF_THE = re.compile(r"(?:independent )?chair of the ", re.IGNORECASE)
AND_BEFORE = re.compile(r"(?P<words>(?:[\w’'-]+\s+){1,4})and\s+$")
COUNCIL_BY_RANK = re.compile(r"\b(?:County|City|Borough) Council$")
WHICH_COUNCIL = ("the", "the whole")
PARTNERSHIP, PARTNERS = "partnership", "partners"
SPOKEN_OF_OFTEN = 5
NHS_TRUST = "nhs-trust"
BOARD, SAFEGUARDING = "safeguarding-children-board", "safeguarding-children-partnership"
VERB_BEFORE = (  # "victims are expected to ‘police’ contact"
    r"\bto\s+[‘'“\"]$|\b<<naming/before-a-verb>>\s+to\s+$"
)
CITED_AFTER = re.compile(r",?\s+(?:19|20)\d\d\s*\)")  # "(Department for Education 2013)"
ARTICLE_BEFORE = re.compile(r"\b(?:the|an?|this|every|each)\s+$", re.IGNORECASE)
DEFINITE = re.compile(r"\b(?:the|this|that|its|both)\s+$", re.IGNORECASE)
ADDRESS_OF_OFSTED = re.compile(r"[\w.]+@ofsted\.gov\.uk", re.IGNORECASE)


class ActorFinder:
    """Finds actors in stretches of one document.

    ``text`` is the whole document, from which abbreviations, short forms and the names of
    regional bodies are learnt; ``council`` is what "the Council" means, None if unknown.
    """

    def __init__(self, text: str, council: Actor | None) -> None:
        self.council = council
        self._words = " ".join(text.split())
        self._places = places_of(council)
        places = any_of(filter(None, (board_places(text, council), *self._places)))
        self._place_before = re.compile(rf"(?:\bthe\s+)?\b{places}(?:[’']s?)?\s+$")
        seen = find_local_names(text)
        self._year = year_of(text)
        self._day = day_of_head(text)
        regional = named_regional_bodies(text, seen)
        self._regional, self._several = regional.most, regional.several
        self._misprinted = regional.misprinted
        self._kinds_in_capitals = frozenset(
            each.key.slug for each in seen if text[each.start].isupper()
        )
        printed = tuple(printed_throughout(text, council, self._place_before))
        own = [
            *self._defined(text),
            *self._short_forms(text, seen, printed),
            *self._abbreviations(text),
            *self._own_names(),
            *delivery_trust(text, council),
        ]
        self._own = Matcher(own)
        self._named_here: Mapping[str, tuple[str, Actor]] = {}

    def find(self, text: str) -> tuple[FoundActor, ...]:
        """Return the actors named in ``text``, leftmost and longest first, none overlapping."""
        chosen: list[FoundActor] = []
        found = sorted(self._candidates(text), key=lambda each: (each.start, -each.end))
        for each in found:
            if not chosen or each.start >= chosen[-1].end:
                chosen.append(each)
        return tuple(or_deputy(text, each) for each in with_bodies_of_posts(text, chosen))

    def within(self, text: str) -> ActorFinder:
        """Return a finder for the sentences of one item or paragraph.

        There "the board" is the one that it has named in full, whatever the document calls so.
        """
        narrowed = copy(self)
        narrowed._named_here = _named_in_full(text, self.find(text))
        return narrowed

    @property
    def _has_only_a_board(self) -> bool:
        return BOARD in self._kinds_in_capitals and SAFEGUARDING not in self._kinds_in_capitals

    def _own_names(self) -> Iterable[tuple[str, Actor]]:
        """Yield names that the matcher does not know: of a council that the register lacks, and
        of posts with the place in them ("Chair of the Exampleshire Partnership")."""
        if self.council and self.council.body_type:
            yield fold(self.council.label), self.council
            yield from ((f"{fold(place)} council", self.council) for place in self._places)
        ranked = COUNCIL_BY_RANK.search(self.council.label) if self.council else None
        if self.council and ranked:
            yield from ((f"{which} {ranked.group()}", self.council) for which in WHICH_COUNCIL)
        for role in vocabulary().scheme("role"):
            chairs = [name for name in role.names if CHAIR_OF_THE.match(name)]
            for place in self._places:
                for name in chairs:
                    placed = name.replace(" of the ", f" of the {place} ")
                    yield placed, self._role(role.slug)
                    yield f"the {placed}", self._role(role.slug)

    def _candidates(self, text: str) -> Iterable[FoundActor]:
        for form, (name, actor) in self._named_here.items():
            named_at = text.find(name)
            for bare in re.finditer(rf"\b(?i:{form[0]}){re.escape(form[1:])}\b", text):
                if named_at < 0 or named_at + len(name) < bare.start():
                    yield FoundActor(bare.start(), bare.end(), actor)
        names = find_names(text)  # "Police and Crime Commissioner" names no police
        roles = [each for each in names if each.key.kind == "role"]
        for own in self._own.find_all(text):
            of_a_role = any(each.start < own.end < each.end for each in roles)
            if not (of_a_role or cued(VERB_BEFORE).search(text, 0, own.start)):
                yield FoundActor(own.start, own.end, own.key)
        for match in names:
            if match.key.kind != "role" and any(_begins_role(match, each) for each in roles):
                continue
            if _is_a_verb(text, match) or CITED_AFTER.match(text, match.end):
                continue
            named = self._resolved(text, match.start, match.end, match.key)
            if named:
                yield named
            if named and named.actor.body_type == GROUP:
                yield from self._sharing_its_noun(text, named)
        of_whom = (self.council, self._place_before, self._words)
        for start, end, body in printed_bodies(text, names, *of_whom):
            yield FoundActor(start, end, body)
        yield from self._councils(text)
        for address in ADDRESS_OF_OFSTED.finditer(text):
            yield FoundActor(address.start(), address.end(), OFSTED)

    def _sharing_its_noun(self, text: str, found: FoundActor) -> Iterable[FoundActor]:
        """Yield the group that shares the last word: "night and day services", both services."""
        noun = text[found.start : found.end].split()[-1]
        words = AND_BEFORE.search(text, max(0, found.start - 60), found.start)
        for each in re.finditer(r"\S+", words["words"]) if words and found.end else ():
            stem = words["words"][each.start() :].strip() if words else ""
            concept = vocabulary().named("body-type", f"{stem} {noun}") if " " in stem else None
            if words and concept and concept.broader == (GROUP,):
                start = words.start("words") + each.start()
                yield FoundActor(start, start + len(stem), local_body(self.council, concept.slug))
                return

    def _councils(self, text: str) -> Iterable[FoundActor]:
        slug = self.council.body if self.council else None
        for mention in council_mentions(text, self._day, slug):
            own = self.council is not None and mention.body.slug == slug
            own = own or cued(PARTNER_BEFORE).search(text, 0, mention.start) is not None
            after = text[mention.end : mention.end + 12].lstrip()
            named_alone = own and not after[:1].isupper() and after[:1] not in "’'"
            article = ARTICLE_BEFORE.search(text, 0, mention.start)  # "the Exham standard"
            named_alone = named_alone and article is None
            if mention.full or (named_alone and not _is_place(text, mention.start)):
                actor = registered_actor(mention.body)
                yield FoundActor(mention.start, mention.end, actor)

    def _resolved(self, text: str, start: int, end: int, naming: Naming) -> FoundActor | None:
        if naming.kind == "council":
            return FoundActor(start, end, self.council) if self.council else None
        if naming.kind == "body":
            body = of_its_time(naming.slug, self._year)
            return FoundActor(start, end, registered_actor(body)) if body else None
        if naming.kind == "role":
            return FoundActor(start, end, self._role(naming.slug))
        if naming.kind == "regional":
            return self._regional_body(text, start, end, naming.slug)
        if naming.slug == SAFEGUARDING and text[start].islower() and self._has_only_a_board:
            return None  # "multi-agency safeguarding arrangements" before there were partnerships
        left = self._scope(text, start) if naming.kind == "local" else start
        return FoundActor(left, end, local_body(self.council, naming.slug))

    def _scope(self, text: str, start: int) -> int:
        """Return where the name of a local body begins: its place belongs to it."""
        before = cued(SCOPE_BEFORE).search(text, max(0, start - 40), start)
        start = before.start() if before else start
        if self._places:
            named = self._place_before.search(text, max(0, start - 60), start)
            start = named.start() if named else start
        return start

    def _role(self, slug: str) -> Actor:
        role = vocabulary().concept("role", slug)
        if self.council is None or not role.related:
            return Actor(kind="role", label=role.label, role=slug)
        if role.related[0] == "council":
            return Actor(kind="post", label=role.label, role=slug, body=self.council.body)
        if role.related[0] in local_kinds():
            return post_at(role, local_body(self.council, role.related[0]))
        named = self._regional.get(role.related[0])  # which force the document speaks of
        return post_at(role, named) if named else Actor("role", role.label, role=slug)

    def _regional_body(self, text: str, start: int, end: int, kind: str) -> FoundActor | None:
        """Resolve a police force, hospital or care board by the name that stands before it."""
        left, name = name_before(text, start, kind)
        if name:
            printed = " ".join(text[left:end].split())
            named = regional_actor(printed, kind)
            return FoundActor(left, end, self._misprinted.get(named.body, named))
        actor = self._spoken_of(text[start:end], text[:start], kind)
        return FoundActor(start, end, actor) if actor else None

    def _spoken_of(self, words: str, before: str, kind: str) -> Actor | None:
        """Return whom the words of a kind mean that stand without a name.

        Of several that a document names they mean none ("the clinical commissioning group"), and
        nobody's hospital where somebody is "admitted to hospital".
        """
        if kind in self._several:
            return self._together(kind)
        actor = self._regional.get(kind)
        if not is_kind(kind, ONE_OF_SEVERAL):
            return actor or self._together(kind)
        if actor is None:
            unnamed = without_a_name(self.council, kind)
            whole = fold(words) == fold(unnamed.label) and DEFINITE.search(before)
            return unnamed if kind != NHS_TRUST and (words[:1].isupper() or whole) else None
        known = set(fold(actor.label).split())
        said = fold(words).split()[-1]
        own = kind != NHS_TRUST or (said in known and DEFINITE.search(before) is not None)
        return actor if own else None

    def _together(self, kind: str) -> Actor | None:
        """Return the group of all bodies of a kind, where the vocabulary has one."""
        groups = (concept for _, concept in kinds_of_bodies() if concept.broader == ("group",))
        slug = next((group.slug for group in groups if kind in group.related), None)
        return local_body(self.council, slug) if slug else None

    def _defined(self, text: str) -> Iterable[tuple[str, Actor]]:
        """Yield the short forms that the document explains: "Improvement Board (“the Board”)"."""
        for bracket in DEFINED.finditer(text):
            before = text[max(0, bracket.start() - 90) : bracket.start()].rstrip()
            noun = bracket["noun"].lower()
            for found in _candidates_at_end(self, before, noun):
                if before.lower().endswith(noun):
                    yield f"the {noun}", found.actor

    def _short_forms(
        self,
        text: str,
        seen: Iterable[Match[Naming]],
        printed: Sequence[tuple[int, int, Actor]],
    ) -> Iterable[tuple[str, Actor]]:
        """Decide what "the Board" means here: the kind that the document names most in full.

        ``printed`` are the bodies without a known kind: one that is named more often is meant.

        A joint inspection's letter speaks of "the partnership" throughout and may never name it:
        then the partners are meant.
        """
        folded = fold(text)
        kinds_named = {match.key.slug for match in seen}
        claimed = {fold(cue): body for body in bodies_named(text) for cue in body.cues}
        contested = {
            form
            for form in claimed
            if any(naming.slug in kinds_named for naming in short_forms().get(form, ()))
        }
        for form in claimed.keys() - contested:
            yield form, registered_actor(claimed[form])
        counts = Counter(
            match.key.slug
            for match in seen
            if match.key.kind == "local"
            and (text[match.start].isupper() or PARTNERSHIP not in match.key.slug)
            and not any(start <= match.start < end for start, end, _ in printed)
        )
        of_own_names = most_printed(printed)
        for form, (actor, times) in of_own_names.items():
            kinds = (naming.slug for naming in short_forms().get(form, ()))
            if times > max((counts[slug] for slug in kinds), default=0):
                yield form, actor
        for form, namings in short_forms().items():
            regional = [self._regional.get(naming.slug) for naming in namings]
            known = next((actor for actor in regional if actor), None)
            local = [n.slug for n in namings if n.kind == "local"]
            spoken_of = PARTNERSHIP in form and folded.count(form) >= SPOKEN_OF_OFTEN
            if any(counts[slug] for slug in local) or (local and spoken_of):
                most = max(local, key=lambda slug: counts[slug])
                most = most if counts[most] else PARTNERS
                yield form, local_body(self.council, most)
                for place in self._places:
                    yield form.replace("the ", f"{place} ", 1), local_body(self.council, most)
            elif known and form not in contested:
                yield form, known

    def _abbreviations(self, text: str) -> Iterable[tuple[str, Actor]]:
        """Yield the abbreviations that the document explains in brackets after a name."""
        for place in filterfalse(str.isupper, self._places):
            initials = "".join(word[0] for word in place.split() if word[0].isupper())
            yield f"{initials}SCB", local_body(self.council, "safeguarding-children-board")
            yield f"{initials}SCP", local_body(self.council, "safeguarding-children-partnership")
        for bracket in ABBREVIATION.finditer(text):
            before = text[max(0, bracket.start() - 90) : bracket.start()].rstrip()
            if not bracket[1].isupper():
                continue
            known = _candidates_at_end(self, before, bracket[1])
            unknown = not known or any(_printed_at_end(self, before))
            own = own_named(self.council, before, bracket[1]) if unknown else None
            for found in () if own else known:
                yield bracket[1], found.actor
                yield bracket[1] + "s", found.actor
            if own:
                yield from ((form, own) for form in (bracket[1], own.label, f"the {own.label}"))


@lru_cache(maxsize=2)
def shared_finder(text: str, council: Actor | None) -> ActorFinder:
    """Return the finder for a document; its genre and what enriches every genre share it."""
    return ActorFinder(text, council)


def _named_in_full(text: str, found: Iterable[FoundActor]) -> Mapping[str, tuple[str, Actor]]:
    """Map "the board" to the name and the body of the one board that ``text`` names in full.

    The short forms of bodies of the register are among them ("probation" of the service).
    """
    forms: dict[str, set[tuple[str, Actor]]] = defaultdict(set)
    never_short = vocabulary().concept("naming", "never-short").cues
    for each in found:
        name = text[each.start : each.end]
        bare = name[4:] if name[:4].lower() == "the " else name
        proper = bare[:1].isupper()
        if each.actor.kind != "body" or not proper:
            continue
        noun = name.split()[-1]
        if " " in bare and noun.lower() not in never_short:
            forms[f"the {noun.lower()}"].add((name, each.actor))
        known = vocabulary().body(each.actor.body or "")
        for cue in known.cues if known else ():
            forms[cue].add((name, each.actor))
        kind = vocabulary().named("body-type", each.actor.body_type or "")
        for cue in kind.cues if kind and is_kind(kind.slug, ONE_OF_SEVERAL) else ():
            forms[cue].add((name, each.actor))
    return {
        form: next(iter(named))
        for form, named in forms.items()
        if len({actor for _, actor in named}) == 1
    }


def _begins_role(match: Match[Naming], role: Match[Naming]) -> bool:
    """Whether a name is but the first words of a role's."""
    return match.start <= role.start < match.end < role.end


def _is_a_verb(text: str, match: Match[Naming]) -> bool:
    """Whether a name in small letters is a verb: "expected to 'police' their contact"."""
    small = text[match.start].islower()
    return small and cued(VERB_BEFORE).search(text, 0, match.start) is not None


def _candidates_at_end(finder: ActorFinder, before: str, initials: str) -> tuple[FoundActor, ...]:
    """Return the longest actor whose name ends where ``before`` ends.

    A council's bare place begins with the first of the ``initials``.
    """
    candidates = [
        named
        for match in find_names(before)
        if match.end == len(before)
        for named in [finder._resolved(before, match.start, match.end, match.key)]
        if named
    ]
    candidates += [
        found
        for found in finder._councils(before)
        if found.end == len(before)
        and (before[found.start] == initials[0] or is_of_an_office(before[found.start :]))
    ]
    candidates += _printed_at_end(
        finder, before
    )  # "the Partnership for Upham and Wye (PUW)" is not Wye
    return tuple(sorted(candidates, key=lambda each: each.start)[:1])


def _printed_at_end(finder: ActorFinder, before: str) -> Iterator[FoundActor]:
    """Yield the body of a name of its own that ends where ``before`` ends."""
    of_whom = (finder.council, finder._place_before, finder._words)
    for start, end, body in printed_bodies(before, find_names(before), *of_whom):
        if end == len(before):
            yield FoundActor(start, end, body)


def _is_place(text: str, start: int) -> bool:
    """Whether a bare place name is where something happens, not who acts."""
    return PLACE_PREPOSITION.search(text, max(0, start - 14), start) is not None
