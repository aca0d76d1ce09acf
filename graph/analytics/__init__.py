"""Measures over projections of the graph: one family a module, pure functions of networkx."""
