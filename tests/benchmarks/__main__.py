"""Run the benchmarks, all or those that are named, and print their lines as they come."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

HERE = Path(__file__).parent
NO_BENCHMARKS = {"__main__", "endpoints", "generated", "measuring"}


def names() -> list[str]:
    found = (module.name for module in iter_modules([str(HERE)]))
    return sorted(name for name in found if name not in NO_BENCHMARKS)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder that holds corpus/ and evaluation/")
    parser.add_argument("name", nargs="*", choices=[[], *names()], help="which; default: all")
    options = parser.parse_args()
    for name in options.name or names():
        print(f"== {name}", flush=True)
        for line in import_module(f"tests.benchmarks.{name}").run(options.shared):
            print(line, flush=True)


if __name__ == "__main__":
    main()
