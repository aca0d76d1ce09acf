"""Decisions of people about what software found: kept for good, applied to every loading.

A decision lives in the graph of reviews.  It takes effect in the graph of the document: what is
rejected or corrected is withdrawn from it and kept word for word in the review, a corrected value
is put in its place, and the document names the review.  So every question, page and export
respects it without knowing of it.  Links that are rejected stay, without their shortcut.

After documents are loaded, `apply_reviews` goes first, then `graph.links.compute_links`;
`link_with_reviews` does both.
"""

from graph.reviews.applying import Orphan, ReviewReport, apply_reviews, link_with_reviews
from graph.reviews.deciding import (
    decide,
    keep_all,
    property_named,
    require_known,
    undo,
    values_named,
)
from graph.reviews.decisions import Decision, decisions, review_iri
from graph.reviews.doubts import Doubtful, doubtful
from graph.reviews.files import read_reviews, write_reviews

__all__ = [
    "Decision",
    "Doubtful",
    "Orphan",
    "ReviewReport",
    "apply_reviews",
    "decide",
    "decisions",
    "doubtful",
    "keep_all",
    "link_with_reviews",
    "property_named",
    "read_reviews",
    "require_known",
    "review_iri",
    "undo",
    "values_named",
    "write_reviews",
]
