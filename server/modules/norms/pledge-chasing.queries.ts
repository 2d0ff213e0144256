import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { documentInForce } from "../../platform/published-document.ts";
import { isBoundToday } from "../members/index.ts";
import { chasingDays, type PledgeChasing } from "./pledge-chasing.rules.ts";

/** The days of reminders in effect; none while the association has decided nothing. */
export const chasingInForce = async (ctx: Context) => chasingDays(await documentInForce<PledgeChasing>(ctx, "pledge-chasing"));

/** One reminder as it was noted. */
export interface PledgeReminder {
  memberId: string;
  versionId: string;
  /** Days after the day to sign by; below nought before it. */
  dayOffset: number;
  dueOn: string;
  notedAt: Date;
}

const columns = `r.member_id as "memberId", r.version_id as "versionId", r.day_offset as "dayOffset", r.due_on as "dueOn", r.noted_at as "notedAt"`;

/** The reminders of members to sign the newest version they were reminded of, oldest first. */
export const remindersByMember = defineLoader<string, PledgeReminder[]>(async (ctx, memberIds) => {
  const rows = await ctx.rows<PledgeReminder>(
    `select ${columns} from pledge_reminder r join pledge_version v on v.id = r.version_id
     where r.member_id = any($1::text[]) and v.number = (
       select max(w.number) from pledge_reminder o join pledge_version w on w.id = o.version_id where o.member_id = r.member_id)
     order by r.member_id, r.day_offset`,
    [memberIds],
  );
  return groupBy(rows, ({ memberId }) => memberId);
}, []);

interface Chase {
  versionId: string;
  inForceOn: string;
  signBy: string;
  /** The association's today. */
  today: string;
  reminderDays: readonly number[];
  newcomerDays: number;
  /** How many at most; the next time finds the rest. */
  limit: number;
}

/**
 * Notes every reminder whose day has come for the members that stand in the association and have not signed the version, and answers those that are
 * new. However often it runs, and however late, each is noted once, on its own day; none before the version binds or the member was admitted.
 */
export const noteReminders = (tx: Context, { versionId, inForceOn, signBy, today, reminderDays, newcomerDays, limit }: Chase): Promise<PledgeReminder[]> =>
  tx.rows<PledgeReminder>(
    `insert into pledge_reminder as r (version_id, member_id, day_offset, due_on, noted_at)
     select $1, m.id, d.days, b.sign_by + d.days, $2::timestamptz
     from member m
     cross join lateral (select greatest($3::date, m.admitted_on + $4::integer) as sign_by) b
     cross join unnest($5::integer[]) as d (days)
     where ${isBoundToday("m.id")}
       and b.sign_by + d.days between greatest($6::date, m.admitted_on) and $7::date
       and not exists (select from pledge_signature s where s.member_id = m.id and s.version_id = $1)
       and not exists (select from pledge_reminder o where o.member_id = m.id and o.version_id = $1 and o.day_offset = d.days)
     order by m.number, d.days limit $8
     on conflict do nothing returning ${columns}`,
    [versionId, tx.now, signBy, newcomerDays, reminderDays, inForceOn, today, limit],
  );
