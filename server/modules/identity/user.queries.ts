import type { Language } from "../../kernel/language.ts";
import type { Context } from "../../platform/context.ts";
import { type Condition, containing, narrowed } from "../../platform/narrowing.ts";
import { cursorOf, type Page, pageOf, type PageRequest, readCursor } from "../../platform/paging.ts";
import { mayComeIn } from "./demo.queries.ts";
import type { Permission, Role } from "./permissions.ts";

/** A person as lists and records show them. */
export interface UserRow {
  id: string;
  email: string;
  name: string;
  language: Language;
  roles: Role[];
  memberId: string | null;
  totpEnrolledAt: Date | null;
  disabledAt: Date | null;
  joinedAt: Date;
}

const columns = `id, email, name, language, roles, member_id as "memberId", totp_enrolled_at as "totpEnrolledAt", disabled_at as "disabledAt", joined_at as "joinedAt"`;

export const userById = (ctx: Context, id: string): Promise<UserRow | null> => ctx.row(`select ${columns} from user_account where id = $1`, [id]);

/** The person a record of the house is about, for those who may see persons at all: their own record, their member's, or everybody's. */
export async function userInReach(ctx: Context, id: string): Promise<UserRow | null> {
  const { userId, memberId, scope, permissions } = ctx.actor;
  if (id !== userId && !permissions.has("user:list" satisfies Permission)) return null;
  const user = await userById(ctx, id);
  return user !== null && (id === userId || scope === "all" || (memberId !== null && user.memberId === memberId)) ? user : null;
}

/** Whether an officer may come in, who can invite the others. */
export const hasOfficer = async (ctx: Context, demo: boolean): Promise<boolean> =>
  (await ctx.row(`select u.id from user_account u where u.roles @> array['OFFICER'] and ${mayComeIn("u", "$1")} limit 1`, [demo])) !== null;

export interface UserFilter {
  /** What name or address contains. */
  text?: string | null;
  role?: string | null;
  memberId: string | null;
}

/** The firm somebody belongs to; the house itself comes before all firms. */
const firmOf = "coalesce(member_id, '')";

/** Everybody in reach, the house first, then firm by firm, each by name; `memberId` narrows it to one member's people. */
export async function userPage(ctx: Context, request: PageRequest, { text, role, memberId }: UserFilter): Promise<Page<UserRow>> {
  const [firm, name, id] = readCursor(request.after, "TEXT", "TEXT", "TEXT") ?? [null, null, null];
  const pattern = containing(text);
  const asked: Condition[] = [["member_id = ?", memberId], ["roles @> array[?]", role], ["(email like ? or lower(name) like ?)", pattern, pattern]];
  const { where, values } = narrowed([...asked, [`(${firmOf}, name, id) > (?::text, ?::text, ?::text)`, firm, name, id]]);
  const rows = await ctx.rows<UserRow>(
    `select ${columns} from user_account where ${where} order by ${firmOf}, name, id limit $${values.length + 1}`,
    [...values, request.first + 1],
  );
  const all = narrowed(asked);
  const total = async () => (await ctx.row<{ count: number }>(`select count(*) as count from user_account where ${all.where}`, all.values))?.count ?? 0;
  return pageOf(rows, request, (row) => cursorOf(row.memberId ?? "", row.name, row.id), total);
}

export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string | null;
  userAgent: string | null;
}

/** A person's sessions, the one last used first; which of them still live is the matter of `session.rules.ts`. */
export const sessionsOf = (ctx: Context, userId: string): Promise<SessionRow[]> =>
  ctx.rows(
    `select id, created_at as "createdAt", last_seen_at as "lastSeenAt", address, user_agent as "userAgent"
     from session where user_id = $1 order by last_seen_at desc, id`,
    [userId],
  );

export interface ApiKeyRow {
  id: string;
  name: string;
  tokenStart: string;
  scopes: Permission[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** A person's keys, newest first, revoked ones among them. */
export const apiKeysOf = (ctx: Context, userId: string): Promise<ApiKeyRow[]> =>
  ctx.rows(
    `select id, name, token_start as "tokenStart", scopes, created_at as "createdAt", expires_at as "expiresAt",
       last_used_at as "lastUsedAt", revoked_at as "revokedAt"
     from api_key where user_id = $1 order by created_at desc, id`,
    [userId],
  );
