"""The JSON of the Reconciliation Service API 0.2: what is read from queries, what is answered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from api.errors import BadParameter
from api.masking import mask
from graph.reconciliation import Candidate, Catalogue, Entity, Wanted
from graph.reconciliation.catalogue import PROPERTIES, TYPES, Value
from graph.reconciliation.matching import LIMIT

MAX_QUERIES = 200
MAX_LIMIT = 100
MAX_NAME_CHARACTERS = 1_000

Json = dict[str, object]


def manifest(base: str, address: str, version: str) -> Json:
    """Return what the service at ``address`` can do; ``base`` starts the IRIs of things."""

    def service(path: str) -> Json:
        return {"service_url": address, "service_path": path}

    return {
        "versions": ["0.2"],
        "name": "Answerable: councils and other bodies, roles, themes",
        "identifierSpace": f"{base}/id/",
        "schemaSpace": "https://w3id.org/answerable/ns#",
        "serviceVersion": version,
        "defaultTypes": [typed(name) for name in TYPES],
        "view": {"url": f"{base}/id/{{{{id}}}}"},
        "preview": {"url": f"{address}/preview?id={{{{id}}}}", "width": 400, "height": 200},
        "suggest": {
            "entity": service("/suggest/entity"),
            "property": service("/suggest/property"),
            "type": service("/suggest/type"),
        },
        "extend": {"propose_properties": service("/properties"), "property_settings": []},
    }


def typed(name: str) -> Json:
    """Return a type with its name."""
    return {"id": name, "name": TYPES.get(name, name)}


def read_object(text: str, what: str) -> Mapping[str, Any]:
    """Return a JSON object; raises BadParameter for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise BadParameter(f"{what} is no JSON") from None
    if not isinstance(found, dict):
        raise BadParameter(f"{what} must be a JSON object")
    return found


def read_queries(text: str) -> dict[str, Wanted]:
    """Return the queries of a batch by their names."""
    batch = read_object(text, "queries")
    if len(batch) > MAX_QUERIES:
        raise BadParameter(f"{len(batch)} queries in one batch; at most {MAX_QUERIES} are answered")
    return {name: read_query(query) for name, query in batch.items()}


def read_query(query: object) -> Wanted:
    """Return one query of a batch: an object with a name, or properties, or both."""
    if not isinstance(query, dict):
        raise BadParameter("a query must be an object")
    name, properties = query.get("query", ""), query.get("properties", [])
    if not isinstance(name, str) or len(name) > MAX_NAME_CHARACTERS:
        raise BadParameter(f"query must be a text of at most {MAX_NAME_CHARACTERS} characters")
    if not isinstance(properties, list) or not (name or properties):
        raise BadParameter("a query needs a query or properties")
    return Wanted(name, _types(query.get("type")), tuple(_properties(properties)), _limit(query))


def _types(given: object) -> tuple[str, ...]:
    types = [given] if isinstance(given, str) else given or []
    if not isinstance(types, list) or not all(isinstance(name, str) for name in types):
        raise BadParameter("type must be a text or a list of texts")
    return tuple(name for name in types if name)


def _limit(query: Mapping[str, Any]) -> int:
    limit = query.get("limit", LIMIT)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not limit >= 1:
        raise BadParameter("limit must be a number from 1 on")
    return int(min(limit, MAX_LIMIT))


def _properties(given: list[object]) -> Iterable[tuple[str, str]]:
    for each in given:
        if not isinstance(each, dict) or not isinstance(each.get("pid"), str) or "v" not in each:
            raise BadParameter("a property needs pid and v")
        values = each["v"] if isinstance(each["v"], list) else [each["v"]]
        for value in values:
            text = value.get("id") if isinstance(value, dict) else value
            yield each["pid"], str(text)


def results(found: Iterable[Candidate]) -> Json:
    """Return the candidates for one query."""
    return {"result": [_candidate(each) for each in found]}


def _candidate(found: Candidate) -> Json:
    entity = found.entity
    return {
        "id": entity.id,
        "name": mask(entity.name),
        "description": mask(entity.description),
        "type": [typed(name) for name in entity.types],
        "score": found.score,
        "match": found.is_match,
        "features": [
            {"id": "name", "value": found.likeness},
            {"id": "code", "value": found.has_code},
        ],
    }


def suggested(entity: Entity) -> Json:
    """Return an entity as the suggest service has it."""
    return {
        "id": entity.id,
        "name": mask(entity.name),
        "description": mask(entity.description),
        "notable": [typed(name) for name in entity.types],
    }


def extended(catalogue: Catalogue, request: Mapping[str, Any]) -> Json:
    """Return the values of properties of entities; unknown ones have none."""
    ids = _texts(request.get("ids"), "ids of extend")
    wanted = request.get("properties")
    if not isinstance(wanted, list):
        raise BadParameter("properties of extend must be a list")
    names = _texts(
        [each.get("id") if isinstance(each, dict) else None for each in wanted],
        "ids of the properties of extend",
    )
    return {
        "meta": [{"id": name, "name": PROPERTIES.get(name, name)} for name in names],
        "rows": {
            identifier: {name: _values(catalogue.get(identifier), name) for name in names}
            for identifier in ids
        },
    }


def _texts(given: object, what: str) -> list[str]:
    texts = [each for each in given if isinstance(each, str)] if isinstance(given, list) else []
    if not isinstance(given, list) or len(texts) < len(given):
        raise BadParameter(f"{what} must be a list of texts")
    return texts


def _values(entity: Entity | None, name: str) -> list[Json]:
    return [_value(value) for value in entity.properties.get(name, ())] if entity else []


def _value(value: Value) -> Json:
    if value.iri:
        return {"id": "/".join(value.iri.rsplit("/", 2)[1:]), "name": mask(value.text)}
    return {"str": mask(value.text)}


def proposed(catalogue: Catalogue, type_name: str) -> list[Json]:
    """Return the properties that entities of a type have, or all for no type."""
    members = catalogue.of_types([type_name] if type_name else [])
    used = {name for entity in members for name in entity.properties}
    return [{"id": name, "name": label} for name, label in PROPERTIES.items() if name in used]
