"""The forms of what is better in part, done, or kept up; see `trend_states`."""

from __future__ import annotations

from loaders.extractors.trend_words import TIMES

STEPS = (
    (
        "met",
        ("practice of",),
        r"\bpractice of [^,;.]{3,90}? (?:was|were|has|have)\b[^;.]{0,40}? (?:stopped|ceased|"
        r"ended|discontinued)\b(?P<what>)",
    ),
    (
        "some-progress",
        ("brought a", "brought new", "brought fresh"),
        r"\b(?:has|have) brought (?:an? )?(?:new|fresh|much needed|much-needed) (?:focus|energy|"
        r"impetus|momentum|rigour|drive)\b(?P<what>)",
    ),
    (
        "some-progress",
        ("not all",),
        r"\bnot all\b[^,;.]{0,80}?\b(?:as yet|are yet|yet to)\b(?P<what>)",
    ),
    (
        "some-progress",
        ("renewed",),
        r"\b(?:a |with )?renewed (?:sense of )?(?:commitment|focus|energy|impetus|momentum|"
        r"confidence|ambition|vigour)\b(?P<what>)",
    ),
    (
        "some-progress",
        ("%contrast/better%",),
        r"\b(?:is|are) (?:now )?(?:creating|establishing|building|developing) (?:an? )?(?:much |"
        r"far )?(?:%contrast/better%) (?P<what>[^,;.]+)",
    ),
    (
        "some-progress",
        ("mitigated", "alleviated", "eased"),
        r"\b(?:has|have) (?:now |\w+ly )*(?:mitigated|alleviated|eased) (?:the |all |of |some |"
        r"most |this |these |a )*(?P<what>(?:[\w-]+ )?%shortfall%\b[^;.]*)",
    ),
    (
        "some-progress",
        ("action to", "action throughout", "action during"),
        r"\b(?:has|have) (?:\w+ly |also )*taken (?:\w+ly )?(?:swift|decisive|wide-ranging|prompt|"
        r"appropriate|effective|robust|immediate|positive|determined)(?:(?: and|,) [\w-]+)* "
        r"(?:action|steps) (?:[^,;.]{3,40} )?to (?:address|improve|strengthen|tackle|reduce|"
        r"increase|resolve)\b",
    ),
    (
        "some-progress",
        ("much work", "significant work", "considerable work"),
        r"^(?:\w+, )?(?:much|significant|considerable|a great deal of) work has (?:also "
        r")?(?:been (?:done|completed|undertaken)|taken place)(?: recently)? to\b(?P<what>)",
    ),
    (
        "some-progress",
        (" way to go", "way to go"),
        r"\b(?:there is|has|have|with) (?:still )?(?:some|a long|much) (?:further )?way to "
        r"go\b(?P<what>)",
    ),
    (
        "some-progress",
        ("work in progress", "more to be done", "more to do"),
        r"\b(?:is|are|remains?) (?:still |very much )?a work in progress\b|^(?:however, )?there "
        r"is (?:still |much |more |also )*(?:to be done|to do) (?=to\b|before\b|in order)",
    ),
    (
        "some-progress",
        ("started", "begun", "commenced"),
        r"\b(?:transformation\w*|improvement|change|work)\b[^,;.]{0,80}? (?:has|have) "
        rf"{TIMES}(?:only )?(?:recently )?(?:started|begun|commenced)(?=[,;.]| in\b| on\b|"
        r"$)(?P<what>)",
    ),
    (
        "some-progress",
        ("recently gained", "recently begun"),
        r"\b(?:has|have) only (?:very |just )?recently (?:gained traction|begun|started)\b",
    ),
    (
        "some-progress",
        ("signs", "green shoots", "indications"),
        r"\b(?:early|emerging|some|initial|encouraging|positive|promising|are) ‘?(?:signs|green "
        r"shoots|indications)’? (?:of|that) (?P<what>[^;.]*?(?:%contrast/better%|%improved%|"
        r"%improvement%|(?:making|having) an? (?:\w+ )?(?:difference|impact)|(?:beginning|"
        r"starting) to work|is working|are working)[^;.]*)|^(?:early|initial) (?:signs|"
        r"indications) (?:are|suggest|indicate|show)\b[^;.]*?\b(?:positive|encouraging|promising|"
        r"%contrast/better%|more|effective|working)\b(?P<what2>)",
    ),
    (
        "maintained",
        ("record of",),
        r"\b(?:has|have) an? (?:[\w-]+ )*(?:strong|sustained|consistent) (?:[\w-]+ )*(?:track "
        r")?record of (?:good|strong|effective) (?P<what>[^;.]+)",
    ),
    (
        "maintained",
        (" maintained ", " persisted", "sustained "),
        r"\b(?:was|were|been) (?:maintained|sustained) (?:\w+ )?(?:despite|throughout|during)\b|"
        r"\b(?:focus|commitment|priority|attention)\b[^,;.]{0,60} has persisted\b",
    ),
    (
        "maintained",
        ("continue",),
        r"\bcontinue[sd]? to (?:\w+ly )?(?:provide|offer|deliver|make|have|receive|demonstrate|"
        r"benefit from|show|achieve|perform) (?:an? )?(?:(?:very|\w+ly) )?(?:%steady%|good "
        r"quality|high quality|better quality|well)\b(?! progress| improvement)(?P<what>)",
    ),
    (
        "some-progress",
        ("taken action", "taken steps"),
        r"\b(?:has|have) (?:only )?(?:recently|now) taken (?:\w+ )?(?:action|steps) "
        r"to\b(?P<what>)|^recently, [^;.]*\b(?:has|have) taken (?:\w+ )?(?:action|steps) to\b",
    ),
    (
        "met",
        (" now ",),
        r"(?<!which )\b(?:has|have) now (?:\w+ly )*been (?:restored|reinstated|re-established|"
        r"achieved|resolved|rectified|cleared|completed|filled)\b",
    ),
    (
        "met",
        ("no longer",),
        r"\bthere (?:is|are) no longer (?:an? |any )?(?:[\w-]+ )?%shortfall%(?P<what>)",
    ),
    (
        "some-progress",
        ("to do", "to be done"),
        r"\bthere is (?:still |however |also )*(?:a great deal|a lot|much|significant work|"
        r"substantial work|considerable work|further work|more work|work) (?:still |more )?(?:to "
        r"do|to be done)\b(?P<what>)",
    ),
    (
        "maintained",
        ("continue",),
        r"\bcontinue[sd]? to (?:perform|work|operate|function|develop|be delivered|be provided) "
        r"(?:very |\w+ly )?(?:well|strongly|effectively)\b",
    ),
    (
        "maintained",
        (" sustained", " maintained"),
        r"\b(?:quality|performance|standards?|improvements?|services?|focus|progress|"
        r"momentum)\b[^,;.]{0,60}? (?:has|have) (?:\w+ly |also )*been (?:\w+ly )*(?:sustained|"
        r"maintained)\b",
    ),
    (
        "met",
        ("no longer",),
        r"\b(?:is|are) no longer (?:\w+ly )*(?:%still-wrong%|understaffed|%strained%|a cause for "
        r"concern|left|waiting|placed|delayed|used|routinely placed|reliant)\b",
    ),
    (
        "met",
        (" been ",),
        r"\b%shortfall%\b[^,;.]{0,80}? (?:has|have) (?:now |\w+ly )*been (?P<part>partly |"
        r"partially |in part )?(?:\w+ly )*(?:%put-right%)\b",
    ),
    (
        "some-progress",
        ("starting to", "beginning to"),
        r"\b(?:is|are) (?:now |also |only |\w+ly )*(?:starting|beginning) to (?!(?:understand|"
        r"feel|trust|learn|enjoy|settle|attend|talk)\b)\w+\b(?P<what>)",
    ),
    (
        "some-progress",
        ("steps to", "action to"),
        r"\b(?:has|have) (?:\w+ly |also )*taken (?:an? )?(?>%large% )+(?:(?:and|,) \w+ "
        r")?(?:steps|action) to (?:begin to )?(?:address|improve|strengthen|tackle|reduce|"
        r"resolve)\b",
    ),
    (
        "some-progress",
        ("improvement",),
        r"\bimprovements? (?:in|to) (?P<what>[^,;.]{3,80}?) (?:is|are) (?:now |slowly "
        r")?(?:taking place|under ?way|in progress|happening)\b",
    ),
    ("met", ("%verdict-met%",), r"\b%verdict-met%\b"),
    ("some-progress", ("%verdict-some%",), r"\b%verdict-some%\b"),
    ("maintained", ("%verdict-maintained%",), r"\b%verdict-maintained%\b"),
    (
        "some-progress",
        ("improvement",),
        r"\bimprovements? (?:(?:in|to) [^,;.]{3,60}? )?(?:is|are) not (?:yet )?(?:sufficiently|"
        r"consistently|fully|always|embedded|evident|consistent)\b(?P<what>)",
    ),
    (
        "maintained",
        ("maintained", "sustained"),
        r"\b(?:has|have) (?:\w+ly |also |\w+ed and )*(?:maintained|sustained) (?:and \w+ed "
        r")?(?=(?:an? |the |its |their )?(?:\w+ly )?%steady%\b)(?P<what>[^;.]+)",
    ),
    (
        "maintained",
        ("continue", "remain", "maintaining"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained) (?:\w+ly |an? "
        r")*%strength%(?=[,.;]| and\b| in\b| for\b| across\b| with\b| despite\b|$)|"
        r"\bcontinue[sd]? to be (?:well|effectively|appropriately|consistently) \w+|\b(?:is|are) "
        r"maintaining (?:an? )?%steady%",
    ),
    (
        "some-progress",
        ("early stage",),
        r"\b(?:is|are) (?:still )?(?:in|at) (?:an? |the |its |their )?(?:very |relatively "
        r")?early stages?\b",
    ),
    (
        "some-progress",
        (" being ",),
        rf"\b(?:is|are) {TIMES}being (?:\w+ly )?(?:%put-right%|%improved%|tackled)\b",
    ),
    (
        "some-progress",
        ("being made",),
        rf"\bprogress is {TIMES}being made\b(?: (?:in|on|with|to) (?P<what>[^;.]+))?",
    ),
    (
        "some-progress",
        ("starting", "beginning", "started", "begun"),
        rf"\b(?:is|are|has|have) {TIMES}(?:starting|beginning|started|begun) to (?:%take-effect%|"
        r"(?:make|have|show) (?:an? |some )?(?:\w+ ){0,2}%impact%)\b",
    ),
    (
        "some-progress",
        ("showing", "delivering", "yielding"),
        rf"\b(?:is|are) {TIMES}(?:showing|delivering|yielding) (?:some |early |\w+ )?(?:positive "
        r"|good )?(?:results|%impact%)\b",
    ),
    (
        "met",
        ("recommendations",),
        r"\b(?P<part>most|many|some|several|a number)? ?(?:of )?(?:the |these |those |its |all "
        r")*(?:[\w’-]+ ){0,3}recommendations\b[^,;.]{0,60}? (?:is|are|(?:has|have) (?:now "
        rf")?been) {TIMES}(?:%carried-out%)\b",
    ),
    (
        "met",
        (" has ", " have "),
        r"\b(?:has|have) (?:now |\w+ly )*%put-right% (?:the |all |of |(?P<part>most|some) |this |"
        r"a )*(?P<what>(?:[\w-]+ )?%shortfall%\b[^;.]*)",
    ),
)
