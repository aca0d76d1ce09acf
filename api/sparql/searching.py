"""Full-text search inside a query: ``?thing search:matches "words"`` becomes the things found.

The pattern is replaced by ``VALUES ?thing { <…> … }``, its IRIs written by the engine.  It has to
be a triple of its own, with a variable and a string that is written out.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pyoxigraph import NamedNode

from api.errors import BadQuery
from api.sparql.dataset import iri_of, prefixes_of
from api.sparql.lexer import CheckedQuery, Token, refusal
from graph.store import Matches

MATCHES = "https://w3id.org/answerable/search#matches"

_BEFORE = frozenset(("{", "}", ".", ")"))
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def rewrite_search(
    query: CheckedQuery, search: Callable[[str], Matches]
) -> tuple[str, tuple[str, ...]]:
    """Return the text of a query with its searches replaced, and the words whose matches were cut.

    Raises BadQuery where the property stands in another way than the module says.
    """
    if "matches" not in query.text:
        return query.text, ()
    prefixes = prefixes_of(query)
    places = [
        index for index, token in enumerate(query.tokens) if iri_of(token, prefixes) == MATCHES
    ]
    text, end, cut = "", 0, []
    for index in places:
        subject, words, following = _pattern(query, index)
        found = search(_string(words.text))
        if found.more:
            cut.append(_string(words.text))
        listed = " ".join(str(NamedNode(iri)) for iri in found.iris)
        text += f"{query.text[end : subject.position]}VALUES {subject.text} {{ {listed} }}"
        end = words.end
        if following.text == ";":
            text += f" {subject.text} "
            end = following.end
    return text + query.text[end:], tuple(cut)


def _pattern(query: CheckedQuery, index: int) -> tuple[Token, Token, Token]:
    """Return the variable, the words and what follows them, around the property at ``index``."""
    nothing = Token("other", "", len(query.text))
    around = [
        query.tokens[place] if 0 <= place < len(query.tokens) else nothing
        for place in range(index - 2, index + 3)
    ]
    before, subject, name, words, following = around
    is_triple = before.text in _BEFORE and subject.kind == "variable" and words.kind == "string"
    if not is_triple or following.text in (",", "^") or following.kind == "language":
        raise refusal(
            query.text,
            name,
            'search:matches stands in a triple of its own: ?variable search:matches "words" .',
        )
    return subject, words, following


def _string(literal: str) -> str:
    quotes = 3 if literal[:3] in ('"""', "'''") and len(literal) >= 6 else 1
    body = literal[quotes:-quotes]
    try:
        return re.sub(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", _character, body, flags=re.DOTALL)
    except ValueError as error:
        raise BadQuery(f"the words of a search hold no character: {error}") from error


def _character(match: re.Match[str]) -> str:
    escape = match[1]
    if len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _ESCAPES.get(escape, escape)
