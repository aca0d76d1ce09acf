"""What the bullets of an item ask by the words that lead into them: "This is to ensure that:".

A bullet that is a clause ends the lead-in ("ensure that plans are clear"); bullets that are things
are the objects of its verb, so that lead-in and bullets are one sentence ("improve: a; b").
"""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.extractors.actions import verb_phrase
from loaders.extractors.cues import cued
from loaders.extractors.modals import find_modals
from loaders.records import Actor, AskingSentence, Duty, Part, Recommendation

ENSURING = r"\b(?:to\s+)?(?P<words><<leads-in>>\s+that)\s*:$"
GOES_ON = re.compile(r"(?:this|these|it)\b", re.IGNORECASE)
END_OF_BULLET = re.compile(r"[\s;,.]*(?:[;,]\s*(?:and|or))?[\s;,.]*$")


def with_bullets(item: Recommendation) -> tuple[tuple[AskingSentence, ...], list[AskingSentence]]:
    """Return the sentences and the bullets of an item, joined where one is nothing alone."""
    parts = [AskingSentence(part.text, part.duty) for part in item.parts if part.duty]
    at = _leading(item)
    if at is None:
        return tuple(_ending(each, item.lead_in) for each in item.sentences), parts
    lead, before, after = item.sentences[at], item.sentences[:at], item.sentences[at + 1 :]
    parts = [_ending(each, lead.text) for each in parts]
    if lead.duty.action:
        return item.sentences, parts
    if any(each.duty.action or each.duty.bearers for each in parts):
        return (*before, *after), [_of_whom_it_leads(each, lead.duty.bearers) for each in parts]
    return (*before, _joined(lead, item.parts), *after), []


def strength_of_bullets(item: Recommendation) -> tuple[str, ...]:
    """Return how strongly the words that lead into its bullets ask, or those that these go on."""
    at = _leading(item)
    if at is None:
        return ()
    lead = item.sentences[at]
    before = item.sentences[at - 1].duty if at and GOES_ON.match(lead.text) else Duty()
    return lead.duty.modality or before.modality


def _leading(item: Recommendation) -> int | None:
    """Return which of its sentences leads into the bullets of an item."""
    leads = (n for n, each in enumerate(item.sentences) if each.text.endswith(":"))
    return next(leads, None) if item.parts else None


def _ending(sentence: AskingSentence, lead_in: str | None) -> AskingSentence:
    """Return a clause with the action that it and its lead-in say together."""
    ensuring = cued(ENSURING).search(lead_in) if lead_in else None
    if lead_in is None or ensuring is None or sentence.duty.action:
        return sentence
    modal = next(iter(find_modals(lead_in)), None)
    start = modal.end if modal else ensuring.start("words")
    action = verb_phrase(f"{lead_in[start:].strip(' :')} {_bullet(sentence.text)}")
    return replace(sentence, duty=replace(sentence.duty, action=action))


def _of_whom_it_leads(bullet: AskingSentence, bearers: tuple[Actor, ...]) -> AskingSentence:
    """Return a bullet of "The Council should:" with who has to act by that."""
    return replace(bullet, duty=replace(bullet.duty, bearers=bullet.duty.bearers or bearers))


def _joined(lead: AskingSentence, parts: tuple[Part, ...]) -> AskingSentence:
    """Return a lead-in and its bullets as one sentence, with what it asks where a word says so."""
    text = f"{lead.text} {'; '.join(_bullet(part.text) for part in parts)}"
    modal = next((each for each in find_modals(lead.text) if not each.states), None)
    words = f"{lead.text[modal.end : -1]} {text[len(lead.text) :]}" if modal else ""
    action = verb_phrase(words) if modal and modal.form == "modal" else None
    return AskingSentence(text, replace(lead.duty, action=action))


def _bullet(text: str) -> str:
    return END_OF_BULLET.sub("", text.strip())
