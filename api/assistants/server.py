"""The tools as a server of the Model Context Protocol, by its makers' library (extra ``mcp``)."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any

from api.assistants.tools import Tools
from graph.exports.extras import needed
from ontology.errors import AnswerableError

EXTRA = "mcp"
INSTRUCTIONS = (
    "Who was asked to do what, by whom, and what came of it, from published oversight documents "
    "about children's services in England. Every answer has citations: document, page and the "
    "words themselves. Quote them; where there is no citation, say that the documents do not "
    "tell. A missing assessment does not mean that nothing was done."
)
NAMES = (
    "search",
    "get_recommendation",
    "body_story",
    "who_answers_for",
    "elsewhere",
    "list_questions",
    "ask_question",
    "sparql",
)
"""The tools that are offered, each a method of `Tools`."""


def server_for(tools: Tools) -> Any:  # an MCPServer, whose library need not be there
    """Return a server that offers the tools, all of them read only.  Raises ExtraMissing."""
    mcpserver = needed("mcp.server.mcpserver", EXTRA)
    annotations = needed("mcp.types", EXTRA).ToolAnnotations(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    server = mcpserver.MCPServer(
        name="answerable",
        title="Answerable",
        version=version("answerable"),
        instructions=INSTRUCTIONS,
        log_level="WARNING",
    )
    tool_error = needed("mcp.server.mcpserver.exceptions", EXTRA).ToolError
    for name in NAMES:
        told = _telling(getattr(tools, name), tool_error)
        server.add_tool(told, name=name, annotations=annotations)
    return server


def _telling(tool: Callable[..., Any], tool_error: type[Exception]) -> Callable[..., Any]:
    """Return a tool whose errors of ours reach the model in their own words."""

    @functools.wraps(tool)
    def answering(**given: Any) -> Any:
        with _told_as(tool_error):
            return tool(**given)

    @functools.wraps(tool)
    async def awaiting(**given: Any) -> Any:
        with _told_as(tool_error):
            return await tool(**given)

    return awaiting if inspect.iscoroutinefunction(tool) else answering


@contextmanager
def _told_as(tool_error: type[Exception]) -> Iterator[None]:
    try:
        yield
    except AnswerableError as error:
        raise tool_error(str(error)) from error
