"""What may stand in a tracked file, and how long code may grow."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("ontology", "loaders", "graph", "api")
MOST_LINES_OF_FILE = 500
MOST_LINES_OF_FUNCTION = 80
BINARY = frozenset({".pdf", ".docx", ".png", ".ico", ".woff2"})
REGISTRY = re.compile(  # the names are put together here, so that this file names none
    r"\b(?:" + "|".join(("pypi", r"pythonhost\w+", "npmjs", "artifactory")) + r")\.\w",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.{/~-])/(?:home|Users|root|work|mnt|tmp|var/folders)/\w")
MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)
TELEPHONE = re.compile(r"(?<![\w.-])(?:\+44\s?|0)\d{2,4}[ -]\d{3,4}[ -]\d{3,4}(?![\w-])")
MADE_UP = re.compile(
    r"@(?:[\w-]+\.)*(?:example(?:\.\w+)*|exampleshire\.\w+(?:\.\w+)*|[\w-]+\.invalid)$"
)
MADE_UP_NUMBER = re.compile(r"01632 960\d{3}|0\d{2,4}[ -](?:960|496)[ -]?\d{3,4}|0\d{3} 000 0000")


@lru_cache(maxsize=1)
def tracked() -> tuple[Path, ...]:
    """Return the files under version control; those of the tree where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a checkout: git knows no files here")
    return tuple(ROOT / name for name in listed.stdout.split("\0") if name)


def _lines() -> Iterator[tuple[str, str]]:
    """Yield place and words of every line of every tracked text but this test's own."""
    for path in tracked():
        if path.suffix in BINARY or path == Path(__file__) or not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            yield f"{path.relative_to(ROOT)}:{number}", line


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{place}: {match.group()}" for place, line in _lines() for match in pattern.finditer(line)
    ]


def test_no_registry_is_named() -> None:
    assert _found(REGISTRY) == []


def test_no_path_of_a_machine_is_named() -> None:
    assert _found(MACHINE_PATH) == []


def test_no_address_or_telephone_number_is_given() -> None:
    may_hold = ("tests/api/test_masking.py:", "tests/loaders/extractors/test_dates.py:")
    mails = [each for each in _found(MAIL) if not MADE_UP.search(each)]
    numbers = [each for each in _found(TELEPHONE) if not MADE_UP_NUMBER.search(each)]
    assert [each for each in mails + numbers if not each.startswith(may_hold)] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_has_a_hash_for_every_package_and_no_address(name: str) -> None:
    lock = (ROOT / name).read_text(encoding="utf-8")
    packages = re.findall(
        r"^[a-z0-9][\w.\[\]-]*==.*?(?=^[a-z0-9]|\Z)", lock, re.MULTILINE | re.DOTALL
    )
    assert len(packages) > 20
    assert [each.split("\\")[0] for each in packages if "--hash=sha256:" not in each] == []
    assert re.findall(r"https?://|--(?:extra-)?index-url|--find-links", lock) == []


def test_every_package_is_in_the_wheel() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert sorted(listed) == sorted(PACKAGES)
    present = {path.relative_to(ROOT).parts[0] for path in tracked() if path.suffix == ".py"}
    assert present == {*PACKAGES, "tests"}


def _modules() -> Iterator[Path]:
    yield from (path for path in tracked() if path.suffix == ".py" and path.is_file())


def test_no_module_is_longer_than_allowed() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in _modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES_OF_FILE
    }
    assert long == {}


def test_no_function_is_longer_than_allowed() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in _modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno >= MOST_LINES_OF_FUNCTION
        and path.relative_to(ROOT).parts[:2] != ("tests", "samples")  # a paper is one long story
    ]
    assert long == []
