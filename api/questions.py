"""``/api/v1/questions``: the named questions, run with parameters, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from api.context import LibraryDep
from api.masking import mask
from api.resources.forms import CSV_SUFFIX, split_suffix
from api.resources.routes import as_csv
from graph.questions import Answer, Cell, Question, ask, question, questions

router = APIRouter(prefix="/api/v1/questions", tags=["questions"])


@router.get("", summary="The named questions")
def list_questions() -> dict[str, object]:
    """Return all questions with their parameters and columns."""
    described = [describe(entry) for entry in questions()]
    return {"items": described, "total": len(described), "next": None}


@router.get("/{name}", summary="Ask a named question")
def answer_question(name: str, request: Request, library: LibraryDep) -> Response:
    """Return every row that answers; parameters are those that the question declares."""
    bare, suffix = split_suffix(name)
    answer = ask(library.store, bare, given(request.query_params))
    records = masked_records(answer)
    if suffix == CSV_SUFFIX:
        return Response(as_csv(records, answer.columns), media_type="text/csv")
    body = {**describe(question(bare)), "items": records, "total": len(records), "next": None}
    return JSONResponse(body)


def given(parameters: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters that have a value: an empty field of a form asks nothing."""
    return {name: value for name, value in parameters.items() if value}


def describe(entry: Question) -> dict[str, object]:
    """Return what a question asks, takes and returns."""
    return {
        "name": entry.name,
        "question": entry.question,
        "parameters": [_named(p.name, p.kind, p.meaning) for p in entry.parameters],
        "columns": [_named(c.name, c.kind, c.meaning) for c in entry.columns],
        "order": entry.order,
        "notes": list(entry.notes),
    }


def _named(name: str, kind: str, meaning: str) -> dict[str, str]:
    return {"name": name, "kind": kind, "meaning": meaning}


def masked_records(answer: Answer) -> list[dict[str, object]]:
    """Return the rows by column, without telephone numbers and e-mail addresses."""
    return [{name: _masked(cell) for name, cell in record.items()} for record in answer.records]


def _masked(cell: Cell) -> object:
    if isinstance(cell, str):
        return mask(cell)
    return masked_list(cell) if isinstance(cell, tuple) else cell


def masked_list(texts: Iterable[str]) -> list[str]:
    """Return texts without telephone numbers and e-mail addresses."""
    return [mask(text) for text in texts]
