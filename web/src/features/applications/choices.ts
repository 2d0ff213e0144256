import type { ApplicationState, ProductLine, SiteUse, SizeClass } from "../../gql/graphql.ts";
import type { Tone } from "../../ui/tone.tsx";

/** What a firm can state, in the order it is offered. */
export const sizeClasses: readonly SizeClass[] = ["MICRO", "SMALL", "MEDIUM", "LARGE"];
export const productLines: readonly ProductLine[] = [
  "GRAIN_OIL", "FRESH_PRODUCE", "MEAT_AQUATIC", "FOOD_DRINK", "DAILY_GOODS", "TEXTILES", "HEALTH_GOODS", "BUILDING_MATERIALS", "HARDWARE", "ELECTRONICS",
];
export const siteUses: readonly SiteUse[] = ["OFFICE", "MARKET_STALL", "SHOP", "WAREHOUSE", "COLD_STORE"];

export const oneOf = <Value extends string>(values: readonly Value[], text: string | null | undefined): Value | null => values.find((value) => value === text) ?? null;

/** The states an officer's queue has, in the order of its tabs. */
export const queueStates: readonly ApplicationState[] = ["SUBMITTED", "RETURNED", "ADMITTED", "REFUSED", "WITHDRAWN", "LAPSED"];

export const stateTones: Record<ApplicationState, Tone> = {
  DRAFT: "note", SUBMITTED: "wait", RETURNED: "note", ADMITTED: "good", REFUSED: "bad", WITHDRAWN: "plain", LAPSED: "plain",
};
