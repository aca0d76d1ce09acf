"""The life of a recommendation: repeated, assessed, replied to, raised again, or never mentioned.

Nothing here is stored: the latest state and the silence are worked out from what the loaded
documents say and what the links conclude.  The queries stand beside this module, in lives/.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from graph.errors import ParameterError
from graph.questions import Answer, Cell, answer_to, question_in
from graph.store import Store

Record = dict[str, Cell]

HEARD_AGAIN_FROM: Final = 0.5
"""Likeness from which a later item counts as the same come back (as in never-heard-again)."""

NOT_ASSESSED: Final = "not assessed"
COMES_BACK: Final = frozenset({"restates", "recurs"})


@dataclass(frozen=True, slots=True)
class State:
    """What the latest assessment found, as its document says; dates and documents as text.

    ``progress`` are the findings of the latest day on which anybody assessed: several where two
    disagree (``is_disputed``), none where nobody did.  ``concepts`` are their IRIs.
    """

    progress: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    on: str | None = None
    by: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The finding in a word or two; "not assessed" without one."""
        return " and ".join(self.progress) or NOT_ASSESSED

    @property
    def is_disputed(self) -> bool:
        """Whether two assessments of the latest day differ."""
        return len(self.progress) > 1


@dataclass(frozen=True, slots=True)
class Silence:
    """Since when nothing loaded speaks of a recommendation.

    ``last_mentioned`` is the day of the last document that mentions it, its own included;
    ``documents`` (date, genre, document, document_label) are those about the same council that
    are loaded, came after that and do not mention it.  ``is_total`` where none of the later
    documents ever did; ``mentions`` counts statements that do.
    """

    last_mentioned: str | None
    documents: tuple[Record, ...]
    is_total: bool
    mentions: int

    @property
    def words(self) -> str:
        """The silence as a sentence; it speaks of loaded documents only."""
        count = len(self.documents)
        later = f"{count} later document{'s' if count > 1 else ''} about the council"
        if self.is_total:
            return f"Never mentioned again in the documents loaded: {later}."
        if count:
            return f"Not mentioned since {self.last_mentioned}: {later}."
        if self.mentions:
            return f"Last mentioned on {self.last_mentioned}; no later document is loaded."
        return "No later document about the council is loaded."


@dataclass(frozen=True, slots=True)
class Life:
    """All that the graph knows of what became of a recommendation.

    ``asked`` is one record; the columns of the answers are told in the files of lives/.
    """

    recommendation: str
    asked: Record
    restatements: Answer
    assessments: Answer
    responses: Answer
    recurrences: Answer
    state: State
    silence: Silence


def life_of(store: Store, recommendation: str) -> Life:
    """Return the life of a recommendation (an IRI).

    Raises ParameterError where the store has no such recommendation.
    """
    asked = _part(store, "asked", recommendation).records
    if not asked:
        reason = "nothing is known of such a recommendation"
        raise ParameterError("recommendation", recommendation, reason)
    restatements, assessments, responses, recurrences, later = (
        _part(store, name, recommendation)
        for name in (
            "restatements",
            "assessments",
            "responses",
            "recurrences",
            "later-documents",
        )
    )
    mentions = [*restatements.records, *assessments.records, *_own(responses), *_back(recurrences)]
    return Life(
        recommendation=recommendation,
        asked=asked[0],
        restatements=restatements,
        assessments=assessments,
        responses=responses,
        recurrences=recurrences,
        state=state_of(assessments.records),
        silence=_silence(asked[0], mentions, later.records),
    )


def state_of(assessments: tuple[Record, ...]) -> State:
    """Return the latest known state from the records of assessments.

    What a document takes over from a loaded one is not a second assessment.  An undated
    assessment counts only where none is dated.
    """
    first_hand = [each for each in assessments if each["progress"] and not each["taken_over"]]
    if not first_hand:
        return State()
    latest = max(_text(each["date"]) for each in first_hand)
    told = [each for each in first_hand if _text(each["date"]) == latest]
    return State(
        progress=_distinct(_text(each["progress_label"] or each["progress"]) for each in told),
        concepts=_distinct(_text(each["progress"]) for each in told),
        on=latest or None,
        by=_distinct(name for each in told for name in _texts(each["by"])),
        words=_distinct(words for each in told for words in _texts(each["quote"])),
        documents=_distinct(_text(each["document"]) for each in told if each["document"]),
    )


def _silence(asked: Record, mentions: list[Record], later: tuple[Record, ...]) -> Silence:
    """Return since when nothing speaks of what was asked, among the later documents."""
    mentioned = {mention["document"] for mention in mentions}
    days = [_text(asked["asked_on"]), *(_text(mention["date"]) for mention in mentions)]
    last = max(days)
    silent = tuple(
        document
        for document in later
        if document["document"] not in mentioned and _text(document["date"]) > last
    )
    is_total = not mentions and bool(later)
    return Silence(last or None, silent, is_total, len(mentions))


def _own(responses: Answer) -> list[Record]:
    """Return the replies to the recommendation itself: one to a document mentions no item."""
    return [each for each in responses.records if each["to"] == "recommendation"]


def _back(recurrences: Answer) -> list[Record]:
    """Return the later items in which it comes back; what is merely related is none."""
    return [
        each
        for each in recurrences.records
        if each["which"] == "later"
        and _text(each["relation"]).rpartition("/")[2] in COMES_BACK
        and isinstance(each["score"], float)
        and each["score"] >= HEARD_AGAIN_FROM
    ]


def _part(store: Store, name: str, recommendation: str) -> Answer:
    asked = question_in("lives", name)
    return answer_to(store, asked, {"recommendation": (NamedNode(recommendation),)})


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _texts(cell: Cell) -> tuple[str, ...]:
    return cell if isinstance(cell, tuple) else ()


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
