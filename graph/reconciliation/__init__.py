"""Finding the body, role or theme that somebody's table means by a name or a code."""

from __future__ import annotations

from graph.reconciliation.catalogue import Catalogue, Entity
from graph.reconciliation.matching import Candidate, Wanted, candidates, suggestions

__all__ = ["Candidate", "Catalogue", "Entity", "Wanted", "candidates", "suggestions"]
