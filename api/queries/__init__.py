"""The queries of the pages and resources, one ``.rq`` file each.

Parameters stand in them as `graph.binding` describes: ``VALUES ?name { UNDEF }``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def query_text(name: str) -> str:
    """Return the text of the query ``name``; raises FileNotFoundError where there is none."""
    return (files("api.queries") / f"{name}.rq").read_text(encoding="utf-8")
