"""The theme to use for each recommendation: as printed, else as computed; and how often they agree.

What a Commissioner prints over a quoted recommendation wins over what a program finds in its
words; how often the two agree tells how far the computed ones can be trusted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.links.facts import Item


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """The themes of a recommendation, the primary one first; ``basis`` printed or computed."""

    themes: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many recommendations have a printed theme, and for how many of them the first computed
    theme is the same."""

    printed: int
    agreeing: int

    @property
    def rate(self) -> float | None:
        """The share that agrees, 0 to 1; None where no theme is printed."""
        return self.agreeing / self.printed if self.printed else None


def choose_themes(
    items: Iterable[Item], restated: Mapping[str, Iterable[Item]]
) -> tuple[dict[str, ThemeChoice], Agreement]:
    """Return the themes of each recommendation (by IRI) that has any.

    ``restated`` maps a recommendation to its restatements, whose printed themes count for it.
    """
    chosen: dict[str, ThemeChoice] = {}
    printed = agreeing = 0
    for item in items:
        on_paper = _printed_themes((item, *restated.get(item.iri, ())))
        themes = on_paper or item.themes
        if themes:
            chosen[item.iri] = ThemeChoice(themes, "printed" if on_paper else "computed")
        if on_paper:
            printed += 1
            agreeing += on_paper[0] in item.themes[:1]
    return chosen, Agreement(printed, agreeing)


def _printed_themes(tellings: Iterable[Item]) -> tuple[str, ...]:
    """Return the printed themes: the one printed most often first, then the one printed first."""
    votes: Counter[str] = Counter()
    first: dict[str, tuple[str, str]] = {}
    for telling in tellings:
        for theme in telling.printed_themes:
            votes[theme] += 1
            place = telling.document.place_in_time
            first[theme] = min(first.get(theme, place), place)
    return tuple(sorted(votes, key=lambda theme: (-votes[theme], first[theme], theme)))


def group_restatements(
    restatements: Iterable[Item], refers_to: Mapping[str, str]
) -> dict[str, list[Item]]:
    """Return the restatements of each recommendation, by its IRI."""
    groups: dict[str, list[Item]] = defaultdict(list)
    for restatement in restatements:
        if restatement.iri in refers_to:
            groups[refers_to[restatement.iri]].append(restatement)
    return groups
