"""What is to be done, in the words of a sentence: a whole clause, or nothing.

"Targets must be set by the Council for turnover" is "set targets for turnover": where the text
names who must act, or a list does, the verb phrase is enough.  Else what must be so is part of
it: "commissioning needs to improve".  A noun phrase and a finding ask for nothing that could be
done, and have no action.
"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_lowercase

from loaders.extractors.cues import cued
from loaders.extractors.modals import Modal
from ontology.matching import any_of
from ontology.vocabulary import vocabulary

_IRREGULAR = {
    "built": "build", "brought": "bring", "chosen": "choose", "done": "do", "drawn": "draw",
    "driven": "drive", "found": "find", "given": "give", "held": "hold", "kept": "keep",
    "led": "lead", "made": "make", "met": "meet", "overseen": "oversee", "put": "put",
    "sent": "send", "set": "set", "shown": "show", "sought": "seek", "taken": "take",
    "undertaken": "undertake", "understood": "understand", "written": "write", "agreed": "agree",
    "focused": "focus", "used": "use", "modelled": "model", "labelled": "label", "heard": "hear",
    "told": "tell", "taught": "teach", "paid": "pay",
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
_BY = re.compile(
    r"^\s*(?:jointly )?by [^,;]+?"
    r"(?=,| and (?:its|their|the) \w+ \w+ed | and \w+ed\b"
    r"| for | to | in | at | by | with | without | from |$)"
)
_PARTICLE = re.compile(r"\s+(?P<particle>out|up|off)\b(?!\s+(?:of|to)\b)")
_SUBJECT = re.compile(r"(?:^|[;:]\s+|[,;]\s+(?:and|but|so)\s+)(?P<subject>[^,;:]+)$")
_PRONOUN_LAST = re.compile(r"\s(?:it|this|these|they|those)\s*$", re.IGNORECASE)
_VERB_OF_ITS_OWN = re.compile(
    r"(?<!who )(?<!which )(?<!that )(?<!whom )\b(?:is|was|were|has|had)\s+\w+(?:ed|en)?\b.*\band\b",
    re.IGNORECASE,
)  # "the Board has made a plan and this"
_SECOND_SUBJECT = re.compile(
    r"(?:(?!\b(?:that|to)\b).)*?(?:, and\b|(?:^|\s)and (?:its|their|the) \w+ \w+(?:ed|en) )"
    r"|\s*and \w+ed\b"
)  # of the same passive
_ADDRESSEE = re.compile(
    r"^\s*(?:(?!that\b)[^,.;]{3,90}?\s+to\s+"
    r"|that\s+[^,.;]{3,90}?\s+(?:to\s+|(?P<finite>(?=\w+(?:es|s)\s+(?:and\s+\w+s\s+)?))))"
)
_ENSURES = re.compile(
    r"^ensure that (?:it|they)(?: all)? (?P<adverb>\w+ly )?(?P<verb>[a-z]{3,})\b(?! (?:been|to)\b)"
)
_NO_ACTION_VERB = re.compile(r"^(?:has|have|is|are|was|were|can|will|does|do)$")
_AND_ALSO = re.compile(r"\band (?P<verb>[a-z]{3,}s)(?= (?:it|them|the|a|an|its|their)\b)")
_THIRD_PERSON = re.compile(
    r"\s+(?P<adverb>(?:(?:\w+ly|also|now)\s+)*)(?P<verb>(?!(?:is|was|has|does)\b)[a-z]+[a-rt-z]s)\b"
)
_WORKS_WITH = re.compile(
    r"^(?:\w+ly |now )*work(?:ing)? (?:\w+ly )?(?:together )?with [^;]{2,80}? to "
    r"(?=[a-z])(?!(?:the|their|its|our|an?|all)\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r", (?:with|on behalf of|in agreement with|in consultation with|together with) [^,;]{3,80},"
    r"(?= (?:a|an|the|their|its|\w+s)\b)"
)
_WITH_FIRST = re.compile(r"^(?:together |jointly )?with [^,;]{3,80}, (?=[a-z])")
_RESPONSIBLE = re.compile(r"\bresponsible for (?P<verb>\w+ing)$", re.IGNORECASE)
_THIS = re.compile(r"\W*(?:this|it)\s+(?:also\s+)?", re.IGNORECASE)
_BE_ONE = re.compile(r"\s*be\s+(?=an?\s)")  # "This should be a multi-agency response"
_BE_MADE_SO = r"\s*be\s+an?\s+(?:[\w-]+\s+){0,2}?<<made-so>>\b"
_INVOLVES = re.compile(r"\s+involve\s+consultation\s+with\s+(?P<whom>[^,;]+)$", re.IGNORECASE)
_OPENING = re.compile(r"^(?:for|during|in|until|over|throughout)\s[^,]+,\s+", re.IGNORECASE)
_ADDRESS = re.compile(r" to \S+@\S+")
_CLAUSE_SUBJECT = re.compile(
    r"^\s*(?:that\s+(?:they|it|he|she)\s+|that\s+the\s+\w+(?:\s+authority)?\s+(?=[a-z]+s\b)|"
    r"for\s+[^,;.]{3,60}?\s+to\s+)"
)
_FINITE_FIRST = re.compile(r"^([a-z]{4,}s)(?=\s+(?:the|a|an|its|their|all|more)\b)")
_REPORTED = r"\b<<reported>>(?:,\s+however,)?\s+(?:also\s+)?that\s+"
_NEXT_CLAUSE = re.compile(r"(?:;|,?\s+(?:but|however|so)|,\s+and)\s+", re.IGNORECASE)
_MORE = re.compile(r"\b(?:and|but)\s+(?=(?:much\s+)?(?:more|further)\b)", re.IGNORECASE)
_CONCESSION = re.compile(r"^\W*(?:although|while|whilst|though|even though|despite)\b.*,\s+", re.I)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|can|could|will|would|continues?|remains?|needs?)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(?:\d{1,3}[.)]\s*)?"
    r"(?:(?:however|therefore|consequently|similarly|nevertheless|in addition|and),?\s+)?",
    re.I,
)
_POINTS_BACK = re.compile(r"\W*(?:this|these|those|it|they|such|which|he|she|we|there)\b", re.I)
_THIS_THING = re.compile(
    r"(?:this|these|those)\s+(?!\w+ly\b|also\b|now\b|still\b|then\b|all\b)(?!(?:is|are|was|were)\b)[a-z]",
    re.I,
)
_SAID_THAT = re.compile(r"is\s+\w+\s+(?:that|for)\b")  # "it is recommended that"
_POINTER = re.compile(
    r"\W*(?:(?:this|these|those|it|they)\s+(?:\w+ly\s+|also\s+)*"
    r"|(?:this|these)\s+(?:is|are|was|were)\s.+\b(?:and|but)\s+)",
    re.IGNORECASE,
)
_IS_SO_AND = re.compile(
    r"^(?P<subject>(?:(?!\b(?:that|which|who|there|it)\b)[\w’'-]+\s+){1,8}?)(?:is|are|was|were)\s"
    r"[^,;]+\s(?:and|but)\s+(?:also\s+|now\s+|still\s+)?$",
    re.IGNORECASE,
)  # "monitoring is slow and needs to": what is found of it is not asked
_IS_OVERSEEN = (  # "this should be overseen by the board"
    r"(?:should|must)\s+(?:\w+ly\s+|also\s+)*"
    r"(?P<verb>be\s+(?:\w+ly\s+)*<<part/oversees>>\s+by)\b"
)
_GOES_ON = re.compile(r"\band (?:are|is|have|has) ")  # what follows has another subject
_TAKES_A_THING = re.compile(r"(?:needs?|requires?|needed|required|urgent|further|more|better)$")
_ADVERB = re.compile(r"\b\w+ly\b")
_BY_ITSELF = (
    r"(?:\s+(?:\w+ly|also|further|still|all))*\s+<<changes-by-itself>>"
    r"(?:\s*[.;,]|\s*$|\s+(?:so|to|in|for|further|significantly|and|if|as|at)\b)"
)
_PARAGRAPHS = re.compile(r"\s*\(paragraphs? [^)]*\)\W*$", re.IGNORECASE)
_FURTHER_DEMAND = re.compile(
    r";|,\s+(?:and|or|but|to|is|are|has|have|will|can|should|must|that|which|in|by|with|from|for|at|on|as|while|when|where)\b"
    r"|\band\s+(?:that|to|should|must|is|are|then|should)\b|\bas well as\b",
    re.IGNORECASE,
)
_IN_A_CLAUSE = re.compile(r"\bthat\b", re.IGNORECASE)  # "that visits, including …, are made"
_GOES_ON_AFTER_LIST = re.compile(r",(?!.* (?:and|or) )[^,]*$")  # no last member of a list
_DANGLES = re.compile(
    r"[\s,;:]*\b(?:and|or|but|by|to|of|for|in|with|from|through|at|on|as|into|the|a|an|their|its|that|which|"
    r"so|ensuring|ensure|including|particularly|especially|these|this|follows|following|is|are)$",
    re.IGNORECASE,
)
_NO_OBJECT = re.compile(
    r"\b(?:should|must|will|to)\s+(?:\w+ly\s+|also\s+)*[a-z]+$", re.IGNORECASE
)  # of a lead-in: "This should include:"
_JOINS_AT_THE_END = re.compile(r"\b(?:and|or|but)$", re.IGNORECASE)
_AND_AT_THE_END = re.compile(r"[;,]\s*(?:and|or)\W*$", re.IGNORECASE)
MOST_WORDS_OF_SUBJECT = 16
SHORTEST_BEFORE_ADDITION = 6  # words of a demand that is whole without what it adds
SHORTEST_BEFORE_LIST = 3


def action_of(text: str, modal: Modal, named: bool = True) -> str | None:
    """Return what the word ``modal`` of a sentence asks for, None where nothing is left.

    ``named`` tells whether it is known who must act; else what must be so stays in the words.
    """
    after = text[modal.end :]
    if modal.form == "address":
        return verb_phrase(_addressed(after))
    made_so = named or cued(_BE_MADE_SO).match(after)
    if made_so and _THIS.fullmatch(text[: modal.start]) and _BE_ONE.match(after):
        return verb_phrase(_BE_ONE.sub("make this ", after))
    involves = _INVOLVES.match(after)
    if involves:
        thing = _OPENING.sub("", _last_clause(text[: modal.start])).strip()
        return whole_clause(f"consult {involves['whom'].strip(' .;')} on {thing}")
    if modal.form == "clause":
        words = _FINITE_FIRST.sub(lambda each: _bare(each[1]), _CLAUSE_SUBJECT.sub("", after))
        return verb_phrase(words) if named and words != after else _clause(text, modal.start)
    if cued(_REPORTED).search(text, 0, modal.start) and _GOES_ON.search(text, modal.end):
        return whole_clause(_OPENS.sub("", text))
    passive = _BE.match(after)
    if passive and (not named or infinitive(passive["verb"])):
        turned = _active(_last_clause(text[: modal.start]), after, passive, named)
        return verb_phrase(turned) if turned else _clause(text, modal.start)
    words = text[modal.start : modal.end]
    task = _RESPONSIBLE.search(words)
    if task:
        return verb_phrase(_DOUBLED.sub(r"\1", task["verb"].removesuffix("ing")) + after)
    if not named or _TAKES_A_THING.search(words) or cued(_BY_ITSELF).match(after):
        return _clause(text, modal.start)
    adverb = _ADVERB.search(words)
    return verb_phrase(f"{adverb.group()} {after}" if adverb else after)


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


def third_person(words: str) -> str | None:
    """Return "review the plan and update it" of " reviews the plan and updates it".

    None where ``words``, those after a subject, do not begin with such a verb.
    """
    verb = _THIRD_PERSON.match(words)
    if verb is None:
        return None
    rest = _AND_ALSO.sub(lambda each: f"and {_bare(each['verb'])}", words[verb.end() :])
    return verb_phrase(f"{verb['adverb']}{_bare(verb['verb'])}{rest}")


def _bare(verb: str) -> str:
    """Return the infinitive of "publishes", "identifies", "updates"."""
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:sh|ch|ss|x|zz|o)es$", verb) else verb[:-1]


def _active(before: str, after: str, passive: re.Match[str], named: bool) -> str | None:
    """Return "set targets for turnover" for "targets" … "be set by the Council for turnover".

    None where that is not sure: "be accompanied by a summary" does not name who must act.
    """
    subject = _SUBJECT.search(before.rstrip())
    verbs = [infinitive(passive["verb"]), infinitive(passive["verb2"] or passive["verb"])]
    if subject is None or None in verbs or len(subject["subject"].split()) > MOST_WORDS_OF_SUBJECT:
        return None
    if _VERB_OF_ITS_OWN.search(subject["subject"]) or _PRONOUN_LAST.search(subject["subject"]):
        return None
    unknown_agent = not named and _BY.match(after[passive.end() :])
    cut = _JOINS_AT_THE_END.search(subject["subject"])  # "it is sound and must be kept"
    pronoun = _POINTS_BACK.match(subject["subject"])
    if unknown_agent or cut or (pronoun and not _THIS_THING.match(subject["subject"])):
        return None
    verb = " and ".join(dict.fromkeys(str(each) for each in verbs))
    adverbs = " ".join(f"{passive['adverb']}{passive['adverb2']}".split())
    words = subject["subject"].strip()
    thing = words[0].lower() + words[1:] if words[1:2] in (" ", *ascii_lowercase) else words
    rest = after[passive.end() :]
    particle = _PARTICLE.match(rest)
    if particle:
        verb, rest = f"{verb} {particle['particle']}", rest[particle.end() :]
    rest = _BY.sub("", rest)
    rest = re.sub(r"^,[^,]*\bby [^,;]+(?:, and [^,;]*\bby [^,;]+)?,?", "", rest)
    if _SECOND_SUBJECT.match(rest):
        return None
    aside = "," if rest.startswith(",") else ""
    done = " ".join(part for part in (adverbs, verb, thing) if part)
    return f"{done}{aside} {rest.strip(' ,')}".strip(" ,")


def _last_clause(before: str) -> str:
    """Return the words before a verb without an earlier clause that has a verb of its own."""
    ends = [each.end() for each in (*cued(_REPORTED).finditer(before), *_MORE.finditer(before))]
    ends += [e.end() for e in _NEXT_CLAUSE.finditer(before) if _FINITE.search(before, 0, e.end())]
    rest = before[max(ends, default=0) :]
    concession = _CONCESSION.match(rest)
    if concession and (rest.count(",") == 1 or " and " not in rest[concession.end() :]):
        rest = rest[concession.end() :]
    return _OPENS.sub("", rest)


def _clause(text: str, start: int) -> str | None:
    """Return the whole clause whose verb begins at ``start``; the sentence where it points back.

    "This should include a plan" is to include a plan; "this should be so" is no action.
    """
    rest = _last_clause(text[:start])
    if _POINTER.fullmatch(rest or text[:start]) and not _SAID_THAT.match(text, start):
        more = _includes().match(text, start) or cued(_IS_OVERSEEN).match(text, start)
        return verb_phrase(text[more.start("verb") :]) if more else None
    rest = _IS_SO_AND.sub(r"\g<subject>", rest)
    whole = _OPENS.sub("", text)
    alone = rest.strip() and not _POINTS_BACK.match(rest)
    return whole_clause(rest + text[start:] if alone else whole)


@lru_cache(maxsize=1)
def _includes() -> re.Pattern[str]:
    verbs = any_of(vocabulary().concept("asking", "thing-includes").cues)
    return re.compile(
        r"(?:should|must|needs?\s+to|has\s+to|have\s+to|will)\s+(?:\w+ly\s+|also\s+)*"
        rf"(?P<verb>{verbs})\b",
        re.IGNORECASE,
    )


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


def verb_phrase(words: str) -> str | None:
    """Return a verb phrase without the parts of others and, where it is whole, what it adds."""
    action = whole_clause(words)
    if action is None:
        return None
    action = re.sub(r"^(?:(?:also|then) )+", "", _ensured(_WITH_FIRST.sub("", action)))
    return _without_additions(_ASIDE.sub("", without_work_with(action)))


def without_work_with(action: str) -> str:
    """Return "end drift" of "work closely with schools to end drift": theirs is another part."""
    works = _WORKS_WITH.match(action)
    return action[works.end() :] if works else action


def _ensured(action: str) -> str:
    """Return "use one form" for "ensure that it uses one form": who must ensure it does it."""
    ensures = _ENSURES.match(action)
    if not ensures or _NO_ACTION_VERB.match(ensures["verb"]):
        return action
    rest = action[ensures.end() :]
    if re.search(r"\band that\b|, (?:that|and)\b", rest):
        return action
    verb, one = ensures["verb"], ensures["verb"].endswith("s")
    rest = _AND_ALSO.sub(lambda each: f"and {_bare(each['verb'])}", rest) if one else rest
    return f"{ensures['adverb'] or ''}{_bare(verb) if one else verb}{rest}"


@lru_cache(maxsize=1)
def _additions() -> re.Pattern[str]:
    """Return the pattern of where what a demand adds may begin."""
    adds = any_of(vocabulary().concept("asking", "addition").cues)
    means = any_of(vocabulary().concept("asking", "means").cues)
    return re.compile(rf", {adds}\b|,? {means}\b", re.IGNORECASE)


def _without_additions(action: str) -> str:
    """Return ``action`` up to an addition that is its last part and leaves it whole."""
    for addition in _additions().finditer(action):
        head, tail = action[: addition.start()], action[addition.end() :]
        enough = len(head.split()) >= SHORTEST_BEFORE_ADDITION
        closed = head.count("(") == head.count(")") and not _IN_A_CLAUSE.search(head)
        more = _FURTHER_DEMAND.search(tail) or _GOES_ON_AFTER_LIST.search(tail)
        if enough and closed and not (more or _DANGLES.search(head)):
            return head.strip(" ,;:")
    return action


def whole_clause(words: str) -> str | None:
    """Return ``words`` without what is no part of a clause; None where too little is left.

    Of a lead-in to a list only what says something without the list: "improve the plans" of
    "improve the plans by ensuring:".
    """
    action = _AND_AT_THE_END.sub("", _PARAGRAPHS.sub("", " ".join(words.split())))
    action = _ADDRESS.sub("", action).strip(" .;,").lstrip(": ")
    if not action.endswith(":"):
        return action or None
    action = action.rstrip(" :")
    while dangling := _DANGLES.search(action):
        action = action[: dangling.start()].rstrip(" ,;")
    enough = len(action.split()) >= SHORTEST_BEFORE_LIST and not _NO_OBJECT.search(action)
    return action if enough else None
