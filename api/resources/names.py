"""Names of JSON from names of RDF: ``addressedTo`` is ``addressed_to``, several are a list."""

from __future__ import annotations

import re

ANS = "https://w3id.org/answerable/ns#"

LISTS = {
    "theme": "themes",
    "issue": "issues",
    "computedTheme": "computed_themes",
    "printedTheme": "printed_themes",
    "addressedTo": "addressed_to",
    "agreedBy": "agreed_by",
    "supportedBy": "supported_by",
    "overseenBy": "overseen_by",
    "consults": "consults",
    "reportsTo": "reports_to",
    "madeBy": "made_by",
    "modality": "modality",
    "inspects": "inspects",
    "inspectedBy": "inspected_by",
    "inspector": "inspectors",
    "leadInspector": "lead_inspectors",
    "fieldwork": "fieldwork",
    "towards": "towards",
    "reportsOn": "reports_on",
    "altLabel": "other_names",
    "statisticalNeighbour": "statistical_neighbours",
    "knownOnlyFrom": "known_only_from",
    "restates": "restates",
    "recursFrom": "recurs_from",
    "relatedTo": "related_to",
    "alikeElsewhere": "alike_elsewhere",
    "discusses": "discusses",
    "repliesTo": "replies_to",
    "involves": "involves",
    "narrower": "narrower",
    "broader": "broader",
    "hiddenLabel": "cues",
    "cue": "cues",
}
"""Properties of which a thing may have several: always a list in JSON, with this name."""

LABELS = ("prefLabel", "label", "title", "name")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def local_name(iri: str) -> str:
    """Return the last part of a property's or class's IRI ("addressedTo")."""
    return re.split(r"[/#]", iri.rstrip("/#"))[-1]


def json_name(iri: str) -> str:
    """Return the JSON name of a property ("addressed_to")."""
    name = local_name(iri)
    return LISTS.get(name) or _HUMP.sub("_", name).lower()


def words(name: str) -> str:
    """Return a local or JSON name as words for people ("Addressed to")."""
    spaced = _HUMP.sub(" ", name.replace("_", " ")).lower()
    return spaced[:1].upper() + spaced[1:]


def slug_of(iri: str) -> str:
    """Return the last step of the IRI of a thing ("tameside")."""
    return iri.rpartition("/")[2]
