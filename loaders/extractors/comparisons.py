"""Sentences of a full report that say how something has fared since an earlier inspection.

Stricter than what a letter on a visit needs, where every sentence is about progress: `fared` says
what a sentence must tell.  What it points back to is sought in the sentence before; boxes that
tell of one case, and items that only ask, are no findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from loaders.extractors.area_names import area_named
from loaders.extractors.changes import (
    with_burdens_weighed,
)
from loaders.extractors.claims import (
    defines_grades,
    has_no_result,
    is_of_others,
    without_wishes,
)
from loaders.extractors.comparing import (
    comparison_in,
)
from loaders.extractors.fared import CHANGE, MAY_SAY_CHANGE, RULE, Fared, fared
from loaders.extractors.flows import Flow
from loaders.extractors.progress import (
    effect_pending,
    is_mere_measure,
    is_too_early,
    progress_of,
)
from loaders.extractors.readings import first_told, tells
from loaders.extractors.sections import (
    paragraph_groups,
    section_under,
    sections_under,
    unmarked_flow,
)
from loaders.extractors.sentences import Sentence, split_sentences
from loaders.extractors.subjects import judgement_area
from loaders.extractors.things import (
    is_improvement_on_before,
    is_of_a_part,
    points_back,
    thing_described,
    thing_of,
    thing_stated,
)
from loaders.extractors.trend_forms import names_nothing
from loaders.extractors.trends import may_tell_trend, trend_stated
from loaders.page import Quote, SourceText
from loaders.records import Actor, Assessment
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

TOLD_BY_OTHERS = "the document reports this as what others say, not as its own finding"
UNDER_HEADING = "that it compares is said by the heading of its section"
SINCE_WHEN = "the sentence does not say since when"
NAMED_BEFORE = "what it is about is named in the sentence before"
NAMED_FURTHER_BACK = "what it is about is named further back than the sentence before"
TOO_EARLY = "it says that it is too early to tell what comes of it"
LONGEST = 160  # characters of a sentence that stands for what it is about

_PROGRESS_HEADING = re.compile(
    r"Progress since (?:the|its|their) (?:last|previous) (?:\w+ )?inspection\W*", re.IGNORECASE
)
_NUMBER = re.compile(r"^\d{1,3}\.?\s*(?=[A-Z])|^Summary (?=[A-Z])")


@dataclass(frozen=True, slots=True)
class ReadBeside:
    """What else was read: ``taken`` are the stretches of items, which are no findings, ``areas``
    the slugs of the areas in which the report gives judgements."""

    taken: tuple[Quote, ...] = ()
    areas: frozenset[str] = frozenset()


def find_comparisons(
    source: SourceText, assessor: Actor | None, beside: ReadBeside = ReadBeside()
) -> tuple[Assessment, ...]:
    """Return one assessment for each thing that a report compares with an earlier inspection.

    ``assessor`` is who writes the report.  What is said twice with one result is one assessment.
    """
    return _assessments(source, _comparing_paragraphs(source), assessor, beside)


def compared(
    source: SourceText,
    paragraphs: Iterable[Flow],
    assessor: Actor | None,
    beside: ReadBeside = ReadBeside(),
) -> tuple[Assessment, ...]:
    """Return the same of some ``paragraphs`` of a document."""
    return _assessments(source, ((each, False) for each in paragraphs), assessor, beside)


def _assessments(
    source: SourceText,
    paragraphs: Iterable[tuple[Flow, bool]],
    assessor: Actor | None,
    beside: ReadBeside,
) -> tuple[Assessment, ...]:
    """Return the assessments in paragraphs, each with whether the heading above it compares."""
    merged: dict[tuple[str, str], Assessment] = {}
    for comparison in _comparisons(paragraphs):
        found = _assessment(comparison, source, assessor)
        if _overlap(found.evidence, beside.taken):
            continue
        area = judgement_area(found.area or "")
        if area in beside.areas and comparison.before is None:
            found = replace(found, judgement_area=area)
        said = " ".join(each.text for each in comparison.told)
        key = (comparison.named or said).casefold(), found.progress
        merged[key] = _both(merged[key], found) if key in merged else found
    return tuple(merged.values())


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The sentence, the sentence before it where that names what it is about, and the result.

    ``measure`` is the sentence before where that tells only of a measure, and this of its result;
    ``measured`` is what the measure, or the gain of which this makes less, is about.
    """

    sentence: Flow
    before: Flow | None
    result: Fared
    named_further_back: bool = False
    measure: Flow | None = None
    measured: str | None = None

    @property
    def told(self) -> tuple[Flow, ...]:
        """The sentences that say it."""
        before = self.before or self.measure
        return (before, self.sentence) if before else (self.sentence,)

    @property
    def area(self) -> str | None:
        """What has fared so, in words of the report; None where they do not settle it.

        Of "Reviews are in time. This is an improvement" it is the first sentence; of "Staff change
        too often. This has improved" that would be the contrary.
        """
        return area_named(self.named, (self.before or self.sentence).text)

    @property
    def named(self) -> str | None:
        """What it names as having fared so, be it a whole name or not."""
        if self.before is None:
            return _named(self.sentence.text, self.result)
        if self.measured:
            return self.measured
        if self.named_further_back:
            return None
        stated = self.before.text.rstrip(" .")
        weakness = first_told("claim/as-weakness", stated)
        if weakness:
            return weakness.parts["what"]
        if tells("claim/just-changed", self.sentence.text):
            return thing_described(stated)
        better = is_improvement_on_before(self.sentence.text) and progress_of(stated) in _NOT_BAD
        return thing_stated(stated) if better and len(stated) <= LONGEST else None


_NOT_BAD = (None, "improved", "met", "maintained")
_GOOD = ("improved", "some-progress", "met")
_BAD = ("insufficient-progress", "declined")
_THEIR_OWN = re.compile(r"(?:These|Those|This|That) \w+(?:[’']s|s[’']) [a-z]+")  # whose it is
_OF_IT = re.compile(
    r"^(?:\w+, )?(?:but )?(?:this|these|those|it|they)\b(?: \w+){0,2}? "
    r"(?:is|are|has|have|remains?|continues?)\b",
    re.IGNORECASE,
)
_MEANS_THAT = re.compile(r"^(?:This means|This has meant|It is evident) that ")


def _comparisons(paragraphs: Iterable[tuple[Flow, bool]]) -> Iterator[_Comparison]:
    for paragraph, heading_compares in paragraphs:
        sentences = [_without_number(each) for each in split_sentences(paragraph.text)]
        told = _told_in_turn([each.text for each in sentences], heading_compares)
        joined = _joined_to_before(told)
        for index, (sentence, found) in enumerate(zip(sentences, told, strict=True)):
            if found is None or (index + 1 in joined):
                continue  # only for the others it matters where they stand
            before = sentences[max(index - 1, 0)]
            stretch = paragraph.part(before.start, before.end)
            reserved = joined.get(index, False)
            same_thing = not reserved or _is_of_it(sentence.text)
            yield _Comparison(
                paragraph.part(sentence.start, sentence.end),
                stretch if found.points else None,
                replace(found.result, progress="some-progress") if reserved else found.result,
                found.named_further_back,
                stretch if index in joined else None,
                _thing(told[index - 1]) if index in joined and same_thing else None,
            )


def _is_of_it(reserve: str) -> bool:
    """Tell whether ``reserve`` says of that very thing that it is not enough, and of no other."""
    return bool(_OF_IT.match(reserve)) and not tells("claim/cause", reserve)


def _joined_to_before(told: Sequence[_Told | None]) -> dict[int, bool]:
    """Return which sentences are one statement with the one before: whether they make less of it.

    None of them is joined to one that is itself joined to the one before it.
    """
    joined: dict[int, bool] = {}
    for index in range(len(told) - 1, 0, -1):
        reserves = _reserves(told[index], told[index - 1])
        if index + 1 not in joined and (reserves or _is_result(told[index], told[index - 1])):
            joined[index] = reserves
    return joined


def _told_in_turn(sentences: Sequence[str], heading_compares: bool) -> list[_Told | None]:
    """Return what each of the sentences of a paragraph says."""
    beside = zip(("", *sentences), sentences, (*sentences[1:], ""), strict=False)
    return [_told(each, before, after, heading_compares) for before, each, after in beside]


def _is_result(found: _Told | None, measure: _Told | None) -> bool:
    """Tell whether ``found`` is what came of a mere ``measure`` of the sentence before."""
    if found is None or measure is None or not measure.measures:
        return False
    named, thing = _thing(measure), _thing(found)
    same = named and thing and thing.lower().endswith(named.lower())
    return found.result.progress == "improved" and bool(found.points or same)


def _reserves(found: _Told | None, gain: _Told | None) -> bool:
    """Tell whether ``found`` makes less of the ``gain`` of the sentence before, to which it points.

    "Visits are more regular. However, this has not yet reached all families" is some progress.
    """
    if found is None or gain is None or not found.points:
        return False
    less = found.result.progress in ("some-progress", *_BAD)
    return gain.result.progress in ("improved", "met") and less


def _thing(told: _Told | None) -> str | None:
    """Return what a sentence itself names as having fared so."""
    return told.result.assessed.thing if told and told.result.assessed else None


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence says, and whether it points to the one before for what it is about.

    ``named_further_back`` is whether that one only points back as well, ``measures`` whether it
    tells only of what is done, and not of what has come of it.
    """

    result: Fared
    points: bool
    named_further_back: bool = False
    measures: bool = False


def _told(sentence: str, before: str, after: str, heading_compares: bool) -> _Told | None:
    result = fared(sentence, heading_compares, before)
    if result is None:
        told = _told_of_before(sentence, before, after) if before else None
        return _Told(Fared(told), points=True) if told else None
    if result.told_by_others and tells("claim/denied", after):
        return None
    points = bool(before) and _named(sentence, result) is None
    points = points and points_back(_MEANS_THAT.sub("", sentence))
    further_back = points and result.rule == CHANGE and _names_nothing(before)
    if further_back and tells("claim/cause", sentence):
        points = further_back = False
    measures = result.progress == "some-progress" and is_mere_measure(sentence)
    return _Told(_dated(result, before if points else None), points, further_back, measures)


def _named(sentence: str, result: Fared) -> str | None:
    """Return what ``sentence`` itself says has fared so."""
    assessed = result.assessed
    if assessed and (assessed.thing or not assessed.sought) and not is_of_a_part(sentence):
        return assessed.thing
    thing = thing_of(with_burdens_weighed(sentence), result.progress)
    if thing is None or (" " in thing and names_nothing().fullmatch(thing)):
        return None  # "the service", "take up": of what, was said before
    return thing.partition(" now ")[0] if assessed else thing


def _dated(result: Fared, pointed: str | None) -> Fared:
    """Return ``result`` as one of a comparison where the sentence before names the inspection."""
    known = pointed and result.rule == CHANGE and comparison_in(pointed)
    return replace(result, rule=RULE) if known else result


def _names_nothing(sentence: str) -> bool:
    """Tell whether ``sentence`` itself only points back, or says of nothing that it is better."""
    if points_back(sentence):
        return True
    told = trend_stated(without_wishes(sentence)) if may_tell_trend(sentence) else None
    return told is not None and told.progress in _GOOD and thing_of(sentence, told.progress) is None


def _told_of_before(sentence: str, before: str, after: str) -> str | None:
    """Return what a pronoun's sentence says of what the sentence before tells.

    Either that was found by an earlier inspection ("This has not been rectified"), or it is bad
    now and was found then ("These weaknesses were identified at the last inspection").
    """
    remedied = tells("claim/remedied", sentence)
    was_found = tells("claim/found-then", sentence)
    if not (remedied or was_found) or is_of_others(before) or has_no_result(sentence):
        return None
    if remedied and comparison_in(before):
        return progress_of(sentence)
    was_found = was_found and bool(comparison_in(sentence))
    if was_found and progress_of(before) in _BAD and not tells("claim/remedied", after):
        return "insufficient-progress"
    return None


def _comparing_paragraphs(source: SourceText) -> Iterator[tuple[Flow, bool]]:
    """Yield the paragraphs that may say what has changed, and whether a heading above compares."""
    start, end = section_under(source.body, _PROGRESS_HEADING)
    examples = tuple(sections_under(source.body, _of_one_case()))
    for group in paragraph_groups(source.body):
        text = " ".join(line.text.strip() for line in group)
        below = start < group[0].start < end
        if any(first <= group[0].start < last for first, last in examples):
            continue
        if below or (_may_compare(text) and not defines_grades(text)):
            yield unmarked_flow(group), below


@cache
def _of_one_case() -> re.Pattern[str]:
    """Return the pattern of the headings of boxes that tell of one case only."""
    cues = any_of(vocabulary().concept("heading", "example").cues)
    return re.compile(rf"{cues}\b.*", re.IGNORECASE)


def _may_compare(text: str) -> bool:
    """Tell whether to look closer."""
    if any(word in text for word in MAY_SAY_CHANGE) or may_tell_trend(text):
        return True
    return bool(comparison_in(text))


def _without_number(sentence: Sentence) -> Sentence:
    number = _NUMBER.match(sentence.text)
    if number is None:
        return sentence
    return Sentence(sentence.text[number.end() :], sentence.start + number.end(), sentence.end)


def _assessment(found: _Comparison, source: SourceText, assessor: Actor | None) -> Assessment:
    owned = _THEIR_OWN.match(found.sentence.text)
    named = NAMED_FURTHER_BACK if found.named_further_back else NAMED_BEFORE
    doubts = [named] if found.before and not owned else []
    compares = any(comparison_in(each.text) for each in found.told)
    under_heading = found.result.rule == RULE and not compares
    doubts += [UNDER_HEADING] if under_heading else []
    doubts += [SINCE_WHEN] if found.result.rule == CHANGE else []
    said = found.sentence.text
    too_early = is_too_early(said) or bool(effect_pending(said))
    doubts += [TOO_EARLY] if found.result.progress == "some-progress" and too_early else []
    doubts += [TOLD_BY_OTHERS] if found.result.told_by_others else []
    return Assessment(
        evidence=tuple(quote for each in found.told for quote in each.quotes(source)),
        rule=found.result.rule,
        doubt="; ".join(doubts) or None,
        progress=found.result.progress,
        sentences=tuple(each.text for each in found.told),
        area=found.area,
        assessed_by=None if found.result.told_by_others else assessor,
    )


def _both(known: Assessment, found: Assessment) -> Assessment:
    return replace(
        known,
        evidence=(*known.evidence, *found.evidence),
        sentences=tuple(dict.fromkeys((*known.sentences, *found.sentences))),
        doubt=known.doubt if known.doubt == found.doubt else None,
    )


def _overlap(quotes: Sequence[Quote], taken: Sequence[Quote]) -> bool:
    return any(
        quote.start < other.end and other.start < quote.end for quote in quotes for other in taken
    )
