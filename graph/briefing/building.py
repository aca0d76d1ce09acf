"""How a briefing is put together: the part of the graph about a body, asked the named questions."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from graph.briefing.facts import Facts
from graph.briefing.model import Briefing, Section
from graph.briefing.sections import SECTIONS
from graph.briefing.sources import Sources, day_in_words
from graph.exports.parts import Part, part_of
from graph.exports.states import states
from graph.exports.tables import Tables
from graph.questions import Parameter, ask, term_for
from graph.store import Store

QUESTIONS = (
    "inspection-history",
    "asks",
    "what-became",
    "recurring-weaknesses",
    "responsibilities",
    "post-holders",
    "due",
    "escalation-options",
)


def build_briefing(store: Store, body: str, on: date) -> Briefing:
    """Return the briefing about a body (slug, name or IRI) as it stands ``on`` a day.

    Raises ParameterError for a body of which the store knows nothing.
    """
    iri = term_for(Parameter("body", "body", ""), body, store).value
    with part_of(store, Part(body=iri)) as part:
        facts = _facts(part, iri, on)
    built = ((section, section.build(facts)) for section in SECTIONS)
    return Briefing(
        body=facts.body,
        title=f"{facts.body}: what was asked, and what came of it",
        day=day_in_words(on.isoformat()),
        scope=_scope(facts.sources),
        sections=tuple(
            Section(section.anchor, section.heading, blocks) for section, blocks in built if blocks
        ),
        sources=facts.sources.listed(),
    )


def _facts(part: Store, iri: str, on: date) -> Facts:
    tables = Tables(part)
    answers = {}
    for name in QUESTIONS:
        parameters = {"body": iri} | ({"day": on.isoformat()} if name == "due" else {})
        answers[name] = ask(part, name, parameters).records
    names = {str(record["id"]): record["name"] for record in tables.table("bodies").records}
    parts: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for record in tables.table("recommendation_parts").records:
        place = float(record["order"] or 0), str(record["text"])
        parts[str(record["part_of_id"])].append(place)
    return Facts(
        body=str(names.get(iri) or iri),
        on=on,
        answers=answers,
        states=states(tables),
        parts={item: tuple(text for _, text in sorted(found)) for item, found in parts.items()},
        sources=Sources(tables.table("documents").records),
    )


def _scope(sources: Sources) -> str:
    count = len(sources)
    if not count:
        return "No document about this body is loaded."
    documents = "one document" if count == 1 else f"{count} documents"
    latest = f"the latest of {sources.latest_day}"
    return f"Drawn from {documents}, {latest}. Numbers in brackets name them."
