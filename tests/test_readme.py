"""Everything that the README, the reference and the recipes show is run, and answers what they say.

A line of a ``sh`` block is one command (quoted words may run on over lines).  A table after a
block holds cells of the answer: each row's cells stand in one row of the output, in any column.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from api.settings import PREFIX, Settings
from tests.conftest import PROGRAM, ROOT
from tests.reference import REFERENCE, renewed

README = ROOT / "README.md"
RECIPES = ROOT / "docs" / "recipes.md"
SERVED = "http://localhost:8000"
MOST_LINES_OF_README = 200
SECONDS_TO_START = 20
_BLOCK = re.compile(
    r"^```sh\n(?P<commands>.*?)^```\n(?P<table>(?:^\|[^\n]*\n)*)(?P<json>^```json\n.*?^```)?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Example:
    """A command and what the page says that it prints."""

    page: str
    command: str
    rows: tuple[tuple[str, ...], ...] = ()
    json: str = ""


def _commands(block: str) -> Iterator[str]:
    """Yield the commands of a block: a line, or several while a quotation is open."""
    command = ""
    for line in block.splitlines():
        command = f"{command}\n{line}" if command else line
        if command.count("'") % 2 == 0:
            yield command
            command = ""


def _rows(table: str) -> tuple[tuple[str, ...], ...]:
    lines = [line.strip("|").split("|") for line in table.splitlines()[2:]]
    return tuple(tuple(cell.strip() for cell in line) for line in lines)


def examples() -> Iterator[Example]:
    for page in (README, REFERENCE, RECIPES):
        for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
            *others, last = _commands(block["commands"])
            yield from (Example(page.name, command) for command in others)
            shown = (block["json"] or "").removeprefix("```json\n").removesuffix("```")
            yield Example(page.name, last, _rows(block["table"]), shown)


def _running(program: str) -> list[Example]:
    return [each for each in examples() if each.command.split()[0] == program]


@pytest.fixture(scope="module")
def folder(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where the commands are run: a loaded store, and the samples as in a checkout."""
    here = tmp_path_factory.mktemp("readme")
    shutil.copytree(sample_store, here / "answerable.db")
    shutil.copytree(ROOT / "loaders" / "samples", here / "loaders" / "samples")
    return here


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return {**kept, "PYTHONPATH": str(ROOT)}


def _answerable(command: str, folder: Path) -> str:
    words = [*PROGRAM, *shlex.split(command)[1:]]
    done = subprocess.run(
        words, cwd=folder, env=_environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _holds(output: str, cells: tuple[str, ...]) -> bool:
    """Whether one row of a CSV table has all cells, each whole or the end of a longer one."""
    return any(
        all(any(value == cell or value.endswith(cell) for value in row) for cell in cells)
        for row in csv.reader(io.StringIO(output))
    )


@pytest.mark.parametrize("example", _running("answerable"), ids=lambda each: each.command[:60])
def test_a_command_runs_and_prints_what_is_shown(example: Example, folder: Path) -> None:
    output = _answerable(example.command, folder)
    missing = [row for row in example.rows if not _holds(output, row)]
    assert missing == []


@pytest.mark.parametrize("example", _running("make"), ids=lambda each: each.command)
def test_a_target_is_one_of_the_makefile(example: Example) -> None:
    done = subprocess.run(
        [*shlex.split(example.command), "--dry-run"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert ".venv/bin/" in done.stdout


@pytest.fixture(scope="module")
def address(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the samples; it is ended by its own process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("served")
    shutil.copytree(sample_store, folder / "answerable.db")
    with (folder / "log").open("w") as log:
        command = [*PROGRAM, "serve", "--port", str(port)]
        server = subprocess.Popen(
            command, cwd=folder, env=_environment(), stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _await(f"http://127.0.0.1:{port}", server, folder / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=SECONDS_TO_START)


def _await(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    ends = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < ends:
        try:
            if httpx.get(f"{address}/readyz").is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail(f"the server does not answer: {log.read_text()}")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("example", _running("curl"), ids=lambda each: each.command[:60])
def test_a_call_is_answered_as_shown(example: Example, address: str) -> None:
    words = shlex.split(example.command.replace(SERVED, address))
    done = subprocess.run([*words, "--fail-with-body"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    if example.json:
        assert _is_part(json.loads(example.json), json.loads(done.stdout))


def _is_part(shown: object, whole: object) -> bool:
    """Whether what is shown stands in the answer, which may say more."""
    if isinstance(shown, dict):
        return isinstance(whole, dict) and all(
            name in whole and _is_part(value, whole[name]) for name, value in shown.items()
        )
    if isinstance(shown, list):
        return isinstance(whole, list) and all(
            any(_is_part(value, other) for other in whole) for value in shown
        )
    return shown == whole


def test_every_block_that_is_shown_is_run() -> None:
    run = {"answerable", "make", "curl"}
    assert {each.command.split()[0] for each in examples()} == run


def test_the_readme_is_short() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) < MOST_LINES_OF_README


def _settings_told(page: Path) -> dict[str, str]:
    rows = re.findall(
        rf"^\| `{PREFIX}(\w+)` \| (`[^`]*`|none) \|", page.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {name.lower(): default.strip("`") for name, default in rows}


@pytest.mark.parametrize("page", [README, REFERENCE], ids=lambda page: page.name)
def test_all_settings_are_told_with_their_defaults(page: Path) -> None:
    defaults = {
        name: "none" if field.default is None else f"{field.default}".removesuffix(".0")
        for name, field in Settings.model_fields.items()
    }
    assert _settings_told(page) == defaults


def test_the_reference_is_what_the_program_tells() -> None:
    told = REFERENCE.read_text(encoding="utf-8")
    assert renewed(told) == told, "run: python -m tests.reference"


@pytest.mark.parametrize("page", [README, REFERENCE, ROOT / "CHANGELOG.md"], ids=lambda p: p.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
