"""Closed namespaces: a name that the ontology does not define raises instead of passing.

``ANS`` holds every class and property of `answerable.ttl`; a test keeps the two equal.
"""

from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, SKOS, SOSA, DefinedNamespace

__all__ = ["ANS", "CITO", "DCTERMS", "FOAF", "ORG", "PROV", "SCHEMA", "SKOS", "SOSA"]

SCHEMA = Namespace("https://schema.org/")
CITO = Namespace("http://purl.org/spar/cito/")


class ANS(DefinedNamespace):
    """The terms of Answerable (https://w3id.org/answerable/ns#); unknown ones raise."""

    _fail = True
    _NS = Namespace("https://w3id.org/answerable/ns#")

    AlikeElsewhere: URIRef
    AreaForImprovement: URIRef
    AreaSendReport: URIRef
    BoardReview: URIRef
    Body: URIRef
    Change: URIRef
    CommissionerReport: URIRef
    CommitteeReport: URIRef
    Conflict: URIRef
    Direction: URIRef
    Document: URIRef
    DocumentReference: URIRef
    EscalationOption: URIRef
    Event: URIRef
    Extraction: URIRef
    Figure: URIRef
    FocusArea: URIRef
    FocusedVisitLetter: URIRef
    FormalRecommendation: URIRef
    Inspection: URIRef
    InspectionReference: URIRef
    InspectionReport: URIRef
    Issue: URIRef
    JointInspectionLetter: URIRef
    Judgement: URIRef
    Load: URIRef
    MonitoringLetter: URIRef
    NewsArticle: URIRef
    Obligation: URIRef
    Passage: URIRef
    Person: URIRef
    Post: URIRef
    PriorityAction: URIRef
    ProgressAssessment: URIRef
    Recommendation: URIRef
    RecommendationPart: URIRef
    Recurrence: URIRef
    Reference: URIRef
    Requirement: URIRef
    Resolution: URIRef
    Response: URIRef
    Responsibility: URIRef
    Restatement: URIRef
    Review: URIRef
    Role: URIRef
    Tenure: URIRef
    Theme: URIRef

    about: URIRef
    action: URIRef
    addressedTo: URIRef
    addressee: URIRef
    addresseeAsPrinted: URIRef
    addresseeBasis: URIRef
    agreedBy: URIRef
    alikeElsewhere: URIRef
    appliesReview: URIRef
    appointment: URIRef
    area: URIRef
    areaAsPrinted: URIRef
    arisesFrom: URIRef
    asPrinted: URIRef
    assessedAsPrinted: URIRef
    assessedBy: URIRef
    assessedIn: URIRef
    assessedOn: URIRef
    assesses: URIRef
    assessmentOf: URIRef
    authorAsPrinted: URIRef
    authorityType: URIRef
    bearer: URIRef
    between: URIRef
    bodyType: URIRef
    changeKind: URIRef
    changeOf: URIRef
    changedOn: URIRef
    computedPrimaryTheme: URIRef
    computedTheme: URIRef
    concerns: URIRef
    condition: URIRef
    consults: URIRef
    cue: URIRef
    deliversFor: URIRef
    discusses: URIRef
    doubt: URIRef
    due: URIRef
    dueAsPrinted: URIRef
    earlier: URIRef
    end: URIRef
    evidence: URIRef
    fieldwork: URIRef
    fileName: URIRef
    focusOf: URIRef
    followedBy: URIRef
    framework: URIRef
    genre: URIRef
    grade: URIRef
    gradeAsPrinted: URIRef
    gssCode: URIRef
    heldBy: URIRef
    inDocument: URIRef
    inPostOn: URIRef
    inspectedBy: URIRef
    inspectionType: URIRef
    inspector: URIRef
    inspects: URIRef
    involves: URIRef
    issue: URIRef
    issuedPerSource: URIRef
    judgedBody: URIRef
    judgedIn: URIRef
    kind: URIRef
    knownOnlyFrom: URIRef
    laCode: URIRef
    later: URIRef
    leadIn: URIRef
    leadInspector: URIRef
    legalBasis: URIRef
    list: URIRef
    loadOf: URIRef
    loadedFrom: URIRef
    loadedOn: URIRef
    madeBy: URIRef
    madeIn: URIRef
    method: URIRef
    modality: URIRef
    namePattern: URIRef
    namesDemand: URIRef
    namesWho: URIRef
    number: URIRef
    ofPost: URIRef
    ofstedUrn: URIRef
    ontologyVersion: URIRef
    optionStatus: URIRef
    order: URIRef
    ordinal: URIRef
    outcomeAsPrinted: URIRef
    overseenBy: URIRef
    page: URIRef
    pageCount: URIRef
    partOf: URIRef
    period: URIRef
    planned: URIRef
    position: URIRef
    postAsPrinted: URIRef
    previousInspection: URIRef
    primaryTheme: URIRef
    printedTheme: URIRef
    progress: URIRef
    quote: URIRef
    rank: URIRef
    reason: URIRef
    recursFrom: URIRef
    refersTo: URIRef
    region: URIRef
    regionCode: URIRef
    relatedTo: URIRef
    relation: URIRef
    repliesTo: URIRef
    reportedFrom: URIRef
    reportsOn: URIRef
    reportsTo: URIRef
    responder: URIRef
    respondsTo: URIRef
    restates: URIRef
    reviewDecision: URIRef
    reviewNote: URIRef
    reviewOf: URIRef
    reviewedBy: URIRef
    reviewedOn: URIRef
    reviewedProperty: URIRef
    reviewedValue: URIRef
    reviewedWords: URIRef
    rule: URIRef
    sameAs: URIRef
    score: URIRef
    serves: URIRef
    setOutIn: URIRef
    sha256: URIRef
    shortName: URIRef
    softwareVersion: URIRef
    sortDate: URIRef
    start: URIRef
    statedDate: URIRef
    statedGenre: URIRef
    statedGrade: URIRef
    statedIn: URIRef
    statedOrdinal: URIRef
    statedOutcome: URIRef
    statedRelation: URIRef
    statedTitle: URIRef
    statedType: URIRef
    statedYear: URIRef
    statisticalNeighbour: URIRef
    supportedBy: URIRef
    supports: URIRef
    text: URIRef
    theme: URIRef
    themeAsPrinted: URIRef
    themeBasis: URIRef
    towards: URIRef
    unit: URIRef
    value: URIRef
    withdrawn: URIRef
    year: URIRef
