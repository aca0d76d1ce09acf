"""Atom feeds (RFC 4287): what came, was replaced or went, and what was asked."""
