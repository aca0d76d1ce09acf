"""The help is there at once, and wrong usage has its own exit status."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from api.cli import COMMANDS, main

HEAVY = ("typer", "rich", "rdflib", "fastapi", "pyoxigraph", "pydantic")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    printed = capsys.readouterr().out
    assert left.value.code == 0
    assert all(name in printed for name in COMMANDS)


@pytest.mark.parametrize("words", [[], ["unheard-of"], ["serve", "--port", "none"]])
def test_wrong_usage_leaves_with_two(words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2


def test_load_is_published_when_its_output_is_cut_short(tmp_path: Path) -> None:
    sample = files("loaders") / "samples" / "exampleshire-2017-monitoring-visit-3.txt"
    store = tmp_path / "store"
    program = "from api.cli import main; main()"
    words = [sys.executable, "-c", program, "load", str(sample), "--store", str(store)]
    reading, writing = os.pipe()
    os.close(reading)
    subprocess.run(words, stdout=writing, stderr=subprocess.DEVNULL)
    os.close(writing)
    assert list((store / "generations").iterdir())


def test_port_that_is_taken_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with pytest.raises(SystemExit) as left:
            main(["serve", "--port", port])
    printed = capsys.readouterr()
    assert (left.value.code, printed.out) == (1, "")
    assert port in printed.err and "--port" in printed.err


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys, contextlib, io\nfrom api.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['--help'])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr


@pytest.mark.parametrize(
    ("module", "unneeded"),
    [
        (
            "api.cli.intake",
            ("networkx", "loaders.pipeline", "loaders.genres.registry", "pypdfium2"),
        ),
        ("api.cli.load", ("loaders.pipeline", "graph.links", "api.loading")),
    ],
    ids=["nothing-that-reads-them", "before-workers-start-nothing-that-stores-them"],
)
def test_who_hands_out_documents_imports(module: str, unneeded: tuple[str, ...]) -> None:
    program = f"import sys, {module}\nprint([name for name in {unneeded!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
