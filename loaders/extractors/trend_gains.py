"""The forms of what is better than it was; see `trend_states`."""

from __future__ import annotations

from loaders.extractors.contrasts import OTHERS
from loaders.extractors.trend_words import HOW, TIMES

GAINS = (
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
        "improved",
        (" now ",),
        r"\b(?:is|are) now (?:being )?(?:%duly%) (?:\w+ly )?(?!addressed|tackled)\w+(?:ed|ing|"
        r"ten|done|held|seen|made|taken)\b|\b(?:is|are) now \w+ed (?:within|every|weekly|daily|"
        r"monthly)\b",
    ),
    (
        "improved",
        (" now have ", " now has ", " now receive", " now benefit"),
        r"\ball (?!of\b)(?:[\w’'-]+ ){1,6}now (?:have|has|receives?|benefits? from) (?:an? "
        r")?(?!to\b|been\b)(?P<what>)",
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
        "improved",
        ("%contrast/better%", "greater"),
        r"^(?:an? )?(?:(?:%contrast/better%) (?P<what>[^,;.]{3,120}?)|greater "
        r"(?P<what2>%contrast/greater%[^,;.]{0,120}?)) (?:has|have) (?:now )?been (?:put in "
        r"place|introduced|established|developed|implemented|achieved|secured)\b",
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
        "improved",
        ("been achieved", "been accomplished"),
        r"^(?:\w+, )?(?:much|a great deal|a lot) has been (?:achieved|accomplished)\b(?P<what>)",
    ),
    (
        "improved",
        ("improved ",),
        r"\b(?:about|of|from|by|with|through|in) the (?:much |recently |significantly |notably |"
        r"newly )?improved (?P<what>[^,;.]+)",
    ),
    ("improved", (" around",), r"\b(?:has|have) turned (?P<what>[^,;.]{3,40}?) around\b"),
    (
        "improved",
        ("shift in", "step change", "culture change", "transformation"),
        r"\b(?:is|are|has|have|been|seen|saw|to|in|reflects|represents|marks|evidence of) an? "
        r"(?>%large% )*(?:positive )?(?:cultural )?(?:shift|step change|change for the better) "
        r"(?:in|to) (?P<what>[^,;.]+)",
    ),
    (
        "improved",
        (" making a", " having a"),
        rf"\b(?:is|are) {TIMES}(?:already )?(?:making an? (?:\w+ )?(?:and \w+ )?difference|"
        r"having an? (?:\w+ )?(?:positive|beneficial|clear|discernible|tangible|good) (?:and \w+ "
        r")?(?:%impact%)) (?:to|for|in|on) (?!(?:\w+ ){0,3}(?:children|young "
        r"people)\b(?![’']))(?![^,;.]*\b(?:families|outcomes|lives|life|safety|"
        r"risks?)\b)(?P<what>[^,;.]+)",
    ),
    (
        "improved",
        ("helping", "helped"),
        r"\b(?:is|are|has|have) (?:been )?help(?:ing|ed) (?!children|families|young|parents|"
        r"them)[^,;.]{3,40} to (?:\w+ (?:and )?){0,3}?%improve% (?P<what>[^,;.]+)",
    ),
    (
        "improved",
        ("less time", "shorter time"),
        r"\bwait(?:ing)? (?:much |far )?(?:less time|a shorter time)\b(?P<what>)",
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
    (
        "improved",
        (" now ",),
        r"\bnow (?![^,;.]*\b(?:not|too|still|less|waiting|harder|need|needs|require|"
        r"requires)\b)(?:[\w’-]+ ){0,8}?(?:%duly%|%strength%|%steady%|closely|seriously|"
        r"timely)\b(?P<what>)",
    ),
    (
        "improved",
        ("now able", "now ensur", "now enabl"),
        r"\b(?:is|are) now able to (?!live|return|move)\w+(?P<what>)|\bnow (?:ensur(?:es?|ing)|"
        r"enabl(?:es?|ing)) (?!(?:him|her)\b)\w+",
    ),
    (
        "improved",
        ("increasingly ", "progressively", "becoming more", "becoming better", "ever-improving"),
        r"\b(?:increasingly|progressively more) (?:%strength%|%steady%|evident|sharp|sharper|"
        r"accurate|confident|mature|joined[- ]up|child[- ]focused|coherent)\b(?P<what>)|\b(?:is|"
        r"are) becoming (?:increasingly |more |better )+(?!(?:%still-wrong%|"
        r"%strained%)\b)(?!difficult|complex|challenging|likely|vulnerable|concern)\w+|\bever[- "
        r"]improving\b",
    ),
    (
        "improved",
        ("an increasing ",),
        r"\b(?:there is|includes?|with|shows?|has|have) an increasing (?:%contrast/greater%|"
        r"focus|emphasis|sense of (?:ownership|responsibility|confidence))\b(?P<what>)",
    ),
    (
        "improved",
        ("continue",),
        r"\bcontinue[sd]? to (?:embed|mature|go from strength to strength)\b",
    ),
    (
        "improved",
        ("greater ", "better ", "improved "),
        r"^(?:for example, )?(?:examples|these|this|improvements) includes? (?:an? )?(?:greater|"
        r"better|improved|stronger|increased) (?P<what>)",
    ),
    (
        "improved",
        ("much improved", "much strengthened", "much enhanced"),
        r"\bmuch[- ](?:improved|strengthened|enhanced) (?P<what>[^,;.]+)",
    ),
    (
        "improved",
        ("improvement",),
        r"\bimprovements?\b[^,;.]{0,60}? (?:is|are) (?:\w+ly )?(?:impressive|significant|notable|"
        r"encouraging|tangible|considerable)\b(?P<what>)",
    ),
    (
        "improved",
        ("practice improvement", "some improvement", "improvements"),
        r"\b%leads-to% (?P<part>some )?(?:[\w-]+ )?improvements?(?=[,;.]| and\b| for\b| which\b| "
        r"particularly\b|$)(?P<what>)",
    ),
    (
        "improved",
        ("improving",),
        r"\bof improving quality\b|\b(?:is|are) (?:\w+ ){1,3}(?:and|but) improving(?=[,.;]|$| "
        r"and\b)",
    ),
    (
        "improved",
        ("earlier", "sooner", "more quickly"),
        r"\b(?:is|are) (?:now )?(?:being )?(?:identified|recognised|responded to|picked up|seen|"
        r"offered|assessed|allocated|reviewed) (?:much )?(?:earlier|sooner|more "
        r"quickly)\b(?P<what>)",
    ),
    (
        "improved",
        ("%contrast/better%",),
        r"\b(?:described|identified|spoke of|speak of|spoke positively about|speak positively "
        r"about) an? (?:much )?%contrast/better% (?P<what>[^,;.]+)",
    ),
    (
        "improved",
        (" improvement", " progress"),
        r"^(?:\w+, )?(?:while |although )?(?:this|it|which) (?:\w+ly )?(?:demonstrates|shows|"
        r"represents|is) (?:an? )?(?>%large% )*(?:improvement|progress)(?=[,;.]| from\b| on\b| "
        r"since\b| over\b|$)(?P<what>)",
    ),
    (
        "improved",
        ("responded", "respond"),
        r"\b(?:has|have) responded (?:very )?(?:%duly%|well|decisively|positively|"
        r"constructively)(?: and (?:\w+ly|well))? to (?:the |its |their |our )?(?:areas for|"
        r"findings|recommendations|concerns|feedback|inspection|challenge)\b(?P<what>)",
    ),
    (
        "improved",
        ("areas of",),
        r"\bthere (?:is|are|has been|have been) [^,;.]{0,30}?areas? of (?:continued |continuous |"
        r"notable |significant )?improvement\b(?: (?:in|to) (?P<what>[^,;.]+))?",
    ),
    (
        "improved",
        ("%contrast/better%",),
        r"\b(?:is|are) (?:now )?(?:providing|delivering|offering) (?:an? )?(?:much |far "
        r")?(?:%contrast/better%) (?P<what>[^,;.]+)",
    ),
    (
        "improved",
        (" being made", " being seen"),
        r"\bimprovements? (?:is|are) (?:now |also )?being (?:made|seen|achieved)\b(?: (?:in|to|"
        r"across) (?P<what>[^,;.]+))?",
    ),
    (
        "improved",
        ("impact on", "impact in"),
        r"(?<!to )\b(?:has|have) (?:\w+ly )*had an? (?:\w+ )?impact (?:on|in) (?:reducing|"
        r"improving|increasing|strengthening|raising|lowering) (?P<what>[^,;.]+)",
    ),
    (
        "improved",
        (" better ",),
        r"\b(?:is|are|feel) (?:now )?(?:much |far )?better (?:supported|matched|informed|"
        r"protected|prepared|coordinated|understood|equipped|tracked|"
        rf"recorded)\b(?![^,;.]{{0,80}} than {OTHERS}\b)",
    ),
    (
        "improved",
        ("%contrast/better%",),
        r"\b(?:has|have) (?:very |\w+ly |also )*put (?:in place )?(?:an? )?(?:%contrast/better%) "
        r"(?P<what>[^,;.]+)",
    ),
    (
        "improved",
        (
            "an improved ",
            "a much improved ",
            "improving standard",
            "significant impact",
            "positive impact",
        ),
        r"\b(?:has|have) an? (?:much )?improved (?P<what>[^,;.]+)|\bof an improving standard\b|"
        r"\b(?:has|have) had an? (?:significant|positive|considerable|tangible|clear|notable) "
        r"(?:positive )?impact(?=[,;.]|$)",
    ),
    ("improved", ("%verdict-improved%",), r"\b%verdict-improved%\b"),
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
        rf"{TIMES}been (?:made|seen|achieved|secured|taken)\b(?: (?:in|on|with|to|across) "
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
        rf"\b(?:has|have) had {HOW}positive (?:\w+ )?%impact% (?:on|upon|to|for) (?P<what>[^;.]+)",
    ),
    ("improved", ("successfully",), r"\b(?:has|have) successfully (?:%set-up%) (?P<what>[^;.]+)"),
)
