"""Fixtures of all tests: ``shared_folder``, the real documents and gold beside the checkout;
``sample_store``, the folder of a store that holds the invented council's papers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
PROGRAM = (sys.executable, "-c", "from api.cli import main; main()")


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the real documents (../shared) are not beside this checkout")
    return SHARED


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made by the program itself, as ``make run`` does; tests only read it."""
    store = tmp_path_factory.mktemp("samples") / "answerable.db"
    command = [*PROGRAM, "load", str(ROOT / "loaders" / "samples"), "--store", str(store)]
    quiet = {name: value for name, value in os.environ.items() if "ANSWERABLE_" not in name}
    done = subprocess.run(
        command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return store
