"""The tools for language models, called by the client of the protocol's makers."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from api.app import create_app
from api.assistants.citations import MOST, with_citations
from api.assistants.server import NAMES, server_for
from api.assistants.tools import Tools
from api.library import open_library
from api.settings import Settings
from api.sparql.evaluating import ThreadEvaluator

pytest.importorskip("mcp")
from mcp import Client, StdioServerParameters

ASKED = "exampleshire-2016-11-25-inspection-report-5"
Call = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def tools(sample_store: Path) -> Iterator[Tools]:
    library = open_library(Settings(store=str(sample_store)))
    yield Tools(library, ThreadEvaluator(library.store, 10))
    library.store.close()


@pytest.fixture(scope="module")
def call(tools: Tools) -> Call:
    def calling(name: str, /, **arguments: object) -> dict[str, Any]:
        async def ask() -> Any:
            async with Client(server_for(tools)) as client:
                return await client.call_tool(name, arguments)

        result = asyncio.run(ask())
        assert not result.is_error, result.content
        answer: dict[str, Any] = result.structured_content
        return answer

    return calling


def test_every_tool_is_described_and_read_only(tools: Tools) -> None:
    async def listed() -> Any:
        async with Client(server_for(tools)) as client:
            return (await client.list_tools()).tools

    found = asyncio.run(listed())
    assert [tool.name for tool in found] == list(NAMES)
    assert all(tool.description and tool.annotations.read_only_hint for tool in found)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("search", {"words": "pathway plan"}),
        ("get_recommendation", {"slug": ASKED}),
        ("body_story", {"slug": "exampleshire"}),
        ("who_answers_for", {"body": "exampleshire", "theme": "permanence"}),
        ("elsewhere", {"slug": "exampleshire"}),
        ("elsewhere", {"slug": ASKED}),
        ("ask_question", {"name": "due", "parameters": {"body": "exampleshire"}}),
        (
            "sparql",
            {
                "query": "PREFIX ans: <https://w3id.org/answerable/ns#> "
                "SELECT ?r WHERE { ?r a ans:Requirement }"
            },
        ),
    ],
)
def test_every_answer_cites_document_page_and_words(
    call: Call, name: str, arguments: dict[str, object]
) -> None:
    answer = call(name, **arguments)
    assert answer["citations"] or name == "elsewhere"
    for citation in answer["citations"]:
        assert set(citation) == {"about", "document", "title", "page", "quote"}
        assert citation["quote"]


def test_history_quotes_the_sentence_that_says_what_became_of_it(call: Call) -> None:
    answer = call("get_recommendation", slug=ASKED)
    quotes = {citation["quote"] for citation in answer["citations"]}
    assert "The service for care leavers has not made enough progress." in quotes


def test_questions_are_listed_with_their_parameters(call: Call) -> None:
    questions = call("list_questions")["questions"]
    assert {"asks", "due", "what-became"} <= {question["name"] for question in questions}


def test_truth_is_an_answer(call: Call) -> None:
    assert call("sparql", query="ASK { ?s ?p ?o }")["answer"] is True


@pytest.mark.parametrize(
    ("name", "arguments", "reason"),
    [
        ("get_recommendation", {"slug": "nothing"}, "nothing"),
        ("ask_question", {"name": "why"}, "no question 'why'"),
        ("who_answers_for", {"body": "nowhere"}, "nothing is known"),
        ("sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}, ""),
        ("sparql", {"query": "SELECT * WHERE { SERVICE <http://x/> { ?s ?p ?o } }"}, "SERVICE"),
        ("sparql", {"query": "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1"}, "SELECT and ASK"),
    ],
)
def test_what_cannot_be_answered_is_told_in_words(
    tools: Tools, name: str, arguments: dict[str, object], reason: str
) -> None:
    async def ask() -> Any:
        async with Client(server_for(tools)) as client:
            return await client.call_tool(name, arguments)

    result = asyncio.run(ask())
    assert result.is_error
    assert reason in result.content[0].text


def test_citations_that_are_too_many_are_counted(tools: Tools) -> None:
    every = [row["item"].text for row in tools.library.rows("list-recommendations")]
    answer = with_citations(tools.library, {"items": every})
    assert len(answer["citations"]) == MOST
    assert answer["citations_left_out"] > 0


def test_contact_details_are_masked_in_quotes(call: Call) -> None:
    assert "@" not in str(call("body_story", slug="exampleshire")["citations"])


def test_command_speaks_over_standard_input_and_output(sample_store: Path) -> None:
    program = StdioServerParameters(
        command=sys.executable,
        args=["-c", "from api.cli import main; main()", "mcp", "--store", str(sample_store)],
        env={name: value for name, value in os.environ.items() if "ANSWERABLE_" not in name},
        cwd=str(Path(__file__).parents[3]),
    )

    async def ask() -> Any:
        async with Client(program) as client:
            return await client.call_tool("search", {"words": "caseloads"})

    assert asyncio.run(ask()).structured_content["total"] > 0


@contextlib.contextmanager
def served(store: Path) -> Iterator[str]:
    app = create_app(Settings(store=str(store)))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def test_service_answers_over_http(sample_store: Path) -> None:
    async def ask(address: str) -> Any:
        async with Client(f"{address}/mcp") as client:
            return await client.call_tool("sparql", {"query": "ASK { ?s ?p ?o }"})

    with served(sample_store) as address:
        assert asyncio.run(ask(address)).structured_content["answer"] is True
