"""The headings of lists of what has to improve, which the genres share.

"What needs to improve?", "What needs to improve in this local authority", "What does the council
need to improve?": the words are those of the vocabulary, their order is here.
"""

from __future__ import annotations

_WHOSE = (
    r"(?: (?:in|across|within|for) (?:(?:[^\s.]+ ){0,5}?<<heading/whose-improvement>>"
    r"|(?-i:[A-Z])[^\s.]+(?: [^\s.]+){0,4}))?"
)
WHO_IMPROVES = (
    r"What (?:(?:do(?:es)?|must|should) )?(?:[^\s.?]+ ){1,8}?<<heading/who-improves>>(?: further)?"
)
WHAT_IMPROVES = rf"(?:<<heading/what-improves>>{_WHOSE}|{WHO_IMPROVES})"
IMPROVEMENT = rf"(?:<<heading/improvement>>{_WHOSE}|{WHAT_IMPROVES})"
TAIL = r"[\s:?.*\d]*$"  # a heading may end in a colon, a question mark or a footnote's digit
PRIORITY_LINE = rf"^\W*<<heading/priority-action>>{TAIL}"
IMPROVEMENT_LINE = rf"^\W*{IMPROVEMENT}{TAIL}"
AREA_SEND = r"<<heading/area-send>>(?: \(SEND\))?"
