"""The SPARQL 1.1 Protocol, query only: request, checks before evaluation, negotiation, answer."""
