"""The scorer's report, and the floors below which no figure may fall again."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.evaluation.annotated import annotated_figures
from tests.evaluation.system import write_system

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.0005  # one item of the largest class moves a figure by about 0.003


@dataclass(frozen=True, slots=True)
class Report:
    """The scorer's printed text and its figures by name ("recommendations_strict": 0.98)."""

    printed: str
    figures: dict[str, float]


def score(shared: Path, folder: Path, subset: str = "") -> Report:
    """Write the system's output into ``folder``; return what the scorer, and readers, say of it."""
    if not (folder / "documents.json").exists():
        write_system(shared, folder)
    result = folder / "report"
    scorer = shared / "evaluation" / "score.py"
    arguments = [sys.executable, str(scorer), str(folder), "--per-doc", "--json", str(result)]
    if subset:
        arguments += ["--subset", subset]
    done = subprocess.run(arguments, check=True, capture_output=True, text=True)
    figures = _figures(json.loads(result.read_text()))
    if subset:
        return Report(done.stdout, figures)
    annotated = annotated_figures(shared)
    lines = (f"{name:<57} {figure:.4f}\n" for name, figure in annotated.items())
    return Report(done.stdout + "".join(lines), figures | annotated)


def _figures(report: dict[str, Any]) -> dict[str, float]:
    """Keep one number for each class: F1, else accuracy; classes without cases are left out."""
    figures = {}
    for name, value in report.items():
        if not isinstance(value, dict):
            continue
        compared = value.get("n", value.get("tp", 0) + value.get("fp", 0) + value.get("fn", 0))
        figure = value.get("f1", value.get("accuracy"))
        if compared and figure is not None:
            figures[name.strip()] = figure
    return figures


def digest(shared: Path) -> str:
    """Return a digest of the gold and of the documents it is about: floors hold for these only."""
    whole = hashlib.sha256()
    for path in sorted((shared / "evaluation").rglob("*.json")):
        whole.update(path.name.encode() + path.read_bytes())
    whole.update((shared / "corpus" / "MANIFEST.csv").read_bytes())
    return whole.hexdigest()


def read_floors() -> dict[str, Any]:
    """Return the committed floors: ``digest`` and ``figures``."""
    floors: dict[str, Any] = json.loads(FLOORS.read_text())
    return floors


def below_floor(figures: dict[str, float], floors: dict[str, float]) -> dict[str, str]:
    """Return each figure that is missing or under its floor, with both numbers in words."""
    return {
        name: f"{figures.get(name, 'nothing compared')} is under the floor of {floor}"
        for name, floor in floors.items()
        if figures.get(name, -1.0) < floor - TOLERANCE
    }


def raise_floors(shared: Path, figures: dict[str, float], *, lower: bool = False) -> None:
    """Write the figures reached as floors; refuses to lower one unless ``lower`` says so."""
    old = read_floors() if FLOORS.exists() else {"figures": {}}
    fallen = below_floor(figures, old["figures"])
    if fallen and not lower:
        raise SystemExit(f"floors would fall (say --lower to accept that): {fallen}")
    kept = dict(sorted(figures.items()))
    FLOORS.write_text(json.dumps({"digest": digest(shared), "figures": kept}, indent=1) + "\n")
