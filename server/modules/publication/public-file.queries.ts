import type { Grade } from "../../kernel/grade.ts";
import type { Localized } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import type { MemberStatus, ProductLine, SizeClass } from "../members/index.ts";
import type { Publicity } from "./publication-terms.rules.ts";
import type { AppealState, CitedClause } from "./publication.queries.ts";

/** A firm as every stranger may know it. */
export interface PublicFirm {
  id: string;
  number: number;
  name: Localized;
  region: string;
  sizeClass: SizeClass;
  productLines: ProductLine[];
  admittedOn: string;
  status: MemberStatus;
  statusSince: string;
}

/** The firm of a number in the list of members; null when there is none. */
export const publicFirm = async (ctx: Context, number: number): Promise<PublicFirm | null> =>
  (await ctx.rowsForStrangers<PublicFirm>(
    `select id, number, name, region, size_class as "sizeClass", product_lines as "productLines", admitted_on as "admittedOn", status, status_since as "statusSince"
     from public_firm where number = $1`,
    [number],
  ))[0] ?? null;

export interface PublicPledge {
  version: number;
  signedOn: string;
}

/** The newest version of the pledge a firm signed; null when it signed none. */
export const publicPledge = async (ctx: Context, memberId: string): Promise<PublicPledge | null> =>
  (await ctx.rowsForStrangers<PublicPledge>(`select version_number as version, signed_on as "signedOn" from public_pledge where member_id = $1`, [memberId]))[0] ?? null;

export interface PublicGradeRow {
  id: string;
  schemeVersion: number;
  state: "RATED" | "NOT_RATED";
  score: string | null;
  grade: Grade | null;
  areas: { code: string; points: string | null; contribution: string | null }[];
  limits: { grade: Grade; area: string; entry: string | null }[];
  at: Date;
}

/** A firm's latest compliance grade; null before the first. */
export const publicGrade = async (ctx: Context, memberId: string): Promise<PublicGradeRow | null> =>
  (await ctx.rowsForStrangers<PublicGradeRow>(
    `select id, scheme_version as "schemeVersion", state, score, grade, areas, limits, at from public_grade where member_id = $1`, [memberId],
  ))[0] ?? null;

export interface PublicDecision extends AppealState {
  id: string;
  caseNumber: number;
  stepName: Localized;
  publicity: Publicity;
  clauses: CitedClause[];
  reasons: string;
  ladderVersion: number;
  decidedOn: string;
  fromOn: string;
  untilOn: string;
}

/** A firm's decisions on public display today, newest first. */
export const publicDecisions = (ctx: Context, memberId: string): Promise<PublicDecision[]> =>
  ctx.rowsForStrangers<PublicDecision>(
    `select id, case_number as "caseNumber", step_name as "stepName", publicity, clauses, reasons, ladder_version as "ladderVersion", decided_on as "decidedOn",
       from_on as "fromOn", until_on as "untilOn", appeal_until as until, appeal_filed_on as "filedOn", appeal_outcome as outcome, appeal_decided_on as "appealDecidedOn"
     from public_decision where member_id = $1 order by from_on desc, id desc limit 50`,
    [memberId],
  );

export interface PublicRepair {
  id: string;
  caseNumber: number;
  decidedOn: string;
  repairedOn: string;
  shownUntil: string;
  /** Null where it is withheld from then on. */
  stepName: Localized | null;
  clauses: CitedClause[] | null;
  reasons: string | null;
}

/** A firm's repaired decisions as long as they are shown, latest first. */
export const publicRepairs = (ctx: Context, memberId: string): Promise<PublicRepair[]> =>
  ctx.rowsForStrangers<PublicRepair>(
    `select id, case_number as "caseNumber", decided_on as "decidedOn", repaired_on as "repairedOn", shown_until as "shownUntil", step_name as "stepName", clauses, reasons
     from public_repair where member_id = $1 order by repaired_on desc, id desc limit 50`,
    [memberId],
  );

/** The decisions behind publications, to know the entries of the ledger that go with them. */
export const decisionsBehind = async (ctx: Context, publicationIds: readonly string[]): Promise<Set<string>> =>
  new Set((await ctx.rows<{ id: string }>("select decision_id as id from publication where id = any($1::text[])", [publicationIds])).map(({ id }) => id));
