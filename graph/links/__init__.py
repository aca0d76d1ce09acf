"""Links across documents: what refers to what, what recurs, who else was told the same."""

from graph.links.linking import LinkReport
from graph.links.updating import compute_links, expect_changes, update_links

__all__ = ["LinkReport", "compute_links", "expect_changes", "update_links"]
