"""Papers put to a council's meeting: what an overseer found, and what the meeting shall decide.

Three speech acts stay apart: findings of an overseer that the paper quotes (restated), the
recommendations put to the meeting, and the council's acceptance of what the overseer asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.extractors.actors import ActorFinder, find_council, shared_finder
from loaders.extractors.addressees import post_of, without_contacts
from loaders.extractors.agenda_pages import (
    agenda_title,
    is_agenda_page,
    meeting_day,
    resolved,
)
from loaders.extractors.councils import council_mentions
from loaders.extractors.cues import cued
from loaders.extractors.dates import parse_date
from loaders.extractors.deadlines import find_due
from loaders.extractors.figures import find_money
from loaders.extractors.flows import Evidence, Flow
from loaders.extractors.lists import read_list
from loaders.extractors.paper_labels import Label, read_labels
from loaders.extractors.paragraphs import Paragraph, split_paragraphs
from loaders.extractors.plain_lists import PlainItem, list_section, read_items
from loaders.extractors.references import (
    find_document_references,
    find_inspection_references,
    inspection_type_of,
)
from loaders.extractors.registered import OFSTED, registered_actor
from loaders.extractors.sentences import sentence_flows
from loaders.extractors.tables import find_tables
from loaders.genres.duties import obligations_beside
from loaders.genres.quoted_tables import kind_quoted, names_overseer, quoted_rows
from loaders.page import SourceText
from loaders.records import (
    Actor,
    DocumentReference,
    Duty,
    EscalationOption,
    Event,
    Findings,
    ItemKind,
    Part,
    PartialDate,
    PostHolding,
    Printed,
    Recommendation,
    Response,
    StatedInspection,
)

GENRE = "committee-report"
_RESOLUTIONS = r"(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?<<heading/paper-recommendations>>(?:(?<=\))|\b)"
_ISSUED_TO = re.compile(
    r"\b(?:priority actions?|recommendations?)\b[^.]{0,30}\bissued to\b(?P<whom>[^.]+)", re.I
)
_ACCEPTS = (
    r"\b(?P<not>(?:does|do|did) not )?(?P<verb><<attribution/accepting>>)\b"
    r"(?P<part> (?:in part|most|some|partially))?[^.]{0,40}"
    r"\b(?:recommendations?|findings|priority actions?)\b"
)
_THREATENED = re.compile(
    r"\b(?:considering|minded|may|could)\b[^.]{0,60}\b(?P<what>Improvement Notice"
    r"|Statutory Direction|appoint\w* (?:of )?a Commissioner|Children[’']s Trust)",
    re.IGNORECASE,
)
_NOTIFIED = re.compile(r"\b(?:notified|informed|advised)\b.{0,60}\bon\b", re.IGNORECASE)
_AUTHORISED = re.compile(
    r"\b(?:Authorised|Approved|Signed off|Verified) by (?:the )?(?P<who>[A-Z][\w ’'&-]+)"
)


def recognises(source: SourceText) -> bool:
    """Tell whether the text has the labels of a paper to a meeting: to whom, by whom, subject.

    A page of a council's site on one item of a meeting is headed as such instead.
    """
    return is_agenda_page(source) or _is_paper(read_labels(source))


def _is_paper(labels: Sequence[Label]) -> bool:
    names = {label.name for label in labels}
    return "recommendations" in names and len(names) > 3 and bool({"meeting", "officer"} & names)


@dataclass(frozen=True)
class _Paper:
    source: SourceText
    paragraphs: tuple[Paragraph, ...]
    labels: tuple[Label, ...]
    council: Actor | None
    finder: ActorFinder
    date: PartialDate | None

    def label(self, name: str) -> Label | None:
        return next((each for each in self.labels if each.name == name), None)

    @property
    def flows(self) -> list[Flow]:
        """Every paragraph's words, table cells too."""
        return [each.flow for each in self.paragraphs if each.kind not in ("heading", "contents")]


def read(source: SourceText) -> Findings:
    """Return what the paper says: findings quoted, decisions asked for, responses, people."""
    labels = read_labels(source)
    if is_agenda_page(source) and not _is_paper(labels):
        return _read_page(source)
    council = find_council(source)
    dated = next((each for each in labels if each.name == "date"), None)
    paper = _Paper(
        source=source,
        paragraphs=split_paragraphs(source),
        labels=labels,
        council=council,
        finder=shared_finder(source.text, council),
        date=parse_date(dated.flow.text) if dated else None,
    )
    documents = find_document_references(source, paper.flows)
    responses = _responses(paper, documents)
    quoted = _quoted(paper, documents)
    origin = _origin(paper, documents)
    quoted += tuple(
        replace(row, role="restated", made_by=OFSTED, origin=origin)
        for row in quoted_rows(source, paper.paragraphs, paper.finder, council, len(quoted) + 1)
    )
    items = quoted + _resolutions(paper, len(quoted))
    subject = paper.label("subject")
    return Findings(
        genre=GENRE,
        framework=_framework(source),
        concerns=council,
        concerns_evidence=_concerns_evidence(paper),
        title=_printed(paper, subject, "paper-subject"),
        publisher=council,
        published=paper.date,
        published_evidence=dated.flow.quotes(source) if dated and paper.date else (),
        recommendations=items,
        obligations=obligations_beside(source, paper.finder, items),
        responses=responses,
        escalation_options=tuple(_threats(paper)),
        inspection_references=find_inspection_references(source, paper.flows),
        document_references=_answered(documents, responses),
        events=tuple(_events(paper)),
        figures=tuple(find_money(source, paper.flows)),
        post_holdings=tuple(_people(paper)),
    )


def _read_page(source: SourceText) -> Findings:
    """Return what a page on one item of a meeting says: minutes and what was resolved.

    The page's head names the council whose site it is; the minutes may name others.
    """
    council = _of_head(source) or find_council(source)
    paragraphs = split_paragraphs(source)
    dated, title = meeting_day(paragraphs), agenda_title(paragraphs)
    finder = shared_finder(source.text, council)
    paper = _Paper(source, paragraphs, (), council, finder, parse_date(dated.text if dated else ""))
    told = resolved(paragraphs)
    items = tuple(_made(paper, each, order) for order, each in enumerate(told, start=1))
    return Findings(
        genre=GENRE,
        framework=_framework(source),
        concerns=council,
        concerns_evidence=_concerns_evidence(paper),
        title=_title(source, title),
        publisher=council,
        published=paper.date,
        published_evidence=dated.quotes(source) if dated and paper.date else (),
        recommendations=items,
        inspection_references=find_inspection_references(source, paper.flows),
        document_references=find_document_references(source, paper.flows),
    )


def _of_head(source: SourceText) -> Actor | None:
    head = " ".join(source.metadata.get(name, "") for name in ("title", "publisher"))
    named = next((each.body for each in council_mentions(head) if each.full), None)
    return registered_actor(named) if named else None


def _title(source: SourceText, flow: Flow | None) -> Printed | None:
    if flow is None:
        return None
    return Printed(evidence=flow.quotes(source), rule="agenda-item", value=flow.text)


def _made(paper: _Paper, told: PlainItem | Flow, order: int) -> Recommendation:
    """Return a resolution that a meeting made, from its list or from a sentence."""
    if isinstance(told, PlainItem):
        return _item(paper, told, order, ("recommendation", "resolution-of-a-meeting"))
    due = find_due(told.text)
    return Recommendation(
        evidence=told.quotes(paper.source),
        rule="resolution-of-a-meeting",
        order=order,
        kind="recommendation",
        role="put-to-council",
        text=told.text,
        number=None,
        default_addressee=paper.council,
        due=due.day if due else None,
        due_as_printed=due.words if due else None,
    )


def _framework(source: SourceText) -> str | None:
    return "ilacs" if re.search(r"\bILACS\b", source.text) else None


def _printed(paper: _Paper, label: Label | None, rule: str) -> Printed | None:
    if label is None or not label.flow.text:
        return None
    return Printed(evidence=label.flow.quotes(paper.source), rule=rule, value=label.flow.text)


def _concerns_evidence(paper: _Paper) -> Evidence:
    for flow in paper.flows:
        for found in paper.finder.find(flow.text):
            if found.actor == paper.council:
                return flow.quotes(paper.source, found.start, found.end)
    return ()


def _resolution_start(paper: _Paper) -> int:
    """Return the ordinal of the paragraph that opens the recommendations to the meeting."""
    for index, each in enumerate(paper.paragraphs):
        opens = each.kind in ("heading", "paragraph", "row") and cued(_RESOLUTIONS).match(each.text)
        if opens and read_items(list_section(paper.paragraphs, index + 1)):
            return index
    return len(paper.paragraphs)


def _resolutions(paper: _Paper, before: int) -> tuple[Recommendation, ...]:
    start = _resolution_start(paper)
    items = read_items(list_section(paper.paragraphs, start + 1))
    if not items:
        return tuple(_in_the_table(paper, before))
    return tuple(
        _item(paper, item, order, ("recommendation", "resolution-put-to-meeting"))
        for order, item in enumerate(items, start=before + 1)
    )


def _in_the_table(paper: _Paper, before: int) -> Iterator[Recommendation]:
    """Yield the list in the cell beside the label "Recommendations" at the head of the paper."""
    cells = (
        row[-1]
        for table in find_tables(paper.source)
        for row in table.rows
        if len(row) > 1 and cued(_RESOLUTIONS).match(row[0].text)
    )
    listed = (item for cell in cells for item in read_list(cell.lines, 0).items)
    for order, item in enumerate(listed, start=before + 1):
        due = find_due(item.text)
        yield Recommendation(
            evidence=(*item.quotes, *(quote for part in item.children for quote in part.quotes)),
            rule="resolution-beside-its-label",
            order=order,
            kind="recommendation",
            role="put-to-council",
            text=item.text,
            number=item.marker.printed if item.marker.number is not None else None,
            parts=tuple(
                Part(order=at, text=part.text, evidence=part.quotes)
                for at, part in enumerate(item.children, 1)
            ),
            default_addressee=paper.council,
            due=due.day if due else None,
            due_as_printed=due.words if due else None,
        )


def _item(paper: _Paper, item: PlainItem, order: int, made: tuple[ItemKind, str]) -> Recommendation:
    due = find_due(item.text)
    return Recommendation(
        evidence=item.evidence(paper.source),
        rule=made[1],
        order=order,
        kind=made[0],
        role="put-to-council",
        text=item.text,
        number=item.number,
        parts=item.read_parts(paper.source),
        default_addressee=paper.council,
        due=due.day if due else None,
        due_as_printed=due.words if due else None,
    )


def _quoted(paper: _Paper, documents: tuple[DocumentReference, ...]) -> tuple[Recommendation, ...]:
    """Return the lists that a sentence ascribes to the overseer, outside the resolutions."""
    put = {
        each.lines[0].start for each in list_section(paper.paragraphs, _resolution_start(paper) + 1)
    }
    quoted: list[Recommendation] = []
    for index, each in enumerate(paper.paragraphs[:-1]):
        kind = _kind_quoted(each)
        following = paper.paragraphs[index + 1]
        if kind is None or following.kind != "item" or following.lines[0].start in put:
            continue
        for item in read_items(_run_of_items(paper.paragraphs[index + 1 :])):
            made = _item(paper, item, len(quoted) + 1, (kind, "overseer-list-quoted"))
            quoted.append(_restated(paper, made, each.text, _origin(paper, documents)))
    return tuple(quoted)


def _run_of_items(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the items that follow one another; a number ends a run of bullets."""
    bullets = paragraphs[0].number is None
    ending = (
        index
        for index, each in enumerate(paragraphs)
        if each.kind != "item" or (bullets and each.number is not None)
    )
    return tuple(paragraphs[: next(ending, len(paragraphs))])


def _kind_quoted(paragraph: Paragraph) -> ItemKind | None:
    sentences = sentence_flows(paragraph.flow)
    if paragraph.kind not in ("paragraph", "heading", "item") or not sentences:
        return None
    last = sentences[-1].text
    if not last.endswith(":") or not names_overseer(last):
        return None
    return kind_quoted(last)


def _restated(
    paper: _Paper, item: Recommendation, lead_in: str, origin: StatedInspection | None
) -> Recommendation:
    bearers = _issued_to(paper)
    return replace(
        item,
        role="restated",
        made_by=OFSTED,
        lead_in=lead_in,
        origin=origin,
        duty=Duty(bearers=bearers) if bearers else None,
        addressee_basis="printed" if bearers else None,
    )


def _issued_to(paper: _Paper) -> tuple[Actor, ...]:
    """Return those to whom the paper says that the overseer's list was issued."""
    for flow in paper.flows:
        found = _ISSUED_TO.search(flow.text)
        if found:
            return tuple(dict.fromkeys(each.actor for each in paper.finder.find(found["whom"])))
    return ()


def _origin(paper: _Paper, documents: tuple[DocumentReference, ...]) -> StatedInspection | None:
    """Return the visit whose letter the paper is about, dated as the letter is."""
    letter = next((each for each in documents if each.genre and each.date), None)
    subject = paper.label("subject")
    words = f"{subject.flow.text if subject else ''} {letter.text if letter else ''}"
    kind = inspection_type_of(words)
    if letter is None and kind is None:
        return None
    return StatedInspection(
        date=letter.date if letter else None,
        inspection_type=kind,
        label=letter.title if letter else None,
    )


def _responses(paper: _Paper, documents: tuple[DocumentReference, ...]) -> tuple[Response, ...]:
    """Return acceptances by the council; one put to a meeting is not yet a decision."""
    responses = []
    for flow in paper.flows:
        for sentence in sentence_flows(flow):
            found = cued(_ACCEPTS).search(sentence.text)
            responder = _responder(paper, sentence.text[: found.start()]) if found else None
            if found and responder:
                letter = next((i for i, each in enumerate(documents) if each.genre), None)
                responses.append(
                    Response(
                        evidence=sentence.quotes(paper.source),
                        rule="acceptance-in-prose",
                        doubt="stands in a paper to a meeting; its decision is not shown here",
                        position=_position(found),
                        responder=responder,
                        to_document=letter,
                    )
                )
    return tuple(responses)


def _responder(paper: _Paper, before: str) -> Actor | None:
    found = paper.finder.find(before)
    return found[-1].actor if found and found[-1].end > len(before) - 25 else None


def _position(found: re.Match[str]) -> str:
    if found["not"]:
        return "not-accepted"
    if found["verb"].lower().startswith("note"):
        return "noted"
    return "accepted-in-part" if found["part"] else "accepted"


def _answered(
    documents: tuple[DocumentReference, ...], responses: tuple[Response, ...]
) -> tuple[DocumentReference, ...]:
    answered = {each.to_document for each in responses}
    return tuple(
        replace(each, relation="replies-to") if index in answered else each
        for index, each in enumerate(documents)
    )


def _threats(paper: _Paper) -> Iterator[EscalationOption]:
    for flow in paper.flows:
        for sentence in sentence_flows(flow):
            found = _THREATENED.search(sentence.text)
            if found:
                yield EscalationOption(
                    evidence=sentence.quotes(paper.source),
                    rule="escalation-threatened",
                    label=found["what"],
                    text=sentence.text,
                    status="threatened",
                )


def _events(paper: _Paper) -> Iterator[Event]:
    for flow in paper.flows:
        for sentence in sentence_flows(flow):
            found = _NOTIFIED.search(sentence.text)
            date = parse_date(sentence.text[found.start() :]) if found else None
            if date and date.exact:
                yield Event(
                    evidence=sentence.quotes(paper.source),
                    rule="notice-in-prose",
                    label=sentence.text,
                    date=date,
                )


def _people(paper: _Paper) -> Iterator[PostHolding]:
    for label in paper.labels:
        if label.name in ("officer", "member"):
            yield from _named(paper, label)
    for each in paper.paragraphs:
        found = _AUTHORISED.search(each.text)
        post = post_of(found["who"], paper.finder, paper.council) if found else None
        if found and post:
            yield PostHolding(
                evidence=each.flow.quotes(paper.source, *found.span("who")),
                rule="paper-authorised-by",
                post=post,
                post_as_printed=found["who"],
                in_post_on=paper.date,
            )


def _named(paper: _Paper, label: Label) -> Iterator[PostHolding]:
    """Yield the posts of "Name – Post & Post"."""
    parts = re.split(r"\s+[-–—]\s+|,\s+", without_contacts(label.flow.text), maxsplit=1)
    if len(parts) < 2:
        return
    name = re.sub(r"^(?:Cllr|Councillor)\.?\s+", "", parts[0].strip())
    for words in _posts(paper, parts[1]):
        post = post_of(words, paper.finder, paper.council)
        if post:
            yield PostHolding(
                evidence=label.flow.quotes(paper.source),
                rule="paper-label",
                post=post,
                name=name,
                post_as_printed=words.strip(),
                in_post_on=paper.date,
            )


def _posts(paper: _Paper, printed: str) -> list[str]:
    """Return the posts of "Deputy Leader & Lead Member"; "Children and Families" is one."""
    pieces = re.split(r"\s+(?:&|and)\s+(?=[A-Z])", printed)
    each_is_one = all(post_of(piece, paper.finder, paper.council) for piece in pieces)
    return pieces if each_is_one else [printed]
