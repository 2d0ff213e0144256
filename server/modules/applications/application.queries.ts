import type { Context } from "../../platform/context.ts";
import { defineLoader, groupBy } from "../../platform/loaders.ts";
import { type Condition, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { memberColumns, type StandingMember } from "../members/index.ts";
import type { ApplicationState } from "./application-state.rules.ts";
import type { Application, ApplicationEvidenceKind, ApplicationStep } from "./application.entity.ts";
import { likeness, namePairs, namePieces } from "./name-likeness.rules.ts";

/** An application as lists and pages see it. */
export interface ApplicationRow extends Omit<Application, "tokenDigest" | "eraseOn"> {
  /** The association's day on which it was first handed in; null while it never was. */
  submittedOn: string | null;
  /** Whether the viewer is the person named as its contact. */
  isNamed: boolean;
}

/** SQL: how the application `a` stands today; what was left too long has lapsed, noted or not. */
const state = "case when a.lapses_on < guildhall_today() then 'LAPSED' else a.state end";

const columns = `a.id, ${state} as state, a.revision, a.language, a.name, a.credit_code as "creditCode", a.region, a.size_class as "sizeClass", a.product_lines as "productLines",
  a.sites, a.contact, a.declaration, a.begun_at as "begunAt", a.submitted_at as "submittedAt", a.submitted_at::date as "submittedOn", a.lapses_on as "lapsesOn", a.erased_at as "erasedAt",
  a.member_id as "memberId", a.access_made as "accessMade",
  exists (select from user_account u where u.id = guildhall_user() and lower(u.email) = lower(a.contact->>'email')) as "isNamed"`;

/** Drafts are nobody's business but their maker's. */
const handedIn = "a.submitted_at is not null";

/** An application that was handed in; null when there is none, or none the actor may see. */
export const applicationById = defineLoader<string, ApplicationRow | null>(async (ctx, ids) => {
  const rows = await ctx.rows<ApplicationRow>(`select ${columns} from application a where a.id = any($1::text[]) and ${handedIn}`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}, null);

/** The application a member came from, the last time it was admitted; null when it came by none. */
export const applicationByMember = defineLoader<string, ApplicationRow | null>(async (ctx, memberIds) => {
  const rows = await ctx.rows<ApplicationRow & { memberId: string }>(`select ${columns} from application a where a.member_id = any($1::text[]) order by a.submitted_at`, [memberIds]);
  return new Map(rows.map((row) => [row.memberId, row]));
}, null);

/** The application a secret link opens, as the house reads it. */
export const applicationByToken = (ctx: Context, digest: string): Promise<ApplicationRow | null> =>
  ctx.row<ApplicationRow>(`select ${columns} from application a where a.token_digest = $1`, [digest]);

/** What was handed in, in one state or all, the oldest first. */
export async function applicationPage(ctx: Context, wanted: ApplicationState | null, page: PageRequest): Promise<Page<ApplicationRow>> {
  const [at, id] = readCursor(page.after, "INSTANT", "TEXT") ?? [null, null];
  const asked: Condition[] = [[`${state} = ?`, wanted]];
  const { where, values } = narrowed([...asked, ["(a.submitted_at, a.id) > (?::timestamptz, ?::text)", at, id]]);
  const rows = await ctx.rows<ApplicationRow & { submittedAt: Date }>(
    `select ${columns} from application a where ${handedIn} and ${where} order by a.submitted_at, a.id limit $${values.length + 1}`, [...values, page.first + 1],
  );
  const all = narrowed(asked);
  const count = async () => (await ctx.row<{ count: number }>(`select count(*)::int as count from application a where ${handedIn} and ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, page, (row) => cursorOf(row.submittedAt.toISOString(), row.id), count);
}

/** How many were handed in and stand in each way; a way in which none stands is absent. */
export const countsByState = (ctx: Context): Promise<{ state: ApplicationState; count: number }[]> =>
  ctx.rows(`select ${state} as state, count(*)::int as count from application a where ${handedIn} group by 1`);

/** More than any association has in hand at once. */
const MOST_IN_HAND = 1_000;

/** The applications that wait for the association, the oldest first, at most a thousand. */
export const waitingIds = async (ctx: Context): Promise<string[]> =>
  (await ctx.rows<{ id: string }>(`select id from application where state = 'SUBMITTED' order by submitted_at, id limit ${MOST_IN_HAND}`)).map(({ id }) => id);

export interface StepRow extends ApplicationStep {
  /** What the officer is called; null when it was the applicant, or the house. */
  officer: string | null;
  /** Null for a step without one, and once it is erased. */
  reason: string | null;
}

/** The steps of each application, in their order. */
export const stepsByApplication = defineLoader<string, StepRow[]>(async (ctx, ids) => {
  const rows = await ctx.rows<StepRow>(
    `select s.id, s.application_id as "applicationId", s.kind, s.at, s.officer_id as "officerId", s.reason_digest as "reasonDigest", u.name as officer, r.text as reason
     from application_step s left join user_account u on u.id = s.officer_id left join application_reason r on r.step_id = s.id
     where s.application_id = any($1::text[]) order by s.place`,
    [ids],
  );
  return groupBy(rows, ({ applicationId }) => applicationId);
}, []);

/** A file behind an application; its id is the file's. */
export interface EvidenceRow {
  id: string;
  applicationId: string;
  kind: ApplicationEvidenceKind;
  addedAt: Date;
  /** Null while it counts. */
  removedAt: Date | null;
  name: string;
  mediaType: string;
  size: number;
  digest: string;
}

/** The files of each application that count or ever counted, in the order they came. */
export const evidenceByApplication = defineLoader<string, EvidenceRow[]>(async (ctx, ids) => {
  const rows = await ctx.rows<EvidenceRow>(
    `select f.id, e.application_id as "applicationId", e.kind, e.added_at as "addedAt", e.removed_at as "removedAt", f.name, f.media_type as "mediaType", f.size, f.digest
     from application_evidence e join stored_file f on f.id = e.file_id where e.application_id = any($1::text[]) order by e.added_at, f.id`,
    [ids],
  );
  return groupBy(rows, ({ applicationId }) => applicationId);
}, []);

/** The member under a credit code; null when the code is nobody's. */
export const memberByCode = defineLoader<string, StandingMember | null>(async (ctx, codes) => {
  const rows = await ctx.rows<StandingMember>(`select ${memberColumns} from member m where m.credit_code = any($1::text[])`, [codes]);
  return new Map(rows.map((row) => [row.creditCode, row]));
}, null);

/** Names that share so much, from 0 to 1, are told as alike; so many of them at most. */
const [ALIKE, MOST_ALIKE, MOST_CANDIDATES] = [0.5, 5, 2_000];

/** The members whose names are most like one of the names of a key, which is their JSON. */
export const membersAlike = defineLoader<string, StandingMember[]>(async (ctx, keys) => {
  const wanted = keys.map((key) => ({ key, names: (JSON.parse(key) as string[]).filter((name) => name !== "") }));
  const patterns = [...new Set(wanted.flatMap(({ names }) => names.flatMap(namePieces)))].map((piece) => `%${piece}%`);
  const found = await ctx.rows<{ id: string; names: string[] }>(
    `select m.id, array[m.name->>'zh-Hant', m.name->>'zh-Hans', m.name->>'en'] as names from member m where m.search like any($1::text[]) order by m.number limit ${MOST_CANDIDATES}`, [patterns],
  );
  const candidates = found.map(({ id, names }) => ({ id, pairs: names.map(namePairs) }));
  const alike = wanted.map(({ key, names }) => ({ key, ids: mostAlike(names.map(namePairs), candidates) }));
  const members = await ctx.rows<StandingMember>(`select ${memberColumns} from member m where m.id = any($1::text[])`, [alike.flatMap(({ ids }) => ids)]);
  return new Map(alike.map(({ key, ids }) => [key, ids.flatMap((id) => members.find((member) => member.id === id) ?? [])]));
}, []);

interface Candidate {
  id: string;
  /** Its name in each language. */
  pairs: ReadonlySet<string>[];
}

function mostAlike(names: readonly ReadonlySet<string>[], candidates: readonly Candidate[]): string[] {
  const ranked = candidates.map(({ id, pairs }) => ({ id, share: Math.max(0, ...names.flatMap((name) => pairs.map((theirs) => likeness(name, theirs)))) }));
  return ranked.filter(({ share }) => share >= ALIKE).sort((a, b) => b.share - a.share).slice(0, MOST_ALIKE).map(({ id }) => id);
}

const MOST_OTHERS = 10;

/** The other applications under each credit code that were handed in, latest first, at most ten. */
export const applicationsByCode = defineLoader<string, ApplicationRow[]>(async (ctx, codes) => {
  const rows = await ctx.rows<ApplicationRow>(
    `select ${columns} from unnest($1::text[]) as wanted (code) cross join lateral (
       select * from application o where o.credit_code = wanted.code and o.submitted_at is not null order by o.submitted_at desc limit ${MOST_OTHERS + 1}) a
     order by a.submitted_at desc`,
    [codes],
  );
  return groupBy(rows, ({ creditCode }) => creditCode);
}, []);
