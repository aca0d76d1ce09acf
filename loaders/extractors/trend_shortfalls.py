"""The forms of what is still wrong, not done or worse, or cannot be told; see `trend_states`."""

from __future__ import annotations

from loaders.extractors.trend_words import EFFECT, HOW, TIMES, WORKED

SHORTFALLS = (
    (
        "cannot-tell",
        ("early", "soon", "recent", "too new"),
        r"(?<!this )\b(?:is|are|was|remains|making it|although|though|but) (?:\w+ "
        r"){0,2}%too-early%",
    ),
    (
        "insufficient-progress",
        ("not", "yet to", "still to"),
        r"\b(?:(?:has|have) (?:still |yet |also )*not (?:been )?(?>(?:yet|always|all|\w+ly) "
        r")+(?:been )?(?:\w+ly )?|(?:is|are) (?:still |yet )*not yet (?:\w+ly )?|(?:is|are) "
        r"still not (?:\w+ly )?|(?:(?:has|have|is|are) )?(?:still )?yet to (?:be )?(?:\w+ly )?|"
        rf"(?:is|are) still to be (?:\w+ly )?){EFFECT}",
    ),
    (
        "insufficient-progress",
        (" not ",),
        rf"\b(?:has|have) not (?:been )?{WORKED}",
    ),
    (
        "insufficient-progress",
        ("yet", "impacting"),
        r"\b(?:has|have) yet\b(?:(?= +(?:[.,;]|$))| to \w+)|\b(?:is|are) yet to \w+|\b(?:is|are) "
        r"not yet (?:\w+ly )*%still-wanted%\b|\b(?:is|are) not yet being (?:\w+ly )?\w+ed\b|"
        r"\b(?:is|are) not (?:yet )?impacting (?:positively|sufficiently|well)\b",
    ),
    (
        "insufficient-progress",
        ("not yet",),
        r"\b(?:is|are) not yet (?:\w+ly )*\w+ing\b(?P<what>)|\b(?:do|does) not yet (?:\w+ly )?\w+",
    ),
    (
        "insufficient-progress",
        ("continue", "remain", "still"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained|(?:is|are) still) "
        r"(?:\w+ly |an? )*%still-wrong%\b(?! (?:how|whether|what|why|when|if)\b)|\bcontinue[sd]? "
        r"to (?:require|need) (?:further |significant )?improvement\b",
    ),
    (
        "insufficient-progress",
        ("slow", " not "),
        r"\b(?:has|have) been (?:too |very |far too |much )?slow(?:er)?\b(?: (?:to|in) \w+)?|"
        r"\b(?:is|are) not (?:%improving%|%lessening%|%increasing%) (?:well|quickly|fast|"
        r"sufficiently|enough|in line)|\b(?:has|have) not (?:%responded%|been \w+ed) "
        r"[^,;.]{0,60}?%quickly%",
    ),
    (
        "insufficient-progress",
        ("fail",),
        r"\b(?:(?:has|have) failed|failure|failing) to (?:%address%) (?P<what>[^;.]+)",
    ),
    (
        "insufficient-progress",
        ("same", "similar"),
        r"\b%same%\b[^;.]{0,80}\b%found%\b[^;.]{0,60}(?:previous|last|earlier|inspection|visit|"
        r"review|audit|ago\b|before)",
    ),
    (
        "insufficient-progress",
        ("without",),
        r"\b(?:is|are|has been) (?:so far|as yet|still) without (?:any )?(?:%impact%|results?)\b",
    ),
    (
        "insufficient-progress",
        (" since ",),
        r"\b(?:has|have) not been (?:updated|reviewed|refreshed|revised|evaluated|audited|"
        r"renewed) since\b",
    ),
    (
        "insufficient-progress",
        (" has been ", " have been "),
        r"\b(?:subsequent |the )?(?:action|actions|response|work|progress)\b[^,;.]{0,60}? (?:has|"
        r"have) been (?:too |very |largely )?(?:limited|ineffective|slow|insufficient|"
        r"inconsistent)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("negative impact", "adverse impact", "negative effect", "detrimental"),
        r"\b(?:has|have) had (?:an? )?(?:\w+(?:ly)? (?:and |but )?){0,2}%harmful% %impact% (?:on|"
        r"upon) (?:the )?(?:progress|pace|improvement|speed)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("not fully", "not yet fully"),
        r"\b(?:is|are) not (?:yet )?fully (?:embedded|developed|implemented|realised|established|"
        r"operational)\b",
    ),
    (
        "insufficient-progress",
        ("not yet",),
        r"\bthere (?:is|are) not yet (?:an? |any |enough |sufficient )?(?P<what>[^,;.]+)",
    ),
    (
        "insufficient-progress",
        ("not yet ",),
        r"\b(?:has|have) (?:still )?not yet (?:been )?(?:\w+ly )*(?!moved|returned|become|"
        r"reached|started school|had)\w+(?:ed|wn|ne|en|ilt|et)\b",
    ),
    (
        "insufficient-progress",
        ("not been as ", "not as "),
        r"\b(?:has|have) not been as \w+ as\b",
    ),
    (
        "insufficient-progress",
        ("still not",),
        r"\bhad still not (?:been )?(?:\w+ly )*\w+ed\b",
    ),
    (
        "insufficient-progress",
        ("continu",),
        r"\bcontinu(?:e|es|ed|ing) to (?:experience|wait|have|face|encounter|receive|see|suffer) "
        r"[^,;.]{0,60}?(?:too (?:long|many|often|few|little)|changes (?:of|in) social workers?|"
        r"drift)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("there remain",),
        r"\bthere remains? (?:too (?:much|many|little|few)|pockets of|considerable|significant|"
        r"some) (?![^,;.]*\b(?:strength|good)\b)\w+(?P<what>)",
    ),
    (
        "insufficient-progress",
        (
            "impeded",
            "hinder",
            "hampered",
            "restricted",
            "slowed",
            "affected",
            "undermined",
            "constrained",
        ),
        r"\b(?:progress|pace|improvements?|impact|implementation|delivery)\b[^,;.]{0,60}? "
        r"(?:has|have|is|are) (?:also |further )?(?:been )?(?:\w+ly |further |also )*(?:impeded|"
        r"hindered|hampered|restricted|slowed|affected|undermined|constrained)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("failed to",),
        r"\b(?:has|have) (?:\w+ly )*failed to (?!attend|engage|return|sustain|maintain)\w+\b",
    ),
    (
        "insufficient-progress",
        ("there has been", "there have been"),
        r"\bthere (?:has|have) been (?:insufficient|too little|not enough|a lack of|little) "
        r"(?:\w+ )?(?P<what>(?:attention|focus|priority|grip|pace|progress|"
        r"improvement)\b[^,;.]{0,80})",
    ),
    (
        "insufficient-progress",
        ("not having",),
        r"\b(?:is|are) not (?:yet )?having (?:an? |the |any )?(?:\w+ ){0,2}%impact%",
    ),
    (
        "insufficient-progress",
        ("more work",),
        r"\bthere is (?:still )?(?:a lot|much|considerably|significantly) more work (?:needed|to "
        r"do|required|to be done)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("remains to be done", "remain to be done", "amount of work"),
        r"\b(?:much|a great deal|a lot|much work|significant work) remains? to be "
        r"done\b(?P<what>)|\bthere remains an? (?:\w+ )?amount of work\b",
    ),
    (
        "insufficient-progress",
        ("still required", "still needed"),
        r"\b(?:is|are) still (?:required|needed)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("continue to be failed", "still do not receive", "not yet receive"),
        r"\b(?:continues? to be failed|still do not (?:always |consistently )?receive|do not yet "
        r"(?:always )?receive)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("legacy of",),
        r"\bcontinuing legacy of\b(?P<what>)|\blegacy of (?:poor|weak|inadequate|failures?|"
        r"historic)[^,;.]{0,50}? (?:remains?|continues?|persists?)\b",
    ),
    (
        "insufficient-progress",
        ("little or no", "only limited", "only a limited"),
        r"\b(?:has|have) had little or no %impact%|\bonly (?:a )?(?:limited|small|marginal) "
        r"%impact%(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("delay in", "delays in"),
        r"(?<!istorically )\bthere (?:has|have) been (?:an? )?(?:\w+ (?:and )?){0,4}?delays? in "
        r"(?P<what>(?:the |its |their )?(?:implement|develop|deliver|establish|progress|complet|"
        r"launch|embed)[^,;.]+)",
    ),
    (
        "insufficient-progress",
        ("in draft",),
        r"\b(?:remains?|is still|are still) in draft\b",
    ),
    (
        "insufficient-progress",
        ("unable to",),
        r"\b(?:has|have) been unable to (?!attend|return|live)\w+\b",
    ),
    (
        "insufficient-progress",
        (
            "not led to",
            "not resulted in",
            "not translated",
            "yet led to",
            "yet resulted",
            "yet translated",
        ),
        r"\b(?:has|have) not (?:yet |always )?(?:led to|resulted in|translated into)\b(?! any )",
    ),
    (
        "insufficient-progress",
        ("evidence that", "evidence of"),
        r"\bthere is (?:no|little|limited|insufficient) evidence (?:that|of) "
        r"[^.;]{0,90}?\b(?:(?:is|are) (?:making|having)|yet translated)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("impacted negatively", "impacted adversely", "negatively impacted", "adversely impacted"),
        r"\b(?:has|have) (?:negatively |adversely )?impacted (?:negatively |adversely )?(?:on|"
        r"upon) (?:the )?(?:pace|progress|improvement|speed)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("not been", "not changed", "not happen", "not progress"),
        r"\b(?:changes?|progress|improvements?|pace)\b[^,;.]{0,40}? (?:has|have) not been "
        r"[^,;.]{2,40} enough\b(?P<what>)|\b(?:efforts|attempts|steps|measures|"
        r"actions?)\b[^,;.]{0,60}? (?:has|have) not been (?:effective|successful|sufficient|"
        r"enough)\b|\b(?:has|have) not changed (?:enough|at all|sufficiently)\b|"
        r"\b(?:improvements?|progress|changes?) did not happen (?:quickly|fast|soon) enough\b",
    ),
    (
        "insufficient-progress",
        ("amount of work", "long way to go"),
        r"\bthere is (?:still )?an? (?:considerable|significant|large|substantial) amount of "
        r"work\b(?P<what>)|\bthere is (?:still )?a very long way to go\b",
    ),
    (
        "insufficient-progress",
        ("progress", "pace", "improvement"),
        r"\b(?:has|have) (?:\w+ly )?(?:hampered|hindered|impeded|slowed|undermined|held back|"
        r"limited) (?:the )?(?:\w+ )?(?:progress|pace|improvements?)\b(?P<what>)|\b(?:continued|"
        r"continuing|ongoing) lack of progress\b|\bpace of (?:change|improvement|progress) (?:is|"
        r"was|has been) (?:insufficient|inadequate)\b",
    ),
    (
        "insufficient-progress",
        ("for too long", "for far too long"),
        r"\b(?:has|have) been (?:\w+ )?(?:%contrast/weak%|%still-wrong%) for (?:far )?too long\b",
    ),
    (
        "insufficient-progress",
        ("struggle", "found it"),
        r"\b(?:has|have) (?:\w+ly |also )*(?:struggled|found it (?:\w+ly |very )?(?:difficult|"
        r"hard|challenging)) to \w+ ",
    ),
    (
        "insufficient-progress",
        ("the impact", "the effect", "its impact"),
        r"\b(?:the|its|their) (?P<what>%impact% (?:of|from) [^,;.]{4,140}?) (?:is|are|has been|"
        rf"remains) {TIMES}(?:%scant%)(?=[,;.]| and\b| in\b| on\b|$)|\b(?:the|its|their) "
        rf"%impact% (?:is|has been|remains) {TIMES}(?:%scant%)(?=[,;.]| and\b|$)",
    ),
    (
        "insufficient-progress",
        ("insufficient action", "too little action"),
        r"\b(?:has|have|had) (?:also )?taken (?:insufficient|too little|inadequate) action\b|"
        r"\b(?:insufficient|too little) action (?:has|have|had) been taken\b",
    ),
    (
        "insufficient-progress",
        ("slow",),
        r"\b(?:the |a )?(?:slow|sluggish) (?:response|progress|pace|implementation|start)\b(?: "
        r"(?:to|in|of|on) [^;.]{3,90}?)? (?:means|meant|has meant|has led|is)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("not been met", "not been achieved", "not met"),
        r"\b(?:targets?|timescales?|deadlines?|milestones?)\b[^,;.]{0,90}?\b(?:has|have) "
        r"(?:still |yet )?not (?:yet )?been (?:met|achieved|reached)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("limited", "little"),
        r"\b(?:has|have) (?:experienced|seen|made|had|shown) (?:only |very |far too |too "
        r")?(?:limited|little|minimal) (?:\w+ )?(?:change|improvement|impact|"
        r"progress)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("still ", "continue"),
        r"\b(?:still|continue[sd]? to) (?:\w+ly )?(?:lacks?|misses|miss|fails?|struggles?)\b|"
        r"\bstill (?:do|does) not (?:\w+ly )*\w+",
    ),
    (
        "declined",
        ("lost ",),
        r"\b(?:has |have )?(?:\w+ly )?lost an? (?:high|large|significant|considerable) "
        r"(?:proportion|number) of (?P<what>[^;.]+)",
    ),
    (
        "declined",
        (" been lost", " been damaged", " been undermined"),
        r"\b(?:trust|confidence|momentum|continuity|goodwill)\b[^,;.]{0,50}? (?:has|have) been "
        r"(?:lost|damaged|undermined|eroded)\b",
    ),
    (
        "insufficient-progress",
        ("been a",),
        r"\b(?:has|have) been an? (?:consistent|persistent|long-?standing|recurring|ongoing|"
        r"repeated) (?:area|concern|issue|weakness|shortfall|problem|challenge)\b",
    ),
    (
        "insufficient-progress",
        ("stalled", "persist", "drifted", "stagnated", "plateaued", "momentum"),
        r"\b(?:has|have) (?:\w+ly |also )*(?:stalled|drifted|stagnated|plateaued|lost "
        r"momentum)\b|\b%shortfall%\b[^,;.]{0,60}? (?:still )?(?:persist|persists|have persisted|"
        r"has persisted)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("long-standing", "longstanding", "long standing", "enduring"),
        r"\b(?:long-?standing|long standing|enduring) (?:and \w+ )?%shortfall%\b(?=[^.;]*\b(?:is|"
        r"are|remain|continue|persist|not|impact|affect|mean)\w*\b)(?![^.;]*\b(?:addressed|"
        r"resolved|tackled|reduced|improv\w+)\b)(?P<what>)|\b%shortfall%\b[^,;.]{0,60}? (?:is|"
        r"are) (?:long-?standing|long standing|enduring)\b",
    ),
    (
        "insufficient-progress",
        ("continue",),
        r"\bcontinue[sd]? to (?:\w+ly )?(?:hamper|hinder|impede|undermine|delay|pose|limit|"
        r"compromise|weaken|impact (?:\w+ly )?(?:up)?on|(?:adversely |negatively )affect|prevent|"
        r"constrain|disrupt|drift|be hampered|be hindered|be affected|be undermined|fall short|"
        r"lack|struggle)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("still not",),
        r"\b(?:is|are) still not (?:\w+ly )*(?!(?:known|clear (?:how|why|what))\b)\w+",
    ),
    (
        "insufficient-progress",
        ("not yet had", "yet had time"),
        r"\b(?:has|have) not (?:yet )?had (?:the |sufficient |enough )?(?:time|opportunity) to\b",
    ),
    (
        "insufficient-progress",
        ("have not ", "has not "),
        r"\b%who-leads% (?:has|have) not (?:yet |always |also |\w+ly "
        r")*(?:%should-have%)\b(?P<what>)",
    ),
    (
        "declined",
        (" longer",),
        r"\b(?:is|are|have been|wait|waits) (?:now )?(?:wait(?:ing)? )?(?:much |far |"
        r"significantly )?longer\b[^;.]{0,60}? than (?:they|it|was|were|a year|last|before|"
        r"previously)\b(?P<what>)",
    ),
    (
        "insufficient-progress",
        ("remain",),
        r"\bremains? without (?:an? )?(?:[\w-]+ ){1,3}\w+(?P<what>)|\b(?:%shortfall%|"
        r"difficulties|challenges) remains?(?=[,.;]| in\b| and\b|$)",
    ),
    (
        "insufficient-progress",
        ("continuing to fail", "continue to fail", "continues to fail"),
        r"\b(?:is|are) continuing to fail\b",
    ),
    ("insufficient-progress", ("%verdict-insufficient%",), r"\b%verdict-insufficient%\b"),
    ("declined", ("%verdict-declined%",), r"\b%verdict-declined%\b"),
    (
        "insufficient-progress",
        ("ineffective in", "unsuccessful in"),
        r"(?<!which )\b(?:has|have) been (?:ineffective|unsuccessful) in \w+",
    ),
    (
        "insufficient-progress",
        ("continue to",),
        r"\bcontinue to (?:experience|face|encounter|wait|be affected by) "
        r"[^,;.]{0,40}?%shortfall%",
    ),
    (
        "insufficient-progress",
        ("there remain",),
        r"\bthere remains? (?:\w+ )*?(?:%shortfall%|work to (?:do|be done)|more to "
        r"do)\b(?P<what>)",
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
        r"\b(?:still|continue to) receive (?:\w+ )?(?:services|support|help) that (?:still "
        r")?(?:require|need|are (?:not|in))\b",
    ),
    (
        "declined",
        (" had ",),
        rf"\b(?:has|have) had {HOW}%harmful% %impact% (?:on|upon) (?!(?:the )?(?:progress|pace|"
        r"improvement|speed)\b)(?P<what>[^;.]+)",
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
        r"\b(?:shows?|showed|shown|seen|saw|been) an? (?>%large% )*(?:decline|deterioration|dip|"
        r"downturn)\b(?! in\b)",
    ),
    (
        "declined",
        (" been ",),
        r"\b(?:has|have) (?:also )?been (?:adversely|negatively|badly) (?:affected|impacted)\b",
    ),
    (
        "insufficient-progress",
        ("continue", "remain", "still"),
        r"\b(?:continue[sd]? to (?:be|remain)|remains?|(?:has|have) remained|(?:is|are) still) "
        r"(?:\w+ly |too |very |still )*(?P<level>high|low)\b(?! quality)",
    ),
)
