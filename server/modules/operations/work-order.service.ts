import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refused } from "../../platform/outcome.ts";
import { workOrderRetried } from "./work-order.events.ts";
import { reopenWorkOrder, type WorkOrder, workOrderToChange } from "./work-order.queries.ts";
import { isRetryable } from "./work-order.rules.ts";

export class WorkOrderService {
  /** Orders again what was given up. The database is the truth about work, so nothing is sent here: the workers' sweep finds it. */
  async retry(tx: Context, key: string): Promise<Outcome<WorkOrder>> {
    const order = await workOrderToChange(tx, key);
    if (!order) return refused("NOT_FOUND", "id");
    if (!isRetryable(order.state)) return refused("NOT_RETRYABLE", "id");
    const reopened = await reopenWorkOrder(tx, key);
    announce(tx, workOrderRetried, { key }, { record: key, before: stateOf(order), after: stateOf(reopened ?? order) });
    return done(reopened ?? order);
  }
}

const stateOf = ({ state, attempts, error }: WorkOrder) => ({ state, attempts, error });
