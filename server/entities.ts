import type { EntityTarget } from "typeorm";

/** Every table's shape, for the one place that opens the database. */
export const entities: EntityTarget<object>[] = [];
