"""The kinds of documents: one file each; `loaders.genres.registry` lists them.

A genre is a module with ``recognises(source) -> bool`` (may look only at the text's own words and
layout, never at a file name) and ``read(source) -> Findings``.
"""
