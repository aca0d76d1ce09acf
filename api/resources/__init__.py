"""Things of the graph as JSON, CSV and RDF: one form for lists, single things and pages."""
