"""Recommendations with what became of them in a word: the rows that stories and measures count.

One `Ask` for each recommendation of a selection, made from a few queries (in asks/), whatever the
number of recommendations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pyoxigraph import NamedNode

from graph.lives import State, state_of
from graph.questions import Cell, answer_to, question_in
from graph.selections import EVERYTHING, Selection
from graph.store import Bindings, Store

Record = dict[str, Cell]
Standing = Literal["met", "assessed", "replied to", "raised again", "silent", "too early to tell"]
MET: Final = "met"
AT_ONCE: Final = 2_000
"""Things that one query tells about."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing and its name."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A recommendation and what became of it; days are ISO text, empty where unknown.

    ``replies`` counts replies to it, ``document_replies`` those to its document as a whole,
    ``restatements`` documents' repetitions, ``returns`` later items in which it comes back,
    ``later_documents`` the loaded ones about the council that came after it.
    """

    recommendation: str
    text: str
    asked_on: str
    document: Named
    council: Named | None
    theme: Named | None
    addressees: tuple[Named, ...]
    state: State
    number: str = ""
    kind: str = ""
    due: str = ""
    is_loaded: bool = True
    replies: int = 0
    document_replies: int = 0
    restatements: int = 0
    returns: int = 0
    later_documents: int = 0

    @property
    def is_met(self) -> bool:
        """Whether the latest assessments all find it met."""
        return [concept.rpartition("/")[2] for concept in self.state.concepts] == [MET]

    @property
    def is_assessed(self) -> bool:
        """Whether anybody assessed it."""
        return bool(self.state.concepts)

    @property
    def is_answered(self) -> bool:
        """Whether somebody replied to it, or to its document as a whole, or assessed it."""
        return self.is_assessed or self.replies + self.document_replies > 0

    @property
    def standing(self) -> Standing:
        """What is known of it, by the most telling fact."""
        if self.is_assessed:
            return "met" if self.is_met else "assessed"
        if self.replies + self.document_replies:
            return "replied to"
        if self.restatements + self.returns:
            return "raised again"
        return "silent" if self.later_documents else "too early to tell"

    def is_overdue(self, day: str) -> bool:
        """Return whether it was due before a day (ISO) and is not known to be met."""
        return "" < self.due < day and not self.is_met


def asks(store: Store, selection: Selection = EVERYTHING) -> tuple[Ask, ...]:
    """Return what was asked within a selection, in order of day, document and place in it.

    Of the versions of one document only the latest counts (`graph.links.revisions`), of several
    of one day the first by IRI.
    """
    chosen = _concerned(store, selection)
    facts = _facts(store, selection, chosen)
    about = _Surroundings.of(store, facts)
    assessed: dict[str, list[Record]] = defaultdict(list)
    for row in _told(store, "assessments", chosen):
        assessed[_text(row["recommendation"])].append(row)
    mentions: dict[tuple[str, str], int] = defaultdict(int)
    for row in _told(store, "mentions", chosen):
        mentions[_text(row["recommendation"]), _text(row["how"])] += 1
    return tuple(
        _ask(fact, about, state_of(tuple(assessed[fact.iri])), mentions)
        for fact in sorted(facts, key=_Fact.place)
        if fact.document not in about.superseded
    )


@dataclass(frozen=True, slots=True)
class _Fact:
    """What is said of a recommendation: values by the local name of the property, sorted."""

    iri: str
    values: Mapping[str, Sequence[str]]

    def all(self, name: str) -> Sequence[str]:
        return self.values.get(name, ())

    def first(self, name: str) -> str:
        return min(self.all(name), default="")

    @property
    def document(self) -> str:
        return self.first("madeIn") or self.first("knownOnlyFrom")

    def place(self) -> tuple[str, str, int, str]:
        return self.first("sortDate"), self.document, int(self.first("order") or 0), self.iri


def _concerned(store: Store, selection: Selection) -> set[str] | None:
    """Return the recommendations that concern the selected body; None where every one does."""
    if selection.body is None:
        return None
    rows = _records(store, "concerned", selection.terms("body"))
    return {_text(row["recommendation"]) for row in rows}


def _told(store: Store, name: str, chosen: set[str] | None) -> Iterator[Record]:
    """Yield what a query tells of the chosen recommendations; None is all of them."""
    if chosen is None:
        yield from _records(store, name, {})
    else:
        yield from _about(store, "asks", name, "recommendation", chosen)


def _facts(store: Store, selection: Selection, chosen: set[str] | None) -> list[_Fact]:
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in _told(store, "made", chosen):
        local = _text(row["property"]).rpartition("#")[2]
        values[_text(row["recommendation"])][local].append(_text(row["value"]))
    themes = _narrower(store, selection)
    first, last = (term.value if term else "" for term in (selection.first, selection.last))
    facts = (_Fact(iri, known) for iri, known in values.items())
    return [
        fact
        for fact in facts
        if (themes is None or themes.intersection(fact.all("theme")))
        and first <= fact.first("sortDate")
        and (not last or "" < fact.first("sortDate") <= last)
    ]


def _narrower(store: Store, selection: Selection) -> set[str] | None:
    """Return the themes that count as the selected one; None where every theme does."""
    if selection.theme is None:
        return None
    return {_text(row["narrower"]) for row in _records(store, "narrower", selection.terms("theme"))}


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """Names of what recommendations point at, councils of documents, days of their documents."""

    names: Mapping[str, str]
    councils: Mapping[str, str]
    days: Mapping[str, Sequence[str]]
    superseded: frozenset[str]

    @classmethod
    def of(cls, store: Store, facts: Sequence[_Fact]) -> _Surroundings:
        documents = {fact.document for fact in facts}
        told = list(_about(store, "asks", "councils", "document", documents))
        councils = {_text(row["document"]): _text(row["council"]) for row in told}
        pointed_at = {
            thing
            for fact in facts
            for name in ("addressedTo", "primaryTheme", "kind")
            for thing in fact.all(name)
        }
        things = pointed_at | documents | set(councils.values())
        names = {
            _text(row["thing"]): _text(row["label"])
            for row in _about(store, "asks", "names", "thing", things)
        }
        days: dict[str, list[str]] = defaultdict(list)
        for row in _about(store, "elsewhere", "documents", "body", set(councils.values())):
            days[_text(row["body"])].append(_text(row["date"]))
        superseded = {_text(row["document"]) for row in told if row["superseded"]}
        return cls(names, councils, days, frozenset(superseded))

    def named(self, iri: str) -> Named | None:
        """Return a thing with its name, else with the end of its IRI."""
        return Named(iri, self.names.get(iri) or iri.rpartition("/")[2]) if iri else None


def _ask(
    fact: _Fact, about: _Surroundings, state: State, mentions: Mapping[tuple[str, str], int]
) -> Ask:
    day, council = fact.first("sortDate"), about.councils.get(fact.document, "")
    days = about.days.get(council, ())
    kind = about.named(fact.first("kind"))
    actors = (about.named(actor) for actor in sorted(fact.all("addressedTo")))
    return Ask(
        recommendation=fact.iri,
        text=fact.first("text"),
        asked_on=day,
        document=about.named(fact.document) or Named("", ""),
        council=about.named(council),
        theme=about.named(fact.first("primaryTheme")),
        addressees=tuple(actor for actor in actors if actor),
        state=state,
        number=fact.first("number"),
        kind=kind.label if kind else "",
        due=fact.first("due"),
        is_loaded=bool(fact.all("madeIn")),
        replies=mentions.get((fact.iri, "reply"), 0),
        document_replies=mentions.get((fact.iri, "reply to its document"), 0),
        restatements=mentions.get((fact.iri, "restatement"), 0),
        returns=mentions.get((fact.iri, "return"), 0),
        later_documents=len(days) - bisect_right(days, day) if day else 0,
    )


def _about(
    store: Store, folder: str, name: str, parameter: str, things: Iterable[str]
) -> Iterator[Record]:
    """Yield what a query tells of things, some thousands at a time."""
    ordered = sorted(thing for thing in things if thing)
    for start in range(0, len(ordered), AT_ONCE):
        some = tuple(NamedNode(thing) for thing in ordered[start : start + AT_ONCE])
        yield from answer_to(store, question_in(folder, name), {parameter: some}).records


def _records(store: Store, name: str, terms: Bindings) -> tuple[Record, ...]:
    return answer_to(store, question_in("asks", name), terms).records


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
