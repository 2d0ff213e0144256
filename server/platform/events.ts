import type { EventDefinition } from "./announcement.ts";
import type { JobDefinition } from "./jobs.ts";

/** Work to be ordered: a job and its payload. */
export interface Order<P = unknown> {
  job: JobDefinition<P>;
  payload: P;
}

/** What follows from a fact. */
export interface Reaction {
  event: string;
  orders: (payload: unknown, eventId: string) => Order[];
}

export const defineEvent = <P>(definition: EventDefinition<P>): EventDefinition<P> => definition;

/** Answers a fact with orders; the payload is parsed again on this side. */
export function on<P>(event: EventDefinition<P>, orders: (payload: P, eventId: string) => Order[]): Reaction {
  return { event: event.name, orders: (payload, eventId) => orders(event.payload.parse(payload), eventId) };
}

/** One order, typed by its job. */
export const order = <P>(job: JobDefinition<P>, payload: P): Order => ({ job: job as JobDefinition, payload });
