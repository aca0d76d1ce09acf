"""Write the PDF and Word samples to ``loaders/samples``: ``python -m tests.samples``.

The samples in plain text, HTML and Markdown are written by hand and stay as they are.
"""

from __future__ import annotations

from pathlib import Path

from tests.samples import inspections, letters

SAMPLES = Path(__file__).resolve().parents[2] / "loaders" / "samples"


def main() -> None:
    """Write each paper in its format."""
    for name, paper in {
        "exampleshire-2016-single-inspection": inspections.single_inspection(),
        "exampleshire-2019-inspection": inspections.exampleshire_2019(),
        "exampleshire-2023-area-send": inspections.send_report(),
        "exampleshire-2023-inspection": inspections.exampleshire_2023(),
        "sampleton-2018-inspection": inspections.sampleton_2018(),
        "sampleton-2022-inspection": inspections.sampleton_2022(),
    }.items():
        paper.save_pdf(SAMPLES / f"{name}.pdf")
    letters.focused_visit().save_word(SAMPLES / "exampleshire-2021-focused-visit.docx")
    letters.council_paper().save_word(SAMPLES / "exampleshire-2022-council-paper.docx")


if __name__ == "__main__":
    main()
