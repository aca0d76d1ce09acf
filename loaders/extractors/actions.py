"""What is to be done, in the words of a sentence: a verb phrase in the infinitive.

"Targets must be set by the Council for turnover, so that …" is "set targets for turnover".
Reasons, examples and the parts of others are left out; where a verb's infinitive is uncertain the
sentence's own words stay.
"""

from __future__ import annotations

import re
from string import ascii_lowercase

from loaders.extractors.modals import Modal

_IRREGULAR = {
    "built": "build", "brought": "bring", "chosen": "choose", "done": "do", "drawn": "draw",
    "driven": "drive", "found": "find", "given": "give", "held": "hold", "kept": "keep",
    "led": "lead", "made": "make", "met": "meet", "overseen": "oversee", "put": "put",
    "sent": "send", "set": "set", "shown": "show", "sought": "seek", "taken": "take",
    "undertaken": "undertake", "understood": "understand", "written": "write", "agreed": "agree",
    "focused": "focus", "used": "use", "modelled": "model", "labelled": "label", "heard": "hear",
}  # fmt: skip
_DOUBLED = re.compile(r"([bdgkmnprt])\1$")
_WITH_E = re.compile(
    r"(?:[vcuz]|[^ns]g|dg|(?:ha|le)ng|[bdgpt]l|cal|dul|[pe]let|[nmu]ot|crib|[ck]op|reat(?<=creat)|"
    r"(?<=inv)it|vok|(?<![aeo])(?:ir|ur|ar|id|in)|(?<!s)s|(?<![aeo])at|ut|plor"
    r"|stor)$"
)
_BARE = re.compile(
    r"(?:en|er|ion|ign|itor|ss|sh|ch|[cnsr]k|ook|[cflnprsx]t|get|(?<!inv)it|nd|rd|ld|ow|ew|[ao]y"
    r"|ll|lp|rm|ain|(?<!cr)eat|elop|iew|eal|eek|oin|pay|air|ead|ear|rn|x|th)$"
)
_BE = re.compile(
    r"\s*(?P<adverb>(?:(?:\w+ly|also|now|then) )*)be (?P<adverb2>(?:(?:\w+ly|also|now|then) )*)"
    r"(?P<verb>\w+)(?P<more> and (?P<verb2>\w+ed))?\b",
    re.IGNORECASE,
)
_BY = re.compile(r"^\s*(?:by|jointly by) [^,;]+?(?=,| for | to | in | at | with | from |$)")
_SUBJECT = re.compile(r"(?:^|[,;:]\s+(?:and\s+|but\s+)?|\bthat\s+)(?P<subject>[^,;:]+)$")
_ADDRESSEE = re.compile(
    r"^\s*(?:that\s+)?[^,.;]{3,90}?\s+(?:to|(?P<finite>(?=\w+(?:es|s)\s+(?:and\s+\w+s\s+)?)))\s*"
)
_ENSURES = re.compile(
    r"^ensure that (?:it|they)(?: all)? (?P<adverb>\w+ly )?(?P<verb>[a-z]{3,})\b(?! (?:been|to)\b)"
)
_NO_ACTION_VERB = re.compile(r"^(?:has|have|is|are|was|were|can|will|does|do)$")
_WORKS_WITH = re.compile(
    r"^(?:\w+ly |now )*work (?:\w+ly )?(?:together )?with [^,;]{2,60}? to (?=[a-z])", re.IGNORECASE
)
_ASIDE = re.compile(
    r", (?:with|on behalf of|in agreement with|in consultation with|together with) [^,;]{3,80},"
    r"(?= (?:a|an|the|their|its|\w+s)\b)"
)
_ASIDE_ON_BEHALF = re.compile(r",? on behalf of [^,;]{2,60},")
_REASON = re.compile(
    r",? (?:so that|in order to|in order that|so as to|which|through which|based on|as agreed with|"
    r"overseen by|through (?:its|their|the)|led by|agreed by|supported by|responding to|as set out|"
    r"to address the (?:identified )?(?:areas?|findings)|that (?:demonstrates?|will|are|is|can)|"
    r"working with)\b.*$"
    r"|,? to ensure\b.*$"
    r"|, (?:starting|dealing|ensuring|including|providing|through|making|drawing|taking|building|"
    r"reflecting|particularly|especially|such as|for example|with|where|to )\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_RECEIVER = re.compile(
    r" to (?:\S+@\S+|(?:the )?(?:Commissioner|DfE|Department)\b[^,;]*?)(?= by |,|$)"
)
_CLAUSE_SUBJECT = re.compile(
    r"^\s*(?:that\s+(?:they|it|he|she)\s+|that\s+the\s+\w+(?:\s+authority)?\s+(?=[a-z]+s\b)|"
    r"for\s+[^,;.]{3,60}?\s+to\s+)"
)
_CLAUSE_WORDS = re.compile(r"\b(?:and|but|that|however|because|although|while)\b", re.IGNORECASE)
_HAS_VERB = re.compile(r"\b(?:is|are|was|were|has|have|do|does|can|will|understands?)\b", re.I)
_INSERTED = re.compile(
    r", (?:particularly|including|especially|such as|with support)[^,;]*,(?= (?:is|are|has|have)\b)"
)
_BROKEN_OFF = re.compile(
    r"(?:^|\s)(?:and|or|but|the|an?|of|to|that|by|with|in|for|as|is|are|be|it|they|their|its|more)$",
    re.IGNORECASE,
)  # words after which a clause goes on
MOST_WORDS_OF_SUBJECT = 16
SHORTEST_LEFT = 3  # words, below which a cut takes too much away


def action_of(text: str, modal: Modal | None) -> str | None:
    """Return what a sentence asks for, None where nothing is left.

    ``modal`` is the word that asks; without one the sentence itself is taken for the request.
    """
    if modal is None:
        return _tidied(_after_subject(text))
    after = text[modal.end :]
    if modal.form == "address":
        return _tidied(_addressed(after))
    if modal.form == "clause":
        return _tidied(_CLAUSE_SUBJECT.sub("", after))
    passive = _BE.match(after)
    turned = _active(text[: modal.start], after, passive) if passive else None
    return _tidied(turned or after)


def _after_subject(text: str) -> str:
    """Return ``text`` without the number and "to" before its verb."""
    return re.sub(r"^\W*(?:to\s+)?", "", text)


def _addressed(after: str) -> str:
    """Return what the one addressed is to do: "the Council to send …", "that it updates …"."""
    found = _ADDRESSEE.match(after)
    if not found:
        return after
    rest = after[found.end() :]
    if found["finite"] is None:
        return rest
    verbs = re.match(r"(?P<first>\w+s)(?: and (?P<second>\w+s))?\b", rest)
    if not verbs:
        return rest
    bases = [_bare(verb) for verb in verbs.groups() if verb]
    return " and ".join(bases) + rest[verbs.end() :]


def _bare(verb: str) -> str:
    """Return the infinitive of "publishes", "identifies", "updates"."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:sh|ch|ss|x|zz|o)es$", verb) else verb[:-1]


def _active(before: str, after: str, passive: re.Match[str]) -> str | None:
    """Return "set targets for turnover" for "targets" … "be set by the Council for turnover"."""
    subject = _SUBJECT.search(_last_clause(before).rstrip())
    verbs = [infinitive(passive["verb"]), infinitive(passive["verb2"] or passive["verb"])]
    if subject is None or None in verbs or len(subject["subject"].split()) > MOST_WORDS_OF_SUBJECT:
        return None
    verb = " and ".join(dict.fromkeys(str(each) for each in verbs))
    adverbs = " ".join(f"{passive['adverb']}{passive['adverb2']}".split())
    words = subject["subject"].strip()
    thing = words[0].lower() + words[1:] if words[1:2] in (" ", *ascii_lowercase) else words
    rest = _BY.sub("", after[passive.end() :])
    rest = re.sub(r"^,[^,]*\bby [^,;]+(?:, and [^,;]*\bby [^,;]+)?,?", "", rest)
    return " ".join(part for part in (adverbs, verb, thing, rest.strip(" ,")) if part)


def _last_clause(before: str) -> str:
    """Return the words before a verb without an earlier clause that has a verb of its own."""
    pieces = _CLAUSE_WORDS.split(before)
    return pieces[-1] if len(pieces) > 1 and _HAS_VERB.search(before) else before


def infinitive(participle: str) -> str | None:
    """Return the infinitive of a past participle; None where its spelling leaves it open."""
    word = participle.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.endswith("ed") or len(word) < 5:
        return None
    stem = word[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if _DOUBLED.search(stem):
        return stem[:-1]
    if _BARE.search(stem):
        return stem
    return f"{stem}e" if _WITH_E.search(stem) else None


def _tidied(words: str) -> str | None:
    action = " ".join(words.split()).strip(" .;:,")
    ensures = _ENSURES.match(action)
    if ensures and not _NO_ACTION_VERB.match(ensures["verb"]):
        verb = ensures["verb"]
        bare = _bare(verb) if verb.endswith("s") else verb
        action = f"{ensures['adverb'] or ''}{bare}{action[ensures.end() :]}"
    works = _WORKS_WITH.match(action)
    action = action[works.end() :] if works else action
    action = _ASIDE_ON_BEHALF.sub("", _ASIDE.sub("", _INSERTED.sub("", action)))
    for cut in (_REASON, _RECEIVER):
        shorter = cut.sub("", action).strip(" .;:,")
        whole = len(shorter.split()) >= SHORTEST_LEFT and not _BROKEN_OFF.search(shorter)
        action = shorter if whole else action
    return action or None
