"""Wrong usage of a command that typer cannot see: it ends with exit status 2."""

from __future__ import annotations

from ontology.errors import AnswerableError


class WrongUsage(AnswerableError):
    """A command was given what it cannot use."""
