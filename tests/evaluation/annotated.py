"""Sentences that readers annotated, kept as digests: no words of the documents are in them.

Readers who did not know the program marked, in reports of the corpus that have no gold, every
sentence that says how something has fared, and every one that puts an obligation on somebody.
`annotated.jsonl` keeps of each sentence a digest of its letters.  A sentence is found again by that
digest alone, so what is cut otherwise than it was counts as missed: the figures are lower bounds.
`python -m tests.evaluation.annotated FOLDER ../shared` adds the annotations of a folder.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from rapidfuzz import fuzz, process

from loaders.pipeline import read_document
from loaders.record_form import as_json

Json = dict[str, Any]
KEPT = Path(__file__).with_name("annotated.jsonl")
DIGITS = 12
_EARLIER = re.compile(
    r"\b(?:last|previous|previously|earlier|prior|since|20\d\d)\b[^.;]{0,60}\b(?:inspect(?:ion|ed)|visit)"
    r"|\b(?:inspection|visit)s?\b[^.;]{0,40}\b20\d\d\b",
    re.IGNORECASE,
)
ALIKE = 80  # of 100: the same sentence, as two tools read it from a page


def digest_of(sentence: str) -> str:
    """Return a digest of the letters and digits of a sentence."""
    letters = "".join(filter(str.isalnum, sentence.casefold()))
    return hashlib.sha256(letters.encode()).hexdigest()[:DIGITS]


def annotated_figures(shared: Path) -> dict[str, float]:
    """Return the figures on the annotated documents, by name; all must lie in ``shared``.

    The share of sentences found with a right value: of those that any reader would count
    ("clear"), and of those among them that compare with an earlier inspection, as the gold's do.
    "told" is the share of the program's sentences that are annotated at all.
    """
    scorer = _scorer(shared)
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for kept in _kept():
        found = as_json(_read(shared, kept["document"]), kept["document"])
        for name, is_right in (*_progress(kept, found), *_obligations(kept, found, scorer)):
            seen[name] += 1
            right[name] += is_right
    return {f"annotated {name}": round(right[name] / seen[name], 4) for name in sorted(seen)}


def _progress(kept: Json, found: Json) -> Iterator[tuple[str, bool]]:
    values: dict[str, set[str]] = {}
    for assessment in found["progress"]:
        for sentence in assessment["evidence"]:
            values.setdefault(digest_of(sentence), set()).add(assessment["progress"])
    for digest, annotated, clear, compares in kept["progress"]:
        is_right = not values.get(digest, set()).isdisjoint(annotated)
        if clear:
            yield "progress, clear", is_right
        if clear and compares:
            yield "progress, comparing with an inspection", is_right
    known = {digest for digest, *_ in kept["progress"]}
    for assessment in found["progress"]:
        told = {digest_of(sentence) for sentence in assessment["evidence"]}
        yield "progress, told", not told.isdisjoint(known)


def _obligations(kept: Json, found: Json, scorer: ModuleType) -> Iterator[tuple[str, bool]]:
    duties = {digest_of(duty["sentence"]): duty for duty in reversed(found["obligations"])}
    for digest, bearers, modalities, clear in kept["obligations"]:
        duty = duties.get(digest)
        if clear:
            yield "obligation, found", duty is not None
        if duty is None:
            continue
        bearer = duty["bearer"] or ""
        same = (scorer.strict_body(each, bearer) for each in bearers if each)
        yield "obligation, bearer", any(same) if bearer else "" in bearers
        yield "obligation, modality", duty["modality"] in modalities


def _kept() -> list[Json]:
    return [json.loads(line) for line in KEPT.read_text().splitlines()]


def _read(shared: Path, document: str) -> Any:
    path = shared / "corpus" / document
    return read_document(path.read_bytes(), path.name)


def _scorer(shared: Path) -> ModuleType:
    """Return the scorer of the evaluation, whose comparison of names is used."""
    place = shared / "evaluation" / "score.py"
    spec = importlib.util.spec_from_file_location("evaluation_scorer", place)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    """Add the annotations of a folder, in the form of the gold."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.evaluation.annotated", description=__doc__
    )
    parser.add_argument("folder", type=Path, help="holds NN.progress.json and NN.obligations.json")
    parser.add_argument("shared", type=Path, help="folder that holds corpus/ and evaluation/")
    options = parser.parse_args()
    kept = {entry["document"]: entry for entry in (_kept() if KEPT.exists() else [])}
    for path in sorted(options.folder.glob("*.progress.json")):
        duties = path.with_name(path.name.replace(".progress.", ".obligations."))
        entry = _as_digests(
            json.loads(path.read_text()), json.loads(duties.read_text()), options.shared
        )
        kept[entry["document"]] = entry
    lines = (json.dumps(kept[name], separators=(",", ":")) + "\n" for name in sorted(kept))
    KEPT.write_text("".join(lines))
    return 0


def _as_digests(progress: Json, duties: Json, shared: Path) -> Json:
    """Return a document's annotations, with digests of the sentences as the program cuts them.

    Of each sentence on progress: the values that are right, whether it is clear, and whether it
    compares.  Of each obligation: bearers and modalities that are right, and whether it is clear.
    """
    found = as_json(_read(shared, progress["document"]), progress["document"])
    told = [sentence for each in found["progress"] for sentence in each["evidence"]]
    asked = [each["sentence"] for each in found["obligations"]]
    return {
        "document": progress["document"],
        "progress": [
            [
                digest_of(_as_cut(entry["sentence"], told)),
                sorted({entry["progress"], *entry.get("acceptable", ())}),
                int(entry["clear"]),
                int(_compares(entry["sentence"])),
            ]
            for entry in progress["sentences"]
        ],
        "obligations": [
            [
                digest_of(_as_cut(entry["sentence"], asked)),
                _bearers(entry),
                sorted(entry.get("modality_acceptable") or [entry["modality"]]),
                int(entry.get("clear", True)),
            ]
            for entry in duties["obligations"]
        ],
    }


def _bearers(entry: Json) -> list[str]:
    """Return the names that are right for a bearer; an empty one where none needs to be told."""
    return sorted({name or "" for name in entry.get("bearer_acceptable") or [entry["bearer"]]})


def _as_cut(sentence: str, told: Iterable[str]) -> str:
    """Return the sentence as the program cut it, the reader's own where it has none."""
    alike = process.extractOne(sentence, list(told), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return alike[0] if alike else sentence


def _compares(sentence: str) -> bool:
    """Tell whether a sentence names an earlier inspection or visit, as most of the gold's do."""
    return _EARLIER.search(sentence) is not None


if __name__ == "__main__":
    sys.exit(main())
