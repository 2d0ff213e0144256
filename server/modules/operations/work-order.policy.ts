import { isRetryable, type WorkOrderState } from "./work-order.rules.ts";

/** Whoever sees the whole house may order again what was given up. */
export const mayRetry = ({ scope }: { scope: "all" | "member" | "public" }, { state }: { state: WorkOrderState }): boolean =>
  scope === "all" && isRetryable(state);
