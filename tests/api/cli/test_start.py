"""The help is there at once, and wrong usage has its own exit status."""

from __future__ import annotations

import subprocess
import sys

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


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys, contextlib, io\nfrom api.cli import main\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main(['--help'])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
