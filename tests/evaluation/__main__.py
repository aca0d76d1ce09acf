"""Print the scorer's report; ``--floors`` writes the figures reached as floors."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.evaluation.scores import below_floor, raise_floors, read_floors, score


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder that holds corpus/ and evaluation/")
    parser.add_argument("--output", type=Path, help="keep the system's output in this folder")
    parser.add_argument("--subset", default="", help="only gold documents that match this")
    parser.add_argument("--floors", action="store_true", help="write the figures as floors")
    parser.add_argument("--lower", action="store_true", help="let --floors lower a floor")
    options = parser.parse_args()
    if not (options.shared / "evaluation" / "score.py").is_file():
        parser.error(f"{options.shared} holds no evaluation/score.py: say SHARED=folder")
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.output or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        report = score(options.shared, folder, options.subset)
    sys.stdout.write(report.printed)
    if options.floors:
        raise_floors(options.shared, report.figures, lower=options.lower)
        return 0
    fallen = {} if options.subset else below_floor(report.figures, read_floors()["figures"])
    for name, words in fallen.items():
        sys.stdout.write(f"BELOW FLOOR {name}: {words}\n")
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
