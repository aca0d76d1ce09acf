"""What a SPARQL text is, told without evaluating it: its form, and what we refuse in it.

A lexer and not a regular expression over the whole text, because keywords inside strings, IRIs
and comments mean nothing.  Syntax is the engine's to check; only what must not reach it is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from api.errors import BadQuery

Form = Literal["select", "ask", "construct", "describe"]

MAX_NESTING = 200  # some thousand nested groups overflow the stack of every engine we know
FORMS: dict[str, Form] = {
    "SELECT": "select",
    "ASK": "ask",
    "CONSTRUCT": "construct",
    "DESCRIBE": "describe",
}
UPDATES = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH")
)

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n\r]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
                  |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<name>[\w.-]*:(?:[\w.:%-]|\\.)*)
      | (?P<language>@[A-Za-z-]+)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<open>[({\[])
      | (?P<close>[)}\]])
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token that matters: ``kind`` is the name of its group; ``position`` in code points."""

    kind: str
    text: str
    position: int


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of a query but its comments and white space."""
    for match in _TOKEN.finditer(query):
        kind = str(match.lastgroup)
        if kind != "comment" and not match.group().isspace():
            yield Token(kind, match.group(), match.start())


def check_query(query: str) -> Form:
    """Return the form of a query that may be evaluated.

    Raises BadQuery for an update, for SERVICE (the server would call addresses of a stranger's
    choice), for nesting deeper than MAX_NESTING, and where no query form is found.
    """
    form: Form | None = None
    depth = 0
    for token in tokens(query):
        word = token.text.upper() if token.kind == "word" else ""
        depth += (token.kind == "open") - (token.kind == "close")
        if depth > MAX_NESTING:
            raise _refusal(query, token, f"groups are nested deeper than {MAX_NESTING}")
        if word == "SERVICE":
            raise _refusal(query, token, "SERVICE is not answered here")
        if form is None and word in UPDATES:
            raise _refusal(query, token, f"{word} is an update; this address answers queries only")
        form = form or FORMS.get(word)
    if form is None:
        raise BadQuery("no SELECT, ASK, CONSTRUCT or DESCRIBE was found in the query")
    return form


def place(query: str, position: int) -> tuple[int, int]:
    """Return line and column, both from 1, of a position in a query."""
    before = query[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


def _refusal(query: str, token: Token, reason: str) -> BadQuery:
    line, column = place(query, token.position)
    return BadQuery(f"{reason} (line {line}, column {column})", line=line, column=column)
