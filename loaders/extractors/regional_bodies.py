"""Police forces, hospitals, commissioners: bodies of a wider area than a council's, by their names.

A body of a kind is known by the proper name that stands before the kind's words ("Exampleshire
Constabulary"); a document that has named one may then speak of "the force".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations, takewhile, zip_longest

from loaders.extractors.namings import Naming, kinds_of_bodies
from loaders.extractors.offices import names_up_to_an_office
from loaders.records import Actor
from ontology.iris import slugify
from ontology.matching import Match, any_of, fold
from ontology.vocabulary import Body, vocabulary

CAPITALISED_BEFORE = re.compile(
    r"(?:(?<![\w’'-])[A-Z][\w’'&-]*(?:\s+(?:and|of|for|the|&|upon|on)(?=\s+[A-Z]))*\s+){1,6}$"
)
PLACES_BEFORE = re.compile(r"(?:(?<![\w’'-])[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3},\s+){1,4}$")
SEVERAL = re.compile(r"\s(?:and|&)\s")
NHS_BEFORE = re.compile(
    r"\bNHS\s+[A-Z][\w’'-]*(?:\s+(?:(?:and|of|the)\s+)?[A-Z][\w’'-]*){0,6},\s+$"
)  # "NHS Exampleshire, Integrated Care Board"
NHS_COMMISSIONER = "nhs-commissioner"
ONE_OF_SEVERAL, NAMED_AFTER_PLACES = "one-of-several", "named-after-places"
NAMED_IN_LOWER_CASE = "named-in-lower-case"  # "Exampleshire police force"
BEGINS_SENTENCE = re.compile(r"(?:^|[.:;•◼]|\n)\s*$")
BARE_POLICE = re.compile(r"police\b(?! (?:force|service))")
SHORTEST_MISPRINT = 8  # letters of a word


@dataclass(frozen=True, slots=True)
class RegionalBodies:
    """Whom a document names ``most`` of each kind, and the kinds of which it names ``several``.

    ``misprinted`` are those meant by names that are one letter off, by the misprints' slugs.
    """

    most: Mapping[str, Actor]
    several: frozenset[str]
    misprinted: Mapping[str | None, Actor]


def is_kind(kind: str, of_bodies: str) -> bool:
    """Tell whether a kind of bodies is one ``of_bodies`` that the vocabulary sets apart."""
    return of_bodies in vocabulary().concept("body-type", kind).related


def named_regional_bodies(text: str, seen: Iterable[Match[Naming]]) -> RegionalBodies:
    """Return which regional bodies the document names in full."""
    printed: dict[str, Counter[str]] = {}
    for match in seen:
        if match.key.kind == "regional" and text[match.start].isupper():
            left, name = name_before(text, match.start, match.key.slug)
            if name:
                words = " ".join(text[left : match.end].split())
                printed.setdefault(match.key.slug, Counter())[words] += 1
    return RegionalBodies(
        most={kind: regional_actor(_most_named(names), kind) for kind, names in printed.items()},
        several=frozenset(
            kind
            for kind, names in printed.items()
            if is_kind(kind, ONE_OF_SEVERAL) and _differ(names)
        ),
        misprinted={
            regional_actor(rare, kind).body: regional_actor(often, kind)
            for kind, names in printed.items()
            for rare, often in permutations(names, 2)
            if (names[rare], len(rare)) < (names[often], len(often))
            and _one_letter_off(rare, often)
        },
    )


def _one_letter_off(name: str, other: str) -> bool:
    """Tell whether two names differ in one letter of one long word only.

    Misprints are rarer than the name, or have lost a letter.
    """
    pairs = list(zip_longest(name.split(), other.split(), fillvalue=""))
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    if len(differing) != 1 or min(map(len, differing[0])) < SHORTEST_MISPRINT:
        return False
    short, long = sorted(differing[0], key=len)
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(short, long, strict=False))
    )
    rest, longer_rest = short[same:], long[same:]
    return longer_rest[1:] in (rest, rest[1:])


def _differ(names: Iterable[str]) -> bool:
    """Tell whether names are of more than one body: the end of a longer name is none."""
    folded = [fold(name) for name in names]
    longest = max(folded, key=len)
    return not all(longest.endswith(name.removeprefix("nhs ")) for name in folded)


def _most_named(names: Counter[str]) -> str:
    """Return the commonest name, the longest of several.

    "Exampleshire and Modelshire Police" counts as "Modelshire Police" where that stands alone.
    """
    counts: Counter[str] = Counter()
    for name, count in names.items():
        first, _, rest = name.partition(" and ")
        counts[rest if rest in names or rest.startswith(first) else name] += count
    return max(counts, key=lambda name: (counts[name], len(name)))


def name_before(text: str, start: int, kind: str) -> tuple[int, str]:
    """Return where a proper name that runs up to ``start`` begins, and the name itself.

    A letter's signatures stand before such names: nothing up to the last office belongs to it.
    """
    of_the_nhs = NHS_BEFORE.search(text, max(0, start - 80), start)
    if of_the_nhs and is_kind(kind, NHS_COMMISSIONER):
        return of_the_nhs.start(), of_the_nhs.group().rstrip(", \n")
    found = CAPITALISED_BEFORE.search(text, max(0, start - 80), start)
    if not found:
        return start, ""
    left = found.start()
    if is_kind(kind, NAMED_AFTER_PLACES) and SEVERAL.search(found.group()):
        places = PLACES_BEFORE.search(text, max(0, left - 60), left)
        begins = places.start() if places else left
        left = left if _ends_a_post(text, begins) else begins
    office = names_up_to_an_office().match(text[left:start])
    from_here = left + (office.end() if office else 0)
    words = list(re.finditer(r"\S+", text[from_here:start]))
    words = words[_after_other_body([word.group() for word in words]) :]
    while words and _no_part_of_a_name().fullmatch(words[0].group()):
        words.pop(0)
    if not words:
        return start, ""
    left = from_here + words[0].start()
    left = _after_places_of_others(text, left, start, kind)
    name = text[left:start].strip()
    owned = text[start].islower() and re.search(r"[’']s?$", name)
    if owned and not is_kind(kind, NAMED_IN_LOWER_CASE):
        return start, ""  # "Exampleshire's school population"
    common = (
        text[start].islower() and " " not in name and not _may_be_in_lower_case(text, start, kind)
    )
    if common and not _is_registered(name, kind) and BEGINS_SENTENCE.search(text, 0, left):
        return start, ""  # "Reduce school absence", "Consistent police checks"
    return left, name


def _may_be_in_lower_case(text: str, start: int, kind: str) -> bool:
    """Tell whether a name may stand before the kind's words in lower case: "police force"."""
    return is_kind(kind, NAMED_IN_LOWER_CASE) and not BARE_POLICE.match(text, start)


def _ends_a_post(text: str, begins: int) -> bool:
    """Tell whether the words up to ``begins`` end in a post ("Director of Nursing and")."""
    before = re.split(r"[,;\n]", text[max(0, begins - 60) : begins])[-1].rstrip()
    return before.endswith(" and") and names_up_to_an_office().search(before) is not None


def _after_places_of_others(text: str, left: int, start: int, kind: str) -> int:
    """Return where the name begins in "providers in Upham and Exampleshire Police"."""
    if _is_registered(text[left:start], kind):
        return left
    for joined in re.finditer(r"\s+and\s+", text[left:start]):
        if _is_registered(text[left + joined.end() : start], kind):
            return left + joined.end()
    return left


def _is_registered(name: str, kind: str) -> bool:
    endings = vocabulary().concept("body-type", kind).names
    bare = " ".join(fold(name).split())
    return any(f"{bare} {fold(ending)}" in _registered(kind) for ending in endings)


@lru_cache(maxsize=1)
def _no_part_of_a_name() -> re.Pattern[str]:
    """What may stand before a body's name: "the", "the Board's" of "the Board's police lead"."""
    words = any_of(vocabulary().concept("naming", "no-part").cues)
    owners = any_of(vocabulary().concept("naming", "owner").cues)
    return re.compile(rf"{words}(?:[’']s)?[,.]?|{owners}[’']s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _last_words_of_bodies() -> frozenset[str]:
    """The words in which names of councils and of local and regional bodies end."""
    known = vocabulary()
    names = [name for _, concept in kinds_of_bodies() for name in concept.names]
    names += known.concept("body-type", "council").names
    return frozenset(name.split()[-1] for name in names if name.split()[-1][0].isupper())


def _after_other_body(words: list[str]) -> int:
    """Return where a name begins in "Exampleshire Council and NHS Modelshire" (at "NHS")."""
    begins = 0
    for index, word in enumerate(words):
        if word == "NHS" and index + 1 < len(words):
            begins = index
        elif word == "and" and index and words[index - 1] in _last_words_of_bodies():
            begins = index + 1
    return begins


@lru_cache(maxsize=512)
def regional_actor(printed: str, kind: str) -> Actor:
    """Return a regional body by its printed name, the register's own where it ends in one.

    "Exampleshire police force" is what the register may call "Exampleshire Constabulary".  The
    NHS's boards are all called "NHS … Integrated Care Board".
    """
    endings = vocabulary().concept("body-type", kind).names
    ending = next(
        (end for end in sorted(endings, key=len, reverse=True) if _ends(printed, end)), ""
    )
    bare = printed[: len(printed) - len(ending)].strip()
    for name in (printed, *(f"{bare} {other}" for other in endings if bare)):
        words = fold(name).split()
        own = 0 if name == printed else len(words) - len(bare.split())
        for first in range(len(words) - own):
            body = _registered(kind).get(" ".join(words[first:]))
            if body:
                own_type = kind if body.body_type == kind else None
                return Actor(kind="body", label=body.label, body=body.slug, body_type=own_type)
    name = f"{bare} {endings[0]}" if ending.islower() and bare else printed
    if is_kind(kind, NHS_COMMISSIONER):
        bare = bare.removeprefix("NHS ").removesuffix(" NHS").removesuffix(",")
        name = f"NHS {bare} {endings[0]}"
    return Actor(kind="body", label=name, body=slugify(name), body_type=kind)


def _ends(printed: str, ending: str) -> bool:
    return fold(printed).endswith(fold(ending))


@lru_cache(maxsize=16)
def _registered(kind: str) -> Mapping[str, Body]:
    """The bodies of a kind in the register, by every name.

    A national body of the kind's own name is among them: its divisions are no bodies.
    """
    of_kind = {fold(name) for name in vocabulary().concept("body-type", kind).names}
    return {
        " ".join(fold(name).split()): body
        for body in vocabulary().bodies
        for name in body.names
        if body.body_type == kind or fold(name) in of_kind
    }
