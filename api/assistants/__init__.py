"""Read-only tools for language models, by the Model Context Protocol.

`tools` are plain functions over the graph; `server` offers them by the protocol's own library,
which only the extra ``mcp`` installs; `mounting` serves them at ``/mcp``.
"""
