import { digestOf } from "../../kernel/digest.ts";
import { newId } from "../../kernel/ids.ts";
import type { EventDefinition } from "../../platform/announcement.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import type { ApplicationStepKind } from "./application-state.rules.ts";
import { Application, ApplicationReason, ApplicationStep } from "./application.entity.ts";

interface Taken<P> {
  kind: ApplicationStepKind;
  event: EventDefinition<P>;
  /** What the event says besides the application. */
  payload: (reasonDigest: string) => P;
  reason?: string;
}

/** Saves an application as a step has made it, and notes the step: with its reason, if it has one, and the officer who took it. */
export async function takeStep<P>(tx: Context, before: Application, changes: Partial<Application>, { kind, event, payload, reason }: Taken<P>): Promise<Application> {
  const after = tx.db.create(Application, { ...before, ...changes, revision: before.revision + 1 });
  await tx.db.save(after);
  const reasonDigest = await noteStep(tx, after.id, kind, reason);
  announce(tx, event, payload(reasonDigest), { record: after.id, before, after });
  return after;
}

/** Notes a step; answers the digest of its reason, empty where it has none. */
export async function noteStep(tx: Context, applicationId: string, kind: ApplicationStepKind, reason?: string): Promise<string> {
  const id = newId("aps", tx.now);
  const reasonDigest = reason === undefined ? null : digestOf([id, reason]);
  const isOfficers = kind === "RETURNED" || kind === "ADMITTED" || kind === "REFUSED";
  await tx.db.insert(ApplicationStep, { id, applicationId, kind, at: tx.now, officerId: isOfficers ? tx.actor.userId : null, reasonDigest });
  if (reason !== undefined) await tx.db.insert(ApplicationReason, { stepId: id, applicationId, text: reason });
  return reasonDigest ?? "";
}
