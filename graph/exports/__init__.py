"""The graph as files: one format a module, one line each in the registry.

RDF formats hold every statement; graph formats hold things and their links, for Gephi,
Cytoscape and the like.
"""

from __future__ import annotations

from graph.exports.parts import WHOLE, Part
from graph.exports.registry import FORMATS, ExportFormat, export, export_format

__all__ = ["FORMATS", "WHOLE", "ExportFormat", "Part", "export", "export_format"]
