"""How values are put into a query: as terms written by the engine, never as text.

A parameter stands in a query as ``VALUES ?name { UNDEF }``.  So the file is a query as it is,
for any server, and unbound it restricts nothing.  Binding replaces each such UNDEF by terms.
The engine's own substitution is not used: it is applied after planning, so a query for one
body would read all bodies (measured: 130 ms against 0.6 ms on 50,000 items).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pyoxigraph import Literal, NamedNode

_PARAMETER = re.compile(r"VALUES \?(?P<name>\w+) \{ UNDEF \}")


def parameters_of(text: str) -> tuple[str, ...]:
    """Return the names of the parameters of a query, each once, in the order of its text."""
    return tuple(dict.fromkeys(match["name"] for match in _PARAMETER.finditer(text)))


def bind(text: str, bindings: Mapping[str, Sequence[NamedNode | Literal]]) -> str:
    """Return the query with its parameters bound; one without terms stays unbound.

    Raises KeyError for a name that the query has no parameter for.
    """
    unknown = sorted(set(bindings) - set(parameters_of(text)))
    if unknown:
        raise KeyError(f"the query has no parameter {', '.join(unknown)}")

    def terms(match: re.Match[str]) -> str:
        written = " ".join(str(term) for term in bindings.get(match["name"], ()))
        return f"VALUES ?{match['name']} {{ {written or 'UNDEF'} }}"

    return _PARAMETER.sub(terms, text)
