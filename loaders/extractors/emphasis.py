"""How much weight a place in the text of an item has, by the words of the vocabulary of emphases.

It knows sentences, their openings and what they stress; it knows nothing of themes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.matching import any_of, fold
from ontology.vocabulary import vocabulary

PURPOSE_SHARE = 0.75
LATER_SHARE = 0.85  # for the sentences after the first that counts
BACKGROUND_SHARE = 0.7  # for a sentence of findings that finds nothing amiss
CONSEQUENCE_SHARE = 0.5
CONCESSION_SHARE = 0.75
CIRCUMSTANCE_SHARE = 0.5
SUBJECT_SHARE = 0.15
LONGEST_SUBJECT = 120  # characters between who is to act and the verb
CIRCUMSTANCE_REACH = 50  # characters before a phrase in which its circumstance is looked for
LEAST_CLAUSE = 20  # characters: a shorter rest of a sentence is no clause of its own

_SENTENCE_END = re.compile(r"[.;:]\s+(?=[A-Z‘'])")
_BUT = re.compile(r",? but\b")


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The stress of one text: ``stretches`` are (start, end, weight 0 to 1), in order.

    ``asked_from`` is where the words on who is to act end (0: there are none), ``purpose_from``
    where a purpose begins (the length of the text: there is none).
    """

    text: str
    stretches: tuple[tuple[int, int, float], ...]
    asked_from: int
    purpose_from: int

    def weight(self, place: int) -> float:
        """Return the weight of the sentence or clause around ``place``."""
        around = (weight for start, end, weight in self.stretches if start <= place < end)
        return next(around, 1.0)

    def within(self, start: int, end: int) -> float:
        """Return the weight of what stands at ``text[start:end]``: its sentence and its part."""
        weight = self.weight(start)
        if end <= self.asked_from:
            weight *= SUBJECT_SHARE
        if start > self.purpose_from:
            weight *= PURPOSE_SHARE
        return weight

    def is_circumstance(self, start: int) -> bool:
        """Whether the phrase at ``start`` only says of which children or cases the text speaks."""
        before = fold(self.text[max(0, start - CIRCUMSTANCE_REACH) : start])
        return _grammar().circumstance.search(before) is not None


@dataclass(frozen=True, slots=True)
class _Grammar:
    purpose: re.Pattern[str]
    circumstance: re.Pattern[str]
    shortcoming: re.Pattern[str]
    consequence: re.Pattern[str]
    concession: re.Pattern[str]
    subject: re.Pattern[str]
    findings: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    words = {
        each.slug: any_of(map(str.lower, each.cues)) for each in vocabulary().scheme("emphasis")
    }
    return _Grammar(
        purpose=re.compile(rf"\b{words['purpose']}\b"),
        circumstance=re.compile(rf"\b{words['circumstance']}\s+(?:[\w']+\s+){{0,3}}$"),
        shortcoming=re.compile(rf"\b{words['shortcoming']}\b|n't\b"),
        consequence=re.compile(rf"\s*{words['consequence']}\b"),
        concession=re.compile(rf"\s*{words['concession']}\b[^,]*,"),
        subject=re.compile(
            rf"\W*(?:{words['qualifier']}\s+)*\w?{words['addressee']}\b"
            rf"[^.;]{{0,{LONGEST_SUBJECT}}}?\b{words['asking']}\b"
        ),
        findings=re.compile(rf"\W*{words['findings']}\b"),
    )


def is_list_of_findings(heading: str) -> bool:
    """Whether the items of a joint letter's list under ``heading`` narrate what was found."""
    return _grammar().findings.match(fold(heading)) is not None


def find_emphasis(text: str, findings: bool = False) -> Emphasis:
    """Return where the stress of a text lies.

    ``findings``: the text narrates what was found, so the sentence that finds something amiss
    tells what it is about; elsewhere that is the first sentence.
    """
    folded = fold(text)
    subject = _grammar().subject.match(folded)
    purpose = _grammar().purpose.search(folded)
    return Emphasis(
        text,
        tuple(_of_findings(folded, text) if findings else _in_order(text)),
        asked_from=subject.end() if subject else 0,
        purpose_from=purpose.start() if purpose else len(text),
    )


def _sentences(text: str) -> list[tuple[int, int]]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _in_order(text: str) -> Iterator[tuple[int, int, float]]:
    for order, (start, end) in enumerate(_sentences(text)):
        yield start, end, LATER_SHARE if order else 1.0


def _of_findings(folded: str, text: str) -> Iterator[tuple[int, int, float]]:
    grammar = _grammar()
    sentences = _sentences(text)
    follows = [bool(grammar.consequence.match(folded, *each)) for each in sentences]
    amiss = [bool(grammar.shortcoming.search(folded, *each)) for each in sentences]
    counts = [bad and not after for bad, after in zip(amiss, follows, strict=True)]
    first = counts.index(True) if True in counts else 0
    for order, (start, end) in enumerate(sentences):
        if order == first:
            weight = 1.0
        elif follows[order] and order:
            weight = CONSEQUENCE_SHARE
        else:
            weight = LATER_SHARE if counts[order] or True not in counts else BACKGROUND_SHARE
        yield from _clauses(folded, start, end, weight)


def _clauses(folded: str, start: int, end: int, weight: float) -> Iterator[tuple[int, int, float]]:
    """Yield a sentence, or its conceding and its other clause."""
    conceded = _grammar().concession.match(folded, start, end)
    turn = _BUT.search(folded, start + LEAST_CLAUSE, end)
    if conceded and conceded.end() < end - LEAST_CLAUSE:
        yield start, conceded.end(), weight * CONCESSION_SHARE
        yield conceded.end(), end, weight
    elif turn and turn.end() < end - LEAST_CLAUSE:
        yield start, turn.start(), weight * CONCESSION_SHARE
        yield turn.start(), end, weight
    else:
        yield start, end, weight
