"""Telephone numbers and e-mail addresses, taken out of everything that is shown.

Oversight documents print the contact details of officers; they are no facts of ours.
"""

from __future__ import annotations

import re

MASKED_PHONE = "[telephone number]"
MASKED_EMAIL = "[e-mail address]"

_EMAIL = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"""(?<![\w/.-])(?:
        (?:\+|00)44[\s.-]?(?:\(0\))?[\s.-]?\d{2,4}(?:[\s.-]?\d{2,4}){2,3}
      | \(0\d{2,4}\)\s?\d{3,4}[\s.-]?\d{3,4}
      | 0\d{2,4}[\s.-]\d{3,4}[\s.-]?\d{3,4}
      | 0\d{5,6}[\s.-]\d{3,5}
      | 0\d{9,10}
    )(?![\w/-])""",
    re.VERBOSE,
)


def mask(text: str) -> str:
    """Return ``text`` with every telephone number and e-mail address replaced by a word for it.

    Telephone numbers are those of the United Kingdom, as printed with blanks, dots or hyphens.
    """
    shown, done = [], 0
    for start, end, words in masked_stretches(text):
        shown += [text[done:start], words]
        done = end
    return "".join([*shown, text[done:]])


def masked_stretches(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where there are telephone numbers and addresses, and the words that replace each.

    The stretches are in order and do not overlap.
    """
    addresses = [(*match.span(), MASKED_EMAIL) for match in _EMAIL.finditer(text)]
    numbers = [(*match.span(), MASKED_PHONE) for match in _PHONE.finditer(text)]
    apart = [
        number
        for number in numbers
        if all(number[1] <= start or number[0] >= end for start, end, _ in addresses)
    ]
    return tuple(sorted([*addresses, *apart]))
