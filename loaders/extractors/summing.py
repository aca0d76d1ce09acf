"""The duty of an item as a whole, from those of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.extractors.modals import WEAK
from loaders.extractors.pointers import points_back
from loaders.records import Actor, AskingSentence, Duty

SAYS_MORE = re.compile(r"(?:this|these|those|such)\s+(?:also\s+)?(?:should|must|will)\b", re.I)
POINTS_BACK = re.compile(r"(?:this|these|those|it|they|such)\b", re.IGNORECASE)


def summed_up(sentences: Sequence[AskingSentence]) -> Duty:
    """Return the duty of an item as a whole from those of its sentences."""
    if len(sentences) == 1:
        return sentences[0].duty
    return _together(
        [
            replace(each.duty, action=None) if SAYS_MORE.match(each.text) else each.duty
            for each in sentences
        ]
    )


def _together(duties: Sequence[Duty]) -> Duty:
    binding = [duty for duty in duties if set(duty.modality) - WEAK]
    bearers = unique(actor for duty in (binding or duties) for actor in duty.bearers)
    return Duty(
        bearers=bearers,
        agreed_by=unique(actor for duty in duties for actor in duty.agreed_by),
        supported_by=unique(actor for duty in duties for actor in duty.supported_by),
        overseen_by=unique(actor for duty in duties for actor in duty.overseen_by),
        consults=unique(actor for duty in duties for actor in duty.consults),
        reports_to=unique(actor for duty in duties for actor in duty.reports_to),
        modality=tuple(dict.fromkeys(word for duty in duties for word in duty.modality)),
        condition=next((duty.condition for duty in duties if duty.condition), None),
        action=_main_action(duties),
        printed=tuple(dict.fromkeys(named for duty in duties for named in duty.printed)),
    )


def _main_action(duties: Sequence[Duty]) -> str | None:
    """Return the first thing asked for; what merely "will" be done comes after it.

    "This should include …" says more of what was asked before it and is no demand by itself.
    What somebody named must do comes before what must be so: the item is addressed to him.
    """
    asked = [each for each in duties if each.action and not POINTS_BACK.match(each.action)]
    binding = [each for each in asked if not each.modality or set(each.modality) - WEAK]
    first = next(iter((*binding, *asked)), None)
    if first is None or first.bearers or not first.modality:
        return first.action if first else None
    told = (each.action for each in binding if each.bearers and not points_back(each.action))
    return next(told, first.action)


def unique(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return ``actors`` in order, each once."""
    return tuple(dict.fromkeys(actors))
