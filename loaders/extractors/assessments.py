"""Which sentences of a letter say how something asked for earlier has fared.

Each finding is matched to what it is about by the rarer words that both share; sentences without
words of their own follow the topic that opens their paragraph.  What matches nothing is an area
in the letter's own words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.extractors.area_names import area_named
from loaders.extractors.changes import with_burdens_weighed
from loaders.extractors.cues import cued
from loaders.extractors.fared import fared
from loaders.extractors.flows import Flow
from loaders.extractors.progress import progress_of, recalls_inspection, summed
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.subjects import subject_of
from loaders.extractors.things import thing_of
from ontology.vocabulary import vocabulary

LEAST_SHARED = 1.5  # weight of shared stems; below, a sentence is about something else
SMOOTHING = 15  # sentences, so that a short letter's words weigh as a long one's
CLEAR_SHARE = 0.5  # of the best sentence's weight
CLEARLY_MORE = 1.2  # times the weight of the next likely topic
_WORD = re.compile(r"[A-Za-z][A-Za-z’'-]{2,}|\d+")
_SMALL_WORDS = frozenset(
    _WORD.findall(
        "the and but nor for from with within without into about over all any each every some "
        "this that these those there their them they its his her who whom which when where while "
        "are was were been being has have had not can may will should would must after more most "
        "also well time new"
    )
)


@dataclass
class Finding:
    """What was found of one thing: ``thing`` its ordinal among those asked about, or None."""

    thing: int | None
    area: str | None
    sentences: list[Flow] = field(default_factory=list)
    values: list[str] = field(default_factory=list)

    @property
    def progress(self) -> str | None:
        """The progress that the sentences amount to."""
        return summed(tuple(self.values))


def find_findings(things: Sequence[str], paragraphs: Sequence[Flow]) -> tuple[Finding, ...]:
    """Return findings about ``things`` in their order, then about other areas, as printed."""
    sentences = [each.text for paragraph in paragraphs for each in sentence_flows(paragraph)]
    matcher = _Topics(things, sentences)
    about = {index: Finding(index, None) for index in range(len(things))}
    areas: list[Finding] = []
    for paragraph in paragraphs:
        told = _Paragraph(matcher, sentence_flows(paragraph))
        for index, sentence, value in told.about_things():
            about[index].sentences.append(sentence)
            about[index].values.append(value)
        for turn, rest in enumerate(told.about_areas()):
            _add(areas, rest, turn > 0)
    return tuple(each for each in (*about.values(), *areas) if each.sentences)


def _add(areas: list[Finding], told: Sequence[tuple[Flow, str]], turned: bool) -> None:
    """Add what is told of one area; what is said of it a second time goes with the first.

    What turns round the finding before it and names nothing of its own is left out: whether it
    is about the same area cannot be told.
    """
    name = _area(told)
    if turned and name is None:
        return
    found = Finding(None, name, [each for each, _ in told], [value for _, value in told])
    for known in areas:
        same = known.progress == found.progress
        if same and name and (known.area or "").casefold() == name.casefold():
            known.sentences += found.sentences
            known.values += found.values
            return
    areas.append(found)


def _area(told: Sequence[tuple[Flow, str]]) -> str | None:
    """Return what the sentences are about, those first that recall an inspection."""
    compared = [each for each in told if recalls_inspection(each[0].text)]
    things = ((thing_of(each.text, value), each.text) for each, value in (*compared, *told))
    named = (area_named(thing, sentence) for thing, sentence in things)
    return next((each for each in named if each), None)


def stems(text: str) -> Counter[str]:
    """Return the content words of ``text``, cut to stems, with their number."""
    words = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    parts = (part for word in words for part in word.split("-") if part)
    return Counter(_stem(part) for part in parts if part not in _empty_words())


@lru_cache(maxsize=1)
def _empty_words() -> frozenset[str]:
    """Return the words that no thing has for itself."""
    return _SMALL_WORDS.union(vocabulary().concept("thing", "everywhere").cues)


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    for ending in ("ations", "ation", "ings", "ing", "ies", "ers", "ed", "es", "er", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


class _Topics:
    """Scores sentences against the things by shared stems.

    Stems that are rare in the letter and belong to few of the things weigh more.
    """

    def __init__(self, things: Sequence[str], sentences: Sequence[str]) -> None:
        self.things = [stems(thing).keys() for thing in things]
        belongs = Counter(stem for each in self.things for stem in each)
        spread = Counter(stem for each in sentences for stem in stems(each))
        many = len(sentences) + SMOOTHING
        self.weight = {
            stem: max(math.log(many / (1 + spread[stem])), 0.1) / belongs[stem] for stem in belongs
        }
        self.best = [
            max((self.share(index, each) for each in sentences), default=0.0)
            for index in range(len(self.things))
        ]

    def share(self, index: int, sentence: str) -> float:
        """Return the weight of the stems that a thing and a sentence share."""
        shared = self.things[index] & stems(sentence).keys()
        return sum(self.weight[stem] for stem in sorted(shared))

    def topic(self, sentence: str, usual: int | None) -> int | None:
        """Return the thing that ``sentence`` is about; ``usual`` is its paragraph's topic.

        Another thing takes it only by two shared stems or more and clearly more weight.  A sentence
        about the service as a whole is evidence of no single thing, whatever its paragraph says.
        """
        least = LEAST_SHARED
        if cued(_OF_THE_WHOLE).search(sentence):
            return None
        if usual is not None and _POINTS_BACK.match(sentence):
            return usual
        if usual is not None:
            least = max(least, CLEARLY_MORE * self.share(usual, sentence))
        clear = {
            index: share
            for index, thing in enumerate(self.things)
            if len(thing & stems(sentence).keys()) > 1
            and (share := self.share(index, sentence)) >= max(least, CLEAR_SHARE * self.best[index])
        }
        return max(clear, key=lambda index: (clear[index], -index), default=usual)

    def opening_topic(self, sentences: Sequence[str]) -> int | None:
        """Return the thing that a paragraph's first subject or first two sentences name.

        None where two things are as likely, for one word in passing, and where one of the two
        speaks of the service as a whole.
        """
        if not sentences or any(cued(_OF_THE_WHOLE).search(each) for each in sentences[:2]):
            return None
        subject = self._likeliest(subject_of(sentences[0]), 1)
        return self._likeliest(" ".join(sentences[:2]), 2) if subject is None else subject

    def _likeliest(self, words: str, stems_needed: int) -> int | None:
        shares = sorted(
            (self.share(index, words), -index)
            for index, thing in enumerate(self.things)
            if len(thing & stems(words).keys()) >= stems_needed
        )
        if not shares or shares[-1][0] < LEAST_SHARED:
            return None
        close = len(shares) > 1 and shares[-2][0] * CLEARLY_MORE > shares[-1][0]
        return None if close else -shares[-1][1]


class _Paragraph:
    """The sentences of one paragraph, each with its progress and its topic."""

    def __init__(self, matcher: _Topics, sentences: Sequence[Flow]) -> None:
        self.sentences = sentences
        opening = matcher.opening_topic([each.text for each in sentences])
        self.topics = [matcher.topic(each.text, opening) for each in sentences]

    def about_things(self) -> list[tuple[int, Flow, str]]:
        """Return the sentences that report progress on a thing."""
        return [
            (topic, sentence, value)
            for topic, sentence in zip(self.topics, self.sentences, strict=True)
            if topic is not None and (value := _told(sentence.text))
        ]

    def about_areas(self) -> list[list[tuple[Flow, str]]]:
        """Return the sentences on no thing, in paragraphs that compare with earlier findings.

        One that turns round what was said before begins a finding of its own.
        """
        told = [
            (sentence, value)
            for topic, sentence in zip(self.topics, self.sentences, strict=True)
            if topic is None and (value := _told(sentence.text))
        ]
        compared = any(
            recalls_inspection(s.text) or cued(_PROGRESS).search(s.text) for s, _ in told
        )
        apart: list[list[tuple[Flow, str]]] = []
        for sentence, value in told if compared else []:
            if apart and not _turns(apart[-1][-1][1], value, sentence.text):
                apart[-1].append((sentence, value))
            else:
                apart.append([(sentence, value)])
        return apart


def _told(sentence: str) -> str | None:
    """Return the progress that a sentence tells of; what is put right on the spot is none."""
    if cued(_ON_THE_SPOT).match(sentence):
        return None
    told = progress_of(with_burdens_weighed(sentence))
    found = fared(sentence) if told in _GOOD else None
    return found.progress if found and found.progress in _BAD else told  # "hardly any progress"


_ON_THE_SPOT = r"(?:When )?inspectors (?:made \w.{0,40} aware|<<thing/pointed-out>>)\b"


def _turns(before: str, value: str, sentence: str) -> bool:
    """Tell whether a sentence turns round what was said before, from good to bad or back."""
    if before in _GOOD and _HOWEVER.match(sentence):
        return value not in _GOOD
    return (before in _GOOD and value in _BAD) or (before in _BAD and value in _GOOD)


_HOWEVER = re.compile(r"(?:however|nevertheless|nonetheless|but)\b", re.IGNORECASE)
_GOOD = frozenset(("improved", "met", "maintained"))
_BAD = frozenset(("insufficient-progress", "declined"))


_PROGRESS = r"\b<<thing/pace>>\b"
_OF_THE_WHOLE = (
    r"\b<<thing/whole>>\b"
    r"|\bareas (?:(?:for improvement|of weakness) )?(?:of|in|within|across) the "
    r"(?:[\w’']+ ){0,4}services?\b"
    r"|\bacross (?:the whole|all|most) (?:of the )?(?:services?|areas)\b"
    r"|\b(?:service|services|authority) as a whole\b"
)
_POINTS_BACK = re.compile(
    r"(?:this|these|it|they|there|as a result|in addition|however|furthermore)\b", re.IGNORECASE
)
