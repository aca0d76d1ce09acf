"""What a SPARQL text is, told without evaluating it: its form, its words, what we refuse in it.

A lexer and not a regular expression over the whole text, because keywords inside strings, IRIs
and comments mean nothing.  Syntax is the engine's to check; only what must not reach it is here.
The engine has no lexer: to it ``SERVICE:x`` can be the keyword with a name, and ``trueSERVICE`` a
truth and the keyword.  So the refusals here are wider than the grammar of SPARQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from api.errors import BadQuery

Form = Literal["select", "ask", "construct", "describe"]

MAX_NESTING = 200  # some thousand nested groups overflow the stack of every engine we know
MAX_TOKENS = 50_000
FORMS: dict[str, Form] = {
    "SELECT": "select",
    "ASK": "ask",
    "CONSTRUCT": "construct",
    "DESCRIBE": "describe",
}
UPDATES = frozenset(
    ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH")
)
VOLATILE = frozenset(("RAND", "NOW", "UUID", "STRUUID", "BNODE"))

_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<comment>\#[^\n\r]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*+>)
      | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*+\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*+'''
                  |"(?:[^"\\\n\r]|\\.)*+"|'(?:[^'\\\n\r]|\\.)*+')
      | (?P<variable>[?$]\w+)
      | (?P<name>[\w.-]{0,256}+:(?:[\w.:%-]|\\.)*+)
      | (?P<language>@[A-Za-z-]+)
      | (?P<number>\d+(?:\.\d+)?)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<open>[({\[]|<<)
      | (?P<close>[)}\]]|>>)
      | (?P<prefix>[!^+-])
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """A token that matters: ``kind`` is the name of its group; ``position`` in code points."""

    kind: str
    text: str
    position: int

    @property
    def word(self) -> str:
        """The token in capitals where it is a bare word, else empty."""
        return self.text.upper() if self.kind == "word" else ""

    @property
    def end(self) -> int:
        """The position after the token."""
        return self.position + len(self.text)


@dataclass(frozen=True, slots=True)
class CheckedQuery:
    """A query that may be evaluated, with its form and its tokens.

    ``is_volatile`` tells whether the same query may get another answer from the same graph;
    ``shape`` is the query without its values: equal for queries that cost about the same.
    """

    text: str
    form: Form
    tokens: tuple[Token, ...]
    is_volatile: bool
    shape: str


def tokens(query: str) -> Iterator[Token]:
    """Yield the tokens of a query but its comments and white space."""
    for match in _TOKEN.finditer(query):
        kind = str(match.lastgroup)
        if kind not in ("comment", "space"):
            yield Token(kind, match.group(), match.start())


@lru_cache(maxsize=256)
def check_query(query: str) -> CheckedQuery:
    """Return a query that may be evaluated.

    Raises BadQuery for an update, for SERVICE (the server would call addresses of a stranger's
    choice), for nesting deeper than MAX_NESTING, for more than MAX_TOKENS tokens, and where no
    query form is found.
    """
    if _ESCAPE.search(query):
        _check(unescaped(query))  # escaped letters are letters, wherever they stand
    return _check(query)


def unescaped(query: str) -> str:
    """Return a query with its code point escapes (SPARQL 1.1, section 19.2) resolved."""

    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code <= 0x10FFFF else match[0]

    return _ESCAPE.sub(character, query)


def place(query: str, position: int) -> tuple[int, int]:
    """Return line and column, both from 1, of a position in a query."""
    before = query[:position]
    return before.count("\n") + 1, position - before.rfind("\n")


def refusal(query: str, token: Token, reason: str) -> BadQuery:
    """Return the error that says why a query is refused, and where."""
    line, column = place(query, token.position)
    return BadQuery(f"{reason} (line {line}, column {column})", line=line, column=column)


def _check(query: str) -> CheckedQuery:
    found: list[Token] = []
    form: Form | None = None
    depth = prefixes = 0
    for token in tokens(query):
        found.append(token)
        depth += (token.kind == "open") - (token.kind == "close")
        prefixes = prefixes + 1 if token.kind == "prefix" else 0
        if max(depth, prefixes) > MAX_NESTING:
            raise refusal(query, token, f"groups are nested deeper than {MAX_NESTING}")
        if len(found) > MAX_TOKENS:
            raise refusal(query, token, f"the query has more than {MAX_TOKENS} words and signs")
        if form is None and token.word in UPDATES:
            raise refusal(
                query, token, f"{token.word} is an update; this address answers queries only"
            )
        form = form or FORMS.get(token.word)
    _refuse_service(query, found)
    if form is None:
        raise BadQuery("no SELECT, ASK, CONSTRUCT or DESCRIBE was found in the query")
    return CheckedQuery(query, form, tuple(found), _is_volatile(form, found), _shape(found))


def _is_volatile(form: Form, found: list[Token]) -> bool:
    makes_nodes = form == "construct" and any(
        token.text == "[" or token.text.startswith("_:") for token in found
    )
    return makes_nodes or any(token.word in VOLATILE for token in found)


def _shape(found: list[Token]) -> str:
    return " ".join(
        token.kind if token.kind in ("string", "number") else token.text for token in found
    )


def _refuse_service(query: str, found: list[Token]) -> None:
    for token in found:
        if "SERVICE" in token.word:
            raise refusal(query, token, "SERVICE is not answered here")
    for token, following in pairwise(found):
        prefix = token.text.partition(":")[0].upper().removesuffix("SILENT")
        if token.kind == "name" and following.text == "{" and prefix.endswith("SERVICE"):
            raise refusal(query, token, "SERVICE is not answered here; give the prefix a new name")
