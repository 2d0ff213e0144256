import { dayIn } from "../../kernel/zone.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/outbox.ts";
import { done, type Outcome, refusedWith } from "../../platform/outcome.ts";
import { pledgeReminded } from "./norm.events.ts";
import { chasingInForce, noteReminders, type PledgeReminder } from "./pledge-chasing.queries.ts";
import type { PledgeVersion } from "./pledge.entity.ts";
import { codedClauses, plain, type PledgeDraft, pledgeDraftFaults, pledgeHits, titled } from "./pledge-publishing.rules.ts";
import { pledgeInForce, pledgeVersionsToFollow } from "./pledge.queries.ts";
import type { PledgeService } from "./pledge.service.ts";

/** The next version of the pledge, and the chasing of those that have not signed it. */
export class PledgePublishingService {
  constructor(private readonly pledges: PledgeService, private readonly zone: string) {}

  /** Publishes the next version; words that set prices are refused, and nobody can justify them: whoever signs is bound by them. */
  async publish(tx: Context, draft: PledgeDraft): Promise<Outcome<PledgeVersion>> {
    const versions = await pledgeVersionsToFollow(tx);
    const last = versions.at(-1) ?? null;
    const today = dayIn(this.zone, tx.now);
    const faults = pledgeDraftFaults(draft, { today, lastInForceOn: last?.inForceOn ?? null, current: codesOf(last ? [last] : []) });
    if (faults.length > 0) return refusedWith(faults.map(({ code, path }) => ({ code, path: `input.${path}` })));
    const words = { title: titled(draft.title), preamble: plain(draft.preamble), consent: plain(draft.consent), clauses: codedClauses(draft.clauses, codesOf(versions)) };
    const hits = pledgeHits(words);
    if (hits.length > 0) return refusedWith(hits.map(({ part, language }) => ({ code: "PRICE_SETTING", path: `input.${part}.${language}`, article: part })));
    return this.pledges.enter(tx, { version: (last?.number ?? 0) + 1, state: "ADOPTED", inForceOn: draft.inForceOn, signBy: draft.signBy, ...words });
  }

  /** Notes reminders whose day has come, at most `limit`, and answers those; run again, or late by days, it notes what is missing and nothing twice. */
  async chase(tx: Context, limit: number): Promise<Outcome<PledgeReminder[]>> {
    const today = dayIn(this.zone, tx.now);
    const [version, chasing] = [await pledgeInForce(tx, today), await chasingInForce(tx)];
    if (version === null || chasing.reminderDays.length === 0) return done([]);
    const { id: versionId, inForceOn, signBy } = version;
    const reminders = await noteReminders(tx, { versionId, inForceOn, signBy, today, ...chasing, limit });
    for (const reminder of reminders) {
      const { memberId, dayOffset, dueOn } = reminder;
      announce(tx, pledgeReminded, { versionId, memberId, dayOffset, dueOn }, { record: memberId, after: reminder });
    }
    return done(reminders);
  }
}

const codesOf = (versions: readonly Pick<PledgeVersion, "clauses">[]): Set<string> => new Set(versions.flatMap(({ clauses }) => clauses.map(({ code }) => code)));
