"""``/api/v1/analytics``: measures over the graph, run with parameters, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from api.context import LibraryDep
from api.questions import describe, given, masked_records
from api.resources.answers import LABEL, answer_as_json
from api.resources.routes import CSV_SUFFIX, as_csv, split_suffix
from graph.analytics.measuring import Analytic, Finding
from graph.analytics.registry import ANALYTICS

router = APIRouter(prefix="/api/v1/analytics", tags=["analytics"])


@router.get("", summary="The measures over the graph")
def list_analytics() -> dict[str, object]:
    """Return all analytics with their definitions, parameters and columns."""
    described = [describe_analytic(entry) for entry in ANALYTICS.values()]
    return {"items": described, "total": len(described), "next": None}


@router.get("/{name}", summary="Measure a part of the graph")
def run_analytic(name: str, request: Request, library: LibraryDep) -> Response:
    """Return what a measure finds; parameters are those that it declares.

    All take ``body``, ``theme``, ``from`` and ``to``; ``paths`` also ``source`` and ``target``.
    """
    bare, suffix = split_suffix(name)
    finding = library.findings.find(library.store, bare, given(request.query_params))
    if suffix == CSV_SUFFIX:
        records = masked_records(finding.answer)
        return Response(as_csv(records, finding.answer.columns), media_type="text/csv")
    return JSONResponse(finding_as_json(finding))


def describe_analytic(entry: Analytic) -> dict[str, object]:
    """Return what an analytic measures, how, at what cost, and what it takes and returns."""
    described = describe(entry.question)
    columns = [column for column in entry.question.columns if not _is_label(column.name, entry)]
    described["columns"] = [
        {"name": column.name, "kind": column.kind, "meaning": column.meaning} for column in columns
    ]
    return {**described, "definition": entry.definition, "cost": entry.cost}


def finding_as_json(finding: Finding) -> Mapping[str, object]:
    """Return what an analytic found, with the figures about the whole as ``summary``."""
    items = answer_as_json(finding.answer)
    return {
        **describe_analytic(finding.analytic),
        "summary": dict(finding.summary),
        "items": items,
        "total": len(items),
        "next": None,
    }


def _is_label(name: str, entry: Analytic) -> bool:
    names = {column.name for column in entry.question.columns}
    return name.endswith(LABEL) and name.removesuffix(LABEL) in names
