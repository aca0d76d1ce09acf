"""``answerable explain``: a page that shows a document's text with every fact marked in place."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.options import OutputOption
from api.explaining import explain_page
from loaders.errors import DocumentError, UnreadableDocument
from loaders.pipeline import read_document
from loaders.sources import find_sources


def explain(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="A file or an http(s) address.")
    ],
    output: OutputOption = None,
) -> None:
    """Write an HTML page with what a document says, to check it by eye; touches no store."""
    sources = list(find_sources([document]))
    if len(sources) != 1:
        raise UnreadableDocument(f"holds {len(sources)} documents; name one of them", document)
    name = sources[0].file_name
    try:
        page = explain_page(read_document(sources[0].load(), name), name)
    except DocumentError as error:
        raise type(error)(error.reason, document) from error
    if output is None:
        sys.stdout.write(page)
    else:
        output.write_text(page, encoding="utf-8")
