"""Which part of a graph a measure or a story looks at: a body, a theme, a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode

from graph.errors import ParameterError
from graph.questions import Parameter, term_for
from graph.store import Store, Term

BODY: Final = Parameter("body", "body", "a council or other body; all where absent")
THEME: Final = Parameter("theme", "theme", "a theme, with those below it; all where absent")
FROM: Final = Parameter("from", "first-day", "this day or later; a year or month from its first")
TO: Final = Parameter("to", "last-day", "this day or earlier; a year or month to its last day")
SELECTING: Final = (BODY, THEME, FROM, TO)


@dataclass(frozen=True, slots=True)
class Selection:
    """A body, a theme and a period as terms; each that is absent narrows nothing."""

    body: Term | None = None
    theme: Term | None = None
    first: Term | None = None
    last: Term | None = None

    def terms(self, *names: str) -> dict[str, tuple[Term, ...]]:
        """Return the bindings of a query; ``names`` are the parameters that it has, else all."""
        given = {"body": self.body, "theme": self.theme, "from": self.first, "to": self.last}
        return {
            name: (term,)
            for name, term in given.items()
            if term is not None and (not names or name in names)
        }

    def holds(self, day: str) -> bool:
        """Return whether a day, month or year (ISO) falls into the period, as far as known."""
        first, last = (term.value if term else "" for term in (self.first, self.last))
        return bool(day) and day >= first[: len(day)] and (not last or day <= last)

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows it."""
        return not self.terms()

    @property
    def texts(self) -> dict[str, str]:
        """The selection as the parameters of a named question."""
        return {name: term.value for name, (term,) in self.terms().items()}


EVERYTHING: Final = Selection()


def select(store: Store, given: Mapping[str, str]) -> Selection:
    """Return what ``given`` selects: slugs, names, IRIs and dates as texts.

    Raises ParameterError for a value of which the store knows nothing, and for other names.
    """
    known = {parameter.name: parameter for parameter in SELECTING}
    for name, value in given.items():
        if name not in known:
            raise ParameterError(name, value, f"there are only {', '.join(known)}")
    terms = {name: term_for(known[name], value, store) for name, value in given.items() if value}
    return Selection(terms.get("body"), terms.get("theme"), terms.get("from"), terms.get("to"))


def about(body: str) -> Selection:
    """Return the selection of what concerns one body (an IRI)."""
    return Selection(body=NamedNode(body))
