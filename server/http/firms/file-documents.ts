/** What the file of a member holds besides its lists; each part only for whoever may read it. */
export const memberDocument = `query MemberFileExport(
  $id: ID!, $pledge: Boolean!, $assessments: Boolean!, $grades: Boolean!, $cases: Boolean!, $publications: Boolean!, $repairs: Boolean!, $rewards: Boolean!, $certificates: Boolean!
) {
  association { name }
  member(id: $id) {
    id number name creditCode status statusSince admittedOn sizeClass productLines language region { code name }
    membership { through graceThrough renewalOpensOn leavesOn }
    standing { status from to }
    standingFacts { kind day through until reason recordedAt }
    peerGroups { productLine members }
    sites { name use address openedOn closedOn region { code name } }
    contacts { duty name phone email }
    pledgeState @include(if: $pledge)
    pledgeSignature @include(if: $pledge) { number versionNumber memberName signatoryName signatoryTitle signedAt textDigest }
    assessments @include(if: $assessments) { id period { code from to } state submittedAt confirmedAt receiptNumber grade scoreValue schemeVersion }
    grades @include(if: $grades) { id state grade score schemeVersion at areas { code name weight points effectiveWeight contribution } }
    sanctionCases @include(if: $cases) {
      id number title statement state outcome occurredOn openedAt noticeServedOn closedOn ladderVersion charges { document version code title }
      decisions { id outcome step publicity months amount legalBasis reasons decidedAt servedOn appealUntil inForceOn endsOn setAsideOn isOnAppeal charges { document version code title } }
      appeal { id filedOn grounds text outcome step reasons decidedAt }
    }
    publications @include(if: $publications) {
      id caseNumber stepName publicity standing clauses { code version ofPledge title } reasons ladderVersion decidedOn fromOn untilOn endedOn appeal { standing until filedOn } repairOpensOn
      repairs @include(if: $repairs) { id state filedAt signatoryName signatoryTitle commitment decidedAt reasons toldAt }
    }
    rewards @include(if: $rewards) { id kind state year deed deedOn fromDay throughDay decidedAt }
    rewardEffects @include(if: $rewards) { code kind words through }
    certificates @include(if: $certificates) { id number grade state status issuedOn expiresOn changes { state reason at } }
  }
}`;

/** Why a grade is what it is, down to its entries. */
export const explanationDocument = `query MemberFileExplanation($id: ID!) {
  node(id: $id) {
    ... on ComplianceGrade {
      explanation {
        state grade score
        areas { code name weight effectiveWeight points contribution leaves { words contribution entry { id } } }
        limits { grade areaName minimum entry { id } }
      }
    }
  }
}`;

export const timelineDocument = `query MemberFileTimeline($id: ID!, $after: String) {
  member(id: $id) { list: timeline(first: 100, after: $after) { edges { node { on isComing kind event about words facts { name value } record { kind id } } } pageInfo { hasNextPage endCursor } } }
}`;

export const ledgerDocument = `query MemberFileLedger($id: ID!, $after: String) {
  list: creditEntries(memberId: $id, first: 100, after: $after) {
    edges {
      node {
        id kind { code name area effect } words severity value proof clause evidence { kind id } occurredAt decidedAt publishedAt expiresAt enteredAt late voided reason corrects { id } correctedBy { id }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const findingsDocument = `query MemberFileFindings($id: String!, $after: String) {
  list: findings(first: 100, after: $after, filter: { memberId: $id }) {
    edges { node { id rule { code article title } severity subject sentence facts { name value } foundAt standing } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** All that the public file of a firm shows, by its number. */
export const publicDocument = `query PublicFileExport($number: Int!) {
  association { name }
  publicFile(number: $number) {
    asOf number name region { code name } sizeClass productLines admittedOn status statusSince
    pledge { version signedOn }
    grade {
      grade score givenAt schemeVersion schemeTitle areas { code name weight points } best { kindName areaName severity contribution } worst { kindName areaName severity contribution }
      limits { grade areaName minimum }
    }
    honours { kind year deed fromDay throughDay }
    decisions { caseNumber stepName publicity clauses { code version ofPledge title } reasons ladderVersion decidedOn fromOn untilOn appeal { standing until filedOn } }
    repairs { caseNumber decidedOn repairedOn shownUntil stepName reasons clauses { code version ofPledge title } }
    certificates { number status issuedOn expiresOn }
  }
}`;
