"""``answerable brief``: a dated report about one body, for a board."""

from __future__ import annotations

import sys
from datetime import date, datetime
from typing import Annotated

import typer

from api.briefing import FORMS
from api.cli.opening import opened
from api.cli.options import BaseOption, OutputOption, StoreOption
from api.cli.usage import WrongUsage
from api.settings import read_settings
from graph.briefing import build_briefing

PLAIN_FORM = "md"


def brief(
    body: Annotated[str, typer.Argument(metavar="BODY", help="Slug or name of the body.")],
    output: OutputOption = None,
    on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Day that it is about; today by default."),
    ] = None,
    store: StoreOption = None,
    base: BaseOption = None,
) -> None:
    """Write a briefing: FILE.html, FILE.docx or FILE.md; without a file Markdown on stdout."""
    suffix = output.suffix.removeprefix(".").lower() if output else PLAIN_FORM
    if suffix not in FORMS:
        endings = ", ".join(f".{name}" for name in FORMS)
        raise WrongUsage(f"{output}: the name of a briefing ends in one of {endings}")
    settings = read_settings(store=store, base=base)
    with opened(settings) as open_store:
        built = build_briefing(open_store, body, on.date() if on else date.today())
    content = FORMS[suffix].render(built)
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        output.write_bytes(content)
