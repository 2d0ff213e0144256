import type { ReviewPageQuery } from "../../gql/graphql.ts";

/** What a reviewing officer has before them. */
export type ReviewAssessment = NonNullable<ReviewPageQuery["assessment"]>;
export type ReviewIndicator = ReviewAssessment["scheme"]["indicators"][number];
export type ReviewedAnswer = ReviewAssessment["answers"][number];

/** Reasons the officer has written down for answers that should be changed, by indicator. */
export type Requests = Readonly<Record<string, string>>;
