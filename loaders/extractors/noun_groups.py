"""The noun group that ends before, or begins at, a place in a sentence, with all its qualifiers.

Grammar by its small words alone: auxiliaries, relative pronouns, conjunctions, prepositions.  A
list ("health, education and care plans") is one group; a clause beside it, an opening ("In most
cases,"), a reason, a result or a second verb is not.  Where the words do not settle what belongs
together there is no group.  The other words that it needs are the vocabulary's ("thing").
"""

from __future__ import annotations

import re

from loaders.extractors.cues import cued

ADVERB = (
    r"\w+ly(?<!early)(?<!family)(?<!daily)(?<!elderly)(?<!friendly)(?<!weekly)(?<!monthly)"
    r"(?<!assembly)(?<!newly)(?<!privately)"
)
LONGEST = 200  # characters; what is longer is a clause, or several
_FINITE = (
    r"(?-i:\b(?<!to )(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|might"
    r"|must|may|<<thing/finite>>)\b)"
)
_IN_RELATIVE = re.compile(
    r"\b(?:who|which|that|whose|whom)(?: \w+)?\s*$"
    r"|\b(?:in|to|by|for|on|at|with|from) which(?: \w+){1,4}\s*$|\w (?:they|it|he|she|we)\s*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:who|which|whose|whom|where|when|with)\b", re.IGNORECASE)
_ASIDE = (
    rf"{_RELATIVE.pattern}|however$|[‘“][^’”]*[’”]$|an? (?:\w+ )?<<thing/aside>>\b"
    r"|(?:previously|formerly|once|initially) \w+ed\b"
    r"|\w+ed (?:as|in|at|by|to|<<thing/said-to-be>>)\b"
    r"|(?:though|albeit)\b(?! (?:the|its|their|an?|this)\b)"
)
_BELONGS = re.compile(
    r"(?:and|or|nor|such as|as well as|as against|as opposed to|rather than|including|like"
    r"|particularly|especially|together with|along with|for example|not least)\b",
    re.IGNORECASE,
)
_SUBORDINATE = (
    r"(?:but|yet|so|although|though|while|whilst|however|because|as(?! a\b)|when|where|whereas|if"
    r"|once|until|unless|and|or|or that|that|nor|with)"
)
_OPENS = re.compile(
    rf"(?:{_SUBORDINATE}|since|from|in|on|at|by|of|for|over|during|following|through|within|across"
    r"|under|after|before|between|according|based|given|due to|until|to|as a|despite|\w+ing the|"
    rf"{ADVERB}|overall|then|now|furthermore|moreover|nevertheless|nonetheless|therefore|thus|instead"
    r"|indeed|in turn|this|these)\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    rf"^(?:{_SUBORDINATE}\s+|(?:{ADVERB}|overall|also|now|then|however|therefore"
    r"|this year),?\s+(?=\w)"
    r"|despite [^,]+,\s*)",
    re.IGNORECASE,
)
_SAYING = r"\b<<attribution/telling>>\b(?: \w+){0,3}? (?:that|how)\s+"
_PERIOD = (
    r"^(?:in|over|during|within|throughout|for|since) (?:the )?(?:past|last|recent|previous) "
    r"(?:(?:\w+ ){0,2}<<thing/some-time>>)?,?\s*"
    r"|^(?:from|since) (?:the <<thing/of-a-year>> of )?(?:\w+ )?20\d\d,?\s+"
)
_TRAILING_ADVERBS = re.compile(rf"(?:\s+(?:also|now|then|still|since|all|both|often|{ADVERB}))+$")
_AFTER_CONJUNCTION = re.compile(r",?\s+(?:and|but|yet|so|although|though|while|albeit)$", re.I)
_DETERMINER = r"(?:the|a|an|their|its|his|her|our|this|these|those|all|most|some|many|there|both)"
_COORDINATED = re.compile(r",?;?\s+(?:and|but|yet|so|although|though|while|whilst)\s+(?=\w)")
_GOES_ON = (
    r"\s+(?:since|so that|so|by \w+ing|although|but|while|whilst|though"
    r"|in order|through|following|because|due to|thanks to"
    r"|as (?:a|well|they|it|the|<<thing/as-shown>>)|<<thing/thereby>>"
    r"|when(?! \w+ing\b)|until"
    r"|despite|overall(?=$|,| and)|further|enough|during|recently|<<thing/how-far>>"
    r"|at (?:the time of|this|<<thing/at-pace>>)|from (?:an?|\d\w*|previous"
    r"|the <<thing/from-the>>)(?! <<thing/inspection>>)"
    r"|to(?<!\d to) \d[\d.,]*|over (?:the|recent|a|time|several)"
    r"|(?:with)?in (?:the )?(?:last|past|recent|previous) (?:\w+ ){0,2}<<thing/some-time>>"
    r"|this (?:has|is|<<thing/year>>)|(?<!looked )after|than"
    r"|via|using|rather|within (?:the|a) \w+ <<thing/year>>|to (?:be|<<thing/in-order-to>>)"
    r"|with (?:the <<thing/with-the>>|an?|some|more|<<thing/with>>|\d)"
    r"|and (?:<<thing/and-does>>|is|are"
    r"|was|were|has|have|had|this|it|they|there|now|most|these|thereby|so|then"
    rf"|(?:<<somebody/people>>|<<somebody/served>>) (?:now|are|have|can|{ADVERB})"
    r"|also|to|in \w+ing|<<thing/and-gains>>|an? <<thing/and-change>>)|[–—-] )\b"
)
_KEEPS = r"(?:<<thing/raised>>|\b<<thing/time-it-takes>>(?: for [\w’ ]+)?)$"
_BESIDE = re.compile(
    r"(?:as against|as opposed to|as well as|rather than|including)\b", re.IGNORECASE
)
_NO_MEMBER = (
    r"(?:but|although|though|while|as|in|on|to|by|which|such|with|including|<<thing/no-member>>)\b"
    rf"|{ADVERB}\b"
)
_SECOND_VERB = (
    r",? and (?:(?:has|have|had|is|are|been) )?(?:\w+ly )?"
    r"(?:<<thing/second-verb>>|is|are|was|were)\b(?! and )(?! <<thing/own-of>> (?:for|in|to)\b)"
)
_CONJUNCTION = re.compile(r" but | and (?!(?<=quality and )\w+ of |(?<=timeliness and )\w+ of )")
_STOP = re.compile(r"[;:!?]|\.(?!\d)|\s[–—-]\s|\((?=\d)")
_PAREN = re.compile(r"\([^()]*\)")


def group_before(left: str) -> str | None:
    """Return the noun group that ends ``left``, the words before a verb; None where none does."""
    left = _TRAILING_ADVERBS.sub("", left.rstrip(" ,;"))
    if re.search(r"\b(?:who|which|that)$", left):
        return None
    conjunction = _AFTER_CONJUNCTION.search(left)
    if conjunction:
        return _subject_of_clause(left[: conjunction.start()])
    return _single(_joined(left))


def without_opening(text: str) -> str:
    """Return ``text`` from its first noun group on, without "However," or "In most cases,"."""
    parts = text.split(", ")
    while len(parts) > 1 and _OPENS.match(parts[0]) and not _finite(_LEADS_IN.sub("", parts[0])):
        parts = parts[1:]
    return cued(_PERIOD).sub("", ", ".join(parts)).strip()


def first_subject(sentence: str) -> str | None:
    """Return the noun group before the first verb of ``sentence``."""
    verb = _finite(sentence)
    return group_before(sentence[: verb.start()]) if verb else None


def group_after(right: str) -> str | None:
    """Return the noun group that begins ``right``, the words after a verb or a preposition."""
    stop = _STOP.search(right)
    parts = _parts(right[: stop.start()] if stop else right)
    if not parts:
        return None
    first, ended = _ended(parts[0])
    taken = [first]
    if not ended:
        taken += _rest_of_list(parts[1:])
    group = _tidy(", ".join(taken))
    return group if group and len(group) <= LONGEST else None


def _parts(text: str) -> list[str]:
    """Return the stretches between commas; one inside brackets or a number is none."""
    hidden = _PAREN.sub(lambda found: found.group().replace(",", "\0"), text)
    return [each.strip().replace("\0", ",") for each in re.split(r",(?!\d)", hidden)]


def _finite(text: str, begin: int = 0) -> re.Match[str] | None:
    """Return the first finite verb outside a relative clause."""
    found = cued(_FINITE).finditer(text, begin)
    return next((each for each in found if not _IN_RELATIVE.search(text[: each.start()])), None)


def _joined(left: str) -> str:
    """Return the last stretch between commas, with those before it that belong to it."""
    parts = _parts(left)
    taken: list[str] = []
    while parts:
        part = parts.pop()
        if not part or (not taken and parts and cued(_ASIDE).match(part)):
            continue
        taken.insert(0, part)
        if not parts or not (_is_part(part, parts[-1], len(taken)) and _may_belong(parts[-1])):
            break
    return ", ".join(taken)


def _is_part(part: str, earlier: str, taken: int) -> bool:
    """Tell whether ``part`` goes on from the stretch before, as the last of ``taken`` do."""
    if _BELONGS.match(part) or taken > 1:
        return True
    inserted = " " not in part and bool(_BESIDE.match(earlier))
    return inserted or bool(re.search(r" (?:and|or|&) ", part) and not _finite(part))


def _may_belong(earlier: str) -> bool:
    """Tell whether the stretch before can be part of the same list."""
    bare = _LEADS_IN.sub("", earlier)
    return bool(bare) and (bool(_BESIDE.match(bare)) or not (_OPENS.match(bare) or _finite(bare)))


def _single(text: str) -> str | None:
    """Return the group that ``text`` ends with, past what is said before it."""
    for saying in list(cued(_SAYING).finditer(text))[-1:]:
        text = text[saying.end() :]
    before = ""
    while before != text:
        before, text = text, cued(_PERIOD).sub("", _LEADS_IN.sub("", text))
    verb = _finite(text)
    while verb:
        clause = _next_clause(text[verb.end() :])
        if clause is None:
            return None
        text = clause
        verb = _finite(text)
    return _checked(text)


def _next_clause(rest: str) -> str | None:
    """Return what is coordinated to a clause; None where it is not clear where that begins."""
    ways = [rest[each.end() :] for each in _COORDINATED.finditer(rest)]
    clear = [each for each in ways if re.match(rf"{_DETERMINER}\b", each)]
    if clear:
        return clear[0]
    return ways[0] if len(ways) == 1 else None


def _subject_of_clause(clause: str) -> str | None:
    """Return the subject of a clause to which a second verb is coordinated."""
    verb = _finite(clause)
    earlier = None
    while verb:
        earlier, verb = verb, _finite(clause, verb.end())
        if verb and not re.search(r",|;| and | but ", clause[earlier.end() : verb.start()]):
            break
    return group_before(clause[: earlier.start()]) if earlier else None


def _ended(part: str) -> tuple[str, bool]:
    """Return ``part`` up to where its group ends, and whether it ends within the part."""
    goes_on = cued(_GOES_ON).finditer(part)
    ends = [each.start() for each in goes_on if not cued(_KEEPS).search(part[: each.start()])]
    second = cued(_SECOND_VERB).search(part)
    ends += [second.start()] if second else []
    verb = _finite(part[: min(ends)] if ends else part)
    if verb:
        conjunctions = [each.start() for each in _CONJUNCTION.finditer(part[: verb.start()])]
        ends.append(conjunctions[-1] if conjunctions else verb.start())
    return (part[: min(ends)], True) if ends else (part, False)


def _rest_of_list(parts: list[str]) -> list[str]:
    """Return the further members of a list; none where its last member does not follow."""
    taken: list[str] = []
    for part in parts:
        if _RELATIVE.match(part) or cued(_NO_MEMBER).match(part):
            return []
        last, ended = _ended(part)
        if not last.strip() or _finite(part):
            return []
        taken.append(last)
        if re.match(r"and |or ", last):
            return taken if len(taken) > 1 else []
        if re.search(r" (?:and|or|&) ", last):
            return taken
        if ended or len(last.split()) > 9:
            return []
    return []


def _tidy(text: str) -> str:
    return _TRAILING_ADVERBS.sub("", text.strip(' .,;:“”"'))


def _checked(text: str) -> str | None:
    """Return ``text`` where it can be a noun group."""
    text = _tidy(text)
    if not text or len(text) > LONGEST or _OPENS.match(text):
        return None
    return text
