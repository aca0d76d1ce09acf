"""Links across documents: what refers to what, what recurs, who else was told the same."""

from graph.links.linking import LinkReport, compute_links

__all__ = ["LinkReport", "compute_links"]
