"""News articles about a letter, visit or report: who said what of it.

A page carries other articles' teasers, dates and councils beside its own; only the article itself
is read.  It asks for nothing: its statements are those of the document that it discusses.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extractors.actors import find_council
from loaders.extractors.assessments import Finding, find_findings
from loaders.extractors.attributions import (
    apart_from_speakers,
    is_direct_speech,
    is_hoped,
    is_of_overseer,
    is_speech,
    without_grades,
)
from loaders.extractors.councils import council_mentions
from loaders.extractors.cues import cued
from loaders.extractors.dates import find_dates
from loaders.extractors.flows import Evidence, Flow
from loaders.extractors.paragraphs import Paragraph, split_paragraphs
from loaders.extractors.plain_lists import evidence_of
from loaders.extractors.progress import progress_of
from loaders.extractors.references import (
    find_document_references,
    find_inspection_references,
    inspection_type_of,
    ordinal_of,
)
from loaders.extractors.registered import OFSTED
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.teams import NAME
from loaders.page import SourceText
from loaders.records import (
    Actor,
    Assessment,
    DocumentReference,
    Findings,
    InspectionReference,
    PartialDate,
    Printed,
    StatedInspection,
)
from ontology.iris import slugify

GENRE = "news-article"
_OVERSEER = r"\b<<attribution/inspector>>\b"
_SAID = r"\b<<attribution/reporting>>\b"
_ATTRIBUTED = (
    rf"\b<<attribution/source>>\b[^.,;]{{0,30}}{_SAID}"
    rf"|{_SAID} (?:the |an? )?(?:\w+ )?<<attribution/source>>\b"
    rf"|[”\"’],?”? [^.]{{0,30}}{_SAID}"
)
_TEASER = r"\[(?:…|\.\.\.)\]\s*$|^<<heading/teaser>>\b"
_OFFICIAL = (
    r"(?m:^)Dear\s+[A-Z]|\b<<heading/official-paper>>(?:(?<=:)|\b)"
    r"|(?m:^)\W*Letter(?::| (?:from|to)\b)"
)
_POWER = re.compile(r"\bsection 497A\b", re.IGNORECASE)  # of a direction, or quoted in news
_REPORTED = (
    ("monitoring-visit", "monitoring-letter"),
    ("focused-visit", "focused-visit-letter"),
    ("assurance-visit", "focused-visit-letter"),
    ("jtai", "joint-inspection-letter"),
    ("area-send", "area-send-report"),
)
_COMMISSIONER = re.compile(r"\bcommissioner[’']?s?[’']? (?:\w+ )?report\b", re.IGNORECASE)
_VISIT = re.compile(r"\b(?:\w+ ){0,2}(?:monitoring|focus+ed|assurance) visit\b", re.IGNORECASE)
_INTRODUCES = re.compile(r"[:“‘\"]|\bsa(?:id|ys)\b")
_PUBLISHED = re.compile(r"published\b", re.IGNORECASE)
_AUTHOR = re.compile(rf"(?:By )?{NAME.pattern}", re.IGNORECASE)
_BYLINE = r"<<heading/byline>>\b|\d"
MOST_BESIDE_A_DATE = 25  # characters: the author's name, "Published"
MOST_WORDS_OF_HEADLINE = 20
LEAST_WORDS = 80
MOST_WORDS = 1500  # of a story that quotes little; longer texts are studies and plans
LEAST_ATTRIBUTIONS = 2


@dataclass(frozen=True)
class Article:
    """A headline and the paragraphs below it, sidebars left out."""

    headline: Paragraph
    paragraphs: tuple[Paragraph, ...]
    above: Paragraph | None = None  # author and day, where they stand above the headline

    @property
    def flows(self) -> tuple[Flow, ...]:
        """The words of the article's paragraphs."""
        return tuple(each.flow for each in self.paragraphs)


def recognises(source: SourceText) -> bool:
    """Tell whether the text is an article that attributes statements to an overseer."""
    if cued(_OFFICIAL).search(source.text):
        return False
    if _POWER.search(source.text) and not is_direct_speech(" ".join(source.text.split())):
        return False
    article = find_article(split_paragraphs(source))
    if article is None:
        return False
    words = " ".join(each.text for each in article.paragraphs)
    running = sum(each.kind == "paragraph" for each in article.paragraphs)
    return (
        len(words.split()) >= LEAST_WORDS
        and bool(cued(_OVERSEER).search(words))
        and _attributes(article, len(words.split()))
        and running * 2 > len(article.paragraphs)
        and _council(source, article) is not None
    )


def _attributes(article: Article, words: int) -> bool:
    """Tell whether statements are said to be an overseer's; a short story may quote others too.

    One is enough where the headline names an overseer or a grade, and somebody speaks or a day
    stands at the headline.
    """
    told = [sentence.text for flow in article.flows for sentence in sentence_flows(flow)]
    if sum(bool(cued(_ATTRIBUTED).search(each)) for each in told) >= LEAST_ATTRIBUTIONS:
        return True
    found = [each for each in told if is_of_overseer(each)]
    spoken = [each for each in told if is_speech(each)]
    headed = _tells_of_overseer(article.headline.text)
    reports = bool(spoken) or len(found) > 2 or headed
    lone = headed and (spoken or _is_dated(article))
    enough = lone or len({*found, *spoken}) >= LEAST_ATTRIBUTIONS
    return bool(found) and reports and enough and words <= MOST_WORDS


def _is_dated(article: Article) -> bool:
    """Tell whether a day stands at the headline."""
    head = (*article.paragraphs[:3], *filter(None, [article.above]))
    return any(found.date.exact for each in head for found in find_dates(each.text))


def _tells_of_overseer(headline: str) -> bool:
    """Tell whether a headline names an overseer or a grade."""
    return bool(cued(_OVERSEER).search(headline)) or without_grades(headline) != headline


def find_article(paragraphs: Sequence[Paragraph]) -> Article | None:
    """Return the heading with the most prose below it; a teaser ends an article."""
    best: Article | None = None
    for index, each in enumerate(paragraphs):
        if each.kind != "heading" or _is_byline(each):
            continue
        below = _prose_below(paragraphs[index + 1 :])
        if below and (best is None or _words(below) > _words(best.paragraphs)):
            best = _with_headline(paragraphs, index, below)
    return best


def _is_of_head(paragraph: Paragraph, below: Paragraph) -> bool:
    """Tell whether lines stand above a story: headings, author and day, what is above a day."""
    short = len(paragraph.text.split()) <= MOST_WORDS_OF_HEADLINE
    return paragraph.kind == "heading" or _is_byline(paragraph) or (short and _is_byline(below))


def _with_headline(
    paragraphs: Sequence[Paragraph], index: int, below: tuple[Paragraph, ...]
) -> Article:
    """Return an article below the heading at ``index``.

    Where author, day or a picture's words stand between, the headline is above the day.
    """
    start = index
    while start and _is_of_head(paragraphs[start - 1], paragraphs[start]):
        start -= 1
    between = [at for at in range(start + 1, index + 1) if _is_byline(paragraphs[at])]
    day = paragraphs[between[0]] if between else next(iter(paragraphs[index - 1 : index]), None)
    headline = between[0] - 1 if between else index
    while headline > start and _AUTHOR.fullmatch(paragraphs[headline].text):
        headline -= 1
    return Article(paragraphs[headline], below, day if day and _is_byline(day) else None)


def _is_byline(paragraph: Paragraph) -> bool:
    """Tell whether a line names the author and the day and nothing else."""
    text = paragraph.text
    if cued(_BYLINE).match(text):
        return True
    dates = find_dates(text)
    return bool(dates) and len(text) - (dates[0].end - dates[0].start) < MOST_BESIDE_A_DATE


def _prose_below(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the prose up to the next heading, past sub-headings that prose follows at once."""
    below: list[Paragraph] = []
    for index, each in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if cued(_TEASER).search(each.text):
            break
        byline = each.kind == "heading" and not below and _is_byline(each)
        ends = each.kind == "heading" and not byline and not cued(_BYLINE).match(each.text)
        if ends and (not below or not _is_subheading(following)):
            break
        if byline or each.kind in ("paragraph", "item"):
            below.append(each)
    return tuple(below)


def _is_subheading(following: Paragraph | None) -> bool:
    """A sub-heading stands before prose about the same overseer."""
    if following is None or following.kind not in ("paragraph", "item"):
        return False
    return bool(cued(_OVERSEER).search(following.text) and cued(_SAID).search(following.text))


def _words(paragraphs: Sequence[Paragraph]) -> int:
    return sum(len(each.text.split()) for each in paragraphs)


def read(source: SourceText) -> Findings:
    """Return what the article says, each statement taken over from what it discusses."""
    article = find_article(split_paragraphs(source))
    if article is None:
        return Findings(genre=GENRE, framework=None, concerns=find_council(source))
    council = _council(source, article)
    discussed, visit = _discussed(source, article)
    published, published_evidence = _published(source, article)
    mentioned = find_document_references(source, article.flows)
    return Findings(
        genre=GENRE,
        framework=None,
        concerns=council,
        concerns_evidence=article.headline.flow.quotes(source),
        title=Printed(
            evidence=article.headline.flow.quotes(source),
            rule="news-headline",
            value=article.headline.text,
        ),
        publisher=_publisher(source),
        published=published,
        published_evidence=published_evidence,
        assessments=_statements(source, article, 0 if discussed else None),
        inspection_references=visit + find_inspection_references(source, article.flows),
        document_references=discussed + _others(mentioned, discussed),
    )


def _council(source: SourceText, article: Article) -> Actor | None:
    """Return the council of the article: the sidebars' councils must not count."""
    lines = [line for each in (article.headline, *article.paragraphs) for line in each.lines]
    text = "\n".join(line.text for line in lines)
    told = Counter(each.body.slug for each in council_mentions(text))
    most = max(told.values(), default=0)
    in_headline = council_mentions(article.headline.text)
    if len(told) > 1 and most * 2 <= told.total() and not in_headline:
        return None  # a story on several councils
    return find_council(replace(source, text=text, lines=tuple(lines)))


def _publisher(source: SourceText) -> Actor | None:
    """Return the site that the page's head declares; its menus may name many others."""
    name = source.metadata.get("publisher")
    if not name:
        return None
    return Actor(kind="body", label=name, body=slugify(name), body_type="publisher")


def _published(source: SourceText, article: Article) -> tuple[PartialDate | None, Evidence]:
    """Return a date that stands alone at the headline; dates of teasers are further down."""
    for each in (*article.paragraphs[:3], *filter(None, [article.above])):
        for found in find_dates(each.text):
            beside = len(each.text) - (found.end - found.start)
            alone = beside < MOST_BESIDE_A_DATE or _PUBLISHED.match(each.text)
            if alone and found.date.exact:
                return found.date, each.flow.quotes(source, found.start, found.end)
    return None, ()


def _discussed(
    source: SourceText, article: Article
) -> tuple[tuple[DocumentReference, ...], tuple[InspectionReference, ...]]:
    """Return the letter or report that the article tells of, and the visit it names."""
    for flow in (article.headline.flow, *article.flows):
        for sentence in sentence_flows(flow):
            genre = _genre_of(sentence.text)
            if genre:
                return _reference(source, sentence, genre)
    return (), ()


def _genre_of(sentence: str) -> str | None:
    if _COMMISSIONER.search(sentence):
        return "commissioner-report"
    kind = inspection_type_of(sentence)
    if kind is None and re.search(r"\bOfsted (?:inspection )?report\b", sentence):
        return "inspection-report"
    return dict(_REPORTED).get(kind or "")


def _reference(
    source: SourceText, sentence: Flow, genre: str
) -> tuple[tuple[DocumentReference, ...], tuple[InspectionReference, ...]]:
    named = _VISIT.search(sentence.text)
    document = DocumentReference(
        evidence=sentence.quotes(source),
        rule="news-discusses",
        text=sentence.text,
        title=named.group() if named else None,
        genre=genre,
        relation="discusses",
    )
    if named is None or ordinal_of(named.group()) is None:
        return (document,), ()
    visit = InspectionReference(
        evidence=sentence.quotes(source),
        rule="news-visit",
        text=sentence.text,
        stated=StatedInspection(
            inspection_type=inspection_type_of(named.group()),
            ordinal=ordinal_of(named.group()),
            label=named.group(),
        ),
    )
    return (document,), (visit,)


def _others(
    mentioned: tuple[DocumentReference, ...], discussed: tuple[DocumentReference, ...]
) -> tuple[DocumentReference, ...]:
    genres = {each.genre for each in discussed}
    return tuple(each for each in mentioned if each.genre is None or each.genre not in genres)


def _statements(
    source: SourceText, article: Article, discussed: int | None
) -> tuple[Assessment, ...]:
    """Return what the article reports of progress, area by area."""
    return tuple(
        Assessment(
            evidence=evidence_of(source, finding.sentences),
            rule="news-statement",
            progress=finding.progress,
            sentences=tuple(sentence.text for sentence in finding.sentences),
            area=finding.area,
            assessed_by=OFSTED,
            reported_from=discussed,
        )
        for finding in _overseers_findings(article)
        if finding.progress
    )


def _overseers_findings(article: Article) -> Iterator[Finding]:
    """Yield what is found of progress, without the words of others and without mere grades."""
    for finding in find_findings((), tuple(apart_from_speakers(article.flows))):
        kept = [
            (sentence, value)
            for sentence, value in zip(finding.sentences, finding.values, strict=True)
            if progress_of(without_grades(sentence.text)) and not is_hoped(sentence.text)
        ]
        if kept:
            area = None if _INTRODUCES.search(finding.area or "") else finding.area
            yield Finding(None, area, [each for each, _ in kept], [value for _, value in kept])
