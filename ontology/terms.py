"""Closed namespaces: a name that the ontology does not define raises instead of passing.

``ANS`` holds every class and property of `answerable.ttl`; a test keeps the two equal.
"""

from __future__ import annotations

from rdflib import Namespace, URIRef
from rdflib.namespace import (
    DCTERMS,
    FOAF,
    ORG,
    PROV,
    SKOS,
    SOSA,
    DefinedNamespace,
    DefinedNamespaceMeta,
)

__all__ = ["ANS", "CITO", "DCTERMS", "FOAF", "ORG", "PROV", "SCHEMA", "SKOS", "SOSA"]

SCHEMA = Namespace("https://schema.org/")
CITO = Namespace("http://purl.org/spar/cito/")


class _KeepingTerms(DefinedNamespaceMeta):
    """Keeps each term that was asked for as an attribute: rdflib's own way takes eight times as
    long, and writing a document asks a thousand times."""

    def __getattr__(cls, name: str) -> URIRef:
        term: URIRef = super().__getattr__(name)
        if isinstance(term, URIRef):  # and no attribute of Python's own
            setattr(cls, name, term)
        return term


class ANS(DefinedNamespace, metaclass=_KeepingTerms):
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
    nameAfter: URIRef
    nameBefore: URIRef
    namePattern: URIRef
    nameThen: URIRef
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
    pattern: URIRef
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
    statedArea: URIRef
    statedDate: URIRef
    statedGenre: URIRef
    statedEndDate: URIRef
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
