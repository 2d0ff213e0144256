/** How far ordered work is. */
export const WorkOrderState = { ORDERED: "ORDERED", ACTIVE: "ACTIVE", DONE: "DONE", FAILED: "FAILED" } as const;
export type WorkOrderState = keyof typeof WorkOrderState;

/** Only work that was given up is ordered again by hand; all other work is still on its way, or done. */
export const isRetryable = (state: WorkOrderState): boolean => state === "FAILED";
