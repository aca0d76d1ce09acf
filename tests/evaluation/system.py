"""What the program makes of the corpus, in the forms that the scorer of the evaluation reads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from loaders.errors import DocumentError
from loaders.pipeline import read_document
from loaders.record_form import as_json
from loaders.records import DocumentRecord
from tests.evaluation.linked import linked_pairs

Json = dict[str, Any]
DOCUMENTS = (".pdf", ".txt", ".docx", ".html", ".md")


def gold_files(shared: Path) -> tuple[str, ...]:
    """Return the corpus paths of the documents that have gold, in order."""
    folder = shared / "evaluation" / "gold"
    return tuple(sorted(json.loads(path.read_text())["file"] for path in folder.glob("*.json")))


def other_scored_files(shared: Path) -> tuple[str, ...]:
    """Return the further documents from which the gold takes single sentences."""
    folder = shared / "evaluation"
    progress = json.loads((folder / "progress.json").read_text())
    duties = json.loads((folder / "obligations.json").read_text())
    named = (*progress["letters"], *progress["sentences"], *duties["obligations"])
    return tuple(sorted({entry["document"] for entry in named}))


def read_corpus(shared: Path, files: Iterable[str]) -> Iterator[tuple[str, DocumentRecord]]:
    """Yield each file with its record; one that cannot be read is left out and scores nothing."""
    for file in files:
        path = shared / "corpus" / file
        try:
            yield file, read_document(path.read_bytes(), path.name)
        except DocumentError:
            continue


def write_system(shared: Path, folder: Path) -> None:
    """Write the system's output for all documents with any gold into ``folder``."""
    files = dict.fromkeys((*gold_files(shared), *other_scored_files(shared)))
    documents: list[Json] = []
    progress: dict[str, list[Json]] = {"letters": [], "sentences": []}
    duties: list[Json] = []
    for file, record in read_corpus(shared, files):
        form = as_json(record, file)
        documents.append(form)
        for assessment in form["progress"]:
            progress["letters"].append({"document": file, **assessment})
            progress["sentences"] += [
                {"document": file, "sentence": sentence, "progress": assessment["progress"]}
                for sentence in assessment["evidence"]
            ]
        duties += [{"document": file, **duty} for duty in form["obligations"]]
    _write(folder / "documents.json", documents)
    _write(folder / "progress.json", progress)
    _write(folder / "obligations.json", {"obligations": duties})
    _write(folder / "linking.json", linked_pairs(shared))


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False))
