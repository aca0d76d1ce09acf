"""The forms of what is better, partly better, done or kept up; see `trend_states`."""

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
_HOW = r"(?:an? )?(?:\w+(?:ly)? (?:and |but )?){0,2}"
GAINS = (
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
        rf"{_TIMES}(?:only )?(?:recently )?(?:started|begun|commenced)(?=[,;.]| in\b| on\b|"
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
        "improved",
        ("ncreasingly, ",),
        r"^Increasingly, (?![^.;]*\b(?:not|too|few|lack|%still-wrong%|"
        r"%strained%)\b)[^.;]*?\b(?:well|good|effective|effectively|timely|purposeful|"
        r"appropriately|confident|time and|consistently|%contrast/strong%)\b(?P<what>)",
    ),
    (
        "improved",
        ("spending more", "growing in", "more time"),
        r"\b(?:is|are) (?:now )?(?:spending more time with|growing in (?:confidence|strength|"
        r"capacity))\b(?P<what>)",
    ),
    (
        "improved",
        ("%contrast/better%", "greater"),
        r"\b(?:(?<!to )(?:has|have|having)|(?:has|have) (?:given|provided|gained|brought)|"
        r"reports?|reported|shows?) (?:now |also )?(?:\w+ with )?(?:an? )?(?:much |far |"
        rf"significantly )?(?![^,;.]{{0,80}} than {OTHERS}\b)(?:%contrast/better% (?!at\b|for\b|"
        r"to\b|in\b|with\b|when\b|if\b|than\b)(?P<what>[^;.]+)|greater "
        r"(?P<what2>%contrast/greater%[^;.]*))",
    ),
    (
        "improved",
        (" enabled ", " allowed ", " helped "),
        r"\b(?:has|have) (?:enabled|allowed|helped) (?!children|families|young|parents|"
        r"them)[^,;.]{3,70}? to (?:\w+ly )?(?:have|develop|build|gain|offer|provide|achieve|make|"
        r"take|be) (?:an? )?(?:much |far )?(?:%contrast/better% (?P<what>[^;.]+)|greater "
        r"(?P<what2>%contrast/greater%[^;.]*))",
    ),
    (
        "improved",
        ("mprovements ", "chievements ", "uccesses "),
        r"^(?:further|other|recent|key|notable|significant) (?:improvements|achievements|"
        r"successes) (?:include|have been|have included)\b(?P<what>)",
    ),
    (
        "improved",
        ("results", "outcomes"),
        r"\b%leads-to% (?:\w+ly )?(?:(?:encouraging|positive|good) results|(?:better|improved) "
        r"(?:results|outcomes))\b(?P<what>)",
    ),
    (
        "improved",
        (" been impressive", " been significant", "been positive", "been encouraging"),
        r"^(?:the |this )?(?:reduction|improvement|increase) in (?P<what>[^,;.]{3,90}?) (?:has|"
        r"have) been (?:\w+ly )?(?:impressive|significant|positive|encouraging|notable|welcome)\b",
    ),
    (
        "improved",
        ("undergone",),
        r"\b(?:has|have) undergone (?:an? )?(?:much |significant |considerable |positive |"
        r"substantial |necessary )+(?:development|transformation|improvement)\b",
    ),
    (
        "improved",
        ("increasing evidence", "growing evidence", "increasing confidence", "growing confidence"),
        r"\bthere is (?:now )?(?:an? )?(?:increasing|growing) (?:evidence (?:of|that)|confidence "
        r"in) (?![^,;.]{0,60}(?:%shortfall%|%still-wrong%|\bnot\b))(?P<what>[^;.]+)",
    ),
    (
        "improved",
        ("record of",),
        r"\b(?:has|have) an? (?:\w+ )?(?:strong|good|sustained|proven) (?:track )?record of "
        r"(?:\w+ )?improvement\b(?P<what>)",
    ),
    (
        "maintained",
        ("record of",),
        r"\b(?:has|have) an? (?:[\w-]+ )*(?:strong|sustained|consistent) (?:[\w-]+ )*(?:track "
        r")?record of (?:good|strong|effective) (?P<what>[^;.]+)",
    ),
    (
        "improved",
        (" now ",),
        r"\b(?:is|are) now (?:being )?(?:%duly%) (?:\w+ly )?\w+(?:ed|ing|ten|done|held|seen|made|"
        r"taken)\b|\b(?:is|are) now \w+ed (?:within|every|weekly|daily|monthly)\b",
    ),
    (
        "improved",
        (" now have ", " now has ", " now receive", " now benefit"),
        r"\ball (?!of\b)(?:[\w’'-]+ ){1,6}now (?:have|has|receives?|benefits? from) (?:an? "
        r")?(?!to\b|been\b)(?P<what>)",
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
        "improved",
        (" now ",),
        r"\b(?:is|are) now (?:\w+ly |also |much |all |mostly )*(?:%strength%|%contrast/better%|"
        r"of (?:an? )?(?:good|better|satisfactory|high|higher) (?:quality|standard))\b",
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
        r"\b(?:has|have) made an? (?:\w+ )?difference (?:in|to|for) (?!(?:their|the|"
        r"children[’']s|families[’']) lives\b)(?P<what>[^;.]+)",
    ),
    (
        "improved",
        ("improvement",),
        r"\b(?P<part>some )?%improvement% (?:can be|is|are) (?:now |\w+ly )?(?:seen|evident|"
        r"apparent|visible|clear|demonstrated)\b(?P<what>)|^(?:the )?recent improvements? (?:has|"
        r"have)\b",
    ),
    (
        "improved",
        ("there ha",),
        r"\bthere (?:has|have) been (?P<part>some |limited )?(?>%large% )*improvements?\b(?! "
        r"(?:in|to|of|on|across)\b)(?P<what>)",
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
        r"\b(?:has|have) had (?:(?P<part>some|limited)|good|considerable|great|notable) success "
        r"in (?P<what>[^;.]+)",
    ),
    (
        "improved",
        (" progress", "mprovement"),
        r"\b(?:has|have) (?:\w+ly |also |now )*(?:demonstrated|driven|secured|achieved|delivered|"
        r"made|seen|shown) (?P<part>some |limited )?(?>%large% )*(?:progress|"
        r"improvements?)(?=[,;.]| \w+ly\b|$)(?P<what>)",
    ),
    (
        "improved",
        ("key to", "key factor", "central to", "instrumental in"),
        r"\b(?:key|central|crucial|instrumental|key factors?) (?:to|in) (?:the|this|these) "
        r"(?>%large% )*(?:progress|improvements?)\b(?P<what>)",
    ),
    (
        "some-progress",
        ("taken action", "taken steps"),
        r"\b(?:has|have) (?:only )?(?:recently|now) taken (?:\w+ )?(?:action|steps) "
        r"to\b(?P<what>)|^recently, [^;.]*\b(?:has|have) taken (?:\w+ )?(?:action|steps) to\b",
    ),
    (
        "improved",
        ("%contrast/better%", "greater"),
        r"^(?:(?:%contrast/better%) (?P<what>[^,;.]{3,120}?)|greater "
        r"(?P<what2>%contrast/greater%[^,;.]{0,120}?)) (?:has|have) (?:now )?been (?:put in "
        r"place|introduced|established|developed|implemented|achieved|secured)\b",
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
        "improved",
        ("successful in", "succeeded in"),
        r"\b(?:has|have) (?:been (?:\w+ly )?successful in|succeeded in) (?:establishing|"
        r"recruiting|retaining|stabilising|increasing|reducing|embedding|tackling|"
        r"addressing)\b(?P<what>)",
    ),
    (
        "improved",
        (" now ",),
        r"\bnow (?:has|have|benefits? from|receives?|enjoys?|provides?|offers?) (?:an? |the |its "
        r"|their )?(?:\w+ly |much |more )*(?:%strength%|%steady%|%contrast/better%) "
        r"(?P<what>[^,;.]+)|\b(?:has|have) now (?:an? )?(?:\w+ly )*(?:%strength%|%steady%) "
        r"(?P<what2>[^,;.]+)",
    ),
    (
        "improved",
        (" now ",),
        r"\bthere (?:is|are) now (?:an? |some |much )*(?:\w+ly )*(?:%strength%|%steady%|"
        r"%contrast/better%) (?P<what>[^,;.]+)",
    ),
    (
        "improved",
        (" now ",),
        r"\b(?:is|are) now (?:\w+ly )*(?:evident|in place|established|embedded|secure|"
        r"visible)\b(?! (?:at|to|for|in) (?:risk|some))",
    ),
    (
        "improved",
        (
            " brought ",
            " created ",
            " provided ",
            " achieved ",
            " established ",
            " secured ",
            " given ",
        ),
        r"\b(?:has|have) (?:\w+ly |also |now )*(?:brought|created|provided|achieved|established|"
        r"secured|given (?:staff|managers|leaders|partners|workers|social workers)) (?:\w+ly |"
        r"more |some |much[- ]needed |welcome |new )*%steadied%\b(?P<what>)",
    ),
    (
        "some-progress",
        ("to do", "to be done"),
        r"\bthere is (?:still |however |also )*(?:a great deal|a lot|much|considerable work|"
        r"further work|more work|work) (?:still |more )?(?:to do|to be done)\b(?P<what>)",
    ),
    (
        "improved",
        ("been achieved", "been accomplished"),
        r"^(?:\w+, )?(?:much|a great deal|a lot) has been (?:achieved|accomplished)\b(?P<what>)",
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
        "improved",
        ("the improved ", "the strengthened ", "the enhanced ", "the much improved "),
        r"\b(?:about|of|from|by|with|through|in) the (?:much |recently |significantly |notably |"
        r"newly )?(?:improved|strengthened|enhanced) (?P<what>[^,;.]+)",
    ),
    ("improved", (" around",), r"\b(?:has|have) turned (?P<what>[^,;.]{3,40}?) around\b"),
    (
        "improved",
        ("shift in", "step change", "culture change", "transformation"),
        r"\b(?:is|are|has|have|been|seen|saw|to|in|evidence of) an? (?>%large% )*(?:positive "
        r")?(?:cultural )?(?:shift|step change|change for the better) (?:in|to) (?P<what>[^,;.]+)",
    ),
    (
        "improved",
        (" making a", " having a"),
        rf"\b(?:is|are) {_TIMES}(?:already )?(?:making an? (?:\w+ )?(?:and \w+ )?difference|"
        r"having an? (?:\w+ )?(?:positive|beneficial|clear|discernible|tangible|good) (?:and \w+ "
        r")?(?:%impact%)) (?:to|for|in|on) (?!(?:\w+ ){0,3}(?:children|young people)\b(?![’']))"
        r"(?![^,;.]*\b(?:families|outcomes|lives|life|safety|risks?)\b)(?P<what>[^,;.]+)",
    ),
    (
        "improved",
        ("helping", "helped"),
        r"\b(?:is|are|has|have) (?:been )?help(?:ing|ed) (?!children|families|young|parents|"
        r"them)[^,;.]{3,40} to (?:\w+ (?:and )?){0,3}?%improve% (?P<what>[^,;.]+)",
    ),
    (
        "met",
        (" been ",),
        r"\b%shortfall%\b[^,;.]{0,80}? (?:has|have) (?:now |\w+ly )*been (?P<part>partly |"
        r"partially |in part )?(?:\w+ly )*(?:%put-right%)\b",
    ),
    (
        "improved",
        ("less time", "shorter time"),
        r"\bwait(?:ing)? (?:much |far )?(?:less time|a shorter time)\b(?P<what>)",
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
        "improved",
        ("increasingly",),
        r"\b(?:has|have) increasingly (?!been (?:%still-wrong%|%strained%))\w+(?:ed|n|ilt|"
        r"de)\b(?P<what>)|\b(?:is|are) increasingly (?:being (?!%strained%)\w+ed|heard|"
        r"understood|seen|known)\b",
    ),
    (
        "improved",
        ("driving improvement", "drive improvement", "to driving improvement"),
        r"\b(?:is|are) (?:now )?(?:driving improvements?|helping to drive (?:\w+ "
        r")?improvements?) (?:(?:in|to|across) (?P<what>[^,;.]+))?",
    ),
    (
        "improved",
        ("results",),
        r"\b(?:has|have) had (?:very |some )?(?:positive|good|excellent|encouraging) "
        r"results\b(?P<what>)",
    ),
    (
        "improved",
        ("improved outcomes",),
        r"\b(?:has|have) (?:\w+ly )?improved outcomes\b(?! for (?:these|this|one|some|individual|"
        r"a small))(?P<what>)",
    ),
    (
        "improved",
        ("development",),
        r"\bthere has been (?:an? )?(?>%large% )+development (?:of|in) (?P<what>[^,;.]+)",
    ),
    ("improved", ("%verdict-improved%",), r"\b%verdict-improved%\b"),
    ("met", ("%verdict-met%",), r"\b%verdict-met%\b"),
    ("some-progress", ("%verdict-some%",), r"\b%verdict-some%\b"),
    ("maintained", ("%verdict-maintained%",), r"\b%verdict-maintained%\b"),
    ("improved", ("becoming",), r"\b(?:is|are) becoming (?:much |far )?%contrast/better%\b"),
    (
        "improved",
        ("%contrast/better%", "greater"),
        r"\b(?:%leads-to%|there (?:is|are)) (?:now |already )?(?:an? |some |much |far "
        rf")*(?![^,;.]{{0,80}} than {OTHERS}\b)(?:%contrast/better% (?P<what>[^;.]+)|greater "
        r"(?P<what2>%contrast/greater%[^;.]*))",
    ),
    (
        "improved",
        (" improvement",),
        r", an? (?>%large% )*improvement (?:(?:realised|made|achieved) )?(?:since|on|from|over) "
        r"(?!the (?:national|England))",
    ),
    (
        "some-progress",
        ("improvement",),
        r"\bimprovements? (?:(?:in|to) [^,;.]{3,60}? )?(?:is|are) not (?:yet )?(?:sufficiently|"
        r"consistently|fully|always|embedded|evident|consistent)\b(?P<what>)",
    ),
    (
        "improved",
        ("increasingly",),
        r"\b(?:is|are) increasingly (?:(?:well|more|better) \w+|(?!%still-wrong%|"
        r"%strained%)\w+(?:ed|ful|ial|ive)\b(?! (?:by|to leave)\b))(?P<what>)",
    ),
    (
        "improved",
        (" more ",),
        r"\b(?:is|are) (?:now )?(?:%together%) (?:much |far )?more \w+ly together|\b(?:has|have) "
        r"been \w+ (?:much |far )?more \w+ly (?:in recent|recently|over|since)",
    ),
    (
        "improved",
        (" been ",),
        r"\b(?P<part>some )?(?:(?!where|when|if|how|that|what)\w+ )?%improvement% (?:has|have) "
        rf"{_TIMES}been (?:made|seen|achieved|secured|taken)\b(?: (?:in|on|with|to|across) "
        r"(?P<what>[^;.]+))?",
    ),
    (
        "improved",
        (" more ",),
        r"\b(?:many|far|significantly|considerably) more (?:children|families|care leavers|young "
        r"people|carers|parents) (?:are |now |are now )?(?:receiv|benefit|access|get)\w*\b",
    ),
    (
        "improved",
        ("positive",),
        rf"\b(?:has|have) had {_HOW}positive (?:\w+ )?%impact% (?:on|upon|to|for) (?P<what>[^;.]+)",
    ),
    ("improved", ("successfully",), r"\b(?:has|have) successfully (?:%set-up%) (?P<what>[^;.]+)"),
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
        rf"\b(?:is|are|has|have) {_TIMES}(?:starting|beginning|started|begun) to (?:%take-effect%|"
        r"(?:make|have|show) (?:an? |some )?(?:\w+ ){0,2}%impact%)\b",
    ),
    (
        "some-progress",
        ("showing", "delivering", "yielding"),
        rf"\b(?:is|are) {_TIMES}(?:showing|delivering|yielding) (?:some |early |\w+ )?(?:positive "
        r"|good )?(?:results|%impact%)\b",
    ),
    (
        "met",
        ("recommendations",),
        r"\b(?P<part>most|many|some|several|a number)? ?(?:of )?(?:the |these |those |its |all "
        r")*(?:[\w’-]+ ){0,3}recommendations\b[^,;.]{0,60}? (?:is|are|(?:has|have) (?:now "
        rf")?been) {_TIMES}(?:%carried-out%)\b",
    ),
    (
        "met",
        (" has ", " have "),
        r"\b(?:has|have) (?:now |\w+ly )*%put-right% (?:the |all |of |(?P<part>most|some) |this |"
        r"a )*(?P<what>(?:[\w-]+ )?%shortfall%\b[^;.]*)",
    ),
)
