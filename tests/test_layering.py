"""Imports run one way: ontology, then loaders and graph apart from each other, then api.

Within a package too: no module imports, at its top or later, one that leads back to it.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAY_IMPORT = {
    "ontology": {"ontology"},
    "loaders": {"ontology", "loaders"},
    "graph": {"ontology", "graph"},
    "api": {"ontology", "loaders", "graph", "api"},
}


def _imports(module: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of everything that a module imports, wherever it does."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, module.relative_to(ROOT).parts[0]


def _upward(package: str) -> list[str]:
    return [
        f"{module.relative_to(ROOT)}:{line} imports {name}"
        for module in sorted((ROOT / package).rglob("*.py"))
        for line, name in _imports(module)
        if (root := name.split(".")[0]) in {*MAY_IMPORT, "tests"}
        and root not in MAY_IMPORT[package]
    ]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_run_one_way(package: str) -> None:
    assert _upward(package) == []


def test_an_upward_import_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "store.py").write_text("def f():\n    from loaders.page import Line\n")
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    assert _upward("graph") == ["graph/store.py:2 imports loaders.page.Line"]


def _name(module: Path) -> str:
    return ".".join(module.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _circle(package: str) -> list[str]:
    """Return the modules of a package that import each other in a ring, empty where none do."""
    modules = sorted((ROOT / package).rglob("*.py"))
    names = {_name(each) for each in modules}
    imported = {
        _name(each): {
            name if name in names else name.rpartition(".")[0] for _, name in _imports(each)
        }
        for each in modules
    }
    try:
        TopologicalSorter(imported).prepare()
    except CycleError as circle:
        return list(circle.args[1])
    return []


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_no_modules_import_each_other(package: str) -> None:
    assert _circle(package) == []


def test_a_circle_of_imports_would_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "store.py").write_text("def f():\n    from graph.kept import Kept\n")
    (tmp_path / "graph" / "kept.py").write_text("from graph.store import f\n")
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    assert set(_circle("graph")) == {"graph.store", "graph.kept"}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_alone_and_brings_none_above_it(package: str) -> None:
    modules = [
        _name(path) for path in sorted((ROOT / package).rglob("*.py")) if path.name != "__main__.py"
    ]
    program = (
        f"import importlib, sys\nfor name in {modules!r}: importlib.import_module(name)\n"
        f"print(*sorted({{n.split('.')[0] for n in sys.modules}} & set({list(MAY_IMPORT)!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) <= MAY_IMPORT[package]
