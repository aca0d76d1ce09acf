"""Links across documents: what refers to what, what recurs, who else was told the same."""
