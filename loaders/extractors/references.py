"""What one document says of other inspections and documents: type, date, outcome, its words.

Nothing is looked up elsewhere: a mention counts when a date, a year or a grade stands beside it
in one sentence.  "Judged inadequate in December 2016" keeps the month; what it means is for the
links across documents to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from loaders.extractors.cues import cued
from loaders.extractors.dates import MONTH_NAMES, FoundDate, FoundRange, find_dates, find_ranges
from loaders.extractors.figures import NUMBER_WORDS
from loaders.extractors.flows import Flow
from loaders.extractors.sentences import sentence_flows
from loaders.page import SourceText
from loaders.records import DocumentReference, InspectionReference, PartialDate, StatedInspection
from ontology.matching import Matcher
from ontology.vocabulary import vocabulary

_JUDGED = r"\b<<attribution/grading>>\b"
_COUNT = rf"(?:\d+|{'|'.join(NUMBER_WORDS)}|several)"
_PRIORITY = re.compile(
    rf"\b(?:{_COUNT} )?areas? for priority action\b|\b{_COUNT} priority actions?\b", re.I
)
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
)  # fmt: skip
_ORDINAL = re.compile(
    rf"\b(?:(?P<word>{'|'.join(ORDINALS)})|(?P<digits>\d{{1,2}})(?:st|nd|rd|th))\b", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"\b(?:next|until|by|before|prior to|planned for|since|from)\s*(?:the\s)?$", re.IGNORECASE
)
_BEGINNING = re.compile(r"since|from", re.IGNORECASE)
_ACT = re.compile(r"\b(?:Act|Regulations|Order)\s$")
_PARTS = rf"{_JUDGED}|[;:]|\bsince\b|,? and (?:\w+ ){{0,3}}\w+ed\b"
_OTHERS_BEFORE = r"\b<<attribution/other-inspectorate>>\b(?:\W+\w+)?\W+$"
_SHARED_YEAR = re.compile(
    rf"\b(?P<month>{MONTH_NAMES})(?=,? and (?:{MONTH_NAMES}) (?P<year>(?:19|20)\d\d)\b)"
)
_ENUMERATED = re.compile(r"\s*(?:,|,?\s*and)\s*")
_LETTER = re.compile(r"\b(?:letter|report)\b", re.IGNORECASE)
_MAY_NAME_DOCUMENT = r"\b(?:<<attribution/issuing>>|direction|notice)\b"
_BACK = re.compile(r"(?:Both|They|These|Each|All (?:of (?:these|them))?)\b")
_WAS_JUDGED = (
    r"(?-i:(?:The <<naming/own-authority>>|It|They|(?:The |Both |All )?[Ss]ervices)"
    r" (?:was|were) (?:then |also )?<<attribution/judging>>(?: to be)?(?: overall)?"
    r" (?!.*\bnow\b))"
)
_HAS_YEAR = re.compile(r"(?:19|20)\d\d")
_SELF = re.compile(r"\b(?:this|the present)\s$", re.IGNORECASE)
_OPEN = re.compile(r"\bconsider", re.IGNORECASE)
_NOTIFIED = r"\b<<attribution/announcing>>\b"
_ISSUED = r"\b<<attribution/issuing>>\b[^.,;]{0,40}$"
_INSPECTION_WAS_IN = re.compile(
    r"\s+of [^,;:.]{3,120} (?:was|were|took place|was carried out) (?:in|on) $"
)
FARTHEST_DATE = 70  # characters between a mention and the date that belongs to it
FARTHEST_DATE_BEFORE = 12  # "the 2016 inspection", "the May 2021 focused visit"
FARTHEST_NAME_AFTER = 60
FARTHEST_GRADE = 70

_TITLE_BEFORE = re.compile(r"(?:[A-Z][\w’'-]+ ){1,4}$")
_REVIEW = re.compile(r"\b[Ii]ndependent review of [\w’' ]{4,40}\b")
ESTABLISHMENT = "establishment"
STANDS_ALONE = frozenset({"direction"})  # named without a date, these are still one document


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    value: str | None


def of_others(text: str) -> bool:
    """Tell whether ``text`` speaks of schools or an agency, whose inspections are their own."""
    return bool(_establishments().find(text))


def named_inspections(text: str) -> tuple[tuple[int, int, str | None], ...]:
    """Return the inspections that ``text`` names: where, and the slug of the type if any."""
    return tuple((each.start, each.end, each.value) for each in _named(_inspections(), text))


def find_inspection_references(
    source: SourceText, flows: Iterable[Flow]
) -> tuple[InspectionReference, ...]:
    """Return the dated or graded mentions of inspections and visits, each statement once."""
    found: dict[tuple[object, ...], InspectionReference] = {}
    for flow in flows:
        sentences = sentence_flows(flow)
        for place, sentence in enumerate(sentences):
            if place and _BACK.match(sentence.text) and of_others(sentences[place - 1].text):
                continue  # "The trust has a fostering agency. Both were inspected in …"
            stated = stated_inspections(sentence.text)
            told = [sentence]
            following = sentences[place + 1].text if place + 1 < len(sentences) else ""
            grade = _grade_that_follows(stated, following)
            if grade:
                stated, told = (replace(stated[0], grade=grade),), [*sentences[place : place + 2]]
            for each in stated:
                key = (each.date, each.end, each.inspection_type, each.grade, each.outcome)
                found.setdefault(key, _reference(source, told, each))
    return tuple(found.values())


def _reference(
    source: SourceText, told: Sequence[Flow], stated: StatedInspection
) -> InspectionReference:
    return InspectionReference(
        evidence=tuple(quote for sentence in told for quote in sentence.quotes(source)),
        rule="inspection-in-prose",
        text=" ".join(sentence.text for sentence in told),
        stated=stated,
    )


def _grade_that_follows(stated: Sequence[StatedInspection], following: str) -> str | None:
    """Return the one grade that the next sentence gives to the one inspection just dated.

    "The council was judged to be good for both services."
    """
    if len(stated) != 1 or stated[0].grade or stated[0].outcome:
        return None
    grades = grades_of(following)
    if len(grades) != 1 or _HAS_YEAR.search(following) or not cued(_WAS_JUDGED).match(following):
        return None
    return grades[0]


def stated_inspections(sentence: str) -> tuple[StatedInspection, ...]:
    """Return the inspections of which ``sentence`` gives a date, with what it says of them."""
    if not _HAS_YEAR.search(sentence) or cued(_NOTIFIED).search(sentence):
        return ()
    mentions = tuple(
        mention
        for mention in _named(_inspections(), sentence)
        if not cued(_OTHERS_BEFORE).search(sentence[: mention.start])
    )
    if not mentions and not cued(_JUDGED).search(sentence):
        return ()
    dates = [date for date in _dates(sentence) if not _is_ahead(sentence, date)]
    results = _results_by_date(sentence, dates)
    stated: list[tuple[int, StatedInspection]] = []
    for date in dates:
        mention = _attached(mentions, date, sentence)
        grade, outcome = results.get(date.start, (None, None))
        issued = bool(cued(_ISSUED).search(sentence[: date.start]))
        if grade is None and outcome is None and (mention is None or issued):
            continue
        stated.append((date.start, _stated(sentence, date.date, mention, (grade, outcome))))
    return tuple(_with_periods(sentence, stated))


def _with_periods(
    sentence: str, stated: Sequence[tuple[int, StatedInspection]]
) -> Iterator[StatedInspection]:
    """Yield what is stated, the ends of a printed period as one inspection with both days."""
    periods = find_ranges(sentence) if stated else ()
    told: dict[int, list[tuple[FoundRange | None, StatedInspection]]] = {}
    for start, each in stated:
        period = next((found for found in periods if found.start <= start < found.end), None)
        told.setdefault(period.start if period else start, []).append((period, each))
    for ends in told.values():
        period = ends[0][0]
        best = next((each for _, each in ends if each.grade or each.outcome), ends[0][1])
        if period:
            first, last = PartialDate.of(period.first), PartialDate.of(period.last)
            best = replace(best, date=first, end=last)
        yield best


def inspection_type_of(words: str) -> str | None:
    """Return the slug of the first inspection type that ``words`` name."""
    found = _named(_inspections(), words)
    return next((mention.value for mention in found if mention.value), None)


def grade_of(words: str) -> str | None:
    """Return the slug of the first grade that ``words`` name."""
    return next(iter(grades_of(words)), None)


def grades_of(words: str) -> tuple[str, ...]:
    """Return the slugs of the different grades that ``words`` name, in their order."""
    found = _named(_grades(), words)
    return tuple(dict.fromkeys(mention.value for mention in found if mention.value))


def ordinal_of(words: str) -> int | None:
    """Return the number of an ordinal in ``words``: "the third monitoring visit" is 3."""
    found = _ORDINAL.search(words)
    if not found:
        return None
    return int(found["digits"]) if found["digits"] else ORDINALS.index(found["word"].lower()) + 1


def find_document_references(
    source: SourceText, flows: Iterable[Flow]
) -> tuple[DocumentReference, ...]:
    """Return the letters, reports, plans and notices that are named with a date of issue."""
    found: dict[tuple[object, ...], DocumentReference] = {}
    for flow in flows:
        for sentence in sentence_flows(flow):
            for reference in _documents(source, sentence):
                key = (reference.genre or reference.title, reference.date)
                found.setdefault(key, reference)
    known = {(each.genre, each.date) for each in found.values() if each.genre and each.date}
    genres, days = {genre for genre, _ in known}, {date for _, date in known}
    return tuple(
        each
        for each in found.values()
        if (each.genre and each.date)
        or (each.date and not (_LETTER.search(each.title or "") and each.date in days))
        or (each.date is None and each.genre not in genres)
    )


def _documents(source: SourceText, sentence: Flow) -> tuple[DocumentReference, ...]:
    text = sentence.text
    if not cued(_MAY_NAME_DOCUMENT).search(text):
        return ()
    mentions = [
        mention for mention in _document_mentions(text) if not _SELF.search(text[: mention.start])
    ]
    dated: dict[int, FoundDate] = {}
    for date in find_dates(text):
        before = [m for m in mentions if 0 <= date.start - m.end <= FARTHEST_DATE]
        if before and cued(_ISSUED).search(text[: date.start]):
            dated.setdefault(before[-1].start, date)
    return tuple(
        _document(source, sentence, mention, dated.get(mention.start))
        for mention in mentions
        if mention.start in dated or (mention.value in STANDS_ALONE and not _OPEN.search(text))
    )


def _document(
    source: SourceText, sentence: Flow, mention: _Mention, date: FoundDate | None
) -> DocumentReference:
    return DocumentReference(
        evidence=sentence.quotes(source),
        rule="document-in-prose",
        text=sentence.text,
        title=sentence.text[mention.start : mention.end],
        genre=mention.value or _genre_by_inspection(sentence.text, mention),
        date=date.date if date else None,
    )


def _genre_by_inspection(text: str, mention: _Mention) -> str | None:
    """A bare "letter" is that of the visit named in the same sentence."""
    if "letter" not in text[mention.start : mention.end].lower():
        return None
    kind = inspection_type_of(text)
    genres = vocabulary().scheme("genre")
    return next((genre.slug for genre in genres if kind and kind in genre.related), None)


def _named(matcher: Matcher[str | None], text: str) -> tuple[_Mention, ...]:
    return tuple(_Mention(match.start, match.end, match.key) for match in matcher.find(text))


@lru_cache(maxsize=1)
def _inspections() -> Matcher[str | None]:
    return _names_in("inspection-type")


@lru_cache(maxsize=1)
def _establishments() -> Matcher[None]:
    cues = vocabulary().concept("inspection-type", ESTABLISHMENT).cues
    return Matcher((cue, None) for cue in cues)


@lru_cache(maxsize=1)
def _grades() -> Matcher[str | None]:
    return _names_in("grade")


@lru_cache(maxsize=1)
def _genres() -> Matcher[str | None]:
    return _names_in("genre")


@lru_cache(maxsize=1)
def _titles() -> Matcher[None]:
    words = vocabulary().general_words("genre")
    return Matcher((word, None) for word in words if _ends_a_title(word))


def _names_in(scheme: str) -> Matcher[str | None]:
    """Find the names of a scheme's concepts, plurals too; its general words stand for None."""
    known = vocabulary()
    named: list[tuple[str, str | None]] = [
        (name, concept.slug) for concept in known.scheme(scheme) for name in concept.names
    ]
    named += [(word, None) for word in known.general_words(scheme) if not _ends_a_title(word)]
    return Matcher([*named, *((f"{name}s", slug) for name, slug in named)])


def _ends_a_title(word: str) -> bool:
    return word.split()[-1][0].isupper()


def _document_mentions(text: str) -> tuple[_Mention, ...]:
    """Return the kinds of documents named, and those with a title of their own ("… Plan")."""
    found = [_Mention(review.start(), review.end(), None) for review in _REVIEW.finditer(text)]
    for word in _titles().find(text):
        before = _TITLE_BEFORE.search(text[: word.start])
        if before and text[word.start].isupper():
            found.append(_Mention(before.start(), word.end, None))
    found += _named(_genres(), text)
    apart: list[_Mention] = []
    for mention in sorted(found, key=lambda each: (each.start, -each.end)):
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return tuple(apart)


def _distance(mention: _Mention, date: FoundDate) -> int:
    return date.start - mention.end if mention.end <= date.start else mention.start - date.end


def _attached(mentions: Iterable[_Mention], date: FoundDate, text: str) -> _Mention | None:
    """Return the mention that ``date`` dates: "visit in March 2017" or "the 2016 inspection"."""
    near = []
    for mention in mentions:
        between = text[mention.end : date.start] or text[date.end : mention.start]
        farthest = FARTHEST_DATE if mention.end <= date.start else FARTHEST_DATE_BEFORE
        said = mention.end <= date.start and _INSPECTION_WAS_IN.fullmatch(between)
        if said or (0 <= _distance(mention, date) <= farthest and not cued(_PARTS).search(between)):
            near.append(mention)
    return min(near, key=lambda mention: (_distance(mention, date), mention.start), default=None)


def _results_by_date(
    text: str, dates: Sequence[FoundDate]
) -> dict[int, tuple[str | None, str | None]]:
    """Return grade and outcome by the start of the date to which they belong.

    A sentence that opens with a date names it before each result, else after it.
    """
    results: list[tuple[int, int, str | None, str | None]] = []
    if cued(_JUDGED).search(text):
        for grade in _named(_grades(), text):
            results.append((grade.start, grade.end, grade.value, None))
    for outcome in _PRIORITY.finditer(text):
        results.append((outcome.start(), outcome.end(), None, outcome.group()))
    by_date: dict[int, tuple[str | None, str | None]] = {}
    dates_first = bool(dates and results and dates[0].start < min(results)[0])
    for start, end, value, words in sorted(results, key=lambda result: result[0]):
        before = [date for date in dates if date.end <= start]
        after = [date for date in dates if date.start >= end]
        date = (before[-1:] if dates_first else after[:1] or before[-1:]) or None
        if date and min(abs(date[0].start - end), abs(start - date[0].end)) <= FARTHEST_GRADE:
            by_date.setdefault(date[0].start, (value, words))
    _spread(text, dates, by_date)
    return by_date


def _dates(sentence: str) -> tuple[FoundDate, ...]:
    """Return the dates of a sentence; "in January and March 2019" names two."""
    months = MONTH_NAMES.split("|")
    shared = [
        FoundDate(
            match.start(),
            match.end(),
            PartialDate(int(match["year"]), months.index(match["month"]) + 1),
        )
        for match in _SHARED_YEAR.finditer(sentence)
    ]
    found = (each for each in find_dates(sentence, years=True) if not _is_of_an_act(sentence, each))
    return tuple(sorted([*shared, *found], key=lambda date: date.start))


def _is_of_an_act(sentence: str, date: FoundDate) -> bool:
    return _ACT.search(sentence[max(0, date.start - 20) : date.start]) is not None


def _spread(
    text: str, dates: Sequence[FoundDate], by_date: dict[int, tuple[str | None, str | None]]
) -> None:
    """Give dates that stand in one row ("2011, 2013 and 2015") the result of their neighbour."""
    for first, second in pairwise(dates):
        if _ENUMERATED.fullmatch(text[first.end : second.start]) and second.start not in by_date:
            result = by_date.get(first.start)
            if result:
                by_date[second.start] = result


def _is_ahead(text: str, date: FoundDate) -> bool:
    """Tell whether ``date`` is a deadline, a start, or that of an inspection still to come.

    "Since the 2016 inspection" names one that has been.
    """
    before = _NOT_YET.search(text[max(date.start - 14, 0) : date.start])
    if before is None or not _BEGINNING.match(before.group()):
        return before is not None
    following = _named(_inspections(), text[date.end : date.end + FARTHEST_NAME_AFTER])
    return not any(mention.start <= FARTHEST_DATE_BEFORE for mention in following)


def _stated(
    text: str,
    date: PartialDate,
    mention: _Mention | None,
    result: tuple[str | None, str | None],
) -> StatedInspection:
    around = text[max(mention.start - 25, 0) : mention.end] if mention else ""
    return StatedInspection(
        date=date,
        inspection_type=mention.value if mention else None,
        grade=result[0],
        outcome=result[1],
        ordinal=ordinal_of(around),
        label=text[mention.start : mention.end] if mention else None,
    )
