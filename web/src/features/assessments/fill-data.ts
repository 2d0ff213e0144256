import type { FillPageQuery } from "../../gql/graphql.ts";

/** What the page of one group of indicators has before it. */
export type FillAssessment = NonNullable<FillPageQuery["assessment"]>;
export type FillIndicator = FillAssessment["scheme"]["indicators"][number];
export type FillAnswer = FillAssessment["answers"][number];
export type FillObserved = FillAssessment["observed"][number];
export type FillPreview = FillAssessment["preview"]["indicators"][number];
