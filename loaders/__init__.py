"""Documents to facts to triples: pure per document, without network, store or clock."""
