"""One passing and one failing piece of data for every shape, about an invented council.

Each piece names its focus node ``<…/{node}>``; ``{proof}`` stands for evidence and a rule.
The failing pieces break one thing, which the third text names: property and complaint.
"""

from __future__ import annotations

PREFIXES = """
@prefix ans: <https://w3id.org/answerable/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <http://localhost:8000/> .
"""
PASSAGE = """
<id/passage/exampleshire-1-5> a ans:Passage ; ans:inDocument <id/document/exampleshire> ;
  ans:quote "four" ; ans:page 1 ; ans:start 1 ; ans:end 5 ; ans:supports ans:text .
"""
PROOF = 'ans:evidence <id/passage/exampleshire-1-5> ; ans:rule "a-rule"'
ITEM = (
    'ans:text "Keep records." ; ans:order 1 ; ans:kind <id/kind/requirement> ; '
    "ans:madeIn <id/document/exampleshire> ; " + PROOF
)
LIKENESS = (
    "ans:earlier <id/recommendation/a-1> ; ans:later <id/recommendation/b-1> ; "
    'ans:relation <id/relation/recurs> ; ans:method "shared-issues" ; ans:reason "records"'
)
REPORTED = f"ans:statedIn <id/document/exampleshire> ; {PROOF}"
DATED = 'ans:sortDate "2021-01-29"^^xsd:date ; ans:year 2021'
GENRES = (
    "InspectionReport",
    "BoardReview",
    "MonitoringLetter",
    "FocusedVisitLetter",
    "JointInspectionLetter",
    "AreaSendReport",
    "CommissionerReport",
    "CommitteeReport",
    "Direction",
    "NewsArticle",
)
KINDS = (
    "FormalRecommendation",
    "AreaForImprovement",
    "PriorityAction",
    "Requirement",
    "Resolution",
)

# shape, passing statements, failing statements, the property that breaks (None: the node itself)
EXAMPLES: list[tuple[str, str, str, str | None]] = [
    (
        "Document",
        "a ans:Document ; ans:genre <id/genre/direction> ; "
        'dcterms:issued "2021-01"^^xsd:gYearMonth',
        'a ans:Document ; ans:genre <id/genre/direction> ; dcterms:issued "2021-02-30"^^xsd:date',
        "dcterms:issued",
    ),
    *(
        (
            genre,
            f"a ans:Document, ans:{genre} ; ans:genre <id/genre/one> ; {DATED}",
            f"a ans:{genre} ; ans:genre <id/genre/one> ; {DATED}",
            "rdf:type",
        )
        for genre in GENRES
    ),
    (
        "Passage",
        "a ans:Passage ; ans:inDocument <id/document/e> ; ans:quote 'four' ; ans:start 1 ; "
        "ans:end 5 ; ans:supports ans:text",
        "a ans:Passage ; ans:inDocument <id/document/e> ; ans:quote 'four' ; ans:start 5 ; "
        "ans:end 5 ; ans:supports ans:text",
        "ans:start",
    ),
    (
        "Extraction",
        f'a ans:Extraction ; ans:sha256 "{"0f" * 32}" ; ans:softwareVersion "1" ; '
        'ans:ontologyVersion "1"',
        'a ans:Extraction ; ans:sha256 "0f" ; ans:softwareVersion "1" ; ans:ontologyVersion "1"',
        "ans:sha256",
    ),
    (
        "Load",
        'a ans:Load ; ans:loadedOn "2026-01-05T10:00:00Z"^^xsd:dateTime',
        'a ans:Load ; ans:loadedOn "yesterday"',
        "ans:loadedOn",
    ),
    (
        "Change",
        'a ans:Change ; ans:changeOf <id/document/e> ; ans:changeKind "removed" ; '
        'ans:changedOn "2026-01-05T10:00:00Z"^^xsd:dateTime',
        'a ans:Change ; ans:changeOf <id/document/e> ; ans:changeKind "gone" ; '
        'ans:changedOn "2026-01-05T10:00:00Z"^^xsd:dateTime',
        "ans:changeKind",
    ),
    (
        "Inspection",
        'a ans:Inspection ; ans:inspects <id/body/e> ; schema:startDate "2021-01-18"^^xsd:date ; '
        f'schema:endDate "2021-01-22"^^xsd:date ; {DATED} ; {PROOF}',
        'a ans:Inspection ; ans:inspects <id/body/e> ; schema:startDate "2021-01-28"^^xsd:date ; '
        f'schema:endDate "2021-01-22"^^xsd:date ; {DATED} ; {PROOF}',
        "schema:startDate",
    ),
    (
        "Judgement",
        "a ans:Judgement ; ans:judgedIn <id/inspection/e> ; ans:judgedBody <id/body/e> ; "
        f'ans:area <id/area/all> ; ans:grade <id/grade/good> ; ans:gradeAsPrinted "Good" ; {PROOF}',
        "a ans:Judgement ; ans:judgedIn <id/inspection/e> ; ans:judgedBody <id/body/e> ; "
        f'ans:area <id/area/all> ; ans:grade "good" ; ans:gradeAsPrinted "Good" ; {PROOF}',
        "ans:grade",
    ),
    (
        "Recommendation",
        f"a ans:Recommendation, ans:Requirement ; {ITEM} ; {DATED}",
        f"a ans:Recommendation ; {ITEM} ; {DATED}",
        "rdf:type",
    ),
    *(
        (kind, f"a ans:Recommendation, ans:{kind} ; {ITEM}", f"a ans:{kind}", "rdf:type")
        for kind in KINDS
    ),
    (
        "RecommendationPart",
        "a ans:RecommendationPart ; ans:partOf <id/recommendation/e-1> ; ans:text 'Do it.' ; "
        "ans:order 1 ; ans:evidence <id/passage/exampleshire-1-5>",
        "a ans:RecommendationPart ; ans:partOf <id/recommendation/e-1> ; ans:text 'Do it.' ; "
        "ans:order 0 ; ans:evidence <id/passage/exampleshire-1-5>",
        "ans:order",
    ),
    (
        "ProgressAssessment",
        "a ans:ProgressAssessment ; ans:assesses <id/reference/e-1> ; "
        f"ans:progress <id/progress/met> ; {PROOF}",
        f"a ans:ProgressAssessment ; ans:assesses <id/reference/e-1> ; {PROOF}",
        "ans:progress",
    ),
    (
        "Response",
        "a ans:Response ; ans:respondsTo <id/reference/e-1> ; ans:position <id/position/noted> ; "
        f"ans:responder <id/body/e> ; {PROOF}",
        "a ans:Response ; ans:respondsTo <id/reference/e-1> ; ans:position <id/position/noted> ; "
        f"ans:responder <id/theme/e> ; {PROOF}",
        "ans:responder",
    ),
    (
        "Obligation",
        f'a ans:Obligation ; ans:text "The council must act." ; {PROOF}',
        f'a ans:Obligation ; ans:text "The council\\nmust act." ; {PROOF}',
        "ans:text",
    ),
    (
        "Reference",
        f'a ans:Reference ; {REPORTED} ; ans:statedDate "2016"^^xsd:gYear',
        f'a ans:Reference ; {REPORTED} ; ans:statedDate "2016"',
        "ans:statedDate",
    ),
    (
        "Restatement",
        f'a ans:Reference, ans:Restatement ; {REPORTED} ; ans:text "Keep records."',
        f"a ans:Reference, ans:Restatement ; {REPORTED}",
        "ans:text",
    ),
    (
        "InspectionReference",
        f"a ans:Reference, ans:InspectionReference ; {REPORTED}",
        f"a ans:InspectionReference ; {REPORTED}",
        "rdf:type",
    ),
    (
        "DocumentReference",
        f"a ans:Reference, ans:DocumentReference ; {REPORTED}",
        f"a ans:DocumentReference ; {REPORTED}",
        "rdf:type",
    ),
    (
        "Body",
        'a ans:Body ; rdfs:label "Example" ; ans:bodyType <id/body-type/council> ; '
        'ans:laCode "999"',
        'a ans:Body ; rdfs:label "Example" ; ans:bodyType <id/body-type/council> ; ans:laCode 999',
        "ans:laCode",
    ),
    (
        "ChangeEvent",
        'a org:ChangeEvent ; rdfs:label "Change" ; org:originalOrganization <id/body/old> ; '
        "org:resultingOrganization <id/body/new>",
        'a org:ChangeEvent ; rdfs:label "Change" ; org:originalOrganization <id/body/old>',
        "org:resultingOrganization",
    ),
    (
        "Role",
        'a ans:Role ; skos:prefLabel "Chair"@en ; skos:inScheme <id/scheme/role>',
        "a ans:Role ; skos:inScheme <id/scheme/role>",
        "skos:prefLabel",
    ),
    (
        "Post",
        "a ans:Post ; org:role <id/role/chair> ; org:postIn <id/body/e>",
        "a ans:Post ; org:role <id/role/chair>",
        "org:postIn",
    ),
    (
        "Person",
        f'a ans:Person ; foaf:name "Ada Example" ; {PROOF}',
        f'a ans:Person ; foaf:name "Ada" ; {PROOF}',
        "foaf:name",
    ),
    (
        "Tenure",
        f'a ans:Tenure ; org:role <id/role/chair> ; ans:inPostOn "2021"^^xsd:gYear ; {PROOF}',
        f'a ans:Tenure ; ans:inPostOn "2021"^^xsd:gYear ; {PROOF}',
        "ans:ofPost",
    ),
    (
        "Responsibility",
        "a ans:Responsibility ; ans:heldBy <id/role/chair> ; ans:text 'Chairs.' ; "
        f"ans:setOutIn <id/document/e> ; {PROOF}",
        f"a ans:Responsibility ; ans:text 'Chairs.' ; ans:setOutIn <id/document/e> ; {PROOF}",
        "ans:heldBy",
    ),
    (
        "EscalationOption",
        "a ans:EscalationOption ; rdfs:label 'Trust' ; ans:text 'A trust.' ; "
        f"ans:setOutIn <id/document/e> ; ans:optionStatus 'taken' ; {PROOF}",
        "a ans:EscalationOption ; rdfs:label 'Trust' ; ans:text 'A trust.' ; "
        f"ans:setOutIn <id/document/e> ; ans:optionStatus 'likely' ; {PROOF}",
        "ans:optionStatus",
    ),
    (
        "Concept",
        'a skos:Concept ; skos:prefLabel "Good"@en ; skos:inScheme <id/scheme/grade> ; ans:rank 2',
        'a skos:Concept ; skos:prefLabel "Good"@en ; skos:inScheme "grade" ; ans:rank 2',
        "skos:inScheme",
    ),
    (
        "Theme",
        'a ans:Theme ; skos:prefLabel "Permanence"@en ; skos:inScheme <id/scheme/theme>',
        'a ans:Theme ; skos:prefLabel "Permanence"@en',
        "skos:inScheme",
    ),
    (
        "Issue",
        'a ans:Issue ; skos:prefLabel "Matching"@en ; skos:inScheme <id/scheme/theme> ; '
        "skos:broader <id/theme/permanence>",
        'a ans:Issue ; skos:prefLabel "Matching"@en ; skos:inScheme <id/scheme/theme>',
        "skos:broader",
    ),
    (
        "FocusArea",
        f'a ans:FocusArea ; ans:text "The front door" ; {PROOF}',
        'a ans:FocusArea ; ans:text "The front door" ; ans:rule "a-rule" ; '
        "ans:evidence <id/passage/absent-1-2>",
        "ans:evidence",
    ),
    (
        "Figure",
        f'a ans:Figure ; rdfs:label "Children" ; ans:value 412 ; ans:asPrinted "412" ; {PROOF}',
        f'a ans:Figure ; rdfs:label "Children" ; ans:value "412" ; ans:asPrinted "412" ; {PROOF}',
        "ans:value",
    ),
    (
        "Event",
        'a ans:Event ; rdfs:label "Renaming" ; dcterms:source "The register"',
        'a ans:Event ; rdfs:label "Peer review" ; ans:rule "a-rule"',
        None,
    ),
    (
        "Conflict",
        "a ans:Conflict ; ans:between <id/judgement/a>, <id/judgement/b>",
        "a ans:Conflict ; ans:between <id/judgement/a>",
        "ans:between",
    ),
    *(
        (
            name,
            f"a ans:{name} ; {LIKENESS} ; ans:score 0.5",
            f"a ans:{name} ; {LIKENESS} ; ans:score 1.5",
            "ans:score",
        )
        for name in ("Recurrence", "AlikeElsewhere")
    ),
    (
        "Review",
        'a ans:Review ; ans:reviewOf <id/recurrence/e-1> ; ans:reviewDecision "rejected" ; '
        'ans:reviewedBy "A reader" ; ans:reviewedOn "2026-01-05"^^xsd:date',
        'a ans:Review ; ans:reviewOf <id/recurrence/e-1> ; ans:reviewDecision "no" ; '
        'ans:reviewedBy "A reader" ; ans:reviewedOn "2026-01-05"^^xsd:date',
        "ans:reviewDecision",
    ),
]
