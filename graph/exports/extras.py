"""Libraries that only some need: imported where used, and asked for by name where absent."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from graph.errors import GraphError


class ExtraMissing(GraphError):
    """A library of one of the distribution's extras is needed and not installed."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(f"{library} is not installed: pip install 'answerable[{extra}]'")
        self.extra = extra


def needed(module: str, extra: str) -> Any:  # a module's attributes have no types here
    """Return a module of the extra called ``extra``.  Raises ExtraMissing."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ExtraMissing(module.partition(".")[0], extra) from error
