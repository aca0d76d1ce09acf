"""A briefing about one body for a board: built once, rendered by `api.briefing` in three forms."""

from __future__ import annotations

from graph.briefing.building import build_briefing
from graph.briefing.model import Block, Briefing, Grid, Paragraph, Quotation, Section, Source

__all__ = [
    "Block",
    "Briefing",
    "Grid",
    "Paragraph",
    "Quotation",
    "Section",
    "Source",
    "build_briefing",
]
