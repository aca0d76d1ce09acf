"""A briefing as one HTML page that needs nothing else, on screen and on paper."""

from __future__ import annotations

import re

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from graph.briefing import Briefing

_CITATION = re.compile(r"\[(\d+)\]")


def render(briefing: Briefing) -> bytes:
    """Return the briefing as a page; its style is in it, it has no script."""
    templates = Environment(
        loader=PackageLoader("api", "briefing/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["cited"] = cited
    templates.tests["grid"] = lambda block: hasattr(block, "rows")
    templates.tests["quotation"] = lambda block: hasattr(block, "citation")
    return templates.get_template("briefing.html").render(briefing=briefing).encode()


def cited(text: str) -> Markup:
    """Return a text with its citations leading to the sources, its lines kept apart."""
    linked = _CITATION.sub(r'<a href="#source-\1">[\1]</a>', str(escape(text)))
    return Markup(linked.replace("\n", "<br>"))  # escaped above
