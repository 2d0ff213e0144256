import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome } from "../../platform/outcome.ts";
import { applicationErased, applicationLapsed } from "./application.events.ts";
import { applicationTerms } from "./application-terms.queries.ts";
import { blank } from "./particulars.ts";
import { dueToErase, erase, forgetAttempts, leftTooLong, noteLapsed } from "./retention.queries.ts";
import { noteStep } from "./step.service.ts";

const DAY = 24 * 3_600_000;

/** What becomes of applications that nobody goes on with, and of particulars that have served their time. */
export class RetentionService {
  /** Notes those left too long as lapsed, at most so many; answers how many. */
  async lapse(tx: Context, most: number): Promise<Outcome<number>> {
    const left = await leftTooLong(tx, most);
    const { retentionDays } = await applicationTerms(tx);
    await noteLapsed(tx, left.map(({ id }) => id), retentionDays);
    for (const { id, state } of left) {
      await noteStep(tx, id, "LAPSED");
      announce(tx, applicationLapsed, { applicationId: id }, { record: id, before: { state }, after: { state: "LAPSED" } });
    }
    return done(left.length);
  }

  /** Erases the particulars of at most so many whose time is over: that there was an application, its steps and the digests of reasons stay. Answers which bytes are to be forgotten. */
  async erase(tx: Context, most: number): Promise<Outcome<{ erased: number; digests: string[] }>> {
    const ids = await dueToErase(tx, most);
    const digests = await erase(tx, ids, blank);
    for (const applicationId of ids) {
      await noteStep(tx, applicationId, "ERASED");
      announce(tx, applicationErased, { applicationId }, { record: applicationId, before: { erased: false }, after: { erased: true } });
    }
    return done({ erased: ids.length, digests });
  }

  /** Forgets from where drafts were begun more than a day ago. */
  async forgetAttempts(tx: Context): Promise<Outcome<null>> {
    await forgetAttempts(tx, new Date(tx.now.getTime() - DAY));
    return done(null);
  }
}
