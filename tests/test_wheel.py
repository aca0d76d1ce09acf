"""The built wheel holds all that it needs and runs away from the checkout.

The environment is new and empty but for the wheel; the dependencies come from the environment
that runs the tests, by a path file, which does not follow that environment's editable install.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.test_repository import PACKAGES, ROOT, tracked


def _run(*command: str | Path, folder: Path, status: int = 0) -> str:
    """Run a command in a folder, with nothing of this process's Python, and return its output."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "ANSWERABLE_", "PYTEST", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "-o", folder, folder=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of an environment that holds the wheel."""
    environment = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", "--without-pip", environment, folder=environment)
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    _run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps",
        "--no-index", wheel, folder=environment,
    )  # fmt: skip
    packages = Path(
        _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))",
             folder=environment).strip()
    )  # fmt: skip
    dependencies = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "dependencies.pth").write_text("\n".join(sorted(dependencies)) + "\n")
    return programs


@pytest.fixture(scope="module")
def loaded(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder elsewhere with a store that holds the wheel's own sample papers."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    samples = Path(
        _run(installed / "python", "-c", "import loaders; print(loaders.__path__[0])",
             folder=elsewhere).strip()
    ) / "samples"  # fmt: skip
    _run(installed / "answerable", "load", samples, folder=elsewhere)
    return elsewhere


def test_all_data_files_of_the_packages_are_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    tree = {
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if path.relative_to(ROOT).parts[0] in PACKAGES and path.is_file()
    }
    assert sorted(tree - inside) == []
    for needed in (".ttl", ".rq", ".html", ".css", "py.typed"):
        assert any(name.endswith(needed) for name in inside), needed


def test_nothing_but_the_four_packages_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_the_installed_code_is_that_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    program = "import api, graph, loaders, ontology; print(ontology.__file__)"
    printed = _run(installed / "python", "-c", program, folder=tmp_path)
    assert Path(printed.strip()).is_relative_to(installed.parent)


def test_help_tells_the_commands(installed: Path, tmp_path: Path) -> None:
    told = _run(installed / "answerable", "--help", folder=tmp_path)
    assert all(command in told for command in ("load", "ask", "serve", "export"))


def test_the_packaged_samples_are_loaded_and_answer_a_question(
    installed: Path, loaded: Path
) -> None:
    assert (loaded / "answerable.db").is_dir()
    answer = _run(
        installed / "answerable", "ask", "inspection-history", "body=exampleshire", folder=loaded
    )
    assert "2016" in answer
    assert "inadequate" in answer.lower()
