"""Invented recommendations in any number: phrases of the vocabulary between common stems."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from functools import lru_cache

from graph.links.facts import DocumentFact, Item
from graph.links.rarity import frequencies
from ontology.iris import Iris
from ontology.vocabulary import vocabulary

ITEMS_OF_A_DOCUMENT = 12
DOCUMENTS_OF_A_COUNCIL = 6
FIRST_DAY = datetime.date(2010, 1, 1)
DAYS = 5000
FORMS = (
    "The {} and {} of {}, so that {}.",
    "Ensure that {} and {} are {} and that {} {}.",
    "Improve {} for {}.",
    "The {} of {} {} {}, including {}, {} and {}.",
)
IRIS = Iris()


@lru_cache(maxsize=1)
def _phrases() -> tuple[str, ...]:
    issues = [each for each in vocabulary().scheme("theme") if "Issue" in each.types]
    return tuple(name.lower() for issue in issues for name in issue.names)


@lru_cache(maxsize=1)
def _stems() -> tuple[tuple[str, ...], tuple[int, ...]]:
    words = frequencies().words
    return tuple(words), tuple(words.values())


def texts(seed: int) -> Iterator[str]:
    """Yield invented demands without end, the same for a seed."""
    chance = random.Random(seed)
    stems, counts = _stems()
    phrases = _phrases()
    while True:
        form = chance.choice(FORMS)
        gaps = form.count("{}")
        words = chance.choices(stems, counts, k=3 * gaps)
        parts = [" ".join(words[3 * gap : 3 * gap + 3]) for gap in range(gaps)]
        for gap in chance.sample(range(gaps), k=min(gaps, chance.choice((1, 1, 2, 2, 3)))):
            parts[gap] = chance.choice(phrases)
        yield form.format(*parts).capitalize()


def documents(count: int, seed: int = 1) -> Iterator[tuple[DocumentFact, tuple[str, ...]]]:
    """Yield so many documents with their demands; each council has a few, on different days."""
    chance, demands = random.Random(seed), texts(seed)
    for number in range(count):
        council = f"town-{number // DOCUMENTS_OF_A_COUNCIL}"
        day = FIRST_DAY + datetime.timedelta(days=chance.randrange(DAYS))
        slug = f"{council}-{day}-inspection-report-{number}"
        document = DocumentFact(
            iri=str(IRIS.document(slug)),
            genre="inspection-report",
            date=day.isoformat(),
            council=str(IRIS.body(council)),
        )
        yield document, tuple(next(demands) for _ in range(ITEMS_OF_A_DOCUMENT))


def items(count: int, seed: int = 1) -> Iterator[Item]:
    """Yield so many items."""
    for document, demands in documents(count // ITEMS_OF_A_DOCUMENT, seed):
        for order, text in enumerate(demands, start=1):
            iri = str(IRIS.recommendation(f"{document.slug}-{order}"))
            yield Item(iri=iri, document=document, text=text, date=document.date)
