"""The OpenAPI description: what the framework knows of the routes, made exact.

Lists and questions share one route each, but each has parameters of its own, so each gets its own
path here.  Every answer is told with its media type, every refusal as a problem (RFC 9457), and
every parameter with its form and an example; tests run the examples and hold the service to it.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any, Final

from fastapi import FastAPI

from api.resources.collections import COLLECTIONS, Collection
from api.resources.forms import FACETS, RDF_SUFFIXES
from graph.exports import FORMATS
from graph.questions import Question, questions

Json = dict[str, Any]  # JSON, whose values are of many types

_SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
_DAY = r"[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?"
_FORMS: Final[Mapping[str, str]] = {
    "body": _SLUG,
    "theme": _SLUG,
    "inspection": _SLUG,
    "kind": _SLUG,
    "addressed_to": _SLUG,
    "progress": _SLUG,
    "slug": _SLUG,
    "from": _DAY,
    "to": _DAY,
    "day": r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])",
    "on": r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])",
    "since": r"[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])",
    "cursor": "c[0-9]{1,9}(-[a-z0-9]{1,40}){0,3}",
    "facets": f"({'|'.join(FACETS)})(,({'|'.join(FACETS)}))*",
    "suffix": "html|docx|md",
    "aspect": "history|elsewhere",
    "name": rf"{_SLUG}(\.(html|ttl|jsonld|nt|rdf|json))?",
    "file_name": rf"{_SLUG}\.({'|'.join(map(re.escape, FORMATS))})(\.gz)?",
}
"""How values look that are understood; slugs stand for IRIs too, but those need no machine."""

_EXAMPLES: Final[Mapping[str, str]] = {
    "body": "exampleshire",
    "theme": "assessment-and-practice",
    "inspection": "exampleshire-2019-03-11",
    "from": "2019",
    "to": "2024-07",
    "day": "2026-01-01",
    "on": "2026-01-01",
    "since": "2020-01-01",
    "suffix": "md",
    "aspect": "history",
    "file_name": "exampleshire.nt",
    "fields": "name",
    "facets": "kind",
}
_EXAMPLE_SLUGS: Final[Mapping[str, str]] = {
    "documents": "exampleshire-2019-03-22-inspection-report",
    "inspections": "exampleshire-2019-03-11",
    "recommendations": "exampleshire-2019-03-22-inspection-report-1",
    "themes": "permanence",
    "bodies": "exampleshire",
    "roles": "commissioner",
    "people": "rosalind-vaneley",
    "responsibilities": "exampleshire-2024-07-commissioner-report-1",
}
_ANALYTIC: Final[Mapping[str, str]] = {"name": "recurrence"}
_LIST, _ONE = "/api/v1/{collection}", "/api/v1/{collection}/{slug}"
_QUESTION = "/api/v1/questions/{name}"
_KINDS: Final[Mapping[str, str]] = {
    "documents": "inspection-report",
    "inspections": "focused-visit",
    "recommendations": "requirement",
    "bodies": "council",
}
_PROBLEM: Final[Json] = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
    },
}
_THING: Final[Json] = {
    "type": "object",
    "required": ["@id", "slug"],
    "properties": {"@id": {"type": "string"}, "slug": {"type": "string"}},
}
_PAGE: Final[Json] = {
    "type": "object",
    "required": ["items", "total", "next"],
    "properties": {
        "items": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
        "total": {"type": "integer"},
        "next": {"type": ["string", "null"]},
        "facets": {"type": "object"},
    },
}
_TURTLE = "text/turtle"
_MEDIA: Final[Mapping[str, tuple[str, ...]]] = {
    "/sparql": (
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
        _TURTLE,
        "application/n-triples",
        "application/ld+json",
        "application/rdf+xml",
        "application/n-quads",
        "application/trig",
        "text/html",
    ),
    "/rdf-graph-store": (_TURTLE, "application/n-triples", "application/ld+json"),
    "/dataset": (_TURTLE, "application/ld+json", "application/rdf+xml", "text/html"),
    "/doc/{kind}/{name}": (
        "text/html",
        _TURTLE,
        "application/ld+json",
        "application/n-triples",
        "application/rdf+xml",
        "application/json",
        "text/plain",
    ),
    "/def/": ("text/html", _TURTLE),
    "/def/ontology.ttl": (_TURTLE,),
    "/def/shapes": (_TURTLE,),
    "/def/context.jsonld": ("application/ld+json",),
    "/exports/{file_name}": ("application/octet-stream", "*/*"),
    "/feeds/changes.atom": ("application/atom+xml",),
    "/feeds/recommendations.atom": ("application/atom+xml",),
    "/reconcile/preview": ("text/html",),
    "/api/v1/bodies/{slug}/briefing.{suffix}": (
        "text/html",
        "text/markdown",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}
"""Media types of answers that are no JSON, by path."""


def describe_exactly(app: FastAPI) -> None:
    """Make ``app`` describe itself exactly; the description is made when it is first asked for."""
    of_framework = app.openapi

    def openapi() -> Json:
        if app.openapi_schema is None:
            app.openapi_schema = exact(of_framework())
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # the framework's own way to replace it


def exact(description: Json) -> Json:
    """Return a description with every path, answer and parameter told exactly."""
    told = copy.deepcopy(description)
    paths: Json = told["paths"]
    every_list, every_one = paths.pop(_LIST)["get"], paths.pop(_ONE)["get"]
    every_question = paths.pop(_QUESTION)["get"]
    for collection in COLLECTIONS.values():
        paths.setdefault(f"/api/v1/{collection.name}", {})["get"] = _list(every_list, collection)
        one = paths.setdefault(f"/api/v1/{collection.name}/{{slug}}", {})
        one["get"] = _one(every_one, collection)
    for question in questions():
        paths[f"/api/v1/questions/{question.name}"] = {"get": _question(every_question, question)}
    for path, operations in paths.items():
        for operation in operations.values():
            _tell_answers(path, operation)
            _tell_parameters(path, operation)
    schemas = told.setdefault("components", {}).setdefault("schemas", {})
    schemas |= {"Problem": _PROBLEM, "Thing": _THING, "Page": _PAGE}
    return told


def _list(operation: Json, collection: Collection) -> Json:
    known = (*collection.filters, "limit", "cursor", "fields", "facets")
    narrowed = _narrowed(operation, f"list-{collection.name}", f"List {collection.name}", known)
    present = {each["name"] for each in narrowed["parameters"]}
    narrowed["parameters"] += [_text(name) for name in known if name not in present]
    if collection.name in _KINDS:
        for each in narrowed["parameters"]:
            if each["name"] == "kind":
                each["example"] = _KINDS[collection.name]
    narrowed["responses"]["200"]["content"] = {
        "application/json": {"schema": {"$ref": "#/components/schemas/Page"}}
    }
    forms = {".csv": "text/csv", **RDF_SUFFIXES}
    narrowed["description"] += "".join(f" With {name}: {media}." for name, media in forms.items())
    return narrowed


def _one(operation: Json, collection: Collection) -> Json:
    narrowed = _narrowed(
        operation, f"one-{collection.type}", f"One {collection.type}", ("slug", "fields")
    )
    for each in narrowed["parameters"]:
        if each["name"] == "slug":
            each["schema"] = {"type": "string"}
    narrowed["responses"]["200"]["content"] = {
        "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
    }
    return narrowed


def _question(operation: Json, question: Question) -> Json:
    narrowed = _narrowed(operation, f"question-{question.name}", question.question, ())
    narrowed["parameters"] = [_text(p.name, p.meaning) for p in question.parameters]
    return narrowed


def _narrowed(operation: Json, name: str, summary: str, known: tuple[str, ...]) -> Json:
    narrowed = copy.deepcopy(operation)
    narrowed["operationId"], narrowed["summary"] = name.replace("-", "_"), summary
    given = narrowed.get("parameters", [])
    narrowed["parameters"] = [each for each in given if each["name"] in known]
    return narrowed


def _text(name: str, meaning: str = "") -> Json:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": meaning,
        "schema": {"type": "string"},
    }


def _tell_answers(path: str, operation: Json) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    for status, response in responses.items():
        if status in ("204", "303"):
            response.pop("content", None)
        elif path in _MEDIA:
            response["content"] = {media: {} for media in _MEDIA[path]}
    for status in ("4XX", "5XX"):
        responses[status] = {
            "description": "A problem (RFC 9457)",
            "content": {
                "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}},
                "text/html": {},
            },
        }


def _tell_parameters(path: str, operation: Json) -> None:
    collection = path.removeprefix("/api/v1/").partition("/")[0]
    examples = {**_EXAMPLES, **_ANALYTIC} if collection == "analytics" else _EXAMPLES
    if collection in _EXAMPLE_SLUGS:
        examples = {**examples, "slug": _EXAMPLE_SLUGS[collection]}
    for parameter in operation.get("parameters", ()):
        name = parameter["name"]
        schema = parameter.get("schema", {})
        if name in _FORMS and schema.get("type", "string") == "string":
            is_whole = {"type": "string", "pattern": f"^({_FORMS[name]})$", "maxLength": 120}
            parameter["schema"] = {**is_whole, "title": schema.get("title", name)}
        if name in examples:
            parameter.setdefault("example", examples[name])
        parameter.get("schema", {}).pop("examples", None)
