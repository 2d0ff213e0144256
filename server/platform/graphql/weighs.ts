import { Extensions } from "type-graphql";

/** What a field costs whose value is reckoned and not only read, in the measure of `limits.cost`: about four millionths of a second each. */
export const Weighs = (weight: number) => Extensions({ weight });
