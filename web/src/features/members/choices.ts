import type { ContactDuty, MemberStatus, ProductLine, SiteUse, SizeClass } from "../../gql/graphql.ts";

/** What lists of members can be narrowed by, in the order it is offered. */
export const statuses: readonly MemberStatus[] = ["ACTIVE", "GRACE", "SUSPENDED", "LAPSED", "EXPELLED", "WITHDRAWN"];
export const sizeClasses: readonly SizeClass[] = ["MICRO", "SMALL", "MEDIUM", "LARGE"];
export const productLines: readonly ProductLine[] = [
  "GRAIN_OIL", "FRESH_PRODUCE", "MEAT_AQUATIC", "FOOD_DRINK", "DAILY_GOODS", "TEXTILES", "HEALTH_GOODS", "BUILDING_MATERIALS", "HARDWARE", "ELECTRONICS",
];

/** What a site can be used as, and what somebody can be named for. */
export const siteUses: readonly SiteUse[] = ["OFFICE", "MARKET_STALL", "SHOP", "WAREHOUSE", "COLD_STORE"];
export const duties: readonly ContactDuty[] = ["GENERAL", "COMPLIANCE", "COMPLAINTS", "QUALITY", "PRICES"];

/** The value of an address when it is one of these, and nothing else. */
export const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null => values.find((value) => value === text) ?? null;
