"""Loading the corpus against merely reading its PDFs with fonts, and the start of the command."""

from __future__ import annotations

import ctypes
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from tests.benchmarks.measuring import measure

WORKERS = 2
RUNS = 3
STARTS = 9


def read_with_fonts(path: str) -> int:
    """Ask pdfium for every character with its font's size, weight and place; the yardstick."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return 0
    x, y = ctypes.c_double(), ctypes.c_double()
    characters = 0
    for page in document:
        text_page = page.get_textpage()
        for index in range(pdfium.FPDFText_CountChars(text_page.raw)):
            pdfium.FPDFText_GetUnicode(text_page.raw, index)
            pdfium.FPDFText_GetFontSize(text_page.raw, index)
            pdfium.FPDFText_GetFontWeight(text_page.raw, index)
            pdfium.FPDFText_GetCharOrigin(text_page.raw, index, x, y)
            characters += 1
        text_page.close()
        page.close()
    document.close()
    return characters


def read_folder(folder: str) -> None:
    """Read all PDFs of a folder with as many processes as loading uses."""
    paths = sorted(str(path) for path in Path(folder).rglob("*.pdf"))
    with ProcessPoolExecutor(WORKERS) as executor:
        sum(executor.map(read_with_fonts, paths, chunksize=4))


def run(shared: Path) -> Iterator[str]:
    """Yield the ratios; reading and loading take turns, the best of each counts."""
    corpus = str(shared / "corpus")
    reading, loading = [], []
    for _ in range(RUNS):
        reading.append(measure([sys.executable, "-m", __name__, corpus]))
        with tempfile.TemporaryDirectory() as folder:
            store = str(Path(folder) / "store")
            command = [*_answerable(), "load", corpus, "--store", store]
            loading.append(measure([*command, "--workers", str(WORKERS)]))
    read, loaded = min(m.seconds for m in reading), min(m.seconds for m in loading)
    resident = max(m.resident for m in loading)
    yield f"reading the PDFs with fonts  {read:6.2f} s with {WORKERS} workers"
    yield f"loading the corpus           {loaded:6.2f} s  ratio {loaded / read:.2f} (at most 3)"
    yield f"resident while loading       {resident / 2**20:6.0f} MiB, all processes (at most 1024)"
    bare = median(measure([sys.executable, "-c", "pass"]).seconds for _ in range(STARTS))
    shown = median(measure([*_answerable(), "--help"]).seconds for _ in range(STARTS))
    yield f"answerable --help            ratio {shown / bare:.2f} to a bare interpreter (at most 5)"


def _answerable() -> list[str]:
    return [str(Path(sys.executable).with_name("answerable"))]


if __name__ == "__main__":
    read_folder(sys.argv[1])
