"""Patterns of words over a sentence, written as the vocabulary writes them.

A pattern is read word by word; case, hyphens and the kind of apostrophe do not matter:

    improvement         the word itself; `improv*` all that begin so, `*ed` all that end so
    [still-wrong]       any phrase, or any pattern, that goes by that name
    (is|has been)       either; `?`, `*`, `+` or `{0,2}` after `)` or `]`, `?` after a word too
    _                   any word
    ...                 up to sixteen words of the same clause;  `..,..` up to twenty over commas
    ,  ^  $             a comma, the beginning of the sentence, the end of a clause (, ; . ! ?)
    !x  =x  !<x         not before x, before x, not after x
    part:x              x, to be known by that name
    <named>             what it is about is to be sought in the sentence
    <thing>             from here on the words tell what it is about; `<thing...>` before more words
    <>                  no words tell what it is about

Each word becomes one sign, so that a pattern is a regular expression over signs: the words of the
patterns have signs of their own, all others one by how they begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby

from ontology.errors import AnswerableError
from ontology.matching import fold

_ELEMENT = re.compile(
    r"\s*(?:(?P<name>[a-z]+):)?(?P<look>!<|[!=])?"
    r"(?P<atom>\.\.,\.\.|,|\.\.\.|<thing\.\.\.>|<thing>|<named>|<>|\[[a-z/ ]+\]|[(^$]|_(?!\w)"
    r"|\w+(?:'\w+)*\*|\*?\w+(?:'\w+)*%?'?)(?P<count>[?*+]|\{\d*,\d*\})?"
)
_BAR = re.compile(r"\s*\|")
_CLOSED = re.compile(r"\s*\)(?P<count>[?*+]|\{\d*,\d*\})?")
_WORD = re.compile(r"(?P<word>\w+(?:[.,](?=\d)\w+|'\w+)*%?)|(?P<sign>[,;.!?])|[^\s\w'\"“”]")
_FIRST_SIGN = 0xF0000  # of the private use planes
_COMMA, _SEMICOLON, _STOP, _OTHER = (chr(_FIRST_SIGN + place) for place in range(4))
_SIGNS = {",": _COMMA, ";": _SEMICOLON, ".": _STOP, "!": _STOP, "?": _STOP}
_NO_WORD = _COMMA + _SEMICOLON + _STOP + _OTHER
_WITHIN = f"[^{_COMMA}{_SEMICOLON}{_STOP}]"
_OVER_COMMAS = f"[^{_SEMICOLON}{_STOP}]"
_FIXED = {
    ",": _COMMA,
    "...": f"{_WITHIN}{{0,16}}?",
    "..,..": f"{_OVER_COMMAS}{{0,20}}?",
    "_": f"[^{_NO_WORD}]",
    "^": r"\A",
    "$": f"(?=[{_COMMA}{_SEMICOLON}{_STOP}]|\\Z)",
    "<thing>": f"(?P<thing>{_OVER_COMMAS}+)",
    "<thing...>": f"(?P<thing>{_WITHIN}{{1,20}}?)",
    "<>": "(?P<thing>)",
    "<named>": "(?P<thing>)(?P<named>)",
}
_LOOKS = {"!": "(?!", "=": "(?="}
DISTINCT_WORDS = 8192  # more than a hundred reports use often
_COMMON = 1000  # words for which one counts that stands in nearly every sentence
MOST_NEEDS = 3  # sets of words that are looked for before a pattern is searched
_TOO_COMMON = 2000  # where two words of which stand in nearly every sentence, all would do


class BadPattern(AnswerableError):
    """A pattern of the vocabulary that cannot be read, or not be searched with."""

    def __init__(self, pattern: str, place: int = 0, reason: str = "") -> None:
        fault = reason or f"cannot be read from {pattern[place:]!r} on"
        super().__init__(f"the pattern {pattern!r} {fault}; mend it in ontology/vocabulary/*.ttl")


@dataclass(frozen=True, slots=True)
class _Element:
    """One element of a pattern: a word or mark, or ``ways``, each a sequence of elements."""

    atom: str
    ways: tuple[_Sequence, ...] = ()
    name: str | None = None
    look: str | None = None
    count: str = ""

    @property
    def is_certain(self) -> bool:
        """Whether a sentence must hold it."""
        return not self.look and self.count in ("", "+")

    @property
    def is_sound(self) -> bool:
        """Whether it may have the count, the name and the look-around that it has."""
        if self.look:
            return not (self.count or self.name)
        if self.count in ("", "?") and self.atom not in _FIXED:
            return True
        return not self.count or bool(self.ways) or self.atom in "_," or self.atom[0] == "["


_Sequence = tuple[_Element, ...]


def _read(pattern: str) -> _Sequence:
    """Return the elements of ``pattern``; raise BadPattern where it cannot be read."""
    folded = " ".join(fold(pattern).split())
    ways, place = _read_ways(folded, 0)
    if place != len(folded):
        raise BadPattern(folded, place)
    return ways[0] if len(ways) == 1 else (_Element("(", ways),)


def _read_ways(pattern: str, place: int) -> tuple[tuple[_Sequence, ...], int]:
    """Read alternatives from ``place`` on; return them and where they end."""
    ways: list[list[_Element]] = [[]]
    while place < len(pattern):
        bar = _BAR.match(pattern, place)
        if bar:
            ways.append([])
            place = bar.end()
            continue
        element, after = _read_element(pattern, place)
        if element is None:
            break
        ways[-1].append(element)
        place = after
    if not all(ways):
        raise BadPattern(pattern, place)
    return tuple(tuple(way) for way in ways), place


def _read_element(pattern: str, place: int) -> tuple[_Element | None, int]:
    found = _ELEMENT.match(pattern, place)
    if found is None:
        return None, place
    name, look, atom, count = found.group("name", "look", "atom", "count")
    ways: tuple[_Sequence, ...] = ()
    end = found.end()
    if atom == "(":
        ways, end = _read_ways(pattern, found.end("atom"))
        closed = _CLOSED.match(pattern, end)
        if closed is None:
            raise BadPattern(pattern, end)
        end, count = closed.end(), closed["count"]
    element = _Element(atom.strip("'").replace(" ", "-"), ways, name, look, count or "")
    if not element.is_sound:
        raise BadPattern(pattern, place)
    return element, end


class _Signs:
    """One sign for each word of the patterns, and for each way in which others begin and end."""

    def __init__(self, words: Iterable[str]) -> None:
        ordered = sorted(set(words))
        self._beginnings = ("", *sorted({w[:-1] for w in ordered if w.endswith("*")}, key=len))
        self._endings = ("", *sorted({w[1:] for w in ordered if w.startswith("*")}, key=len))
        own = sorted((word for word in ordered if "*" not in word), key=lambda word: word[::-1])
        pairs = [(b, e) for e in self._endings for b in self._beginnings]
        first = _FIRST_SIGN + len(_NO_WORD)
        self._own = {word: chr(first + place) for place, word in enumerate(own)}
        self._others = {pair: chr(first + len(own) + place) for place, pair in enumerate(pairs)}
        self.sign = lru_cache(maxsize=DISTINCT_WORDS)(self._sign)
        self.meant = cache(self._meant)

    def _sign(self, word: str) -> str:
        """Return the sign of a word of a text, in lower case."""
        own = self._own.get(word)
        if own:
            return own
        beginning = next(each for each in reversed(self._beginnings) if word.startswith(each))
        ending = next(each for each in reversed(self._endings) if word.endswith(each))
        return self._others[beginning, ending]

    def _meant(self, word: str) -> str:
        """Return the signs that ``word`` of a pattern stands for, many where it is open."""
        if "*" not in word:
            return self._own[word]
        part = word.strip("*")
        tells = str.startswith if word.endswith("*") else str.endswith
        side = 0 if word.endswith("*") else 1
        own = (sign for known, sign in self._own.items() if tells(known, part))
        others = (sign for pair, sign in self._others.items() if tells(pair[side], part))
        return "".join((*own, *others))


@dataclass(frozen=True, slots=True)
class Found:
    """What a pattern found: ``text[start:end]`` and the names of its parts.

    ``thing`` are the words from which on the thing is named; empty where no words name it, None
    where those before the pattern do.
    """

    text: str
    start: int
    end: int
    parts: dict[str, str]
    thing: str | None

    @property
    def words(self) -> str:
        """The words found."""
        return self.text[self.start : self.end]


class WordPattern:
    """A pattern that has been read; ``needs`` are words of which a sentence must hold one.

    It must hold one of each of ``also_needs`` as well.
    """

    def __init__(
        self,
        expression: re.Pattern[str],
        needs: frozenset[str],
        also_needs: tuple[frozenset[str], ...],
        patterns: WordPatterns,
    ) -> None:
        self.needs = needs
        self.also_needs = also_needs
        self._expression = expression
        self._patterns = patterns

    def finditer(self, sentence: str) -> Iterator[Found]:
        """Yield what the pattern finds in ``sentence``, from left to right."""
        for found in self._expression.finditer(self._patterns.signs(sentence)):
            if found.end() > found.start():
                yield self._placed(found, sentence)

    def _placed(self, found: re.Match[str], sentence: str) -> Found:
        spans = self._patterns.spans(sentence)
        groups = {
            name: sentence[spans[found.start(name)][0] : spans[found.end(name) - 1][1]]
            if words
            else words
            for name, words in found.groupdict().items()
            if words is not None
        }
        thing = groups.pop("thing", None)
        start, end = spans[found.start()][0], spans[found.end() - 1][1]
        return Found(sentence, start, end, groups, thing)


class WordPatterns:
    """Reads patterns that share one set of signs.

    ``phrases`` gives what a `[name]` stands for; ``patterns`` are all that will be asked for.
    """

    def __init__(
        self,
        patterns: Iterable[str],
        phrases: Callable[[str], Iterable[str]],
        common: Iterable[str],
    ) -> None:
        self._phrases = phrases
        self._common = frozenset(common)
        self._named: dict[str, tuple[_Sequence, ...]] = {}
        self._pieces: dict[str, str] = {}
        self._named_needs: dict[str, frozenset[str]] = {}
        self._named_words: dict[str, frozenset[str]] = {}
        self._sequences = {pattern: _read(pattern) for pattern in patterns}
        self._known = _Signs(self._words(self._sequences.values(), ()))
        self.signs = lru_cache(maxsize=8)(self._signs_of)

    def pattern(self, pattern: str) -> WordPattern:
        """Return ``pattern`` ready to search with; raise BadPattern where that cannot be."""
        read = self._sequences[pattern]
        try:
            expression = re.compile(self._sequence(read))
        except re.error as error:  # a name that stands in it twice
            raise BadPattern(pattern, reason=f"cannot be searched with ({error.msg})") from error
        rarest = [*self._all_needs(read), frozenset[str]()]
        also = [each for each in rarest[1:MOST_NEEDS] if each]
        telling = tuple(each for each in also if self._how_common(each) < _TOO_COMMON)
        return WordPattern(expression, rarest[0], telling, self)

    def _signs_of(self, sentence: str) -> str:
        """Return the signs of ``sentence``, one for each word."""
        return "".join(
            self._known.sign(word) if word else _SIGNS.get(sign, _OTHER)
            for word, sign in _WORD.findall(fold(sentence))
        )

    @staticmethod
    def spans(sentence: str) -> tuple[tuple[int, int], ...]:
        """Return where each of them stands; only asked once something is found."""
        return tuple(each.span() for each in _WORD.finditer(fold(sentence)))

    def _words(self, ways: Iterable[_Sequence], within: tuple[str, ...]) -> Iterator[str]:
        """Yield all words of sequences, and of what their names stand for.

        ``within`` are the names that these sequences are of; none may stand for itself.
        """
        for element in (element for way in ways for element in way):
            if element.ways:
                yield from self._words(element.ways, within)
            elif element.atom in within:
                raise BadPattern(element.atom, reason="stands for itself")
            elif element.atom.startswith("["):
                if element.atom not in self._named_words:
                    meant = self._words(self._meant(element.atom), (*within, element.atom))
                    self._named_words[element.atom] = frozenset(meant)
                yield from self._named_words[element.atom]
            elif element.atom not in _FIXED:
                yield element.atom

    def _meant(self, name: str) -> tuple[_Sequence, ...]:
        """Return the sequences that a `[name]` stands for."""
        if name not in self._named:
            self._named[name] = tuple(_read(each) for each in self._phrases(name[1:-1]))
        return self._named[name]

    def _sequence(self, sequence: _Sequence) -> str:
        return "".join(self._element(element) for element in sequence)

    def _element(self, element: _Element) -> str:
        if element.look == "!<":  # one for each way, as they differ in length
            ways = element.ways or ((replace(element, look=None),),)
            return "".join(f"(?<!{self._sequence(way)})" for way in ways)
        piece = self._piece(element)
        if element.look:
            return f"{_LOOKS[element.look]}{piece})"
        if element.count and len(piece) > 1:
            piece = f"(?:{piece})"
        if element.name:
            return f"(?P<{element.name}>{piece}){element.count}"
        return piece + element.count

    def _piece(self, element: _Element) -> str:
        if element.ways:
            return self._any_of(element.ways)
        if element.atom.startswith("["):
            if element.atom not in self._pieces:
                self._pieces[element.atom] = self._any_of(self._meant(element.atom))
            return self._pieces[element.atom]
        return _FIXED.get(element.atom) or _one_of(self._known.meant(element.atom))

    def _any_of(self, ways: Iterable[_Sequence]) -> str:
        """Return the expression of any of ``ways``, longer expressions first."""
        pieces = sorted({self._sequence(way) for way in ways}, key=lambda each: (-len(each), each))
        single = "".join(each for each in pieces if len(each) == 1)
        longer = [each for each in pieces if len(each) > 1]
        return f"(?:{'|'.join((*longer, _one_of(single)) if single else longer)})"

    def _needs(self, sequence: _Sequence) -> frozenset[str]:
        """Return words of which a sentence holds one where the sequence is found, the rarest."""
        return next(iter(self._all_needs(sequence)), frozenset())

    def _all_needs(self, sequence: _Sequence) -> list[frozenset[str]]:
        """Return all such sets of words, the rarest first."""
        certain = (self._needed(each) for each in sequence if each.is_certain)
        return sorted(filter(None, certain), key=self._how_common)

    def _needed(self, element: _Element) -> frozenset[str]:
        if element.atom in _FIXED or element.atom.startswith("*"):
            return frozenset()
        if not (element.ways or element.atom.startswith("[")):
            return frozenset((element.atom.strip("*"),))
        if element.ways:
            return self._needed_by(element.ways)
        if element.atom not in self._named_needs:
            self._named_needs[element.atom] = self._needed_by(self._meant(element.atom))
        return self._named_needs[element.atom]

    def _needed_by(self, ways: Iterable[_Sequence]) -> frozenset[str]:
        """Return words of which a sentence holds one whichever of ``ways`` is found."""
        needs = [self._needs(way) for way in ways]
        return frozenset().union(*needs) if all(needs) else frozenset()

    def _how_common(self, words: frozenset[str]) -> int:
        return sum(_COMMON if word in self._common else 1 for word in words)


def _one_of(signs: str) -> str:
    """Return the expression of any of ``signs``, those that follow each other as a range."""
    if len(signs) == 1:
        return signs
    places = enumerate(sorted(set(signs)))
    runs = [
        "".join(sign for _, sign in run)
        for _, run in groupby(places, lambda each: ord(each[1]) - each[0])
    ]
    return f"[{''.join(run if len(run) < 3 else f'{run[0]}-{run[-1]}' for run in runs)}]"
