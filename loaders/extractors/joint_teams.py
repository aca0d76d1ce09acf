"""Teams of joint inspections: two columns of "Name, Ofsted lead inspector"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.extractors.flows import flow_of
from loaders.extractors.inspectorates import inspectorates_in
from loaders.extractors.offices import inspector_standing
from loaders.extractors.teams import NAME
from loaders.page import Line, quote_lines
from loaders.records import Inspector
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

LEAD = re.compile(r"\blead\b", re.IGNORECASE)
DEPUTY = re.compile(r"\bdeputy\b", re.IGNORECASE)
LEADING_INSPECTORATE = "ofsted"


def read_joint_team(lines: Sequence[Line]) -> tuple[Inspector, ...]:
    """Return the inspectors of a joint team; the lead is Ofsted's, who led the inspection.

    The lead inspector of another inspectorate keeps that role, but did not lead the whole.
    """
    members = [line for line in lines if not _column_head().match(line.text)]
    return tuple(_members(members))


@lru_cache(maxsize=1)
def _column_head() -> re.Pattern[str]:
    """The name of an inspectorate over the column of its inspectors, its initials after it."""
    bodies = (body for body in vocabulary().bodies if body.body_type == "inspectorate")
    names = any_of(name for body in bodies for name in body.names)
    return re.compile(rf"^\W*{names}(?: \(?{names}\)?)?\s*$")


def _members(lines: Sequence[Line]) -> Iterator[Inspector]:
    text = flow_of(lines).text
    start = 0
    for match in inspector_standing().finditer(text):
        name = text[start : match.start()].strip(" ,")
        start = match.end()
        if not NAME.fullmatch(name):
            continue
        role = " ".join(match["role"].split()).strip(" ,")
        named = inspectorates_in(role)
        body = named[0] if named else LEADING_INSPECTORATE
        surname = name.split()[-1]
        yield Inspector(
            evidence=quote_lines([line for line in lines if surname in line.text]),
            rule="send-inspection-team",
            name=name,
            role=role,
            lead=bool(LEAD.search(role) and not DEPUTY.search(role))
            and body == LEADING_INSPECTORATE,
            body=body,
        )
