import type { Language } from "../../kernel/language.ts";
import { type Pause, type WorkingCalendar, workingCalendar } from "../calendar/index.ts";
import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import type { Interest } from "./repair.policy.ts";
import type { RepairState, RepairTab } from "./repair.rules.ts";

/** An application for repair as it stands. */
export interface Repair {
  id: string;
  publicationId: string;
  decisionId: string;
  caseId: string;
  memberId: string;
  state: RepairState;
  revision: number;
  termsVersion: number;
  decisionDays: number;
  feedbackDays: number;
  commitment: string;
  commitmentLanguage: Language;
  signatoryName: string;
  signatoryTitle: string;
  filedAt: Date;
  filedOn: string;
  decidedAt: Date | null;
  decidedOn: string | null;
  reasons: string | null;
  toldAt: Date | null;
  toldHow: string | null;
  /** Why whoever reads this is not to decide it; null when nothing stands in the way, and for the firm itself. */
  interest: Interest | null;
}

const viewer = "(select guildhall_user())";

/** Whoever had a part in the case of `r`: opened or drafted it, did anything in it, or had a seat or a vote on it or on its appeal. */
const tookPart = `(
  exists (select from sanction_case k where k.id = r.case_id and k.opened_by = ${viewer})
  or exists (select from case_draft f where f.case_id = r.case_id and ${viewer} = any(f.editors))
  or exists (select from case_event e where e.case_id = r.case_id and e.user_id = ${viewer})
  or exists (
    select from (select r.case_id as id union all select a.id from sanction_appeal a where a.case_id = r.case_id) subject
    where exists (select from panel_seat s where s.subject_id = subject.id and s.user_id = ${viewer})
      or exists (select from panel_vote v where v.subject_id = subject.id and v.user_id = ${viewer})))`;

/** Whether only firms of one region compete, as the ladder has it by which the decision of `r` was made. */
const sameRegion = `(
  select (l.definition->'competitors'->>'sameRegion')::boolean from publication p join published_document l on l.code = 'sanction-ladder' and l.version = p.ladder_version
  where p.id = r.publication_id)`;

/** Whoever belongs today to the firm of `r`, or to a competitor: one that deals in something it deals in, in its region or, as the ladder has it, anywhere. */
const isAffiliated = `exists (
  select from panel_affiliation a join member own on own.id = r.member_id join member other on other.id = a.member_id
  where a.user_id = ${viewer} and a.since <= guildhall_today() and (a.until is null or a.until >= guildhall_today())
    and (other.id = own.id or (other.product_lines && own.product_lines and (other.region = own.region or not coalesce(${sameRegion}, true)))))`;

const columns = `r.id, r.publication_id as "publicationId", r.decision_id as "decisionId", r.case_id as "caseId", r.member_id as "memberId", r.state, r.revision,
  r.terms_version as "termsVersion", r.decision_days as "decisionDays", r.feedback_days as "feedbackDays", r.commitment, r.commitment_language as "commitmentLanguage",
  r.signatory_name as "signatoryName", r.signatory_title as "signatoryTitle", r.filed_at as "filedAt", r.filed_on as "filedOn", r.decided_at as "decidedAt",
  r.decided_on as "decidedOn", r.reasons, r.told_at as "toldAt", r.told_how as "toldHow",
  case when ${tookPart} then 'PART_OF_CASE' when ${isAffiliated} then 'AFFILIATED' end as interest`;

/** An application as the asker may see it; null when there is none. */
export const repairById = defineLoader<string, Repair | null>(async (ctx, ids) => {
  const rows = await ctx.rows<Repair>(`select ${columns} from repair r where r.id = any($1::text[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** An application held until the transaction ends, so that those who act at once act one after another; null when there is none to be seen. */
export async function lockedRepair(tx: Context, id: string): Promise<Repair | null> {
  await tx.rows("select from repair where id = $1 for update", [id]);
  return repairNow(tx, id);
}

/** An application as it stands within a transaction. */
export const repairNow = (tx: Context, id: string): Promise<Repair | null> => tx.row<Repair>(`select ${columns} from repair r where r.id = $1`, [id]);

/** Each publication's applications, newest first. */
export const repairsByPublication = defineLoader<string, Repair[]>(async (ctx, publicationIds) => {
  const rows = await ctx.rows<Repair>(
    `select q.* from unnest($1::text[]) as asked (id)
       cross join lateral (select ${columns} from repair r where r.publication_id = asked.id order by r.id desc limit 20) q
     order by q.id desc`,
    [publicationIds],
  );
  return groupBy(rows, ({ publicationId }) => publicationId);
}, []);

const ofTab: Record<RepairTab, string> = {
  TO_DECIDE: "r.state = 'FILED'",
  RETURNED: "r.state = 'RETURNED'",
  TO_TELL: "r.state in ('GRANTED', 'REFUSED') and r.told_at is null",
  DONE: "(r.state in ('WITHDRAWN', 'LAPSED') or r.told_at is not null)",
};

/** Applications in the order they were filed, those that are done latest first; row-level security holds members to their own. */
export async function repairs(ctx: Context, tab: RepairTab, page: PageRequest): Promise<Page<Repair>> {
  const [after] = readCursor(page.after, "TEXT") ?? [null];
  const [beyond, order] = tab === "DONE" ? ["r.id < ?", "r.id desc"] : ["r.id > ?", "r.id"];
  const asked: Condition = [`${ofTab[tab]} and ?::text is not null`, tab];
  const { where, values } = narrowed([asked, [beyond, after]]);
  const rows = await ctx.rows<Repair>(`select ${columns} from repair r where ${where} order by ${order} limit $${values.length + 1}`, [...values, page.first + 1]);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from repair r where ${ofTab[tab]}`))?.count ?? 0;
  return pageOf(rows, page, ({ id }) => cursorOf(id), count);
}

/** What is said for a firm in an application. */
export interface RepairStatement {
  id: string;
  repairId: string;
  text: string;
  filedAt: Date;
  files: { id: string; name: string; mediaType: string; size: number; digest: string }[];
}

/** What was said for each application, first first, with the documents that bear it out. */
export const statementsByRepair = defineLoader<string, RepairStatement[]>(async (ctx, repairIds) => {
  const rows = await ctx.rows<RepairStatement>(
    `select s.id, s.repair_id as "repairId", s.text, s.filed_at as "filedAt", coalesce((
       select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'digest', f.digest) order by array_position(s.file_ids, f.id))
       from stored_file f where f.id = any(s.file_ids)), '[]') as files
     from repair_statement s where s.repair_id = any($1::text[]) order by s.id`,
    [repairIds],
  );
  return groupBy(rows, ({ repairId }) => repairId);
}, []);

/** The times at which each application's clocks stood still, and what was asked for. */
export const pausesByRepair = defineLoader<string, Pause[]>(async (ctx, repairIds) => {
  const rows = await ctx.rows<Pause & { repairId: string }>(
    `select repair_id as "repairId", from_day as "from", until_day as "until", reason from repair_pause where repair_id = any($1::text[]) order by id`, [repairIds],
  );
  return groupBy(rows, ({ repairId }) => repairId);
}, []);

/** The working calendar, once a request. */
export const calendarToday = defineLoader<"today", WorkingCalendar | null>(async (ctx) => new Map([["today", await workingCalendar(ctx)]]), null);

type Stored = Omit<Repair, "interest" | "revision" | "state" | "decidedAt" | "decidedOn" | "reasons" | "toldAt" | "toldHow"> & { commitmentDigest: string };

/** Files an application unless one is under way; answers whether it was filed. */
export async function storeRepair(tx: Context, repair: Stored): Promise<boolean> {
  const rows = await tx.rows(
    `insert into repair (id, publication_id, decision_id, case_id, member_id, state, revision, terms_version, decision_days, feedback_days, commitment, commitment_language,
       commitment_digest, signatory_name, signatory_title, filed_at, filed_on, filed_by)
     values ($1, $2, $3, $4, $5, 'FILED', 1, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (publication_id) where state in ('FILED', 'RETURNED') do nothing returning id`,
    [
      repair.id, repair.publicationId, repair.decisionId, repair.caseId, repair.memberId, repair.termsVersion, repair.decisionDays, repair.feedbackDays, repair.commitment,
      repair.commitmentLanguage, repair.commitmentDigest, repair.signatoryName, repair.signatoryTitle, repair.filedAt, repair.filedOn, tx.actor.userId,
    ],
  );
  return rows.length > 0;
}

export const storeStatement = (tx: Context, { id, repairId, memberId, text, fileIds }: { id: string; repairId: string; memberId: string; text: string; fileIds: readonly string[] }) =>
  tx.rows("insert into repair_statement (id, repair_id, member_id, user_id, text, file_ids, filed_at) values ($1, $2, $3, $4, $5, $6, $7)", [
    id, repairId, memberId, tx.actor.userId, text, fileIds, tx.now,
  ]);

/** Stops the clocks of an application from a day on. */
export const storePause = (tx: Context, { id, repairId, memberId, from, reason }: { id: string; repairId: string; memberId: string; from: string; reason: string }) =>
  tx.rows("insert into repair_pause (id, repair_id, member_id, from_day, reason, paused_by) values ($1, $2, $3, $4, $5, $6)", [id, repairId, memberId, from, reason, tx.actor.userId]);

/** Lets the clocks of an application run again from a day on. */
export const endPause = (tx: Context, repairId: string, day: string) => tx.rows("update repair_pause set until_day = $2 where repair_id = $1 and until_day is null", [repairId, day]);

export const storeState = (tx: Context, id: string, state: RepairState) => tx.rows("update repair set state = $2, revision = revision + 1 where id = $1", [id, state]);

export const storeVerdict = (tx: Context, id: string, state: "GRANTED" | "REFUSED", reasons: string, day: string) =>
  tx.rows("update repair set state = $2, revision = revision + 1, decided_at = $3, decided_on = $4, decided_by = $5, reasons = $6 where id = $1", [
    id, state, tx.now, day, tx.actor.userId, reasons,
  ]);

export const storeTold = (tx: Context, id: string, how: string) =>
  tx.rows("update repair set revision = revision + 1, told_at = $2, told_by = $3, told_how = $4 where id = $1", [id, tx.now, tx.actor.userId, how]);

/** Ends applications whose decision was set aside, at most so many, and lets their clocks stand no longer; answers them with the state they were in. */
export const lapseRepairs = (tx: Context, day: string, limit: number): Promise<{ id: string; publicationId: string; memberId: string; before: RepairState }[]> =>
  tx.rows(
    `with pointless as (
       select r.id, r.state from repair r join sanction_decision d on d.id = r.decision_id
       where r.state in ('FILED', 'RETURNED') and d.set_aside_on <= $1 order by r.id limit $2 for update of r),
     running as (update repair_pause u set until_day = greatest($1::date, from_day) from pointless w where u.repair_id = w.id and until_day is null)
     update repair r set state = 'LAPSED', revision = revision + 1 from pointless w where r.id = w.id
     returning r.id, r.publication_id as "publicationId", r.member_id as "memberId", w.state as before`,
    [day, limit],
  );
