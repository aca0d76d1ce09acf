"""The command line: ``answerable COMMAND …``, one command a file.

Nothing heavy is imported here, so that the help is there at once: the module of a command,
and typer with it, is imported only when the command runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "extract": "print what documents say, one JSON object a line; touches no store",
    "explain": "write a page that shows a document's text with every fact marked in place",
    "outliers": "list what is unusual in documents and worth reading; touches no store",
    "load": "read files, folders, archives or addresses into the store",
    "link": "compute the links across documents again",
    "query": "run a SPARQL query, given as a file or as text",
    "ask": "run one of the named questions, or list them",
    "analyse": "run one of the measures over the graph, or list them",
    "export": "write the graph in one of the export formats",
    "brief": "write a report about one body for a board",
    "check": "check the store against the shapes of the ontology",
    "review": "list what is in doubt, and accept, correct or reject it",
    "serve": "serve the graph and its pages over HTTP",
    "mcp": "offer read-only tools to language models over standard input and output",
    "remove": "remove a document from the store",
    "backup": "copy the store to a folder",
    "restore": "put a copy back as the store",
}

USAGE_STATUS = 2


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit status: 0 well, 1 something failed, 2 wrong usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    name = words[0] if words else "--help"
    if name in ("-h", "--help"):
        sys.stdout.write(help_text())
        sys.exit(0 if words else USAGE_STATUS)
    if name == "--version":
        sys.stdout.write(_version() + "\n")
        sys.exit(0)
    if name not in COMMANDS:
        sys.stderr.write(f"answerable: no command {name!r}; `answerable --help` lists them\n")
        sys.exit(USAGE_STATUS)
    import_module("api.cli.running").run(name, words[1:])


def help_text() -> str:
    """Return the help of the whole program."""
    width = max(len(name) for name in COMMANDS)
    lines = [f"  {name:<{width}}  {what}" for name, what in COMMANDS.items()]
    return (
        "Usage: answerable COMMAND [OPTIONS] …\n\n"
        "Oversight documents as a linked, cited graph: who was asked to do what, by whom,\n"
        "and what came of it.\n\n"
        "Commands (each has its own --help):\n" + "\n".join(lines) + "\n\n"
        "The store is ./answerable.db, or what --store or ANSWERABLE_STORE says.\n"
        "Exit status: 0 well, 1 something failed, 2 wrong usage.\n"
    )


def _version() -> str:
    version: str = import_module("importlib.metadata").version("answerable")
    return f"answerable {version}"
