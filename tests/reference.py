"""The parts of ``docs/reference.md`` that the program itself tells: ``python -m tests.reference``.

They stand between the comments ``<!-- name -->`` and ``<!-- end of name -->``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from api.app import create_app
from api.cli import COMMANDS
from api.resources.collections import COLLECTIONS
from api.settings import Settings
from graph import MEMORY, open_store
from graph.analytics.registry import ANALYTICS
from graph.exports import FORMATS
from graph.questions import Question, questions

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference.md"


def commands() -> Iterator[str]:
    """Yield the table of commands, as ``answerable --help`` tells them."""
    yield "| command | does |"
    yield "|---|---|"
    for name, what in COMMANDS.items():
        yield f"| `answerable {name}` | {what} |"


def paths() -> Iterator[str]:
    """Yield the table of the paths of the HTTP interface, pages left out."""
    yield "| call | does |"
    yield "|---|---|"
    store = open_store(MEMORY)
    described = create_app(Settings(), store).openapi()["paths"]
    store.close()
    for path, methods in sorted(described.items()):
        for method, operation in methods.items():
            yield f"| {method.upper()} `{path}` | {operation['summary']} |"


def lists() -> Iterator[str]:
    """Yield the table of the lists of the REST interface."""
    yield "| path | filters |"
    yield "|---|---|"
    for entry in COLLECTIONS.values():
        filters = ", ".join(f"`{name}`" for name in entry.filters)
        yield f"| `/api/v1/{entry.name}` | {filters} |"


def exports() -> Iterator[str]:
    """Yield the table of the export formats."""
    yield "| format | for |"
    yield "|---|---|"
    yield from (f"| `{name}` | {entry.purpose} |" for name, entry in FORMATS.items())


def named_questions() -> Iterator[str]:
    """Yield what each question asks, takes and returns, as the header of its file says."""
    for question in questions():
        yield from _asked(question)


def analytics() -> Iterator[str]:
    """Yield what each analytic measures, how, and at what cost."""
    for entry in ANALYTICS.values():
        yield from _asked(entry.question)
        definition = " ".join(entry.definition.removeprefix("Return ").split())
        yield f"Measured: {definition.replace('``', '`')}"
        yield f"Cost: {entry.cost}."
        yield ""


def _asked(question: Question) -> Iterator[str]:
    yield f"### {question.name}"
    yield question.question
    yield ""
    yield from _parameters(question)
    yield ""
    yield "| column | kind | meaning |"
    yield "|---|---|---|"
    for column in question.columns:
        yield f"| `{column.name}` | {column.kind} | {column.meaning} |"
    yield ""
    yield f"Order: {question.order}."
    yield from (f"Note: {note}" for note in question.notes)
    yield ""


def _parameters(question: Question) -> Iterator[str]:
    common = " ".join(f"`{parameter.name}`" for parameter in question.parameters)
    yield f"Parameters: {common}." if common else "No parameters."


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "paths": paths,
    "lists": lists,
    "exports": exports,
    "questions": named_questions,
    "analytics": analytics,
}


def renewed(text: str) -> str:
    """Return the reference with the parts that the program tells as it tells them now."""
    for name, lines in PARTS.items():
        told = "\n".join(lines()).strip()
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)",
            lambda found, told=told: f"{found[1]}{told}\n{found[2]}",
            text,
            flags=re.DOTALL,
        )
    return text


if __name__ == "__main__":
    REFERENCE.write_text(renewed(REFERENCE.read_text(encoding="utf-8")), encoding="utf-8")
