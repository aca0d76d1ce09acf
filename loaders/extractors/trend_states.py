"""The forms of states: what is still wrong, not yet done, being put right, put right or kept up.

Each form has the progress it tells of, plain words of which its sentences hold one, and a pattern
as `trend_forms` fills it: `%slug%` stands for any word of that trend of the vocabulary.
"""

from __future__ import annotations

from loaders.extractors.contrasts import OTHERS

_TIMES = r"(?:now |also |still |currently |\w+ly )*"
_EFFECT = (
    r"(?:(?:had|have|having) (?:(?:an?|the|any|much|enough|(?!%harmful%)[a-z-]+) ){0,4}%impact%"
    r"|(?:been )?%has-effect%"
    r"|(?:led to|lead to|result(?:ed)? in|brought about) [^,;.]{0,60}?"
    r"(?:%improvement%|improv\w+|better|chang\w+|reduc\w+|increas\w+|rise|consisten\w+))\b"
)
_WORKED = _EFFECT.replace("%has-effect%", "%has-worked%")
_HOW = r"(?:an? )?(?:\w+(?:ly)? (?:and |but )?){0,2}"
STATES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        "cannot-tell",
        ("early", "soon", "recent", "too new"),
        r"(?<!this )\b(?:is|are|was|remains|making it|although|though|but) (?:\w+ ){0,2}"
        r"%too-early%",
    ),
    (
        "insufficient-progress",
        ("not", "yet to", "still to"),
        r"\b(?:(?:has|have) (?:still |yet |also )*not (?:been )?"
        r"(?>(?:yet|always|all|\w+ly) )+(?:been )?(?:\w+ly )?"
        r"|(?:is|are) (?:still |yet )*not yet (?:\w+ly )?|(?:is|are) still not (?:\w+ly )?"
        r"|(?:(?:has|have|is|are) )?(?:still )?yet to (?:be )?(?:\w+ly )?"
        rf"|(?:is|are) still to be (?:\w+ly )?){_EFFECT}",
    ),
    (
        "insufficient-progress",
        (" not ",),
        rf"\b(?:has|have) not (?:been )?{_WORKED}",
    ),
    (
        "insufficient-progress",
        ("yet", "impacting"),
        r"\b(?:has|have) yet\b(?:(?= +(?:[.,;]|$))| to \w+)|\b(?:is|are) yet to \w+"
        r"|\b(?:is|are) not yet (?:\w+ly )*%still-wanted%\b"
        r"|\b(?:is|are) not yet being (?:\w+ly )?\w+ed\b"
        r"|\b(?:is|are) not (?:yet )?impacting (?:positively|sufficiently|well)\b",
    ),
    (
        "insufficient-progress",
        ("not yet",),
        r"\b(?:is|are) not yet (?:\w+ly )*\w+ing\b(?P<what>)"
        r"|\b(?:do|does) not yet (?:\w+ly )?\w+",
    ),
    (
        "insufficient-progress",
        ("continue", "remain", "still"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained|(?:is|are) still) "
        r"(?:\w+ly |an? )*%still-wrong%\b"
        r"|\bcontinue[sd]? to (?:require|need) (?:further |significant )?improvement\b",
    ),
    (
        "insufficient-progress",
        ("slow", " not "),
        r"\b(?:has|have) been (?:too |very |far too )?slow\b(?: (?:to|in) \w+)?"
        r"|\b(?:is|are) not (?:%improving%|%lessening%|%increasing%) "
        r"(?:well|quickly|fast|sufficiently|enough|in line)"
        r"|\b(?:has|have) not (?:%responded%|been \w+ed) [^,;.]{0,60}?%quickly%",
    ),
    (
        "insufficient-progress",
        ("fail",),
        r"\b(?:(?:has|have) failed|failure|failing) to (?:%address%) (?P<what>[^;.]+)",
    ),
    (
        "insufficient-progress",
        ("same", "similar"),
        r"\b%same%\b[^;.]{0,80}\b%found%\b[^;.]{0,60}"
        r"(?:previous|last|earlier|inspection|visit|review|audit|ago\b|before)",
    ),
    (
        "improved",
        (" now ",),
        r"\b(?:is|are) now (?:\w+ly |also |much |all |mostly )*(?:%strength%|%contrast/better%"
        r"|of (?:an? )?(?:good|better|satisfactory|high|higher) (?:quality|standard))\b",
    ),
    ("improved", (" now ",), r"\b(?:is|are) now completed (?:on time|in time|within)\b(?P<what>)"),
    (
        "improved",
        ("embedded",),
        r"\b(?:has|have) been (?:further|successfully|fully|well|now|firmly) embedded\b",
    ),
    (
        "improved",
        ("difference",),
        r"\b(?:has|have) made an? (?:\w+ )?difference (?:in|to|for) "
        r"(?!(?:their|the|children[’']s|families[’']) lives\b)(?P<what>[^;.]+)",
    ),
    (
        "improved",
        ("improvement",),
        r"\b(?P<part>some )?%improvement% (?:can be|is|are) (?:now |\w+ly )?(?:seen|evident"
        r"|apparent|visible|clear|demonstrated)\b(?P<what>)"
        r"|^(?:the )?recent improvements? (?:has|have)\b",
    ),
    (
        "improved",
        ("there ha",),
        r"\bthere (?:has|have) been (?P<part>some |limited )?(?>%large% )*improvements?\b"
        r"(?! (?:in|to|of|on|across)\b)(?P<what>)",
    ),
    (
        "improved",
        ("providing", "giving", "offering", "bringing"),
        r"\b(?:is|are) (?:now )?(?:providing|giving|offering|bringing) (?:more|greater) "
        r"(?P<what>%contrast/greater%[^;.]*)",
    ),
    (
        "improved",
        ("success",),
        r"\b(?:has|have) had (?:(?P<part>some|limited)|good|considerable|great|notable) success in "
        r"(?P<what>[^;.]+)",
    ),
    ("improved", ("becoming",), r"\b(?:is|are) becoming (?:much |far )?%contrast/better%\b"),
    (
        "improved",
        (" more ", "better", "stronger", "clearer", "greater", "quicker", "swifter", "sharper"),
        r"\b(?:%leads-to%|there (?:is|are)) (?:now )?(?:an? |some |much |far )*"
        rf"(?![^,;.]{{0,80}} than {OTHERS}\b)"
        r"(?:%contrast/better% (?P<what>[^;.]+)|greater (?P<what2>%contrast/greater%[^;.]*))",
    ),
    (
        "improved",
        (" improvement",),
        r", an? (?>%large% )*improvement (?:(?:realised|made|achieved) )?(?:since|on|from|over) "
        r"(?!the (?:national|England))",
    ),
    (
        "insufficient-progress",
        ("ineffective in", "unsuccessful in"),
        r"(?<!which )\b(?:has|have) been (?:ineffective|unsuccessful) in \w+",
    ),
    (
        "insufficient-progress",
        ("continue to",),
        r"\bcontinue to (?:experience|face|encounter|wait|be affected by) [^,;.]{0,40}?%shortfall%",
    ),
    (
        "insufficient-progress",
        ("there remain",),
        r"\bthere remains? (?:\w+ )*?(?:%shortfall%|work to (?:do|be done)|more to do)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("continu", "ongoing", "persist"),
        r"\b(?:there (?:is|are)|with) (?:[\w-]+ )?(?:continu(?:ed|ing|al)|ongoing|persistent) "
        r"(?:[\w-]+ )?%shortfall%",
    ),
    (
        "insufficient-progress",
        ("still", "continu"),
        r"\b(?:still|continue to) receive (?:\w+ )?(?:services|support|help) that "
        r"(?:still )?(?:require|need|are (?:not|in))\b",
    ),
    ("insufficient-progress", ("not all",), r"\bnot all\b[^,;.]{0,80}?\bas yet\b(?P<what>)"),
    (
        "some-progress",
        ("improvement",),
        r"\bimprovements? (?:is|are) not (?:yet )?(?:sufficiently|consistently|fully|always"
        r"|embedded|evident)\b(?P<what>)",
    ),
    (
        "improved",
        ("increasingly",),
        r"\b(?:is|are) increasingly (?:(?:well|more|better) \w+"
        r"|(?!%still-wrong%|%strained%)\w+(?:ed|ful|ial|ive)\b(?! (?:by|to leave)\b))(?P<what>)",
    ),
    (
        "improved",
        (" more ",),
        r"\b(?:is|are) (?:now )?(?:%together%) (?:much |far )?more \w+ly together"
        r"|\b(?:has|have) been \w+ (?:much |far )?more \w+ly (?:in recent|recently|over|since)",
    ),
    (
        "improved",
        (" been ",),
        r"\b(?P<part>some )?(?:(?!where|when|if|how|that|what)\w+ )?%improvement% "
        rf"(?:has|have) {_TIMES}been "
        r"(?:made|seen|achieved|secured|taken)\b(?: (?:in|on|with|to|across) (?P<what>[^;.]+))?",
    ),
    (
        "improved",
        (" more ",),
        r"\b(?:many|far|significantly|considerably) more (?:children|families|care leavers"
        r"|young people|carers|parents) (?:are |now |are now )?(?:receiv|benefit|access|get)\w*\b",
    ),
    (
        "improved",
        ("positive",),
        rf"\b(?:has|have) had {_HOW}positive (?:\w+ )?%impact% (?:on|upon|to|for) (?P<what>[^;.]+)",
    ),
    ("improved", ("successfully",), r"\b(?:has|have) successfully (?:%set-up%) (?P<what>[^;.]+)"),
    (
        "declined",
        (" had ",),
        rf"\b(?:has|have) had {_HOW}%harmful% %impact% (?:on|upon) (?P<what>[^;.]+)",
    ),
    (
        "declined",
        ("failed to", "failing to"),
        r"\b(?:(?:has|have) failed|failing) to (?:sustain|maintain) (?P<what>[^;.]+)",
    ),
    (
        "declined",
        ("not ",),
        r"\b(?:has|have) not been (?:sustained|maintained)\b",
    ),
    (
        "declined",
        ("decline", "deteriorat", "dip", "downturn"),
        r"\b(?:shows?|showed|shown|seen|saw|been) an? (?>%large% )*"
        r"(?:decline|deterioration|dip|downturn)\b(?! in\b)",
    ),
    (
        "declined",
        (" been ",),
        r"\b(?:has|have) (?:also )?been (?:adversely|negatively|badly) (?:affected|impacted)\b",
    ),
    (
        "maintained",
        ("maintained", "sustained"),
        r"\b(?:has|have) (?:\w+ly |also )*(?:maintained|sustained) "
        r"(?=(?:an? |the |its |their )?(?:\w+ly )?%steady%\b)(?P<what>[^;.]+)",
    ),
    (
        "insufficient-progress",
        ("continue", "remain", "still"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained|(?:is|are) still) "
        r"(?:\w+ly |too |very |still )*(?P<level>high|low)\b(?! quality)",
    ),
    (
        "maintained",
        ("continue", "remain", "maintaining"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained) (?:\w+ly |an? )*"
        r"%strength%(?=[,.;]| and\b| in\b| for\b| across\b| with\b| despite\b|$)"
        r"|\bcontinue[sd]? to be (?:well|effectively|appropriately|consistently) \w+"
        r"|\b(?:is|are) maintaining (?:an? )?%steady%",
    ),
    (
        "some-progress",
        ("early stage",),
        r"\b(?:is|are) (?:still )?(?:in|at) (?:an? |the |its |their )?(?:very |relatively )?"
        r"early stages?\b",
    ),
    (
        "some-progress",
        (" being ",),
        rf"\b(?:is|are) {_TIMES}being (?:\w+ly )?(?:%put-right%|%improved%|tackled)\b",
    ),
    (
        "some-progress",
        ("being made",),
        rf"\bprogress is {_TIMES}being made\b(?: (?:in|on|with|to) (?P<what>[^;.]+))?",
    ),
    (
        "some-progress",
        ("starting", "beginning", "started", "begun"),
        rf"\b(?:is|are|has|have) {_TIMES}(?:starting|beginning|started|begun) to "
        r"(?:%take-effect%|(?:make|have|show) (?:an? |some )?(?:\w+ ){0,2}%impact%)\b",
    ),
    (
        "some-progress",
        ("showing", "delivering", "yielding"),
        rf"\b(?:is|are) {_TIMES}(?:showing|delivering|yielding) (?:some |early |\w+ )?"
        r"(?:positive |good )?(?:results|%impact%)\b",
    ),
    (
        "met",
        ("recommendations",),
        r"\b(?P<part>most|many|some|several|a number)? ?(?:of )?(?:the |these |those |its |all )*"
        r"(?:[\w’-]+ ){0,3}recommendations\b[^,;.]{0,60}? (?:is|are|(?:has|have) (?:now )?been) "
        rf"{_TIMES}(?:%carried-out%)\b",
    ),
    (
        "met",
        (" has ", " have "),
        r"\b(?:has|have) (?:now |\w+ly )*%put-right% (?:the |all |(?P<part>most|some) |this |a )*"
        r"(?P<what>(?:[\w-]+ )?%shortfall%\b[^;.]*)",
    ),
)

RENEWAL = r"\b(?:has|have) been (?:\w+ly )?(?:%renewed%)\b"
