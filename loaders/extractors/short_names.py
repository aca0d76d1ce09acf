"""What a document means by "the panel" or "the trust": the one that it names most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from loaders.extractors.cues import cued
from loaders.extractors.registered import registered_actor
from loaders.records import Actor
from ontology.matching import fold
from ontology.vocabulary import Body, vocabulary

DELIVERY_TRUST = "childrens-services-trust"
NAMED_THROUGHOUT = 3
NAMED_AGAIN = 2
HOSPITAL_TRUST = r"\b<<naming/hospital-trust>> (?:\w+ )?trust\b"


def most_printed(
    printed: Iterable[tuple[int, int, Actor]],
) -> Mapping[str, tuple[Actor, int]]:
    """Map "the panel" to the one that is named so often that no other is meant, and how often."""
    counts: dict[str, Counter[Actor]] = defaultdict(Counter)
    for _, _, body in printed:
        counts[f"the {body.label.split()[-1].lower()}"][body] += 1
    most = {form: named.most_common(2) for form, named in counts.items()}
    return {
        form: first
        for form, (first, *others) in most.items()
        if first[1] >= NAMED_AGAIN and all(2 * times <= first[1] for _, times in others)
    }


def delivery_trust(text: str, council: Actor | None) -> Iterable[tuple[str, Actor]]:
    """Yield what "the trust" means where the document names a council's delivery trust.

    It is the council's own, or one of which the document speaks throughout (a trust may serve
    two councils).  A letter that names hospital trusts more often means one of those.
    """
    folded = fold(text)
    named = {body: sum(folded.count(fold(name)) for name in body.names) for body in _trusts()}
    trust = max(named, key=lambda body: named[body], default=None)
    own = trust is not None and council is not None and trust.serves == council.body
    if trust is None or named[trust] < (1 if own else NAMED_THROUGHOUT):
        return
    if named[trust] > len(cued(HOSPITAL_TRUST).findall(folded)):
        actor = registered_actor(trust)
        yield from ((form, actor) for form in ("the trust", "the childrens trust", "and trust"))


@lru_cache(maxsize=1)
def _trusts() -> tuple[Body, ...]:
    return tuple(body for body in vocabulary().bodies if body.body_type == DELIVERY_TRUST)
