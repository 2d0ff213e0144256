import { useSuspenseQuery } from "@apollo/client/react";
import { graphql } from "../../gql/index.ts";
import { GradeExplained } from "./grade-explained.tsx";

const LatestExplainedQuery = graphql(`
  query LatestExplained($id: ID!) {
    node(id: $id) { __typename id ... on ComplianceGrade { ...GradeExplained_grade } }
  }
`);

/** Of a member's grades the one that stands, explained; asked for by itself, since only it is reckoned down to its entries. */
export function LatestExplained({ id }: { id: string }) {
  const { node } = useSuspenseQuery(LatestExplainedQuery, { variables: { id } }).data;
  return node?.__typename === "ComplianceGrade" ? <GradeExplained of={node} /> : null;
}
