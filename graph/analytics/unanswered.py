"""What did nobody answer?  Asks without a reply and without an assessment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.analytics.measuring import Measured, Request, Row, analytic, rounded
from graph.asks import Ask, asks


def unanswered(asked: Sequence[Ask]) -> tuple[Ask, ...]:
    """Return the asks that nobody replied to or assessed, the oldest first.

    A reply to a whole document answers all that it asks.  What is merely raised again is not
    answered.  Only loaded documents count: an answer may stand in one that is not.  Undated
    asks come last; empty for no asks.

    >>> unanswered(())
    ()
    """
    open_ones = (each for each in asked if not each.is_answered)
    return tuple(
        sorted(open_ones, key=lambda each: (not each.asked_on, each.asked_on, each.recommendation))
    )


def measure(request: Request) -> Measured:
    """Return one row for each unanswered ask; the summary counts how all asks stand."""
    asked = asks(request.store, request.selection)
    found = unanswered(asked)
    standings = Counter(each.standing for each in asked)
    share = rounded(len(found) / len(asked)) if asked else None
    told = {name.replace(" ", "_"): count for name, count in sorted(standings.items())}
    return Measured(
        tuple(_row(each) for each in found),
        {"asks": len(asked), "unanswered": len(found), "share": share, **told},
    )


def _row(each: Ask) -> Row:
    theme, council = each.theme, each.council
    return (
        each.recommendation,
        each.text,
        each.asked_on or None,
        council.iri if council else None,
        council.label if council else None,
        tuple(actor.label for actor in each.addressees),
        theme.label if theme else None,
        each.restatements,
        each.returns,
        each.later_documents,
        each.due or None,
        each.document.iri or None,
        each.document.label,
    )


HEADER = """
# Question: What did nobody reply to or assess, as far as documents are loaded?
# Column recommendation (iri): what was asked
# Column recommendation_label (text): its words
# Column asked_on (date): day on which it was asked
# Column council (iri): the council concerned
# Column council_label (text): its name
# Column asked_of (list): who has to act
# Column heading (text): primary theme
# Column restated (number): how often other documents repeat it
# Column raised_again (number): how many later items come back to it
# Column later_documents (number): loaded documents about the council that came after it
# Column due (date): the day by which it is due
# Column document (iri): the document that asks, or the first that tells of it
# Column document_label (text): its title
# Order: asked_on (the oldest first)
# Note: Without later documents nothing can be said: an answer may stand in one that is not loaded.
"""
COST = "linear in asks"
ANALYTIC = analytic("unanswered", HEADER, measure, unanswered, COST)
