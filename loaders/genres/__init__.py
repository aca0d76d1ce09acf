"""The kinds of documents: one file each, one registry.

A genre is a module with ``recognises(source) -> bool`` (may look only at the text's own words and
layout, never at a file name) and ``read(source) -> Findings``.  The first in the registry that
recognises a document reads it: letters and reviews come before the reports that they resemble.
"""
