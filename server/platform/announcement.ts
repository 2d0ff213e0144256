import type { z } from "zod";
import type { Actor } from "./actor.ts";

/** A fact other parts may answer to: its name, and the ids and versions that describe it. */
export interface EventDefinition<P = unknown> {
  name: string;
  payload: z.ZodType<P>;
}

/** A fact on its way into the trail and to those who answer it. */
export interface Announcement {
  event: string;
  payload: unknown;
  record: string;
  salt: string;
  beforeDigest: string | null;
  afterDigest: string | null;
  payloadDigest: string;
}

/** What the trail and the outbox need of the transaction in which a fact is stated. */
export interface StatingTransaction {
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  rows<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  remember(announcement: Announcement): void;
}
