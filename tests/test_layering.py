"""Imports run one way: ontology, then loaders and graph apart from each other, then api."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
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
            yield node.lineno, node.module or ""
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
    assert _upward("graph") == ["graph/store.py:2 imports loaders.page"]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_a_package_imports_alone_and_brings_none_above_it(package: str) -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted((ROOT / package).rglob("*.py"))
        if path.name != "__main__.py"
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
