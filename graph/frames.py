"""Answers and tables as data frames of pandas, for notebooks (extra ``frames``)."""

from __future__ import annotations

from typing import Any

from graph.exports.extras import needed
from graph.exports.tables import Tables
from graph.questions import ask
from graph.store import Store

EXTRA = "frames"


def frame(store: Store, question: str, **parameters: str) -> Any:  # pandas need not be there
    """Return the answer to a named question as a data frame, a row for each thing.

    Dates of whole days are timestamps; lists stay tuples.  Raises UnknownName, ParameterError
    and ExtraMissing.

    >>> graph.frame(store, "asks", body="exampleshire")  # doctest: +SKIP
    """
    pandas = needed("pandas", EXTRA)
    answer = ask(store, question, parameters)
    shown = pandas.DataFrame.from_records(answer.rows, columns=list(answer.columns))
    days = [column.name for column in answer.question.columns if column.kind == "date"]
    return shown.assign(**{day: pandas.to_datetime(shown[day], errors="coerce") for day in days})


def table(store: Store, name: str) -> Any:  # pandas need not be there
    """Return a table of the exports ("recommendations", "judgements" …) as a data frame.

    Raises KeyError for a name that is none, and ExtraMissing.
    """
    pandas = needed("pandas", EXTRA)
    found = Tables(store).table(name)
    columns = [column.name for column in found.columns]
    shown = pandas.DataFrame.from_records(found.rows, columns=columns)
    days = [column.name for column in found.columns if column.kind == "date"]
    return shown.assign(**{day: pandas.to_datetime(shown[day], errors="coerce") for day in days})
