"""What became of a recommendation, and who else was told the same, as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from api.library import Library
from api.masking import mask
from api.resources.answers import answer_as_json, named, record_as_json, records_as_json
from graph.elsewhere import Case, Elsewhere, Graded, elsewhere_of
from graph.lives import Life, Silence, State, life_of


def history_as_json(life: Life) -> dict[str, object]:
    """Return a recommendation's life: its state, its silence, and all that speaks of it."""
    return {
        "@id": life.recommendation,
        "asked": record_as_json(life.asked),
        "state": _state(life.state),
        "silence": _silence(life.silence),
        "assessments": answer_as_json(life.assessments),
        "restatements": answer_as_json(life.restatements),
        "recurrences": answer_as_json(life.recurrences),
        "responses": answer_as_json(life.responses),
    }


def elsewhere_as_json(iri: str, elsewhere: Elsewhere) -> dict[str, object]:
    """Return who else was told the same as a thing (an IRI), neighbours first."""
    return {
        "@id": iri,
        "note": elsewhere.note,
        "councils": elsewhere.councils,
        "outcomes": dict(elsewhere.outcomes),
        "alike": [_case(case) for case in elsewhere.cases],
    }


def _history(library: Library, iri: str) -> dict[str, object]:
    return history_as_json(life_of(library.store, iri))


def _elsewhere(library: Library, iri: str) -> dict[str, object]:
    return elsewhere_as_json(iri, elsewhere_of(library.store, iri))


ASPECTS: Mapping[str, Callable[[Library, str], dict[str, object]]] = {
    "history": _history,
    "elsewhere": _elsewhere,
}
"""Aspects of a recommendation: the last step of the address, and what answers it."""


def _state(state: State) -> dict[str, object]:
    return {
        "name": state.name,
        "progress": [
            named(iri, label) for iri, label in zip(state.concepts, state.progress, strict=True)
        ],
        "disputed": state.is_disputed,
        "on": state.on,
        "by": list(state.by),
        "words": [mask(words) for words in state.words],
        "documents": list(state.documents),
    }


def _silence(silence: Silence) -> dict[str, object]:
    return {
        "words": silence.words,
        "never_mentioned_again": silence.is_total,
        "last_mentioned": silence.last_mentioned,
        "documents": records_as_json(silence.documents),
    }


def _case(case: Case) -> dict[str, object]:
    told = record_as_json(case.told)
    return {
        "date": told["date"],
        "body": told["council"],
        "neighbour": case.is_neighbour,
        "recommendation": told["other"],
        "document": told["document"],
        "score": told["score"],
        "reason": told["reason"],
        "when": "earlier" if case.is_earlier else "later",
        "grade_before": _graded(case.before),
        "grade_after": _graded(case.after),
        "outcome": case.outcome,
        "documents": records_as_json(case.documents),
    }


def _graded(graded: Graded | None) -> dict[str, object] | None:
    if graded is None:
        return None
    return {
        "grade": graded.grade,
        "rank": graded.rank,
        "date": graded.date,
        "inspection": graded.inspection,
        "stated_elsewhere": graded.stated,
    }
