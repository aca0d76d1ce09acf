"""Bytes of one format to `loaders.page.SourceText`."""
